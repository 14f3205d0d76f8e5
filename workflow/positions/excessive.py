"""What is too much: "far too costly", "dat de termijn te krap is"."""

from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone


def excess(line: Line, zone: Zone, *, weighed: bool = False) -> Reading | None:
    """What is found to be too much, in a view: "the figures were far too high".

    Where it is `weighed`, the verb stands before the zone.
    """
    for place in range(zone.start, zone.stop):
        if place in zone.skip or not is_excess(line, place):
            continue
        near = range(zone.start if line.is_dutch else max(zone.start, place - 3), place)
        verbs = line.lexicon.words["weighing"] | line.lexicon.words["stretching"]
        if weighed or any(line.lemmas(at) & verbs for at in near):
            return too_much(place)
    return None


def too_much(place: int) -> Reading:
    """The reading of a word of too much at a place, with the adjective behind it."""
    return Reading("concern", 2, ((place, place + 2),), "complement excess")


def is_excess(line: Line, place: int) -> bool:
    """Whether a word of too much stands before an adjective of which the lexicon says nothing."""
    return (
        line.isa("excess", place)
        and not line.isa("negations", place - 1)
        and place + 1 < len(line)
        and not line.is_sign(place + 1)
        and not line.isa("no_excess", place + 1)
        and not (line.is_dutch and _is_infinitive(line, place + 1))
        and not line.cues(place)
    )


def _is_infinitive(line: Line, place: int) -> bool:
    """Dutch: whether a word behind "te" is a verb: "te doen", "te gaan"."""
    if line.at(place).endswith("en"):
        return True
    return any(form.kind == "infinitive" for form in line.forms(place))


def is_too_much(line: Line, place: int) -> bool:
    """Dutch: whether a clause says that a thing is too much: "dat de termijn te krap is".

    So does "een te grote rol krijgt".
    """
    if not is_excess(line, place):
        return False
    if line.isa("articles", place - 1) and line.at(place + 1).endswith("e"):
        return True
    behind = line.helper(place + 2) or line.helper(place + 3)
    return not line.forms(place + 1) and behind in ("be", "passive")
