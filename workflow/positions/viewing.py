"""What a view makes of what is said in it: nothing is decided, and what may be so is a wish."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import NEUTRAL, Reading, Zone


def as_thought(reading: Reading) -> Reading:
    """What somebody thinks decides nothing: "in de ogen van Malta is een akkoord nabij"."""
    return replace(reading, stance="inform") if reading.stance == "decide" else reading


def as_suggested(line: Line, zone: Zone, verb: int, reading: Reading) -> Reading:
    """Dutch: what somebody thinks that might be done: "zou volgens X ruimer kunnen"."""
    places = range(verb + 1, zone.stop)
    can = any(line.helper(at) == "can" for at in places)
    done = any(line.helper(at) == "passive" for at in places)
    last = line.sign_from(verb) - 1
    done = done or (line.helper(last) == "can" and line.at(last - 1).endswith("er"))
    denied = any(line.isa("negations", at) for at in places)
    if reading.stance not in NEUTRAL or not (can and done) or denied:
        return reading
    return replace(reading, stance="call", strength=1, rule=f"{reading.rule}, suggested")


def as_allowed(line: Line, mention: Mention, verb: int, reading: Reading) -> Reading:
    """Dutch: what may be so for somebody is their wish: "Voor Polen mag de grens omhoog"."""
    allowed = line.isa("view_words", mention.marker) and line.isa("may_be", verb)
    if reading.stance not in NEUTRAL or not allowed:
        return reading
    return replace(reading, stance="call", strength=1, cue=((verb, verb + 1), *reading.cue))
