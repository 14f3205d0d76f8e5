"""What staff write about one item."""

from dataclasses import dataclass, replace

from workflow.summaries.meetings import STATUSES as STATUSES
from workflow.summaries.meetings import Meeting as Meeting
from workflow.summaries.meetings import MeetingItem as MeetingItem
from workflow.summaries.meetings import council_name as council_name


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence of the summary with the numbers of its source sentences."""

    text: str
    evidence: tuple[int, ...] = ()
    quoted: bool = False
    """Copied from the source and not yet edited."""


@dataclass(frozen=True, slots=True)
class Position:
    """What staff confirmed that an actor said."""

    actor: str
    """Actor id."""
    name: str
    """The actor as it stands in the file."""
    stance: str
    text: str
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """What happens next."""

    text: str
    when: str = ""
    """A date or a looser moment, as written."""
    evidence: tuple[int, ...] = ()
    discharged: bool = False
    """Somebody wrote down that it is done."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise to parliament."""

    text: str
    who: str = ""
    to_whom: str = ""
    debate: str = ""
    discharged: bool = False
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A colleague's comment or open question, on a source sentence or on the whole item."""

    text: str
    author: str = ""
    day: str = ""
    """ISO date, or empty."""
    resolved: bool = False
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that a person set aside, with the reason."""

    check: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """What somebody wrote while a colleague changed the same place: it waits for a decision.

    Versions are lines as they stand in the file; empty where there was none.
    """

    field: str
    """Name of the field of `Summary` that it is about."""
    author: str
    """Who wrote `mine`."""
    when: str
    """When that was saved: `2031-03-07 14:05`."""
    base: tuple[str, ...] = ()
    """What both started from."""
    shared: tuple[str, ...] = ()
    """What stood in the text when the proposal was made."""
    mine: tuple[str, ...] = ()
    """What the author wrote instead."""
    place: int = 0
    """Where in its list it would stand, from 0."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section that the program does not know, kept as it stands."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The editorial text of one item."""

    title: str
    language: str
    status: str = "open"
    topics: tuple[str, ...] = ()
    claim: str = ""
    """Who is working on it, or empty."""
    claimed: str = ""
    """Since when, as an ISO date; a claim runs out."""
    assigned: str = ""
    """Who is to write it, or empty."""
    reviewer: str = ""
    """Who was asked to review it, or empty."""
    deadline: str = ""
    """When it is due, as an ISO date, where that is not the meeting's own."""
    source: str = ""
    """Digest of the item's source sentences that the text was written on; see `is_stale`."""
    sentences: tuple[SummarySentence, ...] = ()
    positions: tuple[Position, ...] = ()
    rejected: tuple[Position, ...] = ()
    """Suggestions that staff refused; never suggested again."""
    next_steps: tuple[NextStep, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    remarks: tuple[Remark, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    proposals: tuple[OpenProposal, ...] = ()
    """What a person still has to decide about, after both sides changed the same place."""
    other: tuple[Section, ...] = ()
    extra: tuple[str, ...] = ()
    """Lines of the front matter that the program does not know."""
    unread: tuple[tuple[str, str], ...] = ()
    """Lines that could not be understood, each with the key of its section; kept as they are."""

    @property
    def words(self) -> int:
        """Number of words of the summary text."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written or decided anything yet."""
        return not (self.tells or self.rejected)

    @property
    def tells(self) -> bool:
        """Whether a reader has something of it: what was only refused tells nothing."""
        return bool(self.sentences or self.positions or self.next_steps or self.commitments)

    def with_status(self, status: str) -> "Summary":
        """The same summary in another state."""
        return replace(self, status=status)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says about a summary."""

    check: str
    """Name of the check, such as `figure` or `quantifier`."""
    severity: str
    """`error`, `warning` or `hint`."""
    message: str
    """One sentence in the language of the interface: what is wrong and why."""
    line: int = 0
    """The summary's sentence, from 1, or 0 where the finding is about the whole."""
    words: str = ""
    """The words in the summary that it is about; also its key when it is dismissed."""
    evidence: tuple[int, ...] = ()
    """The source sentences that show it."""
    replacement: str = ""
    """What would mend `words`, where the program knows."""
