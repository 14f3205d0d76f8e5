"""Conditions: what makes a reserve of support, or adds one to it: `mits`, "provided that"."""

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group

ONLY_IF = "only if"
"""The rule of what is asked for as the one way."""
_NEAR = 6
"""Words behind a verb within which a word such as "alleen" may stand."""
_CONDITION = 3
"""Words behind consent within which a condition opens that only it has."""
_SENTENCE = 40
"""Words behind "that" within which stands what is the only way."""
_THINGS = ("determiners", "midfield", "pointing", "expletive", "possessives")
"""Classes of words with which a clause behind "als" opens."""
_TIED = ("support", "decide", "announce")
"""Stances that a price or a return ties to something."""


def with_condition(line: Line, group: Group, zone: Zone, readings: list[Reading]) -> list[Reading]:
    """A condition such as `mits` makes a reserve of what is said, or adds one to it."""
    if any(one.stance == "reserve" or one.rule == ONLY_IF for one in readings):
        return readings
    parts = _two_parts(line, group, zone) or only_so(line, readings[0])
    if parts and (readings[0].stance in _TIED or _wishes_to_assent(line, group, zone)):
        return [Reading("reserve", 2, parts, "condition in two parts")]
    fronted = (_opened if line.is_dutch else _fronted)(line, group, readings[0])
    if fronted:
        return [fronted]
    if readings[0].stance in _TIED:
        tied = None if line.is_dutch else _tied(line, zone)
        tied = tied or _would_if(line, group, zone, readings[0])
        if tied:
            return [tied]
    conditions = line.lexicon.phrases["conditional"]
    for place in conditions.places(line.low, zone.start, zone.stop):
        found = conditions.first(line.low, place)
        if not found or place in zone.skip:
            continue
        participle = any(form.kind == "participle" for form in line.forms(place))
        verb = line.is_sign(found[0]) or line.any_of(("prepositions", "indefinite"), found[0])
        if participle and found[0] == place + 1 and verb:
            continue  # "the information provided by the delegation"
        if participle and any(line.helper(at) for at in (place - 1, place - 2)):
            continue  # "would have provided the certainty"
        condition = Reading("reserve", 2, ((place, found[0]),), f"condition {found[1]}")
        first = readings[0].stance
        if line.isa("waited_for", place) and not _is_awaited(line, place, readings[0]):
            continue
        if first == "inform" and line.isa("lasting", place):
            continue  # "groeit zolang er geen mensen bijkomen": no condition of one's own
        behind = range(found[0], found[0] + _CONDITION)
        lies = line.isa("mark", found[0] - 1) and first not in _TIED
        if lies and any(line.isa("checked_by", at) for at in behind):
            continue  # "presented a text that allows it, subject to prior authorisation"
        only = not line.is_dutch and line.isa("restricting", place) and first in _TIED
        hangs = _hanging(line, zone, place, found[0])
        if hangs == "consent":
            gone = (*_TIED, "inform")
            return [*(each for each in readings if each.stance not in gone), condition]
        if hangs == "fact":
            continue
        if only or first == "inform" or (group.helper == "can" and first in ("support", "decide")):
            return [condition]
        return [*readings, condition] if first not in ("none", "concern") else readings
    return readings


def _hanging(line: Line, zone: Zone, start: int, stop: int) -> str:
    """English: what depends on something: own `consent`, or a `fact`; else an empty string.

    "Its agreement would depend on the price", "its industry depended on gas"; what "much would
    depend on" is still a condition.
    """
    places, hinging = range(start, stop), line.lexicon.words["hinging"]
    hangs = any(line.lemmas(at) & hinging for at in places)
    if not hangs and line.first_of("dependent", places) < 0:
        return ""
    first = start
    while first > zone.start and not (
        line.is_sign(first - 1) or line.any_of(("that", "contrast"), first - 1)
    ):
        first -= 1
    subject = range(first, start)
    kinds = ("assents", "spoken_support")
    nouns = [at for at in subject if line.any_of(kinds, at)]
    if hangs and nouns and line.isa("possessives", nouns[-1] - 1):
        return "consent"
    told = nouns or any(line.any_of(("decisions", "hanging_all"), at) for at in subject)
    return "" if told or not subject else "fact"


def _is_awaited(line: Line, place: int, reading: Reading) -> bool:
    """English: whether consent is held back until a thing is done: "could not agree until".

    Not where it is the thing itself that lasts: "could not accept that it would run until".
    """
    if reading.stance != "oppose" or not reading.cue:
        return False
    stop = reading.cue[-1][1]
    stances = {line.lexicon.verbs[form.lemma].stance for form in line.forms(stop - 1)}
    if not (reading.denied or stances & {"support", "decide"}):  # "unable to support"
        return False
    for at in range(stop, place):
        named = line.any_of(("determiners", "possessives"), at - 1)  # "to the wording until"
        if line.any_of(("that", "relatives"), at) or (line.low[at].endswith("ing") and not named):
            return False
    return line.next_finite(place, line.sign_from(place)) >= 0


def tied_consent(line: Line, start: int, stop: int, *, made: bool) -> tuple[int, int] | None:
    """English: what hangs on a condition: "a condition of its agreement"; None where nothing does.

    With `made` a verb says what the condition is, and the consent needs no owner.
    """
    for place in range(start, stop - 2):
        if not line.isa("condition_nouns", place) or not line.isa("condition_links", place + 1):
            continue
        noun = place + 2
        owned = line.any_of(("possessives", "any_sort"), noun) or line.owns(noun)
        noun += owned
        if (owned or made) and line.any_of(("assents", "spoken_support", "agreed_nouns"), noun):
            return place, noun + 1
    return None


def conditional(line: Line, group: Group, zone: Zone) -> Reading | None:
    """English: whoever sets conditions for consent: "attached conditions to its support"."""
    if line.is_dutch or group.passive:
        return None
    lemma, words = group.verb.lemma, line.lexicon.words
    made = lemma in words["making_conditions"]
    found = tied_consent(line, group.last + 1, zone.stop, made=made)
    if not found:
        return None
    own = (*group.cue, found)
    rule = f"verb {lemma} + {line.low[found[0]]}"
    denied = any(line.isa("negations", at) for at in range(group.finite + 1, found[0]))
    if denied or lemma in words["condition_met"]:
        return Reading("support", 2, own, rule, denied="reserve")
    return Reading("reserve", 3, own, rule)


def _fronted(line: Line, group: Group, reading: Reading) -> Reading | None:
    """English: a condition that opens the sentence: "Were the ceiling to be raised, it agreed"."""
    comma = next((at for at in range(len(line)) if line.low[at] == ","), -1)
    if not 0 < comma < group.finite or reading.stance not in ("support", "decide", "oppose"):
        return None
    opening = line.lexicon.phrases["conditional"].first(line.low, 0)
    if line.isa("met_conditions", 0) and any(line.helper(at) == "have" for at in range(comma)):
        return None  # "Once the reference had been dropped, it could agree"
    turned = line.isa("turned_if", 0) and bool(line.helper(0))
    may = group.helper in ("can", "want", "future") or line.helper(group.finite) == "can"
    if reading.stance == "oppose" and not (opening and line.isa("unless", 0)):
        return None
    if not (opening or ((turned or line.isa("if_words", 0)) and may)):
        return None
    stop = opening[0] if opening else 1
    return Reading("reserve", 2, ((0, stop), *reading.cue), "condition first")


def _opened(line: Line, group: Group, reading: Reading) -> Reading | None:
    """Dutch: a condition that opens the sentence: "Pas als de cijfers er zijn, kan X instemmen"."""
    if reading.stance not in _TIED or group.finite < 2:
        return None
    stop = 1
    if line.isa("restricting", 0):
        only = line.isa("if_words", 1) or (line.isa("prepositions", 1) and not line.isa("yet", 1))
        stop = 2
        if not only or (line.isa("if_when", 0) and not line.isa("if_words", 1)):
            return None  # "Pas in 2027 zal de Commissie een voorstel doen"
    elif (
        not (line.isa("if_words", 0) and line.at(group.finite - 1) == ",")
        or group.helper not in ("can", "future", "want")
        or reading.stance == "announce"
    ):
        return None
    return Reading("reserve", 2, ((0, stop), *reading.cue), "condition first")


def _tied(line: Line, zone: Zone) -> Reading | None:
    """English: what support is given for: "its support in return for a longer transition"."""
    found = line.first_phrase("conditional_support", zone.start, zone.stop)
    if found is None:
        return None
    place, stop, words = found
    return Reading("reserve", 2, ((place, stop),), f"condition {words}")


def _would_if(line: Line, group: Group, zone: Zone, reading: Reading) -> Reading | None:
    """What support hangs on behind it: "could support it if the date were moved", "als dit"."""
    if reading.stance == "announce" or reading.denied or not reading.cue:
        return None
    stop = reading.cue[-1][1]
    near = range(group.finite, stop)
    would = next((at for at in near if line.helper(at) in ("can", "want", "future")), -1)
    for place in range(stop, zone.stop if would >= 0 else stop):
        if line.isa("contrast", place) or line.low[place] == ";":
            break
        if line.is_dutch and line.isa("that", place):
            break  # "kon ermee instemmen dat dit als delict wordt omschreven"
        where = line.lexicon.phrases["where_needed"].first(line.low, place)
        if line.isa("on_condition_if", place) and not where:
            if line.any_of(("not_conditional", "coordinators"), place - 1):
                return None  # "even if the date remained"
            named = line.any_of(_THINGS, place + 1) or line.is_name(place + 1)
            ends = line.next_finite(place, line.sign_from(place))
            if line.is_dutch and not (named and ends >= 0):
                return None  # "kon instemmen met de tekst als compromis"
            cue = ((would, would + 1), *reading.cue, (place, place + 1))
            return Reading("reserve", 2, cue, "condition behind")
    return None


def only_so(line: Line, reading: Reading) -> tuple[tuple[int, int], ...]:
    """Dutch: the words of "alleen bespreekbaar wanneer", or nothing."""
    if not line.is_dutch or not reading.cue:
        return ()
    first, stop = reading.cue[-1]
    only = first - 1
    if not line.isa("restricting", only) or line.isa("negations", only - 1):
        return ()
    near = range(stop, min(len(line), stop + _CONDITION))
    place = next((at for at in near if line.isa("if_words", at)), -1)
    return ((only, stop), (place, place + 1)) if place > 0 else ()


def on_condition(line: Line, mention: Mention) -> bool:
    """Dutch: whether a condition follows what somebody gives: "de steun van X, mits"."""
    places = range(mention.stop, len(line) if line.is_dutch else 0)
    lasts = (at for at in places if not line.isa("lasting", at))
    if any(line.lexicon.phrases["conditional"].first(line.low, at) for at in lasts):
        return True
    return any(line.isa("restricting", at) and line.isa("if_words", at + 1) for at in places)


def only_if(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: what is asked for as the one way: "dat dit alleen slaagt wanneer allen meedoen"."""
    that = line.first_of("that", range(group.finite, zone.stop)) if line.is_dutch else -1
    if that < 0 and line.is_dutch and not line.forms(group.finite):
        works = line.lexicon.words["succeeding"]  # "Volgens Malta slaagt dit alleen als"
        near = range(zone.start, zone.start + _SENTENCE)
        that = zone.start if any(line.lemmas(at) & works for at in near) else -1
    end = min(len(line), that + _SENTENCE)
    only = line.first_of("restricting", range(that + 1, end)) if that >= 0 else -1
    if only < 0 or line.isa("negations", only - 1):
        return []
    place = next((at for at in range(only + 1, end) if line.isa("if_words", at)), -1)
    if place < 0 and any(line.helper(at) == "can" for at in range(that, end)):
        place = _only_together(line, only, end)
    cue = (*group.cue, (only, only + 1), (place, place + 1))
    return [Reading("call", 2, cue, ONLY_IF, False)] if place > 0 else []


def _only_together(line: Line, only: int, end: int) -> int:
    """Dutch: the word that says that a thing can only be done together, behind "alleen"; or -1."""
    if line.isa("only_together", only + 1):
        return only + 1
    near = range(only + 2, min(end, only + _NEAR))
    return line.first_of("joint_ways", near) if line.isa("prepositions", only + 1) else -1


def _two_parts(line: Line, group: Group, zone: Zone) -> tuple[tuple[int, int], ...]:
    """The words of "kan alleen ... als", or nothing."""
    near = range(group.finite + 1, min(zone.stop, group.finite + _NEAR))
    only = line.first_of("restricting", near)
    if only < 0 or line.isa("negations", only - 1):
        return ()
    for place in range(only + 1, zone.stop):
        if line.isa("if_words", place):
            return ((only, only + 1), (place, place + 1))
    return ()


def _wishes_to_assent(line: Line, group: Group, zone: Zone) -> bool:
    """English: whether what somebody wishes is to agree: "wished to agree only once"."""
    mark = group.last + 1
    if line.is_dutch or group.verb.stance != "call" or not line.isa("mark", mark):
        return False
    agrees = line.nonfinite(mark + 1, ("infinitive",))
    near = range(mark + 2, min(zone.stop, mark + _NEAR))
    sided = agrees is not None and agrees[0].stance in ("support", "decide")
    return sided or line.first_of("assents", near) >= 0


def no_deal(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """What there is no deal without: "dat er zonder X geen akkoord kan zijn"."""
    places = range(group.finite + 1, zone.stop)
    without = line.first_of("lacking_words", places)
    for place in places if without >= 0 else ():
        before = next((at for at in (place - 1, place - 2) if line.isa("negations", at)), -1)
        if before < 0 or before == without or not line.isa("deals", place):
            continue
        between = range(min(without, place) + 1, max(without, place))
        near = without < place or len(between) <= _CONDITION
        if near and not any(line.isa("coordinators", at) for at in between):
            cue = (*group.cue, (before, before + 1), (place, place + 1))
            return [Reading("call", 4, cue, "no deal without", False)]
    return []


def is_stock(line: Line, place: int, stop: int) -> bool:
    """Whether a reserve is a stock and no reservation: "gas reserves", "a reserve of grain".

    Where nothing says that it is a stock it is a reservation: "voiced deep reserves".
    """
    at = line.first_of("reserves", range(place, stop))
    if at < 0 or line.isa("reserved_about", at + 1):
        return False
    if line.isa("stock_behind", at + 1) or (not line.is_dutch and line.helper(at + 1)):
        return True
    if line.isa("determiners", at - 1):
        return line.isa("stock_before", at - 2)
    return line.isa("stocks", at - 1)
