"""Repositories that want to run, read or write what they should not, and terminals."""

import ast
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from history_helpers import ITEM, NOOR, git, meeting

from workflow.errors import WorkflowError
from workflow.history import (
    History,
    Message,
    blame,
    hand_edits,
    log,
    open_history,
    people,
    read_at,
    recover,
    save,
)
from workflow.history.actions import import_meeting, restore_summary
from workflow.history.durable import read_file, write_file
from workflow.history.ownership import would_run
from workflow.history.upkeep import notices, tidy
from workflow.summaries.board import read_board
from workflow.summaries.workspace import Workspace

PACKAGE = Path(__file__).parents[2] / "workflow"
MESSAGE = Message("Iets bewaard", "", [("Action", "edit")])


def put(history: History, content: str, path: str = ITEM) -> str:
    return save(history, {path: content.encode()}, MESSAGE)


def everything(workspace: Workspace, history: History) -> None:
    """All that a person does without being asked anything."""
    recover(history)
    people(workspace, history)
    log(history, [ITEM])
    blame(history, ITEM)
    hand_edits(history)
    read_at(history, history.tip(), ITEM)
    put(history, f"{time.time()}\n")
    tidy(history)
    notices(history)


def test_nothing_of_a_copied_folder_runs_unasked(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    canary = tmp_path / "canary"
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {canary}\ncat\n')
    program.chmod(0o755)
    keys = {
        "core.fsmonitor": program, "core.sshCommand": program, "core.editor": program,
        "core.pager": program, "core.askPass": program, "core.gitProxy": program,
        "core.alternateRefsCommand": program, "diff.external": program,
        "filter.evil.clean": program, "filter.evil.smudge": program,
        "filter.evil.process": program, "filter.evil.required": "true",
        "diff.markdown.textconv": program, "diff.markdown.command": program,
        "merge.evil.driver": program, "alias.log": f"!{program}", "alias.blame": f"!{program}",
        "gpg.program": program, "log.showSignature": "true", "credential.helper": program,
        "sequence.editor": program, "trailer.action.command": program,
        "remote.origin.url": "ext::" + str(program), "remote.origin.promisor": "true",
        "remote.origin.uploadpack": program, "interactive.diffFilter": program,
        "core.attributesFile": tmp_path / "attributes", "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
    }  # fmt: skip
    for key, value in keys.items():
        git(history.top, "config", key, str(value))
    (tmp_path / "attributes").write_text("* filter=evil merge=evil\n")
    hooks = history.git_dir / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "post-checkout", "pre-push", "update", "pre-auto-gc"):
        (hooks / name).write_text(f"#!/bin/sh\necho {name} >> {canary}\n")
        (hooks / name).chmod(0o755)
    canary.unlink(missing_ok=True)
    fresh = open_history(history.root)
    put(fresh, "een\n")
    (history.root / ITEM).write_text("met de hand\n")
    everything(workspace, fresh)
    assert not canary.exists(), canary.read_text()
    # A missing object is not fetched from wherever the repository points.
    with pytest.raises(WorkflowError):
        restore_summary(workspace, fresh, meeting(), "mensensmokkel", "0" * 40)
    assert not canary.exists(), canary.read_text()
    named = would_run(fresh)
    assert {"core.fsmonitor", "filter.evil.clean", "alias"} <= set(named)
    assert str(program) not in " ".join(named)


@pytest.mark.parametrize(
    "hook",
    ["pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "reference-transaction"],
)
def test_commit_hooks_of_a_found_repository_do_not_run(tmp_path: Path, hook: str) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    canary = tmp_path / "canary"
    path = tmp_path / ".git" / "hooks" / hook
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\necho x >> {canary}\n")
    path.chmod(0o755)
    history = open_history(tmp_path)
    with pytest.raises(WorkflowError) as caught:
        put(history, "een\n")
    assert caught.value.key == "history.errors.untrusted"
    assert not canary.exists()


# Links and names


@pytest.mark.parametrize("step", ["summaries", "summaries/2031", "summaries/2031/2031-03-06-jbz"])
@pytest.mark.usefixtures("workspace")
def test_no_link_is_followed(history: History, tmp_path: Path, step: str) -> None:
    outside = tmp_path / "buiten"
    folder = history.root / step
    folder.rename(outside)
    folder.symlink_to(outside)
    before = sorted((path, path.stat().st_mtime_ns) for path in outside.rglob("*"))
    with pytest.raises(WorkflowError) as caught:
        put(history, "nieuw\n")
    assert caught.value.key == "history.errors.link"
    assert sorted((path, path.stat().st_mtime_ns) for path in outside.rglob("*")) == before


def test_an_item_that_is_a_link(workspace: Workspace, history: History, tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_text("geheim\n")
    (history.root / ITEM).unlink()
    (history.root / ITEM).symlink_to(secret)
    for action in (lambda: put(history, "x\n"), lambda: read_file(history.top, ITEM)):
        with pytest.raises(WorkflowError) as caught:
            action()
        assert caught.value.key == "history.errors.link"
    assert secret.read_text() == "geheim\n"


def test_a_folder_that_is_swapped_for_a_link_while_one_reads_and_writes(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    """Whatever the moment, neither a secret outside is read nor a file outside is written."""
    outside = tmp_path / "buiten"
    outside.mkdir()
    (outside / "mensensmokkel.md").write_text("geheim\n")
    folder = (history.root / ITEM).parent
    aside = folder.with_name("weg")
    stop = threading.Event()

    def swap() -> None:
        while not stop.is_set():
            folder.rename(aside)
            while aside.exists():  # a write may have made the folder anew in between
                with suppress(OSError):
                    folder.symlink_to(outside)
                with suppress(OSError):
                    folder.unlink()
                if not folder.is_symlink():
                    shutil.rmtree(folder, ignore_errors=True)
                with suppress(OSError):
                    aside.rename(folder)

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        for number in range(150):
            for action in (
                lambda: workspace.read_bytes(history.root / ITEM),
                lambda: read_file(history.top, ITEM) or b"",
                lambda: write_file(history.top, ITEM, b"nieuw\n") or b"",
                lambda: str(read_board(workspace)).encode(),
            ):
                try:
                    assert b"geheim" not in action(), number
                except (WorkflowError, FileNotFoundError):
                    continue
    finally:
        stop.set()
        thread.join()
    assert (outside / "mensensmokkel.md").read_text() == "geheim\n"
    assert sorted(path.name for path in outside.iterdir()) == ["mensensmokkel.md"]


def test_a_private_folder_that_is_a_link(history: History, tmp_path: Path) -> None:
    folder = history.git_dir / "workflow"
    folder.rename(tmp_path / "elders")
    folder.symlink_to(tmp_path / "elders")
    with pytest.raises(WorkflowError) as caught:
        put(history, "x\n")
    assert caught.value.key == "history.errors.link"


@pytest.mark.parametrize(
    "path", ["../x", "/etc/x", "a/../../x", ".git/config", "a/.GIT/x", "a\\b", "a\0b", "", "a//b"]
)
def test_paths_that_lead_outside(history: History, path: str) -> None:
    for action in (
        lambda: save(history, {path: b"x"}, MESSAGE),
        lambda: write_file(history.top, path, b"x"),
        lambda: read_file(history.top, path),
    ):
        with pytest.raises(WorkflowError) as caught:
            action()
        assert caught.value.key == "history.errors.bad_path"


@pytest.mark.parametrize("name", ["../../x.md", "x.sh", ".gitattributes", "Nul.md", "a/b.md"])
def test_files_that_an_import_may_not_bring(
    workspace: Workspace, history: History, name: str
) -> None:
    with pytest.raises(WorkflowError) as caught:
        import_meeting(workspace, history, meeting(), {name: b"x"})
    assert caught.value.key == "history.errors.bad_name"


def test_a_work_tree_somewhere_else(history: History, tmp_path: Path) -> None:
    git(history.top, "config", "core.worktree", str(tmp_path / "elders"))
    (tmp_path / "elders").mkdir()
    with pytest.raises(WorkflowError):
        open_history(history.root)


def test_variables_that_lead_git_astray(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(history, "een\n")
    other = tmp_path / "ander"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_TRACE", "1")
    fresh = open_history(history.root)
    assert fresh.git_dir == history.git_dir
    assert put(fresh, "twee\n")
    assert os.environ["GIT_DIR"] == str(other / ".git")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_TRACE"):
        monkeypatch.delenv(name)
    assert git(history.top, "status", "--porcelain") == ""


# Words that are options, escapes, secrets


@pytest.mark.parametrize("word", ["--output=x", "-Ox", "--upload-pack=x", "$(touch x)", "HEAD:x"])
def test_no_word_of_a_user_becomes_an_option(
    workspace: Workspace,
    history: History,
    tmp_path: Path,
    word: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    log(history, [ITEM], words=word)
    log(history, [word])
    assert blame(history, word) == ()
    for action in (
        lambda: log(history, since=word),
        lambda: blame(history, ITEM, word),
        lambda: read_at(history, word, ITEM),
        lambda: restore_summary(workspace, history, meeting(), "mensensmokkel", word),
    ):
        with pytest.raises(WorkflowError):
            action()
    person = type(NOOR)(word, "x@example.org")
    put(history.acting_as(person), "twee\n")
    assert log(history, limit=1)[0].author == word
    for folder in (tmp_path, history.root, history.git_dir):
        assert not (folder / "x").exists()


def test_escapes_and_secrets_are_never_shown(history: History) -> None:
    put(history, "een\n")
    evil = "\x1b]0;titel\x07\x1b[31mrood\x1b[0m"
    (history.root / ITEM).write_text("anders\n")
    git(history.top, "commit", "-qa", f"--author={evil} <x@y>", "-m", f"{evil} x")
    (history.root / ITEM).write_text("regel \x1b[2Jweg\n")
    git(history.top, "commit", "-qam", "x")
    found = log(history, limit=3)
    assert found[1].subject == "rood x"
    assert "\x1b" not in found[1].author + found[1].email
    assert [line.text for line in blame(history, ITEM)] == ["regel weg"]
    result = history.git(["fetch", "https://noor:geheim@localhost:1/x"], limit=10)
    assert result.code
    assert "geheim" not in result.errors


TERMINAL = """
import sys
from pathlib import Path
from workflow.history import open_history
from workflow.errors import WorkflowError
history = open_history(Path(sys.argv[1]))
result = history.git(["fetch", sys.argv[2]], limit=3,
                     settings=("core.sshCommand=" + sys.argv[3], "credential.helper="),
                     environment={"GIT_ALLOW_PROTOCOL": "https:http:ssh:file"})
print("code", result.code != 0)
"""


@pytest.mark.parametrize("address", ["ssh://git@localhost/x", "http://localhost:9/x"])
def test_no_child_writes_to_the_terminal_or_waits_for_it(
    history: History, tmp_path: Path, address: str
) -> None:
    ssh = tmp_path / "ssh"
    ssh.write_text(
        "#!/bin/sh\n(printf 'Enter passphrase: ' > /dev/tty && read x < /dev/tty) 2>/dev/null\n"
        "exit 1\n"
    )
    ssh.chmod(0o755)
    master, slave = pty.openpty()
    script = [sys.executable, "-c", TERMINAL, str(history.root), address, str(ssh)]
    child = subprocess.Popen(
        script, stdin=slave, stdout=subprocess.PIPE, stderr=slave, start_new_session=True,
        cwd=PACKAGE.parent,
    )  # fmt: skip
    out, _ = child.communicate(timeout=120)
    os.close(slave)
    shown = b""
    while select.select([master], [], [], 0.1)[0]:
        try:
            part = os.read(master, 1024)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(master)
    assert shown == b""
    assert out == b"code True\n"


def test_a_child_that_hangs_is_ended_with_its_children(history: History, tmp_path: Path) -> None:
    put(history, "een\n")
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 300 & sleep 300\n")
    slow.chmod(0o755)
    started = time.monotonic()
    with pytest.raises(WorkflowError) as caught:
        history.git(["-c", f"alias.x=!{slow}", "x"], limit=0.5)
    assert caught.value.key == "history.errors.too_slow"
    assert time.monotonic() - started < 120  # else all of the 300
    assert put(history, "twee\n")


def test_forbidden_ways_of_using_the_library() -> None:
    forbidden = re.compile(
        r"\.index\.(add|commit|write|remove)\b|set_commit\(|iter_commits\([^)]*follow|trailers_dict"
        r"|odbt\s*=|GitDB\b|shell\s*=\s*True|os\.system\(|Repo\.clone_from|USE_SHELL"
    )
    for path in PACKAGE.rglob("*.py"):
        assert not forbidden.search(path.read_text("utf-8")), path


def test_git_is_started_in_one_place_only() -> None:
    starting = {"Popen", "run_process", "check_output", "execute", "fork", "spawnv"}
    for path in (PACKAGE / "history").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = {call.attr for call in calls if isinstance(call, ast.Attribute)}
        if path.name != "launcher.py":
            assert not names & starting, path
