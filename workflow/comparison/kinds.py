"""The kind of a change of position. The rules stand, in order, in `kinds.toml` beside this file."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from workflow.comparison.apart import counted
from workflow.comparison.clauses import has_way
from workflow.comparison.conceding import bends
from workflow.comparison.degrees import is_absolute
from workflow.comparison.demands import more_asked, urgency
from workflow.comparison.firmer import firmer
from workflow.comparison.firmness import (
    asks_whether,
    holds,
    is_faint,
    repeats,
    says_again,
    settles,
    strives,
    ties,
)
from workflow.comparison.keeping import puts_off_what_is_due
from workflow.comparison.late import Late
from workflow.comparison.later import is_later
from workflow.comparison.leanings import agrees
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.remedies import as_worry
from workflow.comparison.reversals import reversal
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.subjects import before_grounds, overlap
from workflow.comparison.sufficing import wants_no_more
from workflow.comparison.tokens import plain, plain_words
from workflow.comparison.vectors import content_words
from workflow.comparison.verdicts import (
    guards,
    is_broad,
    leaves_open_when,
    says_who_does_it,
    threatens,
)
from workflow.comparison.wording import Wording, has_word_of, wording_of, words
from workflow.positions.actors import group_rank

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a change and what it rests on."""

    kind: str
    style: bool = False
    """Possibly no more than another way of saying the same."""
    reasons: tuple[str, ...] = ()
    """Names of the rules that decided, such as `polarity`, `rank`, `ladder` or `words`."""


Judging = Callable[[Stand | None, Stand | None], Judgement]
"""Whoever judges what became of a statement."""


@asked_once
def rank(stand: Stand) -> float:
    """How large a group is, from 1 to 7; 0 for no group, or one that cannot be compared."""
    if stand.is_group and has_way(stand.name, "narrowly"):
        return float(rules()["narrow"])
    return float(group_rank(stand.actor) or (rules()["broad"] if is_broad(stand) else 0))


def _grown(older: Stand, newer: Stand) -> float:
    """By how many ranks a group grew, below 0 where it shrank; 0 for what cannot be compared.

    Where both are counted, so many members more are worth as much as the ranks of rule 3.
    """
    sizes = rank(older), rank(newer)
    grown = sizes[1] - sizes[0] if all(sizes) else 0.0
    counts = counted(older.name), counted(newer.name)
    if abs(grown) < rules()["grown"] and all(counts) and older.is_group and newer.is_group:
        more = counts[1] - counts[0]
        if abs(more) >= rules()["counted"]:
            return float(rules()["grown"]) * (1 if more > 0 else -1)
    return grown


def judge(older: Stand | None, newer: Stand | None) -> Judgement:
    """What became of a statement. At least one side must be there."""
    if older is None:
        return Judgement("new")
    if newer is None:
        return Judgement("dropped")
    quoted = older.source == newer.source == "suggestion" and older.actor == newer.actor
    if quoted and (older.text == newer.text or _letters(older) == _letters(newer)):
        return Judgement("unchanged", False, ())
    whole = older, newer
    older, newer = _in_bounds(older), _in_bounds(newer)
    older, newer = as_worry(older, newer), as_worry(newer, older)
    wording = Late(wording_of, older, newer)
    grown = _grown(older, newer)
    common = overlap(older, newer)
    settled = settles(older, newer) if common >= rules()["taken_back"] else 0
    settled = settled or leaves_open_when(older, newer, common)
    if settled and puts_off_what_is_due(older, newer, common):
        settled = 0
    reason = "" if settled else reversal(older, newer, common, wording)
    if reason:
        return Judgement("reversed", False, (reason,))
    if abs(grown) >= rules()["grown"]:
        return Judgement("broader" if grown > 0 else "narrower", False, ("rank",))
    step = settled or _bent(older, newer, common) or urgency(older, newer, common)
    reported = _only_reports(newer, older) - _only_reports(older, newer)
    step = step or reported or wants_no_more(newer, older) - wants_no_more(older, newer)
    step = step or _step(older, newer, common)
    if step:
        return Judgement("firmer" if step > 0 else "softer", False, ("ladder",))
    later = _puts_off(newer, older, common) - _puts_off(older, newer, common)
    if later:
        return Judgement("firmer" if later > 0 else "softer", False, ("ladder",))
    cut = whole[0].core != older.core or whole[1].core != newer.core
    same = wording().same and not (cut and not wording_of(*whole).same)
    return _by_degree(older, newer, common, grown=grown, same=same, wording=wording)


def _by_degree(
    older: Stand, newer: Stand, common: float, *, grown: float, same: bool, wording: Late[Wording]
) -> Judgement:
    """What became of a view that is on the same side: rules 5 to 8."""
    step = 0 if same and older.stance == newer.stance else _firmer(older, newer, common)
    step = step or more_asked(older, newer, common)
    if step:
        bound = older.stance == newer.stance and ties(older) != ties(newer)
        return Judgement(
            "firmer" if step > 0 else "softer", False, ("condition" if bound else "strength",)
        )
    if grown:
        return Judgement("reworded", True, ("rank",))
    if same and older.stance == newer.stance:
        return Judgement("unchanged", False, ())
    reasons = ("words",) if older.stance == newer.stance else ("stance", "words")
    if polarity(older.stance) * polarity(newer.stance) < 0:
        reasons = ("same_side", "words")
    style = wording().verb_only and older.stance == newer.stance
    return Judgement("reworded", style, reasons)


@asked_once
def _in_bounds(stand: Stand) -> Stand:
    """The statement, of a text longer than any sentence only what stands about its stance.

    Many rules set each clause of one text against each of the other one; nobody is to wait for
    what is no sentence.
    """
    longest = rules()["longest"]
    if len(stand.core) <= longest:
        return stand
    start = max(0, stand.core.find(stand.cue.partition(" ")[0]) - longest // 4)
    return replace(stand, essence=stand.core[start : start + longest])


def _firmer(older: Stand, newer: Stand, common: float) -> int:
    """How much firmer the newer view is, below 0 for softer; 0 where that is no change."""
    if _sides_with(older, newer) != _sides_with(newer, older) or _tells_progress(older, newer):
        return 0
    step = firmer(older, newer, common)
    if abs(step) >= rules()["firmness"]["step"]:
        return step
    if repeats(older, newer):
        return 0
    if not step and is_absolute(older) and is_absolute(newer):
        return 0  # "wilde er niets van weten", "onbespreekbaar": neither leaves any room
    graded = older.stance == newer.stance not in rules()["plain"]
    if graded and older.strength and newer.strength:
        apart = newer.strength - older.strength
        alike = "same_clause" if abs(apart) == 1 else "same_subject"
        if abs(apart) == 1 and older.stance not in rules()["measured"]:
            return 0  # to have concerns and to worry is one and the same
        wanted = min(older.strength, newer.strength) < rules()["pleading"]
        if abs(apart) == 1 and wanted and not (is_faint(older) or is_faint(newer)):
            return 0  # to want a thing and to plead for it is much the same
        if not step and older.stance in rules()["measured"]:
            return 0  # "pleitte voor", "riep op tot"
        return apart if common >= rules()[alike] and apart * step >= 0 else 0
    return 0


def _sides_with(stand: Stand, other: Stand) -> bool:
    """Whether somebody only agrees with another one, whatever that one said: `steunde Italië`.

    Not with a name that the other statement is about too: `eiste een sterker Frontex`.
    """
    besides = words_of("tones", "said_words", "pointers").union(words(stand.cue))
    named = [word for word in content_words(stand.core) if word not in besides]
    proper = {each.strip(".,;").lower() for each in stand.core.split() if each[:1].isupper()}
    if not proper.isdisjoint(words_of("numbered_parts")):
        return False  # "a reservation on Annex II"
    apart = bool(named) and proper.difference(words(other.core)).issuperset(named)
    return apart and polarity(stand.stance) != 0


def _bent(older: Stand, newer: Stand, common: float) -> int:
    """-1 where who asked for a thing, or was for it, is ready for less; 1 for the reverse."""
    bent = (
        bends(older) or _takes_proposed(older, newer),
        bends(newer) or _takes_proposed(newer, older),
    )
    if bent[0] == bent[1] or common < rules()["bent"]:
        return 0
    firm = older if bent[1] else newer
    wanted = ("call", "support", "announce") if newer.stance == "support" else ("call", "support")
    if firm.stance not in wanted or not holds(firm) or guards(firm):
        return 0
    return bent[0] - bent[1]


def _takes_proposed(stand: Stand, other: Stand) -> bool:
    """Whether one is for what is proposed where the other one asked for more or for less."""
    return (
        stand.stance == "support"
        and other.stance == "call"
        and has_word_of(stand.core, "proposed")
        and has_word_of(other.core, "more_of", "less_of")
        and not has_word_of(stand.core, "more_of", "less_of")
    )


def _puts_off(promise: Stand, other: Stand, common: float) -> bool:
    """Whether what one statement promises comes later by the other one, or what it hopes fails."""
    if promise.stance == "call" and has_way(promise.core, "hoping"):
        told = other.stance in (*rules()["plain"], "concern")
        both = [set(content_words(each.core)) for each in (promise, other)]
        same = both[0] & both[1] or all(words_of("concluding") & each for each in both)
        if told and same and has_way(other.core, "falling_through"):
            return True
    late = other.stance in rules()["wary"] and has_way(other.core, "putting_off")
    if (polarity(other.stance) < 0 and not late) or common < rules()["kept"]:
        return False
    told = promise.stance == "inform" and _foretells(promise)
    if (told or promise.stance == "announce") and other.stance in ("announce", "inform"):
        weighed = [has_way(each.core, "considering") for each in (promise, other)]
        if weighed == [False, True]:
            return True
    if not _foretells(promise) or has_way(promise.core, "putting_off"):
        return False
    if promise.stance != "call" and has_way(other.core, "putting_off"):
        return True
    return _foretells(other) and common >= rules()["same_subject"] and is_later(promise, other)


def _only_reports(aim: Stand, other: Stand) -> bool:
    """Whether one wants to conclude talks on which the other one will only report progress."""
    told = ("announce", "decide") if aim.stance == "call" else ("announce", "decide", "inform")
    both = [not has_word_of(each.core, "concluding") for each in (aim, other)]
    return (
        aim.stance in ("announce", "call")
        and other.stance in told
        and both == [False, True]
        and has_way(other.core, "only_progress")
    )


def _foretells(stand: Stand) -> bool:
    """Whether somebody promises a thing or hopes for it, or says that it is to come."""
    told = stand.stance == "inform" and has_way(stand.core, "foretelling")
    hoped = stand.stance == "call" and has_way(stand.core, "hoping")
    return told or hoped or stand.stance == "announce"


def _step(older: Stand, newer: Stand, common: float) -> int:
    """How far the newer stance is from the older one on the first ladder that has both.

    Only where the statements are alike; to reach what one asked for, or to say a thing again, is
    no step back, and to hope for a thing and to aim at it is much the same.
    """
    if common < rules()["same_wording"]:
        return 0
    if all(has_way(each.core, "hoping") for each in (older, newer)):
        return 0
    if agrees(older) or agrees(newer):
        return 0  # a yes with a condition is no objection
    if any(has_way(each.cue, "criticising") for each in (older, newer)):
        return 0  # "had kritiek op", "hekelde"
    if strives(older) or strives(newer) or _only_points(older, newer):
        return 0
    if all(asks_whether(each) or has_way(each.core, "questioning") for each in (older, newer)):
        return 0
    if any(says_who_does_it(each) or threatens(each) for each in (older, newer)):
        return 0  # "vond dat de premie niet mocht worden verlaagd" is an objection
    if _tells_progress(older, newer):
        return 0
    if _only_values(older, newer) or _only_values(newer, older):
        return 0
    for ladder in rules()["ladders"].values():
        if older.stance in ladder and newer.stance in ladder:
            step = int(ladder.index(newer.stance) - ladder.index(older.stance))
            reached = has_way((newer if step < 0 else older).core, "fulfilled")
            return 0 if reached or says_again(newer) else step
    return 0


def _only_points(older: Stand, newer: Stand) -> bool:
    """Whether one asks for attention for what the other one points to."""
    return any(
        is_faint(one) and other.stance == "inform" and has_way(other.core, "pointing_to")
        for one, other in either_way(older, newer)
    )


def _tells_progress(older: Stand, newer: Stand) -> bool:
    """Whether both tell of what is accomplished, and one by that alone: `er was vooruitgang`."""
    both = older, newer
    own = any(has_word_of(each.cue, "accomplished") for each in both)
    return own and all(has_word_of(each.core, "accomplished") for each in both)


def _only_values(told: Stand, asked: Stand) -> bool:
    """Whether one calls important what the other one says is of importance."""
    both = told.stance == "inform" and asked.stance == "call" and has_way(asked.cue, "valuing")
    return both and has_way(told.core, "valuing")


@lru_cache(maxsize=8_192)
def points_back(core: str, cue: str) -> bool:
    """Whether a statement names no subject of its own, but points to the sentence before.

    What it gives as its reason is no subject: `is daar geen voorstander van, gelet op de lasten`.
    """
    pointers = words_of("pointers")
    if pointers.isdisjoint(plain_words(core)):
        return False
    said = before_grounds(core)
    if pointers.isdisjoint(plain_words(said)):
        return False
    besides, own = words_of("tones", "pointers"), words(cue)
    return all(word in besides or word in own for word in content_words(said))


def _letters(stand: Stand) -> str:
    """The letters and digits of the source sentence: hyphens at line ends come and go."""
    return _letters_of(stand.text)


@lru_cache(maxsize=8_192)
def _letters_of(text: str) -> str:
    return _NO_LETTER.sub("", plain(text))
