"""What a view makes of what is said in it: nothing is decided, and what may be so is a wish.

Whom it tells of says nothing there.
"""

from dataclasses import replace

from workflow.positions.faults import COUNTED_ON, NOT_PUBLISHED
from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.mention import Mention
from workflow.positions.reading import NEUTRAL, Reading, Zone
from workflow.positions.takingover import NOUNS
from workflow.positions.verbgroups import Group, read_group

_CHAIRS = {"voorzitterschap", "commissie"}
"""Those who take note of what all the others hold."""
_DECIDERS = _CHAIRS | {"raad"}
"""Those who decide or propose themselves."""
_VIEWS = ("voiced_views", "shown_support", "agreed_nouns", *(kind for kind, _ in NOUNS))
"""Classes of nouns for a view."""


def as_thought(reading: Reading) -> Reading:
    """What somebody thinks decides nothing: "in de ogen van Malta is een akkoord nabij"."""
    return replace(reading, stance="inform") if reading.stance == "decide" else reading


def links_nouns(line: Line, mention: Mention, verb: int) -> list[int]:
    """Dutch: the places where "voor" links nouns: "Ruimte voor X is volgens Malta overbodig"."""
    behind = line.is_dutch and mention.part == "view" and mention.marker > verb
    return [at for at in range(verb) if line.isa("favouring", at)] if behind else []


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


def as_wished(line: Line, group: Group, mention: Mention, reading: Reading) -> Reading:
    """Dutch: what a state wants decided together is its wish: "wilde de termijn verlengen".

    The chairs and the Council may do it themselves, as may a state with what is its own.
    """
    wants = line.is_dutch and group.helper == "want" and reading.stance == "announce"
    if not wants or group.verb.stance != "decide" or set(mention.actors) & _DECIDERS:
        return reading
    between = range(group.finite + 1, reading.cue[-1][1] if reading.cue else group.last)
    if any(line.any_of(("possessives", "own_words"), at) for at in between):
        return reading
    return replace(reading, stance="call")


def as_planned(line: Line, group: Group, mention: Mention, reading: Reading) -> Reading:
    """What a chair or the Commission will propose it announces: "will propose a levy in May".

    Who else would propose a thing asks for it.
    """
    comes = group.helper in (("future",) if line.is_dutch else ("future", "want"))
    own = set(mention.actors) <= _CHAIRS and not group.passive
    if reading.stance != "call" or not (comes and own):
        return reading
    if group.verb.lemma not in line.lexicon.words["tabling"]:
        return reading
    return replace(reading, stance="announce")


def as_noted(line: Line, group: Group, mention: Mention, reading: Reading) -> Reading:
    """The reading; a fact where others' view is only noted: "noted broad support for the text"."""
    if reading.stance in NEUTRAL or not reading.cue:
        return reading
    others = COUNTED_ON if set(mention.actors) <= _CHAIRS else NOT_PUBLISHED
    if reading.rule == others:
        return replace(reading, stance="inform", certain=False)
    noted = _of_named(line, group, mention, reading) if line.is_dutch else False
    chairs = set(mention.actors) <= _CHAIRS and _registers(line, group, reading)
    worried = reading.stance == "concern" and "commissie" in mention.actors
    if noted or (chairs and not (worried and not _of_others(line, group, reading))):
        return replace(reading, stance="inform", certain=False)
    return reading


def _registers(line: Line, group: Group, reading: Reading) -> bool:
    """Whether the view is a noun that is noted, and not said to be one's own."""
    words, (first, stop) = line.lexicon.words, reading.cue[-1]
    notes = group.verb.lemma in words["noting"] | words["registering"]
    own = any(line.any_of(("possessives", "prepositions"), at) for at in (first - 1, first))
    if not notes or own or (reading.stance == "support" and _supports(line, group, reading)):
        return False
    return any(line.any_of(_VIEWS, at) for at in range(first, stop))


def _supports(line: Line, group: Group, reading: Reading) -> bool:
    """Whether support is one's own: "zag geen bezwaren", "saw support for farmers as vital"."""
    stop = reading.cue[-1][1]
    denied = any(line.isa("negations", at) for at in range(group.finite + 1, stop))
    behind = range(stop, line.sign_from(stop))
    judged = line.isa("seeing", group.finite) and line.first_of("as", behind) >= 0
    return bool(reading.denied) or denied or judged or line.isa("given_to", stop)


def _of_others(line: Line, group: Group, reading: Reading) -> bool:
    """Whether worries are those of others: "zorgen bij de lidstaten", "the concerns raised"."""
    first, stop = reading.cue[-1]
    known = range(group.finite + 1, stop)
    if any(line.isa("articles", at) and not line.isa("indefinite", at) for at in known):
        return True
    return line.owns(first - 1) or line.owns(first) or _has_owner(line, stop)


def _has_owner(line: Line, stop: int) -> bool:
    """Whether somebody is named whose view the noun before is: "van Malta", "among ministers"."""
    if not line.any_of(("role_link", "sharing_links"), stop):
        return False
    name = stop + 1 + line.any_of(("articles", "degrees", "determiners"), stop + 1)
    if name >= len(line):
        return False
    return bool(line.is_name(name) or line.lexicon.group_nouns.first(line.low, name))


def _of_named(line: Line, group: Group, mention: Mention, reading: Reading) -> bool:
    """Dutch: whether the view of somebody named is noted: "nam nota van de wens van X"."""
    stop = reading.cue[-1][1]
    lemma = group.verb.lemma in line.lexicon.words["noting"]
    near = range(group.finite + 1, group.finite + 4)
    if not (lemma or line.first_of("notice", near) >= 0) or stop - 1 in group.words:
        return False
    name = stop + 1 + line.isa("articles", stop + 1)
    return name > mention.stop and _has_owner(line, stop)


def is_told_of(
    line: Line, link: Link, stop: int, mentions: list[Mention], readings: tuple[Reading, ...]
) -> bool:
    """Whether a subject only does what another says of it: "Eurojust vervult volgens X een rol".

    What somebody says or finds is theirs, whoever reports it.
    """
    views = [one for one in mentions if one.part == "view" and one.actors and not one.pronoun]
    if not any(link.begin < one.start < stop and one is not link.mention for one in views):
        return False
    said = read_group(line, link.verb, stop).verb.lemma in line.lexicon.words["speaking"]
    if link.mention.pronoun or said:
        return False
    return all(
        one.stance in NEUTRAL
        or (one.stance == "call" and not one.certain)
        or (one.stance == "concern" and any(line.isa("excess", at) for at, _ in one.cue))
        for one in readings
    )  # "Frontex doet volgens Malta te weinig"
