"""Texts as words and marks, and which of them mean something."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from workflow.languages import LANGUAGES, data

_TOKEN = re.compile(
    r"(?P<word>\d+(?:[.,:]\d+)+|[\w\u0300-\u036f\ufffd]+(?:[-'’‑][\w\u0300-\u036f\ufffd]+)*|[^\w\s]|^(?=\s))"
    r"(?P<gap>\s*)"
)
_PLAIN_MARKS = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"',
                              "«": '"', "»": '"', "‑": "-", "–": "-", "—": "-"})  # fmt: skip
_FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*")


class Token(NamedTuple):
    """A word or a punctuation mark with the white space after it."""

    word: str
    gap: str

    @property
    def key(self) -> str:
        """What makes two tokens the same: letters without case, quotes of one kind."""
        return _key(self.word)


def plain(text: str) -> str:
    """The text without what is no change: case, kind of quotes and dashes."""
    return text.casefold().translate(_PLAIN_MARKS)


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    """The word without what is no change; the same words return all the time."""
    return plain(word)


@lru_cache(maxsize=4_096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text; joined with their gaps they are the text again."""
    return tuple(map(Token._make, _TOKEN.findall(text)))


def keys(words: Iterable[Token]) -> tuple[str, ...]:
    """What makes each token the same as another one."""
    return tuple([_key(token[0]) for token in words])


@lru_cache(maxsize=16_384)
def figures(text: str) -> frozenset[str]:
    """The figures in a text, without years."""
    return frozenset(_FIGURE.findall(text))


@cache
def function_words() -> frozenset[str]:
    """The words without a meaning of their own, of all languages."""
    return frozenset(
        plain(word)
        for language in LANGUAGES
        for word in data(language, "comparison")["function_words"]
    )


def has_content(token: Token) -> bool:
    """Whether the token means something by itself."""
    return token.key not in function_words() and any(letter.isalnum() for letter in token.word)
