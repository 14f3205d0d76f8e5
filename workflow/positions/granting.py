"""Dutch: what somebody does with a request: "willigde het verzoek in", "legde de wens neer"."""

from workflow.positions.denials import verb_denied
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.turning import denied_stance
from workflow.positions.verbgroups import Group

_NEAR = 8
"""Words around a verb within which the request stands."""
_DONE = (("granting", "support"), ("brushing_off", "oppose"))
"""Classes of verbs of granting and refusing, with the stance of whoever does so."""


def granting(line: Line, group: Group, zone: Zone) -> Reading | None:
    """The stance of whoever grants or refuses what is asked, or None."""
    if not line.is_dutch:
        return None
    lemma, words = group.verb.lemma, line.lexicon.words
    stance = next((stance for kind, stance in _DONE if lemma in words[kind]), "")
    aside = lemma in words["laying_aside"]
    if aside and any(line.isa("reflexives", at) for at in range(zone.start, zone.stop)):
        stance = "oppose"  # "legde het verzoek naast zich neer"
    if not stance:
        return None
    noun = next(
        (at for at in range(zone.start, zone.stop) if line.isa("requests", at)),
        -1,
    )
    if noun < 0 or min(abs(noun - group.finite), abs(noun - group.last)) > _NEAR:
        return None
    if verb_denied(line, group, zone):
        stance = denied_stance(stance)
    cue = (*group.cue, (noun, noun + 1))
    return Reading(stance, 2, cue, f"verb {lemma} + {line.low[noun]}")
