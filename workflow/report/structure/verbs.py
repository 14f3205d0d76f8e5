"""Whether a line that may be a heading holds a verb, and so is part of a sentence."""

import re
from functools import cache

from workflow.languages import data
from workflow.report.structure.words import heading_words

_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(r"^(?:be|her|ont|ver)(?=[^\W\d_]{3})")
"""With what verbs start that are made from others: `besprak` from `sprak`."""


@cache
def _verbs(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Forms of verbs, and what those of regular verbs end in."""
    table = data(language, "headings")["fused"]
    irregular = data(language, "verbs")["irregular"].values()
    forms = {form for entry in irregular for form in entry[:2]}
    return frozenset(forms | set(table["verbs"])), re.compile("|".join(table["verb_endings"]))


def has_verb(text: str, language: str) -> bool:
    """Whether a text holds a word that may be the verb of a sentence, or speaks of `it`."""
    forms, endings = _verbs(language)
    words = _WORD.findall(text)
    sentence = words and words[0].lower() in heading_words(language).pronouns
    return bool(sentence) or any(
        word in forms
        or (word.islower() and bool(endings.fullmatch(word)))
        or _PREFIX.sub("", word, count=1) in forms
        for word in words
    )


@cache
def _tellers(language: str) -> re.Pattern[str]:
    """How a sentence about the meeting starts."""
    openers = data(language, "headings")["fused"]["openers"]
    return re.compile(rf"(?:{'|'.join(openers)})\b")


def tells(text: str, language: str) -> bool:
    """Whether a line tells who did what, though no stop ends it: `The Council adopted …`."""
    return bool(_tellers(language).match(text)) and has_verb(text, language)
