"""Where there is no workspace yet, one is offered, and nothing is made without a yes."""

import io
import sys

import pytest
from madeup import CLOCK, press, settle, shown

from workflow.cli import main
from workflow.tui.app import DeskApp
from workflow.tui.screens.board import BoardScreen


def opened(folder):
    return DeskApp(folder, clock=lambda: CLOCK, founding=True)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_the_obvious_keys_leave_without_making_anything(tmp_path, key):
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        words = " ".join(shown(app).split())
        assert "staat nog geen werkmap" in words
        assert "m werkmap maken" in words
        assert "iets anders" not in words
        await pilot.press(key)
    assert app.return_value == 0
    assert list(tmp_path.iterdir()) == []


async def test_a_workspace_is_made_and_its_board_opened(tmp_path, monkeypatch):
    (tmp_path / "anders.txt").write_text("x", "utf-8")
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "staat al iets anders" in " ".join(shown(app).split())
        app.do_language()
        await settle(pilot)
        assert "There is no workspace" in shown(app)
        app.do_language()
        with monkeypatch.context() as patch:
            # Nobody is known who could make it: told in a sentence, and nothing is made.
            for role in ("AUTHOR", "COMMITTER"):
                patch.delenv(f"GIT_{role}_NAME")
                patch.delenv(f"GIT_{role}_EMAIL")
            await press(pilot, "m")
            assert "Dat ging niet" in shown(app)
            await press(pilot, "escape")
        assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
        await press(pilot, "m")
        assert isinstance(app.screen, BoardScreen)
        assert "voer een verslag in" in shown(app).lower()
        app.do_tour()
        await press(pilot, "q")
        assert isinstance(app.screen, BoardScreen), "leaving the tour is not leaving the program"
        app.do_tour()
        await press(pilot, "i")
        assert app.screen.CONTEXT == "import", "a key of the board ends the tour"
    assert (tmp_path / "summaries" / "README.md").is_file()
    assert (tmp_path / "anders.txt").read_text("utf-8") == "x"


class Terminal(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self):
        return True


def type_in(monkeypatch, folder, words=""):
    """Sit at a terminal, in that folder."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", Terminal(words))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)


@pytest.mark.parametrize(("answer", "made"), [("", False), ("nee\n", False), ("ja\nq\n", True)])
def test_the_talk_asks_first(tmp_path, monkeypatch, capsys, answer, made):
    type_in(monkeypatch, tmp_path, answer)
    assert main(["--plain"]) == 0
    said = capsys.readouterr().out
    assert "staat nog geen werkmap" in said
    assert ("Er is niets gemaakt." in said) is not made
    assert (tmp_path / "summaries").is_dir() is made


def test_without_a_terminal_it_is_told_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main([]) == 2
    assert "workflow init" in capsys.readouterr().err


def test_a_folder_that_was_named_is_not_made(tmp_path, monkeypatch, capsys):
    type_in(monkeypatch, tmp_path)
    assert main(["--workspace", str(tmp_path / "typfout")]) == 2
    assert "workflow init" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
