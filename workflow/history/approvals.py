"""Who wrote and who approved: facts about commits, never about a flag in a file.

An approval is a commit whose action is `approve`, made by the person whom it names. It counts
for exactly the file that it holds, and only if that person did not change the text since the
approval before. A forced approval (with a reason) counts only where the workspace allows it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.history.durable import read_file
from workflow.history.objects import blob_name, contents
from workflow.history.repository import History, Person
from workflow.history.revisions import Revision, log
from workflow.history.wording import text_lines, unix_lines, without_topics
from workflow.summaries.model import Meeting
from workflow.summaries.workspace import SUMMARIES, Workspace

_PERSON = re.compile(r"(?P<name>.*?) ?<(?P<email>[^<>]*)>\Z")


@dataclass(frozen=True, slots=True)
class Approval:
    """An approval that counts for the file as it is."""

    person: Person
    when: datetime
    commit: str
    reason: str = ""
    """Why somebody approved a text of their own; empty for an ordinary approval."""


def approval_of(
    workspace: Workspace, history: History, meeting: Meeting, slug: str
) -> Approval | None:
    """The approval of the summary as it stands on disk, or None if it has none that counts."""
    path = workspace.relative(workspace.summary_path(meeting, slug))
    disk = read_file(history.top, history.in_repository(path))
    if disk is None:
        return None
    forced = workspace.settings.allow_forced_approval
    revisions = log(history, [path], limit=0, blobs=True)
    return find_approval(history, path, revisions, blob_name(unix_lines(disk)), forced)


def find_approval(
    history: History, path: str, revisions: Sequence[Revision], blob: str, forced: bool
) -> Approval | None:
    """The newest approval of exactly this blob, from the revisions of its file, newest first."""
    blob = _as_judged(history, path, revisions, blob)
    for place, revision in enumerate(revisions):
        person = named_approver(revision)
        if person is None or revision.blobs.get(path, ("", ""))[1] != blob:
            continue
        reason = revision.trailers.get("Reason", "")
        wrote = _among(person, writers(history, path, revisions[place + 1 :]))
        wrote = wrote or _changed_text(history, [revision.blobs[path]])[0]
        if wrote and not (reason and forced):
            continue
        return Approval(person, revision.when, revision.commit, reason if wrote else "")
    return None


def _as_judged(history: History, path: str, revisions: Sequence[Revision], blob: str) -> str:
    """The blob that was judged: giving an item a topic later changes nothing of its text."""
    for revision in revisions:
        before, after = revision.blobs.get(path, ("", ""))
        if revision.action != "topic" or after != blob or not before:
            break
        if len(set(map(without_topics, contents(history, [before, after])))) > 1:
            break
        blob = before
    return blob


def named_approver(revision: Revision) -> Person | None:
    """The person whom an approval names, if that is who made it; None for anything else."""
    return approver(revision.action, revision.trailers.get("Approved-by", ""), revision.person)


def approver(action: str, named: str, author: Person) -> Person | None:
    """The author, if the commit is an approval that names the author; None otherwise."""
    if action != "approve":
        return None
    found = _PERSON.match(named)
    if found and Person(found["name"], found["email"]).is_same(author):
        return author
    return None


def is_item(path: str) -> bool:
    """Whether a path of the workspace is that of an item file (or of the report beside them)."""
    return path.startswith(f"{SUMMARIES}/") and path.endswith(".md") and path.count("/") == 3


def _among(person: Person, people: Sequence[Person]) -> bool:
    return any(person.is_same(other) for other in people)


def writers(history: History, path: str, revisions: Sequence[Revision]) -> tuple[Person, ...]:
    """Who changed the text of a file since its last approval, the newest first.

    `revisions` are those of the file, the newest first, with blobs.
    """
    recent = []
    for revision in revisions:
        if named_approver(revision) is not None:
            break
        if path in revision.blobs:
            recent.append(revision)
    changed = _changed_text(history, [revision.blobs[path] for revision in recent])
    found: list[Person] = []
    for revision, wrote in zip(recent, changed, strict=True):
        if wrote and not _among(revision.person, found):
            found.append(revision.person)
    return tuple(found)


def _changed_text(history: History, pairs: Sequence[tuple[str, str]]) -> tuple[bool, ...]:
    """For each pair of blobs, whether the words differ, and not only the state of the work."""
    names = sorted({name for pair in pairs for name in pair if name})
    texts = dict(zip(names, map(text_lines, contents(history, names)), strict=True))
    return tuple(texts.get(old, ()) != texts.get(new, ()) for old, new in pairs)
