"""Notes whose numbers stand in a column of their own: `1`, `2`, `3`, and then the texts.

`pdftotext` without `-layout` prints the foot of a page in that way.
"""

from collections.abc import Sequence
from itertools import groupby

from workflow.report.formats.extract import Extract
from workflow.report.layout.borne import BorneNumbers
from workflow.report.layout.notes import FoundNotes, RawNote

_FEWEST = 2
_MOST = 60
_FULL = 0.75
"""A line that fills this share of the longest one may go on in the next."""


def stacked_notes(extract: Extract, texts: Sequence[str]) -> FoundNotes:
    """The notes of every page on which as many texts as numbers stand below the body."""
    lines: dict[int, str] = {}
    notes: list[RawNote] = []
    taken: set[int] = set()
    borne = BorneNumbers(extract.source)
    expected = index = page_start = 0
    while index < len(texts):
        numbers = _numbers(texts, index, expected + 1)
        if len(numbers) < _FEWEST:
            index += 1
            continue
        end = _page_end(extract, numbers[-1] + 1)
        groups = _groups(texts, numbers[-1] + 1, end, len(numbers))
        region = (page_start, extract.lines[index].start)
        index = numbers[-1] + 1
        if not groups or not borne.bears(str(expected + 1), region):
            continue
        for group in groups:
            expected += 1
            spans = tuple((extract.lines[i].start, extract.lines[i].end) for i in group)
            notes.append(RawNote(str(expected), spans, group[0] + 1, region, str(expected)))
            lines.update(dict.fromkeys(group, str(expected)))
        taken.update(numbers)
        page_start = extract.lines[groups[-1][-1]].end
        index = end
    return FoundNotes(lines, tuple(notes), frozenset(taken))


def _numbers(texts: Sequence[str], index: int, first: int) -> list[int]:
    """Indexes of the lines from one on that count from a number, each alone on its line."""
    found: list[int] = []
    while index < len(texts) and len(found) < _MOST:
        text = texts[index].strip()
        if text == str(first + len(found)):
            found.append(index)
        elif text or not found:
            break
        index += 1
    return found


def _page_end(extract: Extract, index: int) -> int:
    """Index of the first line of the next page."""
    while index < len(extract.lines) and not extract.lines[index].page:
        index += 1
    return index


def _groups(texts: Sequence[str], start: int, end: int, count: int) -> list[list[int]]:
    """The lines up to a page's end as that many notes, or nothing if they are not that many.

    A line is a note, or runs of lines are that blank lines divide, or a full line goes on.
    """
    solid = [index for index in range(start, end) if texts[index].strip()]
    if solid and texts[solid[-1]].strip().isdigit():
        solid.pop()
    runs = [
        [index for _, index in run]
        for _, run in groupby(enumerate(solid), key=lambda pair: pair[1] - pair[0])
    ]
    longest = max((len(texts[index].strip()) for index in solid), default=0)
    wrapped: list[list[int]] = []
    for index in solid:
        if wrapped and len(texts[wrapped[-1][-1]].strip()) >= _FULL * longest:
            wrapped[-1].append(index)
        else:
            wrapped.append([index])
    alone = [[index] for index in solid]
    return next((way for way in (alone, runs, wrapped) if len(way) == count), [])
