"""Which lines of the board one wants to see."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.summaries.board import Board, BoardItem, BoardMeeting
from workflow.summaries.handover import waits_for
from workflow.summaries.meetings import STATUSES, council_name, same_council
from workflow.text import has_words

STALE = "stale"
"""Can be asked for like a status, beside the real ones."""


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What a line must have; an empty field asks for nothing."""

    words: str = ""
    council: str = ""
    """Slug of the formation, in any language that it has a name in."""
    status: str = ""
    """A status, or `stale`."""
    person: str = ""
    """Who claimed, wrote or approved it."""
    topic: str = ""
    """Id of a confirmed topic."""
    waiting: str = ""
    """Whose turn it is."""
    address: str = ""
    """The e-mail address of whose turn it is; approvers may be named by it."""

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        asked = (self.words, self.council, self.status, self.person, self.topic, self.waiting)
        return any(asked)

    def fits(self, entry: BoardMeeting, line: BoardItem) -> bool:
        """Whether a line is to be seen."""
        if self.council and same_council(entry.council) != same_council(self.council):
            return False
        if self.status and not (line.stale if self.status == STALE else line.status == self.status):
            return False
        people = (line.claim, line.written_by, line.approved_by, line.assigned, line.reviewer)
        if self.person and self.person not in people:
            return False
        if self.topic and self.topic not in line.topics:
            return False
        if self.waiting and not waits_for(line.work, self.waiting, self.address):
            return False
        if not self.words:
            return True
        shown = (entry.meeting.name, line.item.label, line.item.title, *people, *line.topics)
        return has_words(self.words, " ".join(shown))

    def toggled(self, name: str, value: str) -> "BoardFilter":
        """The filter with one field set, or emptied where it had that value."""
        now = "" if getattr(self, name) == value else value
        return replace(self, **{name: now})


def _councils(board: Board) -> list[str]:
    return sorted({entry.council for entry in board.meetings}, reverse=True)


def council_names(board: Board, council: str) -> str:
    """The names that a formation has on this board: `JBZ/JHA`."""
    formation = same_council(council)
    found = [each for each in reversed(_councils(board)) if same_council(each) == formation]
    return "/".join(map(council_name, found or [council]))


def choices(board: Board) -> Iterator[tuple[str, str]]:
    """Every (field, value) that can be asked for on this board, in the order of use."""
    lines = [line for entry in board.meetings for line in entry.items]
    for status in (*STATUSES, STALE):
        yield "status", status
    formations = {same_council(each): each for each in _councils(board)}
    for council in sorted(formations.values()):
        yield "council", council
    people = {p for line in lines for p in (line.claim, line.written_by, line.approved_by) if p}
    for person in sorted(people):
        yield "person", person
    for topic in sorted({topic for line in lines for topic in line.topics}):
        yield "topic", topic
