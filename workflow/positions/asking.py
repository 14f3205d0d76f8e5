"""What asking, thanking and keeping silent come to: a doubt, an offer, a courtesy, or nothing."""

from workflow.positions.line import Line
from workflow.positions.reading import Zone
from workflow.positions.verbgroups import Group

_FAR = 16
"""Words behind "whether" within which may stand what is offered."""


def is_courtesy(line: Line, group: Group, zone: Zone) -> bool:
    """Whether somebody is only thanked for speaking: "thanked X for its presentation"."""
    for place in range(group.finite + 1, zone.stop):
        if line.isa("view_words", place):
            behind = range(place + 1, min(place + 4, zone.stop))
            return any(line.isa("courtesies", at) for at in behind)
    return False


def is_doubt(line: Line, group: Group, zone: Zone) -> bool:
    """English: whether a question is a doubt: "asked whether it was really necessary"."""
    near = range(group.last + 1, min(zone.stop, group.last + 3))
    start = line.first_of("doubting", near)
    return start >= 0 and any(
        cue.zone != "object" and (cue.stance == "support" or line.isa("needing", place))
        for place in range(start, zone.stop)
        for _, cue in line.cues(place)
    )


def says_nothing(line: Line, group: Group) -> bool:
    """English: whether somebody only keeps silent: "declined to comment"."""
    place = group.last + 1
    return place < len(line) and bool(line.lexicon.phrases["saying_nothing"].first(line.low, place))


def offers(line: Line, last: int, zone: Zone) -> bool:
    """English: whether a question offers another way: "wondered whether guidance might not do"."""
    near = range(last + 1, min(zone.stop, last + 3))
    start = line.first_of("doubting", near)
    helped = -1
    for place in range(start + 1, min(zone.stop, start + _FAR) if start >= 0 else 0):
        if line.helper(place) in ("can", "want"):
            helped = place
        elif helped > 0 and line.isa("offering", place):
            denied = line.isa("negations", helped + 1)
            return denied or line.at(place).endswith(("er", "est", "able"))
    return False
