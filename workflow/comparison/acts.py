"""Which acts, dossiers and policies of the Union a text names, by any name (`acts.toml`)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
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

    def is_at(self, words: Sequence[str], at: int) -> bool:
        """Whether the name stands at that place of a text, whose first word fits."""
        last = at + len(self.words) - 1
        if last >= len(words):
            return False
        if last > at and tuple(words[at:last]) != self.words[:-1]:
            return False
        word, own = words[last], self.words[-1]
        return word == own or (self.goes_on and word.startswith(own))


_NOTHING: Mapping[str, tuple[str, ...]] = {}


def acts_in(text: str) -> frozenset[str]:
    """The acts and policies that a text names, each by its first name."""
    return frozenset(named(text))


@lru_cache(maxsize=8_192)
def named(text: str) -> Mapping[str, tuple[str, ...]]:
    """The acts and policies that a text names, with the words that name each of them.

    A name within a longer one does not count: `AI liability` is not the `AI` of the AI act.
    """
    words = _WORD.findall(plain(text))
    whole, begun = _names()
    hits = [
        (at, at + len(name.words), name.act)
        for at, word in enumerate(words)
        for name in chain(whole.get(word, ()), begun.get(word[:_KEY], ()))
        if name.is_at(words, at)
    ]
    if not hits:
        return _NOTHING
    found: dict[str, tuple[str, ...]] = {}
    for start, end, act in hits:
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in hits):
            found[act] = (*found.get(act, ()), *words[start:end])
    return found


@cache
def _names() -> tuple[dict[str, list[Name]], dict[str, list[Name]]]:
    """Every name by its first word, or by how that begins where the word may go on."""
    whole: dict[str, list[Name]] = {}
    begun: dict[str, list[Name]] = {}
    for group in (*_content()["acts"], *_content()["policies"]):
        for written in group:
            words = tuple(_WORD.findall(plain(written)))
            name = Name(words, written.endswith("*"), _id(group))
            if name.goes_on and len(words) == 1:
                begun.setdefault(words[0][:_KEY], []).append(name)
            else:
                whole.setdefault(words[0], []).append(name)
    return whole, begun


@cache
def policies() -> frozenset[str]:
    """The first names of policies: many dossiers run under one of them."""
    return frozenset(_id(group) for group in _content()["policies"])


def _id(group: Sequence[str]) -> str:
    return group[0].rstrip("*")


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))
