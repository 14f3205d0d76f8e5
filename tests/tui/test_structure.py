"""Correcting how a report is divided into items, before and after it was brought in."""

import subprocess
import threading

import pytest
from madeup import CLOCK, press, settle, shown

from workflow.report.reader import read_report
from workflow.samples import sample_reports
from workflow.summaries.reissue import plan_reissue
from workflow.summaries.workspace import Workspace
from workflow.tui import bringing
from workflow.tui.app import DeskApp

MARCH = "2031-03-06-jbz"


@pytest.fixture
def root(copy_desk, tmp_path):
    return copy_desk(tmp_path / "werkmap", 0)


@pytest.fixture
def filled(copy_desk, tmp_path):
    """A workspace with the first sample in it."""
    return copy_desk(tmp_path / "werkmap", 1)


def facts(root):
    workspace = Workspace(root)
    report = workspace.report(workspace.meeting(MARCH))
    titles = [item.title for _, item in report.items() if not item.is_introduction]
    return titles, [s.text for _, item in report.items() for s in item.sentences], report


def log(root, *arguments):
    command = ["git", "-C", str(root), "log", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


async def test_the_structure_is_corrected_from_the_board(filled):
    titles, sentences, _ = facts(filled)
    app = DeskApp(filled, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        assert "Nog niets verbeterd" in shown(app)
        await press(pilot, "ctrl+s")
        assert "niets verbeterd" in shown(app)
        await press(pilot, "down", "minus")
        assert "agendapunten veranderen" in shown(app)
        assert "u ongedaan" in shown(app)
        await press(pilot, "u")
        assert "Nog niets verbeterd" in shown(app)
        # The cursor is back where the correction was made.
        await press(pilot, "minus", "ctrl+s")
        assert log(filled, "-1", "--format=%s").startswith("JBZ 2031-03-06: indeling van het")
        assert "Indeling bewaard" in shown(app)
    merged, kept, _ = facts(filled)
    assert len(merged) == len(titles) - 1
    assert [text for text in kept if text in sentences] == sentences
    assert any(titles[1] in text for text in kept)
    assert log(filled, "-1", "--format=%B").count("Action: reissue") == 1


async def test_saving_while_the_outcome_is_still_worked_out_saves_it_afterwards(
    filled, monkeypatch
):
    gate, plan = threading.Event(), bringing.plan_structure

    def slowly(*given):
        gate.wait(30)
        return plan(*given)

    monkeypatch.setattr(bringing, "plan_structure", slowly)
    app = DeskApp(filled, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "e", "down")
        await pilot.press("minus", "ctrl+s")
        await pilot.pause()
        assert "Indeling bewaard" not in shown(app)
        gate.set()
        await settle(pilot)
        assert "Indeling bewaard" in shown(app)
    assert log(filled, "-1", "--format=%s").startswith("JBZ 2031-03-06: indeling van het")


async def test_a_correction_survives_a_newer_version(filled, tmp_path):
    titles, _, _ = facts(filled)
    app = DeskApp(filled, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "e", "down", "minus", "ctrl+s")
    newer = tmp_path / "nieuw.txt"
    source = sample_reports()[0].path.read_text("utf-8")
    newer.write_text(source + "\nDe Raad komt hierop terug in september.\n", "utf-8")
    new = plan_reissue(Workspace(filled), read_report(newer), newer, newer.read_bytes())
    assert len(new.meeting.items) == len(titles) - 1


async def test_a_correction_at_import_is_kept_with_the_meeting(root):
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "shift+tab")
        pilot.app.screen.query_one("#path").value = str(sample_reports()[0].path)
        await press(pilot, "enter")
        before = app.screen.report
        await press(pilot, "down", "minus", "enter")
    folder = Workspace(root).meeting_folder(Workspace(root).meeting(MARCH))
    assert (folder / "structure.txt").is_file()
    assert len(facts(root)[2].items()) == len(before.items()) - 1


async def test_a_part_and_a_split_on_screen(filled):
    app = DeskApp(filled, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "e", "down", "d")
        await press(pilot, *"Grenzen", "enter")
        assert "Grenzen" in shown(app)
        await press(pilot, "d")
        items = len(app.screen.report.items())
        await press(pilot, "space", "down", "down", "plus")
        assert len(app.screen.report.items()) == items + 1
        await press(pilot, "escape")
    assert log(filled, "--oneline").count("indeling") == 0


UNNAMED = """Kort verslag

1. Havens

De Commissie lichtte het voorstel toe. Nederland steunde het voorstel en vroeg om haast.

2. Tolken

Het voorzitterschap opende het debat. Malta was tegen het voorstel.
"""


async def test_what_a_report_does_not_say_is_asked_for_on_screen(root, tmp_path):
    report = tmp_path / "zonder.txt"
    report.write_text(UNNAMED, "utf-8")
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "shift+tab")
        pilot.app.screen.query_one("#path").value = str(report)
        await press(pilot, "enter", "escape")
        assert "kies hem met c" in shown(app)
        await press(pilot, "enter")
        await press(pilot, *"landbouw", "enter")
        # The date is the next thing that lacks.
        await press(pilot, *"morgen", "enter")
        assert "geen volledige datum" in shown(app)
        assert "typ hem met w" in shown(app)
        assert "--date" not in shown(app)
        await press(pilot, "enter", *"4 en 5 maart 2031", "enter")
        assert "4 en 5 maart 2031" in shown(app)
        await press(pilot, "enter")
    (meeting,) = Workspace(root).meetings()
    assert meeting.id == "2031-03-04-lvr"
    assert len(meeting.days) == 2


async def test_a_corrected_report_is_taken_in_as_a_newer_version(filled, tmp_path):
    newer = tmp_path / "correctie.txt"
    source = sample_reports()[0].path.read_text("utf-8")
    newer.write_text(source + "\nDe Raad komt hierop terug in september.\n", "utf-8")
    app = DeskApp(filled, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "shift+tab")
        pilot.app.screen.query_one("#path").value = str(newer)
        await press(pilot, "enter")
        said = shown(app)
        assert "staat er al" in said
        assert "verandert aan 1" in said
        assert "+ De Raad komt hierop terug in september." in said
        assert "nieuwe versie verwerken" in said
        assert "source." not in said
        await press(pilot, "enter")
        assert "nieuwe versie is verwerkt" in shown(app)
    assert "De Raad komt hierop terug in september." in facts(filled)[1]
    assert log(filled, "-1", "--format=%B").count("Action: reissue") == 1
