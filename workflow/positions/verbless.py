"""Dutch: notes without a verb: "Malta en Cyprus: tegen.", "Brede steun, alleen Polen kritisch."."""

from workflow.positions.denials import turned
from workflow.positions.excepting import as_all
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.model import is_state
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.speakers import Speaker

_BE = "zijn"
_RULE = "without a verb"
_NAMED = ("state", "list", "group")
"""Kinds of those who need no colon before their side."""
_BETWEEN = ("midfield", "degrees", "negations", "adverbs", "restricting", "merely", "firmly")
"""Classes of words between a name and its side."""


def verbless(line: Line, mentions: list[Mention]) -> list[Speaker]:
    """Whoever a note without a verb names with a side, and all of whom it tells one."""
    verbs = (at for at in range(len(line)) if line.finite(at))
    if not line.is_dutch or not all(line.isa("voiced_views", at) for at in verbs):
        return []
    found: list[Speaker] = []
    start = 0
    inside = {at for one in mentions for at in range(one.start, one.stop)}
    for stop in range(len(line) + 1):
        if line.at(stop) not in (",", ";", ".", "") or stop in inside:
            continue
        speaker = _sided(line, mentions, start, stop) or (
            _by_all(line, stop) if not start else None
        )
        found += [speaker] if speaker else []
        start = stop + 1
    return found


def _sided(line: Line, mentions: list[Mention], start: int, stop: int) -> Speaker | None:
    """Those whom a part of a note names first, with the side that follows."""
    first = _behind(line, start, stop)
    named = [one for one in mentions if one.start in (start, first) and one.part == "bare"]
    mention = next((one for one in named if one.actors and not one.pronoun), None)
    if mention is None or mention.stop >= stop:
        return None
    colon = line.at(mention.stop) == ":"
    known = mention.kind in _NAMED or all(map(is_state, mention.actors))
    if not (colon or known) or any(map(line.lexicon.is_outside, mention.actors)):
        return None
    zone = Zone(mention.stop + colon, stop)
    opens = _behind(line, zone.start, stop)
    end = stop if colon else opens + 1
    sides = [side for at in range(zone.start, end) if (side := _side_at(line, at, opens, zone))]
    if not sides:
        return None
    return Speaker(mention.actors, tuple(sides[:1]), _RULE, start, mention, certain=False)


def _behind(line: Line, place: int, stop: int) -> int:
    """The place behind words such as "alleen" and "zeer"."""
    while place < stop and line.any_of(_BETWEEN, place) and not line.isa("view_words", place):
        place += 1
    return place


def _side_at(line: Line, place: int, opens: int, zone: Zone) -> Reading | None:
    """What the words at a place say of whoever is named before them: "kritisch", "voor".

    Words for a side end the note or open it: not "Commissie: voorstel voor de zomer".
    """
    alone, against = place + 1 == zone.stop, line.isa("against", place)
    if against or line.isa("view_words", place):
        named = against or line.at(zone.start - 1) == ":"  # not "Malta voor de derde keer"
        if not (alone or (named and place == opens and not _is_when(line, place + 1))):
            return None
        denied = line.isa("negations", place - 1)
        stance = "oppose" if against != denied else "support"
        return Reading(stance, 3, ((place, place + 1),), _RULE, False)
    for end, cue in line.cues(place):
        if end <= zone.stop and cue.stance in VIEWS and (not cue.verbs or _BE in cue.verbs):
            stance = turned(line, place, end, cue, zone)
            return Reading(stance, cue.strength, ((place, end),), _RULE, False)
    return None


def _is_when(line: Line, place: int) -> bool:
    """Whether a time or somebody follows: "tegen het einde van", "tegen mei", "tegen Polen"."""
    place += line.isa("articles", place)
    dated = line.any_of(("temporal", "year_openers", "coming_times"), place)
    return dated or line.is_name(place) or line.at(place)[:1].isdigit()


def _by_all(line: Line, stop: int) -> Speaker | None:
    """The member states of whom a note opens with what most hold: "Brede steun voor het plan"."""
    if not line.isa("of_many", 0) or not line.isa("voiced_views", 1):
        return None
    for end, cue in line.cues(1):
        if cue.stance in VIEWS and cue.zone != "clause" and end <= stop and not cue.verbs:
            group = line.lexicon.settings["agentless_group"]
            actor = as_all(line, 0) if line.isa("unanimous", 0) else group
            reading = Reading(cue.stance, cue.strength, ((1, end),), _RULE, False)
            return Speaker((actor,), (reading,), _RULE, 0, implicit=True, certain=False)
    return None
