"""How much the items of two meetings are about the same, looked at as far as it is asked for.

Comparing texts costs the most: a pair waits with the most that its titles leave room for, until
no pair that is still free can be better.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from workflow.comparison.alike import crossing_words, doubted, likeness, most_likeness
from workflow.comparison.candidates import Candidate
from workflow.comparison.model import ItemRef
from workflow.comparison.recurring import NONE, Recurrence, Recurrences, weighed
from workflow.summaries.topics import Belonging, Topics

ALONE_FROM = 0.16
"""Likeness from which two items are linked if everything else is far behind."""

RETURNING = 0.5
"""Share of the items that have a partner below which few come back. Measured: that many have one
in 71 of 73 cases in which an item was split or joined."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An item, or the part of it that belongs to one topic."""

    candidate: Candidate
    belonging: Belonging | None = None

    @property
    def topic(self) -> str:
        """Id of the confirmed topic, or an empty string."""
        return self.belonging.topic if self.belonging else ""

    @property
    def sentences(self) -> tuple[int, ...]:
        """Numbers of the sentences of a part; empty for the whole item."""
        return self.belonging.sentences if self.belonging else ()

    @property
    def ref(self) -> ItemRef:
        """What is shown of it."""
        return replace(self.candidate.ref, sentences=self.sentences)


class Scores:
    """The likeness of each older item and each newer one, by their places."""

    def __init__(self, before: Sequence[Unit], after: Sequence[Unit], topics: Topics) -> None:
        self._before = before
        self._after = after
        self._topics = topics
        self._known: dict[tuple[int, int], float] = {}
        self.recurring = _recurrences(before, after)
        """For each newer item, the older ones whose sentences come back in it, by their place."""

    def of(self, i: int, j: int) -> float:
        """From 0 to 1; negative for what a person put apart, so that it never links."""
        if (i, j) not in self._known:
            old, new = self._before[i].candidate, self._after[j].candidate
            score = self._weighed(likeness(old, new, by_text=True), i, j)
            here = self.recurring[j].get(i, NONE)
            score = doubted(score, old, new, returns=here.is_strong, least=ALONE_FROM)
            self._known[i, j] = -score if self._is_apart(i, j) else score
        return self._known[i, j]

    def rivals(self, i: int, j: int) -> Iterator[float]:
        """The likeness of every other pair with one of these items."""
        yield from (self.of(a, j) for a in range(len(self._before)) if a != i)
        yield from (self.of(i, b) for b in range(len(self._after)) if b != j)

    def cross(self, i: int, j: int) -> bool:
        """Whether a word of one title alone stands in the text of the other item alone."""
        old, new = self._before[i].candidate, self._after[j].candidate
        return bool(crossing_words(old, new) - (old.heads() & new.heads()))

    def few_return(self, found: int, known: int) -> bool:
        """Whether so few items have a partner that two without one are hardly one thing.

        `found` of these have one, and so do `known` others of both meetings.
        """
        rows = self._before, self._after
        whole = (sum(not unit.candidate.generic for unit in row) for row in rows)
        return known + found < RETURNING * (known + min(whole))

    def best_first(
        self, taken: Collection[int], answered: Collection[int]
    ) -> Iterator[tuple[float, int, int]]:
        """Likeness and places of the pairs that may link, the most alike first.

        Without those whose older item is `taken` or whose newer one is `answered` meanwhile.
        """
        heap = [
            (-self._most(i, j), False, i, j)
            for i in range(len(self._before))
            for j in range(len(self._after))
            if not self._is_apart(i, j)
        ]
        heapify(heap)
        while heap:
            score, known, i, j = heappop(heap)
            if i in taken or j in answered:
                continue
            if known:
                yield -score, i, j
            else:
                heappush(heap, (-self.of(i, j), True, i, j))

    def _most(self, i: int, j: int) -> float:
        old, new = self._before[i].candidate, self._after[j].candidate
        return self._weighed(most_likeness(old, new, by_text=True), i, j)

    def _weighed(self, score: float, i: int, j: int) -> float:
        if self._before[i].candidate.generic:
            return score
        return weighed(score, i, self.recurring[j])

    def _is_apart(self, i: int, j: int) -> bool:
        """Whether a person put two items apart, or each in a topic of its own."""
        old, new = self._before[i], self._after[j]
        if old.topic and new.topic:
            return True
        if not self._topics.refused:
            return False
        keys = old.candidate.key, new.candidate.key
        return bool(
            self._topics.is_refused(*keys)
            or (old.topic and self._topics.is_refused(keys[1], old.topic))
            or (new.topic and self._topics.is_refused(keys[0], new.topic))
        )


def _recurrences(before: Sequence[Unit], after: Sequence[Unit]) -> list[Mapping[int, Recurrence]]:
    row = [unit.candidate for unit in before]
    known = Recurrences(row, [unit.candidate for unit in after])
    return [{} if unit.candidate.generic else known.of(unit.candidate) for unit in after]
