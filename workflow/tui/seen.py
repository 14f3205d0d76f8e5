"""What a person last saw of an item, kept in the git directory: never part of the history."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path


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
    path = _file(folder, key, person)
    try:
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_suffix(".new")
        temporary.write_text(json.dumps({"text": text, "when": when.timestamp()}), "utf-8")
        temporary.replace(path)
    except OSError:
        return
