"""Rows of the chapters before and after the items."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One line of the overview."""

    key: str
    label: str
    title: str
    outcome: str
    own: str
    change: str
    objections: str = ""
    """Who is against or has doubts, as a phrase."""
    suggested: bool = False
    own_more: str = ""
    """How many more positions the own government has, in words."""
    change_more: str = ""
    """How many more changes there are, in words."""
    language: str = ""
    """ISO 639-1 code of the outcome, where it is another than the briefing's."""
    undecided: str = ""
    """That nothing was decided, in words, where the outcome is only the view of one actor."""

    @property
    def told(self) -> str:
        """The outcome, after the words that nothing was decided where that is so."""
        return f"{self.undecided} {self.outcome}".strip()

    @property
    def name(self) -> str:
        """Label and title, with a star where the item is a proposal."""
        return f"{self.label} {self.title}".strip() + ("*" if self.suggested else "")


@dataclass(frozen=True, slots=True)
class Highlight:
    """One of the changes that matter most, as a sentence around the name of its item."""

    key: str
    """Key of the item."""
    before: str
    name: str
    """Label and title of the item, as in the sentence."""
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.name}{self.after}"


@dataclass(frozen=True, slots=True)
class Undiscussed:
    """A topic of the earlier meeting that did not come back."""

    topic: str
    was: str
    """Where it stood then, such as `JBZ 4 en 5 december 2023, II.3`."""
    positions: str = ""
    """Who held which position then, in words."""
