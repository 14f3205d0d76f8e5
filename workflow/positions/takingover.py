"""English: whose worry or demand somebody makes its own: "associated itself with the criticism"."""

from dataclasses import replace

from workflow.positions.complements import complements
from workflow.positions.conditions import is_stock
from workflow.positions.denials import verb_denied
from workflow.positions.line import Line
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.verbgroups import Group

_FAR = 12
"""Words behind a verb within which what is taken over may stand."""
NOUNS = (
    ("others_concerns", "concern"),
    ("others_objections", "oppose"),
    ("others_reserves", "reserve"),
    ("others_calls", "call"),
)
"""Lists of nouns for what others have said, with what it makes of those who take it over."""
_BETWEEN = (
    "determiners",
    "possessives",
    "midfield",
    "degrees",
    "describing",
    "reflexive",
    "taking_links",
    "own_voice",
    "adverbs",
)
_AROUND = (
    *_BETWEEN,
    "prepositions",
    "coordinators",
    "that",
    "relatives",
    "contrast",
    "complementizers",
    "negations",
)
"""Classes of words with which something else begins behind a noun."""


def taken_over(line: Line, group: Group, zone: Zone) -> Reading | None:
    """The stance of others that a speaker makes its own, or None.

    Who supports a demand of others supports it; who echoes it makes it too.
    """
    words = line.lexicon.words
    echoes = not line.is_dutch and group.verb.lemma in words["echoing"]
    if line.is_dutch or not (echoes or group.verb.lemma in words["subscribing"]):
        return None
    place = group.last + 1
    limit = min(zone.stop, place + _FAR)
    while place < limit and _may_stand_between(line, place):
        place += 1
    voiced = any(line.isa("voices", at) for at in range(group.last + 1, place))
    if group.verb.lemma in words["lending"] and not voiced:
        return None
    noun = _those(line, group) if echoes else -1
    noun = place if noun < 0 else noun
    stance = next((each for kind, each in NOUNS if line.isa(kind, noun)), "")
    if not stance or place >= limit or (stance == "call" and not echoes):
        return None
    owned = line.isa("of", noun + 1) and line.is_name(noun + 2 + line.isa("articles", noun + 2))
    stock = is_stock(line, noun, noun + 1) or _is_bare(line, noun)
    if opens_compound(line, noun) or (stock and not owned):
        return None
    own = (*group.cue, (place, place + 1))
    rule = f"verb {group.verb.lemma} + {line.low[place]}"
    if not verb_denied(line, group, zone):
        return Reading(stance, 2, own, rule)
    turned = "support" if stance in ("oppose", "concern") else "inform"
    return Reading(turned, 2, own, f"{rule}, denied", denied=stance)


def opens_compound(line: Line, noun: int) -> bool:
    """Whether a noun only tells which one is meant: "supported the early warning system"."""
    behind = noun + 1
    if behind >= len(line) or line.is_sign(behind) or line.is_name(behind):
        return False
    known = line.forms(behind) or line.helper(behind) or line.any_of(_AROUND, behind)
    return not known and line.low[behind].isalpha()


def _is_bare(line: Line, noun: int) -> bool:
    """Whether nobody is said to have entered a reserve: "supported the reserve in general"."""
    entered = line.isa("reserved_about", noun + 1) or line.forms(noun + 1)
    return line.isa("reserves", noun) and line.isa("articles", noun - 1) and not entered


def _those(line: Line, group: Group) -> int:
    """The noun just named for which a pronoun stands: "the concerns but did not share them"."""
    those = group.last + 1
    alone = those + 1 == line.sign_from(those) or line.isa("coordinators", those + 1)
    if not line.isa("those_meant", those) or not alone:
        return -1  # "shared them with the ministers", "joined them in asking"
    kinds = tuple(kind for kind, _ in NOUNS)
    return next((at for at in range(group.finite - 1, -1, -1) if line.any_of(kinds, at)), -1)


def is_swayed(line: Line, stop: int) -> bool:
    """English: whether what moved somebody is named before their view: "persuaded by it that"."""
    by = not line.is_dutch and line.at(stop - 1) == line.lexicon.settings["by"]
    return by and bool(line.lemmas(stop - 2) & line.lexicon.words["inducing"])


def _may_stand_between(line: Line, place: int) -> bool:
    """Whether a word only leads to the noun that a verb takes over: "itself with the many"."""
    if line.any_of(_BETWEEN, place) or line.owns(place):
        return True
    kinds = [kind for kind, _ in NOUNS]
    if line.any_of((*kinds, "prepositions", "that"), place) or line.is_sign(place):
        return False
    ends = tuple(line.lexicon.words["describing_ends"])
    return line.low[place].endswith((*ends, "ly")) and not line.finite(place)


def with_those(line: Line, group: Group, zone: Zone) -> Reading | None:
    """English: the view of those whose side somebody takes: "on the side of those who opposed"."""
    if line.is_dutch or group.passive or group.verb.lemma not in line.lexicon.words["siding"]:
        return None
    places = range(group.last + 1, zone.stop - 1)
    at = line.first_of("those", places)
    if at < 0 or not line.any_of(("taking_links", "of", "behind_those"), at - 1):
        return None
    if any(stop > at + 1 for place in range(group.last + 1, at) for stop, _ in line.cues(place)):
        return None  # "on the side of those who wanted it": the words of one idiom
    beside = Group(at, at, -1, replace(group.verb, stance="inform", carrier=True))
    found = complements(line, beside, replace(zone, start=at))
    views = [one for one in found if one.stance in VIEWS]
    return replace(views[0], cue=(*group.cue, *views[0].cue)) if views else None
