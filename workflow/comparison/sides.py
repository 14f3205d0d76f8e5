"""From a workspace to what a comparison looks at."""

from collections.abc import Iterator, Mapping

from workflow.comparison.model import MeetingSide
from workflow.errors import WorkflowError
from workflow.positions.model import Attribution
from workflow.report.model import Part
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.workspace import Workspace


class ItemAttributions(Mapping[str, tuple[Attribution, ...]]):
    """What the program finds in each item of a meeting, looked for when it is asked for.

    For one topic over many meetings: a whole report costs fifteen times as much as its item.
    """

    def __init__(self, workspace: Workspace, meeting: Meeting) -> None:
        self._workspace = workspace
        self._meeting = meeting
        self._found: dict[str, tuple[Attribution, ...]] = {}

    def __getitem__(self, slug: str) -> tuple[Attribution, ...]:
        if slug not in self._found:
            if slug not in self:
                raise KeyError(slug)
            self._found[slug] = self._find(slug)
        return self._found[slug]

    def __contains__(self, slug: object) -> bool:
        return any(entry.slug == slug for entry in self._meeting.items)

    def __iter__(self) -> Iterator[str]:
        return iter(entry.slug for entry in self._meeting.items)

    def __len__(self) -> int:
        return len(self._meeting.items)

    def _find(self, slug: str) -> tuple[Attribution, ...]:
        from workflow.positions.attribution import attribute

        report = self._workspace.report(self._meeting)
        alone = Part("", "", (self._workspace.item(self._meeting, slug),))
        return attribute(report.with_parts((alone,)), self._workspace.words_of(report))[0]


def meeting_side(workspace: Workspace, meeting: Meeting, *, whole: bool = True) -> MeetingSide:
    """Everything about one meeting; an item whose file cannot be read counts as not written.

    With `whole` False, only the items that are looked at are searched for attributions: for a
    timeline or a table over many meetings.
    """
    summaries: dict[str, Summary] = {}
    for entry in meeting.items:
        try:
            summaries[entry.slug] = workspace.load(meeting, entry.slug).summary
        except WorkflowError:
            continue
    attributions: Mapping[str, tuple[Attribution, ...]] = ItemAttributions(workspace, meeting)
    if whole:
        attributions = {
            entry.slug: workspace.attributions(meeting, entry.slug) for entry in meeting.items
        }
    return MeetingSide(meeting, workspace.report(meeting), summaries, attributions)


def previous_meeting(workspace: Workspace, meeting: Meeting) -> Meeting | None:
    """The last meeting of the same council before this one, or None."""
    earlier = [
        other
        for other in workspace.meetings()
        if other.body == meeting.body and other.days < meeting.days
    ]
    return max(earlier, key=lambda other: other.days, default=None)
