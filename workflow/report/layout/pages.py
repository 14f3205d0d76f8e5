"""Pages: what is printed on them besides the running text is taken out of the flow.

Page numbers and running headers are dropped, footnotes are collected. What is left are
the body lines, each with the gap that lay before it.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.report.formats.extract import Extract, Line
from workflow.report.layout.headers import running_headers
from workflow.report.model import Span
from workflow.report.trace import Trace

RULE_WIDTH = 20
"""Fewest blanks, dashes or underscores that make a footnote rule."""

_PAGES_AHEAD = 3
_FEWEST_LINES_A_PAGE = 15

_RULE = re.compile(
    rf"[ \t\u00a0]{{{RULE_WIDTH},}}|[ \t]*(?:[_\u2014\u2015\u2500]{{5,}}|-{{8,}})[ \t]*"
)
_ODD_BLANKS = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), " ")
_WIDEST = 160
_NARROWEST = 30
_NOTE = re.compile(r"(\s*)(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3}))[\s.)]\s*(?=\S)")
_PAGE_NUMBER = re.compile(
    r"(?:pagina|page|blz\.?|p\.)?\s*[-\u2013]?\s*(\d{1,4})\s*[-\u2013]?"
    r"(?:\s*(?:van|of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;][\"'\u2019\u201d)\]»]*$")


@dataclass(frozen=True, slots=True)
class Gap:
    """What lay between a body line and the one before it."""

    empty: int = 0
    """Lines without any character."""
    spaced: int = 0
    """Lines of blanks only."""
    page: bool = False
    """Whether a page ended there, or a footnote block or page number stood there."""


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of the running text, its blanks at both ends taken off."""

    number: int
    """Line of the extracted text, from 1."""
    text: str
    start: int
    end: int
    lead: int
    """Blanks before it."""
    trailing: int
    """Blanks behind it."""
    gap: Gap
    facts: Line


@dataclass(frozen=True, slots=True)
class RawNote:
    """A footnote as it lies in the extracted text."""

    mark: str
    spans: tuple[Span, ...]
    line: int
    region: Span
    """The stretch of text in which its mark must stand."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Body and notes, taken apart."""

    body: tuple[BodyLine, ...]
    notes: tuple[RawNote, ...]
    width: int
    """Characters of a full line; 0 where lines are not wrapped."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the notes are: the note's lines by line index, and the notes."""

    lines: dict[int, str]
    notes: tuple[RawNote, ...]
    rules: frozenset[int]


def take_apart(extract: Extract, trace: Trace) -> Pages:
    """The body lines and the notes of an extract."""
    source = extract.source.translate(_ODD_BLANKS)
    texts = [source[line.start : line.end] for line in extract.lines]
    width = wrap_width(texts)
    notes = _notes(extract, texts, trace)
    furniture = _furniture(extract, texts, notes, trace)
    return Pages(_body(extract, texts, notes, furniture), notes.notes, width)


def wrap_width(texts: list[str]) -> int:
    """The length of a full line: what lines reach that go on in lower case on the next one.

    0 where lines are not wrapped. One such line is enough if no line is longer than a page is
    wide; among long lines, which must be paragraphs, it takes three.
    """
    solid = [text.strip() for text in texts if text.strip()]
    broken = sorted(
        len(line)
        for line, after in pairwise(solid)
        if after[0].islower() and not _SENTENCE_END.search(line) and len(line) >= _NARROWEST
    )
    if not broken:
        return 0
    width = broken[int(0.9 * (len(broken) - 1))]
    long_lines = any(len(line) > _WIDEST for line in solid)
    return width if width <= _WIDEST and len(broken) >= (3 if long_lines else 1) else 0


def _notes(extract: Extract, texts: list[str], trace: Trace) -> _Found:
    """Footnotes: those that the format tells apart, else those under a rule on a page."""
    told = [index for index, line in enumerate(extract.lines) if line.note]
    if told:
        return _told_notes(extract, told)
    lines: dict[int, str] = {}
    notes: list[RawNote] = []
    rules = set()
    index, page_start = 0, 0
    while index < len(texts):
        if _is_rule(texts[index]) and (first := _first_note(texts, index + 1)):
            rules.add(index)
            block, after = _note_block(texts, first)
            region = (page_start, extract.lines[index].start)
            for mark, members in block:
                notes.append(_raw(extract, mark, members, region))
                lines.update(dict.fromkeys(members, mark))
            rules.update(range(index, after))
            page_start = extract.lines[after - 1].end
            index = after
        else:
            index += 1
    if notes:
        trace.fired("notes_under_rule", n=len(notes), line=notes[0].line)
    return _Found(lines, tuple(notes), frozenset(rules - set(lines)))


def _told_notes(extract: Extract, told: list[int]) -> _Found:
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
    return _Found({i: extract.lines[i].note for i in told}, notes, frozenset())


def _is_rule(text: str) -> bool:
    return bool(_RULE.fullmatch(text))


def _first_note(texts: list[str], index: int) -> int:
    """Index of the first note line behind a rule, or 0."""
    while index < len(texts) and not texts[index].strip():
        if _is_rule(texts[index]):
            return 0
        index += 1
    return index if index < len(texts) and _NOTE.match(texts[index]) else 0


def note_mark(text: str) -> str:
    """The mark that a line starts with, or an empty string."""
    found = _NOTE.match(text)
    return (found[2] or found[3] or found[4]) if found else ""


def _note_block(texts: list[str], first: int) -> tuple[list[tuple[str, list[int]]], int]:
    """The notes of one page as mark and line indexes, and the index behind the block.

    A note goes on while its lines are full; a line that starts with the next mark starts the
    next note; a short line or an empty one ends it, and so does a line with one blank before
    it where the notes have none.
    """
    mark = note_mark(texts[first])
    block = [(mark, [first])]
    lead = len(texts[first]) - len(texts[first].lstrip())
    longest = len(texts[first].strip())
    index, last = first + 1, first
    while index < len(texts):
        text = texts[index].strip()
        if not text:
            index += 1
            continue
        if note_mark(texts[index]) == str(int(mark) + 1):
            mark = note_mark(texts[index])
            block.append((mark, [index]))
        elif (
            index - last > 1
            or len(texts[index]) - len(texts[index].lstrip()) == lead + 1
            or len(texts[last].strip()) < 0.7 * longest
        ):
            break
        else:
            block[-1][1].append(index)
        longest = max(longest, len(text))
        last = index
        index += 1
    return block, last + 1


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


def _furniture(extract: Extract, texts: list[str], notes: _Found, trace: Trace) -> set[int]:
    """Indexes of page numbers and running headers."""
    solid = [i for i, text in enumerate(texts) if text.strip() and i not in notes.lines]
    numbers = _page_numbers(extract, texts, solid, notes)
    for index in sorted(numbers):
        trace.fired("page_number", line=index + 1, text=texts[index].strip())
    headers = running_headers(extract, texts, [i for i in solid if i not in numbers], numbers)
    for index in sorted(headers)[:1]:
        trace.fired("running_header", line=index + 1, n=len(headers), text=texts[index].strip())
    return numbers | headers


def _page_numbers(
    extract: Extract, texts: list[str], solid: list[int], notes: _Found
) -> set[int]:
    """Lone numbers that stand where a page ends, or that count pages through the text."""
    lone = [
        index
        for index in solid
        if _PAGE_NUMBER.fullmatch(texts[index].strip()) and not extract.lines[index].opens
    ]
    found = {index for index in lone if _at_page_end(extract, texts, index, notes)}
    apart = [index for index in lone if _stands_apart(texts, index)]
    previous = 0
    for index in apart:
        value = _page_value(texts[index])
        counts = previous < value <= previous + 2 and found | set(apart[:1])
        if counts or value <= _PAGES_AHEAD + index // _FEWEST_LINES_A_PAGE:
            found.add(index)
            previous = value
    return found


def _page_value(text: str) -> int:
    match = _PAGE_NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else 0


def _at_page_end(extract: Extract, texts: list[str], index: int, notes: _Found) -> bool:
    """Whether a form feed or a footnote rule is near, or the line names a page."""
    near = range(max(0, index - 3), min(len(texts), index + 4))
    if any(extract.lines[i].page or i in notes.rules for i in near):
        return True
    return not texts[index].strip().strip("-\u2013 ").isdigit()


def _stands_apart(texts: list[str], index: int) -> bool:
    """Whether blank lines stand on both sides."""
    above = index == 0 or not texts[index - 1].strip()
    below = index + 1 >= len(texts) or not texts[index + 1].strip()
    return above and below


def _body(
    extract: Extract, texts: list[str], notes: _Found, furniture: set[int]
) -> tuple[BodyLine, ...]:
    """What is left, with the gaps."""
    body = []
    gap = Gap()
    for index, (line, text) in enumerate(zip(extract.lines, texts, strict=True)):
        if line.page:
            gap = replace(gap, page=True)
        if index in notes.lines or index in notes.rules or index in furniture:
            gap = replace(gap, page=True)
        elif not text:
            gap = replace(gap, empty=gap.empty + 1)
        elif not text.strip():
            gap = replace(gap, spaced=gap.spaced + 1)
        else:
            lead = len(text) - len(text.lstrip())
            trailing = len(text) - len(text.rstrip())
            body.append(
                BodyLine(index + 1, text.strip(), line.start + lead, line.end - trailing,
                         lead, trailing, gap, line)
            )  # fmt: skip
            gap = Gap()
    return tuple(body)
