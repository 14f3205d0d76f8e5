"""Whether two views name contrary ways of doing one thing: `achter gesloten deuren`, `volgen`.

The ways are phrases (`contraries` in `comparison.toml`), where `poles.py` looks at single words
that pull a thing; so they may be said in verbs and adverbs, by another subject, with the reason
first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from workflow.comparison.apart import are_of_different_parts
from workflow.comparison.clauses import (
    clauses,
    clauses_of,
    has_one_of,
    has_way,
    have_way,
    is_negated,
    negations,
    own_text,
    undoing,
)
from workflow.comparison.conceding import bends
from workflow.comparison.firmness import yields
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import are_named, is_on_part
from workflow.comparison.opposites import is_beside
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.subjects import before_grounds
from workflow.comparison.vectors import content_words, different_pieces
from workflow.comparison.ways import Way, follow, way_of
from workflow.comparison.wording import words
from workflow.languages import LANGUAGES, data

FEWEST = 2
"""Words for a thing that two views share at least, where both have as many."""


class View(NamedTuple):
    """The side of a pair of contraries that a statement is on."""

    pair: int
    named: int
    """1 or -1, as the ways stand in the list."""
    way: int
    """The same, turned round where it is denied or objected to."""
    thing: frozenset[str]
    """The words that name what it is about."""
    said: frozenset[str]
    """The words of the way itself."""
    itself: bool
    """Whether an objection is made in these words themselves: `saw no future for`."""


def contrary(older: Stand, newer: Stand) -> int:
    """-1 where two views want contrary ways for one thing, 1 where they want the same, else 0.

    The same only tells something where the stances alone would tell of a turn: one of the views
    objects to the other way (`not through a European body`).
    """
    both = _views(older), _views(newer) if _views(older) else ()
    if not all(both):
        return 0
    asked = any(has_one_of(each.cue, "asking", "pleading", "insisting") for each in (older, newer))
    shared = _shared(older, newer) | _shared(newer, older)
    ways = {
        (one.pair, _compared(one, other))
        for one in both[0]
        for other in both[1]
        if one.pair == other.pair
        and not (asked and one.pair in _marked("!"))
        and _is_one_thing(
            one.thing | shared | (one.said & other.thing),
            other.thing | shared | (other.said & one.thing),
        )
    }
    found = {way for pair, way in ways if way and pair in _marked("!")}
    found = found or {way for _, way in ways if way}
    if len(found) != 1:
        return 0
    way = found.pop()
    if way > 0:
        return int(leaning(older.stance) != leaning(newer.stance))
    said = frozenset(chain.from_iterable(view.said for view in chain(*both)))
    whom = any(pair in _marked("+") and way < 0 for pair, way in ways)
    wishes = min(leaning(older.stance), leaning(newer.stance)) > 0
    near = words(own_text(older)) + words(own_text(newer)) if wishes else ()
    if words_of("as_well").intersection(near) - said:
        return 0  # "should also be reviewed afterwards"
    apart = any(_is_on_part(*both, said) for both in either_way(older, newer))
    return -int(not apart and (whom or not are_of_different_parts(older, newer, said)))


def _is_on_part(stand: Stand, other: Stand, said: frozenset[str]) -> bool:
    """Whether a view is about a part of what the other one is about, which does not name it."""
    near = clauses_of(without_asides(stand.core), stand.cue)
    told = words(" ".join(map(before_grounds, near)))
    theirs = frozenset(content_words(other.core))
    return is_on_part(told, theirs, said, _besides() | frozenset(words(stand.cue)))


def _compared(one: View, other: View) -> int:
    """1 where both are on one side of a pair, -1 where they are not.

    0 where both name it alike: what is denied of one and the same is for other rules.
    """
    if one.way == other.way:
        return int(one.named != other.named or one.itself or other.itself)
    return -int(one.named != other.named or one.pair in _marked("!"))


def _shared(stand: Stand, other: Stand) -> frozenset[str]:
    """The words of a stance that the other view has too: `steun` of `wilde de steun`."""
    own = frozenset(content_words(stand.cue)) - _besides()
    return own.intersection(content_words(other.core)).difference(words(other.cue))


def _is_one_thing(*things: frozenset[str]) -> bool:
    """Whether enough of the words that name two things are the same, or of their pieces.

    So `steun aan melkveehouders` and `steun aan varkenshouders` are.
    """
    few, many = sorted(things, key=len)
    common = sum(are_named(frozenset((word,)), many) for word in few)
    if not few or common >= max(rules()["contrary_thing"] * len(few), min(FEWEST, len(few))):
        return bool(few)
    mine = different_pieces(few)
    return bool(len(mine & different_pieces(many)) >= rules()["named_first"] * len(mine))


@asked_once
def _views(stand: Stand) -> tuple[View, ...]:
    index = _contraries(stand.language)
    if index.keys().isdisjoint(words(stand.core)) or _only_tells(stand):
        return ()
    if bends(stand) or yields(stand) or has_way(stand.core, "settling"):
        return ()
    found = _views_in(stand.core, stand.cue, stand.stance, bool(stand.denied), stand.language)
    if stand.stance != "inform" or has_one_of(
        without_asides(stand.core), "holding_that", "regarding_as"
    ):
        return found
    return tuple(view for view in found if view.pair in _marked("!") or _finds_enough(stand))


def _only_tells(stand: Stand) -> bool:
    """Whether somebody takes no side, or one of which nobody knows by which words."""
    if polarity(stand.stance) < 0 and not stand.cue:
        return True
    return stand.stance != "inform" and not leaning(stand.stance)


def _finds_enough(stand: Stand) -> bool:
    return has_way(stand.core, "sufficing")


@lru_cache(maxsize=8_192)
def _views_in(core: str, cue: str, stance: str, denied: bool, language: str) -> tuple[View, ...]:
    """What a statement names; in other clauses only where that of its stance names none."""
    text, aside = without_asides(core), " ".join(_aside().findall(core))
    near = clauses_of(text, cue)
    found = _in_clauses(near, text, aside, cue, stance, denied, language)
    if found or len(near) == len(clauses(text)):
        return found
    beside = [each for each in clauses(text) if each not in near and not is_beside(each)]
    return _in_clauses(beside, text, aside, cue, stance, denied, language)


def _in_clauses(
    near: Sequence[str], text: str, aside: str, cue: str, stance: str, denied: bool, language: str
) -> tuple[View, ...]:
    """The contraries that these clauses name; none of a pair of which they name both."""
    own = frozenset(words(cue))
    told = [words(before_grounds(each).strip() or each) for each in near]
    named = [
        list(_named(words(each), part, language)) for each, part in zip(near, told, strict=True)
    ]
    poles = {each[:2] for clause in named for each in clause}
    said_of = [" ".join(part) for part in told]
    if not _pronouns().isdisjoint(chain.from_iterable(told)):
        said_of.append(aside)  # "since vessels never leave the river, they ought to be spared"
    thing = frozenset(chain.from_iterable(map(content_words, said_of)))
    besides = frozenset(content_words(before_grounds(text)))
    views = []
    for part, found in zip(told, named, strict=True):
        for pair, pole in {each[:2] for each in found}:
            said = frozenset().union(*(each.said for each in found if each.pair == pair))
            rest = [word for word in part if word not in said]
            itself = not own.isdisjoint(said)
            tied = not own.isdisjoint(words_of("tying"))
            unsure = stance == "reserve" and not (denied or itself or tied)
            undone = not undoing().isdisjoint(set(rest) - own) or have_way(rest, "forgoing")
            if (pair, -pole) in poles or unsure or undone:
                continue
            absorbed = denied and polarity(stance) > 0  # "had no difficulty with"
            no = is_negated(" ".join(rest)) and not absorbed
            literal = itself or any(each.too for each in found if each.pair == pair)
            itself = itself or (denied and not negations().isdisjoint(said))
            literal = literal or itself or tied or (denied and no)
            blamed = pole < 0 and stance == "concern" and pair in _marked("!")
            objects = polarity(stance) < 0 and not (literal or blamed)
            way = -pole if no != objects else pole
            about = thing - said - own - _besides() or besides - said - own - _besides()
            views.append(View(pair, pole, way, about, said, itself and polarity(stance) < 0))
    return tuple(views)


@cache
def _pronouns() -> frozenset[str]:
    return words_of("pronouns")


@cache
def _besides() -> frozenset[str]:
    """The words beside a way that do not say for what it is."""
    return words_of(
        "tones", "helpers", "negations", "pole_bearers", "said_words", "contrary_beside"
    )


@lru_cache(maxsize=8_192)
def without_asides(text: str) -> str:
    """A text without what is put in between commas, or weighed against what is wanted."""
    for often in words_of("how_often"):
        text = text.replace(f" {often} ", f" {often.split()[-1]} ")
    return _instead().split(_aside().sub(" ", _too().sub(r" \1 ", text)), maxsplit=1)[0]


@cache
def _too() -> re.Pattern[str]:
    ways = "|".join(sorted(words_of("too_words")))
    return re.compile(rf",\s({ways}),\s", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    openers = "|".join(sorted(words_of("aside_openers")))
    return re.compile(rf",\s+(?:\w+\s+)?(?:{openers})\b[^,;:]*,\s", re.IGNORECASE)


@cache
def _instead() -> re.Pattern[str]:
    ways = "|".join(sorted(words_of("instead_of")))
    return re.compile(rf"\s(?:{ways})\s", re.IGNORECASE)


class _Named(NamedTuple):
    """A way that a clause names."""

    pair: int
    pole: int
    said: frozenset[str]
    """Its words."""
    too: bool
    """Whether it blames as it stands: `too harshly`."""


def _named(said: Sequence[str], told: Sequence[str], language: str) -> Iterator[_Named]:
    """The ways that a clause names, which begin before any reason.

    One that lies within a longer one tells nothing.
    """
    index = _contraries(language)
    found = [
        _Named(pair, pole, frozenset(way), _blames(forms))
        for first in set(told) & index.keys()
        for pair, pole, forms in index[first]
        for way in (follow(said, forms),)
        if way is not None
    ]
    for each in found:
        others = [other for other in found if other.pair == each.pair and other.said & each.said]
        if not any(each.said < other.said or _denies(other, each) for other in others):
            yield each


def _denies(one: _Named, other: _Named) -> bool:
    """Whether one way denies what the other one names for the other pole: `no ceiling`."""
    no = [not negations().isdisjoint(each.said) for each in (one, other)]
    return one.pole != other.pole and no == [True, False]


def _blames(way: Way) -> bool:
    """Whether a way blames as it stands: `too harshly`; or wants that not: `not too bold`."""
    no = len(way) > 1 and not negations().isdisjoint(way[0])
    return not words_of("too").isdisjoint(way[no])


@cache
def _contraries(language: str) -> dict[str, list[tuple[int, int, Way]]]:
    """The ways of a language by the forms of their first word, with their pair and pole."""
    found: dict[str, list[tuple[int, int, Way]]] = {}
    for pair, pole, said in _written(language):
        way = way_of(said)
        for first in way[0]:
            found.setdefault(first, []).append((pair, pole, way))
    return found


@cache
def _marked(mark: str) -> frozenset[int]:
    """The pairs behind a mark: `! works <> fails`, so that to say so is a view."""
    pairs = enumerate(data(LANGUAGES[0], "comparison")["contraries"])
    return frozenset(number for number, pair in pairs if pair.startswith(mark))


def _written(language: str) -> Iterable[tuple[int, int, str]]:
    for each in (language,) if language in LANGUAGES else LANGUAGES:
        for number, pair in enumerate(data(each, "comparison")["contraries"]):
            for pole, side in zip((1, -1), pair.lstrip("!+ ").split(" <> "), strict=True):
                for way in side.split(" / "):
                    yield number, pole, way
