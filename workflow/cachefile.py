"""A file with what was worked out before, quick to read, that may be deleted at any time.

It holds plain values as Python itself packs them. It counts only where it begins with the mark
of who reads it: the mark names the version of Python and of what is kept, and a place on this
machine, so that a file that came along with a copy is never unpacked.
"""

import gc
import marshal
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

CACHE = ".cache"
"""How the names of such files end."""
_PYTHON = f"{sys.implementation.cache_tag} {marshal.version}"


@contextmanager
def without_collecting() -> Iterator[None]:
    """While thousands of values are made that stay, nothing looks again and again for litter."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def read_cache(path: Path, mark: str) -> object:
    """What was kept under this mark, or None where there is nothing whole."""
    try:
        head, _, packed = path.read_bytes().partition(b"\n")
        if head != _head(mark, packed):
            return None
        return marshal.loads(packed)
    except (OSError, ValueError, EOFError, TypeError):
        return None


def is_whole(path: Path) -> bool:
    """Whether a file was written by this version of Python and is not damaged."""
    try:
        head, _, packed = path.read_bytes().partition(b"\n")
    except OSError:
        return False
    words = head.decode("utf-8", "replace")
    return words.startswith(_PYTHON) and words.endswith(_sum(packed))


def write_cache(path: Path, mark: str, values: tuple[Any, ...] | dict[str, Any]) -> None:
    """Keep plain values; where that fails, they will be worked out again."""
    try:
        packed = marshal.dumps(values)
    except ValueError:  # days, say, are no plain values
        return
    half = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        half.write_bytes(_head(mark, packed) + b"\n" + packed)
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _head(mark: str, packed: bytes | memoryview) -> bytes:
    """The first line: a half-written or damaged file does not have the sum that it names."""
    words = mark.replace("\n", " ")
    return f"{_PYTHON} {words} {_sum(packed)}".encode("utf-8", "replace")


def _sum(packed: bytes | memoryview) -> str:
    return f"{zlib.crc32(packed):08x}"
