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
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

MEMORY = 450_000_000
"""Bytes of data that the process may hold."""
MOST_PAGES = 600
MOST_CHARACTERS = 4_000_000
RAISED = 0.12
"""Share of the line's size by which a raised character stands above its base line."""
FEWEST_BESIDE = 3
"""Lines that must stand beside each other for a page to have two columns."""
GUTTER = 0.9
"""Share of the type size that separates two columns at least."""
NARROW = 0.6
"""A smaller share of it between two words says that the line goes on there."""
FEWEST_ROWS = 10
"""Lines of a page on which two lines beside each other are enough, where none crosses."""
LEAST_OF_COLUMN = 12
"""Letters of a line of a column, as they are counted for finding where it starts."""
FULL_SHARE = 0.6
"""Share of a column that half of its lines fill at least, as prose does and cells do not."""
FAR = 2.2
"""Share of the usual distance from which what stands at a page's foot is not of its columns."""
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
    rows = in_reading_order(_with_raised(rows))
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


def in_reading_order(rows: list[list[_Character]]) -> list[list[_Character]]:
    """The rows of a page; where it has two columns, the left one before the right one.

    A row that crosses both, such as a title, divides what stands above it from what is below.
    Small type at the foot of the columns (notes) follows behind both.
    """
    rows = [sorted(row, key=lambda c: c.left) for row in rows]
    start = _right_column(rows)
    if start is None:
        return rows
    ordered: list[list[_Character]] = []
    band: list[list[list[_Character]]] = [[], []]
    foot = _foot(rows)
    for place, row in enumerate(rows):
        if place >= foot or _crosses(row, start):
            ordered += _behind_notes(band)
            band = [[], []]
            ordered.append(row)
            continue
        left = [c for c in row if c.left < start]
        right = [c for c in row if c.left >= start]
        for column, part in zip(band, (left, right), strict=True):
            if any(c.text.strip() for c in part):
                column.append(part)
    return ordered + _behind_notes(band)


def _crosses(row: list[_Character], start: float) -> bool:
    """Whether a row goes on over the place where the right column starts."""
    left = [c for c in row if c.left < start and c.text.strip()]
    right = [c for c in row if c.left >= start and c.text.strip()]
    if not left:
        return False
    end = max(c.right for c in left)
    if not right:
        return end > start
    return right[0].left - end < NARROW * right[0].size


def _right_column(rows: list[list[_Character]]) -> float | None:
    """Where the right column of a page starts, or None for a page without columns."""
    solid = [[c for c in row if c.text.strip()] for row in rows]
    solid = [row for row in solid if row]
    if not solid:
        return None
    first = min(row[0].left for row in solid)
    last = max(row[-1].right for row in solid)
    halves: dict[int, list[tuple[float, float]]] = {}
    for row in solid:
        for place, (before, after) in enumerate(pairwise(row), 1):
            wide = after.left - before.right >= GUTTER * after.size
            long = min(place, len(row) - place) >= LEAST_OF_COLUMN
            if wide and long and 0.35 < (after.left - first) / (last - first) < 0.65:
                halves.setdefault(round(after.left / 2), []).append((before.right, after.left))
    if not halves:
        return None
    sides = max(halves.values(), key=lambda half: (len(half), -half[0][1]))
    start = min(left for _, left in sides) - 1
    full = sum(right - first >= FULL_SHARE * (start - first) for right, _ in sides)
    over = sum(_crosses(row, start) for row in solid)
    enough = FEWEST_BESIDE if over or len(solid) < FEWEST_ROWS else 2
    if len(sides) < enough or 2 * full < len(sides) or len(sides) < over:
        return None
    return start


def _foot(rows: list[list[_Character]]) -> int:
    """Index of the first row of what stands far below the rest of a page: its last lines."""
    distances = [above[0].base - below[0].base for above, below in pairwise(rows)]
    usual = median([d for d in distances if d > 1] or [0.0])
    for place in range(len(rows) - 1, max(0, len(rows) - 4), -1):
        if distances[place - 1] > FAR * usual:
            return place
    return len(rows)


def _behind_notes(band: list[list[list[_Character]]]) -> list[list[_Character]]:
    """The rows of both columns, small ones at the foot of either behind all others."""
    sizes = Counter(round(row[0].size, 1) for column in band for row in column)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    texts: list[list[_Character]] = []
    notes: list[list[_Character]] = []
    for column in band:
        end = len(column)
        while end > 0 and _size(column[end - 1]) < 0.93 * usual:
            end -= 1
        texts += column[:end]
        notes += column[end:]
    return texts + notes


def _size(row: list[_Character]) -> float:
    """The size of most characters of a row."""
    return _commonest([c.size for c in row], 0.0)


def _commonest(lengths: list[float], otherwise: float) -> float:
    """The commonest of some lengths, to a tenth of a point: the first among equals."""
    counts: Counter[float] = Counter()
    for length, times in Counter(lengths).items():
        counts[round(length, 1)] += times
    return max(counts, key=counts.__getitem__, default=otherwise)


def _is_raised_over(small: list[_Character], row: list[_Character]) -> bool:
    size = _size(row)
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
    solid = [c for c in row if c.text.strip()]
    main_size = _commonest([c.size for c in (solid if len(row) > 1 else row)], row[0].size)
    base_line = _commonest([c.base for c in row if c.size > SMALL * main_size], row[0].base)
    pieces: list[str] = []
    marks: list[list[Any]] = []
    length, end = 0, row[0].left
    for text, left, right, base, size, _ in row:
        if size < SMALL * main_size and base - base_line > RAISED * main_size and text.isdigit():
            if marks and marks[-1][0] == length:
                marks[-1][1] += text
            else:
                marks.append([length, text])
            end = max(end, right)
            continue
        if pieces and left - end > 0.2 * size and pieces[-1] != " " and text != " ":
            pieces.append(" ")
            length += 1
        pieces.append(text)
        length += len(text)
        end = max(end, right)
    bold = sum(c.bold for c in solid)
    return [
        "".join(pieces), main_size, bool(solid) and bold >= 0.9 * len(solid), base_line + main_size,
        base_line, row[0].left, height, marks,
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
