"""Where a topic came back at a later meeting, and what ties the items together."""

from collections.abc import Collection, Iterable

from workflow.comparison.groupedparts import link_parts
from workflow.comparison.grouping import group_items
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.states import item_ref
from workflow.summaries.itemparts import is_shared
from workflow.summaries.topics import Topics, belongings

Place = tuple[MeetingSide, str, tuple[int, ...]]
"""A meeting, the slug of an item, and the sentences that are meant."""


def topics_of(side: MeetingSide, slug: str, evidence: Collection[int] = ()) -> frozenset[str]:
    """The confirmed topics of an item, or of the part of it with one of these sentences."""
    summary = side.summaries.get(slug)
    return frozenset(
        each.topic
        for each in (belongings(summary) if summary else ())
        if is_shared(each.sentences, evidence)
    )


class Links:
    """Which items of two meetings belong together, as a comparison of them links them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[tuple[str, tuple[int, ...], ItemRef, str]]] = {}

    def of(self, place: Place, other: MeetingSide) -> tuple[ItemRef, str] | None:
        """The item of the other meeting that takes up this one, or the part with a sentence.

        With how they are linked.
        """
        side, slug, evidence = place
        pair = side.meeting.id, other.meeting.id
        if pair not in self._known:
            topics = Topics()
            self._known[pair] = [
                (
                    unit.candidate.entry.slug,
                    unit.belonging.sentences if unit.belonging else (),
                    group.newer[0].candidate.ref,
                    group.link,
                )
                for group in link_parts(group_items(side, other, topics), topics)
                if group.newer
                for unit in group.older
            ]
        found = (
            (ref, link)
            for name, sentences, ref, link in self._known[pair]
            if name == slug and is_shared(sentences, evidence)
        )
        return next(found, None)

    def on_topic(self, place: Place, other: MeetingSide) -> tuple[ItemRef, str] | None:
        """The first item of a later meeting on one of its topics, or that takes it up."""
        names = topics_of(*place)
        for entry in other.meeting.items:
            if names & topics_of(other, entry.slug):
                return item_ref(other, entry), "confirmed"
        return self.of(place, other)

    def first_on(self, place: Place, later: Iterable[MeetingSide]) -> tuple[ItemRef | None, str]:
        """The first item of later meetings on its topic, and what ties them; nothing for none."""
        for other in later:
            if found := self.on_topic(place, other):
                return found
        return None, ""
