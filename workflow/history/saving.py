"""A save: one commit of exactly its files, in an order in which nothing can be lost.

1. the journal, 2. the files in the work tree, 3. commit and branch in one `git fast-import`
that moves the branch only if nobody else did, 4. the index entries of these files, 5. the
journal is forgotten. Everything is forced to disk before the next step. Where the repository's
owner has commit hooks or signing, step 3 and 4 are `git commit --only`.
"""

import time
from collections.abc import Mapping
from contextlib import suppress

from workflow.errors import WorkflowError
from workflow.files import blob_name, unix_lines
from workflow.history.committing import Moved, commit_fast, commit_with_git, set_index
from workflow.history.debts import read_debts
from workflow.history.durable import checked_parts, read_file, remove_file, write_file
from workflow.history.journal import Change, Entry, end_entry, write_entry
from workflow.history.locks import only_one, private_folder
from workflow.history.messages import Message
from workflow.history.objects import contents, resolve
from workflow.history.ownership import check_hooks
from workflow.history.repository import History

_PATIENCE = 10.0
"""Seconds for which a save is built again on a branch that others keep moving."""


class SaveConflict(WorkflowError):  # noqa: N818
    """A file is no longer what the edit started from. Nothing was written."""

    def __init__(self, path: str, mine: str | None, theirs: str | None) -> None:
        super().__init__("history.errors.conflict", path=path)
        self.path = path
        self.mine = mine
        """The text that was to be saved; None if the file was to go."""
        self.theirs = theirs
        """The text that stands there now; None if the file is gone."""


def save(
    history: History,
    files: Mapping[str, bytes | None],
    message: Message,
    base: Mapping[str, str | bytes | None] | None = None,
) -> str:
    """Save files of the workspace as one commit; gives its name, or "" if nothing changed.

    A content of None removes the file. `base` holds the text that an edit started from (None:
    there was no file); where the file is another by now, SaveConflict is raised.
    Raises WorkflowError, with everything as it was, where the save cannot be made.
    """
    from workflow.history.recovery import finish

    for path in files:
        checked_parts(history.in_repository(path))
    signature = history.signature()
    with only_one(history) as lock:
        finish(history, lock)
        branch = history.branch()
        history.check_idle()
        by_git = check_hooks(history)
        tip, changes = _plan(history, branch, files, base or {})
        changed = tuple(c for c in changes if _differs(c))
        if not changed:
            for change in changes:
                _write(history, change.path, change.new, change.disk)
            return ""
        entry = Entry(str(history.top), branch, message.render(), signature, changed)
        entry = write_entry(history, entry)
        return carry_out(history, entry, tip, lock, by_git)


def carry_out(history: History, entry: Entry, tip: str, lock: int, by_git: bool) -> str:
    """Steps 2 to 5 for a save that stands in the journal; gives the commit's name.

    Where a step before the commit fails, the files become what they were.
    """
    try:
        for change in entry.changes:
            _write(history, change.path, change.new, change.disk)
        commit = commit_with_git(history, entry) if by_git else _commit(history, entry, tip, lock)
    except WorkflowError:
        for change in entry.changes:
            with suppress(WorkflowError):
                _write(history, change.path, change.disk, change.new)
        end_entry(history, entry)
        raise
    if not by_git:
        set_index(history, {c.path: (c.new, c.head) for c in entry.changes}, lock)
    end_entry(history, entry)
    return commit


def _commit(history: History, entry: Entry, tip: str, lock: int) -> str:
    """Commit, again and again while others move the branch but not these files."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            return commit_fast(history, entry, tip, lock)
        except Moved:
            names = [f"{entry.branch}^{{commit}}"]
            names += [f"{entry.branch}:{history.in_repository(c.path)}" for c in entry.changes]
            tip, *heads = resolve(history, names)
            for change, head in zip(entry.changes, heads, strict=True):
                if head != change.head:
                    theirs = contents(history, [head])[0] if head else None
                    raise SaveConflict(change.path, _text(change.new), _text(theirs)) from None
    raise WorkflowError("history.errors.busy")


def _plan(
    history: History,
    branch: str,
    files: Mapping[str, bytes | None],
    base: Mapping[str, str | bytes | None],
) -> tuple[str, tuple[Change, ...]]:
    """The branch's tip and what happens to each file, after all checks."""
    names = [f"{branch}^{{commit}}"]
    for path in files:
        name = history.in_repository(path)
        names += [f"{branch}:{name}", f":0:{name}"]
    tip, *found = resolve(history, names)
    changes = []
    for place, (path, new) in enumerate(files.items()):
        head, index = found[2 * place : 2 * place + 2]
        disk = read_file(history.top, history.in_repository(path))
        change = Change(path, new, head, disk)
        if path in base and not _same_text(disk, base[path]):
            raise SaveConflict(path, _text(new), _text(disk))
        if index != head and not _is_ours(history, path, index):
            _refuse_staged(history, change, branch, index)
        changes.append(change)
    return tip, tuple(changes)


def _is_ours(history: History, path: str, index: str) -> bool:
    """Whether the index lags behind because an earlier save could not reach it."""
    return read_debts(history).get(path) == index


def _refuse_staged(history: History, change: Change, branch: str, index: str) -> None:
    """Say why a file whose index entry is not the newest commit's cannot be saved.

    If that entry is an older version, the branch was moved under the work tree; anything else
    the user has set ready for a commit of their own.
    """
    if change.head and index:
        where = history.in_repository(change.path)
        older = history.git(
            [
                "log",
                "-1",
                "--format=%H",
                f"--find-object={index}",
                branch,
                "--",
                f":(top,literal){where}",
            ]
        )
        # `git commit` reads the index before it locks it, and may write back an entry that a save
        # of ours has just renewed. While the file is the newest version, nothing is lost by that.
        newest = change.disk is not None and blob_name(unix_lines(change.disk)) == change.head
        if older.text and newest:
            return
        if older.text:
            theirs = contents(history, [change.head])[0]
            raise SaveConflict(change.path, _text(change.new), _text(theirs))
    raise WorkflowError("history.errors.staged", path=change.path)


def _differs(change: Change) -> bool:
    return (blob_name(change.new) if change.new is not None else "") != change.head


def _same_text(disk: bytes | None, base: str | bytes | None) -> bool:
    """Whether a file is what an edit started from; kinds of line ends do not count."""
    if disk is None or base is None:
        return disk is None and base is None
    content = base if isinstance(base, bytes) else base.encode("utf-8", "replace")
    return disk == content or unix_lines(disk) == unix_lines(content)


def _text(content: bytes | None) -> str | None:
    return None if content is None else content.decode("utf-8", "replace")


def _write(history: History, path: str, new: bytes | None, old: bytes | None) -> None:
    """Make the file in the work tree what it should be, if it is not."""
    if new == old:
        return
    where = history.in_repository(path)
    if new is None:
        remove_file(history.top, where, prune=True)
    else:
        write_file(history.top, where, new, private_folder(history) / "aside")


def same_save(entry: Entry, heads: tuple[str, ...]) -> bool:
    """Whether the newest commit holds what the journal's save was to write."""
    wanted = tuple("" if c.new is None else blob_name(c.new) for c in entry.changes)
    return wanted == heads
