"""The workspace: files that do not parse, evidence that points nowhere, approvals, caches."""

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from workflow.cachefile import CACHE, is_whole
from workflow.diagnosis.model import Check
from workflow.errors import WorkflowError
from workflow.history import History, drafts, open_history, people
from workflow.history.locks import git_locks
from workflow.languages import say
from workflow.search.index import is_usable
from workflow.settingsfile import held_settings
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.summaries.topics import PATH, read_topics
from workflow.summaries.workspace import MEETING_FILE, REPORT_FILE, SETTINGS, Workspace


def examine_workspace(workspace: Workspace) -> Iterator[Check]:
    """Everything about the files and their history; a healthy workspace says so once."""
    found = [*_settings(workspace), *_files(workspace), *_history(workspace)]
    if all(check.state == "ok" for check in found):
        n = len(workspace.meeting_ids())
        found.append(Check("workspace", "ok", say("doctor.healthy", n=n, path=workspace.root)))
    yield from found


def _settings(workspace: Workspace) -> Iterator[Check]:
    try:
        held_settings(workspace.root / SETTINGS)
    except WorkflowError as error:
        yield Check("settings", "error", str(error), say("doctor.advice.settings"))


# Files


def _files(workspace: Workspace) -> Iterator[Check]:
    try:
        read_topics(workspace)
    except WorkflowError as error:
        yield Check("file", "error", str(error), say("doctor.advice.file"), PATH)
    for meeting_id in workspace.meeting_ids():
        where = workspace.relative(workspace.meeting_folder(meeting_id))
        try:
            meeting = workspace.meeting(meeting_id)
            workspace.report(meeting)
        except WorkflowError as error:
            yield Check("file", "error", str(error), say("doctor.advice.file"), where)
            continue
        for entry in meeting.items:
            yield from _item(workspace, meeting, entry)
        yield from _strays(workspace, meeting)


def _item(workspace: Workspace, meeting: Meeting, entry: MeetingItem) -> Iterator[Check]:
    where = workspace.relative(workspace.summary_path(meeting, entry.slug))
    try:
        loaded = workspace.load(meeting, entry.slug)
        sentences = len(workspace.item(meeting, entry.slug).sentences)
    except WorkflowError as error:
        yield Check("file", "error", str(error), say("doctor.advice.file"), where)
        return
    for problem in loaded.problems:
        text = say("doctor.line", where=where, line=problem.line, text=problem.text)
        yield Check("line", "warning", text, say("doctor.advice.line"), where)
    gone = sorted(n for n in _evidence(loaded.summary) if not 0 < n <= sentences)
    if gone:
        numbers = ", ".join(f"s{number}" for number in dict.fromkeys(gone))
        text = say("doctor.evidence", where=where, numbers=numbers, n=sentences)
        yield Check("evidence", "error", text, say("doctor.advice.evidence"), where)
    if workspace.stale(meeting, entry.slug):
        text = say("doctor.stale", where=where)
        yield Check("stale", "warning", text, say("doctor.advice.stale"), where)


def _evidence(summary: Summary) -> Iterator[int]:
    """Every source sentence that the summary points at."""
    numbers = (
        *(entry.evidence for entry in summary.sentences),
        *(entry.evidence for entry in summary.positions),
        *(entry.evidence for entry in summary.next_steps),
        *(entry.evidence for entry in summary.commitments),
        *(entry.evidence for entry in summary.remarks),
    )
    yield from chain.from_iterable(numbers)


def _strays(workspace: Workspace, meeting: Meeting) -> Iterator[Check]:
    """Item files that the meeting does not list."""
    listed = {f"{entry.slug}.md" for entry in meeting.items} | {REPORT_FILE, MEETING_FILE}
    for path in sorted(workspace.meeting_folder(meeting).glob("*.md")):
        if path.name not in listed:
            where = workspace.relative(path)
            text = say("doctor.stray", where=where)
            yield Check("stray", "hint", text, say("doctor.advice.stray"), where)


# History


def _history(workspace: Workspace) -> Iterator[Check]:
    try:
        history = open_history(workspace.root)
    except WorkflowError as error:
        yield Check("repository", "error", str(error), say("doctor.advice.repository"))
        return
    try:
        yield Check("identity", "ok", say("doctor.identity", person=history.identity()))
    except WorkflowError as error:
        yield Check("identity", "error", str(error), say("doctor.advice.identity"))
    try:
        history.branch()
        history.check_idle()
    except WorkflowError as error:
        yield Check("repository", "warning", str(error), say("doctor.advice.busy"))
    for lock in git_locks(history):
        if lock.exists():
            yield Check("lock", "warning", say("doctor.lock", path=lock), say("doctor.advice.lock"))
    with suppress(WorkflowError):
        yield from _approvals(workspace, history)
    yield from _leftovers(history)


def _approvals(workspace: Workspace, history: History) -> Iterator[Check]:
    """Items that say that they are approved, while nobody approved them as they stand."""
    known = people(workspace, history)
    for meeting_id in workspace.meeting_ids():
        with suppress(WorkflowError):
            meeting = workspace.meeting(meeting_id)
            for entry in meeting.items:
                with suppress(WorkflowError):
                    status = workspace.load(meeting, entry.slug).summary.status
                    if (
                        status == "approved"
                        and not known.get((meeting_id, entry.slug), ("", ""))[1]
                    ):
                        where = workspace.relative(workspace.summary_path(meeting, entry.slug))
                        text = say("doctor.void", where=where)
                        yield Check("approval", "warning", text, say("doctor.advice.void"), where)


def _leftovers(history: History) -> Iterator[Check]:
    """Typed text that was never saved, and caches of another version."""
    waiting = drafts(history)
    if waiting:
        names = ", ".join(sorted({draft.key for draft in waiting}))
        text = say("doctor.drafts", n=len(waiting), names=names)
        yield Check("drafts", "hint", text, say("doctor.advice.drafts"))
    folder: Path = history.common_dir / "workflow"
    for path in sorted(folder.glob("*")):
        if path.suffix in (CACHE, ".json", ".sqlite") and _is_damaged(path):
            text = say("doctor.cache", path=path)
            yield Check("cache", "hint", text, say("doctor.advice.cache"), str(path))


def _is_damaged(path: Path) -> bool:
    """Whether a cache cannot be of use any more."""
    try:
        if path.suffix == CACHE:
            return not is_whole(path)
        if path.suffix == ".sqlite":
            return not is_usable(path)
        json.loads(path.read_bytes())
    except (OSError, ValueError):
        return True
    return False
