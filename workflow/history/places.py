"""Which file belongs to which item, with names checked before they become paths."""

import re

from workflow.errors import WorkflowError
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.structure import STRUCTURE_FILE
from workflow.summaries.workspace import MEETING_FILE, REPORT_FILE, Workspace

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\Z")
_SOURCE = re.compile(r"source\.[a-z0-9]{1,8}\Z")
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
LONGEST = 200
"""Most characters of a path in the workspace."""


def is_name(name: str) -> bool:
    """Whether a meeting or item can be named so."""
    return _NAME.match(name) is not None and name not in _DEVICES


def check_name(name: str) -> str:
    """The name of a meeting or item if it can be a file's; WorkflowError otherwise."""
    if not is_name(name):
        raise WorkflowError("history.errors.bad_name", name=name[:80])
    return name


def item_path(workspace: Workspace, meeting: Meeting, slug: str) -> str:
    """The file of an item, relative to the workspace."""
    check_name(meeting.id)
    return workspace.relative(workspace.summary_path(meeting, check_name(slug)))


def meeting_path(workspace: Workspace, meeting: Meeting | str) -> str:
    """The folder of a meeting, relative to the workspace."""
    check_name(meeting if isinstance(meeting, str) else meeting.id)
    return workspace.relative(workspace.meeting_folder(meeting))


def file_path(workspace: Workspace, meeting: Meeting, name: str) -> str:
    """A file in a meeting's folder, relative to the workspace."""
    if name not in (MEETING_FILE, REPORT_FILE, STRUCTURE_FILE) and not _SOURCE.match(name):
        check_name(name.removesuffix(".md"))
        if not name.endswith(".md"):
            raise WorkflowError("history.errors.bad_name", name=name[:80])
    return f"{meeting_path(workspace, meeting)}/{name}"


def entry_of(meeting: Meeting, slug: str) -> MeetingItem:
    """How the meeting lists an item; an item that it does not list gets its slug as title."""
    for entry in meeting.items:
        if entry.slug == slug:
            return entry
    return MeetingItem(slug, "", "", slug)
