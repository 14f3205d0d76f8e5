"""Which statement of the newer meeting takes up which statement of the older one.

The order of statements says nothing, for reports reorder; each statement has one partner at most.
"""

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from workflow.comparison.conceding import bends, does_not_exclude
from workflow.comparison.firmness import is_faint
from workflow.comparison.fitting import Fitted, Fitting, Likeness, best_pairs, fittings, is_view
from workflow.comparison.formal import is_formal
from workflow.comparison.kin import kin_of
from workflow.comparison.kinds import Judging, judge
from workflow.comparison.late import Late
from workflow.comparison.model import Stand
from workflow.comparison.rules import leaning, words_of
from workflow.comparison.subjects import is_repeated, overlap, votes
from workflow.comparison.sufficing import suffices
from workflow.comparison.vectors import any_among, content_words
from workflow.comparison.wording import words

PAIRED_FROM = 0.2
"""Likeness from which two statements of one actor are about the same.

Measured: any threshold from .16 to .40 gives the same pairs.
"""
REPEATED_FROM = 0.7
"""Likeness from which two statements are the same one, whatever stance is found in them."""
TURNED_FROM = 0.1
"""Likeness from which statements that are left over pair up if they take opposite sides."""
IN_COMMON = 0.04
"""Likeness from which statements with few common words have something in common."""
SAME_SIDE = 0.02
"""Added for the same side, taken off for the other one, where words hardly tell."""
OTHER_SORT = 0.1
"""Taken off where one is a view and the other one an explanation of a group."""
OTHER_SORTS = 1.0
"""The same for any other actor: its views go with views, whatever their words."""
MENTIONED = 0.5
"""Likeness from which what an actor is named beside goes on with what it said itself."""
EACH_PLACE = 0.08
"""Taken off where one stands first and the other one last among what is left over."""
APART = 0.03
"""Likeness below which a promise and another statement have nothing in common."""
OF_TWO_SORTS = ({"call", "support"}, {"call", "concern"})
"""Stances of which the only statements of an actor are told apart where they share nothing."""
OF_PROMISES = frozenset(("announce", "inform", "call"))
"""Stances of which a promise is told apart where they have nothing in common."""
NAMED_BY = 2
"""Words that each of them names its subject by at least."""
FOUND_ENOUGH = 0.05
"""Added where one finds enough what the other one wants changed."""
MOST_LEFT = 400
"""Pairs of statements that are looked at where words hardly tell."""
MOST_CROSSED = 60
"""Pairs of views that are looked at where an explanation may have taken a partner."""

Pairs = list[tuple[Stand | None, Stand | None]]


def align(
    older: Sequence[Stand], newer: Sequence[Stand], likeness: Likeness, judging: Judging = judge
) -> Pairs:
    """The statements of one actor family on one topic, paired; what has no partner stands alone.

    In the order of the newer statements, then those that were dropped in their own order. The
    only statements of an actor belong together, unless they are about two things (`_are_alone`).
    """
    if len(older) == len(newer) == 1:
        alone = _are_alone(older[0], newer[0], likeness)
        return [(None, newer[0]), (older[0], None)] if alone else [(older[0], newer[0])]
    fitted = Late(fittings, older, newer)
    partner = _found(older, newer, fitted, likeness)
    partner |= _left_over(older, newer, partner, fitted, likeness, judging)
    _uncross(older, newer, partner, likeness, judging)
    taken = set(partner.values())
    pairs: Pairs = [
        (older[partner[j]] if j in partner else None, stand) for j, stand in enumerate(newer)
    ]
    return pairs + [(stand, None) for i, stand in enumerate(older) if i not in taken]


Partners = dict[int, int]
"""The place of the older statement by that of the newer one."""
Places = tuple[Sequence[int], Sequence[int]]
"""Places of older and of newer statements."""
Which = Callable[[Stand], bool]
"""Whether a statement is looked at."""


def _found(
    older: Sequence[Stand], newer: Sequence[Stand], fitted: Fitted, likeness: Likeness
) -> Partners:
    """Pairs of statements that are about the same.

    What an actor says itself comes before what it is named beside in the sentence of another one
    (`net als Nederland`), and views come before explanations, which take what is left: the words
    of a reason (`want nationale systemen volstaan`) are not what a view is about.
    """
    partner: Partners = {}

    def free(whose: Which) -> Places:
        taken = set(partner.values())
        left = [i for i, stand in enumerate(older) if i not in taken and whose(stand)]
        return left, [j for j, stand in enumerate(newer) if j not in partner and whose(stand)]

    for whose in (_is_own, _is_any) if _has_both((*older, *newer)) else (_is_any,):
        partner |= _same(older, newer, free(whose))
        partner |= _votes(older, newer, free(whose))
        partner |= _alike(fitted, free(whose), likeness, REPEATED_FROM)
        views = free(lambda stand: whose(stand) and is_view(stand))  # noqa: B023
        partner |= _alike(fitted, views, likeness)
        if whose is _is_own:
            partner |= _only_views(older, newer, partner, likeness)
    return partner | _alike(fitted, free(_is_any), likeness)


def _is_own(stand: Stand) -> bool:
    """Whether somebody speaks, and is not only named beside who does."""
    return not stand.co


def _is_any(_: Stand) -> bool:
    return True


def _has_both(stands: Sequence[Stand]) -> bool:
    """Whether somebody speaks here and is named beside another one there."""
    return len({stand.co for stand in stands}) > 1


def _only_views(
    older: Sequence[Stand], newer: Sequence[Stand], partner: Partners, likeness: Likeness
) -> Partners:
    """The only views that an actor gives itself, of one side, whatever their words.

    Not where it is named beside another one for much the same as one of them.
    """
    own = [[at for at, each in enumerate(side) if is_view(each) and not each.co]
           for side in (older, newer)]  # fmt: skip
    if any(len(places) != 1 for places in own):
        return {}
    (i,), (j,) = own
    if i in partner.values() or j in partner:
        return {}
    before, after = older[i], newer[j]
    if before.is_group or leaning(before.stance) * leaning(after.stance) <= 0:
        return {}
    beside = [(before, each) for each in newer if each.co]
    beside += [(each, after) for each in older if each.co]
    near = max((likeness.of(*pair) for pair in beside), default=0.0)
    return {} if near >= MENTIONED else {j: i}


def _same(older: Sequence[Stand], newer: Sequence[Stand], free: Places) -> Partners:
    """What is said again word for word, first of what points to the same words before it."""
    partner: Partners = {}
    for said in (_said, _written):
        taken = set(partner.values())
        known: dict[tuple[str, str, str], list[int]] = {}
        for i in reversed(free[0]):
            if i not in taken:
                known.setdefault(said(older[i]), []).append(i)
        for j in free[1]:
            if j not in partner and known.get(said(newer[j])):
                partner[j] = known[said(newer[j])].pop()
    return partner


def _votes(older: Sequence[Stand], newer: Sequence[Stand], free: Places) -> Partners:
    """Where somebody is for or against the text as a whole on both sides, once on each."""
    before = [i for i in free[0] if votes(older[i])]
    if len(before) != 1:
        return {}
    after = [j for j in free[1] if votes(newer[j])]
    if len(after) != 1:
        return {}
    same = older[before[0]].actor == newer[after[0]].actor
    return {after[0]: before[0]} if same else {}


def _said(stand: Stand) -> tuple[str, str, str]:
    return stand.actor, stand.stance, stand.core


def _written(stand: Stand) -> tuple[str, str, str]:
    """Who says what in which words, by the sentence alone, whatever it points to."""
    return stand.actor, stand.stance, stand.text


def _alike(fitted: Fitted, free: Places, likeness: Likeness, least: float = 0.0) -> Partners:
    """The best pairs of these places, the most alike first.

    A pair enters with the most that it can reach; how alike the two really are is looked at only
    when nothing that is still free can be better. That spares most pairs where texts return.
    """
    if not all(free):
        return {}
    before, after = fitted()
    heap = [
        (-before[i].fits(after[j], before[i].most(after[j])), False, abs(i - j), i, j)
        for i in free[0]
        for j in free[1]
    ]
    heapify(heap)
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
        one, other = before[i], after[j]
        score = one.fits(other, likeness.of(one.stand, other.stand))
        if score >= (least or (TURNED_FROM if one.is_against(other) else PAIRED_FROM)):
            heappush(heap, (-score, True, distance, i, j))
    return partner


def _left_over(
    older: Sequence[Stand],
    newer: Sequence[Stand],
    partner: Partners,
    fitted: Fitted,
    likeness: Likeness,
    judging: Judging,
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
    before, after = ([(at, side[each]) for at, each in _places(places)]
                     for side, places in zip(fitted(), (left, right), strict=True))  # fmt: skip
    fits = [
        [_rest_fits(one, other, likeness) - EACH_PLACE * abs(at - to) for to, other in after]
        for at, one in before
    ]
    found = {right[j]: left[i] for i, j in best_pairs(fits)}
    return {
        j: i
        for j, i in found.items()
        if not (partner or len(found) > 1) or not _are_others(older[i], newer[j], likeness)
        if not _promise_another(older[i], newer[j], likeness)
        if not _share_nothing(older[i], newer[j], likeness)
        if not kept or _are_kin(older[i], newer[j], likeness, judging)
    }


def _uncross(
    older: Sequence[Stand],
    newer: Sequence[Stand],
    partner: Partners,
    likeness: Likeness,
    judging: Judging,
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
    taken = set(partner.values())
    views = [
        (likeness.of(older[i], newer[k]), i, k)
        for i in before
        for k in after
        if (i in taken or k in partner) and older[i].actor == newer[k].actor
    ]
    for near, i, k in sorted(views, reverse=True):
        j = next((each for each, at in partner.items() if at == i), None)
        other = partner.get(k)
        now = [(older[partner[each]], newer[each]) for each in (j, k) if each in partner]
        if near < TURNED_FROM or not now or any(all(map(is_view, pair)) for pair in now):
            continue
        turned = any(judging(*pair).kind == "reversed" for pair in now)
        if turned or judging(older[i], newer[k]).kind != "reversed":
            continue
        partner[k] = i
        if j is not None:
            del partner[j]
        if j is not None and other is not None:
            partner[j] = other


def _are_kin(one: Stand, other: Stand, likeness: Likeness, judging: Judging) -> bool:
    """Whether two views are about the same, or take one stance on what has something in common.

    To draw attention to a thing and to worry about it is much the same.
    """
    if one.family != other.family:
        return False
    near = likeness.of(one, other)
    if near < TURNED_FROM:
        return False
    if not is_view(one):
        return suffices(one, other, overlap(one, other))
    if near >= PAIRED_FROM:
        return True  # only the sizes of the groups set them apart
    wary = {one.stance, other.stance} == {"call", "concern"} and any(map(is_faint, (one, other)))
    if one.stance == other.stance or wary:
        return True
    turned = leaning(one.stance) * leaning(other.stance) < 0
    return turned and judging(one, other).kind == "reversed"


def _are_others(one: Stand, other: Stand, likeness: Likeness) -> bool:
    """Whether two groups take opposite sides on what has nothing in common: other states."""
    against = leaning(one.stance) * leaning(other.stance) < 0
    return one.is_group and against and likeness.of(one, other) < IN_COMMON


def _are_alone(one: Stand, other: Stand, likeness: Likeness) -> bool:
    """Whether the only statements of an actor are about two things.

    They promise different things, present different texts, or say of what has nothing in common
    things of two sorts, such as a view and an explanation.
    """
    if _promise_another(one, other, likeness):
        return True
    if is_formal(one) and is_formal(other):
        same = any_among(_named(one), _named(other))
        return not same and _name_apart(one, other, 1)
    sorts = is_view(one) != is_view(other) or {one.stance, other.stance} in OF_TWO_SORTS
    if not sorts or one.is_group or bends(one) or bends(other):
        return False
    if likeness.of(one, other) >= APART or suffices(one, other, overlap(one, other)):
        return False
    return _name_apart(one, other, NAMED_BY)


def _share_nothing(one: Stand, other: Stand, likeness: Likeness) -> bool:
    """Whether a view and an explanation, or two views of two sorts, have too little in common.

    So has what an actor says itself and what it is only named beside, where that is another thing.
    """
    if one.co != other.co and not one.is_group:
        return likeness.of(one, other) < PAIRED_FROM
    if is_view(one) != is_view(other) and not one.is_group:
        return not suffices(one, other, overlap(one, other))
    if one.stance == other.stance or max(leaning(one.stance), leaning(other.stance)) < 0:
        return False  # a worry and an objection are of one sort
    return likeness.of(one, other) < APART and _name_apart(one, other, NAMED_BY)


def _name_apart(one: Stand, other: Stand, least: int) -> bool:
    """Whether each names its subject by so many words, and no thing is named by both."""
    both = [_named(each) for each in (one, other)]
    return min(map(len, both)) >= least and kin_of(both[0]).isdisjoint(kin_of(both[1]))


def _promise_another(one: Stand, other: Stand, likeness: Likeness) -> bool:
    """Whether one promises what has nothing in common with what the other one says."""
    if "announce" not in (one.stance, other.stance) or one.is_group:
        return False
    if not {one.stance, other.stance} <= OF_PROMISES or likeness.of(one, other) >= APART:
        return False
    if does_not_exclude(one) or does_not_exclude(other):
        return False
    return _name_apart(one, other, NAMED_BY)


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
        return fit - (OTHER_SORT if one.stand.is_group else OTHER_SORTS)
    return fit + SAME_SIDE * leaning(one.stand.stance) * leaning(other.stand.stance)
