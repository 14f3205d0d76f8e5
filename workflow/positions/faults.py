"""Dutch: words behind a stance that tell it: "niets ... af te dingen", "moet van tafel"."""

from workflow.positions.line import Line
from workflow.positions.reading import Zone

_SOON = 6
"""Words behind a decision within which it is said to be wished for."""
_TOLD = 12
"""Words behind "moet" within which stands what must be done."""


def finds_no_fault(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether nothing is found against a thing: "valt niets op de tekst af te dingen"."""
    if stop - place > 1 or not line.isa("nothing", place):
        return False
    return line.first_phrase("faults", stop, min(line.sign_from(stop), stop + _TOLD)) is not None


def tells_behind(line: Line, place: int) -> bool:
    """Dutch: whether words behind "moet" say what must be done with it: "moet van tafel"."""
    if not line.is_dutch or line.helper(place) not in ("modal", "can"):
        return False
    lemmas = line.lemmas(place)
    for at in range(place + 1, min(len(line), place + _TOLD)):
        if line.is_sign(at):
            return False
        if any(cue.verbs & lemmas and stop > at + 1 for stop, cue in line.cues(at)):
            return True
    return False


def is_wished(line: Line, start: int, zone: Zone) -> bool:
    """Dutch: whether what would be decided is only wished for or ahead: "te willen bereiken"."""
    for at in range(start, min(zone.stop, start + _SOON)):
        if line.is_sign(at):
            return False
        if line.isa("mark", at) and line.helper(at + 1) in ("want", "future"):
            return True
    return False
