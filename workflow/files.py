"""Files below a folder, opened step by step so that no link on the way is followed.

Checking a path first and opening it afterwards leaves a moment in which a folder can be swapped
for a link that leads elsewhere; a handle on each folder leaves none.
"""

import errno
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BY_HANDLE = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd
"""Whether this system opens files relative to a handle on their folder."""
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
BINARY = getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | NO_FOLLOW
_FILE = os.O_RDONLY | NO_FOLLOW | BINARY
_AT_ONCE = 1 << 16
"""Bytes that are asked for at a time."""
_KIND, _PLAIN = 0o170000, 0o100000

Stamp = tuple[int, int, int]
"""What tells whether a file is another by now: its time in nanoseconds, size and inode."""


@contextmanager
def folder_handle(root: Path, parts: Sequence[str], *, make: bool = False) -> Iterator[int]:
    """A handle on a folder below the root, opened step by step; raises OSError.

    `make` makes folders that are missing, on disk before it goes on.
    """
    handle = os.open(root, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        for part in parts:
            if make:
                try:
                    os.mkdir(part, dir_fd=handle)
                    os.fsync(handle)
                except FileExistsError:
                    pass
            inner = os.open(part, _FOLDER, dir_fd=handle)
            os.close(handle)
            handle = inner
        yield handle
    finally:
        os.close(handle)


def read_from(name: str, folder: int | None = None, size: int = -1) -> bytes:
    """The content of a file in the folder of that handle; OSError where it is a link.

    Whoever knows how long it is spares a second look for its end.
    """
    handle = os.open(name, _FILE, dir_fd=folder)
    try:
        parts = [os.read(handle, _AT_ONCE)]
        if len(parts[0]) == size:
            return parts[0]
        while parts[-1]:
            parts.append(os.read(handle, _AT_ONCE))
        return b"".join(parts)
    finally:
        os.close(handle)


def read_below(root: Path, parts: Sequence[str]) -> bytes:
    """The content of a file below the root; raises OSError, also where a step is a link."""
    if not BY_HANDLE:
        refuse_links(root, parts)
        return root.joinpath(*parts).read_bytes()
    with folder_handle(root, parts[:-1]) as folder:
        return read_from(parts[-1], folder)


def refuse_links(root: Path, parts: Sequence[str]) -> None:
    """Raise OSError if a step on the way is a link (for systems without handles)."""
    step = root
    for part in parts:
        step = step / part
        if step.is_symlink():
            raise OSError(errno.ELOOP, "link")


def stamps_in(folder: str, endings: tuple[str, ...]) -> dict[str, Stamp]:
    """The stamps of the plain files in a folder whose names end so, by name; none of a link."""
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(endings):
                facts = entry.stat(follow_symlinks=False)
                if facts.st_mode & _KIND == _PLAIN:
                    found[entry.name] = (facts.st_mtime_ns, facts.st_size, facts.st_ino)
    return found


def stamp_of_file(path: Path) -> Stamp | None:
    """The stamp of one file, links followed; None where it cannot be had."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


def unix_lines(content: bytes) -> bytes:
    """The content with the line ends that the history keeps."""
    return content.replace(b"\r\n", b"\n")


def blob_name(content: bytes) -> str:
    """The name that git gives to a content."""
    header = f"blob {len(content)}\0".encode()
    return hashlib.sha1(header + content, usedforsecurity=False).hexdigest()
