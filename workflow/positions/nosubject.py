"""What none of several things has from somebody: "Neither the levy nor the ban pleased Malta"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import VIEWS, Reading
from workflow.positions.speakers import Speaker
from workflow.positions.turning import denied_stance

_HELD = ("holder", "judged by", "owner of a view", "view")
"""Rules of those who are no subject, and hold a view of the subject."""
_FAR = 14
"""Words of a subject at most."""


def none_of_it(line: Line, speakers: list[Speaker]) -> list[Speaker]:
    """The speakers, where what they hold of a thing is said of none: "No part of it found favour".

    Not where the view itself is none: "No support came from Malta".
    """
    return [_turned(line, one) if one.rule in _HELD else one for one in speakers]


def _turned(line: Line, speaker: Speaker) -> Speaker:
    readings = tuple(_denied(line, one) for one in speaker.readings)
    return replace(speaker, readings=readings) if readings != speaker.readings else speaker


def _denied(line: Line, reading: Reading) -> Reading:
    """A view that none of several things gave somebody, as the denial that it is."""
    if reading.stance not in VIEWS or any(line.isa("none_of", at) for at, _ in reading.cue):
        return reading  # "None of the options was feasible": the denial is what was read
    place = _said_at(line, reading)
    verb = next((at for at in range(place - 1, -1, -1) if line.finite(at)), -1)
    if place < 0 or not (_without_any(line, place) or (verb >= 0 and _is_none(line, verb))):
        return reading
    stance = denied_stance(reading.stance)
    return replace(reading, stance=stance, rule=f"{reading.rule}, of none", denied=reading.stance)


def _said_at(line: Line, reading: Reading) -> int:
    """The place of words that say by themselves what was read; -1 where a denial was heard."""
    for place, stop in reading.cue:
        if any(end == stop and cue.stance == reading.stance for end, cue in line.cues(place)):
            return place
    return -1


def _without_any(line: Line, noun: int) -> bool:
    """Dutch: whether there is said to be none of a view: "van steun was bij Malta geen sprake"."""
    led = line.isa("of", noun - 1) or (
        line.isa("determiners", noun - 1) and line.isa("of", noun - 2)
    )
    clause = range(noun + 1, line.sign_from(noun)) if led else range(0)
    return any(line.isa("negations", at) and line.isa("no_mention", at + 1) for at in clause)


def _is_none(line: Line, verb: int) -> bool:
    """Whether the subject before a verb is none of several: "neither A nor B", "geen van de"."""
    first = verb
    while first > max(0, verb - _FAR) and not line.is_sign(first - 1):
        if line.any_of(("that", "contrast"), first - 1):
            break
        first -= 1
    if line.any_of(("neither_first", "neither", "nothing_first"), first):
        return True
    none = line.isa("none_of", first)
    return none and line.any_of(("of", "single", "parts_of_it"), first + 1)
