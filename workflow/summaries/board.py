"""The board: every item of every meeting with its state, and what to do next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.model import STATUSES, Meeting, MeetingItem
from workflow.summaries.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BoardItem:
    """One line of the board."""

    item: MeetingItem
    status: str
    stale: bool = False
    claim: str = ""
    error: str = ""
    """What is wrong with its file, or empty."""
    written_by: str = ""
    """Who saved it last, where history is known."""
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A meeting with its lines."""

    meeting: Meeting
    items: tuple[BoardItem, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of items by status; every status is a key."""
        found = Counter(item.status for item in self.items)
        return {status: found[status] for status in STATUSES}


@dataclass(frozen=True, slots=True)
class NextTask:
    """What the user can best do now."""

    sentence: str
    meeting: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """All meetings, newest first."""

    meetings: tuple[BoardMeeting, ...]
    problems: tuple[str, ...] = ()
    """Meetings that could not be read, in words."""


def read_board(
    workspace: Workspace, people: Mapping[tuple[str, str], tuple[str, str]] | None = None
) -> Board:
    """Read every meeting. What cannot be read becomes a line that says so.

    `people` holds by (meeting, slug) who saved the item last and who approved it; an approved
    item without a valid approval counts as a draft once `people` is given.
    """
    meetings: list[BoardMeeting] = []
    problems: list[str] = []
    for meeting_id in workspace.meeting_ids():
        try:
            meetings.append(_meeting(workspace, workspace.meeting(meeting_id), people))
        except WorkflowError as error:
            problems.append(str(error))
    return Board(tuple(meetings), tuple(problems))


def _meeting(
    workspace: Workspace,
    meeting: Meeting,
    people: Mapping[tuple[str, str], tuple[str, str]] | None,
) -> BoardMeeting:
    lines = []
    for item in meeting.items:
        writer, approver = (people or {}).get((meeting.id, item.slug), ("", ""))
        try:
            summary = workspace.load(meeting, item.slug).summary
            stale = workspace.stale(meeting, item.slug)
        except WorkflowError as error:
            lines.append(BoardItem(item, "open", error=str(error)))
            continue
        status = summary.status
        if status == "approved" and people is not None and not approver:
            status = "draft"
        lines.append(BoardItem(item, status, stale, summary.claim, "", writer, approver))
    return BoardMeeting(meeting, tuple(lines))


def next_task(board: Board, person: str = "") -> NextTask:
    """What `person` can best do now: review for a colleague, then write, oldest deadline first.

    `person` is the name that git knows; without one every item in review counts as another's.
    """
    if not board.meetings:
        return NextTask(say("summaries.next.nothing"))

    def task(key: str, wanted: Mapping[str, object]) -> NextTask | None:
        for entry in sorted(board.meetings, key=lambda m: m.meeting.id, reverse=True):
            for line in entry.items:
                if all(getattr(line, name) == value for name, value in wanted.items()):
                    if key == "review" and line.written_by == person != "":
                        continue
                    name = f"{line.item.label} {line.item.title}"
                    sentence = say(f"summaries.next.{key}", item=name, meeting=entry.meeting.name)
                    return NextTask(sentence, entry.meeting.id, line.item.slug)
        return None

    found = (
        task("review", {"status": "review", "error": ""})
        or task("mine", {"status": "draft", "error": "", "stale": False})
        or task("mine", {"status": "open", "error": ""})
        or task("stale", {"stale": True, "error": ""})
    )
    if found:
        return found
    waiting = sum(entry.counts["review"] for entry in board.meetings)
    if waiting:
        return NextTask(say("summaries.next.waiting", n=waiting))
    newest = board.meetings[0].meeting
    return NextTask(say("summaries.next.all_done", meeting=newest.name), newest.id)
