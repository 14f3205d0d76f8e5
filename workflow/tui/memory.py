"""What the program remembers of a person between runs: a folder, a theme, the tour.

One small JSON file below the user's own configuration folder; where it cannot be read or
written, nothing is remembered and nobody is bothered.
"""

import json
from contextlib import suppress
from pathlib import Path

from workflow.folders import config_folder


def _file() -> Path:
    return config_folder() / "memory.json"


def _read() -> dict[str, str]:
    try:
        values = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(key): str(value) for key, value in values.items()}


def recall(key: str) -> str:
    """What was remembered, or an empty string."""
    return _read().get(key, "")


def remember(key: str, value: str) -> None:
    """Remember a value."""
    values = _read() | {key: value}
    with suppress(OSError):
        path = _file()
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".new")
        temporary.write_text(json.dumps(values, ensure_ascii=False, indent=1), "utf-8")
        temporary.replace(path)
