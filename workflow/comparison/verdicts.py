"""What is said more harshly or more mildly than a stance tells: verdicts, threats, open dates."""

from workflow.comparison.clauses import has_one_of, has_way, is_negated, own_clauses
from workflow.comparison.model import Stand, asked_once
from workflow.comparison.rules import rules
from workflow.comparison.wording import has_word_of

HARSHNESS = {"concern": ("remarking", "condemning"), "oppose": ("criticising",)}
"""The rungs of who worries or is against, from mild to harsh."""


def harshness(stand: Stand) -> str:
    """The rung of an objection by its words: `had een vraag bij`, `noemde onhaalbaar`; or empty."""
    names = HARSHNESS.get(stand.stance, HARSHNESS["oppose"])
    return next((name for name in names if has_way(stand.cue, name)), "")


def is_verdict(firm: Stand, mild: Stand) -> bool:
    """Whether one gives a verdict where the other one doubts: `onhaalbaar`, `betwijfelde`."""
    worried = firm.stance == mild.stance == "concern" and harshness(firm) == "condemning"
    return worried and has_way(mild.cue, "doubting") and harshness(mild) != "condemning"


def guards(stand: Stand) -> bool:
    """Whether a view says what a thing must not harm, and so is neither for it nor against it."""
    return has_way(stand.core, "guarding")


def draws_line(stand: Stand) -> bool:
    """Whether a thing is what a deal may break on: who asked for it before demands it."""
    return stand.stance == "oppose" and has_way(stand.cue, "breaking_point")


@asked_once
def demands_it(stand: Stand) -> bool:
    """Whether who objects demands a thing by it, or somebody threatens with steps for it.

    `zal alleen instemmen met`, `verder uitstel is onaanvaardbaar`, `voor het Hof dagen`.
    """
    core = stand.core
    if stand.stance == "oppose":
        unless = has_way(core, "threatening") and has_word_of(core, "if_words")
        return draws_line(stand) or has_way(core, "no_deal") or (unless and is_negated(core))
    if stand.stance in ("concern", "call") and has_way(core, "unbearable"):
        return has_way(core, "against_sparing")
    return stand.stance in rules()["threats"] and has_way(core, "threatening")


@asked_once
def is_broad(stand: Stand) -> bool:
    """Whether a view without a word of size is held by many: `brede steun`, `widely shared`."""
    near = own_clauses(stand)
    return stand.is_group and any(has_way(clause, "broadly") for clause in near)


def threatens(stand: Stand) -> bool:
    """Whether somebody threatens with steps for what it wants."""
    return stand.stance in rules()["threats"] and demands_it(stand)


def says_who_does_it(stand: Stand) -> bool:
    """Whether a mere statement says whose task a thing is, or what may not be: that is a wish."""
    return stand.stance == "inform" and has_one_of(stand.core, "not_allowed", "whose_task")


def leaves_open_when(older: Stand, newer: Stand, common: float) -> int:
    """-1 where it is left open when a thing comes that was promised, 1 for the reverse, else 0."""
    if common < rules()["kept"]:
        return 0
    left = [
        each.stance != "announce" and has_way(each.core, "leaving_open_when")
        for each in (older, newer)
    ]
    said = newer if left[0] else older
    told = said.stance == "inform" and has_way(said.core, "foretelling")
    if left[0] == left[1] or not (told or said.stance == "announce"):
        return 0
    return left[0] - left[1]
