"""Whose repository it is: hooks and signing programs run only where the user wants that.

A folder that was copied from somewhere (an archive, a stick, a share) brings its own hooks and
settings, which could run anything. They are left alone until the user agrees once. Agreement
is a mark in the private folder that holds for this folder on this machine only, so that it
cannot come along with a copy.
"""

import hashlib
import os
import uuid
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.history.durable import read_file, write_file
from workflow.history.repository import PRIVATE, History
from workflow.history.settings import active_hooks, hooks_are_the_users, shown_keys, signs

_MARK = f"{PRIVATE}/owner"


def fingerprint(history: History) -> bytes:
    """What names this repository in this place on this machine, and no copy of it."""
    return _fingerprint(history.common_dir)


def cache_place(root: Path) -> tuple[Path, str] | None:
    """The private folder and the mark of a workspace's repository, found without git.

    For what the first screen wants before git is loaded; None where nothing was kept yet.
    """
    for folder in (root, *root.parents):
        git = folder / ".git"
        try:
            if git.is_file():
                git = Path(folder, git.read_text("utf-8").removeprefix("gitdir:").strip())
                common = git / "commondir"
                git = Path(git, common.read_text("utf-8").strip()) if common.is_file() else git
            private = git / PRIVATE
            if private.is_dir() and not private.is_symlink():
                return private, _fingerprint(git).decode()
            if git.is_dir():
                return None
        except (OSError, UnicodeDecodeError):
            return None
    return None


def _fingerprint(common_dir: Path) -> bytes:
    facts = common_dir.stat()
    try:
        machine = Path("/etc/machine-id").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        machine = str(uuid.getnode())
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    parts = (machine, user, common_dir.resolve(), facts.st_dev, facts.st_ino)
    return (
        hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "replace")).hexdigest().encode()
    )


def is_trusted(history: History) -> bool:
    """Whether the user agreed, or made the repository with this program, here."""
    return read_file(history.common_dir, _MARK) == fingerprint(history)


def trust(history: History) -> None:
    """The user agrees that the hooks and programs of this repository run on a save."""
    write_file(history.common_dir, _MARK, fingerprint(history))


def would_run(history: History) -> tuple[str, ...]:
    """What the repository itself would run or fetch, by name: hooks and settings."""
    settings = history.settings()
    hooks = active_hooks(settings, history.common_dir, history.top)
    if hooks_are_the_users(settings):
        hooks = ()
    keys = shown_keys(settings.executable)
    return (*hooks, *(key for key in keys.split(", ") if key))


def asks_for_trust(history: History) -> tuple[str, ...]:
    """What a save would run of the repository's own, if the user has not agreed to it yet.

    Names of hooks and keys; as long as there are any, nothing can be saved.
    """
    settings = history.settings()
    hooks = active_hooks(settings, history.common_dir, history.top)
    asked = () if hooks_are_the_users(settings) else hooks
    if signs(settings):
        asked += tuple(key for key in settings.executable if key.startswith("gpg."))
    return () if is_trusted(history) else asked


def check_hooks(history: History) -> bool:
    """Whether a commit has to be made by `git commit`, for hooks or for a signature.

    Raises WorkflowError where that would run a program of the repository's own to which the
    user has not agreed.
    """
    settings = history.settings()
    hooks = active_hooks(settings, history.common_dir, history.top)
    if not hooks and not signs(settings):
        return False
    if asked := asks_for_trust(history):
        raise WorkflowError("history.errors.untrusted", what=", ".join(asked))
    return True
