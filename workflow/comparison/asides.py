"""Reversals that hide behind the first stance of a sentence.

`Nederland benadrukte X, maar achtte Y niet nodig` opens with a call and ends with an objection.
Where the other meeting says that Y is welcome, the objection was reversed, not the call.
"""

from collections.abc import Sequence

from workflow.comparison.align import PAIRED_FROM, Likeness, Pairs
from workflow.comparison.kinds import judge
from workflow.comparison.model import Stand
from workflow.comparison.rules import polarity


def with_asides(pairs: Pairs, asides: Sequence[Stand], likeness: Likeness) -> Pairs:
    """The pairs, with a further stance in the place of a first one where that was reversed.

    Statements that were left over on both sides are paired if that shows a reversal.
    """
    if not asides:
        return pairs
    found: Pairs = []
    for older, newer in pairs:
        turned = older and newer and _turned(older, newer, asides, likeness)
        found.append(turned or (older, newer))
    for older in [old for old, new in found if new is None and old is not None]:
        for newer in [new for old, new in found if old is None and new is not None]:
            turned = _turned(older, newer, asides, likeness)
            if turned:
                found[found.index((None, newer))] = turned
                found.remove((older, None))
                break
    return found


def _turned(
    older: Stand, newer: Stand, asides: Sequence[Stand], likeness: Likeness
) -> tuple[Stand, Stand] | None:
    """The stances of two statements of which one is the reverse of the other, or None.

    No reversal where both sides open with one and the same side, or where the newer one holds on
    to the older side elsewhere in its sentence.
    """
    if polarity(older.stance) * polarity(newer.stance) != 0:
        return None
    before, after = [older, *_of(older, asides)], [newer, *_of(newer, asides)]
    for one in before:
        for other in after:
            if not (one.aside or other.aside):
                continue
            held = polarity(one.stance) and polarity(one.stance) in map(_side, after)
            again = polarity(other.stance) and polarity(other.stance) in map(_side, before)
            if held or again or likeness.of(one, other) < PAIRED_FROM:
                continue
            if judge(one, other).kind == "reversed":
                return one, other
    return None


def _side(stand: Stand) -> int:
    return polarity(stand.stance)


def _of(stand: Stand, asides: Sequence[Stand]) -> list[Stand]:
    """The further stances in the sentence of a statement."""
    return [
        each
        for each in asides
        if (each.meeting, each.slug, each.actor, each.evidence)
        == (stand.meeting, stand.slug, stand.actor, stand.evidence)
    ]
