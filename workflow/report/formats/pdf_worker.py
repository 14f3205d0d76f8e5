"""Reads the characters of a PDF in a process of its own and prints its lines as JSON.

A process of its own, because a hostile PDF can ask for any amount of time and memory: the
parent ends it. Run by its path, so that nothing of the program is loaded, with the file on stdin.
Each page is a list of lines `[text, size, bold, top, bottom, left, page height, marks]`,
marks being `[offset, digits]` of raised figures, which are not in the text. Sizes and
positions are in points, from the foot of the page.
"""

import io
import json
import sys
from collections import Counter
from typing import Any, NamedTuple

MEMORY = 450_000_000
"""Bytes of data that the process may hold."""
MOST_PAGES = 600
MOST_CHARACTERS = 4_000_000
RAISED = 0.12
"""Share of the line's size by which a raised character stands above its base line."""
SMALL = 0.85
"""A raised character is smaller than this share of the line's size."""
PASSWORD, BROKEN, TOO_MUCH = 3, 4, 5
"""Exit codes for what can be wrong with a file."""


class _Character(NamedTuple):
    """A character where it is printed."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


def main() -> int:
    """Reads the PDF on stdin, prints its lines, returns an exit code."""
    _limit_memory()
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        pages = _pages(sys.stdin.buffer.read())
    except PDFPasswordIncorrect:
        return PASSWORD
    except (MemoryError, RecursionError):
        return TOO_MUCH
    except Exception:
        return BROKEN
    if pages is None:
        return TOO_MUCH
    json.dump(pages, sys.stdout)
    return 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _pages(data: bytes) -> list[list[list[Any]]] | None:
    """The lines of every page, or None where there are too many."""
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    manager = PDFResourceManager()
    device = _device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    pages: list[list[list[Any]]] = []
    total = 0
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data))):
        if number >= MOST_PAGES or total > MOST_CHARACTERS:
            return None
        interpreter.process_page(page)
        total += len(device.characters)
        pages.append(lines_of(device.characters, device.height))
    return pages


def _device(manager: Any) -> Any:
    """What pdfminer prints on: it keeps the upright characters of a page and nothing else.

    pdfminer's own devices keep every drawn line and several boxes per character too.
    """
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdffont import PDFUnicodeNotDefined
    from pdfminer.utils import apply_matrix_rect

    class Device(PDFTextDevice):
        characters: list[_Character]
        height = 0.0

        def begin_page(self, page: Any, ctm: Any) -> None:
            box = apply_matrix_rect(ctm, page.mediabox)
            self.height = abs(box[1] - box[3])
            self.characters = []

        def render_char(
            self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float,
            cid: int, ncs: Any, graphicstate: Any,
        ) -> float:  # fmt: skip
            try:
                text = font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                text = f"(cid:{cid})"
            advance = float(font.char_width(cid) * fontsize * scaling)
            a, b, c, d, x, y = matrix
            if a * d * scaling > 0 and b * c <= 0:
                low = font.get_descent() * fontsize + rise
                left, bottom, right, top = (
                    apply_matrix_rect(matrix, (0, low, advance, low + fontsize))
                    if b or c
                    else (x, d * low, x + a * advance, d * (low + fontsize))
                )
                if top != bottom:
                    bold = "bold" in font.fontname.lower()
                    self.characters.append(
                        _Character(text, min(left, right), max(left, right), y,
                                   abs(top - bottom), bold)
                    )  # fmt: skip
            return advance

    return Device(manager)


def lines_of(characters: list[_Character], height: float) -> list[list[Any]]:
    """The lines of a page from top to bottom."""
    rows: list[list[_Character]] = []
    for character in sorted(characters, key=lambda c: (-c.base, c.left)):
        for row in reversed(rows[-3:]):
            if abs(row[0].base - character.base) < 0.3 * min(row[0].size, character.size):
                row.append(character)
                break
        else:
            rows.append([character])
    rows = _with_raised(rows)
    lines = [_line(row, height) for row in rows]
    return [line for line in lines if line[0].strip() or line[7]]


def _with_raised(rows: list[list[_Character]]) -> list[list[_Character]]:
    """Rows of small figures that stand a little above a line, beside its text, join it."""
    kept: list[list[_Character]] = []
    raised: list[list[_Character]] = []
    for row in rows:
        if all(c.text.isdigit() or not c.text.strip() for c in row):
            raised.append(row)
            continue
        for small in raised:
            if _is_raised_over(small, row):
                row = row + small
            else:
                kept.append(small)
        raised = []
        kept.append(row)
    return kept + raised


def _is_raised_over(small: list[_Character], row: list[_Character]) -> bool:
    size = Counter(round(c.size, 1) for c in row).most_common(1)[0][0]
    height = small[0].base - row[0].base
    left, right = min(c.left for c in row), max(c.right for c in row)
    return (
        RAISED * size < height < 0.8 * size
        and small[0].size < SMALL * size
        and left - size <= small[0].left <= right + size
    )


def _line(row: list[_Character], height: float) -> list[Any]:
    """A row as text with the marks taken out of it."""
    row = sorted(row, key=lambda c: c.left)
    size = Counter(round(c.size, 1) for c in row if c.text.strip() or len(row) == 1).most_common(1)
    main_size = size[0][0] if size else row[0].size
    base = Counter(round(c.base, 1) for c in row if c.size > SMALL * main_size).most_common(1)
    base_line = base[0][0] if base else row[0].base
    pieces: list[str] = []
    marks: list[list[Any]] = []
    length, end = 0, row[0].left
    for character in row:
        raised = (
            character.size < SMALL * main_size
            and character.base - base_line > RAISED * main_size
            and character.text.isdigit()
        )
        if raised:
            if marks and marks[-1][0] == length:
                marks[-1][1] += character.text
            else:
                marks.append([length, character.text])
            end = max(end, character.right)
            continue
        gap = character.left - end
        if pieces and gap > 0.2 * character.size and pieces[-1] != " " and character.text != " ":
            pieces.append(" ")
            length += 1
        pieces.append(character.text)
        length += len(character.text)
        end = max(end, character.right)
    bold = sum(c.bold for c in row if c.text.strip())
    solid = sum(1 for c in row if c.text.strip())
    return [
        "".join(pieces), main_size, bool(solid) and bold >= 0.9 * solid, base_line + main_size,
        base_line, row[0].left, height, marks,
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
