"""Whether what one view promises, or tells to come, comes to nothing in the other one."""

from workflow.comparison.model import Stand
from workflow.comparison.opposites import has_way
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.subjects import clause_overlap
from workflow.comparison.wording import words


def falls_through(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one promises what the other one says comes to nothing: "lukt niet meer".

    Or tells that it is to come, where the other one gives it up.
    """
    return any(
        has_way(other.core, "falling_through")
        and (one.stance == "announce" or (_is_coming(one) and common >= rules()["same_subject"]))
        and other.stance not in rules()["leaning"]
        and (polarity(other.stance) <= 0 or other.stance == "decide")
        and words_of("objections").isdisjoint(words(other.core))  # these fall: no promise does
        and not has_way(one.core, "falling_through")
        and max(common, clause_overlap(one, other)) >= rules()["taken_back"]
        for one, other in ((older, newer), (newer, older))
    )


def _is_coming(stand: Stand) -> bool:
    """Whether somebody tells that a thing is to come: "deelde mee dat het verbod ingaat"."""
    return stand.stance == "inform" and has_way(stand.core, "coming")
