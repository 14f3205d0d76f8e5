"""What one sentence says that can be compared by value: figures, moments, names and groups.

The same reading serves the source and the summary, so that what is written in two ways still
compares as one. Readings are kept per sentence: while somebody types, only one is new.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from workflow.languages import data
from workflow.positions.house import Stamp, house_lexicon, house_stamp
from workflow.positions.lexicon import Lexicon
from workflow.positions.line import Line
from workflow.positions.mentions import Known, find_mentions
from workflow.positions.model import state_actor
from workflow.report.references.documents import find_documents
from workflow.summaries.findings.figures import Figure, figures_in
from workflow.summaries.findings.moments import Moment, moments_in
from workflow.text import ascii_fold

LONGEST = 5_000
"""Characters of a sentence that is looked at; what is longer is no sentence."""

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*")
_SHORTEST = 4
"""Letters of a word that says what a sentence is about."""
_STEM = 6
"""Letters by which inflected forms of a word are held to be the same."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a sentence names."""

    actors: tuple[str, ...]
    """Actor ids; empty for a body that is none, such as the `Europese Raad`."""
    kind: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, read."""

    text: str
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    named: tuple[Named, ...]
    nationalities: frozenset[str]
    """Actor ids of the states of which it has the adjective: `Franse`."""
    stems: frozenset[str]
    """What it is about, as shortened words."""

    @property
    def groups(self) -> tuple[Named, ...]:
        """The groups of member states that it names."""
        return tuple(one for one in self.named if one.kind == "group" and one.actors)

    @property
    def actors(self) -> frozenset[str]:
        """Everybody whom it names."""
        return frozenset(actor for one in self.named for actor in one.actors)


@cache
def words_of(language: str) -> dict[str, Any]:
    """The words that the checks work with."""
    return data(language, "findings")


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(words_of(language)["function_words"])


def fold(word: str) -> str:
    """A word without accents and capitals."""
    return ascii_fold(word.replace("’", "'")).lower()


def tokens(text: str) -> list[re.Match[str]]:
    """The words of a text with their places; hyphens and apostrophes inside belong to them."""
    return list(_TOKEN.finditer(text))


def stems_of(text: str, language: str) -> frozenset[str]:
    """What a text is about, as shortened words."""
    skipped = _function_words(language)
    found = set()
    for token in tokens(text):
        for word in (token.group(), *re.split(r"[-/]", token.group())):
            plain = fold(word)
            if len(plain) >= _SHORTEST and plain not in skipped:
                found.add(plain[:_STEM])
    return frozenset(found)


def read(text: str, language: str) -> Reading:
    """The reading of one sentence; a text that is too long to be one has an empty reading."""
    return _read(text, language, house_stamp())


@lru_cache(maxsize=8192)
def _read(text: str, language: str, stamp: Stamp) -> Reading:
    """The reading with the house's words of that stamp."""
    if len(text) > LONGEST:
        return Reading(text, (), (), (), frozenset(), frozenset())
    lexicon = house_lexicon(language)
    documents = tuple((hit.start, hit.end) for hit in find_documents(text))
    moments = moments_in(text, language, documents)
    masked = documents + tuple((moment.start, moment.end) for moment in moments)
    return Reading(
        text,
        figures_in(text, language, masked),
        moments,
        _named(text, lexicon),
        _nationalities(text, lexicon),
        stems_of(text, language),
    )


def _named(text: str, lexicon: Lexicon) -> tuple[Named, ...]:
    words = Line(text, lexicon)
    found = []
    for mention in find_mentions(words, Known(None, {})):
        actors = tuple(actor for actor in mention.actors if not actor.startswith("?"))
        if not actors and mention.kind != "excluded":
            continue
        start, end = words.span(mention.start, mention.stop)
        found.append(Named(actors, mention.kind, start, end, text[start:end]))
    return tuple(found)


def _nationalities(text: str, lexicon: Lexicon) -> frozenset[str]:
    found = set()
    for token in tokens(text):
        for part in {token.group(), token.group().split("-")[0]}:
            code = lexicon.adjectives.get(part)
            if code:
                found.add(state_actor(code))
    return frozenset(found)
