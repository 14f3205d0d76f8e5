"""After a program was killed: finish its save, set the index right, offer what is left."""

from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.history.committing import set_index
from workflow.history.debts import clear_debts, read_debts
from workflow.history.durable import read_file
from workflow.history.journal import Change, Entry, end_entry, read_entries
from workflow.history.locks import git_locks, only_one, private_folder, remove_stale_locks
from workflow.history.objects import contents, resolve
from workflow.history.ownership import check_hooks
from workflow.history.pending import is_pending
from workflow.history.repository import History
from workflow.history.saving import carry_out, same_save
from workflow.history.unsaved import keep_draft


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was found of a save that a killed program left behind."""

    outcome: str
    """`healed` (the save had been made), `finished` (it was made now), `draft` (it could not
    be made: the text is kept as a draft), `lock` (a lock left behind was taken away) or `shared`
    (colleagues' work that was coming in is in now)."""
    paths: tuple[str, ...]
    """The files, relative to the workspace; of a lock, the lock."""


def recover(history: History) -> tuple[Recovered, ...]:
    """Bring every save that was begun and not ended to its end; call it at the start."""
    if not _anything(history):
        return ()
    with only_one(history) as lock:
        return finish(history, lock)


def _anything(history: History) -> bool:
    folder = private_folder(history)
    waiting = any((folder / "journal").glob("*.json")) or is_pending(history)
    return waiting or bool(read_debts(history))


def finish(history: History, lock: int) -> tuple[Recovered, ...]:
    """The same, while our lock is held."""
    found: list[Recovered] = []
    if is_pending(history):
        from workflow.history.advancing import finish_advance

        if finish_advance(history, lock):
            found.append(Recovered("shared", ()))
    entries = read_entries(history)
    if entries:
        removed = remove_stale_locks(history, entries[0].when, _latest(history, entries))
        found += [Recovered("lock", (str(path),)) for path in removed]
        for path in (private_folder(history) / "aside").iterdir():
            path.unlink(missing_ok=True)
    for entry in entries:
        (private_folder(history) / "journal" / entry.name).touch()
        outcome = _finish_one(history, entry, lock)
        found.append(Recovered(outcome, tuple(change.path for change in entry.changes)))
    _pay_debts(history, lock)
    return tuple(found)


def _latest(history: History, entries: tuple[Entry, ...]) -> float:
    """The last moment at which somebody was at work on these saves: recoveries touch them."""
    folder = private_folder(history) / "journal"
    return max((folder / entry.name).stat().st_mtime for entry in entries)


def _finish_one(history: History, entry: Entry, lock: int) -> str:
    names = [f"{entry.branch}^{{commit}}"]
    names += [f"{entry.branch}:{history.in_repository(c.path)}" for c in entry.changes]
    tip, *heads = resolve(history, names)
    if same_save(entry, tuple(heads)):
        set_index(history, {c.path: (c.new, c.head) for c in entry.changes}, lock)
        end_entry(history, entry)
        return "healed"
    disks = tuple(_disk(history, change) for change in entry.changes)
    untouched = all(
        head == change.head and disk in (change.disk, change.new)
        for change, head, disk in zip(entry.changes, heads, disks, strict=True)
    )
    if untouched:
        try:
            if entry.branch != history.branch():
                raise WorkflowError("history.errors.detached")
            history.check_idle()
            by_git = check_hooks(history)
            carry_out(history, entry, tip, lock, by_git)
        except WorkflowError:
            untouched = False
        else:
            return "finished"
    for change in entry.changes:
        _as_draft(history, change)
    end_entry(history, entry)
    return "draft"


def _disk(history: History, change: Change) -> bytes | None:
    try:
        return read_file(history.top, history.in_repository(change.path))
    except WorkflowError:
        return b""


def _as_draft(history: History, change: Change) -> None:
    """Keep the text of a save that could not be made; other files are made again."""
    if change.new is None:
        return
    try:
        base = None if change.disk is None else change.disk.decode("utf-8")
        keep_draft(history, change.path, change.new.decode("utf-8"), base, left_behind=True)
    except UnicodeDecodeError:
        return


def _pay_debts(history: History, lock: int) -> None:
    """Set index entries that an earlier save could not set, unless the user changed them."""
    debts = read_debts(history)
    if not debts or any(path.name == "index.lock" for path in git_locks(history)):
        return
    names = []
    for path in debts:
        where = history.in_repository(path)
        names += [f"HEAD:{where}", f":0:{where}"]
    found = resolve(history, names)
    files: dict[str, tuple[bytes | None, str]] = {}
    for place, (path, old) in enumerate(debts.items()):
        head, index = found[2 * place : 2 * place + 2]
        if index == old and index != head:
            files[path] = (contents(history, [head])[0] if head else None, old)
    if files:
        set_index(history, files, lock)
    else:
        clear_debts(history, debts)
