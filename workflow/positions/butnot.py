"""What somebody holds of a second thing: "steunt het doel, maar niet het middel"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.turning import denied_stance

_SIDES = ("support", "oppose")


def but_not(line: Line, zone: Zone, readings: list[Reading]) -> list[Reading]:
    """The readings, with the other side where a second thing is set against the first.

    Only where nothing but the thing follows: an article, or the preposition of the first.
    """
    if len(readings) != 1 or readings[0].stance not in _SIDES:
        return readings
    if line.lexicon.words["contrast"].isdisjoint(line.low):
        return readings
    first = readings[0]
    for place in range(max((stop for _, stop in first.cue), default=0), zone.stop - 2):
        if line.any_of(("that", "relatives"), place):
            break
        if line.isa("contrast", place):
            other = _set_against(line, place + 1, first)
            return [first, other] if other else readings
    return readings


def _set_against(line: Line, place: int, first: Reading) -> Reading | None:
    """The other side, by "niet" or "wel" at a place and the thing behind it."""
    against = first.stance == "support"
    if not (line.isa("negations", place) if against else line.isa("affirming", place)):
        return None
    if line.isa("determiners", place):
        return None  # "maar geen verbod"
    thing = place + 1
    before = {line.low[at] for at in range(first.cue[0][0], place) if line.isa("prepositions", at)}
    opens = line.isa("articles", thing) or line.isa("demonstratives", thing)
    if not (opens or line.at(thing) in before) or (not line.is_dutch and line.is_name(thing + 1)):
        return None
    end = line.sign_from(thing)
    if any(line.finite(at) for at in range(thing, end)):
        return None
    cue = (*first.cue, (place, place + 1))
    stance = denied_stance(first.stance)
    return replace(first, stance=stance, cue=cue, rule=f"{first.rule}, but", certain=False)
