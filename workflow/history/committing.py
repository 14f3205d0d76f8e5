"""The git commands of a save: the fast way, the owner's way, and the index."""

import os
import re
import secrets
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.files import blob_name
from workflow.history.debts import add_debts, clear_debts
from workflow.history.journal import Entry
from workflow.history.launcher import HOOK_TIME_LIMIT
from workflow.history.locks import describe_lock, private_folder, remove_stale_locks
from workflow.history.objects import resolve
from workflow.history.repository import History
from workflow.history.words import git_error

DURABLE = ("core.fsync=all", "core.fsyncMethod=fsync")
"""Git forces everything to disk before it relies on it."""
_FEW = 40
"""Files up to which a save's objects stay loose, whatever the depth of their folders."""
_DURABLE_FEW = (
    "core.fsync=none,loose-object,reference", "core.fsyncMethod=fsync",
    "fastimport.unpackLimit=1000",
)  # fmt: skip
"""The same for loose objects: the pack in which they arrive is thrown away at once."""
_LOCK = re.compile(r"Unable to create '(.+?\.lock)': File exists")
_LOCK_PATIENCE = 2.0
"""Seconds that a save waits for somebody else's lock on the branch."""
_INDEX_PATIENCE = 0.4
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
        data_block(entry.message),
    ]
    if tip:
        lines.append(f"from {tip}\n".encode())
    for change in entry.changes:
        path = quoted(history.in_repository(change.path))
        if change.new is None:
            lines.append(b"D " + path + b"\n")
        else:
            lines += [b"M 100644 inline " + path + b"\n", data_block(change.new)]
    lines.append(b"\nget-mark :1\ndone\n")
    result = history.git(
        ["fast-import", "--quiet", "--done", "--date-format=raw"],
        send=b"".join(lines),
        settings=_DURABLE_FEW if len(entry.changes) <= _FEW else DURABLE,
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


def _failure(history: History, said: str) -> Exception:
    """A failed commit in words. For somebody else's lock we wait; one that stays is named."""
    found = _LOCK.search(said)
    if found is None:
        return git_error(said, history.root)
    path = Path(found[1])
    return Moved() if _gone(path, _LOCK_PATIENCE) else describe_lock(path)


def _gone(lock: Path, patience: float) -> bool:
    """Wait for a lock to go; False if it stays for longer than `patience` seconds."""
    deadline = time.monotonic() + patience
    wait = 0.002
    while os.path.lexists(lock):
        if time.monotonic() > deadline:
            return False
        time.sleep(wait)
        wait = min(wait * 1.6, 0.05)
    return True


def data_block(content: bytes) -> bytes:
    """A content as `git fast-import` reads it."""
    return f"data {len(content)}\n".encode() + content + b"\n"


def quoted(path: str) -> bytes:
    """A path as `git fast-import` reads it."""
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
    return _follow_hooks(history, paths)


def _follow_hooks(history: History, paths: Sequence[str]) -> str:
    """The name of the commit that was made; a hook may have put other words into its files.

    Such a hook changes the index that git makes for the commit and not the one that stays:
    without this, the file would look as if its owner had set the old words ready for a commit.
    """
    names = ["HEAD^{commit}", *(f"{at}{path}" for path in paths for at in ("HEAD:", ":0:"))]
    commit, *found = resolve(history, names)
    heads = dict(zip(paths, zip(found[::2], found[1::2], strict=True), strict=True))
    behind = {path: (new, old) for path, (new, old) in heads.items() if new != old}
    entries = {path: ("100644" if new else "", new) for path, (new, _) in behind.items()}
    put_index(history, entries, {path: old for path, (_, old) in behind.items()})
    return commit


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
    """A refused commit: in the hook's own words, unless it is git that could not."""
    found = _LOCK.search(said)
    if found is not None:
        return describe_lock(Path(found[1]))
    known = git_error(said, history.root)
    if known.key != "history.errors.git":
        return known
    return WorkflowError("history.errors.hook", words=said or "?")


def _forget_intent(history: History, paths: Sequence[str]) -> None:
    lines = b"".join(f"0 {_ABSENT}\t{path}\0".encode("utf-8", "surrogateescape") for path in paths)
    history.git(["update-index", "-z", "--index-info"], send=lines)


def set_index(
    history: History, files: Mapping[str, tuple[bytes | None, str]], lock: int | None = None
) -> bool:
    """Put these files, and nothing else, into the index as they now are in the commit.

    Each comes with its content and the name of the blob that stood there before. While
    somebody else holds the index for long, it is left as it is, and that is written down:
    the next save sets it right. The index is not forced to disk: it can be made again.
    """
    entries, olds = {}, {}
    for path, (content, old) in files.items():
        entry = ("", "") if content is None else ("100644", blob_name(content))
        entries[history.in_repository(path)] = entry
        olds[history.in_repository(path)] = old
    return put_index(history, entries, olds, lock)


def put_index(
    history: History,
    entries: Mapping[str, tuple[str, str]],
    olds: Mapping[str, str],
    lock: int | None = None,
) -> bool:
    """The same by path in the repository: mode and name of the object, both empty for none.

    `olds` says what the index has now, to be written down where it cannot be reached.
    """
    if not entries:
        return True
    lines = [
        f"{mode or 0} {name or _ABSENT}\t{path}\0".encode("utf-8", "surrogateescape")
        for path, (mode, name) in entries.items()
    ]
    known = {path: history.in_workspace(path) for path in entries}
    began, deadline = time.time(), time.monotonic() + _INDEX_PATIENCE
    while _gone(history.git_dir / "index.lock", deadline - time.monotonic()):
        result = history.git(
            ["update-index", "-z", "--index-info"],
            send=b"".join(lines),
            keep_open=lock,
        )
        if result.code == 0:
            clear_debts(history, [path for path in known.values() if path is not None])
            return True
        if result.code < 0:  # the system ended it, as where no file may grow that long
            remove_stale_locks(history, began, time.time())
        if result.code < 0 or time.monotonic() > deadline:
            break
    with suppress(WorkflowError):
        add_debts(history, {inner: olds[path] for path, inner in known.items() if inner})
    return False
