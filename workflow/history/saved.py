"""What every use-case does at its end: one commit with a subject in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.history.messages import Message, message_of, trailers_of
from workflow.history.places import entry_of, item_path
from workflow.history.repository import History
from workflow.history.retelling import retold
from workflow.history.saving import save
from workflow.languages import say
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved."""

    commit: str
    """Name of the commit; empty if there was nothing to save."""
    subject: str
    """Its subject, or the sentence that nothing has changed."""

    @property
    def told(self) -> str:
        """The same in the language of the interface; the subject is in that of the report."""
        return retold(self.subject)


def save_files(
    history: History,
    files: Mapping[str, bytes | None],
    message: Message,
    base: Mapping[str, str | bytes | None] | None = None,
) -> Saved:
    """Save files as one commit and say what was saved."""
    commit = save(history, files, message, base)
    return Saved(commit, message.subject if commit else say("history.unchanged"))


def save_item(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    summary: Summary,
    change: str,
    action: str,
    *,
    base: str | None,
    more: Sequence[tuple[str, str]] = (),
    body: str = "",
    absent: bool = False,
    beside: Mapping[str, tuple[bytes | None, bytes]] | None = None,
) -> Saved:
    """Save one summary. `base` is the text it started from, `absent` says there was no file.

    `beside` are other files of the same commit: by path, what they held and what they get.
    """
    path = item_path(workspace, meeting, slug)
    entry = entry_of(meeting, slug)
    trailers = trailers_of(meeting, entry, action, summary.status, more)
    message = message_of(meeting, entry, change, trailers, body=body)
    content = render_summary(summary).encode()
    started: dict[str, str | bytes | None] = {} if base is None else {path: base}
    if absent:
        started = {path: None}
    files: dict[str, bytes | None] = {path: content}
    for other, (before, after) in (beside or {}).items():
        files[other], started[other] = after, before
    return save_files(history, files, message, started)


def loaded_text(workspace: Workspace, meeting: Meeting, slug: str) -> tuple[Summary, str]:
    """A summary and the text of its file, as they stand on disk."""
    if meeting.item(slug) is None:
        raise WorkflowError("history.errors.no_meeting", meeting=f"{meeting.id}/{slug}")
    item_path(workspace, meeting, slug)
    loaded = workspace.load(meeting, slug)
    return loaded.summary, loaded.text
