"""Which statement of the newer meeting takes up which statement of the older one.

The order of statements says nothing, for reports reorder; each statement has one partner at most.
"""

from collections.abc import Sequence

from workflow.comparison.kinds import rank
from workflow.comparison.model import Stand
from workflow.comparison.rules import polarity
from workflow.comparison.tokens import figures
from workflow.comparison.vectors import Vector, cosine, pieces, rarity, vector

PAIRED_FROM = 0.2
"""Likeness from which two statements of one actor are about the same.

Measured: any threshold from .16 to .40 gives the same pairs.
"""
TURNED_FROM = 0.1
"""Likeness from which statements that are left over pair up if they take opposite sides."""
OTHER_SIDE = 0.85
"""Factor for statements with opposite polarity: a group may hold both views at once."""
EACH_RANK = 0.03
"""Taken off for each rank between the sizes of two groups, so that ties go to the nearest."""

SAME_FIGURE = 0.15
"""Added where both statements name one and the same figure, such as an amount."""

Pairs = list[tuple[Stand | None, Stand | None]]


class Likeness:
    """How much statements are about the same, by the words of all statements at hand."""

    def __init__(self, stands: Sequence[Stand]) -> None:
        self._weights = rarity([pieces(text) for text in {stand.core: None for stand in stands}])
        self._vectors: dict[str, Vector] = {}

    def of(self, one: Stand, other: Stand) -> float:
        """From 0 to 1; the actors do not count."""
        if one.core == other.core:
            return 1.0
        return cosine(self._vector(one.core), self._vector(other.core))

    def _vector(self, text: str) -> Vector:
        """Made when it is asked for: what is said again word for word needs none."""
        if text not in self._vectors:
            self._vectors[text] = vector(pieces(text), self._weights)
        return self._vectors[text]


def align(older: Sequence[Stand], newer: Sequence[Stand], likeness: Likeness) -> Pairs:
    """The statements of one actor family on one topic, paired; what has no partner stands alone.

    In the order of the newer statements, then those that were dropped in their own order.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()

    def pair(i: int, j: int) -> None:
        partner[j] = i
        taken.add(i)

    for j, stand in enumerate(newer):
        for i, other in enumerate(older):
            if i not in taken and _is_same(other, stand):
                pair(i, j)
                break
    scores = sorted(
        (
            (_score(one, other, likeness), i, j)
            for i, one in enumerate(older)
            if i not in taken
            for j, other in enumerate(newer)
            if j not in partner
        ),
        key=lambda score: (-score[0], abs(score[1] - score[2]), score[1], score[2]),
    )
    for score, i, j in scores:
        if score >= PAIRED_FROM and i not in taken and j not in partner:
            pair(i, j)
    for score, i, j in scores:
        turned = polarity(older[i].stance) * polarity(newer[j].stance) < 0
        if turned and score >= TURNED_FROM and i not in taken and j not in partner:
            pair(i, j)
    if len(older) == len(newer) == 1 and not partner:
        pair(0, 0)
    pairs: Pairs = [
        (older[partner[j]] if j in partner else None, stand) for j, stand in enumerate(newer)
    ]
    return pairs + [(stand, None) for i, stand in enumerate(older) if i not in taken]


def _is_same(older: Stand, newer: Stand) -> bool:
    return (older.actor, older.stance, older.core) == (newer.actor, newer.stance, newer.core)


def _score(older: Stand, newer: Stand, likeness: Likeness) -> float:
    score = likeness.of(older, newer)
    if polarity(older.stance) * polarity(newer.stance) < 0:
        score *= OTHER_SIDE
    if not figures(older.core).isdisjoint(figures(newer.core)):
        score += SAME_FIGURE
    if rank(older) and rank(newer):
        score -= EACH_RANK * abs(rank(older) - rank(newer))
    return score
