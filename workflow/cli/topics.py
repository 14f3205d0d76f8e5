"""The command about topics: which items belong together."""

import argparse

from workflow.cli.output import show, show_table, talk
from workflow.cli.places import history_of, workspace_of
from workflow.comparison.confirming import Answer, confirmed, proposals, refused
from workflow.comparison.linking import Proposal
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.topics import belongings, put_in_topic, read_topics
from workflow.summaries.workspace import Workspace


def topics(arguments: argparse.Namespace) -> int:
    """Show topics and proposals, or answer one."""
    workspace = workspace_of(arguments)
    answers = bool(arguments.confirm) + bool(arguments.refuse)
    if answers > 1 or (answers and not arguments.item):
        raise WorkflowError("cli.errors.topic_answer")
    if not arguments.meeting:
        return _list(workspace)
    meeting = workspace.meeting(arguments.meeting)
    if not arguments.item:
        _show_meeting(workspace, meeting)
        return 0
    entry = workspace.find_item(meeting, arguments.item)
    if arguments.confirm or arguments.refuse:
        _answer(workspace, meeting, entry, arguments)
    else:
        _show_item(workspace, meeting, entry, proposals(workspace, meeting).get(entry.slug, ()))
    return 0


def _list(workspace: Workspace) -> int:
    known = read_topics(workspace)
    used: dict[str, list[str]] = {topic.id: [] for topic in known.topics}
    for meeting in reversed(workspace.meetings()):
        for entry in meeting.items:
            for belonging in belongings(workspace.load(meeting, entry.slug).summary):
                used.setdefault(belonging.topic, []).append(f"{meeting.id} {entry.label}")
    show_table([(topic, known.title(topic), ", ".join(items)) for topic, items in used.items()])
    if not used:
        talk(say("cli.no_topics"))
    return 0


def _show_meeting(workspace: Workspace, meeting: Meeting) -> None:
    offered = proposals(workspace, meeting)
    for entry in meeting.items:
        _show_item(workspace, meeting, entry, offered.get(entry.slug, ()))


def _show_item(
    workspace: Workspace, meeting: Meeting, entry: MeetingItem, offered: tuple[Proposal, ...]
) -> None:
    known = read_topics(workspace)
    own = belongings(workspace.load(meeting, entry.slug).summary)
    names = ", ".join(known.title(belonging.topic) for belonging in own)
    show(f"{entry.label} {entry.title}" + (f"  [{names}]" if names else ""))
    for number, proposal in enumerate(offered, 1):
        show(f"  {number}. {_earlier(proposal)} ({'; '.join(proposal.reasons)})")


def _earlier(proposal: Proposal) -> str:
    ref = proposal.older
    return f"{ref.meeting} {ref.label} {ref.title}" if ref else proposal.topic


def _answer(
    workspace: Workspace, meeting: Meeting, entry: MeetingItem, arguments: argparse.Namespace
) -> None:
    from workflow.history.linking import save_topics

    offered = proposals(workspace, meeting).get(entry.slug, ())
    wanted = arguments.confirm or arguments.refuse
    if wanted.isdecimal():
        if not 0 < int(wanted) <= len(offered):
            raise WorkflowError("cli.errors.no_proposal", item=entry.label, n=len(offered))
        proposal = offered[int(wanted) - 1]
        answer = (confirmed if arguments.confirm else refused)(
            workspace, meeting, entry.slug, proposal
        )
    else:
        answer = _by_name(workspace, meeting, entry, wanted, bool(arguments.confirm))
    saved = save_topics(
        workspace,
        history_of(workspace),
        meeting,
        entry.slug,
        answer.changed,
        answer.topics,
        answer.title,
        refused=bool(arguments.refuse),
    )
    talk(saved.subject)


def _by_name(
    workspace: Workspace, meeting: Meeting, entry: MeetingItem, name: str, yes: bool
) -> Answer:
    """An answer that names a known topic in full."""
    known = read_topics(workspace)
    topic = known.topic(name)
    if topic is None:
        choices = ", ".join(each.id for each in known.topics) or "–"
        raise WorkflowError("cli.errors.no_such_topic", topic=name, known=choices)
    if not yes:
        item = f"{meeting.id}/{entry.slug}"
        return Answer(known.refuse(item, topic.id), {}, topic.title)
    summary = put_in_topic(workspace.load(meeting, entry.slug).summary, topic.id)
    return Answer(known, {(meeting.id, entry.slug): summary}, topic.title)
