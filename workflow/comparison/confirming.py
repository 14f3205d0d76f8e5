"""What a person's answer to a proposed link changes. Nothing is written here."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workflow.comparison.linking import Proposal, confirm, propose
from workflow.comparison.model import ItemRef
from workflow.comparison.sides import meeting_side
from workflow.languages import say, say_in
from workflow.summaries.itemfile import parse_evidence
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.summaries.topics import Topics, belongings, item_key, part_key, read_topics
from workflow.summaries.workspace import Workspace

SHOWN = 4
"""Sentences of an item that are shown with a proposal."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What changes after a link was confirmed or refused."""

    topics: Topics
    changed: dict[tuple[str, str], Summary]
    """The items whose topics change, by (meeting, slug)."""
    title: str
    """How people call the topic, or the earlier item that was refused; what was done to it."""
    note: str = ""
    """What else became of it, which the history need not tell."""
    told: str = ""
    """What was done, in the language of the interface."""
    about: tuple[str, str] = ("", "")
    """The item in whose history it belongs where no item changes, by (meeting, slug)."""


def answered(
    workspace: Workspace,
    topics: Topics,
    changed: dict[tuple[str, str], Summary],
    done: str,
    *,
    note: str = "",
    about: tuple[str, str] = ("", ""),
    **titles: str,
) -> Answer:
    """What was `done`, for the history in the language of the workspace."""
    key = f"comparison.done.{done}"
    title = say_in(workspace.language_of(), key, **titles)
    return Answer(topics, changed, title, note, say(key, **titles), about)


def decided(
    topics: Topics,
    changed: dict[tuple[str, str], Summary],
    title: str,
    entry: MeetingItem | None,
    *,
    apart: bool = False,
) -> Answer:
    """That an item belongs to what has this title, or does not; the history says it by the item."""
    key = f"comparison.done.{'apart' if apart else 'belongs'}"
    item = entry.title if entry else ""
    return Answer(topics, changed, title, told=say(key, item=item, topic=title))


def proposals(workspace: Workspace, meeting: Meeting) -> dict[str, tuple[Proposal, ...]]:
    """What each item of a meeting may belong to, by slug, from all meetings of its council."""
    sides = [
        meeting_side(workspace, other, whole=False)
        for other in workspace.meetings()
        if other.body == meeting.body and other.days < meeting.days
    ]
    newer = meeting_side(workspace, meeting, whole=False)
    return propose(newer, sides, read_topics(workspace))


def proposals_json(
    workspace: Workspace,
    meeting: Meeting,
    entries: Iterable[MeetingItem],
    found: Iterable["Offer"],
) -> dict[str, Any]:
    """The topics of some items and what they may belong to, in the schema `proposals/1`.

    Proposals stand in the order of their numbers, and behind them what a person refused.
    """
    offered = tuple(found)
    return {
        "schema": "proposals/1",
        "meeting": meeting.id,
        "items": [
            {
                "item": entry.label,
                "title": entry.title,
                "topics": [
                    {"topic": own.topic, "sentences": _numbered(own.sentences)}
                    for own in belongings(workspace.load(meeting, entry.slug).summary)
                ],
                "proposals": [_as_json(each) for each in offered if each.entry.slug == entry.slug],
            }
            for entry in entries
        ],
    }


def _as_json(offer: "Offer") -> dict[str, Any]:
    """A proposal and whether it was refused, as a JSON object."""
    proposal = offer.proposal
    older = proposal.older
    return {
        "topic": proposal.topic or None,
        "meeting": older.meeting if older else None,
        "item": older.label if older else None,
        "title": older.title if older else None,
        "score": round(proposal.score, 2),
        "selected": proposal.selected,
        "refused": bool(offer.refused),
        "reasons": list(proposal.reasons),
        "sentences": _numbered(proposal.sentences),
        "older_sentences": _numbered(proposal.older_sentences),
    }


def _numbered(sentences: Iterable[int]) -> list[str]:
    return [f"s{number}" for number in sentences]


def confirmed(
    workspace: Workspace,
    meeting: Meeting,
    slug: str,
    proposal: Proposal,
    sentences: Iterable[int] = (),
    title: str = "",
) -> Answer:
    """The answer yes: the item, or some sentences of it, belong to the earlier one's topic.

    `title` is how the topic is to be called if it is new.
    """
    proposal = replace(proposal, title=title or proposal.title)
    newer = workspace.load(meeting, slug).summary
    older: Summary | None = None
    ref = proposal.older
    if ref is not None:
        older = workspace.load(workspace.meeting(ref.meeting), ref.slug).summary
    known = read_topics(workspace).allow(*_pair(workspace, meeting, slug, proposal))
    topics, new, old = confirm(proposal, newer, older, known, sentences)
    changed = {(meeting.id, slug): new}
    if ref is not None and old is not None and old != older:
        changed[ref.meeting, ref.slug] = old
    added = [topic for topic in new.topics if topic not in newer.topics]
    name = parse_evidence(added[0])[0] if added else ""
    called = topics.title(name) if name else newer.title
    return decided(topics, changed, called, meeting.item(slug))


def refused(workspace: Workspace, meeting: Meeting, slug: str, proposal: Proposal) -> Answer:
    """The answer no: never to be proposed again."""
    topics = read_topics(workspace).refuse(*_pair(workspace, meeting, slug, proposal))
    return decided(topics, {}, _earlier(topics, proposal), meeting.item(slug), apart=True)


def allowed(workspace: Workspace, meeting: Meeting, offer: "Offer") -> Answer:
    """The answer no, taken back."""
    topics = read_topics(workspace).allow(*offer.refused)
    newer = workspace.load(meeting, offer.entry.slug).summary.title
    older = _earlier(topics, offer.proposal)
    about = meeting.id, offer.entry.slug
    return answered(workspace, topics, {}, "reunited", about=about, newer=newer, older=older)


def _pair(workspace: Workspace, meeting: Meeting, slug: str, proposal: Proposal) -> tuple[str, str]:
    """How a refusal names both sides of a proposal: items, topics or parts of items."""
    ref = proposal.older
    key = item_key(meeting.id, slug)
    own = {each.topic for each in belongings(workspace.load(meeting, slug).summary)}
    named = proposal.topic if proposal.topic not in own else ""
    other = named or (item_key(ref.meeting, ref.slug) if ref else "")
    if proposal.older_sentences and not proposal.topic:
        return part_key(key, proposal.sentences), part_key(other, proposal.older_sentences)
    return key, other


def _earlier(topics: Topics, proposal: Proposal) -> str:
    """How people call what is proposed."""
    return proposal.older.title if proposal.older else topics.title(proposal.topic)


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal with what both sides say, for a person to judge."""

    entry: MeetingItem
    place: int
    """Number of the proposal within its item, from 1, as the command names it."""
    proposal: Proposal
    newer: tuple[str, ...]
    """The sentences of the item that it is about; the first ones for the whole item."""
    older: tuple[str, ...]
    """The same of the earlier item."""
    refused: tuple[str, ...] = ()
    """How the file of topics names both sides where a person refused this; else empty."""


def offers(workspace: Workspace, meeting: Meeting) -> tuple[Offer, ...]:
    """Every proposal for a meeting, in the order of its items, and behind them what was refused."""
    found = proposals(workspace, meeting)
    gone = _refusals(workspace, meeting)
    return tuple(
        Offer(
            entry,
            place,
            proposal,
            _sentences(workspace, meeting, entry.slug, proposal.sentences),
            _of_older(workspace, proposal),
            pair,
        )
        for entry in meeting.items
        for place, (proposal, pair) in enumerate(
            [*((each, ()) for each in found.get(entry.slug, ())), *gone.get(entry.slug, ())], 1
        )
    )


def _refusals(
    workspace: Workspace, meeting: Meeting
) -> dict[str, list[tuple[Proposal, tuple[str, str]]]]:
    """What a person refused for each item: topics, and items of earlier meetings.

    Left out is what names an item that is not there any more.
    """
    found: dict[str, list[tuple[Proposal, tuple[str, str]]]] = {}
    known = {each.id: each for each in workspace.meetings()}
    for refusal in read_topics(workspace).refused:
        pair = refusal.item, refusal.other
        sides = [_named(known, key) for key in pair]
        topic = "" if "/" in refusal.other else refusal.other
        if topic:
            newer, older = sides[0], None
        else:
            older, newer = sorted(sides, key=lambda ref: ref.meeting if ref else "")
        if newer and newer.meeting == meeting.id and (older or topic):
            numbers = older.sentences if older else ()
            proposal = Proposal(topic, older, 0.0, (), False, newer.sentences, numbers)
            found.setdefault(newer.slug, []).append((proposal, pair))
    return found


def _named(meetings: Mapping[str, Meeting], key: str) -> ItemRef | None:
    """The item that a refusal names, or the part of it."""
    place, *numbers = key.split(" ")
    name, _, slug = place.partition("/")
    entries = meetings[name].items if name in meetings else ()
    _, sentences = parse_evidence(f"x [{' '.join(numbers)}]") if numbers else ("", ())
    return next(
        (
            ItemRef(name, slug, each.label, each.title, sentences)
            for each in entries
            if each.slug == slug
        ),
        None,
    )


def _of_older(workspace: Workspace, proposal: Proposal) -> tuple[str, ...]:
    ref = proposal.older
    if ref is None:
        return ()
    meeting = workspace.meeting(ref.meeting)
    return _sentences(workspace, meeting, ref.slug, proposal.older_sentences)


def _sentences(
    workspace: Workspace, meeting: Meeting, slug: str, numbers: Collection[int]
) -> tuple[str, ...]:
    sentences = workspace.item(meeting, slug).sentences
    kept = [each for each in sentences if not numbers or each.number in numbers]
    return tuple(each.text for each in kept[:SHOWN])
