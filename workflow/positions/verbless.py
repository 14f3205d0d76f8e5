"""Notes: "Malta en Cyprus: tegen.", "Brede steun, alleen Polen kritisch.", "Spain: in favour"."""

from collections.abc import Callable
from dataclasses import replace

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
    title = sides and colon and _is_title(line, zone, sides[0], known=known)
    if not sides or title:
        return None
    return Speaker(mention.actors, tuple(sides[:1]), _RULE, start, mention, certain=False)


def _is_title(line: Line, zone: Zone, side: Reading, *, known: bool) -> bool:
    """Whether a note opens with a noun for support and what it is for: "steun voor boeren".

    Behind a state it may be its view, but for support of people: "Malta: steun voor het voorstel".
    """
    (first, stop), *_ = side.cue
    given = stop < zone.stop and line.isa("prepositions", stop)
    given = given and (not known or is_helped(line, stop + 1))
    return first == zone.start and line.isa("shown_support", first) and given


def is_helped(line: Line, place: int) -> bool:
    """Whether people follow who get support, and no plan: "boeren", "small farmers"."""
    described = not line.any_of(("determiners", "possessives", "helped_people"), place)
    helped = place + described
    return line.isa("helped_people", helped) and not line.at(helped + 1).startswith(("'", "’"))


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


_NOTED = "behind a colon"
_SUPPLIED = (" was", " had")
"""What is understood where a name and a colon stand before no verb."""
_OBJECTS = ("determiners", "possessives", "midfield", "coordinators")
"""Classes of words behind a verb and not behind a noun that stands for a view."""
_PARTS = ("prepositions", "coordinators", "relatives", "that")
"""Classes of words behind which a noun of several words is at its end."""
_QUOTES = ('"', "“", "‘", "'")

Read = Callable[[Line], list[Speaker]]


def noted(line: Line, mentions: list[Mention], read: Read) -> list[Speaker] | None:
    """English: whoever opens a note with the view behind the colon: "Spain: sceptical of hubs".

    It is read as the sentence that it stands for. None where the sentence is no such note.
    """
    heads = [] if line.is_dutch or ":" not in line.low else _heads(line, mentions)
    if not heads:
        return None
    last = heads[-1]
    own = last.stop + 1
    while line.at(own) in _QUOTES or line.isa("self_words", own):
        own += 1
    first = _behind(line, own, len(line))
    if first == len(line):
        return None
    base, states = _is_base(line, first), all(is_state(x) for one in heads for x in one.actors)
    as_verb = line.forms(first) and (own > last.stop + 1 or not base)
    found = _as_told(line, last, own, first, "", read) if as_verb else ()
    if not found and own == last.stop + 1 and (states or not base) and not _has_verb(line, first):
        verbs = _SUPPLIED if states else _SUPPLIED[:1]
        tried = (_as_told(line, last, own - 1, first, verb, read) for verb in verbs)
        found = next(filter(None, tried), ())
    return [Speaker(one.actors, found, _NOTED, 0, one, certain=False) for one in heads if found]


def _heads(line: Line, mentions: list[Mention]) -> list[Mention]:
    """Those who open a sentence up to a colon, perhaps with commas between them."""
    heads: list[Mention] = []
    for one in mentions:
        start = heads[-1].stop + 1 if heads else 0
        outside = any(map(line.lexicon.is_outside, one.actors))
        if one.start != start or one.part != "bare" or one.pronoun or outside or not one.actors:
            return []
        heads.append(one)
        if line.at(one.stop) != ",":
            break
    return heads if heads and line.at(heads[-1].stop) == ":" else []


def _is_base(line: Line, place: int) -> bool:
    """Whether a word may be a noun or the verb of several, and no modal: "support", "request"."""
    if line.low[place] not in line.lemmas(place) or line.helper(place):
        return False
    return place + 1 == len(line) or not line.forms(place + 1)


def _entitles(line: Line, first: int) -> bool:
    """Whether a note opens like a title: "support for farmers", "rejected asylum seekers"."""
    behind = first + 1
    if line.at(len(line) - 1) == ".":
        return False  # a title has no stop
    if behind == len(line) or line.is_sign(behind) or line.any_of(_OBJECTS, behind):
        return False
    if line.isa("side_nouns", first):
        return not _of_proposal(line, behind + 1)
    kinds = {form.kind for form in line.forms(first)}
    return "participle" in kinds and not line.any_of(("prepositions", "that"), behind)


def _of_proposal(line: Line, place: int) -> bool:
    """Whether it is a proposal or a measure that a note without a stop is about: "for a levy"."""
    end = next((at for at in range(place, len(line)) if line.any_of(_PARTS, at)), len(line))
    noun = line.at(end - 1)
    made = noun.endswith(tuple(line.lexicon.words["measure_ends"]))
    return line.isa("put_to_others", end - 1) or made


def _has_verb(line: Line, start: int) -> bool:
    """Whether a verb that stands on its own follows before the next sign."""
    stop = next((at for at in range(start, len(line)) if line.is_sign(at)), len(line))
    return any(line.finite(at) for at in range(start + 1, stop))


def _as_told(
    line: Line, mention: Mention, own: int, first: int, verb: str, read: Read
) -> tuple[Reading, ...]:
    """What the sentence says for which a note stands: views with words at its first place.

    `verb` stands for the colon; the words of the note start at `own`, or behind that verb.
    """
    name = line.sentence[line.start[mention.start] : line.end[mention.stop - 1]]
    rest = line.sentence[line.start[max(own, mention.stop + 1)] :]
    told = Line(f"{name}{verb} {rest[0].lower()}{rest[1:]}", line.lexicon)
    more = mention.start + own - mention.stop
    title = first == mention.stop + 1 and _entitles(line, first)  # not "no support for quotas"
    helped = line.isa("side_nouns", first) and line.isa("prepositions", first + 1)
    title = title or (helped and is_helped(line, first + 2))
    said: list[Reading] = []
    for reading in (r for one in read(told) if one.actors == mention.actors for r in one.readings):
        places = [(max(a + more, own, mention.stop + 1), b + more) for a, b in reading.cue]
        cue = tuple((a, b) for a, b in places if a < b)
        opens = not verb or any(a <= first < b for a, b in cue)
        if reading.stance in (*VIEWS, "announce") and cue and opens and not title:
            said.append(replace(reading, cue=cue, certain=False))
    return tuple(said)
