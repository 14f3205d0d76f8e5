"""Which statement of the newer meeting takes up which statement of the older one.

The order of statements says nothing, for reports reorder; each statement has one partner at most.
"""

from collections.abc import Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import NamedTuple, Self

from workflow.comparison.conceding import does_not_exclude
from workflow.comparison.firmness import is_faint
from workflow.comparison.kin import kin_of, marks
from workflow.comparison.kinds import judge, rank
from workflow.comparison.model import Stand
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.subjects import is_repeated, overlap, votes
from workflow.comparison.sufficing import suffices
from workflow.comparison.tokens import amounts, figures
from workflow.comparison.vectors import Vector, content_words, cosine, pieces, rarity, vector
from workflow.comparison.wording import words

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
IN_COMMON = 0.04
"""Likeness from which statements with few common words have something in common."""
SAME_SIDE = 0.02
"""Added for the same side, taken off for the other one, where words hardly tell."""
OTHER_SORT = 0.1
"""Taken off where one is a view and the other one an explanation."""
EACH_PLACE = 0.08
"""Taken off where one stands first and the other one last among what is left over."""
APART = 0.03
"""Likeness below which a promise and another statement have nothing in common."""
OF_PROMISES = frozenset(("announce", "inform", "call"))
"""Stances of which a promise is told apart where they have nothing in common."""
NAMED_BY = 2
"""Words that each of them names its subject by at least."""
FOUND_ENOUGH = 0.05
"""Added where one finds enough what the other one wants changed."""
MOST_WEIGHED = 7
"""Statements that are weighed against one another in every way; of more, the best fit first."""
MOST_LEFT = 400
"""Pairs of statements that are looked at where words hardly tell."""
MOST_CROSSED = 60
"""Pairs of views that are looked at where an explanation may have taken a partner."""
ALMOST = 1 - 1e-9
"""The most that two texts are about the same that do not have the same pieces."""


Pairs = list[tuple[Stand | None, Stand | None]]


class Likeness:
    """How much statements are about the same, by the words of all statements at hand.

    Nothing is weighed before it is asked for: what is said again word for word, or is the only
    statement of its speaker, needs none of it.
    """

    def __init__(self, stands: Sequence[Stand]) -> None:
        self._stands = stands
        self._vectors: dict[str, Vector] = {}

    def of(self, one: Stand, other: Stand) -> float:
        """From 0 to 1; the actors do not count."""
        if one.core == other.core:
            return 1.0
        return cosine(self._vector(one.core), self._vector(other.core))

    @cached_property
    def _weights(self) -> dict[str, float]:
        return rarity([marks(text) for text in {stand.core: None for stand in self._stands}])

    def _vector(self, text: str) -> Vector:
        if text not in self._vectors:
            self._vectors[text] = vector(marks(text), self._weights)
        return self._vectors[text]


def align(older: Sequence[Stand], newer: Sequence[Stand], likeness: Likeness) -> Pairs:
    """The statements of one actor family on one topic, paired; what has no partner stands alone.

    In the order of the newer statements, then those that were dropped in their own order. The
    only statements of an actor belong together, unless they promise different things.
    """
    if len(older) == len(newer) == 1:
        alone = _promise_another(older[0], newer[0], likeness)
        return [(None, newer[0]), (older[0], None)] if alone else [(older[0], newer[0])]
    partner = _same(older, newer)
    partner |= _votes(older, newer, partner)
    taken = set(partner.values())
    left = [i for i in range(len(older)) if i not in taken]
    right = [j for j in range(len(newer)) if j not in partner]
    if left and right:
        partner |= _alike(older, newer, left, right, likeness)
        partner |= _left_over(older, newer, partner, likeness)
        _uncross(older, newer, partner, likeness)
        taken = set(partner.values())
    pairs: Pairs = [
        (older[partner[j]] if j in partner else None, stand) for j, stand in enumerate(newer)
    ]
    return pairs + [(stand, None) for i, stand in enumerate(older) if i not in taken]


Partners = dict[int, int]
"""The place of the older statement by that of the newer one."""


def _same(older: Sequence[Stand], newer: Sequence[Stand]) -> Partners:
    """What is said again word for word, first of what points to the same words before it."""
    partner: Partners = {}
    for said in (_said, _written):
        taken = set(partner.values())
        known: dict[tuple[str, str, str], list[int]] = {}
        for i in range(len(older) - 1, -1, -1):
            if i not in taken:
                known.setdefault(said(older[i]), []).append(i)
        for j, stand in enumerate(newer):
            if j not in partner and known.get(said(stand)):
                partner[j] = known[said(stand)].pop()
    return partner


def _votes(older: Sequence[Stand], newer: Sequence[Stand], partner: Partners) -> Partners:
    """Where somebody is for or against the text as a whole on both sides, once on each."""
    taken = set(partner.values())
    before = [i for i, stand in enumerate(older) if i not in taken and votes(stand)]
    if len(before) != 1:
        return {}
    after = [j for j, stand in enumerate(newer) if j not in partner and votes(stand)]
    if len(after) != 1:
        return {}
    same = older[before[0]].actor == newer[after[0]].actor
    return {after[0]: before[0]} if same else {}


def _said(stand: Stand) -> tuple[str, str, str]:
    return stand.actor, stand.stance, stand.core


def _written(stand: Stand) -> tuple[str, str, str]:
    """The same by the sentence alone, whatever it points to."""
    return stand.actor, stand.stance, stand.text


def _alike(
    older: Sequence[Stand],
    newer: Sequence[Stand],
    left: Sequence[int],
    right: Sequence[int],
    likeness: Likeness,
) -> Partners:
    """The best pairs of these places, the most alike first.

    A pair enters with the most that it can reach; how alike the two really are is looked at only
    when nothing that is still free can be better. That spares most pairs where texts return.
    """
    before, after = ([(at, Fitting.of(side[at])) for at in places]
                     for side, places in ((older, left), (newer, right)))  # fmt: skip
    heap = [
        (-one.fits(other, one.most(other)), False, abs(i - j), i, j)
        for i, one in before
        for j, other in after
    ]
    heapify(heap)
    sides = dict(before), dict(after)
    partner: Partners = {}
    taken: set[int] = set()
    while heap:
        _, known, distance, i, j = heappop(heap)
        if i in taken or j in partner:
            continue
        if known:
            partner[j] = i
            taken.add(i)
            continue
        one, other = sides[0][i], sides[1][j]
        score = one.fits(other, likeness.of(one.stand, other.stand))
        if score >= (TURNED_FROM if one.is_against(other) else PAIRED_FROM):
            heappush(heap, (-score, True, distance, i, j))
    return partner


def _left_over(
    older: Sequence[Stand], newer: Sequence[Stand], partner: Partners, likeness: Likeness
) -> Partners:
    """Pairs of what has no partner yet, whatever their words, for another author chose them.

    Where a statement of this actor came back in its own words, what did not is another matter,
    unless it takes the same stance on what has something in common. Where words tell nothing,
    the stance and the place among what is left do.
    """
    taken = set(partner.values())
    left = [i for i in range(len(older)) if i not in taken]
    right = [j for j in range(len(newer)) if j not in partner]
    if not left or not right or len(left) * len(right) > MOST_LEFT:
        return {}
    kept = any(is_repeated(older[i], newer[j]) for j, i in partner.items())
    before, after = ([(at, Fitting.of(side[each])) for at, each in _places(places)]
                     for side, places in ((older, left), (newer, right)))  # fmt: skip
    fits = [
        [_rest_fits(one, other, likeness) - EACH_PLACE * abs(at - to) for to, other in after]
        for at, one in before
    ]
    found = {right[j]: left[i] for i, j in best_pairs(fits)}
    return {
        j: i
        for j, i in found.items()
        if not (partner or len(found) > 1) or not _are_others(older[i], newer[j], likeness)
        if not kept or _are_kin(older[i], newer[j], likeness)
        if not _promise_another(older[i], newer[j], likeness)
    }


def _uncross(
    older: Sequence[Stand], newer: Sequence[Stand], partner: Partners, likeness: Likeness
) -> None:
    """Give a view its turn back where an explanation that has its words took one of the two.

    If both were taken, the explanations go with one another then.
    """
    paired = [(i, j) for j, i in partner.items() if is_view(older[i]) and is_view(newer[j])]
    settled = {i for i, _ in paired}, {j for _, j in paired}
    before = [i for i, view in enumerate(older) if is_view(view) and i not in settled[0]]
    after = [k for k, view in enumerate(newer) if is_view(view) and k not in settled[1]]
    if len(before) * len(after) > MOST_CROSSED:
        return
    views = [
        (likeness.of(older[i], newer[k]), i, k)
        for i in before
        for k in after
        if older[i].actor == newer[k].actor
    ]
    for near, i, k in sorted(views, reverse=True):
        j = next((each for each, at in partner.items() if at == i), None)
        other = partner.get(k)
        now = [(older[partner[each]], newer[each]) for each in (j, k) if each in partner]
        if near < TURNED_FROM or not now or any(all(map(is_view, pair)) for pair in now):
            continue
        turned = any(judge(*pair).kind == "reversed" for pair in now)
        if turned or judge(older[i], newer[k]).kind != "reversed":
            continue
        partner[k] = i
        if j is not None:
            del partner[j]
        if j is not None and other is not None:
            partner[j] = other


def _are_kin(one: Stand, other: Stand, likeness: Likeness) -> bool:
    """Whether two views are about the same, or take one stance on what has something in common.

    To draw attention to a thing and to worry about it is much the same.
    """
    if one.family != other.family:
        return False
    if not is_view(one):
        near = likeness.of(one, other) >= TURNED_FROM
        return near and suffices(one, other, overlap(one, other))
    if likeness.of(one, other) >= PAIRED_FROM:
        return True  # only the sizes of the groups set them apart
    turned = leaning(one.stance) * leaning(other.stance) < 0
    if turned and likeness.of(one, other) >= TURNED_FROM and judge(one, other).kind == "reversed":
        return True
    wary = {one.stance, other.stance} == {"call", "concern"} and any(map(is_faint, (one, other)))
    return (one.stance == other.stance or wary) and likeness.of(one, other) >= TURNED_FROM


def _are_others(one: Stand, other: Stand, likeness: Likeness) -> bool:
    """Whether two groups take opposite sides on what has nothing in common: other states."""
    against = leaning(one.stance) * leaning(other.stance) < 0
    return one.is_group and against and likeness.of(one, other) < IN_COMMON


def _promise_another(one: Stand, other: Stand, likeness: Likeness) -> bool:
    """Whether one promises what has nothing in common with what the other one says."""
    if "announce" not in (one.stance, other.stance) or one.is_group:
        return False
    if not {one.stance, other.stance} <= OF_PROMISES or likeness.of(one, other) >= APART:
        return False
    if does_not_exclude(one) or does_not_exclude(other):
        return False
    both = [_named(each) for each in (one, other)]
    return min(map(len, both)) >= NAMED_BY and kin_of(both[0]).isdisjoint(kin_of(both[1]))


def _named(stand: Stand) -> set[str]:
    """The words of a statement that name what it is about, and nothing that any report has."""
    besides = words_of("plain_words", "said_words", "form_words", "generic_words", "tones")
    said = {word for word in content_words(stand.core) if word.isalpha()}
    return said - {*words(stand.cue)} - besides


def _places(found: Sequence[int]) -> list[tuple[float, int]]:
    """Where each one stands among them, from 0 for the first to 1 for the last."""
    return [(at / max(1, len(found) - 1), each) for at, each in enumerate(found)]


def _rest_fits(one: "Fitting", other: "Fitting", likeness: Likeness) -> float:
    """How well two statements fit that have few words in common."""
    fit = one.fits(other, likeness.of(one.stand, other.stand))
    if is_view(one.stand) != is_view(other.stand):
        if suffices(one.stand, other.stand, overlap(one.stand, other.stand)):
            return fit + FOUND_ENOUGH
        return fit - OTHER_SORT
    return fit + SAME_SIDE * leaning(one.stand.stance) * leaning(other.stand.stance)


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


def is_view(stand: Stand) -> bool:
    """Whether a statement is more than an explanation."""
    return stand.stance not in rules()["plain"]


class Fitting(NamedTuple):
    """A statement with what its partner is looked for by."""

    stand: Stand
    polarity: int
    figures: frozenset[str]
    amounts: frozenset[str]
    rank: int
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
