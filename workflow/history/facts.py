"""Facts of a meeting that people set after it was imported, kept in its `meeting.toml`."""

import re
from datetime import date

from workflow.errors import WorkflowError
from workflow.history.durable import read_file
from workflow.history.messages import Message, subject, trailers_of
from workflow.history.places import file_path
from workflow.history.repository import History
from workflow.history.saved import Saved, save_files
from workflow.languages import format_date, say_in
from workflow.summaries.meetingfile import is_address, parse_meeting, render_meeting
from workflow.summaries.model import Meeting
from workflow.summaries.workspace import MEETING_FILE, Workspace

_PLACE = re.compile(r"^source\s*=", re.MULTILINE)


def set_deadline(
    workspace: Workspace, history: History, meeting: Meeting, day: date | None
) -> Saved:
    """Save the deadline as one commit; None goes back to the usual number of days."""
    shown = format_date(day, workspace.language_of(meeting)) if day else ""
    key = "deadline" if day else "no_deadline"
    value = day.isoformat() if day else ""
    return _save(workspace, history, meeting, ("deadline", value), key, shown)


def set_source(workspace: Workspace, history: History, meeting: Meeting, address: str) -> Saved:
    """Save where the report is published as one commit; an empty text takes it out.

    Raises WorkflowError for what is no web address.
    """
    if address and not is_address(address):
        raise WorkflowError("history.errors.no_address", address=address)
    key = "source" if address else "no_source"
    value = f'"{address}"' if address else ""
    return _save(workspace, history, meeting, ("url", value), key, address)


def _save(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    line: tuple[str, str],
    words: str,
    shown: str,
) -> Saved:
    """Put a line with a name and a value into the file, or take it out, in one commit.

    Only that line of the file changes, whatever else people wrote into it.
    """
    name, value = line
    path = file_path(workspace, meeting, MEETING_FILE)
    content = read_file(history.top, history.in_repository(path))
    old = content.decode() if content is not None else render_meeting(meeting)
    new = re.sub(rf"(?m)^{name}\s*=.*\n", "", old)
    if value:
        new = _PLACE.sub(lambda found: f"{name} = {value}\n{found[0]}", new, count=1)
    parse_meeting(new, meeting.id, where=path)
    told = say_in(workspace.language_of(meeting), f"history.subject.{words}", day=shown)
    message = Message(subject(meeting, None, told), "", trailers_of(meeting, None, name))
    return save_files(history, {path: new.encode()}, message, {path: old})
