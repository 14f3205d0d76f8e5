"""What nobody can do without is asked for: "cannot do without X", "kan X niet missen"."""

from workflow.positions.line import Line
from workflow.positions.reading import Reading

_NEAR = 5
"""English words before a verb within which "could not" may stand."""


def cannot_lack(line: Line, start: int, stop: int) -> list[Reading]:
    """The call in what is said to be missed by nobody from `start` on; empty without one."""
    for place in range(start, stop if line.has("negations") else start):
        verb_end = _lacks(line, place)
        if not verb_end:
            continue
        before = range(_opening(line, place), place)
        behind = range(verb_end, verb_end + line.is_dutch)
        denied = next((at for at in reversed(before) if line.isa("negations", at)), -1)
        can = [at for at in (*before, *behind) if line.helper(at) == "can"]
        if can and denied >= 0 and not line.isa("determiners", denied):
            cue = ((denied, denied + 1), (place, verb_end))
            return [Reading("call", 3, cue, "cannot do without", False)]
    return []


def is_parted(line: Line, lemma: str, verb: int) -> bool:
    """English: whether words part a verb of doing without from its "without": "do so without"."""
    behind = lemma.split()[1:]
    wanted = lemma in line.lexicon.words["doing_without"]
    return wanted and line.low[verb + 1 : verb + 1 + len(behind)] != behind


def _lacks(line: Line, place: int) -> int:
    """The place behind a verb of doing without a thing; 0 where none stands here."""
    if line.is_dutch and line.isa("without", place) and line.isa("negations", place - 1):
        last = line.sign_from(place) - 1
        only = not any(line.nonfinite(at, ("infinitive",)) for at in range(place + 1, last))
        return last if only and line.helper(last) == "can" and last > place + 1 else 0
    wanted = line.lexicon.words["doing_without"]
    for form in line.forms(place):
        if form.lemma not in wanted or form.kind != "infinitive":
            continue
        particles = form.lemma.split()[1:]
        if line.low[place + 1 : place + 1 + len(particles)] == particles:
            return place + 1 + len(particles)
    return 0


def _opening(line: Line, place: int) -> int:
    """Where the clause of a verb may open, with what denies it."""
    at = place
    while at > 0 and not (line.is_sign(at - 1) or line.any_of(("that", "purpose"), at - 1)):
        if not line.is_dutch and place - at >= _NEAR:
            break
        at -= 1
    return at
