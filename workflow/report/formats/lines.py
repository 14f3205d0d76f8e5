"""Building the text of a format that tells lines, labels, marks and notes apart."""

import re
from dataclasses import dataclass, field

from workflow.report.formats.extract import Extract, Line, Mark
from workflow.report.model import Notice

_OWN_NUMBER = re.compile(r"\W{0,2}(\d{1,3})(?:\W+|$|(?=[A-ZÀ-Þ]))")
_BACK = " ↩↑⤴\ufe0e"
_STOPS, _QUOTES = (".", "!", "?", "…"), " \"'”’»)"
_UNIT = re.compile(r"(?:(?:^|[\s\d])[kcdm]?m|CO|\d)$")
_ALL_BOLD = 0.9
"""Share of the characters of a line that must be bold for it to count as strong."""


@dataclass(slots=True)
class LineWriter:
    """The extracted text while it grows, line by line."""

    label: str = ""
    """Number or bullet of the next line."""
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _lines: list[Line] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _line: list[str] = field(default_factory=list)
    _line_length: int = 0
    _bold: int = 0
    _lead: int = 0
    """Characters in bold with which the line starts."""
    _line_marks: list[tuple[int, str]] = field(default_factory=list)
    _opens: bool = True
    _row: object = None
    """The row of the last cell."""
    _rows: int = 0

    @property
    def line_length(self) -> int:
        """Characters of the line so far."""
        return self._line_length

    @property
    def length(self) -> int:
        """Characters that were written so far."""
        return self._length + self._line_length

    def add(self, text: str, bold: bool = False) -> None:
        """Text of the line; blanks at its start and double ones are left out."""
        if not self._line_length or self._line[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._line.append(text)
            if bold and self._lead == self._line_length:
                self._lead += len(text)
            self._line_length += len(text)
            if bold:
                self._bold += len(text.replace(" ", ""))

    def mark(self, mark: str) -> None:
        """A note mark at the present place of the line."""
        self._line_marks.append((self._line_length, mark))

    def ends_in_unit(self) -> bool:
        """Whether the line ends so far in a unit of length or a figure, as in `km` or `10`."""
        return bool(_UNIT.search("".join(self._line[-3:])))

    def leave_unfinished(self) -> None:
        """Leaves the line out if it is no sentence; one with the mark of a note stays."""
        if not self._line_marks and not "".join(self._line).rstrip(_QUOTES).endswith(_STOPS):
            self._line, self._line_length = [], 0

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Where the next line will stand, for `cut`."""
        return len(self._lines), len(self._pieces), len(self._marks), self._length

    def cut(self, place: tuple[int, int, int, int]) -> None:
        """Leaves out every line from a place on."""
        lines, pieces, marks, self._length = place
        for mark in self._marks[marks:]:
            self._seen.discard(mark.mark)
        del self._lines[lines:], self._pieces[pieces:], self._marks[marks:]

    def note(self, mark: str, text: str) -> None:
        """A note as a line of its own."""
        text = " ".join(text.split())
        self._lines.append(Line(self._length, self._length + len(text), note=mark))
        self._write(text)

    def end_line(
        self, paragraph: bool, *, heading: int = 0, in_note: bool = False, row: object = None
    ) -> None:
        """Ends the line, if it has text; `paragraph` says that the next one opens a paragraph.

        `row` is the row of a table, in whatever form, of which the line is a cell.
        """
        text = "".join(self._line).rstrip()
        if text or self._line_marks:
            if in_note:
                self._end_note(text)
            else:
                self._end_body(text, heading, self._count_row(row))
            self.label = ""
            self._opens = False
        self._opens = self._opens or paragraph
        self._line, self._line_length, self._line_marks = [], 0, []
        self._bold = self._lead = 0

    def _end_body(self, text: str, heading: int, row: int) -> None:
        start = self._length
        for offset, mark in self._line_marks:
            if mark not in self._seen:
                self._seen.add(mark)
                self._marks.append(Mark(start + offset, start + offset, mark))
        strong = bool(text) and self._bold >= _ALL_BOLD * len(text.replace(" ", ""))
        self._lines.append(
            Line(
                start,
                start + len(text),
                False,
                self._opens,
                heading,
                self.label,
                "",
                strong,
                row,
                self._lead,
            )
        )
        self._write(text)

    def _count_row(self, row: object) -> int:
        """The number of a row, counted through all tables; 0 for none."""
        self._rows += row is not None and row is not self._row
        self._row = row if row is not None else self._row
        return self._rows if row is not None else 0

    def _end_note(self, text: str) -> None:
        """A line of a note: its mark is raised, starts the line, or is that of the line above.

        A list may count the notes too. Arrows that lead back to the text are left out.
        """
        text = text.rstrip(_BACK)
        found = _OWN_NUMBER.match(text)
        listed = _OWN_NUMBER.match(self.label)
        skip = 0
        if self._line_marks and self._line_marks[0][0] == 0:
            mark = self._line_marks[0][1]
        elif listed and listed[1] in self._seen:
            mark = listed[1]
        elif found:
            mark, skip = found[1], found.end()
        else:
            mark = self._lines[-1].note if self._lines else ""
        if mark and text[skip:].strip():
            self._lines.append(Line(self._length + skip, self._length + len(text), note=mark))
        elif mark and not text[skip:].strip():
            self._lines.append(Line(self._length + len(text), self._length + len(text), note=mark))
        else:
            self._lines.append(Line(self._length, self._length + len(text), opens=True))
        self._write(text)

    def _write(self, text: str) -> None:
        self._pieces.append(text + "\n")
        self._length += len(text) + 1

    def extract(self, notices: tuple[Notice, ...] = ()) -> Extract:
        """What was written."""
        return Extract("".join(self._pieces), tuple(self._lines), tuple(self._marks), notices)
