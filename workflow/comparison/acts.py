"""Which acts and dossiers of the Union a text names, by any of their names (`acts.toml`)."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from workflow.comparison.tokens import plain

_WORD = re.compile(r"[^\W_]+(?:[-/'][^\W_]+)*")
_KEY = 3
"""Letters of a name's first word under which it is kept."""

Name = tuple[tuple[str, ...], bool, str]
"""The words of a name, whether the last one may go on, and the first name of the act."""


@lru_cache(maxsize=8_192)
def acts_in(text: str) -> frozenset[str]:
    """The acts that a text names, each by its first name."""
    words = _WORD.findall(plain(text))
    known = _names()
    return frozenset(
        act
        for at, word in enumerate(words)
        for name, goes_on, act in known.get(word[:_KEY], ())
        if _is_at(words[at : at + len(name)], name, goes_on)
    )


def _is_at(words: Sequence[str], name: tuple[str, ...], goes_on: bool) -> bool:
    if len(words) < len(name) or tuple(words[:-1]) != name[:-1]:
        return False
    return words[-1] == name[-1] or (goes_on and words[-1].startswith(name[-1]))


@cache
def _names() -> dict[str, list[Name]]:
    """Every name by the first letters of its first word."""
    content = tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))
    found: dict[str, list[Name]] = {}
    for group in content["acts"]:
        for written in group:
            words = tuple(_WORD.findall(plain(written)))
            found.setdefault(words[0][:_KEY], []).append((words, written.endswith("*"), group[0]))
    return found
