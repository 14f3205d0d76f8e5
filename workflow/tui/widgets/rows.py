"""A list of rows that keeps its place by identity and stays quick with fifteen thousand of them."""

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from workflow.tui.commands import Commanded, bindings
from workflow.tui.widgets.row import Row, in_lines, strip_of

if TYPE_CHECKING:
    from workflow.tui.app import DeskApp

CURSOR, WAITING, NO_CURSOR = "▸", "▹", " "
"""Before the row under the cursor, in the list that has the keys and in one that waits; others."""
_KEPT = 2_000
"""Rows that are kept as they were drawn, at most."""


class RowList(Commanded, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. Subclasses add the commands of their own pane."""

    if TYPE_CHECKING:
        app = getters.app(DeskApp)

    CONTEXT = "list"
    BINDINGS = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--lit"}
    DEFAULT_CSS = """
    RowList {
        scrollbar-size: 0 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        background: $background;
        & > .rows--cursor {
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
        }
        &:focus > .rows--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
        }
        & > .rows--lit { background: $boost; }
    }
    """

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    """Index of the row under the cursor."""

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: "RowList", key: Hashable) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> "RowList":
            """The list, for `@on` selectors."""
            return self.rows

    class Chosen(Moved):
        """The row was chosen, by Enter or a click on the row under the cursor."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - as in Textual
        empty: Content | None = None,
    ) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._ends: list[int] = []
        self._places: dict[Hashable, int] = {}
        self._lit: frozenset[Hashable] = frozenset()
        self._drawn: dict[tuple[int, bool], tuple[Row, list[Strip]]] = {}
        self._empty = empty
        self._laid_out = (0, 0)
        self._spreads = False
        """Whether no row needs to be cut off."""

    # What it shows

    def say_empty(self, words: Content) -> None:
        """What stands there instead of rows."""
        self._empty = words
        self.refresh()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in order."""
        return self._rows

    @property
    def selected(self) -> Hashable | None:
        """Key of the row under the cursor, or None in an empty list."""
        if 0 <= self.cursor < len(self._rows) and self._rows[self.cursor].enabled:
            return self._rows[self.cursor].key
        return None

    def show(self, rows: Sequence[Row], *, select: Hashable | None = None) -> None:
        """Show other rows, the same objects not drawn anew; the cursor stays on its key."""
        wanted = self.selected if select is None else select
        self._rows = rows
        self._places = {row.key: index for index, row in enumerate(rows)}
        self._layout()
        place = self._places.get(wanted, min(self.cursor, max(0, len(rows) - 1)))
        before = self.cursor
        self.set_reactive(RowList.cursor, self._nearest(place, 1))
        self.refresh()
        if self.cursor != before or select is not None:
            self._reveal()

    def select(self, key: Hashable) -> bool:
        """Put the cursor on the row with that key; False where there is none."""
        place = self._places.get(key)
        if place is None:
            return False
        self.cursor = place
        return True

    def light(self, keys: frozenset[Hashable], *, reveal: bool = False) -> None:
        """Mark rows that belong to what is selected elsewhere."""
        if keys == self._lit:
            return
        self._lit = keys
        self._drawn.clear()
        self.refresh()
        places = sorted(self._places[key] for key in keys if key in self._places)
        if reveal and places:
            self._reveal(places[0], places[-1])

    @property
    def lit(self) -> frozenset[Hashable]:
        """Keys of the marked rows."""
        return self._lit

    def lead(self, row: Row, lit: bool) -> Content:
        """What stands before a row; subclasses may add marks."""
        return row.lead

    def redraw(self) -> None:
        """Draw the rows anew, after something that `lead` shows has changed."""
        self._drawn.clear()
        self.refresh()

    # Layout

    @property
    def _width(self) -> int:
        return self._room[0]

    def _content(self, row: Row, width: int) -> Content:
        lead = self.lead(row, row.key in self._lit)
        body = row.spread if row.spread and self._spreads else row.body
        return body(width - lead.cell_length) if callable(body) else body

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of all rows at a width, whatever was laid out and drawn before."""
        wraps = bool(self._ends) or any(row.wrap for row in self._rows)
        room = max(4, width - self.styles.scrollbar_size_vertical - 2)
        if not wraps or room == self._laid_out[0]:
            return int(self.virtual_size.height)
        return sum(len(self._wrapped(row, room)) for row in self._rows)

    @property
    def _room(self) -> tuple[int, int]:
        """Cells of a row, and lines of the pane."""
        region = self.scrollable_content_region
        return max(4, region.width - 2), region.height

    def _layout(self) -> None:
        if self._laid_out[0] != self._width or len(self._drawn) > _KEPT:
            self._drawn.clear()
        self._laid_out = self._room
        spread, self._spreads = self._spreads, False
        if any(row.wrap for row in self._rows) or self._may_spread():
            heights = (len(self._wrapped(row)) for row in self._rows)
            self._ends = list(accumulate(heights))
        else:
            self._ends = []
        if spread != self._spreads:
            self._drawn.clear()
        total = self._ends[-1] if self._ends else len(self._rows)
        self.virtual_size = Size(self.scrollable_content_region.width, total)

    def _may_spread(self) -> bool:
        """Whether all rows fit with all their lines; then they are drawn so."""
        lines = self._laid_out[1]
        if len(self._rows) > lines or not any(row.spread for row in self._rows):
            return False
        self._spreads = True
        self._spreads = sum(len(self._wrapped(row)) for row in self._rows) <= lines
        return self._spreads

    def _wrapped(self, row: Row, width: int = 0) -> list[Content]:
        """The lines of a row without its lead, at this width or that of the pane."""
        width = width or self._width
        room = max(4, width - self.lead(row, False).cell_length)
        return in_lines(row, self._content(row, width), room, spread=self._spreads)

    def _top(self, index: int) -> int:
        if not self._ends:
            return index
        return self._ends[index - 1] if index else 0

    def _bottom(self, index: int) -> int:
        return self._ends[index] if self._ends else index + 1

    def _at(self, y: int) -> int:
        """Index of the row on line `y`."""
        return bisect_right(self._ends, y) if self._ends else y

    def _reveal(self, first: int | None = None, last: int | None = None) -> None:
        """Bring rows into sight, with the headings right above them where these fit."""
        room = self.size.height
        if not self._rows or not room:
            return
        first = self.cursor if first is None else first
        last = first if last is None else last
        while first and not self._rows[first - 1].enabled:
            if self._bottom(last) - self._top(first - 1) > room:
                break
            first -= 1
        top = self._top(first)
        region = Region(0, top, self._width, min(self._bottom(last) - top, room))
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _nearest(self, place: int, step: int) -> int:
        """The nearest row that can be selected from `place`, first in the direction of `step`."""
        for direction in (step, -step):
            index = place
            while 0 <= index < len(self._rows):
                if self._rows[index].enabled:
                    return index
                index += direction
        return max(0, min(place, len(self._rows) - 1))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        width = self.scrollable_content_region.width
        line = y + round(self.scroll_offset.y)
        base = self.visual_style.rich_style
        if not self._rows:
            if self._empty is not None and y < 4:
                wrapped = self._empty.wrap(max(4, width - 2))
                if y < len(wrapped):
                    return self._strip(Content("  ") + wrapped[y], self.visual_style, width)
            return Strip.blank(width, base)
        if self._laid_out != self._room:
            # A pane that was hidden gets its width here first; its new height counts once painted.
            self._layout()
            self.call_after_refresh(self.refresh, layout=True)
        index = self._at(line)
        if index >= len(self._rows):
            return Strip.blank(width, base)
        return self._strips(index, width)[line - self._top(index)]

    def _strips(self, index: int, width: int) -> list[Strip]:
        row = self._rows[index]
        at_cursor = index == self.cursor and row.enabled
        known, strips = self._drawn.get((id(row), at_cursor), (None, []))
        if known is row and strips[0].cell_length == width:
            return strips
        lit = row.key in self._lit
        style = self.visual_style
        if lit:
            style += self._component("rows--lit")
        if at_cursor:
            style += self._component("rows--cursor")
        lead = self.lead(row, lit)
        blank = Content(" " * (lead.cell_length + 2))
        mark = (CURSOR if self.has_focus else WAITING) if at_cursor else NO_CURSOR
        strips = []
        for number, text in enumerate(self._wrapped(row)):
            head = Content(f"{mark} ") + lead if number == 0 else blank
            if lit and (number or not at_cursor):
                head = Content.styled("▌ ", "bold $text-primary") + head[2:]
            strips.append(self._strip(head + text, style, width))
        self._drawn[id(row), at_cursor] = row, strips
        return strips

    def _component(self, name: str) -> Style:
        """Colours of a kind of row. Textual's partial style loses a ground that is opaque."""
        ground = self.get_component_styles(name).background
        return self.get_visual_style(name, partial=True) + Style(background=ground)

    def _strip(self, content: Content, style: Style, width: int) -> Strip:
        return strip_of(content, style, width, RenderOptions(self._get_style, {}))

    # Events

    def on_resize(self) -> None:
        """Wrap again, and keep the cursor in sight."""
        self._layout()
        self.call_after_refresh(self._reveal)

    def on_focus(self) -> None:
        """Draw the cursor as the one that has the keys."""
        self.redraw()

    def on_blur(self) -> None:
        """Draw the cursor as one that waits."""
        self.redraw()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor within the list."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Tell that the cursor has moved; only the row that it left and its own look different."""
        for index in {before, now} & set(range(len(self._rows))):
            self.refresh_lines(self._top(index), self._bottom(index) - self._top(index))
        self._reveal()
        key = self.selected
        if key is not None and before != now:
            self.post_message(self.Moved(self, key))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the row under the cursor it chooses."""
        index = self._at(event.y + round(self.scroll_offset.y))
        if 0 <= index < len(self._rows) and self._rows[index].enabled:
            if index == self.cursor:
                self.do_choose()
            self.cursor = index

    # Commands

    def _step(self, step: int) -> None:
        place = self.cursor + step
        if 0 <= place < len(self._rows):
            place = self._nearest(place, 1 if step > 0 else -1)
            if self._rows[place].enabled:
                self.cursor = place

    def do_up(self) -> None:
        """One row up."""
        if self.cursor == self._nearest(0, 1):
            self.scroll_home(animate=False)
        self._step(-1)

    def do_down(self) -> None:
        """One row down."""
        self._step(1)

    def _page(self, direction: int) -> None:
        if not self._rows:
            return
        line = self._top(self.cursor) + direction * max(1, self.size.height - 1)
        last = len(self._rows) - 1
        place = min(last, max(0, self._at(max(0, line))))
        if place == self.cursor:
            place = max(0, min(last, place + direction))
        self.cursor = self._nearest(place, direction)

    def do_page_up(self) -> None:
        """One page up."""
        self._page(-1)

    def do_page_down(self) -> None:
        """One page down."""
        self._page(1)

    def do_first(self) -> None:
        """To the first row."""
        self.cursor = self._nearest(0, 1)

    def do_last(self) -> None:
        """To the last row."""
        self.cursor = self._nearest(len(self._rows) - 1, -1)

    def do_choose(self) -> None:
        """Choose the row under the cursor."""
        if (key := self.selected) is not None:
            self.post_message(self.Chosen(self, key))

    def do_copy(self) -> None:
        """Copy the row's text."""
        if self.selected is not None:
            from workflow.tui.clipboard import copy

            copy(self.app, self._content(self._rows[self.cursor], self._width).plain)
