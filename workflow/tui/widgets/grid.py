"""A table in which the cursor goes from cell to cell."""

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.text import Text
from textual import getters
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import DataTable

from workflow.tui import render
from workflow.tui.commands import Commanded, bindings

if TYPE_CHECKING:
    from workflow.tui.app import DeskApp

NARROWEST, WIDEST = 10, 30
"""Characters of a column."""
MORE = "›"
"""At the end of the heads: there are more columns."""


class Grid(Commanded, DataTable[Text], inherit_bindings=False):
    """Cells of inert text; the first column, with the names of the rows, stays in sight."""

    if TYPE_CHECKING:
        app = getters.app(DeskApp)

    CONTEXT = "grid"
    BINDINGS = bindings("grid")
    DEFAULT_CSS = """
    Grid { height: 1fr; scrollbar-size: 1 1; scrollbar-gutter: stable; background: $background; }
    Grid:focus { background-tint: $foreground 0%; }
    Grid > .datatable--header { background: $surface; color: $foreground; text-style: bold; }
    Grid > .datatable--fixed { background: $surface; color: $foreground; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id, cursor_type="cell", fixed_columns=1, show_row_labels=False)
        self.cell_padding = 1
        self._filled: tuple[Sequence[Sequence[str]], dict[str, str]] = ((), {})
        self._limits = (NARROWEST, WIDEST)
        """Characters of a column, at least and at most."""
        self._filled_for = 0
        """The width for which it was filled."""

    def on_mount(self) -> None:
        """Cells have fixed colours, so they are filled again with those of a new theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill_again())

    def on_resize(self) -> None:
        """Columns are as wide as fits the screen."""
        if self._filled[0] and self._filled_for != self.size.width:
            self._fill_again()

    def _fill_again(self) -> None:
        narrowest, widest = self._limits
        self.fill(*self._filled, narrowest=narrowest, widest=widest)

    def fill(
        self,
        table: Sequence[Sequence[str]],
        styles: dict[str, str] | None = None,
        *,
        narrowest: int = NARROWEST,
        widest: int = WIDEST,
    ) -> None:
        """Show a table, its first row the headings; the cursor stays where it was.

        `styles` leads from the first character of a cell to a colour on top of it. The names of
        the rows take a third of the width at most; a column has `narrowest` characters at least
        and `widest` at most.
        """
        self._filled, self._limits = (table, styles or {}), (narrowest, widest)
        self._filled_for = self.size.width
        place = self.cursor_coordinate
        self.clear(columns=True)
        if not table:
            return
        for head, width in zip(table[0], self._widths(table), strict=True):
            self.add_column(render.rich(head), width=width)
        for row in table[1:]:
            cells = [self._cell(text, styles or {}) for text in row]
            self.add_row(*cells, height=max(text.count("\n") + 1 for text in row))
        rows, columns = len(table) - 1, len(table[0])
        if rows:
            self.move_cursor(row=min(place.row, rows - 1), column=min(place.column, columns - 1))

    def _widths(self, table: Sequence[Sequence[str]]) -> list[int]:
        """Cells of each column; the last one fills the window that it is scrolled to."""
        found = []
        for column in range(len(table[0])):
            width = max(len(line) for row in table for line in row[column].split("\n"))
            narrowest, widest = self._limits
            if not column:
                widest = max(NARROWEST, min(WIDEST, self.app.size.width // 3))
            found.append(max(narrowest, min(widest, width)))
        sizes = [width + 2 * self.cell_padding for width in found]
        room = self.scrollable_content_region.width - sizes[0]
        if sum(sizes[1:]) > room:
            shown, last = 0, len(sizes) - 1
            while last and shown + sizes[last] <= room:
                shown += sizes[last]
                last -= 1
            found[-1] += max(0, room - shown) if shown else 0
        return found

    def scroll_to_region(self, region: Region, **kwargs: Any) -> Offset:
        """Bring a cell into sight so that no column beside the names is cut on its left."""
        sizes = [column.get_render_width(self) for column in self.ordered_columns]
        names, edges = sizes[0] if sizes else 0, [0, *accumulate(sizes[1:])]
        room = self.scrollable_content_region.width - names
        left, right = region.x - names, region.right - names
        start = self.scroll_offset.x
        if left < start or right - left > room:
            start = max(0, left)
        elif right > start + room:
            start = next((edge for edge in edges if right - edge <= room), left)
        else:
            start = max(edge for edge in edges if edge <= start)
        if room > 0:
            region = Region(names + start, region.y, room, region.height)
        return super().scroll_to_region(region, **kwargs | {"animate": False})

    def render_line(self, y: int) -> Strip:
        """A line of the table; of a column that does not fit whole nothing is shown but a sign."""
        strip = super().render_line(y)
        sizes = [column.get_render_width(self) for column in self.ordered_columns]
        room = self.scrollable_content_region.width
        if not sizes or sum(sizes) - self.scroll_offset.x <= room:
            return strip
        ends = (end - self.scroll_offset.x for end in accumulate(sizes))
        cut = max((end for end in ends if sizes[0] < end <= room), default=room)
        blank = [
            Segment(" " * segment.cell_length, segment.style) for segment in strip.crop(cut, room)
        ]
        if y == 0 and blank:
            last = blank[-1]
            blank[-1] = Segment(MORE.rjust(last.cell_length), last.style)
        return Strip([*strip.crop(0, cut), *blank])

    def _cell(self, text: str, styles: dict[str, str]) -> Text:
        lines = [render.one_line(line) for line in text.split("\n")]
        colours = self.app.theme_variables
        words = styles.get(text[:1], "").split(" ")
        # A table takes Rich only, which knows no colours of a theme.
        style = " ".join(colours[word[1:]] if word[:1] == "$" else word for word in words)
        return Text("\n".join(lines), style=style, no_wrap=True, overflow="ellipsis")

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the cursor, from 0, the column of names left out (-1)."""
        return self.cursor_coordinate.row, self.cursor_coordinate.column - 1

    # Commands

    def do_up(self) -> None:
        """One row up."""
        self.action_cursor_up()

    def do_down(self) -> None:
        """One row down."""
        self.action_cursor_down()

    def do_left(self) -> None:
        """One column to the left."""
        self.action_cursor_left()

    def do_right(self) -> None:
        """One column to the right."""
        self.action_cursor_right()

    def do_page_up(self) -> None:
        """One page up."""
        self.action_page_up()

    def do_page_down(self) -> None:
        """One page down."""
        self.action_page_down()

    def do_first(self) -> None:
        """To the first column."""
        self.move_cursor(column=1 if len(self.columns) > 1 else 0)

    def do_last(self) -> None:
        """To the last column."""
        self.move_cursor(column=len(self.columns) - 1)

    def do_choose(self) -> None:
        """Choose the cell."""
        self.action_select_cursor()
