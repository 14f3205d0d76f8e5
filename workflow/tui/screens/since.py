"""What a meeting can be compared with: the standard moments, and every other meeting."""

from collections.abc import Callable

from workflow.languages import say
from workflow.summaries.model import Meeting
from workflow.tui.desk import Desk
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker

MOMENTS = ("meeting", "approved", "sent")
"""The previous meeting, the last approved version, the last briefing sent."""


def since_words(screen: DeskScreen, since: str) -> str:
    """How people call a moment, or the meeting with that id."""
    if since in MOMENTS:
        return say(f"tui.{screen.CONTEXT}.since_{since}")
    return screen.app.desk.workspace.meeting(since).name


def _others(desk: Desk, newer: str) -> tuple[Meeting, ...]:
    """Every other meeting: earlier ones of the same council first, later ones last."""
    own = desk.workspace.meeting(newer)
    others = [each for each in desk.workspace.meetings() if each.id != newer]
    others.sort(key=lambda each: each.days, reverse=True)
    return tuple(sorted(others, key=lambda each: (each.days > own.days, each.body != own.body)))


def pick_since(
    screen: DeskScreen, newer: str, present: str, then: Callable[[str | None], None]
) -> None:
    """Ask what the meeting `newer` is to be compared with; None for no answer."""
    desk = screen.app.desk

    def chosen(since: object) -> None:
        then(since if isinstance(since, str) else None)

    def show(found: tuple[str | None, tuple[Meeting, ...]]) -> None:
        older, meetings = found
        moments = MOMENTS if older else MOMENTS[1:]
        choices = [Choice(since, since_words(screen, since)) for since in moments]
        choices += [Choice(meeting.id, meeting.name, meeting.council) for meeting in meetings]
        title = "older" if older or meetings else "nothing_older"
        picker = Picker(say(f"tui.compare.{title}"), choices, select=present)
        screen.app.push_screen(picker, chosen)

    # A thousand meetings take longer to read than a key may wait.
    screen.app.jobs.start(
        screen,
        lambda _: (desk.older_meeting(newer), _others(desk, newer)),
        group="meetings",
        then=show,
    )
