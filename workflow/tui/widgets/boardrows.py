"""What a line of the board says: a meeting with its progress, an item with whose turn it is."""

from datetime import timedelta

from textual.content import Content

from workflow.languages import format_date, say
from workflow.summaries.board import BoardItem, BoardMeeting
from workflow.tui import render

STATUS_STYLES = {
    "open": "$text-muted",
    "draft": "$text-warning",
    "review": "$text-primary",
    "approved": "$text-success",
}
"""A hint on top of the word."""


def draw_meeting(entry: BoardMeeting, unfolded: bool, deadline_days: int, width: int) -> Content:
    """Name, bar and progress, in `width` cells."""
    done, total = entry.counts["approved"], len(entry.items)
    size = 13 if width >= 90 else 6
    full = round(size * done / total) if total else 0
    name = render.line(("▾ " if unfolded else "▸ ") + entry.meeting.name, "bold")
    bar = render.join(("█" * full, "$text-success"), ("░" * (size - full), "$text-muted"))
    room = min(34, max(24, width // 3))
    name = name.truncate(room, ellipsis=True, pad=True)
    return render.join(name, "  ", bar, "  ", _progress(entry, deadline_days))


def _progress(entry: BoardMeeting, deadline_days: int) -> tuple[str, str]:
    """How far a meeting is, in words, and a style for them."""
    counts, total = entry.counts, len(entry.items)
    words = say("tui.board.approved", done=counts["approved"], n=total)
    if counts["approved"] == total:
        return words, "$text-success"
    if counts["open"] == total:
        words = say("tui.board.untouched")
    elif counts["review"]:
        words += " · " + say("tui.board.in_review", n=counts["review"])
    meeting = entry.meeting
    day = meeting.deadline or meeting.days[-1] + timedelta(days=deadline_days)
    return words + " · " + say("tui.board.due", day=format_date(day)), ""


def draw_item(line: BoardItem, person: str, width: int) -> Content:
    """Label, title, status and who, in `width` cells; `person` is the user."""
    status = say(f"common.status.{line.status}")
    if line.error:
        status = say("tui.board.unreadable")
    elif line.stale:
        status += f", {say('common.status.stale')}"
    style = "$text-error" if line.error else STATUS_STYLES[line.status]
    fields = [
        (render.line(line.item.label, "$text-muted"), 7),
        (render.line(line.item.title), 0),
        (render.line(status, style), 15),
    ]
    if width >= 70:
        fields.append((render.line(_who(line, person), "$text-muted"), 18 if width >= 90 else 12))
    return render.cells(width, *fields)


def _who(line: BoardItem, person: str) -> str:
    """Whose turn it is, or who did it."""
    if line.status == "review" and line.written_by not in ("", person):
        return say("tui.board.for_you", who=line.written_by)
    who = line.approved_by or line.claim or line.written_by
    return say("tui.you") if who and who == person else who or "–"
