"""What the history screen writes: versions and sentences that come back."""

import re
import subprocess

import pytest
from madeup import go, press, settle, shown

from workflow import languages
from workflow.languages import say
from workflow.summaries.workspace import Workspace
from workflow.tui.screens.dialogs import Picker
from workflow.tui.screens.history import KINDS, HistoryScreen
from workflow.tui.widgets.rows import RowList

JUNE = "2031-06-12-jbz"
ITEM = "gezamenlijke-blusvloot-tegen-natuurbranden"


def log(demo, *more):
    words = ["git", "-C", str(demo), "log", "--format=%s%n%b", *more]
    return subprocess.check_output(words, text=True)


def commits(demo):
    return int(subprocess.check_output(["git", "-C", str(demo), "rev-list", "--count", "HEAD"]))


def summary(demo):
    workspace = Workspace(demo)
    return workspace.load(workspace.meeting(JUNE), ITEM).summary


async def test_what_cannot_come_back_is_not_offered(app):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, HistoryScreen(JUNE, ""))
        assert "terugzetten" not in shown(app)
        assert screen.hides("sentence")
        screen = await go(pilot, HistoryScreen(JUNE, ITEM))
        assert not screen.hides("restore")


@pytest.mark.parametrize("keys", ["", "p"], ids=["all", "of the approver alone"])
async def test_the_present_version_is_not_brought_back_and_stays_approved(app, demo, keys):
    before = commits(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, HistoryScreen(JUNE, ITEM))
        await press(pilot, *keys, "z")
        assert screen.query_one("StatusLine").message
        await press(pilot, "e")
        assert app.screen is screen
    assert commits(demo) == before
    assert summary(demo).status == "approved"


async def test_a_version_that_a_filter_left_over_comes_back_as_a_draft(app, demo):
    before = commits(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, HistoryScreen(JUNE, ITEM))
        await press(pilot, "f")
        wanted = screen._versions[0]
        assert wanted.action == "edit"
        await press(pilot, "z")
        assert "is teruggezet" in shown(app)
        await press(pilot, *["f"] * 11)
        assert screen._kind == ""
        assert "teruggezet" in screen._versions[0].subject
        await press(pilot, "home", "z")
        assert commits(demo) == before + 1, "what came back is the present version now"
        await press(pilot, "escape")
        assert app.screen is not screen
    assert f"Restored-from: {wanted.commit}" in log(demo, "-1")
    assert summary(demo).status == "draft"


async def test_one_sentence_comes_back_and_nothing_else(app, demo):
    path = next((demo / "summaries/2031" / JUNE).glob(f"{ITEM}.md"))
    old = summary(demo).sentences
    text = path.read_text("utf-8")
    for sentence in old[:2]:
        text = text.replace(sentence.text, "Er is iets anders gezegd.", 1)
    path.write_text(text, "utf-8")
    subprocess.run(["git", "-C", str(demo), "commit", "-qam", "Met de hand"], check=True)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, HistoryScreen(JUNE, ITEM))
        await press(pilot, "down", "e")
        assert isinstance(app.screen, Picker)
        rows = app.screen.query_one(RowList).rows
        assert len(rows) == 2, "only sentences that are not there now"
        await press(pilot, "escape")
        assert app.screen is screen
        assert summary(demo).sentences[1].text != old[1].text
        await press(pilot, "e", "down", "enter")
        told = [sentence.text for sentence in summary(demo).sentences]
        assert old[1].text in told
        assert old[0].text not in told
        await settle(pilot)
        assert "teruggezet" in screen._versions[0].subject or "deel van" in log(demo, "-1")


async def test_saves_are_told_in_the_language_of_the_screen(app, demo):
    languages.use("en")
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, HistoryScreen(JUNE, ITEM))
        assert "approved" in shown(app)
        assert "goedgekeurd" not in shown(app)
        await press(pilot, "w")
        assert "who wrote each sentence" in shown(app)
        assert not re.search(r"standpunten|bevestigd|geschreven", shown(app).split("│")[-1])
        app.do_language()
        await settle(pilot)
        assert say("tui.history.who_wrote") in shown(app)
        await press(pilot, "escape")
        assert "goedgekeurd" in shown(app)
        await go(pilot, HistoryScreen())
        assert "approved" not in shown(app)


async def test_a_filter_that_nothing_fits_does_not_say_that_nothing_was_saved(app):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, HistoryScreen(JUNE, ITEM))
        await press(pilot, *["f"] * KINDS.index("restore"))
        assert "Niets past bij wat je laat tonen" in " ".join(shown(app).split())
        assert "Niets past" in screen.why_not("whole")
