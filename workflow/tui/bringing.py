"""Reports on their way in: read, planned, written, and their structure corrected later."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.languages import current, say
from workflow.report.model import Report
from workflow.tui.progress import Progress

if TYPE_CHECKING:
    from workflow.summaries.importing import NewMeeting
    from workflow.summaries.reissue import Reissue
    from workflow.tui.desk import Desk


def read(desk: "Desk", path: Path, _: Progress) -> Report:
    """A report file as a report; nothing is written."""
    return desk.read_report(path)


def plan(
    desk: "Desk", report: Report, path: Path, council: str = "", *, corrected: bool = False
) -> "NewMeeting":
    """The meeting that an import would make; nothing is written.

    `corrected` says that somebody changed the structure, which is then kept with the meeting.
    """
    from workflow.summaries.importing import plan_import

    settings = desk.workspace.settings
    content = path.read_bytes()
    return plan_import(
        report, path, content, settings=settings, council=council, corrected=corrected
    )


def import_meeting(desk: "Desk", new: "NewMeeting") -> str:
    """Add the meeting as one commit; returns its id."""
    from workflow.history.actions import import_meeting

    import_meeting(desk.workspace, desk.history(), new.meeting, new.files)
    return new.meeting.id


def imported_before(desk: "Desk", paths: Sequence[Path]) -> Mapping[Path, str]:
    """The names of the meetings as which some of these files were brought in before."""
    from workflow.summaries.importing import imported_files

    found = imported_files(desk.workspace, paths)
    return {path: meeting.name for path, meeting in found.items()}


def whose_words(desk: "Desk", report: Report) -> str:
    """A sentence on whose report it is, where that is not the house's own; else empty."""
    from workflow.positions.actors import actor_name
    from workflow.positions.whose import other_government

    own = desk.workspace.settings.own_government
    other = other_government(report, own)
    if not other:
        return ""
    names = {"who": actor_name(other, current()), "own": actor_name(own, current())}
    return say("tui.import.whose", **names)


def standing_report(desk: "Desk", meeting_id: str) -> Report:
    """The report of a meeting, as it was read and perhaps corrected."""
    return desk.workspace.report(desk.workspace.meeting(meeting_id))


def plan_structure(desk: "Desk", meeting_id: str, report: Report) -> "Reissue":
    """What a corrected structure would change; nothing is written."""
    from workflow.summaries.reissue import plan_structure

    return plan_structure(desk.workspace, desk.workspace.meeting(meeting_id), report)


def save_structure(desk: "Desk", new: "Reissue") -> str:
    """Write a corrected structure as one commit; returns the meeting's id."""
    from workflow.history.actions import reissue_meeting

    count = len(new.changes)
    history = desk.history()
    reissue_meeting(desk.workspace, history, new.meeting, new.files, count, "restructured")
    return new.meeting.id
