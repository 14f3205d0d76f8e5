"""A sentence as a row of words, with the place of each in the text."""

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(
    r"(?:[A-Za-zÀ-ž]\.){2,}"  # abbreviations keep their stops: t.a.v.
    r"|[^\W_]+(?:[-'’/.&][^\W_]+)*"
    r"|[^\w\s]"
)
"""One word, number or sign. A hyphen or apostrophe inside a word belongs to it."""
_DENYING = re.compile(r"(?i:can(?=not\b)|[a-z]+(?=n['’]t\b)|n['’]t\b)|" + _WORD.pattern)
"""The same where English joins a denial to its verb: `cannot` and `couldn't` are two words."""
_JOINED = ("cannot", "n't", "n’t")
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left of a verb before `n't`, with the verb itself."""

_YEAR = re.compile(r"(?:19|20)\d\d")
QUOTES = frozenset("\"“”„‘’«»'")
"""Marks of a quotation."""
SIGNS = frozenset(".,;:!?()[]–—-\"'“”‘’«»…/")


class Words:
    """The words of one sentence: `text` as written, `low` in lower case, `start` and `end`."""

    __slots__ = ("end", "low", "start", "text")

    def __init__(self, sentence: str) -> None:
        joined = any(each in sentence.lower() for each in _JOINED)
        found = list((_DENYING if joined else _WORD).finditer(sentence))
        self.text = [each[0] for each in found]
        self.low = [word.lower().replace("’", "'") for word in self.text]
        for at in range(1, len(found)) if joined else ():
            if self.low[at] == "n't":
                self.low[at - 1] = _SHORTENED.get(self.low[at - 1], self.low[at - 1])
        self.start = [each.start() for each in found]
        self.end = [each.end() for each in found]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Offsets in the sentence of the words from `first` up to but not including `stop`."""
        return self.start[first], self.end[stop - 1]

    def is_name(self, index: int) -> bool:
        """Whether a word that starts with a capital stands at a place."""
        return 0 <= index < len(self.text) and self.text[index][:1].isupper()

    def is_year(self, index: int) -> bool:
        """Whether a year stands at a place."""
        return 0 <= index < len(self.low) and _YEAR.fullmatch(self.low[index]) is not None


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they stand in `Words.low`."""
    if _is_plain(phrase):
        return tuple(phrase.lower().split(" "))
    return tuple(Words(phrase).low)


def written(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they stand in `Words.text`."""
    return tuple(phrase.split(" ") if _is_plain(phrase) else Words(phrase).text)


def _is_plain(phrase: str) -> bool:
    """Whether a phrase is of letters with a blank between words, as nearly all of a list are."""
    # No blank is left out: there is none at an end, nor two in a row.
    return (
        phrase.replace(" ", "").isalpha()
        and " ".join(phrase.split()) == phrase
        and ("cannot" not in phrase.lower())
    )


class Phrases(Generic[T]):
    """A set of phrases with a value each, found at a place in time independent of their number."""

    def __init__(self) -> None:
        self._firsts: dict[str, tuple[list[T], dict[str, list[tuple[tuple[str, ...], T]]]]] = {}
        """By the first word: those of one word, and the longer ones by their second word.

        Most words of a text begin no phrase, and hundreds of phrases start with `the`.
        """

    def add(self, words: tuple[str, ...], value: T) -> None:
        """Add a phrase; longer ones are tried first, earlier ones win among equals."""
        single, longer = self._firsts.setdefault(words[0], ([], {}))
        if len(words) == 1:
            single.append(value)
            return
        entries = longer.setdefault(words[1], [])
        entries.append((words, value))
        if len(entries) > 1:
            entries.sort(key=lambda entry: -len(entry[0]))

    def firsts(self) -> Iterable[str]:
        """The words with which a phrase begins."""
        return self._firsts.keys()

    def places(self, low: Sequence[str], start: int = 0, stop: int | None = None) -> list[int]:
        """The places of words with which a phrase begins, whether or not the rest follows."""
        end = len(low) if stop is None else min(stop, len(low))
        return [place for place in range(max(start, 0), end) if low[place] in self._firsts]

    def at(self, low: Sequence[str], index: int) -> Sequence[tuple[int, T]]:
        """The phrases that start at `index`, longest first, each with the index after it."""
        begun = self._firsts.get(low[index]) if 0 <= index < len(low) else None
        if begun is None:
            return ()
        single, longer = begun
        found = longer.get(low[index + 1]) if longer and index + 1 < len(low) else None
        if found is None:
            return [(index + 1, value) for value in single] if single else ()
        return [
            (index + len(words), value)
            for words, value in found
            if len(words) == 2 or tuple(low[index : index + len(words)]) == words
        ] + [(index + 1, value) for value in single]

    def first(self, low: Sequence[str], index: int) -> tuple[int, T] | None:
        """The longest phrase that starts at `index`, or None."""
        begun = self._firsts.get(low[index]) if 0 <= index < len(low) else None
        if begun is None:
            return None
        single, longer = begun
        if longer and index + 1 < len(low):
            for words, value in longer.get(low[index + 1], ()):
                stop = index + len(words)
                if len(words) == 2 or tuple(low[index:stop]) == words:
                    return stop, value
        return (index + 1, single[0]) if single else None


class Endings(Generic[T]):
    """The same, for phrases that end at a place."""

    def __init__(self) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, words: tuple[str, ...], value: T) -> None:
        """Add a phrase."""
        entries = self._by_last.setdefault(words[-1], [])
        entries.append((words, value))
        entries.sort(key=lambda entry: -len(entry[0]))

    def before(self, low: Sequence[str], index: int) -> tuple[int, T] | None:
        """The longest phrase whose last word stands just before `index`, with its own start."""
        if index <= 0:
            return None
        for words, value in self._by_last.get(low[index - 1], ()):
            start = index - len(words)
            if start >= 0 and tuple(low[start:index]) == words:
                return start, value
        return None
