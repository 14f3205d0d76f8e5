"""The source of one item, read once: what its sentences, notes and title say, by value."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from workflow.positions.house import Stamp
from workflow.positions.model import Attribution
from workflow.report.model import Item
from workflow.summaries.findings.figures import Figure, loose_values
from workflow.summaries.findings.moments import Parts, parts_of
from workflow.summaries.findings.reading import Reading, fold, read, tokens

TITLE = -1
"""Stands for the title and the treatment where a sentence is numbered."""
MEETING = 0
"""The same for the days of the meeting."""


@dataclass(frozen=True, slots=True)
class Source:
    """An item with everything that a check asks of it. Built by `source_of` only."""

    item: Item
    language: str
    own_government: str
    attributions: tuple[Attribution, ...]
    by_sentence: dict[int, tuple[Attribution, ...]]
    readings: dict[int, Reading]
    """The reading of each sentence by its number."""
    notes: dict[int, tuple[Reading, ...]]
    """The readings of the notes by the sentence that bears the mark."""
    figures: dict[Decimal, tuple[tuple[int, Figure], ...]]
    """Where each value stands: the number of the sentence or `TITLE`, and the figure."""
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

    def existing(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Those of the numbers that are sentences of the item."""
        return tuple(number for number in numbers if number in self.readings)

    def has_all(self, numbers: tuple[int, ...]) -> bool:
        """Whether there are numbers and all of them are sentences of the item."""
        return bool(numbers) and all(number in self.readings for number in numbers)

    def texts(self, numbers: Iterable[int]) -> list[str]:
        """The sentences with those numbers and their notes."""
        found = []
        for number, reading in self.of(numbers):
            found += [reading.text, *(note.text for note in self.notes.get(number, ()))]
        return found

    def has(self, words: str, numbers: tuple[int, ...] | None = None) -> bool:
        """Whether the item, or those of its sentences, has the words as they stand."""
        plain = " ".join(fold(words).split())
        text = self.text if numbers is None else folded(self.texts(numbers))
        pattern = rf"(?<![\w.,-]){re.escape(plain)}(?!\w)"
        return bool(plain) and plain in text and re.search(pattern, text) is not None

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
    stamp: Stamp = (),
) -> Source:
    """Read the source of an item. `meeting` are its days, which every summary may name.

    `stamp` is that of the house's words, by which it is read.
    """
    readings = {sentence.number: read(sentence.text, language) for sentence in item.sentences}
    notes: dict[int, tuple[Reading, ...]] = {}
    for note in item.footnotes:
        notes[note.sentence] = (*notes.get(note.sentence, ()), read(note.text, language))
    heads = [text for text in (item.title, item.treatment) if text]
    loose = [read(text, language) for text in heads]
    everything = list(readings.items())
    everything += [(number, reading) for number, several in notes.items() for reading in several]
    everything += [(TITLE, reading) for reading in loose]
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
        notes,
        _figures(everything),
        frozenset(value for text in texts for value in loose_values(text)),
        _moments(item, everything, meeting),
        frozenset(
            actor for _, reading in everything for actor in reading.actors | reading.nationalities
        )
        | {one.actor for one in attributions},
        _vocabulary(texts),
        folded(texts),
    )


def folded(texts: Iterable[str]) -> str:
    """Texts as one, without accents and capitals."""
    return " ".join(" ".join(fold(text).split()) for text in texts)


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
    marks = {note.mark: note.sentence for note in item.footnotes}
    for reference in item.references:
        if reference.kind == "date":
            number = reference.sentence or marks.get(reference.note, TITLE) or TITLE
            found += [(number, parts, reference.text) for parts in parts_of(reference.value)]
    resolved = {(number, words.rstrip(".")) for number, _, words in found}
    for number, reading in readings:
        for moment in reading.moments:
            if (number, moment.words) not in resolved:
                parts = (moment.year, moment.month, moment.day, moment.season)
                found.append((number, parts, moment.words))
    found += [(MEETING, (day.year, day.month, day.day, ""), "") for day in meeting]
    return tuple(found)


def _vocabulary(texts: list[str]) -> frozenset[str]:
    found = set()
    for text in texts:
        for token in tokens(text):
            word = fold(token.group())
            found |= {word, *word.replace("/", "-").replace("'", "-").split("-")}
    return frozenset(found)
