"""Whether one view is for some alone and the other one for others too: `only for large firms`."""

from collections.abc import Sequence, Set
from functools import cache
from itertools import chain

from workflow.comparison.clauses import (
    begins_way,
    has_way,
    is_negated,
    negations,
    own_clauses,
    own_text,
    undoing,
)
from workflow.comparison.model import Stand, either_way
from workflow.comparison.objects import are_for_one_thing, are_named
from workflow.comparison.rules import leaning, words_of
from workflow.comparison.vectors import content_of, content_words
from workflow.comparison.wording import words
from workflow.languages import LANGUAGES, data

ONLY, TOO = 3, 5
"""Words around a kind within which stands that it is meant alone, or as well."""

BARE = 2
"""Words with a meaning beside an exception that only say for whom it is."""


def widens(older: Stand, newer: Stand) -> int:
    """-1 where one wants a thing for some only and the other one for their opposites too, else 0.

    So "for large firms only" and "for small ones as well"; 1 where the other one is against that.
    """
    only, too = words_of("only_words"), words_of("too_words")
    for one, other in either_way(older, newer):
        if leaning(one.stance) <= 0 or not leaning(other.stance):
            continue
        if _are_some_and_all(one, other) or _are_none_and_some_spared(one, other):
            return -leaning(other.stance)
        if only.isdisjoint(words(one.core)) or too.isdisjoint(words(other.core)):
            continue
        if _are_opposite_kinds(_near(one), _near(other)):
            return -leaning(other.stance)
    return 0


def are_opposite_kinds(one: str, other: str) -> bool:
    """Whether two words name kinds of a sort that exclude each other: `large`, `small`."""
    return any(
        (one in some and other in others) or (one in others and other in some)
        for some, others in _scopes()
    )


@cache
def words_of_kinds() -> frozenset[str]:
    """The words for kinds of a sort, of all languages."""
    return frozenset(chain.from_iterable(chain(*_scopes())))


def _are_some_and_all(one: Stand, other: Stand) -> bool:
    """Whether one wants a thing for some and the other one for all: "open to every region"."""
    near = [own_clauses(each) for each in (one, other)]
    for parts, name in zip(near, ("for_some", "for_all"), strict=True):
        if not begins_way(chain.from_iterable(map(words, parts)), name):
            return False
    some, every = map(" ".join, near)
    if not (has_way(some, "for_some") and has_way(every, "for_all")):
        return False
    denied = is_negated(some) or is_negated(every) or has_way(every, "for_some")
    if denied or _behind(every, words_of("all_words")) & _behind(some, words_of("to_words")):
        return False  # "open to all member states", "limited to the member states"
    return are_for_one_thing(one, other)


def _are_none_and_some_spared(one: Stand, other: Stand) -> bool:
    """Whether one wants a thing to be without exception and the other one wants an exception."""
    if leaning(other.stance) <= 0 or not has_way(one.core, "not_sparing"):
        return False
    mine = words(one.core)
    theirs = [*chain(*map(words, own_clauses(other)))]
    spared = words_of("exceptions")
    if spared.isdisjoint(mine) or spared.isdisjoint(theirs) or not _asks_to_spare(theirs):
        return False
    if len(negations().intersection(mine)) > 1 or has_way(one.core, "no_deal"):
        return False  # "could not agree without an exception"
    named = set(content_of(theirs)) - spared - set(words(other.cue))
    alike = are_named(frozenset(named), frozenset(content_words(one.core)) - spared)
    source = next((at for at, w in enumerate(theirs) if w in words_of("away_from")), len(theirs))
    of_another = not words_of("to_words").isdisjoint(theirs[source:])  # "from VAT for hospitals"
    return alike or (len(named) <= BARE and not of_another)


def _asks_to_spare(said: Sequence[str]) -> bool:
    """Whether a wish is for an exception, and not for none or for its end."""
    return (negations() | undoing() | words_of("ending", "hardly", "less_of")).isdisjoint(said)


def _behind(clause: str, leading: Set[str]) -> set[str]:
    """The first words with a meaning behind each of these words of a clause."""
    said = words(clause)
    rests = (content_of(said[at + 1 :]) for at, w in enumerate(said) if w in leading)
    return {rest[0] for rest in rests if rest}


def _near(stand: Stand) -> list[str]:
    """The words of the clauses that carry the stance, without its own."""
    near = own_text(stand)
    own = set(words(stand.cue)) - words_of("scope_verbs")
    return [word for word in words(near) if word not in own]


def _are_opposite_kinds(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one names a kind alone and the other one its opposite too, for the same thing."""
    for ways in _scopes():
        for kind, opposite in (ways, ways[::-1]):
            first = next((at for at, word in enumerate(mine) if word in kind), -1)
            second = next((at for at, word in enumerate(theirs) if word in opposite), -1)
            if first < 0 or second < 0 or not opposite.isdisjoint(mine):
                continue
            if _stands_by(mine, first, ONLY, "only_words") and _stands_by(
                theirs, second, TOO, "too_words"
            ):
                sorts = mine[first + 1 : first + 2], theirs[second + 1 : second + 2]
                return _are_for_one(mine, theirs, *sorts)
    return False


def _are_for_one(
    mine: Sequence[str], theirs: Sequence[str], sort: Sequence[str], other_sort: Sequence[str]
) -> bool:
    """Whether two wishes are for one thing and one sort, which may be left out: `small ones`."""
    bare = not other_sort or other_sort[0] in words_of("pointers", "too_words")
    if not bare and not are_named(frozenset(sort), frozenset(other_sort)):
        return False
    besides = words_of("scope_verbs", "tones").union(sort, other_sort, *chain(*_scopes()))
    things = [frozenset(content_of(said)) - besides for said in (mine, theirs)]
    return all(things) and are_named(*things)


def _stands_by(said: Sequence[str], at: int, reach: int, name: str) -> bool:
    """Whether a word of a list stands near this place."""
    return not words_of(name).isdisjoint(said[max(0, at - reach) : at + reach + 1])


@cache
def _scopes() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The words for kinds of a sort, with those for their opposites, of all languages."""
    pairs = [
        pair.split(" <> ") for name in LANGUAGES for pair in data(name, "comparison")["scopes"]
    ]
    return tuple((frozenset(one.split()), frozenset(other.split())) for one, other in pairs)
