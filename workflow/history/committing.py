"""The git commands of a save: the fast way, the owner's way, and the index."""

import os
import secrets
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

from workflow.errors import WorkflowError
from workflow.history.debts import add_debts, clear_debts
from workflow.history.journal import Entry
from workflow.history.launcher import HOOK_TIME_LIMIT
from workflow.history.locks import describe_lock, git_locks, private_folder
from workflow.history.objects import blob_name
from workflow.history.repository import History
from workflow.history.words import first_line, git_error

DURABLE = ("core.fsync=all", "core.fsyncMethod=fsync")
"""Git forces every object and reference to disk before it relies on it."""
_INDEX_PATIENCE = 2.0
"""Seconds that a save waits for somebody else's lock on the index."""
_ABSENT = "0" * 40


class Moved(Exception):  # noqa: N818
    """Somebody else moved the branch between our look and our commit."""


def commit_fast(history: History, entry: Entry, tip: str, lock: int) -> str:
    """Objects, commit and branch in one process, only if the branch's tip is still in it."""
    lines = [
        b"feature done\n",
        f"commit {entry.branch}\nmark :1\n".encode(),
        f"author {entry.signature}\ncommitter {entry.signature}\n".encode(),
        _data(entry.message),
    ]
    if tip:
        lines.append(f"from {tip}\n".encode())
    for change in entry.changes:
        path = _quoted(history.in_repository(change.path))
        if change.new is None:
            lines.append(b"D " + path + b"\n")
        else:
            lines += [b"M 100644 inline " + path + b"\n", _data(change.new)]
    lines.append(b"\nget-mark :1\ndone\n")
    result = history.git(
        ["fast-import", "--quiet", "--done", "--date-format=raw"],
        send=b"".join(lines),
        settings=(*DURABLE, "core.filesRefLockTimeout=1000"),
        keep_open=lock,
    )
    if result.code == 0:
        return result.text.strip()
    with suppress(OSError):
        (history.git_dir / f"fast_import_crash_{result.pid}").unlink(missing_ok=True)
    said = result.errors
    if "does not contain" in said or "but expected" in said:
        raise Moved
    raise _failure(history, said)


def _failure(history: History, said: str) -> WorkflowError:
    """A failed commit in words; a lock is named with its age."""
    if ".lock" in said:
        for path in git_locks(history):
            return describe_lock(path)
        raise Moved
    return git_error(said, history.root)


def _data(content: bytes) -> bytes:
    return f"data {len(content)}\n".encode() + content + b"\n"


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode("utf-8", "surrogateescape")


def commit_with_git(history: History, entry: Entry) -> str:
    """`git commit --only`, so that hooks run and the commit is signed as the owner wants."""
    paths = [history.in_repository(change.path) for change in entry.changes]
    folder = private_folder(history) / "aside"
    message = folder / f"message-{secrets.token_hex(4)}"
    person, _, moment = entry.signature.rpartition("> ")
    name, _, email = person.partition(" <")
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", name), ("EMAIL", email), ("DATE", f"@{moment}"))
    }
    added = [
        p for p, c in zip(paths, entry.changes, strict=True) if not c.head and c.new is not None
    ]
    try:
        message.write_bytes(entry.message)
        if added:
            _with_paths(history, ["add", "--intent-to-add", "--force"], added, {})
        result = _with_paths(
            history,
            ["commit", "--only", "--quiet", "--cleanup=verbatim", f"--file={message}"],
            paths,
            who,
            hooks=True,
        )
    finally:
        with suppress(OSError):
            message.unlink(missing_ok=True)
    if result is not None:
        if added:
            _forget_intent(history, added)
        raise _hook_failure(history, result)
    return history.tip()


def _with_paths(
    history: History,
    arguments: Sequence[str],
    paths: Sequence[str],
    environment: Mapping[str, str],
    hooks: bool = False,
) -> str | None:
    """Run a command on exactly these paths; gives what it said if it failed."""
    result = history.git(
        [*arguments, "--pathspec-from-file=-", "--pathspec-file-nul"],
        send=b"".join(
            f":(top,literal){path}\0".encode("utf-8", "surrogateescape") for path in paths
        ),
        settings=DURABLE,
        environment=environment,
        hooks=hooks,
        limit=HOOK_TIME_LIMIT,
    )
    if result.code == 0:
        return None
    return result.errors.strip() or result.text.strip()


def _hook_failure(history: History, said: str) -> WorkflowError:
    if "index.lock" in said or ".lock'" in said:
        for path in git_locks(history):
            return describe_lock(path)
    known = git_error(said, history.root)
    if known.key != "history.errors.git":
        return known
    return WorkflowError("history.errors.hook", words=said or first_line(said) or "?")


def _forget_intent(history: History, paths: Sequence[str]) -> None:
    lines = b"".join(f"0 {_ABSENT}\t{path}\0".encode("utf-8", "surrogateescape") for path in paths)
    history.git(["update-index", "-z", "--index-info"], send=lines)


def set_index(
    history: History, files: Mapping[str, tuple[bytes | None, str]], lock: int | None = None
) -> bool:
    """Put these files, and nothing else, into the index as they now are in the commit.

    Each comes with its content and the name of the blob that stood there before. While
    somebody else holds the index for long, it is left as it is, and that is written down:
    the next save sets it right.
    """
    lines = []
    for path, (content, _) in files.items():
        mode, name = ("0", _ABSENT) if content is None else ("100644", blob_name(content))
        where = history.in_repository(path)
        lines.append(f"{mode} {name}\t{where}\0".encode("utf-8", "surrogateescape"))
    taken = history.git_dir / "index.lock"
    deadline = time.monotonic() + _INDEX_PATIENCE
    wait = 0.003
    while True:
        if not os.path.lexists(taken):
            result = history.git(
                ["update-index", "-z", "--index-info"],
                send=b"".join(lines),
                settings=DURABLE,
                keep_open=lock,
            )
            if result.code == 0:
                clear_debts(history, files)
                return True
        if time.monotonic() > deadline:
            break
        time.sleep(wait)
        wait *= 1.6
    with suppress(WorkflowError):
        add_debts(history, {path: old for path, (_, old) in files.items()})
    return False
