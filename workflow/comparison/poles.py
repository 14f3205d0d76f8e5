"""Whether two views want a thing to go one way or the other: `uitbreiden`, `beperken`.

The words stand in pairs of poles (`poles` in `comparison.toml`). Two views are set beside one
another only where the words beside those of the poles tell that they are about the same thing.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from workflow.comparison.keeping import welcomes_that_not
from workflow.comparison.model import Stand
from workflow.comparison.opposites import clauses, clauses_of, has_way, negations
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.subjects import before_grounds
from workflow.comparison.vectors import content_words, different_pieces, is_among
from workflow.comparison.wording import words
from workflow.languages import LANGUAGES, data

SHORTEST = 3
"""Letters that a beginning of a word has at least."""

Found = dict[str, tuple[tuple[int, int], ...]]
"""The pairs of poles of a word, by their number, each with its pole: 1 or -1."""


class Pull(NamedTuple):
    """The way in which a clause pulls a thing."""

    pair: int
    pole: int
    """1 or -1, as the words stand in the list."""
    way: int
    """The same, turned round where the clause denies it."""
    thing: frozenset[str]
    """The words of the clause that name the thing."""
    spared: bool
    """Whether it is about an exception from the thing."""


def turn(older: Stand, newer: Stand) -> int:
    """-1 where two views pull the same thing in opposite ways, 1 where in the same, else 0.

    Only where they name different poles: what is said of one and the same is for other rules, but
    for who is glad that it does not come.
    Who can live with one thing instead of another (`majority` for `unanimity`) did not turn round.
    """
    sides = leaning(older.stance), leaning(newer.stance)
    if not all(sides):
        if older.stance != newer.stance:
            return 0
        sides = 1, 1
    both = [_pulls_of(each) for each in (older, newer)]
    if not all(both):
        return 0
    yielded = any(has_way(each.core, "settling") for each in (older, newer))
    spared = sides[0] * sides[1] < 0 and any(map(welcomes_that_not, (older, newer)))
    ways = {
        one.way * sides[0] * other.way * sides[1]
        for one in both[0]
        for other in both[1]
        if one.pair == other.pair
        and (one.pole != other.pole or (spared and one.way != other.way))
        and _is_same(one, other, wishes=min(sides) > 0)
        and not (one.pair in _things() and yielded)
    }
    return ways.pop() if len(ways) == 1 else 0


def pulled_alike(older: Stand, newer: Stand) -> bool:
    """Whether two views name one pole of the same thing, neither of them denied."""
    both = [_pulls_of(each) for each in (older, newer)]
    return any(
        (one.pair, one.way) == (other.pair, other.way) and _is_same(one, other)
        for one in both[0]
        for other in both[1]
    )


def _is_part(word: str, words: Iterable[str]) -> bool:
    """Whether one of these words is a part of this one: `quota` of `vangstquota`."""
    inside = different_pieces((word,))
    return any(is_among(each, inside) for each in words)


def _is_same(one: Pull, other: Pull, *, wishes: bool = False) -> bool:
    """Whether two pulls are about the same thing; two wishes may name it by a longer word."""
    if one.pair in _things():
        return one.spared == other.spared
    few, many = sorted((one.thing, other.thing), key=len)
    pieces = different_pieces(many)
    common = sum(is_among(word, pieces) or (wishes and _is_part(word, many)) for word in few)
    need = rules()["same_thing"]
    return bool(few) and common >= need * len(few) and one.spared == other.spared


def _pulls_of(stand: Stand) -> tuple[Pull, ...]:
    against = polarity(stand.stance) < 0
    return _pulls(stand.core, stand.cue, against, stand.denied not in ("", stand.stance))


@lru_cache(maxsize=8_192)
def _pulls(core: str, cue: str, against: bool, denied: bool) -> tuple[Pull, ...]:
    """What the clauses of a statement pull, and which way; none for a clause with two poles.

    The denial of who is against a thing belongs to the stance (`could not accept`), and so do
    the words of that stance themselves (`should be left to`). The clause of the stance tells first:
    in the others somebody else may pull the other way. What stands before the denial is wished:
    `wished to see checks ended and would not prolong them`.
    """
    said = words(core)
    if not any(map(_poles_of, said)) and _led_in().isdisjoint(said):
        return ()
    near = clauses_of(core, cue)
    beside = [each for each in clauses(core) if each not in near]
    wished = list(takewhile(lambda each: negations().isdisjoint(words(each)), near))
    if against and denied and len(wished) < len(near):
        for_it = (each._replace(way=-each.way) for each in _pulled(wished, cue, False))
        return (*for_it, *_pulled(near[len(wished) :], cue, against))
    return _pulled(near, cue, against) or _pulled(beside, cue, against)


def _pulled(parts: Sequence[str], cue: str, against: bool) -> tuple[Pull, ...]:
    """What these clauses pull."""
    own = words_of("tones").union(words(cue))
    first_of_two = _first_of_two()
    found = []
    for clause in parts:
        clause = before_grounds(clause).strip() or clause
        said = words(_joined(clause))
        told = [word for word in said if not (against and word in own)]
        told += [f"{one}_{other}" for one, other in pairwise(told) if one in first_of_two]
        poles = [(word, pole) for word in told for pole in _poles_of(word)]
        for pair in {pole[0] for _, pole in poles}:
            ways = {pole[1] for _, pole in poles if pole[0] == pair}
            named = (word for word, pole in poles if pole[0] == pair)
            besides = own.union(each for word in named for each in (word, *word.split("_")))
            rest = [word for word in content_words(_joined(clause)) if word not in besides]
            thing = [word for word in rest if word not in words_of("said_words")] or rest
            if len(ways) == 1 and (thing or pair in _things()):
                denied = not against and sum(word in negations() - own for word in said) % 2
                pole = ways.pop()
                spared = has_way(" ".join(rest), "sparing")
                way = -pole if denied else pole
                found.append(Pull(pair, pole, way, frozenset(thing), spared))
    return tuple(found)


def _joined(clause: str) -> str:
    """The clause with verbs in one that Dutch writes apart: `uit te breiden`."""
    said, parting = clause.split(), words_of("parting")
    if parting.isdisjoint(said):
        return " ".join(said)
    for at in range(1, len(said) - 1):
        if said[at] in parting and _poles_of(said[at - 1].lower() + said[at + 1].lower()):
            said[at - 1 : at + 2] = [said[at - 1] + said[at + 1], "", ""]
    return " ".join(filter(None, said))


@lru_cache(maxsize=32_768)
def _poles_of(word: str) -> tuple[tuple[int, int], ...]:
    """The poles that a word names: as it stands, or by its beginning (`uitbreid*`)."""
    whole, beginnings = _named()
    if word not in whole and word[:SHORTEST] not in _starts():
        return ()
    return (
        *whole.get(word, ()),
        *(
            pole
            for end in range(SHORTEST, len(word) + 1)
            for pole in beginnings.get(word[:end], ())
        ),
    )


@cache
def _named() -> tuple[Found, Found]:
    """The poles by whole words, and by beginnings of words, of all languages."""
    whole: Found = {}
    beginnings: Found = {}
    for word, pole in _written():
        found = beginnings if word.endswith("*") else whole
        word = word.removesuffix("*")
        found[word] = (*found.get(word, ()), pole)
    return whole, beginnings


@cache
def _starts() -> frozenset[str]:
    """The first letters of the beginnings of words that name a pole."""
    return frozenset(word[:SHORTEST] for word in _named()[1])


@cache
def _led_in() -> frozenset[str]:
    """The words without a pole that may make one with the words beside them."""
    return words_of("parting") | _first_of_two()


@cache
def _first_of_two() -> frozenset[str]:
    """The first words of the poles that two words name."""
    return frozenset(word.partition("_")[0] for each in _named() for word in each if "_" in word)


@cache
def _things() -> frozenset[int]:
    """The pairs whose words name the thing themselves: `= unanimity <> qualified_majority`."""
    return frozenset(number for word, (number, _) in _written() if word == "=")


def _written() -> Iterator[tuple[str, tuple[int, int]]]:
    number = 0
    for language in LANGUAGES:
        for pair in data(language, "comparison")["poles"]:
            number += 1
            for way, pole in zip((1, -1), pair.split(" <> "), strict=True):
                for word in pole.split():
                    yield word, (number, way)
