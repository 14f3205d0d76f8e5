"""Bringing an older text back, always as a new commit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from workflow.errors import WorkflowError
from workflow.history.durable import read_file
from workflow.history.messages import Message, subject, trailers_of
from workflow.history.objects import check_commit, contents, read_at
from workflow.history.places import entry_of, item_path, meeting_path
from workflow.history.repository import History
from workflow.history.revisions import Revision, log
from workflow.history.saved import Saved, language_of, save_files, save_item
from workflow.languages import format_date, say_in
from workflow.summaries.itemfile import parse_summary
from workflow.summaries.meetingfile import parse_meeting
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.workspace import MEETING_FILE, SUMMARIES, Workspace

PARTS = ("sentences", "positions", "rejected", "next_steps", "commitments", "remarks", "topics")
"""The parts of a summary that can be brought back on their own."""


def restore_summary(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    commit: str,
    *,
    parts: Sequence[str] = (),
    sentence: int | None = None,
) -> Saved:
    """Bring a summary back as it was in a commit; the result is a draft.

    `parts` brings back only these fields of the summary, `sentence` (from 0, in the old text)
    only one sentence. Works for an item whose file is gone, too. Raises WorkflowError if there
    is no such version.
    """
    commit = check_commit(history, commit)
    path = item_path(workspace, meeting, slug)
    old_text = read_at(history, commit, path)
    day = commit_day(history, commit)
    language = language_of(workspace, meeting)
    date = format_date(day.date(), language)
    if old_text is None:
        raise WorkflowError("history.errors.not_in_version", path=path, date=date)
    old = _parse(old_text, meeting, path)
    disk = read_file(history.top, history.in_repository(path))
    now = _parse(disk, meeting, path) if disk is not None else None
    partly = now is not None and (bool(parts) or sentence is not None)
    new = _partly(now, old, parts, sentence) if now is not None and partly else old
    new = replace(new, status="open" if new.is_empty else "draft")
    change = say_in(
        language, f"history.subject.{'restored_part' if partly else 'restored'}", date=date
    )
    return save_item(
        workspace, history, meeting, slug, new, change, "restore",
        base=None if disk is None else disk.decode("utf-8", "replace"),
        absent=disk is None,
        more=[("Restored-from", commit)],
    )  # fmt: skip


def _parse(content: bytes, meeting: Meeting, path: str) -> Summary:
    text = content.decode("utf-8", "replace")
    return parse_summary(text, meeting.language, where=path).summary


def _partly(now: Summary, old: Summary, parts: Sequence[str], sentence: int | None) -> Summary:
    """The summary as it is, with some of it as it was."""
    values = {name: getattr(old, name) for name in parts if name in PARTS}
    new = replace(now, **values)
    if sentence is not None and 0 <= sentence < len(old.sentences):
        wanted = old.sentences[sentence]
        kept = list(new.sentences)
        if wanted not in kept:
            place = _place(kept, wanted.text, sentence)
            kept[place] = [wanted]
        new = replace(new, sentences=tuple(kept))
    return new


def _place(sentences: Sequence[object], text: str, otherwise: int) -> slice:
    """Where an old sentence goes: in place of the one most alike, else where it stood."""
    from difflib import SequenceMatcher

    best, place = 0.5, slice(otherwise, otherwise)
    for number, candidate in enumerate(sentences):
        words = str(getattr(candidate, "text", "")).split()
        ratio = SequenceMatcher(None, words, text.split(), autojunk=False).ratio()
        if ratio > best:
            best, place = ratio, slice(number, number + 1)
    return place


def commit_day(history: History, commit: str) -> datetime:
    """When a commit was made."""
    result = history.git(["show", "--no-patch", "--format=%aI", "--end-of-options", commit])
    return datetime.fromisoformat(result.text.strip())


def files_in(history: History, commit: str, folder: str) -> dict[str, bytes]:
    """The files below a folder of the workspace as they were in a commit, by path."""
    where = history.in_repository(folder)
    kinds = "--format=%(objecttype) %(objectmode) %(path)"
    result = history.git(
        ["ls-tree", "-r", "-z", "--full-tree", kinds, "--end-of-options", commit, f"{where}/"]
    )
    paths = []
    for line in result.out.decode("utf-8", "surrogateescape").split("\0"):
        kind, _, rest = line.partition(" ")
        mode, _, path = rest.partition(" ")
        inside = history.in_workspace(path)
        if kind == "blob" and mode != "120000" and inside is not None:
            paths.append(inside)
    found = contents(history, [f"{commit}:{history.in_repository(path)}" for path in paths])
    return {
        path: content for path, content in zip(paths, found, strict=True) if content is not None
    }


def restore_meeting(
    workspace: Workspace, history: History, meeting_id: str, commit: str = ""
) -> Saved:
    """Bring a meeting that was taken out back, as it was in a commit or just before it went."""
    folder = meeting_path(workspace, meeting_id)
    if not commit:
        gone = log(history, [f"{folder}/{MEETING_FILE}"], limit=1)
        if not gone:
            raise WorkflowError("history.errors.no_meeting", meeting=meeting_id)
        before = f"{gone[0].commit}^1^{{commit}}"
        commit = history.git(["rev-parse", "--verify", "--quiet", before]).text
    commit = check_commit(history, commit)
    files = files_in(history, commit, folder)
    text = files.get(f"{folder}/{MEETING_FILE}")
    if text is None:
        raise WorkflowError("history.errors.no_meeting", meeting=meeting_id)
    meeting = parse_meeting(text.decode("utf-8", "replace"), meeting_id, where=folder)
    language = language_of(workspace, meeting)
    date = format_date(commit_day(history, commit).date(), language)
    words = say_in(language, "history.subject.restored", date=date)
    trailers = trailers_of(meeting, None, "restore", more=[("Restored-from", commit)])
    return save_files(
        history,
        dict(files),
        Message(subject(meeting, None, words), "", trailers),
        dict.fromkeys(files),
    )


def last_save(history: History) -> Revision | None:
    """The newest commit of the person at work that touched the workspace's texts."""
    me = history.identity()
    for revision in log(history, [SUMMARIES], limit=50, blobs=True):
        if revision.person.is_same(me):
            return revision
    return None


def undo(workspace: Workspace, history: History) -> Saved:
    """Undo one's own last save, as a new commit; undoing again brings it back.

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
        if (disk or b"").replace(b"\r\n", b"\n") != (content or b""):
            raise WorkflowError("history.errors.undo_changed", path=path)
    message = _undo_message(workspace, revision)
    return save_files(history, files, message, base)


def _undo_message(workspace: Workspace, revision: Revision) -> Message:
    meeting_id, _, slug = revision.trailers.get("Item", "").partition("/")
    meeting_id = meeting_id or revision.trailers.get("Meeting", "")
    more = [("Restored-from", f"{revision.commit}^")]
    if meeting_id in workspace.meeting_ids():
        meeting = workspace.meeting(meeting_id)
        words = say_in(language_of(workspace, meeting), "history.subject.undone")
        item = entry_of(meeting, slug) if slug else None
        return Message(
            subject(meeting, item, words), "", trailers_of(meeting, item, "restore", more=more)
        )
    words = say_in(language_of(workspace), "history.subject.undone_several", n=len(revision.blobs))
    trailers = [("Meeting", meeting_id), ("Action", "restore"), *more]
    return Message(words, "", trailers)
