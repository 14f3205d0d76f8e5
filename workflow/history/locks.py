"""One save at a time: our own lock, and git's locks that a killed program left behind.

Our lock is the kernel's (`flock`): it goes when the last process that holds it ends, and git
children inherit it. So whoever gets it knows that no earlier program of ours, nor its git, is
still at work here; a lock of git's that is younger than a journal found then is a dead one's.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.history.privatefolder import PRIVATE
from workflow.history.repository import History
from workflow.history.words import system_error

PATIENCE = 15.0
"""Seconds that a save waits for another program's save."""
_SLACK = 0.05
"""Seconds by which a file's time may lag behind the clock."""
_LONGEST = 90.0
"""Seconds after the journal in which a dead program can have made a lock."""


@contextmanager
def only_one(history: History, patience: float = PATIENCE) -> Iterator[int]:
    """Hold the lock of this repository; gives its file descriptor, for children to inherit.

    Raises WorkflowError if another program keeps it for longer than `patience` seconds.
    """
    with file_lock(private_folder(history) / "lock", patience) as handle:
        yield handle


@contextmanager
def file_lock(path: Path, patience: float) -> Iterator[int]:
    """Hold the kernel's lock on a file of ours; the same terms as `only_one`."""
    try:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(path, flags, 0o666)
    except OSError as error:
        raise system_error(error, path.parent) from None
    if not _try(handle) and not _queue(handle, patience):
        raise WorkflowError("history.errors.busy")
    try:
        yield handle
    finally:
        os.close(handle)


def _try(handle: int) -> bool:
    """Take the lock if it is free."""
    try:
        import fcntl
    except ImportError:
        return _try_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _queue(handle: int, patience: float) -> bool:
    """Wait for the lock in the kernel's queue, so that nobody waits for ever.

    Asking again and again would leave the lock to whoever asks most. A thread waits, for the
    kernel knows no time limit; one that gets the lock too late gives it back.
    """
    if os.name != "posix":
        return _ask_again(handle, patience)
    import fcntl

    settled = threading.Lock()
    got, late = threading.Event(), threading.Event()

    def wait() -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        finally:
            with settled:
                if late.is_set():
                    os.close(handle)
                else:
                    got.set()

    threading.Thread(target=wait, daemon=True).start()
    got.wait(patience)
    with settled:
        if not got.is_set():
            late.set()
    return got.is_set()


def _ask_again(handle: int, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if _try(handle):
            return True
        time.sleep(0.01)
    os.close(handle)
    return False


def _try_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True


def private_folder(history: History) -> Path:
    """The folder in the git directory for what is not part of the history."""
    folder = history.common_dir / PRIVATE
    try:
        for name in ("", "journal", "drafts", "aside"):
            path = folder / name
            if path.is_symlink():
                raise WorkflowError("history.errors.link", path=path)
            path.mkdir(exist_ok=True)
    except OSError as error:
        raise system_error(error, folder) from None
    return folder


def git_locks(history: History) -> tuple[Path, ...]:
    """The locks of git's that a save would have to take and that are there now."""
    usual = [history.git_dir / "index.lock", history.git_dir / "HEAD.lock"]
    with suppress(WorkflowError):
        usual.append(history.common_dir / f"{history.branch()}.lock")
    return tuple(path for path in usual if os.path.lexists(path))


def remove_stale_locks(history: History, since: float, until: float) -> tuple[Path, ...]:
    """Remove git's locks that a dead program of ours left between two moments (epoch seconds).

    Only call it while holding our lock, with the moments of a journal that was left behind.
    A lock is kept if it is older, if it is much younger, or if any git runs in this repository.
    """
    found = []
    for path in git_locks(history):
        try:
            made = path.lstat().st_mtime
        except FileNotFoundError:
            continue
        if since - _SLACK <= made <= until + _LONGEST and not _git_runs_in(history):
            with suppress(FileNotFoundError):
                path.unlink()
                found.append(path)
    for path in history.git_dir.glob("next-index-*.lock"):
        number = path.stem.rpartition("-")[2]
        if number.isdecimal() and not is_alive(int(number)):
            path.unlink(missing_ok=True)
    return tuple(found)


def is_alive(process: int) -> bool:
    """Whether a process of that number runs."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def started(process: int) -> str:
    """When a process was started, in the kernel's own count; empty where that is not known.

    Number and start together name a process for good: numbers alone are used again.
    """
    try:
        facts = Path(f"/proc/{process}/stat").read_text("ascii", "replace")
    except OSError:
        return ""
    return facts.rpartition(")")[2].split()[19]


def _git_runs_in(history: History) -> bool:
    """Whether a git command is at work in this repository, as far as the system can tell."""
    places = (history.top, history.git_dir.resolve(), history.common_dir.resolve())
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if not (entry / "comm").read_text("utf-8", "replace").startswith("git"):
                continue
            if (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] == "Z":
                continue
            where = (entry / "cwd").readlink()
        except OSError:
            continue
        if any(where == place or where.is_relative_to(place) for place in places):
            return True
    return False


def describe_lock(path: Path) -> WorkflowError:
    """What to say about a lock that is not provably ours."""
    try:
        minutes = max(0, int((time.time() - path.lstat().st_mtime) / 60))
    except OSError:
        minutes = 0
    return WorkflowError("history.errors.foreign_lock", path=path, minutes=minutes)
