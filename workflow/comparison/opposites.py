"""When a statement says the opposite of an earlier one, whatever their stances.

Four ways: what was said is withdrawn (`trok zijn verzoek in`); a clause comes back in the same
words with a denial in it, or without the denial it had (`zag nu geen aanleiding`); what was
held against a thing is no problem any more (`had er niet langer moeite mee`); or somebody says
that they changed sides (`draaide bij`).
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

from workflow.comparison.clauses import (
    clauses,
    denied_clauses,
    denies,
    has_one_of,
    has_way,
    negations,
    words_by_clause,
)
from workflow.comparison.model import Stand, asked_once
from workflow.comparison.rules import polarity, words_of
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import content_words, pieces
from workflow.comparison.ways import way_in, ways_of

FEWEST_WORDS = 3
"""Words with a meaning that a clause needs to be the denial of another one."""
NEAR = 2
"""Words before a word among which stands what denies it."""
SHORTEST_OPPOSITE = 4
"""Letters of a word whose opposite is looked for."""


def withdrawn(older: Stand, newer: Stand) -> tuple[Stand, int] | None:
    """The statement that the other one takes back, and its side; None where nothing is.

    The side is 1 for support or a wish, -1 for an objection.
    """
    taking = [_takes_back(stand) for stand in (older, newer)]
    if taking[0] == taking[1]:
        return None
    said, taker = (newer, older) if taking[0] else (older, newer)
    return said, -1 if _names_objection(taker) else 1


@asked_once
def taken_side(stand: Stand) -> int:
    """1 where a statement takes an objection back, -1 where support or a wish, 0 for neither."""
    if not _takes_back(stand):
        return 0
    return 1 if _names_objection(stand) else -1


@asked_once
def asks_to_withdraw(stand: Stand) -> bool:
    """Whether somebody asks for a text as a whole to be withdrawn: that is to be against it."""
    asked = stand.stance == "call" and not _names_objection(stand)
    whole = asked and not words_of("whole", "planned").isdisjoint(content_words(stand.core))
    return whole and (bool(_taken_back(stand.core)) or has_way(stand.core, "taking_off"))


def _names_objection(stand: Stand) -> bool:
    return not words_of("objections").isdisjoint(content_words(stand.core))


@cache
def words_of_taking_back() -> frozenset[str]:
    """The words of taking back and of what is taken back: they say nothing about the subject."""
    return (
        words_of("objections")
        | words_of("dropped")
        | frozenset(
            word
            for name in ("withdrawing", "dropping")
            for ways in ways_of(name).values()
            for way in ways
            for forms in way
            for word in forms
        )
    )


def turned_round(older: Stand, newer: Stand) -> Stand | None:
    """The statement of before, where the other one says that its speaker changed sides."""
    turned = _turns(older.core), _turns(newer.core)
    if turned[0] == turned[1]:
        return None
    return newer if turned[0] else older


def parts_from_before(older: Stand, newer: Stand) -> bool:
    """Whether the newer statement says that it thinks otherwise than before.

    What both only tell of or ask is no view, unless one denies it; one view is no turn of its own.
    """
    if not has_way(newer.core, "unlike_before") or has_way(older.core, "unlike_before"):
        return False
    sides = polarity(older.stance), polarity(newer.stance)
    if sides[0] * sides[1] > 0 or any(has_way(each.core, "clarifying") for each in (older, newer)):
        return False
    denied = [any(denied_clauses(each.core)) for each in (older, newer)]
    return any(sides) or denied[0] != denied[1]


@lru_cache(maxsize=8_192)
def _turns(text: str) -> bool:
    return has_way(text, "turning") and any(
        said and not denies(clause)
        for clause, words in words_by_clause(text)
        for said in (way_in(words, "turning"),)
    )


@asked_once
def _takes_back(stand: Stand) -> bool:
    """Whether a clause says that something is withdrawn, and does not deny it.

    Where the stance takes a side in words of its own, or asks for a thing, it is about what
    somebody else withdrew or is to withdraw.
    """
    for said in _taken_back(stand.core):
        if asks_to_withdraw(stand):
            return False
        other = polarity(stand.stance) or stand.stance == "call"
        return not (other and said.isdisjoint(plain_words(stand.cue)))
    return False


@lru_cache(maxsize=8_192)
def _taken_back(text: str) -> tuple[frozenset[str], ...]:
    """For each clause that withdraws something, the words that say so and that name it."""
    if not has_one_of(text, "withdrawing", "dropping"):
        return ()
    named = words_of("objections", "dropped")
    found = []
    for clause, words in words_by_clause(text):
        said = way_in(words, "withdrawing")
        if not said and not named.isdisjoint(words):
            said = way_in(words, "dropping")
        others = has_way(clause, "taken_in") or has_way(clause, "asking_to")
        if said and not denies(clause) and not others:
            found.append(frozenset(said | named))
    return tuple(found)


def has_no_problem(stand: Stand) -> bool:
    """Whether a clause says that there is nothing, or nothing any more, against a thing."""
    return _has_no_problem(stand.core, stand.cue)


@lru_cache(maxsize=8_192)
def _has_no_problem(text: str, cue: str) -> bool:
    """Whether a clause has a problem behind a denial, or beside one where the stance names it."""
    if negations().isdisjoint(plain_words(text)):
        return False
    problems = words_of("problems")
    own = problems & set(plain_words(cue))
    for clause, words in words_by_clause(text):
        if has_way(clause, "denying_nothing"):
            continue
        seen = next((at for at, word in enumerate(words) if word in negations()), -1)
        if seen >= 0 and not (problems.isdisjoint(words[seen:]) and own.isdisjoint(words)):
            return True
    return False


def has_opposite(older: Stand, newer: Stand) -> bool:
    """Whether one statement has a word and the other one its opposite: `onvoldoende`."""
    turned = tuple(turned_words(each.core, each.language) for each in (older, newer))
    if not any(turned):
        return False
    one, other = content_words(older.core), content_words(newer.core)
    return any(
        rest in mine and word not in mine
        for mine, theirs in ((one, turned[1]), (other, turned[0]))
        for word, rest in theirs
    )


def denies_opposite(stand: Stand, other: Stand) -> bool:
    """Whether a view denies the opposite of the other one's word: `niet onhaalbaar`, `haalbaar`."""
    said, no = plain_words(stand.core), negations() | words_of("hardly")
    near = (said[at + 1 : at + 1 + NEAR] for at, word in enumerate(said) if word in no)
    return has_opposite_in(stand, other, chain.from_iterable(near))


def has_opposite_in(stand: Stand, other: Stand, said: Iterable[str]) -> bool:
    """Whether one of these words of a view is the opposite of one of the other view."""
    turned = dict(turned_words(stand.core, stand.language))
    theirs = content_words(other.core) if turned else ()
    return any(turned.get(word) in theirs for word in said)


@lru_cache(maxsize=8_192)
def turned_words(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The words that may be the opposite of another one, with what they would be of."""
    prefixes = tuple(words_of("turning_prefixes", language=language))
    besides = words_of("not_turned", language=language)
    return tuple(
        (word, word[len(prefix) :])
        for word in content_words(text)
        if word.startswith(prefixes) and word not in besides
        for prefix in prefixes
        if word.startswith(prefix) and len(word) >= len(prefix) + SHORTEST_OPPOSITE
    )


def swapped(older: Stand, newer: Stand) -> bool:
    """Whether two things that are weighed changed places: `eerder X dan Y`, `eerder Y dan X`."""
    one, other = _weighed(older.core), _weighed(newer.core)
    return bool(one and other and one[0] & other[1] and one[1] & other[0])


@lru_cache(maxsize=8_192)
def _weighed(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words before and behind the middle of `eerder ... dan`, or None."""
    words = plain_words(text)
    for pair in words_of("weighing"):
        first, middle = pair.split()
        if first in words and middle in words[words.index(first) :]:
            start = words.index(first)
            at = words.index(middle, start)
            sides = (words[max(0, start - 1) : at], words[at + 1 : at + 2 + at - start])
            before, behind = ({word for word in side if word.isalnum()} for side in sides)
            return frozenset(before - {first}), frozenset(behind)
    return None


def denier(older: Stand, newer: Stand, alike: float) -> Stand | None:
    """The statement with a clause that denies a clause of the other one, or None.

    `alike` is the share of the shorter clause that has to come back.
    """
    one, other = denied_clauses(older.core), denied_clauses(newer.core)
    if not any(one) and not any(other):
        return None
    for first, no in zip(clauses(older.core), one, strict=True):
        for second, not_ in zip(clauses(newer.core), other, strict=True):
            beside = is_beside(first) != is_beside(second)
            if no != not_ and not beside and _is_denial(first, second, alike):
                return older if no else newer
    return None


def is_same_verdict(one: Stand, other: Stand) -> bool:
    """Whether one gives the verdict that the other one denies: `nodig`, `niet nodig`."""
    if one.stance == other.stance or (one.denied != other.stance and other.denied != one.stance):
        return False
    verdicts = [content_words(each.cue)[-1:] for each in (one, other)]
    return bool(verdicts[0]) and verdicts[0] == verdicts[1]


def is_beside(clause: str) -> bool:
    """Whether a clause only tells more: "waarbij de doorstroming niet in gevaar komt"."""
    return next(iter(plain_words(clause.strip())), "") in words_of("side_clauses")


def _is_denial(one: str, other: str, alike: float) -> bool:
    """Whether two clauses say much the same but for the words that deny."""
    both = list(map(_meaning, (one, other)))
    if min(map(len, both)) < FEWEST_WORDS:
        return False
    said = chain(plain_words(one), plain_words(other))
    measured = not words_of("enough", "too").isdisjoint(said)
    besides = frozenset() if measured else words_of("telling_verbs")
    shapes = [set().union(*(pieces(word) for word in each if word not in besides)) for each in both]
    return all(shapes) and len(shapes[0] & shapes[1]) >= alike * min(map(len, shapes))


def _meaning(clause: str) -> Sequence[str]:
    besides = words_of("negations", "undoing")
    return [word for word in content_words(clause) if word not in besides]
