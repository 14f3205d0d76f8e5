"""Which acts, dossiers and policies of the Union a text names, by any name (`acts.toml`)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from workflow.comparison.tokens import plain

_WORD = re.compile(r"[^\W_]+(?:[-/'][^\W_]+)*")
_KEY = 3
"""Letters of a name's first word under which it is kept."""


class Name(NamedTuple):
    """One of the names of an act."""

    words: tuple[str, ...]
    goes_on: bool
    """Whether the last word may go on."""
    act: str
    """The first name of the act."""


def acts_in(text: str) -> frozenset[str]:
    """The acts and policies that a text names, each by its first name."""
    return frozenset(named(text))


@lru_cache(maxsize=8_192)
def named(text: str) -> Mapping[str, frozenset[str]]:
    """The acts and policies that a text names, with the words that name each of them.

    A name within a longer one does not count: `AI liability` is not the `AI` of the AI act.
    """
    words = _WORD.findall(plain(text))
    known = _names()
    hits = [
        (at, at + len(name.words), name.act)
        for at, word in enumerate(words)
        for name in known.get(word[:_KEY], ())
        if _is_at(words[at : at + len(name.words)], name)
    ]
    found: dict[str, frozenset[str]] = {}
    for start, end, act in hits:
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in hits):
            found[act] = found.get(act, frozenset()).union(words[start:end])
    return found


def _is_at(words: Sequence[str], name: Name) -> bool:
    if len(words) < len(name.words) or tuple(words[:-1]) != name.words[:-1]:
        return False
    return words[-1] == name.words[-1] or (name.goes_on and words[-1].startswith(name.words[-1]))


@cache
def _names() -> dict[str, list[Name]]:
    """Every name by the first letters of its first word."""
    found: dict[str, list[Name]] = {}
    for group in (*_content()["acts"], *_content()["policies"]):
        for written in group:
            words = tuple(_WORD.findall(plain(written)))
            found.setdefault(words[0][:_KEY], []).append(
                Name(words, written.endswith("*"), _id(group))
            )
    return found


@cache
def policies() -> frozenset[str]:
    """The first names of policies: many dossiers run under one of them."""
    return frozenset(_id(group) for group in _content()["policies"])


def _id(group: Sequence[str]) -> str:
    return group[0].rstrip("*")


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))
