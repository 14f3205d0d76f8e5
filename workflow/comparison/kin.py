"""What the words of a text name, whatever the word for it: `asielverzoek`, `asielaanvraag`."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from workflow.comparison.tokens import plain
from workflow.comparison.vectors import Words, content_words, is_form_of, pieces
from workflow.languages import LANGUAGES, data

NAMED = 2
"""How often a thing that is named counts: a word has several pieces."""
FIRST = 4
"""Letters by which a part of a word is looked up."""
SHORTEST = 2
"""The same for parts of fewer letters than that."""
THING = "="
"""How the names of things begin that few items of a meeting are about; no word begins so."""
SORT = 4
"""Letters that the ends of two compounds share where they name two kinds of one sort."""
KIND = 2
"""Letters that the first part of a compound has at least."""

Naming = Mapping[str, Words]
"""Things, each with the words that name it."""

_Parts = dict[str, list[tuple[str, bool, str]]]
"""Parts of words by their first letters: whether they end the word, and what they name."""


@lru_cache(maxsize=8_192)
def marks(text: str) -> Mapping[str, int]:
    """How often a text has each piece of a word, and names each thing that has several words.

    Shared: not to be changed.
    """
    named: dict[str, int] = {}
    for name in _names_in(content_words(text)):
        named[name] = named.get(name, 0) + NAMED
    return {**pieces(text), **named} if named else pieces(text)


def kin_of(words: Iterable[str]) -> frozenset[str]:
    """The things that these words name that have several words."""
    return frozenset(name for word in words for name in _names_in((word,)))


@lru_cache(maxsize=8_192)
def things(words: Words) -> tuple[str, ...]:
    """What words name that few items of a meeting are about, as often as they do."""
    return tuple([name for name in _names_in(words) if name[0] == THING])


@lru_cache(maxsize=8_192)
def naming(words: Words) -> Naming:
    """The same things, each with the words that name it."""
    found: dict[str, tuple[str, ...]] = {}
    by_one = ((name, (word,)) for word in words for name in _named_by(word))
    for name, by in chain(by_one, _named_in_row(words)):
        if name[0] == THING:
            found[name] = (*found.get(name, ()), *by)
    return found


def _names_in(words: Words) -> list[str]:
    """What words name, by a part of one of them or several in a row."""
    found = list(chain.from_iterable(map(_named_by, words)))
    return found + [name for name, _ in _named_in_row(words)]


def _named_in_row(words: Words) -> list[tuple[str, Words]]:
    """What several words in a row name, and which words do."""
    found: list[tuple[str, Words]] = []
    row, rows = _in_pieces(words), _rows()
    if _begin_rows().isdisjoint(row):
        return found
    for at in [at for at, word in enumerate(row) if word in rows]:
        for rest, size, last, letters, name in rows[row[at]]:
            named = row[at : at + size]
            if named[1:-1] == rest and named[-1][:letters] == last and named[1:]:
                found.append((name, named))
    return found


@lru_cache(maxsize=65_536)
def _named_by(word: str) -> tuple[str, ...]:
    """The things that a word names by a part of it, or of a piece beside a hyphen; in order."""
    return tuple(sorted(set(chain.from_iterable(map(_named_by_part, word.split("-"))))))


def _named_by_part(word: str) -> Iterator[str]:
    whole, opening, parts = _parts()
    yield from whole.get(word, ())
    yield from _beginning_at(0, word, opening)
    for at in range(len(word) - SHORTEST + 1):
        yield from _beginning_at(at, word, parts)


def _beginning_at(at: int, word: str, parts: _Parts) -> Iterator[str]:
    """What the parts that begin at this place of a word name."""
    for letters in (word[at : at + SHORTEST], word[at : at + FIRST]):
        for part, last, name in parts.get(letters, ()):
            if word.startswith(part, at) and not (last and at + len(part) < len(word)):
                yield name


@cache
def _parts() -> tuple[dict[str, list[str]], _Parts, _Parts]:
    """What whole words name, what parts that begin a word do, and what parts anywhere do."""
    whole: dict[str, list[str]] = {}
    opening: _Parts = {}
    inside: _Parts = {}
    for part, name in _written():
        letters, first, last = part.strip("^$"), part.startswith("^"), part.endswith("$")
        if len(_in_row(letters)) != 1:
            continue
        if first and last:
            whole.setdefault(letters, []).append(name)
        else:
            size = FIRST if len(letters) >= FIRST else SHORTEST
            found = opening if first else inside
            found.setdefault(letters[:size], []).append((letters, last, name))
    return whole, opening, inside


@cache
def _rows() -> dict[str, list[tuple[Words, int, str, int | None, str]]]:
    """The names of several words by their first one: those between, how many, and the last one.

    Behind it how many of its letters have to be the same, or all of them.
    """
    found: dict[str, list[tuple[Words, int, str, int | None, str]]] = {}
    for part, name in _written():
        row = _in_row(part.strip("^$"))
        if len(row) > 1:
            letters = None if part.endswith("$") else len(row[-1])
            entry = tuple(row[1:-1]), len(row), row[-1], letters, name
            found.setdefault(row[0], []).append(entry)
    return found


@cache
def _begin_rows() -> frozenset[str]:
    """The words that a name of several words begins with."""
    return frozenset(_rows())


def _in_row(part: str) -> Words:
    """The words of a name that mean something, as `content_words` has them."""
    return _in_pieces(content_words(part))


def _in_pieces(words: Words) -> Words:
    """Words with the pieces beside a hyphen apart, without the ending of a possessive."""
    together = "".join(words)
    if "-" not in together and "'" not in together:
        return words
    return tuple([piece for word in words for piece in word.removesuffix("'s").split("-")])


def _written() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for sort, groups in data(language, "thesaurus").items():
            for number, words in enumerate(groups):
                for part in plain(words).split("|"):
                    yield part, f"{THING if sort == 'things' else ''}{language} {number}"


def are_two_kinds(one: str, other: str) -> bool:
    """Whether two words are known to name two things, two goods or two kinds of a sort."""
    goods = [_groups("goods", word) for word in (one, other)]
    return bool(things_of(one) and things_of(other)) or _shared_end(one, other) > 0 or all(goods)


def things_of(word: str) -> frozenset[str]:
    """The things that a word names of which few items of a meeting are about."""
    return frozenset(name for name in kin_of((word,)) if name[0] == THING)


def _shared_end(one: str, other: str) -> int:
    """Letters at the end of two compounds of one sort: `melkveehouders`, `pluimveehouders`."""
    end = 0
    while end < min(len(one), len(other)) and one[-1 - end] == other[-1 - end]:
        end += 1
    return end if end >= SORT and min(len(one), len(other)) - end >= KIND else 0


@lru_cache(maxsize=8_192)
def _groups(name: str, word: str) -> frozenset[int]:
    """The groups of words for the same that a word belongs to in a list, by their numbers."""
    groups = chain.from_iterable(data(each, "comparison")[name] for each in LANGUAGES)
    return frozenset(at for at, names in enumerate(groups) if word in names.split())


@lru_cache(maxsize=8_192)
def may_be_one(one: str, other: str) -> bool:
    """Whether two words may name the same; not two kinds: `melkveehouders`, `pluimveehouders`."""
    for name in ("same_people", "goods"):
        if not _groups(name, one).isdisjoint(_groups(name, other)):
            return True
    if one == other or all(_groups("goods", word) for word in (one, other)):
        return one == other
    if things_of(one) and things_of(other):
        return not things_of(one).isdisjoint(things_of(other))
    end = _shared_end(one, other)
    if end:
        one, other = one[:-end], other[:-end]
    elif is_form_of(one, other) or is_form_of(other, one):
        return True
    return not kin_of((one,)).isdisjoint(kin_of((other,)))
