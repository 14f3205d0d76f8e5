"""What speakers say by which they open, close or content themselves.

"Opende de discussie door het belang van X te benadrukken", "sloot af met een oproep tot haast".
"""

from workflow.positions.complements import complements
from workflow.positions.lexicon import Verb
from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, Zone
from workflow.positions.verbgroups import Group

_OBJECT = 25
"""Words behind "door" within which "te" and its infinitive stand."""


def said_by_doing(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """The verb by which somebody opens or closes, or the words with which; None without any."""
    if group.verb.lemma not in line.lexicon.words["opening_with"]:
        return None
    if not line.is_dutch:
        return _by_gerund(line, group, zone)
    for place in range(group.finite + 1, zone.stop):
        if line.any_of(("that", "purpose", "relatives"), place):
            return None
        if line.low[place] == line.lexicon.settings["by"]:
            found = _by_infinitive(line, place, zone)
            if found:
                return found
        if line.isa("opened_with", place):
            found = _with_noun(line, place, group, zone)
            if found:
                return found
    return None


def _by_gerund(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """English: the gerund behind "by": "began their interventions by welcoming the aim"."""
    for place in range(group.last + 1, zone.stop - 1):
        if line.any_of(("that", "relatives"), place) or line.low[place] == ";":
            return None
        found = line.nonfinite(place + 1, ("gerund",))
        if found and line.low[place] == line.lexicon.settings["by"]:
            verb = found[0]
            if verb.stance in NEUTRAL and not verb.carrier:
                return None
            return Group(place, place + 1, -1, verb), Zone(place + 1, zone.stop, zone.skip)
    return None


def _by_infinitive(line: Line, place: int, zone: Zone) -> tuple[Group, Zone] | None:
    """The infinitive behind "door": "door op te roepen tot spoed"."""
    for mark in range(place + 1, min(zone.stop - 1, place + _OBJECT)):
        if line.is_sign(mark) or line.any_of(("that", "purpose", "relatives"), mark):
            return None
        if not line.isa("mark", mark):
            continue
        verbs = {
            form.particle: line.lexicon.verbs[form.lemma]
            for form in line.forms(mark + 1)
            if form.kind == "infinitive"
        }
        prefix = line.low[mark - 1] if line.low[mark - 1] in verbs else ""
        verb = verbs.get(prefix)
        if verb is None or (verb.stance in NEUTRAL and not verb.carrier):
            return None
        inner = Group(place, mark + 1, mark - 1 if prefix else -1, verb)
        return inner, Zone(place + 1, zone.stop, zone.skip)
    return None


def _with_noun(line: Line, place: int, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """What stands behind "met": "met een oproep", "met het benadrukken van het belang"."""
    noun = place + 1 + line.isa("determiners", place + 1)
    found = line.nonfinite(noun, ("infinitive",))
    if found and found[0].carrier and line.isa("judged_thing", noun - 1):
        return Group(place, noun, -1, found[0]), Zone(place + 1, zone.stop, zone.skip)
    while noun < zone.stop and line.at(noun).endswith("e") and not line.cues(noun):
        noun += 1
    near = Zone(place + 1, min(zone.stop, noun + 3), zone.skip)
    told = Group(group.finite, group.finite, -1, Verb(group.verb.lemma, "inform", 1, True))
    return (told, near) if complements(line, told, near) else None
