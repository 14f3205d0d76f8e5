"""The items of one topic over all meetings: confirmed ones, and those that are most likely."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.comparison.alike import LINKED_FROM, doubted, likeness, most_by_title, most_likeness
from workflow.comparison.candidates import Candidate, candidates
from workflow.comparison.groupedparts import link_parts
from workflow.comparison.grouping import group_items
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.points import titled_points
from workflow.comparison.scores import Unit
from workflow.comparison.stands import items_by_slug
from workflow.comparison.vectors import cosine, vectors
from workflow.errors import WorkflowError
from workflow.report.model import Item
from workflow.summaries.itemparts import is_shared, key_parts
from workflow.summaries.model import MeetingItem
from workflow.summaries.topics import Topics, belongings, item_key, part_key
from workflow.text import has_words

CLOSEST = 3
"""Items of a meeting, by title, whose text is looked at for a place in the chain."""
MOST_COMPARED = 6
"""Meetings without a likely title that are compared as a whole: the bound of the cost."""
MOST_LINKED = 20
"""Meetings that are looked through for what goes on with a part of an item."""


@dataclass(frozen=True, slots=True)
class Member:
    """An item of the topic."""

    ref: ItemRef
    item: Item
    sentences: tuple[int, ...] = ()
    """The part of the item that belongs to the topic; empty for the whole."""
    link: str = "confirmed"
    """`confirmed` by a person or `suggested` by the program."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The items of a topic by meeting."""

    topic: str
    title: str
    members: Mapping[str, tuple[Member, ...]]
    """By meeting id; meetings that did not discuss the topic are missing."""


def topic_chain(sides: Sequence[MeetingSide], name: str, topics: Topics) -> Chain:
    """The items of the topic with that id or title, or of the item with that slug or title.

    What goes on with some sentences of an item is asked for by their key
    (`2031-03-06-jbz/diversen s2 s3`), or a point of other business by its title. `sides` have the
    oldest meeting first. Raises WorkflowError if nothing goes by that name.
    """
    members = {side.meeting.id: _confirmed(side, _topic_id(name, topics)) for side in sides}
    members = {meeting: found for meeting, found in members.items() if found}
    known = topics.topic(name)
    topic = known.id if known else name
    title = known.title if known else ""
    if not members:
        item_name, sentences = key_parts(name)
        try:
            side, entry = _named_item(sides, item_name, topics)
        except WorkflowError:
            if point := _named_point(sides, name):
                return topic_chain(sides, point, topics)
            raise
        summary = side.summaries.get(entry.slug)
        for belonging in belongings(summary) if summary else ():
            if is_shared(belonging.sentences, sentences):
                return topic_chain(sides, belonging.topic, topics)
        if sentences:
            return _part_chain(sides, _member(side, entry, sentences), topics)
        members = {side.meeting.id: (_member(side, entry),)}
        topic = entry.slug
    _extend(members, sides, topic, topics)
    if not known and (earlier := _topic_before(members, sides, topics)):
        chain = topic_chain(sides, earlier, topics)
        if members.keys() <= chain.members.keys():
            return chain
    latest = max(members)
    return Chain(topic, title or members[latest][0].ref.title, members)


def _topic_before(
    members: Mapping[str, tuple[Member, ...]], sides: Sequence[MeetingSide], topics: Topics
) -> str:
    """The confirmed topic that the first of these items goes on with, or an empty string.

    Looked for in the meetings of its council before it, the nearest first.
    """
    if any(member.link == "confirmed" for found in members.values() for member in found):
        return ""
    first = next(at for at, side in enumerate(sides) if side.meeting.id in members)
    earlier = [
        side for side in reversed(sides[:first]) if side.meeting.body == sides[first].meeting.body
    ]
    wanted = {
        side.meeting.id: {slug for slug, summary in side.summaries.items() if summary.topics}
        for side in earlier
    }
    if not any(wanted.values()):
        return ""
    slugs = {member.ref.slug for member in members[sides[first].meeting.id]}
    own, *rows = candidates([sides[first], *earlier], wanted | {sides[first].meeting.id: slugs})
    for row in rows:
        free = [replace(other, topics=()) for other in row]
        best = _best(free, own, "", topics)
        for belonging in row[free.index(best)].topics if best else ():
            if not any(topics.is_refused(each.key, belonging.topic) for each in own):
                return belonging.topic
    return ""


def _topic_id(name: str, topics: Topics) -> str:
    known = topics.topic(name)
    return known.id if known else name


def _member(side: MeetingSide, entry: MeetingItem, sentences: tuple[int, ...] = ()) -> Member:
    item = items_by_slug(side)[entry.slug]
    ref = ItemRef(side.meeting.id, entry.slug, entry.label, entry.title, sentences)
    return Member(ref, item, sentences, "suggested")


def _part_chain(sides: Sequence[MeetingSide], start: Member, topics: Topics) -> Chain:
    """What goes on with a part of an item: what comparisons link to it, one after another."""
    first = next(at for at, side in enumerate(sides) if side.meeting.id == start.ref.meeting)
    council = sides[first].meeting.body
    members: dict[str, tuple[Member, ...]] = {start.ref.meeting: (start,)}
    about, compared = "", 0
    for order in (sides[first + 1 :], sides[:first][::-1]):
        near, refs = sides[first], [start.ref]
        for side in order:
            if side.meeting.body != council or compared >= MOST_LINKED:
                continue
            compared += 1
            title, found = _linked(near, side, refs, topics)
            if found:
                about = about or title
                members[side.meeting.id] = tuple(map(_found, found))
                near, refs = side, [unit.ref for unit in found]
    key = part_key(item_key(start.ref.meeting, start.ref.slug), start.sentences)
    return Chain(key, about or start.ref.title, members)


def _confirmed(side: MeetingSide, topic: str) -> tuple[Member, ...]:
    """The items of a meeting that staff put in the topic."""
    found = []
    items: dict[str, Item] | None = None
    for entry in side.meeting.items:
        summary = side.summaries.get(entry.slug)
        if summary is None or not summary.topics:
            continue
        for belonging in belongings(summary):
            if belonging.topic == topic:
                items = items if items is not None else items_by_slug(side)
                ref = ItemRef(side.meeting.id, entry.slug, entry.label, entry.title)
                found.append(Member(ref, items[entry.slug], belonging.sentences))
    return tuple(found)


def _named_item(
    sides: Sequence[MeetingSide], name: str, topics: Topics
) -> tuple[MeetingSide, MeetingItem]:
    """The latest item with that slug or title, or the one so cited: `2031-03-06-jbz/I.2`.

    A part of a title is enough where it names one topic or one item only, or items that go on
    with one another.
    """
    wanted = name.casefold()
    for side in reversed(sides):
        for entry in side.meeting.items:
            if wanted in (
                entry.slug,
                entry.title.casefold(),
                item_key(side.meeting.id, entry.slug),
                item_key(side.meeting.id, entry.label).casefold(),
            ):
                return side, entry
    fitting: dict[str, tuple[MeetingSide, MeetingItem]] = {}
    for side in sides:
        for entry in side.meeting.items:
            summary = side.summaries.get(entry.slug)
            about = [each.topic for each in belongings(summary)] if summary else []
            if has_words(name, " ".join((entry.title, *about))):
                fitting[about[0] if about else entry.title] = side, entry
    if fitting:
        *_, (side, entry) = fitting.values()
        if len(fitting) == 1 or _are_one(fitting.values(), sides, topics):
            return side, entry
        several = "; ".join(sorted(fitting))
        raise WorkflowError("comparison.errors.several_topics", topic=name, known=several)
    known = sorted(
        {
            belonging.topic
            for side in sides
            for summary in side.summaries.values()
            for belonging in belongings(summary)
        }
    )
    if not known:
        raise WorkflowError("comparison.errors.no_topics", topic=name)
    raise WorkflowError("comparison.errors.no_topic", topic=name, known=", ".join(known))


def _extend(
    members: dict[str, tuple[Member, ...]],
    sides: Sequence[MeetingSide],
    topic: str,
    topics: Topics,
) -> None:
    """Add the likeliest item of each meeting of the council that has none.

    From the known meetings outward, each compared with its nearest member, so that a topic
    whose title changes little by little stays in the chain.
    """
    councils = {side.meeting.body for side in sides if side.meeting.id in members}
    line = [side for side in sides if side.meeting.body in councils]
    if all(side.meeting.id in members for side in line):
        return
    wanted = _closest(line, members)
    rows = candidates(line, wanted)
    row = {side.meeting.id: found for side, found in zip(line, rows, strict=True)}
    side_of = {side.meeting.id: side for side in line}
    compared = 0
    first = next(at for at, side in enumerate(line) if side.meeting.id in members)
    for order in (range(first + 1, len(line)), range(first - 1, -1, -1)):
        near = _members_of(row, members, line[first].meeting.id)
        for at in order:
            meeting = line[at].meeting.id
            if meeting not in members:
                best = _best(row[meeting], near, topic, topics)
                if best is None and compared < MOST_COMPARED:
                    compared += 1
                    refs = [each.ref for each in near]
                    _, found = _linked(side_of[near[0].meeting], line[at], refs, topics)
                    if found and found[0].sentences:
                        members[meeting] = (_found(found[0]),)
                        continue
                    best = found[0].candidate if found else None
                if best is None:
                    continue
                if topics.is_refused(best.key, topic):
                    continue
                members[meeting] = (Member(best.ref, best.item, (), "suggested"),)
                near = [best]
                continue
            near = _members_of(row, members, meeting)


def _linked(
    near: MeetingSide, other: MeetingSide, refs: Sequence[ItemRef], topics: Topics
) -> tuple[str, tuple[Unit, ...]]:
    """What a comparison of both meetings links to these items, and what it calls the topic.

    Without what a person put in a topic; empty where nothing is linked.
    """
    older, newer = (near, other) if near.day <= other.day else (other, near)
    for group in link_parts(group_items(older, newer, topics), topics):
        mine, theirs = (group.older, group.newer) if older is near else (group.newer, group.older)
        found = tuple(unit for unit in theirs if not unit.topic)
        if found and any(_meet(unit.ref, ref) for unit in mine for ref in refs):
            return group.title, found
    return "", ()


def _meet(one: ItemRef, other: ItemRef) -> bool:
    """Whether both are the same item, or parts of it that have a sentence in common."""
    return one.slug == other.slug and is_shared(one.sentences, other.sentences)


def _found(unit: Unit) -> Member:
    return Member(unit.ref, unit.candidate.item, unit.sentences, "suggested")


def _closest(
    line: Sequence[MeetingSide], members: Mapping[str, tuple[Member, ...]]
) -> dict[str, set[str]]:
    """By meeting, the members, or else the few items whose titles come closest to a member's."""
    titles = {entry.title for side in line for entry in side.meeting.items}
    ordered = sorted(titles)
    of_title = dict(zip(ordered, vectors(ordered), strict=True))
    known = {member.ref.title for found in members.values() for member in found}
    score = {
        title: max(cosine(of_title[title], of_title[other]) for other in known) for title in ordered
    }
    wanted = {}
    for side in line:
        own = members.get(side.meeting.id)
        nearest = sorted(side.meeting.items, key=lambda entry: (-score[entry.title], entry.slug))
        wanted[side.meeting.id] = (
            {member.ref.slug for member in own}
            if own
            else {entry.slug for entry in nearest[:CLOSEST]}
        )
    return wanted


def _members_of(
    row: Mapping[str, Sequence[Candidate]],
    members: Mapping[str, tuple[Member, ...]],
    meeting: str,
) -> list[Candidate]:
    slugs = {member.ref.slug for member in members[meeting]}
    return [candidate for candidate in row[meeting] if candidate.entry.slug in slugs]


def _best(
    row: Sequence[Candidate], near: Sequence[Candidate], topic: str, topics: Topics
) -> Candidate | None:
    """The item without a topic of its own that is most like a member; None below the limit.

    Of items that are as alike the last one. Texts are compared only where the titles leave room
    for something better than what was found.
    """
    pairs = [
        (most_by_title(other, candidate), place, candidate, other)
        for place, candidate in enumerate(row)
        if not candidate.topics
        and not candidate.generic
        and not topics.is_refused(candidate.key, topic)
        for other in near
        if not topics.is_refused(candidate.key, other.key)
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1]))
    best, found = None, (LINKED_FROM, -1)
    for most, place, candidate, other in pairs:
        if most < found[0]:
            break
        if most_likeness(other, candidate) < found[0]:
            continue
        score = doubted(likeness(other, candidate), other, candidate, least=LINKED_FROM), place
        if score >= found:
            best, found = candidate, score
    return best


def _are_one(
    found: Collection[tuple[MeetingSide, MeetingItem]],
    sides: Sequence[MeetingSide],
    topics: Topics,
) -> bool:
    """Whether what goes on with the latest of these items are all the others."""
    keys = {item_key(side.meeting.id, entry.slug) for side, entry in found}
    *_, (side, entry) = found
    chain = topic_chain(sides, item_key(side.meeting.id, entry.slug), topics)
    refs = (member.ref for row in chain.members.values() for member in row)
    return keys <= {item_key(ref.meeting, ref.slug) for ref in refs}


def _named_point(sides: Sequence[MeetingSide], name: str) -> str:
    """The key of the latest point of an item about many things that has these words as its title.

    Empty where none has, or points of more than one title have.
    """
    found: dict[str, str] = {}
    for side in sides:
        items = items_by_slug(side)
        for entry in side.meeting.items:
            for title, numbers in titled_points(items[entry.slug], entry.title):
                if has_words(name, title):
                    key = part_key(item_key(side.meeting.id, entry.slug), numbers)
                    found[title.casefold()] = key
    return next(iter(found.values())) if len(found) == 1 else ""
