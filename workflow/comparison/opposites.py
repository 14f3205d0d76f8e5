"""When a statement says the opposite of an earlier one, whatever their stances.

Three ways: what was said is withdrawn (`trok zijn verzoek in`); a clause comes back in the same
words with a denial in it, or without the denial it had (`zag nu geen aanleiding`); or what was
held against a thing is no problem any more (`had er niet langer moeite mee`).
"""

import re
from collections.abc import Sequence
from functools import cache

from workflow.comparison.model import Stand
from workflow.comparison.tokens import plain, tokens
from workflow.comparison.vectors import content_words, pieces
from workflow.languages import LANGUAGES, data

FEWEST_WORDS = 3
"""Words with a meaning that a clause needs to be the denial of another one."""


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(
        plain(word) for language in LANGUAGES for word in data(language, "comparison")[name]
    )


def negations() -> frozenset[str]:
    """The words that deny, of all languages."""
    return _words_of("negations")


def not_denying() -> frozenset[str]:
    """The words that take back a denial before them, of all languages."""
    return _words_of("not_denying")


def withdrawn(older: Stand, newer: Stand) -> tuple[Stand, int] | None:
    """The statement that the other one takes back, and its side; None where nothing is.

    The side is 1 for support or a wish, -1 for an objection.
    """
    taking = [takes_back(stand.core) for stand in (older, newer)]
    if taking[0] == taking[1]:
        return None
    said, taker = (newer, older) if taking[0] else (older, newer)
    objections = _words_of("objections")
    return said, -1 if any(word in objections for word in content_words(taker.core)) else 1


def takes_back(text: str) -> bool:
    """Whether a clause says that something is withdrawn, and does not deny it."""
    return any(
        not _denies(clause) and _has_way([token.key for token in tokens(clause)])
        for clause in _clauses(text)
    )


def has_no_problem(text: str) -> bool:
    """Whether a clause says that there is nothing, or nothing any more, against a thing."""
    for clause in _clauses(text):
        words = [token.key for token in tokens(clause)]
        seen = next((at for at, word in enumerate(words) if word in negations()), len(words))
        if not _words_of("problems").isdisjoint(words[seen:]):
            return True
    return False


def _has_way(words: Sequence[str]) -> bool:
    """Whether the words of a clause hold one of the ways to take something back, in order."""
    known = [word for word in words if any(map(str.isalnum, word))]
    for way in _ways():
        at = 0
        for forms in way:
            if forms == {"$"}:
                break
            at = next((i + 1 for i in range(at, len(known)) if known[i] in forms), -1)
            if at < 0:
                break
        if at > 0 and (forms != {"$"} or at == len(known)):
            return True
    return False


@cache
def _ways() -> tuple[tuple[frozenset[str], ...], ...]:
    """The ways to take something back, of all languages: for each word its forms."""
    return tuple(
        tuple(frozenset(plain(word).split("|")) for word in way.split())
        for language in LANGUAGES
        for way in data(language, "comparison")["withdrawing"]
    )


@cache
def clause_edges() -> re.Pattern[str]:
    """What stands between two clauses: a mark, or a word that joins them."""
    words = sorted(_words_of("joiners"))
    return re.compile(rf"[,;:]|\s(?:{'|'.join(words)})\s")


def denies(older: Stand, newer: Stand, alike: float) -> bool:
    """Whether a clause of one statement is a clause of the other one, but for a denial.

    `alike` is the share of the shorter clause that has to come back.
    """
    one, other = _denied(older.core), _denied(newer.core)
    if not any(one) and not any(other):
        return False
    return any(
        _is_denial(first, second, alike)
        for first, no in zip(_clauses(older.core), one, strict=True)
        for second, not_ in zip(_clauses(newer.core), other, strict=True)
        if no != not_
    )


def _clauses(text: str) -> list[str]:
    return [clause for clause in clause_edges().split(text) if clause.strip()] or [text]


def _denied(text: str) -> list[bool]:
    """For each clause, whether it denies something."""
    return [_denies(clause) for clause in _clauses(text)]


def _denies(clause: str) -> bool:
    """Whether an odd number of words in a clause deny, `niet alleen` left out."""
    words = [token.key for token in tokens(clause)]
    count = sum(
        word in negations() and following not in not_denying()
        for word, following in zip(words, [*words[1:], ""], strict=True)
    )
    return count % 2 == 1


def _is_denial(one: str, other: str, alike: float) -> bool:
    """Whether two clauses say much the same but for the words that deny."""
    both = [_meaning(one), _meaning(other)]
    if min(map(len, both)) < FEWEST_WORDS:
        return False
    shapes = [set().union(*(pieces(word) for word in words)) for words in both]
    return len(shapes[0] & shapes[1]) >= alike * min(map(len, shapes))


def _meaning(clause: str) -> Sequence[str]:
    return [word for word in content_words(clause) if word not in negations()]
