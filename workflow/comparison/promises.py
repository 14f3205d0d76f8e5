"""Commitments to parliament and announced next steps, followed over the meetings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.comparison.dues import first_day, last_day
from workflow.comparison.grouping import group_items
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
from workflow.comparison.stands import SUGGESTION, SUMMARY, is_written
from workflow.report.model import Item
from workflow.summaries.model import Commitment, Meeting, MeetingItem, NextStep
from workflow.summaries.offers import offered_commitments, offered_next_steps
from workflow.summaries.topics import Topics, belongings

OPEN, OVERDUE, DONE, GONE = "open", "overdue", "done", "withdrawn"
ORDER = (OVERDUE, OPEN, DONE, GONE)
"""The states, those first that need somebody to act."""

SourceItem = Callable[[Meeting, str], Item]
"""The item of a meeting with that slug, with its references, as the workspace gives it."""


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


@dataclass(frozen=True, slots=True)
class Step:
    """A next step that was announced, and whether the topic came back."""

    announced: ItemRef
    step: NextStep
    due: date | None
    came: ItemRef | None
    """The later item on the same topic that came first, or None."""
    state: str
    """`done` where the topic came back, `overdue` where it should have, else `open`."""
    source: str = SUMMARY
    """As for a promise."""


def promises(
    sides: Iterable[MeetingSide], today: date, source_item: SourceItem | None = None
) -> tuple[Promise, ...]:
    """Every commitment once, open and overdue ones first, then by due day.

    From the summaries; with `source_item`, what the program finds counts in items about which
    nobody wrote yet. What a later meeting says of one goes to the promise that fits it best.
    """
    said = [
        Said(
            _ref(side, entry),
            commitment,
            source,
            side.day,
            side.meeting.language,
            _topics(side, entry.slug),
        )
        for side in sorted(sides, key=lambda side: (side.day, side.meeting.id))
        for entry in side.meeting.items
        for commitment, source in _commitments(side, entry, source_item)
    ]
    found = [_promise(each, today) for each in followed(said)]
    found.sort(key=lambda each: (ORDER.index(each.state), each.due or date.max, each.made.meeting))
    return tuple(found)


def _promise(thread: Thread, today: date) -> Promise:
    """A promise as it stands after everything that was said of it."""
    said = thread.said
    ends = {each.effect: each.ref for each in thread.mentions}
    done = said.ref if said.commitment.discharged else ends.get(DISCHARGED)
    withdrawn = ends.get(WITHDRAWN)
    if done is None and withdrawn is None and takes_back(said):
        withdrawn = said.ref
    state = GONE if withdrawn and not done else _state(done, thread.due, today)
    return Promise(said.ref, said.commitment, thread.due, done, state, said.source, thread.mentions)


def _topics(side: MeetingSide, slug: str) -> frozenset[str]:
    """The confirmed topics of an item."""
    summary = side.summaries.get(slug)
    return frozenset(each.topic for each in belongings(summary)) if summary else frozenset()


def _commitments(
    side: MeetingSide, entry: MeetingItem, source_item: SourceItem | None
) -> list[tuple[Commitment, str]]:
    """The commitments of an item, each with where it comes from."""
    if is_written(side, entry.slug):
        return [(each, SUMMARY) for each in side.summaries[entry.slug].commitments]
    if source_item is None:
        return []
    item = source_item(side.meeting, entry.slug)
    offered = offered_commitments(item, language=side.meeting.language)
    return [(each, SUGGESTION) for each in offered]


def _next_steps(
    side: MeetingSide, entry: MeetingItem, source_item: SourceItem | None
) -> list[tuple[NextStep, str]]:
    """The next steps of an item, each with where it comes from."""
    if is_written(side, entry.slug):
        return [(each, SUMMARY) for each in side.summaries[entry.slug].next_steps]
    if source_item is None:
        return []
    item = source_item(side.meeting, entry.slug)
    refused = _refused(side, entry)
    offered = offered_next_steps(item, language=side.meeting.language)
    return [(each, SUGGESTION) for each in offered if refused.isdisjoint(each.evidence)]


def _refused(side: MeetingSide, entry: MeetingItem) -> set[int]:
    """The sentences in which somebody says what will not be, and nobody what will."""
    found = side.attributions.get(entry.slug, ())
    ahead = {each.sentence for each in found if each.stance == "announce"}
    return {each.sentence for each in found if each.denied and each.stance == "oppose"} - ahead


def _ref(side: MeetingSide, entry: MeetingItem) -> ItemRef:
    return ItemRef(side.meeting.id, entry.slug, entry.label, entry.title)


def _state(done: ItemRef | None, due: date | None, today: date) -> str:
    if done:
        return DONE
    return OVERDUE if due and due < today else OPEN


def steps(
    sides: Iterable[MeetingSide], today: date, source_item: SourceItem | None = None
) -> tuple[Step, ...]:
    """Every announced next step, and the first item on its topic at or after the named time.

    In the same order and from the same sources as `promises`.
    """
    ordered = sorted(sides, key=lambda side: (side.day, side.meeting.id))
    links = _Links()
    found = []
    for at, side in enumerate(ordered):
        for entry in side.meeting.items:
            announced = _next_steps(side, entry, source_item)
            if not announced:
                continue
            summary = side.summaries.get(entry.slug)
            names = {each.topic for each in belongings(summary)} if summary else set()
            for step, source in announced:
                due = last_day(step.when or step.text, side.day, side.meeting.language)
                # Only the sentence has the word before the day, such as "uiterlijk".
                told = step.text if step.when in step.text else step.when
                first = first_day(told, side.day, side.meeting.language)
                # At a meeting before the moment that was named it cannot have come.
                later = [other for other in ordered[at + 1 :] if not first or _end(other) >= first]
                came = _first_on(names, side, entry.slug, later, links)
                state = _state(came, due, today)
                found.append(Step(_ref(side, entry), step, due, came, state, source))
    found.sort(
        key=lambda each: (ORDER.index(each.state), each.due or date.max, each.announced.meeting)
    )
    return tuple(found)


def _end(side: MeetingSide) -> date:
    return side.meeting.days[-1] if side.meeting.days else side.day


class _Links:
    """Which items of two meetings belong together, as a comparison of them links them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[str, ItemRef]] = {}

    def of(self, side: MeetingSide, slug: str, other: MeetingSide) -> ItemRef | None:
        """The item of the other meeting that takes up this one, or None."""
        pair = side.meeting.id, other.meeting.id
        if pair not in self._known:
            self._known[pair] = {
                unit.candidate.entry.slug: group.newer[0].candidate.ref
                for group in group_items(side, other, Topics())
                if group.newer
                for unit in group.older
            }
        return self._known[pair].get(slug)


def _first_on(
    names: set[str], side: MeetingSide, slug: str, later: Sequence[MeetingSide], links: _Links
) -> ItemRef | None:
    """The first later item of the council on one of the topics, or that takes this one up."""
    for other in later:
        if other.meeting.council != side.meeting.council:
            continue
        for entry in other.meeting.items:
            summary = other.summaries.get(entry.slug)
            if summary and names & {belonging.topic for belonging in belongings(summary)}:
                return ItemRef(other.meeting.id, entry.slug, entry.label, entry.title)
        found = links.of(side, slug, other)
        if found is not None:
            return found
    return None
