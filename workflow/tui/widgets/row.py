"""One row of a list: what it is, and the lines that it takes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

Body = Content | Callable[[int], Content]
"""Content, or what makes it for a width in cells."""

MEASURE = 100
"""Cells of a line that is read comfortably: text is wrapped there at the latest."""
_NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Equal keys mean the same thing, whatever it looks like now."""

    key: Hashable
    body: Body
    lead: Content = _NOTHING
    """Stands before the first line; the other lines are indented by its width."""
    wrap: bool = False
    """Whether it takes as many lines as it needs; else it is cut off with an ellipsis."""
    enabled: bool = True
    """Whether the cursor can stand on it."""
    spread: Callable[[int], Content] | None = None
    """Makes all its lines for a width in cells, for a pane with room for all rows so drawn."""


def in_lines(row: Row, content: Content, room: int, *, spread: bool) -> list[Content]:
    """The lines of a row, whose content was made for `room` cells."""
    if row.spread and spread:
        return list(content.split())
    if not row.wrap:
        return [content.first_line.truncate(room, ellipsis=True)]
    room = min(room, MEASURE)
    found: list[Content] = []
    for part in content.split(allow_blank=True):
        found += part.wrap(room) if part else [part]
    return found or [Content("")]


def strip_of(content: Content, style: Style, width: int, options: RenderOptions) -> Strip:
    """The first line of a content, drawn so many cells wide."""
    drawn = content.render_strips(width + 8, 1, style, options)
    strip = drawn[0] if drawn else Strip.blank(0)
    return strip.adjust_cell_length(width, style.rich_style)
