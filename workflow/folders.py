"""Where a person's own files belong on this system: settings, memory, the log, caches."""

import os
import sys
from pathlib import Path

_NAME = "council-workflow"


def config_folder() -> Path:
    """The folder for settings: XDG's on Linux, Application Support on macOS, APPDATA on Windows."""
    return _folder("XDG_CONFIG_HOME", "APPDATA", "Library/Application Support", ".config")


def log_folder() -> Path:
    """The folder for the log."""
    return _folder("XDG_STATE_HOME", "LOCALAPPDATA", "Library/Logs", ".local/state")


def cache_folder() -> Path:
    """The folder for what was worked out before and may be deleted at any time."""
    return _folder("XDG_CACHE_HOME", "LOCALAPPDATA", "Library/Caches", ".cache")


def _folder(variable: str, windows: str, mac: str, other: str) -> Path:
    if chosen := os.environ.get(variable):
        return Path(chosen) / _NAME
    if sys.platform == "win32" and (chosen := os.environ.get(windows)):
        return Path(chosen) / _NAME
    return Path.home() / (mac if sys.platform == "darwin" else other) / _NAME
