"""How firmly a view is held, on one scale for all stances: rule 5 of `kinds.toml`.

The words that carry the stance tell most (`vroeg`, `eiste`); what stands beside them makes it a
little firmer or softer (`met klem`, `voorzichtig`), or ties it to a condition (`mits`).
"""

from functools import lru_cache
from typing import Any

from workflow.comparison.clauses import (
    clauses,
    clauses_besides,
    clauses_of,
    has_one_of,
    has_way,
    have_way,
    opens_with,
    own_clauses,
    undoing,
)
from workflow.comparison.conceding import bends, does_not_exclude, refuses_to, relents, understands
from workflow.comparison.degrees import is_absolute, lowered, raised
from workflow.comparison.model import Stand, asked_once
from workflow.comparison.objects import head_of
from workflow.comparison.rules import grammar_words, polarity, rules, words_of
from workflow.comparison.subjects import about, before_grounds, before_if, spares
from workflow.comparison.verdicts import demands_it, guards, harshness
from workflow.comparison.wording import has_word_of, words

RUNGS = (
    *("yielding", "noting", "warming", "demanding", "no_deal", "holding"),
    *("liking", "wishing", "insisting", "must", "pleading", "asking"),
)
"""The rungs that words name, in the order in which they are looked for."""
MILD = ("noting", "liking", "wishing", "asking")
"""The rungs on which other words of the clause make a view one that yields."""
ASKING = ("demanding", "holding", "insisting", "pleading", "asking")
"""The rungs of those who ask for a thing."""
PROMISES = ("considering", "guaranteeing", "intending", "promising")
"""The rungs of who announces a thing, in the order in which they are looked for."""
VITAL_WORDS = 3
"""Words of a clause among which it points to what it calls vital: `noemde deze onmisbaar`."""
FOR = 1
AGAINST = -1


@asked_once
def is_on_end(stand: Stand) -> bool:
    """Whether the clause of a stance is about the end of a thing, not the stance itself."""
    own = set(words(stand.cue)) - (undoing() if stand.stance == "call" else set())
    near = [[word for word in words(clause) if word not in own] for clause in own_clauses(stand)]
    return any(not undoing().isdisjoint(said) or have_way(said, "gone") for said in near)


def by_the_end(stand: Stand, side: int) -> int:
    """Where a view of the end of a thing stands on the scale of the thing itself, or 0.

    To ask for its end is to be against it, and to be against its end is to be for it.
    """
    if not is_on_end(stand) or stand.stance != ("oppose" if side == FOR else "call"):
        return 0
    sure = scale()["step"] * (side == FOR and has_way(stand.core, "unbearable"))
    return int(
        max(scale()["pleading"], on_scale(stand, -side, spared=False) - (side == FOR)) + sure
    )


def strives(stand: Stand) -> bool:
    """Whether somebody promises no more than to work for a thing: that is to ask for it."""
    return stand.stance == "announce" and has_way(stand.core, "striving")


def repeats(older: Stand, newer: Stand) -> bool:
    """Whether the newer view says itself that it is the one of before.

    That is no softer, and by itself no firmer. Who still finds desirable what had to be is.
    An objection that remains may be put as a worry: `remained unconvinced`, and a call be told
    as a note: `again drew attention to`.
    """
    remains = older.stance == "oppose" and has_way(newer.cue, "repeating")
    remains = remains or (older.stance == "call" and has_way(newer.core, "pointing_to"))
    if not (remains or older.stance == newer.stance):
        return False
    if ties(newer) or relents(newer) or sharpens(newer) or (bends(newer) and not bends(older)):
        return False
    if has_one_of(newer.core, "settling", "little_left"):
        return False
    return says_again(newer) and not has_way(newer.cue, "liking")


def sharpens(stand: Stand) -> bool:
    """Whether a view is put with force, so that it is not only the one of before."""
    return is_absolute(stand) or has_way(stand.core, "urging") or presses(stand)


def says_again(stand: Stand) -> bool:
    """Whether a view is said to be the one of before: `herhaalde`, `remained`."""
    return any(has_way(clause, "repeating") for clause in own_clauses(stand))


def _settles(stand: Stand) -> bool:
    """Whether somebody holds on to nothing more; not who will not settle for less."""
    return any(
        has_way(clause, "settling") and not refuses_to(clause, "settling")
        for clause in clauses(stand.core)
    )


def settles(older: Stand, newer: Stand) -> int:
    """-1 where the newer view no longer holds on to what was asked for, 1 where the older one did.

    Not where the other one said in the same words that it does: `insisted`, `no longer insisted`.
    """
    settled = [_settles(each) for each in (older, newer)]
    if settled[0] == settled[1]:
        return 0
    one, other = (newer, older) if settled[1] else (older, newer)
    if other.stance != "call" or guards(other) or polarity(one.stance) < 0:
        return 0
    less = has_way(one.core, "lighter") or words_of("less_of").intersection(words(one.core))
    if is_on_end(other) and not (is_on_end(one) or less):
        return 0  # "could accept Article 9", of which one wanted the deletion
    both = [word for word in words(other.core) if word in words(one.core)]
    if have_way(both, "holding", "insisting", "demanding"):
        return 0
    return -1 if settled[1] else 1


@asked_once
def is_conditional(stand: Stand) -> bool:
    """Whether a reservation is no more than the condition of a yes: `kon instemmen, mits`."""
    if has_no_side_yet(stand) or (stand.stance == "reserve" and makes_condition(stand)):
        return True
    qualified = has_way(stand.core, "qualified_yes") or has_way(stand.cue, "guarding")
    if stand.stance == "reserve" and qualified:
        return True
    cue = words(stand.cue)
    tied = have_way(cue, "conditions") or not words_of("condition_cues").isdisjoint(cue)
    tied = tied or all(has_way(stand.core, each) for each in ("conditions", "hard_conditions"))
    if stand.stance != "reserve" or not tied:
        return False
    # `mits X niet stijgt` denies nothing
    near = [before_if(before_grounds(each), cue) for each in own_clauses(stand)]
    return not (refuses(stand) or any(words_of("negations") & set(each) for each in near))


def has_no_side_yet(stand: Stand) -> bool:
    """Whether somebody only wants no haste, and takes no side: `warned against rushing it`.

    Nor does who wants to study a thing first, or to await another one.
    """
    if stand.stance == "reserve":
        return _rushes(stand.cue) or has_way(stand.cue, "waiting")
    if stand.stance != "concern" or _rushes(stand.cue):
        return False
    return any(map(_rushes, own_clauses(stand)))


def _rushes(text: str) -> bool:
    return not grammar_words("rushing").isdisjoint(words(text))


def makes_condition(stand: Stand) -> bool:
    """Whether a thing is made the condition of a deal: `stelde X als voorwaarde`."""
    if not has_way(stand.core, "making_condition"):
        return False
    tied = ties(stand) and not has_way(stand.cue, "pledging_on")
    return stand.stance in ("reserve", "call") or (stand.stance == "support" and not tied)


def refuses(stand: Stand) -> bool:
    """Whether a reservation is a no until something is done: `stemt tegen zolang`."""
    return stand.stance == "reserve" and has_way(stand.core, "refusing")


@asked_once
def asks_whether(stand: Stand) -> bool:
    """Whether somebody only asks whether a thing is so: `vroeg of de datum haalbaar is`."""
    return stand.stance == "call" and any(
        has_way(clause, "questioning") and not has_way(clause, "may_be")
        for clause in own_clauses(stand)
    )


@asked_once
def asks_by_refusing(stand: Stand) -> bool:
    """Whether who is against only wants something added: `zonder waarborgen geen akkoord`."""
    if stand.stance in ("concern", "reserve") and lacks(stand) and has_way(stand.core, "refusing"):
        return True
    if stand.stance == "concern":
        return has_one_of(stand.core, "missed", "wanting")
    return stand.stance == "oppose" and lacks(stand)


@asked_once
def lacks(stand: Stand) -> bool:
    """Whether a statement is about something that is lacking, or ends.

    Who says what is refused, and why, is against that: `wees de norm af, omdat geld ontbreekt`.
    """
    said = [before_grounds(clause) for clause in own_clauses(stand)]
    named = about(stand, said) - words_of("whole", "pointers")
    return has_way(before_grounds(stand.core) if named else stand.core, "lacking")


@asked_once
def is_about_less(stand: Stand) -> bool:
    """Whether a statement is about being spared a thing: an exception, a delay, flexibility.

    Who is for a thing and refuses any delay of it besides is not.
    """
    if not spares(stand.core) or has_way(stand.core, "not_sparing"):
        return False
    said = clauses(stand.core)
    return polarity(stand.stance) < 0 or any(
        spares(clause) and not has_way(clause, "against_sparing") for clause in said
    )


def asks_less(stand: Stand) -> bool:
    """Whether who asks wants to be spared a thing."""
    return stand.stance == "call" and is_about_less(stand)


@asked_once
def yields(stand: Stand) -> bool:
    """Whether somebody does no more than to think of a thing: `could contemplate`."""
    if does_not_exclude(stand):
        return True
    faint = stand.stance == "announce" or (stand.stance == "support" and stand.strength == 1)
    return faint and bool(_rung(stand) == scale()["yielding"])


@asked_once
def defends(stand: Stand) -> bool:
    """Whether somebody will have no delay of a thing and nothing less, and so is for it."""
    if polarity(stand.stance) >= 0:
        return False
    delay = words_of("delaying") & {*head_of(stand), *words(stand.cue)}
    return bool(delay) or any(has_way(each, "against_sparing") for each in own_clauses(stand))


def _points_back(clause: str) -> bool:
    """Whether a clause is about the thing named before it, and of nobody who is named in it."""
    named = any(word[:1].isupper() for word in clause.split())
    return not named and has_word_of(clause, "pointers")


@asked_once
def presses(stand: Stand) -> bool:
    """Whether somebody demands a thing besides what the stance says, or will have nothing less."""
    if stand.presses or polarity(stand.stance) < 0:
        return stand.presses
    rest = clauses_besides(stand.core, stand.cue)
    if any(has_one_of(clause, "against_sparing", "no_deal") for clause in rest):
        return True
    if any(refuses_to(clause, "giving_way") and _points_back(clause) for clause in rest):
        return True  # "en was niet bereid daarvan af te wijken"
    if has_one_of(stand.cue, "vital", "needed", "unavoidable") and any(
        opens_with(clause, name) for clause in rest for name in ("demanding", "insisting")
    ):
        return True  # "noemde het onmisbaar en drong aan op haast"
    own = words_of("pointers")
    ways = ("vital", "needed") if stand.stance == "support" else ()
    vital = (each for each in rest if has_one_of(each, *ways))
    return any(not own.isdisjoint(words(each)[:VITAL_WORDS]) for each in vital)


def is_faint(stand: Stand) -> bool:
    """Whether a wish is so faint (`vroeg aandacht`) that to object is not to turn round."""
    wish = stand.stance == "call" and not has_way(stand.cue, "preferring")
    return wish and bool(_rung(stand) <= scale()["noting"])


@asked_once
def ties(stand: Stand) -> bool:
    """Whether a view is tied to a condition, or to doubts in the same sentence."""
    return stand.mixed or has_one_of(stand.core, "conditions", "conceded")


def insists(stand: Stand) -> bool:
    """Whether somebody asks for a thing with force: `eiste`, `drong aan`."""
    asks = stand.stance == "call" or has_way(stand.cue, "vital")
    return asks and _rung(stand) >= int(scale()["insisting"])


def scale() -> dict[str, Any]:
    """The rungs and what moves a view from one to another."""
    found: dict[str, Any] = rules()["firmness"]
    return found


def holds(stand: Stand) -> bool:
    """Whether who is for a thing is so without reserve, so that to be ready for it is less."""
    plain = scale()["for"].get(stand.stance, 0)
    return bool(plain) and on_scale(stand, FOR, spared=False) >= plain


def on_scale(stand: Stand, side: int, *, spared: bool) -> int:
    """Where a view stands on the scale of its side; 0 where it takes the other side or none.

    To ask for an exception (`spared`) is half a yes beside support, and half a no beside a no.
    """
    if side == FOR and asks_by_refusing(stand):
        mild = has_way(stand.core, "blaming_lack") and not is_absolute(stand)
        sure = has_way(stand.cue, "unbearable")
        return int(scale()["demanding" if sure else "pleading" if mild else "holding"])
    if side == FOR and stand.stance == "oppose" and defends(stand):
        sure = scale()["step"] * has_way(stand.core, "unbearable")
        return int(max(1, on_scale(stand, AGAINST, spared=spared) - 1 + sure))
    if side == FOR and does_not_exclude(stand):
        return int(scale()["yielding"])
    if side == FOR and (makes_condition(stand) or demands_it(stand)):
        return int(scale()["demanding"])
    if side == FOR and is_conditional(stand):
        return int(min(scale()["tied"], _rung(stand) or scale()["tied"]))
    if side == AGAINST and (yields(stand) or understands(stand) or is_conditional(stand)):
        return 1
    if side == AGAINST and stand.stance == "inform":
        return int(any(has_way(clause, "remarked") for clause in own_clauses(stand)))
    if side == AGAINST and asks_whether(stand):
        return int(scale()["yielding"])
    again = stand.stance == "call" and has_way(stand.core, "reconsidering")
    if side == AGAINST and (again or (stand.stance == "call" and relents(stand))):
        return int(scale()["asking"])
    if side == AGAINST and spared and asks_less(stand):
        return int(scale()["against"]["reserve"])
    faint = stand.stance == "inform" and has_one_of(stand.core, "pointing_to", "suggesting")
    if side == FOR and faint:
        return int(scale()["noting"])
    stances = scale()["for"] if side == FOR else scale()["against"]
    if stand.stance not in stances or (side == FOR and asks_whether(stand)):
        return 0
    stance = "oppose" if refuses(stand) else stand.stance
    found = _rung(stand) or stances[stance]
    text = stand.core
    alarmed = stand.stance == "concern" and has_way(text, "alarm")
    pressed = has_way(text, "urging") or presses(stand) or alarmed
    mild = has_way(stand.cue, "underlining")  # "strongly stressed the importance of"
    found += scale()["step"] if pressed and not mild else pressed or raised(stand)
    found -= lowered(stand)
    if side == AGAINST:
        found -= scale()["step"] * (has_way(text, "little_left") or relents(stand))
    if spared and asks_less(stand):
        found -= found // scale()["spared"]
    if ties(stand) or (stand.stance == "oppose" and lacks(stand) and not raised(stand)):
        found -= scale()["bound"].get(stand.stance, 0)
    return int(min(max(1, found), scale()["top"]))


@asked_once
def _rung(stand: Stand) -> int:
    """The rung that the words of a view name, or the strength of its verb; 0 for neither."""
    values = scale()
    if _settles(stand):
        return int(values["yielding"])
    if is_absolute(stand):
        return int(values["demanding"])
    if polarity(stand.stance) < 0 and not is_conditional(stand):
        name = harshness(stand)
        return int(values[name]) if name else 0
    if stand.stance == "announce":
        name = next((each for each in PROMISES if has_way(stand.core, each)), "")
        if name:
            return int(values[name])
    weak = has_way(stand.cue, "weak_modals") and not has_way(stand.cue, "unavoidable")
    modal = stand.stance in rules()["leaning"] and weak
    name = "yielding" if modal else _named(stand.core, stand.cue)
    if name == "noting" and stand.stance == "support" and not has_way(stand.cue, "noting"):
        name = ""
    if name:
        return int(values[name])
    if stand.stance == "call":
        return int(values["verbs"][stand.strength])
    return 0


@lru_cache(maxsize=8_192)
def _named(core: str, cue: str) -> str:
    """The rung that the words of the stance name, or else the clause that they stand in."""
    near = clauses_of(core, cue)
    named = next((text for text in (cue, *near) if has_one_of(text, *RUNGS)), "")
    name = next((name for name in RUNGS if has_way(named, name)), "")
    if name == "warming" and has_way(named, "no_deal"):
        name = "no_deal"  # "could not envisage a text without it"
    if name == "noting" and has_way(cue, "underlining"):
        name = ""  # "benadrukte het belang van X en vestigde de aandacht op Y"
    if name == "pleading" and any(has_way(text, "pressing_need") for text in near):
        name = "insisting"
    if name == "must" and any(has_way(text, "wishing") for text in near):
        name = "wishing"  # "zou ook moeten"
    if name == "wishing" and has_way(cue, "importance"):
        name = ""  # "considered it important that it should"
    if name == "wishing":  # "was adamant that it should"
        name = next((each for each in ASKING[:2] if any(has_way(c, each) for c in near)), name)
    if name == "noting":  # "vroeg aandacht voor X en bepleitte Y"
        rest = clauses_besides(core, cue)
        name = next((each for each in ASKING if any(opens_with(c, each) for c in rest)), name)
    mild = name in MILD and any(has_way(text, "yielding") for text in near)
    return "yielding" if mild else name
