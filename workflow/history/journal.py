"""What is written down before a save begins, so that a killed save can be finished."""

import base64
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workflow.errors import WorkflowError
from workflow.history.durable import read_file, remove_file, write_file
from workflow.history.locks import private_folder
from workflow.history.privatefolder import PRIVATE
from workflow.history.repository import History

_FOLDER = "journal"


@dataclass(frozen=True, slots=True)
class Change:
    """What a save does to one file."""

    path: str
    """Relative to the workspace."""
    new: bytes | None
    """Its content after the save; None if it goes."""
    head: str
    """Name of the blob in the newest commit when the save began, or empty."""
    disk: bytes | None
    """Its content on disk when the save began."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A save that has begun."""

    worktree: str
    branch: str
    message: bytes
    signature: str
    changes: tuple[Change, ...]
    when: float = 0.0
    """Epoch seconds."""
    process: int = 0
    name: str = field(default="", compare=False)
    """Name of its file."""


def write_entry(history: History, entry: Entry) -> Entry:
    """Force the entry to disk; gives it back with moment, process and file name."""
    when, process = time.time(), os.getpid()
    name = f"{int(when * 1e6):017d}-{process}.json"
    entry = Entry(
        entry.worktree, entry.branch, entry.message, entry.signature, entry.changes,
        when, process, name,
    )  # fmt: skip
    content = json.dumps(_as_plain(entry)).encode()
    write_file(history.common_dir, f"{PRIVATE}/{_FOLDER}/{name}", content)
    return entry


def read_entries(history: History) -> tuple[Entry, ...]:
    """Saves of this work tree that were begun and not ended, the oldest first.

    A damaged entry is moved aside: it was being written when the program ended, so the save
    had not begun.
    """
    found = []
    for path in sorted((private_folder(history) / _FOLDER).glob("*.json")):
        try:
            content = read_file(history.common_dir, f"{PRIVATE}/{_FOLDER}/{path.name}")
            entry = _from_plain(json.loads(content or b""), path.name)
        except (ValueError, KeyError, TypeError, WorkflowError):
            path.rename(path.with_suffix(".damaged"))
            continue
        if entry.worktree == str(history.top):
            found.append(entry)
    return tuple(found)


def end_entry(history: History, entry: Entry) -> None:
    """The save has ended, well or not: forget the entry. Finding it again would do no harm."""
    remove_file(history.common_dir, f"{PRIVATE}/{_FOLDER}/{entry.name}", forced=False)


def _as_plain(entry: Entry) -> dict[str, Any]:
    return {
        "worktree": entry.worktree,
        "branch": entry.branch,
        "message": _as_text(entry.message),
        "signature": entry.signature,
        "when": entry.when,
        "process": entry.process,
        "changes": [
            {
                "path": change.path,
                "new": _as_text(change.new),
                "head": change.head,
                "disk": _as_text(change.disk),
            }
            for change in entry.changes
        ],
    }


def _from_plain(values: Mapping[str, Any], name: str) -> Entry:
    changes = tuple(
        Change(
            str(change["path"]),
            _as_bytes(change["new"]),
            str(change["head"]),
            _as_bytes(change["disk"]),
        )
        for change in values["changes"]
    )
    return Entry(
        str(values["worktree"]),
        str(values["branch"]),
        _as_bytes(values["message"]) or b"",
        str(values["signature"]),
        changes,
        float(values["when"]),
        int(values["process"]),
        name,
    )


def _as_text(content: bytes | None) -> dict[str, str] | None:
    """Text as text, so that a person can read a journal; anything else in base 64."""
    if content is None:
        return None
    try:
        return {"text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode("ascii")}


def _as_bytes(value: Mapping[str, str] | None) -> bytes | None:
    if value is None:
        return None
    return value["text"].encode() if "text" in value else base64.b64decode(value["base64"])
