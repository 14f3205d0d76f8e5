"""What somebody says without taking a position: thanks, presentations, a question to the table."""

from collections.abc import Iterable

from workflow.comparison.clauses import has_way
from workflow.comparison.model import Stand
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.subjects import overlap
from workflow.comparison.tokens import plain
from workflow.comparison.wording import has_word_of

CHAIRS = ("voorzitterschap", "raad")
"""Who tells how work goes on, which is no view."""
PRESENTING = ("commissie", *CHAIRS)
"""Those whose part it is to present: for anybody else it is to take the floor."""


def is_formal(stand: Stand) -> bool:
    """Whether somebody only thanks, or does a part that takes no position.

    So the Commission and a chair that present, and a Presidency that asks for views. Who says in
    giving thanks what it thinks of a thing has a position.
    """
    if stand.actor == CHAIRS[0] and has_way(stand.core, "inviting"):
        return True
    if stand.actor in CHAIRS and polarity(stand.stance) >= 0:
        sought = stand.actor == CHAIRS[1] and has_way(stand.core, "seeking")
        meets = stand.actor == CHAIRS[1] and stand.stance == "announce"
        if (
            sought
            or (meets and has_way(stand.core, "taking_up"))
            or has_way(stand.core, "proceeding")
        ):
            return True
    plain_told = stand.stance in rules()["plain"]
    if (plain_told or polarity(stand.stance) > 0) and has_way(stand.cue, "thanking"):
        return not has_way(stand.core, "in_their_view")
    if stand.actor not in PRESENTING or not (plain_told and has_way(stand.cue, "presenting")):
        return False
    return words_of("that").isdisjoint(plain(stand.core).split())


def is_on_same(stand: Stand, others: Iterable[Stand]) -> bool:
    """Whether what somebody presents is what was promised or said before."""
    return any(overlap(each, stand) >= rules()["taken_back"] for each in others)


def goes_on(stand: Stand, others: Iterable[Stand]) -> bool:
    """Whether who only presents at one meeting tells what became of its aim at the other one.

    The talks on a text are one matter to who leads them, however they stand. A view of which
    nothing more is said was dropped.
    """
    aims = list(filter(_aims, others))
    if stand.stance == "none" or not aims:
        return False
    return is_on_same(stand, aims) or (
        stand.actor in CHAIRS and all(any(map(_is_on_talks, each)) for each in ([stand], aims))
    )


def _aims(stand: Stand) -> bool:
    """Whether somebody promises or hopes for a thing; so does a chair that wants a deal."""
    if stand.stance == "announce" or has_way(stand.core, "hoping"):
        return True
    return stand.actor in CHAIRS and stand.stance == "call" and _is_on_talks(stand)


def _is_on_talks(stand: Stand) -> bool:
    return has_word_of(stand.core, "concluding", "proceedings")
