"""What asking, thanking and keeping silent come to: a doubt, an offer, a courtesy, or nothing."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

_SOUGHT = 4
"""Words behind "naar" within which stands what is asked for."""
_ASKED = 5
"""Words behind a verb of asking within which stand who is asked and "of"."""
_FAR = 16
"""Words behind "whether" within which may stand what is offered."""


def is_courtesy(line: Line, group: Group, zone: Zone) -> bool:
    """Whether somebody is only thanked for speaking: "thanked X for its presentation"."""
    for place in range(group.finite + 1, zone.stop):
        if line.isa("view_words", place):
            behind = range(place + 1, min(place + 4, zone.stop))
            return any(line.isa("courtesies", at) for at in behind)
    return False


def is_doubt(line: Line, group: Group, zone: Zone) -> bool:
    """Whether a question is a doubt: "asked whether it was really necessary", "of dit wel kan"."""
    if line.is_dutch:
        start = line.first_of("or", range(group.last + 1, min(zone.stop, group.last + _ASKED)))
        return start >= 0 and any(
            line.isa("doubting", at) or (line.isa("negations", at) and line.isa("excess", at + 1))
            for at in range(start, line.sign_from(start))
        )
    near = range(group.last + 1, min(zone.stop, group.last + 3))
    start = line.first_of("doubting", near)
    places = range(start, zone.stop if start >= 0 else start)
    may = next((at for at in places if line.helper(at) == "can"), zone.stop)
    return any(
        cue.zone != "object" and (cue.stance == "support" or line.isa("needing", place))
        for place in places
        if not (may < place and line.isa("offering", place))  # "whether this might be useful"
        for _, cue in line.cues(place)
    )


def asks_around(line: Line, group: Group, chair: bool) -> bool:
    """Whether somebody only asks for views: "vroeg de lidstaten naar hun oordeel".

    A chair does so with any question: "vroeg hoe dit kan worden betaald", "asked whether".
    """
    if not line.is_dutch:
        near = range(group.last + 1, min(len(line), group.last + _SOUGHT + 1))
        questions = group.verb.lemma in line.lexicon.words["asking"]
        asked = questions and line.first_of("open_questions", near) >= 0
        return chair and (asked or _asks_for_views(line, group))
    if chair and _asks_to_speak(line, group):
        return True
    asks = group.verb.lemma in line.lexicon.words["putting_questions"]
    asks = asks or (group.helper == "want" and group.verb.lemma in line.lexicon.words["knowing"])
    if not (line.is_dutch and asks):
        return False
    place = group.last + 1
    while place < len(line) and _is_asked(line, place):
        place += 1
    if line.isa("asked_after", place):
        near = range(place + 1, min(len(line), place + _SOUGHT))
        return any(line.isa("sought_views", at) for at in near)
    place += line.isa("prepositions", place)  # "in hoeverre", "op welke wijze"
    return chair and line.isa("question_words", place)


def _asks_for_views(line: Line, group: Group) -> bool:
    """English: whether others are only asked to speak: "invited Ministers to give guidance"."""
    words = line.lexicon.words
    if group.verb.lemma not in words["inviting"]:
        return False
    to = line.first_of("mark", range(group.last + 1, line.sign_from(group.last)))
    if to < 0:
        return False
    near = range(to + 2, min(line.sign_from(to), to + 2 + _ASKED))
    views = line.first_of("sought_views", near) >= 0
    return views or bool(line.lemmas(to + 1) & words["speaking_up"])


def _asks_to_speak(line: Line, group: Group) -> bool:
    """Dutch: whether others are only asked to give their views: "vroeg in te gaan op X"."""
    if group.verb.lemma not in line.lexicon.words["inviting"]:
        return False
    for at in range(group.last + 1, min(len(line) - 1, group.last + _FAR)):
        if line.is_sign(at) or line.any_of(("that", "relatives"), at):
            return False
        if line.isa("mark", at):
            views = any(line.isa("sought_views", one) for one in range(group.last, at))
            said = line.lexicon.words["speaking_up"]
            return views or any(
                form.lemma in said and form.particle in ("", line.at(at - 1))
                for form in line.forms(at + 1)
            )
    return False


def sketches(line: Line, group: Group, readings: list[Reading]) -> bool:
    """Dutch: whether a chair only lays out what is still difficult: "schetste de knelpunten"."""
    sketching = group.verb.lemma in line.lexicon.words["sketching"]
    if group.verb.lemma in line.lexicon.words["concluding"]:
        # "concludeerde dat er onvoldoende steun was"
        sketching |= all(line.isa("shown_support", one.cue[-1][1]) for one in readings)
    return line.is_dutch and sketching and {one.stance for one in readings} <= {"concern", "inform"}


def _is_asked(line: Line, place: int) -> bool:
    """Whether a word belongs to those who are asked, or stands before the question."""
    group = line.lexicon.group_nouns.first(line.low, place)
    return bool(group) or line.is_name(place) or line.any_of(("determiners", "midfield"), place)


def as_question(line: Line, group: Group, readings: list[Reading]) -> list[Reading]:
    """Dutch: the readings; a doubt or a wish where they stand in a question: "de vraag of"."""
    if not (line.is_dutch and line.has("asked_whether")):
        return readings
    near = range(group.finite, group.finite + _FAR)
    opens = next((at for at in near if _asks_whether(line, at)), -1)
    if opens < 0:
        return readings
    behind = [one for one in readings if one.cue and one.cue[-1][0] > opens]
    inside = range(opens + 1, line.sign_from(opens))
    if any(line.isa("negations", at) for at in inside) and any(map(line.helper, inside)):
        return [Reading("call", 2, (*group.cue, (opens, opens + 1)), "asks whether not", False)]
    doubted = [one for one in behind if one.stance in ("support", "call")]
    return [replace(one, stance="concern") if one in doubted else one for one in readings]


def _asks_whether(line: Line, place: int) -> bool:
    """Dutch: whether "of" opens a question: "stelde de vraag of"."""
    return line.isa("or", place) and line.isa("asked_whether", place - 1)


def says_nothing(line: Line, group: Group, denied: str) -> bool:
    """English: whether somebody only keeps silent, or off: "declined to comment".

    "Did not wish to comment", "did not want to wait".
    """
    place, words, phrases = group.last + 1, line.lexicon.words, line.lexicon.phrases
    if line.is_dutch or place >= len(line):
        return False
    wished = bool(denied) and group.verb.lemma in words["wanting"]
    if wished and phrases["keeping_off"].first(line.low, place):
        return True
    silent = wished or group.verb.lemma in words["declining"]
    return silent and bool(phrases["saying_nothing"].first(line.low, place))


def offers(line: Line, last: int, zone: Zone) -> bool:
    """English: whether a question offers another way: "wondered whether guidance might not do"."""
    near = range(last + 1, min(zone.stop, last + 3))
    start = line.first_of("doubting", near)
    helped = -1
    for place in range(start + 1, min(zone.stop, start + _FAR) if start >= 0 else 0):
        if line.helper(place) in ("can", "want"):
            helped = place
        elif helped > 0 and line.isa("offering", place):
            denied = line.isa("negations", helped + 1)
            return denied or line.at(place).endswith(("er", "est", "able"))
    return False
