"""Contents lists and lists of participants: they repeat or precede the report and leave it."""

import re
from collections.abc import Sequence

from workflow.report.layout.paragraphs import has_leader
from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import Reading, title_like
from workflow.report.structure.words import plain

_TRAILING_PAGE = re.compile(r"(?:(?:\s*\.){3,}|\s*…+|\t)\s*\d{1,3}\s*$")
_PAGE = re.compile(r"\d{1,3}")
_FEWEST = 3
_MOST_CELLS = 6
"""Cells of a row in a table of contents."""
_LONGEST_ENTRY = 600


def drop_contents(reading: Reading) -> None:
    """Rule `contents_list`: headings that stand in a row and return below are a contents list.

    A row without a heading such as `Inhoud` counts only before the first running text.
    """
    blocks = reading.blocks
    last_seen: dict[str, int] = {}
    for index, block in enumerate(blocks):
        last_seen[entry_name(block.rest)] = index
    index, started = 0, False
    while index < len(blocks):
        headed = heads_contents(reading, index)
        if started and not headed:
            index += 1
            continue
        first = index + 1 if headed else index
        end = _row_end(reading, first)
        members = [
            i for i in range(first, end)
            if last_seen[entry_name(blocks[i].rest)] > i or has_leader(blocks[i].text)
        ]  # fmt: skip
        leaders = sum(has_leader(blocks[i].text) for i in members)
        if members and (headed or leaders >= 2 or _is_row(blocks, members)):
            start = index if headed else _first_cell(blocks, members[0])
            if start > 0 and heads_contents(reading, start - 1):
                start -= 1
            index = _behind_page(reading, members[-1] + 1)
            for place in range(start, index):
                reading.drop(place)
            reading.trace.fired("contents_list", line=blocks[start].line, n=len(members))
        else:
            index = max(end, index + 1)
        started = started or (index < len(blocks) and blocks[index].finished)


def _behind_page(reading: Reading, index: int) -> int:
    """Index behind the page number of the last entry, where that stands on a line of its own."""
    blocks = reading.blocks
    alone = index < len(blocks) and _PAGE.fullmatch(blocks[index].text.strip())
    return index + 1 if alone else index


def heads_contents(reading: Reading, index: int) -> bool:
    """Whether a line is a heading such as `Contents`, perhaps with the mark of a note."""
    name = plain(reading.blocks[index].rest)
    return name.rstrip("0123456789") in reading.words.contents


def _row_end(reading: Reading, index: int) -> int:
    """Index behind the blocks from an index on that may be entries, until the first returns."""
    blocks = reading.blocks
    end = index
    first = entry_name(blocks[index].rest) if index < len(blocks) else ""
    while end < len(blocks) and _may_be_entry(reading, end):
        name = plain(blocks[end].rest)
        if name in reading.words.results or (end > index and name in reading.words.contents):
            break
        if end > index + 1 and entry_name(blocks[end].rest) == first:
            break
        end += 1
    return end


def _is_row(blocks: Sequence[Block], members: list[int]) -> bool:
    """Whether at least three entries stand in an unbroken row, or in one row of a table each.

    Pages do not fall in a table of contents, as other figures beside titles may.
    """
    rows = [blocks[index].row for index in members]
    places = rows if all(rows) else members
    pages = [_page(blocks, index) for index in members if all(rows)]
    unbroken = len(members) >= _FEWEST and places[-1] - places[0] + 1 - len(places) <= 1
    return unbroken and pages == sorted(pages)


def _first_cell(blocks: Sequence[Block], index: int) -> int:
    """The first cell of a table of contents whose first entry stands at an index.

    A row of heads may stand above that of the entry; what is no cell is the entry itself.
    """
    row = blocks[index].row
    own = _behind_others(blocks, index, row)
    above = _behind_others(blocks, own, row - 1)
    return own if above and blocks[above - 1].row else above


def _behind_others(blocks: Sequence[Block], index: int, row: int) -> int:
    """The first of the cells of a row that stand right above an index; itself if none do."""
    while row > 0 and index and blocks[index - 1].row == row:
        index -= 1
    return index


def _may_be_entry(reading: Reading, index: int) -> bool:
    block = reading.blocks[index]
    if block.row:
        return _page(reading.blocks, index) > 0
    question = block.number is not None and block.text.endswith("?")
    short = len(block.text) < 200 and (question or not block.finished)
    return has_leader(block.text) or title_like(block) or short


def _page(blocks: Sequence[Block], index: int) -> int:
    """The page that is all of the last cell of a row in which a cell stands; 0 for none."""
    row = [block for block in blocks[index : index + _MOST_CELLS] if block.row == blocks[index].row]
    text = row[-1].text.strip()
    return int(text) if _PAGE.fullmatch(text) else 0


def entry_name(text: str) -> str:
    """An entry without leader, page number and signs; what is longer than any entry stays."""
    if len(text) > _LONGEST_ENTRY:
        return text
    return plain(_TRAILING_PAGE.sub("", text))


def drop_participants(reading: Reading) -> None:
    """Rule `participants`: who represented the governments is no item."""
    blocks = reading.blocks
    for index, block in enumerate(blocks):
        if not any(phrase in block.text.lower() for phrase in reading.words.participants):
            continue
        if len(block.text) > 250:
            continue
        end = index + 1
        while end < len(blocks) and not blocks[end].finished and not _opens_items(reading, end):
            end += 1
        if end - index > 4:
            for place in range(index, end):
                reading.drop(place)
            reading.trace.fired("participants", line=block.line)
            return


def _opens_items(reading: Reading, index: int) -> bool:
    name = plain(reading.blocks[index].rest)
    return name in reading.words.parts or name in reading.words.results
