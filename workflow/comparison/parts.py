"""The parts of an item that is about many things, such as `Overige onderwerpen`.

Each paragraph is looked at by itself: what it says comes back from the text or the title of an
earlier item, or from none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workflow.comparison.candidates import Candidate
from workflow.comparison.recurring import Recurrence, Recurrences

PART_FROM = 0.3
"""Likeness of a sentence from which its paragraph may belong with an earlier item."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of an item, and what of earlier items comes back in it."""

    sentences: tuple[int, ...]
    recurring: dict[int, Recurrence]
    """By the place of the earlier item in the row."""

    @property
    def best(self) -> list[int]:
        """The places of the earlier items, the most likely one first."""
        return sorted(self.recurring, key=lambda at: (-self.score(at), at))

    def score(self, at: int) -> float:
        """How much the paragraph is about the same as that item, from 0 to 1."""
        here = self.recurring[at]
        return here.share * here.mean


def parts_of(
    items: Iterable[Candidate], earlier: Sequence[Candidate]
) -> dict[str, tuple[Part, ...]]:
    """By slug, the paragraphs that no topic has yet and that come back from earlier items."""
    cut = {item.entry.slug: _paragraphs(item) for item in items}
    pieces = [piece for found in cut.values() for piece in found]
    if not pieces:
        return {}
    known = Recurrences(earlier, pieces, titles=True, alike_from=PART_FROM)
    found = {}
    for slug, paragraphs in cut.items():
        parts = [
            Part(tuple(each.number for each in piece.item.sentences), known.of(piece))
            for piece in paragraphs
        ]
        if any(part.recurring for part in parts):
            found[slug] = tuple(part for part in parts if part.recurring)
    return found


def _paragraphs(item: Candidate) -> list[Candidate]:
    """The item cut into its paragraphs, without those that a topic has."""
    taken = {number for topic in item.topics for number in topic.sentences}
    if any(not topic.sentences for topic in item.topics):
        return []
    cut = groupby(item.item.sentences, key=lambda sentence: sentence.paragraph)
    paragraphs = [tuple(sentences) for _, sentences in cut]
    return [
        replace(item, item=replace(item.item, sentences=each))
        for each in paragraphs
        if taken.isdisjoint(sentence.number for sentence in each)
    ]
