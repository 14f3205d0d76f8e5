"""What one sentence says of two things, where the other meeting has a sentence for each.

`verwelkomde het plan en steunde het fonds` is paired with what is said of the plan then. What is
said of the fund in another sentence is set against the rest of this one: it is not new, nor was it
dropped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.comparison.align import PAIRED_FROM, Pairs
from workflow.comparison.fitting import Likeness, is_view
from workflow.comparison.kinds import judge
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
    found: Pairs = []
    for older, newer in pairs:
        if older and newer:
            found.append((older, newer))
        elif newer:
            halves = [half for old, new in told for half in _halves(old, new, before)]
            found.append((_half(newer, halves, used, likeness, is_newer=True), newer))
        elif older:
            halves = [half for old, new in told for half in _halves(new, old, after)]
            found.append((older, _half(older, halves, used, likeness, is_newer=False)))
    return found


def same_sentence(one: Stand, other: Stand) -> bool:
    """Whether two statements of one side stand in one sentence."""
    return _key(one)[:4] == _key(other)[:4]


def _key(stand: Stand) -> Key:
    """What tells a stance from the others, also where a note was set to it."""
    return stand.meeting, stand.slug, stand.actor, stand.evidence, stand.stance, stand.cue


def _halves(told: Stand, partner: Stand, said: Stances) -> Iterator[Half]:
    """What is told of a sentence, and all else that the sentence says."""
    yield told, partner
    for each in said:
        if same_sentence(each, told) and _key(each) != _key(told):
            yield each, partner


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

    What the statement that goes with the sentence has of it too tells nothing.
    """
    best, most = None, rules()["same_subject"]
    for each, partner in halves:
        if each.co or alone.co:
            continue  # what somebody is only named beside
        half = replace(each, essence=without_grounds(each))
        common = repeated(alone, half) - repeated(alone, partner)
        share = len(common) / max(1, len(named_words(alone)))
        if len(common) >= ENOUGH and share >= most and is_view(each) == is_view(alone):
            best, most = each, share
    return best
