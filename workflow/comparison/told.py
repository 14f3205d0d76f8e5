"""Whether two items are about the same by the words of their texts, whatever their titles are."""

from collections.abc import Sequence

from workflow.comparison.acts import acts_in
from workflow.comparison.alike import ALMOST, APART, LINKED_FROM, are_apart, is_ahead
from workflow.comparison.candidates import Candidate
from workflow.comparison.vectors import cosine

FEWEST = 2
"""Words on the subject that only two items of their meetings have, at least."""
ABOUT_FROM = (1.0, 1.0, 0.12, 0.1)
"""Likeness in what two items are about from which that can speak for them, by how many reasons
there are to think so. Measured: of other items with two reasons at most .11."""
MANY = 5
"""Words on the subject that both have, whoever else has them: as good as one of theirs alone."""
LISTED_FROM = 0.08
"""The same for a list."""
AHEAD = 1.5
"""How many times as alike in this as any other item of the older meeting, for a list."""
FAR_AHEAD = 1.7
"""The same where it links them whatever their titles are, for the items of both meetings."""
PART_BY = 3.0
"""The same for an item that was split off another one or joined in it."""
PLENTY = 5
"""Reasons from which such an item has to be ahead as others have."""

Rivals = tuple[Sequence[Candidate], Sequence[Candidate]]
"""The older items and the newer ones that two items have to be ahead of."""


def are_told_alike(older: Candidate, newer: Candidate, rivals: Rivals, *, besides: int = 0) -> bool:
    """Whether two items are about the same, and no rivals of either are.

    `besides` is what speaks for it besides their words on the subject.
    """
    count = _reasons(older, newer, besides)
    return count > 0 and _is_about(older, newer, rivals, count, FAR_AHEAD)


def is_part_of(whole: Candidate, part: Candidate) -> bool:
    """Whether an item was split off another one, or joined in it.

    It is not compared with the other parts: they resemble the whole as well.
    """
    count = _reasons(whole, part)
    by = PART_BY if count < PLENTY else FAR_AHEAD
    return count >= len(ABOUT_FROM) - 1 and _is_about(whole, part, (whole.row, ()), count, by)


def _is_about(one: Candidate, other: Candidate, rivals: Rivals, count: int, by: float) -> bool:
    """Whether two items are alike in what they are about, `by` times as much as any rivals."""
    score = cosine(one.subject(), other.subject())
    return (
        score >= ABOUT_FROM[min(count, len(ABOUT_FROM) - 1)]
        and is_ahead(rivals[0], one, other, score, by)
        and is_ahead(rivals[1], other, one, score, by)
        and not are_apart(one, other)
    )


def _reasons(one: Candidate, other: Candidate, besides: int = 0) -> int:
    """How much speaks for two items: words that are theirs alone, those of titles twice; an act.

    None where that is one word: it may be there by chance.
    """
    told = one.alone() & other.alone()
    many = len(one.subject().keys() & other.subject().keys()) // MANY
    if not told or len(told) + many + besides < FEWEST:
        return 0
    count = len(told) + many + besides + len(told & (one.heads() | other.heads()))
    return count + bool(acts_in(one.entry.title) & acts_in(other.entry.title))


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
