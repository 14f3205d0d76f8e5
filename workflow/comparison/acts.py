"""Which acts, dossiers and policies of the Union a text names, by any name (`acts.toml`)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from workflow.comparison.rules import words_of
from workflow.comparison.tokens import plain

_WORD = re.compile(r"[^\W_]+(?:[-/'][^\W_]+)*")
_KEY = 3
"""Letters of a name's first word under which it is kept."""
_JOINED = 2
"""Words between the first one of a name and its end where another name shares that end."""
LOUD = 3
"""Words of a line in capitals from which these do not make a name of a word."""


class Name(NamedTuple):
    """One of the names of an act."""

    words: tuple[str, ...]
    goes_on: bool
    """Whether the last word may go on."""
    act: str
    """The first name of the act."""
    written: tuple[str, ...] = ()
    """Its words as they have to stand there, for a name with capitals."""

    def is_at(self, words: Sequence[str], at: int) -> bool:
        """Whether the name stands at that place of a text, whose first word fits."""
        last = at + len(self.words) - 1
        if last >= len(words):
            return False
        if last > at and tuple(words[at:last]) != self.words[:-1]:
            return False
        word, own = words[last], self.words[-1]
        return word == own or (self.goes_on and word.startswith(own)) or self.is_piece(word)

    def is_piece(self, word: str) -> bool:
        """Whether the name is one word and stands first or last in a compound with a hyphen."""
        if len(self.words) > 1 or "-" not in word:
            return False
        first, last = word.partition("-")[0], word.rpartition("-")[2]
        own = self.words[0]
        return own in (first, last) or (self.goes_on and last.startswith(own))

    def is_written(self, words: Sequence[str], at: int) -> bool:
        """Whether the capitals there are those of the name, or all of its words are in capitals."""
        if len(self.written) == 1:
            return any(
                piece.startswith(self.written) for piece in (words[at], *words[at].split("-"))
            )
        pairs = zip(self.written, words[at:], strict=False)
        return all(word in (own, own.upper()) for own, word in pairs)


_NOTHING: Mapping[str, tuple[str, ...]] = {}


def acts_in(text: str) -> frozenset[str]:
    """The acts and policies that a text names, each by its first name."""
    return frozenset(named(text))


@lru_cache(maxsize=8_192)
def named(text: str) -> Mapping[str, tuple[str, ...]]:
    """The acts and policies that a text names, with the words that name each of them.

    A name within a longer one does not count: `AI liability` is not the `AI` of the AI act. Of two
    that share their end both do: `plant and forest reproductive material`.
    """
    words = _WORD.findall(plain(text))
    hits = [
        (at, name)
        for at, word in enumerate(words)
        for name in _beginning_with(word)
        if name.is_at(words, at)
    ]
    if any(name.written for _, name in hits):
        hits = _rightly_written(hits, text)
    if not hits:
        return _NOTHING
    found = _sharing_an_end(words)
    spans = [(at, at + len(name.words), sum(map(len, name.words))) for at, name in hits]
    for (start, end, letters), (_, name) in zip(spans, hits, strict=True):
        if not any(a <= start and end <= b and more > letters for a, b, more in spans):
            found[name.act] = (*found.get(name.act, ()), *words[start:end])
    return found


def _sharing_an_end(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The acts whose names end in the words of the one that is joined to them."""
    found = {}
    joiners = words_of("joiners")
    for at in [at for at, word in enumerate(words[1:], 1) if word in joiners]:
        row = (words[at - 1], *words[at + _JOINED :])
        for name in _beginning_with(row[0]):
            if len(name.words) > 1 and not name.written and name.is_at(row, 0):
                found[name.act] = row[: len(name.words)]
    return found


@lru_cache(maxsize=16_384)
def _beginning_with(word: str) -> tuple[Name, ...]:
    """The names that may begin with a word, or with a piece of it beside a hyphen."""
    whole, begun = _names()
    found = list(whole.get(word, ()))
    for name in begun.get(word[:_KEY], ()):
        if "-" in word or word.startswith(name.words[0]):
            found.append(name)
    if "-" in word and word not in whole:
        first, last = word.partition("-")[0], word.rpartition("-")[2]
        near = (*whole.get(first, ()), *whole.get(last, ()), *begun.get(last[:_KEY], ()))
        found += [name for name in near if name.is_piece(word)]
    return tuple(found)


def _rightly_written(hits: Sequence[tuple[int, Name]], text: str) -> list[tuple[int, Name]]:
    """The names without those whose capitals are missing, or say nothing in a line of capitals."""
    words = _WORD.findall(text)
    loud = len(words) > LOUD and text.isupper()
    return [
        (at, name)
        for at, name in hits
        if not name.written or (not loud and name.is_written(words, at))
    ]


@cache
def _names() -> tuple[dict[str, list[Name]], dict[str, list[Name]]]:
    """Every name by its first word, or by how that begins where the word may go on."""
    whole: dict[str, list[Name]] = {}
    begun: dict[str, list[Name]] = {}
    for group in (*_content()["acts"], *_content()["policies"]):
        for written in group:
            words = tuple(_WORD.findall(plain(written)))
            capitals = tuple(_WORD.findall(written)) if not written.islower() else ()
            name = Name(words, written.endswith("*"), _id(group), capitals)
            if name.goes_on and len(words) == 1:
                begun.setdefault(words[0][:_KEY], []).append(name)
            else:
                whole.setdefault(words[0], []).append(name)
    return whole, begun


@cache
def policies() -> frozenset[str]:
    """The first names of policies: many dossiers run under one of them."""
    return frozenset(_id(group) for group in _content()["policies"])


@cache
def acts() -> frozenset[str]:
    """The first names of acts: each is one dossier."""
    return frozenset(_id(group) for group in _content()["acts"])


def _id(group: Sequence[str]) -> str:
    return group[0].rstrip("*")


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("acts.toml").read_text("utf-8"))
