"""Which numbers a text bears as note marks, looked up once for a whole text.

Asking the text anew for every note takes a time that grows with the square of the notes.
"""

import re
from bisect import bisect_left

from workflow.report.model import Span

GLUED = r"(?<=[^\W\d_])%s(?![\w])(?![.,]\d)"
AFTER_CLOSER = r"(?<=[.,;:)\]»\u2019\u201d\"'])(?<!\d[.,])%s(?=\s|$|[.,;)])"
BRACKETED = r"\s?[\[(]%s[\])](?=[\s.,;:)]|$)"
APART = r"(?<=[^\W\d_.)])\s%s(?=[.,;:](?:\s|$))"
AFTER_YEAR = r"(?<=\d\.)%s(?=\s+[\"'“‘«(]?[A-ZÀ-Þ]|\s*$)"
"""Behind the stop of a sentence that ends in a figure: `in 2034.1`."""

LOWERED = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789"
)
"""Small raised figures as plain ones."""
SMALL = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"

_ANY = r"(\d{1,3})"
_BEARING = tuple(
    re.compile(spelling % _ANY) for spelling in (GLUED, AFTER_CLOSER, BRACKETED, APART)
)
FIGURES = re.compile(rf"\d+|[{SMALL}]+")
"""Figures in a row, plain or raised."""


def raised(small: str) -> str:
    """The pattern of a mark in small raised figures."""
    return rf"(?<=\S)\s?(?<![{SMALL}]){small}(?![{SMALL}])"


_BEARING_RAISED = re.compile(raised(rf"([{SMALL}]{{1,3}})"))


class BorneNumbers:
    """The places where numbers are glued to words, or stand behind stops or in brackets."""

    def __init__(self, source: str) -> None:
        self._places: dict[str, list[int]] = {}
        for pattern in (*_BEARING, _BEARING_RAISED):
            for hit in pattern.finditer(source):
                self._places.setdefault(hit[1].translate(LOWERED), []).append(hit.start(1))
        for places in self._places.values():
            places.sort()

    def bears(self, number: str, where: Span) -> bool:
        """Whether a stretch of the text bears a number."""
        places = self._places.get(number, [])
        index = bisect_left(places, where[0])
        return index < len(places) and places[index] < where[1]
