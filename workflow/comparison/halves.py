"""What one sentence says of two things, where the other meeting has a sentence for each.

`verwelkomde het plan en steunde het fonds` is paired with what is said of the plan then. What is
said of the fund in another sentence is set against the rest of this one: it is not new, nor was it
dropped.
"""

from collections.abc import Sequence
from dataclasses import replace

from workflow.comparison.align import PAIRED_FROM, Pairs
from workflow.comparison.fitting import Likeness, is_view
from workflow.comparison.kinds import judge
from workflow.comparison.late import Late
from workflow.comparison.model import Stand
from workflow.comparison.rules import polarity, rules
from workflow.comparison.subjects import clause_overlap, named_words, repeated, without_grounds

ENOUGH = 2
"""Words that a statement has in common with half a sentence by at least."""

Stances = Sequence[Stand]
Half = tuple[Stand, Stand]
"""What a sentence says, and the statement of the other meeting that the sentence is paired with."""
Key = tuple[object, ...]


def with_halves(pairs: Pairs, before: Stances, after: Stances, likeness: Likeness) -> Pairs:
    """The pairs, where what stands alone is set against half a sentence that it takes up.

    `before` and `after` have every stance of every sentence, also those that no pair tells.
    """
    told = [(older, newer) for older, newer in pairs if older and newer]
    if not told or len(told) == len(pairs):
        return pairs
    used = {_key(stand) for pair in told for stand in pair}
    of_older = Late(_halves, told, before)
    of_newer = Late(_halves, [(newer, older) for older, newer in told], after)
    found: Pairs = []
    for older, newer in pairs:
        if older and newer:
            found.append((older, newer))
        elif newer:
            found.append((_half(newer, of_older(), used, likeness, is_newer=True), newer))
        elif older:
            found.append((older, _half(older, of_newer(), used, likeness, is_newer=False)))
    return found


def same_sentence(one: Stand, other: Stand) -> bool:
    """Whether two statements of one side stand in one sentence."""
    return _key(one)[:4] == _key(other)[:4]


def _key(stand: Stand) -> Key:
    """What tells a stance from the others, also where a note was set to it."""
    return stand.meeting, stand.slug, stand.actor, stand.evidence, stand.stance, stand.cue


def _halves(told: Sequence[tuple[Stand, Stand]], said: Stances) -> list[Half]:
    """What is told of each sentence and all else that it says, with the statement it goes with."""
    of_sentence: dict[Key, list[Stand]] = {}
    for each in said:
        of_sentence.setdefault(_key(each)[:4], []).append(each)
    halves = []
    for mine, partner in told:
        rest = of_sentence.get(_key(mine)[:4], [])
        halves.append((mine, partner))
        halves += [(each, partner) for each in rest if _key(each) != _key(mine)]
    return halves


def _half(
    alone: Stand, halves: Sequence[Half], used: set[Key], likeness: Likeness, *, is_newer: bool
) -> Stand | None:
    """The half of a sentence that a statement turns round or takes up, or None."""
    halves = [half for half in halves if half[0].actor == alone.actor or not alone.is_group]
    half = _turned(alone, halves, used, likeness, is_newer=is_newer)
    half = half or _taken_up(alone, halves)
    if half:
        used.add(_key(half))
    return half


def _turned(
    alone: Stand, halves: Sequence[Half], used: set[Key], likeness: Likeness, *, is_newer: bool
) -> Stand | None:
    """What a sentence says besides that a statement turns round: blame for what it praised."""
    partners = [partner for _, partner in halves]
    for each, _ in halves:
        if (
            _key(each) not in used
            and polarity(each.stance) * polarity(alone.stance) < 0
            and likeness.of(each, alone) >= PAIRED_FROM
            and not _is_held(each, partners, clause_overlap(each, alone))
            and judge(*((each, alone) if is_newer else (alone, each))).kind == "reversed"
        ):
            return each
    return None


def _is_held(half: Stand, partners: Stances, near: float) -> bool:
    """Whether one of those that are paired is of this side, on what is as near."""
    return any(
        polarity(half.stance) == polarity(partner.stance) and clause_overlap(half, partner) >= near
        for partner in partners
    )


def _taken_up(alone: Stand, halves: Sequence[Half]) -> Stand | None:
    """The half of a sentence that a statement has most in common with, if that is much.

    What the statement that goes with the sentence has of it too tells nothing, nor do reasons or
    what somebody is only named beside.
    """
    own = named_words(alone)
    if alone.co or len(own) < ENOUGH:
        return None
    best, most = None, rules()["same_subject"]
    for each, partner in halves:
        if each.co or is_view(each) != is_view(alone):
            continue
        if len(repeated(alone, each)) < max(ENOUGH, most * len(own)):
            continue  # most have nothing in common
        half = replace(each, essence=without_grounds(each))
        common = repeated(alone, half) - repeated(alone, partner)
        share = len(common) / len(own)
        if len(common) >= ENOUGH and share >= most:
            best, most = each, share
    return best
