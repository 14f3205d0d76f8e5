"""The board: every item of every meeting with its state, and what to do next."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.boardfacts import (
    DECIDING,
    NOBODY,
    NOT_COUNTING,
    STALE,
    HeldPeople,
    MeetingFacts,
    Pair,
    People,
    Tally,
    counting_status,
    tally_of,
)
from workflow.summaries.boardmemory import BoardMemory, KnownMeeting, Rules
from workflow.summaries.handover import Work, active_claim, approvers_of, is_free, waits_for
from workflow.summaries.meetings import STATUSES, Meeting, MeetingItem
from workflow.summaries.workspace import Workspace
from workflow.text import shorten

_SHOWN = 60
"""Characters of a title in the sentence that says what to do next."""


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
    """Ids of the topics that staff confirmed for the item or parts of it."""
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


class BoardMeeting:
    """A meeting with its lines."""

    __slots__ = ("_items", "_meeting", "_tally")

    def __init__(self, meeting: Meeting, items: Sequence[BoardItem]) -> None:
        self._meeting: Meeting | None = meeting
        self._items: tuple[BoardItem, ...] | None = tuple(items)
        self._tally: Tally = ()

    @property
    def meeting(self) -> Meeting:
        """The facts of the meeting."""
        assert self._meeting is not None
        return self._meeting

    @property
    def items(self) -> tuple[BoardItem, ...]:
        """The lines, in order."""
        assert self._items is not None
        return self._items

    @property
    def id(self) -> str:
        """The meeting's."""
        return self.meeting.id

    @property
    def council(self) -> str:
        """The meeting's."""
        return self.meeting.council

    @property
    def size(self) -> int:
        """Number of lines."""
        return len(self.items)

    @property
    def tally(self) -> Tally:
        """Numbers of items by status, then of stale ones, then of those with proposals."""
        if not self._tally:
            found = Counter(item.status for item in self.items)
            stale = sum(item.stale for item in self.items)
            deciding = sum(bool(item.proposers) for item in self.items)
            self._tally = (*(found[status] for status in STATUSES), stale, deciding)
        return self._tally

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of items by status; every status is a key."""
        return dict(zip(STATUSES, self.tally, strict=False))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BoardMeeting):
            return NotImplemented
        return self.meeting == other.meeting and self.items == other.items

    __hash__ = None  # type: ignore[assignment]


class _Folded(BoardMeeting):
    """The same, of which lines are made once somebody asks for them."""

    __slots__ = ("_council", "_held", "_id", "_people", "_rules", "_size")

    def __init__(
        self, name: str, known: KnownMeeting, people: HeldPeople | None, rules: Rules
    ) -> None:
        self._id, self._held, self._people, self._rules = name, known.held, people, rules
        self._council, self._size = known.council, known.size
        self._meeting = self._items = None
        if people is None:
            self._tally = known.tally
        elif people is known.held_people:
            self._tally = known.people_tally
        else:
            self._tally = tally_of(known.facts, people.people)

    @property
    def meeting(self) -> Meeting:
        """The facts of the meeting."""
        return self._held.facts.meeting

    @property
    def items(self) -> tuple[BoardItem, ...]:
        """The lines, in order."""
        if self._items is None:
            facts, known = self._held.facts, self._people
            items, people = facts.meeting.items, None if known is None else known.people
            who = [None if people is None else people.get(item.slug, NOBODY) for item in items]
            approvers = approvers_of(self._rules.approvers, self._council)
            self._items = tuple(
                _line(facts, item, pair, self._rules, approvers)
                for item, pair in zip(items, who, strict=True)
            )
        return self._items

    @property
    def id(self) -> str:
        """The meeting's."""
        return self._id

    @property
    def council(self) -> str:
        """The meeting's."""
        return self._council

    @property
    def size(self) -> int:
        """Number of lines."""
        return self._size


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

    def line(self, meeting: str, slug: str) -> BoardItem | None:
        """The line of one item, if there is one."""
        for entry in self.meetings:
            if entry.id == meeting:
                return next((line for line in entry.items if line.item.slug == slug), None)
        return None


def read_board(
    workspace: Workspace,
    people: Mapping[tuple[str, str], Pair] | None = None,
    *,
    memory: BoardMemory | None = None,
    sources: bool = True,
    files: bool = True,
) -> Board:
    """Read every meeting. What cannot be read becomes a line that says so.

    `people` holds by (meeting, slug) who saved the item last and who approved it; an approved
    item without a valid approval counts as a draft once `people` is given. `memory` holds what
    was read before: only what changed since is read again. Without `sources` no report is
    opened, so that only texts whose source was looked at before can show as stale. Without
    `files` the board is what the memory holds, unless it is empty.
    """
    memory = BoardMemory() if memory is None else memory
    memory.refresh(workspace, sources=sources, files=files)
    return board_of(memory, people)


def board_of(memory: BoardMemory, people: Mapping[tuple[str, str], Pair] | None = None) -> Board:
    """The board from what was read; the same lines as before where nothing changed."""
    parts = None if people is None else People.of(people)
    meetings = [
        _entry(name, memory.meetings[name], None if parts is None else parts.part(name), memory)
        for name in sorted(memory.meetings, reverse=True)
    ]
    return Board(tuple(meetings), tuple(str(error) for error in memory.problems))


def _entry(
    name: str, known: KnownMeeting, people: HeldPeople | None, memory: BoardMemory
) -> BoardMeeting:
    who, entry = known.made or (None, None)
    same = who is people or (who is not None and people is not None and who.people == people.people)
    if not (isinstance(entry, BoardMeeting) and same):
        entry = _Folded(name, known, people, memory.rules)
        known.made = (people, entry)
    return entry


def _line(
    facts: MeetingFacts,
    item: MeetingItem,
    people: Pair | None,
    rules: Rules,
    approvers: tuple[str, ...],
) -> BoardItem:
    """What is known of an item; `people` is None where nobody asked the history."""
    seen = facts.seen(item.slug)
    if isinstance(seen, WorkflowError):
        return BoardItem(item, "open", error=str(seen))
    writer, approver = people or NOBODY
    status = seen.status if people is None else counting_status(seen.status, approver)
    uncounted = ""
    if approver.endswith(NOT_COUNTING):
        approver, uncounted = "", approver.removesuffix(NOT_COUNTING)
    claim = active_claim(seen.claim, seen.value("claimed"), rules.today, rules.claim_days)
    topics = tuple(dict.fromkeys(name.partition("[")[0].rstrip() for name in seen.topics))
    return BoardItem(
        item, status, facts.is_stale(item.slug, seen), claim, "", writer, approver, topics,
        seen.value("assigned"), seen.value("reviewer"), seen.value("deadline"), seen.proposers,
        approvers, uncounted,
    )  # fmt: skip


def decide(board: Board, person: str, address: str = "") -> NextTask | None:
    """The first item in which the person can decide between two versions."""
    for entry in board.meetings:
        for line in entry.items if entry.tally[DECIDING] else ():
            if line.proposers and waits_for(line.work, person, address):
                name = f"{line.item.label} {line.item.title}"
                sentence = say("summaries.next.decide", item=name, meeting=entry.meeting.name)
                return NextTask(sentence, entry.id, line.item.slug)
    return None


def next_task(board: Board, person: str = "", address: str = "") -> NextTask:
    """What `person` can best do now: review for a colleague, then write, oldest deadline first.

    `person` is the name that git knows, `address` their e-mail address; without a name every
    item in review counts as another's.
    """
    if not board.meetings:
        return NextTask(say("summaries.next.nothing"))

    newest_first = sorted(board.meetings, key=lambda m: m.id, reverse=True)

    def task(key: str, wanted: Mapping[str, object]) -> NextTask | None:
        place = STATUSES.index(str(wanted["status"])) if "status" in wanted else STALE
        for entry in newest_first:
            for line in entry.items if entry.tally[place] else ():
                if all(getattr(line, name) == value for name, value in wanted.items()):
                    if person and not is_free(line.work, person, address):
                        continue
                    name = f"{line.item.label} {shorten(line.item.title, _SHOWN)}"
                    sentence = say(f"summaries.next.{key}", item=name, meeting=entry.meeting.name)
                    return NextTask(sentence, entry.id, line.item.slug)
        return None

    found = (
        decide(board, person, address)
        or task("review", {"status": "review", "error": ""})
        or task("mine", {"status": "draft", "error": "", "stale": False})
        or task("mine", {"status": "open", "error": ""})
        or task("stale", {"stale": True, "error": ""})
    )
    if found:
        return found
    waiting = sum(entry.counts["review"] + entry.counts["draft"] for entry in board.meetings)
    if waiting:
        return NextTask(say("summaries.next.waiting", n=waiting))
    newest = board.meetings[0].meeting
    return NextTask(say("summaries.next.all_done", meeting=newest.name), newest.id)
