"""Whether two views are about keeping a thing as it is or where it is, and about changing it."""

from collections.abc import Sequence
from itertools import pairwise

from workflow.comparison.absence import is_on_less, main_part
from workflow.comparison.clauses import (
    clauses,
    has_one_of,
    has_way,
    is_negated,
    negations,
    own_clauses,
    own_text,
)
from workflow.comparison.conceding import bends
from workflow.comparison.firmness import is_conditional, is_faint, yields
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import (
    are_for_one_thing,
    are_named,
    are_of_one_thing,
    first_thing,
    is_named_in,
    is_of_it,
    is_within,
)
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.subjects import about
from workflow.comparison.tokens import plain_words
from workflow.comparison.ways import way_in
from workflow.comparison.wording import done_in_one, has_word_of, words

DONE = ("kept_words", "undoing", "changed_words")
"""The lists of words for keeping a thing, and for changing or ending it."""


@asked_once
def effect(stand: Stand) -> int:
    """1 where somebody wants a thing kept, -1 where changed or gone, 0 where neither is told.

    Who opposes its deletion wants it kept, and so does who asks not to delete it.
    """
    if words_of(*DONE).isdisjoint(done_in_one(stand.core)) and not has_one_of(
        stand.core, "ended", "upheld"
    ):
        return 0
    side, own = leaning(stand.stance), set(words(stand.cue))
    if side < 0 and is_conditional(stand):
        side = 1  # what stands in the condition of a yes is wanted
    if stand.stance in (*rules()["leaning"], "decide"):
        # "wilde het artikel behouden", not "handhaafde zijn steun" or "zal zijn heffing afschaffen"
        own -= words_of(*DONE) if stand.stance == "call" else words_of("kept_words")
    elif stand.denied == "call":
        own -= words_of(*DONE)  # "wilde niet tornen aan de verboden"
    kept = changed = False
    for clause in clauses(stand.core):
        if clause.split()[0].casefold() in words_of("opening_sides"):
            continue  # "which struck the right balance"
        said = set(done_in_one(clause)) - own
        keeps = not words_of("kept_words").isdisjoint(said)
        changes = not words_of("undoing", "changed_words").isdisjoint(said)
        keeps = keeps or has_way(clause, "upheld")
        ends = way_in(plain_words(clause), "ended")
        if side < 0 and ends & set(words(stand.cue)) and not is_negated(stand.cue):
            keeps = True  # "is to be let go" is itself the objection
        else:
            changes = changes or bool(ends)
        if keeps != changes and _is_denied(stand, main_part(clause)):
            keeps, changes = changes, keeps
        kept, changed = kept or keeps, changed or changes
    return side * (kept - changed)


def effects_on_one_thing(older: Stand, newer: Stand) -> int:
    """-1 where one wants a thing kept and the other one changed or gone, 1 where both the same."""
    found = effect(older) * effect(newer)
    if found >= 0 or are_of_one_thing(older, newer, DONE):
        return found
    both = [_besides_keeping(each) for each in (older, newer)]
    return found if all(both) and are_named(*both) else 0


def _besides_keeping(stand: Stand) -> frozenset[str]:
    """What a view names first besides words for keeping it: `strikte handhaving van het verbod`."""
    said = plain_words(stand.core)
    return first_thing(stand, frozenset(way_in(said, "upheld") | way_in(said, "ended")))


def keeps_what_changes(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one wants to keep what the other one wants to change or to do away with."""
    wished = {*rules()["leaning"], "support", "decide"}
    if not {older.stance, newer.stance} <= wished or common < rules()["taken_back"]:
        return False
    for one, other in either_way(older, newer):
        mine, theirs = words(one.core), words(other.core)
        changed = not words_of("changing", "raising", "less_by", "undoing").isdisjoint(theirs)
        denied = not words_of("negations", "undoing").isdisjoint(mine)
        if changed and not denied and negations().isdisjoint(theirs):
            names = ("unchanged", "changing", "raising", "less_by", "undoing")
            if not are_of_one_thing(older, newer, names):
                return False
            kept = mine[:-1] if _is_held_so(one) else mine
            return bool(words_of("unchanged") & {*kept}.difference(theirs))
    return False


def _is_held_so(stand: Stand) -> bool:
    """Whether a text ends with how a view itself goes on: `support for it remained unchanged`."""
    before, last = words(stand.core)[-2:] if len(words(stand.core)) > 1 else ("", "")
    return last in words_of("unchanged") and before in words(stand.cue)


def lowers_what_is_kept(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one wants less of what the other one wants to stay at its level."""
    return common >= rules()["taken_back"] and any(
        has_way(one.core, "at_level")
        and leaning(one.stance) > 0
        and other.stance in rules()["leaning"]
        and has_word_of(other.core, "less_by")
        and not has_word_of(one.core, "less_by", "negations")
        and not has_word_of(other.core, "negations")
        for one, other in either_way(older, newer)
    )


def puts_off_what_is_due(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one asks for a thing at its time that the other one wants put off."""
    return common >= rules()["bent"] and any(
        leaning(one.stance) > 0
        and (
            has_way(one.core, "at_its_time")
            or has_way(other.core, "settling")
            or (_refuses_delay(one) and are_for_one_thing(one, other))
            or (_year_kept(one) not in ("", _year_kept(other)) and _is_its_date(one, other))
        )
        and not (is_faint(one) or _wants_delay(one))
        and other.stance in ("call", "support", *(("announce",) if other is older else ()))
        and (_wants_delay(other) or _lasts_beyond(other, _year_kept(one)))
        and not (is_faint(other) or bends(other) or yields(other))
        for one, other in either_way(older, newer)
    )


@asked_once
def _year_kept(stand: Stand) -> str:
    """The year that somebody wants a date to stay at: `vasthouden aan 2030`; or empty."""
    for clause in clauses(stand.core):
        said = words(clause)
        if not words_of("kept_words", "holding_on").isdisjoint(said) and not is_negated(clause):
            for before, word in pairwise(said):
                if before in words_of("at_date") and _is_year(word):
                    return word
    return ""


def _is_its_date(one: Stand, other: Stand) -> bool:
    """Whether what one wants later may be what the other one keeps a year for."""
    kept, later = (
        {word for word in about(each) if not _is_year(word)}
        - words_of("dates", "delaying", "holding_on")
        - way_in(plain_words(each.core), "lasting")
        - way_in(plain_words(each.core), "later_on")
        for each in (one, other)
    )
    return not later or (bool(kept) and are_named(frozenset(kept), frozenset(later)))


def _lasts_beyond(stand: Stand, year: str) -> bool:
    """Whether somebody wants something to last, or to come, in a later year than this one."""
    later = any(_is_year(word) and word > year for word in words(stand.core))
    return bool(year) and later and has_way(stand.core, "lasting") and not is_negated(stand.core)


def _is_year(word: str) -> bool:
    return len(word) == len("2030") and word.isdigit()


def _refuses_delay(stand: Stand) -> bool:
    """Whether somebody will have no delay: `wees ieder uitstel van de hand`."""
    return any(
        has_way(clause, "against_sparing") and has_word_of(clause, "delaying")
        for clause in clauses(stand.core)
    )


def _wants_delay(stand: Stand) -> bool:
    return any(
        (has_way(clause, "later_on") or has_word_of(clause, "delaying"))
        and not (is_negated(clause) or has_way(clause, "against_sparing"))
        for clause in own_clauses(stand)
    )


def places(older: Stand, newer: Stand, common: float) -> int:
    """-1 where one wants a thing within what the other one wants it left out of, 1 for the same.

    `common` is how much they are about the same.
    """
    found = placed(older) * placed(newer) if common >= rules()["bent"] else 0
    if found >= 0:
        return found
    out, into = (older, newer) if placed(older) < 0 else (newer, older)
    near = common >= rules()["taken_back"] and are_for_one_thing(older, newer)
    return found if near or (common >= rules()["same_subject"] and is_named_in(out, into)) else 0


def leaves_out(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one asks for a thing to be left out or ruled out that the other one is for."""
    return common >= rules()["same_subject"] and any(
        leaning(one.stance) > 0
        and polarity(other.stance) > 0
        and _mainly_placed(one) < 0
        and not (placed(other) or is_on_less(other))
        and is_within(one, other)
        for one, other in either_way(older, newer)
    )


@asked_once
def placed(stand: Stand) -> int:
    """1 where somebody wants a thing within an act or a measure, -1 where outside, else 0.

    Who does not wish it to be included wants it left out.
    """
    return _placed(stand, clauses(stand.core))


@asked_once
def _mainly_placed(stand: Stand) -> int:
    """Whether a thing is to be within or left out, by the clauses that carry the stance."""
    return _placed(stand, clauses(own_text(stand)))


def _placed(stand: Stand, said: Sequence[str]) -> int:
    """1 where these clauses want a thing brought within something, -1 where left out, else 0."""
    found = 0
    for clause in said:
        if not has_one_of(clause, "taken_in", "left_out"):
            continue
        if clause.split()[0].casefold() in words_of("side_clauses", "opening_sides"):
            continue
        place = has_way(clause, "taken_in") - has_way(clause, "left_out")
        found += -place if place and _is_denied(stand, clause) else place
    return leaning(stand.stance) * ((found > 0) - (found < 0))


def _is_denied(stand: Stand, clause: str) -> bool:
    """Whether a wish is that a thing is not done; the `no` of a view (`geen bezwaar`) is not."""
    if polarity(stand.stance) < 0 or stand.denied not in ("", stand.stance):
        return False
    if has_word_of(clause, "problems"):
        return False
    own = polarity(stand.stance) > 0 and is_negated(stand.cue)
    return is_negated(clause) and not own


def welcomes_that_not(stand: Stand) -> bool:
    """Whether somebody is glad that a thing is not done: `verwelkomde dat X niet doorgaat`.

    That is one and the same view as to be against it.
    """
    own, that = plain_words(stand.cue), words_of("that")
    if polarity(stand.stance) <= 0 or not negations().isdisjoint(own):
        return False
    said = plain_words(stand.core)
    at = next((at for at, word in enumerate(said) if word in that), 0)
    if not at or not (said[at] in own or said[at - 1] in own or said[at - 1] in _lead_in()):
        return False
    return negations().isdisjoint(said[:at]) and not negations().isdisjoint(said[at:])


def _lead_in() -> frozenset[str]:
    """The words that may stand before `dat`: `was er blij mee, dat`, `welcomed it that`."""
    return words_of("pointers") | {","}


def _besides_amending(stand: Stand) -> set[str]:
    """What a view that something be changed names: nothing where that is the text as a whole."""
    said = about(stand, clauses(stand.core))
    return said - way_in(plain_words(stand.core), "amending") - words_of("whole")


def changes_after_all(older: Stand, newer: Stand) -> bool:
    """Whether one is ready to change what the other one will not have changed.

    `zag geen ruimte voor aanpassingen`, `was bereid de tekst aan te passen`.
    """
    for one, other in either_way(older, newer):
        ready = other.stance == "announce" or (other.stance == "support" and bends(other))
        if one.stance != "oppose" or not ready:
            continue
        if all(has_way(each.core, "amending") for each in (one, other)):
            both = [_besides_amending(each) for each in (one, other)]
            own = {word for word in both[1] if not word.isdigit()} - words_of("provisions")
            whole = not both[0] and not own
            return whole or not both[1] or not both[0].isdisjoint(both[1])
    return False


def changes_another(older: Stand, newer: Stand) -> bool:
    """Whether one is ready to change another thing than the other one will not have changed."""
    both = older, newer
    ready = {each.stance for each in both} == {"announce", "oppose"}
    changed = ready and all(has_way(each.core, "amending") for each in both)
    return changed and not changes_after_all(older, newer)


def leaves_alone(older: Stand, newer: Stand) -> bool:
    """Whether one will not have a thing touched, and the other one is for something beside it.

    "Wilde niet tornen aan de verboden", "stond open voor controle op de verboden".
    """
    return any(
        one.stance == "oppose"
        and one.denied == "call"
        and effect(one) > 0
        and leaning(other.stance) > 0
        and not effect(other)
        and not is_of_it(one, ("changed_words", "undoing"), other)
        for one, other in either_way(older, newer)
    )


def ends_as_meant(ending: Stand, other: Stand) -> bool:
    """Whether what is ended was to end: on a condition, as planned, or as what is passing.

    What is old, or the speaker's own, for one side only may be another thing.
    """
    if has_way(ending.core, "ended_in_time"):
        return True
    passing = has_word_of(other.core, "passing_kinds")
    apart = words_of("apart_kinds").intersection(words(ending.core))
    return (passing and ending.stance in rules()["plain"]) or not apart <= set(words(other.core))
