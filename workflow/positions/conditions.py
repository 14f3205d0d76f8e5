"""What is said on a condition: "mits", "provided that", "kan alleen instemmen als"."""

from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

_NEAR = 6
"""Words behind a verb within which a word such as "alleen" may stand."""


def with_condition(line: Line, group: Group, zone: Zone, readings: list[Reading]) -> list[Reading]:
    """A condition such as `mits` makes a reserve of what is said, or adds one to it."""
    if any(reading.stance == "reserve" for reading in readings):
        return readings
    parts = _two_parts(line, group, zone)
    if parts and readings[0].stance in ("support", "decide", "announce"):
        return [Reading("reserve", 2, parts, "condition in two parts")]
    conditions = line.lexicon.phrases["conditional"]
    for place in conditions.places(line.low, zone.start, zone.stop):
        found = conditions.first(line.low, place)
        if not found or place in zone.skip:
            continue
        participle = any(form.kind == "participle" for form in line.forms(place))
        verb = line.any_of(("prepositions", "indefinite"), found[0])
        if participle and found[0] == place + 1 and verb:
            continue  # "the information provided by the delegation"
        condition = Reading("reserve", 2, ((place, found[0]),), f"condition {found[1]}")
        first = readings[0].stance
        if first == "inform" and line.isa("lasting", place):
            continue  # "groeit zolang er geen mensen bijkomen": no condition of one's own
        if first == "inform" or (group.helper == "can" and first in ("support", "decide")):
            return [condition]
        return [*readings, condition] if first not in ("none", "concern") else readings
    return readings


def _two_parts(line: Line, group: Group, zone: Zone) -> tuple[tuple[int, int], ...]:
    """The words of "kan alleen ... als", or nothing."""
    near = range(group.finite + 1, min(zone.stop, group.finite + _NEAR))
    only = next((place for place in near if line.isa("restricting", place)), -1)
    if only < 0 or line.isa("negations", only - 1):
        return ()
    for place in range(only + 1, zone.stop):
        if line.isa("if_words", place):
            return ((only, only + 1), (place, place + 1))
    return ()
