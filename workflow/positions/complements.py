"""The words that go with a neutral verb: "gaf aan tevreden te zijn", "wees op het risico"."""

from dataclasses import replace

from workflow.positions.conditions import is_stock
from workflow.positions.denials import (
    denied_before,
    denied_opinion,
    denies,
    not_held,
    points_at,
    turned,
)
from workflow.positions.excessive import is_excess, is_too_much
from workflow.positions.faults import (
    finds_no_fault,
    grasped_behind,
    is_minor,
    is_wished,
    shared_behind,
    takes_side,
    tells_behind,
    told_behind,
)
from workflow.positions.innerverbs import inner_verb, is_weighed
from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.meanings import (
    aimed_at,
    attributive,
    demands_behind,
    found_so,
    glad_to_tell,
    is_lessened,
    no_resistance,
    own_behind_that,
    put_out,
    ready_for,
    says_otherwise,
    stands_against,
    verb_near,
)
from workflow.positions.mustnot import must_not, not_alone
from workflow.positions.ownclauses import only_possible, same_subject
from workflow.positions.reading import NEUTRAL, Reading, Zone
from workflow.positions.sideless import takes_no_side
from workflow.positions.turning import DENIED_INSIDE
from workflow.positions.verbgroups import Group
from workflow.positions.wordorder import circumstance, describes_noun, relative_end, somewhat
from workflow.positions.yielding import own_fate


def complements(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """The cues that go with a verb: the first, and others behind `maar` or a new `dat`."""
    found: list[Reading] = []
    echoed = not line.is_dutch and line.isa("echo", group.last + 1)  # "said it wanted"
    described = group.verb.lemma in line.lexicon.words["describing_as"]  # "the levy as a mistake"
    is_open, mode = True, "clause" if echoed or described else "object"
    judged, opined = _judgement(line, group, zone), denied_opinion(line, group, zone)
    own, those = {*group.words, group.finite}, line.has("those")
    for place in outside_relatives(line, group, zone):
        if place in own or place < judged:
            continue
        if place == judged and is_excess(line, place):
            found.append(Reading("concern", 2, ((place, place + 2),), "complement excess"))
            is_open = False
            continue
        if those and line.isa("those", place - 1) and line.isa("relatives", place):
            mode = "those"  # "was among those who had doubts"
            continue
        if those and _those_doing(line, place, group):
            mode = "those"  # "joined those pressing for"
        if line.isa("complementizers", place) and not points_at(line, place):
            if is_weighed(line, place):
                break  # "was considering whether measures were needed"
            if place > group.finite or not found:
                mode = "clause"
            continue
        if not is_open and not (line.low[place] == ";" or line.any_of(("and", "contrast"), place)):
            continue
        if not is_open and not shared_behind(line, place, zone.stop):
            is_open = _reopens(line, place, found) or _goes_on(line, place, group, zone)
        if not is_open:
            continue
        if mode == "clause" and line.is_dutch and is_too_much(line, place):
            found.append(Reading("concern", 2, ((place, place + 2),), "complement excess"))
            is_open = False
            continue
        fate = own_fate(line, place, zone.stop) if 0 < place - group.last <= 2 else None
        reading = fate or _cue(line, place, mode, group, zone)
        reading = reading or inner_verb(line, place, mode, group, zone)
        if reading and line.is_dutch and mode == "object":
            reading = _governing(line, place, reading, mode, group, zone)
        if reading and opined and place >= opined and not reading.denied:
            reading = not_held(reading)
        if reading and reading.stance not in {one.stance for one in found}:
            if found and found[0].stance == "none":
                found.clear()  # "een bespreking had geen meerwaarde": it is what is judged
            if not found or reading.stance not in NEUTRAL:
                found.append(reading)
            is_open = reading.stance == "none" and place < line.first_finite
    return found or told_behind(line, group, zone)


def _governing(
    line: Line, place: int, reading: Reading, mode: str, group: Group, zone: Zone
) -> Reading | None:
    """Dutch: the reading, or that of the infinitive whose object the words are.

    "Liet weten het verzoek te steunen", "een akkoord op tafel te zullen leggen"; not where an
    objection is shared or understood, which is joined.
    """
    if reading.denied:
        return reading
    stop = reading.cue[-1][1]
    if reading.stance == "decide" and (
        is_wished(line, stop, zone) or line.first_of("purpose", range(group.last + 1, place)) >= 0
    ):  # "tot een akkoord te willen komen", "zette alles op alles om een akkoord te bereiken"
        return replace(reading, stance="announce")
    noun = line.isa("determiners", place) or line.isa("determiners", place - 1)
    described = line.at(place - 1).endswith("e") and not line.isa("mark", place - 1)
    meant = line.isa("mark", stop) and line.isa("inner_modals", stop + 1)
    if place <= group.last or not (noun or described or meant):
        return reading
    if any(line.isa("voiced_objections", at) for at in range(place, stop)):
        heeded = line.first_phrase("taken_to_heart", stop, zone.stop)
        cue = (*reading.cue, heeded[:2]) if heeded else ()
        if heeded:
            return Reading("support", 1, cue, "complement heeded")
        return grasped_behind(line, stop, zone) or reading
    wished = reading.stance in ("call", "announce")  # "het verzoek de termijn te verlengen"
    if wished and not meant and not line.isa("of", stop):
        return reading  # not so "gaf aan het verzoek te zullen beoordelen"
    for at in range(stop, zone.stop):
        if line.is_sign(at) or line.any_of(("that", "relatives", "purpose", "and"), at):
            return reading
        owner = line.is_name(at) or line.any_of(("of", "articles", "mark"), at)
        if wished and not owner:
            return reading
        if line.isa("mark", at):
            if line.lemmas(at + 1) & line.lexicon.words["judging"]:
                # "verklaarde het akkoord onaanvaardbaar te vinden": what is judged
                return reading if at == stop else None  # "X een goed idee te vinden"
            inner = inner_verb(line, at + 1, mode, group, zone)
            tells = ("support", "oppose", "announce")
            return inner if inner and inner.stance in tells else reading
    return reading


def _those_doing(line: Line, place: int, group: Group) -> bool:
    """English: whether a gerund says what those do whose side somebody takes."""
    return (
        not line.is_dutch
        and line.isa("those", place - 1)
        and group.verb.lemma in line.lexicon.words["siding"]
        and any(form.kind in ("gerund", "participle") for form in line.forms(place))
    )


def _judgement(line: Line, group: Group, zone: Zone) -> int:
    """Where the words stand that say what a thing is found to be; -1 where none do.

    "vond steun via een fonds te omslachtig": what stands before them is what is judged.
    """
    declares = group.verb.lemma in line.lexicon.words["declaring"]
    judges = declares or group.verb.lemma in line.lexicon.words["judging"]
    if not (judges or line.isa("judging", group.finite)):
        return -1
    for place in outside_relatives(line, group, zone):
        if line.isa("complementizers", place):
            return -1
        if place in group.words or place <= group.finite:
            continue
        if is_excess(line, place) and not declares:
            return place
        for stop, cue in line.cues(place):
            listed = group.verb.lemma in cue.verbs and cue.zone != "object"
            predicate = listed or (not cue.verbs and cue.zone == "clause")
            if predicate and not attributive(line, place, stop):
                return place
    return -1


def outside_relatives(line: Line, group: Group, zone: Zone) -> list[int]:
    """The places of a zone outside relative clauses and other names."""
    kept: list[int] = []
    onward, first_that = zone.start, True
    relatives = line.places_of("relatives", zone.start, zone.stop)
    if not relatives:
        return [place for place in range(zone.start, zone.stop) if place not in zone.skip]
    for place in range(zone.start, zone.stop):
        if place < onward or place in zone.skip:
            continue
        opens = place in relatives and not points_at(line, place)
        if opens and place > zone.start and not somewhat(line, place):
            said = line.isa("that", place) and (
                _after_saying(line, place, group) or (first_that and not line.is_dutch)
            )
            those = line.isa("those", place - 1) and not line.is_dutch
            if those and group.verb.lemma in line.lexicon.words["siding"]:
                said = True  # "was among those who had doubts"
            if not said:
                onward = relative_end(line, place, zone.stop)
                continue
            first_that = False
        kept.append(place)
    return kept


def _after_saying(line: Line, place: int, group: Group) -> bool:
    """Whether `dat` opens what is said and no description of a noun."""
    before = place - 1
    if before in group.words or before == group.finite or line.is_sign(before):
        return True
    if line.any_of(("midfield", "coordinators", "before_that"), before) or line.forms(before):
        return True
    return place - group.finite <= 4 and group.verb.carrier and not describes_noun(line, place)


def _reopens(line: Line, place: int, found: list[Reading]) -> bool:
    """Whether a second statement may start here, and no other thing: "het belang van A en B"."""
    if line.isa("contrast", place) or line.low[place] == ";":
        return True
    if not line.isa("and", place) or place + 1 >= len(line):
        return False
    listed = line.is_dutch and bool(found) and found[-1].stance == "call"
    listed = listed and line.isa("of", found[-1].cue[-1][1])
    if listed and not line.any_of(("determiners", "possessives", "restarts"), place + 1):
        return False
    return line.isa("restarts", place + 1) or bool(line.cues(place + 1))


def _goes_on(line: Line, place: int, group: Group, zone: Zone) -> bool:
    """Dutch: whether a second infinitive follows: "dit te betreuren en het niet te steunen"."""
    if not line.is_dutch or not line.isa("and", place):
        return False
    before = any(line.isa("mark", at) for at in range(group.last + 1, place))
    for at in range(place + 1, zone.stop if before else 0):
        if line.is_sign(at) or line.any_of(("that", "relatives", "purpose"), at):
            return False
        if line.isa("mark", at):
            return True
    return False


def _cue(line: Line, place: int, mode: str, group: Group, zone: Zone) -> Reading | None:
    """The stance of the longest cue at a place that fits the verb beside it, or None."""
    found = line.cues(place)
    lemma = group.verb.lemma
    # Of the longest, the words that are listed with this very verb come first.
    for stop, cue in sorted(found, key=lambda one: (-one[0], lemma not in one[1].verbs)):
        if is_stock(line, place, stop) or stop > zone.stop:
            continue
        if not _fits(line, place, stop, cue, mode, group, zone):
            continue
        aimed = "" if line.is_dutch else aimed_at(line, stop, cue)
        if aimed == "own":
            continue  # "prepared to accept": the verb tells
        if aimed == "opening" and turned(line, place, stop, cue, zone) == cue.stance:
            return Reading("support", 1, ((place, stop + 1),), "complement opening")
        stance = turned(line, place, stop, cue, zone)
        if stance == "inform" and line.is_dutch and not_alone(line, place, stop):
            return Reading("call", 2, ((place, stop),), "complement not that alone")
        if stance == "call" and only_possible(line, place, stop, group):
            continue
        if stance == "call" and cue.zone == "clause" and must_not(line, place, stop):
            stance = "oppose"
        if stance == "oppose" and line.isa("unbending", place) and demands_behind(line, stop):
            stance = "call"  # "was onverbiddelijk: het fonds moet open"
        needed = line.isa("needing", stop - 1) and line.any_of(("that", "mark"), stop)
        if needed and stance == "support" and not line.is_dutch:
            stance = "call"  # "considered it essential that"
        if aimed == "objecting" and denies(line, place, stop):
            stance = "support"  # "saw no reason to oppose"
        if not line.is_dutch and mode == "object" and denied_before(line, group.finite):
            stance = cue.negated  # "no longer had concerns"
        easy = cue.stance == "concern" and stance == "inform" and mode == "object"
        if easy and group.verb.lemma in line.lexicon.words["unworried"]:
            stance = "support"  # "had no criticism"
        if cue.zone == "clause" and stance in NEUTRAL and cue.stance in NEUTRAL:
            continue  # "mag" says something only where it is denied
        rule = f"complement {' '.join(line.low[place:stop])}"
        denied = cue.stance if stance != cue.stance or denies(line, place, stop) else ""
        if cue.stance == "announce" and line.is_dutch:
            ready = ready_for(line, place, stop, zone, denied=bool(denied))
            if ready:
                stance = DENIED_INSIDE[ready] if denied else ready
        elif cue.stance == "concern" == stance and is_minor(line, place, stop, group):
            stance, denied = "support", "concern"
        elif cue.stance == "oppose" == stance and (
            (denied and no_resistance(line, stop, zone)) or finds_no_fault(line, place, stop)
        ):
            stance, denied = "support", "oppose"
        return Reading(stance, cue.strength, ((place, stop),), rule, denied=denied)
    return None


def _fits(line: Line, place: int, stop: int, cue: Cue, mode: str, group: Group, zone: Zone) -> bool:
    """Whether the words of a cue tell something beside this verb, about its own subject."""
    if cue.verbs and not _closed_by(line, place, stop, cue, group):
        standing = line.lexicon.words["standing"]
        beside = (
            (line.isa("reflexive", place - 1) and not cue.verbs.isdisjoint(standing))
            or group.verb.lemma in cue.verbs
            or (mode == "clause" and found_so(line, stop, cue))
            or verb_near(line, place, stop, cue, group.finite)
        )
        if not beside or not goes_with(line, group, place, stop):
            return False
    if not line.is_dutch and line.isa("siding_word", place) and stop == place + 1:
        stands = group.lexical == group.finite and line.helper(group.finite) in ("be", "keep")
        plain = mode == "object" and (cue.verbs or stands)
        if not plain and not stands_against(line, place):
            return False  # "said that it had done a great deal against smuggling"
    if cue.zone == "object" and mode == "clause" and not own_behind_that(line, place, stop, cue):
        return False
    if not line.is_dutch and (glad_to_tell(line, stop) or line.isa("than", stop)):
        return False  # "pleased to report that", "national rather than European"
    if cue.zone == "object" and line.isa("citing", place - 1 - line.isa("determiners", place - 1)):
        return False  # "conform de wens van de Kamer"
    if cue.zone == "object" and line.isa("of", stop) and _at_request(line, place):
        return False  # "gaf op verzoek van Malta een toelichting"
    if (
        line.is_dutch
        and line.isa("tenders", stop - 1)
        and put_out(line, stop, group.verb.lemma, zone)
    ):
        return False  # "zal een oproep voor projecten openstellen"
    if line.is_dutch and line.helper(stop - 1) == "want" and takes_side(line, stop):
        return False  # "te willen steunen"
    if line.is_dutch and line.isa("mark", place - 1) and line.helper(place) == "modal":
        return False  # "om hun plannen in te dienen"
    if cue.stance == "concern" and (is_lessened(line, place) or line.isa("remaining", place - 1)):
        return False  # "schetste de resterende knelpunten", "its aim was to reduce the burden"
    if place and (line.is_name(place) or takes_no_side(line, place, stop, cue)):
        return False  # "European Solidarity Corps", "indien nodig"
    if (
        cue.stance == "announce"
        and mode == "clause"
        and not (line.is_dutch or same_subject(line, place, group))
    ):
        return False  # "that the Parliament would be ready to": not the speaker's plan
    if cue.zone == "clause" and (attributive(line, place, stop) or tells_behind(line, place)):
        return False
    dutch = line.is_dutch and cue.zone != "object"
    return not (dutch and says_otherwise(line, place, stop, cue, zone))


def _at_request(line: Line, place: int) -> bool:
    """Dutch: whether a noun only says at whose request: "op uitdrukkelijk verzoek van"."""
    described = line.isa("at_request", place - 2) and not line.isa("determiners", place - 1)
    return line.isa("requests", place) and (line.isa("at_request", place - 1) or described)


def goes_with(line: Line, group: Group, place: int, stop: int) -> bool:
    """Whether a preposition that is a cue by itself goes with the verb: "pleitte tegen een verbod".

    Not where another one comes before it: "pleitte voor maatregelen tegen fraude". What only says
    when or where may stand between.
    """
    if line.isa("reflexives", place) and line.is_dutch:
        joined = (line.isa("and", at) for at in range(group.last + 1, place))
        return not any(joined)  # "niet bezwaarlijk vond en zich achter het plan schaarde"
    if stop - place > 1 or not line.isa("prepositions", place):
        return True
    if line.isa("demonstratives", stop) and line.isa("temporal", stop + 1):
        return False  # "op dit moment"
    start = group.finite + 1 if line.is_dutch else group.lexical + 1
    commas = [at for at in range(start, place) if line.low[at] == ","]
    inserted = range(commas[0], commas[-1]) if commas else range(0)  # ", conform de brief aan X,"
    if not line.is_dutch and line.isa("closing_particles", start):
        start += 1  # "spoke out most strongly against"
    cited = next((at for at in range(start, place) if line.isa("citing", at)), place)
    return not any(
        line.any_of(("complementizers", "leads_that"), at)  # "ervoor de strijd tegen X"
        or (
            line.isa("prepositions", at)
            and not circumstance(line, at)
            and not line.isa("own_words", at + 1)
            and not (line.is_dutch and (line.isa("mark", at) or line.isa("admitted", at + 1)))
        )  # "kan naar eigen zeggen met X leven"
        for at in range(start, place)
        if at not in group.words
        and at not in inserted
        and not (at == cited or (at > cited and line.isa("of", at)))
    )


def _closed_by(line: Line, place: int, stop: int, cue: Cue, group: Group) -> bool:
    """Dutch: whether the verb of a cue closes what the speaker says of itself.

    "dat Nederland tegen een verhoging is".
    """
    verb = line.next_finite(stop) if line.is_dutch and cue.verbs else -1
    last = verb if line.is_sign(verb + 1) else verb + 1
    if verb < 0 or not line.is_sign(last + 1):
        return False
    closes = any(line.lemmas(at) & cue.verbs for at in (last - 1, last) if at >= stop)
    return closes and same_subject(line, place, group)
