"""What a comparison is made of, as plain facts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from workflow.comparison.moved import text_changes
from workflow.comparison.sentences import SentenceChange
from workflow.comparison.words import Change, similarity
from workflow.positions.model import Attribution, family_of, is_group
from workflow.report.model import Report
from workflow.summaries.model import Meeting, Summary

KINDS = (
    "reversed",
    "firmer",
    "softer",
    "broader",
    "narrower",
    "new",
    "dropped",
    "reworded",
    "unchanged",
)
"""The kinds of change, those that matter most first."""

SIGNS = {
    "new": "+",
    "dropped": "−",
    "reversed": "!",
    "firmer": "»",
    "softer": "«",
    "broader": "›",
    "narrower": "‹",
    "reworded": "~",
    "unchanged": "=",
}
"""A sign for each kind; it always stands beside the word."""

T = TypeVar("T")

ONE_TEXT_FROM = 0.6
"""Share of common words from which two texts are shown as one with marks. Measured."""


@dataclass(frozen=True, slots=True)
class MeetingSide:
    """Everything about one meeting that a comparison looks at."""

    meeting: Meeting
    report: Report
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    """By slug; an item without an entry has no summary yet."""
    attributions: Mapping[str, tuple[Attribution, ...]] = field(default_factory=dict)
    """What the program found in each item, by slug."""
    version: str = ""
    """An earlier version of the meeting's texts, in words; empty for the texts of now."""
    lacking: Mapping[str, str] = field(default_factory=dict)
    """What the meeting discussed and the version has not, by slug: `approved` for what nobody
    had approved then, `sent` for what nobody had written."""

    @property
    def name(self) -> str:
        """How people call it: the meeting, and the version if it is not that of now."""
        return f"{self.meeting.name} ({self.version})" if self.version else self.meeting.name

    @property
    def day(self) -> date:
        """The first day of the meeting; the first day of all for one without a date."""
        return self.meeting.days[0] if self.meeting.days else date.min


@dataclass(frozen=True, slots=True)
class Stand:
    """One actor's statement on one item."""

    actor: str
    """Actor id, such as `nederland` or `lidstaten:meeste`."""
    stance: str
    text: str
    """What staff wrote, or the source sentence."""
    evidence: tuple[int, ...] = ()
    """Numbers of the source sentences."""
    strength: int = 0
    """Of the verb, from 1 to 4; 0 where none applies."""
    source: str = "suggestion"
    """`summary` for what staff confirmed, `suggestion` for what the program found."""
    essence: str = ""
    """The text without the words that name the actor: what is compared."""
    cue: str = ""
    """The words that carry the stance, where the program found them."""
    denied: str = ""
    """The stance that a word of denial turned into this one (`kon niet instemmen`), or empty."""
    co: bool = False
    """Named beside the speaker, as in `waaronder Nederland`."""
    slug: str = ""
    """The item that it stands in."""
    meeting: str = ""
    """Id of the meeting."""
    name: str = ""
    """The actor as the text writes it; empty where the text does not name it."""
    aside: bool = False
    """A further stance in a sentence that opens with another one."""
    mixed: bool = False
    """Its sentence is for a thing and has doubts as well."""
    presses: bool = False
    """Its sentence demands something as well, or will have no delay."""
    language: str = ""
    """The language of the report."""
    told: tuple[str, ...] = ()
    """Every stance that staff confirmed of its sentence, where there are more than one."""
    core: str = field(init=False, repr=False, compare=False)
    """The words to compare: the essence, or the text where there is none."""
    answers: dict[str, Any] = field(init=False, repr=False, compare=False)
    """What was asked of it before, see `asked_once`."""

    def __post_init__(self) -> None:
        """Set what is asked for most."""
        object.__setattr__(self, "core", self.essence or self.text)
        object.__setattr__(self, "answers", {})

    @property
    def family(self) -> str:
        """The actor without the size of the group: `lidstaten`."""
        return family_of(self.actor)

    @property
    def is_group(self) -> bool:
        """Whether the actor is some number of member states."""
        return is_group(self.actor)

    @property
    def quantifier(self) -> str:
        """The size of a group, such as `meeste`; empty for any other actor."""
        return self.actor.partition(":")[2] if self.is_group else ""


def asked_once(ask: Callable[[Stand], T]) -> Callable[[Stand], T]:
    """A question about one statement, whose answer is kept: it is asked again for each pair."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(stand: Stand) -> T:
        answers: dict[str, T] = stand.answers
        if name in answers:
            return answers[name]
        return answers.setdefault(name, ask(stand))

    return answer


def either_way(older: Stand, newer: Stand) -> tuple[tuple[Stand, Stand], tuple[Stand, Stand]]:
    """Two statements in both orders: many rules ask one thing of one and another of the other."""
    return (older, newer), (newer, older)


@dataclass(frozen=True, slots=True)
class PositionChange:
    """What became of one actor's statement."""

    actor: str
    """The actor's family."""
    kind: str
    older: Stand | None
    newer: Stand | None
    style: bool = False
    """Possibly no more than another way of saying the same."""
    reasons: tuple[str, ...] = ()
    """Keys of the reasons, such as `stance` or `rank`, most important first."""
    silent: bool = False
    """The actor says nothing at all on the topic any more (only with `dropped`)."""

    @property
    def name(self) -> str:
        """The actor as the texts write it, the newer one first; empty where they do not."""
        return next((side.name for side in (self.newer, self.older) if side and side.name), "")

    @property
    def similarity(self) -> float:
        """Share of words that both texts have in common in one order, from 0 to 1."""
        return similarity(self.older.core, self.newer.core) if self.older and self.newer else 0.0

    @property
    def is_one_text(self) -> bool:
        """Whether the texts are so close that one with marks tells more than both."""
        if not self.older or not self.newer:
            return False
        return self.similarity >= ONE_TEXT_FROM or any(sign == ">" for sign, _ in self.words)

    @property
    def words(self) -> tuple[Change, ...]:
        """The differences between the two texts; looked for when they are asked for."""
        return text_changes(
            self.older.text if self.older else "", self.newer.text if self.newer else ""
        )


@dataclass(frozen=True, slots=True)
class ItemRef:
    """An item of one of the two meetings."""

    meeting: str
    slug: str
    label: str
    title: str
    sentences: tuple[int, ...] = ()
    """Numbers of the sentences that are meant; empty for the whole item."""


@dataclass(frozen=True, slots=True)
class TopicComparison:
    """What changed on one topic."""

    topic: str
    """Id of the confirmed topic, or the slug of the item that it is about."""
    title: str
    older: tuple[ItemRef, ...]
    """The items of the older meeting; empty for a topic that it did not discuss."""
    newer: tuple[ItemRef, ...]
    """The items of the newer meeting; empty for a topic that is not discussed any more."""
    link: str
    """`confirmed` by a person, `suggested` by the program, or `none`."""
    score: float = 0.0
    """How much the items are about the same, from 0 to 1; 1 for a confirmed link."""
    reasons: tuple[str, ...] = ()
    """Why they are linked, in words."""
    changes: tuple[PositionChange, ...] = ()
    source: str = "suggestion"
    """`summary` if both sides were confirmed by staff, else `suggestion`."""
    versions: bool = False
    """Both sides are versions of one item, not items of two meetings."""
    sentences: tuple[SentenceChange, ...] = ()
    """What became of the summary's sentences (only with `versions`)."""
    lacking: str = ""
    """Why the older side has no items though they were discussed then: `approved` where nobody
    had approved them, `sent` where nobody had written them; else empty."""

    @property
    def discussed(self) -> str:
        """`both`, or the only side that discussed the topic: `older` or `newer`."""
        if self.older and self.newer:
            return "both"
        return "older" if self.older else "newer"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two meetings beside one another."""

    older: Meeting
    newer: Meeting
    topics: tuple[TopicComparison, ...]
    older_name: str = ""
    """How people call the older side."""
    newer_name: str = ""
    """How people call the newer side."""

    @property
    def versions(self) -> bool:
        """Whether two versions of one meeting are compared."""
        return self.older.id == self.newer.id
