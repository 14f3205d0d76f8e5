"""The log file: what the program did, for whoever must find out why something went wrong.

It holds commands, jobs, and kinds of errors with their place in the program. Words of reports and
summaries, file names and messages go in only where the setting `log_texts` asks for them. Where
the file cannot be written, nothing is logged and nobody is bothered.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from workflow.folders import log_folder

LEVELS = ("off", "error", "warning", "info", "debug")
"""From silent to talkative."""
LONGEST = 500_000
"""Bytes after which the file is put aside and begun anew."""

_level = "warning"
_texts = False


def log_file() -> Path:
    """Where the log stands."""
    return log_folder() / "workflow.log"


def configure(level: str, texts: bool) -> None:
    """Say how much is logged from now on; `WORKFLOW_LOG` in the environment overrules `level`."""
    global _level, _texts
    asked = os.environ.get("WORKFLOW_LOG", "")
    _level = asked if asked in LEVELS else level
    _texts = texts


def settings() -> tuple[str, bool]:
    """How much is logged, as `configure` takes it."""
    return _level, _texts


def write(level: str, event: str, **texts: object) -> None:
    """Log an event; `texts` may hold words of users and go in only where that is asked for."""
    if LEVELS.index(level) > LEVELS.index(_level):
        return
    parts = [time.strftime("%Y-%m-%dT%H:%M:%S%z"), str(os.getpid()), level, event]
    if _texts:
        parts += [f"{name}={value!r}" for name, value in texts.items()]
    line = " ".join(parts).replace("\n", " ").encode("utf-8", "backslashreplace") + b"\n"
    with suppress(OSError):
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LONGEST:
            path.replace(path.with_suffix(".old.log"))
        with path.open("ab") as file:
            file.write(line)


def write_error(event: str, error: BaseException, *, level: str = "error") -> None:
    """Log an error: its kind and its place in the program, never what it says."""
    import traceback

    key = getattr(error, "key", "")
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
    kind = type(error).__name__ + (f" {key}" if isinstance(key, str) and key else "")
    write(level, f"{event}: {kind} at {places or '-'}", message=str(error))
