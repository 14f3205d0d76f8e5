"""Whether one statement is the reverse of another one: rule 2 of `kinds.toml`."""

from collections.abc import Callable, Sequence

from workflow.comparison.absence import (
    calls_off,
    doubts_what_was_held,
    is_glad_it_goes,
    is_on_absence,
    is_on_less,
    wants_none,
)
from workflow.comparison.apart import are_of_different_parts
from workflow.comparison.choosing import denies_part, goes_without, other_choice, passes_over
from workflow.comparison.clauses import has_one_of, has_way, own_text
from workflow.comparison.coming import falls_through, is_only_late, refuses
from workflow.comparison.conceding import bends, holds_fast, only_leaves_open
from workflow.comparison.contraries import contrary
from workflow.comparison.courses import takes_course
from workflow.comparison.demands import wants_less
from workflow.comparison.doers import other_doer
from workflow.comparison.firmness import (
    asks_less,
    asks_whether,
    has_no_side_yet,
    is_conditional,
    lacks,
    makes_condition,
    yields,
)
from workflow.comparison.harm import is_against_harm
from workflow.comparison.keeping import (
    changes_after_all,
    changes_another,
    effects_on_one_thing,
    keeps_what_changes,
    leaves_alone,
    leaves_out,
    lowers_what_is_kept,
    places,
    puts_off_what_is_due,
    welcomes_that_not,
)
from workflow.comparison.leanings import (
    as_yes,
    holds_out,
    leans_away,
    only_understands,
    still_holds,
    takes_back_promise,
    weighs_what_is_refused,
)
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import is_of_it, name_others
from workflow.comparison.opposites import (
    asks_to_withdraw,
    denier,
    has_no_problem,
    has_opposite,
    is_same_verdict,
    parts_from_before,
    swapped,
    taken_side,
    turned_round,
    withdrawn,
)
from workflow.comparison.poles import turn
from workflow.comparison.refusing import refuse_alike
from workflow.comparison.remedies import is_of_one_mind
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.scopes import widens
from workflow.comparison.subjects import clause_overlap, names_nothing
from workflow.comparison.sufficing import (
    finds_little,
    misses_alike,
    overdoes,
    rests_on_what_is_there,
    suffices,
)
from workflow.comparison.takingout import ends_it, takes_out
from workflow.comparison.tokens import function_words
from workflow.comparison.valence import are_opposites, valence
from workflow.comparison.verdicts import says_who_does_it
from workflow.comparison.wording import Wording, has_word_of, words

Sides = tuple[int, int]
"""The sides that two statements take: 1 for, -1 against, 0 for neither."""
Asked = Callable[[], Wording]
"""How the words of two statements differ, once somebody asks."""


def reversal(older: Stand, newer: Stand, common: float, wording: Asked) -> str:
    """Why one statement is the reverse of the other one; empty where it is not.

    `common` is how much they are about the same.
    """
    if weighs_what_is_refused(older, newer):
        return "polarity"
    held = holds_out(older, newer) or only_understands(older, newer) or is_only_late(older, newer)
    if held or any(map(asks_whether, (older, newer))):  # a question is no view
        return ""
    found = _reversal(as_yes(older, newer), as_yes(newer, older), common, wording)
    return "" if found and (name_others(older, newer) or refuse_alike(older, newer)) else found


def _reversal(older: Stand, newer: Stand, common: float, wording: Asked) -> str:
    """Why one statement is the reverse of the other one, whatever is only held out for."""
    sides = _side(older), _side(newer)
    close = common >= rules()["kept"]
    before = turned_round(older, newer) if sides[0] * sides[1] <= 0 else None
    parts = common >= rules()["kept" if leaning(older.stance) else "same_subject"]
    if (before and leaning(before.stance)) or (parts and parts_from_before(older, newer)):
        return "withdrawn"
    pulled = _goes(older, newer, common)
    if pulled:
        return "negation" if pulled < 0 else ""
    gone = (close and (takes_out(older, newer) or ends_it(older, newer))) or wants_none(
        older, newer, common
    )
    gone = gone or puts_off_what_is_due(older, newer, common) or changes_after_all(older, newer)
    if gone or leaves_out(older, newer, common) or lowers_what_is_kept(older, newer, common):
        return "negation"
    if _are_of_one_mind(older, newer, common):
        return ""
    found = _opposed(older, newer, common, wording, sides)
    return "" if found and are_of_different_parts(older, newer) else found


def _opposed(older: Stand, newer: Stand, common: float, wording: Asked, sides: Sides) -> str:
    """Why one statement is the reverse of the other one, where both are about one thing."""
    glad = common >= rules()["bent"] and is_glad_it_goes(older, newer, common)
    if glad or (common >= rules()["taken_back"] and takes_back_promise(older, newer)):
        return "negation"
    again = still_holds(older, newer, common)
    back = withdrawn(older, newer)
    if back:
        said, side = back
        if side == leaning(said.stance) and not (side > 0 and _only_bends(older, newer, said)):
            return "withdrawn"
    elif (
        sides[0] * sides[1] < 0
        and not (again and _speak_of_others(older, newer, common))
        and (
            polarity(older.stance) * polarity(newer.stance) < 0
            or common >= rules()["same_subject"]
            or (common >= rules()["taken_back"] and (taken_side(older) or taken_side(newer)))
        )
    ):
        return "" if _keeps(older, newer) or _fears_the_lack(older, newer) else "polarity"
    if not back and not again and leans_away(older, newer, common):
        return "polarity"
    if keeps_what_changes(older, newer, common) or wants_less(older, newer):
        return "negation"
    if older.stance == newer.stance == "announce" and refuses(older) != refuses(newer):
        return "negation"
    others = (calls_off, falls_through, suffices, overdoes, doubts_what_was_held)
    if any(rule(older, newer, common) for rule in others):
        return "negation"
    if not again and sides[0] * sides[1] == 0 and _judged(older, newer, common, wording, sides):
        return "judgement"
    return "negation" if _is_denied(older, newer, common, wording, sides) else ""


def _speak_of_others(older: Stand, newer: Stand, common: float) -> bool:
    """Whether two views name their subject, and in words that have nothing in common."""
    named = not any(map(names_nothing, (older, newer)))
    objects = words_of("objections").intersection(words(older.core))
    return named and common < rules()["bent"] and not objects


def _goes(older: Stand, newer: Stand, common: float) -> int:
    """-1 where one wants a thing to go another way than the other one does, 1 for the same."""
    course = takes_course(older, newer) or contrary(older, newer)
    if course:
        return course
    effects = effects_on_one_thing(older, newer) if common >= rules()["kept"] else 0
    effects = effects or places(older, newer, common)
    back = taken_side(older) or taken_side(newer)
    if effects and not back:
        return 1 if effects < 0 and are_of_different_parts(older, newer) else effects
    ways = (turn, widens, other_choice, passes_over, denies_part, goes_without, other_doer)
    gone = next(filter(None, (way(older, newer) for way in ways)), 0)
    # "dropped its objections to smoke-free terraces": what is taken back goes the other way
    return 0 if gone > 0 and back and _side(older) * _side(newer) < 0 else gone


def _only_bends(older: Stand, newer: Stand, said: Stand) -> bool:
    """Whether somebody is only ready to do without what was asked for: `bereid af te zien van`."""
    return said is older and bends(newer) and not older.denied


def _are_of_one_mind(older: Stand, newer: Stand, common: float) -> bool:
    """Whether an objection is to a fault, an end, a lack or a harm of what the other one is for.

    Not where what was praised is there or not: `voortgang`.
    """
    if words_of("accomplished").intersection(words(older.core), words(newer.core)):
        return False
    if any(polarity(each.stance) > 0 and has_way(each.core, "improved") for each in (older, newer)):
        return False
    alike = is_of_one_mind, rests_on_what_is_there, misses_alike, changes_another, leaves_alone
    if any(rule(older, newer) for rule in alike) or is_on_absence(older, newer, common):
        return True
    back = taken_side(older) or taken_side(newer)
    return not back and is_against_harm(older, newer, common)


def _fears_the_lack(older: Stand, newer: Stand) -> bool:
    """Whether one is for what the other one says nothing works without, or what is now lacks.

    Or what goes not far enough for it: who finds so wants more of the same.
    """
    return any(
        one.stance == "concern"
        and polarity(other.stance) > 0
        and (
            has_way(one.core, "wanting")
            or finds_little(one) > 0
            or (has_way(one.core, "too_little") and _names_more(other))
            or (has_way(one.core, "of_now") and not has_way(other.core, "of_now"))
        )
        for one, other in either_way(older, newer)
    )


def _names_more(stand: Stand) -> bool:
    """Whether a view is about more of a thing: who is glad of some more may want more still."""
    return not words_of("more_of").isdisjoint(words(stand.core))


def _is_denied(older: Stand, newer: Stand, common: float, wording: Asked, sides: Sides) -> bool:
    """Whether one statement denies the other one, or has the opposite of its words."""
    stances = {older.stance, newer.stance}
    told = len(stances) > 1 and not any(sides) and stances.isdisjoint(rules()["leaning"])
    if told or _denies_nothing(older, newer):
        return False
    if common >= rules()["same_wording"] and swapped(older, newer):
        return True
    wary = not stances.isdisjoint(rules()["wary"]) or max(sides) < 0
    denied = any(
        one.denied == other.stance != one.stance for one, other in either_way(older, newer)
    )
    ready = all(has_word_of(each.cue, "ready") for each in (older, newer))
    if denied and (common >= rules()["same_subject"] or ready):
        return True
    if common >= rules()["bent"] and is_same_verdict(older, newer):
        return True
    denying = denier(older, newer, rules()["same_clause"])
    if denying and (
        (_side(denying) < 0 and _keeps(older, newer)) or _ends_another(denying, older, newer)
    ):
        return False
    if not wary and denying and _turns(denying, _other(denying, older, newer)):
        return True
    if common < rules()["same_wording"]:
        return False
    differing = wording().denied
    if differing and _fears_the_denied(differing, _other(differing, older, newer)):
        return False
    turned = (differing and _turns(differing, _other(differing, older, newer))) or (
        sides[0] * sides[1] == 0 and has_opposite(older, newer)
    )
    if not turned and (sides[0] == sides[1] or sides[0] * sides[1] == 0):
        # Against a thing is `tegen` and `huiverig voor`, and wishes are `aandacht voor` and
        # `maatregelen tegen`: small words tell nothing of a turn.
        small = function_words()
        if sides[0] * sides[1] > 0:  # `geen voorstander` and `tegenstander` name one side
            small |= {*words(older.cue), *words(newer.cue)}
        own = ([word for word in each if word not in small] for each in wording().apart)
        turned = are_opposites(*own)
    return bool(turned)


def _ends_another(denying: Stand, older: Stand, newer: Stand) -> bool:
    """Whether what one wants to be ended is another thing than the other one is for."""
    if has_word_of(denying.core, "negations"):
        return False
    return not is_of_it(denying, ("undoing",), _other(denying, older, newer))


def _denies_nothing(older: Stand, newer: Stand) -> bool:
    """Whether the words that deny say nothing: "of het niet", "geen akkoord zonder X"."""
    both = older, newer
    if any(map(holds_fast, both)):  # "cannot live with it as long as" denies who could
        return not any(map(_settles, both))
    if any(says_who_does_it(one) and has_way(one.core, "rather_than") for one in both):
        return True  # "is for member states rather than for the agency"
    ways = ("rhetorical", "qualified_yes", "guarding")
    hurried = any(map(has_no_side_yet, both))
    if hurried or any(has_one_of(each.core, *ways) or makes_condition(each) for each in both):
        return True
    if any(each.denied and has_way(each.core, "half_denied") for each in both):
        return True
    if older.stance == newer.stance == "concern" and all(map(_misses, both)):
        return True  # "het ontbreken van steun", "betreurde dat er geen steun is"
    if any(asks_whether(one) and two.denied for one, two in (both, both[::-1])):
        return True  # "asked for clarification of it", "could not agree to it"
    missing = [
        each.stance == "call"
        and (has_way(each.core, "not_without") or has_way(each.cue, "unavoidable"))
        for each in both
    ]
    if any(missing) and (older.stance == newer.stance or not (lacks(older) and lacks(newer))):
        return True
    return only_leaves_open(newer, older) or only_leaves_open(older, newer)


def _misses(stand: Stand) -> bool:
    """Whether somebody objects to the lack of a thing."""
    return has_one_of(stand.core, "missed", "lacking", "blaming_lack")


def _settles(stand: Stand) -> bool:
    """Whether somebody can live with a thing, which who cannot live with it denies."""
    return stand.stance == "support" and has_way(stand.core, "settling") and not holds_fast(stand)


def _fears_the_denied(fear: Stand, other: Stand) -> bool:
    """Whether one worries that a thing is not done and the other one wants it done."""
    return fear.stance == "concern" and leaning(other.stance) > 0


def _judged(older: Stand, newer: Stand, common: float, wording: Asked, sides: Sides) -> bool:
    """Whether the words of one statement praise and the other one is against, or blames.

    To ask for a thing counts as praise, but only beside words that blame.
    """
    need = "same_subject" if any(sides) else "same_wording"
    if common < rules()[need] or {older.stance, newer.stance} <= set(rules()["leaning"]):
        return False
    values = [
        side or (not (asks_whether(stand) or asks_less(stand)) and _value(stand, own))
        for side, stand, own in zip(sides, (older, newer), wording().apart, strict=True)
    ]
    for at, stand in enumerate((older, newer)):
        pleads = stand.stance in rules()["leaning"] and stand.strength >= rules()["pleading"]
        pleads = pleads and not asks_less(stand)
        if pleads and not values[at] and values[1 - at] < 0 and not sides[1 - at]:
            values[at] = int(common >= rules()["same_clause"])
    return values[0] * values[1] < 0 and clause_overlap(older, newer) >= rules()["bent"]


def _value(stand: Stand, own: Sequence[str]) -> int:
    """1 where the words of a statement that takes no side praise, -1 where they blame.

    What is feared in a condition (`mits de lasten niet stijgen`) blames nothing.
    """
    if is_conditional(stand) or has_way(stand.core, "reconsidering"):
        return 0  # "needs improvement" praises nothing
    core = stand.core
    if stand.stance in rules()["leaning"]:  # who asks for a thing blames what it is kept from by
        core = own_text(stand)
    found = valence(stand, core, own)
    told = stand.stance in rules()["plain"] or has_way(core, "hoping")
    if found or not told or not has_way(core, "benefiting"):
        return found
    return -1 if has_way(core, "not_benefiting") else 1


@asked_once
def _side(stand: Stand) -> int:
    """The side that a statement takes; to have nothing (any more) against a thing counts."""
    if is_conditional(stand) or yields(stand):
        return 0
    if asks_to_withdraw(stand):
        return -1
    return taken_side(stand) or polarity(stand.stance) or int(_has_nothing_against(stand))


def _other(stand: Stand, older: Stand, newer: Stand) -> Stand:
    """The statement beside this one."""
    return newer if stand is older else older


def _has_nothing_against(stand: Stand) -> bool:
    return polarity(stand.denied) < 0 or has_no_problem(stand)


def _keeps(older: Stand, newer: Stand) -> bool:
    """Whether one is against taking away what the other one is for."""
    denying = denier(older, newer, rules()["same_clause"])
    if denying is None or denying.denied or (is_on_less(older) and is_on_less(newer)):
        return False
    spared = welcomes_that_not(denying) and not _other(denying, older, newer).denied
    return spared or has_word_of(denying.core, "undoing")


def _turns(denier: Stand, other: Stand) -> bool:
    """Whether a denial on one side only makes a reversal.

    Not where it is part of the stance (`kon niet instemmen`) and the sides are the same, and not
    where the other side objects: to deny a thing and to object to it is much the same.
    """
    mine, theirs = _side(denier), _side(other)
    if mine == 0:
        return theirs >= 0 or set(words(other.cue)) <= set(words(denier.cue))
    absorbed = denier.denied or _has_nothing_against(denier)
    return mine * theirs < 0 or (mine < 0 and theirs == 0) or not absorbed
