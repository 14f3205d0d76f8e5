"""What a subject's clause says about where it stands: from the verb, or from the words with it."""

from dataclasses import replace

from workflow.positions.announcing import announced, chosen, kept
from workflow.positions.asking import as_question, is_courtesy, is_doubt, offers, says_nothing
from workflow.positions.auxiliaries import not_doing, with_demand, with_helper
from workflow.positions.complements import complements, goes_with, outside_relatives
from workflow.positions.conditions import conditional, is_stock, no_deal, only_if, with_condition
from workflow.positions.contrary import contrary
from workflow.positions.denials import denied_opinion, denies, turned, turned_with, verb_denied
from workflow.positions.dispensing import cannot_lack, is_parted
from workflow.positions.dropping import dropped
from workflow.positions.granting import granting
from workflow.positions.innerverbs import inner_verb
from workflow.positions.instruments import said_by_doing
from workflow.positions.leavingopen import LEFT_OPEN, left_open
from workflow.positions.line import Line
from workflow.positions.meanings import shares_a_fact
from workflow.positions.objections import joined_view, joins_meeting, with_objections
from workflow.positions.ownclauses import own_clause, said_of_self
from workflow.positions.papers import against_in_paper, as_written, said_in_paper
from workflow.positions.reading import NEUTRAL, Reading, Zone
from workflow.positions.refusing import anything_else, insisted, left_to_others, refusing, to_be
from workflow.positions.takingover import is_swayed, taken_over, with_those
from workflow.positions.telling import as_telling
from workflow.positions.turning import denied_stance
from workflow.positions.undone import as_undone
from workflow.positions.valued import valued
from workflow.positions.verbgroups import Group
from workflow.positions.yielding import given_up, has_let_go, is_given

UNKNOWN = "unknown verb"
"""What the rule says where the table has no such verb."""
_BE = "be"
_NEAR = 5
"""Words behind a verb within which somebody is said to be sure."""
_FAR = 10
"""Words behind a verb of opinion within which "to be" may follow."""
_IDIOM = 3
"""Words of an idiom that tells more than a single noun before it."""
_AGREED = 8
"""Words behind a word of agreeing within which opens what is agreed."""
_BESIDE = 5
"""Words behind a verb within which the clause about the speaker has its own."""


def read_stances(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """The stances of one verb group, in the order of the text; at least one."""
    group, zone = as_telling(line, group, zone)
    yielded = _given_up(line, group, zone)
    outright = [yielded] if yielded else _held(line, group, zone)
    outright = outright or cannot_lack(line, group.finite, zone.stop)
    if outright:
        return outright
    readings = _found(line, group, zone)
    readings = _agreed(line, group, zone, readings[0]) or readings
    if readings[0].stance in NEUTRAL and group.verb.lemma in line.lexicon.words["opining"]:
        readings = valued(line, group.last + 1, zone) or readings
    readings = [one if one.rule == LEFT_OPEN else with_helper(line, group, one) for one in readings]
    readings = [as_undone(line, group, one) for one in readings]
    readings = [refusing(line, zone, with_demand(line, zone, one)) for one in readings]
    readings = with_objections(line, group, zone, readings)
    return with_condition(line, group, zone, readings)


def _agreed(line: Line, group: Group, zone: Zone, first: Reading) -> list[Reading]:
    """What is so for whoever agrees that it is: "agreed with Malta that the term was too short"."""
    if first.stance != "support" or first.denied or not first.cue:
        return []
    stop = first.cue[-1][1]
    agrees = group.verb.lemma in line.lexicon.words["agreeing_that"]
    agrees = agrees or line.isa("agreeing_with", stop - 1) or is_swayed(line, stop)
    that = line.first_of("that", range(stop, min(zone.stop, stop + _AGREED))) if agrees else -1
    if that < 0 or any(line.is_sign(at) for at in range(stop, that)):
        return []
    told = _told_from(line, group, zone, that)
    if not told or told[0].stance not in ("oppose", "concern", "call"):
        return []
    return [replace(one, cue=(*first.cue, *one.cue)) for one in told]


def _told_from(line: Line, group: Group, zone: Zone, start: int) -> list[Reading]:
    """What is said from a place on, as behind a verb of telling."""
    carrier = replace(group, verb=replace(group.verb, stance="inform", carrier=True))
    return complements(line, carrier, replace(zone, start=start))


def _found(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """What the verb says, or else the words with it, by the first rule that fits; at least one."""
    verb = group.verb
    combined = _in_idiom(line, group, zone)
    if combined:
        that = combined.cue[-1][1] if combined.stance == "inform" else -1
        told = _told_from(line, group, zone, that) if line.isa("that", that) else []
        return [one for one in told if one.stance not in NEUTRAL] or [combined]
    paper = said_in_paper(line, group, zone)
    written = as_written(group, read_stances(line, *paper)) if paper else []
    if written:
        return written
    by_doing = None if verb.carrier and line.is_dutch else said_by_doing(line, group, zone)
    if by_doing:
        return read_stances(line, *by_doing)
    if verb.stance and not verb.carrier:
        return (
            _of_self(line, group, zone)
            or _announced_of_self(line, group, zone)
            or announced(line, group, zone)
            or left_to_others(line, group, zone)
            or dropped(line, group, zone)
            or [_fixed(line, group, zone)]
        )
    rule = f"verb {verb.lemma}" if verb.lemma else UNKNOWN
    plain = Reading(verb.stance or "inform", verb.strength, group.cue, rule, bool(verb.stance))
    if joins_meeting(line, group):
        plain = replace(plain, stance="none", strength=1)
    other = anything_else(line, group.last + 1, zone)
    if other:
        return [Reading("call", 4, (*group.cue, other), "anything else", False)]
    return (
        _unsure(line, group, zone, _complemented(line, group, zone))
        or _opinion_denied(line, group, zone)
        or _in_own_clause(line, group, zone)
        or _sure(line, group, zone)
        or to_be(line, group, zone)
        or (only_if(line, group, zone) or no_deal(line, group, zone) if verb.carrier else [])
        or [plain]
    )


def _complemented(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """What the words say that go with a verb of telling, or with one that is not known."""
    if group.verb.lemma and not group.verb.carrier:
        return []
    return as_question(line, group, _with_verb(group, complements(line, group, zone)))


def _with_verb(group: Group, found: list[Reading]) -> list[Reading]:
    """The readings with the words of the verb and its strength, where that is greater."""
    strength = group.verb.strength
    return [
        replace(one, strength=max(one.strength, strength), cue=(*group.cue, *one.cue))
        for one in found
    ]


def _opinion_denied(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """English: the side of whoever does not think so: "did not feel that this was its task"."""
    if line.is_dutch or not _opines_against(line, group, zone):
        return []
    words = (*group.cue, (group.last + 1, group.last + 2))
    return [Reading("oppose", 2, words, "opinion denied", denied="support")]


def _in_idiom(line: Line, group: Group, zone: Zone) -> Reading | None:
    """What a verb says together with words that go with it, and with nothing else."""
    found = contrary(line, group, zone) or taken_over(line, group, zone)
    found = found or against_in_paper(line, group, zone)
    found = found or left_open(line, group, zone)
    found = found or conditional(line, group, zone)
    if found is None:
        found = _combined(line, group, zone)
    granted = granting(line, group, zone)
    return granted or with_those(line, group, zone) or found or _resolved(line, group, zone)


def _resolved(line: Line, group: Group, zone: Zone) -> Reading | None:
    """What somebody chooses to do, or decides not to: "besloot niet mee te doen"."""
    if group.verb.lemma not in line.lexicon.words["resolving"]:
        return None
    if not line.is_dutch:
        return chosen(line, group)
    for place in outside_relatives(line, group, zone):
        if place <= group.last:
            continue
        reading = inner_verb(line, place, "object", group, zone)
        if reading and (reading.stance == "oppose" or group.verb.stance != "decide"):
            return replace(reading, cue=(*group.cue, *reading.cue))
    return None


def _in_own_clause(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """The sides that speakers take in a clause about themselves."""
    if group.verb.lemma and not group.verb.carrier:
        return []
    inner = own_clause(line, group, zone)
    found = read_stances(line, *inner) if inner and not inner[0].passive else []
    if inner and line.is_dutch:
        found = [not_doing(line, inner[0], one) for one in found]
    return [
        replace(one, cue=(*group.cue, *one.cue), rule=f"own clause; {one.rule}")
        for one in found
        if one.stance not in (*NEUTRAL, "announce")
    ]


def _announced_of_self(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """English: the side that speakers announce to have taken: "announced that it had lifted"."""
    warns = group.verb.lemma in line.lexicon.words["warning"]
    if line.is_dutch or not (warns or group.verb.stance == "announce"):
        return []
    if verb_denied(line, group, zone):
        return []
    inner = own_clause(line, group, zone)
    found = read_stances(line, *inner) if inner and not inner[0].passive else []
    sides = [
        one
        for one in found
        if one.stance in ("oppose", "reserve") or (one.stance == "support" and "+" in one.rule)
    ]
    return [replace(one, cue=(*group.cue, *one.cue)) for one in sides]


def _sure(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """English: what somebody is sure of or insists on, in whatever words: "convinced that"."""
    if line.is_dutch:
        return []
    for place in range(group.finite + 1, min(zone.stop - 1, group.finite + _NEAR)):
        if not line.isa("that", place + 1):
            continue
        denied = any(line.isa("negations", at) for at in range(group.finite + 1, place))
        cue = ((group.finite, group.finite + 1), (place, place + 2))
        if line.isa("insistent", place):
            return [insisted(line, cue, zone)]
        if line.isa("sure", place):
            return [Reading("concern" if denied else "support", 2, cue, "sure", False)]
    return []


def _unsure(line: Line, group: Group, zone: Zone, told: list[Reading]) -> list[Reading]:
    """What is told, or English the worry of whoever is not sure that it should be so.

    "Not yet entirely convinced that vehicles should be covered" asks for nothing.
    """
    if not told or told[0].stance not in ("call", "support"):
        return told
    return [one for one in _sure(line, group, zone) if one.stance == "concern"] or told


def _opines_against(line: Line, group: Group, zone: Zone) -> bool:
    """English: whether somebody does not think so: "did not feel that it should"."""
    start = denied_opinion(line, group, zone)
    if not start:
        return False
    opens = line.any_of(("that", "echo"), start) or bool(line.finite(start + 1))
    plain = group.verb.lemma in line.lexicon.words["supposing"]
    opens = opens or (plain and line.next_finite(start, min(zone.stop, start + _FAR)) >= 0)
    to_be = any(
        line.isa("mark", at) and line.low[at + 1 : at + 2] == [_BE]
        for at in range(start, min(zone.stop, start + _FAR))
    )
    return bool(opens) or to_be


def _of_self(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """English: where somebody who explains says where they stand: "explained that it opposed"."""
    if group.verb.lemma not in line.lexicon.words["explaining"]:
        return []
    if line.is_dutch:
        return _found_in_fact(line, group, zone)
    return [
        one
        for one in complements(line, group, zone)
        if one.stance not in NEUTRAL
        and (one.stance != "call" or one.strength > 2)
        and said_of_self(line, one.cue[-1][0], group)
    ]


def _found_in_fact(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: the praise or worry in what is explained: "lichtte toe dat de regeling goed werkt"."""
    that = line.first_of("that", range(group.finite, zone.stop))
    if that < 0 or any(line.is_sign(at) for at in range(group.finite, that)):
        # "heeft uiteengezet niet te kunnen instemmen": what speakers do themselves
        told = _told_from(line, group, zone, group.last + 1)
        verbs = [one for one in told if one.rule.startswith("complement verb")]
        return [one for one in verbs if one.stance in ("support", "oppose", "reserve")]
    found = _told_from(line, group, zone, that)
    return [
        one
        for one in found
        if (one.stance in ("support", "concern") and not one.denied)
        or (one.stance == "oppose" and one.denied == "announce")
    ]


def _given_up(line: Line, group: Group, zone: Zone) -> Reading | None:
    """A stance that is taken back by a verb that has none by itself: "trok zijn steun in"."""
    lemma, words = group.verb.lemma, line.lexicon.words
    gives = lemma in words["giving_up"] or lemma in words["giving_up_of"]
    gives = gives or has_let_go(line, group.finite, zone.stop)
    if not (gives or line.isa("let_go", group.lexical)):
        return None
    for place in outside_relatives(line, group, zone):
        if line.isa("demands", place) and given_up(line, place, place + 1):
            rule = f"verb {lemma} + {line.low[place]}"
            # "geeft de ambitie niet op" wants it still.
            stance = "call" if verb_denied(line, group, zone) else "oppose"
            return Reading(stance, 2, (*group.cue, (place, place + 1)), rule)
        for stop, cue in line.cues(place):
            if is_given(cue) and given_up(line, place, stop) and not is_stock(line, place, stop):
                stance = turned(line, place, stop, cue, zone)
                rule = f"verb {lemma} + {' '.join(line.low[place:stop])}"
                return Reading(stance, cue.strength, (*group.cue, (place, stop)), rule)
    return None


def _fixed(line: Line, group: Group, zone: Zone) -> Reading:
    """The stance of a verb that has one by itself, turned round where it is denied."""
    verb = group.verb
    rule = f"verb {verb.lemma}"
    denied = verb_denied(line, group, zone)
    if says_nothing(line, group, denied) or is_parted(line, verb.lemma, group.lexical):
        return Reading("inform", 1, group.cue, f"{rule}, no view", False)
    if verb.with_that and line.isa("that", group.last + 1):
        return Reading(verb.with_that, 1, group.cue, f"{rule} + {line.at(group.last + 1)}")
    if verb.lemma in line.lexicon.words["thanking"] and is_courtesy(line, group, zone):
        return Reading("inform", 1, group.cue, f"{rule}, courtesy", False)
    if shares_a_fact(line, verb.lemma, group.last, zone):
        return Reading("inform", 1, group.cue, f"{rule}, fact", False)
    if line.is_dutch and verb.lemma in line.lexicon.words["joining_in"]:
        sided = joined_view(line, group, zone)
        if sided and not (denied and sided.stance == "call"):
            return replace(sided, stance="inform") if denied else sided
    if verb.lemma in line.lexicon.words["asking"] and is_doubt(line, group, zone):
        return Reading("concern", 2, group.cue, f"{rule}, doubt")
    if verb.lemma in line.lexicon.words["wondering"] and offers(line, group.last, zone):
        return Reading("call", 1, group.cue, f"{rule}, offer")
    holds = line.is_dutch and verb.lemma in line.lexicon.words["holding_that"]
    objects = holds and _objection_behind(line, group, zone)
    if holds and not denied and _objection_behind(line, group, zone, "held_reserves"):
        return Reading("reserve", 3, group.cue, f"{rule} + reserve")
    if not denied:
        stance = "oppose" if objects else verb.stance
        return Reading(stance, verb.strength, group.cue, rule)
    wants = not line.is_dutch and verb.lemma in line.lexicon.words["wanting"]
    stance = "oppose" if wants else denied_stance(verb.stance)
    if objects:
        stance = "support"  # "hield niet langer vast aan zijn bezwaren"
    later = range(group.last + 1, zone.stop)
    if not line.is_dutch and any(
        line.isa("for_now", at) and line.any_of(("at", "determiners"), at - 1) for at in later
    ):
        denied = "not yet"
    if denied == "not yet" and (verb.stance in ("support", "decide") or _promises(line, group)):
        stance = "reserve"
    return Reading(stance, verb.strength, group.cue, f"{rule}, {denied}", denied=verb.stance)


def _held(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: the opinions that somebody holds on to: "hield eraan vast dat het niet kan"."""
    holds = line.is_dutch and group.verb.lemma in line.lexicon.words["holding_that"]
    if not (holds and any(line.isa("that", at) for at in (group.last + 1, group.last + 2))):
        return kept(line, group, zone) if holds else []
    found = complements(line, group, zone)
    return [] if not found or found[0].stance in NEUTRAL else _with_verb(group, found)


def _promises(line: Line, group: Group) -> bool:
    """Dutch: whether the verb promises, so that "kon nog niet toezeggen" only waits."""
    return line.is_dutch and group.verb.stance == "announce"


def _objection_behind(
    line: Line, group: Group, zone: Zone, kind: str = "voiced_objections"
) -> bool:
    """Whether what is held on to, or no longer, is an objection, or a noun of another kind."""
    near = range(group.finite + 1, min(zone.stop, group.last + _BESIDE))
    return any(line.isa(kind, at) for at in near)


def _combined(line: Line, group: Group, zone: Zone) -> Reading | None:
    """A cue that is listed with this very verb: "sprak zich tegen het voorstel uit"."""
    first: Reading | None = None
    carries = group.verb.carrier or group.verb.with_that
    opens = "complementizers" if group.verb.carrier else "purpose"
    known = group.verb.lemma in line.lexicon.listed
    for place in outside_relatives(line, group, zone) if known else ():
        if line.is_dutch and line.isa("that", place) and line.isa("leads_that", place - 1):
            break  # "hechtte eraan dat de steun blijft"
        if carries and place > group.finite and line.isa(opens, place):
            break
        for stop, cue in line.cues(place):
            listed = group.verb.lemma in cue.verbs and not is_stock(line, place, stop)
            if listed and goes_with(line, group, place, stop):
                long = stop - place >= _IDIOM and not line.isa("mark", place)
                if (first and not long) or (group.verb.carrier and not (long and line.is_dutch)):
                    continue
                rule = f"verb {group.verb.lemma} + {' '.join(line.low[place:stop])}"
                stance = turned_with(line, group.finite, place, stop, cue, zone)
                sided = stance == cue.stance and stance in ("support", "oppose", "reserve")
                if group.verb.carrier and not sided:
                    continue  # "bracht X onder de aandacht": what stands before tells
                denied = cue.stance if stance != cue.stance or denies(line, place, stop) else ""
                words = (*group.cue, (place, stop))
                found = Reading(stance, cue.strength, words, rule, denied=denied)
                if line.is_dutch or first or stop - place > 1:
                    return found
                first = found  # "made approval a condition of its agreement": the idiom tells
    return first
