"""Notes as web pages print them behind a report: under a label, or with an arrow that leads back.

The official publications site shows `X Noot`, the number, and the text; other pages end each
note with an arrow and leave its number to the list.
"""

import re
from collections.abc import Sequence

from workflow.languages import data
from workflow.report.formats.extract import Extract
from workflow.report.layout.notes import FoundNotes, RawNote
from workflow.report.model import Span

_ARROW = re.compile(r"[\u21a9\u2191\u21b5]\ufe0e?\ufe0f?\s*$")
_OWN_NUMBER = re.compile(r"\s*(?:[-*\u2022]\s+)?(?:\[?(\d{1,3})[\].)]?\s+)?(?=\S)")
_NUMBER = re.compile(r"\s*\[?(\d{1,3})[\].)]?\s*")


def labelled_notes(extract: Extract, texts: Sequence[str], language: str) -> FoundNotes:
    """The notes that stand under labels; none if there are no labels."""
    label = _label(language)
    around = frozenset(data(language, "headings")["web"]["lines"])
    starts = [index for index, text in enumerate(texts) if label.fullmatch(text)]
    lines: dict[int, str] = {}
    taken: set[int] = set()
    notes: list[RawNote] = []
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(texts)
        found = label.fullmatch(texts[start])
        mark, first = (found[1] or "" if found else ""), start + 1
        if not mark:
            first = _solid(texts, first, stop)
            number = _NUMBER.fullmatch(texts[first]) if first < stop else None
            mark, first = (number[1], first + 1) if number else ("", first)
        last = place + 1 == len(starts)
        members = _members(texts, first, stop, last, around) if mark else []
        if members:
            above = (0, extract.lines[starts[0]].start)
            spans = tuple((extract.lines[i].start, extract.lines[i].end) for i in members)
            notes.append(RawNote(mark, spans, members[0] + 1, above))
            lines.update(dict.fromkeys(members, mark))
            taken.update(range(start, members[-1] + 1))
    return FoundNotes(lines, tuple(notes), frozenset(taken - set(lines)))


def arrowed_notes(extract: Extract, texts: Sequence[str]) -> FoundNotes:
    """The notes that end with an arrow, numbered in their order where no number is printed."""
    members = [index for index, text in enumerate(texts) if _ARROW.search(text)]
    notes = []
    for place, index in enumerate(members):
        start, end = extract.lines[index].start, extract.lines[index].end
        own = _OWN_NUMBER.match(texts[index])
        mark = own[1] if own and own[1] else str(place + 1)
        begin = start + (own.end() if own else 0)
        arrow = _ARROW.search(texts[index])
        span: Span = (begin, start + arrow.start() if arrow else end)
        above = (0, extract.lines[members[0]].start)
        notes.append(RawNote(mark, (span,), index + 1, above))
    lines = {index: note.mark for index, note in zip(members, notes, strict=True)}
    return FoundNotes(lines, tuple(notes), frozenset())


def _label(language: str) -> re.Pattern[str]:
    """A line that is only the label of a note, with or without its number."""
    words = "|".join(map(re.escape, data(language, "headings")["notes"]["labels"]))
    return re.compile(rf"\s*(?:[xX\u00d7]\s+)?(?:{words})\s*(\d{{1,3}})?\s*", re.IGNORECASE)


def _solid(texts: Sequence[str], index: int, stop: int) -> int:
    """Index of the first line that is not blank, or `stop`."""
    while index < stop and not texts[index].strip():
        index += 1
    return index


def _members(
    texts: Sequence[str], first: int, stop: int, last: bool, around: frozenset[str]
) -> list[int]:
    """The lines of a note; the last note ends at the first blank line, or where the page does.

    `around` are the lines that a web page adds around its text.
    """
    members: list[int] = []
    for index in range(_solid(texts, first, stop), stop):
        if texts[index].strip().lower() in around:
            break
        if texts[index].strip():
            members.append(index)
        elif last:
            break
    return members
