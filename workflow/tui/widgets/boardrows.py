"""What a line of the board says: a meeting with its progress, an item with whose turn it is."""

from datetime import date, timedelta

from textual.content import Content

from workflow.languages import format_date, say
from workflow.summaries.board import BoardItem, BoardMeeting
from workflow.summaries.meetings import Meeting
from workflow.tui import render

WIDEST = 150
"""Cells of a line; with more room, status and people would stand far from the title."""
STATUS_STYLES = {
    "open": "$text-muted",
    "draft": "$text-warning",
    "review": "$text-primary",
    "approved": "$text-success",
}
"""A hint on top of the word."""


def due_day(meeting: Meeting, days: int) -> date:
    """The day by which a meeting's summaries are due: its own, else some days after it."""
    return meeting.deadline or meeting.days[-1] + timedelta(days=days)


def draw_meeting(
    entry: BoardMeeting, width: int, *, unfolded: bool, days: int, today: date
) -> Content:
    """Name, bar and progress, in `width` cells; due `days` after the meeting."""
    day, width = due_day(entry.meeting, days), min(width, WIDEST)
    done, total = entry.counts["approved"], entry.size
    size, gap = (13, "  ") if width >= 90 else (6, " ")
    full = size * done // total if total else 0
    name = render.line(("− " if unfolded else "+ ") + entry.meeting.name, "bold")
    bar = render.join(("█" * full, "$text-success"), ("░" * (size - full), "$text-muted"))
    room = min(34, max(29 if width >= 70 else 24, width // 3))
    name = name.truncate(room, ellipsis=True, pad=True)
    left = width - room - size - 2 * len(gap)
    return render.join(name, gap, bar, gap, *_progress(entry, day, day < today, left))


def _progress(entry: BoardMeeting, day: date, late: bool, room: int) -> list[tuple[str, str]]:
    """How far a meeting is, in words that fit: the most important first."""
    counts, total = entry.counts, entry.size
    key = "approved" if room > 48 else "approved_short"
    words = say(f"tui.board.{key}", done=counts["approved"], n=total)
    if counts["approved"] == total:
        return [(words, "$text-success")]
    if counts["open"] == total:
        words = say("tui.board.untouched")
    due = say("tui.board.late" if late else "tui.board.due", day=format_date(day))
    parts = [(words, ""), (due, "$text-warning" if late else "")]
    if counts["review"]:
        parts.insert(1, (say("tui.board.in_review", n=counts["review"]), ""))
    shown: list[tuple[str, str]] = []
    for place, (text, style) in enumerate(parts):
        last = place == len(parts) - 1
        need = len(text) + (3 if shown else 0)
        if need <= room - (0 if last else len(due) + 3) or not shown:
            shown += [(" · ", ""), (text, style)] if shown else [(text, style)]
            room -= need
    return shown


def draw_item(line: BoardItem, person: str, width: int, *, wrap: bool = False) -> Content:
    """Label, title, status and who, in `width` cells; `person` is the user.

    With `wrap` the title goes on below itself where it is long.
    """
    width = min(width, WIDEST)
    status = say(f"common.status.{line.status}")
    if line.error:
        status = say("tui.board.unreadable")
    elif line.stale:
        stale = say("common.status.stale")
        status = f"{status}, {stale}" if width >= 90 else stale
    if line.proposers:
        decide = say("tui.board.to_decide")
        status = f"{status}, {decide}" if width >= 90 else decide
    style = "$text-error" if line.error else STATUS_STYLES[line.status]
    fields = [
        (render.line(line.item.label, "$text-muted"), 7),
        (render.line(line.item.title), 0),
        (render.line(status, style), 25 if width >= 110 else 15),
    ]
    if width >= 70:
        size = 24 if width >= 110 else 18 if width >= 90 else 16
        fields.append((render.line(_who(line, person), "$text-muted"), size))
    return render.cells(width, *fields, wrap=wrap)


def _who(line: BoardItem, person: str) -> str:
    """Whose turn it is, or who did it."""
    if line.uncounted:
        return say("tui.board.uncounted", who=line.uncounted)
    if line.status == "review" and line.reviewer not in ("", person):
        return say("tui.board.for_other", who=line.written_by, to=line.reviewer)
    if line.status == "review" and line.written_by not in ("", person):
        return say("tui.board.for_you", who=line.written_by)
    if line.status in ("open", "draft") and line.assigned:
        return say("tui.you") if line.assigned == person else line.assigned
    who = line.approved_by or line.claim or line.written_by
    return say("tui.you") if who and who == person else who or "–"
