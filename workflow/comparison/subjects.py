"""What two statements are about, and how much of it they share."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from workflow.comparison.clauses import clauses, has_way, own_clauses, own_text
from workflow.comparison.model import Stand, asked_once
from workflow.comparison.opposites import words_of_taking_back
from workflow.comparison.rules import polarity, words_of
from workflow.comparison.vectors import content_words, different_pieces, pieces
from workflow.comparison.wording import words

SAME_PEN = 0.75
"""Share of the shorter statement from which two authors hardly chose the same words."""
TELLING = 24
"""Pieces of words that a statement needs for that, about five words."""


def overlap(older: Stand, newer: Stand) -> float:
    """Share of the shorter statement's pieces of words that the other one has too.

    The words that carry the stance and those of time and tone do not count.
    """
    one, other = (_subject(each.core, each.cue) for each in (older, newer))
    return len(one & other) / max(1, min(len(one), len(other)))


def clause_overlap(one: Stand, other: Stand) -> float:
    """The overlap of the clauses in which two stances stand."""
    first, second = _of_clauses(one), _of_clauses(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def repeated(stand: Stand, other: Stand) -> set[str]:
    """The words about its subject in the clause of a stance that the other one's clause has too."""
    theirs = _of_clauses(other)
    found = {word: pieces(word) for word in named_words(stand)}
    return {word for word, mine in found.items() if 2 * len(theirs.intersection(mine)) > len(mine)}


@asked_once
def named_words(stand: Stand) -> frozenset[str]:
    """The words about its subject in the clause of a stance."""
    return frozenset(_words_about(own_text(stand), stand.cue))


@asked_once
def _of_clauses(stand: Stand) -> frozenset[str]:
    return _subject(own_text(stand), stand.cue)


def _words_about(core: str, cue: str) -> list[str]:
    """The words that say what a statement is about."""
    own, besides = words(cue), _besides_the_subject()
    return [word for word in content_words(core) if word not in besides and word not in own]


@cache
def _besides_the_subject() -> frozenset[str]:
    """The words that say nothing about a subject, of all languages."""
    return words_of("tones") | words_of_taking_back()


def is_repeated(one: Stand, other: Stand) -> bool:
    """Whether two statements say much the same in the same words, so that one author wrote both."""
    fewest = min(len(_subject(each.core, each.cue)) for each in (one, other))
    return fewest >= TELLING and overlap(one, other) >= SAME_PEN


def covered(stand: Stand, other: Stand) -> float:
    """Share of the pieces of words of what a statement is about that the other one has too.

    To ask for delay of a thing is another matter than the thing: only the reasons for it and
    words of bringing it about (`invoering`) do not count.
    """
    light = words_of("bringing_about")
    said = without_grounds(stand)
    mine = _subject(" ".join(w for w in content_words(said) if w not in light), stand.cue)
    theirs = _subject(other.core, other.cue)
    return len(mine & theirs) / max(1, len(mine))


@lru_cache(maxsize=16_384)
def _subject(core: str, cue: str) -> frozenset[str]:
    """The pieces of the words that say what a statement is about."""
    return frozenset(different_pieces(_words_about(core, cue) or content_words(core)))


@lru_cache(maxsize=8_192)
def spares(text: str) -> bool:
    """Whether a text names an exception, a delay or leniency: `uitstel`, `btw-vrijstelling`."""
    return has_way(text, "sparing") or any(map(_ends_sparing, words(text)))


@lru_cache(maxsize=65_536)
def _ends_sparing(word: str) -> bool:
    return word.endswith(_sparing_endings())


@cache
def _sparing_endings() -> tuple[str, ...]:
    return tuple(words_of("sparing_endings"))


@asked_once
def is_about_all(stand: Stand) -> bool:
    """Whether a view is about the text as a whole and no more: `het voorstel`, `de tekst`."""
    named = about(stand) - words_of("asked_of")
    return bool(named) and named <= words_of("whole", "standing")


def names_nothing(stand: Stand) -> bool:
    """Whether a view names no subject beside the text as a whole: `kon het niet steunen`."""
    named = about(stand)
    return named <= words_of("whole", "standing", "pointers")


@asked_once
def votes(stand: Stand) -> bool:
    """Whether somebody is for the text as a whole or against it: `stemde in`, `de tekst niet`.

    Reasons and conditions do not count. What staff put into words of their own says first what
    it is about.
    """
    if not polarity(stand.stance) or stand.is_group:
        return False
    said = own_clauses(stand) if stand.cue else clauses(stand.core)[:1]
    named = about(stand, [before_grounds(clause) for clause in said])
    return bool(named or stand.cue) and named <= words_of("whole", "standing")


@lru_cache(maxsize=8_192)
def before_grounds(text: str) -> str:
    """A text up to its first reason or condition."""
    beginnings, grounds = _grounds()
    if beginnings.isdisjoint(text.casefold().split()):
        return text
    return grounds.split(text, maxsplit=1)[0]


@asked_once
def without_grounds(stand: Stand) -> str:
    """The clauses that carry a stance, without reasons and conditions, as one text."""
    return " ".join(map(before_grounds, own_clauses(stand)))


def before_if(text: str, cue: Sequence[str]) -> Sequence[str]:
    """The words up to the one of the stance that makes it conditional: `kon instemmen als`."""
    said, opens = words(text), words_of("if_words").intersection(cue)
    at = next((at for at, word in enumerate(said) if word in opens), len(said))
    return said[:at]


@cache
def _grounds() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first word of each ground, for a quick look, and what finds them."""
    grounds, behind = (sorted(words_of(name)) for name in ("grounds", "grounds_behind_comma"))
    beginnings = frozenset(ground.split()[0] for ground in (*grounds, *behind))
    besides = "".join(rf"(?<!\b{word})" for word in sorted(words_of("no_grounds_behind")))
    ways = rf"{besides}\s(?:{'|'.join(grounds)})\s|,\s(?:{'|'.join(behind)})\s"
    return beginnings, re.compile(ways, re.IGNORECASE)


def about(stand: Stand, said: Sequence[str] | None = None) -> set[str]:
    """The words of these clauses, or of those of its stance, that say what a view is about."""
    own, besides = words(stand.cue), words_of("tones", "negations")
    told = chain.from_iterable(map(content_words, own_clauses(stand) if said is None else said))
    return {word for word in told if word not in besides and word not in own}
