"""Keys that come faster than the screens they are meant for."""

import pytest
from madeup import MadeUpDesk, make_app, press, settle
from textual import events
from textual.widgets import Input

from workflow.tui.screens.dialogs import Prompt
from workflow.tui.screens.search import SearchScreen

pytestmark = pytest.mark.every_frame


def type_at_once(app, *keys):
    """All keys before any of them is answered."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_what_is_typed_behind_a_key_that_opens_a_dialog_is_typed_into_it():
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        type_at_once(app, "slash", *"grens")
        app.post_message(events.Paste("bewaking"))
        type_at_once(app, "i")
        await settle(pilot)
        assert isinstance(app.screen, Prompt)
        assert app.screen.query_one(Input).value == "grensbewakingi"


async def test_what_is_typed_behind_the_key_that_leaves_a_text_changes_no_text():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in ("home", "down", "enter", "3", "e"):
            await pilot.press(key)
            await settle(pilot)
        type_at_once(app, *"Punt", "f4", *"xyz")
        await settle(pilot)
        texts = [s.text for each in desk.summaries.values() for s in each.sentences]
        assert texts == ["Punt"]
        assert app.screen._key == ("2024-03-04-jbz", "punt-2")


async def test_a_dialog_that_closes_hands_the_next_keys_to_the_screen_below():
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        board = app.screen
        type_at_once(app, "slash", *"nergens", "enter", "slash", "escape", "ctrl+f")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen)
        assert board._filter.words == "nergens"
        assert app.screen.query_one("#query", Input).value == ""


async def asked(pilot):
    """The board, and a prompt over it with a letter typed."""
    await settle(pilot)
    board = pilot.app.screen
    await press(pilot, "slash", "a")
    assert isinstance(pilot.app.screen, Prompt)
    return board, pilot.app.screen


async def test_a_dialog_that_is_answered_twice_closes_nothing_else():
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        board, prompt = await asked(pilot)
        prompt.do_accept()
        prompt.do_close()
        await settle(pilot)
        assert app.screen is board
        assert board._filter.words == "a"


async def test_a_dialog_below_help_is_answered_and_both_close():
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        board, prompt = await asked(pilot)
        await press(pilot, "f1")
        assert app.screen not in (board, prompt)
        prompt.do_accept()
        await settle(pilot)
        assert app.screen is board
        assert board._filter.words == "a"
