"""How much two texts are about the same, by the four-letter pieces of their words.

Pieces of words match `Schengenbarometer` with `Schengen` without a dictionary of compounds;
frequent pieces weigh less (tf-idf), and the likeness is the cosine, from 0 to 1.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from workflow.comparison.tokens import function_words, plain
from workflow.text import ascii_fold

SIZE = 4
"""Letters in a piece. Measured: as good as splitting compounds with a dictionary."""

Words = tuple[str, ...]

Vector = dict[str, float]
"""Weights by piece; the sum of their squares is 1, or the vector is empty."""

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


@lru_cache(maxsize=100_000)
def _pieces_of_word(word: str) -> tuple[str, ...]:
    padded = f" {ascii_fold(word) or word} "
    return tuple([padded[at : at + SIZE] for at in range(max(1, len(padded) - SIZE + 1))])


@lru_cache(maxsize=16_384)
def content_words(text: str) -> Words:
    """The words that mean something by themselves, without case."""
    empty = function_words()
    return tuple([word for word in _WORD.findall(plain(text)) if word not in empty])


def content_of(words: Iterable[str]) -> Words:
    """Those of some words that mean something by themselves."""
    return content_words(" ".join(words))


def pieces(text: str) -> Counter[str]:
    """How often each piece occurs in the words of a text. Shared: not to be changed."""
    return pieces_of(content_words(text))


@lru_cache(maxsize=8_192)
def pieces_of(words: Words) -> Counter[str]:
    """How often each piece occurs in these words. Shared: not to be changed."""
    if 2 * len(set(words)) >= len(words):
        return Counter(chain.from_iterable(map(_pieces_of_word, words)))
    often = Counter(words)  # in a long text each word comes back: it is taken to pieces once
    found = Counter(chain.from_iterable(map(_pieces_of_word, often)))
    for word, times in often.items():
        for piece in _pieces_of_word(word) if times > 1 else ():
            found[piece] += times - 1
    return found


def different_pieces(words: Iterable[str]) -> set[str]:
    """The pieces that occur in these words."""
    return set().union(*map(_pieces_of_word, set(words)))


def is_among(word: str, pieces: Collection[str]) -> bool:
    """Whether most pieces of a word are among these: it is there in some form, or in a compound."""
    mine = different_pieces((word,))
    return 2 * sum(piece in pieces for piece in mine) > len(mine)


def is_form_of(word: str, other: str) -> bool:
    """Whether a word is there in another one in some form: `Schengen` in `Schengengebied`."""
    return is_among(word, different_pieces((other,)))


def among(words: Iterable[str], others: Iterable[str]) -> list[str]:
    """Those of some words that are among the others in some form."""
    pieces = different_pieces(others)
    return [word for word in words if is_among(word, pieces)]


def any_among(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of some words is among the others in some form."""
    pieces = different_pieces(others)
    return any(is_among(word, pieces) for word in words)


def all_among(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether all of some words are among the others in some form; so they are where none is."""
    pieces = different_pieces(others)
    return all(is_among(word, pieces) for word in words)


def share_among(words: Collection[str], others: Iterable[str]) -> float:
    """The share of some words that are among the others in some form; 0 where there is none."""
    return len(among(words, others)) / len(words) if words else 0.0


def rarity(texts: Iterable[Iterable[str]]) -> dict[str, float]:
    """The weight of each piece: one plus the logarithm of how rare it is among the texts."""
    found = list(texts)
    seen = Counter(chain.from_iterable(found))
    number = len(found)
    weight = {times: 1 + math.log((1 + number) / (1 + times)) for times in set(seen.values())}
    return dict(zip(seen, map(weight.__getitem__, seen.values()), strict=True))


def vector(counts: Mapping[str, int], weights: Mapping[str, float]) -> Vector:
    """The weighted pieces of one text, made one long."""
    try:
        known = [weights[piece] * _GROWN[times] for piece, times in counts.items()]
    except IndexError:
        known = [weights[piece] * _grown(times) for piece, times in counts.items()]
    length = math.hypot(*known)
    return dict(zip(counts, [each / length for each in known], strict=True)) if length else {}


def _grown(times: int) -> float:
    """How much more a piece weighs that occurs so often."""
    return 1.0 + math.log(times)


_GROWN = (0.0, *map(_grown, range(1, 1_000)))
"""The same for what occurs at all often, by how often that is."""


def vectors(texts: Sequence[str]) -> list[Vector]:
    """The vectors of texts that are compared with one another."""
    counted = [pieces(text) for text in texts]
    weights = rarity(counted)
    return [vector(counts, weights) for counts in counted]


def cosine(one: Vector, other: Vector) -> float:
    """How much two texts are about the same, from 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, math.fsum([one[piece] * other[piece] for piece in one if piece in other]))
