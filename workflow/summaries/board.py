"""The board: every item of every meeting with its state, and what to do next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.boardmemory import BoardMemory, KnownMeeting, Rules
from workflow.summaries.glance import Glance
from workflow.summaries.handover import Work, active_claim, approvers_of, is_free, waits_for
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
    topics: tuple[str, ...] = ()
    """Ids of the topics that staff confirmed."""
    assigned: str = ""
    """Who is to write it."""
    reviewer: str = ""
    """Who was asked to review it."""
    deadline: str = ""
    """Its own day, as an ISO date, where it has one."""
    proposers: tuple[str, ...] = ()
    """Who made the proposals that are open."""
    approvers: tuple[str, ...] = ()
    """Who may approve it; empty: everybody."""
    uncounted: str = ""
    """Who approved it without being one of them."""

    @property
    def work(self) -> Work:
        """What is known of the work on it."""
        return Work(
            self.status, self.claim, self.assigned, self.reviewer, self.written_by,
            self.proposers, self.approvers,
        )  # fmt: skip


NOT_COUNTING = "\0"
"""Stands behind the name of an approver whose approvals do not count for the council."""
People = Mapping[tuple[str, str], tuple[str, str]]
"""By (meeting, slug), who wrote an item last and who approved it as it stands."""
NOBODY = ("", "")
"""Who wrote and who approved where that is not known."""


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
    workspace: Workspace,
    people: People | None = None,
    *,
    memory: BoardMemory | None = None,
    sources: bool = True,
) -> Board:
    """Read every meeting. What cannot be read becomes a line that says so.

    `people` holds by (meeting, slug) who saved the item last and who approved it; an approved
    item without a valid approval counts as a draft once `people` is given. `memory` holds what
    was read before: only what changed since is read again. Without `sources` no report is
    opened, so that only texts whose source was looked at before can show as stale.
    """
    memory = BoardMemory() if memory is None else memory
    memory.refresh(workspace, sources=sources)
    return board_of(memory, people)


def board_of(memory: BoardMemory, people: People | None = None) -> Board:
    """The board from what was read; the same lines as before where nothing changed."""
    names = sorted(memory.meetings, reverse=True)
    meetings = tuple(_meeting(memory.meetings[name], people, memory.rules) for name in names)
    return Board(meetings, tuple(str(error) for error in memory.problems))


def _meeting(known: KnownMeeting, people: People | None, rules: Rules) -> BoardMeeting:
    who, asked, entry = known.made or (None, None, None)
    if isinstance(entry, BoardMeeting) and asked is people:
        return entry
    meeting = known.meeting
    now = None
    if people is not None:
        now = tuple(people.get((meeting.id, item.slug), NOBODY) for item in meeting.items)
    if not isinstance(entry, BoardMeeting) or who != now:
        lines = (
            _line(known, item, now[place] if now is not None else None, rules)
            for place, item in enumerate(meeting.items)
        )
        entry = BoardMeeting(meeting, tuple(lines))
    known.made = (now, people, entry)
    return entry


def _line(
    known: KnownMeeting, item: MeetingItem, people: tuple[str, str] | None, rules: Rules
) -> BoardItem:
    writer, approver = people or NOBODY
    seen = known.glances[item.slug]
    error = seen if isinstance(seen, WorkflowError) else known.trouble
    if error is not None:
        return BoardItem(item, "open", error=str(error))
    assert isinstance(seen, Glance)
    digest = known.digests.get(item.slug, seen.source) if known.digests else seen.source
    stale = bool(seen.source) and digest != seen.source
    status = seen.status
    council = known.meeting.council
    uncounted = ""
    if approver.endswith(NOT_COUNTING):
        approver, uncounted = "", approver.removesuffix(NOT_COUNTING)
    if status == "approved" and people is not None and not approver:
        status = "review" if uncounted else "draft"
    claim = active_claim(seen.claim, seen.value("claimed"), rules.today, rules.claim_days)
    return BoardItem(
        item, status, stale, claim, "", writer, approver, seen.topics,
        seen.value("assigned"), seen.value("reviewer"), seen.value("deadline"), seen.proposers,
        approvers_of(rules.approvers, council), uncounted,
    )  # fmt: skip


def decide(board: Board, person: str) -> NextTask | None:
    """The first item in which the person can decide between two versions."""
    for entry in board.meetings:
        for line in entry.items:
            if line.proposers and waits_for(line.work, person):
                name = f"{line.item.label} {line.item.title}"
                sentence = say("summaries.next.decide", item=name, meeting=entry.meeting.name)
                return NextTask(sentence, entry.meeting.id, line.item.slug)
    return None


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
                    if person and not is_free(line.work, person):
                        continue
                    name = f"{line.item.label} {line.item.title}"
                    sentence = say(f"summaries.next.{key}", item=name, meeting=entry.meeting.name)
                    return NextTask(sentence, entry.meeting.id, line.item.slug)
        return None

    found = (
        decide(board, person)
        or task("review", {"status": "review", "error": ""})
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
