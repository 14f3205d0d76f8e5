"""Two versions of a meeting's facts become one. Pure.

Every fact apart; items are known by their file's name, so that a renumbering on one side and a
new item on the other go together. Where both sides changed one fact differently, the shared
version stays and the fact is named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from workflow.summaries.model import Meeting, MeetingItem

FACTS = ("council", "days", "title", "language", "place", "deadline")
"""Facts of one value that stand for themselves."""
ORIGIN = ("source", "sha256", "parts")
"""Facts that go with the report that was read."""


def merge_meetings(
    base: Meeting | None, mine: Meeting, theirs: Meeting, *, mine_leads: bool = False
) -> tuple[Meeting, tuple[str, ...]]:
    """The merged meeting and the names of the facts of which the shared version stays.

    `mine_leads`: the items stand in the order of mine, because the report is mine.
    """
    values: dict[str, Any] = {}
    stayed = []
    for name in (*FACTS, *ORIGIN):
        m, t = getattr(mine, name), getattr(theirs, name)
        b = getattr(base, name) if base is not None else None
        values[name] = m if t == b else t
        if m not in (b, t) and t != b and name in FACTS:
            stayed.append(name)
    before = base.items if base is not None else ()
    values["items"] = _items(before, mine.items, theirs.items, mine_leads=mine_leads)
    return replace(theirs, **values), tuple(stayed)


def _items(
    base: Sequence[MeetingItem],
    mine: Sequence[MeetingItem],
    theirs: Sequence[MeetingItem],
    *,
    mine_leads: bool,
) -> tuple[MeetingItem, ...]:
    frame, other = (mine, theirs) if mine_leads or _moved(base, mine, theirs) else (theirs, mine)
    b, m, t = ({item.slug: item for item in side} for side in (base, mine, theirs))
    gone = {slug for slug in b if slug not in m or slug not in t}
    result = [_item(b.get(i.slug), m.get(i.slug), t.get(i.slug)) or i for i in frame]
    known = {item.slug for item in frame}
    anchor = ""
    for item in other:
        if item.slug not in known and item.slug not in b:
            places = [n for n, each in enumerate(result, 1) if each.slug == anchor]
            result.insert(places[0] if places else (len(result) if anchor else 0), item)
        anchor = item.slug
    return tuple(item for item in result if item.slug not in gone)


def _moved(
    base: Sequence[MeetingItem], mine: Sequence[MeetingItem], theirs: Sequence[MeetingItem]
) -> bool:
    """Whether only mine changed the order of what was there."""
    known = {item.slug for item in base}
    order = [item.slug for item in base]

    def kept(side: Sequence[MeetingItem]) -> list[str]:
        return [item.slug for item in side if item.slug in known]

    def same(side: Sequence[MeetingItem]) -> bool:
        return kept(side) == [slug for slug in order if slug in kept(side)]

    return same(theirs) and not same(mine)


def _item(
    base: MeetingItem | None, mine: MeetingItem | None, theirs: MeetingItem | None
) -> MeetingItem | None:
    return mine if theirs in (None, base) else theirs


def with_items(meeting: Meeting, added: Iterable[MeetingItem]) -> Meeting:
    """The meeting that also lists these items, at its end, each under a label of its own."""
    items = list(meeting.items)
    for item in added:
        if any(each.slug == item.slug for each in items):
            continue
        number, n = item.number, 1
        while any((each.part, each.number) == (item.part, number) for each in items):
            n += 1
            number = f"{item.number}-{n}"
        items.append(replace(item, number=number))
    return replace(meeting, items=tuple(items))
