"""What people saw of an item, kept in the git directory: never part of the history.

For each person the text as they last saw it; for all together the source sentences that have
been in sight.
"""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from workflow.report.model import Item


def _file(folder: Path, key: str, person: str) -> Path:
    digest = hashlib.sha256(f"{key}\0{person}".encode()).hexdigest()[:24]
    return folder / "seen" / f"{digest}.json"


def last_seen(folder: Path, key: str, person: str) -> tuple[str, datetime] | None:
    """The text that the person last saw and when, or None where that is not known."""
    try:
        values = json.loads(_file(folder, key, person).read_text("utf-8"))
        return str(values["text"]), datetime.fromtimestamp(float(values["when"]), UTC)
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def mark_seen(folder: Path, key: str, person: str, text: str, when: datetime) -> None:
    """Remember what the person sees now; where that cannot be kept, nobody is bothered."""
    _write(_file(folder, key, person), {"text": text, "when": when.timestamp()})


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:12]


def looked_at(folder: Path, key: str, item: Item) -> frozenset[int]:
    """Numbers of the item's sentences that anybody here has had in sight."""
    try:
        known = set(json.loads(_file(folder, key, "").read_text("utf-8"))["looked"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset(s.number for s in item.sentences if _digest(s.text) in known)


def mark_looked(folder: Path, key: str, item: Item, numbers: frozenset[int]) -> None:
    """Remember which sentences have been in sight, by their words: numbers may change."""
    now = numbers | looked_at(folder, key, item)
    words = sorted({_digest(s.text) for s in item.sentences if s.number in now})
    _write(_file(folder, key, ""), {"looked": words})


def _write(path: Path, values: dict[str, object]) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_suffix(".new")
        temporary.write_text(json.dumps(values), "utf-8")
        temporary.replace(path)
    except OSError:
        return
