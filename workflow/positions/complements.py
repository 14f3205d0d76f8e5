"""The words that go with a neutral verb: "gaf aan tevreden te zijn", "wees op het risico"."""

from dataclasses import dataclass

from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, Reading
from workflow.positions.verbgroups import Group, relative_end

_TURNED = {"support": "oppose", "oppose": "support", "announce": "oppose"}
_BEFORE = 6
"""How many words before a cue a denial may stand."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The words that go with a verb: places from `start` to `stop`, without those in `skip`."""

    start: int
    stop: int
    skip: frozenset[int] = frozenset()


def complements(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """The cues that go with a verb: the first, and others behind `maar` or a new `dat`."""
    found: list[Reading] = []
    is_open, mode = True, "object"
    judged = _judgement(line, group, zone)
    for place in outside_relatives(line, group, zone):
        if place in group.words or place == group.finite or place < judged:
            continue
        if place == judged and _is_excess(line, place):
            found.append(Reading("concern", 2, ((place, place + 2),), "complement excess"))
            is_open = False
            continue
        if line.isa("complementizers", place):
            if place > group.finite or not found:
                mode = "clause"
            continue
        is_open = is_open or _reopens(line, place)
        if not is_open:
            continue
        reading = _cue(line, place, mode, group, zone) or _inner_verb(
            line, place, mode, group, zone
        )
        if reading and reading.stance not in {one.stance for one in found}:
            if not found or reading.stance not in NEUTRAL:
                found.append(reading)
            is_open = False
    return found


def _judgement(line: Line, group: Group, zone: Zone) -> int:
    """Where the words stand that say what a thing is found to be; -1 where none do.

    "vond steun via een fonds te omslachtig": what stands before them is what is judged.
    """
    if (
        not line.isa("judging", group.finite)
        and group.verb.lemma not in line.lexicon.words["judging"]
    ):
        return -1
    for place in outside_relatives(line, group, zone):
        if line.isa("complementizers", place):
            return -1
        if place in group.words or place <= group.finite:
            continue
        if _is_excess(line, place):
            return place
        for stop, cue in line.lexicon.cues.at(line.low, place):
            listed = group.verb.lemma in cue.verbs and cue.zone != "object"
            predicate = listed or (not cue.verbs and cue.zone == "clause")
            if predicate and not _attributive(line, place, stop):
                return place
    return -1


def _is_excess(line: Line, place: int) -> bool:
    """Whether a word of too much stands before an adjective of which the lexicon says nothing."""
    return (
        line.isa("excess", place)
        and place + 1 < len(line)
        and not line.forms(place + 1)
        and not line.is_sign(place + 1)
        and not line.lexicon.cues.first(line.low, place)
    )


def outside_relatives(line: Line, group: Group, zone: Zone) -> list[int]:
    """The places of a zone outside relative clauses and other names."""
    kept: list[int] = []
    place = zone.start
    first_that = True
    while place < zone.stop:
        if place in zone.skip:
            place += 1
            continue
        if line.isa("relatives", place) and place > zone.start:
            said = line.isa("that", place) and (
                _after_saying(line, place, group) or (first_that and not line.is_dutch)
            )
            if not said:
                place = max(relative_end(line, place, zone.stop), place + 1)
                continue
            first_that = False
        kept.append(place)
        place += 1
    return kept


def turned(line: Line, place: int, stop: int, cue: Cue, zone: Zone) -> str:
    """The stance of a cue, turned round where a word of denial stands before it."""
    if cue.stance == "support" and weakened(line, place):
        return cue.negated
    for at in range(place - 1, max(zone.start, place - 1 - _BEFORE) - 1, -1):
        if line.is_sign(at) or line.any_of(("that", "purpose", "contrast"), at):
            break
        if line.isa("negations", at) and at not in zone.skip:
            if line.isa("not_denying", at + 1) and not line.isa("determiners", at):
                continue
            if line.isa("yet", at - 1) and cue.stance == "support":
                return "reserve"
            return cue.negated
    if line.isa("reflexives", place) and any(
        line.isa("negations", at) for at in range(place + 1, zone.stop) if at not in zone.skip
    ):
        return cue.negated
    return cue.negated if _denied_behind(line, place, stop, zone) else cue.stance


def denied_before(line: Line, verb: int) -> bool:
    """English: whether a denial stands between the subject and its verb: "no longer opposed"."""
    for place in range(verb - 1, max(-1, verb - 4), -1):
        if not line.isa("midfield", place):
            return False
        if line.isa("negations", place):
            return True
    return False


def weakened(line: Line, place: int) -> bool:
    """Whether words right before a place take support away: "weinig zinvol", "loath to accept"."""
    phrases = line.lexicon.phrases["weakening"]
    return any(
        stop == place
        for start in range(max(0, place - 3), place)
        for stop, _ in phrases.at(line.low, start)
    )


def _denied_behind(line: Line, place: int, stop: int, zone: Zone) -> bool:
    """Dutch: whether a denial closes the clause of a cue: "zag de noodzaak van het plan niet in".

    Behind a modal verb it may stand sooner: "mogen vissers niet betalen".
    """
    if not line.is_dutch:
        return False
    modal = line.helper(place) in ("can", "modal")
    for at in range(stop, zone.stop):
        if line.is_sign(at) or line.any_of(("that", "purpose", "relatives", "coordinators"), at):
            return False
        if line.isa("negations", at) and not line.isa("determiners", at) and at not in zone.skip:
            after = at + 1
            if line.isa("not_denying", after):
                return False
            after += line.isa("no_more", after)
            closing = any(
                each >= len(line) or line.is_sign(each) or line.isa("coordinators", each)
                for each in range(after, after + 3)
            )
            return closing or (modal and at - stop <= _BEFORE)
    return False


def denies(line: Line, place: int, stop: int) -> bool:
    """Whether one of the words of a cue denies: "geen voorstander"."""
    return any(line.isa("negations", at) for at in range(place, stop))


def _after_saying(line: Line, place: int, group: Group) -> bool:
    """Whether `dat` opens what is said and no description of a noun."""
    before = place - 1
    if before in group.words or before == group.finite or line.is_sign(before):
        return True
    if line.any_of(("midfield", "coordinators", "before_that"), before) or line.forms(before):
        return True
    return place - group.finite <= 4 and group.verb.carrier


def _reopens(line: Line, place: int) -> bool:
    """Whether a second statement may start here."""
    if line.isa("contrast", place) or line.low[place] == ";":
        return True
    if not line.isa("and", place) or place + 1 >= len(line):
        return False
    return line.isa("restarts", place + 1) or bool(line.lexicon.cues.first(line.low, place + 1))


def _cue(line: Line, place: int, mode: str, group: Group, zone: Zone) -> Reading | None:
    found = line.lexicon.cues.at(line.low, place)
    lemma = group.verb.lemma
    # Of the longest, the words that are listed with this very verb come first.
    for stop, cue in sorted(found, key=lambda one: (-one[0], lemma not in one[1].verbs)):
        fits = (
            not cue.verbs
            or group.verb.lemma in cue.verbs
            or _verb_near(line, place, stop, cue, group)
        )
        if not fits or stop > zone.stop or (cue.zone == "object" and mode == "clause"):
            continue
        if place and line.is_name(place):
            continue  # "European Solidarity Corps"
        planned = cue.stance == "announce" and mode == "clause" and not line.is_dutch
        if planned and not _same_subject(line, place, group):
            continue  # "that the Parliament would be ready to": not the speaker's plan
        if cue.zone == "clause" and _attributive(line, place, stop):
            continue
        if cue.stance == "support" and line.is_dutch and line.helper(stop) == "modal":
            continue  # "dat het kader evenwichtig moet zijn": a demand
        stance = turned(line, place, stop, cue, zone)
        if not line.is_dutch and mode == "object" and denied_before(line, group.finite):
            stance = cue.negated  # "no longer had concerns"
        if cue.zone == "clause" and stance in NEUTRAL and cue.stance in NEUTRAL:
            continue  # "mag" says something only where it is denied
        rule = f"complement {' '.join(line.low[place:stop])}"
        denied = cue.stance if stance != cue.stance or denies(line, place, stop) else ""
        return Reading(stance, cue.strength, ((place, stop),), rule, denied=denied)
    return None


def _verb_near(line: Line, place: int, stop: int, cue: Cue, group: Group) -> bool:
    """Whether the verb of a cue stands beside it in the complement: "te kunnen leven met".

    Dutch has it behind: "dit standpunt te delen".
    """
    before = range(max(0, place - 2), place)
    behind = range(place + 1, place + 5) if line.is_dutch else range(0)
    found = line.helper(stop) != "be" and line.lemmas(stop) & cue.verbs
    if line.is_dutch and stop != group.finite and found:
        return True  # "dat zij het haalbaar vonden"
    return any(at != group.finite and line.lemmas(at) & cue.verbs for at in before) or any(
        line.isa("mark", at - 1) and line.lemmas(at) & cue.verbs for at in behind
    )


def _attributive(line: Line, place: int, stop: int) -> bool:
    """Whether an adjective describes a noun: "een belangrijk onderwerp"."""
    if stop - place > 1 or not line.isa("determiners", place - 1):
        return False
    if line.isa("articles", place - 1):
        return True
    return not line.is_sign(stop) and not line.any_of(
        ("prepositions", "that", "purpose", "and"), stop
    )


def _inner_verb(line: Line, place: int, mode: str, group: Group, zone: Zone) -> Reading | None:
    """A verb inside the complement: "gaf aan het voorstel te steunen"."""
    forms = line.forms(place)
    if not forms or place <= group.finite:
        return None
    nested = line.isa("inner_modals", place - 1) and line.isa("mark", place - 2)
    infinitive = (nested or line.isa("mark", place - 1)) and not _is_purpose(line, place, group)
    named = line.is_dutch and line.isa("determiners", place - 1)  # "het voorschrijven van"
    infinitive = infinitive or _joins_in(line, place, group)
    echo = mode == "clause" and not named and _same_subject(line, place, group)
    if not infinitive and not echo:
        return None
    if infinitive and not line.is_dutch and mode == "object" and _of_noun(line, place, group):
        return None
    cue = ((place, place + 1),)
    for form in forms:
        verb = line.lexicon.verbs[form.lemma]
        parted = infinitive and form.particle and line.is_dutch
        if parted and line.at(place - 2) != form.particle:
            continue  # "toe te werken": the prefix stands before "te"
        if form.particle and not line.is_dutch and form.particle not in line.low[place + 1 :][:3]:
            continue  # "to speak in favour" is not "to speak against"
        if verb.carrier or verb.stance in NEUTRAL or (echo and form.kind == "participle"):
            continue
        denied = weakened(line, place) or any(
            line.isa("negations", at) for at in range(max(zone.start, place - _BEFORE), place)
        )
        stance = _TURNED.get(verb.stance, verb.stance) if denied else verb.stance
        if verb.stance == "decide":
            # What a speaker will accept or adopt is no decision yet.
            stance = "oppose" if denied else "support"
        if (
            denied
            and stance == "oppose"
            and _not_yet(line, max(zone.start, place - _BEFORE), place)
        ):
            stance = "reserve"
        base = verb.stance if denied else ""
        return Reading(stance, verb.strength, cue, f"complement verb {verb.lemma}", denied=base)
    if infinitive and line.helper(place) == "future":
        return Reading("announce", 2, cue, "complement future")
    return None


def _not_yet(line: Line, start: int, stop: int) -> bool:
    """Whether a denial is one for the time being: "nog niet te kunnen instemmen"."""
    phrases = line.lexicon.phrases["not_yet"]
    return any(phrases.first(line.low, place) for place in range(start, stop))


def _joins_in(line: Line, place: int, group: Group) -> bool:
    """English: whether a gerund says what somebody does: "was alone in opposing"."""
    return (
        not line.is_dutch
        and line.isa("doing_so", place - 1)
        and place - group.last <= _BEFORE
        and any(form.kind == "gerund" for form in line.forms(place))
    )


def _of_noun(line: Line, place: int, group: Group) -> bool:
    """English: whether an infinitive goes with a noun: "noted a proposal for X to adopt Y"."""
    return any(
        line.isa("prepositions", at) and not line.any_of(("mark", "doing_so"), at)
        for at in range(group.last + 1, place)
    )


def _is_purpose(line: Line, place: int, group: Group) -> bool:
    """Whether the infinitive only says what for: "om ... te"."""
    for at in range(place - 1, max(group.finite, place - 40), -1):
        if line.isa("purpose", at):
            return True
        if line.low[at] == "," or line.isa("that", at):
            return False
    return False


def _same_subject(line: Line, place: int, group: Group) -> bool:
    """Whether the clause behind `dat` has the speaker as its subject: "dat hij hoopt"."""
    for at in range(place - 1, max(group.finite, place - 40), -1):
        if line.isa("that", at):
            article = line.isa("articles", at + 1) and not line.any_of(
                ("determiners", "prepositions", "midfield", "negations"), at + 2
            )
            echoed = line.isa("echo", at + 1) and not article
            return echoed or (line.any_of(("self_words",), group.finite - 1) and _own(line, at + 1))
    return False


def _own(line: Line, place: int) -> bool:
    """Whether the own government is named: "ik heb aangegeven dat Nederland"."""
    place += line.isa("articles", place)
    name = line.lexicon.names.first(line.low, place) if place < len(line) else None
    return bool(name and name[1].actor == line.lexicon.settings["self_actor"])
