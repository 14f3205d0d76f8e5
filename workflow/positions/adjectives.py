"""Dutch: where somebody stands by an adjective beside its noun: "een onmisbaar sluitstuk"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading

_JUDGED = {"support": "support", "call": "support", "oppose": "oppose", "concern": "concern"}
"""What it says of a speaker to call a thing by an adjective of a stance."""
_HARD = {"v": "f", "z": "s"}
"""How the last letter of an adjective is written without its ending."""
_SHORTEST = 5
"""Letters that an adjective with an ending has at least."""
_OPENING = ("indefinite", "negations")
"""Classes of the article of what a thing is called: "een", "geen"."""


def called(line: Line, start: int, stop: int) -> Reading | None:
    """What a thing is called, or said not to be: "een onmisbaar sluitstuk", "geen goede basis"."""
    view = _called(line, start, stop)
    if view is None or not line.isa("negations", view.cue[0][0]):
        return view
    if view.stance not in ("support", "call"):
        return None  # "geen groot bezwaar"
    return replace(view, stance="oppose", rule=f"{view.rule}, denied", denied=view.stance)


def _called(line: Line, start: int, stop: int) -> Reading | None:
    """What the first adjective with a noun says: "een onmisbaar sluitstuk", "geen goede basis"."""
    for place in range(start, stop - 2):
        if not line.isa("determiners", place) or not line.any_of(_OPENING, place):
            continue
        if line.isa("of", place + 1):
            continue  # "een van de landen": what is said of one of several
        verb = any(form.kind != "stem" for form in line.forms(place + 2))  # "voorstel" is a noun
        if line.is_sign(place + 2) or verb or line.isa("prepositions", place + 2):
            continue
        for _, noun in line.lexicon.cues.at([line.low[place], line.low[place + 2]], 0):
            if noun.stance in _JUDGED and noun.verbs & line.lexicon.words["judging"]:
                rule = f"called {line.low[place + 2]}"
                return Reading(noun.stance, noun.strength, ((place, place + 3),), rule)
        for bare in _uninflected(line.low[place + 1]):
            for _, cue in line.lexicon.cues.at([bare], 0):
                needed = cue.stance != "call" or bare in line.lexicon.words["needing"]
                if cue.zone != "object" and cue.stance in _JUDGED and needed:
                    rule = f"called {line.low[place + 1]}"
                    return Reading(_JUDGED[cue.stance], 2, ((place, place + 3),), rule)
    return None


def sided_adjective(line: Line, place: int) -> Reading | None:
    """Dutch: the stance of an adjective before its noun: "kritische geluiden"."""
    for bare in _uninflected(line.low[place]) if line.is_dutch else []:
        for _, cue in line.lexicon.cues.at([bare], 0):
            if cue.zone != "object" and cue.stance in _JUDGED:
                rule = f"source {line.low[place]}"
                return Reading(cue.stance, cue.strength, ((place, place + 2),), rule, False)
    return None


def _uninflected(word: str) -> list[str]:
    """The adjective of which a word may be a form: `zinvolle`, `onmisbare`, `noodzakelijk`."""
    if not word.endswith("e") or len(word) < _SHORTEST:
        return [word]
    stem = word[:-1]
    hard = stem[:-1] + _HARD.get(stem[-1], stem[-1])
    shorter = [stem[:-1]] if stem[-1] == stem[-2] else []
    return [word, stem, hard, *shorter, hard[:-2] + hard[-2] * 2 + hard[-1]]
