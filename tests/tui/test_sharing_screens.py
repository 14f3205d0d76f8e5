"""Sharing and deciding as a person does them with keys, on two clones of one shared place."""

import subprocess
from asyncio import sleep
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CopyDesk
from workflow.history import Person, open_history
from workflow.history.actions import save_summary
from workflow.history.syncing import sync
from workflow.summaries.model import SummarySentence
from workflow.summaries.workspace import Workspace
from workflow.tui.app import DeskApp
from workflow.tui.screens.board import BoardScreen
from workflow.tui.screens.deciding import DecideDialog
from workflow.tui.screens.dialogs import MessageDialog
from workflow.tui.screens.item import ItemScreen
from workflow.tui.widgets.bars import StatusLine

NOOR, SAM = Person("Noor de Wit", "noor@example.org"), Person("Sam Bakker", "sam@example.org")


def write(root: Path, person: Person, words: str) -> None:
    workspace, history = Workspace(root), open_history(root, person)
    meeting = workspace.meetings()[0]
    loaded = workspace.load(meeting, meeting.items[0].slug)
    lines = (SummarySentence(words, (1,)),)
    save_summary(
        workspace, history, meeting, meeting.items[0].slug,
        replace(loaded.summary, sentences=lines), base=loaded.text,
    )  # fmt: skip


@pytest.fixture
def clones(tmp_path: Path, copy_desk: CopyDesk) -> tuple[Path, Path]:
    """Two clones in which the same sentence was changed; the second has shared."""
    first, place, second = tmp_path / "noor", tmp_path / "gedeeld.git", tmp_path / "sam"
    history = open_history(copy_desk(first, 1))
    write(first, NOOR, "Veel lidstaten steunen het.")
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(place)], check=True)
    sync(Workspace(first), history, address=str(place))
    subprocess.run(["git", "clone", "-q", str(place), str(second)], check=True)
    write(second, SAM, "Enkele lidstaten steunen het.")
    sync(Workspace(second), open_history(second, SAM))
    write(first, NOOR, "De meeste lidstaten steunen het.")
    return first, second


async def until(condition: Callable[[], object]) -> None:
    """Wait until something is so; jobs start one another, so none of them says when."""
    for _ in range(1200):
        if condition():
            return
        await sleep(0.05)
    raise AssertionError("it never became so")


async def test_sharing_and_deciding_with_keys(clones: tuple[Path, Path]) -> None:
    first, _ = clones
    app = DeskApp(first)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(lambda: isinstance(app.screen, BoardScreen) and app.screen.sharing_words())
        board = app.screen
        assert isinstance(board, BoardScreen)
        assert board.sharing_words().startswith("niet gedeeld: 1")
        await pilot.press("s")
        await until(lambda: isinstance(app.screen, MessageDialog))
        told = app.screen.message
        assert f"Te kiezen: {app.desk.workspace.meetings()[0].name} " in told
        await pilot.press("escape")
        await until(lambda: "niet gedeeld" not in board.sharing_words())
        asked = board.query_one(StatusLine).message
        assert "te kiezen" in asked
        meeting = app.desk.workspace.meetings()[0]
        item = ItemScreen(meeting.id, meeting.items[0].slug)
        app.push_screen(item)
        await until(lambda: item._summary is not None)
        assert item._summary is not None
        assert [s.text for s in item._summary.sentences] == ["Enkele lidstaten steunen het."]
        await pilot.press("f2")
        await until(lambda: isinstance(app.screen, DecideDialog))
        await pilot.press("f1")
        await until(lambda: app.screen.CONTEXT == "help" and app.screen.is_mounted)
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, DecideDialog))
        await pilot.press("m")
        await until(lambda: app.screen is item)
        await pilot.press("ctrl+s")
        await until(lambda: not item.dirty and not app.jobs.writing)
        await pilot.press("escape")
        await until(lambda: app.screen is board and board.query_one(StatusLine).message != asked)
    loaded = Workspace(first).load(meeting, meeting.items[0].slug).summary
    assert [s.text for s in loaded.sentences] == ["De meeste lidstaten steunen het."]
    assert loaded.proposals == ()


async def test_sharing_by_itself_every_so_many_minutes(
    clones: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is pressed and no dialog comes: what one saved is with the others."""
    first, second = clones
    (first / "workflow.toml").write_text("sync_minutes = 5\n")
    due: list[tuple[float, Callable[[], None]]] = []
    keep = BoardScreen.set_interval

    def set_interval(self: BoardScreen, seconds: float, *more: Any, **options: Any) -> object:
        if seconds >= 60:
            due.append((seconds, more[0]))
            return None
        return keep(self, seconds, *more, **options)

    monkeypatch.setattr(BoardScreen, "set_interval", set_interval)
    app = DeskApp(first)
    async with app.run_test(size=(120, 40)):
        await until(lambda: isinstance(app.screen, BoardScreen) and app.screen.sharing_words())
        board = app.screen
        assert isinstance(board, BoardScreen)
        (share,) = (each for seconds, each in due if seconds == 300)
        assert board.sharing_words().startswith("niet gedeeld: 1")
        share()
        await until(lambda: "niet gedeeld" not in board.sharing_words())
        assert app.screen is board
    sync(Workspace(second), open_history(second, SAM))
    meeting = Workspace(second).meetings()[0]
    assert Workspace(second).load(meeting, meeting.items[0].slug).summary.proposals
