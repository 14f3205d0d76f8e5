"""What a view makes of what is said in it: nothing is decided, and what may be so is a wish."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import NEUTRAL, Reading, Zone
from workflow.positions.takingover import NOUNS
from workflow.positions.verbgroups import Group

_CHAIRS = {"voorzitterschap", "commissie", "raad"}
"""Those who take note of what all the others hold."""
_VIEWS = ("voiced_views", "shown_support", "agreed_nouns", *(kind for kind, _ in NOUNS))
"""Classes of nouns for a view."""


def as_thought(reading: Reading) -> Reading:
    """What somebody thinks decides nothing: "in de ogen van Malta is een akkoord nabij"."""
    return replace(reading, stance="inform") if reading.stance == "decide" else reading


def as_suggested(line: Line, zone: Zone, verb: int, reading: Reading) -> Reading:
    """Dutch: what somebody thinks that might be done: "zou volgens X ruimer kunnen"."""
    places = range(verb + 1, zone.stop)
    can = any(line.helper(at) == "can" for at in places)
    done = any(line.helper(at) == "passive" for at in places)
    last = line.sign_from(verb) - 1
    done = done or (line.helper(last) == "can" and line.at(last - 1).endswith("er"))
    denied = any(line.isa("negations", at) for at in places)
    if reading.stance not in NEUTRAL or not (can and done) or denied:
        return reading
    return replace(reading, stance="call", strength=1, rule=f"{reading.rule}, suggested")


def as_allowed(line: Line, mention: Mention, verb: int, reading: Reading) -> Reading:
    """Dutch: what may be so for somebody is their wish: "Voor Polen mag de grens omhoog"."""
    allowed = line.isa("view_words", mention.marker) and line.isa("may_be", verb)
    if reading.stance not in NEUTRAL or not allowed:
        return reading
    return replace(reading, stance="call", strength=1, cue=((verb, verb + 1), *reading.cue))


def as_noted(line: Line, group: Group, mention: Mention, reading: Reading) -> Reading:
    """The reading; a fact where others' view is only noted: "noted broad support for the text"."""
    if reading.stance in NEUTRAL or not reading.cue:
        return reading
    noted = _of_named(line, group, mention, reading) if line.is_dutch else False
    if noted or (set(mention.actors) <= _CHAIRS and _registers(line, group, reading)):
        return replace(reading, stance="inform", certain=False)
    return reading


def _registers(line: Line, group: Group, reading: Reading) -> bool:
    """Whether the view is a noun that is noted, and not said to be one's own."""
    words, (first, stop) = line.lexicon.words, reading.cue[-1]
    notes = group.verb.lemma in words["noting"] | words["registering"]
    own = any(line.any_of(("possessives", "prepositions"), at) for at in (first - 1, first))
    return notes and not own and any(line.any_of(_VIEWS, at) for at in range(first, stop))


def _of_named(line: Line, group: Group, mention: Mention, reading: Reading) -> bool:
    """Dutch: whether the view of somebody named is noted: "nam nota van de wens van X"."""
    stop = reading.cue[-1][1]
    lemma = group.verb.lemma in line.lexicon.words["noting"]
    near = range(group.finite + 1, min(group.finite + 4, len(line)))
    if not (lemma or any(line.isa("notice", at) for at in near)) or stop - 1 in group.words:
        return False
    name = stop + 1 + line.isa("articles", stop + 1)
    owned = line.isa("role_link", stop) and name < len(line) and name > mention.stop
    return owned and bool(line.is_name(name) or line.lexicon.group_nouns.first(line.low, name))
