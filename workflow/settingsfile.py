"""Where each setting comes from, and changing one in its file without touching the rest."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.config import SETTINGS, Setting, check_value, read_values, user_file
from workflow.errors import WorkflowError
from workflow.languages import say


@dataclass(frozen=True, slots=True)
class Held:
    """A setting with the value that holds now."""

    setting: Setting
    value: Any
    source: str
    """`default`, `house` or `own`."""
    path: Path | None
    """The file that it comes from, or None for a default."""


def held_settings(house: Path) -> tuple[Held, ...]:
    """Every setting with its value; `house` is the workspace's file, which need not exist.

    Raises WorkflowError where one of the files is not as it should be.
    """
    own_path = user_file()
    shared, own = read_values(house), read_values(own_path, personal=True)
    found = []
    for setting in SETTINGS:
        if setting.name in own:
            found.append(Held(setting, own[setting.name], "own", own_path))
        elif setting.name in shared:
            found.append(Held(setting, shared[setting.name], "house", house))
        else:
            found.append(Held(setting, setting.default, "default", None))
    return tuple(found)


def render_value(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        pairs = (f"{_key(name)} = {render_value(entry)}" for name, entry in value.items())
        return "{ " + ", ".join(pairs) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(render_value, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return str(value)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else render_value(name)


def parse_value(setting: Setting, text: str) -> Any:
    """A value as a person types it; WorkflowError where it is not of the setting's kind."""
    text = text.strip()
    value: Any = text
    if isinstance(setting.default, bool):
        words = {say("settings.yes"): True, say("settings.no"): False}
        value = {**words, "true": True, "false": False, "1": True, "0": False}.get(text.lower())
    elif isinstance(setting.default, int):
        value = int(text) if re.fullmatch(r"-?\d{1,9}", text) else None
    elif isinstance(setting.default, dict):
        raise WorkflowError("settings.errors.by_hand", key=setting.name)
    elif setting.name == "own_government":
        value = _actor(text)
    check_value(setting, value)
    return value


def _actor(typed: str) -> str:
    """The id of an actor by its name or code: `Ireland`, `Iers`, `IE`, `land:IE`."""
    from workflow.positions.actors import named_actor

    found = named_actor(typed)
    if not found:
        raise WorkflowError("settings.errors.no_government", name=typed)
    return found


def with_value(text: str, name: str, value: Any) -> str:
    """The text of a settings file with one key set, or without it where `value` is None.

    Everything else stays as it is, comments included.
    """
    lines = text.splitlines(keepends=True)
    top = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    key = re.compile(rf"\s*(?:{re.escape(name)}|\"{re.escape(name)}\"|'{re.escape(name)}')\s*=")
    place = next((n for n, line in enumerate(lines[:top]) if key.match(line)), None)
    line = [] if value is None else [f"{name} = {render_value(value)}\n"]
    if place is not None:
        lines[place : place + 1] = line
        return "".join(lines)
    while top and not lines[top - 1].strip():
        top -= 1
    if line and top and not lines[top - 1].endswith("\n"):
        line.insert(0, "\n")
    return "".join([*lines[:top], *line, *lines[top:]])


def changed_text(path: Path, setting: Setting, value: Any, *, personal: bool) -> str:
    """The file's text with the setting changed; it is read back, so that no file gets broken."""
    if personal and not setting.personal:
        raise WorkflowError("settings.errors.not_personal", key=setting.name)
    if value is not None:
        check_value(setting, value)
    read_values(path, personal=personal)
    old = path.read_text("utf-8") if path.exists() else ""
    return with_value(old, setting.name, value)


def write_own(setting: Setting, value: Any) -> Path:
    """Change a person's own settings file; returns its path. None takes the setting out."""
    path = user_file()
    text = changed_text(path, setting, value, personal=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".new")
    half.write_text(text, "utf-8")
    half.replace(path)
    return path
