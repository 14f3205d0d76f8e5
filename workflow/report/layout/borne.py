"""Which numbers a text bears as note marks, looked up once for a whole text.

Asking the text anew for every note takes a time that grows with the square of the notes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from workflow.report.model import Span

GLUED = r"(?<=[^\W\d_])%s(?![\w])(?![.,]\d)"
AFTER_CLOSER = r"(?<=[.,;:)\]»\u2019\u201d\"'])(?<!\d[.,])%s(?=\s|$|[.,;)])"
BRACKETED = r"\s?[\[(]%s[\])](?=[\s.,;:)]|$)"
APART = r"(?<=[^\W\d_.)])\s%s(?=[.,;:](?:\s|$))"
AFTER_YEAR = r"(?<=\d\.)%s(?=\s+[\"'“‘«(]?[A-ZÀ-Þ]|\s*$)"
"""Behind the stop of a sentence that ends in a figure: `in 2034.1`."""

RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
"""Figures as small raised ones."""
LOWERED = {small: figure for figure, small in RAISED.items()}
SMALL = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"

_ANY = r"(\d{1,3})"
_BEARING = tuple(
    re.compile(spelling % _ANY) for spelling in (GLUED, AFTER_CLOSER, BRACKETED, APART)
)
_RUN = re.compile(rf"\d+|[{SMALL}]+")
_LONGEST_MARK = 3


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


def figures_of(text: str) -> Iterable[str]:
    """The marks that the figures of a text may end in: `10`, `0` and `010` for `2.010`."""
    return {
        run.group()[-length:]
        for run in _RUN.finditer(text)
        for length in range(1, min(_LONGEST_MARK, len(run.group())) + 1)
    }
