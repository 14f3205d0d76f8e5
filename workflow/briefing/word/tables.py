"""Tables: fixed widths, a repeated header row, rows that do not split, title and description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.briefing.word.markup import attribute, field, run
from workflow.briefing.word.story import Story

_STYLE = re.compile(r'(<w:pPr><w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')


@dataclass(frozen=True, slots=True)
class Row:
    """A row of finished cells."""

    cells: tuple[str, ...]
    """Content of each cell: whole paragraphs."""
    mark: str = ""
    """A tracked insertion or deletion of the row, inside `w:trPr`."""


def widths(shares: Sequence[int], total: int) -> list[int]:
    """Widths of the columns that add up to the total."""
    found = [total * share // sum(shares) for share in shares]
    found[-1] += total - sum(found)
    return found


def table(
    story: Story,
    title: str,
    heads: Sequence[str],
    shares: Sequence[int],
    rows: Sequence[Row],
) -> str:
    """A caption and a table."""
    story.tables += 1
    columns = widths(shares, story.page.width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    head = [story.paragraph("Briefing Table Head", run(text)) for text in heads]
    described = story.words["columns"].format(columns=", ".join(heads))
    body = "".join(
        _row(_kept(row.cells) if at in (0, len(rows) - 2) else row.cells, columns, row.mark)
        for at, row in enumerate(rows)
    )
    return (
        f"{_caption(story, title)}<w:tbl><w:tblPr>"
        f'<w:tblStyle w:val="{story.style("Briefing Table")}"/>'
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="0"/>'
        f"<w:tblCaption w:val={attribute(title)}/><w:tblDescription w:val={attribute(described)}/>"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{_row(head, columns, '<w:tblHeader/>')}{body}</w:tbl>"
    )


def _kept(cells: Sequence[str]) -> list[str]:
    """The cells of a row that stays with the next: no row stands alone at the turn of a page."""
    return [_STYLE.sub(r"\1<w:keepNext/>", cell) for cell in cells]


def _row(cells: Sequence[str], columns: Sequence[int], mark: str) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{inside}</w:tr>"


def _caption(story: Story, title: str) -> str:
    number = field(f"SEQ {story.words['table']} \\* ARABIC", str(story.tables))
    content = run(f"{story.words['table']} ") + number + run(f". {title}")
    return story.paragraph("caption", content)
