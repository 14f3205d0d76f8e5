"""What of all that lies ahead is a next step, and what of it the Council will see again."""

import re
from collections.abc import Iterable
from functools import cache

from workflow.languages import data

_BESIDE = 8
"""Words beside a word that points ahead among which its subject is looked for."""
_OPENING = 2
"""Words before it that are no more than an opening."""
_NO_STEP = ("measures", "votes")
"""Lists of what says how much something will be, or how somebody votes."""


def is_doubtful(text: str, language: str) -> bool:
    """Whether a text says that something perhaps will be: not `as soon as possible`."""
    told = f" {' '.join(_plain(text.split()))} "
    for words in _words(language, "no_doubt"):
        told = told.replace(f" {words} ", " ")
    return any(f" {words} " in told for words in _words(language, "doubt"))


def is_effect(text: str, language: str, at: int) -> bool:
    """Whether a sentence tells what a thing will bring about, or what will perhaps be, or how much.

    “Het instrument zal het netwerk versterken” announces nothing. `at` is where the word that
    points ahead begins.
    """
    before = re.split(r"[;:]", text[:at])[-1].split()
    behind = re.split(r"[,;:]", text[at:])[0].split()
    told = f" {' '.join(_plain(behind))} "
    if is_doubtful(" ".join(behind), language):
        return True
    if any(f" {words} " in told for key in _NO_STEP for words in _words(language, key)):
        return True
    effect = any(f" {words} " in told for words in _words(language, "effects"))
    return effect and _is_about_thing(before, behind[1:], language)


def _is_about_thing(before: list[str], behind: list[str], language: str) -> bool:
    """Whether a thing stands nearest to a word that points ahead, not somebody.

    Where a sentence opens with something else its subject follows: “Over dit plan zal de
    minister …”, “Ook zal het systeem …”.
    """
    turned = bool(before) and before[0].casefold() in _words(language, "openers")
    near = [] if turned else before[: -_BESIDE - 1 : -1]
    for word, plain in zip(near, _plain(near), strict=True):
        if plain in _words(language, "things"):
            return True
        if plain in _words(language, "people") or (word[:1].isupper() and word is not before[0]):
            return False
    if not turned and len(before) > _OPENING:
        return False
    kinds = ("things", "people")
    nearest = (k for each in _plain(behind) for k in kinds if each in _words(language, k))
    return next(nearest, "") == "things"


def is_asked(text: str, language: str) -> bool:
    """Whether a sentence only asks whether or when a thing will be."""
    words = _plain(text.split())
    asking, asked = _words(language, "asking"), _words(language, "asked")
    at = next((place for place, word in enumerate(words) if word in asking), len(words))
    return any(word in asked for word in words[at + 1 : at + 1 + _BESIDE])


def is_firm(text: str, language: str) -> bool:
    """Whether a sentence says that something will happen: by its words, or as an event."""
    told = f" {' '.join(_plain(text.split()))} "
    wished = not _words(language, "wishing").isdisjoint(told.split())
    firm = not wished and any(f" {words} " in told for words in _words(language, "firm"))
    return firm or _is_event(text, language)


def is_at_next(text: str, language: str) -> bool:
    """Whether a sentence announces a thing for the next meeting, without its day."""
    told = f" {' '.join(_plain(text.split()))} "
    return any(f" {words} " in told for words in _words(language, "next"))


def is_elsewhere(text: str, language: str) -> bool:
    """Whether a sentence announces what takes place elsewhere than in the Council."""
    words = {part for word in _plain(text.split()) for part in word.split("-")}
    returns = not words.isdisjoint(_words(language, "returns"))
    council = _has_end(words, language, "councils", "not_councils")
    return _is_event(text, language) and not (returns or council)


def _is_event(text: str, language: str) -> bool:
    return _has_end(_plain(text.split()), language, "events", "not_events")


def _has_end(words: Iterable[str], language: str, name: str, besides: str) -> bool:
    """Whether a word ends on one of a list; compounds of another list do not count."""
    ends, others = tuple(_words(language, name)), tuple(_words(language, besides))
    return any(word.endswith(ends) and not word.endswith(others) for word in words)


def _plain(words: list[str]) -> list[str]:
    return [word.casefold().strip(".,;:()[]'’‘“”\"") for word in words]


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(data(language, "offers")["ahead"][name])
