"""Words that were divided over two lines with a hyphen.

Whether the hyphen goes is decided by the document itself: by the word as it stands elsewhere,
joined or with its hyphen. Where neither stands anywhere, the hyphen goes only in a text that
divides its words as a habit; a hyphen behind a capital, a figure or a prefix such as `non`
stays.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.languages import data

_SIGNS = "-\u2010\u2011\xad"
_TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_LAST = re.compile(rf"([^\W\d_]+)[{_SIGNS}]$")
_FIRST = re.compile(r"[^\W\d_]+")
_FEWEST = 3
_LEAST_SHARE = 0.02
"""Share of the lines that must end in a divided word for it to be a habit."""
_VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûü"


@dataclass(frozen=True, slots=True)
class Hyphens:
    """How a document divides words over its lines."""

    words: Counter[str]
    prefixes: frozenset[str]
    habit: bool

    def divides(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of a line only divides a word that the next one ends."""
        halves = _halves(before, after)
        if halves is None:
            return False
        first, second = halves
        joined, kept = self.words[first + second], self.words[f"{first}-{second}"]
        if joined or kept:
            return joined >= kept
        return self.habit and not _needs_hyphen(first, second, self.prefixes)


def learn_hyphens(lines: Sequence[str], language: str) -> Hyphens:
    """The habit of some lines of running text."""
    words = Counter(_whole_words(lines))
    prefixes = frozenset(data(language, "repair")["prefixes"])
    divided = [halves for pair in pairwise(lines) if (halves := _halves(*pair))]
    joined = sum(bool(words[first + second]) for first, second in divided)
    kept = sum(
        bool(words[f"{first}-{second}"]) or _needs_hyphen(first, second, prefixes)
        for first, second in divided
    )
    often = len(divided) >= max(_FEWEST, _LEAST_SHARE * len(lines))
    habit = often and 2 * kept <= len(divided) + joined
    return Hyphens(words, prefixes, habit)


def _halves(before: str, after: str) -> tuple[str, str] | None:
    """The halves of a word that may have been divided, in lower case, or None."""
    if before[-1:] not in _SIGNS or not before[-2:-1].islower() or not after[:1].islower():
        return None
    last, first = _LAST.search(before), _FIRST.match(after)
    if not last or not first:
        return None
    return last.group(1).lower(), first.group().lower()


def _needs_hyphen(first: str, second: str, prefixes: frozenset[str]) -> bool:
    """Whether a compound of two parts has a hyphen of its own.

    It does behind a prefix or an abbreviation without vowel, and between two vowels.
    """
    return (
        first in prefixes
        or not any(character in _VOWELS for character in first)
        or (first[-1] in _VOWELS and second[0] in _VOWELS)
    )


def _whole_words(lines: Iterable[str]) -> Iterable[str]:
    """The words that no line end divides, in lower case."""
    open_word = False
    for line in lines:
        tokens = list(_TOKEN.finditer(line))
        if open_word:
            tokens = tokens[1:]
        open_word = line[-1:] in _SIGNS and len(line) > 1
        if open_word:
            tokens = tokens[:-1]
        yield from (token.group().lower() for token in tokens)
