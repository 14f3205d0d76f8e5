"""Dutch: sides and views that stand first, with whose they are behind: "Tegenstander was X"."""

from workflow.positions.denials import turned
from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, VIEWS, Reading, Zone

_SIDES = (("side_for", "support"), ("side_against", "oppose"))
"""Classes of nouns for those who are on a side, with what they hold."""
_BEFORE = 5
"""Words among which the noun stands at the start of its clause."""


def side_first(line: Line, begin: int, verb: int) -> Reading | None:
    """The side that the words before a verb of being name, or None.

    Only an article and adjectives may stand before the noun.
    """
    if not line.is_dutch or not line.lemmas(verb) & line.lexicon.words["linking"]:
        return None
    for place in range(begin, min(verb, begin + _BEFORE)):
        for kind, stance in _SIDES:
            if line.isa(kind, place):
                cue = ((place, place + 1), (verb, verb + 1))
                return Reading(stance, 3, cue, f"side {line.low[place]}")
        word = line.low[place]
        describes = word.endswith("e") or line.any_of(("adverbs", "midfield", "articles"), place)
        if not describes and place > begin:
            return None  # "Overtuigd voorstander": the first may be any adjective
    return None


def view_first(line: Line, begin: int, verb: int, readings: list[Reading]) -> list[Reading]:
    """The readings, or the view that stands before its verb: "Grote zorgen had Malta over"."""
    has = line.lemmas(verb) & line.lexicon.words["having_views"]
    if not line.is_dutch or not has or {one.stance for one in readings} - set(NEUTRAL):
        return readings
    place = begin
    while place < min(verb, begin + _BEFORE):
        for stop, cue in line.cues(place):
            said = cue.stance in VIEWS and cue.zone != "clause" and stop <= verb
            if said and (not cue.verbs or cue.verbs & has):
                stance = turned(line, place, stop, cue, Zone(begin, stop))
                span = ((place, stop), (verb, verb + 1))
                return [Reading(stance, cue.strength, span, f"first {line.low[place]}")]
        describes = line.low[place].endswith("e") or line.any_of(
            ("size_words", "determiners"), place
        )
        if not describes:
            break  # "In dat verband had Malta"
        place += 1
    return readings
