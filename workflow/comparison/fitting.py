"""How well two statements fit: by their words, their figures, their sides and who makes them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, Self

from workflow.comparison.kin import marks
from workflow.comparison.kinds import rank
from workflow.comparison.model import Stand, asked_once
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.subjects import about, before_grounds
from workflow.comparison.tokens import amounts, figures
from workflow.comparison.vectors import Vector, cosine, pieces, rarity, vector

OTHER_SIDE = 0.85
"""Factor for statements with opposite polarity: a group may hold both views at once."""
EACH_RANK = 0.03
"""Taken off for each rank between the sizes of two groups, so that ties go to the nearest."""
NO_RANK = 0.06
"""Taken off where the size of one group is not known (`de lidstaten`)."""
SAME_FIGURE = 0.15
"""Added where both statements name one and the same figure, such as an amount."""
SAME_AMOUNT = 0.25
"""Added where that is an amount, with the word behind it: `85 miljoen`."""
SAME_STANCE = 0.03
"""Added for one and the same stance, where words hardly tell."""
SAME_OBJECTION = 0.1
"""The same for two worries, reservations or objections: a wish is further from them."""
MOST_WEIGHED = 7
"""Statements that are weighed against one another in every way; of more, the best fit first."""
ALMOST = 1 - 1e-9
"""The most that two texts are about the same that do not have the same pieces."""


class Likeness:
    """How much statements are about the same, by the words of all statements at hand.

    Nothing is weighed before it is asked for: what is said again word for word, or is the only
    statement of its speaker, needs none of it.
    """

    def __init__(self, stands: Sequence[Stand]) -> None:
        self._stands = stands
        self._vectors: dict[str, Vector] = {}
        self._known: dict[tuple[str, str], float] = {}

    def of(self, one: Stand, other: Stand) -> float:
        """From 0 to 1; the actors do not count, nor the reasons of a view."""
        if one.core == other.core:
            return 1.0
        texts = said_first(one), said_first(other)
        if texts not in self._known:
            self._known[texts] = cosine(*map(self._vector, texts))
        return self._known[texts]

    @cached_property
    def _weights(self) -> dict[str, float]:
        return rarity([marks(text) for text in {stand.core: None for stand in self._stands}])

    def _vector(self, text: str) -> Vector:
        if text not in self._vectors:
            self._vectors[text] = vector(marks(text), self._weights)
        return self._vectors[text]


@asked_once
def said_first(stand: Stand) -> str:
    """What a view is, without its reasons: `tegen het register, want nationale systemen volstaan`.

    The whole of an explanation, and of a view that names nothing before its reasons.
    """
    if not is_view(stand):
        return stand.core
    said = before_grounds(stand.core)
    named = about(stand, [said]) - words_of("whole", "pointers")
    return said if named else stand.core


class Fitting(NamedTuple):
    """A statement with what its partner is looked for by."""

    stand: Stand
    polarity: int
    figures: frozenset[str]
    amounts: frozenset[str]
    rank: float
    pieces: int
    """How many different pieces its words have."""

    @classmethod
    def of(cls, stand: Stand) -> Self:
        """A statement, looked at."""
        core = stand.core
        side, numbers = polarity(stand.stance), (figures(core), amounts(core))
        return cls(stand, side, *numbers, rank(stand), len(pieces(core)))

    def is_against(self, other: Self) -> bool:
        """Whether the two take opposite sides."""
        return self.polarity * other.polarity < 0

    def fits(self, other: Self, likeness: float) -> float:
        """How well the two fit, by how much they are about the same."""
        score = likeness * OTHER_SIDE if self.is_against(other) else likeness
        if not self.amounts.isdisjoint(other.amounts):
            score += SAME_AMOUNT
        elif not self.figures.isdisjoint(other.figures):
            score += SAME_FIGURE
        if self.stand.stance == other.stand.stance:
            score += SAME_OBJECTION if self.polarity < 0 else SAME_STANCE
        if self.rank and other.rank:
            score -= EACH_RANK * abs(self.rank - other.rank)
        elif self.rank or other.rank:
            score -= NO_RANK
        return score

    def most(self, other: Self) -> float:
        """The most that the two can be about the same, without looking closely."""
        same = self.pieces == other.pieces or self.stand.core == other.stand.core
        return 1.0 if same else ALMOST


Fittings = tuple[Sequence[Fitting], Sequence[Fitting]]
"""Older and newer statements with what a partner is looked for by."""
Fitted = Callable[[], Fittings]
"""The same once somebody asks."""


def fittings(older: Sequence[Stand], newer: Sequence[Stand]) -> Fittings:
    """Older and newer statements, looked at."""
    return list(map(Fitting.of, older)), list(map(Fitting.of, newer))


def is_view(stand: Stand) -> bool:
    """Whether a statement is more than an explanation."""
    return stand.stance not in rules()["plain"]


def best_pairs(fits: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs of rows and columns that fit best together, as many as there can be."""
    if len(fits) > len(fits[0]):
        turned = list(zip(*fits, strict=True))
        return [(row, column) for column, row in best_pairs(turned)]
    if len(fits[0]) > MOST_WEIGHED:
        ranked = sorted((-fit, i, j) for i, row in enumerate(fits) for j, fit in enumerate(row))
        chosen: dict[int, int] = {}
        for _, i, j in ranked:
            if i not in chosen and j not in chosen.values():
                chosen[i] = j
        return list(chosen.items())
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for row in fits:
        grown: dict[int, tuple[float, tuple[int, ...]]] = {}
        for taken, (total, columns) in best.items():
            for j, fit in enumerate(row):
                after = taken | 1 << j
                if after != taken and (after not in grown or grown[after][0] < total + fit):
                    grown[after] = total + fit, (*columns, j)
        best = grown
    return list(enumerate(max(best.values())[1]))
