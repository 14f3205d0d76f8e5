"""What somebody does with the objections of others: answers, grasps, heeds or rejects them."""

from dataclasses import replace

from workflow.positions.complements import complements
from workflow.positions.denials import verb_denied
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.takingover import NOUNS, opens_compound
from workflow.positions.turning import YIELDED
from workflow.positions.verbgroups import Group
from workflow.positions.yielding import is_given

_NEAR = 8
"""Words around a verb within which the objections stand with which it does something."""
_JOINED = 12
"""How many words behind a verb of joining what is joined may stand."""
_SHARED = 4
"""Words behind support within which opens what it is for."""


def with_objections(line: Line, group: Group, zone: Zone, readings: list[Reading]) -> list[Reading]:
    """The readings, where objections of others are dealt with: who rejects them has none.

    "Wees de kritiek van de hand", "ging in op de zorgen", "nam de zorgen ter harte"; who backs
    somebody in an objection has it too. English: only who understands them.
    """
    first = readings[0]
    if _grasped_and_more(line, group):
        rule = f"verb {group.verb.lemma} + others"
        return [Reading("inform", 1, group.cue, rule), *readings[1:]]
    if line.is_dutch:
        dealt = _with_those(line, group, zone, readings)
    else:
        other = _grasped(line, group, zone) or _rejected(line, group)
        dealt = [other, *readings[1:]] if other else []
    # Whether the verb is denied is asked last: few deal with objections at all.
    return readings if not dealt or first.denied or verb_denied(line, group, zone) else dealt


def _with_those(line: Line, group: Group, zone: Zone, readings: list[Reading]) -> list[Reading]:
    """Dutch: the readings where objections of others are dealt with; empty where none are."""
    first = readings[0]
    those = _those_shared(line, group)
    if those:
        return [those, *readings[1:]]
    denied = _denied_that(line, group, zone)
    if denied:
        return [denied]
    shared = _backed(line, group, zone, first)
    noun = -1 if shared else _of_others(line, group, zone)
    stance = shared[1] if shared else _dealt_with(line, group, zone, noun)
    if not stance:
        return []
    place = shared[0] if shared else noun
    cue = (*group.cue, (place, place + 1))
    rule = f"verb {group.verb.lemma} + {line.low[place]} of others"
    return [replace(first, stance=stance, strength=2, cue=cue, rule=rule)]


def _grasped(line: Line, group: Group, zone: Zone) -> Reading | None:
    """English: that somebody understands the worries of others: "acknowledged the concerns"."""
    if group.passive or group.verb.lemma not in line.lexicon.words["grasping"]:
        return None
    start = group.last + 1
    for place in range(start, min(zone.stop, start + _SHARED)):
        if any(line.isa(kind, place) for kind, _ in NOUNS[:3]):
            own = line.isa("possessives", start) or line.isa("negations", start)
            cue = (*group.cue, (place, place + 1))
            return None if own else Reading("inform", 1, cue, f"verb {group.verb.lemma} + others")
        if line.any_of(("that", "prepositions", "mark"), place) or line.is_sign(place):
            return None
    return None


def _rejected(line: Line, group: Group) -> Reading | None:
    """English: who rejects the objections of others is for the thing: "dismissed the criticism"."""
    if group.passive or group.verb.lemma not in line.lexicon.words["rejecting"]:
        return None
    opens = group.last + 1 + line.isa("taking_links", group.last + 1)
    for place in range(opens, min(len(line), opens + _SHARED)):
        if line.any_of(("that", "prepositions", "negations", "warnings"), place):
            return None  # a warning is a label too: "health warnings on bottles"
        if line.is_sign(place):
            return None
        if _is_voiced(line, place) and not opens_compound(line, place):
            cue = (*group.cue, (place, place + 1))
            stance = "inform" if _of_own(line, place) else "support"
            return Reading(stance, 2, cue, f"verb {group.verb.lemma} + others")
    return None


def _grasped_and_more(line: Line, group: Group) -> bool:
    """Whether the worries that somebody understands are named behind the next verb.

    "Understood and shared the concerns", "begreep maar deelde de zorgen niet".
    """
    place, words = group.last + 1, line.lexicon.words
    if group.verb.lemma not in words["grasping"] or not line.any_of(("and", "contrast"), place):
        return False
    behind = line.next_finite(place + 1, place + _SHARED)
    stop = min(line.sign_from(place), behind + 1 + _SHARED) if behind > 0 else 0
    for at in range(behind + 1, stop):
        if _is_voiced(line, at):
            return True
        if line.any_of(("that", "prepositions", "purpose"), at):
            return False
    return False


def _is_voiced(line: Line, place: int) -> bool:
    """Whether a word is a noun for the worries of somebody."""
    kinds = ("voiced_objections",) if line.is_dutch else tuple(kind for kind, _ in NOUNS[:3])
    return line.any_of(kinds, place)


def _those_shared(line: Line, group: Group) -> Reading | None:
    """Dutch: the worries just named that somebody has too: "begreep de zorgen en deelde die"."""
    those = group.finite + 1
    shares = group.verb.lemma in line.lexicon.words["sharing_in"]
    if not shares or not line.isa("those_meant", those) or line.nonfinite(those + 1):
        return None
    if line.any_of(("shared_with", "given_to"), those + 1):
        return None  # "deelde die met de lidstaten"
    noun = next((at for at in range(group.finite - 1, -1, -1) if _is_voiced(line, at)), -1)
    if noun < 0:
        return None
    cue = (*group.cue, (those, those + 1))
    return Reading(_of_noun(line, noun), 2, cue, f"verb {group.verb.lemma} + {line.low[noun]}")


def _denied_that(line: Line, group: Group, zone: Zone) -> Reading | None:
    """The reverse of what somebody says is not so: "bestreed dat een heffing duur is"."""
    if group.verb.lemma not in line.lexicon.words["denying_that"]:
        return None
    that = line.first_of("that", range(group.last + 1, zone.stop))
    if that < 0:
        return None
    told = replace(group, verb=replace(group.verb, stance="inform", carrier=True))
    said = complements(line, told, replace(zone, start=that))
    stance = YIELDED.get(said[0].stance, "") if said else ""
    cue = (*group.cue, *said[0].cue) if said else ()
    rule = f"verb {group.verb.lemma} + that"
    return Reading(stance, 2, cue, rule, denied=said[0].stance) if stance else None


def _of_others(line: Line, group: Group, zone: Zone) -> int:
    """The place of objections that are not said to be the speaker's own; -1 without any."""
    if not line.has("voiced_objections"):
        return -1
    for place in range(zone.start, min(zone.stop, group.finite + _NEAR)):
        if line.isa("complementizers", place) and place > group.finite:
            return -1
        if line.isa("voiced_objections", place) and not line.isa("possessives", place - 1):
            opens = place - 1 - line.low[place - 1].endswith("e")
            if any(line.isa("determiners", at) for at in (place - 1, opens)):
                return place if not line.any_of(("negations", "indefinite"), opens) else -1
    return -1


def _dealt_with(line: Line, group: Group, zone: Zone, noun: int) -> str:
    """The stance of whoever does something with objections, or an empty string."""
    if noun < 0:
        return ""
    lemma, words = group.verb.lemma, line.lexicon.words
    if lemma in words["answering"] or lemma in words["grasping"]:
        return "inform"  # "erkende de zorgen van de lidstaten"
    end = min(zone.stop, line.sign_from(noun))
    opens = noun - 1 - line.low[noun - 1].endswith("e") + line.isa("determiners", noun - 1)
    if line.isa("favouring", opens - 1):
        return ""  # "wees doelen voor de zorg van de hand": no objection of others
    if lemma in words["rejecting"] or line.first_phrase("rejected", group.finite + 1, end):
        return "inform" if _of_own(line, noun) else "support"
    if line.first_phrase("heeded", group.finite + 1, end):
        return "support"
    judged = line.first_phrase("well_founded", noun + 1, end)
    return _of_noun(line, noun) if judged else ""


def _of_own(line: Line, noun: int) -> bool:
    """Whether criticism is of the speaker's own affairs, which is for no plan: "of its reforms"."""
    led = line.any_of(("of", "prepositions"), noun + 1) and line.isa("possessives", noun + 2)
    near = range(noun + 3, noun + 3 + _SHARED)
    return led and line.first_of("put_to_others", near) < 0


def _backed(line: Line, group: Group, zone: Zone, first: Reading) -> tuple[int, str] | None:
    """What somebody is backed in, with its stance: "steunde Polen in zijn verzet"; else None."""
    if first.stance != "support" or not first.cue:
        return None
    backs = group.verb.lemma in line.lexicon.words["backing"]
    end = min(zone.stop, line.sign_from(group.finite + 1))
    for place in range(group.finite + 1, end):
        if not line.isa("voiced_objections", place):
            continue
        owned = line.isa("possessives", place - 1) and line.isa("backed_by", place - 2)
        given = first.cue[-1][1]
        lent = line.isa("articles", place - 1) and line.isa("favouring", place - 2)
        if (backs and owned) or (lent and 0 <= place - 2 - given < _SHARED):
            grasped = line.first_of("insight", range(first.cue[0][0], given)) >= 0
            return place, "inform" if grasped else _of_noun(line, place)
    return None


def _of_noun(line: Line, place: int) -> str:
    """The stance of an objection as a noun."""
    found = (cue.stance for _, cue in line.cues(place) if cue.zone == "object" and not cue.verbs)
    return next(found, "concern")


def joined_view(line: Line, group: Group, zone: Zone) -> Reading | None:
    """Dutch: the objection or call of others, or the meeting that is joined: "sloot aan bij"."""
    joins = group.verb.lemma in line.lexicon.words["siding_with"]
    for place in range(group.finite + 1, min(zone.stop, group.finite + _JOINED)):
        if line.is_sign(place) or line.any_of(("that", "relatives", "purpose"), place):
            break
        if place in group.words or line.any_of(("midfield", "reflexives", "prepositions"), place):
            continue
        if joins and line.isa("meetings", place):
            return Reading("none", 1, group.cue, f"verb {group.verb.lemma}, meeting")
        if line.any_of(("determiners", "portions"), place) or line.low[place].endswith("e"):
            continue
        asked = joins and line.isa("requests", place)
        for stop, cue in line.cues(place):
            if asked and cue.stance == "call" and not cue.verbs:
                rule = f"verb {group.verb.lemma} + {line.low[place]}"
                return Reading("call", cue.strength, (*group.cue, (place, stop)), rule)
            voiced = any(line.isa("voiced_objections", at) for at in range(place, stop))
            if voiced and is_given(cue) and cue.stance in ("oppose", "concern", "reserve"):
                rule = f"verb {group.verb.lemma} + {line.low[place]}"
                return Reading(cue.stance, cue.strength, (*group.cue, (place, stop)), rule)
        break  # "onderschreef het belang van X bij tekorten": something else is joined
    return None


def joins_meeting(line: Line, group: Group) -> bool:
    """English: whether somebody only comes to a meeting: "joined the meeting later"."""
    noun = group.last + 1 + line.isa("determiners", group.last + 1)
    noun += not line.isa("joined_meetings", noun)  # "joined the informal meeting"
    comes = group.verb.lemma in line.lexicon.words["coming_to"]
    named = line.isa("own_papers", noun + 1)  # "joined the summit declaration"
    return comes and line.isa("joined_meetings", noun) and not named
