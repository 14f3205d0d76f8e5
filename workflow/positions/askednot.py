"""Dutch: what is asked not to be done: "pleitte ervoor de regels niet te herzien"."""

from workflow.positions.line import Line

_FAR = 14
"""Words behind a denial within which the verb that it denies stands."""
_ENDS = ("that", "relatives", "purpose", "contrast", "subordinators")


def asked_not(line: Line, start: int, stop: int) -> tuple[int, int] | None:
    """The places of a denial and of the verb that it denies in what is asked; None without.

    "vroeg niet om het te verbieden" denies the asking itself.
    """
    if not line.is_dutch:
        return None
    for place in range(start, stop):
        if line.is_sign(place):
            return None
        if line.isa("negations", place) and not line.isa("not_denying", place + 1):
            verb = _named(line, place) or _infinitive(line, place, stop)
            return (place, verb) if verb else None
    return None


def _infinitive(line: Line, denial: int, stop: int) -> int:
    """The infinitive behind "te" that a denial goes with; 0 where none follows."""
    for place in range(denial + 1, min(stop, denial + _FAR)):
        if line.is_sign(place) or line.any_of(_ENDS, place):
            return 0
        if not line.isa("mark", place):
            continue
        verb = place + 1 + line.isa("inner_modals", place + 1)
        if line.isa("letting", verb) and line.isa("lapsing", verb + 1):
            return verb + 1  # "niet te laten aflopen"
        if _is_infinitive(line, verb):
            return verb
    return 0


def _named(line: Line, denial: int) -> int:
    """The infinitive of "het niet verlengen van"; 0 where it is none."""
    named = line.isa("articles", denial - 1) and line.isa("of", denial + 2)
    return denial + 1 if named and _is_infinitive(line, denial + 1) else 0


def _is_infinitive(line: Line, place: int) -> bool:
    return any(form.kind == "infinitive" for form in line.forms(place))
