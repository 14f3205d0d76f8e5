"""The parts of an item that is about many things, such as `Overige onderwerpen`.

Each part is looked at by itself: what it says comes back from the text or the title of an earlier
item, from a part of an earlier item of the same sort, or from none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workflow.comparison.acts import acts_in
from workflow.comparison.alike import ALMOST, APART, CROSSING
from workflow.comparison.candidates import Candidate, body_words
from workflow.comparison.recurring import Recurrence, Recurrences
from workflow.comparison.rules import words_of
from workflow.comparison.titles import stems, telling_nothing
from workflow.comparison.tokens import plain
from workflow.report.model import Sentence

_COUNTED = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[-–•])\s+", re.IGNORECASE)
"""What counts a point before its title: `a)`, `(ii)`, `–`."""
PART_FROM = 0.2
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


def cut_up(earlier: Iterable[Candidate]) -> list[Candidate]:
    """The earlier items, with those whose title says nothing cut into their parts."""
    return [
        piece
        for each in earlier
        for piece in (_pieces(each) if each.generic and len(each.item.sentences) else [each])
    ]


def parts_of(
    items: Iterable[Candidate], earlier: Sequence[Candidate]
) -> dict[str, tuple[Part, ...]]:
    """By slug, the parts that no topic has yet and that come back from earlier items."""
    cut = {item.entry.slug: _without_topic(item) for item in items}
    pieces = [piece for found in cut.values() for piece in found]
    if not pieces:
        return {}
    known = Recurrences(earlier, pieces, titles=True, alike_from=PART_FROM)
    found = {}
    for slug, paragraphs in cut.items():
        parts = [Part(numbers_of(piece), known.of(piece)) for piece in paragraphs]
        if any(part.recurring for part in parts):
            found[slug] = tuple(part for part in parts if part.recurring)
    return found


def parts_about(item: Candidate, pieces: Sequence[Candidate]) -> list[tuple[float, Candidate]]:
    """The parts of earlier items that name what the title of an item is about, the best first.

    Counts the words that no other item or part of that meeting has, and the acts.
    """
    heads = item.heads() - telling_nothing()
    acts = acts_in(item.entry.title)
    found = []
    for piece in pieces:
        words = heads & piece.own() & _stems_of(piece)
        for other in pieces:
            if words and other.key == piece.key and other is not piece:
                words -= _stems_of(other)
        named = acts and acts & acts_in(" ".join(each.text for each in piece.item.sentences))
        if words or named:
            count = len(words) + len(named)
            found.append((min(ALMOST, APART + CROSSING * count), piece))
    return sorted(found, key=lambda entry: -entry[0])


def _stems_of(piece: Candidate) -> frozenset[str]:
    return stems(body_words(piece.item))


def numbers_of(candidate: Candidate) -> tuple[int, ...]:
    """The numbers of the sentences of an item, or of a part of it."""
    return tuple(sentence.number for sentence in candidate.item.sentences)


def _without_topic(item: Candidate) -> list[Candidate]:
    """The parts of an item that no topic has."""
    if any(not topic.sentences for topic in item.topics):
        return []
    taken = {number for topic in item.topics for number in topic.sentences}
    return [piece for piece in _pieces(item) if taken.isdisjoint(numbers_of(piece))]


def _pieces(item: Candidate) -> list[Candidate]:
    """The item cut into its points or paragraphs; one of a single paragraph into its sentences.

    A line without a full stop opens a point. A sentence that only goes on about the one before
    stays with it.
    """
    cut = groupby(item.item.sentences, key=lambda sentence: sentence.paragraph)
    pieces = [tuple(sentences) for _, sentences in cut]
    if any(_opens_point(piece) for piece in pieces[:-1]):
        pieces = _points(pieces)
    elif len(pieces) == 1:
        pieces = []
        for sentence in item.item.sentences:
            goes_on = plain(sentence.text).split()[:1]
            if pieces and not words_of("going_on").isdisjoint(goes_on):
                pieces[-1] = (*pieces[-1], sentence)
            else:
                pieces.append((sentence,))
    return [replace(item, item=replace(item.item, sentences=each)) for each in pieces]


def _opens_point(paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph is the title of a point: "a) Speelgoed"."""
    return len(paragraph) == 1 and paragraph[0].text[-1:].isalnum()


def head_of(piece: Candidate) -> str:
    """The title of a point without its letter; empty for a part that begins with a sentence."""
    opening = piece.item.sentences[:1]
    if not opening or not _opens_point(opening):
        return ""
    return _COUNTED.sub("", opening[0].text).strip()


def _points(paragraphs: Iterable[tuple[Sentence, ...]]) -> list[tuple[Sentence, ...]]:
    """The paragraphs, those below the title of a point together with it."""
    points: list[tuple[Sentence, ...]] = []
    for paragraph in paragraphs:
        if points and _opens_point(points[-1][:1]) and not _opens_point(paragraph):
            points[-1] = (*points[-1], *paragraph)
        else:
            points.append(paragraph)
    return points
