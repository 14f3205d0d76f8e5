"""The settings screen shows the declared list and changes the right file."""

import tomllib

import pytest
from madeup import CLOCK, settle, shown

from workflow.config import SETTINGS, user_file
from workflow.folders import config_folder
from workflow.tui.app import DeskApp
from workflow.tui.screens.settings import SettingsScreen
from workflow.tui.widgets.rows import RowList


@pytest.fixture
def root(copy_desk, tmp_path):
    return copy_desk(tmp_path / "werkmap", 0)


async def test_every_setting_is_shown_and_one_of_each_kind_changed(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("comma")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        rows = app.screen.query_one(RowList)
        assert [row.key for row in rows.rows] == [setting.name for setting in SETTINGS]
        lines = [line.strip(" ▸") for line in shown(app).splitlines()]
        assert "Meeste aantal woorden words_max: 150  (standaard)" in lines
        rows.select("words_max")
        await pilot.press("enter", "backspace", "backspace", "backspace", *"140", "enter")
        await settle(pilot)
        assert "Meeste aantal woorden is nu 140." in shown(app)
        assert tomllib.loads((root / "workflow.toml").read_text())["words_max"] == 140
        rows.select("log_level")
        await pilot.press("enter", *"debug", "enter")
        await settle(pilot)
        assert tomllib.loads(user_file().read_text()) == {"log_level": "debug"}
        rows.select("words_max")
        await pilot.press("x")
        await settle(pilot)
        assert "words_max" not in (root / "workflow.toml").read_text()
        assert app.desk.workspace.settings.words_max == 150


async def test_own_keys_are_shown_with_where_they_stand(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await pilot.press("comma")
        await settle(pilot)
        assert "keys.toml" in shown(app).replace("\n ", "")
        await pilot.press("escape")
        config_folder().mkdir(parents=True, exist_ok=True)
        (config_folder() / "keys.toml").write_text('"board.mine" = ["x", "ctrl+n"]\n')
        await pilot.press("comma")
        await settle(pilot)
        assert "board.mine = x / Ctrl+N" in shown(app)


async def test_the_language_chosen_on_screen_is_remembered(root):
    app = DeskApp(root, clock=lambda: CLOCK, remembers=True)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        app.do_language()
        await settle(pilot)
    assert tomllib.loads(user_file().read_text()) == {"language": "en"}
