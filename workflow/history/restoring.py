"""Bringing an older text back, always as a new commit."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from workflow.errors import WorkflowError
from workflow.history.durable import read_file
from workflow.history.messages import Message, message_of, subject, trailers_of
from workflow.history.objects import check_commit, contents, read_at
from workflow.history.places import item_path, meeting_path
from workflow.history.repository import History
from workflow.history.revisions import log
from workflow.history.saved import Saved, save_files, save_item
from workflow.languages import format_date, say, say_in
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.meetingfile import parse_meeting, render_meeting
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.summaries.workspace import MEETING_FILE, Workspace

PARTS = ("sentences", "positions", "rejected", "next_steps", "commitments", "remarks", "topics")
"""The parts of a summary that can be brought back on their own."""
_WORD = re.compile(r"\w+")


def restore_summary(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    commit: str | None,
    *,
    parts: Sequence[str] = (),
    sentence: int | None = None,
) -> Saved:
    """Bring a summary back as it was in a commit; the result is a draft.

    `parts` brings back only these fields of the summary, `sentence` (from 0, in the old text)
    only one sentence. Works for an item whose file is gone, too, and for one that the meeting no
    longer lists; without a `commit` that is its last version. Raises WorkflowError if there is
    no such version, or it is the one that stands there: it would only lose its approval.
    """
    path = item_path(workspace, meeting, slug)
    commit = _before_it_went(history, path) if commit is None else check_commit(history, commit)
    if not commit:
        raise WorkflowError("history.errors.never_there", item=slug, meeting=meeting.id)
    old_text = read_at(history, commit, path)
    language = workspace.language_of(meeting)
    date = _when(history, commit, language)
    if old_text is None:
        raise WorkflowError("history.errors.not_in_version", path=path, date=date)
    old = _parse(old_text, meeting, path)
    disk = read_file(history.top, history.in_repository(path))
    if disk == old_text:
        raise WorkflowError("history.errors.is_present", date=date)
    now = _parse(disk, meeting, path) if disk is not None else None
    partly = now is not None and (bool(parts) or sentence is not None)
    new = _partly(now, old, parts, sentence) if now is not None and partly else old
    new = replace(new, status="open" if new.is_empty else "draft")
    change = say_in(
        language, f"history.subject.{'restored_part' if partly else 'restored'}", date=date
    )
    more = [("Restored-from", commit)]
    if meeting.item(slug) is None:
        return _back_in_list(workspace, history, meeting, slug, new, change, more)
    saved = save_item(
        workspace, history, meeting, slug, new, change, "restore",
        base=None if disk is None else disk.decode("utf-8", "replace"),
        absent=disk is None,
        more=more,
    )  # fmt: skip
    if disk is None and not saved.commit:
        return Saved("", say("history.put_back", path=path))
    return saved


def _before_it_went(history: History, path: str) -> str:
    """The newest commit that has the file, or an empty string."""
    for revision in log(history, [path], limit=2, blobs=True):
        old, new = revision.blobs.get(path, ("", ""))
        if new:
            return revision.commit
        if old:
            before = f"{revision.commit}^1^{{commit}}"
            return history.git(["rev-parse", "--verify", "--quiet", before]).text
    return ""


def _back_in_list(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    summary: Summary,
    change: str,
    more: Sequence[tuple[str, str]],
) -> Saved:
    """Save an item that the meeting no longer lists, at the end of the list again."""
    path = item_path(workspace, meeting, slug)
    listing = f"{meeting_path(workspace, meeting)}/{MEETING_FILE}"
    entry = MeetingItem(slug, *_last_place(history, meeting, slug, listing), summary.title or slug)
    known = read_file(history.top, history.in_repository(listing))
    longer = replace(meeting, items=(*meeting.items, entry))
    files = {path: render_summary(summary).encode(), listing: render_meeting(longer).encode()}
    trailers = trailers_of(meeting, entry, "restore", summary.status, more)
    message = message_of(meeting, entry, change, trailers)
    disk = read_file(history.top, history.in_repository(path))
    return save_files(history, files, message, {path: disk, listing: known})


def _last_place(history: History, meeting: Meeting, slug: str, listing: str) -> tuple[str, str]:
    """Part and number under which the item was last listed; the number only if it is free."""
    for revision in log(history, [listing], limit=50, files=False):
        content = read_at(history, revision.commit, listing) or b""
        with suppress(WorkflowError):
            text = content.decode("utf-8", "replace")
            known = parse_meeting(text, meeting.id, where=listing).item(slug)
            if known is not None:
                free = meeting.item(known.label) is None
                return known.part, known.number if free else f"{known.number}a"
    return "", ""


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
            others = {entry.text for entry in old.sentences}
            changed = [n for n, entry in enumerate(kept) if entry.text not in others]
            place = _most_alike(wanted.text, {n: kept[n].text for n in changed})
            where = slice(sentence, sentence) if place is None else slice(place, place + 1)
            kept[where] = [wanted]
        new = replace(new, sentences=tuple(kept))
    return new


def _most_alike(text: str, candidates: Mapping[int, str]) -> int | None:
    """Which of the sentences that changed since was made from this one, if any looks like it."""
    from difflib import SequenceMatcher

    words = _WORD.findall(text.casefold())
    best, place = 0.4, None
    for number, candidate in candidates.items():
        theirs = _WORD.findall(candidate.casefold())
        ratio = SequenceMatcher(None, theirs, words, autojunk=False).ratio()
        if ratio > best:
            best, place = ratio, number
    return place


def _when(history: History, commit: str, language: str) -> str:
    """When a version was made, to the minute: of one day there may be several."""
    made = commit_day(history, commit)
    return f"{format_date(made.date(), language)} {made:%H:%M}"


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
    language = workspace.language_of(meeting)
    date = _when(history, commit, language)
    words = say_in(language, "history.subject.restored", date=date)
    trailers = trailers_of(meeting, None, "restore", more=[("Restored-from", commit)])
    return save_files(
        history,
        dict(files),
        Message(subject(meeting, None, words), "", trailers),
        dict.fromkeys(files),
    )
