"""Commitments to parliament, followed over the meetings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.comparison.mentions import (
    DISCHARGED,
    WITHDRAWN,
    Mention,
    Said,
    Thread,
    followed,
    takes_back,
)
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.returns import Links, topics_of
from workflow.comparison.stands import SUGGESTION, SUMMARY
from workflow.comparison.states import GONE, SourceItem, item_ref, ranked, state_of
from workflow.summaries.model import Commitment, MeetingItem
from workflow.summaries.offers import unrecorded


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment to parliament, from the meeting that first mentions it."""

    made: ItemRef
    commitment: Commitment
    due: date | None
    """The last day on which it is on time, as far as what was said last of it tells."""
    discharged: ItemRef | None
    """The item that says it was done; None while it is open."""
    state: str
    """`open`, `overdue`, `done` or `withdrawn`."""
    source: str = SUMMARY
    """`summary` for what staff wrote down, `suggestion` for what the program found."""
    mentions: tuple[Mention, ...] = ()
    """What later items say of it, the oldest first."""
    discussed: ItemRef | None = None
    """Where its topic was discussed again though nobody said that it was done; None once it is."""
    discussed_link: str = ""
    """What ties it to that item: `confirmed` or `suggested`."""


def promises(
    sides: Iterable[MeetingSide],
    today: date,
    source_item: SourceItem | None = None,
    links: Links | None = None,
) -> tuple[Promise, ...]:
    """Every commitment once, open and overdue ones first, then by due day.

    From the summaries; with `source_item`, what the program finds counts as well where nobody
    took it over. What a later meeting says of one goes to the promise that fits it best.
    """
    ordered = sorted(sides, key=lambda side: (side.day, side.meeting.id))
    said = [
        Said(
            item_ref(side, entry),
            commitment,
            source,
            side.day,
            side.meeting.language,
            topics_of(side, entry.slug),
        )
        for side in ordered
        for entry in side.meeting.items
        for commitment, source in _commitments(side, entry, source_item)
    ]
    links = links or Links()
    return ranked(_promise(each, today, ordered, links) for each in followed(said))


def _promise(thread: Thread, today: date, ordered: Sequence[MeetingSide], links: Links) -> Promise:
    """A promise as it stands after everything that was said of it."""
    said = thread.said
    ends = {each.effect: each.ref for each in thread.mentions}
    done = said.ref if said.commitment.discharged else ends.get(DISCHARGED)
    withdrawn = ends.get(WITHDRAWN)
    if done is None and withdrawn is None and takes_back(said):
        withdrawn = said.ref
    state = GONE if withdrawn and not done else state_of(done, thread.due, today)
    ended = done or withdrawn
    discussed, tie = (None, "") if ended else _discussed(thread, ordered, links)
    return Promise(
        said.ref,
        said.commitment,
        thread.due,
        done,
        state,
        said.source,
        thread.mentions,
        discussed,
        tie,
    )


def _discussed(
    thread: Thread, ordered: Sequence[MeetingSide], links: Links
) -> tuple[ItemRef | None, str]:
    """Where the topic of a promise was discussed since it was last mentioned."""
    refs = [thread.said.ref, *(mention.ref for mention in thread.mentions)]
    last = refs[-1]
    side = next(each for each in ordered if each.meeting.id == last.meeting)
    later = [
        other
        for other in ordered
        if other.day > side.day and other.meeting.body == side.meeting.body
    ]
    evidence = thread.mentions[-1].evidence if thread.mentions else thread.said.commitment.evidence
    return links.first_on((side, last.slug, evidence), later)


def _commitments(
    side: MeetingSide, entry: MeetingItem, source_item: SourceItem | None
) -> list[tuple[Commitment, str]]:
    """The commitments of an item, each with where it comes from.

    What the report promises does not go away because somebody wrote a text without it.
    """
    summary = side.summaries.get(entry.slug)
    found = [(each, SUMMARY) for each in summary.commitments] if summary else []
    if source_item is None:
        return found
    item = source_item(side.meeting, entry.slug)
    left = unrecorded(item, summary, language=side.meeting.language)
    return found + [(each, SUGGESTION) for each in left]
