"""What something is to somebody: "acceptable to the UK", "blijft voor Hongarije onaanvaardbaar"."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from workflow.positions.adjectives import called
from workflow.positions.complements import complements
from workflow.positions.conditions import only_so, tied_consent
from workflow.positions.denials import denied_before, turned
from workflow.positions.denyingwords import subject_denied
from workflow.positions.excessive import excess, is_excess, too_much
from workflow.positions.forwhom import for_whom, phrased
from workflow.positions.lexicon import Cue, Verb
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import NEUTRAL, VIEWS, Reading, Zone
from workflow.positions.speakers import Speaker
from workflow.positions.stances import read_stances
from workflow.positions.verbgroups import Group, read_group

_NEAR = 9
"""How many words may stand between the verb and whoever finds something so."""
_SURE = 4
"""Words behind a verb within which opens what is so for somebody."""
_REACH = 60
"""How many words of a view count."""


def weighed(line: Line, mention: Mention) -> Speaker | None:
    """Whoever finds something good or bad: "is acceptable to the UK", "gaat Polen te ver"."""
    if not mention.actors or mention.part != "oblique" or mention.marker < 2:
        return None
    if not line.isa("weighed_by", mention.marker):
        return None
    found = _matters(line, mention) or _behind_judgement(line, mention)
    return found or _before_judgement(line, mention)


def _matters(line: Line, mention: Mention) -> Speaker | None:
    """English: whom it matters to: "What mattered most to Bulgaria was legal certainty"."""
    free = not line.is_dutch and line.isa("free_relatives", 0)
    if not free or not line.lemmas(1) & line.lexicon.words["mattering"]:
        return None
    if mention.marker > _NEAR or line.next_finite(2, mention.marker) >= 0:
        return None
    return _speaker(mention, [Reading("call", 2, ((1, 2),), f"matters {line.low[1]}", False)])


def _behind_judgement(line: Line, mention: Mention) -> Speaker | None:
    """Whoever stands behind the judgement: "was inconceivable for Austria that"."""
    marker = _edge(line, mention)
    verb = _weighing_verb(line, marker)
    if line.isa("mark", mention.stop):
        return None  # "important for farmers to receive help": not their view
    verdict = None if line.is_dutch else _behind_verdict(line, mention)
    if verdict or verb < 0:
        return verdict
    for place in range(verb + 1, marker):
        if line.is_dutch and line.isa("articles", place - 1):
            continue  # "is een akkoord voor X niet aan de orde": what is judged
        if line.isa("set_aside", place):
            continue  # "should be reserved for member states"
        for stop, cue in line.cues(place):
            if stop == marker and _judges(cue) and (not cue.verbs or cue.verbs & line.lemmas(verb)):
                stance = turned(line, place, stop, cue, Zone(verb, stop))
                no_more = not line.is_dutch and denied_before(line, verb)
                if marker < mention.marker or subject_denied(line, verb) or no_more:
                    stance = cue.negated  # "acceptable neither to X nor to Y", "no option was"
                rule = f"judged {line.low[place]}"
                reading = Reading(stance, cue.strength, ((place, stop),), rule)
                return _speaker(mention, [reading])
    beyond = max(0, marker - 2)
    if not line.is_dutch and is_excess(line, beyond):
        return _speaker(mention, [too_much(beyond)])
    expletive = line.low[verb - 1] in line.lexicon.words["presenting"]
    if expletive and line.isa("that", mention.stop) and marker > verb + 1:
        reading = Reading("inform", 1, ((verb + 1, marker),), "judged", False)
        return _speaker(mention, [reading])
    return None


def _behind_verdict(line: Line, mention: Mention) -> Speaker | None:
    """English: whoever stands behind a verdict with a verb of its own: "fell short for Malta"."""
    for place in range(max(0, mention.marker - _NEAR), mention.marker):
        alone = line.finite(place) and not line.any_of(("negations", "mark"), place - 1)
        alone = alone and not line.lemmas(place) & line.lexicon.words["coming_late"]
        for stop, cue in line.cues(place) if alone and not line.helper(place - 1) else ():
            if stop == mention.marker and cue.zone == "clause" and cue.stance == "concern":
                rule = f"judged {line.low[place]}"
                found = Reading(cue.stance, cue.strength, ((place, stop),), rule)
                return _speaker(mention, [found])
    return None


def _edge(line: Line, mention: Mention) -> int:
    """Where a judgement ends: before the name, or before the first of "neither to X nor to Y"."""
    for place in range(mention.marker - 1, max(0, mention.marker - _NEAR), -1):
        if line.isa("neither_first", place):
            return place
        if line.finite(place):
            break
    return mention.marker


def _weighing_verb(line: Line, stop: int) -> int:
    """The verb of a judgement that ends at a place, or -1."""
    for place in range(stop - 1, max(-1, stop - _NEAR), -1):
        if line.is_sign(place):
            return -1
        helped = any(line.helper(at) for at in range(max(0, place - 4), place))
        if not (line.lemmas(place) & line.lexicon.words["weighing"]):
            continue
        if line.finite(place) or helped:
            return place  # "would also be welcome to"
    return -1


def _judges(cue: Cue) -> bool:
    """Whether words say what something is found to be."""
    return cue.stance in VIEWS and cue.zone != "object"


def _before_judgement(line: Line, mention: Mention) -> Speaker | None:
    """Whoever stands before the judgement: "is voor Polen een brug te ver"."""
    verb = mention.marker - 1
    while verb > 0 and line.isa("midfield", verb):
        verb -= 1
    if line.is_dutch and not line.finite(verb):
        verb = _weighing_verb(line, mention.marker)
    if verb < 0 or not line.finite(verb) or line.isa("expletive", verb + 1):
        return None
    stop = _clause_end(line, mention.stop)
    weighs = line.lemmas(verb) & line.lexicon.words["weighing"]
    weighs = _would_weigh(line, mention, verb, stop) or weighs
    said = line.is_dutch and line.lemmas(verb) & line.lexicon.words["stretching"]
    prefers = line.is_dutch and line.helper(verb) == "have"
    owes = line.helper(verb) == "modal" or line.lemmas(verb) & line.lexicon.words["owing"]
    due = line.is_dutch and owes and verb + 1 == mention.marker
    if not (weighs or said or prefers or due):
        return None
    if _counts(line, mention.stop, stop):
        return None
    tied = None if line.is_dutch else tied_consent(line, mention.stop, stop, made=True)
    if tied:
        return _speaker(mention, [Reading("reserve", 2, (tied,), f"judged {line.low[tied[0]]}")])
    for place in range(mention.stop, stop if weighs else mention.stop):
        for end, cue in line.cues(place):
            bare = line.is_dutch and end == place + 1 and line.isa("favouring", place)
            fits = (not cue.verbs or cue.verbs & weighs) and not bare
            if _judges(cue) and fits and not line.isa("determiners", place - 1):
                stance = turned(line, place, end, cue, Zone(mention.stop, stop))
                if any(line.isa("neither", at) for at in range(mention.start, mention.stop)):
                    stance = cue.negated  # "voor X noch Y aanvaardbaar"
                rule = f"judged {line.low[place]}"
                view = Reading(stance, cue.strength, ((place, end),), rule)
                only = only_so(line, view)  # "is voor X alleen bespreekbaar wanneer"
                if only:
                    view = Reading("reserve", 2, only, "condition in two parts")
                return _speaker(mention, [view])
    found = phrased(line, mention.stop - 1, stop) if line.is_dutch else None
    if line.is_dutch and weighs and not found:
        zone = Zone(mention.stop, stop)
        found = excess(line, zone, weighed=True) or called(line, mention.stop, stop)
    if (prefers or due) and found and found.stance != "call":
        return None  # "heeft voor Malta genoeg gedaan"
    return _speaker(mention, [found]) if found else None


def _would_weigh(line: Line, mention: Mention, verb: int, stop: int) -> AbstractSet[str]:
    """Dutch: the verb of what a thing would be: "zou voor Malta een stap te ver zijn"."""
    would = line.helper(verb) == "future" and any(one.kind == "past" for one in line.finite(verb))
    together = (line.lexicon.settings["agentless_group"],)
    if not (line.is_dutch and would) or mention.actors == together:
        return frozenset()
    return line.lemmas(stop - 1) & line.lexicon.words["weighing"]


def _clause_end(line: Line, place: int) -> int:
    """The place of the next sign, or of a clause that follows."""
    while place < len(line) and not line.is_sign(place) and not line.isa("complementizers", place):
        place += 1
    return place


def viewed(line: Line, mention: Mention) -> Speaker | None:
    """A view that opens a clause: "Voor Nederland is het van belang", "For Malta, this was"."""
    verb = _verb_of_view(line, mention)
    if verb < 0:
        return None
    stop = _before_next(line, verb, min(len(line), verb + _REACH))
    span = frozenset(range(mention.start, mention.stop)).union(_links_noun(line, verb, stop))
    described = not line.is_dutch and verb != line.next_finite(mention.stop)
    zone = Zone(verb if described else mention.stop, stop, span)
    group = read_group(line, verb, stop)
    readings = read_stances(line, group, zone)
    weighing = line.lexicon.words["weighing"] | line.lexicon.words["stretching"]
    prefers = line.is_dutch and line.helper(verb) == "have"
    would = _would_weigh(line, mention, verb, _clause_end(line, verb))
    weighs = bool({*line.lemmas(verb), group.verb.lemma} & weighing) or prefers or bool(would)
    if readings[0].stance in NEUTRAL and weighs:
        lemma = next(iter(sorted(would)), group.verb.lemma)
        neutral = Group(verb, verb, -1, Verb(lemma, "inform", 1, True))
        readings = complements(line, neutral, zone) or readings
    due = _is_due(line, mention, verb)
    if due and readings[0].stance in (*NEUTRAL, "support"):
        readings = [due]
    beyond = excess(line, zone, weighed=bool(would)) if readings[0].stance in NEUTRAL else None
    if beyond:
        readings = [beyond]
    if _counts(line, mention.stop, stop):
        return None  # "For Malta, 5 million euros"
    given = readings[0].cue and line.isa("consents", readings[0].cue[-1][0])
    thing = line.is_dutch and weighs and given  # "is steun voor havens een voorwaarde"
    found = for_whom(line, mention, verb) if thing or readings[0].stance in NEUTRAL else None
    if not line.is_dutch and readings[0].stance in NEUTRAL:
        found = _idiom_at(line, verb)
    if found:
        readings = [found]
    if readings[0].stance in NEUTRAL and line.lemmas(verb) & line.lexicon.words["mattering"]:
        readings = [Reading("call", 2, ((verb, verb + 1),), f"matters {line.low[verb]}", False)]
    if readings[0].stance in NEUTRAL:
        readings = _told_of_it(line, mention, replace(zone, start=verb)) or readings
    judges = weighs and not group.passive and _judges_it(line, mention, verb)
    if readings[0].stance in NEUTRAL and not (judges or _speaks_for(line, mention, group)):
        return None
    return replace(_speaker(mention, readings), rule="view of", certain=False)


def _idiom_at(line: Line, verb: int) -> Reading | None:
    """English: what an idiom says of a thing that opens with its verb: "such a ban could wait"."""
    for stop, cue in line.cues(verb):
        if cue.stance in VIEWS and cue.zone == "clause" and not cue.verbs:
            return Reading(cue.stance, cue.strength, ((verb, stop),), f"view of {line.low[verb]}")
    return None


def _before_next(line: Line, verb: int, stop: int) -> int:
    """Dutch: where a main clause of its own begins behind a view: ", al zal het dit niet"."""
    for at in range(verb + 1, stop if line.is_dutch else 0):
        if line.low[at] == "," and line.isa("inverting", at + 1) and line.finite(at + 2):
            return at
    return stop


def _told_of_it(line: Line, mention: Mention, zone: Zone) -> list[Reading]:
    """English: what somebody says of a thing: "For Malta, small ports deserved a place"."""
    if line.is_dutch or line.at(mention.stop) != ",":
        return []
    neutral = Group(mention.marker, mention.marker, -1, Verb("", "inform", 1, True))
    told = complements(line, neutral, zone)
    return [one for one in told if one.stance in VIEWS][:1]


def _links_noun(line: Line, verb: int, stop: int) -> list[int]:
    """Dutch: prepositions behind the subject of a view: "Voor X was een uitzondering voor Y"."""
    if not line.is_dutch:
        return []
    return [
        at
        for at in range(verb + 2, stop)
        if (line.isa("favouring", at) or (line.isa("against", at) and _is_judged(line, at, stop)))
        and all(end == at + 1 for end, _ in line.cues(at))
    ]


def _is_judged(line: Line, place: int, stop: int) -> bool:
    """Whether a verdict stands behind a place: "zijn sancties tegen rederijen noodzakelijk"."""
    cues = (cue for at in range(place + 1, stop) for _, cue in line.cues(at))
    return any(cue.stance in VIEWS and cue.zone != "object" and not cue.verbs for cue in cues)


def _is_due(line: Line, mention: Mention, verb: int) -> Reading | None:
    """English: what must be in somebody's view: "For Malta, solidarity had to come first"."""
    must = line.helper(verb) == "modal"
    must = must or (line.helper(verb) == "have" and line.isa("mark", verb + 1))
    if line.is_dutch or not must or line.at(mention.stop) != ",":
        return None
    denied = line.isa("negations", verb + 1)
    return Reading(
        "oppose" if denied else "call", 3, ((verb, verb + 1),), "view of what is due", False
    )


def _counts(line: Line, start: int, stop: int) -> bool:
    """Whether figures stand in a clause, other than years and numbers of articles."""
    return any(
        line.low[at][:1].isdigit() and not line.is_year(at) and not line.isa("numbered", at - 1)
        for at in range(start, stop)
    )


def _judges_it(line: Line, mention: Mention, verb: int) -> bool:
    """Whether a view without a word of stance says what something is to its holder."""
    behind = verb + 1 if line.is_dutch else mention.stop
    if line.at(behind) == ",":
        return not line.isa("presenting", behind + 1)  # "For Malta, this was the first Council"
    it = line.lexicon.pronouns.get(line.at(behind)) == "it"
    if line.is_dutch and any(line.isa("that", at) for at in range(behind, behind + _SURE)):
        return True  # "Voor Malta staat vast dat"
    return it and any(line.any_of(("that", "purpose", "mark"), at) for at in range(verb, len(line)))


def _verb_of_view(line: Line, mention: Mention) -> int:
    """The verb behind a name that opens a clause as the holder of a view, or -1."""
    stop = mention.stop
    if line.is_dutch:
        return stop if line.finite(stop) else -1
    if line.at(stop) == ",":
        return _behind_relative(line, stop + 2, line.next_finite(stop))
    verb = line.next_finite(stop)
    pointed = line.any_of(("presenting", "determiners"), stop) or line.helper(verb) == "be"
    return verb if pointed else -1


def _behind_relative(line: Line, start: int, verb: int) -> int:
    """English: the verb behind a clause about the subject: "any text that left it out was"; or -1.

    The verb that was found is its own where none opens before it.
    """
    if verb < 0 or not any(line.isa("relatives", at) for at in range(start, verb)):
        return verb
    group = read_group(line, verb, len(line))
    return line.next_finite(max(group.last, verb) + 1)


def _speaks_for(line: Line, mention: Mention, group: Group) -> bool:
    """English: whether somebody speaks for a body: "For the Commission, Mr Roe explained"."""
    spoken = group.verb.lemma in line.lexicon.words["speaking"]
    return not line.is_dutch and spoken and line.at(mention.stop) == ","


def _speaker(mention: Mention, readings: list[Reading]) -> Speaker:
    return Speaker(mention.actors, tuple(readings), "judged by", mention.start, mention)
