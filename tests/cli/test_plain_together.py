"""The talk of `--plain` where others work too, and at its edges."""

import io
import sys
from dataclasses import replace

import pytest

from workflow.summaries.model import SummarySentence
from workflow.summaries.workspace import Workspace
from workflow.tui.desk import Desk

FIRST, SECOND = "2031-03-06-jbz", "2031-06-12-jbz"
REPORT = """Verslag van de bijeenkomst van 8 april 2031

1. Havens

De Commissie lichtte het voorstel toe. Nederland steunde het voorstel en vroeg om haast.

2. Tolken

Het voorzitterschap opende het debat.
"""
OPEN = ("1", "1")
"""From the board to the first item."""


class Answers(io.StringIO):
    """Lines that are typed; what can be called happens instead, before the next line."""

    def __init__(self, *lines):
        super().__init__()
        self._lines = list(lines)

    def readline(self, *_):
        while self._lines and callable(self._lines[0]):
            self._lines.pop(0)()
        return f"{self._lines.pop(0)}\n" if self._lines else ""


@pytest.fixture
def talk_with(run, monkeypatch):
    """Answer line by line while other things happen; gives all that was said."""

    def call(*lines):
        monkeypatch.setattr(sys, "stdin", Answers(*lines))
        status, out, err = run("--plain")
        assert status == 0
        return out + err

    return call


def item(desk, label="I.1"):
    workspace = Workspace(desk)
    meeting = workspace.meeting(FIRST)
    return workspace.load(meeting, meeting.item(label).slug).summary


def saving(root, *texts):
    """A colleague who saves these sentences, from a desk of their own."""

    def save():
        desk = Desk(root)
        opened = desk.open_item(FIRST, desk.workspace.meeting(FIRST).item("I.1").slug)
        sentences = tuple(SummarySentence(text, (1,)) for text in texts)
        desk.save(opened, replace(opened.summary, sentences=sentences))

    return save


@pytest.mark.parametrize(("answer", "kept"), [("ja", "mijn"), ("nee", "haar")])
def test_what_a_colleague_saved_meanwhile_is_put_together(talk_with, desk, answer, kept):
    saving(desk, "De Raad besprak het voorstel.")()
    said = talk_with(
        *OPEN, "3", "e 1 De Raad besprak mijn voorstel. [s1]",
        saving(desk, "De Raad besprak haar voorstel."), "ctrl+s", answer, "esc", "q",
    )  # fmt: skip
    assert [line.text for line in item(desk).sentences] == [f"De Raad besprak {kept} voorstel."]
    assert "haar voorstel" in said
    assert "mijn voorstel" in said


def test_the_summary_is_written_in_an_editor_of_ones_own(talk_with, desk, tmp_path, monkeypatch):
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'Uit de editor. [s2]\\n' > \"$1\"\n", "utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    said = talk_with(*OPEN, "3", "ctrl+e", "esc", "q")
    assert [(line.text, line.evidence) for line in item(desk).sentences] == [
        ("Uit de editor.", (2,))
    ]
    assert "1. Uit de editor. [s2]" in said


def test_what_cannot_be_done_now_is_said_with_its_reason(talk_with, desk):
    said = talk_with(
        *OPEN, "r te kort", "5", "r", "o", "", "2", "> p1", "g", "3", "u", "e", "+", "",
        "4", "x 1", "", "status --bestaatniet", "esc", "q",
    )  # fmt: skip
    assert item(desk).remarks == ()
    assert item(desk).dismissals == ()
    assert "beoordel" in said.lower(), "only a text in review is sent back"
    assert "--bestaatniet" in said


def test_a_file_that_is_slightly_off_is_told_when_it_is_opened(talk_with, desk):
    workspace = Workspace(desk)
    path = workspace.summary_path(FIRST, workspace.meeting(FIRST).item("I.1").slug)
    path.write_text(path.read_text("utf-8") + "\n## Vreemd kopje\n\nx\n", "utf-8")
    assert "Vreemd kopje" in talk_with(*OPEN, "esc", "q")
    path.write_text("geen kop\n", "utf-8")
    said = talk_with(*OPEN, "esc", "q")
    assert path.name in said
    assert "+++" in said


def test_a_damaged_meeting_is_named_and_the_other_stays(talk_with, copy_desk, tmp_path):
    root = copy_desk(tmp_path / "desk", 2)
    (root / "summaries/2031" / FIRST / "meeting.toml").write_text("= stuk\n", "utf-8")
    said = talk_with("v", "1", "v", "esc", "q")
    assert f"{FIRST}/meeting.toml" in said
    assert "Tot ziens." in said, "the talk goes on whatever is wrong"
    assert "1. JBZ 12 en 13 juni 2031" in said


def test_a_meeting_is_compared_with_the_one_before_from_the_talk(talk_with, copy_desk, tmp_path):
    copy_desk(tmp_path / "desk", 2)
    said = talk_with("1", "v", "esc", "2", "v", "h", "99", "esc", "q")
    assert "JBZ 6 en 7 maart 2031 → JBZ 12 en 13 juni 2031" in said
    assert "Er is geen nummer 99" in said


def test_a_report_without_a_council_is_asked_about(talk_with, desk, tmp_path):
    path = tmp_path / "verslag.txt"
    path.write_text(REPORT, "utf-8")
    said = talk_with(f"i '{path}'", "99", "ecofin", "ja", "esc", "i", "", "q")
    assert Workspace(desk).meeting_ids() == ("2031-04-08-ecofin", FIRST), said


def test_everything_done_is_said_at_the_end(talk_with, desk, monkeypatch):
    workspace = Workspace(desk)
    for entry in workspace.meeting(FIRST).items:
        path = workspace.summary_path(FIRST, entry.slug)
        path.write_text(path.read_text("utf-8").replace('"open"', '"review"', 1), "utf-8")
    said = talk_with("1", "1", "f4", "esc", "q")
    assert "ter beoordeling" in said
    assert "goedgekeurd" in said
