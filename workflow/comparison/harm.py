"""Whether somebody objects to what would harm what the other one is for: `tegen afzwakking van X`.

Who is for a target and who cannot support its being watered down are of one mind, and so are who
wants a list kept as it is and who is against extending it.
"""

from collections.abc import Iterator, Sequence

from workflow.comparison.clauses import clauses, has_way, negations, own_clauses, undoing
from workflow.comparison.conceding import bends
from workflow.comparison.firmness import yields
from workflow.comparison.model import Stand, either_way
from workflow.comparison.poles import pulled_alike
from workflow.comparison.rules import are_opposed, leaning, polarity, rules, words_of
from workflow.comparison.subjects import before_grounds, spares
from workflow.comparison.vectors import all_among, any_among, content_of, content_words
from workflow.comparison.wording import has_word_of, words

REACH = 4
"""Words with a meaning beside the word of a harm among which the thing is named."""


def is_against_harm(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one is for a thing and the other one against what harms it or keeps it away.

    `common` is how much they are about the same.
    """
    if not are_opposed(older.stance, newer.stance):
        return False
    for wish, objection in either_way(older, newer):
        if leaning(wish.stance) <= 0 or polarity(objection.stance) >= 0:
            continue
        harmed = _harms(objection, wish) and not pulled_alike(wish, objection)
        if harmed or _keeps_as_it_is(wish, objection):
            return True
        if common >= rules()["same_subject"] and not has_word_of(wish.core, "negations"):
            late = objection is newer and has_way(objection.core, "missed")
            late = late and not has_way(wish.core, "putting_off")
            late = late and not has_word_of(wish.core, "delaying")
            if late or _is_wrong_that_not(objection) or _asks_for_less_of_it(wish, objection):
                return True
    return False


def _harms(objection: Stand, wish: Stand) -> bool:
    """Whether the objection is to a harm to what the wish is about."""
    if not has_word_of(objection.core, "harming", "hindering", "less_of", "less_by"):
        return False
    harm = words_of("harming", "hindering", "less_of") | words_of("less_by") - words_of("limits")
    if polarity(wish.stance) <= 0 or spares(wish.core):
        harm -= words_of("delaying")  # more time has many names
    if yields(wish) or bends(wish) or has_way(wish.core, "gone"):
        return False
    wished = words(wish.core)
    spoilt = (
        harm.difference(words_of("limits")) | harm.intersection(words(objection.core)) | undoing()
    )
    spoilt = (spoilt | words_of("changing", "changed_words")).intersection(wished)
    if spoilt - words_of("limits"):
        return False
    if not words_of("raising", "more_of").isdisjoint(wished):
        harm -= words_of("changing")  # who wants a higher price wants another one
    own = set(words(objection.cue)) - words_of("harming", "hindering")  # `wilde niet tornen aan`
    theirs = content_words(wish.core)
    for clause in own_clauses(objection):
        said = words(before_grounds(clause))
        for at, word in enumerate(said):
            than = words_of("than").isdisjoint(said[at + 1 : at + 2])
            if word in harm and word not in own and than:
                thing = _thing(said, at, own)
                if any_among(thing, theirs):
                    return not _is_lessened(wish, thing)
                if not thing and (word in words_of("harming") or _points_back(said, at)):
                    return True
    return False


def _is_lessened(wish: Stand, thing: Sequence[str]) -> bool:
    """Whether a wish is itself for less of this thing: `een korting op de premie`.

    Where the less is the thing (`een hogere korting`), it is not.
    """
    return not all_among(words_of("less_by").intersection(words(wish.core)), thing)


def _points_back(said: Sequence[str], at: int) -> bool:
    """Whether less of a thing is less of what was named: `elke verlaging`, `een lager cijfer`."""
    beside = {*said[max(0, at - 1) : at], *said[at + 1 : at + 2]}
    return not words_of("every", "levels", "pointers").isdisjoint(beside)


def _thing(said: Sequence[str], at: int, own: set[str]) -> list[str]:
    """The words beside the word of a harm that name what is harmed: behind it, or before a verb."""
    behind = said[at + 1 :]
    ends = (place for place, word in enumerate(behind) if word in words_of("causing"))
    behind = behind[: next(ends, len(behind))]
    besides = own | words_of("tones", "less_of", "negations", "every", "levels", "helpers")
    besides |= words_of("harming") - words_of("limits")
    for part in (behind, said[:at][::-1]):
        found = [word for word in content_of(part) if word not in besides]
        if found:
            return found[:REACH]
    return []


def _keeps_as_it_is(wish: Stand, objection: Stand) -> bool:
    """Whether one wants a thing kept as it is and the other one is against more or other of it."""
    near = own_clauses(objection)
    less = any(has_word_of(each, "less_by") for each in near)
    if less and has_way(wish.core, "at_level") and not has_word_of(wish.core, "less_by"):
        return True
    return (
        has_way(wish.core, "as_it_is")
        and any(has_way(each, "renewing") for each in near)
        and not has_way(wish.core, "renewing")
        and not has_word_of(objection.core, "unchanged")
    )


def _is_wrong_that_not(objection: Stand) -> bool:
    """Whether somebody finds it wrong that a thing is not so: `onaanvaardbaar dat X niet kan`."""
    return has_way(objection.core, "state_of_affairs") and any(_wrongs(objection))


def _wrongs(objection: Stand) -> Iterator[bool]:
    own = set(words(objection.cue))
    for clause in clauses(objection.core):
        said = set(words(clause)) - own
        yield not (negations() | words_of("not_before")).isdisjoint(said)


def _asks_for_less_of_it(wish: Stand, objection: Stand) -> bool:
    """Whether one asks for less of a thing that the other one is against: `een lagere korting`."""
    said, theirs = words(wish.core), set(words(objection.core))
    less = {said[at + 1] for at, word in enumerate(said[:-1]) if word in words_of("less_of")}
    less_too = words_of("less_of", "less_by") & theirs - less
    return wish.stance == "call" and not less.isdisjoint(theirs) and not less_too
