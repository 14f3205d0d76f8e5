"""Typed text that is not saved yet, on disk within a second.

Every program keeps its own: a draft of a program that still runs is that program's business,
one of a program that ended is offered at the next start.
"""

import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.history.durable import read_file, remove_file, write_file
from workflow.history.locks import is_alive, private_folder, started
from workflow.history.privatefolder import PRIVATE
from workflow.history.repository import History

_FOLDER = f"{PRIVATE}/drafts"


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that was typed and not saved."""

    key: str
    """What it belongs to: the path of its file in the workspace."""
    text: str
    when: datetime
    """When it was last changed, in UTC."""
    base: str | None = None
    """The text that the edit started from, if known."""
    name: str = ""
    """Name of its file."""
    source: tuple[str, ...] = ()
    """The source sentences that its numbers meant; empty where that is not known."""
    put_off: bool = False
    """Whether somebody is to decide about it later."""


def _name(history: History, key: str, process: int) -> str:
    digest = hashlib.sha256(f"{history.top}\0{history.prefix}\0{key}".encode()).hexdigest()[:24]
    return f"{digest}-{process}.json"


def keep_draft(
    history: History,
    key: str,
    text: str,
    base: str | None = None,
    *,
    source: Sequence[str] = (),
    left_behind: bool = False,
) -> None:
    """Force the text to disk. `left_behind`: it is not this program's, so it will be offered.

    `base` and `source` say what it was typed on: the file and the source sentences as they were,
    so that it can be joined with what others make of them until it is offered.

    Touches files only, so it may be called from any thread.
    """
    process = 0 if left_behind else os.getpid()
    values = {
        "worktree": str(history.root),
        "key": key,
        "text": text,
        "base": base,
        "source": list(source),
        "when": time.time(),
        "process": process,
        "started": started(process) if process else "",
    }
    private_folder(history)
    name = _name(history, key, process)
    content = json.dumps(values).encode()
    write_file(history.common_dir, f"{_FOLDER}/{name}", content)


def drafts(history: History) -> tuple[Draft, ...]:
    """The drafts of programs that ended, and of this one; the newest first."""
    return tuple(sorted(_own(history), key=lambda draft: draft.when, reverse=True))


def drop_draft(history: History, key: str) -> None:
    """Forget the drafts of this key.

    Not those of another program that still runs, nor what somebody is to decide about later.
    """
    for draft in drafts(history):
        if draft.key == key and not draft.put_off:
            remove_file(history.common_dir, f"{_FOLDER}/{draft.name}")


def put_off(history: History, name: str, off: bool = True) -> None:
    """Keep the draft of this name until somebody decides; or, if not `off`, no more.

    What is typed and saved meanwhile leaves it alone.
    """
    draft = next((draft for draft in drafts(history) if draft.name == name), None)
    if draft is None or draft.put_off == off:
        return
    path = later = f"{_FOLDER}/{name}"
    if name == _name(history, draft.key, os.getpid()):
        # What is typed from now on takes its name.
        later = f"{_FOLDER}/{_name(history, draft.key, time.time_ns())}"
    values = json.loads(read_file(history.common_dir, path) or b"{}")
    values |= {"put_off": off, "process": 0, "started": ""}
    write_file(history.common_dir, later, json.dumps(values).encode())
    if later != path:
        remove_file(history.common_dir, path)


def _own(history: History) -> Iterator[Draft]:
    """The drafts of this workspace that no other program that still runs owns."""
    folder: Path = private_folder(history) / "drafts"
    for path in sorted(folder.glob("*.json")):
        try:
            values = json.loads(read_file(history.common_dir, f"{_FOLDER}/{path.name}") or b"")
            process = int(values["process"])
            foreign = (
                process not in (0, os.getpid())
                and is_alive(process)
                and values["started"] == started(process)
            )
            draft = Draft(
                str(values["key"]),
                str(values["text"]),
                datetime.fromtimestamp(float(values["when"]), UTC),
                values["base"],
                path.name,
                tuple(map(str, values.get("source", ()))),
                bool(values.get("put_off")),
            )
            here = values["worktree"] == str(history.root)
        except (ValueError, KeyError, TypeError, WorkflowError, OverflowError):
            continue
        if here and not foreign:
            yield draft
