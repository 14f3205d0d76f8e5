"""The program's own folder in a repository, found without git.

For what the first screen wants before git is loaded.
"""

import hashlib
import os
from pathlib import Path

PRIVATE = "workflow"
"""Folder in the git directory for drafts, journals and caches."""


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
                return private, place_mark(git).decode()
            if git.is_dir():
                return None
        except (OSError, UnicodeDecodeError):
            return None
    return None


def place_mark(common_dir: Path) -> bytes:
    """What names a repository in this place on this machine, and no copy of it."""
    facts = common_dir.stat()
    try:
        machine = Path("/etc/machine-id").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        import uuid

        machine = str(uuid.getnode())
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    parts = (machine, user, common_dir.resolve(), facts.st_dev, facts.st_ino)
    return (
        hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "replace")).hexdigest().encode()
    )
