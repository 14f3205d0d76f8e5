"""Reports on their way in: read, planned, written, and their structure corrected later."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.languages import current, labels, say
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
) -> "NewMeeting | Reissue":
    """The meeting that an import would make, or what a newer version of its report changes.

    Nothing is written. `corrected` says that somebody changed the structure, which is then kept
    with the meeting.
    """
    from workflow.summaries.importing import plan_import
    from workflow.summaries.reissue import plan_reissue

    workspace, content = desk.workspace, path.read_bytes()
    new = plan_import(
        report, path, content, settings=workspace.settings, council=council, corrected=corrected
    )
    if new.meeting.id not in workspace.meeting_ids():
        return new
    return plan_reissue(workspace, report, path, content, council=council, corrected=corrected)


def councils(desk: "Desk", language: str) -> tuple[tuple[str, str], ...]:
    """Slug and name of each council formation, those of the workspace among them."""
    from workflow.report.structure.words import council_names
    from workflow.summaries.meetings import council_slug

    found = {council_slug(short): short for short in council_names(language).short.values()}
    whole = labels(current(), "briefing.councils")
    for meeting in desk.workspace.meetings():
        found.setdefault(meeting.council, meeting.council.upper())
    named = (
        (key, f"{name} · {whole[key]}" if whole.get(key, name) != name else name)
        for key, name in found.items()
    )
    return tuple(sorted(named, key=lambda entry: found[entry[0]].casefold()))


def write(desk: "Desk", new: "NewMeeting | Reissue") -> str:
    """Add the meeting, or the newer version of its report, as one commit; returns its id."""
    from workflow.history.actions import import_meeting
    from workflow.summaries.importing import NewMeeting

    if isinstance(new, NewMeeting):
        import_meeting(desk.workspace, desk.history(), new.meeting, new.files)
        return new.meeting.id
    return reissue(desk, new)


def written_words(new: "NewMeeting | Reissue") -> str:
    """What was done, once it is written."""
    from workflow.summaries.importing import NewMeeting

    name = new.meeting.name
    if isinstance(new, NewMeeting):
        return say("tui.import.done", meeting=name, items=len(new.meeting.items))
    return say("tui.import.reissued", meeting=name, n=len(new.changes))


def newer_words(new: "Reissue") -> str:
    """That the meeting is there already, and in how many items the newer version differs."""
    name = new.meeting.name
    if not new.changes:
        return say("tui.import.newer_same", meeting=name)
    return say("tui.import.newer", meeting=name, n=len(new.changes))


def reissue(desk: "Desk", new: "Reissue", what: str = "reissued") -> str:
    """Put a newer version of a report in the place of the old one; returns the meeting's id."""
    from workflow.history.actions import reissue_meeting

    count = len(new.changes)
    reissue_meeting(desk.workspace, desk.history(), new.meeting, new.files, count, what)
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
    return reissue(desk, new, "restructured")
