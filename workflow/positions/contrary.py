"""English: whose view is the opposite of another one's: "took the opposite view"."""

from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

RULE = "contrary view"
"""What the rule says where somebody has another view than the one before."""


def contrary(line: Line, group: Group, zone: Zone) -> Reading | None:
    """The stance of who sees a thing otherwise than others: against, as long as nobody is named."""
    if line.is_dutch or group.passive or group.verb.lemma not in line.lexicon.words["viewing"]:
        return None
    phrases = line.lexicon.phrases["contrary_view"]
    for place in range(group.last + 1, zone.stop):
        found = phrases.first(line.low, place)
        if found:
            return Reading("oppose", 2, (*group.cue, (place, found[0])), RULE, False)
        if line.is_sign(place) or line.isa("that", place):
            break
    return None
