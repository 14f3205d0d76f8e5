"""Whether one view finds enough what the other one wants changed or finds too little."""

from workflow.comparison.model import Stand
from workflow.comparison.opposites import clauses, has_way, negations
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.wording import words


def suffices(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one finds enough what the other one wants changed: "binnen het huidige mandaat"."""
    return any(
        _finds_enough(one)
        and (
            (one.stance in ("inform", "support") and _renews(other))
            or (polarity(one.stance) >= 0 and _finds_too_little(other, _present(one)))
        )
        and not _finds_enough(other)
        and (common >= rules()["kept"] or not _present(one).isdisjoint(words(other.core)))
        for one, other in ((older, newer), (newer, older))
    )


def _finds_enough(stand: Stand) -> bool:
    return has_way(stand.core, "sufficing") and not has_way(stand.core, "not_sufficing")


def _renews(stand: Stand) -> bool:
    """Whether somebody wants what there is changed or made anew."""
    wants = stand.stance in rules()["leaning"] or polarity(stand.stance) > 0
    wants = wants or has_way(stand.core, "unavoidable")
    said = (clause for clause in clauses(stand.core) if negations().isdisjoint(words(clause)))
    return wants and any(has_way(clause, "renewing") for clause in said)


def _finds_too_little(stand: Stand, present: set[str]) -> bool:
    """Whether somebody fears that one of these things is not enough: "mandaat schiet tekort"."""
    return stand.stance == "concern" and any(
        has_way(clause, "falling_short")
        and not present.isdisjoint(words(clause))
        and negations().isdisjoint(words(clause))
        for clause in clauses(stand.core)
    )


def _present(stand: Stand) -> set[str]:
    """What a statement says to be there: the word behind `huidige`, `existing`."""
    said = words(stand.core)
    return {said[at + 1] for at in range(len(said) - 1) if said[at] in words_of("present")}
