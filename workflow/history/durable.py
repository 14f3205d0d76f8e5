"""Files that are whole or not there: written aside, forced to disk, then put in place.

Every step of a path is opened without following links, so that nothing outside the folder can
be read or written, also when a folder is swapped for a link at the worst moment.
"""

import errno
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from workflow.errors import WorkflowError
from workflow.files import (
    BINARY,
    BY_HANDLE,
    NO_FOLLOW,
    folder_handle,
    read_below,
    refuse_links,
)
from workflow.history.words import system_error

_LINK_ERRORS = {errno.ELOOP, errno.EMLINK, errno.ENOTDIR}


def checked_parts(path: str) -> tuple[str, ...]:
    """The steps of a relative path; WorkflowError where it could lead outside."""
    parts = tuple(path.split("/"))
    bad = any(part in ("", ".", "..") or "\0" in part or "\\" in part for part in parts)
    if bad or PurePosixPath(path).is_absolute() or ".git" in {part.lower() for part in parts}:
        raise WorkflowError("history.errors.bad_path", path=path)
    return parts


def read_file(root: Path, path: str) -> bytes | None:
    """The content of a file below the root, or None where there is none."""
    try:
        return read_below(root, checked_parts(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _explained(error, root, path) from None


def write_file(
    root: Path,
    path: str,
    content: bytes,
    aside: Path | None = None,
    *,
    folders: set[str] | None = None,
) -> None:
    """Write a file below the root; after return it is on disk.

    `aside` is the folder for the half-written file; where it is on another disk, or not
    given, that is the file's own folder. Whoever writes many files gives a set: the file's
    folder is noted there instead of being forced to disk, for `force_folders` when all are written.
    """
    parts = checked_parts(path)
    if folders is not None:
        folders.add("/".join(parts[:-1]))
    try:
        if not BY_HANDLE:
            _write_plainly(root, parts, content)
            return
        with folder_handle(root, parts[:-1], make=True) as folder:
            _refuse_link(parts[-1], folder)
            if aside is not None:
                with folder_handle(aside, ()) as elsewhere:
                    if _put(parts[-1], content, elsewhere, folder, forced=folders is None):
                        return
            _put(parts[-1], content, folder, folder, forced=folders is None)
    except OSError as error:
        raise _explained(error, root, path) from None


def force_folders(root: Path, folders: Iterable[str]) -> None:
    """Force to disk which files stand in folders below the root; one that went is passed by."""
    if not BY_HANDLE:
        return
    for path in folders:
        try:
            with folder_handle(root, checked_parts(path) if path else ()) as folder:
                os.fsync(folder)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise _explained(error, root, path) from None


def _refuse_link(name: str, folder: int) -> None:
    with suppress(FileNotFoundError):
        facts = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if not (0o100000 <= facts.st_mode < 0o120000):
            raise OSError(errno.ELOOP, "link")


def _put(name: str, content: bytes, aside: int, folder: int, *, forced: bool) -> bool:
    """Write to `aside`, force to disk, move into `folder`; False where those are two disks."""
    half = f".{secrets.token_hex(8)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW | BINARY
    handle = os.open(half, flags, 0o666, dir_fd=aside)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            with suppress(FileNotFoundError):
                mode = os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode
                os.fchmod(file.fileno(), mode & 0o777)
            os.fsync(file.fileno())
        os.rename(half, name, src_dir_fd=aside, dst_dir_fd=folder)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(half, dir_fd=aside)
        if isinstance(error, OSError) and error.errno == errno.EXDEV:
            return False
        raise
    if forced:
        os.fsync(folder)
    return True


def remove_file(root: Path, path: str, *, prune: bool = False, forced: bool = True) -> None:
    """Remove a file below the root; after return that is on disk, unless not `forced`.

    `prune` also removes folders that are left empty, but not the first below the root.
    """
    parts = checked_parts(path)
    try:
        if not BY_HANDLE:
            refuse_links(root, parts)
            (root / path).unlink(missing_ok=True)
        else:
            with folder_handle(root, parts[:-1]) as folder:
                os.unlink(parts[-1], dir_fd=folder)
                if forced:
                    os.fsync(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _explained(error, root, path) from None
    for depth in range(len(parts) - 1 if prune else 0, 1, -1):
        try:
            root.joinpath(*parts[:depth]).rmdir()
        except OSError:
            return


def _explained(error: OSError, root: Path, path: str) -> WorkflowError:
    if error.errno in _LINK_ERRORS:
        return WorkflowError("history.errors.link", path=path)
    return system_error(error, root / path)


# Where folders cannot be held by a handle (Windows)


def _write_plainly(root: Path, parts: tuple[str, ...], content: bytes) -> None:
    refuse_links(root, parts)
    target = root.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with half.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
