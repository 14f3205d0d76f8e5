"""How promises and next steps stand, and in which order they are shown."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol, TypeVar

from workflow.comparison.model import ItemRef, MeetingSide
from workflow.report.model import Item
from workflow.summaries.model import Meeting, MeetingItem

OPEN, OVERDUE, DONE, GONE = "open", "overdue", "done", "withdrawn"
ORDER = (OVERDUE, OPEN, DONE, GONE)
"""The states, those first that need somebody to act."""
PAST = "past"
"""How a step of which only the day has passed stands: it counts as overdue and may not be late."""
SHOWN = (OVERDUE, PAST, OPEN, DONE, GONE)
"""What one can ask to see; what only has its day behind it is asked for apart from what is late."""

SourceItem = Callable[[Meeting, str], Item]
"""The item of a meeting with that slug, with its references, as the workspace gives it."""


class _Followed(Protocol):
    """What a promise and a next step have in common."""

    @property
    def state(self) -> str: ...
    @property
    def due(self) -> date | None: ...


T = TypeVar("T", bound=_Followed)


def ranked(entries: Iterable[T]) -> tuple[T, ...]:
    """Those first that need somebody to act, then by due day; else in the order given."""
    return tuple(sorted(entries, key=lambda each: (ORDER.index(each.state), each.due or date.max)))


def state_of(done: ItemRef | None, due: date | None, today: date) -> str:
    """The state of what was done in that item, or is due on that day."""
    if done:
        return DONE
    return OVERDUE if due and due < today else OPEN


def item_ref(side: MeetingSide, entry: MeetingItem) -> ItemRef:
    """An item of a meeting, as everything refers to it."""
    return ItemRef(side.meeting.id, entry.slug, entry.label, entry.title)
