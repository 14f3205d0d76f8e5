"""What the screens about several meetings ask of the rooms below. Slow: call it from a job."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workflow.comparison.compare import compare_meetings
from workflow.comparison.model import Comparison, MeetingSide, TopicComparison
from workflow.comparison.sides import meeting_side
from workflow.languages import say
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.topics import read_topics
from workflow.text import shorten
from workflow.tui.desk import Desk
from workflow.tui.progress import Progress

if TYPE_CHECKING:
    from workflow.comparison.camps import Camps
    from workflow.comparison.confirming import Answer, Offer
    from workflow.comparison.followup import FollowUp
    from workflow.comparison.managing import KeptTopic, Use
    from workflow.comparison.timeline import Timeline

_SHOWN = 26
"""Characters of a topic on the status line that leave room for how it is taken back."""


def compare(desk: Desk, older: str, newer: str) -> Comparison:
    """What changed between two meetings, or since a standard moment where `older` names one."""
    from workflow.comparison.earlier import SINCE, compare_since

    workspace = desk.workspace
    for since in SINCE:
        if older == since:
            return compare_since(workspace, desk.history(), workspace.meeting(newer), since)
    sides = [meeting_side(workspace, workspace.meeting(name)) for name in (older, newer)]
    return compare_meetings(
        *sides,
        topics=read_topics(workspace),
        own_government=workspace.settings.own_government,
    )


def _sides(desk: Desk, progress: Progress) -> list[MeetingSide]:
    """Every meeting; between two of them the job can be stopped."""
    found = []
    meetings = desk.workspace.meetings()
    for done, meeting in enumerate(meetings, 1):
        progress.say(say("tui.timeline.at", done=done, total=len(meetings)))
        found.append(meeting_side(desk.workspace, meeting, whole=False))
    return found


def timeline(desk: Desk, topic: str, progress: Progress) -> "Timeline":
    """One topic over all meetings."""
    from workflow.comparison.timeline import timeline as make

    return make(
        _sides(desk, progress),
        topic,
        topics=read_topics(desk.workspace),
        own_government=desk.workspace.settings.own_government,
    )


def camps(desk: Desk, topic: str, suggestions: bool, progress: Progress) -> "Camps":
    """Who sides with whom, over all topics or one."""
    from workflow.comparison.camps import camps as make

    return make(
        _sides(desk, progress),
        topic=topic,
        topics=read_topics(desk.workspace),
        own_government=desk.workspace.settings.own_government,
        suggestions=suggestions,
    )


def follow_up(desk: Desk, today: date, progress: Progress) -> "FollowUp":
    """Commitments and next steps over all meetings."""
    from workflow.comparison.followup import follow_up as make

    return make(desk.workspace, today, _sides(desk, progress))


def topics(desk: Desk) -> "tuple[KeptTopic, ...]":
    """Every topic with what belongs to it."""
    from workflow.comparison.managing import kept_topics

    return kept_topics(desk.workspace)


def save(desk: Desk, answer: "Answer") -> str:
    """Save a change of topics as one version; returns what was done, in words."""
    from workflow.history.linking import save_topic

    history, changed = desk.history(), answer.changed
    save_topic(desk.workspace, history, changed, answer.topics, answer.title, answer.about)
    return "; ".join(filter(None, (answer.told, answer.note)))


def link(desk: Desk, topic: TopicComparison, name: str) -> str:
    """Put the items of both meetings in the topic of that name."""
    from workflow.comparison.managing import joined

    return save(desk, joined(desk.workspace, (*topic.older, *topic.newer), name))


def refuse(desk: Desk, topic: TopicComparison) -> str:
    """Record that the items of both meetings do not belong together."""
    from workflow.comparison.managing import parted

    return save(desk, parted(desk.workspace, topic.older, topic.newer))


def take_back(desk: Desk, topic: TopicComparison) -> str:
    """Let the items of both meetings be proposed as one topic again."""
    from workflow.comparison.managing import reunited

    return save(desk, reunited(desk.workspace, topic.older, topic.newer))


def offers(desk: Desk, meeting: str) -> "tuple[Offer, ...]":
    """Which earlier items or topics those of a meeting may belong to, and what was refused."""
    from workflow.comparison.confirming import offers as make

    return make(desk.workspace, desk.workspace.meeting(meeting))


def agree(desk: Desk, meeting: str, offer: "Offer", title: str = "") -> str:
    """Put the item of an offer in the topic, which `title` names where it is new."""
    from workflow.comparison.confirming import confirmed

    found = desk.workspace.meeting(meeting)
    answer = confirmed(desk.workspace, found, offer.entry.slug, offer.proposal, title=title)
    save_item(desk, found, offer.entry, answer)
    return say("tui.offers.linked", topic=shorten(answer.title, _SHOWN))


def disagree(desk: Desk, meeting: str, offer: "Offer") -> str:
    """Record that the item of an offer does not belong there."""
    from workflow.comparison.confirming import refused

    found = desk.workspace.meeting(meeting)
    answer = refused(desk.workspace, found, offer.entry.slug, offer.proposal)
    return save_item(desk, found, offer.entry, answer, refused=True)


def allow(desk: Desk, meeting: str, offer: "Offer") -> str:
    """Take back that the item of an offer does not belong there."""
    from workflow.comparison.confirming import allowed

    found = desk.workspace.meeting(meeting)
    return save(desk, allowed(desk.workspace, found, offer))


def retitle(desk: Desk, topic: str, title: str, dossier: str | None = None) -> str:
    """Give a topic another title or dossier number."""
    from workflow.comparison.managing import retitled

    return save(desk, retitled(desk.workspace, topic, title=title, dossier=dossier))


def move(desk: Desk, topic: str, into: str, places: Sequence[tuple[str, str]] | None = None) -> str:
    """Bring a topic, or these items of it, into another one."""
    from workflow.comparison.managing import moved

    return save(desk, moved(desk.workspace, topic, into, places))


def place(desk: Desk, use: "Use", topic: str, sentences: str) -> str:
    """Say which sentences of an item belong to the topic; none for the whole item."""
    from workflow.comparison.managing import placed, sentence_numbers

    numbers = sentence_numbers(sentences, use.entry)
    answer = placed(desk.workspace, use.meeting, use.entry, topic, numbers)
    return save_item(desk, use.meeting, use.entry, answer)


def take_out(desk: Desk, use: "Use", topic: str) -> str:
    """Take an item out of a topic."""
    from workflow.comparison.managing import taken_out

    answer = taken_out(desk.workspace, use.meeting, use.entry, topic)
    return save_item(desk, use.meeting, use.entry, answer, refused=True)


def save_item(
    desk: Desk, meeting: Meeting, entry: MeetingItem, answer: "Answer", *, refused: bool = False
) -> str:
    """Save which topics one item belongs to; returns what was done, in words."""
    from workflow.history.linking import save_topics

    save_topics(
        desk.workspace,
        desk.history(),
        meeting,
        entry.slug,
        answer.changed,
        answer.topics,
        answer.title,
        refused=refused,
    )
    return answer.told


def write_table(desk: Desk, name: str, table: str) -> str:
    """Write a table into the folder for what goes out; returns its path."""
    from workflow.summaries.workspace import EXPORTS

    path = desk.root / EXPORTS / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(table.encode())
    return str(path)
