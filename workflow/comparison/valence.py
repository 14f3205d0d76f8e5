"""Whether the words of a statement praise or blame, where its stance takes no side.

`bestempelde het register als een papieren tijger` is no more than an explanation to who looks at
the verb alone. Only words count that the other statement does not have: what both name is what
they are about.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from workflow.comparison.rules import words_of
from workflow.languages import LANGUAGES, data

REACH = 3
"""How many words before a word of praise or blame a denial may stand."""
ENDINGS = ("", "e", "en", "er", "ere", "s", "t", "ly", "ed", "ing")
"""What may stand behind a word of the lists in a form of it."""


@cache
def _values() -> dict[str, int]:
    """1 for each word that praises, -1 for each that blames, of all languages."""
    found: dict[str, int] = {}
    for name, value in (("praising", 1), ("blaming", -1)):
        for word in words_of(name):
            for ending in ENDINGS:
                found.setdefault(word + ending, value)
    for name, value in (("praising", 1), ("blaming", -1)):
        found.update(dict.fromkeys(words_of(name), value))
    return found


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
    words, opposites = set(other), _opposites()
    return any(not words.isdisjoint(opposites.get(word, ())) for word in one)


def valence(words: Sequence[str], own: Iterable[str]) -> int:
    """1 where a statement's own words praise, -1 where they blame, 0 where they do neither.

    `words` are all its words in their order, `own` those that the other statement does not have.
    """
    values, denying = _values(), words_of("negations", "hardly")
    mine = values.keys() & own
    total = 0
    for at, word in enumerate(words if mine else ()):
        if word in mine:
            denied = not denying.isdisjoint(words[max(0, at - REACH) : at])
            total += -values[word] if denied else values[word]
    return (total > 0) - (total < 0)
