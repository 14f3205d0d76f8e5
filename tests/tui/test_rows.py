"""The list: places are kept by identity, wrapping never loses a line."""

import pytest
from madeup import make_app, settle
from textual.app import App
from textual.content import Content

from workflow.tui.widgets.rows import Row, RowList


class Lists(App):
    def compose(self):
        yield RowList(id="rows")


def rows(*names, wrap=False):
    return [Row(name, Content(f"{name} " * 12), wrap=wrap) for name in names]


async def test_the_cursor_stays_on_the_same_thing():
    app = Lists()
    async with app.run_test(size=(40, 10)) as pilot:
        listing = app.query_one(RowList)
        listing.show(rows("a", "b", "c"))
        listing.focus()
        await pilot.press("down", "down")
        assert listing.selected == "c"
        listing.show(rows("c", "a"))
        assert listing.selected == "c"
        listing.show(rows("x", "y"))
        assert listing.selected in ("x", "y")
        listing.show([])
        assert listing.selected is None
        await pilot.press("down", "up", "enter", "home", "end", "pageup", "pagedown")


async def test_rows_that_cannot_be_selected_are_passed():
    app = Lists()
    async with app.run_test(size=(40, 10)) as pilot:
        listing = app.query_one(RowList)
        gap = Row("gap", Content("-"), enabled=False)
        listing.show([gap, *rows("a"), gap, *rows("b")])
        listing.focus()
        assert listing.selected == "a"
        await pilot.press("down")
        assert listing.selected == "b"
        await pilot.press("up", "up")
        assert listing.selected == "a"


async def test_a_heading_is_shown_with_the_row_below_it():
    app = Lists()
    async with app.run_test(size=(40, 6)) as pilot:
        listing = app.query_one(RowList)
        heading = Row("heading", Content("Kop"), enabled=False)
        listing.show([heading, *rows(*"abcdefghij")])
        listing.focus()
        await pilot.press("end", "home")
        await pilot.pause()
        assert listing.scroll_offset.y == 0


@pytest.mark.parametrize("wrap", [True, False])
async def test_the_cursor_is_always_in_sight(wrap):
    app = Lists()
    async with app.run_test(size=(30, 8)) as pilot:
        listing = app.query_one(RowList)
        listing.show(rows(*"abcdefghijklmnop", wrap=wrap))
        listing.focus()
        for key in ("end", "home", "pagedown", "pagedown", "down", "pageup"):
            await pilot.press(key)
            await pilot.pause()
            top = listing._top(listing.cursor) - listing.scroll_offset.y
            assert 0 <= top < listing.size.height
        await pilot.resize_terminal(60, 5)
        await pilot.pause()
        key = listing.selected
        top = listing._top(listing.cursor) - listing.scroll_offset.y
        assert 0 <= top < listing.size.height
        assert listing.selected == key


async def test_a_click_moves_and_a_second_one_chooses():
    chosen = []

    class Choosing(Lists):
        def on_row_list_chosen(self, event):
            chosen.append(event.key)

    app = Choosing()
    async with app.run_test(size=(40, 10)) as pilot:
        listing = app.query_one(RowList)
        listing.show(rows("a", "b", "c"))
        await pilot.click(RowList, offset=(4, 1))
        assert listing.selected == "b"
        assert not chosen
        await pilot.click(RowList, offset=(4, 1))
        assert chosen == ["b"]


async def test_the_row_under_the_cursor_stands_on_a_ground_of_its_own():
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = app.screen.query_one("#board")
        grounds = {rows.render_line(y)._segments[0].style.bgcolor.name for y in range(2)}
        assert len(grounds) == 2
