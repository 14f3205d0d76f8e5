"""Verbs inside what somebody says: "gaf aan het voorstel te steunen", "agreed to supply ships"."""

from workflow.positions.denials import BEFORE, denied_inside, not_yet, weakened
from workflow.positions.denyingwords import none_behind
from workflow.positions.leading import after_denied
from workflow.positions.line import Line
from workflow.positions.meanings import FAR, is_infinitive, named_thing, own_future, shares_a_fact
from workflow.positions.ownclauses import own_plan, same_subject
from workflow.positions.reading import NEUTRAL, Reading, Zone
from workflow.positions.turning import DENIED_INSIDE, YIELDED
from workflow.positions.verbgroups import Group

_CAME = 12
"""Words before "te komen" within which stands with what somebody will come."""
_PURPOSE = 40
"""Words before an infinitive within which "om" may stand."""
_SHARED = 4
"""Words behind a verb of sharing within which stands what is shared."""


def inner_verb(line: Line, place: int, mode: str, group: Group, zone: Zone) -> Reading | None:
    """A verb inside the complement: "gaf aan het voorstel te steunen"."""
    forms = line.forms(place)
    if not forms or place <= group.finite:
        return None
    planned = None if line.is_dutch else own_plan(line, place, zone)
    if planned:
        return planned
    infinitive = is_infinitive(line, place) and not _is_purpose(line, place, group)
    infinitive = infinitive or _joins_in(line, place, group)
    if not infinitive and mode not in ("clause", "those"):
        return None
    named = line.isa("determiners", place - 1)  # "het voorschrijven van"
    described = line.at(place - 1).endswith("e") and line.isa("determiners", place - 2)
    noun = any(form.kind in ("stem", "infinitive") for form in forms) and not line.helper(place)
    named = named or (line.is_dutch and described and noun)  # "een aanvullende oproep"
    named = named or (not line.is_dutch and named_thing(line, place))
    named = named and not line.isa("those", place - 1)
    echo = mode in ("clause", "those") and not named and same_subject(line, place, group)
    if not infinitive and not echo:
        return None
    if infinitive and not line.is_dutch and mode == "object" and _of_noun(line, place, group):
        return None
    if infinitive and (_for_others(line, place, group) or line.isa("rights", place - 2)):
        return None  # "noted the right to appeal"
    if line.is_dutch and line.isa("inner_modals", place):  # "te willen steunen"
        inner = _verb_of_stance(line, place + 1, zone, infinitive=infinitive, echo=False)
        if inner and inner.stance in ("support", "oppose"):
            return inner
    return _verb_of_stance(line, place, zone, infinitive=infinitive, echo=echo) or _plan(
        line, place, mode, group, zone, infinitive=infinitive
    )


def _verb_of_stance(
    line: Line, place: int, zone: Zone, *, infinitive: bool, echo: bool
) -> Reading | None:
    """What a verb at a place says of where the speaker stands: "te steunen", "that it backed"."""
    cue = ((place, place + 1),)
    for form in line.forms(place):
        verb = line.lexicon.verbs[form.lemma]
        parted = infinitive and form.particle and line.is_dutch
        if parted and line.at(place - 2 - line.isa("inner_modals", place - 1)) != form.particle:
            continue  # "toe te werken", "in te kunnen stemmen": the prefix stands before "te"
        if form.particle and not line.is_dutch and form.particle not in line.low[place + 1 :][:3]:
            continue  # "to speak in favour" is not "to speak against"
        if form.particle and line.is_dutch and not infinitive:
            continue  # "dat het zou willen": the prefix never stands apart at the end of a clause
        if verb.carrier or verb.stance in NEUTRAL or (echo and form.kind == "participle"):
            continue
        if not line.is_dutch and not echo and form.kind not in ("infinitive", "gerund"):
            continue  # "responded to questions"
        if shares_a_fact(line, verb.lemma, place, zone):
            continue
        shared = None if line.is_dutch else _shared(line, place, form.lemma)
        if shared:
            return shared
        denied = weakened(line, place) or denied_inside(line, place, zone, infinitive)
        given = verb.stance in ("support", "decide")
        denied = denied or (given and none_behind(line, place + 1))  # "would back no step"
        stance = DENIED_INSIDE.get(verb.stance, verb.stance) if denied else verb.stance
        deed = form.lemma in line.lexicon.words["deeds"]
        if verb.stance == "decide" and line.is_dutch and infinitive and deed:
            continue  # "liet weten de operatie te verlengen"
        if form.lemma in line.lexicon.words["giving_up"] and not denied:
            return Reading("announce", 2, cue, "complement withdrawal")
        if verb.stance == "decide":
            # What a speaker will accept or adopt is no decision yet.
            stance = "oppose" if denied else "support"
        if denied and stance == "oppose" and not_yet(line, max(zone.start, place - FAR), place):
            stance = "reserve"
        led = after_denied(line, place, zone.stop) if denied else -1
        if led >= 0:
            return _led(line, led, zone, cue)
        itself = form.lemma in line.lexicon.words["committing"] and line.isa("reflexive", place + 1)
        if denied and itself:
            stance = "reserve"  # "said that it would not commit itself"
        if denied and verb.stance == "call":
            if line.is_dutch or not _unwanted(line, place, form.lemma):
                continue  # "niet langer vast te houden aan", "said it did not ask for it"
            stance = "oppose"
        base = verb.stance if denied else ""
        return Reading(stance, verb.strength, cue, f"complement verb {verb.lemma}", denied=base)
    return None


def _led(line: Line, place: int, zone: Zone, cue: tuple[tuple[int, int], ...]) -> Reading:
    """What somebody does not hesitate to do: "said that it would not hesitate to block it"."""
    words = (*cue, (place, place + 1))
    near = (line.at(place - 2),) if line.is_dutch else line.low[place + 1 : place + 3]
    lemmas = {form.lemma for form in line.forms(place) if form.particle in ("", *near)}
    for verb in (line.lexicon.verbs[lemma] for lemma in sorted(lemmas)):
        if verb.stance not in NEUTRAL and not verb.carrier:
            return Reading(verb.stance, verb.strength, words, f"complement verb {verb.lemma}")
    for at in range(cue[0][1], zone.stop):
        for stop, told in line.cues(at):
            if told.stance not in NEUTRAL and (stop > place >= at or told.verbs & lemmas):
                return Reading(told.stance, told.strength, (*cue, (at, stop)), "complement led to")
    return Reading("announce", 2, words, "complement led to")


def _unwanted(line: Line, place: int, lemma: str) -> bool:
    """English: whether somebody does not want a thing, and not only keeps silent on it."""
    silent = line.lexicon.phrases["saying_nothing"].first(line.low, place + 1)
    return lemma in line.lexicon.words["wanting"] and not silent


def _shared(line: Line, place: int, lemma: str) -> Reading | None:
    """English: the view of others that a speaker has too: "said it shared the concerns"."""
    if lemma not in line.lexicon.words["sharing"]:
        return None
    for at in range(place + 1, min(line.sign_from(place), place + 1 + _SHARED)):
        for stop, cue in line.cues(at):
            if lemma in cue.verbs and cue.stance not in NEUTRAL:
                denied = any(line.isa("negations", each) for each in range(place - 2, place))
                stance = YIELDED.get(cue.stance, cue.stance) if denied else cue.stance
                base = cue.stance if denied else ""
                words = ((place, place + 1), (at, stop))
                return Reading(stance, cue.strength, words, f"complement verb {lemma}", denied=base)
    return None


def is_weighed(line: Line, place: int) -> bool:
    """English: whether a thing is only looked into: "was examining whether it was needed"."""
    if line.is_dutch or not line.isa("doubting", place):
        return False
    verb = place - 1 - line.isa("prepositions", place - 1)
    return bool(line.lemmas(verb) & line.lexicon.words["looking_into"])


def _plan(
    line: Line, place: int, mode: str, group: Group, zone: Zone, *, infinitive: bool
) -> Reading | None:
    """What the speaker will do, or will not: "te zullen leveren", "niet mee te doen"."""
    cue = ((place, place + 1),)
    if line.is_dutch and line.isa("inner_modals", place):
        inner = _verb_of_stance(line, place + 1, zone, infinitive=infinitive, echo=False)
        if inner:
            return inner  # "niet te zullen blokkeren"
    if line.helper(place) == "future" and (infinitive or own_future(line, place)):
        if denied_inside(line, place, zone, infinitive):
            if not_yet(line, max(group.last + 1, place - BEFORE), place):
                return Reading("reserve", 2, cue, "complement future, not yet")
            return Reading("oppose", 2, cue, "complement future, denied", denied="announce")
        return Reading("announce", 2, cue, "complement future")
    if not (infinitive and line.is_dutch):
        return None
    if group.verb.lemma in line.lexicon.words["making_known"]:
        return Reading("announce", 2, cue, "complement plan")
    if group.verb.lemma in line.lexicon.words["handing_on"]:
        denied = denied_inside(line, place, zone, infinitive)
        stance, base = ("oppose", "call") if denied else ("call", "")
        return Reading(stance, 2, cue, "complement handed on", denied=base)
    own = mode == "object" or same_subject(line, place, group)
    gladly = line.first_of("gladly", range(group.last + 1, place)) if own else -1
    if gladly >= 0 and not denied_inside(line, place, zone, infinitive):
        return Reading("call", 1, ((gladly, gladly + 1), *cue), "complement wish")
    return _deed(line, place, zone) if own else None


def _deed(line: Line, place: int, zone: Zone) -> Reading | None:
    """Dutch: what speakers say that they do, or do not: "liet weten geen agenten te leveren"."""
    prefix = line.at(place - 2 - line.isa("inner_modals", place - 1))
    deeds = line.lexicon.words["deeds"]
    infinitives = [form for form in line.forms(place) if form.kind == "infinitive"]
    done = any(form.lemma in deeds and form.particle in ("", prefix) for form in infinitives)
    if not done and not _comes_with(line, place, prefix):
        return None
    cue = ((place, place + 1),)
    if denied_inside(line, place, zone, infinitive=True):
        return Reading("oppose", 2, cue, "complement deed, denied", denied="announce")
    return Reading("announce", 2, cue, "complement deed")


def _comes_with(line: Line, place: int, prefix: str) -> bool:
    """Dutch: whether it is said with what somebody comes: "zei met cijfers te komen"."""
    if line.isa("that", place - 1) or not line.lemmas(place) & line.lexicon.words["to_come"]:
        return False
    for at in range(place - 2, max(0, place - _CAME), -1):
        if line.is_sign(at) or line.any_of(("that", "purpose"), at):
            return False
        if line.at(at) == line.lexicon.settings["with"]:
            return prefix not in line.lexicon.words["prepositions"]
    return False


def _joins_in(line: Line, place: int, group: Group) -> bool:
    """English: whether a gerund says what somebody does: "was alone in opposing"."""
    return (
        not line.is_dutch
        and line.isa("doing_so", place - 1)
        and place - group.last <= BEFORE
        and any(form.kind == "gerund" for form in line.forms(place))
    )


def _of_noun(line: Line, place: int, group: Group) -> bool:
    """English: whether an infinitive goes with a noun: "noted a proposal for X to adopt Y"."""
    return any(
        line.isa("prepositions", at)
        and not line.any_of(("mark", "doing_so"), at)
        and not line.isa("unison", at + 1)  # "were at one in condemning"
        for at in range(group.last + 1, place)
    )


def _for_others(line: Line, place: int, group: Group) -> bool:
    """English: whether others are to do it: "that it was for the member states to decide"."""
    start = max(group.last + 1, place - BEFORE)
    near = range(place - 2, start - 1, -1) if line.isa("mark", place - 1) else range(0)
    at = next(
        (at for at in near if line.any_of(("for_others", "that"), at) or line.is_sign(at)), -1
    )
    return not line.is_dutch and line.isa("for_others", at) and not line.isa("echo", at + 1)


def _is_purpose(line: Line, place: int, group: Group) -> bool:
    """Whether the infinitive only says what for: "om ... te"."""
    for at in range(place - 1, max(group.finite, place - _PURPOSE), -1):
        if line.isa("purpose", at):
            return True
        if line.low[at] == "," or line.isa("that", at):
            return False
    return False
