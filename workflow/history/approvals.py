"""Who wrote and who approved: facts about commits, never about a flag in a file.

An approval is a commit whose action is `approve`, made by the person whom it names. It counts
for exactly the file that it holds, and only if that person did not change the text since the
approval before. A forced approval (with a reason) counts only where the workspace allows it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.files import blob_name, unix_lines
from workflow.history.durable import read_file
from workflow.history.objects import contents
from workflow.history.repository import History, Person
from workflow.history.revisions import Revision, log
from workflow.history.wording import as_judged, text_lines
from workflow.summaries.handover import may_approve
from workflow.summaries.model import Meeting
from workflow.summaries.workspace import SUMMARIES, Workspace

BESIDE = frozenset({"topic", "claim", "assign", "comment", "resolve", "sync"})
"""Actions that are about the work on a text: an approval stands if they leave the text alone."""
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
    found = find_approval(history, path, revisions, blob_name(unix_lines(disk)), forced)
    if found is None:
        return None
    allowed, person = workspace.settings.approvers, found.person
    return found if may_approve(allowed, meeting.council, person.name, person.email) else None


def find_approval(
    history: History, path: str, revisions: Sequence[Revision], blob: str, forced: bool
) -> Approval | None:
    """The newest approval of exactly this blob, from the revisions of its file, newest first."""
    blobs = _as_judged(history, path, revisions, blob)
    for revision in revisions:
        person = named_approver(revision)
        if person is None or revision.blobs.get(path, ("", ""))[1] not in blobs:
            continue
        reason = revision.trailers.get("Reason", "")
        before = log(history, [path], limit=0, blobs=True, until=revision.commit)[1:]
        wrote = _among(person, writers(history, path, before, until=f"{revision.commit}"))
        wrote = wrote or _changed_text(history, [revision.blobs[path]])[0]
        if wrote and not (reason and forced):
            continue
        return Approval(person, revision.when, revision.commit, reason if wrote else "")
    return None


def _as_judged(history: History, path: str, revisions: Sequence[Revision], blob: str) -> set[str]:
    """The blob with those before it that four eyes would see the same in.

    A topic, a claim, a remark or a merge leaves the text alone, and with it an approval.
    """
    same = {blob}
    for revision in revisions:
        before, after = revision.blobs.get(path, ("", ""))
        if revision.action not in BESIDE or after not in same:
            continue
        sides = [side for side in revision.sides.get(path, (before,)) if side]
        now, *olds = map(as_judged, contents(history, [after, *sides]))
        same |= {side for side, old in zip(sides, olds, strict=True) if old == now}
    return same


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


def writers(
    history: History, path: str, revisions: Sequence[Revision], until: str = ""
) -> tuple[Person, ...]:
    """Who changed the text of a file since its last approval, the newest first.

    `revisions` are those of the file, the newest first, with blobs; `until` names the commit
    that they lead to and that is not one of them, where that is not the newest.
    """
    last = next((r.commit for r in revisions if named_approver(r) is not None), "")
    if last and any(revision.merges for revision in revisions):
        # What a colleague wrote beside an approval was not seen by it, whenever that was.
        since = log(history, [path], limit=0, blobs=True, since=last, until=until)
        recent = [revision for revision in since if revision.commit != until]
    else:
        commits = [revision.commit for revision in revisions]
        recent = list(revisions[: commits.index(last)] if last else revisions)
    recent = [revision for revision in recent if path in revision.blobs]
    changed = _wrote(history, path, recent)
    found: list[Person] = []
    for revision, wrote in zip(recent, changed, strict=True):
        if wrote and not _among(revision.person, found):
            found.append(revision.person)
    return tuple(found)


def _wrote(history: History, path: str, revisions: Sequence[Revision]) -> list[bool]:
    """Whether each revision wrote words; a merge only if they stand on neither side."""
    changed = list(_changed_text(history, [revision.blobs[path] for revision in revisions]))
    for place, revision in enumerate(revisions):
        sides = revision.sides.get(path, ())
        if changed[place] and sides:
            new, *olds = map(
                text_lines, contents(history, [revision.blobs[path][1], *filter(None, sides)])
            )
            changed[place] = not set(new) <= {line for old in olds for line in old}
    return changed


def _changed_text(history: History, pairs: Sequence[tuple[str, str]]) -> tuple[bool, ...]:
    """For each pair of blobs, whether the words differ, and not only the state of the work."""
    names = sorted({name for pair in pairs for name in pair if name})
    texts = dict(zip(names, map(text_lines, contents(history, names)), strict=True))
    return tuple(texts.get(old, ()) != texts.get(new, ()) for old, new in pairs)
