"""From a workspace to what a comparison looks at."""

from workflow.comparison.model import MeetingSide
from workflow.errors import WorkflowError
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.workspace import Workspace


def meeting_side(workspace: Workspace, meeting: Meeting) -> MeetingSide:
    """Everything about one meeting; an item whose file cannot be read counts as not written."""
    summaries: dict[str, Summary] = {}
    for entry in meeting.items:
        try:
            summaries[entry.slug] = workspace.load(meeting, entry.slug).summary
        except WorkflowError:
            continue
    return MeetingSide(
        meeting=meeting,
        report=workspace.report(meeting),
        summaries=summaries,
        attributions={
            entry.slug: workspace.attributions(meeting, entry.slug) for entry in meeting.items
        },
    )


def previous_meeting(workspace: Workspace, meeting: Meeting) -> Meeting | None:
    """The last meeting of the same council before this one, or None."""
    earlier = [
        other
        for other in workspace.meetings()
        if other.council == meeting.council and other.days < meeting.days
    ]
    return max(earlier, key=lambda other: other.days, default=None)
