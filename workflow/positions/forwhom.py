"""Dutch: what must, may or need not be for somebody who opens the sentence: "Voor Malta hoeft"."""

from workflow.positions.adjectives import called
from workflow.positions.denials import turned
from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.mention import Mention
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.refusing import enacts
from workflow.positions.verbgroups import read_group

_LISTS = (
    ("for_whom_reserve", "reserve"),
    ("for_whom_oppose", "oppose"),
    ("for_whom_call", "call"),
    ("for_whom_part", "call"),
    ("for_whom_support", "support"),
)
"""Lists of phrases that say what something is for somebody, with the stance of each."""


def for_whom(line: Line, mention: Mention, verb: int) -> Reading | None:
    """The view that the words behind `verb` give to whoever finds it so, or None.

    A consequence or a rule for somebody is no view: "Voor Malta kan dit grote gevolgen hebben".
    """
    if not line.is_dutch:
        return None
    stop = verb + 1
    while stop < len(line) and not line.is_sign(stop) and not line.isa("complementizers", stop):
        stop += 1
    helps = line.helper(verb) in ("modal", "can") or line.lemmas(verb) & line.lexicon.words["owing"]
    helped = _due(line, mention, verb, stop) if helps else None
    return helped or phrased(line, verb, stop) or _found(line, verb, stop)


def _due(line: Line, mention: Mention, verb: int, stop: int) -> Reading | None:
    """What need not be, cannot be or may be dropped: "hoeft niet", "kan komen te vervallen"."""
    cue, words = ((verb, verb + 1),), range(verb + 1, stop)
    denied = any(line.isa("negations", at) and not line.isa("not_denying", at + 1) for at in words)
    if line.lemmas(verb) & line.lexicon.words["needing_not"]:
        return (
            Reading("oppose", 2, cue, "view of no need", False, denied="call") if denied else None
        )
    if line.helper(verb) != "can":
        return _owed(line, mention, verb, stop)
    if denied:
        wished = any(line.any_of(("enough", "pressing"), at) for at in words)
        if wished:
            return Reading("call", 3, cue, "view of what cannot wait", False)
        refused = any(line.isa("no_question", at) or enacts(line, at) for at in words)
        return Reading("oppose", 3, cue, "view of what cannot be", False) if refused else None
    if any(line.isa("conceded", at) for at in words):
        return Reading("support", 1, cue, "view of what may be", False)
    return None


def _owed(line: Line, mention: Mention, verb: int, stop: int) -> Reading | None:
    """What should be so, by a verb of belonging: "hoort bosbouw erbuiten te vallen"."""
    owes = line.lemmas(verb) & line.lexicon.words["owing"]
    marked = any(line.isa("mark", at) for at in range(verb + 1, stop))
    if not (owes and marked) or mention.actors == (line.lexicon.settings["agentless_group"],):
        return None
    return Reading("call", 3, ((verb, verb + 1),), "view of what is due", False)


def phrased(line: Line, verb: int, stop: int) -> Reading | None:
    """What something is by an idiom: "volstaat een aanbeveling", "is de maat vol"."""
    for name, stance in _LISTS:
        found = line.first_phrase(name, verb, stop)
        if found is None:
            continue
        place, end, words = found
        if name == "for_whom_part" and line.isa("of", end) and not line.isa("that", 0):
            continue  # "is voor Malta een belangrijk onderdeel van de economie"
        denied = any(line.isa("negations", at) for at in range(verb, place))
        if not denied:
            return Reading(stance, 2, ((place, end),), f"view of {words}", False)
        if stance == "support":
            return Reading("concern", 2, ((place, end),), f"view of {words}", False, denied=stance)
    return None


def _found(line: Line, verb: int, stop: int) -> Reading | None:
    """What a thing is found to be: "blijft artikel 12 een struikelblok"."""
    zone = Zone(verb + 1, stop)
    lemmas = line.lemmas(verb)
    for place in range(verb + 1, stop):
        for end, cue in line.cues(place):
            fits = lemmas & cue.verbs if cue.verbs else cue.zone != "object"
            bare = end == place + 1 and line.isa("favouring", place)  # "de termijn voor omzetting"
            judged = cue.stance in VIEWS and fits and not bare
            if judged and not line.isa("determiners", place - 1):
                stance = turned(line, place, end, cue, zone)
                rule = f"view of {line.low[place]}"
                return Reading(stance, cue.strength, ((place, end),), rule, False)
    weighs = lemmas & line.lexicon.words["weighing"]
    return called(line, verb + 1, stop) if weighs else None


def _does_for_them(line: Line, link: Link) -> bool:
    """Dutch: whether a subject does a thing for those named first: "Voor Malta zal X zorgen"."""
    if not line.is_dutch or link.rule != "inversion" or not link.mention.actors:
        return False
    group = read_group(line, link.verb, len(line))
    plans = group.verb.stance in ("announce", "decide")
    return not group.passive and (plans or group.helper == "future") and not group.would


def is_served(line: Line, mention: Mention, links: list[Link]) -> bool:
    """Dutch: whether somebody opens the sentence for whom another does a thing."""
    return any(one.verb == mention.stop and _does_for_them(line, one) for one in links)


def is_viewed(line: Line, link: Link, mentions: list[Mention]) -> bool:
    """Dutch: whether the clause opens with another's view: "Voor Malta ging X niet ver genoeg"."""
    return (
        line.is_dutch
        and link.rule == "inversion"
        and any(one.part == "viewed" and one.stop == link.verb for one in mentions)
        and any(line.isa("view_words", link.begin + at) for at in (0, 1))
        and not _does_for_them(line, link)
    )
