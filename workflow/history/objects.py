"""Reading what git keeps: several versions through one process."""

import re
from collections.abc import Iterable, Sequence

from workflow.errors import WorkflowError
from workflow.history.repository import History
from workflow.history.words import git_error

_COMMIT = re.compile(r"[0-9a-fA-F]{4,40}\Z")


def resolve(history: History, names: Sequence[str]) -> tuple[str, ...]:
    """The object behind each expression such as `HEAD:path`; empty where there is none."""
    found = _batch(history, names, "--batch-check=%(objectname) %(objecttype)")
    result = []
    for line in found.decode("utf-8", "replace").splitlines():
        name, _, kind = line.rpartition(" ")
        result.append(name if kind in ("blob", "commit", "tree", "tag") and len(name) == 40 else "")
    if len(result) != len(names):
        raise WorkflowError("history.errors.git", where=history.root, detail="cat-file")
    return tuple(result)


def contents(history: History, names: Sequence[str]) -> tuple[bytes | None, ...]:
    """The content behind each expression, or None where there is none; one process for all."""
    found = _batch(history, names, "--batch")
    result: list[bytes | None] = []
    at = 0
    for _ in names:
        end = found.find(b"\n", at)
        if end < 0:
            raise WorkflowError("history.errors.git", where=history.root, detail="cat-file")
        head = found[at:end].split(b" ")
        at = end + 1
        if head[-1].isdigit() and len(head) == 3 and len(head[0]) == 40:
            size = int(head[-1])
            result.append(found[at : at + size] if head[1] == b"blob" else None)
            at += size + 1
        else:
            result.append(None)
    return tuple(result)


def _batch(history: History, names: Iterable[str], mode: str) -> bytes:
    names = tuple(names)
    if not names:
        return b""
    if any("\n" in name for name in names):
        raise WorkflowError("history.errors.bad_path", path=next(n for n in names if "\n" in n))
    send = "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")
    result = history.git(["cat-file", mode], send=send)
    if result.code:
        raise git_error(result.errors, history.root)
    return result.out


def check_commit(history: History, name: str) -> str:
    """The whole name of a commit; WorkflowError where the text names none."""
    if _COMMIT.match(name):
        found = resolve(history, [f"{name}^{{commit}}"])[0]
        if found:
            return found
    raise WorkflowError("history.errors.no_version", version=name[:60])


def read_at(history: History, commit: str, path: str) -> bytes | None:
    """A file of the workspace as it was in a commit, or None if it was not there."""
    return read_versions(history, [(commit, path)])[0]


def read_versions(
    history: History, versions: Sequence[tuple[str, str]]
) -> tuple[bytes | None, ...]:
    """Files of the workspace as they were in commits, through one process."""
    for commit, _ in versions:
        if not _COMMIT.match(commit):
            raise WorkflowError("history.errors.no_version", version=commit[:60])
    return contents(
        history, [f"{commit}:{history.in_repository(path)}" for commit, path in versions]
    )
