"""Who refuses a thing only without something else, or will not have it that it is not so.

To agree on a condition and to refuse unless it is met are one view, and so are to ask for a thing
and to find it unthinkable that it is not done.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from workflow.comparison.model import Stand, asked_once
from workflow.comparison.opposites import (
    denies_opposite,
    has_opposite_in,
    has_way,
    is_negated,
    negations,
    undoing,
)
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import content_words, different_pieces, is_among
from workflow.comparison.ways import way_in


def refuse_alike(older: Stand, newer: Stand) -> bool:
    """Whether one refuses unless the other one's condition is met, or that a thing is not so."""
    return any(
        denies_opposite(one, other) or _wants_after_all(one, other) or _keeps_condition(one, other)
        for one, other in ((older, newer), (newer, older))
    )


def _wants_after_all(refusal: Stand, wish: Stand) -> bool:
    """Whether one finds it unthinkable that what the other one is for does not come."""
    if leaning(wish.stance) <= 0 or not has_way(refusal.core, "unthinkable"):
        return False
    said = plain_words(wish.core)
    if not (negations() | undoing()).isdisjoint(said) or has_way(wish.core, "gone"):
        return False
    unthinkable = _unthinkable(refusal)
    gone = not undoing().isdisjoint(unthinkable)
    return is_negated(" ".join(unthinkable)) != gone or has_opposite_in(refusal, wish, unthinkable)


@asked_once
def _unthinkable(stand: Stand) -> Sequence[str]:
    """The words for what somebody finds unthinkable."""
    said = plain_words(stand.core)
    own = way_in(said, "unthinkable")
    last = max(at for at, word in enumerate(said) if word in own and word not in negations())
    return said[last + 1 :]


def _keeps_condition(refusal: Stand, wish: Stand) -> bool:
    """Whether one refuses a thing only without what the other one makes its condition."""
    alike = refusal.stance == wish.stance != "reserve"
    if polarity(refusal.stance) >= 0 or alike:
        return False
    met = {word for part in _behind(wish.core, "if_only") for word in part}
    lacking = [part for part in _lacking(refusal.core) if part]
    for part in lacking if met else ():
        few, many = sorted((sorted(met), part), key=len)
        pieces = different_pieces(many)
        common = sum(is_among(word, pieces) for word in few)
        if common > rules()["same_subject"] * len(few):
            return True
    return False


@lru_cache(maxsize=8_192)
def _behind(text: str, name: str) -> tuple[Sequence[str], ...]:
    """The words with a meaning behind each word of a list."""
    said = plain_words(text)
    return tuple(
        content_words(" ".join(said[at + 1 :]))
        for at, word in enumerate(said)
        if word in words_of(name)
    )


def _lacking(text: str) -> Iterator[list[str]]:
    """What somebody refuses to be without: behind `als ... niet`, `waarvan ... niet`, `zonder`."""
    said, no = plain_words(text), negations()
    for at, word in enumerate(said):
        rest = said[at + 1 :]
        lacks = not no.isdisjoint(rest) or has_way(" ".join(rest), "lacking")
        if word in words_of("if_words", "in_which") and lacks:
            yield [each for each in content_words(" ".join(rest)) if each not in no]
        elif word in words_of("without", "unless"):
            yield list(content_words(" ".join(rest)))
