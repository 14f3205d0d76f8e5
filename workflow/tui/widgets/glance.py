"""What a wide board says beside its list about the line under the cursor."""

from textual.content import Content

from workflow.languages import format_dates, say
from workflow.summaries.board import BoardMeeting
from workflow.summaries.meetings import MeetingItem, council_name
from workflow.summaries.model import Summary
from workflow.summaries.readable import counted
from workflow.tui import render
from workflow.tui.widgets.boardrows import STATUS_STYLES


def of_item(entry: MeetingItem, summary: Summary) -> Content:
    """Title, state, text, positions and open remarks of an item."""
    status = say(f"common.status.{summary.status}")
    parts = [
        render.join((f"{entry.label} ", "$text-muted"), (entry.title, "bold")),
        render.join((status, STATUS_STYLES[summary.status]), *_aside(summary)),
    ]
    if summary.sentences:
        parts += [Content(""), *(render.line(one.text) for one in summary.sentences)]
    if summary.positions:
        parts += [Content(""), render.label("tui.steps.positions_title", "bold")]
    for one in summary.positions:
        stance = say(f"common.stance.{one.stance}")
        parts.append(render.join("· ", one.name, (f" · {stance}", "$text-muted")))
    remarks = [remark for remark in summary.remarks if not remark.resolved]
    if remarks:
        parts += [Content(""), render.label("tui.contexts.remarks", "bold")]
    for remark in remarks:
        parts.append(render.join(("! ", "$text-warning"), f"{remark.author}: {remark.text}"))
    return render.lines(parts)


def _aside(summary: Summary) -> list[tuple[str, str]]:
    words = [counted("words", summary.words), *summary.topics]
    return [(f" · {each}", "$text-muted") for each in words]


def of_meeting(entry: BoardMeeting) -> Content:
    """What a meeting is, and how many of its items stand where."""
    meeting = entry.meeting
    facts = (council_name(meeting.council), format_dates(meeting.days), meeting.place)
    parts = [render.line(meeting.name, "bold")]
    parts += [render.line(fact, "$text-muted") for fact in facts if fact]
    parts.append(Content(""))
    for status, style in STATUS_STYLES.items():
        count = entry.counts[status]
        if count:
            parts.append(render.join(f"{count:>3}  ", (say(f"common.status.{status}"), style)))
    return render.lines(parts)
