"""The titles of points within an item about many things: `a) Speelgoed (verzoek van Malta)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise

from workflow.comparison.titles import is_generic, told
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import content_words
from workflow.report.model import Item, Sentence

_COUNTED = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[-–•])\s+", re.IGNORECASE)
"""What counts a point before its title: `a)`, `(ii)`, `–`."""
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
"""What stands in brackets at the end of a title: who asked for it this time."""


def without_count(text: str) -> str:
    """A line without the letter or number that counts it."""
    return _COUNTED.sub("", text)


def opens_point(paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph is the title of a point: "a) Speelgoed (verzoek van Malta)"."""
    text, last = paragraph[0].text, paragraph[0].text[-1:]
    # A title that is counted may be a question; a sentence that is counted has a full stop.
    is_title = last.isalnum() or last in (")", "]") or (_COUNTED.match(text) and last not in ".;:,")
    return len(paragraph) == 1 and bool(is_title)


def head_of(piece: Item) -> str:
    """The title of a point without its letter; empty for a part that begins with a sentence."""
    opening = piece.sentences[:1]
    if not opening or not opens_point(opening):
        return ""
    return without_count(opening[0].text).strip()


def bare_head(piece: Item) -> str:
    """The title of a point without what stands in brackets behind it."""
    return _ASIDE.sub("", head_of(piece))


def are_headed_alike(one: Item, other: Item) -> bool:
    """Whether two points have the same title, and it says what they are about."""
    mine, theirs = plain_words(bare_head(one)), plain_words(bare_head(other))
    return bool(mine) and mine == theirs and bool(told(content_words(bare_head(one))))


def titled_points(item: Item, title: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The points of an item whose own title says nothing: the title and the sentences of each."""
    if not is_generic(title):
        return
    cut = [tuple(each) for _, each in groupby(item.sentences, key=lambda each: each.paragraph)]
    starts = [at for at, paragraph in enumerate(cut) if opens_point(paragraph)]
    for at, end in pairwise((*starts, len(cut))):
        sentences = tuple(chain.from_iterable(cut[at:end]))
        head = bare_head(replace(item, sentences=sentences))
        yield head, tuple(each.number for each in sentences)


def point_title(item: Item, sentences: Sequence[int]) -> str:
    """The title of the only point of an item in which these sentences stand; empty for none."""
    wanted = set(sentences)
    heads = [
        head for head, numbers in titled_points(item, item.title) if not wanted.isdisjoint(numbers)
    ]
    return heads[0] if len(heads) == 1 else ""
