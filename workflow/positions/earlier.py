"""Dutch: deeds of an earlier time, which are no decisions of the meeting that is reported."""

from collections.abc import Iterable
from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading

_DEEDS = ("decide", "inform", "none")
"""Stances of what was done and not thought."""
_YEAR = 4
"""Digits of a year."""


def tells_of_earlier(line: Line) -> bool:
    """Whether a sentence opens with a time before the meeting: "In 2019", "Destijds"."""
    if not line.is_dutch:
        return False
    for stop, _ in line.lexicon.phrases["earlier_times"].at(line.low, 0):
        year = line.at(stop)
        if not line.isa("year_openers", stop - 1):
            return True
        if len(year) == _YEAR and year.isdecimal() and year[:2] in ("19", "20"):
            return True
    return False


def _is_deed(line: Line, reading: Reading) -> bool:
    """Whether a reading is of what was done: "ondertekenden" is no view of today."""
    approved = line.lexicon.words["approving"]
    signed = any(line.lemmas(place) & approved for place, _ in reading.cue)
    return reading.stance in _DEEDS or signed


def _said(line: Line, reading: Reading) -> bool:
    """Whether a reading is of a verb of saying: "In 2019 wees Malta al op"."""
    return any(line.lemmas(place) & line.lexicon.words["speaking"] for place, _ in reading.cue)


def as_earlier(line: Line, actors: Iterable[str], readings: list[Reading]) -> list[Reading]:
    """The readings, where a decision of earlier is a fact: nothing where other states took it."""
    if not tells_of_earlier(line) or not any(_is_deed(line, one) for one in readings):
        return readings
    if any(actor.startswith(("land:", "lidstaten")) for actor in actors):
        return [one for one in readings if not _is_deed(line, one) or _said(line, one)]
    return [replace(one, stance="inform") if one.stance == "decide" else one for one in readings]
