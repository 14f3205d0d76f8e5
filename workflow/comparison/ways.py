"""The ways of saying a thing: lists of words in an order, such as `niet|geen bezwaar`.

A way may skip words of its clause, but for a word with `+` before it, which stands right behind
the one before; a way that ends with `$` closes its clause.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from workflow.comparison.tokens import plain
from workflow.languages import LANGUAGES, data

_END = frozenset("$")
_NEXT = frozenset("+")

Way = tuple[frozenset[str], ...]
"""The forms of each word of a way, in their order."""


@cache
def ways_of(name: str) -> dict[str, list[Way]]:
    """The ways of a list, of all languages, by the forms of their first word."""
    found: dict[str, list[Way]] = {}
    for way in _written(name):
        for first in way[0]:
            found.setdefault(first, []).append(way)
    return found


def _written(name: str) -> Iterator[Way]:
    for language in LANGUAGES:
        for way in data(language, "comparison")[name]:
            if way.strip():
                yield way_of(way)


def way_of(said: str) -> Way:
    """A way, as it is written."""
    return tuple(map(_forms, said.split()))


def _forms(word: str) -> frozenset[str]:
    """The forms of a word of a way, with the mark before it."""
    forms = frozenset(plain(word.removeprefix("+")).split("|"))
    return forms | _NEXT if word.startswith("+") else forms


def way_in(words: Sequence[str], name: str) -> set[str]:
    """The words of a clause that are one of the ways of a list; or none."""
    ways = ways_of(name)
    for first in [word for word in words if word in ways]:
        for way in ways[first]:
            found = follow(words, way)
            if found:
                return found
    return set()


def lists_in(clauses: Iterable[Sequence[str]]) -> frozenset[str]:
    """The lists of which one of these clauses has a way: to look at each list costs far more."""
    single, longer = _lists_by_word()
    found: set[str] = set()
    for words in clauses:
        said = set(words)
        for word in said:
            if word in single:
                found |= single[word]
            if word in longer:
                for name, besides, way in longer[word]:
                    if not besides.isdisjoint(said) and name not in found and follow(words, way):
                        found.add(name)
    return frozenset(found)


_Longer = dict[str, list[tuple[str, frozenset[str], Way]]]
"""The ways of several words by their rarest one: their list, and the forms of the next rarest."""


@cache
def _lists_by_word() -> tuple[dict[str, set[str]], _Longer]:
    """The lists by the words that are a way of theirs, and the longer ways."""
    single: dict[str, set[str]] = {}
    several: list[tuple[str, Way]] = []
    for name in data(LANGUAGES[0], "comparison"):
        for way in _written(name):
            if len(way) > 1 or way[0] >= _NEXT:
                several.append((name, way))
            else:
                for word in way[0]:
                    single.setdefault(word, set()).add(name)
    often = Counter(word for _, way in several for forms in way for word in forms)
    longer: _Longer = {}
    for name, way in several:
        told = [forms - _NEXT for forms in way if forms != _END]
        told.sort(key=lambda forms: max(often[word] for word in forms))
        for word in told[0]:
            longer.setdefault(word, []).append((name, told[:2][-1], way))
    return single, longer


def follow(words: Sequence[str], way: Way, at: int = 0) -> set[str] | None:
    """The words from a place on that are a way, or None."""
    if not way:
        return set()
    if way[0] == _END:
        return set() if at == len(words) else None
    last = at + 1 if "+" in way[0] else len(words)
    for place in range(at, min(last, len(words))):
        if words[place] in way[0]:
            found = follow(words, way[1:], place + 1)
            if found is not None:
                return found | {words[place]}
    return None
