"""Tables that extraction flattened: a cell per line, a state at the start of each row."""

from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import Reading, title_like
from workflow.report.structure.treatments import is_treatment
from workflow.report.structure.words import plain, state_names

_WIDTHS = range(2, 6)
_FEWEST_ROWS = 3


def find_tables(reading: Reading) -> None:
    """Rule `table_lines`: short lines of which every second (third, ...) is a state are cells.

    They are text and no headings. So is the row above the first state: the heads of columns.
    """
    states = state_names(reading.language)
    index = reading.start
    while index < len(reading.blocks):
        width, rows = _table(reading, index, states)
        if not rows:
            index += 1
            continue
        first, end = index - _head_row(reading, index, width), index + width * rows
        reading.cells.update(range(first, end))
        reading.trace.fired("table_lines", line=reading.blocks[first].line, n=rows)
        index = end


def _table(reading: Reading, index: int, states: frozenset[str]) -> tuple[int, int]:
    """Columns and rows of the table whose first row starts at an index; no rows if none does."""
    for width in _WIDTHS:
        rows = 0
        while _is_row(reading.blocks[index + width * rows :][:width], width, states):
            rows += 1
        if rows >= _FEWEST_ROWS:
            return width, rows
    return 0, 0


def _is_row(cells: list[Block], width: int, states: frozenset[str]) -> bool:
    """Whether a state opens a row and no other cell names one."""
    names = [plain(cell.text) in states for cell in cells]
    return (
        len(cells) == width
        and all(title_like(cell) for cell in cells)
        and names == [True] + [False] * (width - 1)
    )


def _head_row(reading: Reading, index: int, width: int) -> int:
    """How many lines above the first state are heads of columns: a whole row below text."""
    row = range(index - width, index)
    if row.start <= reading.start:
        return 0
    cells = [reading.blocks[place] for place in row]
    heads = all(
        reading.headlike(place) and not cell.number and not is_treatment(cell)
        for place, cell in zip(row, cells, strict=True)
    )
    above = reading.blocks[row.start - 1]
    return width if heads and (above.finished or above.text.endswith(":")) else 0
