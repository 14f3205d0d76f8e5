"""Whether the words of a statement praise or blame, where its stance takes no side.

`bestempelde het register als een papieren tijger` is no more than an explanation to who looks at
the verb alone. Only words count that the other statement does not have: what both name is what
they are about.
"""

from collections.abc import Iterable
from functools import cache

from workflow.comparison.clauses import clauses, without
from workflow.comparison.model import Stand
from workflow.comparison.rules import words_of
from workflow.comparison.wording import words
from workflow.languages import LANGUAGES, data

REACH = 3
"""How many words before a word of praise or blame a denial may stand."""


@cache
def _values(language: str) -> dict[str, int]:
    """1 for each word that praises, -1 for each that blames; of all languages where none is told.

    A form of a word takes the endings of its own language: `star` is no `start`.
    """
    if language not in LANGUAGES:
        return {word: value for each in LANGUAGES for word, value in _values(each).items()}
    lists = data(language, "comparison")
    valued = [(word, 1) for word in lists["praising"]] + [(word, -1) for word in lists["blaming"]]
    forms = {word + ending: value for word, value in valued for ending in lists["value_endings"]}
    return {word: value for word, value in (forms | dict(valued)).items()
            if word not in lists["without_value"]}  # fmt: skip


@cache
def _opposites() -> dict[str, set[str]]:
    """The opposites of each word that has any, of all languages."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for pair in data(language, "comparison")["opposites"]:
            one, other = pair.split()
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def are_opposites(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether one statement has a word and the other one its opposite: `hogere`, `lagere`."""
    opposites = _opposites()
    turned = [opposites[word] for word in one if word in opposites]
    return bool(turned) and not set().union(*turned).isdisjoint(other)


@cache
def words_with_opposite() -> frozenset[str]:
    """The words that have an opposite, of all languages."""
    return frozenset(_opposites())


def valence(stand: Stand, core: str, own: Iterable[str]) -> int:
    """1 where a statement's own words praise, -1 where they blame, 0 where they do neither.

    `core` is the part of it that counts; `own` are those that the other statement does not have.
    What is to be lessened or kept off is not blamed: `vermindert de regeldruk`; nor is a thing of
    which nothing less will do.
    """
    values, denying = _values(stand.language), words_of("negations", "hardly")
    mine = values.keys() & own
    total = 0
    for clause in clauses(without(core, "against_sparing")) if mine else ():
        said = words(clause)
        eased = not words_of("easing", "undoing").isdisjoint(said)
        for at, word in enumerate(said):
            if word in mine and not (eased and values[word] < 0):
                denied = not denying.isdisjoint(said[max(0, at - REACH) : at])
                total += -values[word] if denied else values[word]
    return (total > 0) - (total < 0)
