"""Which earlier items the sentences of an item take up.

Titles change from meeting to meeting, items are split and joined; what is said about them comes
back nearly word for word. A sentence speaks for the item that has the sentence most like it, if
no other item of that meeting comes near.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from workflow.comparison.alike import LINKED_FROM
from workflow.comparison.candidates import Candidate
from workflow.comparison.titles import telling_nothing
from workflow.comparison.vectors import Vector, content_words, rarity, vector

ALIKE_FROM = 0.4
"""Likeness from which a sentence speaks for an item. Measured: other subjects end at .40."""
AHEAD_BY = 1.4
"""How many times as alike as the best sentence of any other item of that meeting."""
ALONE_FROM = 0.5
"""The same for the only sentence that speaks for an item."""
SHARE_FROM = 0.3
"""Share of the shorter item's sentences that have to speak for it."""
CARRIED_FROM = 0.5
"""The same where the only sentence of the pair decides."""
STEM = 6
"""Letters of a word that count: sentences that return keep their words, not always their forms."""
LITERAL_FROM = 0.7
"""Likeness from which a sentence is said to come back nearly word for word."""
TELLING = 2
"""Words on the subject that the sentences share at least."""
MOST_SENTENCES = 60
"""Sentences of one item that are looked at."""
TITLE_FROM = 0.1
"""Likeness of two items from which the only sentence of their pair decides."""
BORROWED = 0.3
"""What is left of the likeness to an item whose words are in the title only."""
RARE = 0.08
"""Share of all sentences up to which the start of a word is rare enough to look at."""
MOST_PLACES = 50
"""Sentences with one such start up to which it is looked at: the bound of the cost."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How many sentences of an item come back in another one."""

    sentences: int
    share: float
    """Of the sentences of the shorter item, from 0 to 1."""
    mean: float
    """How alike they are, from 0 to 1."""
    telling: int = 0
    """The words that they share, without who speaks and that they do."""
    literal: int = 0
    """How many of the sentences come back nearly word for word."""

    @property
    def is_strong(self) -> bool:
        """Whether the sentences alone say that both items are about the same."""
        return self.sentences > 1 and self.share >= SHARE_FROM and self.telling >= TELLING

    @property
    def is_lone(self) -> bool:
        """Whether one sentence says so, where the titles do not speak against it."""
        return self.share >= CARRIED_FROM and self.mean >= ALONE_FROM and self.telling >= TELLING


NONE = Recurrence(0, 0.0, 0.0)


def weighed(score: float, at: int, found: Mapping[int, Recurrence]) -> float:
    """The likeness of an item to the older one at a place, with the sentences that come back.

    Where the sentences come back in other items only, the title was borrowed.
    """
    here = found.get(at)
    if here and (here.is_strong or (here.is_lone and score >= TITLE_FROM)):
        return max(LINKED_FROM, score + (1 - score) * here.share * here.mean)
    if here is None and any(each.is_strong for each in found.values()):
        return score * BORROWED
    return score


class Recurrences:
    """The sentences of earlier items, ready to be compared with those of later ones."""

    def __init__(
        self,
        older: Sequence[Candidate],
        newer: Sequence[Candidate],
        *,
        titles: bool = False,
        alike_from: float = ALIKE_FROM,
    ) -> None:
        """`titles` counts the title of an older item among its sentences."""
        self._older = older
        self._alike_from = alike_from
        self._sizes = [len(_texts(each)) for each in older]
        texts = [(at, text) for at, each in enumerate(older) for text in _texts(each)]
        if titles:
            texts += [(at, each.entry.title) for at, each in enumerate(older)]
        self._stems = _telling_stems if titles else _stems
        counted = [self._stems(text) for _, text in texts]
        later = [self._stems(text) for each in newer for text in _texts(each)]
        self._counted = counted
        self._weights = rarity([*counted, *later])
        self._owner = [at for at, _ in texts]
        most = min(MOST_PLACES, max(12, int(RARE * (len(counted) + len(later)))))
        often = Counter(chain.from_iterable(counted))
        rare = {stem for stem, times in often.items() if times <= most}
        self._places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, counts in enumerate(counted):
            if telling := rare & counts.keys():
                weights = vector(counts, self._weights)
                for stem in telling:
                    self._places[stem].append((place, weights[stem]))

    def of(self, item: Candidate) -> dict[int, Recurrence]:
        """What comes back of the older items in one newer item, by their place in the row."""
        texts = _texts(item)
        spoken: dict[int, list[float]] = defaultdict(list)
        shared: dict[int, set[str]] = defaultdict(set)
        for text in texts:
            counts = self._stems(text)
            if counts.keys().isdisjoint(self._places.keys()):
                continue
            for at, score, place in self._spoken_for(vector(counts, self._weights)):
                spoken[at].append(score)
                shared[at] |= counts.keys() & self._counted[place].keys()
        return {
            at: Recurrence(
                len(scores),
                min(1.0, len(scores) / max(1, min(len(texts), self._sizes[at]))),
                sum(scores) / len(scores),
                len(shared[at] - telling_nothing()),
                sum(score >= LITERAL_FROM for score in scores),
            )
            for at, scores in spoken.items()
        }

    def _spoken_for(self, sentence: Vector) -> list[tuple[int, float, int]]:
        """The item of each meeting that a sentence speaks for, and by which of its sentences."""
        scores: dict[int, float] = defaultdict(float)
        places = self._places
        for stem, weight in sentence.items():
            if stem in places:
                for place, other in places[stem]:
                    scores[place] += weight * other
        best: dict[int, tuple[float, int]] = {}
        for place, score in scores.items():
            owner = self._owner[place]
            if owner not in best or score > best[owner][0]:
                best[owner] = score, place
        found = []
        for at, (score, place) in best.items():
            if score < self._alike_from:
                continue
            meeting = self._older[at].meeting
            rivals = (
                other
                for each, (other, _) in best.items()
                if each != at and self._older[each].meeting == meeting
            )
            if score >= AHEAD_BY * max(rivals, default=0.0):
                found.append((at, score, place))
        return found


@lru_cache(maxsize=16_384)
def _stems(text: str) -> Counter[str]:
    """How often each word begins in a sentence, by its first letters. Shared: not to be changed."""
    return Counter([word[:STEM] for word in content_words(text)])


@lru_cache(maxsize=4_096)
def _telling_stems(text: str) -> Counter[str]:
    """The stems of a sentence without who speaks and that they do. Shared: not to be changed."""
    return Counter({stem: n for stem, n in _stems(text).items() if stem not in telling_nothing()})


def _texts(candidate: Candidate) -> list[str]:
    return [sentence.text for sentence in candidate.item.sentences[:MOST_SENTENCES]]
