"""Stances that live with somebody: "bij X bestond weerstand", "found favour with X"."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from workflow.positions.complements import complements
from workflow.positions.denials import turned
from workflow.positions.lexicon import Verb
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.model import state_actor
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.speakers import Speaker
from workflow.positions.turning import denied_stance
from workflow.positions.verbgroups import Group, read_group

_FIRST = 4
"""Words at the start of a sentence among which the noun of a stance stands."""
_FAR = 14
"""Words behind a verb within which a stance may be said to exist."""


def existing(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """Whoever a stance is said to live with: "bij X bestond weerstand", "found favour with X"."""
    verb = _main_verb(line)
    if others or verb >= len(line):
        return []
    places = range(verb, len(line)) if line.lexicon.words["coming"] else ()
    source = next((at for at in places if _comes(line, at)), -1)
    verb = source if source >= 0 else verb
    kept_off = not line.is_dutch and bool(line.lemmas(verb) & line.lexicon.words["failing"])
    known = line.lemmas(verb) | {read_group(line, verb, len(line)).verb.lemma}
    if kept_off and line.isa("mark", verb + 1):
        known |= line.lemmas(verb + 2)  # "failed to find favour"
    if not known & line.lexicon.words["existing"]:
        return []
    national = _national(line)
    if national:
        return [national]
    there = line.isa("expletive", verb - 1) or line.isa("expletive", verb + 1)
    if line.helper(verb) == "be" and not there:
        be = read_group(line, verb, len(line)).verb.lemma in line.lexicon.auxiliaries
        near = (line.isa("existing_with", at) for at in (0, verb + 1))
        if not (line.is_dutch and be and any(near)):
            return []  # "Bij Polen was weinig geestdrift"
    if line.is_dutch:  # "Het verzoek van X vond bij Y geen gehoor": those with whom it lives
        mentions = sorted(mentions, key=lambda one: not line.isa("existing_with", one.marker))
    for mention in mentions:
        oblique = mention.part in ("oblique", "agent", "bare") and bool(mention.actors)
        oblique = oblique and not _owns_view(line, mention, verb, known)
        stirred = mention.start == verb + 1 and bool(known & line.lexicon.words["stirring"])
        linked = line.any_of(("existing_links", "doing_so", "idiom_links"), mention.marker)
        if oblique and (stirred or linked):
            came = mention.marker == verb + 1 and bool(known & line.lexicon.words["coming"])
            held = [*range(verb)] if came else [*range(verb + 1, min(len(line), verb + _FAR))]
            before = line.is_dutch or verb != line.first_finite
            if before and line.isa("existing_with", mention.marker) and not there:
                held += range(min(_FIRST, verb))  # "De wens om te wachten leeft ook bij X"
            told = _told_there(line, mention, verb)
            if told:
                return [told]
            for place in held:
                reading = _exists(line, mention, verb, place, known)
                if reading and kept_off:
                    stance = denied_stance(reading.stance)
                    reading = replace(reading, stance=stance, denied=reading.stance)
                if reading:
                    return [
                        Speaker(mention.actors, (reading,), "holder", mention.start, mention,
                                certain=False)
                    ]  # fmt: skip
    return []


def _owns_view(line: Line, mention: Mention, verb: int, known: AbstractSet[str]) -> bool:
    """Whether somebody's own view is what others took up: "De wens van X vond steun"."""
    owned = 0 < mention.marker < verb and not line.isa("existing_with", mention.marker)
    return owned and bool(known & line.lexicon.words["reacted"])


def _main_verb(line: Line) -> int:
    """The verb of a sentence, behind a clause that tells a view: "De zorg dat het lukt, leefde"."""
    told = line.first_of("complementizers", range(1, _FIRST)) >= 0
    lives = line.lexicon.words["existing"]
    for place in range(_FIRST, len(line) if told else 0):
        near = (line.isa("existing_with", at) for at in (place + 1, place + 2))
        closed = line.at(place - 1) == "," if line.is_dutch else any(near)
        if closed and line.finite(place) and line.lemmas(place) & lives:
            return place
    return line.first_finite


def _is_gone(line: Line, verb: int) -> bool:
    """Whether a view does not live: "De wens leefde bij Malta niet meer"; not "niet alleen bij"."""
    return any(
        line.isa("negations", at) and not line.isa("restricting", at + 1)
        for at in range(verb + 1, line.sign_from(verb))
    )


def _national(line: Line) -> Speaker | None:
    """Dutch: the state whose adjective stands before a view: "stuitte op Poolse weerstand"."""
    for place in range(1, len(line) - 1 if line.is_dutch else 0):
        code = line.lexicon.adjectives.get(line.text[place])
        if not code or not line.isa("voiced_views", place + 1):
            continue
        for stop, cue in line.cues(place + 1):
            if cue.stance in VIEWS and cue.zone != "clause" and not cue.verbs:
                actor = (state_actor(code),)
                mention = Mention(place, place + 1, actor, "state", part="oblique", marker=place)
                stance = turned(line, place + 1, stop, cue, Zone(0, stop))
                reading = Reading(stance, cue.strength, ((place + 1, stop),), "national", False)
                return Speaker(actor, (reading,), "holder", place, mention, certain=False)
    return None


def _told_there(line: Line, mention: Mention, verb: int) -> Speaker | None:
    """Dutch: whoever has the opinion that a clause tells: "Onder velen leefde het idee dat"."""
    if not (line.is_dutch and line.isa("existing_with", mention.marker)):
        return None
    for place in (*range(min(_FIRST, verb)), *range(verb + 1, min(len(line), verb + _FAR))):
        noun = line.lexicon.phrases["telling"].first(line.low, place)
        if noun and line.isa("that", noun[0]):
            group = Group(verb, verb, -1, Verb("bestaan", "inform", 1, True))
            said = complements(line, group, Zone(noun[0], len(line)))
            rule = "opinion there"
            return Speaker(mention.actors, tuple(said), rule, mention.start, mention,
                           certain=False) if said else None  # fmt: skip
    return None


def _is_of_the_thing(line: Line, verb: int, stop: int, mention: Mention) -> bool:
    """English: whether a name belongs to what a view is about: "a need for agreement with X"."""
    between = range(stop, mention.marker)
    if not line.isa("expletive", verb - 1) or not between:
        return False
    with_whom = line.at(mention.marker) == line.lexicon.settings["with"]
    return with_whom or any(line.isa("that", at) or line.finite(at) for at in between)


def _comes(line: Line, place: int) -> bool:
    """English: whether a verb says where a stance comes from: "came from most delegations"."""
    return bool(
        line.isa("holder_links", place + 1)
        and (line.finite(place) or line.nonfinite(place, ("participle",)))
        and line.lemmas(place) & line.lexicon.words["coming"]
    )


def _exists(
    line: Line, mention: Mention, verb: int, place: int, known: AbstractSet[str]
) -> Reading | None:
    """The stance as a noun at a place that is said to exist with somebody, or None."""
    if mention.start <= place < mention.stop:
        return None
    for stop, cue in line.cues(place):
        ready = line.is_dutch and any(line.isa("willing", at) for at in range(place, stop))
        if cue.zone == "clause" or not (cue.stance in VIEWS or ready):
            continue
        if cue.verbs and not cue.verbs & known:
            continue
        inside = stop == mention.marker + 1 and stop - place > 1  # "found an advocate in"
        if line.isa("doing_so", mention.marker) and not inside:
            continue
        if not line.is_dutch and _is_of_the_thing(line, verb, stop, mention):
            continue
        if not cue.verbs and line.isa("idiom_links", mention.marker):
            continue  # "made little impression on"
        about = line.isa("existing_about", stop) and mention.kind in ("state", "group", "list")
        got = mention.marker == verb + 1 and bool(known & line.lexicon.words["counting_on"])
        beside = (
            stop == mention.marker
            or (got and line.is_dutch)
            or bool(cue.verbs)
            or line.isa("existing_with", mention.marker)
            or inside
            or about
        )
        if line.isa("holder_links", mention.marker) and not (beside or cue.stance == "call"):
            continue
        stance = turned(line, place, stop, cue, Zone(min(place, verb), stop))
        if place < verb and _is_gone(line, verb):
            stance = denied_stance(stance)
        return Reading(stance, cue.strength, ((place, stop),), f"exists {line.low[place]}", False)
    return None
