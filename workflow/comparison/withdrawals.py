"""Whether who promised something says later that it will not come."""

from workflow.comparison.kinds import judge
from workflow.comparison.model import ItemRef, MeetingSide, Stand
from workflow.comparison.opposites import has_way, taken_side
from workflow.comparison.returns import Place
from workflow.comparison.rules import rules
from workflow.comparison.stands import items_by_slug, suggested_stands
from workflow.comparison.subjects import overlap
from workflow.comparison.tokens import plain_words
from workflow.languages import data
from workflow.summaries.itemparts import is_shared

_DROPPING = ("forgoing", "gone")
"""Ways of saying that a thing is let go."""


def gives_something_up(maker: str, side: MeetingSide) -> bool:
    """Whether somebody says at a meeting what they will not do, or drop."""
    return any(
        _gives_up(stand)
        for slug, said in side.attributions.items()
        if any(each.actor == maker for each in said)
        for stand in _said(side, slug, maker)
    )


def taken_back(place: Place, maker: str, other: MeetingSide, item: ItemRef) -> tuple[int, ...]:
    """The sentence of a later item in which the maker takes back what it promised at a place.

    Nothing for none. By the same judgement as a comparison of the two meetings.
    """
    side, slug, evidence = place
    promised = [each for each in _said(side, slug, maker) if each.stance == "announce"]
    if not promised:
        return ()
    for new in _said(other, item.slug, maker):
        if not _gives_up(new) or not is_shared(item.sentences, new.evidence):
            continue
        old = max(promised, key=lambda each: overlap(each, new))
        if (
            is_shared(evidence, old.evidence)
            and overlap(old, new) >= rules()["taken_back"]
            and judge(old, new).kind == "reversed"
        ):
            return new.evidence
    return ()


def _gives_up(stand: Stand) -> bool:
    """Whether somebody says what they will not do, or drop, and not only that it comes later."""
    told = f" {' '.join(plain_words(stand.text))} "
    later = data(stand.language, "offers")["not_yet"]
    if any(f" {words} " in told for words in later):
        return False
    forgone = taken_side(stand) < 0 or any(has_way(stand.core, way) for way in _DROPPING)
    return stand.denied == "announce" or forgone


def _said(side: MeetingSide, slug: str, actor: str) -> list[Stand]:
    """The statements of an actor on an item."""
    found = suggested_stands(side, slug, items_by_slug(side)[slug])
    return [each for each in found if each.actor == actor]
