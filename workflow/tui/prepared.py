"""What the board shows, worked out in the thread that read it.

To look over fifteen thousand lines takes longer than a key may wait: the screen only takes
what is ready. The rows of a meeting are made once it is unfolded.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from textual.content import Content

from workflow.languages import say
from workflow.summaries.board import Board, BoardItem, BoardMeeting, NextTask, next_task
from workflow.summaries.boardfilter import BoardFilter
from workflow.tui.widgets.boardrows import draw_item, draw_meeting
from workflow.tui.widgets.row import Row

_INDENT = Content("  ")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A board with everything that takes a look at all of it."""

    board: Board
    heads: Mapping[str, tuple[Row, Row]]
    """By meeting its own row, folded and unfolded."""
    filter: BoardFilter
    fitting: Mapping[str, tuple[Row, ...]]
    """With a filter, by meeting the rows that fit it."""
    person: str
    todo: NextTask
    facts: str
    """How much there is, in words."""
    _made: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    def rows(self, entry: BoardMeeting) -> Sequence[Row]:
        """The rows of a meeting's items that are to be seen."""
        if self.filter.active:
            return self.fitting.get(entry.id, ())
        if entry.id not in self._made:
            self._made[entry.id] = _rows(entry, BoardFilter(), self.person)
        return self._made[entry.id]

    def listed(self, unfolded: Set[str]) -> list[Row]:
        """The rows to show: every meeting, with its items where it is unfolded or filtered."""
        shown: list[Row] = []
        filtering = self.filter.active
        for entry in self.board.meetings:
            folded, open_ = self.heads[entry.id]
            if not filtering and entry.id not in unfolded:
                shown.append(folded)
            elif rows := self.rows(entry):
                shown += (open_, *rows)
            elif not filtering:
                shown.append(open_)
        return shown


def prepare(board: Board, wanted: BoardFilter, person: str, *, days: int, today: date) -> Prepared:
    """Everything that the screen needs to show a board to a person.

    Rows are keyed ("meeting", id) and ("item", meeting, slug). A meeting is due so many days
    after it, where it has no day of its own.
    """
    heads = {entry.id: _heads(entry, days, today) for entry in board.meetings}
    fitting = {}
    if wanted.active:
        fitting = {entry.id: _rows(entry, wanted, person) for entry in board.meetings}
    facts = (
        say("tui.board.councils", n=len({entry.council for entry in board.meetings})),
        say("tui.board.meetings", n=len(board.meetings)),
        say("tui.board.items", n=sum(entry.size for entry in board.meetings)),
    )
    todo = _next_task(board, person, wanted.address)
    return Prepared(board, heads, wanted, fitting, person, todo, " · ".join(facts))


# What a row says is worked out when it is drawn.


def _heads(entry: BoardMeeting, days: int, today: date) -> tuple[Row, Row]:
    key = ("meeting", entry.id)
    draw = partial(draw_meeting, entry, days=days, today=today)
    return Row(key, partial(draw, unfolded=False)), Row(key, partial(draw, unfolded=True))


def _rows(entry: BoardMeeting, wanted: BoardFilter, person: str) -> tuple[Row, ...]:
    return tuple(
        _item_row(entry.id, line, person)
        for line in entry.items
        if not wanted.active or wanted.fits(entry, line)
    )


def _item_row(meeting: str, line: BoardItem, person: str) -> Row:
    draw = partial(draw_item, line, person)
    return Row(("item", meeting, line.item.slug), draw, _INDENT, spread=partial(draw, wrap=True))


def _next_task(board: Board, person: str, address: str) -> NextTask:
    """What to do next; whose review it is can only be said once the history is known."""
    task = next_task(board, person, address)
    line = board.line(task.meeting, task.slug)
    if line is not None and line.status == "review" and not (line.written_by or person):
        return NextTask(say("tui.board.reading"))
    return task
