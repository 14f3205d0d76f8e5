"""Finding words in all meetings from the board."""

import sys
from pathlib import Path

import pytest
from madeup import CLOCK, press, settle, shown

sys.path.insert(0, str(Path(__file__).parents[1] / "search"))
from search_desk import make_desk

from workflow.tui.app import DeskApp
from workflow.tui.screens.board import BoardScreen
from workflow.tui.screens.item import ItemScreen
from workflow.tui.screens.search import SearchScreen
from workflow.tui.widgets.bars import StatusLine
from workflow.tui.widgets.rows import RowList


@pytest.fixture
def root(copy_desk, tmp_path):
    return make_desk(copy_desk(tmp_path / "werkmap", 0)).root


def found(app):
    return [row.key for row in app.screen.query_one("#found", RowList).rows]


async def test_type_see_open_and_come_back(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+f")
        assert isinstance(app.screen, SearchScreen)
        await pilot.press(*"grenzen")
        await settle(pilot)
        assert {key[1] for key in found(app)} == {"mensensmokkel", "schengen"}
        await pilot.press("space", *"status:concept")
        await settle(pilot)
        assert [key[1] for key in found(app)] == ["schengen"]
        await press(pilot, "enter")
        assert isinstance(app.screen, ItemScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, SearchScreen)
        assert [key[1] for key in found(app)] == ["schengen"], "what was typed is kept"
        await press(pilot, "escape")
        assert isinstance(app.screen, BoardScreen)


async def test_a_wrong_filter_is_said_and_brackets_are_text(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+f")
        field = app.screen.query_one("#query")
        field.value = "raad:jbx [EU] ("
        await settle(pilot)
        assert "jbz" in app.screen.query_one(StatusLine).message
        field.value = "[bold]("
        await settle(pilot)
        assert found(app) == []
        assert "[bold](" in app.screen.query_one(StatusLine).message


async def test_a_search_without_a_hit_says_so_where_the_hits_would_be(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+f")
        await pilot.press(*"bestaatniet")
        await settle(pilot)
        empty = shown(app)
        assert "typ woorden" not in empty
        assert "bestaatniet" in app.screen.query_one(StatusLine).message
        assert empty.count("bestaatniet") > 1
        app.screen.query_one("#query").value = "status:paars"
        await settle(pilot)
        assert "typ woorden" not in shown(app)
