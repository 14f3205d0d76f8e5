"""Markdown: headings, lists, notes and tables of a text that was written with signs for them."""

import re
from collections.abc import Iterator
from html import unescape

from workflow.report.formats.extract import Extract
from workflow.report.formats.lines import LineWriter

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(\S.*?)(?:\s+#+)?(?:\s*\{[^{}]{1,80}\})?\s*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})\s*$")
_SIGNED = re.compile(r"\s*#{1,2} [^\n#]{3,300}\n\s*\n")
_WIKI = re.compile(r" {0,3}(={2,6})\s*([^=\s](?:[^=]{0,300}[^=\s])?)\s*\1\s*$")
"""A heading between signs, as wikis have it: `== Toys ==`."""
_STRONG_LINE = re.compile(r"(?:(\*{1,3}|_{1,3})(?=[^\s*_])[^*_]{2,200}(?<=\S)\1:?\s*)+$")
"""A line set apart as a whole, with two signs or, as in mails, with one; perhaps in pieces."""
_STRONG_LEAD = re.compile(r" {0,3}(?:\d{1,2}[.)]\s+)?\*\*(?=[^\s*])[^*]{2,200}(?<=\S)\*\*")
_TYPE_SIGN = re.compile(r"[*_]+:?")
_BULLET = re.compile(r"\s{0,12}[-*+•]\s+(?=\S)")
_NUMBER = re.compile(r"\s{0,12}\(?(?:\d{1,3}|[a-z]|[IVX]{1,5})\\?[.)]\s")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,20})\]:\s*")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_TABLE = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?\s*$")
_QUOTED = re.compile(r"^ {0,3}(?:>\s?)+")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_INLINE = re.compile(
    r"\\([\\`*_{}\[\]()#+.!|>~-])|!\[[^\]]{0,300}\]\([^)]{0,500}\)|\[\^([^\]\s]{1,20})\]"
    r"|\[([^\]]{1,300})\]\([^)]{0,500}\)|(\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
)
_FEWEST_HEADINGS = 2
_LONGEST_HEADING = 400
_FEWEST_STRONG = 3
_SAMPLE = 200_000


def looks_like_markdown(text: str) -> bool:
    """Whether headings or rows of tables have signs, or lines stand in or open with `**` or `*`."""
    lines = [line for line in text[:_SAMPLE].split("\n") if len(line) <= _LONGEST_HEADING]
    headings = sum(bool(_HEADING.match(line) or _WIKI.match(line)) for line in lines)
    strong = sum(bool(_STRONG_LINE.match(line) or _STRONG_LEAD.match(line)) for line in lines)
    headings += sum(
        bool(_UNDERLINE.match(below)) and not above.strip() and _is_underlined(line, below)
        for above, line, below in zip(["", *lines], lines, lines[1:], strict=False)
    )
    rows = any(_TABLE_RULE.match(line) and _TABLE.match(line) for line in lines)
    # No text without signs starts with one; its other headings may be underlined by a few.
    signed = bool(_SIGNED.match(text[:_SAMPLE]))
    return signed or headings >= _FEWEST_HEADINGS or headings + strong >= _FEWEST_STRONG or rows


def read_markdown(text: str) -> Extract:
    """A text in Markdown as an extract, without its signs."""
    page = _Page()
    for line, below in _lines(text):
        page.read(line, below)
    return page.finish()


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line with the one below it; what a file says about itself at its head is left out."""
    lines = text.split("\n")
    if lines[0].strip() == "---" and "---" in lines[1:40]:
        lines = lines[lines.index("---", 1) + 1 :]
    return zip(lines, [*lines[1:], ""], strict=True)


class _Page:
    """The extract while it grows."""

    def __init__(self) -> None:
        self.text = LineWriter()
        self.notes: list[tuple[str, list[str]]] = []
        self.marks: dict[str, str] = {}
        self.code = self.bold = self.in_note = self.underlined = False

    def read(self, line: str, below: str) -> None:
        """One line, its sort known by how it starts."""
        line, below = _QUOTED.sub("", line), _QUOTED.sub("", below)
        if _FENCE.match(line):
            self.code = not self.code
        heading = _level_and_text(line) if len(line) <= _LONGEST_HEADING else None
        if self.underlined:
            self.underlined = False
        elif self.code or _FENCE.match(line):
            self._own_line(line.strip())
        elif not line.strip():
            self._end()
        elif self.in_note and line.startswith(("    ", "\t")):
            self.notes[-1][1].append(self._plain(line.strip()))
        elif heading:
            self._own_line(heading[1], heading[0])
        elif (under := _UNDERLINE.match(below)) and not self._is_open() and _titled(line):
            self._own_line(line.strip(), 1 if under[1][0] == "=" else 2)
            self.underlined = True
        elif _RULE.match(line) or _TABLE_RULE.match(line):
            self._end()
        elif note := _NOTE.match(line):
            self._end()
            mark = self.marks.setdefault(note[1], str(len(self.marks) + 1))
            self.notes.append((mark, [self._plain(line[note.end() :])]))
            self.in_note = True
        elif _TABLE.match(line):
            self._row(line)
        elif strong := _STRONG_LINE.match(line.strip()):
            self._own_line(f"**{_TYPE_SIGN.sub('', strong.group()).strip()}**")
        else:
            self._running(line)

    def _is_open(self) -> bool:
        """Whether a paragraph is being written."""
        return bool(self.text.line_length)

    def _end(self) -> None:
        self.text.end_line(True)
        self.bold = self.in_note = False

    def _own_line(self, text: str, heading: int = 0) -> None:
        self._end()
        self._add(text)
        self.text.end_line(True, heading=heading)
        self.bold = False

    def _row(self, line: str) -> None:
        """The cells of a row of a table, each on a line of its own."""
        self._end()
        cells = line.strip().strip("|").split("|")
        for cell in cells:
            self._add(cell.strip())
            self.text.end_line(True, row=cells)

    def _running(self, line: str) -> None:
        """A line of a paragraph, a quotation or a point of a list."""
        bullet = _BULLET.match(line)
        if bullet or _NUMBER.match(line):
            self._end()
        if bullet:
            self.text.label = "•"
            line = line[bullet.end() :]
        if self._is_open():
            self.text.add(" ")
        self._add(line.strip().removesuffix("\\"))
        if line.endswith(("  ", "\\")):
            self.text.end_line(False)

    def _add(self, text: str) -> None:
        """Text without signs for type, links and escapes; marks of notes are kept apart."""
        position = 0
        for found in _INLINE.finditer(text):
            self.text.add(unescape(text[position : found.start()]), self.bold)
            position = found.end()
            if found[2]:
                self.text.mark(self.marks.setdefault(found[2], str(len(self.marks) + 1)))
            elif found[4] and len(found[4]) > 1:
                self.bold = not self.bold
            elif found[4] and _stands_alone(text, found):
                self.text.add(found[4])
            else:
                self.text.add(found[1] or found[3] or "", self.bold)
        self.text.add(unescape(text[position:]), self.bold)

    def _plain(self, text: str) -> str:
        """Text of a note without signs."""
        return unescape(_INLINE.sub(lambda found: found[1] or found[3] or "", text))

    def finish(self) -> Extract:
        """The extract, notes at its end."""
        self._end()
        for mark, pieces in self.notes:
            self.text.note(mark, " ".join(pieces))
        return self.text.extract()


def _level_and_text(line: str) -> tuple[int, str] | None:
    """The level and text of a heading, or None for another line."""
    found = _HEADING.match(line) or _WIKI.match(line)
    return (len(found[1]), found[2]) if found else None


def _is_underlined(line: str, below: str) -> bool:
    """Whether a row of signs is as long as the line above it, which is no sentence."""
    text = line.strip()
    return bool(text) and text[-1] not in ".,;:" and abs(len(text) - len(below.strip())) <= 2


def _titled(line: str) -> bool:
    """Whether a line above a row of signs can be a heading."""
    return len(line) < 200 and not (_TABLE.match(line) or _BULLET.match(line))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether an asterisk has blanks on both sides, and so is no sign for type."""
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return before in ("", " ") and after in ("", " ")
