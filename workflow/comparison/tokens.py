"""Texts as words and marks, and which of them mean something."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from workflow.languages import LANGUAGES, data

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)+|[\w\u0300-\u036f\ufffd]+(?:[-'’‑][\w\u0300-\u036f\ufffd]+)*|[^\w\s]|^(?=\s)"
)
_TOKEN = re.compile(rf"(?P<word>{_WORD.pattern})(?P<gap>\s*)")
_BEHIND = re.compile(rf"\s*(?P<word>{_WORD.pattern})")
_PLAIN_MARKS = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"',
                              "«": '"', "»": '"', "‑": "-", "–": "-", "—": "-"})  # fmt: skip
# Begins with the digit, for which a text is searched fast; a year is no figure.
_FIGURE = re.compile(r"\d(?<!\w\d)(?!(?<=1)9\d\d\b|(?<=2)0\d\d\b)\d*(?:[.,]\d+)*")


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
    return text.lower() if text.isascii() else text.casefold().translate(_PLAIN_MARKS)


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    """The word without what is no change; the same words return all the time."""
    return plain(word)


@lru_cache(maxsize=4_096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text; joined with their gaps they are the text again."""
    return tuple(map(Token._make, _TOKEN.findall(text)))


@lru_cache(maxsize=16_384)
def words_in(text: str) -> tuple[str, ...]:
    """The words and marks of a text, as they stand there."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=16_384)
def plain_words(text: str) -> tuple[str, ...]:
    """The words and marks of a text without what is no change."""
    if text.isascii():
        return tuple(_WORD.findall(plain(text)))
    return tuple(map(_key, words_in(text)))


def keys(words: Iterable[Token]) -> tuple[str, ...]:
    """What makes each token the same as another one."""
    return tuple([_key(token[0]) for token in words])


@lru_cache(maxsize=16_384)
def figures(text: str) -> frozenset[str]:
    """The figures in a text, without years."""
    return frozenset(_FIGURE.findall(text))


@lru_cache(maxsize=16_384)
def amounts(text: str) -> frozenset[str]:
    """The figures in a text with the word of an amount behind them: `85 miljoen`."""
    if not figures(text):
        return frozenset()
    behind = [(each[0], _BEHIND.match(text, each.end())) for each in _FIGURE.finditer(text)]
    told = [(figure, _key(found["word"])) for figure, found in behind if found]
    return frozenset(f"{figure} {word}" for figure, word in told if word in amount_words())


@cache
def amount_words() -> frozenset[str]:
    """The words that stand behind the figure of an amount, of all languages."""
    return frozenset(
        plain(word) for name in LANGUAGES for word in data(name, "comparison")["amount_words"]
    )


@cache
def function_words() -> frozenset[str]:
    """The words without a meaning of their own, of all languages."""
    return frozenset(
        plain(word)
        for language in LANGUAGES
        for word in data(language, "comparison")["function_words"]
    )


@lru_cache(maxsize=65_536)
def has_word(text: str) -> bool:
    """Whether a token has a letter or a figure."""
    return any(map(str.isalnum, text))


def has_content(token: Token) -> bool:
    """Whether the token means something by itself."""
    return token.key not in function_words() and has_word(token.word)
