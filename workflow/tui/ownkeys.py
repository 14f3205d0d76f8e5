"""The user's own keys: `keys.toml` beside what the program remembers, one line per command.

    "board.import" = "ctrl+n"
    "item.next_step" = ["space", "n"]

The names are those of the key table in the manual; the keys that are given replace all others of
that command.
"""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from workflow.folders import config_folder
from workflow.languages import say
from workflow.tui.commands import BY_ID

FILE = "keys.toml"


def own_keys(path: Path | None = None) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Keys by command as Textual wants them, and what is wrong with the file, in sentences."""
    path = path or config_folder() / FILE
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return {}, (say("tui.own_keys.unreadable", path=path, detail=str(error)),)
    keys: dict[str, str] = {}
    wrong: list[str] = []
    for name, value in _flat(values):
        chosen = [value] if isinstance(value, str) else value
        if name not in BY_ID:
            near = get_close_matches(name, BY_ID, n=1, cutoff=0)
            wrong.append(say("tui.own_keys.unknown", path=path, name=name, nearest=near[0]))
        elif not (
            isinstance(chosen, list) and chosen and all(isinstance(k, str) and k for k in chosen)
        ):
            wrong.append(say("tui.own_keys.no_key", path=path, name=name))
        else:
            keys[name] = ",".join(chosen)
    return keys, (*wrong, *_twice(keys, path))


def _flat(values: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """`[board]` with `import = ...` means the same as `"board.import" = ...`."""
    found: list[tuple[str, Any]] = []
    for key, value in values.items():
        if isinstance(value, dict):
            found += _flat(value, f"{before}{key}.")
        else:
            found.append((before + key, value))
    return found


def _twice(keys: Mapping[str, str], path: Path) -> tuple[str, ...]:
    """One key for two commands of one place reaches only the first of them."""
    wrong = []
    taken: dict[tuple[str, str], str] = {}
    for command in BY_ID.values():
        for key in keys.get(command.id, ",".join(command.keys)).split(","):
            other = taken.setdefault((command.context, key), command.id)
            if key and other != command.id:
                sentence = say(
                    "tui.own_keys.twice", path=path, key=key, first=other, second=command.id
                )
                wrong.append(sentence)
    return tuple(wrong)
