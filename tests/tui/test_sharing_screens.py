"""Sharing and deciding as a person does them with keys, on two clones of one shared place."""

import re
import subprocess
from asyncio import sleep
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.conftest import CopyDesk
from workflow.history import Person, drafts, keep_draft, open_history
from workflow.history.actions import reissue_meeting, save_summary
from workflow.history.syncing import sync
from workflow.report.reader import read_report
from workflow.samples import sample_reports
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import Position, Summary, SummarySentence
from workflow.summaries.reissue import plan_reissue
from workflow.summaries.workspace import Workspace
from workflow.tui.answers import LeftOver, Opened
from workflow.tui.app import DeskApp
from workflow.tui.desk import Desk
from workflow.tui.screens.board import BoardScreen
from workflow.tui.screens.deciding import DecideDialog
from workflow.tui.screens.dialogs import MessageDialog, Question
from workflow.tui.screens.item import ItemScreen
from workflow.tui.widgets.bars import StatusLine
from workflow.tui.widgets.prose import HangingText

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


def opened_by(root: Path) -> Opened:
    """The first item as it stands now."""
    desk = Desk(root)
    meeting = desk.workspace.meetings()[0]
    return desk.open_item(meeting.id, meeting.items[0].slug)


def left_behind(root: Path, opened: Opened, *lines: SummarySentence) -> None:
    """What Noor had typed in the item as she saw it when her terminal was killed."""
    Desk(root).keep_draft(opened, replace(opened.summary, sentences=lines))


async def recovered(root: Path, *keys: str) -> tuple[str, Summary]:
    """The words of the dialog in the first item, and the item after these keys and Esc."""
    app = DeskApp(root)
    meeting = app.desk.workspace.meetings()[0]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(lambda: isinstance(app.screen, BoardScreen) and not app.jobs.running)
        board, item = app.screen, ItemScreen(meeting.id, meeting.items[0].slug)
        app.push_screen(item)
        await until(lambda: isinstance(app.screen, Question) and app.screen.query("#words"))
        asked = str(app.screen.query_one("#words", HangingText).content)
        await pilot.press(*keys)
        await until(lambda: app.screen is item and not app.jobs.running)
        await pilot.press("escape")
        await until(lambda: app.screen is board and not app.jobs.running)
    return asked, Workspace(root).load(meeting, meeting.items[0].slug).summary


async def test_recovered_text_is_joined_with_what_a_colleague_saved_since(
    tmp_path: Path, copy_desk: CopyDesk
) -> None:
    root = copy_desk(tmp_path / "noor", 1)
    seen = opened_by(root)
    workspace, history = Workspace(root), open_history(root, SAM)
    meeting = workspace.meetings()[0]
    loaded = workspace.load(meeting, meeting.items[0].slug)
    positions = (Position("nederland", "Nederland", "oppose", "wil dit niet", (2,)),)
    save_summary(
        workspace, history, meeting, meeting.items[0].slug,
        replace(loaded.summary, positions=positions,
                sentences=(SummarySentence("Veel landen willen meer geld.", (3,)),)),
        base=loaded.text,
    )  # fmt: skip
    left_behind(root, seen, SummarySentence("De Raad sprak over grenzen.", (1,)))
    asked, summary = await recovered(root, "enter")
    assert "Sam Bakker" in asked
    texts = {sentence.text for sentence in summary.sentences}
    assert texts == {"De Raad sprak over grenzen.", "Veel landen willen meer geld."}
    assert summary.positions == positions
    assert not summary.proposals


async def test_ones_own_later_save_is_told_as_ones_own(tmp_path: Path, copy_desk: CopyDesk) -> None:
    root = copy_desk(tmp_path / "noor", 1)
    seen = opened_by(root)
    left_behind(root, seen, SummarySentence("De Raad sprak over grenzen.", (1,)))
    await recovered(root, "escape")
    you = Desk(root)
    now = you.open_item(seen.meeting.id, seen.entry.slug)
    later = SummarySentence("Veel landen willen meer.", (3,))
    you.save(now, replace(now.summary, sentences=(later,)))
    asked, _ = await recovered(root, "escape")
    assert "Daarna heb je dit punt zelf gewijzigd" in asked
    assert you.identity not in asked
    write(root, SAM, "Sommige lidstaten steunen het.")
    asked, _ = await recovered(root, "enter")
    assert "Daarna hebben jij en Sam Bakker dit punt gewijzigd" in asked


async def test_recovered_text_that_is_left_for_later_outlives_a_save(
    tmp_path: Path, copy_desk: CopyDesk
) -> None:
    root = copy_desk(tmp_path / "noor", 1)
    left_behind(root, opened_by(root), SummarySentence("De Raad sprak over grenzen.", (1,)))
    _, summary = await recovered(root, "escape")
    texts = {sentence.text for sentence in summary.sentences}
    assert "De Raad sprak over grenzen." not in texts
    write(root, SAM, "Sommige lidstaten steunen het.")
    _, summary = await recovered(root, "enter")
    texts = {sentence.text for sentence in summary.sentences}
    assert texts == {"Sommige lidstaten steunen het.", "De Raad sprak over grenzen."}
    assert not drafts(open_history(root, SAM))


async def test_recovered_text_is_offered_while_the_board_looks_for_more(
    tmp_path: Path, copy_desk: CopyDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_desk(tmp_path / "noor", 1)
    left_behind(root, opened_by(root), SummarySentence("De Raad sprak over grenzen.", (1,)))
    looking, go, look = Event(), Event(), Desk.left_over

    def slowly(desk: Desk, opened: Opened) -> LeftOver | None:
        looking.set()
        go.wait(60)
        return look(desk, opened)

    monkeypatch.setattr(Desk, "left_over", slowly)
    app = DeskApp(root)
    meeting = app.desk.workspace.meetings()[0]
    async with app.run_test(size=(120, 40)):
        await until(lambda: isinstance(app.screen, BoardScreen) and not app.jobs.running)
        board = app.screen
        assert isinstance(board, BoardScreen)
        app.push_screen(ItemScreen(meeting.id, meeting.items[0].slug))
        await until(looking.is_set)
        board.learn_left_behind()
        go.set()
        await until(lambda: isinstance(app.screen, Question) and app.screen.query("#words"))


async def test_an_older_draft_is_asked_about_after_the_newest(
    tmp_path: Path, copy_desk: CopyDesk
) -> None:
    root = copy_desk(tmp_path / "noor", 1)
    seen = opened_by(root)
    left_behind(root, seen, SummarySentence("De Raad sprak over grenzen.", (1,)))
    path = Desk(root).path_of(seen.meeting.id, seen.entry.slug)
    typed = replace(seen.summary, sentences=(SummarySentence("Malta was tegen.", (2,)),))
    text = render_summary(typed)
    source = [sentence.text for sentence in seen.item.sentences]
    keep_draft(open_history(root, SAM), path, text, seen.text, source=source, left_behind=True)
    _, summary = await recovered(root, "enter")
    assert [sentence.text for sentence in summary.sentences] == ["Malta was tegen."]
    _, summary = await recovered(root, "enter")
    texts = {sentence.text for sentence in summary.sentences}
    assert texts == {"Malta was tegen.", "De Raad sprak over grenzen."}
    assert not drafts(open_history(root, SAM))


async def test_what_both_changed_waits_to_be_chosen_after_a_recovery(
    clones: tuple[Path, Path],
) -> None:
    first, _ = clones
    seen = opened_by(first)
    write(first, SAM, "Sommige lidstaten steunen het.")
    left_behind(first, seen, SummarySentence("Vrijwel alle lidstaten steunen het.", (1,)))
    asked, summary = await recovered(first, "enter")
    assert "Nog te kiezen" in asked
    assert [s.text for s in summary.sentences] == ["Sommige lidstaten steunen het."]
    (waiting,) = summary.proposals
    assert waiting.mine == ("Vrijwel alle lidstaten steunen het. [s1]",)
    assert waiting.author == "Noor de Wit"


async def test_recovered_evidence_moves_with_a_newer_version_of_the_report(
    tmp_path: Path, copy_desk: CopyDesk
) -> None:
    root = copy_desk(tmp_path / "noor", 1)
    workspace, history = Workspace(root), open_history(root, SAM)
    meeting = workspace.meetings()[0]
    slug = meeting.items[0].slug
    first, second, third = workspace.item(meeting, slug).sentences[:3]
    write(root, SAM, "Er was overleg.")
    typed = (SummarySentence(f"Over zin {n}.", (n,)) for n in (1, 2, 3))
    left_behind(root, opened_by(root), *typed)
    newer = tmp_path / "nieuw.txt"
    text = sample_reports()[0].path.read_text("utf-8")
    assert " ".join(text.split()).count(first.text) == 1
    newer.write_text(without(text, second.text), "utf-8")
    new = plan_reissue(Workspace(root), read_report(newer), newer, newer.read_bytes())
    reissue_meeting(Workspace(root), history, new.meeting, new.files, len(new.changes))
    asked, summary = await recovered(root, "enter")
    assert "vernieuwd" in asked
    places = {s.text: s.evidence for s in summary.sentences}
    assert places == {"Over zin 1.": (1,), "Over zin 2.": (), "Over zin 3.": (2,)}
    assert second.text in summary.remarks[-1].text
    assert Workspace(root).item(meeting, slug).sentence(2).text == third.text
    assert Workspace(root).stale(Workspace(root).meetings()[0], slug)


async def test_f4_goes_where_text_was_left_behind(tmp_path: Path, copy_desk: CopyDesk) -> None:
    root = copy_desk(tmp_path / "noor", 2)
    meeting = Workspace(root).meetings()[0]
    left_behind(root, opened_by(root), SummarySentence("Half getypt.", (1,)))
    app = DeskApp(root)
    async with app.run_test(size=(200, 40)) as pilot:
        await until(lambda: isinstance(app.screen, BoardScreen) and app.screen._left)
        board = app.screen
        assert meeting.name in board.query_one(StatusLine).message
        await pilot.press("f4")
        await until(lambda: isinstance(app.screen, Question))
        (item,) = (screen for screen in app.screen_stack if isinstance(screen, ItemScreen))
        assert item._key == (meeting.id, meeting.items[0].slug)
        await pilot.press("enter")
        await until(lambda: app.screen is item and not app.jobs.running)
        await pilot.press("escape")
        await until(lambda: app.screen is board and not app.jobs.running)
        assert "Half getypt." in item_text(root)
        assert meeting.items[0].title[:20] not in board.query_one(StatusLine).message
        assert not board._left


def item_text(root: Path) -> str:
    """The file of the first item."""
    workspace = Workspace(root)
    meeting = workspace.meetings()[0]
    return workspace.summary_path(meeting, meeting.items[0].slug).read_text("utf-8")


def without(text: str, sentence: str) -> str:
    """A report without one of its sentences, however its lines are broken."""
    pattern = r"\s+".join(map(re.escape, sentence.split()))
    found, count = re.subn(pattern, "", text)
    assert count == 1
    return found
