"""What somebody does not rule out, only considers, or asks others: no side is taken."""

from dataclasses import replace

from workflow.positions.complements import complements
from workflow.positions.denials import verb_denied
from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, Reading, Zone
from workflow.positions.verbgroups import Group

LEFT_OPEN = "left open"
"""The rule of a thing that is not ruled out, by which no auxiliary announces it."""
_SOUGHT = 4
"""Words behind a verb of seeking within which stands what is sought."""
_SIDES = ("support", "oppose", "decide", "reserve")


def left_open(line: Line, group: Group, zone: Zone) -> Reading | None:
    """The reserve of whoever does not rule out to take a side, or that a thing is needed.

    "Sloot niet uit dat het alsnog instemt"; in English what takes no side by other words too.
    """
    if not line.is_dutch:
        return _no_side(line, group, zone)
    if _examines_first(line, group):
        return Reading("reserve", 2, ((group.finite, group.finite + 1), *group.cue), LEFT_OPEN)
    held_back = _holds_back(line, group)
    if held_back:
        return held_back
    if group.verb.lemma not in line.lexicon.words["ruling_out"]:
        return None
    start = min(group.finite, group.last)
    denial = line.first_of("negations", range(start, zone.stop))
    opens = next(
        (at for at in range(start, zone.stop) if line.any_of(("that", "mark"), at)), zone.stop
    )
    if denial < 0 or denial > opens:
        return None
    told = replace(group, verb=replace(group.verb, stance="inform", carrier=True))
    found = complements(line, told, replace(zone, start=max(group.last, denial) + 1))
    sides = [one for one in found if one.stance in _SIDES and "decide" not in one.rule]
    if not sides:
        return None
    cue = (*group.cue, (denial, denial + 1), *sides[0].cue)
    return Reading("reserve", 1, cue, "left open for a side")


def _examines_first(line: Line, group: Group) -> bool:
    """Dutch: whether somebody wants to look at a thing first: "wilde de tekst eerst bestuderen"."""
    wants = group.helper in ("want", "modal")
    if not wants or group.verb.lemma not in line.lexicon.words["examining"]:
        return False
    if line.isa("or", group.last + 1):
        return False  # "wilde eerst bekijken of het nodig is" may be who proposes it
    inside = range(group.finite + 1, group.lexical)
    if line.first_of("negations", inside) >= 0:
        return False  # "wilde daar nog niets van weten"
    return line.first_of("before_all", inside) >= 0


def _holds_back(line: Line, group: Group) -> Reading | None:
    """Dutch: whoever does not want to say where they stand, or only later.

    "Wilde zich niet uitspreken", "kon nog geen standpunt innemen", "wil pas oordelen als".
    """
    if group.helper not in ("want", "can", "future") or group.lexical <= group.finite:
        return None
    inside, words = range(group.finite + 1, group.lexical), line.lexicon.words
    speaks = group.verb.lemma in words["pronouncing"]
    if group.verb.lemma in words["taking_stands"]:
        speaks = line.first_of("stands_taken", inside) >= 0
    if not speaks or any(line.any_of(("view_words", "against", "that"), at) for at in inside):
        return None
    if any(line.any_of(("view_words", "against"), group.last + at) for at in (1, 2)):
        return None  # "wilde zich niet uitspreken voor een verbod"
    if not any(line.any_of(("only_later", "negations"), at) for at in inside):
        return None
    return Reading("reserve", 2, ((group.finite, group.finite + 1), *group.cue), LEFT_OPEN)


def _no_side(line: Line, group: Group, zone: Zone) -> Reading | None:
    """English: what by its words takes no side: "did not exclude it", "sought guidance on it"."""
    lemma, words, behind = group.verb.lemma, line.lexicon.words, group.last + 1
    if lemma in words["ruling_out"]:
        denial = line.first_of("negations", range(group.finite + 1, zone.stop))
        if denial < 0 or not verb_denied(line, group, zone):
            return None
        cue = ((denial, denial + 1), *group.cue[-2:])
        return Reading("inform", 1, cue, LEFT_OPEN, False, denied="oppose")
    asks = lemma in words["considering"] and line.isa("open_questions", behind)
    differs = lemma in words["differing"] and line.isa("sought_views", group.finite - 1)
    near = range(behind, behind + _SOUGHT)
    asked = line.first_of("putting_nouns", near) if lemma in words["putting"] else -1
    asks = asks or (asked > 0 and line.isa("mark", asked + 1))  # "put questions to Ministers"
    if asks or differs or _seeks(line, group):
        stance = group.verb.stance if group.verb.stance in NEUTRAL else ""
        return Reading(stance or "inform", 1, group.cue, f"verb {lemma}, no side", False)
    return None


def _seeks(line: Line, group: Group) -> bool:
    """Whether somebody seeks others' views, or only to explain: "sought to allay fears"."""
    place = group.last + 1
    if group.verb.lemma not in line.lexicon.words["seeking"]:
        return False
    place += line.isa("mark", place)
    if line.lemmas(place) & line.lexicon.words["soothing"]:
        return True
    for at in range(place, place + _SOUGHT):
        if line.isa("sought_views", at):
            return True
        if line.at(at) in (",", ".", ";") or line.isa("prepositions", at):
            return False
    return False
