"""Undoing one's own last save, always as a new commit; undoing that does it again."""

from workflow.errors import WorkflowError
from workflow.files import unix_lines
from workflow.history.durable import read_file
from workflow.history.messages import Message, change_of, message_of, trailers_of
from workflow.history.objects import contents
from workflow.history.places import entry_of
from workflow.history.repository import History
from workflow.history.revisions import Revision, log, revision_of
from workflow.history.saved import Saved, save_files
from workflow.languages import say_in
from workflow.summaries.workspace import SUMMARIES, Workspace


def last_save(history: History) -> Revision | None:
    """The newest commit of the person at work that touched the workspace's texts."""
    me = history.identity()
    for revision in log(history, [SUMMARIES], limit=200, blobs=True):
        if revision.person.is_same(me) and not revision.merges:
            return revision
    return None


def undo(workspace: Workspace, history: History) -> Saved:
    """Undo one's own last save, as a new commit; of an undoing that does it once more.

    Raises WorkflowError if there is none, or a file was changed again since.
    """
    revision = last_save(history)
    if revision is None or not revision.blobs:
        raise WorkflowError("history.errors.nothing_to_undo")
    names = [name for pair in revision.blobs.values() for name in pair if name]
    texts = dict(zip(names, contents(history, names), strict=True))
    files = {path: texts.get(old) for path, (old, _) in revision.blobs.items()}
    base = {path: texts.get(new) for path, (_, new) in revision.blobs.items()}
    for path, content in base.items():
        disk = read_file(history.top, history.in_repository(path))
        if unix_lines(disk or b"") != (content or b""):
            raise WorkflowError("history.errors.undo_changed", path=path)
    return save_files(history, files, _message(workspace, history, revision), base)


def _message(workspace: Workspace, history: History, undone: Revision) -> Message:
    """What is undone, in the words in which it was saved."""
    action, key = ("redo", "redone") if undone.action == "undo" else ("undo", "undone")
    change = change_of(_first(history, undone).subject)
    more = [("Undone", undone.commit)]
    meeting_id, _, slug = undone.trailers.get("Item", "").partition("/")
    meeting_id = meeting_id or undone.trailers.get("Meeting", "")
    if meeting_id in workspace.meeting_ids():
        meeting = workspace.meeting(meeting_id)
        words = say_in(workspace.language_of(meeting), f"history.subject.{key}", change=change)
        item = entry_of(meeting, slug) if slug else None
        trailers = trailers_of(meeting, item, action, more=more)
        return message_of(meeting, item, words, trailers)
    words = say_in(
        workspace.language_of(), f"history.subject.{key}", change=_first(history, undone).subject
    )
    trailers = (("Meeting", meeting_id), ("Action", action), *more)
    return Message(words[:1].upper() + words[1:], "", trailers)


def _first(history: History, revision: Revision) -> Revision:
    """What an undoing, or the undoing of one, was about in the first place."""
    for _ in range(100):
        if revision.action not in ("undo", "redo"):
            break
        before = revision_of(history, revision.trailers.get("Undone", ""))
        if before is None:
            break
        revision = before
    return revision
