"""English: whoever finds something good or bad: "is acceptable to the UK"."""

from workflow.positions.denials import denied_before, turned
from workflow.positions.denyingwords import subject_denied
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.sideless import takes_no_side
from workflow.positions.speakers import Speaker
from workflow.positions.turning import YIELDED

_JUDGED = 8
"""Words before a name within which what it finds of a thing begins."""


def judge(line: Line, mention: Mention) -> Speaker | None:
    """Whoever finds something good or bad: "is acceptable to the UK", "was well received by"."""
    edge = mention.marker
    if mention.part not in ("oblique", "agent") or edge < 1 or not mention.actors:
        return None
    named = line.isa("judged", edge - 1) and line.isa("judged_by", edge)
    for place in range(max(0, edge - _JUDGED), edge):
        cues = line.cues(place)
        verb = _found_by(line, place) if cues else -1
        for stop, cue in cues if verb >= 0 else ():
            ends = (named and stop == edge) or (stop == edge + 1 and stop - place > 1)
            listed = not cue.verbs or cue.verbs & line.lemmas(verb)
            if (
                ends
                and listed
                and cue.stance in VIEWS
                and not takes_no_side(line, place, stop, cue)
            ):
                stance = turned(line, place, stop, cue, Zone(max(0, verb), stop))
                none = subject_denied(line, verb)
                if none or (not line.is_dutch and denied_before(line, verb)):
                    stance = cue.negated if none else YIELDED.get(cue.stance, stance)
                rule = f"judged {line.low[place]}"
                denied = cue.stance if stance != cue.stance else ""
                reading = Reading(stance, cue.strength, ((place, stop),), rule, denied=denied)
                return Speaker(mention.actors, (reading,), "judged by", mention.start, mention)
    return None


def _found_by(line: Line, place: int) -> int:
    """The verb shortly before a place that says what a thing is or does to somebody, or -1."""
    for at in range(place - 1, max(-1, place - 5), -1):
        if line.helper(at) == "be" or line.lemmas(at) & line.lexicon.words["judging_links"]:
            return at
    return -1
