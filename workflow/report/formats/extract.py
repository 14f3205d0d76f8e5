"""What every format is brought to before layout is read: text, lines and a few facts."""

import re
from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.report.model import Notice, Span

LONGEST_TEXT = 2_500_000
"""Characters; fifty long reports have under two million."""
LONGEST_LINE = 400_000
"""Characters of a line; a whole report that lost its lines has some fifty thousand."""

OTHER_SCALE = 0.1
"""By what share of the running text a type must be larger to be another one."""

_LINE_END = re.compile("[\n\f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the extracted text, with what the format itself says about it."""

    start: int
    """Offset of its first character in the extracted text."""
    end: int
    """Offset behind its last character, the newline not included."""
    page: bool = False
    """Whether a new page starts here."""
    opens: bool = False
    """Whether the format says that a paragraph starts here."""
    heading: int = 0
    """Level of the heading, from 1; 0 for other lines or where the format does not say."""
    label: str = ""
    """List number or bullet that the format keeps apart from the text: `4.` or `•`."""
    note: str = ""
    """Mark of the footnote of which this is the text."""
    strong: bool = False
    """Whether all of it stands out from the running text (bold, larger)."""
    row: int = 0
    """Row of a table of which it is a cell, and so no heading unless the format calls it one."""
    bold: int = 0
    """Characters in bold with which it starts."""
    scale: float = 1.0
    """How much larger than that of the running text its type is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark in the running text; `start == end` where the text has no character."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file."""

    source: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    """Marks that the format itself tells apart."""
    notices: tuple[Notice, ...] = ()

    def text(self, span: Span) -> str:
        """The characters of a span."""
        return self.source[span[0] : span[1]]


def plain_lines(source: str) -> tuple[Line, ...]:
    """The lines of plain text; a form feed ends a line and starts a page."""
    lines = []
    start, page = 0, False
    for found in _LINE_END.finditer(source):
        lines.append(Line(start, found.start(), page))
        start, page = found.end(), found.group() == "\f"
    lines.append(Line(start, len(source), page))
    return tuple(lines)


def check_length(length: int, where: str) -> None:
    """Raises WorkflowError for a text of more characters than a report can have."""
    if length > LONGEST_TEXT:
        size = length // 1_000_000
        raise WorkflowError("report.errors.too_long", where=where, size=size)
