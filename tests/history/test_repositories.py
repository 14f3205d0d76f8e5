"""Rare kinds of repositories, settings and systems: a save works, or says in words why not."""

import os
import resource
import shutil
import unicodedata
from pathlib import Path

import pytest
from history_helpers import ITEM, NOOR, git, meeting, text

from workflow.errors import WorkflowError
from workflow.history import (
    History,
    Message,
    blame,
    hand_edits,
    log,
    open_history,
    people,
    read_versions,
    save,
)
from workflow.history.actions import approve, init_workspace, save_summary, submit
from workflow.history.restoring import restore_summary
from workflow.summaries.workspace import Workspace

MESSAGE = Message("Iets bewaard", "", [("Action", "edit")])
SETTINGS = """
[log]
    showSignature = true
    abbrevCommit = true
    decorate = full
    date = relative
    follow = true
    diffMerges = separate
    showRoot = false
[format]
    pretty = oneline
[diff]
    noprefix = true
    mnemonicPrefix = true
    renames = copies
    external = false
    relative = true
    ignoreSubmodules = all
    wsErrorHighlight = all
    colorMoved = zebra
[color]
    ui = always
[core]
    abbrev = 5
    commentChar = [
    quotePath = true
    autocrlf = input
    safecrlf = true
    untrackedCache = true
    bigFileThreshold = 1
    checkStat = minimal
    ignoreCase = true
    logAllRefUpdates = false
    sharedRepository = group
[commit]
    verbose = 2
    cleanup = scissors
    template = /nowhere
[trailer]
    separators = "#"
    ifexists = replace
[i18n]
    commitEncoding = iso-8859-1
    logOutputEncoding = iso-8859-1
[status]
    relativePaths = true
    short = true
    branch = true
    showUntrackedFiles = no
[blame]
    showEmail = true
    coloring = highlightRecent
    date = iso
[column]
    ui = always
[index]
    version = 4
[feature]
    manyFiles = true
[user]
    useConfigOnly = true
"""
"""What people set for their own use of git, and what it does to what git prints."""


def put(history: History, content: str, path: str = ITEM) -> str:
    return save(history, {path: content.encode()}, MESSAGE)


def test_settings_of_a_persons_own_change_nothing(
    workspace: Workspace, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    config.write_text(SETTINGS)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    history = open_history(history.root, NOOR)
    loaded = workspace.load(meeting(), "mensensmokkel")
    for words in ("Eén €.", "Twee €."):
        loaded = workspace.load(meeting(), "mensensmokkel")
        new = type(loaded.summary)(loaded.summary.title, "nl", sentences=text(words))
        save_summary(workspace, history, meeting(), "mensensmokkel", new, base=loaded.text)
    submit(workspace, history, meeting(), "mensensmokkel")
    sam = history.acting_as(type(NOOR)("Sam Bakker", "sam@example.org"))
    approve(workspace, sam, meeting(), "mensensmokkel")
    assert people(workspace, history)["2031-03-06-jbz", "mensensmokkel"][1] == "Sam Bakker"
    revisions = log(history, [ITEM])
    assert [r.action for r in revisions] == ["approve", "submit", "edit", "edit", "import"]
    assert "€" in (read_versions(history, [(revisions[2].commit, ITEM)])[0] or b"").decode()
    assert {line.author for line in blame(history, ITEM)} == {NOOR.name, "Sam Bakker"}
    assert hand_edits(history) == ()
    restore_summary(workspace, history, meeting(), "mensensmokkel", revisions[3].commit)
    assert "Eén" in (history.root / ITEM).read_text()
    assert git(history.top, "-c", "status.branch=false", "status", "--porcelain=v1") == ""


def test_a_submodule_in_a_folder_with_a_difficult_name(history: History, tmp_path: Path) -> None:
    put(history, "een\n")
    name = unicodedata.normalize("NFD", "sub één [x]")
    git(tmp_path, "init", "-q", "hoofd map")
    top = tmp_path / "hoofd map"
    git(top, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(history.top), name)
    inner = open_history(top / name)
    put(inner, "twee\n")
    folder = inner.root / "summaries" / "2031" / "2031-03-06-jbz"
    for form in ("NFC", "NFD"):
        (folder / unicodedata.normalize(form, "é.md")).write_text("x")
    assert put(inner, "drie\n")
    assert len(hand_edits(inner)) == 2
    assert git(inner.top, "show", f"HEAD:{ITEM}") == "drie\n"
    assert git(inner.top, "status", "--porcelain", "-uno") == ""


def test_a_partial_copy_says_what_it_lacks(history: History, tmp_path: Path) -> None:
    for number in range(3):
        put(history, f"{number}\n")
    git(history.top, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{history.top}", "deel")
    part = open_history(tmp_path / "deel")
    assert put(part, "drie\n")
    with pytest.raises(WorkflowError) as caught:
        read_versions(part, [(r.commit, ITEM) for r in log(part, [ITEM], limit=0)])
    assert caught.value.key == "history.errors.shallow"


def test_a_copy_that_is_cut_off_can_be_worked_in(history: History, tmp_path: Path) -> None:
    for number in range(4):
        put(history, f"{number}\n")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{history.top}", "ondiep")
    cut = open_history(tmp_path / "ondiep")
    put(cut, "vier\n")
    assert len(log(cut, [ITEM], limit=0)) == 3
    assert people(Workspace(cut.root), cut) == {}


def test_an_old_git_is_named(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that repeats an option which it does not know, as `git rev-parse` does."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    lines = "printf '%s\\n' false false --show-object-format --path-format=absolute .git .git /"
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    with pytest.raises(WorkflowError) as caught:
        open_history(history.root)
    assert caught.value.key == "history.errors.old_git"


def test_a_format_of_branches_that_is_not_known(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.repositoryFormatVersion", "1")
    git(tmp_path, "config", "extensions.refStorage", "reftable")
    with pytest.raises(WorkflowError) as caught:
        open_history(tmp_path)
    assert caught.value.key == "history.errors.format"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs limits of its own")
def test_no_file_may_grow_as_long_as_the_index(tmp_path: Path) -> None:
    """The text is saved; the index, which git could not write, follows with the next save."""
    history = init_workspace(tmp_path / "w")
    for number in range(120):
        (history.top / f"{number:040}.txt").write_text("x")
    git(history.top, "add", ".")
    git(history.top, "commit", "-qm", "veel")
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
            put(history, "nieuw\n")
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert git(history.top, "show", f"HEAD:{ITEM}") == "nieuw\n"
    assert not list(history.git_dir.glob("*.lock"))
    assert put(history, "later\n")
    assert git(history.top, "status", "--porcelain") == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs limits of its own")
def test_no_file_may_grow_as_long_as_the_text(history: History) -> None:
    put(history, "oud\n")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
            try:
                put(history, "nieuw\n" * 2000)
            except WorkflowError as error:
                os.write(writing, error.key.encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    assert os.read(reading, 100) == b"history.errors.system"
    assert (history.root / ITEM).read_text() == "oud\n"
    assert git(history.top, "status", "--porcelain") == ""
    assert git(history.top, "fsck") == ""


def test_an_own_place_for_git_and_objects_of_somebody_else(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--separate-git-dir", str(tmp_path / "git"), "w")
    first = open_history(tmp_path / "w")
    put(first, "een\n")
    git(tmp_path, "clone", "-q", "--shared", "w", "x")
    second = open_history(tmp_path / "x")
    put(second, "twee\n")
    for history in (first, second):
        assert git(history.top, "fsck") == ""
        assert git(history.top, "status", "--porcelain") == ""
    shutil.rmtree(tmp_path / "x")
