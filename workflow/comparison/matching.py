"""Which elements of two sequences stand on both sides in the same order, at a bounded cost."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int, int]
"""Where a common stretch begins on the old and on the new side, and its length."""

MOST_PAIRS = 20_000
"""Equal (old, new) pairs up to which `difflib` looks at one stretch.

Its cost is the number of such pairs times the number of stretches that it finds: 1,000 words
of ordinary text have about 18,000, 1,000 tokens of two words that alternate have 500,000.
"""


class Budget:
    """How many pairs of equal elements a comparison of so many elements may still look at."""

    def __init__(self, elements: int) -> None:
        self.pairs = 50_000 + 25 * elements

    def take(self, pairs: int) -> bool:
        """Spend that many; False, and nothing spent, where there is not enough left."""
        if pairs > min(MOST_PAIRS, self.pairs):
            return False
        self.pairs -= pairs
        return True


def matches(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> list[Pair]:
    """The common stretches in order.

    Stretches with too many equal pairs are first cut at the elements that occur exactly once
    on both sides; what is still too large after that, or beyond the budget, has no matches.
    """
    found: list[Pair] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        i, i_end, j, j_end = todo.pop()
        while i < i_end and j < j_end and old[i] == new[j]:
            found.append((i, j, 1))
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            found.append((i_end, j_end, 1))
        if i == i_end or j == j_end:
            continue
        before, after = old[i:i_end], new[j:j_end]
        counts, others = Counter(before), Counter(after)
        pairs = sum(count * others[element] for element, count in counts.items())
        if budget.take(pairs):
            matcher = SequenceMatcher(None, before, after, autojunk=False)
            found.extend((i + a, j + b, n) for a, b, n in matcher.get_matching_blocks() if n)
            continue
        a, b = i, j
        for anchor, other in _anchors(before, after, counts, others):
            todo.append((a, i + anchor, b, j + other))
            found.append((i + anchor, j + other, 1))
            a, b = i + anchor + 1, j + other + 1
        if (a, b) != (i, j):
            todo.append((a, i_end, b, j_end))
    return _joined(sorted(found))


def _anchors(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    counts: Counter[Hashable],
    others: Counter[Hashable],
) -> list[tuple[int, int]]:
    """Elements that occur once on both sides, as many as keep the same order."""
    place = {element: at for at, element in enumerate(new) if others[element] == 1}
    once = [
        (at, place[element])
        for at, element in enumerate(old)
        if counts[element] == 1 and element in place
    ]
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, (_, other) in enumerate(once):
        length = bisect_left(ends, other)
        ends[length:] = [other] if length == len(ends) else [other, *ends[length + 1 :]]
        last[length : length + 1] = [number]
        previous.append(last[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(once[number])
        number = previous[number]
    return chain[::-1]


def _joined(pairs: Sequence[Pair]) -> list[Pair]:
    """Stretches that touch on both sides joined."""
    joined: list[Pair] = []
    for i, j, length in pairs:
        if joined:
            a, b, n = joined[-1]
            if (a + n, b + n) == (i, j):
                joined[-1] = (a, b, n + length)
                continue
        joined.append((i, j, length))
    return joined
