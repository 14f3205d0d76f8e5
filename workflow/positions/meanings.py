"""What words of a stance mean beside a verb that gives them another sense: Dutch for the most part.

"bereid het te steunen" is support, "geen reden voor verzet" too; "was voor 2004 lid" is none.
"""

from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.reading import Zone
from workflow.positions.yielding import given_up, is_given

FAR = 14
"""How many words behind a cue its verb may stand."""


def is_infinitive(line: Line, place: int) -> bool:
    """Whether `te` stands before a verb, or before its auxiliary: "te kunnen leven"."""
    nested = line.isa("inner_modals", place - 1) and line.isa("mark", place - 2)
    return nested or line.isa("mark", place - 1)


def no_resistance(line: Line, place: int, zone: Zone) -> bool:
    """Dutch: whether what there is no reason for is resistance: "geen reden voor verzet"."""
    for at in range(place, min(zone.stop, place + FAR) if line.is_dutch else place):
        if line.is_sign(at) or line.any_of(("that", "contrast"), at):
            return False
        against = {
            line.lexicon.verbs[form.lemma].stance
            for form in line.forms(at)
            if not form.particle or line.at(at - 2) == form.particle
        }
        if "oppose" in against and line.isa("mark", at - 1):
            return True
        noun = line.lexicon.cues.first(line.low, at)
        resists = noun and noun[1].zone == "object" and noun[1].stance in ("oppose", "concern")
        if resists and line.isa("prepositions", at - 1):
            return True
    return False


def ready_for(line: Line, place: int, stop: int, zone: Zone) -> str:
    """Dutch: for or against, by the verb that somebody is ready for: "bereid het te steunen"."""
    for at in range(stop, min(zone.stop, stop + FAR)):
        if line.is_sign(at) or line.any_of(("that", "coordinators", "purpose"), at):
            break
        if not is_infinitive(line, at):
            continue
        for form in line.forms(at):
            stance = line.lexicon.verbs[form.lemma].stance
            prefix = line.at(at - 2 - line.isa("inner_modals", at - 1))
            if form.particle and prefix != form.particle:
                continue
            if stance == "decide" and line.isa("willing", place):
                return "support"
            if stance in ("support", "oppose"):
                return stance
    return ""


def says_otherwise(line: Line, place: int, stop: int, cue: Cue, zone: Zone) -> bool:
    """Dutch: whether words that may be an opinion are part of a demand, a deed or a fact."""
    if cue.stance == "support" and line.helper(stop) == "modal":
        return True  # "dat het kader evenwichtig moet zijn": a demand
    if "passive" in (line.helper(place - 1), line.helper(stop)):
        return cue.zone == "clause" and any(form.kind == "participle" for form in line.forms(place))
    return stop == place + 1 and line.isa("favouring", place) and not _is_for(line, stop, zone)


def _is_for(line: Line, place: int, zone: Zone) -> bool:
    """Dutch: whether a thing that somebody is for ends the clause: "was voor een ruimere lijst".

    "is voor zijn gas afhankelijk van", "was voor 2004 geen lid" are facts.
    """
    if line.isa("possessives", place) or line.at(place)[:1].isdigit():
        return False
    for at in range(place, min(zone.stop, place + FAR)):
        if line.is_sign(at) or line.any_of(("that", "relatives", "purpose"), at):
            return True
        if line.isa("depending", at):
            return False
        opens = line.any_of(("articles", "negations"), at) and at > place
        if opens and not line.any_of(("prepositions", "coordinators"), at - 1):
            return False
    return True


def own_given_up(line: Line, place: int, stop: int, cue: Cue) -> bool:
    """Whether a stance behind `dat` is one's own and gone: "dat zijn zorgen zijn weggenomen"."""
    owned = line.isa("possessives", place - 1) or line.isa("possessives", place - 2)
    return owned and is_given(cue) and given_up(line, place, stop)


def own_future(line: Line, place: int) -> bool:
    """Dutch: whether a clause with the speaker as its subject says what it will do.

    "dat het zal leveren", and not "dat het lastig zal worden".
    """
    found = line.nonfinite(place + 1, ("infinitive",)) or line.nonfinite(place - 1, ("infinitive",))
    return bool(
        line.is_dutch
        and found
        and line.finite(place)
        and found[0].lemma not in line.lexicon.words["linking"]
        and found[0].lemma not in line.lexicon.auxiliaries
        and found[0].lemma not in line.lexicon.words["impersonal"]
    )


def attributive(line: Line, place: int, stop: int) -> bool:
    """Whether an adjective describes a noun: "een belangrijk onderwerp"."""
    if line.is_dutch and stop - place == 1 and _describes(line, place, stop):
        return True
    if stop - place > 1 or not line.isa("determiners", place - 1):
        return False
    if line.isa("articles", place - 1):
        ends = line.is_sign(stop) or line.any_of(("that", "purpose"), stop)
        it = line.lexicon.pronouns.get(line.low[place - 1]) == "it" and line.finite(place - 2)
        return not (it and ends)  # "was het onaanvaardbaar dat"
    return not line.is_sign(stop) and not line.any_of(
        ("prepositions", "that", "purpose", "and"), stop
    )


def _describes(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether an adjective and one before it describe a noun: "een matig positief beeld"."""
    return (
        line.isa("indefinite", place - 2)
        and line.isa("articles", place - 2)
        and not line.forms(place)
        and not line.is_sign(stop)
        and not line.forms(stop)
        and not line.any_of(("prepositions", "that", "purpose", "coordinators", "midfield"), stop)
    )
