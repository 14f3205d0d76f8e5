"""Topics as staff keep them: what belongs where, other names, joining and taking apart.

Nothing is written here: each change is an `Answer` for whoever saves it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from workflow.comparison.confirming import Answer, answered, decided
from workflow.comparison.model import ItemRef
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.itemfile import parse_evidence, render_evidence
from workflow.summaries.itemparts import add_to_topic
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.summaries.topics import (
    Topic,
    Topics,
    belongings,
    item_key,
    new_id,
    part_key,
    put_in_topic,
    read_topics,
    replace_topic,
    take_from_topic,
)
from workflow.summaries.workspace import Workspace
from workflow.text import one_line


@dataclass(frozen=True, slots=True)
class Use:
    """An item, or some sentences of it, that belongs to a topic."""

    meeting: Meeting
    entry: MeetingItem
    sentences: tuple[int, ...] = ()
    """Numbers of the sentences; empty for the whole item."""

    @property
    def place(self) -> str:
        """Meeting, item and sentences: `2024-03-04-jbz II.1 s4-s9`."""
        return f"{self.meeting.id} {self.part}".strip()

    @property
    def part(self) -> str:
        """Item and sentences: `II.1 s4-s9`."""
        numbers = render_evidence(self.sentences).strip("[]")
        return " ".join(filter(None, (self.entry.label, numbers)))


@dataclass(frozen=True, slots=True)
class KeptTopic:
    """A topic and everything that staff put in it."""

    topic: Topic
    uses: tuple[Use, ...]
    """The newest meeting first."""


def kept_topics(workspace: Workspace) -> tuple[KeptTopic, ...]:
    """Every topic that has a title or an item, by title. An item that cannot be read is skipped."""
    known = read_topics(workspace)
    uses: dict[str, list[Use]] = {topic.id: [] for topic in known.topics}
    for meeting in sorted(workspace.meetings(), key=lambda each: each.days, reverse=True):
        for entry in meeting.items:
            summary = _summary(workspace, meeting, entry)
            for each in belongings(summary) if summary else ():
                uses.setdefault(each.topic, []).append(Use(meeting, entry, each.sentences))
    found = [
        KeptTopic(known.topic(name) or Topic(name, name), tuple(each))
        for name, each in uses.items()
    ]
    return tuple(sorted(found, key=lambda kept: kept.topic.title.casefold()))


def find_topic(topics: Sequence[KeptTopic], name: str) -> KeptTopic:
    """The topic with that id or title. Raises WorkflowError where there is none."""
    wanted = one_line(name).casefold()
    for kept in topics:
        if wanted in (kept.topic.id, kept.topic.title.casefold()):
            return kept
    known = ", ".join(kept.topic.id for kept in topics) or "–"
    raise WorkflowError("comparison.errors.no_such_topic", topic=name, known=known)


def topics_json(topics: Sequence[KeptTopic]) -> dict[str, Any]:
    """The topics in the schema `topics/1`."""
    return {
        "schema": "topics/1",
        "topics": [
            {
                "topic": kept.topic.id,
                "title": kept.topic.title,
                "dossier": kept.topic.dossier,
                "items": [
                    {
                        "meeting": use.meeting.id,
                        "item": use.entry.label,
                        "title": use.entry.title,
                        "sentences": [f"s{number}" for number in use.sentences],
                    }
                    for use in kept.uses
                ],
            }
            for kept in topics
        ],
    }


def retitled(
    workspace: Workspace, name: str, *, title: str = "", dossier: str | None = None
) -> Answer:
    """The topic with another title or dossier number; its id stays, so that nothing is lost.

    Raises WorkflowError for a topic that does not exist or a title that says nothing.
    """
    topic = find_topic(kept_topics(workspace), name).topic
    title = one_line(title) or topic.title
    dossier = topic.dossier if dossier is None else one_line(dossier)
    topics = read_topics(workspace).with_topic(Topic(topic.id, title, dossier))
    if title == topic.title:
        return answered(workspace, topics, {}, "dossier", topic=title, dossier=dossier or "–")
    return answered(workspace, topics, {}, "retitled", topic=title)


def moved(
    workspace: Workspace,
    name: str,
    into: str,
    places: Iterable[tuple[str, str]] | None = None,
) -> Answer:
    """The items of one topic in another one.

    `places` are (meeting, slug) of the items that move, for taking a topic apart: the other one is
    made where it does not exist. Without them the topic ends in the other one, which has to be
    there: a slip of the pen would take its name away. Raises WorkflowError for a topic or an
    item that is not there.
    """
    kept = kept_topics(workspace)
    old = find_topic(kept, name)
    if places is None:
        into = find_topic(kept, into).topic.id
    topics, target = _target(read_topics(workspace), kept, into)
    if target == old.topic.id:
        raise WorkflowError("comparison.errors.same_topic", topic=old.topic.title)
    wanted = None if places is None else set(places)
    uses = [use for use in old.uses if wanted is None or (use.meeting.id, use.entry.slug) in wanted]
    if wanted is not None and len(uses) < len(wanted):
        raise WorkflowError("comparison.errors.not_in_topic", topic=old.topic.title)
    changed: dict[tuple[str, str], Summary] = {}
    for use in uses:
        summary = workspace.load(use.meeting, use.entry.slug).summary
        changed[use.meeting.id, use.entry.slug] = replace_topic(summary, old.topic.id, target)
    done, note = "split", ""
    if wanted is None:
        before, topics = topics.topic(target), topics.merged(old.topic.id, target)
        note = _about_dossiers(old.topic.dossier, before.dossier if before else "")
        done = "merged"
    older, topic = old.topic.title, topics.title(target)
    return answered(workspace, topics, changed, done, note=note, older=older, topic=topic)


def _about_dossiers(old: str, kept: str) -> str:
    """Which dossier number a topic has after another one was taken up in it, where both matter."""
    if not old or old == kept:
        return ""
    key = "dossier_stays" if kept else "dossier_along"
    return say(f"comparison.done.{key}", dossier=kept, older=old)


def joined(workspace: Workspace, refs: Sequence[ItemRef], name: str) -> Answer:
    """These items, or parts of them, in one topic, which is made where it does not exist.

    What is in it already stays; refusals among them are taken back.
    """
    topics, target = _target(read_topics(workspace), kept_topics(workspace), name)
    changed: dict[tuple[str, str], Summary] = {}
    for ref in refs:
        place = ref.meeting, ref.slug
        before = workspace.load(workspace.meeting(ref.meeting), ref.slug).summary
        after = add_to_topic(changed.get(place, before), target, ref.sentences)
        if after != before:
            changed[place] = after
        topics = topics.allow(item_key(*place), target)
    keys = [key for ref in refs for key in _keys(ref)]
    for one in keys:
        for other in keys:
            topics = topics.allow(one, other)
    return answered(workspace, topics, changed, "joined", topic=topics.title(target))


def parted(workspace: Workspace, older: Sequence[ItemRef], newer: Sequence[ItemRef]) -> Answer:
    """The items of one meeting and those of another, never to be proposed as one topic again.

    Of two items about many things only the two parts are kept apart; what a person put in one
    topic stays together.
    """
    topics = read_topics(workspace)
    for one in newer:
        for other in older:
            if _share_topic(workspace, one, other):
                continue
            both = one.sentences and other.sentences
            topics = topics.refuse(*(_keys(ref)[-1 if both else 0] for ref in (one, other)))
    names = {"newer": newer[0].title, "older": older[0].title}
    return answered(workspace, topics, {}, "parted", about=_place(newer), **names)


def reunited(workspace: Workspace, older: Sequence[ItemRef], newer: Sequence[ItemRef]) -> Answer:
    """What `parted` recorded of the items of two meetings, taken back."""
    topics = read_topics(workspace)
    for one in newer:
        for other in older:
            for key in _keys(one):
                for with_key in _keys(other):
                    topics = topics.allow(key, with_key)
    names = {"newer": newer[0].title, "older": older[0].title}
    return answered(workspace, topics, {}, "reunited", about=_place(newer), **names)


def _place(refs: Sequence[ItemRef]) -> tuple[str, str]:
    """Meeting and slug of the first of these items."""
    return refs[0].meeting, refs[0].slug


def _share_topic(workspace: Workspace, *refs: ItemRef) -> bool:
    """Whether two items have a confirmed topic in common."""
    one, other = (
        {
            each.topic
            for each in belongings(workspace.load(workspace.meeting(ref.meeting), ref.slug).summary)
        }
        for ref in refs
    )
    return not one.isdisjoint(other)


def _keys(ref: ItemRef) -> tuple[str, ...]:
    """How refusals name an item, and its part last."""
    key = item_key(ref.meeting, ref.slug)
    return tuple(dict.fromkeys((key, part_key(key, ref.sentences))))


def placed(
    workspace: Workspace,
    meeting: Meeting,
    entry: MeetingItem,
    name: str,
    sentences: Iterable[int] = (),
) -> Answer:
    """The item, or these sentences of it, in a topic, which is made where it does not exist.

    A refusal of the same link is taken back. Raises WorkflowError for a sentence that the item
    does not have.
    """
    numbers = tuple(sorted(set(sentences)))
    item = workspace.item(meeting, entry.slug)
    for number in numbers:
        if item.sentence(number) is None:
            raise WorkflowError(
                "comparison.errors.no_sentence", item=entry.label, sentence=f"s{number}"
            )
    topics, target = _target(read_topics(workspace), kept_topics(workspace), name)
    summary = workspace.load(meeting, entry.slug).summary
    changed = {(meeting.id, entry.slug): put_in_topic(summary, target, numbers)}
    topics = topics.allow(f"{meeting.id}/{entry.slug}", target)
    return decided(topics, changed, topics.title(target), entry)


def taken_out(workspace: Workspace, meeting: Meeting, entry: MeetingItem, name: str) -> Answer:
    """The item without the topic. Raises WorkflowError where it is not in it."""
    topic = find_topic(kept_topics(workspace), name).topic
    summary = workspace.load(meeting, entry.slug).summary
    without = take_from_topic(summary, topic.id)
    if without == summary:
        raise WorkflowError("comparison.errors.not_in_topic", topic=topic.title)
    changed = {(meeting.id, entry.slug): without}
    return decided(read_topics(workspace), changed, topic.title, entry, apart=True)


def sentence_numbers(words: str, entry: MeetingItem) -> tuple[int, ...]:
    """The numbers that `s4-s9 s12` names. Raises WorkflowError for anything else."""
    if not words.strip():
        return ()
    rest, numbers = parse_evidence(f"x [{words.strip().strip('[]')}]")
    if rest != "x" or not numbers:
        raise WorkflowError("comparison.errors.no_sentence", item=entry.label, sentence=words)
    return numbers


def _target(topics: Topics, kept: Sequence[KeptTopic], name: str) -> tuple[Topics, str]:
    """The topics with the one of that name, made where it is new, and its id."""
    wanted = one_line(name).casefold()
    for each in kept:
        if wanted in (each.topic.id, each.topic.title.casefold()):
            return (topics if topics.topic(each.topic.id) else topics.with_topic(each.topic)), (
                each.topic.id
            )
    made = new_id(name, {each.topic.id for each in kept})
    return topics.with_topic(Topic(made, one_line(name))), made


def _summary(workspace: Workspace, meeting: Meeting, entry: MeetingItem) -> Summary | None:
    try:
        return workspace.load(meeting, entry.slug).summary
    except WorkflowError:
        return None
