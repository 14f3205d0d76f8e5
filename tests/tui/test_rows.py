"""The list: places are kept by identity, wrapping never loses a line."""

from functools import partial

import pytest
from madeup import make_app, settle
from textual.app import App
from textual.content import Content

from workflow.tui import render
from workflow.tui.widgets.bars import SourceStrip
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList


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


def long_row(name):
    def body(width, wrap=False):
        return render.columns(width, Content(f"{name} een lange titel"), Content("7"), wrap=wrap)

    return Row(name, body, spread=partial(body, wrap=True))


async def test_long_rows_take_more_lines_only_where_all_of_them_fit():
    app = Lists()
    async with app.run_test(size=(20, 8)) as pilot:
        listing = app.query_one(RowList)
        listing.show([long_row(name) for name in "ab"])
        listing.focus()

        def drawn():
            lines = (listing.render_line(y).text.split() for y in range(listing.size.height))
            return [" ".join(words) for words in lines if words]

        assert drawn() == ["▸ a een lange 7", "titel", "b een lange 7", "titel"]
        listing.show([long_row(name) for name in "abcdef"])
        assert drawn()[:2] == ["▸ a een lange t… 7", "b een lange t… 7"]
        listing.show([long_row(name) for name in "ab"])
        for width, first in ((20, "▸ a een lange t… 7"), (30, "▸ a een lange titel 7")):
            await pilot.resize_terminal(width, 3)
            for _ in range(200):  # the list learns its size some messages later
                if listing.outer_size == (width, 3):
                    break
                await pilot.pause(0.01)
            await pilot.pause()
            assert drawn()[0] == first


class Strips(App):
    CSS = "SourceStrip { height: 2; width: 20; }"

    def compose(self):
        yield SourceStrip()


async def test_a_source_sentence_that_is_too_long_ends_in_an_ellipsis():
    app = Strips()
    async with app.run_test(size=(40, 6)) as pilot:
        strip = app.query_one(SourceStrip)
        for text, last in (
            ("een twee drie", "een twee drie"),
            ("een twee drie vier " * 4, "vier …"),
        ):
            strip.words = Content(text)
            await pilot.pause()
            lines = [strip.render_line(y).text.strip() for y in range(2)]
            assert " ".join(lines).strip().endswith(last)
            assert text.startswith(lines[0])
