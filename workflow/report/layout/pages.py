"""Pages: what is printed on them besides the running text is taken out of the flow.

Page numbers and running headers are dropped, footnotes are collected. What is left are
the body lines, each with the gap that lay before it.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.languages import data
from workflow.report.formats.extract import Extract, Line
from workflow.report.layout.end_notes import headed_notes, last_notes
from workflow.report.layout.headers import running_headers
from workflow.report.layout.labelled_notes import arrowed_notes, labelled_notes
from workflow.report.layout.notes import FoundNotes, RawNote, find_notes
from workflow.report.layout.pagewords import page_number
from workflow.report.layout.stacked_notes import stacked_notes
from workflow.report.layout.underlines import without_underlines
from workflow.report.trace import Trace

_PAGES_AHEAD = 3
_FEWEST_LINES_A_PAGE = 15

_ODD_BLANKS = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), " ")
_WIDEST = 160
_NARROWEST = 30
_OVERLONG = 1.4
_MOST_OVERLONG = 0.2
"""Share of the lines that may be much longer than a full one."""
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
class Pages:
    """Body and notes, taken apart."""

    body: tuple[BodyLine, ...]
    notes: tuple[RawNote, ...]
    width: int
    """Characters of a full line; 0 where lines are not wrapped."""


def take_apart(extract: Extract, language: str, trace: Trace) -> Pages:
    """The body lines and the notes of an extract."""
    source = extract.source.translate(_ODD_BLANKS)
    texts = without_underlines([source[line.start : line.end] for line in extract.lines])
    width = wrap_width(texts)
    notes = _notes(extract, texts, width, language, trace)
    furniture = _furniture(extract, texts, notes, language, trace)
    return Pages(_body(extract, texts, notes, furniture), notes.notes, width)


def _notes(
    extract: Extract, texts: list[str], width: int, language: str, trace: Trace
) -> FoundNotes:
    """The notes: told by the format, labelled or arrowed by a web page, or found by their form."""
    if not any(line.note for line in extract.lines):
        for found, rule in (
            (labelled_notes(extract, texts, language), "notes_labelled"),
            (arrowed_notes(extract, texts), "notes_arrowed"),
            (headed_notes(extract, texts, width, language), "notes_headed"),
            (stacked_notes(extract, texts), "notes_stacked"),
        ):
            if found.notes:
                trace.fired(rule, n=len(found.notes), line=found.notes[0].line)
                return found
    found = find_notes(extract, texts, width, trace)
    if not found.notes:
        found = last_notes(extract, texts, width)
        if found.notes:
            trace.fired("notes_last", n=len(found.notes), line=found.notes[0].line)
    return found


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
    if sum(len(line) > _OVERLONG * width for line in solid) > _MOST_OVERLONG * len(solid):
        return 0
    long_lines = any(len(line) > _WIDEST for line in solid)
    return width if width <= _WIDEST and len(broken) >= (3 if long_lines else 1) else 0


def _furniture(
    extract: Extract, texts: list[str], notes: FoundNotes, language: str, trace: Trace
) -> set[int]:
    """Indexes of page numbers and running headers.

    A title that returns on every page stays where it stands first, at the head of the text.
    """
    solid = [i for i, text in enumerate(texts) if text.strip() and i not in notes.lines]
    numbers = _page_numbers(extract, texts, solid, notes)
    for index in sorted(numbers):
        trace.fired("page_number", line=index + 1, text=texts[index].strip())
    headers = running_headers(extract, texts, [i for i in solid if i not in numbers], numbers)
    openers = tuple(data(language, "headings")["title"]["openers"])
    if solid and texts[solid[0]].strip().lower().startswith(openers):
        headers -= {solid[0]}
    for index in sorted(headers)[:1]:
        trace.fired("running_header", line=index + 1, n=len(headers), text=texts[index].strip())
    return numbers | headers


def _page_numbers(
    extract: Extract, texts: list[str], solid: list[int], notes: FoundNotes
) -> set[int]:
    """Lone numbers that stand where a page ends, or that count pages through the text."""
    lone = [
        index
        for index in solid
        if page_number(texts[index]) is not None and not extract.lines[index].opens
    ]
    found = {index for index in lone if _at_page_end(extract, texts, index, notes)}
    apart = [index for index in lone if _stands_apart(texts, index)]
    previous = 0
    for index in apart:
        value = page_number(texts[index]) or 0
        counts = previous < value <= previous + 2 and found | set(apart[:1])
        if counts or value <= _PAGES_AHEAD + index // _FEWEST_LINES_A_PAGE:
            found.add(index)
            previous = value
    return found


def _at_page_end(extract: Extract, texts: list[str], index: int, notes: FoundNotes) -> bool:
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
    extract: Extract, texts: list[str], notes: FoundNotes, furniture: set[int]
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
