"""Whether what one view promises, or tells to come, comes to nothing in the other one."""

from itertools import pairwise

from workflow.comparison.clauses import clauses, denied_clauses, has_way
from workflow.comparison.model import Stand, either_way
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.subjects import clause_overlap
from workflow.comparison.wording import has_word_of, words
from workflow.positions.actors import named_actor

LETTERS_OF_CODE = 2
"""Letters of the code of a state: so short a word names nobody."""


def falls_through(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one promises what the other one says comes to nothing: "lukt niet meer".

    Or tells that it is to come, where the other one gives it up.
    """
    return any(
        has_way(other.core, "falling_through")
        and (one.stance == "announce" or (_is_coming(one) and common >= rules()["same_subject"]))
        and other.stance not in rules()["leaning"]
        and (polarity(other.stance) <= 0 or other.stance == "decide")
        and not has_word_of(other.core, "objections")  # these fall: no promise does
        and not has_way(other.core, "putting_off")  # "not ready before the summer"
        and not has_way(one.core, "falling_through")
        and not _is_of_others(other)
        and max(common, clause_overlap(one, other)) >= rules()["taken_back"]
        for one, other in either_way(older, newer)
    )


def is_only_late(older: Stand, newer: Stand) -> bool:
    """Whether what one promises is only said to come later by the other one."""
    return any(
        one.stance == "announce"
        and other.stance in ("concern", "reserve")
        and has_way(other.core, "putting_off")
        and not has_way(one.core, "putting_off")
        for one, other in either_way(older, newer)
    )


def _is_of_others(stand: Stand) -> bool:
    """Whether somebody only tells it of another: "noted that Italy no longer sought it"."""
    said = words(stand.core)
    behind = [word for before, word in pairwise(said) if before in words_of("that")]
    named = {named_actor(word) for word in behind if len(word) > LETTERS_OF_CODE}
    return stand.stance in rules()["plain"] and not named <= {"", stand.actor}


def _is_coming(stand: Stand) -> bool:
    """Whether somebody tells that a thing is to come: "deelde mee dat het verbod ingaat"."""
    return stand.stance == "inform" and has_way(stand.core, "coming")


def refuses(stand: Stand) -> bool:
    """Whether what is announced is that a thing will not be done."""
    own = set(words(stand.cue))
    if has_way(stand.core, "forgoing"):
        return True
    return any(
        denied and not own.isdisjoint(words(clause)) and not has_way(clause, "not_excluding")
        for clause, denied in zip(clauses(stand.core), denied_clauses(stand.core), strict=True)
    )
