"""Who wrote and who approved: facts about commits, never about a flag in a file.

An approval is a commit whose action is `approve`, made by the person whom it names. It counts
for exactly the file that it holds, and only if that person did not change the text since the
approval before. A forced approval (with a reason) counts only where the workspace allows it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workflow.errors import WorkflowError
from workflow.history.durable import read_file
from workflow.history.objects import blob_name, contents
from workflow.history.repository import History, Person
from workflow.history.revisions import Revision, log
from workflow.history.saving import unix_lines
from workflow.summaries.itemfile import parse_summary
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.workspace import SUMMARIES, Workspace

_PERSON = re.compile(r"(?P<name>.*?) ?<(?P<email>[^<>]*)>\Z")
_NOT_WRITING = ("import", "sent")
"""Actions that put no words of a person into a summary."""


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
        if revision.action != "approve" or revision.blobs.get(path, ("", ""))[1] != blob:
            continue
        person = _named(revision)
        if person is None:
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
        if len({_but_topics(content) for content in contents(history, [before, after])}) > 1:
            break
        blob = before
    return blob


def _but_topics(content: bytes | None) -> Summary | None:
    text = unix_lines(content or b"").decode("utf-8", "replace")
    try:
        return replace(parse_summary(text, "nl", where="").summary, topics=())
    except WorkflowError:
        return None


def _named(revision: Revision) -> Person | None:
    """The person whom an approval names, if that is who made it."""
    found = _PERSON.match(revision.trailers.get("Approved-by", ""))
    if found and Person(found["name"], found["email"]).is_same(revision.person):
        return revision.person
    return None


def _among(person: Person, people: Sequence[Person]) -> bool:
    return any(person.is_same(other) for other in people)


def writers(history: History, path: str, revisions: Sequence[Revision]) -> tuple[Person, ...]:
    """Who changed the text of a file since its last approval, the newest first.

    `revisions` are those of the file, the newest first, with blobs.
    """
    recent = []
    for revision in revisions:
        if revision.action == "approve" and _named(revision) is not None:
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
    texts = dict(zip(names, map(_words, contents(history, names)), strict=True))
    return tuple(texts.get(old) != texts.get(new) for old, new in pairs)


def _words(content: bytes | None) -> object:
    """What four eyes have to see: everything but state, claim, topics, remarks, dismissals."""
    text = unix_lines(content or b"").decode("utf-8", "replace")
    try:
        summary = parse_summary(text, "nl", where="").summary
    except WorkflowError:
        return text
    bare = replace(
        summary, status="", claim="", source="", title="", topics=(), remarks=(), dismissals=()
    )
    return None if _nothing(bare) else bare


def _nothing(bare: Summary) -> bool:
    return bare.is_empty and not bare.other and not bare.unread and not bare.extra


def people(workspace: Workspace, history: History) -> Mapping[tuple[str, str], tuple[str, str]]:
    """For every item, by (meeting, slug): who wrote last and who approved it as it stands.

    Both are names; empty where nobody did.
    """
    by_path: dict[str, list[Revision]] = {}
    for revision in log(history, [SUMMARIES], limit=0, blobs=True):
        for path in revision.blobs:
            if path.endswith(".md") and path.count("/") == 3:
                by_path.setdefault(path, []).append(revision)
    forced = workspace.settings.allow_forced_approval
    found = {}
    for path, revisions in by_path.items():
        _, _, meeting, name = path.split("/")
        writer = _last_writer(revisions)
        approver = ""
        if any(revision.action == "approve" for revision in revisions):
            disk = read_file(history.top, history.in_repository(path))
            if disk is not None:
                blob = blob_name(unix_lines(disk))
                approval = find_approval(history, path, revisions, blob, forced)
                approver = approval.person.name if approval else ""
        found[meeting, name.removesuffix(".md")] = (writer, approver)
    return found


def _last_writer(revisions: Sequence[Revision]) -> str:
    for revision in revisions:
        if revision.action in ("", "edit", "restore"):
            return revision.author
    return ""
