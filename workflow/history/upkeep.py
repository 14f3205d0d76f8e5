"""What keeps reading fast, in idle moments; and what to warn about at opening."""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.history.durable import read_file, write_file
from workflow.history.locks import git_locks, private_folder
from workflow.history.ownership import is_trusted, would_run
from workflow.history.privatefolder import PRIVATE
from workflow.history.repository import History
from workflow.languages import say

_MARK = f"{PRIVATE}/graph"
_GRAPHS = ("commit-graph", "commit-graphs/commit-graph-chain")
_COMMIT = re.compile(r"[0-9a-f]{40}\Z")
_EVERY = 50
"""Commits after which the graph gets a new layer."""
_LOOSE = 2000
"""Loose objects from which they are packed."""
_OLD_LOCK = 60.0
"""Seconds from which somebody else's lock is worth a word."""
_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "nextcloud": "Nextcloud",
}
_NETWORKS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}


def tidy(history: History, until: Callable[[], bool] = lambda: False) -> tuple[str, ...]:
    """Do what is due of the upkeep; gives the names of what was done.

    Call it when nobody is waiting. Nothing depends on it: a graph of the commits for reading
    one file's history, and loose objects packed. It holds no lock and makes way: once anybody
    saves in this repository, or `until` says so, what is under way is ended.
    """

    def busy() -> bool:
        return until() or any((private_folder(history) / "journal").glob("*.json"))

    done = []
    with suppress(WorkflowError):
        for name, task in _TASKS.items():
            if not busy() and task(history, busy):
                done.append(name)
    return tuple(done)


def _graph(history: History, busy: Callable[[], bool]) -> bool:
    """Add a layer to the graph of commits once enough are missing from it."""
    tip = history.tip()
    if not tip or _is_covered(history, tip):
        return False
    arguments = ["commit-graph", "write", "--reachable", "--changed-paths", "--split"]
    if history.git(arguments, until=busy).code:
        return False
    write_file(history.common_dir, _MARK, tip.encode())
    return True


def _is_covered(history: History, tip: str) -> bool:
    """Whether the graph holds nearly every commit."""
    folder = history.common_dir / "objects" / "info"
    if not any((folder / name).is_file() for name in _GRAPHS):
        return False
    known = (read_file(history.common_dir, _MARK) or b"").decode("ascii", "replace")
    if not _COMMIT.match(known):
        return False
    counted = history.git(["rev-list", "--count", f"--max-count={_EVERY}", tip, f"^{known}"])
    return counted.code == 0 and int(counted.text) < _EVERY


def _pack(history: History, busy: Callable[[], bool]) -> bool:
    """Pack loose objects once there are many; the packs are joined bit by bit."""
    # Git spreads loose objects over 256 folders: one of them tells how many there are.
    if len(list((history.common_dir / "objects" / "17").glob("*"))) * 256 < _LOOSE:
        return False
    run = ["maintenance", "run", "--quiet"]
    if history.git([*run, "--task=loose-objects"], until=busy).code:
        return False
    return history.git([*run, "--task=incremental-repack"], until=busy).code == 0


_TASKS = {"graph": _graph, "pack": _pack}


def notices(history: History) -> tuple[str, ...]:
    """What a person should know about this place, one sentence each; empty if all is well."""
    found = []
    parts = [part.casefold() for part in history.root.parts]
    for mark, service in _CLOUDS.items():
        if any(mark in part for part in parts):
            found.append(say("history.notices.cloud", where=history.root, service=service))
            break
    if str(history.root).startswith(("\\\\", "//")) or _filesystem(history.root) in _NETWORKS:
        found.append(say("history.notices.network", where=history.root))
    if history.prefix:
        found.append(say("history.notices.parent", top=history.top))
    for path in git_locks(history):
        age = time.time() - path.lstat().st_mtime
        if age > _OLD_LOCK:
            found.append(say("history.notices.lock", path=path, minutes=int(age / 60)))
    wanted = would_run(history)
    if wanted and not is_trusted(history):
        found.append(say("history.notices.untrusted", what=", ".join(wanted)))
    return tuple(found)


def _filesystem(path: Path) -> str:
    """The kind of file system that a folder lies on; empty where the system does not say."""
    try:
        lines = Path("/proc/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        _, where, found = line.split(" ")[:3]
        where = where.replace("\\040", " ")
        if path.is_relative_to(where) and len(where) >= len(best):
            best, kind = where, found
    return kind
