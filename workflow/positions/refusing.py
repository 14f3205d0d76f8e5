"""What is asked not to be done, and English what is asked for without a word of asking."""

from collections.abc import Iterable
from dataclasses import replace

from workflow.positions.askednot import asked_not, none_wanted
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

_REACH = 16
"""Words behind a call within which it may say what is not to be done."""
_OPENS = 3
"""Words behind a call within which a clause about what is asked opens."""
_BEFORE = 6
"""Words before "should" within which a denial may stand: "no new levy should be introduced"."""
_VERBS = 5
"""Auxiliaries and adverbs that may stand between a denial and its verb."""
_SOFTENED = 8
"""Words behind the verb within which may stand that only a way of doing it is refused."""
_HELPERS = {"be", "have"}
_MAKE = "make"
_SPARED = 4
"""Words behind a denial, or what is to be avoided, that say what would rather not be there."""
_SOFT = 2
"""Strength of an objection that is only a preference."""
_HASTE = 10
"""Words behind an objection within which may stand that it is to haste."""
_ENDS = ("that", "relatives", "complementizers")
"""Classes of words behind which haste is no longer what is objected to."""
_IN = "in"
"""Before haste that is only the way in which a thing is done."""
_BE = "be"
_DONE = 3
"""Words behind "be" within which stands what is to be done."""
_NEAR_TEXT = 4
"""Words behind a verb within which stands the text that it says yes to."""
_SHORT = 5
"""Words behind support within which "nothing less than" may stand."""


def refusing(line: Line, zone: Zone, reading: Reading) -> Reading:
    """The reading as what it comes to: "should not be extended" is against extending.

    So is "called for it not to be included"; who pleads with others not to do a thing asks. Who
    "would settle for nothing less than" a thing asks for it.
    """
    if not reading.cue:
        return reading
    hasty = _haste(line, zone, reading) if reading.stance == "oppose" else -1
    if hasty >= 0:
        cue = (*reading.cue, (hasty, hasty + 1))
        return replace(reading, stance="reserve", cue=cue, rule=f"{reading.rule}, haste")
    none = none_wanted(line, reading.cue[-1][1] - 1) if reading.stance == "call" else None
    if none:
        cue = (*reading.cue, *((at, at + 1) for at in none))
        rule = f"{reading.rule}, none wanted"
        return replace(reading, stance="oppose", cue=cue, rule=rule, denied="call")
    if line.is_dutch:
        return _not_to_do(line, zone, reading)
    if reading.stance in ("support", "oppose"):
        return _nothing_less(line, zone, reading)
    if reading.stance != "call":
        return reading
    verb = refused(line, zone, *reading.cue[-1])
    if verb < 0:
        return _rather_not(line, zone, reading)
    cue = (*reading.cue, (verb, verb + 1))
    rule = f"{reading.rule}, not to be done"
    return replace(reading, stance="oppose", cue=cue, rule=rule, denied="call")


def _haste(line: Line, zone: Zone, reading: Reading) -> int:
    """The word for haste where only that is objected to: "did not wish to rush"; -1 otherwise.

    Nor is a thing that is not urgent refused: "did not think that a levy was urgent".
    """
    first, last = reading.cue[-1]
    if reading.denied and line.isa("urgent_words", first):
        return first
    for place in range(first, min(zone.stop, last + _HASTE)):
        if line.isa("rushing", place):
            manner = reading.denied == "support" and _IN in (line.at(place - 1), line.at(place - 2))
            return -1 if manner else place  # "could not support the text in such haste"
        joined = place >= last and line.isa("coordinators", place)
        ends = joined or line.is_sign(place) or line.any_of(_ENDS, place)
        if ends or (place >= last and not line.is_dutch and line.finite(place)):
            return -1
    return -1


def _not_to_do(line: Line, zone: Zone, reading: Reading) -> Reading:
    """Dutch: against what a proposal does, where it is asked not to do so: "niet te herzien"."""
    warns = reading.stance == "concern" and reading.rule.startswith("verb")
    if not (reading.stance == "call" or warns):
        return reading
    behind = reading.cue[-1][1]
    so = (-1, -1) if warns else _not_so(line, behind)
    denial, verb = asked_not(line, behind, zone.stop) or so
    outright = line.isa("mark", denial + 1) and verb == denial + 2
    asks = reading.rule.startswith("verb")  # not "vond X onmisbaar en wil de tekst niet steunen"
    grants = asks and _grants(line, verb, range(behind, verb + _NEAR_TEXT))
    acts = enacts(line, verb) or grants
    if denial < 0 or (by_degree(line, denial) and not outright) or not acts:
        return reading
    cue = (*reading.cue, (verb, verb + 1))
    rule = f"{reading.rule}, not to be done"
    return replace(reading, stance="oppose", cue=cue, rule=rule, denied="call")


def _not_so(line: Line, start: int) -> tuple[int, int]:
    """Dutch: the denial and the verb of what is asked not to be so: "dat er geen regels komen"."""
    that = line.first_of("that", range(start, min(len(line), start + _OPENS)))
    if that < 0:
        return -1, -1
    end = line.sign_from(that)
    for denial in range(that + 1, end):
        if line.isa("negations", denial):
            verb = next((at for at in range(denial + 1, end) if _made(line, at)), -1)
            return (denial, verb) if verb >= 0 else (-1, -1)
    return -1, -1


def _made(line: Line, place: int) -> bool:
    """Dutch: whether a verb in any form says what a proposal does: "dat er regels bijkomen"."""
    return enacts(line, place) or bool(line.lemmas(place) & line.lexicon.words["enacting"])


def by_degree(line: Line, place: int) -> bool:
    """Whether only too much of it is denied, or not that alone: "not too soon", "niet alleen"."""
    return line.any_of(("not_denying", "not_outright"), place + 1)


def enacts(line: Line, place: int) -> bool:
    """Whether a word says what a proposal does: a verb of doing so, or a word such as "omhoog"."""
    if line.isa("enacting_words", place):
        return True
    enacting = line.lexicon.words["enacting"]
    return any(
        form.lemma in enacting and form.kind in ("infinitive", "participle")
        for form in line.forms(place)
    )


def _grants(line: Line, verb: int, near: Iterable[int]) -> bool:
    """Whether a verb says yes to a text that is named: "de conclusies niet te steunen"."""
    granted = line.lemmas(verb) & line.lexicon.words["saying_yes"]
    return bool(granted) and line.first_of("granted_texts", near) >= 0


def refused(line: Line, zone: Zone, first: int, behind: int) -> int:
    """The verb of what a proposal would do and is asked not to; -1 where nothing is refused."""
    for place in range(first, min(zone.stop, behind + _REACH)):
        if place >= behind and (line.is_sign(place) or line.isa("contrast", place)):
            break
        if line.isa("denying_adverbs", place):
            asked = line.isa("mark", place + 1) and not line.lemmas(place + 2) & _HELPERS
            if asked:
                near = range(place + 3, place + 3 + _NEAR_TEXT)
                return place + 2 if _grants(line, place + 2, near) else -1
            return _done(line, place + 1, zone.stop)
        if place > behind + 1 and line.any_of(("that", "relatives"), place):
            break
    for place in range(first - 1, max(zone.start, first - _BEFORE), -1):
        if line.is_sign(place) or line.isa("that", place):
            break
        if line.helper(first) == "modal" and line.isa("denying_subjects", place):
            return _done(line, behind, zone.stop)
    return -1


def _rather_not(line: Line, zone: Zone, reading: Reading) -> Reading:
    """English: against what somebody would rather not have: "would prefer the text not to say so".

    So is "preferred to avoid a levy"; whoever would rather avoid a harm asks for care.
    """
    first, behind = reading.cue[-1]
    if not any(line.isa("preferring", at) for at in range(first, behind)):
        return reading
    for place in range(behind, min(zone.stop, behind + _REACH)):
        if line.is_sign(place) or line.any_of(("contrast", "than", "coordinators"), place):
            break
        near = range(place + 1, min(zone.stop, place + 1 + _SPARED))
        denied = line.isa("denying_adverbs", place)
        spared = denied and any(line.lemmas(at) & line.lexicon.words["spared"] for at in near)
        avoided = line.any_of(("avoiding", "no_thing"), place)
        if not (denied or avoided):
            continue
        if not (spared or avoided) or line.first_of("avoided_harms", near) >= 0:
            break
        cue = (*reading.cue, (place, place + 1))
        rule = f"{reading.rule}, rather not"
        return replace(reading, stance="oppose", strength=_SOFT, cue=cue, rule=rule, denied="call")
    return reading


def _done(line: Line, place: int, stop: int) -> int:
    """The verb at a place or shortly behind it, where it is what a proposal does; else -1."""
    if line.at(place) == ",":  # "should not, in its view, be extended"
        place = line.low.index(",", place + 1) + 1 if "," in line.low[place + 1 :] else place
    for verb in range(place, min(stop, place + _VERBS)):
        if line.lemmas(verb) & _HELPERS or line.any_of(("midfield", "mark"), verb):
            continue
        made = _MAKE in line.lemmas(verb) and line.isa("enacting_words", verb + 1)
        acts = made or line.lemmas(verb) & line.lexicon.words["enacting"]
        return verb if acts and not _softened(line, verb, stop) else -1
    return -1


def _softened(line: Line, verb: int, stop: int) -> bool:
    """Whether only a way or a time of doing it is refused: "be imposed on farmers alone"."""
    for place in range(verb + 1, min(stop, verb + _SOFTENED)):
        if line.low[place] == ";" or line.isa("that", place):
            return False
        if line.isa("softening", place):
            return True
    return False


def _nothing_less(line: Line, zone: Zone, reading: Reading) -> Reading:
    """A call where all else is refused: "would settle for nothing less than an outright ban"."""
    behind = reading.cue[-1][1]
    for place in range(behind - 1, min(zone.stop, behind + _SHORT)):
        found = line.lexicon.phrases["nothing_less"].first(line.low, place)
        denied = found and (line.isa("negations", place) or reading.stance == "oppose")
        if found and denied:
            cue = (*reading.cue, (place, found[0]))
            return Reading("call", 4, cue, f"{reading.rule}, nothing less")
    return reading


def left_to_others(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """English: who asks for a thing to be left to others is against it: "to member states"."""
    if line.is_dutch or group.verb.stance != "call":
        return []
    found = line.first_phrase("left_to_others", group.last + 1, zone.stop)
    if found is None:
        return []
    cue = ((group.lexical, group.lexical + 1), found[:2])
    return [Reading("oppose", 3, cue, "left to others")]


def anything_else(line: Line, start: int, zone: Zone) -> tuple[int, int] | None:
    """English: where all else is refused: "that anything later would be indefensible"."""
    opens = line.first_of("that", range(start, min(zone.stop, start + 3)))
    place = opens + 1 if opens >= 0 else start  # "adamant that anything later"
    if line.is_dutch or not line.isa("anything_else", place):
        return None
    for at in range(place + 1, min(zone.stop, place + 3)):
        found = line.lexicon.phrases["apart_from"].first(line.low, at)
        verb = line.next_finite(found[0], zone.stop) if found else -1
        if found and verb > 0 and line.helper(verb) in ("want", "can", "future"):
            return place, found[0]
    return None


def to_be(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """English: the call of whoever argues that a thing be so: "argued that the ban be lifted"."""
    argues = not line.is_dutch and group.verb.lemma in line.lexicon.words["arguing"]
    if not (argues and line.isa("that", group.last + 1)):
        return []
    for place in range(group.last + 2, zone.stop):
        if line.low[place] == _BE:
            behind = range(place + 1, min(zone.stop, place + 1 + _DONE))
            done = any(line.nonfinite(at, ("participle",)) for at in behind)
            cue = (*group.cue, (place, place + 1))
            return [Reading("call", 3, cue, "argued to be")] if done else []
        if line.is_sign(place) or line.finite(place) or line.isa("mark", place):
            return []
    return []


def insisted(line: Line, cue: tuple[tuple[int, int], ...], zone: Zone) -> Reading:
    """English: what somebody insists on, or complains of: "adamant that it would merely hit us"."""
    start = cue[-1][1]
    only = line.first_of("nothing_but", range(start, min(line.sign_from(start), zone.stop)))
    if only > start and line.helper(only - 1) in ("want", "future", "can"):
        return Reading("concern", 3, (*cue, (only, only + 1)), "insistent, complaint", False)
    return Reading("call", 4, cue, "insistent", False)
