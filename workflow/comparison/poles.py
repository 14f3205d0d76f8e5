"""Whether two views want a thing to go one way or the other: `uitbreiden`, `beperken`.

The words stand in pairs of poles (`poles` in `comparison.toml`). Two views are set beside one
another only where the words beside those of the poles tell that they are about the same thing.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from workflow.comparison.clauses import (
    clauses,
    clauses_of,
    has_one_of,
    has_way,
    have_way,
    negations,
    own_text,
    undoing,
)
from workflow.comparison.keeping import welcomes_that_not
from workflow.comparison.kin import kin_of
from workflow.comparison.model import Stand, either_way
from workflow.comparison.objects import are_named, head_of, is_on_part
from workflow.comparison.rules import grammar_words, leaning, polarity, rules, words_of
from workflow.comparison.subjects import before_grounds
from workflow.comparison.vectors import (
    any_among,
    content_of,
    content_words,
    different_pieces,
    is_among,
)
from workflow.comparison.wording import has_word_of, in_one, words
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
    said: frozenset[str]
    """The words of the pole."""


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
    heads = [head_of(each) for each in (older, newer) if _asks_for_no_more(each)]
    first = len(heads) > 1 and all(heads) and are_named(*heads)
    kindred = min(sides) > 0 and not any(has_word_of(e.core, "too_words") for e in (older, newer))
    ways = {
        one.way * sides[0] * other.way * sides[1]
        for one in both[0]
        for other in both[1]
        if one.pair == other.pair
        and (one.pole != other.pole or (spared and one.way != other.way))
        and _is_same(
            one,
            other,
            wishes=min(sides) > 0,
            kindred=kindred,
            first=first or _agree(one, other, sides),
        )
        and not (one.pair in _things() and yielded)
        and (
            _agree(one, other, sides)
            or one.pair in _things()
            or not _is_only_on_it(older, newer, one.said | other.said)
        )
    }
    way = ways.pop() if len(ways) == 1 else 0
    return 0 if way < 0 < min(sides) and any(map(_asks_for_more, (older, newer))) else way


def _asks_for_more(stand: Stand) -> bool:
    """Whether a wish is for another thing as well: `should also be checked afterwards`."""
    return has_word_of(own_text(stand), "as_well")


def _is_only_on_it(older: Stand, newer: Stand, said: frozenset[str]) -> bool:
    """Whether one view pulls what is only on the other one's thing: `uitbreiding van de regels`."""
    if words_of("on_things").isdisjoint(words(older.core) + words(newer.core)):
        return False
    return any(
        is_on_part(
            words(_joined(own_text(one))),
            frozenset(content_words(other.core)),
            said,
            parts=words_of("on_things"),
        )
        for one, other in either_way(older, newer)
    )


def _agree(one: Pull, other: Pull, sides: tuple[int, int]) -> bool:
    """Whether two views want the same: then fewer words tell that it is for one thing."""
    return one.way * sides[0] == other.way * sides[1]


def _asks_for_no_more(stand: Stand) -> bool:
    """Whether somebody asks for a thing, and not for it as well: `ook`."""
    return stand.stance in ("call", "support") and not has_word_of(stand.core, "too_words")


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
    return any_among(words, (word,))


def _is_same(
    one: Pull, other: Pull, *, wishes: bool = False, kindred: bool = False, first: bool = False
) -> bool:
    """Whether two pulls are about the same thing; two wishes may name it by a longer word.

    `kindred`: or by another one of the same meaning (`talks`, `negotiations`).

    `first`: both statements name it first, so that fewer words have to be the same.
    """
    if one.pair in _things():
        return one.spared == other.spared
    few, many = sorted(_without_money(one.thing, other.thing), key=len)
    pieces = different_pieces(many)
    kin = kin_of(many) if kindred else frozenset()
    common = sum(
        is_among(word, pieces)
        or (wishes and _is_part(word, many))
        or not kin.isdisjoint(kin_of((word,)))
        for word in few
    )
    need = rules()["same_thing" if not first else "named_first"] * len(few)
    most = common >= max(need, min(2, len(few)) if first else 0)  # one word of two is too little
    return bool(few) and most and one.spared == other.spared


def _without_money(*things: frozenset[str]) -> list[frozenset[str]]:
    """Two things without the words for money, where both name it: `geld voor X`, `budget van X`."""
    money = words_of("money_words")
    if any(money.isdisjoint(thing) or money >= thing for thing in things):
        return list(things)
    return [thing - money for thing in things]


def _denied(stand: Stand) -> int:
    """1 where the denial made the stance another one, -1 where it left a wish one, else 0.

    So it does of `must not end`, which is denied like any other clause.
    """
    if stand.denied == stand.stance:
        return -(stand.stance in rules()["measured"])
    return int(bool(stand.denied))


def _pulls_of(stand: Stand) -> tuple[Pull, ...]:
    against = polarity(stand.stance) < 0
    return _pulls(stand.core, stand.cue, against, _denied(stand))


@lru_cache(maxsize=8_192)
def _pulls(core: str, cue: str, against: bool, denied: int) -> tuple[Pull, ...]:
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
    wished = list(takewhile(lambda each: not has_word_of(each, "negations"), near))
    if against and denied > 0 and len(wished) < len(near):
        for_it = (each._replace(way=-each.way) for each in _pulled(wished, cue, False, denied))
        return _with_things((*for_it, *_pulled(near[len(wished) :], cue, against, denied)))
    pulled = _pulled(near, cue, against, denied)
    return _with_things(pulled) or _with_things((*pulled, *_pulled(beside, cue, against, denied)))


def _with_things(pulls: Sequence[Pull]) -> tuple[Pull, ...]:
    """The pulls at a thing, but for those that a clause without one is the opposite of.

    So `would expire in June and had to be extended`: it is to be extended.
    """
    opposed = {(each.pair, -each.pole) for each in pulls if not _has_thing(each)}
    return tuple(p for p in pulls if _has_thing(p) and (p.pair, p.pole) not in opposed)


def _has_thing(pull: Pull) -> bool:
    return bool(pull.thing) or pull.pair in _things()


def _pulled(parts: Sequence[str], cue: str, against: bool, denial: int) -> tuple[Pull, ...]:
    """What these clauses pull; without a thing where they name none."""
    own = words_of("tones").union(words(cue))
    first_of_two = _first_of_two()
    no = negations() if denial < 0 else negations() - own
    found = []
    for clause in parts:
        clause = before_grounds(clause).strip() or clause
        said = _without_moments(words(_joined(clause)))
        told = [word for word in said if denial > 0 or not (against and word in own)]
        if not first_of_two.isdisjoint(told):
            told += _side_by_side(told)
        poles = [(word, pole) for word in told for pole in _poles_of(word)]
        left = _left_behind(said)
        ended = not undoing().isdisjoint(set(said) - own) or has_one_of(
            " ".join(said), "ending_of", "forgoing"
        )
        for pair in {pole[0] for _, pole in poles}:
            ways = {pole[1] for word, pole in poles if pole[0] == pair and word not in left}
            named = {word for word, pole in poles if pole[0] == pair}
            named.update(chain.from_iterable(word.split("_") for word in tuple(named)))
            if ended and not against and named.isdisjoint(undoing() | words_of("ending")):
                continue
            besides = own | named
            goes = not words_of("vanishing").isdisjoint(besides)
            full = (goes and _before_preposition(said, besides)) or content_words(_joined(clause))
            rest = [word for word in full if word not in besides]
            if words_of("ordinals").issuperset(rest):  # "the negotiations with the third country"
                rest = [word for word in said if word in words_of("proceedings")] or rest
            thing = [word for word in rest if word not in _besides_the_thing(said, named)] or rest
            if len(ways) == 1:
                denied = not against and sum(word in no for word in said) % 2
                pole = ways.pop()
                spared = have_way(rest, "sparing")
                way = -pole if denied else pole
                found.append(Pull(pair, pole, way, frozenset(thing), spared, frozenset(named)))
    return tuple(found)


def _side_by_side(told: Sequence[str]) -> list[str]:
    """The poles of two words of a clause: as they stand, and without helpers between them."""
    main = [word for word in told if word not in words_of("helpers")]
    bare = [word for word in main if word not in words_of("pole_bearers")]
    beside = {*pairwise(told), *pairwise(main), *pairwise(bare)}
    return [f"{one}_{other}" for one, other in beside if one in _first_of_two()]


def _besides_the_thing(said: Sequence[str], named: Set[str]) -> Set[str]:
    """The words of a clause that name no thing: who acts, and the year of "naar 2045".

    Right behind what is pulled they do: "more countries".
    """
    years = {two for one, two in pairwise(said) if one in words_of("moved_to") and two.isdigit()}
    light = words_of("said_words", "pole_bearers", "pointers") - words_of("proceedings")
    light |= words_of("time_units")
    beside = {two for one, two in pairwise(said) if one in named} - words_of("staying")
    return (light - beside) | years


def _without_moments(said: Sequence[str]) -> list[str]:
    """The words of a clause without those for a moment: `at the end of the year` ends nothing."""
    kept: list[str] = []
    for word in said:
        kept.append(word)
        for moment in _moments().get(word, ()):
            if tuple(kept[-len(moment) :]) == moment:
                del kept[-len(moment) :]
    return kept


@cache
def _moments() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words for moments, by the last of them."""
    said = [tuple(words(moment)) for moment in sorted(words_of("moments"))]
    return {last[-1]: tuple(one for one in said if one[-1] == last[-1]) for last in said}


def _left_behind(said: Sequence[str]) -> frozenset[str]:
    """The words that a clause goes away from: `tax` of `exempt from tax`."""
    if words_of("going_away").isdisjoint(said):
        return frozenset()
    return frozenset(two for one, two in pairwise(said) if one in words_of("away_from"))


def _before_preposition(said: Sequence[str], besides: Set[str]) -> Sequence[str]:
    """What a clause names before its first preposition; nothing where that is no thing."""
    named = takewhile(lambda word: word not in grammar_words("prepositions"), said)
    told = content_of(named)
    return told if set(told) - besides - words_of("pointers") else ()


def _joined(clause: str) -> str:
    """The clause with verbs in one that Dutch writes apart, where they name a pole."""
    return " ".join(in_one(clause.split(), _poles_of))


@lru_cache(maxsize=32_768)
def _poles_of(word: str) -> tuple[tuple[int, int], ...]:
    """The poles that a word names: as it stands, or by its beginning (`uitbreid*`).

    Of two words, the beginning of the second one: the first one is looked at by itself.
    """
    whole, beginnings = _named()
    shortest = max(SHORTEST, word.find("_") + 2)
    if word not in whole and word[:SHORTEST] not in _starts():
        return ()
    return (
        *whole.get(word, ()),
        *(
            pole
            for end in range(shortest, len(word) + 1)
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
    """Each word of the pairs of poles, with the number of its pair and which pole it is."""
    number = 0
    for language in LANGUAGES:
        for pair in data(language, "comparison")["poles"]:
            number += 1
            for way, pole in zip((1, -1), pair.split(" <> "), strict=True):
                for word in pole.split():
                    yield word, (number, way)
