"""Tables that extraction flattened: a cell per line or a row per line."""

from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import ITEM, Reading, title_like
from workflow.report.structure.treatments import is_treatment, item_head
from workflow.report.structure.words import plain, starts_with, state_names

_WIDTHS = range(2, 6)
_FEWEST_ROWS = 3
_LONGEST_ROW = 200
_LONGEST_NAME = 80
"""Characters of a cell that may be the name of a state."""
_FEWEST_TITLED, _TITLED_SHARE = 2, 0.6
"""Rows with a title and text from which a table is a list of items, and their share."""
_MOST_IN_CELLS = 0.5
"""Share of the text that may stand in cells; where more does, tables only set the page."""


def find_tables(reading: Reading) -> None:
    """Rule `table_lines`: cells are text and no headings; so is the row of heads above them.

    In plain text short lines are cells where every second (third, ...) is a state; they are
    rows where one after the other has columns, or starts with a state.
    """
    states = state_names(reading.language)
    index = reading.start
    while index < len(reading.blocks):
        width, rows = _table(reading, index, states)
        if rows:
            first, end = index - _head_row(reading, index, width), index + width * rows
        else:
            first, end = _rows_by_line(reading, index, states)
        if end == first:
            index += 1
            continue
        reading.cells.update(range(first, end))
        reading.trace.fired("table_lines", line=reading.blocks[first].line, n=rows or end - first)
        index = end


def find_told_cells(reading: Reading) -> None:
    """Rule `table_lines`: cells of which the format speaks, unless most of the text is in them."""
    told = [i for i in range(reading.start, len(reading.blocks)) if reading.blocks[i].row]
    inside = sum(len(reading.blocks[index].text) for index in told)
    whole = sum(len(block.text) for block in reading.blocks[reading.start :])
    if told and inside <= _MOST_IN_CELLS * whole:
        reading.cells.update(index for index in told if not reading.blocks[index].heading)
        reading.trace.fired("table_lines", line=reading.blocks[told[0]].line, n=len(told))
    elif told and plain(reading.blocks[told[0]].text) in reading.words.columns:
        _drop_heads(reading, told)


def find_row_titles(reading: Reading) -> None:
    """Rule `row_titles`: in a table that holds the report, the first cell of a row is its title.

    Such a row has running text in a later cell; most rows do. Where the first cells are states,
    the table tells who thinks what and has no titles; nor has it where titles stand outside it.
    """
    places = range(reading.start, len(reading.blocks))
    if reading.chain or any(reading.headlike(i) and not reading.blocks[i].row for i in places):
        return
    told = [i for i in range(reading.start, len(reading.blocks)) if reading.blocks[i].row]
    free = [index for index in told if reading.free(index) and index not in reading.cells]
    rows: dict[int, list[int]] = {}
    for index in free:
        rows.setdefault(reading.blocks[index].row, []).append(index)
    titled = [row for row in rows.values() if _is_titled(reading, row)]
    states = state_names(reading.language)
    if sum(_names_state(reading.blocks[row[0]], states) for row in titled) >= _FEWEST_TITLED:
        reading.cells.update(free)
        return
    if len(titled) < _FEWEST_TITLED or len(titled) < _TITLED_SHARE * len(rows):
        return
    if free[0] not in titled[0]:
        _drop_heads(reading, free)
    for first, *others in titled:
        reading.set_head(first, ITEM, item_head(reading.blocks[first]))
        reading.cells.update(others)
    reading.trace.fired("row_titles", line=reading.blocks[titled[0][0]].line, n=len(titled))


def _drop_heads(reading: Reading, told: list[int]) -> None:
    """Leaves out the first row of cells, where it names the columns."""
    row = reading.blocks[told[0]].row
    heads = {index: reading.blocks[index] for index in told if reading.blocks[index].row == row}
    # Any other short row may be an item: `Fishing quotas | Adopted`.
    named = {index for index in heads if plain(heads[index].text) in reading.words.columns}
    if named and all(index in named or title_like(cell) for index, cell in heads.items()):
        for index in heads:
            reading.drop(index)
    else:
        reading.cells.update(heads)


def _is_titled(reading: Reading, row: list[int]) -> bool:
    """Whether a row is a title and, beside it, text."""
    first, *others = (reading.blocks[index] for index in row)
    return title_like(first) and any(block.finished for block in others)


def _rows_by_line(reading: Reading, index: int, states: frozenset[str]) -> tuple[int, int]:
    """Where a table with a row per line starts and ends, its row of heads included."""
    end = index
    while end < len(reading.blocks) and reading.free(end) and _is_line(reading.blocks[end], states):
        end += 1
    if end - index < _FEWEST_ROWS:
        return index, index
    above = reading.blocks[index - 1] if index > reading.start else None
    headed = above is not None and starts_with(above.text, reading.words.columns)
    return index - (headed and title_like(reading.blocks[index - 1])), end


def _is_line(block: Block, states: frozenset[str]) -> bool:
    """Whether a line is a row: short, in columns, or a state and what it says."""
    if block.bullet or block.heading or len(block.text) > _LONGEST_ROW:
        return False
    if block.columns > 1 and (block.number is None or block.columns > 2):
        return True
    words = plain(block.text).split()
    named = any(" ".join(words[:n]) in states for n in range(1, min(4, len(words))))
    return named and title_like(block) and not block.number


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
    return (
        len(cells) == width
        and _names_state(cells[0], states)
        and not any(_names_state(cell, states) for cell in cells[1:])
        and all(title_like(cell) for cell in cells)
    )


def _names_state(cell: Block, states: frozenset[str]) -> bool:
    # Most cells that are tried are paragraphs, which cost most to fold and never name a state.
    return len(cell.text) <= _LONGEST_NAME and plain(cell.text) in states


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
