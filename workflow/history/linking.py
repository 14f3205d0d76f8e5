"""Saving which topics items belong to. It leaves an approval standing: no text changes."""

from collections.abc import Mapping

from workflow.history.durable import read_file
from workflow.history.messages import Message, fitted, message_of, trailers_of
from workflow.history.places import item_path
from workflow.history.repository import History
from workflow.history.saved import Saved, save_files
from workflow.languages import say_in
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.topics import PATH, Topics, render_topics
from workflow.summaries.workspace import Workspace
from workflow.text import shorten


def save_topics(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    changed: Mapping[tuple[str, str], Summary],
    topics: Topics,
    title: str,
    *,
    refused: bool = False,
) -> Saved:
    """Save the topics of some items and `topics.toml` as one commit.

    `changed` holds by (meeting, slug) the items whose topics change, `title` names the topic in
    the subject, which is about the item `slug` of `meeting`; `refused` says that it does not
    belong there. Raises SaveConflict if a file was changed by hand in the meantime.
    """
    files, base = _files(workspace, history, changed, topics)
    key = "history.subject.no_topic" if refused else "history.subject.topic"
    language, entry = workspace.language_of(meeting), meeting.item(slug)
    words, whole = (say_in(language, key, topic=each) for each in (shorten(title, 30), title))
    trailers = trailers_of(meeting, entry, "topic")
    message = message_of(meeting, entry, words, trailers, whole=whole)
    return save_files(history, files, message, base)


def save_topic(
    workspace: Workspace,
    history: History,
    changed: Mapping[tuple[str, str], Summary],
    topics: Topics,
    words: str,
    about: tuple[str, str] = ("", ""),
) -> Saved:
    """Save a change of a topic as a whole, and of the items in it, as one commit.

    `words` says what happened: in the subject, and in full below it where titles had to be cut
    for that. `about` is the (meeting, slug) of the item in whose history it belongs, where no
    item changes. Raises SaveConflict if a file was changed by hand in the meantime.
    """
    files, base = _files(workspace, history, changed, topics)
    title = fitted(words)
    trailers: tuple[tuple[str, str], ...] = (("Action", "topic"),)
    if about[0]:
        meeting = workspace.meeting(about[0])
        trailers = trailers_of(meeting, meeting.item(about[1]), "topic")
    message = Message(title, "" if title == words else words, trailers)
    return save_files(history, files, message, base)


def _files(
    workspace: Workspace,
    history: History,
    changed: Mapping[tuple[str, str], Summary],
    topics: Topics,
) -> tuple[dict[str, bytes | None], dict[str, str | bytes | None]]:
    """What is written, and what stood there, by path."""
    files: dict[str, bytes | None] = {}
    base: dict[str, str | bytes | None] = {}
    for (meeting_id, name), summary in changed.items():
        path = item_path(workspace, workspace.meeting(meeting_id), name)
        files[path] = render_summary(summary).encode()
        base[path] = workspace.load(workspace.meeting(meeting_id), name).text
    written = render_topics(topics).encode()
    known = read_file(history.top, history.in_repository(PATH))
    if written != (known or b""):
        files[PATH] = written
        base[PATH] = known
    return files, base
