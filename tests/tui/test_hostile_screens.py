"""The bracket strings on the screens that compare, follow, look back, search, set and import."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from madeup import CLOCK, MadeUpDesk, make_app, settle, shown
from test_render import BRACKETS

from workflow.report.model import Item, Notice, Part, Report, Sentence
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import (
    Commitment,
    NextStep,
    OpenProposal,
    Position,
    SummarySentence,
)
from workflow.summaries.workspace import Workspace
from workflow.tui import bringing, render
from workflow.tui.app import DeskApp
from workflow.tui.screens.camps import CampsScreen
from workflow.tui.screens.compare import CompareScreen
from workflow.tui.screens.deciding import DecideDialog
from workflow.tui.screens.history import HistoryScreen
from workflow.tui.screens.importing import ImportScreen
from workflow.tui.screens.promises import PromisesScreen
from workflow.tui.screens.search import SearchScreen
from workflow.tui.screens.settings import SettingsScreen
from workflow.tui.screens.structure import StructureScreen
from workflow.tui.screens.timeline import TimelineScreen
from workflow.tui.screens.topics import TopicsScreen

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"
LISTED = [f"{place:02d} {text}" for place, text in enumerate(BRACKETS)]


def missing(words, length=9):
    """The texts of which not even the beginning stands in the words."""
    return [text for text in LISTED if render.one_line(text)[:length].strip() not in words]


@pytest.fixture(scope="module")
def root(demo_desk, tmp_path_factory):
    """The samples, with a hostile text wherever a colleague's file can hold one."""
    root = Path(shutil.copytree(demo_desk, tmp_path_factory.mktemp("hostile") / "desk"))
    workspace = Workspace(root)
    for meeting in (workspace.meeting(MARCH), workspace.meeting(JUNE)):
        entry = next(one for one in meeting.items if "blusvloot" in one.slug)
        loaded = workspace.load(meeting, entry.slug).summary
        later = " later" if meeting.id == JUNE else ""
        summary = replace(
            loaded,
            title=LISTED[0],
            sentences=tuple(SummarySentence(text + later, (1,)) for text in LISTED),
            positions=tuple(
                Position(f"derde:x{n}", text, "support" if later else "oppose", text + later, (1,))
                for n, text in enumerate(LISTED)
            ),
            next_steps=tuple(NextStep(text, text) for text in LISTED),
            commitments=tuple(Commitment(text, text, text, text) for text in LISTED),
        )
        path = workspace.summary_path(meeting.id, entry.slug)
        path.write_text(render_summary(summary), "utf-8")
    topics = root / "summaries" / "topics.toml"
    words = "".join(f"[topics.hostile-{n}]\ntitle = '{text}'\n\n" for n, text in enumerate(LISTED))
    topics.write_text(topics.read_text("utf-8").rstrip() + "\n\n" + words, "utf-8")
    return root


async def seen(app, pilot, screen, *keys):
    app.push_screen(screen)
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    return shown(app)


async def walked(app, pilot):
    """All that the rows show one after the other."""
    words = ""
    for _ in LISTED:
        await pilot.press("down")
        await settle(pilot)
        words += shown(app)
    return words


async def test_what_compares_and_follows(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(200, 100)) as pilot:
        await settle(pilot)
        words = await seen(app, pilot, CompareScreen(MARCH, JUNE), "enter")
        assert missing(words + await walked(app, pilot)) == []
        await pilot.press("escape")
        words = await seen(app, pilot, TimelineScreen("blusvloot"))
        assert missing(words + await walked(app, pilot)) == []
        await pilot.press("escape")
        assert LISTED[0][:2] in await seen(app, pilot, CampsScreen())
        await pilot.press("escape")
        assert missing(await seen(app, pilot, PromisesScreen())) == []
        await pilot.press("escape")
        assert missing(await seen(app, pilot, TopicsScreen(), "end")) == []


async def test_history_and_authors_of_a_hostile_item(root):
    workspace = Workspace(root)
    slug = next(one.slug for one in workspace.meeting(JUNE).items if "blusvloot" in one.slug)
    git = ["git", "-C", str(root), "-c", f"user.name={LISTED[0]}", "-c", "user.email=x@example.org"]
    subprocess.run([*git, "commit", "-q", "-a", "-m", " ".join(LISTED)], check=True)
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(200, 100)) as pilot:
        await settle(pilot)
        words = await seen(app, pilot, HistoryScreen(JUNE, slug))
        assert words.count(LISTED[0]) >= 2
        assert missing(words) == []
        await pilot.press("w")
        await settle(pilot)
        words = shown(app)
        assert LISTED[0] in words
        assert missing(words + await walked(app, pilot)) == []


async def test_structure_of_a_hostile_report(root, monkeypatch):
    items = tuple(Item(text, text, (Sentence(1, text, 0),), treatment=text) for text in LISTED)
    report = Report("nl", LISTED[0], "JBZ", MadeUpDesk().meeting.days, (Part("I", "x", items),))
    monkeypatch.setattr(bringing, "standing_report", lambda *_: report)
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(160, 100)) as pilot:
        await settle(pilot)
        assert missing(await seen(app, pilot, StructureScreen(JUNE))) == []


async def test_search_shows_what_it_found_as_it_is(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await seen(app, pilot, SearchScreen())
        for text in LISTED:
            app.screen.query_one("#query").value = text
            await settle(pilot)
            assert shown(app).count(text[:6]) >= 1, text


async def test_settings_with_hostile_values(demo_desk, tmp_path):
    root = Path(shutil.copytree(demo_desk, tmp_path / "desk"))
    words = ", ".join(f"'{text}' = ['{text}']" for text in LISTED)
    (root / "workflow.toml").write_text(
        f"organisation = '{LISTED[1]}'\nrecipients = {{ {words} }}\n", "utf-8"
    )
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(160, 90)) as pilot:
        await settle(pilot)
        # Values stand as TOML writes them.
        words = (await seen(app, pilot, SettingsScreen())).replace("\\\\", "\\")
        assert missing(words) == []


async def test_files_and_preview_of_an_import(tmp_path):
    for text in LISTED:
        (tmp_path / (text.replace("/", "|") + ".txt")).write_text("x", "utf-8")
    items = tuple(Item(text, text, (Sentence(1, text, 0),), treatment=text) for text in LISTED)
    notices = tuple(Notice(1, text) for text in LISTED)
    desk = MadeUpDesk()
    desk.read_report = lambda path: Report(
        "nl", LISTED[0], "JBZ", desk.meeting.days, (Part("I", LISTED[0], items),), "", notices
    )
    app = make_app(desk)
    async with app.run_test(size=(160, 100)) as pilot:
        await settle(pilot)
        words = await seen(app, pilot, ImportScreen(str(tmp_path)))
        assert [t for t in LISTED if t.replace("/", "|")[:9] not in words] == []
        await pilot.press("enter")
        await settle(pilot)
        assert missing(shown(app)) == []


async def test_a_proposal():
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        for text in LISTED:
            proposal = OpenProposal("sentences", text, text, (text,), (text,), (text,))
            words = await seen(app, pilot, DecideDialog(proposal, 1, 1, "Sanne", "nl"))
            assert words.count(render.one_line(text)[:12]) >= 4
            await pilot.press("escape")
            await settle(pilot)
