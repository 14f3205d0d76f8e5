"""Places that do not answer, ask for a password, hang or cut the line: one sentence, no change."""

import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from history_helpers import ITEM, git, shared_place

from workflow.errors import WorkflowError
from workflow.history import History, Message, contact, save
from workflow.history.syncing import sync
from workflow.summaries.workspace import Workspace

MESSAGE = Message("Zin", "", [("Action", "edit")])
Answer = Callable[[socket.socket], None]


@contextmanager
def server(answer: Answer) -> Iterator[int]:
    """A place on this machine that answers every caller in its own way."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                caller, _ = listening.accept()
                threading.Thread(target=one, args=(caller,), daemon=True).start()

    def one(caller: socket.socket) -> None:
        with suppress(OSError), caller:
            answer(caller)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        listening.close()


def wants_password(caller: socket.socket) -> None:
    caller.recv(65536)
    caller.sendall(
        b'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="x"\r\n'
        b"Content-Length: 0\r\nConnection: close\r\n\r\n"
    )


def cuts_the_line(caller: socket.socket) -> None:
    caller.recv(65536)
    caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n")


def hangs(caller: socket.socket) -> None:
    time.sleep(60)


def has_moved(caller: socket.socket) -> None:
    caller.recv(65536)
    caller.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def fails(workspace: Workspace, history: History, key: str) -> str:
    """Sharing fails with that sentence, and everything here is as it was."""
    before = [git(history.top, *words.split()) for words in ("show-ref", "status --porcelain")]
    with pytest.raises(WorkflowError) as caught:
        sync(workspace, history)
    assert caught.value.key == f"history.errors.{key}", str(caught.value)
    after = [git(history.top, *words.split()) for words in ("show-ref", "status --porcelain")]
    assert after == before
    save(history, {ITEM: f"{time.monotonic()}\n".encode()}, MESSAGE)
    return str(caught.value)


@pytest.mark.parametrize(
    ("answer", "key"),
    [(wants_password, "no_access"), (cuts_the_line, "unreachable"), (has_moved, "nowhere")],
)
def test_a_server_that_does_not_help(
    workspace: Workspace, history: History, answer: Answer, key: str
) -> None:
    with server(answer) as port:
        address = f"http://noor:geheim@127.0.0.1:{port}/x.git"
        git(history.top, "remote", "add", "origin", address)
        assert "geheim" not in fails(workspace, history, key)


def test_a_folder_that_somebody_else_made_is_to_be_accepted_once(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    place = tmp_path / "gedeeld.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(place))
    git(history.top, "remote", "add", "origin", str(place))
    theirs = "env GIT_TEST_ASSUME_DIFFERENT_OWNER=1 git-upload-pack"
    git(history.top, "config", "remote.origin.uploadpack", theirs)
    assert f'safe.directory "{place}"' in fails(workspace, history, "ownership")


def test_a_server_that_hangs_is_let_go(
    workspace: Workspace, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact, "IDLE", 1.0)
    with server(hangs) as port:
        git(history.top, "remote", "add", "origin", f"http://127.0.0.1:{port}/x.git")
        fails(workspace, history, "silent")
    assert not list(history.common_dir.rglob("*.lock"))


def test_a_server_that_nobody_runs(workspace: Workspace, history: History) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    git(history.top, "remote", "add", "origin", f"http://127.0.0.1:{port}/x.git")
    fails(workspace, history, "unreachable")


def script(folder: Path, body: str) -> str:
    path = folder / "fake-ssh"
    path.write_text(f"#!{sys.executable}\nimport os, sys, time\n{body}\n")
    path.chmod(0o755)
    return str(path)


RUNS = "os.execvp('sh', ['sh', '-c', sys.argv[-1]])"
REFUSES = "sys.exit('git@example.org: Permission denied (publickey).')"
ASKS = "open('/dev/tty', 'w').write('Enter passphrase'); time.sleep(60)"


def test_ssh_shares_both_ways(
    workspace: Workspace, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = shared_place(history, tmp_path / "gedeeld.git")
    git(history.top, "remote", "set-url", "origin", f"ssh://git@example.org{place}")
    monkeypatch.setenv("GIT_SSH_COMMAND", script(tmp_path, RUNS))
    assert len(sync(workspace, history).outgoing) == 2
    assert git(place, "rev-parse", "main") == git(history.top, "rev-parse", "HEAD")
    other = tmp_path / "ander"
    git(tmp_path, "clone", "-q", str(place), str(other))
    (other / "los.txt").write_text("x\n")
    git(other, "add", "los.txt")
    git(other, "commit", "-qm", "los")
    git(other, "push", "-q", "origin", "main")
    assert len(sync(workspace, history).incoming) == 1
    assert (history.top / "los.txt").read_text() == "x\n"


@pytest.mark.parametrize(("body", "key"), [(REFUSES, "no_access"), (ASKS, "unreachable")])
def test_ssh_that_lets_nobody_in(
    workspace: Workspace,
    history: History,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    body: str,
    key: str,
) -> None:
    """It has no terminal to ask on, so it cannot ask."""
    monkeypatch.setenv("GIT_SSH_COMMAND", script(tmp_path, body))
    git(history.top, "remote", "add", "origin", "ssh://git@example.org/x.git")
    fails(workspace, history, key)


def test_stopping_leaves_everything_as_it_was(workspace: Workspace, history: History) -> None:
    class StoppedError(Exception):
        pass

    calls = []

    def heard(words: str) -> None:
        calls.append(words)
        if len(calls) > 3:
            raise StoppedError

    with server(hangs) as port:
        git(history.top, "remote", "add", "origin", f"http://127.0.0.1:{port}/x.git")
        with pytest.raises(StoppedError):
            sync(workspace, history, heard=heard)
    assert os.path.lexists(history.common_dir / "workflow" / "sync")
    assert not list(history.common_dir.rglob("*.lock"))
