"""Which of two groups on opposite sides is which, where both sides spoke at one meeting.

`Several states were for an extension` and, later, `several opposed the extension, several others
wanted it`: who is for it is set beside who was for it, whatever words the sentences share.
"""

from itertools import product

from workflow.comparison.align import Pairs
from workflow.comparison.kinds import Judging, judge, rank
from workflow.comparison.model import Stand
from workflow.comparison.rules import polarity, rules
from workflow.comparison.subjects import clause_overlap

Pair = tuple[Stand | None, Stand | None]


def uncrossed(pairs: Pairs, judging: Judging = judge) -> Pairs:
    """The pairs of groups; like stands beside like where opposite views were held.

    A group that turned round stays so where the other one that is like it is of another size.
    """
    found = list(pairs)
    turned = {at for at, pair in enumerate(found) if _is_turn(judging, *pair)}
    for one, other in product(sorted(turned), range(len(found))):
        if one == other or one not in turned:
            continue
        crossed = _crossed(judging, found[one], found[other])
        if crossed:
            found[one], found[other] = crossed
            turned -= {one, other}
            _join(found, other)
    return [pair for pair in found if any(pair)]


def _join(pairs: list[Pair], at: int) -> None:
    """Set what stands alone here beside its like on the other side that stands alone too."""
    older, newer = pairs[at]
    if (older is None) == (newer is None):
        return
    for place, (old, new) in enumerate(pairs):
        if (old is None) == (new is None) or (old is None) == (older is None):
            continue
        joined = older or old, newer or new
        stances = {each.stance for each in joined if each}
        if len(stances) == 1 and polarity(stances.pop()):
            pairs[at], pairs[place] = joined, (None, None)
            return


def _crossed(judging: Judging, turn: Pair, other: Pair) -> tuple[Pair, Pair] | None:
    """A turn and another pair with their newer statements changed over, or None.

    The views of one meeting have to be opposite, and what comes together must not be.
    """
    (older, newer), (older_too, newer_too) = turn, other
    told = _common(older, newer) + _common(older_too, newer_too)
    if _common(older, newer_too) + _common(older_too, newer) < told - rules()["same_clause"]:
        return None  # what they are about tells which belong together
    if older_too and newer_too:
        fits = _is_turn(judging, older, older_too) and _is_turn(judging, newer, newer_too)
    elif newer_too:
        near = _apart(older, newer_too) <= _apart(older, newer)
        fits = near and _is_turn(judging, newer, newer_too)
    else:
        near = _apart(older_too, newer) <= _apart(older, newer)
        fits = near and _is_turn(judging, older, older_too)
    if not fits or _is_turn(judging, older, newer_too) or _is_turn(judging, older_too, newer):
        return None
    return (older, newer_too), (older_too, newer)


def _common(one: Stand | None, other: Stand | None) -> float:
    """How much two views are about the same; nothing where one is lacking."""
    return clause_overlap(one, other) if one and other else 0.0


def _apart(one: Stand | None, other: Stand | None) -> float:
    """How many ranks lie between the sizes of two groups."""
    return abs(rank(one) - rank(other)) if one and other else 0


def _is_turn(judging: Judging, one: Stand | None, other: Stand | None) -> bool:
    return one is not None and other is not None and judging(one, other).kind == "reversed"
