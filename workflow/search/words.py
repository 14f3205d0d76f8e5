"""What a user typed as words to look for, and where those stand in a text.

Capitals and accents do not matter. A word is also found at the beginning of a longer one
(`grens` in `grensbewaking`), from three letters on; between quotation marks words are found as
they stand, one behind the other. No sign has a meaning of its own besides, so that any text can
be typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
LONGEST = 400
"""Characters of a query that are looked at."""
_PREFIX_FROM = 3
"""Letters from which a word is also found at the beginning of another."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one behind the other, folded."""

    words: tuple[str, ...]
    open: bool
    """Whether the last word may go on."""

    def expression(self) -> str:
        """The term as SQLite's full-text search writes it."""
        return f'"{" ".join(self.words)}"' + (" *" if self.open else "")


class _Plain(dict[int, str]):
    """For `str.translate`: every sign without capitals and accents, worked out once."""

    def __missing__(self, code: int) -> str:
        signs = unicodedata.normalize("NFD", chr(code))
        plain = "".join(sign for sign in signs if not unicodedata.combining(sign)).lower()
        self[code] = plain
        return plain


_PLAIN = _Plain()


def fold(text: str) -> str:
    """The text without capitals and accents: `Roemenië` → `roemenie`."""
    text = unicodedata.normalize("NFC", text)
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def parse_words(text: str) -> tuple[Term, ...]:
    """The terms of a query, all of which an item must hold; none where nothing is a word."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    terms: list[Term] = []
    at = 0
    for quoted in _QUOTED.finditer(text):
        terms += _loose(text[at : quoted.start()])
        words = tuple(_WORD.findall(fold(quoted[1])))
        if words:
            terms.append(Term(words, False))
        at = quoted.end()
    terms += _loose(text[at:])
    return tuple(dict.fromkeys(terms))


def _loose(text: str) -> Iterator[Term]:
    for chunk in text.split():
        words = tuple(_WORD.findall(fold(chunk)))
        if words:
            last = words[-1]
            yield Term(words, len(last) >= _PREFIX_FROM and not last.isdigit())


@lru_cache(maxsize=256)
def _pattern(terms: tuple[Term, ...]) -> re.Pattern[str]:
    """Any of the terms in a folded text."""
    found = []
    for term in terms:
        end = "[^\\W_]*" if term.open else "(?![^\\W_])"
        found.append("[\\W_]+".join(map(re.escape, term.words)) + end)
    return re.compile(f"(?<![^\\W_])(?:{'|'.join(found)})")


def marks(text: str, terms: tuple[Term, ...]) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in a text: pairs of offsets, in order, none within another."""
    if not terms:
        return ()
    folded, places = _folded_with_places(text)
    found = _pattern(terms).finditer(folded)
    return tuple((places[each.start()], places[each.end() - 1] + 1) for each in found)


def holds(folded: str, terms: Iterable[Term]) -> bool:
    """Whether a folded text holds every term; what is asked where there is no full-text index."""
    return all(_pattern((term,)).search(folded) for term in terms)


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the offset that it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    signs, places = [], []
    for offset, sign in enumerate(text):
        for folded in _PLAIN[ord(sign)]:
            signs.append(folded)
            places.append(offset)
    return "".join(signs), places
