"""What a value in a sentence is about: the words of its own clause."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from workflow.summaries.findings.reading import Reading, stems_of, words_of

_LEAST = 0.5
"""Share of the words of the shorter clause from which two clauses speak of one thing."""
_CLEARLY = 0.4
"""By how much another value must fit better before the one that was written is doubted."""
_FEW = 2
"""Words that must be shared, where the value that was written shares any."""


V = TypeVar("V")


@cache
def _breaks(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, words_of(language)["clause_words"]))
    return re.compile(rf"[,;:()]\s|\s[–—]\s|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def abouts(reading: Reading, language: str) -> list[tuple[int, int, frozenset[str]]]:
    """The clauses of a sentence: start, end, and what each is about without its values.

    A clause without words of its own, such as the second month of "april en mei", is about what
    the one before it is about.
    """
    plain = list(reading.text)
    spans = [(one.start, one.end) for one in reading.moments]
    for start, end in (*spans, *((one.start, one.end) for one in reading.figures)):
        plain[start:end] = " " * (end - start)
    text = "".join(plain)
    edges = [0, *(found.end() for found in _breaks(language).finditer(text)), len(text)]
    clauses: list[tuple[int, int, frozenset[str]]] = []
    for start, end in pairwise(edges):
        about = stems_of(text[start:end], language)
        if not about and clauses:
            about = clauses[-1][2]
        clauses.append((start, end, about))
    return clauses


def about(place: int, reading: Reading, language: str) -> frozenset[str]:
    """What the value at a place of a sentence is about."""
    for start, end, words in abouts(reading, language):
        if start <= place < end:
            return words
    return frozenset()


def better_placed(
    own: frozenset[str],
    same: Iterable[tuple[V, frozenset[str]]],
    others: Sequence[tuple[V, frozenset[str]]],
) -> V | None:
    """The other value that the source has for what is said, if it clearly fits better.

    `same` are the places of the value that was written, `others` those of the other values.
    """
    kept = max((_fit(own, words) for _, words in same), default=0.0)
    best = max(others, key=lambda one: _fit(own, one[1]), default=None)
    if best is None:
        return None
    fit, shared = _fit(own, best[1]), len(own & best[1])
    if shared < (_FEW if kept else 1):
        return None
    return best[0] if fit >= _LEAST and fit >= kept + _CLEARLY else None


def _fit(own: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(own), len(other))
    return len(own & other) / smaller if smaller else 0.0
