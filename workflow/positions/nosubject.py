"""What none of several things has from somebody: "Neither the levy nor the ban pleased Malta"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import VIEWS, Reading
from workflow.positions.speakers import Speaker
from workflow.positions.turning import denied_stance

_HELD = ("holder", "judged by", "owner of a view")
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
    if reading.stance not in VIEWS or not reading.cue or not _is_plain(line, reading):
        return reading
    first = reading.cue[0][0]
    verb = next((at for at in range(first - 1, -1, -1) if line.finite(at)), -1)
    if verb < 0 or not _is_none(line, verb):
        return reading
    stance = denied_stance(reading.stance)
    return replace(reading, stance=stance, rule=f"{reading.rule}, of none", denied=reading.stance)


def _is_plain(line: Line, reading: Reading) -> bool:
    """Whether the words say by themselves what was read in them: no denial was heard yet."""
    place, stop = reading.cue[-1]
    said = [cue.stance for end, cue in line.cues(place) if end == stop]
    return not said or reading.stance in said


def _is_none(line: Line, verb: int) -> bool:
    """Whether the subject before a verb is none of several: "neither A nor B", "geen van de"."""
    first = verb
    while first > max(0, verb - _FAR) and not line.is_sign(first - 1):
        if line.any_of(("that", "contrast"), first - 1):
            break
        first -= 1
    if line.any_of(("neither_first", "neither"), first):
        return True
    none = line.isa("none_of", first)
    return none and line.any_of(("of", "single", "parts_of_it"), first + 1)
