"""The command about topics: which items belong together."""

import argparse
from collections.abc import Sequence

from workflow.cli.output import show, show_json, show_table, talk
from workflow.cli.places import history_of, workspace_of
from workflow.comparison.confirming import (
    Answer,
    Offer,
    allowed,
    confirmed,
    decided,
    offers,
    proposals_json,
    refused,
)
from workflow.comparison.managing import (
    KeptTopic,
    Use,
    find_topic,
    kept_topics,
    moved,
    placed,
    retitled,
    sentence_numbers,
    taken_out,
    topics_json,
)
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.topics import Topics, belongings, read_topics
from workflow.summaries.workspace import Workspace


def topics(arguments: argparse.Namespace) -> int:
    """Show topics and proposals, answer a proposal, or change a topic."""
    workspace = workspace_of(arguments)
    if arguments.topic:
        return _topic(workspace, arguments)
    answers = sum(map(bool, (arguments.confirm, arguments.refuse, arguments.remove)))
    named = arguments.title and arguments.item and not answers
    loose = arguments.title and not (named or arguments.confirm)
    if loose or arguments.into or arguments.dossier is not None:
        raise WorkflowError("cli.errors.topic_named")
    lost = arguments.sentences and not (named or arguments.confirm)
    if answers > 1 or lost or (answers and not arguments.item):
        raise WorkflowError("cli.errors.topic_answer")
    if not arguments.meeting:
        return _list(kept_topics(workspace), arguments.json)
    meeting = workspace.meeting(arguments.meeting)
    if not arguments.item:
        _show_items(workspace, meeting, meeting.items, arguments.json)
        return 0
    entry = workspace.find_item(meeting, arguments.item)
    if arguments.remove:
        answer = taken_out(workspace, meeting, entry, arguments.remove)
        _save(workspace, meeting, entry, answer, refused=True)
    elif answers or named:
        _answer(workspace, meeting, entry, arguments)
    else:
        _show_items(workspace, meeting, [entry], arguments.json)
    return 0


def _list(kept: Sequence[KeptTopic], as_json: bool) -> int:
    """Every topic with its dossier and its items."""
    if as_json:
        show_json(topics_json(kept))
        return 0
    show_table(
        [(each.topic.id, each.topic.title, each.topic.dossier, _places(each.uses)) for each in kept]
    )
    if not kept:
        talk(say("cli.no_topics"))
    return 0


def _places(uses: Sequence[Use]) -> str:
    return ", ".join(use.place for use in uses)


def _topic(workspace: Workspace, arguments: argparse.Namespace) -> int:
    """Show one topic, or change its title, its dossier or what belongs to it."""
    from workflow.history.linking import save_topic

    known = kept_topics(workspace)
    kept = find_topic(known, arguments.topic)
    renames = bool(arguments.title) or arguments.dossier is not None
    others = arguments.confirm or arguments.refuse or arguments.remove or arguments.sentences
    if others or (renames and arguments.into):
        raise WorkflowError("cli.errors.topic_answer")
    if arguments.into:
        answer = moved(workspace, kept.topic.id, arguments.into, _chosen(workspace, arguments))
    elif renames:
        answer = retitled(
            workspace, kept.topic.id, title=arguments.title, dossier=arguments.dossier
        )
    else:
        return _list([kept], arguments.json)
    save_topic(workspace, history_of(workspace), answer.changed, answer.topics, answer.title)
    talk("; ".join(filter(None, (answer.told, answer.note))))
    return 0


def _chosen(workspace: Workspace, arguments: argparse.Namespace) -> list[tuple[str, str]] | None:
    """The items that move: all of the topic (None), those of a meeting, or one."""
    if not arguments.meeting:
        return None
    meeting = workspace.meeting(arguments.meeting)
    if arguments.item:
        return [(meeting.id, workspace.find_item(meeting, arguments.item).slug)]
    kept = find_topic(kept_topics(workspace), arguments.topic)
    found = [(meeting.id, use.entry.slug) for use in kept.uses if use.meeting.id == meeting.id]
    if not found:
        raise WorkflowError("comparison.errors.not_in_topic", topic=kept.topic.title)
    return found


def _show_items(
    workspace: Workspace, meeting: Meeting, entries: Sequence[MeetingItem], as_json: bool
) -> None:
    """The topics of these items, and what they may belong to."""
    if as_json:
        show_json(proposals_json(workspace, meeting, entries, offers(workspace, meeting)))
        return
    listed = offers(workspace, meeting)
    known = read_topics(workspace)
    for entry in entries:
        own = belongings(workspace.load(meeting, entry.slug).summary)
        names = ", ".join(known.title(belonging.topic) for belonging in own)
        show(f"{entry.label} {entry.title}" + (f"  [{names}]" if names else ""))
        for offer in listed:
            if offer.entry.slug == entry.slug:
                show(f"  {offer.place}. {_told(offer, known)}")


def _told(offer: Offer, known: Topics) -> str:
    """Where an item may belong and why, or that a person refused it."""
    proposal, ref = offer.proposal, offer.proposal.older
    earlier = f"{ref.meeting} {ref.label} {ref.title}" if ref else known.title(proposal.topic)
    if not offer.refused:
        return f"{earlier} ({'; '.join(proposal.reasons)})"
    parts = (render_evidence(each) for each in (proposal.sentences, proposal.older_sentences))
    numbers = " ↔ ".join(filter(None, (each.strip("[]") for each in parts)))
    words = say("cli.refused_link", n=offer.place)
    return f"× {earlier} ({'; '.join(filter(None, (numbers, words)))})"


def _answer(
    workspace: Workspace, meeting: Meeting, entry: MeetingItem, arguments: argparse.Namespace
) -> None:
    offered = [each for each in offers(workspace, meeting) if each.entry.slug == entry.slug]
    wanted = arguments.confirm or arguments.refuse
    sentences = sentence_numbers(arguments.sentences, entry)
    if not wanted.isdecimal():
        answer = _by_name(workspace, meeting, entry, arguments, sentences)
    elif not offered:
        raise WorkflowError("cli.errors.no_proposals_here", item=entry.label)
    elif not 0 < int(wanted) <= len(offered):
        raise WorkflowError("cli.errors.no_proposal", item=entry.label, n=len(offered))
    elif arguments.title and (arguments.refuse or offered[int(wanted) - 1].proposal.topic):
        raise WorkflowError("cli.errors.topic_has_title")
    elif arguments.refuse and offered[int(wanted) - 1].refused:
        _take_back(workspace, meeting, offered[int(wanted) - 1])
        return
    elif arguments.refuse:
        answer = refused(workspace, meeting, entry.slug, offered[int(wanted) - 1].proposal)
    else:
        chosen, title = offered[int(wanted) - 1].proposal, arguments.title or ""
        answer = confirmed(workspace, meeting, entry.slug, chosen, sentences, title)
    _save(workspace, meeting, entry, answer, refused=bool(arguments.refuse))


def _take_back(workspace: Workspace, meeting: Meeting, offer: Offer) -> None:
    from workflow.history.linking import save_topic

    answer = allowed(workspace, meeting, offer)
    store = history_of(workspace)
    save_topic(workspace, store, {}, answer.topics, answer.title, answer.about)
    talk(answer.told)


def _save(
    workspace: Workspace, meeting: Meeting, entry: MeetingItem, answer: Answer, *, refused: bool
) -> None:
    from workflow.history.linking import save_topics

    before = {(each.item, each.other) for each in read_topics(workspace).refused}
    save_topics(
        workspace,
        history_of(workspace),
        meeting,
        entry.slug,
        answer.changed,
        answer.topics,
        answer.title,
        refused=refused,
    )
    # The proposals behind a refused one have other numbers now.
    back = [
        say("cli.refusal_back", n=offer.place)
        for offer in (offers(workspace, meeting) if refused else ())
        if offer.refused and offer.refused not in before
    ]
    talk("; ".join((answer.told, *back)))


def _by_name(
    workspace: Workspace,
    meeting: Meeting,
    entry: MeetingItem,
    arguments: argparse.Namespace,
    sentences: tuple[int, ...],
) -> Answer:
    """An answer that names a known topic in full, or with a title any topic, also a new one."""
    if arguments.title:
        return placed(workspace, meeting, entry, arguments.title, sentences)
    known, name = kept_topics(workspace), arguments.confirm or arguments.refuse
    try:
        topic = find_topic(known, name).topic
    except WorkflowError as error:
        if not arguments.confirm:
            raise
        values = {**error.values, "meeting": meeting.id, "item": entry.label}
        raise WorkflowError("cli.errors.no_topic_to_confirm", **values) from None
    if arguments.confirm:
        return placed(workspace, meeting, entry, topic.id, sentences)
    topics = read_topics(workspace).refuse(f"{meeting.id}/{entry.slug}", topic.id)
    return decided(topics, {}, topic.title, entry, apart=True)
