"""What somebody wants of a briefing."""

from dataclasses import dataclass

from workflow.briefing.tracking import Mode

Since = str
"""What changes are measured against; empty: the previous meeting, if there is one."""


@dataclass(frozen=True, slots=True)
class Order:
    """A briefing as it is asked for."""

    meeting: str = ""
    """Id of the meeting; empty where it is about a topic."""
    items: tuple[str, ...] = ()
    """Labels or slugs; none: the whole meeting."""
    topic: str = ""
    """A topic over all meetings, in the place of a meeting."""
    since: Since = ""
    mode: Mode = "clean"
    approved_only: bool = False
    template: str = ""
    """Path of a house template; empty: that of the settings, if any."""
