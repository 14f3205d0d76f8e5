"""What people do with summaries, each as one commit that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError
from workflow.files import blob_name, unix_lines
from workflow.history.approvals import approval_of, writers
from workflow.history.describe import describe_change
from workflow.history.durable import read_file
from workflow.history.founding import init_repository, init_workspace
from workflow.history.messages import Message, subject, trailers_of
from workflow.history.objects import resolve
from workflow.history.places import entry_of, file_path, item_path, meeting_path
from workflow.history.repository import History
from workflow.history.restoring import files_in, restore_meeting, restore_summary
from workflow.history.revisions import log
from workflow.history.saved import Saved, loaded_text, save_files, save_item
from workflow.history.saving import SaveConflict, save
from workflow.history.sending import mark_sent
from workflow.history.undoing import undo
from workflow.history.unsaved import drop_draft, keep_draft
from workflow.languages import say, say_in
from workflow.summaries.handover import approvers_of, may_approve
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.proposals import decided_topics
from workflow.summaries.topics import PATH as TOPICS
from workflow.summaries.topics import item_key, read_topics, render_topics
from workflow.summaries.workspace import Workspace, item_digest

__all__ = [
    "Saved",
    "approval_of",
    "approve",
    "import_meeting",
    "init_repository",
    "init_workspace",
    "mark_sent",
    "reissue_meeting",
    "remove_meeting",
    "reopen",
    "restore_meeting",
    "restore_summary",
    "save_summary",
    "submit",
    "undo",
]


def save_summary(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    summary: Summary,
    *,
    base: str | None,
    action: str = "edit",
    change: str = "",
    stale: bool = False,
) -> Saved:
    """Save an edited summary.

    `base` is the file's text that the edit started from; None saves without comparing. An edit
    of an open or approved text makes it a draft; what is about the work on it (a claim, a remark,
    a topic, …) leaves its status alone and is an action of its own. `change` replaces the words
    that tell what changed; a text that is `stale` was not put beside the source as it is now, and
    stays marked as such. Raises SaveConflict if the file was changed in the meantime; the text
    is then kept as a draft.
    """
    path = item_path(workspace, meeting, slug)
    old = _parsed(meeting, base if base is not None else _on_disk(history, path))
    if old is not None:
        beside = _beside(old, summary)
        action = beside if beside and action == "edit" else action
        status = old.status if beside else _status_after_edit(old, summary)
        source = summary.source if stale else _digest(workspace, meeting, slug, summary)
        summary = replace(summary, status=status, source=source)
        if _same_but_source(old, summary) and old.source in ("", summary.source):
            summary = replace(summary, source=old.source, status=old.status)
    change = change or describe_change(old, summary, workspace.language_of(meeting))
    try:
        saved = save_item(
            workspace, history, meeting, slug, summary, change, action, base=base,
            absent=old is None, beside=_decided(workspace, history, meeting, slug, old, summary),
        )  # fmt: skip
    except WorkflowError:
        _keep(history, path, summary, base)
        raise
    drop_draft(history, path)
    return saved


def _decided(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    old: Summary | None,
    new: Summary,
) -> dict[str, tuple[bytes | None, bytes]]:
    """The file of topics before and after, where a decision about the item changes it."""
    if old is None or old.proposals == new.proposals:
        return {}
    before = read_file(history.top, history.in_repository(TOPICS))
    topics = read_topics(workspace)
    decided = decided_topics(topics, item_key(meeting.id, slug), old, new)
    return {} if decided == topics else {TOPICS: (before, render_topics(decided).encode())}


def _keep(history: History, path: str, summary: Summary, base: str | None) -> None:
    """Keep a text that could not be saved, if the disk lets us."""
    try:
        keep_draft(history, path, render_summary(summary), base)
    except WorkflowError:
        return


def _on_disk(history: History, path: str) -> str | None:
    content = read_file(history.top, history.in_repository(path))
    return None if content is None else content.decode("utf-8", "replace")


def _parsed(meeting: Meeting, text: str | None) -> Summary | None:
    """The summary that an edit started from; a file with a broken head counts as empty."""
    if text is None:
        return None
    try:
        return parse_summary(text, meeting.language, where="").summary
    except WorkflowError:
        return Summary("", meeting.language)


_BESIDE = {
    "resolve": ("proposals",),
    "claim": ("claim", "claimed"),
    "assign": ("assigned", "reviewer", "deadline"),
    "comment": ("remarks",),
    "topic": ("topics",),
}
"""What is about the work and not the text: by action, its fields."""


def _beside(old: Summary, new: Summary) -> str:
    """The action of a change that leaves the text alone; empty for any other change."""
    fields = [name for names in _BESIDE.values() for name in names]
    values: dict[str, Any] = {name: getattr(old, name) for name in (*fields, "status", "source")}
    if replace(new, **values) != old:
        return ""
    changed = {name for name in fields if getattr(old, name) != getattr(new, name)}
    return next((action for action, names in _BESIDE.items() if changed & set(names)), "")


def _status_after_edit(old: Summary, new: Summary) -> str:
    if _same_but_source(old, new):
        return old.status
    if old.status == "review":
        return "review"
    return "open" if new.is_empty and old.status == "open" else "draft"


def _same_but_source(old: Summary, new: Summary) -> bool:
    return replace(old, status="", source="") == replace(new, status="", source="")


def _digest(workspace: Workspace, meeting: Meeting, slug: str, summary: Summary) -> str:
    """Digest of the source that the text was now written on; the old one if that is unreadable."""
    try:
        return item_digest(workspace.item(meeting, slug))
    except (WorkflowError, KeyError):
        return summary.source


def submit(workspace: Workspace, history: History, meeting: Meeting, slug: str) -> Saved:
    """Hand a summary in for review; WorkflowError if nothing is written or it is further."""
    summary, text = loaded_text(workspace, meeting, slug)
    label = entry_of(meeting, slug).label
    if summary.is_empty:
        raise WorkflowError("history.errors.nothing_written", item=label)
    if summary.status == "review" or (
        summary.status == "approved" and approval_of(workspace, history, meeting, slug)
    ):
        raise _already(label, summary.status)
    return _move(workspace, history, meeting, slug, summary, text, "review", "submit")


def reopen(workspace: Workspace, history: History, meeting: Meeting, slug: str) -> Saved:
    """Make a submitted or approved summary a draft again."""
    summary, text = loaded_text(workspace, meeting, slug)
    if summary.status not in ("review", "approved"):
        raise _already(entry_of(meeting, slug).label, summary.status)
    return _move(workspace, history, meeting, slug, summary, text, "draft", "reopen")


def approve(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    reason: str | None = None,
) -> Saved:
    """Approve a colleague's summary, exactly as it stands.

    Raises WorkflowError if it was not submitted, was changed by hand since it was saved, or
    the approver changed its text since the last approval. A reason overrules the last, where
    `workflow.toml` allows that; it stays visible in the history.
    """
    summary, text = loaded_text(workspace, meeting, slug)
    label = entry_of(meeting, slug).label
    path = item_path(workspace, meeting, slug)
    if summary.status == "approved" and approval_of(workspace, history, meeting, slug):
        raise _already(label, summary.status)
    if summary.status != "review":
        state = say(f"common.status.{summary.status}")
        raise WorkflowError("history.errors.not_in_review", item=label, status=state)
    if resolve(history, [f"HEAD:{history.in_repository(path)}"])[0] != blob_name(
        unix_lines(text.encode())
    ):
        raise WorkflowError("history.errors.hand_edited", path=path)
    person = history.identity()
    allowed = workspace.settings.approvers
    if not may_approve(allowed, meeting.council, person.name, person.email):
        who = ", ".join(approvers_of(allowed, meeting.council))
        raise WorkflowError("history.errors.not_allowed", who=who)
    wrote = writers(history, path, log(history, [path], limit=0, blobs=True))
    forced = any(person.is_same(writer) for writer in wrote)
    may_force = workspace.settings.allow_forced_approval
    if forced and not (may_force and (reason or "").strip()):
        if may_force:
            raise WorkflowError("history.errors.own_text_reason", item=label)
        who = ", ".join(writer.name for writer in wrote)
        raise WorkflowError("history.errors.own_text", item=label, who=who)
    more = [("Approved-by", str(person))]
    if forced:
        more.append(("Reason", reason or ""))
    return _move(workspace, history, meeting, slug, summary, text, "approved", "approve", more)


def _already(label: str, status: str) -> WorkflowError:
    state = say(f"common.status.{status}")
    return WorkflowError("history.errors.already", item=label, status=state)


def _move(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    summary: Summary,
    text: str,
    status: str,
    action: str,
    more: Sequence[tuple[str, str]] = (),
) -> Saved:
    language = workspace.language_of(meeting)
    moved = summary.with_status(status)
    change = describe_change(summary, moved, language)
    if any(key == "Reason" for key, _ in more):
        change = say_in(language, "history.subject.forced")
    return save_item(workspace, history, meeting, slug, moved, change, action, base=text, more=more)


def import_meeting(
    workspace: Workspace, history: History, meeting: Meeting, files: Mapping[str, bytes]
) -> str:
    """Add a meeting, all its files in one commit; gives the commit's name.

    `files` holds contents by name within the meeting's folder. Raises WorkflowError if the
    meeting is there already.
    """
    folder = meeting_path(workspace, meeting)
    paths = {file_path(workspace, meeting, name): content for name, content in files.items()}
    if meeting.id in workspace.meeting_ids():
        raise WorkflowError("summaries.errors.meeting_exists", meeting=meeting.id)
    words = say_in(workspace.language_of(meeting), "history.subject.imported", n=len(meeting.items))
    message = Message(subject(meeting, None, words), "", trailers_of(meeting, None, "import"))
    try:
        return save(history, paths, message, dict.fromkeys(paths))
    except SaveConflict as conflict:
        raise WorkflowError("history.errors.exists", path=conflict.path) from None
    finally:
        _forget_empty(workspace.root / folder)


def _forget_empty(folder: Path) -> None:
    """Remove a folder that a failed save left empty."""
    try:
        folder.rmdir()
    except OSError:
        return


def reissue_meeting(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    files: Mapping[str, bytes | None],
    touched: int = 0,
    what: str = "reissued",
) -> Saved:
    """Save a newer version of a report, all its files in one commit.

    `meeting` is the meeting as it becomes, `files` its contents by name (None: goes), `touched`
    the number of items that it changes, `what` is `restructured` where only the structure was
    corrected.
    """
    paths = {file_path(workspace, meeting, name): content for name, content in files.items()}
    language = workspace.language_of(meeting)
    words = say_in(language, f"history.subject.{what}", n=touched)
    message = Message(subject(meeting, None, words), "", trailers_of(meeting, None, "reissue"))
    base = {path: read_file(history.top, history.in_repository(path)) for path in paths}
    return save_files(history, paths, message, base)


def remove_meeting(workspace: Workspace, history: History, meeting: Meeting) -> Saved:
    """Take a meeting out, all its files in one commit; the history keeps them.

    Raises SaveConflict if one of the files was changed by hand and never saved.
    """
    folder = meeting_path(workspace, meeting)
    contents = files_in(history, "HEAD", folder)
    if not contents:
        raise WorkflowError("history.errors.no_meeting", meeting=meeting.id)
    words = say_in(workspace.language_of(meeting), "history.subject.removed")
    message = Message(subject(meeting, None, words), "", trailers_of(meeting, None, "remove"))
    base: dict[str, str | bytes | None] = dict(contents)
    return save_files(history, dict.fromkeys(contents), message, base)
