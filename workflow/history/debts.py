"""Index entries that a save could not set, because somebody else held the index."""

import json
from collections.abc import Iterable, Mapping

from workflow.history.durable import read_file, remove_file, write_file
from workflow.history.privatefolder import PRIVATE
from workflow.history.repository import History


def _path(history: History) -> str:
    """One file per work tree: each has an index of its own."""
    if history.git_dir == history.common_dir:
        return f"{PRIVATE}/index.json"
    return f"{PRIVATE}/index-{history.git_dir.name}.json"


def read_debts(history: History) -> dict[str, str]:
    """By path: the name of the blob that the index still has, or an empty string for none."""
    content = read_file(history.common_dir, _path(history))
    try:
        values = json.loads(content or b"{}")
    except ValueError:
        return {}
    return {str(path): str(name) for path, name in values.items()}


def add_debts(history: History, debts: Mapping[str, str]) -> None:
    """Remember what the index has; what was remembered before stays."""
    known = read_debts(history)
    _write(history, {**debts, **known})


def clear_debts(history: History, paths: Iterable[str]) -> None:
    """These files are right in the index now."""
    known = read_debts(history)
    left = {path: name for path, name in known.items() if path not in set(paths)}
    if left != known:
        _write(history, left)


def _write(history: History, debts: Mapping[str, str]) -> None:
    if debts:
        content = json.dumps(debts, indent=0, sort_keys=True).encode()
        write_file(history.common_dir, _path(history), content)
    else:
        remove_file(history.common_dir, _path(history))
