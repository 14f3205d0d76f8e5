"""What must not be done: a no to what a proposal does, but a call where it would be a harm.

"The scope should not be extended" is against it; "farmers must not be forgotten" asks for care.
"""

from workflow.positions.line import Line
from workflow.positions.reading import Zone
from workflow.positions.refusing import by_degree, enacts, refused

_FAR = 24
"""Words on either side of "must" that its clause has at most."""
_EDGES = ("that", "relatives", "purpose", "subordinators", "contrast")


def must_not(line: Line, place: int, stop: int) -> bool:
    """Whether the words of a demand at a place deny what a proposal does."""
    words = range(place, stop)
    if not any(line.helper(at) in ("modal", "can", "future") for at in words):
        return False
    if not all(line.helper(at) or line.any_of(("negations", "mark"), at) for at in words):
        return False
    if not line.is_dutch:
        near = min(len(line), stop + _FAR)
        degree = any(by_degree(line, at) for at in range(place, near) if line.isa("negations", at))
        return not degree and refused(line, Zone(0, near), place, stop) > 0
    start, end = _clause(line, place, stop)
    denied = [at for at in range(start, end) if line.isa("negations", at)]
    if not denied or any(by_degree(line, at) for at in denied):
        return False
    if any(line.isa("harmed", at) for at in range(start, end)):
        return False  # "mag niet in gevaar komen"
    if line.isa("not_outright", end):
        return False  # "er mag geen strategie komen zonder regels"
    return any(enacts(line, at) for at in range(start, end))


def not_alone(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether a thing may not be so alone: "mogen niet uitsluitend op ons drukken"."""
    if not line.isa("may_be", place):
        return False
    words = range(*_clause(line, place, stop))
    return any(line.isa("negations", at) and line.isa("not_alone", at + 1) for at in words)


def _clause(line: Line, place: int, stop: int) -> tuple[int, int]:
    """Dutch: the words of the clause around a demand."""
    start, end = place, stop
    while start > max(0, place - _FAR) and not _edge(line, start - 1):
        start -= 1
    while end < min(len(line), stop + _FAR) and not _edge(line, end):
        end += 1
    return start, end


def _edge(line: Line, place: int) -> bool:
    if line.is_sign(place) or line.any_of(_EDGES, place):
        return True
    return line.isa("and", place) and bool(line.finite(place + 1))
