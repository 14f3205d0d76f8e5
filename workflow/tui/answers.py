"""What the desk answers the screens with: plain facts, ready to be shown."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.positions.model import Attribution, Draft, Suggestion
    from workflow.report.model import Item
    from workflow.summaries.model import Meeting, MeetingItem, Summary


@dataclass(frozen=True)
class Opened:
    """One item with everything that its screen shows."""

    meeting: "Meeting"
    entry: "MeetingItem"
    item: "Item"
    summary: "Summary"
    text: str
    """The file's text, the base of an edit."""
    problems: tuple[str, ...]
    attributions: "tuple[Attribution, ...]"
    suggestions: "tuple[Suggestion, ...]"
    draft: "Draft"
    stale: bool = False


@dataclass(frozen=True)
class Standing:
    """Who has written and who has approved an item, as the history knows it."""

    writers: tuple[str, ...] = ()
    """Who changed the text since it was last approved, the newest first."""
    mine: bool = False
    """Whether the user is one of them, and so cannot approve it."""
    approved_by: str = ""
    before: str = ""
    """The text to compare with: as the user last saw it, else as it was last approved."""
    before_when: datetime | None = None
    before_seen: bool = False
    """Whether `before` is what the user last saw."""
    looked: frozenset[int] = frozenset()
    """Numbers of the source sentences that anybody here has had in sight."""


@dataclass(frozen=True)
class LeftOver:
    """Text that was typed and not saved."""

    summary: "Summary"
    """It joined with what stands there now."""
    text: str
    when: datetime
    """When it was typed."""
    since: tuple[str, ...] = ()
    """Who has changed the item since, where anybody did."""
    since_when: datetime | None = None
    moved: bool = False
    """Whether its evidence went along with a newer version of the report."""
    stale: bool = False
    """Whether it was not put beside the source as it is now."""
    asked: int = 0
    """In how many places both changed the same, so that somebody has to choose."""
    draft: str = ""
    """The name of its draft."""
    by_you: bool = False
    """Whether the first of those who changed it is the reader."""


@dataclass(frozen=True)
class Made:
    """What was written for the world outside."""

    path: Path
    notices: tuple[str, ...]
    briefing: Path | None = None
    """The Word document that it is about, where it is another file."""


@dataclass(frozen=True)
class Preview:
    """A briefing before it is written."""

    text: str
    """The briefing as Markdown."""
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Shared:
    """What sharing did, in words."""

    short: str
    """One line."""
    lines: tuple[str, ...]
    news: bool
    """Whether something came in or is to be decided, so that it is worth a look."""
    open: int = 0
    """Number of items in which something is left to decide."""
