"""Moving the branch to a commit that holds colleagues' work, file by file and crash-safe.

1. everything that would change is looked at, and what is not saved here refuses the step,
2. the step is written down, 3. the branch moves, only if nobody else moved it, 4. each file and
its index entry follow, only where they are what they were, 5. the note is forgotten. A program
that was killed in between finishes 4 at its next start.
"""

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.files import unix_lines
from workflow.history.committing import DURABLE, put_index
from workflow.history.debts import read_debts
from workflow.history.durable import force_folders, read_file, remove_file, write_file
from workflow.history.locks import private_folder, remove_stale_locks
from workflow.history.objects import contents, resolve
from workflow.history.pending import note_of
from workflow.history.repository import History
from workflow.history.treemerge import Step, changes
from workflow.history.words import git_error

_ABSENT = "0" * 40
_LINKS = ("120000", "160000")
_MEMORY = "advancing"
_AT_ONCE = 8
"""Files that are written at the same time."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file that changes, with what stood there and what will."""

    path: str
    """In the repository."""
    step: Step
    old: bytes | None
    new: bytes | None


class BranchMoved(Exception):  # noqa: N818
    """Somebody saved in the meantime; the step has to be worked out again."""


def check_ready(history: History, old: str, new: str) -> None:
    """Raise WorkflowError where a file that would change holds something that is not saved."""
    files = _files(history, old, new)
    staged = _index(history, files)
    debts = {history.in_repository(path): name for path, name in read_debts(history).items()}
    dirty = []
    for file in files:
        index = staged[file.path]
        as_ever = index in (file.step.old, file.step.new) or debts.get(file.path) == index
        if not (as_ever and _is_ready(history, file)):
            dirty.append(history.in_workspace(file.path) or file.path)
    if dirty:
        shown = ", ".join(dirty[:3])
        raise WorkflowError("history.errors.unsaved_here", n=len(dirty), paths=shown)


def advance(
    history: History, branch: str, old: str, new: str, refs: Mapping[str, str], lock: int
) -> tuple[str, ...]:
    """Move the branch from `old` to `new` and let the files follow; call it with our lock held.

    `refs` are others that move along, with what they become. Gives the files that were left as
    they are, because they could not be written. Raises BranchMoved, with nothing changed,
    where the branch is not at `old` any more.
    """
    check_ready(history, old, new)
    note = {"worktree": str(history.top), "branch": branch, "old": old, "new": new,
            "when": time.time()}  # fmt: skip
    write_file(history.common_dir, note_of(history), json.dumps(note).encode())
    moved = _move(history, branch, old, new, refs, lock)
    left = _follow(history, old, new, lock) if moved else ()
    history.memory.pop(_MEMORY, None)
    _forget(history)
    if not moved:
        raise BranchMoved
    return left


def _move(
    history: History, branch: str, old: str, new: str, refs: Mapping[str, str], lock: int
) -> bool:
    lines = [f"update {branch}\0{new}\0{old or _ABSENT}\0"]
    lines += [f"update {name}\0{commit}\0\0" for name, commit in refs.items()]
    result = history.git(
        ["update-ref", "-m", "workflow: sync", "-z", "--stdin"],
        send="".join(lines).encode("utf-8", "surrogateescape"),
        settings=DURABLE,
        keep_open=lock,
    )
    if result.code == 0:
        return True
    tip = resolve(history, [f"{branch}^{{commit}}"])[0]
    if tip != old:
        return False
    _forget(history)
    raise git_error(result.errors, history.root)


def _forget(history: History) -> None:
    remove_file(history.common_dir, note_of(history), forced=False)


# The files


def _files(history: History, old: str, new: str) -> list[_File]:
    """Every file that differs between two commits, with its contents.

    Commits never change, and one advance asks three times: what was read last is remembered
    until the branch has moved.
    """
    known = history.memory.get(_MEMORY)
    if not (isinstance(known, tuple) and known[:2] == (old, new)):
        known = (old, new, _read_files(history, changes(history, old, new)))
        history.memory[_MEMORY] = known
    files: list[_File] = known[2]
    return files


def _read_files(history: History, steps: Mapping[str, Step]) -> list[_File]:
    """The files with their contents; links and other repositories have none."""
    names = []
    for step in steps.values():
        names += [
            name if name and mode not in _LINKS else "none"
            for mode, name in ((step.old_mode, step.old), (step.mode, step.new))
        ]
    found = contents(history, names)
    return [
        _File(path, step, found[2 * n], found[2 * n + 1])
        for n, (path, step) in enumerate(steps.items())
    ]


def _index(history: History, files: Iterable[_File]) -> dict[str, str]:
    paths = [file.path for file in files]
    found = resolve(history, [f":0:{path}" for path in paths])
    return dict(zip(paths, found, strict=True))


def _disk(history: History, file: _File) -> bytes | None:
    return read_file(history.top, file.path)


def _is_ready(history: History, file: _File) -> bool:
    """Whether the file on disk is what the history has, before or after."""
    if {file.step.old_mode, file.step.mode} & set(_LINKS):
        return True
    try:
        disk = _disk(history, file)
    except WorkflowError:
        return False
    if disk is None:
        return file.old is None or file.new is None or _is_sparse(history)
    return _same(disk, file.old) or _same(disk, file.new)


def _is_sparse(history: History) -> bool:
    """Whether files may be absent on purpose."""
    return history.settings().is_true("core.sparsecheckout")


def _same(disk: bytes, content: bytes | None) -> bool:
    return content is not None and (disk == content or unix_lines(disk) == unix_lines(content))


def _follow(history: History, old: str, new: str, lock: int) -> tuple[str, ...]:
    """Bring files and index where the branch is; doing it twice does no harm."""
    files = _files(history, old, new)
    staged = _index(history, files)
    entries: dict[str, tuple[str, str]] = {}
    debts = {history.in_repository(path): name for path, name in read_debts(history).items()}
    left = _put_all(history, files)
    for file in files:
        index = staged[file.path]
        if index == file.step.old or debts.get(file.path) == index:
            entries[file.path] = (file.step.mode, file.step.new)
    put_index(history, entries, {path: staged[path] for path in entries}, lock)
    return tuple(history.in_workspace(path) or path for path in left)


def _put_all(history: History, files: Sequence[_File]) -> list[str]:
    """Write or remove files; gives the paths of those for which that could not be done.

    What goes goes first, for a folder can take the place of a file. The others are written
    several at a time: a disk that is asked for many at once is far quicker than one by one.
    """
    folders: set[str] = set()

    def put(file: _File) -> bool:
        return _put(history, file, folders)

    going = [file for file in files if file.new is None]
    coming = [file for file in files if file.new is not None]
    done = [put(file) for file in going]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        done += pool.map(put, coming)
    force_folders(history.top, folders)
    both = zip((*going, *coming), done, strict=True)
    return [file.path for file, is_done in both if not is_done]


def _put(history: History, file: _File, folders: set[str]) -> bool:
    """Write or remove one file if it is what it was; False where that could not be done.

    The folder of a file that was written is added to `folders`, for the disk.
    """
    if {file.step.old_mode, file.step.mode} & set(_LINKS):
        return True
    try:
        disk = _disk(history, file)
        if disk == file.new:
            return True
        if disk is None:
            if file.old is not None:
                return _is_sparse(history)
        elif not _same(disk, file.old):
            return _same(disk, file.new)
        if file.new is None:
            remove_file(history.top, file.path, prune=True)
            return True
        content = file.new
        if disk is not None and b"\r\n" in disk and b"\r\n" not in (file.old or b""):
            content = unix_lines(content).replace(b"\n", b"\r\n")
        aside = private_folder(history) / "aside"
        write_file(history.top, file.path, content, aside, folders=folders)
        if file.step.mode == "100755" and file.step.old_mode != "100755":
            (history.top / file.path).chmod(0o755)
    except (WorkflowError, OSError):
        return False
    return True


# After a kill


def finish_advance(history: History, lock: int) -> bool:
    """Bring a step that was begun to its end, with our lock held; whether there was one."""
    content = read_file(history.common_dir, note_of(history))
    if content is None:
        return False
    try:
        note = json.loads(content)
        branch, old, new = (str(note[key]) for key in ("branch", "old", "new"))
        when, here = float(note["when"]), note["worktree"] == str(history.top)
    except (ValueError, KeyError, TypeError):
        _forget(history)
        return False
    if not here:
        return False
    with suppress(OSError):
        last = (history.common_dir / note_of(history)).stat().st_mtime
        remove_stale_locks(history, when, last)
    tip = resolve(history, [f"{branch}^{{commit}}"])[0]
    moved = tip == new or (tip not in ("", old) and _contains(history, tip, new))
    if moved and branch == history.branch():
        _follow_to(history, old, new, tip, lock)
    history.memory.pop(_MEMORY, None)
    _forget(history)
    return moved


def _contains(history: History, tip: str, commit: str) -> bool:
    return history.git(["merge-base", "--is-ancestor", commit, tip]).code == 0


def _follow_to(history: History, old: str, new: str, tip: str, lock: int) -> None:
    """Let files follow that are still as the step left them; later commits count more."""
    if tip == new:
        _follow(history, old, new, lock)
        return
    since = changes(history, new, tip)
    files = [f for f in _files(history, old, new) if f.path not in since]
    staged = _index(history, files)
    _put_all(history, files)
    entries = {f.path: (f.step.mode, f.step.new) for f in files if staged[f.path] == f.step.old}
    put_index(history, entries, {path: staged[path] for path in entries}, lock)
