"""Whether one ends what the other one is for, or asks for it to be taken out."""

from workflow.comparison.absence import is_on_less
from workflow.comparison.clauses import (
    has_one_of,
    has_way,
    is_negated,
    negations,
    own_clauses,
    undoing,
)
from workflow.comparison.keeping import effect, ends_as_meant
from workflow.comparison.model import Stand, either_way
from workflow.comparison.objects import are_for_one_thing, is_of_it
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.wording import done_in_one, has_word_of, words


def takes_out(older: Stand, newer: Stand) -> bool:
    """Whether one asks for a thing to be taken out that the other one is for as it is."""
    return any(
        one.stance in rules()["leaning"]
        and effect(one) < 0 < leaning(other.stance)
        and _is_taken_out(one, other)
        and (negations() | words_of("needless")).isdisjoint(words(one.core) + words(other.core))
        and not effect(other)
        and not (one.stance == "announce" and has_way(one.core, "ended_in_time"))
        and is_of_it(one, ("undoing", "changed_words"), other, inside=True)
        for one, other in either_way(older, newer)
    )


def _is_taken_out(one: Stand, other: Stand) -> bool:
    """Whether one undoes a thing that the other one does not want to be undone."""
    undone = not undoing().isdisjoint(done_in_one(one.core))
    if polarity(other.stance) > 0:
        return undone or has_way(one.core, "ended")
    return undone and not _is_to_end(other)


def _is_to_end(stand: Stand) -> bool:
    """Whether a wish is itself for the end of a thing: `stop importing gas`, `phase it out`."""
    ending = undoing() | words_of("ending", "less_by")
    return has_one_of(stand.core, "ended", "gone") or not ending.isdisjoint(done_in_one(stand.core))


def ends_it(older: Stand, newer: Stand) -> bool:
    """Whether one ends what the other one is for, or promises to: `would lift its controls`."""
    return any(
        one.stance in ("announce", *(rules()["plain"] if one is newer else ()))
        and not has_word_of(one.core, "objections")
        and leaning(other.stance) > 0
        and has_way(one.cue, "doing_away")
        and not any(is_negated(clause) for clause in own_clauses(one))
        and not is_on_less(other, words(one.core))
        and not has_word_of(one.core, "concluding")
        and not ends_as_meant(one, other)
        and are_for_one_thing(one, other)
        for one, other in either_way(older, newer)
    )
