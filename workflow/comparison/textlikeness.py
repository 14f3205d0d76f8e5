"""Whether two items are about the same by the words of their texts, whatever their titles are."""

from collections.abc import Collection, Sequence

from workflow.comparison.acts import acts_in
from workflow.comparison.alike import ALMOST, APART, LINKED_FROM, are_apart, is_ahead, is_text_ahead
from workflow.comparison.candidates import Candidate, body_words
from workflow.comparison.kin import THING
from workflow.comparison.titles import have_one_frame, stem, stems
from workflow.comparison.vectors import cosine

FEWEST = 2
"""Words on the subject that only two items of their meetings have, at least."""
ABOUT_FROM = (1.0, 1.0, 0.12, 0.1)
"""Likeness in what two items are about from which that can speak for them, by how many reasons
there are to think so. Measured: of other items with two reasons at most .11."""
ENOUGH = len(ABOUT_FROM) - 1
"""Reasons from which more make no difference to it."""
MANY = 5
"""Words on the subject that both have, whoever else has them: as good as one of theirs alone."""
LISTED_FROM = 0.08
"""Likeness in what two items are about from which they are listed as possible."""
AHEAD = 1.5
"""How many times as alike in this as any other item of the older meeting, for a list."""
FAR_AHEAD = 1.6
"""The same where it links them whatever their titles are, for the items of both meetings."""

STATES_FROM = 0.2
"""Likeness in the subject and in the states that speak on it, from which both link two items."""
OF_STATES = 0.3
"""How much the likeness in states counts beside the other. Measured: .6 in half of the links."""
SURE_FROM = 0.4
"""The same from which they link two items whose titles each name something else."""
SAME_STATES = 0.5
"""Likeness in the states alone from which they count as the same."""
TELLING = 0.3
"""What a state adds to it at least, as a share of what the rarest adds, to be named as a reason."""
OTHERS_TO = 0.3
"""Likeness in the subject up to which they speak against items whose titles share no word."""
OTHER_STATES = 0.05
"""Likeness in the states alone up to which several on both sides are others."""
TOUCHED_FROM = 0.05
"""Likeness in the subject that two items of the same states have at least."""
LONE_FROM = 0.15
"""The same where they have one state in common: it speaks on many things."""
CALLED_FROM = 0.2
"""Likeness in the subject from which one word ties a point to an item whose title it names."""
HALF_FROM = 0.15
"""The same from which what both halves of an item have speaks for one of them."""
NAMED_FROM = 0.25
"""The same from which one word of a title ties two items that nothing else comes near."""
NAMED_BY = 2.5
"""How many times as alike as any rival they then are."""
PART_TOUCHED_FROM = 0.1
"""The same where one is a part of an item about many things: a short text is alike by one word."""

Rivals = tuple[Sequence[Candidate], Sequence[Candidate]]
"""The older items and the newer ones that two items have to be ahead of."""


def are_told_alike(
    older: Candidate,
    newer: Candidate,
    rivals: Rivals,
    *,
    besides: int = 0,
    halves: Rivals = ((), ()),
) -> bool:
    """Whether two items are about the same, and no rivals of either are.

    `besides` is what speaks for it besides their words on the subject; those that they share with
    the other `halves` of theirs alone count too.
    """
    near = nearness(older, newer) >= HALF_FROM
    mine = alone_beside(older, halves[0]) if near and halves[0] else older.alone()
    theirs = alone_beside(newer, halves[1]) if near and halves[1] else newer.alone()
    called = _is_called(older, newer) or _is_named(older, newer, rivals)
    count = counted(mine & theirs, older, newer, besides + called)
    if count > 0 and is_about(older, newer, rivals, count):
        return True
    return _is_of_the_same_states(older, newer, rivals)


def are_told_apart(older: Candidate, newer: Candidate) -> bool:
    """Whether other states spoke on two items, which have little of a subject in common.

    Or somewhat more, where no word of their titles is one of both.
    """
    least = ABOUT_FROM[ENOUGH] if older.heads() & newer.heads() else OTHERS_TO
    return nearness(older, newer) < least and other_states_speak(older, newer)


def _is_of_the_same_states(older: Candidate, newer: Candidate, rivals: Rivals) -> bool:
    """Whether states that spoke on one item speak on the other, and on its subject.

    Who has a stake in a thing comes back to it, in whatever words: it is counted together with
    the words on the subject, one of which has to be theirs alone. Both together say more than
    titles that are worded in two ways; not more than those that say the same of two things.
    """
    part = older.generic or newer.generic
    near = nearness(older, newer)
    if near < (PART_TOUCHED_FROM if part else TOUCHED_FROM):
        return False
    if not part and near < LONE_FROM and len(states_of_both(older, newer)) < FEWEST:
        return False
    score = with_states(older, newer)
    sure = not part and score >= SURE_FROM
    sure = sure and not have_one_frame(older.entry.title, newer.entry.title)
    return (
        (sure or (score >= STATES_FROM and not older.alone().isdisjoint(newer.alone())))
        and len(states_of_both(older, newer))
        >= (FEWEST if part and not _is_titled(older, newer) else 1)
        and all(score >= FAR_AHEAD * with_states(x, newer) for x in rivals[0] if x is not older)
        and all(score >= FAR_AHEAD * with_states(older, x) for x in rivals[1] if x is not newer)
        and not are_apart(older, newer, returns=sure)
    )


def _is_called(older: Candidate, newer: Candidate) -> bool:
    """Whether a point names all that the title of an item does, one word of it as both alone do."""
    if older.generic == newer.generic or nearness(older, newer) < CALLED_FROM:
        return False
    point, item = (older, newer) if older.generic else (newer, older)
    words = {word for word in item.heads() if word[0] != THING}
    told = words & older.alone() & newer.alone()
    return bool(told) and words <= stems(body_words(point.item))


def _is_named(older: Candidate, newer: Candidate, rivals: Rivals) -> bool:
    """Whether both items alone have a word for what a title names, and nothing else is near."""
    near = nearness(older, newer) / NAMED_BY
    # A point of an item about many things is short: by one word it is soon alike.
    if near < NAMED_FROM / NAMED_BY or older.generic or newer.generic:
        return False
    heads = older.heads() | newer.heads()
    things = [word for word in heads if word[0] == THING]
    named = heads.union(*(_named_by(x, thing) for x in (older, newer) for thing in things))
    return (
        any(word[0] != THING for word in named & older.alone() & newer.alone())
        and _is_first(rivals[0], older, newer, near, few=0)
        and _is_first(rivals[1], newer, older, near, few=0)
        and is_text_ahead(older, newer)
    )


def _is_titled(older: Candidate, newer: Candidate) -> bool:
    """Whether one item names what the title of the other one does, and is about much the same."""
    named = (older.heads() & newer.subject().keys()) | (newer.heads() & older.subject().keys())
    return bool(named) and nearness(older, newer) >= STATES_FROM


def states_of_both(older: Candidate, newer: Candidate) -> frozenset[str]:
    """The codes of the member states that spoke on both, if they are mostly the same ones.

    Without those that speak on nearly everything, such as the own government.
    """
    one, other = older.states(), newer.states()
    if cosine(one, other) < SAME_STATES:
        return frozenset()
    adds = {code: one[code] * other[code] for code in one.keys() & other}
    return frozenset(code for code in adds if adds[code] >= TELLING * max(adds.values()))


def with_states(older: Candidate, newer: Candidate) -> float:
    """How much two items are alike, the member states that spoke on both counted in."""
    return nearness(older, newer) + OF_STATES * cosine(older.states(), newer.states())


def nearness(older: Candidate, newer: Candidate) -> float:
    """How much two items are alike in what they are about, from 0 to 1."""
    return cosine(older.subject(), newer.subject())


def without_halves(older: Candidate, newer: Candidate, rivals: Rivals) -> Rivals:
    """The rivals, without those that go on with one of the two items and with no other.

    The halves that an item was split into, or that were joined in one, resemble it all: none
    is a rival of the rest.
    """
    return (
        [each for each in rivals[0] if each is older or not is_ahead_by(FAR_AHEAD, newer, each)],
        [each for each in rivals[1] if each is newer or not is_ahead_by(FAR_AHEAD, older, each)],
    )


def other_states_speak(one: Candidate, other: Candidate) -> bool:
    """Whether several states spoke on each of two items, and none on both."""
    states = one.states(), other.states()
    several = all(sum(weight >= TELLING for weight in x.values()) >= FEWEST for x in states)
    return several and cosine(*states) < OTHER_STATES


def alone_beside(part: Candidate, siblings: Collection[Candidate]) -> frozenset[str]:
    """The words and things that no other item of a part's meeting has but its siblings.

    Nor another point of the same item, where it is a point of an item about many things.
    """
    if part.generic:
        return frozenset(part.alone())
    others = (each for each in part.row if each is not part and each not in siblings)
    taken = set().union(*(each.subject() for each in others))
    return frozenset(word for word in part.subject().keys() - taken if word[0] > "9")


def is_ahead_by(by: float, whole: Candidate, part: Candidate) -> bool:
    """Whether nothing else of the whole's meeting is nearly as much about what a part is."""
    return is_ahead(whole.row, whole, part, nearness(whole, part), by)


def is_about(
    one: Candidate,
    other: Candidate,
    rivals: Rivals,
    count: int,
    *,
    returns: bool = False,
) -> bool:
    """Whether two items are alike in what they are about, far more than any rivals.

    With `returns` their titles do not keep them apart, as where sentences come back.
    """
    score = nearness(one, other)
    few = FEWEST if count >= ENOUGH else 0
    return (
        score >= ABOUT_FROM[min(count, ENOUGH)]
        and _is_first(rivals[0], one, other, score / FAR_AHEAD, few=few)
        and _is_first(rivals[1], other, one, score / FAR_AHEAD, few=few)
        and not are_apart(one, other, returns=returns)
    )


def _is_first(
    row: Sequence[Candidate], one: Candidate, other: Candidate, most: float, *, few: int
) -> bool:
    """Whether no other item of a row is more than so much about what an item is.

    One that shares fewer words than `few` with it does not count: it is short. Nor does one that
    goes on with another item, where one of both is a point of an item about many things.
    """
    part = one.generic or other.generic
    return all(
        nearness(each, other) <= most
        or len(_both(each, other)) < few
        or (part and _goes_on(each, other))
        for each in row
        if each is not one
    )


def _goes_on(rival: Candidate, other: Candidate) -> bool:
    """Whether a rival of an item clearly goes on with another item of its meeting."""
    near = FAR_AHEAD * nearness(rival, other)
    return any(nearness(rival, x) >= near for x in other.row if x.key != other.key)


def _both(one: Candidate, other: Candidate) -> frozenset[str]:
    """The words on the subject that two items have, and the things that none of them names."""
    shared = one.subject().keys() & other.subject().keys()
    return apart_words(frozenset(word for word in shared if word[0] > "9"), one, other)


def counted(
    told: frozenset[str], one: Candidate, other: Candidate, besides: int = 0, least: int = FEWEST
) -> int:
    """How much words that are of two items alone speak for them, with what else does.

    Nothing where that is fewer than `least` words: they may be there by chance.
    """
    apart = apart_words(told, one, other)
    many = len(one.subject().keys() & other.subject().keys()) // MANY
    if not told or len(apart) + many + besides < least:
        return 0
    in_titles = apart & (one.heads() | other.heads())
    acts = acts_in(one.entry.title) & acts_in(other.entry.title)
    return len(apart) + many + besides + len(in_titles) + bool(acts)


def apart_words(told: frozenset[str], one: Candidate, other: Candidate) -> frozenset[str]:
    """The words, and the things that none of them names; of things that one word names but one."""
    found = {word for word in told if word[0] != THING}
    taken = set(found)
    for thing in sorted(told - found):
        by = _named_by(one, thing) | _named_by(other, thing)
        if taken.isdisjoint(by):
            found.add(thing)
        taken |= by
    return frozenset(found)


def _named_by(item: Candidate, thing: str) -> frozenset[str]:
    """The beginnings of the words by which an item names a thing."""
    return frozenset(map(stem, item.names().get(thing, ())))


def nearest(row: Sequence[Candidate], newer: Candidate) -> tuple[int, float]:
    """The place of the item that is about the same as no other is, and a likeness for it.

    The place is -1 where there is none. The likeness is for a list, not for an answer, unless
    there is no other item in the newer meeting either.
    """
    scores = [cosine(other.subject(), newer.subject()) for other in row]
    best = max(range(len(row)), key=scores.__getitem__, default=-1)
    rest = max((score for at, score in enumerate(scores) if at != best), default=0.0)
    if best < 0 or row[best].generic or scores[best] < max(LISTED_FROM, AHEAD * rest):
        return -1, 0.0
    if not any(word[0].isalpha() for word in row[best].subject().keys() & newer.subject().keys()):
        return -1, 0.0
    if are_told_alike(row[best], newer, (row, newer.row)):
        return best, LINKED_FROM
    return best, min(ALMOST, APART + scores[best])
