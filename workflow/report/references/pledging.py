"""Where a sentence promises a thing, or tells what somebody said would be."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from workflow.languages import data
from workflow.report.references.things import Thing, clause_words, given_things, words_of

_NEAR = 25
"""Words behind a verb within which its particle, or what it promises, stands."""
_NOT_BEFORE = 3
"""Words before a verb among which `not` denies it."""
_MARKS = frozenset(".,;:()")
_BESIDE = 4
"""Words behind `would` among which its verb stands, an adverb between them."""


@cache
def _words(language: str) -> dict[str, Any]:
    words = data(language, "references")["future"]
    lists = {key: frozenset(words[key]) for key in _LISTS}
    pairs: dict[str, set[str]] = {}
    for verb, particle in words["gives_apart"]:
        pairs.setdefault(verb, set()).add(particle)
    opens = lists["gives"] | lists["tells"] | lists["would"] | set(pairs)
    return {**lists, "apart": pairs, "opens": opens}


_LISTS = (
    "gives", "gave", "tells", "tells_to", "tells_do", "tells_not", "would", "would_do",
    "would_give", "would_be", "givens", "if", "announcing", "denying", "denying_beside",
    "not_denying", "not_denied", "denial_ends", "openers", "finite",
)  # fmt: skip


def promising_word(text: str, language: str) -> str:
    """The verb by which a sentence promises a thing or tells what will be; empty for none."""
    lists = _words(language)
    words = clause_words(text)
    if lists["opens"].isdisjoint(words):
        return ""
    things = None
    for at, word in enumerate(words):
        if word not in lists["opens"] or _was_given(words, at, lists, language):
            continue
        if _is_denied(words, at, lists):
            continue
        if things is None:
            things = tuple(given_things(words, language))
        if (
            _promises(words, at, things, language)
            or _tells(words, at, lists)
            or _would(words, at, things, lists)
        ):
            return word
    return ""


def denies_all(text: str, at: int, language: str) -> bool:
    """Whether the clause at this place of a text says that what it announces will not be.

    Where it announces nothing, nothing is denied.
    """
    lists, words = _words(language), clause_words(text)
    place = min(len(clause_words(text[:at])), len(words))
    low = next((n + 1 for n in range(place - 1, -1, -1) if _is_opening(words[n], lists)), 0)
    high = next((n for n in range(place, len(words)) if _is_opening(words[n], lists)), len(words))
    told = lists["opens"] | lists["announcing"] | words_of(language)["giving"]
    verbs = [n for n in range(low, high) if words[n] in told]
    return bool(verbs) and all(_is_denied(words, verb, lists) for verb in verbs)


def _is_denied(words: Sequence[str], at: int, lists: dict[str, Any]) -> bool:
    """Whether the clause of the verb at this place denies it: `zegde geen verslag toe`."""
    for place in range(at - 1, -1, -1):
        if _is_opening(words[place], lists) or words[place] in lists["finite"]:
            break
        beside = words[place] in lists["denying_beside"] and at - place <= _NOT_BEFORE
        if (beside or words[place] in lists["denying"]) and _denies(words, place, lists):
            return True
    for place in range(at + 1, len(words)):
        if _is_opening(words[place], lists) or words[place] in lists["denial_ends"]:
            break
        if words[place] in lists["denying"] | lists["denying_beside"]:
            return _denies(words, place, lists)
    return False


def _denies(words: Sequence[str], place: int, lists: dict[str, Any]) -> bool:
    """Whether a word of denial is meant so: not `not before June`, `with no delay`."""
    before = words[place - 1] if place else ""
    behind = words[place + 1] if place + 1 < len(words) else ""
    return before not in lists["not_denied"] and behind not in lists["not_denying"]


def _is_opening(word: str, lists: dict[str, Any]) -> bool:
    return word in _MARKS or word in lists["openers"]


def is_giving(text: str, language: str) -> bool:
    """Whether a sentence tells that a thing is given: `komt met een voorstel`."""
    words = clause_words(text)
    if words_of(language)["giving"].isdisjoint(words):
        return False
    return any(True for _ in given_things(words, language))


def _promises(words: Sequence[str], at: int, things: Sequence[Thing], language: str) -> bool:
    """Whether the verb at this place has a thing as its object."""
    lists = _words(language)
    stop = _clause_end(words, at)
    if particles := lists["apart"].get(words[at]):
        ends = [place for place in range(at + 1, stop) if words[place] in particles]
        return bool(ends) and any(at < thing.place < ends[0] for thing in things)
    if words[at] not in lists["gives"]:
        return False
    bounds = words_of(language)["bounds"]
    stop = next((place for place in range(at + 1, stop) if words[place] in bounds), stop)
    return any(at < thing.place < stop for thing in things)


def _was_given(words: Sequence[str], at: int, lists: dict[str, Any], language: str) -> bool:
    """Whether it tells of an earlier promise: `had toegezegd`, `the promised report`."""
    before = words[at - 1] if at else ""
    if before in lists["gave"] or before in words_of(language)["determiners"]:
        return True
    return not words_of(language)["by"].isdisjoint(words[max(0, at - _BESIDE) : at])


def _tells(words: Sequence[str], at: int, lists: dict[str, Any]) -> bool:
    """`gaf aan … te komen met`, `verwacht … te presenteren`, `committed to publishing`."""
    if words[at] not in lists["tells"] or lists["tells_not"] & set(words[max(0, at - 1) : at]):
        return False
    for place in range(at + 1, _clause_end(words, at) - 1):
        if words[place] in lists["tells_not"]:
            return False
        if words[place] in lists["tells_to"]:
            return words[place + 1] in lists["tells_do"]
    return False


def _would(words: Sequence[str], at: int, things: Sequence[Thing], lists: dict[str, Any]) -> bool:
    """`would come back to`, `would present its report`, and not what would be if something is."""
    if words[at] not in lists["would"] or not lists["if"].isdisjoint(words):
        return False
    for place in range(at + 1, min(at + _BESIDE, len(words))):
        if words[place] in lists["would_do"]:
            return True
        if words[place] in lists["would_give"]:
            stop = _clause_end(words, at)
            return any(place < thing.place < stop for thing in things)
        if words[place] in lists["would_be"]:
            given = words[place + 1 : place + 2]
            return not lists["givens"].isdisjoint(given) and any(t.place < at for t in things)
    return False


def _clause_end(words: Sequence[str], at: int) -> int:
    """Where the clause behind a verb ends, or where it is too far away."""
    ends = (place for place in range(at, min(len(words), at + _NEAR)) if words[place] in ".;:")
    return next(ends, min(len(words), at + _NEAR))
