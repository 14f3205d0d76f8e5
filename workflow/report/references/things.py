"""Reports, proposals, letters and the like, as what somebody gives: found by their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workflow.languages import data

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[.,;:()]")
_MARKS = frozenset(".,;:()")
_BESIDE = 6
"""Words before a thing among which its article is looked for."""
_LEAST = 3
"""Letters before an ending that make a compound of it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that somebody gives, in the words of a clause."""

    kind: str
    """A key of the word lists, such as `report`."""
    place: int
    """The place of its word."""
    words: tuple[str, ...]
    """What tells which one it is, before it: `jaarlijks`, the first part of a compound."""
    about: tuple[str, ...]
    """What it is said to be about."""


@cache
def words_of(language: str) -> dict[str, frozenset[str]]:
    """The word lists of a language."""
    return {name: frozenset(words) for name, words in _lists(language).items()}


def _lists(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = data(language, "things")["words"]
    return {name: words for name, words in found.items() if not name.endswith("_apart")}


@cache
def _kinds(language: str) -> dict[str, str]:
    kinds = data(language, "things")["kinds"]
    return {word: kind for kind, words in kinds.items() for word in words}


@cache
def _kind(word: str, language: str) -> tuple[str, str]:
    """The kind of a word and the part of it before the ending; empty for none."""
    known = _kinds(language)
    if word in known:
        return known[word], ""
    compounds = data(language, "things")["compounds"]
    if not compounds or word in words_of(language)["not_kinds"]:
        return "", ""
    for at in range(_LEAST, len(word) - 2):
        if word[at:] in known:
            return known[word[at:]], word[:at].rstrip("-")
    return "", ""


def clause_words(text: str) -> tuple[str, ...]:
    """The words and marks of a text, without case."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


def given_things(words: Sequence[str], language: str, *, every: bool = False) -> Iterator[Thing]:
    """The things of these words that are not merely what something else is about.

    With `every`, those as well.
    """
    for at in range(len(words)):
        kind, first = _at(words, at, language)
        if not kind or _at(words, at + 1, language)[0]:
            continue
        before = _before(words, at, language)
        if before is None and every:
            before = ()
        if before is not None:
            told = (*before, first) if first else before
            yield Thing(kind, at, told, _about(words, at, language))


def _at(words: Sequence[str], at: int, language: str) -> tuple[str, str]:
    """The kind of the thing that ends at this place; of an English name its last word counts."""
    if not 0 <= at < len(words) or (at and words[at - 1] in words_of(language)["before_verb"]):
        return "", ""
    pair = _kinds(language).get(" ".join(words[max(0, at - 1) : at + 1]))
    return (pair, "") if pair else _kind(words[at], language)


def _before(words: Sequence[str], at: int, language: str) -> tuple[str, ...] | None:
    """What stands between a thing and its article; None where it is what another is about."""
    lists = words_of(language)
    found: list[str] = []
    for place in range(at - 1, max(-1, at - _BESIDE), -1):
        word = words[place]
        if word in lists["about"]:
            return () if _is_particle(words, place, language) else None
        if word in lists["determiners"] or word.endswith("'s"):
            behind = place > 0 and words[place - 1] in lists["about"]
            apart = behind and _is_particle(words, place - 1, language)
            return None if behind and not apart else _telling(found, language)
        ends = lists["bounds"] | lists["giving"] | lists["with"] | lists["times"] | _apart(language)
        if word in _MARKS or word in ends or word in lists["delivered"]:
            break
        found.append(word)
    bent = data(language, "things")["bent"]
    return _telling([word for word in found[:1] if word.endswith(bent)], language)


def _is_particle(words: Sequence[str], at: int, language: str) -> bool:
    """Whether a word belongs to the verb before it: `kondigde aan een voorstel te doen`."""
    verbs = _verbs_of(language).get(words[at], frozenset())
    return not verbs.isdisjoint(words[max(0, at - _BESIDE) : at])


@cache
def _verbs_of(language: str) -> dict[str, frozenset[str]]:
    """The verbs that stand apart from a particle, by that."""
    apart = data(language, "references")["future"]["promising_apart"]
    found: dict[str, frozenset[str]] = {}
    lists = data(language, "things")["words"]
    for verb, particle in (*apart, *lists["delivered_apart"], *lists["aims_apart"]):
        last = particle.split()[-1]
        found[last] = found.get(last, frozenset()) | {verb}
    return found


@cache
def _apart(language: str) -> frozenset[str]:
    return frozenset().union(*_verbs_of(language).values())


def _telling(found: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(word for word in reversed(found) if word not in words_of(language)["plain"])


def _about(words: Sequence[str], at: int, language: str) -> tuple[str, ...]:
    """The words behind a thing that say what it is about, up to where a clause ends."""
    lists = words_of(language)
    found: list[str] = []
    for word in words[at + 1 :]:
        ends = word in _MARKS or word in lists["bounds"] or word in _apart(language)
        if ends or word in lists["giving"] or word in lists["delivered"]:
            break
        if not found and word not in lists["about"]:
            break
        found.append(word)
    return tuple(word for word in found if word not in lists["about"] | lists["determiners"])


def told_about(words: Sequence[str], at: int, language: str) -> tuple[str, ...]:
    """What the words behind a verb of telling say that it is about: `informed ministers about`."""
    lists = words_of(language)
    for place in range(at + 1, min(len(words), at + _BESIDE)):
        if words[place] in _MARKS or words[place] in lists["bounds"]:
            break
        if words[place] in lists["of_what"]:
            return _about(words, place - 1, language)
    return ()
