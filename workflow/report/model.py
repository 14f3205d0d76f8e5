"""What a report is, once read: parts, items, sentences and footnotes as plain facts.

All spans are pairs of character offsets `(start, end)` into `Report.source`, the text as it
was extracted from the file, before any repair.
"""

from dataclasses import dataclass, replace
from datetime import date

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of evidence."""

    number: int
    """Its place in the item, from 1: the 12 of `I.6 s12`."""
    text: str
    """One line, repaired, without note marks."""
    paragraph: int
    """Number of its paragraph within the item, from 0."""
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note, kept apart from the text."""

    mark: str
    """The mark as printed, such as `7`."""
    text: str
    sentence: int
    """Number, within the item, of the sentence that bears the mark; 0 for the title."""
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a sentence or a note refers to, in its normal form.

    Kinds and normal forms are those of the annotation guide: amount, count, ordinal, date,
    kamerstuk, document, act, toezegging, motie, person, future.
    """

    kind: str
    value: str
    text: str
    """The words as they stand in the sentence or note."""
    sentence: int = 0
    """Number of the sentence within the item, or 0 where `note` says which footnote."""
    note: str = ""
    """Mark of the footnote that holds it, if one does."""
    span: Span = (0, 0)
    rule: str = ""
    """Name of the rule that resolved it."""


@dataclass(frozen=True, slots=True)
class Result:
    """A bullet of a part's results block."""

    text: str
    span: Span = (0, 0)
    heading: str = ""
    """The subheading under which it stands, where results have subheadings."""
    footnotes: tuple[Footnote, ...] = ()
    """Notes whose marks it bears; their `sentence` is 0."""


@dataclass(frozen=True, slots=True)
class Item:
    """One agenda item. An introduction has neither number nor title."""

    number: str
    """As printed, without the part: `6`; empty in unnumbered reports."""
    title: str
    sentences: tuple[Sentence, ...]
    footnotes: tuple[Footnote, ...] = ()
    treatment: str = ""
    """How the Council treated it, such as `Algemene oriëntatie`, where the report says so."""
    references: tuple[Reference, ...] = ()
    span: Span = (0, 0)

    @property
    def is_introduction(self) -> bool:
        """Whether this is text before the first heading, for which no summary is written."""
        return not self.number and not self.title

    def sentence(self, number: int) -> Sentence | None:
        """The sentence with that number, or None."""
        return self.sentences[number - 1] if 0 < number <= len(self.sentences) else None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a meeting with its own item numbers."""

    id: str
    """The numeral, such as `II`, or an empty string."""
    title: str
    items: tuple[Item, ...]
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the reader could not make certain, for the user to look at."""

    line: int
    """Line of the extracted text, from 1; 0 where no line applies."""
    text: str
    """One sentence in the language of the interface."""


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one meeting."""

    language: str
    """ISO 639-1 code of the report's own language."""
    title: str
    council: str
    """The formation as people abbreviate it, such as `JBZ` or `Ecofin`; empty if not found."""
    dates: tuple[date, ...]
    """The days of the meeting in order; empty if not found."""
    parts: tuple[Part, ...]
    place: str = ""
    notices: tuple[Notice, ...] = ()
    layout: tuple[str, ...] = ()
    """The layout rules that fired, in order, each with its reason."""
    source: str = ""
    """The text as extracted from the file; empty in a report read back from `report.md`."""

    def items(self) -> tuple[tuple[Part, Item], ...]:
        """Every item with its part, in reading order, introductions included."""
        return tuple((part, item) for part in self.parts for item in part.items)

    def with_parts(self, parts: tuple[Part, ...]) -> "Report":
        """The same report with other parts."""
        return replace(self, parts=parts)
