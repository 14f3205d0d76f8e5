"""The clauses of a text: where they begin and end, which ways of saying they have, what they deny.

A clause ends at a mark or before a word that joins it to the next one. Most rules ask one clause
at a time: `clauses` gives all, `own_clauses` those that carry the stance of a statement, and
`clauses_besides` the others. `has_way` asks whether one has a way of saying of a list of the data
files (`ways`).
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from workflow.comparison.model import Stand
from workflow.comparison.rules import words_of
from workflow.comparison.tokens import function_words, has_word, plain_words
from workflow.comparison.ways import lists_in, ways_of


@cache
def clause_edges() -> re.Pattern[str]:
    """What stands between two clauses: a mark, or a word that joins them (not `alleen maar`)."""
    words = "|".join(sorted(words_of("joiners")))
    # Looked at behind the blank and before a joiner only: to look back at every letter, or at
    # every blank, costs far more.
    besides = "".join(rf"(?<!\b{word}\s)" for word in sorted(words_of("not_joined")))
    return re.compile(rf"[,;:]|\s(?=(?:{words})\s){besides}(?:{words})\s")


@lru_cache(maxsize=8_192)
def clauses(text: str) -> list[str]:
    """The clauses of a text. Shared: not to be changed."""
    found, at = [], 0
    for edge in clause_edges().finditer(text):
        said = text[at : edge.start()].casefold().split()
        if edge.group() in ",;:" or words_of("that").isdisjoint(said[-2:-1]):  # "that A and B are"
            found.append(text[at : edge.start()])
            at = edge.end()
    return [clause for clause in (*found, text[at:]) if clause.strip()] or [text]


@lru_cache(maxsize=8_192)
def clauses_of(text: str, cue: str) -> list[str]:
    """The clauses in which the words of a stance stand, all where none has them."""
    own = set(plain_words(cue))
    near = [clause for clause in clauses(text) if not own.isdisjoint(plain_words(clause))]
    return near or clauses(text)


def own_clauses(stand: Stand) -> list[str]:
    """The clauses of a statement that carry its stance."""
    return clauses_of(stand.core, stand.cue)


def own_text(stand: Stand) -> str:
    """The clauses that carry the stance of a statement, as one text."""
    return " ".join(own_clauses(stand))


@lru_cache(maxsize=8_192)
def clauses_besides(text: str, cue: str) -> list[str]:
    """The clauses that have none of the words of a stance that mean something.

    None where nobody knows these words.
    """
    said = set(plain_words(cue))
    own = said - function_words() or said
    return [one for one in clauses(text) if own and own.isdisjoint(plain_words(one))]


@lru_cache(maxsize=8_192)
def words_by_clause(text: str) -> list[tuple[str, list[str]]]:
    """Each clause with its words. Shared: not to be changed."""
    return [
        (clause, [word for word in plain_words(clause) if has_word(word)])
        for clause in clauses(text)
    ]


def has_way(text: str, name: str) -> bool:
    """Whether a clause has one of the ways of a list, in the order of its words."""
    return name in _lists_in(text)


def has_one_of(text: str, *names: str) -> bool:
    """Whether a clause has one of the ways of one of these lists."""
    return not _lists_in(text).isdisjoint(names)


def have_way(said: Sequence[str], *names: str) -> bool:
    """Whether these words, left of a clause, have one of the ways of one of these lists.

    Hardly any have a word that begins one; only those are looked at as a text.
    """
    return any(begins_way(said, name) for name in names) and has_one_of(" ".join(said), *names)


def begins_way(said: Iterable[str], name: str) -> bool:
    """Whether one of these words begins a way of a list."""
    return not ways_of(name).keys().isdisjoint(said)


def opens_with(clause: str, name: str) -> bool:
    """Whether the first word of a clause begins a way of a list, which the clause has."""
    first = next(iter(plain_words(clause.strip())), "")
    return first in ways_of(name) and has_way(clause, name)


@lru_cache(maxsize=8_192)
def without(text: str, name: str) -> str:
    """A text without the clauses that have one of the ways of a list."""
    return " ".join(clause for clause in clauses(text) if not has_way(clause, name))


@lru_cache(maxsize=16_384)
def _lists_in(text: str) -> frozenset[str]:
    """The lists of which a clause of a text has a way."""
    if len(clauses(text)) > 1:  # each is asked about by itself as well
        return frozenset().union(*map(_lists_in, clauses(text)))
    return lists_in([words for _, words in words_by_clause(text)])


def negations() -> frozenset[str]:
    """The words that deny, of all languages."""
    return words_of("negations")


def undoing() -> frozenset[str]:
    """The words for taking a thing away again, of all languages: to ask for that is to deny it."""
    return words_of("undoing")


def not_denying() -> frozenset[str]:
    """The words that take back a denial before them, of all languages."""
    return words_of("not_denying")


@lru_cache(maxsize=8_192)
def denied_clauses(text: str) -> list[bool]:
    """For each clause, whether it denies something. Shared: not to be changed."""
    return [denies(clause) for clause in clauses(text)]


def denies(clause: str) -> bool:
    """Whether an odd number of words in a clause deny or take away, `niet alleen` left out."""
    return (_negations_in(clause) + sum(map(undoing().__contains__, plain_words(clause)))) % 2 == 1


def is_negated(clause: str) -> bool:
    """Whether an odd number of words in a clause deny, `niet alleen` left out."""
    return _negations_in(clause) % 2 == 1


@lru_cache(maxsize=8_192)
def _negations_in(clause: str) -> int:
    """How many words of a clause deny, those that a word behind takes back left out."""
    words = plain_words(clause)
    if negations().isdisjoint(words):
        return 0
    found = sum(
        word in negations()
        and (word in words_of("denying_articles") or following not in not_denying())
        and f"{word} {following}" not in not_denying()
        for word, following in zip(words, [*words[1:], ""], strict=True)
    )
    return found - (found > 0 and has_way(clause, "denying_nothing"))
