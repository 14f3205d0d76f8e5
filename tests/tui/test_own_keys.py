"""The user's own keys, from a file that people write by hand."""

import pytest
from madeup import make_app, settle, shown

from workflow.folders import config_folder
from workflow.tui.ownkeys import FILE, own_keys


def write(text):
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / FILE).write_text(text, "utf-8")


async def test_own_keys_replace_the_usual_ones_everywhere():
    write('"item.next_step" = ["x", "n"]\n[app]\nhelp = "f10"\n')
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "F10 hulp" in shown(app)
        await pilot.press("home", "down", "enter")
        await settle(pilot)
        await pilot.press("f10")
        await settle(pilot)
        assert "x / n" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert app.screen._step == "positions"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"board.imprt" = "i"', "bedoelde je “board.import”?"),
        ('"board.import" = 3', "noem bij “board.import” een toets"),
        ('"board.import" = "b"', "board.import én bij board.briefing"),
        ("board = [", "is niet te lezen"),
    ],
)
def test_what_is_wrong_with_the_file_is_said(text, words):
    write(text)
    assert words in own_keys()[1][0]


def test_without_a_file_the_usual_keys_count():
    assert own_keys() == ({}, ())


async def test_a_broken_file_does_not_keep_the_program_from_opening():
    write("board = [")
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "keys.toml" in shown(app)
        assert "F1 hulp" in shown(app)
