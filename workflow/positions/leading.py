"""Verbs that only lead to what somebody does: "liet niet na de kosten te hekelen"."""

from dataclasses import replace

from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, Zone
from workflow.positions.verbgroups import Group

_PLANS = ("future", "want")
"""Auxiliaries of what is to come."""
_NEAR = 12
"""Words behind a verb within which it is said what it leads to."""


def led_to(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """The verb that another one leads to, with the words that go with it; None where none does."""
    if not line.is_dutch:
        return _led_by_denial(line, group, zone)
    start = _behind_leading(line, group, zone)
    if start < 0:
        return None
    for place in range(start, zone.stop):
        if line.any_of(("that", "relatives"), place) or line.low[place] == ";":
            return None
        if not line.isa("mark", place - 1):
            continue
        parted = line.at(place - 2)
        for form in line.forms(place):
            verb = line.lexicon.verbs[form.lemma]
            tells = verb.carrier or verb.stance not in NEUTRAL
            if form.kind == "infinitive" and tells and form.particle in ("", parted):
                apart = place - 2 if form.particle else -1
                return Group(place, place, apart, verb), Zone(start, zone.stop, zone.skip)
        if any(stop == place + 1 and not cue.verbs for stop, cue in _cues(line, start, place)):
            verb = replace(group.verb, stance="inform", carrier=True)  # "naar het Hof te stappen"
            return Group(group.finite, group.finite, -1, verb), Zone(start, zone.stop, zone.skip)
    return None


def _cues(line: Line, start: int, stop: int) -> list[tuple[int, Cue]]:
    """The cues that begin between two places, each with the place behind it."""
    return [found for at in range(start, stop) for found in line.cues(at)]


def _led_by_denial(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """English: what somebody does not fail to do: "did not hesitate to criticise the costs"."""
    mark = group.last + 1
    leads = group.verb.lemma in line.lexicon.words["leading_denied"] and line.isa("mark", mark)
    if not leads or line.first_of("negations", range(group.finite + 1, group.last)) < 0:
        return None
    found = line.nonfinite(mark + 1, ("infinitive",))
    if not found:
        return None
    verb = found[0]
    if not verb.stance:  # "would not hesitate to act"
        verb = replace(verb, stance="announce" if group.helper in _PLANS else "inform", strength=2)
    led = replace(group, finite=mark + 1, lexical=mark + 1, particle=-1, verb=verb)
    return led, replace(zone, start=mark + 2)


def after_denied(line: Line, place: int, stop: int) -> int:
    """The infinitive behind a verb at a place that leads to it where it is denied; else -1.

    "Zei niet te zullen aarzelen het voorstel te blokkeren".
    """
    if not line.lemmas(place) & line.lexicon.words["leading_denied"]:
        return -1
    for at in range(place + 1, stop):
        if line.is_sign(at) or line.any_of(("that", "relatives"), at):
            return -1
        if line.isa("mark", at):
            return at + 1
    return -1


def _behind_leading(line: Line, group: Group, zone: Zone) -> int:
    """The place behind the words that lead to what follows, or -1."""
    near = range(group.finite + 1, min(zone.stop, group.last + _NEAR))
    if group.verb.lemma in line.lexicon.words["leading_verbs"]:
        return group.last + 1
    if group.verb.lemma in line.lexicon.words["leading_denied"]:
        denied = line.first_of("negations", near)
        return max(denied, group.last) + 1 if denied > 0 else -1
    for place in near if line.has_phrase("leading_words") else ():
        if line.isa("mark", place):
            return -1
        found = line.lexicon.phrases["leading_words"].first(line.low, place)
        if found and line.isa("negations", place - 1):
            return -1  # "voelde zich niet geroepen om dit te steunen"
        if found:
            return max(found[0], group.last + 1 if group.particle > 0 else 0)
    return -1
