"""Dutch: sides that stand first, with who is on them behind: "Felste tegenstander was X"."""

from workflow.positions.line import Line
from workflow.positions.reading import Reading

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
