"""What one looks for, and what was found."""

from dataclasses import dataclass

from workflow.search.words import Term

PLACES = ("title", "summary", "positions", "more", "source", "notes")
"""Where a line can stand, in the order in which hits there weigh."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which items count. An empty filter lets everything through."""

    councils: tuple[str, ...] = ()
    """Slugs of formations."""
    years: tuple[tuple[int, int], ...] = ()
    """First and last year of each period."""
    actors: tuple[str, ...] = ()
    """Actor ids; `lidstaten` stands for every group of member states."""
    stances: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    @property
    def by_position(self) -> bool:
        """Whether it matters who took which position."""
        return bool(self.actors or self.stances)


@dataclass(frozen=True, slots=True)
class Query:
    """What a user looks for."""

    terms: tuple[Term, ...] = ()
    filters: Filters = Filters()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an item that shows why it was found."""

    place: str
    """One of `PLACES`."""
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """Offsets of the words that were looked for."""
    sentence: int = 0
    """Number of the source sentence, where it is one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found."""

    meeting: str
    slug: str
    """Name of the item's file without `.md`; empty for introduction and results of a meeting."""
    label: str
    title: str
    council: str
    status: str
    topics: tuple[str, ...]
    score: float
    """Higher is better; comparable within one search only."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query."""

    hits: tuple[Hit, ...]
    """The best ones, best first."""
    total: int
    """How many items were found."""
