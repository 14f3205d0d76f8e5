"""Views that several are said to share: "There was agreement among Member States that".

Where nobody is named they are those of the member states: "There was fierce resistance to".
"""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading
from workflow.positions.takingover import NOUNS
from workflow.positions.turning import DENIED_CUE, denied_stance
from workflow.positions.verbgroups import Group

_WHO = 5
"""Words behind "among" within which those who hold the view are named."""
_NEAR = 7
"""Words behind "there was" within which the noun for a view stands."""
_KINDS = (("agreed_nouns", "support"), *NOUNS, ("felt_nouns", ""))
"""Lists of nouns for what is shared, with what they say where the clause behind says nothing."""
_VIEWS = (("agreed_nouns", "support"), *NOUNS)
"""Those of a view that says by itself where its holders stand."""


def shared_view(line: Line) -> tuple[int, str] | None:
    """English: the noun of a view that lives among some, with its stance; None without one.

    "There was a feeling among", "Agreement existed between", "A consensus emerged across".
    """
    if line.is_dutch:
        return None
    verb = line.first_finite
    there = line.isa("expletive", verb - 1)
    met = _there_is(line, verb) if there else None
    if met:
        return met
    lives = not there and bool(line.lemmas(verb) & line.lexicon.words["living_views"])
    if not (there or lives):
        return None
    for place in range(verb + 1, min(len(line), verb + _NEAR)) if there else range(verb):
        stance = next((each for kind, each in _KINDS if line.isa(kind, place)), None)
        if stance is None or line.isa("of", place + 1):
            if line.is_sign(place) or line.isa("prepositions", place):
                return None
            continue
        return (place, stance) if _among_some(line, place if there else verb) else None
    return None


def is_met_by_all(line: Line, group: Group) -> bool:
    """Dutch: whether a view was there in the meeting, and nobody is named who had it.

    "Er waren zorgen over", "Het voorstel werd goed ontvangen", "De reacties waren positief"; what
    is there now may be the view of whoever spoke before: "Er zijn wel zorgen".
    """
    verb = group.finite
    if not line.is_dutch or all(form.kind != "past" for form in line.finite(verb)):
        return False
    lemma, words = group.verb.lemma, line.lexicon.words
    if group.passive:
        return lemma in words["met_with"]
    near = range(verb + 1, min(len(line), verb + _NEAR))
    there = any(line.isa("expletive", at) for at in (verb - 1, verb + 1))
    there = there or bool(line.lexicon.phrases["in_the_room"].first(line.low, 0))
    noun = any(line.isa("voiced_views", at) for at in (*range(verb), *near))
    if there and noun:
        return bool((line.lemmas(verb) | {lemma}) & words["existing"])
    first = int(line.isa("articles", 0))
    if line.isa("reactions", first) and first + 1 == verb:
        return line.helper(verb) == "be"
    got = lemma in words["counting_on"] and verb > 0
    return got and any(line.isa("voiced_views", at) for at in near)


def counts_on(line: Line, group: Group) -> bool:
    """Dutch: whether the subject gets others' support: "kon op Nederlandse steun rekenen"."""
    if not line.is_dutch or group.helper != "can":
        return False
    counts = group.verb.lemma in line.lexicon.words["reckoning"]
    return counts and line.first_of("voiced_views", range(group.finite + 1, len(line))) >= 0


def _among_some(line: Line, place: int) -> bool:
    """Whether those who share a view follow, and what it is about."""
    among = line.first_of("sharing_links", range(place + 1, place + 4))
    ends = ("that",) if line.isa("between", among) else ("that", "existing_about")
    if among < 0 or not _are_members(line, among + 1):
        return False
    return any(line.any_of(ends, at) for at in range(among + 1, len(line)))


def _are_members(line: Line, place: int) -> bool:
    """Whether those who follow speak in the Council: not "concern among farmers"."""
    words = range(place, min(len(line), place + _WHO))
    lexicon = line.lexicon
    return any(
        line.is_name(at)
        or line.isa("ministers_too", at)
        or bool(lexicon.group_nouns.first(line.low, at) or lexicon.alone.first(line.low, at))
        for at in words
    )


def _there_is(line: Line, verb: int) -> tuple[int, str] | None:
    """The noun of a view that is there without anybody named, with its stance."""
    denied = False
    for place in range(verb + 1, min(len(line), verb + _NEAR + 2)):
        denied = denied or line.any_of(("negations", "scarce"), place)
        if denied and line.isa("outcome_nouns", place):
            return None  # "There was no agreement on the date": nobody's view
        stance = next((each for kind, each in _VIEWS if line.isa(kind, place)), None)
        if stance and not line.isa("of", place + 1):
            return (place, _denied(stance) if denied else stance) if _met(line, place) else None
        if stance and stance != "support" and line.isa("articles", place + 2):
            return place, _denied(stance) if denied else stance  # "criticism of the plan"
        portion = line.isa("of", place) and line.isa("portions_of", place - 1)
        if line.is_sign(place) or (line.isa("prepositions", place) and not portion):
            return None
    return None


def _denied(stance: str) -> str:
    return DENIED_CUE.get(stance, stance)


def _met(line: Line, place: int) -> bool:
    """Whether a noun of a view stands with what it is about, or alone."""
    article = line.isa("articles", place - 1)
    if article and line.isa("treaty_nouns", place):
        return False  # "There was an agreement on fish with Norway"
    if line.isa("view_there", place + 1) and not line.isa("holder_links", place + 1):
        return True
    return line.is_sign(place + 1) and not article


def not_shared(line: Line, group: Group, reading: Reading) -> Reading:
    """Dutch: the reverse of a view that is not shared: "de steun werd niet gedeeld door X"."""
    if not line.is_dutch or group.verb.lemma not in line.lexicon.words["sharing_in"]:
        return reading
    denied = any(line.isa("negations", at) for at in range(group.finite + 1, group.lexical))
    if reading.denied or not denied:
        return reading
    return replace(reading, stance=denied_stance(reading.stance), denied=reading.stance)
