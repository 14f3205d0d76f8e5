"""What a briefing contains, as plain data that every writer can set out.

A briefing holds words only: actors by the name that readers know, stances as they are written,
dates in words. Nothing in it depends on the form in which it goes out.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from workflow.briefing.chapters import Highlight, OverviewRow, Undiscussed
from workflow.text import capital, shorten

Form = Literal["docx", "md", "html"]
"""The forms in which a briefing can be written."""

LONGEST_HEADING = 150
"""Characters of a heading; a longer title is cut there and stands whole below it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Who changed something and when, as the history knows it."""

    author: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who made the briefing, when and from what: always handed in, never from a clock."""

    authors: tuple[str, ...] = ()
    made: datetime | None = None
    """Moment of the last change that it holds; None: the end of the meeting is taken."""
    organisation: str = ""
    commit: str = ""
    """Version of the history that it was made from."""
    source_url: str = ""
    """Where the report is published, or empty."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """How an actor's position changed, or a line of the text where `field` names one.

    `kind` is one of the kinds of the comparison: new, dropped, reversed, firmer, softer,
    broader, narrower, reworded, unchanged; or `not_approved` or `not_sent`, without an actor, for
    an item that was discussed then and that the version of then lacks.
    """

    topic: str
    actor: str
    """The actor's name now, or then where it said nothing now."""
    kind: str
    older: str = ""
    newer: str = ""
    older_stance: str = ""
    """Key of the stance, such as `oppose`."""
    newer_stance: str = ""
    evidence: tuple[int, ...] = ()
    """Sentences of the newer report."""
    item: str = ""
    """Slug of the item of the newer meeting; empty for what was not discussed any more."""
    older_actor: str = ""
    """The actor's name then, where it was another, such as another group of states."""
    older_item: str = ""
    """Label of the item then, such as `II.1`."""
    style: bool = False
    """Only the manner of saying changed."""
    partly: bool = False
    """The position is gone, but the actor still says other things on the topic."""
    besides: bool = False
    """The actor said other things on the topic then already."""
    suggested: bool = False
    """Found by the program; nobody confirmed it yet."""
    actor_id: str = ""
    """Id of the actor, where it is known: names can be written in more than one way."""
    older_stances: tuple[str, ...] = ()
    """Every stance of the sentence then, where it took more than one."""
    older_language: str = ""
    """ISO 639-1 code of the meeting then; empty where nobody needs to know."""
    newer_language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or a cell of a table, with what hangs on it."""

    text: str
    evidence: tuple[int, ...] = ()
    """Numbers of the source sentences of its item."""
    notes: tuple[int, ...] = ()
    """Numbers of the footnotes whose marks it bears; a footnote has one place only."""
    language: str = ""
    """ISO 639-1 code where it is another than the briefing's."""
    older: str | None = None
    """The wording that it replaces: None where changes are not tracked, empty where new."""
    revision: Revision | None = None
    """Whose change it is, where `older` is given."""

    @property
    def is_new(self) -> bool:
        """Whether the whole line is an insertion."""
        return self.older == "" and bool(self.text)

    @property
    def is_dropped(self) -> bool:
        """Whether the whole line is a deletion."""
        return bool(self.older) and not self.text

    @property
    def is_changed(self) -> bool:
        """Whether it bears a tracked change."""
        return self.older is not None and self.older != self.text

    def capitalised(self) -> "Line":
        """The same line as the start of a sentence."""
        older = self.older and capital(self.older)
        return replace(self, text=capital(self.text), older=older)


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One row of a table of positions."""

    actor: Line
    stance: Line
    """The stance in words."""
    position: Line
    own: bool = False
    """Whether the own government speaks."""
    objection: bool = False
    """Whether it is against, concerned or reserved."""
    actor_id: str = ""
    stance_key: str = ""
    stance_keys: tuple[str, ...] = ()
    """Every stance, where its sentence takes more than one."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its stances."""
        return self.stance_keys or (self.stance_key,)

    @property
    def is_new(self) -> bool:
        """Whether the whole row is an insertion."""
        return all(c.is_new or not c.text for c in self.cells) and self.actor.is_new

    @property
    def is_dropped(self) -> bool:
        """Whether the whole row is a deletion."""
        return all(c.is_dropped or not c.older for c in self.cells) and self.actor.is_dropped

    @property
    def cells(self) -> tuple[Line, Line, Line]:
        """Who, stance and position, in the order of the columns."""
        return self.actor, self.stance, self.position


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change since the earlier meeting or version, in words."""

    actor: str
    change: str
    """Kind of change, such as `omgeslagen`."""
    older: str
    """What it was, with its stance; empty where it is new."""
    newer: str
    evidence: tuple[int, ...] = ()
    kind: str = ""
    suggested: bool = False
    partly: bool = False
    """The position is gone, but the actor still says other things on the topic."""
    field: bool = False
    """`actor` names a part of the text, not an actor."""
    actor_id: str = ""
    older_actor: str = ""
    """The actor's name then, where it was another."""
    older_stance: str = ""
    """Key of the stance then, such as `oppose`."""
    newer_stance: str = ""
    older_language: str = ""
    """ISO 639-1 code of what was said then, where it is another than the briefing's."""
    newer_language: str = ""


@dataclass(frozen=True, slots=True)
class NextStepRow:
    """What happens next, and when."""

    when: Line
    line: Line
    state: str = ""
    """What came of it, in words; empty while it is still to come."""


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise to parliament."""

    key: str
    """Key of the item that it stands in."""
    label: str
    """Label of that item."""
    line: Line
    who: str = ""
    to_whom: str = ""
    debate: str = ""
    state: str = ""
    """How it stands and where it was discharged, in words."""
    older: "CommitmentRow | None" = None
    """What it was, where changes are tracked and it was there."""


@dataclass(frozen=True, slots=True)
class RemarkNote:
    """An open question of a colleague, shown in the margin."""

    text: str
    author: str = ""
    day: date | None = None
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the report, quoted as evidence."""

    number: int
    """Its number in the item."""
    text: str
    notes: tuple[int, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class ItemSection:
    """One agenda item."""

    key: str
    """Unique in the briefing, letters and digits only: writers make anchors of it."""
    slug: str
    label: str
    """How people cite it, such as `II.1`; empty in reports without numbers."""
    title: str
    status: str
    """Key of the status: open, draft, review or approved."""
    suggested: bool = False
    """The text is the program's proposal from the report; nobody has written one yet."""
    treatment: Line = Line("")
    """How the Council treated it, with the notes that hang on the title."""
    outcome: tuple[Line, ...] = ()
    """What was decided."""
    summary: tuple[Line, ...] = ()
    positions: tuple[PositionRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Names of the actors whose position stayed the same."""
    reworded: tuple[str, ...] = ()
    """Names of the actors that kept their stance in other words, with the same figures."""
    next_steps: tuple[NextStepRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    motions: tuple[Line, ...] = ()
    remarks: tuple[RemarkNote, ...] = ()
    quotes: tuple[Quote, ...] = ()
    """The source sentences that the section refers to, in order."""
    stale: bool = False
    """The report changed since the text was written."""
    unsaid: bool = False
    """No position was found in the report, and nobody has decided anything."""
    language: str = ""
    """ISO 639-1 code of the title where it is another than the briefing's."""
    place: str = ""
    """Its meeting and label, in words; only in a briefing about several meetings."""
    since: str = ""
    """What its changes are measured against, in words; empty: nothing is compared."""
    fresh: bool = False
    """Nobody had written anything in the version that it is measured against."""
    lacking: str = ""
    """Why that version lacks it though it was discussed: `not_approved` or `not_sent` of another
    meeting, `never_approved` of this one; else empty."""

    @property
    def cited(self) -> str:
        """How the briefing cites it, with the meeting where it is about several."""
        return self.place or self.label

    @property
    def full_heading(self) -> str:
        """Label and whole title."""
        return f"{self.label} {self.title}".strip()

    @property
    def heading(self) -> str:
        """Label and title, cut where a list of contents or a screen reader could not follow."""
        return shorten(self.full_heading, LONGEST_HEADING)


@dataclass(frozen=True, slots=True)
class PartSection:
    """A part of a meeting, or one meeting of a briefing on a topic."""

    id: str
    title: str
    items: tuple[ItemSection, ...]
    results: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Numeral and title; empty in a meeting without parts."""
        return shorten(f"{self.id} {self.title}".strip(), LONGEST_HEADING)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note of the report."""

    number: int
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole document."""

    kind: Literal["meeting", "selection", "topic"]
    language: str
    """ISO 639-1 code."""
    title: str
    facts: tuple[tuple[str, str], ...]
    """Label and value of each line of the title block."""
    concept: bool
    """Whether anything in it is not approved yet."""
    approved: int
    """Number of approved items."""
    own_government: str
    """Its name in words."""
    imprint: Imprint
    ended: date
    """Last day of the (last) meeting."""
    parts: tuple[PartSection, ...] = ()
    overview: tuple[OverviewRow, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    """The changes that matter most, the most telling first."""
    more_changes: int = 0
    """Telling changes beyond those."""
    footnotes: tuple[Footnote, ...] = ()
    undiscussed: tuple[Undiscussed, ...] = ()
    timeline: tuple[tuple[str, ...], ...] = ()
    """Who said what at which meeting, the headings first; only in a briefing about a topic."""
    since: str = ""
    """What the changes are measured against, in words; empty: nothing is compared."""
    source: str = ""
    """File name of the report."""
    meetings: tuple[str, ...] = ()
    """Ids of the meetings it is about, in order."""
    previous_known: bool = False
    """Whether there was an earlier meeting to compare with."""
    left_out: tuple[str, ...] = ()
    """Labels and titles of the meeting's items that it does not show."""
    approved_only: bool = False
    """Whether those were left out because nobody has approved them yet."""

    @property
    def items(self) -> tuple[ItemSection, ...]:
        """Every item, in order."""
        return tuple(item for part in self.parts for item in part.items)

    @property
    def commitments(self) -> tuple[CommitmentRow, ...]:
        """Every promise to parliament that stands, in order."""
        rows = (row for item in self.items for row in item.commitments)
        return tuple(row for row in rows if not row.line.is_dropped)

    @property
    def made(self) -> datetime:
        """Moment of the last change that it holds, or the end of the meeting."""
        if self.imprint.made:
            return self.imprint.made
        return datetime(self.ended.year, self.ended.month, self.ended.day)

    def with_items(self, items: dict[str, ItemSection]) -> "Briefing":
        """The same briefing in which items were replaced, by key."""
        return replace(
            self,
            parts=tuple(
                replace(part, items=tuple(items.get(each.key, each) for each in part.items))
                for part in self.parts
            ),
        )
