"""Dutch: what somebody does not rule out: "sloot niet uit dat het alsnog instemt"."""

from dataclasses import replace

from workflow.positions.complements import complements
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

_SIDES = ("support", "oppose", "decide", "reserve")


def left_open(line: Line, group: Group, zone: Zone) -> Reading | None:
    """The reserve of whoever does not rule out to take a side, or that a thing is needed."""
    if not line.is_dutch or group.verb.lemma not in line.lexicon.words["ruling_out"]:
        return None
    start = min(group.finite, group.last)
    denial = line.first_of("negations", range(start, zone.stop))
    opens = next(
        (at for at in range(start, zone.stop) if line.any_of(("that", "mark"), at)), zone.stop
    )
    if denial < 0 or denial > opens:
        return None
    told = replace(group, verb=replace(group.verb, stance="inform", carrier=True))
    found = complements(line, told, replace(zone, start=max(group.last, denial) + 1))
    sides = [one for one in found if one.stance in _SIDES and "decide" not in one.rule]
    if not sides:
        return None
    cue = (*group.cue, (denial, denial + 1), *sides[0].cue)
    return Reading("reserve", 1, cue, "left open")
