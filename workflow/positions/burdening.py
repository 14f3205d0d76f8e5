"""The worry in what a thing is said to bring and nothing else: "would only push up prices"."""

from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

_FAR = 8
"""Words of a clause within which the burden stands that a thing brings."""


def only_burdens(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """The concern of whoever says that a thing only brings a burden; empty without one.

    Not "the tax would only apply from 2030", nor what "would not only add to the burden".
    """
    for only in line.places_of("nothing_but", group.last + 1, zone.stop):
        end = min(line.sign_from(only), zone.stop)
        start = only
        while start > group.last + 1 and not line.is_sign(start - 1):
            start -= 1
        if any(line.isa("negations", at) for at in range(start, end)):
            continue
        brings = _brings(line, only, end)
        burden = line.first_of("burdens", range(only + 1, min(end, only + _FAR)))
        if brings >= 0 and burden >= 0:
            cue = ((only, only + 1), (brings, brings + 1), (burden, burden + 1))
            return [Reading("concern", 2, cue, "complement only burdens", False)]
    return []


def _brings(line: Line, only: int, end: int) -> int:
    """Where stands what a thing does that brings a burden, or -1; English has it behind "only"."""
    last = end if line.is_dutch else min(end, only + 2)
    wanted = line.lexicon.words["bringing"]
    return next((at for at in range(only + 1, last) if line.lemmas(at) & wanted), -1)
