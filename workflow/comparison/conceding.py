"""Who gives way: is ready to do with less, leaves room, or does not exclude a thing.

What that does to how firmly a view is held stands in `firmness`.
"""

from functools import lru_cache

from workflow.comparison.clauses import (
    clauses,
    clauses_besides,
    has_one_of,
    has_way,
    have_way,
    is_negated,
    negations,
    own_clauses,
)
from workflow.comparison.model import Stand, asked_once
from workflow.comparison.rules import leaning, polarity
from workflow.comparison.vectors import any_among, content_words
from workflow.comparison.wording import words

OPENING = 4
"""Words of a statement among which it says that it does not exclude a thing."""


@asked_once
def bends(stand: Stand) -> bool:
    """Whether somebody is ready to do with less: `toonde zich bereid`, `could envisage`."""
    if polarity(stand.stance) < 0:
        return False
    rest = clauses_besides(stand.core, stand.cue)
    return any(has_way(clause, "would_take") and not is_negated(clause) for clause in rest) or any(
        has_way(clause, "giving_way") and not refuses_to(clause, "giving_way")
        for clause in clauses(stand.core)
    )


@asked_once
def relents(stand: Stand) -> bool:
    """Whether who objects leaves room for a deal besides, or would rather have less or another."""
    if polarity(stand.stance) >= 0:
        rather = stand.stance == "call" and has_way(stand.core, "preferring")
        if not rather or has_way(stand.core, "lighter") or any(map(is_negated, own_clauses(stand))):
            return rather
    rest = clauses_besides(stand.core, stand.cue)
    if any(has_way(each, "not_excluding") and not has_way(each, "urging") for each in rest):
        return True  # but not who will not rule out infringement procedures: that is a threat
    if any(has_way(each, "not_blocking") for each in rest):
        return True
    return any(has_way(clause, "giving_way") and not is_negated(clause) for clause in rest)


@lru_cache(maxsize=8_192)
def refuses_to(clause: str, name: str) -> bool:
    """Whether a clause denies its way of a list: `niet bereid tot meer`; not `geen breekpunt`."""
    if not is_negated(clause):
        return False
    without = " ".join(word for word in words(clause) if word not in negations())
    return has_way(without, name)


@asked_once
def does_not_exclude(stand: Stand) -> bool:
    """Whether somebody only says not to rule a thing out."""
    if has_way(stand.cue, "not_excluding"):
        return True
    if stand.stance == "inform":
        return have_way(words(stand.core)[:OPENING], "not_excluding")
    return bool(stand.denied) and has_one_of(stand.core, "not_excluding", "half_denied")


def only_leaves_open(stand: Stand, other: Stand) -> bool:
    """Whether one no more than does not exclude what the other one asks for or is against.

    That denies nothing, but where the other one says in the same words that it does exclude it.
    """
    told = leaning(other.stance) > 0 or (stand.stance == "inform" and other.stance == "oppose")
    if not (told and does_not_exclude(stand)):
        return False
    mine, theirs = (content_words(each.cue) for each in (stand, other))
    return not any_among(mine, theirs) and not any_among(theirs, mine)


def understands(stand: Stand) -> bool:
    """Whether somebody says no more than to understand a thing: `had begrip voor`."""
    return stand.stance == "support" and has_way(stand.cue, "understanding")


@asked_once
def holds_fast(stand: Stand) -> bool:
    """Whether somebody will not do with less: `would not settle for less`, which denies nothing."""
    return any(refuses_to(clause, "settling") for clause in own_clauses(stand))
