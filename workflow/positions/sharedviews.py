"""English: views that several are said to share: "There was agreement among Member States that"."""

from workflow.positions.line import Line
from workflow.positions.takingover import NOUNS

_NEAR = 7
"""Words behind "there was" within which the noun for a view stands."""
_KINDS = (("agreed_nouns", "support"), *NOUNS, ("felt_nouns", ""))
"""Lists of nouns for what is shared, with what they say where the clause behind says nothing."""


def shared_view(line: Line) -> tuple[int, str] | None:
    """The noun of a view that is said to live among some, with its stance; None without one.

    "There was a feeling among", "Agreement existed between", "A consensus emerged across".
    """
    if line.is_dutch:
        return None
    verb = line.first_finite
    there = line.isa("expletive", verb - 1)
    lives = not there and bool(line.lemmas(verb) & line.lexicon.words["living_views"])
    if not (there or lives):
        return None
    for place in range(verb + 1, min(len(line), verb + _NEAR)) if there else range(verb):
        stance = next((each for kind, each in _KINDS if line.isa(kind, place)), None)
        if stance is None or line.isa("of", place + 1):
            if line.is_sign(place) or line.isa("prepositions", place):
                return None
            continue
        return (place, stance) if _among_some(line, place if there else verb) else None
    return None


def _among_some(line: Line, place: int) -> bool:
    """Whether those who share a view follow, and what it is about."""
    among = line.first_of("sharing_links", range(place + 1, place + 4))
    ends = ("that",) if line.isa("between", among) else ("that", "existing_about")
    return among > 0 and any(line.any_of(ends, at) for at in range(among + 1, len(line)))
