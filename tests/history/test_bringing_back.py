"""Bringing texts back, undoing, and what a merge of two people's work means for approvals."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from history_helpers import ITEM, SAM, git, meeting, text

from workflow import cli
from workflow.errors import WorkflowError
from workflow.history import History, Person, approval_of, log, people
from workflow.history.actions import (
    approve,
    reissue_meeting,
    remove_meeting,
    restore_summary,
    save_summary,
    submit,
    undo,
)
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.workspace import Workspace

MEETING = meeting()
SLUG = "mensensmokkel"
PATH = ITEM
KIM = Person("Kim Jansen", "kim@example.org")


def write(workspace: Workspace, history: History, *sentences: str, slug: str = SLUG) -> None:
    loaded = workspace.load(MEETING, slug)
    new = replace(loaded.summary, sentences=text(*sentences))
    save_summary(workspace, history, MEETING, slug, new, base=loaded.text)


def test_undo_never_takes_a_merge_for_a_save(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    mine = history.tip()
    git(history.top, "checkout", "-qb", "sam", "HEAD^")
    write(workspace, history.acting_as(SAM), "Van Sam.", slug="schengen")
    git(history.top, "checkout", "-q", "main")
    git(history.top, "merge", "-q", "-m", "Gedeeld", "sam")
    undo(workspace, history)
    assert log(history, limit=1)[0].trailers["Undone"] == mine
    assert workspace.load(MEETING, "schengen").summary.sentences


def test_a_merge_makes_an_approval_void_and_writers_of_those_who_wrote(
    workspace: Workspace, history: History
) -> None:
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    git(history.top, "branch", "sam")
    approve(workspace, history.acting_as(SAM), MEETING, SLUG)
    git(history.top, "checkout", "-q", "sam")
    write(workspace, history.acting_as(KIM), "Een andere zin.")
    theirs = (history.root / PATH).read_bytes()
    git(history.top, "checkout", "-q", "main")
    assert approval_of(workspace, history, MEETING, SLUG)
    git(history.top, "merge", "-q", "-s", "ours", "--no-commit", "sam")
    (history.root / PATH).write_bytes(theirs)
    git(history.top, "commit", "-qam", "Gedeeld")
    assert approval_of(workspace, history, MEETING, SLUG) is None
    assert people(workspace, history)[MEETING.id, SLUG] == ("Kim Jansen", "")
    # Whoever joins two sides without a word of their own has written nothing.
    with pytest.raises(WorkflowError) as caught:
        approve(workspace, history.acting_as(KIM), MEETING, SLUG)
    assert caught.value.key == "history.errors.own_text"
    approve(workspace, history.acting_as(SAM), MEETING, SLUG)
    assert people(workspace, history)[MEETING.id, SLUG] == ("Kim Jansen", "Sam Bakker")


def test_a_deleted_file_is_put_back_and_said_so(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    (history.root / PATH).unlink()
    saved = restore_summary(workspace, history, MEETING, SLUG, history.tip())
    assert (history.root / PATH).exists()
    assert saved.commit == ""
    assert "staat er weer" in saved.subject


def test_an_item_that_the_meeting_no_longer_lists_comes_back(
    workspace: Workspace, history: History
) -> None:
    write(workspace, history, "Een zin.")
    shorter = replace(MEETING, items=MEETING.items[1:])
    files = {"meeting.toml": render_meeting(shorter).encode(), f"{SLUG}.md": None}
    reissue_meeting(workspace, history, shorter, files)
    assert workspace.meeting(MEETING.id).item(SLUG) is None
    restore_summary(workspace, history, shorter, SLUG, None)
    meeting = workspace.meeting(MEETING.id)
    assert [(entry.slug, entry.label) for entry in meeting.items] == [
        ("schengen", "I.2"),
        (SLUG, "I.1"),
    ]
    assert workspace.load(meeting, SLUG).summary.sentences[0].text == "Een zin."
    assert git(history.top, "status", "--porcelain") == ""


# The same from the command line


@pytest.fixture
def run(workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch):
    monkeypatch.chdir(workspace.root)

    def command(*words: str) -> tuple[int, str, str]:
        try:
            code = cli.main(words)
        except SystemExit as error:
            code = int(error.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return command


def test_one_sentence_and_its_author_by_command(run, workspace, history) -> None:
    write(workspace, history, "De Raad sprak over het voorstel.", "Nederland steunt het.")
    first = history.tip()
    write(workspace, history.acting_as(SAM), "De Raad sprak.", "Nederland steunt het.")
    _, out, _ = run("who", MEETING.id, SLUG, "--json")
    found = json.loads(out)["sentences"]
    assert [(x["text"], x["who"]) for x in found] == [
        ("De Raad sprak. [s1]", "Sam Bakker"),
        ("Nederland steunt het. [s2]", "Noor de Wit"),
    ]
    _, out, _ = run("who", MEETING.id, "I.1", "1")
    assert out.index("De Raad sprak. [s1]") < out.index("De Raad sprak over het voorstel. [s1]")
    assert run("who", MEETING.id, "I.1", "9")[0] == 2
    code, _, err = run("restore", MEETING.id, "I.1", first, "--sentence", "over het voorstel")
    assert (code, "deel van de versie" in err) == (0, True)
    texts = [x.text for x in workspace.load(MEETING, SLUG).summary.sentences]
    assert texts == ["De Raad sprak over het voorstel.", "Nederland steunt het."]
    assert run("restore", MEETING.id, "I.1", first, "--sentence", "e")[0] == 2
    assert run("restore", MEETING.id, "I.1")[0] == 2


def test_versions_by_person_kind_and_difference(run, workspace, history) -> None:
    write(workspace, history, "De Raad sprak over smokkel.")
    write(workspace, history.acting_as(SAM), "De Raad sprak over mensensmokkel.")
    submit(workspace, history, MEETING, SLUG)
    (history.root / ITEM).write_text((history.root / ITEM).read_text() + "\n")
    git(history.top, "commit", "-qam", "met de hand")

    def subjects(*words: str) -> list[str]:
        code, out, _ = run("history", *words, "--json")
        assert code == 0
        return [x["subject"] for x in json.loads(out)["versions"]]

    assert len(subjects("--by", "Sam Bakker")) == 1
    assert subjects("--by", "S[a]m.*") == []
    assert len(subjects(MEETING.id, "I.1", "--action", "edit")) == 2
    assert len(subjects("--action", "import")) == 1
    assert subjects("--action", "hand") == ["met de hand"]
    assert len(subjects("--action", "edit", "--by", "noor@example.org")) == 1
    old, new = (r.commit for r in reversed(log(history, [ITEM], action="edit")))
    _, out, _ = run("history", MEETING.id, "I.1", "--compare", f"{old[:10]}..{new[:10]}")
    assert out.splitlines() == [
        "- De Raad sprak over [-smokkel-]. [s1]",
        "+ De Raad sprak over {+mensensmokkel+}. [s1]",
    ]
    _, out, _ = run("history", MEETING.id, "I.1", "--compare", old[:10])
    assert out.splitlines()[0] == "~ status: concept → ter beoordeling"
    assert "+++" not in out
    assert "source =" not in out
    assert run("history", MEETING.id, "--compare", old)[0] == 2


def test_a_meeting_that_was_taken_out_comes_back_by_command(run, workspace, history) -> None:
    write(workspace, history, "De Raad sprak.")
    remove_meeting(workspace, history, MEETING)
    code, out, _ = run("history", MEETING.id)
    assert (code, "vergadering weggehaald" in out) == (0, True)
    code, _, err = run("restore", MEETING.id)
    assert (code, bool(re.search(r" \d\d:\d\d teruggezet", err))) == (0, True)
    assert workspace.load(MEETING, SLUG).summary.sentences[0].text == "De Raad sprak."
    assert run("history", "2031-01-01-niets")[0] == 2


def test_trusting_a_copied_folder_by_command(run, history) -> None:
    assert "brengt niets mee" in run("trust")[2]
    hook: Path = history.git_dir / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho Te kort; exit 1\n")
    hook.chmod(0o755)
    (history.git_dir / "workflow" / "owner").unlink()
    assert run("trust", "--show")[1] == "pre-commit\n"
    assert run("submit", MEETING.id, "I.1")[0] == 2
    loaded = Workspace(history.root).load(MEETING, SLUG)
    new = replace(loaded.summary, sentences=text("Een zin."))
    with pytest.raises(WorkflowError) as caught:
        save_summary(Workspace(history.root), history, MEETING, SLUG, new, base=loaded.text)
    assert "workflow trust" in str(caught.value)
    assert run("trust")[0] == 0
    with pytest.raises(WorkflowError) as caught:
        save_summary(Workspace(history.root), history, MEETING, SLUG, new, base=loaded.text)
    assert "Te kort" in str(caught.value)


def test_the_version_that_stands_there_is_not_brought_back(
    workspace: Workspace, history: History
) -> None:
    """An approved text that came back as itself would be a draft, and its approval gone."""
    write(workspace, history, "Een zin.")
    written = history.tip()
    submit(workspace, history, MEETING, SLUG)
    approve(workspace, history.acting_as(SAM), MEETING, SLUG)
    approved = history.tip()
    with pytest.raises(WorkflowError, match="niets terug te zetten"):
        restore_summary(workspace, history, MEETING, SLUG, approved)
    assert history.tip() == approved
    assert approval_of(workspace, history, MEETING, SLUG)
    restore_summary(workspace, history, MEETING, SLUG, written)
    assert not approval_of(workspace, history, MEETING, SLUG)
