"""Dutch: verbs that only lead to what somebody does: "liet niet na de kosten te hekelen"."""

from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, Zone
from workflow.positions.verbgroups import Group

_NEAR = 12
"""Words behind a verb within which it is said what it leads to."""


def led_to(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """The verb that another one leads to, with the words that go with it; None where none does."""
    if not line.is_dutch:
        return None
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
    return None


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
