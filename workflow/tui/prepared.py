"""What the board shows, worked out in the thread that read it.

Fifteen thousand lines take longer to look over than a key may wait: the screen only takes
what is ready.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import partial

from textual.content import Content

from workflow.languages import say
from workflow.summaries.board import Board, BoardItem, BoardMeeting, NextTask, next_task
from workflow.summaries.boardfilter import BoardFilter, choices
from workflow.tui.widgets.boardrows import draw_item, draw_meeting, due_day
from workflow.tui.widgets.rows import Row

_INDENT = Content("  ")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A board with everything that takes a look at each of its lines."""

    board: Board
    heads: Mapping[str, tuple[Row, Row]]
    """By meeting its own row, folded and unfolded."""
    rows: Mapping[str, tuple[Row, ...]]
    """By meeting the rows of its items, all of them or those that fit the filter."""
    filter: BoardFilter
    choices: tuple[tuple[str, str], ...]
    """What can be asked for: (field, value)."""
    todo: NextTask
    facts: str
    """How much there is, in words."""


def prepare(board: Board, wanted: BoardFilter, person: str, *, days: int, today: date) -> Prepared:
    """Everything that the screen needs to show a board.

    Rows are keyed ("meeting", id) and ("item", meeting, slug). A meeting is due so many days
    after it, where it has no day of its own.
    """
    heads, rows = {}, {}
    for entry in board.meetings:
        heads[entry.meeting.id] = _heads(entry, due_day(entry.meeting, days), today)
        rows[entry.meeting.id] = tuple(
            _row(entry, line, person)
            for line in entry.items
            if not wanted.active or wanted.fits(entry, line)
        )
    facts = (
        say("tui.board.councils", n=len({entry.meeting.council for entry in board.meetings})),
        say("tui.board.meetings", n=len(board.meetings)),
        say("tui.board.items", n=sum(len(entry.items) for entry in board.meetings)),
    )
    found = tuple(choices(board))
    todo = _next_task(board, person)
    return Prepared(board, heads, rows, wanted, found, todo, " · ".join(facts))


def listed(found: Prepared, unfolded: Set[str]) -> list[Row]:
    """The rows to show: every meeting, with its items where it is unfolded or filtered."""
    shown: list[Row] = []
    filtering = found.filter.active
    for meeting, (folded, open_) in found.heads.items():
        if filtering and not found.rows[meeting]:
            continue
        if filtering or meeting in unfolded:
            shown += (open_, *found.rows[meeting])
        else:
            shown.append(folded)
    return shown


def _heads(entry: BoardMeeting, day: date, today: date) -> tuple[Row, Row]:
    key = ("meeting", entry.meeting.id)
    draw = partial(draw_meeting, entry, day=day, late=day < today)
    return Row(key, partial(draw, unfolded=False)), Row(key, partial(draw, unfolded=True))


def _row(entry: BoardMeeting, line: BoardItem, person: str) -> Row:
    # What a row says is worked out when it is drawn.
    key = ("item", entry.meeting.id, line.item.slug)
    return Row(key, partial(draw_item, line, person), _INDENT)


def _next_task(board: Board, person: str) -> NextTask:
    """What to do next; whose review it is can only be said once the history is known."""
    task = next_task(board, person)
    entry = next((m for m in board.meetings if m.meeting.id == task.meeting), None)
    lines = entry.items if entry else ()
    line = next((line for line in lines if line.item.slug == task.slug), None)
    if line is not None and line.status == "review" and not (line.written_by or person):
        return NextTask(say("tui.board.reading"))
    return task
