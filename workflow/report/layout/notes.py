"""Footnotes: where their texts lie, on pages or behind the report.

A format may tell notes apart. In plain text they stand below a rule (a line of blanks or
dashes) at the foot of a page; where the rule was lost, or where notes are collected behind
the report, a line that starts with the next number is a note if that number is glued to a
word above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.report.formats.extract import Extract
from workflow.report.layout.borne import LOWERED, SMALL, BorneNumbers
from workflow.report.model import Span
from workflow.report.trace import Trace

RULE_WIDTH = 20
"""Fewest blanks that make a footnote rule."""
SHORT_NOTE_LINE = 0.7
"""A note line shorter than this share of the longest one ends its note."""

_RULE = re.compile(
    rf"[ \t\u00a0]{{{RULE_WIDTH},}}|[ \t]*(?:[_\u2014\u2015\u2500]{{5,}}|-{{8,}})[ \t]*"
)
_NOTE = re.compile(
    rf"\s*(?:(?:\[(\d{{1,3}})\]|\((\d{{1,3}})\)|(\d{{1,3}}))(?:[\s.)]|(?<=[\])]))|([{SMALL}]{{1,3}}))"
    r"\s*(?=\S)"
)
_LOOSE = re.compile(
    rf"\s*(?:(?:\[(\d{{1,3}})\]|(\d{{1,3}}))\s+|([{SMALL}]{{1,3}})\s*)"
    r"(?=[\"'“‘«(\[]?(?:[A-ZÀ-Þ]|www|http))"
)
_DOTTED = re.compile(r"\s*\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class RawNote:
    """A footnote as it lies in the extracted text."""

    mark: str
    """The mark as printed, or another number where an earlier note bears it."""
    spans: tuple[Span, ...]
    line: int
    """Line of the extracted text on which it starts, from 1."""
    region: Span
    """The stretch of text in which its mark must stand."""
    printed: str = ""
    """The mark as printed."""


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """The notes, and which lines they take."""

    lines: dict[int, str]
    """Mark by index of line."""
    notes: tuple[RawNote, ...]
    rules: frozenset[int]
    """Indexes of the lines between text and notes, and of blank ones among them."""


@dataclass(frozen=True, slots=True)
class NotePage:
    """How the body is set."""

    width: int
    """Characters of a full line; 0 where lines are not wrapped."""
    double: bool
    """Whether an empty line stands between most lines."""


_Block = list[tuple[str, list[int]]]
"""Notes that stand together: mark and indexes of lines."""


def find_notes(extract: Extract, texts: Sequence[str], width: int, trace: Trace) -> FoundNotes:
    """The notes: those that the format tells, else those below rules, else loose ones.

    `width` is the length of a full line of the body, 0 where lines are not wrapped.
    """
    told = [index for index, line in enumerate(extract.lines) if line.note]
    if told:
        return _told(extract, told)
    page = NotePage(width, is_double_spaced(texts))
    found, rule = _below_rules(extract, texts, page), "notes_under_rule"
    if not found.notes:
        found, rule = _loose(extract, texts, page), "notes_by_number"
    if found.notes:
        trace.fired(rule, n=len(found.notes), line=found.notes[0].line)
    return replace(found, notes=numbered(found.notes, trace))


def numbered(notes: tuple[RawNote, ...], trace: Trace) -> tuple[RawNote, ...]:
    """The notes with marks that are all different.

    Where numbers start anew (per page or part), a note whose number is taken gets the next
    free one.
    """
    used: set[str] = set()
    highest = 0
    numbered = []
    for note in notes:
        mark = note.mark
        if mark in used:
            mark = str(highest + 1)
            trace.fired("notes_renumbered", line=note.line)
        used.add(mark)
        highest = max(highest, int(mark))
        numbered.append(replace(note, mark=mark, printed=note.mark))
    return tuple(numbered)


def is_double_spaced(texts: Sequence[str]) -> bool:
    """Whether one empty line stands before more than half of the lines."""
    solid = [index for index, text in enumerate(texts) if text.strip()]
    single = sum(after - before == 2 and not texts[before + 1] for before, after in pairwise(solid))
    return single > 0.5 * len(solid)


def _told(extract: Extract, told: list[int]) -> FoundNotes:
    """Notes whose lines the format marks."""
    groups: dict[str, list[int]] = {}
    for index in told:
        groups.setdefault(extract.lines[index].note, []).append(index)
    everywhere = (0, len(extract.source))
    notes = tuple(
        RawNote(
            mark,
            tuple((extract.lines[i].start, extract.lines[i].end) for i in members),
            members[0] + 1,
            everywhere,
        )
        for mark, members in groups.items()
    )
    return FoundNotes({i: extract.lines[i].note for i in told}, notes, frozenset())


def _below_rules(extract: Extract, texts: Sequence[str], page: NotePage) -> FoundNotes:
    """Notes below a rule at the foot of a page."""
    blocks: list[tuple[_Block, int, int]] = []
    index = 0
    while index < len(texts):
        first = _first_note(texts, index + 1) if _RULE.fullmatch(texts[index]) else 0
        if first:
            block, after = note_block(texts, first, page)
            blocks.append((block, index, after))
            index = after
        else:
            index += 1
    return gathered(extract, blocks)


def gathered(extract: Extract, blocks: list[tuple[_Block, int, int]]) -> FoundNotes:
    """Blocks of notes, with the first and behind-last line that each takes."""
    lines: dict[int, str] = {}
    notes: list[RawNote] = []
    taken: set[int] = set()
    page_start = 0
    for block, first, after in blocks:
        region = (page_start, extract.lines[first].start)
        for mark, members in block:
            notes.append(_raw(extract, mark, members, region))
            lines.update(dict.fromkeys(members, mark))
        taken.update(range(first, after))
        page_start = extract.lines[after - 1].end
    return FoundNotes(lines, tuple(notes), frozenset(taken - set(lines)))


def _first_note(texts: Sequence[str], index: int) -> int:
    """Index of the first note line behind a rule, or 0."""
    while index < len(texts) and not texts[index].strip():
        if _RULE.fullmatch(texts[index]):
            return 0
        index += 1
    return index if index < len(texts) and _NOTE.match(texts[index]) else 0


def mark_of(text: str) -> str:
    """The mark that a line starts with, or an empty string."""
    return _number_in(_NOTE.match(text))


def _number_in(found: re.Match[str] | None) -> str:
    """The number that a pattern caught in one of its groups, in plain figures."""
    number = next(filter(None, found.groups()), "") if found else ""
    return number.translate(LOWERED)


def note_block(texts: Sequence[str], first: int, page: NotePage) -> tuple[_Block, int]:
    """The notes that stand together, and the index of the line behind them.

    A note goes on while its lines are full; a line that starts with the next mark starts the
    next note; a short line or an empty one ends it, and so do a line with one blank before it
    where the notes have none, and a stop before a line in lower case.
    """
    mark = mark_of(texts[first])
    block = [(mark, [first])]
    lead = len(texts[first]) - len(texts[first].lstrip())
    longest = max(page.width, len(texts[first].strip()))
    widest_gap = 2 if page.double else 1
    index, last = first + 1, first
    while index < len(texts):
        text = texts[index].strip()
        if not text:
            index += 1
            continue
        if index - last > 1 and _is_dotted(texts[index]) > _is_dotted(texts[first]):
            break  # "1 Kamerstukken", and behind an empty line "2. Visserij": the next item
        if mark_of(texts[index]) == str(int(mark) + 1):
            mark = mark_of(texts[index])
            block.append((mark, [index]))
        elif (
            index - last > widest_gap
            or (index - last > 1 and texts[last + 1])
            or len(texts[index]) - len(texts[index].lstrip()) == lead + 1
            or len(texts[last].strip()) < SHORT_NOTE_LINE * longest
            or (text[0].islower() and texts[last].rstrip().endswith("."))
        ):
            break
        else:
            block[-1][1].append(index)
        longest = max(longest, len(text))
        last = index
        index += 1
    return block, last + 1


def _is_dotted(text: str) -> bool:
    """Whether a line starts with a number and a stop."""
    return bool(_DOTTED.match(text))


def _raw(extract: Extract, mark: str, members: list[int], region: Span) -> RawNote:
    """A note without its mark."""
    spans = []
    for index in members:
        line = extract.lines[index]
        start = line.start
        if index == members[0] and (found := _NOTE.match(extract.text((line.start, line.end)))):
            start += found.end()
        spans.append((start, line.end))
    return RawNote(mark, tuple(spans), members[0] + 1, region)


def _loose(extract: Extract, texts: Sequence[str], page: NotePage) -> FoundNotes:
    """Notes without a rule: a line starts with the next number, and a word above bears it."""
    blocks: list[tuple[_Block, int, int]] = []
    expected, page_start = 1, 0
    borne = BorneNumbers(extract.source)
    index = 0
    while index < len(texts):
        number = _number_in(_LOOSE.match(texts[index]))
        above = (page_start, extract.lines[index].start)
        if number == str(expected) and _any_borne(borne, texts, index, number, above):
            block, after = note_block(texts, index, page)
            blocks.append((block, index, after))
            expected += len(block)
            page_start = extract.lines[after - 1].end
            index = after
        else:
            index += 1
    return gathered(extract, blocks)


def _any_borne(
    borne: BorneNumbers, texts: Sequence[str], index: int, number: str, where: Span
) -> bool:
    """Whether a word bears the number, or the next one where that starts the next line."""
    if borne.bears(number, where):
        return True
    following = str(int(number) + 1)
    below = _number_in(_LOOSE.match(texts[index + 1])) if index + 1 < len(texts) else ""
    return below == following and borne.bears(following, where)
