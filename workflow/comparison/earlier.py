"""What a meeting is compared with: the meeting before it, or an earlier version of its texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from workflow.comparison.compare import compare_meetings
from workflow.comparison.model import Comparison, MeetingSide
from workflow.comparison.sides import meeting_side, previous_meeting
from workflow.errors import WorkflowError
from workflow.history import History, Revision, log, read_versions, sent_briefings
from workflow.languages import current, format_date, say_in
from workflow.summaries.itemfile import parse_summary
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.topics import read_topics
from workflow.summaries.workspace import Workspace

Since = Literal["meeting", "approved", "sent"]
"""The previous meeting, the last approved version, or the last briefing that was sent."""

SINCE: tuple[Since, ...] = ("meeting", "approved", "sent")
"""The three standard comparisons, in the order in which they are offered."""


def compare_since(
    workspace: Workspace, history: History, meeting: Meeting, since: Since
) -> Comparison:
    """What changed at a meeting, or in its texts, since then.

    Raises WorkflowError where there is no such earlier meeting or version.
    """
    newer = meeting_side(workspace, meeting)
    return compare_meetings(
        earlier_side(workspace, history, newer, since),
        newer,
        topics=read_topics(workspace),
        own_government=workspace.settings.own_government,
    )


def earlier_side(
    workspace: Workspace, history: History, newer: MeetingSide, since: str, language: str = ""
) -> MeetingSide:
    """The older side of one of the three standard comparisons.

    A meeting of which nothing was sent (or approved) yet is compared with the last one of its
    council of which something was, as it was then. A version names the items that it lacks;
    `language` is that of its name. Raises WorkflowError where there is nothing to compare with.
    """
    meeting = newer.meeting
    if since == "meeting":
        older = previous_meeting(workspace, meeting)
        if older is None:
            raise WorkflowError("comparison.errors.no_previous", meeting=meeting.name)
        return meeting_side(workspace, older)
    language = language or current()
    earlier: Meeting | None = meeting
    while earlier is not None:
        if has_version(workspace, history, earlier, since):
            side = newer if earlier is meeting else meeting_side(workspace, earlier)
            return _as_of_then(workspace, history, side, since, language)
        earlier = previous_meeting(workspace, earlier)
    name = "never_sent" if since == "sent" else "never_approved"
    raise WorkflowError(f"comparison.errors.{name}", meeting=meeting.name)


def has_version(workspace: Workspace, history: History, meeting: Meeting, since: str) -> bool:
    """Whether a briefing of the meeting was sent, or a summary of it approved."""
    if since == "sent":
        return bool(sent_briefings(history, meeting))
    return bool(_approvals(workspace, history, meeting))


def _as_of_then(
    workspace: Workspace, history: History, side: MeetingSide, since: str, language: str
) -> MeetingSide:
    """A meeting as it was sent, or as it was last approved."""
    meeting = side.meeting
    if since == "sent":
        known, day = sent_summaries(workspace, history, meeting)
        when = format_date(day, language)
        version = say_in(language, "comparison.version.sent", date=when)
    else:
        known = approved_summaries(workspace, history, meeting)
        version = say_in(language, "comparison.version.approved")
    lacking = {each.slug: since for each in meeting.items if each.slug not in known}
    summaries = {**side.summaries, **known}  # what is lacking is linked by its topics as well
    return replace(side, summaries=summaries, version=version, lacking=lacking)


def sent_summaries(
    workspace: Workspace, history: History, meeting: Meeting
) -> tuple[dict[str, Summary], date]:
    """Every summary as it was when the last briefing went out, and the day of that.

    Raises WorkflowError where none was sent.
    """
    sent = sent_briefings(history, meeting)
    if not sent:
        raise WorkflowError("comparison.errors.never_sent", meeting=meeting.name)
    versions = {entry.slug: sent[-1].commit for entry in meeting.items}
    return _versions(workspace, history, meeting, versions), sent[-1].day


def approved_summaries(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    revisions: Sequence[Revision] | None = None,
) -> dict[str, Summary]:
    """Every summary that was ever approved, as it was when that last happened, by slug.

    `revisions` are those of the meeting's folder, the newest first, where they are at hand.
    Raises WorkflowError where none was approved.
    """
    versions = _approvals(workspace, history, meeting, revisions)
    if not versions:
        raise WorkflowError("comparison.errors.never_approved", meeting=meeting.name)
    return _versions(workspace, history, meeting, versions)


def _approvals(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    revisions: Sequence[Revision] | None = None,
) -> dict[str, str]:
    """The commit of the last approval of each summary that was ever approved, by slug."""
    if revisions is None:
        folder = workspace.relative(workspace.meeting_folder(meeting))
        revisions = log(history, (folder,), limit=0)
    paths = {_path(workspace, meeting, entry.slug): entry.slug for entry in meeting.items}
    versions: dict[str, str] = {}
    for saved in revisions:
        for path in saved.paths:
            if path in paths and saved.action == "approve":
                versions.setdefault(paths[path], saved.commit)
    return versions


def _path(workspace: Workspace, meeting: Meeting, slug: str) -> str:
    return workspace.relative(workspace.summary_path(meeting, slug))


def _versions(
    workspace: Workspace, history: History, meeting: Meeting, versions: Mapping[str, str]
) -> dict[str, Summary]:
    """Summaries as they were in commits, by slug; one that cannot be read is left out."""
    wanted = [(commit, _path(workspace, meeting, slug)) for slug, commit in versions.items()]
    found = {}
    for slug, content in zip(versions, read_versions(history, wanted), strict=True):
        if content is None:
            continue
        try:
            text = content.decode("utf-8", "replace")
            found[slug] = parse_summary(text, meeting.language).summary
        except WorkflowError:
            continue
    return found
