"""Dutch: infinitives that stand for participles: "heeft moeten melden", "had kunnen steunen"."""

from dataclasses import dataclass

from workflow.positions.insertions import inserted
from workflow.positions.lexicon import Verb
from workflow.positions.line import Line
from workflow.positions.words import SIGNS


@dataclass(frozen=True, slots=True)
class Done:
    """The verb behind a modal that "hebben" governs."""

    at: int
    """Place of the finite verb, or of the modal where it tells of a duty that was done."""
    verb_at: int
    verb: Verb
    kind: str
    """Kind of the modal, as of an auxiliary."""


def perfect_of_modal(line: Line, finite: int, stop: int) -> Done | None:
    """The verb that is told by "heeft moeten melden", or None where there is no such thing."""
    if not line.is_dutch:
        return None
    for place in range(max(finite + 1, inserted(line, finite).stop), stop - 1):
        if line.text[place] in SIGNS or line.any_of(("that", "purpose", "mark"), place):
            return None
        kind = line.helper(place)
        if kind in ("modal", "can", "want"):
            found = line.nonfinite(place + 1, ("infinitive",))
            if found is None or line.helper(place + 1):
                return None
            return Done(place if kind == "modal" else finite, place + 1, found[0], kind)
        if line.nonfinite(place, ("participle",)) and not line.isa("determiners", place - 1):
            return None
    return None
