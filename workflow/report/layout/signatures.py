"""The form of signatures: names with initials, and offices with a name behind or below them."""

import re
from functools import cache

from workflow.languages import data

_NAME = r"(?:[A-ZÀ-Þ](?:h|j)?\.\s?)+(?:\w+\s){0,3}[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?"
INITIALS = re.compile(rf"^(?:(?:drs?|mr|ir|ing|prof|dhr|mw)\.\s?)*{_NAME}(?:\s+{_NAME}){{0,2}}$")
"""A line that is a person's name with initials, or those of two or three beside each other."""
NAME_BEHIND = re.compile(rf",\s*(?:(?:drs?|mr|ir|ing|prof)\.\s?)*{_NAME}$")
"""A line that ends in such a name."""
_LONGEST = 160


def is_office(text: str, language: str) -> bool:
    """Whether a line is the first of a signature: an office with a comma behind it."""
    return text.endswith(",") and text.lower().startswith(letter_openers(language))


def signs(text: str, following: str, language: str) -> bool:
    """Whether a line is an office with the name of its holder behind or below it."""
    if len(text) > _LONGEST or not text.lower().startswith(letter_openers(language)):
        return False
    named_below = text.endswith(",") and bool(INITIALS.match(following))
    return named_below or bool(NAME_BEHIND.search(text))


@cache
def letter_openers(language: str) -> tuple[str, ...]:
    """How salutations, closings and the lines above signatures start."""
    letter = data(language, "headings")["letter"]
    return tuple(letter["salutations"] + letter["closings"] + letter["signatories"])
