"""Which of several stances in one sentence is the one that tells what became of a position.

`Ierland toonde zich milder en maakte zich alleen nog zorgen over de kosten`: beside an objection
of before, the worry tells. `Nederland benadrukte X, maar achtte Y niet nodig` opens with a call
and ends with an objection; where the other meeting says that Y is welcome, the objection was
reversed, not the call.
"""

from collections.abc import Sequence
from dataclasses import replace

from workflow.comparison.absence import is_on_less
from workflow.comparison.align import PAIRED_FROM, Pairs
from workflow.comparison.clauses import has_way
from workflow.comparison.conceding import bends, does_not_exclude
from workflow.comparison.firmness import (
    FOR,
    asks_by_refusing,
    by_the_end,
    defends,
    insists,
    is_conditional,
)
from workflow.comparison.fitting import Likeness
from workflow.comparison.halves import same_sentence
from workflow.comparison.kinds import judge
from workflow.comparison.model import Stand
from workflow.comparison.opposites import is_same_verdict
from workflow.comparison.rules import leaning, polarity, rules, takes_side
from workflow.comparison.subjects import clause_overlap, names_nothing, repeated

TELLING = ("reversed", "firmer", "softer", "broader", "narrower")
"""Kinds that say more than another wording."""


def with_asides(pairs: Pairs, asides: Sequence[Stand], likeness: Likeness) -> Pairs:
    """The pairs, each with the stances of its two sentences that belong together.

    Statements that were left over on both sides are paired if that shows a reversal.
    """
    if not asides:
        return pairs
    found: Pairs = [
        _told(older, newer, asides, likeness) if older and newer else (older, newer)
        for older, newer in pairs
    ]
    for older in [old for old, new in found if new is None and old is not None]:
        for newer in [new for old, new in found if old is None and new is not None]:
            turned = _turned(older, newer, asides, likeness)
            if turned:
                found[found.index((None, newer))] = turned
                found.remove((older, None))
                break
    return found


def _told(
    older: Stand, newer: Stand, asides: Sequence[Stand], likeness: Likeness
) -> tuple[Stand, Stand]:
    """The stances of two sentences that belong together.

    What was turned round on one thing comes first, then what is the same on both sides, then
    what tells most.
    """
    before, after = _without_defence(older, newer, asides), _without_defence(newer, older, asides)
    if len(before) == len(after) == 1:
        return older, newer
    before, after = _without_regret(before), _without_regret(after)
    older, newer = _firmest(before), _firmest(after)
    sides = polarity(older.stance) * polarity(newer.stance)
    if sides != 0:
        told = _same_side(before, after) if sides < 0 else _turned_besides(before, after)
        return told or _pressing(older, newer, before, after)
    turned = _turned(older, newer, asides, likeness)
    if turned:
        return turned
    every = [(one, other) for one in before for other in after if not _is_on_other(one, other)]
    same = [pair for pair in every if pair[0].stance == pair[1].stance]
    if same:
        best = max(same, key=lambda pair: (clause_overlap(*pair), likeness.of(*pair)))
        nearer = clause_overlap(older, newer) > clause_overlap(*best) or _stands_alone(
            before, after
        )
        turns = nearer and judge(older, newer).kind == "reversed"
        return (older, newer) if turns else _pressing(*best, before, after)
    most = [pair for kind in TELLING for pair in every if judge(*pair).kind == kind]
    return most[0] if most else (older, newer)


def _without_defence(stand: Stand, other: Stand, asides: Sequence[Stand]) -> list[Stand]:
    """The stances of a sentence.

    Who is for a thing and refuses any delay of it, or its end, has no other stance besides, unless
    the other side asks for one, and does not only put up with it.
    """
    found = _of(stand, asides)
    if leaning(stand.stance) > 0 and (bends(other) or not is_on_less(other)):
        found = [each for each in found if not (defends(each) or by_the_end(each, FOR))]
    return [stand, *found]


def _firmest(stances: Sequence[Stand]) -> Stand:
    """The first stance of a sentence, or what its worry grows to: `en kon het niet steunen`."""
    first = stances[0]
    grown = [each for each in stances[1:] if each.stance == "oppose" and names_nothing(each)]
    return grown[0] if grown and first.stance in ("concern", "reserve") else first


def _pressing(
    older: Stand, newer: Stand, before: Sequence[Stand], after: Sequence[Stand]
) -> tuple[Stand, Stand]:
    """Two worries, the newer one with a note where it goes with a demand that is new."""
    demands = any(map(insists, after)) and not any(each.stance == "call" for each in before)
    if older.stance == newer.stance == "concern" and demands:
        return older, replace(newer, presses=True)
    return older, newer


def _without_regret(stances: list[Stand]) -> list[Stand]:
    """The stances of a sentence; beside a wish without the regret that it is not fulfilled.

    Who would have preferred another thing and consents has a yes with doubts. Who finds that one
    thing would do and another one needless is against that one; whose matter a thing is
    (`nationale bevoegdheid`) says nothing against what was welcomed in the same sentence.
    """
    if polarity(stances[0].stance) > 0:
        stances = [each for each in stances if not _reminds_of_powers(each)]
    if any(each.stance == "oppose" for each in stances):
        stances = [
            each
            for each in stances
            if polarity(each.stance) <= 0 or not has_way(each.cue, "would_do")
        ]
    rather = [each for each in stances if has_way(each.core, "conceded")]
    yes = [each for each in stances if polarity(each.stance) > 0 and names_nothing(each)]
    if yes and rather and not any(has_way(each.core, "conceded") for each in yes):
        return [replace(yes[0], mixed=True)]
    kept = [each for each in stances if not asks_by_refusing(each)]
    return kept if any(takes_side(each.stance) for each in kept) else stances


def _reminds_of_powers(stand: Stand) -> bool:
    return stand.aside and stand.stance == "oppose" and has_way(stand.cue, "own_powers")


def _same_side(before: Sequence[Stand], after: Sequence[Stand]) -> tuple[Stand, Stand] | None:
    """The stances of two sentences that take one and the same side on what they share most.

    `Nederland verwelkomde het overzicht, maar zag geen noodzaak voor een fonds` is no reverse of
    having been against the fund.
    """
    apart = clause_overlap(before[0], after[0])
    same = [
        (clause_overlap(one, other), one, other)
        for one in before
        for other in after
        if polarity(one.stance) * polarity(other.stance) > 0
        and not (is_conditional(one) or is_conditional(other))
    ]
    near = max(same, key=lambda each: each[0], default=None)
    if near is None:
        return None
    alike = (near[0] == apart or _shares_all(before[0], after[0], *near[1:])) and near[
        1
    ].stance == near[2].stance
    nearer = near[0] > apart or (alike and not _stands_alone(before, after))
    return near[1:] if nearer or _fit_side_by_side(before, after) else None


def _fit_side_by_side(before: Sequence[Stand], after: Sequence[Stand]) -> bool:
    """Whether two sentences praise and refuse both, and share more praise to praise, no to no."""
    shared = {
        (one, other): max(
            (
                clause_overlap(old, new)
                for old in before
                for new in after
                if (polarity(old.stance), polarity(new.stance)) == (one, other)
            ),
            default=-1.0,
        )
        for one in (1, -1)
        for other in (1, -1)
    }
    if min(shared.values()) < 0:
        return False
    return shared[1, 1] + shared[-1, -1] > shared[1, -1] + shared[-1, 1]


def _shares_all(older: Stand, newer: Stand, one: Stand, other: Stand) -> bool:
    """Whether all that two stances have in common comes back in this stance of one of them."""
    if other is newer:
        common = repeated(newer, older)
        return bool(common) and common <= repeated(newer, one)
    common = repeated(older, newer)
    return one is older and bool(common) and common <= repeated(older, other)


def _turned_besides(before: Sequence[Stand], after: Sequence[Stand]) -> tuple[Stand, Stand] | None:
    """What two sentences say besides, where that was turned round in much the same words.

    Or an objection besides to what the other sentence is for, which has little to do with what
    this one opens with: `waardeerde de inzet, maar kon de heffing niet aanvaarden`.
    """
    for one, other in ((one, other) for one in before for other in after):
        near = clause_overlap(one, other)
        if one.aside and other.aside:
            turned = near >= rules()["same_clause"]
        elif one.aside or other.aside:
            refused = {one.stance, other.stance} == {"oppose", "support"}
            first = (before[0], other) if one.aside else (one, after[0])
            apart = clause_overlap(*first) < rules()["bent"]
            turned = refused and near >= rules()["bent" if apart else "kept"]
            turned = turned and not (_held(one, after, near) or _held(other, before, near))
        else:
            continue
        if turned and judge(one, other).kind == "reversed":
            return one, other
    return None


def _stands_alone(before: Sequence[Stand], after: Sequence[Stand]) -> bool:
    """Whether two sentences of as many stances differ in little but the first of them.

    What was turned round is then told, not what is the same on both sides.
    """
    near = clause_overlap(before[0], after[0])
    return len(before) == len(after) and near >= rules()["same_clause"]


def _turned(
    older: Stand, newer: Stand, asides: Sequence[Stand], likeness: Likeness
) -> tuple[Stand, Stand] | None:
    """The stances of two statements of which one is the reverse of the other, or None.

    No reversal where both sides open with one and the same side, or where one of them holds on
    to the stance of the other elsewhere in its sentence.
    """
    if polarity(older.stance) * polarity(newer.stance) != 0:
        return None
    before, after = _without_defence(older, newer, asides), _without_defence(newer, older, asides)
    for one in before:
        for other in after:
            if not (one.aside or other.aside):
                continue
            if likeness.of(one, other) < PAIRED_FROM:
                continue
            near = clause_overlap(one, other)
            if _is_on_other(one, other):
                continue
            if is_same_verdict(one, other):
                if _is_nearer(one, other, after) or _is_nearer(other, one, before):
                    continue
            elif _held(one, after, near) or _held(other, before, near):
                continue
            if judge(one, other).kind == "reversed":
                return one, other
    return None


def _is_on_other(one: Stand, other: Stand) -> bool:
    """Whether one is a readiness told besides for another thing: `maar stond open voor X`."""
    ready = any(each.aside and bends(each) and not names_nothing(each) for each in (one, other))
    return ready and clause_overlap(one, other) < rules()["bent"]


def _is_nearer(one: Stand, other: Stand, others: Sequence[Stand]) -> bool:
    """Whether a further stance on the other side has more of this one's words than that one."""
    common = repeated(one, other)
    return any(common < repeated(one, each) for each in others if each is not other)


def _held(one: Stand, others: Sequence[Stand], near: float) -> bool:
    """Whether a stance, or its side, is taken on the other side as well, on what is as near."""
    side = polarity(one.stance)
    return any(
        (one.stance == other.stance != "inform" or (side and side == polarity(other.stance)))
        and clause_overlap(one, other) >= near
        for other in others
    )


def _of(stand: Stand, asides: Sequence[Stand]) -> list[Stand]:
    """The further stances in the sentence of a statement.

    Who does not exclude a thing, but wants to see first, says no less than that.
    """
    unsure = does_not_exclude(stand)
    return [
        each
        for each in asides
        if same_sentence(each, stand) and not (unsure and each.stance == "reserve")
    ]
