"""PDF files: lines with their type size, so that notes and page numbers are known for sure.

pdfminer.six (the extra `council-workflow[pdf]`) reads the characters in a process of its own;
where it is not installed or takes too long, `pdftotext` is asked for plain text.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from workflow.errors import WorkflowError
from workflow.report.formats import pdf_worker
from workflow.report.formats.columns import untangle
from workflow.report.formats.extract import OTHER_SCALE, Extract, Line, Mark, plain_lines
from workflow.report.formats.pdf_worker import PASSWORD, TOO_MUCH

SECONDS = 7
"""How long pdfminer may take before `pdftotext` is tried."""
SECONDS_MORE = 1.5
MOST_OBJECTS = 300_000
"""Objects of a file; a report of thirty pages has some thousands."""
NOTE_SIZE = 0.93
"""Notes are set smaller than this share of the body size."""
LARGE = 1.15
"""Headings may be set larger than this share of the body size."""
PARAGRAPH_GAP = 1.4
"""A paragraph starts where lines stand further apart than this share of the usual distance."""

_GLUED_NUMBER = re.compile(r"(\d{1,3})(?=[A-ZÀ-Þ][^\W\d_]{2})")
_OWN_NUMBER = re.compile(r"\W{0,2}(\d{1,3})(?:[\s.)]+|$)(?=\S|$)")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page as it is printed; sizes and positions in points."""

    text: str
    size: float
    bold: bool
    top: float
    bottom: float
    left: float
    height: float
    """Height of the page."""
    marks: tuple[tuple[int, str], ...]
    """Raised figures: offset in the text, digits."""
    note: str = ""
    """Mark of the note whose text this is."""
    skip: int = 0
    """Characters that the note's own number takes."""


def read_pdf(data: bytes, where: str) -> Extract:
    """A PDF file as an extract.

    Raises WorkflowError for a file that is broken, protected, without text, made of too many
    objects, or for want of a reader.
    """
    extract = None
    objects = data.count(b" obj")
    if objects > MOST_OBJECTS:
        raise WorkflowError("report.errors.too_many_pieces", where=where, n=objects)
    if importlib.util.find_spec("pdfminer") is not None:
        extract = _with_pdfminer(data, where)
    if extract is None:
        extract = _with_pdftotext(data, where)
    if extract is None:
        missing = importlib.util.find_spec("pdfminer") is None and not shutil.which("pdftotext")
        raise WorkflowError(
            f"report.errors.{'no_pdf_reader' if missing else 'bad_pdf'}", where=where
        )
    if not extract.source.strip():
        raise WorkflowError("report.errors.pdf_without_text", where=where)
    return extract


def _with_pdfminer(data: bytes, where: str) -> Extract | None:
    """The extract by pdfminer, or None where it cannot make anything of the file in time."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-P", pdf_worker.__file__]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    if done.returncode == PASSWORD:
        raise WorkflowError("report.errors.password", where=where)
    if done.returncode == TOO_MUCH:
        raise WorkflowError("report.errors.bomb", where=where)
    if done.returncode != 0:
        return None
    return compose([[_printed(line) for line in page] for page in json.loads(done.stdout)])


def _with_pdftotext(data: bytes, where: str) -> Extract | None:
    """The extract by `pdftotext`, or None where there is none."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, "-layout", "-enc", "UTF-8", "-", "-"],
            input=data, capture_output=True, timeout=SECONDS_MORE, check=False,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError):
        return None
    if b"ncorrect password" in done.stderr:
        raise WorkflowError("report.errors.password", where=where)
    if done.returncode != 0:
        return None
    source = untangle(done.stdout.decode("utf-8", "replace"))
    return Extract(source, plain_lines(source))


def _printed(values: list[Any]) -> PrintedLine:
    text, size, bold, top, bottom, left, height, marks = values
    kept = text.rstrip()
    return PrintedLine(
        kept, size, bold, top, bottom, left, height,
        tuple((min(offset, len(kept)), digits) for offset, digits in marks),
    )  # fmt: skip


def compose(pages: list[list[PrintedLine]]) -> Extract:
    """The text of the pages, with what type size and position say about each line."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    pages, known = _pages_with_notes(pages, body)
    pitch = _pitch(pages, body)
    pieces: list[str] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    length = 0
    for page, marks_here in zip(pages, known, strict=True):
        for place, (line, gap) in enumerate(_with_gaps(page, pitch, body)):
            if gap:
                lines.append(Line(length, length))
                pieces.append("\n")
                length += 1
            text, found = _placed_marks(line, marks_here)
            marks += [Mark(length + at, length + at, mark) for at, mark in found]
            strong = not line.note and (line.bold or line.size > LARGE * body)
            lines.append(
                Line(length + line.skip, length + len(text), place == 0 and length > 0,
                     note=line.note, strong=strong, scale=_scale(line, body))
            )  # fmt: skip
            pieces.append(text + "\n")
            length += len(text) + 1
    return Extract("".join(pieces), tuple(lines), tuple(marks))


class _Numbering:
    """Marks of notes, kept apart where numbers start anew on a later page."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self.current: dict[str, str] = {}
        """Final mark by printed one, on the page in hand."""

    def start_page(self) -> None:
        """Numbers printed from now on are those of another page."""
        self.current = {}

    def mark(self, printed: str) -> str:
        """The mark of a note that starts with a printed number."""
        mark = printed
        while mark in self._used:
            mark = str(max(int(used) for used in self._used) + 1)
        self._used.add(mark)
        self.current[printed] = mark
        return mark


def _pages_with_notes(
    pages: list[list[PrintedLine]], body: float
) -> tuple[list[list[PrintedLine]], list[set[str]]]:
    """The pages with their notes marked, and for each the marks that may stand in its text.

    A note for which a page had no room stands on the next one.
    """
    numbering = _Numbering()
    marked: list[list[PrintedLine]] = []
    known: list[set[str]] = []
    waiting: set[str] = set()
    for page in pages:
        marked.append(_with_notes(page, body, numbering, waiting))
        notes = {line.note for line in marked[-1] if line.note}
        if known:
            known[-1] |= waiting & notes
        known.append(notes)
        text = (line for line in marked[-1] if not line.note)
        waiting = {digits for line in text for offset, digits in line.marks if offset} - notes
    return marked, known


def _with_notes(
    page: list[PrintedLine], body: float, numbering: _Numbering, waiting: set[str]
) -> list[PrintedLine]:
    """The page with its notes marked: small lines at its foot, the first one numbered.

    Notes as large as the text are known by the raised number that a line above bears too, or
    one of the page before that is still `waiting` for its note.
    """
    numbering.start_page()
    first = len(page)
    while first > 0 and (
        page[first - 1].size <= NOTE_SIZE * body or _is_lone_number(page[first - 1])
    ):
        first -= 1
    large = _first_large_note(page, waiting)
    marked = list(page)
    mark = ""
    for place in range(min(first, large), len(page)):
        line = page[place]
        small = line.size <= NOTE_SIZE * body
        if not small and place < large:
            continue
        raised = _opening_mark(line)
        own = _OWN_NUMBER if small else _GLUED_NUMBER
        found = None if raised else own.match(line.text)
        if _is_lone_number(line) and not raised and place == len(page) - 1:
            continue
        if raised or found:
            mark = numbering.mark(raised or (found[1] if found else ""))
        if mark:
            skip = found.end() if found else 0
            kept = tuple(m for m in line.marks if not (raised and m[0] == 0))
            marked[place] = replace(line, note=mark, skip=skip, marks=kept)
    return marked


def _opening_mark(line: PrintedLine) -> str:
    """The raised figures with which a line starts, or an empty string."""
    return line.marks[0][1] if line.marks and line.marks[0][0] == 0 else ""


def _first_large_note(page: list[PrintedLine], waiting: set[str]) -> int:
    """Index of the first line that starts with a raised number which text above bears."""
    borne = set(waiting)
    for place, line in enumerate(page):
        glued = _GLUED_NUMBER.match(line.text)
        if _opening_mark(line) in borne or (glued and glued[1] in borne):
            return place
        borne.update(digits for offset, digits in line.marks if offset)
    return len(page)


def _is_lone_number(line: PrintedLine) -> bool:
    return line.text.strip(" -–").isdigit() and not line.marks


def _pitch(pages: list[list[PrintedLine]], body: float) -> float:
    """The smallest common distance between the base lines of neighbours of body size."""
    distances: Counter[float] = Counter()
    for page in pages:
        for above, below in pairwise(page):
            if above.size == below.size == body:
                distances[round(above.bottom - below.bottom, 0)] += 1
    common = max(2, sum(distances.values()) // 10)
    return min((d for d, count in distances.items() if count >= common and d > 0), default=0.0)


def _scale(line: PrintedLine, body: float) -> float:
    """How much larger than the running text a heading is set; 1 for other lines."""
    return round(line.size / body, 2) if not line.note and line.size > LARGE * body else 1.0


def _with_gaps(
    page: list[PrintedLine], pitch: float, body: float
) -> Iterator[tuple[PrintedLine, bool]]:
    """The lines of a page, each with whether more than the usual distance lies above it."""
    for place, line in enumerate(page):
        above = page[place - 1] if place else None
        alike = above is not None and abs(above.size - line.size) <= OTHER_SCALE * body
        scale = _scale(line, body) if alike else 1.0
        far = above is not None and above.bottom - line.bottom > PARAGRAPH_GAP * pitch * scale > 0
        yield line, far and not line.note


def _placed_marks(line: PrintedLine, known: set[str]) -> tuple[str, list[tuple[int, str]]]:
    """The text of a line and the marks in it; raised figures without a note stay text."""
    pieces: list[str] = []
    found: list[tuple[int, str]] = []
    position = length = 0
    for offset, digits in line.marks:
        pieces.append(line.text[position:offset])
        length += offset - position
        position = offset
        mark = digits if digits in known else ""
        if mark and not line.note:
            found.append((length, mark))
        else:
            pieces.append(digits)
            length += len(digits)
    pieces.append(line.text[position:])
    return "".join(pieces), found
