"""Cells of a table that no spreadsheet takes for something else, in any language of its settings.

A spreadsheet runs a cell that begins with certain signs, and turns one that looks like a number,
a date or a time into one: `2-3` becomes the second of March, `1.1` becomes 1,1 or 11.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from workflow.comparison.model import ItemRef
from workflow.languages import LANGUAGES, data, say

DANGEROUS = "=+-@＝＋－＠\t\r\n|"
"""First characters that make a spreadsheet run a cell as a formula or a command."""
LONGEST = 40
"""Characters of the longest cell that a spreadsheet could take for a number or a date."""

_SAME_EVERYWHERE = re.compile(r"0|[1-9]\d{0,8}|\d{4}-\d\d-\d\d")
"""Whole numbers and full dates, which read the same under all settings."""
_NUMBER = re.compile(
    r"(?=.*\d)[\s\d.,:;/\\()%$€£+'’^*eE-]+|\d[\d:., ]*(?: [ap]m?|[ap]m)", re.IGNORECASE
)
_WORD_OR_FIGURE = re.compile(r"[^\W\d_]+|\d+|[\s./,-]+|.", re.DOTALL)
_TRUTH = frozenset({"waar", "onwaar", "true", "false"})
_OTHER_MONTHS = frozenset({"mrt", "sept"})


def guarded(value: str) -> str:
    """A cell's text that a spreadsheet shows as it stands; behind an apostrophe where needed."""
    value = value.replace("\x00", "")
    first = {value[:1], value.lstrip()[:1]}
    return f"'{value}" if first & set(DANGEROUS) or misread(value) else value


def misread(value: str) -> bool:
    """Whether a spreadsheet would take the text for a number, a date, a time or a truth."""
    value = value.strip()
    if not value or len(value) > LONGEST or _SAME_EVERYWHERE.fullmatch(value):
        return False
    return bool(_NUMBER.fullmatch(value)) or value.casefold() in _TRUTH or _is_date(value)


def _is_date(value: str) -> bool:
    """Whether it is the name of one month and figures, such as `12 mrt` or `maart 2032`."""
    pieces = _WORD_OR_FIGURE.findall(value)
    words = [piece.casefold() for piece in pieces if piece[0].isalpha()]
    figures = [piece for piece in pieces if piece.isdecimal()]
    others = [piece for piece in pieces if not piece.isalnum() and piece.strip(" \t./,-")]
    return len(words) == 1 and 1 <= len(figures) <= 2 and not others and words[0] in _months()


@cache
def _months() -> frozenset[str]:
    """The names of the months, and the beginnings by which spreadsheets know them too."""
    names = [name.casefold() for each in LANGUAGES for name in data(each, "calendar")["months"]]
    return frozenset(names) | {name[:3] for name in names} | _OTHER_MONTHS


def items_cell(refs: Sequence[ItemRef]) -> str:
    """The items by their labels; `punt 1.1` where the label alone would become a number."""
    labels = ", ".join(ref.label for ref in refs)
    # A comma between two numbers is a decimal sign under some settings.
    if misread(labels):
        return say("comparison.phrase.items", n=len(refs), labels=labels)
    return labels


def day_cell(day: date) -> str:
    """A day as every spreadsheet knows it, so that it can be sorted by."""
    return day.isoformat()
