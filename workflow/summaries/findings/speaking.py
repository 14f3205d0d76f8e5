"""Who speaks in a summary, and who speaks in the source sentences that it rests on."""

from functools import lru_cache

from workflow.positions.attribution import attribute
from workflow.positions.house import Stamp, house_lexicon, house_stamp
from workflow.positions.model import Attribution
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.findings.reading import LONGEST, read
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement

STRONG = frozenset({"support", "oppose", "concern", "reserve", "call", "announce", "decide"})
"""Stances that say where somebody stands."""


def speakers_in(text: str, language: str) -> tuple[Attribution, ...]:
    """Who says what in one sentence of a summary, as far as the sentence itself names them."""
    return _speakers_in(text, language, house_stamp())


@lru_cache(maxsize=4096)
def _speakers_in(text: str, language: str, stamp: Stamp) -> tuple[Attribution, ...]:
    """The same, with the house's words of that stamp."""
    if len(text) > LONGEST:
        return ()
    item = Item("1", "-", (Sentence(1, text, 0),))
    report = Report(language, "", "", (), (Part("", "", (item,)),))
    found = attribute(report, house_lexicon(language))[0]
    return tuple(one for one in found if not (one.implicit or one.pronoun))


def named_in(statement: Statement, language: str) -> frozenset[str]:
    """Everybody whom a statement names, by adjective and as a member of a circle too."""
    reading = read(statement.text, language)
    found = reading.actors | reading.nationalities
    if statement.actor:
        found |= {statement.actor}
    return found | circles_of(found, language)


def circles_of(actors: frozenset[str], language: str) -> frozenset[str]:
    """The states behind `de Baltische staten` and the like."""
    circles = house_lexicon(language).circles
    return frozenset(state for actor in actors for state in circles.get(actor, ()))


def speakers_of(numbers: tuple[int, ...], source: Source) -> frozenset[str]:
    """Everybody to whom the source sentences give words, carried over from before or not."""
    return frozenset(one.actor for number in numbers for one in source.by_sentence.get(number, ()))


def known_in(numbers: tuple[int, ...], source: Source) -> frozenset[str]:
    """Everybody who speaks in the source sentences or is named there or in their notes."""
    found = set(speakers_of(numbers, source))
    for number, reading in source.of(numbers):
        found |= reading.actors | reading.nationalities
        for note in source.notes.get(number, ()):
            found |= note.actors | note.nationalities
    return frozenset(found) | circles_of(frozenset(found), source.language)
