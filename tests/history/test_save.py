"""A save is one commit of exactly its files; the rest of the repository stays as it is."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from history_helpers import ITEM, NOOR, git, reopened

from workflow.errors import WorkflowError
from workflow.history import History, Message, SaveConflict, open_history, save
from workflow.history.actions import init_repository, init_workspace
from workflow.history.locks import only_one

MESSAGE = Message("Iets bewaard", "", [("Action", "edit")])


def put(history: History, content: str, path: str = ITEM) -> str:
    return save(history, {path: content.encode()}, MESSAGE)


def state(history: History) -> str:
    return git(history.top, "status", "--porcelain=v2") + git(history.top, "diff", "--cached")


def test_one_commit_of_exactly_its_files_whatever_else_is_going_on(history: History) -> None:
    top = history.top
    for name in ("staged.py", "unstaged.py", "both.py", "deleted.py"):
        (top / name).write_text("1\n")
    git(top, "add", ".")
    git(top, "commit", "-qm", "code")
    for name in ("staged.py", "both.py", "new.py"):
        (top / name).write_text("2\n")
    git(top, "add", "staged.py", "both.py", "new.py")
    (top / "both.py").write_text("3\n")
    (top / "unstaged.py").write_text("3\n")
    (top / "deleted.py").unlink()
    (top / "untracked.py").write_text("3\n")
    before = state(history)
    for content in ("een\n", "twee\n", "drie\n"):
        commit = put(history, content)
        assert git(top, "show", "--name-only", "--format=", "HEAD").split() == [ITEM]
        assert git(top, "rev-parse", "HEAD").strip() == commit
        assert state(history) == before
    save(history, {ITEM: None, "summaries/x.md": b"x\n"}, MESSAGE)
    assert set(git(top, "show", "--name-only", "--format=", "HEAD").split()) == {
        ITEM,
        "summaries/x.md",
    }
    assert state(history) == before
    assert not (top / ITEM).exists()
    assert git(top, "fsck", "--strict") == ""


def test_at_most_four_git_processes_and_ten_objects(history: History) -> None:
    put(history, "een\n")
    started = history.launcher.spawned
    objects = int(git(history.top, "count-objects").split()[0])
    put(history, "twee\n")
    # fast-import starts one child of its own
    assert history.launcher.spawned - started <= 3
    assert int(git(history.top, "count-objects").split()[0]) - objects <= 10


def test_a_save_without_a_change_makes_no_commit(history: History) -> None:
    put(history, "een\n")
    tip = history.tip()
    assert put(history, "een\n") == ""
    assert history.tip() == tip


def test_author_and_committer_are_the_person(history: History) -> None:
    put(history, "een\n")
    who = git(history.top, "log", "-1", "--format=%an <%ae>|%cn <%ce>").strip()
    assert who == f"{NOOR}|{NOOR}"
    assert "Noor de Wit" in git(history.top, "shortlog", "-s", "HEAD")


def test_the_moment_of_the_environment_counts(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2031-03-07T09:00:00+0100")
    put(history, "een\n")
    assert git(history.top, "log", "-1", "--format=%aI").strip() == "2031-03-07T09:00:00+01:00"


def test_an_unborn_branch(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "werk")
    history = open_history(tmp_path)
    commit = put(history, "een\n")
    assert git(tmp_path, "rev-parse", "werk").strip() == commit
    assert git(tmp_path, "status", "--porcelain") == ""


@pytest.mark.parametrize("folder", ["werkmap", "ver weg/één [map]"])
def test_a_workspace_within_a_larger_repository(tmp_path: Path, folder: str) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "code.py").write_text("1\n")
    git(tmp_path, "add", "code.py")
    git(tmp_path, "commit", "-qm", "code")
    history = init_workspace(tmp_path / folder)
    assert history.prefix == f"{folder}/"
    put(history, "een\n")
    shown = git(tmp_path, "-c", "core.quotePath=false", "show", "--name-only", "--format=")
    assert shown.strip().strip('"') == f"{folder}/{ITEM}"
    assert git(tmp_path, "status", "--porcelain") == ""
    assert (tmp_path / folder / ITEM).read_text() == "een\n"


@pytest.mark.parametrize("kind", ["v4", "split", "sparse", "worktree", "autocrlf"])
def test_every_kind_of_work_tree(history: History, tmp_path: Path, kind: str) -> None:
    put(history, "een\n")
    put(history, "x\n", "code/x.md")
    top = history.top
    if kind == "v4":
        git(top, "update-index", "--index-version", "4")
    elif kind == "split":
        git(top, "update-index", "--split-index")
    elif kind == "sparse":
        git(top, "status")
        git(top, "sparse-checkout", "set", "--cone", "--sparse-index", "summaries")
        assert not (top / "code").exists()
    elif kind == "worktree":
        git(top, "worktree", "add", "-q", "-b", "zij", str(tmp_path / "zij"))
        history = open_history(tmp_path / "zij")
        top = history.top
    else:
        git(top, "config", "core.autocrlf", "true")
    commit = put(history, "twee\n")
    assert git(top, "rev-parse", "HEAD").strip() == commit
    assert git(top, "show", f"HEAD:{ITEM}") == "twee\n"
    assert git(top, "status", "--porcelain") == ""
    assert git(top, "ls-files", "code") == "code/x.md\n" or kind == "sparse"


def test_line_ends_of_a_checkout_are_no_change(history: History) -> None:
    put(history, "een\ntwee\n")
    (history.top / ITEM).write_bytes(b"een\r\ntwee\r\n")
    tip = history.tip()
    commit = save(history, {ITEM: b"een\ntwee\n"}, MESSAGE, {ITEM: "een\r\ntwee\r\n"})
    assert commit == ""
    assert history.tip() == tip


# Compare and swap


def test_a_file_changed_outside_is_a_conflict_and_stays(history: History) -> None:
    put(history, "een\n")
    (history.top / ITEM).write_text("met de hand\n")
    with pytest.raises(SaveConflict) as caught:
        save(history, {ITEM: b"mijn\n"}, MESSAGE, {ITEM: "een\n"})
    assert (caught.value.mine, caught.value.theirs) == ("mijn\n", "met de hand\n")
    assert "intussen" in str(caught.value)
    assert (history.top / ITEM).read_text() == "met de hand\n"


def test_a_hand_edit_that_the_editor_has_seen_is_saved_along(history: History) -> None:
    put(history, "een\n")
    (history.top / ITEM).write_text("met de hand\n")
    assert save(history, {ITEM: b"beide\n"}, MESSAGE, {ITEM: "met de hand\n"})


def move_branch(top: Path, path: str, content: str) -> str:
    """A commit by somebody who does not touch this work tree or its index."""
    stream = (
        "commit refs/heads/main\ncommitter X <x@y> 1 +0000\ndata 1\nx"
        f"\nfrom refs/heads/main^0\nM 100644 inline {path}\ndata {len(content)}\n{content}\n"
    )
    git(top, "fast-import", "--quiet", send=stream)
    return git(top, "rev-parse", "main").strip()


def test_the_branch_moves_between_reading_and_committing(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workflow.history import saving as module

    put(history, "een\n")
    real = module.commit_fast
    moved: list[str] = []

    def racing(*arguments: object) -> str:
        if len(moved) < 3:
            moved.append(move_branch(history.top, f"ander{len(moved)}.txt", "x"))
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "commit_fast", racing)
    commit = put(history, "twee\n")
    commits = git(history.top, "rev-list", "main").split()
    assert commits[0] == commit
    assert set(moved) < set(commits)


@pytest.mark.parametrize("during", [True, False])
def test_the_same_file_moves_on_the_branch(
    history: History, monkeypatch: pytest.MonkeyPatch, during: bool
) -> None:
    from workflow.history import saving as module

    put(history, "een\n")
    real = module.commit_fast

    def racing(*arguments: object) -> str:
        move_branch(history.top, ITEM, "hun\n")
        return real(*arguments)  # type: ignore[arg-type]

    if during:
        monkeypatch.setattr(module, "commit_fast", racing)
    else:
        move_branch(history.top, ITEM, "hun\n")
    with pytest.raises(SaveConflict) as caught:
        save(history, {ITEM: b"mijn\n"}, MESSAGE, {ITEM: "een\n"})
    assert caught.value.theirs == "hun\n"
    assert (history.top / ITEM).read_text() == "een\n"
    assert git(history.top, "show", f"main:{ITEM}") == "hun\n"
    assert list((history.common_dir / "workflow" / "journal").glob("*.json")) == []


# What is refused, in one sentence


def refused(history: History, key: str, path: str = ITEM) -> str:
    before = (history.top / path).read_bytes() if (history.top / path).exists() else None
    with pytest.raises(WorkflowError) as caught:
        put(history, "nieuw\n", path)
    assert caught.value.key == f"history.errors.{key}"
    now = (history.top / path).read_bytes() if (history.top / path).exists() else None
    assert now == before
    return str(caught.value)


def test_a_detached_head(history: History) -> None:
    put(history, "een\n")
    git(history.top, "checkout", "-q", "--detach")
    assert "tak" in refused(history, "detached")


def test_a_merge_in_progress(history: History) -> None:
    put(history, "een\n")
    git(history.top, "checkout", "-qb", "zij")
    put(history, "zij\n")
    git(history.top, "checkout", "-q", "main")
    put(history, "main\n")
    git(history.top, "merge", "zij", code=1)
    assert "samenvoeging" in refused(history, "in_progress.merge")


def test_a_rebase_in_progress(history: History) -> None:
    put(history, "een\n")
    (history.git_dir / "rebase-merge").mkdir()
    refused(history, "in_progress.rebase")


def test_no_identity(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    put(history, "een\n")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    assert "user.name" in refused(history, "no_identity")
    assert history.identity_or_none() == ""
    git(history.top, "config", "user.name", "Kim")
    git(history.top, "config", "user.email", "kim@example.org")
    assert history.identity_or_none() == "Kim"
    assert put(history, "nieuw\n")


def test_no_identity_leaves_no_folder_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_AUTHOR_NAME")
    monkeypatch.delenv("GIT_AUTHOR_EMAIL")
    with pytest.raises(WorkflowError) as caught:
        init_workspace(tmp_path / "a" / "b")
    assert caught.value.key == "history.errors.no_identity"
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_the_user_staged(history: History) -> None:
    put(history, "een\n")
    (history.top / ITEM).write_text("staged\n")
    git(history.top, "add", ITEM)
    assert "git restore --staged" in refused(history, "staged")
    git(history.top, "rm", "-q", "--cached", ITEM)
    refused(history, "staged")


def test_an_index_entry_that_a_commit_by_hand_wrote_back_holds_nothing_up(history: History) -> None:
    put(history, "een\n")
    older = git(history.top, "rev-parse", f"HEAD:{ITEM}").strip()
    put(history, "twee\n")
    git(history.top, "update-index", "--cacheinfo", f"100644,{older},{ITEM}")
    put(history, "drie\n")
    assert git(history.top, "show", f"HEAD:{ITEM}") == "drie\n"
    assert git(history.top, "status", "--porcelain", "--", ITEM) == ""


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(WorkflowError) as caught:
        open_history(tmp_path)
    assert caught.value.key == "history.errors.no_repository"


def test_a_bare_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare")
    with pytest.raises(WorkflowError) as caught:
        open_history(tmp_path)
    assert caught.value.key == "history.errors.bare"


def test_the_inside_of_a_git_folder(history: History) -> None:
    with pytest.raises(WorkflowError) as caught:
        open_history(history.git_dir)
    assert caught.value.key == "history.errors.bare"


def test_a_repository_of_another_format(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--object-format=sha256")
    with pytest.raises(WorkflowError) as caught:
        open_history(tmp_path)
    assert caught.value.key == "history.errors.format"


def test_a_repository_of_somebody_else(history: History) -> None:
    if os.getuid() != 0:
        pytest.skip("only the administrator can give a folder away")
    for path in (history.top, history.git_dir):
        os.chown(path, 12345, 12345)
    with pytest.raises(WorkflowError) as caught:
        open_history(history.root)
    assert caught.value.key == "history.errors.ownership"


def test_git_is_missing(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(history.root))
    with pytest.raises(WorkflowError) as caught:
        open_history(history.root)
    assert caught.value.key == "history.errors.no_git"


def test_the_package_that_runs_git_is_missing(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "git.cmd", None)
    with pytest.raises(WorkflowError) as caught:
        open_history(history.root)
    assert caught.value.key == "history.errors.no_package"


def mounted(folder: Path, *options: str) -> None:
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"cannot mount here: {done.stderr.strip()}")


def fill(path: Path) -> None:
    with path.open("ab", buffering=0) as rest, suppress(OSError):
        while True:
            rest.write(os.urandom(4096))


def test_a_full_disk(tmp_path: Path) -> None:
    folder = tmp_path / "vol"
    folder.mkdir()
    mounted(folder, "-t", "tmpfs", "-o", "size=1500k", "tmpfs")
    try:
        history = init_workspace(folder / "w")
        put(history, "een\n")
        fill(folder / "rest")
        with pytest.raises(WorkflowError) as caught:
            put(history, "nieuw\n" * 4000)
        assert caught.value.key == "history.errors.disk_full"
        assert (history.top / ITEM).read_text() == "een\n"
        (folder / "rest").unlink()
        assert put(history, "nieuw\n")
        assert git(history.top, "fsck") == ""
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_read_only_disk(history: History) -> None:
    put(history, "een\n")
    top = str(history.top)
    mounted(history.top, "--bind", top)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", top], check=True)
        refused(reopened(history), "read_only")
    finally:
        subprocess.run(["umount", "-l", top], check=True)


@pytest.mark.usefixtures("impatient")
def test_a_lock_of_somebody_else_is_named_and_kept(history: History) -> None:
    put(history, "een\n")
    lock = history.git_dir / "refs/heads/main.lock"
    lock.touch()
    sentence = refused(history, "foreign_lock")
    assert "main.lock" in sentence
    assert lock.exists()


@pytest.mark.usefixtures("impatient")
def test_a_held_index_does_not_stop_a_save(history: History) -> None:
    put(history, "een\n")
    lock = history.git_dir / "index.lock"
    lock.touch()
    put(history, "twee\n")
    put(history, "drie\n")
    put(history, "nieuw\n", "summaries/nieuw.md")
    assert lock.exists()
    lock.unlink()
    put(history, "anders\n", "summaries/anders.md")
    assert git(history.top, "status", "--porcelain") == ""


def test_somebody_else_saves_for_long(history: History) -> None:
    other = reopened(history)
    with only_one(other), pytest.raises(WorkflowError) as caught, only_one(history, 0.05):
        pass
    assert caught.value.key == "history.errors.busy"


def test_init_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.pyc")
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "code.py").write_text("1\n")
    git(tmp_path, "add", "code.py")
    init_workspace(tmp_path)
    assert (tmp_path / ".gitignore").read_text().startswith("*.pyc\nexports/*\n")
    assert "diff=markdown" in (tmp_path / ".gitattributes").read_text()
    assert git(tmp_path, "status", "--porcelain") == "A  code.py\n"
    with pytest.raises(WorkflowError) as caught:
        init_workspace(tmp_path)
    assert caught.value.key == "summaries.errors.workspace_exists"


def test_init_repository_knows_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_AUTHOR_NAME")
    monkeypatch.delenv("GIT_AUTHOR_EMAIL")
    init_repository(tmp_path, NOOR)
    assert open_history(tmp_path).identity() == NOOR
