"""What a meeting can be compared with: the standard moments, and every other meeting."""

from collections.abc import Callable

from workflow.languages import say
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker

MOMENTS = ("meeting", "approved", "sent")
"""The previous meeting, the last approved version, the last briefing sent."""


def since_words(screen: DeskScreen, since: str) -> str:
    """How people call a moment, or the meeting with that id."""
    if since in MOMENTS:
        return say(f"tui.{screen.CONTEXT}.since_{since}")
    return screen.app.desk.workspace.meeting(since).name


def pick_since(
    screen: DeskScreen, newer: str, present: str, then: Callable[[str | None], None]
) -> None:
    """Ask what the meeting `newer` is to be compared with; None for no answer."""
    choices = [Choice(since, since_words(screen, since)) for since in MOMENTS]
    choices += [
        Choice(meeting.id, meeting.name, meeting.council)
        for meeting in screen.app.desk.workspace.meetings()
        if meeting.id != newer
    ]

    def chosen(since: object) -> None:
        then(since if isinstance(since, str) else None)

    screen.app.push_screen(Picker(say("tui.compare.older"), choices, select=present), chosen)
