"""How much two texts are about the same, by the four-letter pieces of their words.

Pieces of words match `Schengenbarometer` with `Schengen` without a dictionary of compounds;
frequent pieces weigh less (tf-idf), and the likeness is the cosine, from 0 to 1.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from workflow.comparison.tokens import function_words, plain
from workflow.text import ascii_fold

SIZE = 4
"""Letters in a piece. Measured: as good as splitting compounds with a dictionary."""

Vector = dict[str, float]
"""Weights by piece; the sum of their squares is 1, or the vector is empty."""

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


@lru_cache(maxsize=100_000)
def _pieces_of_word(word: str) -> tuple[str, ...]:
    padded = f" {ascii_fold(word) or word} "
    return tuple(padded[at : at + SIZE] for at in range(max(1, len(padded) - SIZE + 1)))


def content_words(text: str) -> list[str]:
    """The words that mean something by themselves, without case."""
    return list(_content_words(text))


@lru_cache(maxsize=8_192)
def _content_words(text: str) -> tuple[str, ...]:
    empty = function_words()
    return tuple([word for word in _WORD.findall(plain(text)) if word not in empty])


@lru_cache(maxsize=8_192)
def pieces(text: str) -> Counter[str]:
    """How often each piece occurs in the words of a text. Shared: not to be changed."""
    return Counter(chain.from_iterable(map(_pieces_of_word, _content_words(text))))


def rarity(texts: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """The weight of each piece: one plus the logarithm of how rare it is among the texts."""
    seen: Counter[str] = Counter()
    number = 0
    for counts in texts:
        seen.update(counts.keys())
        number += 1
    weight = {times: 1 + math.log((1 + number) / (1 + times)) for times in set(seen.values())}
    return {piece: weight[times] for piece, times in seen.items()}


def vector(counts: Mapping[str, int], weights: Mapping[str, float]) -> Vector:
    """The weighted pieces of one text, made one long."""
    known = {
        piece: weights[piece] if times == 1 else (1 + math.log(times)) * weights[piece]
        for piece, times in counts.items()
    }
    length = math.hypot(*known.values())
    return {piece: value / length for piece, value in known.items()} if length else {}


def vectors(texts: Sequence[str]) -> list[Vector]:
    """The vectors of texts that are compared with one another."""
    counted = [pieces(text) for text in texts]
    weights = rarity(counted)
    return [vector(counts, weights) for counts in counted]


def cosine(one: Vector, other: Vector) -> float:
    """How much two texts are about the same, from 0 to 1."""
    return min(1.0, math.fsum([one[piece] * other[piece] for piece in one.keys() & other.keys()]))
