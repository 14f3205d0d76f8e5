"""Which promise a later commitment is about, and what it does to that promise.

Words alone do not tell: a promise is known again by the member to whom it was made, the paper or
act that it is about, its topic and its day, and by what it says apart from the words of promising.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from workflow.comparison.acts import acts_in
from workflow.comparison.dues import last_day, last_days
from workflow.comparison.model import ItemRef
from workflow.comparison.tokens import plain, plain_words
from workflow.comparison.vectors import Vector, content_words, cosine, pieces_of, rarity, vector
from workflow.languages import LANGUAGES, data
from workflow.report.references.documents import find_documents
from workflow.summaries.model import Commitment

SAME_FROM = 0.45
"""Fit from which a later commitment is about an earlier one."""
BACK = 0.7
"""What counts of the share of a promise's words that come back where somebody refers to it."""
STEM = 6
"""Letters of a word by which it is known again."""
SAME_ACT, SAME_TOPIC, SAME_MEMBER, SAME_DAY = 0.35, 0.15, 0.15, 0.1
"""What each sign adds to the likeness of the words."""
LEAST_WORDS = 0.15
"""Likeness of the words below which no sign but a paper says that it is the same promise."""

REPEATED, EXTENDED, WITHDRAWN, DISCHARGED = "repeated", "extended", "withdrawn", "discharged"


@dataclass(frozen=True, slots=True)
class Said:
    """A commitment where an item has it."""

    ref: ItemRef
    commitment: Commitment
    source: str
    day: date
    language: str
    topics: frozenset[str] = frozenset()
    """The confirmed topics of its item."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a later item says of a promise."""

    ref: ItemRef
    effect: str
    """`repeated`, `extended`, `withdrawn` or `discharged`."""
    due: date | None = None
    """The new last day, where it has one."""
    evidence: tuple[int, ...] = ()


@dataclass(slots=True)
class Thread:
    """A promise and what was said of it since."""

    said: Said
    due: date | None
    mentions: tuple[Mention, ...] = ()
    latest: list[int] = field(default_factory=list)
    """Places of what was said of it, the promise itself first."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to be done."""
        ends = (DISCHARGED, WITHDRAWN)
        return self.said.commitment.discharged or any(m.effect in ends for m in self.mentions)


def followed(said: Sequence[Said]) -> tuple[Thread, ...]:
    """Every promise with what was said of it later; `said` has the oldest first.

    A promise that was kept or taken back is not gone on with: what comes after is a new one.
    """
    words = [_subject(each.commitment) for each in said]
    counts = [pieces_of(each) for each in words]
    weights = rarity(counts)
    of_text = [vector(each, weights) for each in counts]
    signs = [_Signs.of(each) for each in said]
    threads: list[Thread] = []
    for at, each in enumerate(said):
        fits = [
            (max(_fit(signs[old], signs[at], of_text[old], of_text[at]) for old in t.latest), -n)
            for n, t in enumerate(threads)
            if t.said.ref.meeting != each.ref.meeting and not t.is_closed
        ]
        best, place = max(fits, default=(0.0, 0))
        if best >= SAME_FROM:
            thread = threads[-place]
            _tell(thread, each)
            thread.latest.append(at)
        else:
            due = last_day(each.commitment.text, each.day, each.language)
            threads.append(Thread(each, due, latest=[at]))
    return tuple(threads)


def takes_back(said: Said) -> bool:
    """Whether a commitment says that what was promised lapses."""
    return _tells(said, "withdrawn")


def _tell(thread: Thread, said: Said) -> None:
    """Put what was said of a promise with it."""
    days = last_days(said.commitment.text, said.day, said.language)
    later = [day for day in days if day > (thread.due or date.min)]
    new = max(later) if later and thread.due else (days[0] if days and not thread.due else None)
    put_off = bool(days) and max(days) > said.day and _tells(said, "delayed")
    if said.commitment.discharged and not put_off:
        effect, new = DISCHARGED, None
    elif takes_back(said):
        effect, new = WITHDRAWN, None
    elif (new and thread.due) or _tells(said, "delayed"):
        effect = EXTENDED
    else:
        effect = REPEATED
    thread.due = new or thread.due
    mention = Mention(said.ref, effect, new, said.commitment.evidence)
    thread.mentions = (*thread.mentions, mention)


def _tells(said: Said, name: str) -> bool:
    text = f" {' '.join(plain_words(said.commitment.text))} "
    return any(f" {words} " in text for words in _ways(name, said.language))


@cache
def _ways(name: str, language: str) -> tuple[str, ...]:
    return tuple(" ".join(plain_words(words)) for words in data(language, "offers")[name])


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a promise is known again by, apart from its words."""

    members: frozenset[str]
    papers: frozenset[str]
    acts: frozenset[str]
    topics: frozenset[str]
    due: date | None
    stems: frozenset[str]
    """The beginnings of the words that say what is promised."""
    back: bool
    """It refers to a promise: that it was kept, lapses or comes later."""

    @classmethod
    def of(cls, said: Said) -> "_Signs":
        """What a commitment is recognised by."""
        text = f"{said.commitment.text} {said.commitment.debate}"
        return cls(
            frozenset(re.findall(r"\b[^\W\d_a-zß-ÿ]\w+", said.commitment.to_whom)),
            frozenset(hit.value for hit in find_documents(text)),
            acts_in(text),
            said.topics,
            last_day(said.commitment.text, said.day, said.language),
            frozenset(word[:STEM] for word in _subject(said.commitment)),
            said.commitment.discharged or takes_back(said) or _tells(said, "delayed"),
        )


def _fit(old: _Signs, new: _Signs, old_text: Vector, new_text: Vector) -> float:
    """How well a later commitment fits a promise; 0 where a sign speaks against it."""
    if old.members and new.members and old.members.isdisjoint(new.members):
        return 0.0
    if old.papers & new.papers:
        return 1.0
    for one, other in ((old.papers, new.papers), (old.acts, new.acts)):
        if one and other and one.isdisjoint(other):
            return 0.0
    fit = cosine(old_text, new_text)
    if new.back:
        fit = max(fit, BACK * len(old.stems & new.stems) / max(1, len(old.stems)))
    acts = old.acts & new.acts
    if fit < LEAST_WORDS and not acts:
        return fit
    fit += SAME_ACT * bool(acts) + SAME_TOPIC * bool(old.topics & new.topics)
    fit += SAME_MEMBER * bool(old.members & new.members)
    return fit + SAME_DAY * bool(old.due and old.due == new.due)


def _subject(commitment: Commitment) -> tuple[str, ...]:
    """The words that say what is promised: without names, and without those of promising."""
    besides = _promising() | set(content_words(commitment.to_whom))
    found = content_words(f"{commitment.debate} {commitment.text}")
    return tuple(word for word in found if word not in besides) or found


@cache
def _promising() -> frozenset[str]:
    """The words of promising and reporting, of all languages."""
    words: Iterable[str] = (
        word for language in LANGUAGES for word in data(language, "offers")["promising"]
    )
    return frozenset(map(plain, words))
