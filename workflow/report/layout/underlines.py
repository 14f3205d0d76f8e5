"""Rows of signs that typists set: below a heading, as long as that is, or to part the text."""

import re
from collections.abc import Sequence

_UNDERLINE = re.compile(r"\s*([=~_-])\1{3,}\s*")
_SEPARATOR = re.compile(r"\s*(?:[*#~]\s*){3,}")
_NOTE = re.compile(r"\s*\[?\d{1,3}\]?[.)]?\s")
_MOST_APART = 2
"""Characters that an underline may be longer or shorter than its line."""


def without_underlines(texts: Sequence[str]) -> list[str]:
    """The lines, with those that underline the line above them or part the text made empty.

    A rule above notes is none: a note follows it, or it has a length of its own.
    """
    return [
        "" if _SEPARATOR.fullmatch(text) or _underlines(texts, place) else text
        for place, text in enumerate(texts)
    ]


def _underlines(texts: Sequence[str], place: int) -> bool:
    """Whether a line underlines the one above it."""
    if not place or not _UNDERLINE.fullmatch(texts[place]):
        return False
    above = texts[place - 1].strip()
    if not above or abs(len(texts[place].strip()) - len(above)) > _MOST_APART:
        return False
    below = next((text for text in texts[place + 1 : place + 4] if text.strip()), "")
    return not _NOTE.match(below)
