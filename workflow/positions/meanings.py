"""What words of a stance mean beside a verb that gives them another sense: Dutch for the most part.

"bereid het te steunen" is support, "geen reden voor verzet" too; "was voor 2004 lid" is none.
"""

from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.particles import is_split
from workflow.positions.reading import Zone
from workflow.positions.yielding import given_up, is_given

_STANDING_BETWEEN = (
    "midfield",
    "degrees",
    "adverbs",
    "negations",
    "reflexive",
    "closing_particles",
    "set_in_signs",
)
_SHARED = 5
"""Words behind a verb of sharing within which it is said what is shared."""
FAR = 14
"""How many words behind a cue its verb may stand."""


def is_infinitive(line: Line, place: int) -> bool:
    """Whether `te` stands before a verb, or before its auxiliary: "te kunnen leven"."""
    if line.isa("mark", place - 1):
        return True
    return line.isa("inner_modals", place - 1) and line.isa("mark", place - 2)


def stands_against(line: Line, place: int) -> bool:
    """English: whether "against" says where somebody stands: "said that it was against a levy".

    Not where it belongs to what is done: "had done a great deal against smuggling".
    """
    at = place - 1
    while at > 0 and (line.any_of(_STANDING_BETWEEN, at) or line.low[at].endswith("ly")):
        at -= 1
    stands = line.lemmas(at) & line.lexicon.words["standing_verbs"]
    return bool(stands) or line.isa("standing_nouns", at)


def shares_a_fact(line: Line, lemma: str, verb: int, zone: Zone) -> bool:
    """English: whether what is shared is no view: "share a border", "share their experience"."""
    if line.is_dutch or lemma not in line.lexicon.words["having_in_common"]:
        return False
    near = range(verb + 1, min(zone.stop, verb + _SHARED))
    aside = line.first_phrase("told_aside", verb + 1, near.stop)
    return bool(aside) or any(line.isa("shared_facts", at) for at in near)


def named_thing(line: Line, place: int) -> bool:
    """English: whether a form of a verb is a noun: "the fight against fraud", "in support"."""
    if line.any_of(("determiners", "possessives"), place - 1):
        return True
    if any(form.kind == "gerund" for form in line.forms(place)):
        return False
    if line.isa("prepositions", place - 1) and not line.isa("mark", place - 1):
        return True
    ends = tuple(line.lexicon.words["describing_ends"])
    described = line.low[place - 1].endswith(ends) or line.isa("describing", place - 1)
    described = described and not line.finite(place - 1) and not line.isa("midfield", place - 1)
    return described and line.any_of(("determiners", "possessives"), place - 2)


def no_resistance(line: Line, place: int, zone: Zone) -> bool:
    """Dutch: whether what there is no reason for is resistance: "geen reden voor verzet".

    So is not to do a thing: "geen reden om niet in te stemmen".
    """
    refused = False
    for at in range(place, min(zone.stop, place + FAR) if line.is_dutch else place):
        if line.is_sign(at) or line.any_of(("that", "contrast"), at):
            return False
        against = {
            line.lexicon.verbs[form.lemma].stance
            for form in line.forms(at)
            if not form.particle or line.at(at - 2) == form.particle
        }
        if line.isa("mark", at - 1) and (refused or "oppose" in against):
            return refused != ("oppose" in against)
        refused = refused or line.isa("negations", at)
        noun = line.lexicon.cues.first(line.low, at)
        resists = noun and noun[1].zone == "object" and noun[1].stance in ("oppose", "concern")
        near = (noun[0] + 1, noun[0] + 2) if noun else ()
        made = any(
            line.isa("mark", verb - 1) and line.lemmas(verb) & line.lexicon.words["raising"]
            for verb in near
        )
        if resists and (line.isa("prepositions", at - 1) or made):
            return not refused
    return False


def ready_for(line: Line, place: int, stop: int, zone: Zone, *, denied: bool) -> str:
    """Dutch: for or against, by the verb that somebody is ready for: "bereid het te steunen"."""
    objects = False
    own = line.first_of("voiced_objections", range(stop, line.sign_from(stop))) >= 0
    for at in range(stop, min(zone.stop, stop + FAR)):
        if line.is_sign(at) or line.any_of(("that", "coordinators", "purpose"), at):
            break
        objects = objects or line.isa("voiced_objections", at)
        if objects and line.isa("let_go", at + 1) and is_infinitive(line, at):
            return "support"  # "bereid zijn bezwaren te laten varen"
        if not is_infinitive(line, at):
            continue
        for form in line.forms(at):
            stance = line.lexicon.verbs[form.lemma].stance
            prefix = line.at(at - 2 - line.isa("inner_modals", at - 1))
            if form.particle and prefix != form.particle:
                continue
            if stance == "decide" and line.isa("willing", place):
                return "support"
            gives_way = line.isa("willing", place) and form.lemma in line.lexicon.words["dropping"]
            if gives_way and (own or not denied):
                # "bereid van zijn bezwaren af te zien", "van een vast aandeel"
                return "support" if own else ""
            if stance in ("support", "oppose"):
                return stance
    return ""


def says_otherwise(line: Line, place: int, stop: int, cue: Cue, zone: Zone) -> bool:
    """Dutch: whether words that may be an opinion are part of a demand, a deed or a fact."""
    if cue.stance == "support" and line.helper(stop) == "modal":
        return True  # "dat het kader evenwichtig moet zijn": a demand
    if "passive" in (line.helper(place - 1), line.helper(stop)):
        return cue.zone == "clause" and any(form.kind == "participle" for form in line.forms(place))
    if cue.zone == "clause" and cue.stance == "reserve" and stop == place + 1:
        # "voorzichtig positief": the first word says how.
        return any(each.zone == "clause" and not each.verbs for _, each in line.cues(stop))
    return stop == place + 1 and line.isa("favouring", place) and not _is_for(line, stop, zone)


def aimed_at(line: Line, stop: int, cue: Cue) -> str:
    """English: what a verb behind a cue with "to" says: a view of its own, or an objection."""
    ends = ("mark", "view_words", "of", "doing_so")
    place = stop if line.any_of(ends, stop - 1) else stop + 1
    if not line.any_of(ends, place - 1):
        return ""
    stances = {
        line.lexicon.verbs[form.lemma].stance
        for form in line.forms(place)
        if form.kind in ("infinitive", "gerund")
        and (not form.particle or form.particle in line.low[place + 1 :][:3])
    }
    marked = line.isa("mark", stop - 1)
    if cue.stance == "announce" and marked and stances & {"support", "oppose", "decide"}:
        return "own"
    opens = line.lemmas(place) & line.lexicon.words["conceivable"]
    if cue.stance == "announce" and marked and opens:
        return "opening"  # "ready to contemplate"
    return "objecting" if cue.stance == "oppose" and "oppose" in stances else ""


def _is_for(line: Line, place: int, zone: Zone) -> bool:
    """Dutch: whether a thing that somebody is for ends the clause: "was voor een ruimere lijst".

    "is voor zijn gas afhankelijk van", "was voor 2004 geen lid" are facts.
    """
    if line.isa("possessives", place) or line.at(place)[:1].isdigit():
        return False
    for at in range(place, min(zone.stop, place + FAR)):
        if line.is_sign(at) or line.any_of(("that", "relatives", "purpose"), at):
            return True
        if line.isa("depending", at) or (line.cues(at) and line.finite(at + 1)):
            return False  # "dat het voor de zomer klaar is"
        opens = line.any_of(("articles", "negations"), at) and at > place
        if opens and not line.any_of(("prepositions", "coordinators"), at - 1):
            return False
    return True


def demands_behind(line: Line, place: int) -> bool:
    """Whether a colon stands at a place and a demand without a denial follows it."""
    behind = range(place, len(line))
    must = any(line.helper(at) == "modal" for at in behind)
    return line.at(place) == ":" and must and not any(line.isa("negations", at) for at in behind)


def put_out(line: Line, stop: int, lemma: str, zone: Zone) -> bool:
    """Dutch: whether a call for proposals is meant, by what is done with it: `openstellen`."""
    putting = line.lexicon.words["putting_out"]
    return lemma in putting or any(
        form.lemma in putting
        for at in range(stop, zone.stop)
        for form in line.forms(at)
        if not form.particle or form.particle in line.low[stop:at]
    )


def own_behind_that(line: Line, place: int, stop: int, cue: Cue) -> bool:
    """Whether a stance behind `dat` is one's own: "dat zijn zorgen zijn weggenomen".

    So is what "het" has: "dat het zorgen heeft over", not "dat het bezwaar heeft geleid tot".
    """
    it = line.is_dutch and line.isa("articles", place - 1) and line.isa("that", place - 2)
    if it and line.lexicon.pronouns.get(line.low[place - 1]) == "it":
        return line.helper(stop) == "have" and line.isa("prepositions", stop + 1)
    owned = line.isa("possessives", place - 1) or line.isa("possessives", place - 2)
    return owned and is_given(cue) and (given_up(line, place, stop) or _let_lie(line, stop))


def _let_lie(line: Line, stop: int) -> bool:
    """Whether a stance is not kept: "dat het zijn bedenkingen niet langer handhaaft"."""
    for at in range(stop, min(len(line), stop + FAR)):
        if line.is_sign(at):
            return False
        if line.isa("no_more", at) and line.isa("negations", at - 1):
            return True
    return False


def own_future(line: Line, place: int) -> bool:
    """Dutch: whether a clause with the speaker as its subject says what it will do.

    "dat het zal leveren", and not "dat het lastig zal worden".
    """
    found = line.nonfinite(place + 1, ("infinitive",)) or line.nonfinite(place - 1, ("infinitive",))
    return bool(
        line.is_dutch
        and found
        and line.finite(place)
        and found[0].lemma not in line.lexicon.words["linking"]
        and (
            found[0].lemma not in line.lexicon.auxiliaries
            or found[0].lemma in line.lexicon.words["acting"]
            or (line.isa("letting", place + 1) and line.nonfinite(place + 2, ("infinitive",)))
        )
        and found[0].lemma not in line.lexicon.words["impersonal"]
    )


def attributive(line: Line, place: int, stop: int) -> bool:
    """Whether an adjective describes a noun: "een belangrijk onderwerp"."""
    if line.isa("prepositions", place):
        return False  # "dat het tegen een heffing is"
    if line.is_dutch and line.lemmas(stop) & line.lexicon.words["judging"]:
        return False  # "zou dit wenselijk vinden"
    pointed = line.is_dutch and line.isa("pointing", place - 1) and line.is_sign(stop + 1)
    if pointed and line.lemmas(stop) & line.lexicon.words["weighing"]:
        return False  # "zou dit welkom zijn"
    if line.is_dutch and stop - place == 1 and _describes(line, place, stop):
        return True
    if line.isa("views_said", stop) and line.nonfinite(place, ("participle",)):
        return True  # "zijn eerder ingenomen standpunt"
    if not line.is_dutch and amount(line, place, stop):
        return True
    if stop - place > 1 or not line.isa("determiners", place - 1):
        return False
    if line.isa("articles", place - 1):
        ends = line.is_sign(stop) or line.any_of(("that", "purpose", "determiners"), stop)
        minded = line.is_dutch and line.isa("that", place - 2) and line.helper(stop) == "be"
        behind = line.isa("prepositions", stop + 1) and not line.isa("judged_by", stop + 1)
        ends = ends or (minded and behind)
        it = line.lexicon.pronouns.get(line.low[place - 1]) == "it"
        return not (it and ends)  # "was het onaanvaardbaar dat", "dat het bezorgd is over"
    return not line.is_sign(stop) and not line.any_of(
        ("prepositions", "that", "purpose", "and"), stop
    )


def amount(line: Line, place: int, stop: int) -> bool:
    """English: whether an adjective counts what there is: "there was sufficient support for"."""
    there = line.isa("expletive", place - 2) and line.helper(place - 1) == "be"
    noun = not line.is_sign(stop) and not line.any_of(
        ("prepositions", "that", "mark", "and", "midfield"), stop
    )
    return there and stop - place == 1 and noun and not line.isa("negations", place)


def participle_of_noun(line: Line, place: int) -> bool:
    """Dutch: whether a participle stands before its noun, behind "een" or any preposition."""
    done = line.nonfinite(place + 1, ("infinitive",)) and line.isa("of", place + 2)
    if done and line.any_of(("determiners", "prepositions"), place - 1):
        return True  # "had twijfels over het verplicht wegen van vangsten"
    if line.lexicon.pronouns.get(line.at(place - 1)) == "it":
        return _as_noun(line, place)  # not so "heeft het gesteund"
    if line.nonfinite(place - 1, ("infinitive",)) and _as_noun(line, place - 1):
        return True  # "was voor het laten vervallen van artikel 4"
    if line.any_of(("prepositions", "of"), place - 1):
        beside = ("prepositions", "that", "purpose", "and", "midfield", "determiners")
        ends = line.is_sign(place + 1) or line.any_of(beside, place + 1)
        # "tegen gesloten gebieden", "op bevroren vis", and not "heeft er voor gepleit vissers te"
        return not (ends or line.helper(place + 1) or is_split(line, place - 1))
    return line.isa("determiners", place - 1) and attributive(line, place, place + 1)


def _as_noun(line: Line, place: int) -> bool:
    """Dutch: whether an infinitive is a noun behind a preposition: "voor het ontzien van X"."""
    led = line.isa("prepositions", place - 2) and line.isa("of", place + 1)
    led = led or line.isa("of", place + 2)
    return led and line.nonfinite(place, ("infinitive",)) is not None


def _describes(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether an adjective and one before it describe a noun: "een matig positief beeld"."""
    return (
        line.isa("indefinite", place - 2)
        and line.isa("articles", place - 2)
        and not line.forms(place)
        and not line.is_sign(stop)
        and not line.forms(stop)
        and not line.any_of(("prepositions", "that", "purpose", "coordinators", "midfield"), stop)
    )


def glad_to_tell(line: Line, stop: int) -> bool:
    """English: whether somebody is only glad to tell something: "pleased to announce"."""
    if not line.isa("glad", stop - 1 - line.isa("mark", stop - 1)):
        return False
    told = stop + line.isa("mark", stop)
    told += 2 * (line.at(told) == "be" and line.isa("able_to", told + 1))
    told += line.isa("mark", told)
    return line.isa("mark", told - 1) and bool(
        line.lemmas(told) & line.lexicon.words["told_gladly"]
    )


def _others_hold(line: Line, verb: int) -> bool:
    """English: whether others hold a thing dear: "noted that consumers attached value to it"."""
    if line.is_dutch or not line.lemmas(verb) & line.lexicon.words["attaching"]:
        return False
    subject = verb - 1
    own = line.any_of(("echo", "mark", "coordinators", "midfield"), subject)
    own = own or bool(line.helper(subject)) or line.is_name(subject)
    return not (own or line.isa("possessives", subject - 1))


def parted(line: Line, place: int, cue: Cue) -> bool:
    """Dutch: whether a prefix before "te" makes another verb of it: "af te wijzen"."""
    prefix = line.at(place - 2) if line.isa("mark", place - 1) else ""
    return any(form.particle == prefix != "" for form in line.forms(place)) and not any(
        form.particle == prefix and form.lemma in cue.verbs for form in line.forms(place)
    )


def found_so(line: Line, stop: int, cue: Cue) -> bool:
    """Dutch: whether a clause says that a thing is so as it may be found: "dat het haalbaar is"."""
    judged = cue.verbs & line.lexicon.words["judging"]
    done = line.nonfinite(stop + 1, ("participle",)) is not None
    return line.is_dutch and bool(judged) and line.helper(stop) == "be" and not done


def is_lessened(line: Line, place: int) -> bool:
    """English: whether a worry is to be lessened or shared: "a fair sharing of the burden"."""
    if line.is_dutch:
        return False
    shared = line.isa("of", place - 1) and line.isa("shared_out", place - 2)
    return (
        shared
        or line.isa("easing", place - 1)
        or (line.isa("easing", place - 2) and line.any_of(("determiners", "midfield"), place - 1))
    )


def verb_near(line: Line, place: int, stop: int, cue: Cue, finite: int) -> bool:
    """Whether the verb of a cue stands beside it in the complement: "te kunnen leven met".

    Dutch has it behind: "dit standpunt te delen".
    """
    before = range(max(0, place - 2), place)
    due = any(line.helper(at) == "modal" for at in range(stop, stop + 2))
    if not cue.verbs or (line.is_dutch and cue.stance == "announce" and due):
        return False  # "dat de Commissie het voortouw moet nemen"
    behind = range(place + 1, min(len(line), place + FAR)) if line.is_dutch else range(0)
    closing = stop
    while line.is_dutch and closing < stop + 2 and line.helper(closing) not in ("", "be"):
        closing += 1  # "voor problemen zou kunnen stellen"
    found = line.helper(stop) != "be" and (line.lemmas(stop) | line.lemmas(closing)) & cue.verbs
    if line.is_dutch and stop != finite and found:
        return True  # "dat zij het haalbaar vonden"
    return any(
        at != finite and line.lemmas(at) & cue.verbs and not _others_hold(line, at) for at in before
    ) or any(
        line.lemmas(at) & cue.verbs and is_infinitive(line, at) and not parted(line, at, cue)
        for at in behind
    )
