"""What the words of a text name, whatever the word for it: `asielverzoek`, `asielaanvraag`."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from workflow.comparison.tokens import plain
from workflow.comparison.vectors import content_words, pieces
from workflow.languages import LANGUAGES, data

NAMED = 2
"""How often a thing that is named counts: a word has several pieces."""
FIRST = 4
"""Letters by which a part of a word is looked up."""
SHORTEST = 2
"""The same for parts of fewer letters than that."""
THING = "="
"""How the names of things begin that few items of a meeting are about; no word begins so."""


@lru_cache(maxsize=8_192)
def marks(text: str) -> Mapping[str, int]:
    """How often a text has each piece of a word, and names each thing that has several words.

    Shared: not to be changed.
    """
    named: dict[str, int] = {}
    for word in content_words(text):
        for name in _named_by(word):
            named[name] = named.get(name, 0) + NAMED
    return {**pieces(text), **named} if named else pieces(text)


def kin_of(words: Iterable[str]) -> frozenset[str]:
    """The things that these words name that have several words."""
    return frozenset(name for word in words for name in _named_by(word))


@lru_cache(maxsize=65_536)
def things(word: str) -> tuple[str, ...]:
    """What a word names that few items of a meeting are about, in the order of the names."""
    return tuple(sorted(name for name in _named_by(word) if name.startswith(THING)))


@lru_cache(maxsize=65_536)
def _named_by(word: str) -> frozenset[str]:
    """The things that a word names by a part of it."""
    parts, end = _parts(), len(word)
    return frozenset(
        name
        for at in range(end - SHORTEST + 1)
        for letters in (word[at : at + SHORTEST], word[at : at + FIRST])
        for part, first, last, name in parts.get(letters, ())
        if word.startswith(part, at) and not (first and at) and not (last and at + len(part) < end)
    )


@cache
def _parts() -> dict[str, list[tuple[str, bool, bool, str]]]:
    """The parts of words by their first letters: whether they begin or end the word, and a name."""
    found: dict[str, list[tuple[str, bool, bool, str]]] = {}
    for part, name in _written():
        letters = part.strip("^$")
        entry = letters, part.startswith("^"), part.endswith("$"), name
        size = FIRST if len(letters) >= FIRST else SHORTEST
        found.setdefault(letters[:size], []).append(entry)
    return found


def _written() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for sort, groups in data(language, "thesaurus").items():
            for number, words in enumerate(groups):
                for part in plain(words).split("|"):
                    yield part, f"{THING if sort == 'things' else ''}{language} {number}"
