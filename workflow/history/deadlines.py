"""The day before which a meeting's summaries are due, kept in its `meeting.toml`."""

import re
from datetime import date

from workflow.history.durable import read_file
from workflow.history.messages import Message, subject, trailers_of
from workflow.history.places import file_path
from workflow.history.repository import History
from workflow.history.saved import Saved, language_of, save_files
from workflow.languages import format_date, say_in
from workflow.summaries.meetingfile import parse_meeting, render_meeting
from workflow.summaries.model import Meeting
from workflow.summaries.workspace import MEETING_FILE, Workspace

_LINE = re.compile(r"^deadline\s*=.*\n", re.MULTILINE)
_PLACE = re.compile(r"^source\s*=", re.MULTILINE)


def set_deadline(
    workspace: Workspace, history: History, meeting: Meeting, day: date | None
) -> Saved:
    """Save the deadline as one commit; None goes back to the usual number of days.

    Only that line of the file changes, whatever else people wrote into it.
    """
    path = file_path(workspace, meeting, MEETING_FILE)
    content = read_file(history.top, history.in_repository(path))
    old = content.decode() if content is not None else render_meeting(meeting)
    new = _LINE.sub("", old)
    if day is not None:
        new = _PLACE.sub(f"deadline = {day.isoformat()}\nsource =", new, count=1)
    parse_meeting(new, meeting.id, where=path)
    language = language_of(workspace, meeting)
    shown = format_date(day, language) if day else ""
    words = say_in(
        language, "history.subject.deadline" if day else "history.subject.no_deadline", day=shown
    )
    message = Message(subject(meeting, None, words), "", trailers_of(meeting, None, "deadline"))
    return save_files(history, {path: new.encode()}, message, {path: old})
