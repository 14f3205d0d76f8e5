"""Next steps that were announced, followed over the meetings until they come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from workflow.comparison.announcements import announced_steps
from workflow.comparison.delivery import Delivery, deliveries, is_delivered
from workflow.comparison.dues import first_day, last_day
from workflow.comparison.mentions import EXTENDED, REPEATED, WITHDRAWN, Mention
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.pledges import (
    AGENDA,
    NOTHING,
    THING,
    Pledge,
    pledge_of,
    procedure,
    telling,
    undated,
)
from workflow.comparison.returns import Links, Place, topics_of
from workflow.comparison.stands import SUMMARY
from workflow.comparison.states import DONE, GONE, OVERDUE, SourceItem, item_ref, ranked, state_of
from workflow.comparison.vectors import Vector, content_words, cosine, pieces_of, rarity, vector
from workflow.comparison.withdrawals import gives_something_up, taken_back
from workflow.summaries.ahead import is_at_next
from workflow.summaries.itemparts import is_shared
from workflow.summaries.model import MeetingItem, NextStep

SAME_FROM = 0.55
"""Likeness of the words from which a later announcement is the same one again."""
AROUND = timedelta(days=31)
"""How long after the moment that was named a meeting still counts as one of that time."""
NEXT_WITHIN = timedelta(days=130)
"""How far the meeting lies at most that is meant by the next one: another may not be brought in."""


@dataclass(frozen=True, slots=True)
class Step:
    """A next step that was announced, and what came of it."""

    announced: ItemRef
    step: NextStep
    due: date | None
    """The last day of the moment that was named last; None for none that lay ahead."""
    came: ItemRef | None
    """Where a topic came back on the agenda, or that says that what was promised is there."""
    state: str
    """`done` where it came, `withdrawn` where its maker said that it will not, `overdue` where it
    should have, else `open`."""
    source: str = SUMMARY
    """As for a promise."""
    mentions: tuple[Mention, ...] = ()
    """Where later meetings announced it again, the oldest first."""
    watched: bool = True
    """Whether there is a later meeting that would have told: one of its time, or after it was due.

    Not for what takes place elsewhere, such as a conference.
    """
    link: str = ""
    """What ties it to where it came or was withdrawn: `confirmed` or `suggested` as in a
    comparison, `words` where only the words of what was promised do; empty where neither is so."""
    pledge: Pledge = NOTHING
    """Who promised what."""
    proof: tuple[int, ...] = ()
    """The sentences there that say that it is done."""
    discussed: ItemRef | None = None
    """Where the topic was discussed again though nobody said that it is done; None once it is."""
    discussed_link: str = ""
    """What ties it to that item."""

    @property
    def is_assumed(self) -> bool:
        """Whether it came, or was withdrawn, only if a link is right that nobody confirmed."""
        return self.link in ("suggested", "words")


@dataclass(slots=True)
class _Thread:
    """An announcement and where it was made again."""

    side: MeetingSide
    slug: str
    """Meeting and item that announced it last."""
    evidence: tuple[int, ...]
    """The sentences there."""
    places: tuple[Place, ...]
    """Where it was announced, the first one first."""
    step: NextStep
    first: ItemRef
    source: str
    starts: date | None
    due: date | None
    words: Vector
    pledge: Pledge
    done: ItemRef | None = None
    """The item in which staff said that it is done."""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def place(self) -> tuple[MeetingSide, str, tuple[int, ...]]:
        """Where it was announced last."""
        return self.side, self.slug, self.evidence


def steps(
    sides: Iterable[MeetingSide],
    today: date,
    source_item: SourceItem | None = None,
    links: Links | None = None,
) -> tuple[Step, ...]:
    """Every announced next step once, and what came of it.

    In the same order and from the same sources as `promises`. A topic that was to come back came
    where it is on the agenda at that time; a thing that was promised is there where a later
    report, or staff, says so. What a later meeting announces again, or for a later time, goes
    with the first announcement: it did not come in between. That a topic will come back is
    another matter each time.
    """
    ordered = sorted(sides, key=lambda side: (side.day, side.meeting.id))
    links = links or Links()
    told = [
        (side, entry, step, source)
        for side in ordered
        for entry in side.meeting.items
        for step, source in announced_steps(side, entry, source_item)
    ]
    words = _subjects([(step, side) for side, _, step, _ in told])
    every = [_thread(*each, subject) for each, subject in zip(told, words, strict=True)]
    course = _Course(ordered, every, links, today)
    threads: list[_Thread] = []
    for new in every:
        thread = _announced_before(threads, new, links)
        if thread and not course.is_given(thread, new.side):
            _tell_again(thread, new)
        else:
            threads.append(new)
    return ranked([course.followed(each) for each in threads])


def _thread(
    side: MeetingSide, entry: MeetingItem, step: NextStep, source: str, subject: Vector
) -> _Thread:
    """A next step where it was first announced, with nothing said of it since."""
    starts, due = _moment(step, side)
    first = item_ref(side, entry)
    pledge = pledge_of(step, side, entry.slug, written=source == SUMMARY)
    done = first if step.discharged else None
    evidence = step.evidence
    places = ((side, entry.slug, evidence),)
    return _Thread(
        side, entry.slug, evidence, places, step, first, source, starts, due, subject, pledge, done
    )


def _moment(step: NextStep, side: MeetingSide) -> tuple[date | None, date | None]:
    """First and last day of the moment that lies ahead, where one is named."""
    language = side.meeting.language
    # Only the sentence has the word before the day, such as "uiterlijk".
    words = step.text if step.when in step.text else step.when
    due = last_day(words, side.day, language, ahead=True)
    return first_day(words, side.day, language), due


def _announced_before(threads: list[_Thread], new: _Thread, links: Links) -> _Thread | None:
    """The announcement of an earlier meeting that this one makes again, the likest of them."""
    alike = [
        (cosine(thread.words, new.words), at)
        for at, thread in enumerate(threads)
        if thread.side.meeting.body == new.side.meeting.body
        and thread.side.day < new.side.day
        and not thread.done
        and thread.pledge.kind == new.pledge.kind
    ]
    for fit, at in sorted(alike, reverse=True):
        if fit < SAME_FROM:
            break
        if _on_one_topic(threads[at], new, links):
            return threads[at]
    return None


def _on_one_topic(old: _Thread, new: _Thread, links: Links) -> bool:
    """Whether the items of two announcements are linked, by staff or by their words."""
    here, there = topics_of(*old.place), topics_of(*new.place)
    if here and there:
        return not here.isdisjoint(there)
    found = links.of(old.place, new.side)
    return found is not None and found[0].slug == new.slug


def _tell_again(thread: _Thread, new: _Thread) -> None:
    """Put an announcement with the one that it repeats."""
    later = bool(new.due and thread.due and new.due > thread.due)
    effect = EXTENDED if later else REPEATED
    mention = Mention(new.first, effect, new.due if later else None, new.step.evidence)
    thread.mentions.append(mention)
    thread.side, thread.slug, thread.evidence = new.side, new.slug, new.evidence
    thread.places = (*thread.places, *new.places)
    thread.done = thread.done or new.done
    if new.due:
        thread.starts, thread.due = new.starts, new.due


class _Course:
    """All meetings, by which an announcement is followed."""

    def __init__(
        self,
        ordered: Sequence[MeetingSide],
        threads: Sequence[_Thread],
        links: Links,
        today: date,
    ) -> None:
        self._ordered = ordered
        self._links = links
        self._today = today
        self._given: dict[str, tuple[Delivery, ...]] = {}
        self._gone: dict[tuple[str, str], bool] = {}
        self._promised = [(each.side.meeting.id, each.slug, each.pledge.kind) for each in threads]

    def followed(self, thread: _Thread) -> Step:
        """An announcement as it stands after everything that came later."""
        later = [
            other
            for other in self._ordered[self._ordered.index(thread.side) + 1 :]
            if other.meeting.body == thread.side.meeting.body and other.day > thread.side.day
        ]
        due = thread.due
        if not due and later and is_at_next(thread.step.text, thread.side.meeting.language):
            near = later[0].day - thread.side.day <= NEXT_WITHIN
            due = later[0].day if near else None
        came, link, proof = self._came(thread, later, due)
        if thread.done:
            came, link, proof = thread.done, "confirmed", ()
        gone = None
        if not came:
            gone, link = self._taken_back(thread, later)
        ended = came or gone
        discussed, tie = (None, "") if ended else self._links.first_on(thread.place, later)
        return Step(
            announced=thread.first,
            step=thread.step,
            due=due,
            came=came,
            link=link,
            proof=proof,
            state=GONE if gone else self._state(thread, came, later, due),
            source=thread.source,
            mentions=(*thread.mentions, *([gone] if gone else [])),
            watched=bool(_watching(thread, later, due)),
            pledge=thread.pledge,
            discussed=discussed,
            discussed_link=tie,
        )

    def _came(
        self, thread: _Thread, later: Sequence[MeetingSide], due: date | None
    ) -> tuple[ItemRef | None, str, tuple[int, ...]]:
        """Where it came, what ties it, and the sentences that say so."""
        if thread.pledge.sort == AGENDA:
            return *self._links.first_on(thread.place, _slots(thread, later, due)), ()
        if thread.pledge.sort == THING and thread.pledge.kind:
            for other in self._ordered:
                if found := self._delivered(thread, other):
                    return found
        return None, "", ()

    def _taken_back(
        self, thread: _Thread, later: Sequence[MeetingSide]
    ) -> tuple[Mention | None, str]:
        """Where its maker said that it will not come, and what ties it to that."""
        for other in later if thread.pledge.maker else ():
            key = other.meeting.id, thread.pledge.maker
            if key not in self._gone:
                self._gone[key] = gives_something_up(thread.pledge.maker, other)
            if not self._gone[key]:
                continue
            tied = self._links.on_topic(thread.place, other)
            said = tied and taken_back(thread.place, thread.pledge, other, tied[0])
            if tied and said:
                return Mention(tied[0], WITHDRAWN, None, said), tied[1]
        return None, ""

    def is_given(self, thread: _Thread, until: MeetingSide) -> bool:
        """Whether what was promised was there by a meeting: what is promised then is another."""
        if thread.pledge.sort != THING or not thread.pledge.kind:
            return False
        return any(
            each.day <= until.day and self._delivered(thread, each) for each in self._ordered
        )

    def _delivered(
        self, thread: _Thread, other: MeetingSide
    ) -> tuple[ItemRef, str, tuple[int, ...]] | None:
        """The item of a later meeting that says that what was promised is there."""
        said = [each for each in thread.places if each[0].day < other.day]
        if not said or other.meeting.body != thread.side.meeting.body:
            return None
        if other.meeting.id not in self._given:
            self._given[other.meeting.id] = deliveries(other)
        given = [e for e in self._given[other.meeting.id] if e.kind == thread.pledge.kind]
        if not given:
            return None
        place = said[-1]
        tied = self._links.on_topic(place, other)
        key = (place[0].meeting.id, place[1], thread.pledge.kind)
        title = telling(content_words(thread.first.title))
        for each in sorted(given, key=lambda each: not (tied and tied[0].slug == each.slug)):
            if each.day and each.day < said[0][0].day:
                continue  # it was there before it was promised
            linked = tied is not None and _is_tied(place, other, tied, each)
            alone = self._promised.count(key) == 1
            if is_delivered(thread.pledge, each, title, linked=linked, alone=alone):
                entry = next(e for e in other.meeting.items if e.slug == each.slug)
                link = tied[1] if tied and linked else "words"
                return item_ref(other, entry), link, (each.sentence,)
        return None

    def _state(
        self,
        thread: _Thread,
        came: ItemRef | None,
        later: Sequence[MeetingSide],
        due: date | None,
    ) -> str:
        """The state; what did not come at the meeting that was named is overdue at once."""
        if came:
            return DONE
        held = thread.pledge.sort == AGENDA and any(
            due and other.day <= due and (thread.starts or not thread.due)
            for other in _slots(thread, later, due)
        )
        return OVERDUE if held else state_of(None, due, self._today)


def _is_tied(place: Place, other: MeetingSide, tied: tuple[ItemRef, str], found: Delivery) -> bool:
    """Whether what was given stands in the item, or the part of one, that takes this one up."""
    ref, link = tied
    names = topics_of(*place)
    if names and link == "confirmed":
        return not names.isdisjoint(topics_of(other, found.slug, (found.sentence,)))
    return ref.slug == found.slug and is_shared(ref.sentences, (found.sentence,))


def _slots(thread: _Thread, later: Sequence[MeetingSide], due: date | None) -> list[MeetingSide]:
    """The later meetings at which a topic may come back as it was announced."""
    if due and not thread.due:
        return list(later[:1])
    return [
        other
        for other in later
        if (not thread.starts or _end(other) >= thread.starts)
        and (not due or other.day <= due + AROUND)
    ]


def _watching(thread: _Thread, later: Sequence[MeetingSide], due: date | None) -> list[MeetingSide]:
    """The later meetings that would have told whether it came."""
    if thread.pledge.sort == AGENDA:
        return _slots(thread, later, due)
    if thread.pledge.sort == THING:
        again = [thread.side] if thread.mentions and due else []  # it was still promised there
        return [other for other in (*again, *later) if not due or _end(other) >= due]
    return []


def _subjects(told: Sequence[tuple[NextStep, MeetingSide]]) -> list[Vector]:
    """What each announcement is about, without its moment; empty for a mere coming back."""
    found = []
    for step, side in told:
        text = undated(step.text, side.meeting.language)
        found.append(tuple(word for word in content_words(text) if word not in procedure()))
    counts = [pieces_of(each) for each in found]
    weights = rarity(counts)
    return [vector(each, weights) for each in counts]


def _end(side: MeetingSide) -> date:
    return side.meeting.days[-1] if side.meeting.days else side.day
