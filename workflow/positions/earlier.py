"""Dutch: deeds of an earlier time, which are no decisions of the meeting that is reported."""

from collections.abc import Iterable
from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading

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


def as_earlier(line: Line, actors: Iterable[str], readings: list[Reading]) -> list[Reading]:
    """The readings, where a decision of earlier is a fact: nothing where other states took it."""
    if all(one.stance != "decide" for one in readings) or not tells_of_earlier(line):
        return readings
    others = any(actor.startswith("land:") for actor in actors)
    kept = [one for one in readings if one.stance != "decide"]
    if others:
        return kept
    return [replace(one, stance="inform") if one.stance == "decide" else one for one in readings]
