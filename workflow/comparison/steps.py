"""Next steps that were announced, followed over the meetings until they come."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from workflow.comparison.dues import first_day, last_day
from workflow.comparison.groupedparts import link_parts
from workflow.comparison.grouping import group_items
from workflow.comparison.mentions import EXTENDED, REPEATED, Mention
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.stands import SUGGESTION, SUMMARY
from workflow.comparison.states import OVERDUE, SourceItem, item_ref, ranked, state_of
from workflow.comparison.tokens import plain
from workflow.comparison.vectors import Vector, content_words, cosine, pieces_of, rarity, vector
from workflow.languages import LANGUAGES, data
from workflow.report.model import Item
from workflow.report.references.dates import find_dates
from workflow.summaries.ahead import is_elsewhere, is_firm
from workflow.summaries.itemparts import is_shared
from workflow.summaries.model import MeetingItem, NextStep
from workflow.summaries.offers import offered_next_steps
from workflow.summaries.topics import Topics, belongings

SAME_FROM = 0.55
"""Likeness of the words from which a later announcement is the same one again."""
_ASKING = {"call", "oppose", "concern", "reserve"}
"""Stances by which nobody announces anything."""
_HOSTS = ("voorzitterschap", "raad")
"""Who decides what the Council will see again."""


@dataclass(frozen=True, slots=True)
class Step:
    """A next step that was announced, and whether the topic came back."""

    announced: ItemRef
    step: NextStep
    due: date | None
    """The last day of the moment that was named last; None for none that lay ahead."""
    came: ItemRef | None
    """The later item on the same topic that came first, or None."""
    state: str
    """`done` where the topic came back, `overdue` where it should have, else `open`."""
    source: str = SUMMARY
    """As for a promise."""
    mentions: tuple[Mention, ...] = ()
    """Where later meetings announced it again, the oldest first."""
    watched: bool = True
    """Whether there is a later meeting of the council at which it could have come.

    Not for what takes place elsewhere, such as a conference.
    """
    link: str = ""
    """What ties it to the item that came, as in a comparison; empty where none came."""

    @property
    def is_missed(self) -> bool:
        """Whether it did not come though there was a meeting for it."""
        return self.state == OVERDUE and self.watched

    @property
    def is_assumed(self) -> bool:
        """Whether it came back only if a link is right that nobody confirmed."""
        return self.link == "suggested"


@dataclass(slots=True)
class _Thread:
    """An announcement and where it was made again."""

    side: MeetingSide
    slug: str
    """Meeting and item that announced it last."""
    evidence: tuple[int, ...]
    """The sentences there."""
    step: NextStep
    first: ItemRef
    source: str
    starts: date | None
    due: date | None
    words: Vector
    mentions: list[Mention] = field(default_factory=list)


def steps(
    sides: Iterable[MeetingSide], today: date, source_item: SourceItem | None = None
) -> tuple[Step, ...]:
    """Every announced next step once, and the first item on its topic at or after its time.

    In the same order and from the same sources as `promises`. What a later meeting announces
    again, or for a later time, goes with the first announcement: it did not come in between.
    That a topic will come back is another matter each time.
    """
    ordered = sorted(sides, key=lambda side: (side.day, side.meeting.id))
    links = _Links()
    told = [
        (side, entry, step, source)
        for side in ordered
        for entry in side.meeting.items
        for step, source in _next_steps(side, entry, source_item)
    ]
    words = _subjects([(step, side) for side, _, step, _ in told])
    threads: list[_Thread] = []
    for (side, entry, step, source), subject in zip(told, words, strict=True):
        starts, due = _moment(step, side)
        first = item_ref(side, entry)
        new = _Thread(side, entry.slug, step.evidence, step, first, source, starts, due, subject)
        if thread := _announced_before(threads, new, links):
            _tell_again(thread, new)
        else:
            threads.append(new)
    return ranked([_followed(each, ordered, links, today) for each in threads])


def _moment(step: NextStep, side: MeetingSide) -> tuple[date | None, date | None]:
    """First and last day of the moment that lies ahead, where one is named."""
    language = side.meeting.language
    due = last_day(step.when or step.text, side.day, language, ahead=True)
    # Only the sentence has the word before the day, such as "uiterlijk".
    words = step.text if step.when in step.text else step.when
    return first_day(words, side.day, language), due


def _announced_before(threads: list[_Thread], new: _Thread, links: "_Links") -> _Thread | None:
    """The announcement of an earlier meeting that this one makes again, the likest of them."""
    alike = [
        (cosine(thread.words, new.words), at)
        for at, thread in enumerate(threads)
        if thread.side.meeting.body == new.side.meeting.body and thread.side.day < new.side.day
    ]
    for fit, at in sorted(alike, reverse=True):
        if fit < SAME_FROM:
            break
        if _on_one_topic(threads[at], new, links):
            return threads[at]
    return None


def _on_one_topic(old: _Thread, new: _Thread, links: "_Links") -> bool:
    """Whether the items of two announcements are linked, by staff or by their words."""
    here = _topics(old.side, old.slug, old.evidence)
    there = _topics(new.side, new.slug, new.step.evidence)
    if here and there:
        return not here.isdisjoint(there)
    found = links.of(old.side, old.slug, new.side, old.evidence)
    return found is not None and found[0].slug == new.slug


def _tell_again(thread: _Thread, new: _Thread) -> None:
    """Put an announcement with the one that it repeats."""
    later = bool(new.due and thread.due and new.due > thread.due)
    effect = EXTENDED if later else REPEATED
    mention = Mention(new.first, effect, new.due if later else None, new.step.evidence)
    thread.mentions.append(mention)
    thread.side, thread.slug, thread.evidence = new.side, new.slug, new.evidence
    if new.due:
        thread.starts, thread.due = new.starts, new.due


def _followed(
    thread: _Thread, ordered: Sequence[MeetingSide], links: "_Links", today: date
) -> Step:
    """An announcement as it stands after everything that came later."""
    place = ordered.index(thread.side)
    # At a meeting before the moment that was named it cannot have come.
    later = [
        other
        for other in ordered[place + 1 :]
        if other.meeting.body == thread.side.meeting.body
        and other.day > thread.side.day
        and (not thread.starts or _end(other) >= thread.starts)
    ]
    names = _topics(thread.side, thread.slug, thread.evidence)
    came, link = _first_on(names, thread, later, links)
    state = state_of(came, thread.due, today)
    elsewhere = is_elsewhere(thread.step.text, thread.side.meeting.language)
    return Step(
        announced=thread.first,
        step=thread.step,
        due=thread.due,
        came=came,
        link=link,
        state=state,
        source=thread.source,
        mentions=tuple(thread.mentions),
        watched=bool(later) and not elsewhere,
    )


def _next_steps(
    side: MeetingSide, entry: MeetingItem, source_item: SourceItem | None
) -> list[tuple[NextStep, str]]:
    """The next steps of an item, each with where it comes from.

    What was found counts until somebody wrote down steps.
    """
    summary = side.summaries.get(entry.slug)
    if summary and summary.next_steps:
        return [(each, SUMMARY) for each in summary.next_steps]
    if source_item is None:
        return []
    item = source_item(side.meeting, entry.slug)
    left_out = _refused(side, entry) | _only_asked(side, entry, item)
    if summary:
        left_out |= {number for each in summary.commitments for number in each.evidence}
    offered = offered_next_steps(item, language=side.meeting.language)
    return [(each, SUGGESTION) for each in offered if left_out.isdisjoint(each.evidence)]


def _refused(side: MeetingSide, entry: MeetingItem) -> set[int]:
    """The sentences in which somebody says what will not be, and nobody what will."""
    found = side.attributions.get(entry.slug, ())
    ahead = {each.sentence for each in found if each.stance == "announce"}
    return {each.sentence for each in found if each.denied and each.stance == "oppose"} - ahead


def _only_asked(side: MeetingSide, entry: MeetingItem, item: Item) -> set[int]:
    """The sentences in which somebody wants something by some day, and nobody says it will be.

    What the Presidency asks for goes on its agenda.
    """
    language = side.meeting.language
    found: dict[int, set[str]] = {}
    for each in side.attributions.get(entry.slug, ()):
        stance = each.stance if each.actor not in _HOSTS else "announce"
        found.setdefault(each.sentence, set()).add(stance)
    return {
        number
        for number, stances in found.items()
        if stances <= _ASKING
        and (sentence := item.sentence(number))
        and not is_firm(sentence.text, language)
    }


def _topics(side: MeetingSide, slug: str, evidence: Collection[int] = ()) -> frozenset[str]:
    """The confirmed topics of an item, or of the part of it with one of these sentences."""
    summary = side.summaries.get(slug)
    return frozenset(
        each.topic
        for each in (belongings(summary) if summary else ())
        if is_shared(each.sentences, evidence)
    )


def _subjects(told: Sequence[tuple[NextStep, MeetingSide]]) -> list[Vector]:
    """What each announcement is about, without its moment; empty for a mere coming back."""
    found = []
    for step, side in told:
        text = step.text
        for hit in reversed(find_dates(text, side.meeting.language, (side.day,))):
            text = f"{text[: hit.start]} {text[hit.end :]}"
        found.append(tuple(w for w in content_words(text) if w not in _procedure()))
    counts = [pieces_of(each) for each in found]
    weights = rarity(counts)
    return [vector(each, weights) for each in counts]


@cache
def _procedure() -> frozenset[str]:
    """The words of announcing and coming back, of all languages: they name no subject."""
    return frozenset(
        plain(word)
        for language in LANGUAGES
        for name in ("announcing", "promising")
        for word in data(language, "offers")[name]
    )


def _end(side: MeetingSide) -> date:
    return side.meeting.days[-1] if side.meeting.days else side.day


class _Links:
    """Which items of two meetings belong together, as a comparison of them links them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[tuple[str, tuple[int, ...], ItemRef, str]]] = {}

    def of(
        self, side: MeetingSide, slug: str, other: MeetingSide, evidence: Collection[int]
    ) -> tuple[ItemRef, str] | None:
        """The item of the other meeting that takes up this one, or the part with a sentence.

        With how they are linked.
        """
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


def _first_on(
    names: frozenset[str], thread: _Thread, later: Sequence[MeetingSide], links: _Links
) -> tuple[ItemRef | None, str]:
    """The first later item on one of the topics, or that takes this one up, and the link."""
    for other in later:
        for entry in other.meeting.items:
            if names & _topics(other, entry.slug):
                return item_ref(other, entry), "confirmed"
        found = links.of(thread.side, thread.slug, other, thread.evidence)
        if found is not None:
            return found
    return None, ""
