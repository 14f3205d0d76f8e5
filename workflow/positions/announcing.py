"""The side that somebody announces to take, and what is announced not to come."""

from dataclasses import replace

from workflow.positions.complements import complements
from workflow.positions.denials import verb_denied
from workflow.positions.line import Line
from workflow.positions.ownclauses import own_plan, said_of_self
from workflow.positions.reading import OPINIONS, Reading, Zone
from workflow.positions.turning import denied_stance
from workflow.positions.verbgroups import Group

_VOTED = 12
"""Words behind "tegen" within which stands, in the same clause, that it is voted so."""
_BESIDE = 5
"""Words behind a verb within which the clause about the speaker has its own."""


def announced(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """English: the side that somebody announces to take: "announced that it would oppose"."""
    if group.verb.stance != "announce" or group.passive:
        return []
    if line.is_dutch:
        return _refused(line, group, zone)
    if verb_denied(line, group, zone):
        return []
    for at in range(group.last + 1, min(group.last + _BESIDE, zone.stop)):
        planned = own_plan(line, at, zone)
        if planned and planned.stance == "oppose":
            return [replace(planned, cue=(*group.cue, *planned.cue))]  # "announced it would not"
    carrier = replace(group, verb=replace(group.verb, stance="inform", carrier=True))
    found = complements(line, carrier, zone)
    sides = [
        one
        for one in found
        if one.stance == "oppose"
        or (one.stance == "support" and not _is_decision(line, one.cue[-1][0]))
    ]
    own = [
        one
        for one in sides
        if said_of_self(line, one.cue[-1][0], group)
        or line.isa("bargaining", one.cue[-1][1] - 1)  # "that it was not for sale"
    ]
    marked = line.isa("mark", group.last + 1)
    return own or (sides if marked else [])


def chosen(line: Line, group: Group) -> Reading | None:
    """English: the side of whoever chooses to do a thing or not: "decided not to oppose it"."""
    place = group.last + 1
    denied = line.isa("denying_adverbs", place)
    verb = place + denied + 1
    if group.passive or not line.isa("mark", verb - 1):
        return None
    while line.isa("midfield", verb):
        verb += 1
    found = line.nonfinite(verb, ("infinitive",))
    if found is None:
        return None
    cue = (*group.cue, (verb, verb + 1))
    side = found[0].stance
    rule = f"verb {group.verb.lemma} + {found[0].lemma}"
    if side in OPINIONS and not found[0].carrier:
        base = side if denied else ""
        stance = denied_stance(side) if denied else side
        return Reading(stance, found[0].strength, cue, rule, denied=base)
    return Reading("oppose", 2, cue, f"{rule}, not", denied="announce") if denied else None


def _refused(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: what is announced not to come, and the side that somebody announces to take.

    "Kondigde aan geen voorstel te zullen indienen", "kondigde aan tegen te zullen stemmen".
    """
    if group.verb.lemma not in line.lexicon.words["announcing"]:
        return []
    told = replace(group, verb=replace(group.verb, stance="inform", carrier=True))
    found = complements(line, told, replace(zone, start=group.last + 1))
    return [
        one
        for one in found
        if (one.stance == "oppose" and one.denied == "announce") or _sides(line, one, zone)
    ]


def _sides(line: Line, reading: Reading, zone: Zone) -> bool:
    """Dutch: whether a reading is a side that somebody takes: "het pakket te zullen steunen"."""
    if reading.stance not in ("support", "oppose", "reserve"):
        return False
    first, stop = reading.cue[-1]
    for at in range(first, min(zone.stop, stop + _VOTED)):
        if line.lemmas(at) & line.lexicon.words["taking_sides"]:
            return True
        if line.isa("coordinators", at) or not line.low[at].strip(",;:"):
            return False
    return False


def _is_decision(line: Line, place: int) -> bool:
    """Whether a verb at a place only says what will be done: "undertook to resolve this"."""
    return any(line.lexicon.verbs[lemma].stance == "decide" for lemma in line.lemmas(place))


def kept(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: what somebody still means to do: "hield eraan vast zijn toezegging na te komen"."""
    if not any(line.isa("holding_to", at) for at in range(group.finite + 1, group.last)):
        return []
    for place in range(group.last + 1, zone.stop):
        if line.isa("mark", place - 1) and line.lemmas(place) & line.lexicon.words["keeping_to"]:
            cue = (*group.cue, (place, place + 1))
            return [
                Reading("announce", group.verb.strength, cue, f"verb {group.verb.lemma} + deed")
            ]
    return []
