"""The history as people read it: lists, versions, blame, hand edits, and plain git."""

from dataclasses import replace
from pathlib import Path

import pytest
from history_helpers import ITEM, SAM, files_of, git, meeting, text

from workflow.errors import WorkflowError
from workflow.history import (
    History,
    Message,
    blame,
    earlier_versions,
    hand_edits,
    log,
    open_history,
    read_at,
    read_versions,
    save,
)
from workflow.history.actions import import_meeting, init_workspace, save_summary
from workflow.history.status import head_stamp
from workflow.history.upkeep import notices, tidy
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.workspace import Workspace

MESSAGE = Message("Iets bewaard", "", [("Action", "edit")])


def put(history: History, content: str, path: str = ITEM) -> str:
    return save(history, {path: content.encode()}, MESSAGE)


def test_a_list_of_revisions(history: History) -> None:
    assert [revision.subject for revision in log(history)] == ["Werkmap aangemaakt"]
    first = put(history, "een\n")
    second = put(history.acting_as(SAM), "twee\n")
    put(history, "x\n", "summaries/topics.toml")
    (newest, *_, oldest) = log(history, [ITEM])
    assert (newest.commit, oldest.commit) == (second, first)
    assert (newest.author, newest.email, newest.action) == ("Sam Bakker", SAM.email, "edit")
    assert newest.when.tzinfo is not None
    assert newest.paths == (ITEM,)
    assert [r.commit for r in log(history, [ITEM], limit=1, skip=1)] == [first]
    assert [r.commit for r in log(history, [ITEM], since=first)] == [second]
    assert log(history, ["summaries/niets.md"]) == ()
    assert len(log(history, limit=0)) == 4
    assert log(history, words="aangemaakt")[0].action == "init"


def test_a_list_of_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    history = open_history(tmp_path)
    assert log(history) == ()
    assert blame(history, ITEM) == ()
    assert history.tip() == ""
    assert tidy(history) == ()


def test_blobs_before_and_after(history: History) -> None:
    put(history, "een\n")
    put(history, "twee\n")
    save(history, {ITEM: None}, MESSAGE)
    found = [revision.blobs[ITEM] for revision in log(history, [ITEM], blobs=True)]
    assert found[0][1] == found[-1][0] == ""
    assert found[0][0] == found[1][1]


def test_many_versions_through_one_process(history: History) -> None:
    commits = [put(history, f"versie {n} é\n") for n in range(12)]
    before = history.launcher.spawned
    found = read_versions(history, [(commit, ITEM) for commit in commits])
    assert [content.decode() for content in found if content] == [
        f"versie {n} é\n" for n in range(12)
    ]
    assert history.launcher.spawned == before + 1
    assert read_at(history, commits[0], "summaries/niets.md") is None
    assert read_at(history, commits[0], "summaries") is None


def test_in_a_larger_repository_paths_are_the_workspaces_own(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "summaries").mkdir()
    (tmp_path / "summaries" / "x.md").write_text("elders\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "elders")
    history = init_workspace(tmp_path / "ver weg")
    commit = put(history, "een\n")
    assert log(history, ["summaries"])[0].paths == (ITEM,)
    assert "elders" not in [r.subject for r in log(history, limit=0)]
    assert read_at(history, commit, ITEM) == b"een\n"
    assert blame(history, ITEM)[0].commit == commit
    (history.root / ITEM).write_text("twee\n")
    (tmp_path / "summaries" / "x.md").write_text("anders\n")
    assert [(edit.path, edit.kind) for edit in hand_edits(history)] == [(ITEM, "changed")]


def test_who_wrote_which_sentence(history: History) -> None:
    put(history, "Eerste zin hier.\nTweede zin hier.\n")
    put(history.acting_as(SAM), "Eerste zin hier.\nTweede zin daar.\n")
    put(history, "Nieuw bovenaan.\nEerste zin hier.\nTweede zin daar en ginds.\n")
    assert [line.author for line in blame(history, ITEM)] == ["Noor de Wit"] * 3
    found = earlier_versions(history, ITEM, 3)
    assert [(line.text, line.author) for line in found] == [
        ("Tweede zin daar en ginds.", "Noor de Wit"),
        ("Tweede zin daar.", "Sam Bakker"),
        ("Tweede zin hier.", "Noor de Wit"),
    ]
    assert earlier_versions(history, ITEM, 9) == ()


def test_blame_skips_commits_that_only_changed_the_form(history: History) -> None:
    put(history, "Een zin.\n")
    form = put(history.acting_as(SAM), "Een  zin.\n")
    assert blame(history, ITEM)[0].author == "Sam Bakker"
    (history.top / ".git-blame-ignore-revs").write_text(f"{form}\n")
    assert blame(history, ITEM)[0].author == "Noor de Wit"


def test_hand_edits_are_noticed(workspace: Workspace, history: History) -> None:
    assert hand_edits(history) == ()
    before = head_stamp(history)
    (history.root / ITEM).write_text("met de hand\n")
    (history.root / "summaries/nieuw.md").write_text("x\n")
    (history.root / "summaries/2031/2031-03-06-jbz/schengen.md").unlink()
    (history.root / "workflow.toml").write_text("\n")
    git(history.top, "add", "workflow.toml")
    found = {edit.path: (edit.kind, edit.staged) for edit in hand_edits(history)}
    assert found == {
        ITEM: ("changed", False),
        "summaries/nieuw.md": ("added", False),
        "summaries/2031/2031-03-06-jbz/schengen.md": ("removed", False),
        "workflow.toml": ("added", True),
    }
    assert head_stamp(history) == before
    git(history.top, "commit", "-qm", "x")
    assert head_stamp(history) != before
    assert workspace.meeting_ids()


def test_renumbering_changes_one_line_and_no_history(
    workspace: Workspace, history: History
) -> None:
    first = meeting()
    loaded = workspace.load(first, "mensensmokkel")
    changed = replace(loaded.summary, sentences=text("Een zin."))
    save_summary(workspace, history, first, "mensensmokkel", changed, base=loaded.text)
    before = [revision.commit for revision in log(history, [ITEM])]
    swapped = replace(
        first,
        items=(
            replace(first.items[0], number="2"),
            first.items[1],
        ),
    )
    path = "summaries/2031/2031-03-06-jbz/meeting.toml"
    save(history, {path: render_meeting(swapped).encode()}, MESSAGE)
    shown = git(history.top, "show", "--numstat", "--format=")
    assert shown.split() == ["1", "1", path]
    assert [revision.commit for revision in log(history, [ITEM])] == before
    assert blame(history, ITEM)[-1].author == "Noor de Wit"


def test_plain_git_reads_well(history: History) -> None:
    workspace = Workspace(history.root)
    import_meeting(workspace, history, meeting(), files_of(meeting()))
    for words in ("De lidstaten steunen Wéyland.", "De lidstaten steunen Weyland."):
        loaded = workspace.load(meeting(), "mensensmokkel")
        changed = replace(loaded.summary, sentences=text("Vooraf.", words, "Achteraf."))
        save_summary(workspace, history, meeting(), "mensensmokkel", changed, base=loaded.text)
    shown = git(history.top, "diff", "HEAD~1", "--unified=0")
    assert "@@ ## Samenvatting" in shown
    assert "\n-De lidstaten steunen Wéyland. [s2]\n+De lidstaten steunen Weyland. [s2]\n" in shown
    words = git(history.top, "diff", "--word-diff", "HEAD~1", "--", ITEM)
    assert "steunen [-Wéyland-]{+Weyland+}. [s2]" in words
    listed = git(history.top, "log", "--oneline", "summaries/").splitlines()
    assert "JBZ 2031-03-06 I.1 Mensensmokkel: 1 zin herschreven" in listed[0]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_original_is_kept_byte_for_byte(history: History, ends: str) -> None:
    git(history.top, "config", "core.autocrlf", "true")
    content = f"een{ends}twee{ends}".encode()
    path = "summaries/2031/2031-03-06-jbz/source.txt"
    save(history, {path: content}, MESSAGE)
    git(history.top, "rm", "-q", path)
    git(history.top, "restore", "--staged", "--worktree", path)
    assert (history.root / path).read_bytes() == content


# Upkeep and notices


def test_upkeep_makes_a_graph_in_layers(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    from workflow.history import upkeep

    put(history, "een\n")
    assert tidy(history) == ("graph",)
    assert tidy(history) == ()
    put(history, "twee\n")
    assert tidy(history) == ()
    monkeypatch.setattr(upkeep, "_EVERY", 1)
    monkeypatch.setattr(upkeep, "_LOOSE", 0)
    assert tidy(history) == ("graph", "pack")
    assert git(history.top, "fsck", "--strict") == ""
    assert put(history, "drie\n")
    assert [r.paths for r in log(history, [ITEM])] == [(ITEM,)] * 3


def test_upkeep_makes_way_for_whoever_saves(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workflow.history import upkeep

    put(history, "een\n")
    assert tidy(history, lambda: True) == ()
    journal = history.git_dir / "workflow" / "journal" / "0-0.json"
    journal.write_text("{}")  # another program's save is under way
    assert tidy(history) == ()
    journal.unlink()
    # A save that begins while a command of the upkeep runs ends that command, without a trace.
    looks = iter([False, True])
    slow = history.git_dir / "slow"
    slow.write_text("#!/bin/sh\nsleep 30\n")
    slow.chmod(0o755)
    real = history.launcher.run

    def delayed(arguments, **options):
        if "commit-graph" in arguments:
            arguments = ["-c", f"alias.slow=!{slow}", "slow"]
        return real(arguments, **options)

    monkeypatch.setattr(type(history.launcher), "run", lambda _, a, **o: delayed(a, **o))
    assert tidy(history, lambda: next(looks, True)) == ()
    monkeypatch.undo()
    assert not list(history.git_dir.rglob("*.lock"))
    assert put(history, "twee\n")
    assert tidy(history) == ("graph",)
    assert upkeep.tidy(history) == ()


def test_what_to_warn_about(history: History, tmp_path: Path) -> None:
    assert notices(history) == ()
    inner = init_workspace(history.root / "OneDrive" / "w")
    found = notices(inner)
    assert len(found) == 2
    assert "OneDrive" in found[0]
    lock = history.git_dir / "index.lock"
    lock.touch()
    import os
    import time

    os.utime(lock, (time.time() - 600, time.time() - 600))
    assert any("10 minuten" in sentence for sentence in notices(history))


def test_identity_errors_are_sentences(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "")
    with pytest.raises(WorkflowError) as caught:
        history.identity()
    assert caught.value.key == "history.errors.no_identity"
