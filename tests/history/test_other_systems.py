"""What the history does on systems without folder handles or file locks of this kind."""

import os
import sys
from types import SimpleNamespace

import pytest

from workflow.errors import WorkflowError
from workflow.history import durable, locks


@pytest.fixture
def plain(monkeypatch):
    """A system on which files are written by name."""
    monkeypatch.setattr(durable, "BY_HANDLE", False)


def test_files_are_written_and_removed_by_name(plain, tmp_path):
    durable.write_file(tmp_path, "a/b/c.md", b"een")
    durable.write_file(tmp_path, "a/b/c.md", b"twee")
    durable.force_folders(tmp_path, ["a/b"])
    assert (tmp_path / "a/b/c.md").read_bytes() == b"twee"
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c.md"]
    durable.remove_file(tmp_path, "a/b/c.md")
    durable.remove_file(tmp_path, "a/b/c.md")
    assert not (tmp_path / "a/b/c.md").exists()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_nothing_is_written_through_a_link(plain, tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "elders", target_is_directory=True)
    with pytest.raises((WorkflowError, OSError)):
        durable.write_file(tmp_path, "a/c.md", b"een")
    assert list((tmp_path / "elders").iterdir()) == []


def test_a_write_that_fails_leaves_no_half_file(plain, tmp_path, monkeypatch):
    durable.write_file(tmp_path, "c.md", b"een")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises((WorkflowError, OSError)):
        durable.write_file(tmp_path, "c.md", b"twee")
    assert [path.name for path in tmp_path.iterdir()] == ["c.md"]
    assert (tmp_path / "c.md").read_bytes() == b"een"


def test_a_lock_is_taken_with_what_windows_has(tmp_path, monkeypatch):
    asked = []
    free = [False, False, True]

    def locking(handle, mode, size):
        asked.append((mode, size))
        if not free.pop(0):
            raise OSError("held")

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    handle = os.open(tmp_path / "lock", os.O_CREAT | os.O_RDWR)
    try:
        assert locks._ask_again(handle, 5)
        assert asked == [(2, 1)] * 3
    finally:
        os.close(handle)
    free += [False] * 1000
    handle = os.open(tmp_path / "lock", os.O_CREAT | os.O_RDWR)
    assert not locks._ask_again(handle, 0.05)
