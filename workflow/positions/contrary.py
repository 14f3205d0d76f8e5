"""Whose view is the opposite of another one's: "took the opposite view", "zag dat anders"."""

from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

RULE = "contrary view"
"""What the rule says where somebody has another view than the one before."""


def contrary(line: Line, group: Group, zone: Zone) -> Reading | None:
    """The stance of who sees a thing otherwise than others: against, as long as nobody is named."""
    if group.passive or group.verb.lemma not in line.lexicon.words["viewing"]:
        return None
    phrases = line.lexicon.phrases["contrary_view"]
    for place in range(group.finite + 1, zone.stop):
        found = phrases.first(line.low, place)
        ends = found and (line.is_sign(found[0]) or line.isa("coordinators", found[0]))
        ends = ends or bool(found and found[0] in group.words)  # "nam het tegengestelde in"
        if found and (ends or not line.is_dutch):  # not "vond dat anders moet worden gekozen"
            return Reading("oppose", 2, (*group.cue, (place, found[0])), RULE, False)
        if line.is_sign(place) or line.isa("that", place):
            break
    return None
