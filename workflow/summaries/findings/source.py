"""The source of one item, read once: what its sentences, notes and title say, by value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from workflow.positions.model import Attribution
from workflow.report.model import Item
from workflow.summaries.findings.figures import Figure, loose_values
from workflow.summaries.findings.moments import Parts, parts_of
from workflow.summaries.findings.reading import Reading, fold, read, tokens


@dataclass(frozen=True, slots=True)
class Source:
    """An item with everything that a check asks of it. Built by `source_of` only."""

    item: Item
    language: str
    own_government: str
    attributions: tuple[Attribution, ...]
    by_sentence: dict[int, tuple[Attribution, ...]]
    readings: dict[int, Reading]
    """The reading of each sentence by its number; notes count with the sentence of their mark."""
    loose: dict[int, Reading]
    """The readings of title and treatment, under numbers below zero."""
    notes: dict[int, tuple[Reading, ...]]
    figures: dict[Decimal, tuple[tuple[int, Figure], ...]]
    """Where each value stands: the number of the sentence, 0 for the title, and the figure."""
    values: frozenset[Decimal]
    """Every value that digits anywhere in the item can have."""
    moments: tuple[tuple[int, Parts, str], ...]
    """Sentence, parts and words of every moment."""
    actors: frozenset[str]
    """Everybody whom the item names, by adjective too."""
    vocabulary: frozenset[str]
    """Every word of the item, folded; parts of compounds with a hyphen too."""
    text: str
    """Title, sentences and notes, folded and with single blanks."""

    def of(self, numbers: Iterable[int]) -> list[tuple[int, Reading]]:
        """The readings of the sentences with those numbers that exist."""
        return [(n, self.readings[n]) for n in numbers if n in self.readings]

    @property
    def words(self) -> int:
        """Number of words of the sentences."""
        return sum(len(sentence.text.split()) for sentence in self.item.sentences)


@lru_cache(maxsize=64)
def source_of(
    item: Item,
    attributions: tuple[Attribution, ...],
    language: str,
    own_government: str,
    meeting: tuple[date, ...] = (),
) -> Source:
    """Read the source of an item. `meeting` are its days, which every summary may name."""
    readings = {sentence.number: read(sentence.text, language) for sentence in item.sentences}
    notes: dict[int, tuple[Reading, ...]] = {}
    for note in item.footnotes:
        notes[note.sentence] = (*notes.get(note.sentence, ()), read(note.text, language))
    heads = [text for text in (item.title, item.treatment) if text]
    loose = {-n: read(text, language) for n, text in enumerate(heads, 1)}
    everything = list(readings.items())
    everything += [(number, reading) for number, several in notes.items() for reading in several]
    everything += [(0, reading) for reading in loose.values()]
    by_sentence: dict[int, tuple[Attribution, ...]] = {}
    for one in attributions:
        by_sentence[one.sentence] = (*by_sentence.get(one.sentence, ()), one)
    texts = [reading.text for _, reading in everything]
    return Source(
        item,
        language,
        own_government,
        attributions,
        by_sentence,
        readings,
        loose,
        notes,
        _figures(everything),
        frozenset(value for text in texts for value in loose_values(text)),
        _moments(item, everything, meeting),
        frozenset(
            actor for _, reading in everything for actor in reading.actors | reading.nationalities
        )
        | {one.actor for one in attributions},
        _vocabulary(texts),
        " ".join(" ".join(fold(text).split()) for text in texts),
    )


def _figures(
    readings: list[tuple[int, Reading]],
) -> dict[Decimal, tuple[tuple[int, Figure], ...]]:
    found: dict[Decimal, list[tuple[int, Figure]]] = {}
    for number, reading in readings:
        for figure in reading.figures:
            found.setdefault(figure.value, []).append((number, figure))
    return {value: tuple(places) for value, places in found.items()}


def _moments(
    item: Item, readings: list[tuple[int, Reading]], meeting: tuple[date, ...]
) -> tuple[tuple[int, Parts, str], ...]:
    """The moments as the report resolved them, and as its own words have them."""
    found: list[tuple[int, Parts, str]] = []
    for reference in item.references:
        if reference.kind == "date":
            found += [
                (reference.sentence, parts, reference.text) for parts in parts_of(reference.value)
            ]
    resolved = {(number, words.rstrip(".")) for number, _, words in found}
    for number, reading in readings:
        for moment in reading.moments:
            if (number, moment.words) not in resolved:
                parts = (moment.year, moment.month, moment.day, moment.season)
                found.append((number, parts, moment.words))
    found += [(0, (day.year, day.month, day.day, ""), "") for day in meeting]
    return tuple(found)


def _vocabulary(texts: list[str]) -> frozenset[str]:
    found = set()
    for text in texts:
        for token in tokens(text):
            word = fold(token.group())
            found |= {word, *word.replace("/", "-").replace("'", "-").split("-")}
    return frozenset(found)
