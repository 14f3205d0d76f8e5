"""Words that deny: what becomes of a stance beside `niet`, `geen` and `no longer`."""

from collections.abc import Iterator
from dataclasses import replace

from workflow.positions.askednot import asked_not
from workflow.positions.denyingwords import (
    all_the_more,
    but_for,
    denies_nothing,
    none_behind,
    not_only_ours,
    stressed,
)
from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.turning import NOT_HELD
from workflow.positions.verbgroups import Group
from workflow.positions.wordorder import describes_noun
from workflow.positions.yielding import is_given, yielded

WISHED = ("support", "decide", "call", "announce")
"""Stances of verbs that a word such as `allesbehalve` takes away."""
BEFORE = 6
"""How many words before a cue a denial may stand."""
_FAR = 14
"""How many words before a Dutch infinitive a denial may stand."""


def denied_opinion(line: Line, group: Group, zone: Zone) -> int:
    """Where an opinion begins that the speaker is said not to hold; 0 where there is none.

    "meende niet dat regels nodig waren" is against the rules. English may leave out `that`.
    """
    thinks = group.verb.lemma in line.lexicon.words["thinking"]
    if not line.is_dutch:
        denied = denied_before(line, group.finite) or any(
            line.isa("negations", at) and not denies_nothing(line, at)
            for at in range(group.finite + 1, group.last)
        )
        return group.last + 1 if thinks and denied else 0
    denied = False
    if not line.has("negations"):
        return 0
    for place in range(group.finite + 1, min(zone.stop, group.finite + 2 + BEFORE)):
        if line.isa("that", place):
            return place if denied and (thinks or line.isa("opinions", place - 1)) else 0
        if line.is_sign(place) or (line.forms(place) and not line.isa("opinions", place)):
            return 0
        denied = denied or (
            line.isa("negations", place)
            and not denies_nothing(line, place)
            and not line.isa("determiners", place)
        )
    return 0


def not_held(reading: Reading) -> Reading:
    """What somebody says who does not hold an opinion."""
    stance = NOT_HELD.get(reading.stance, reading.stance)
    return replace(reading, stance=stance, rule=f"{reading.rule}, denied", denied=reading.stance)


def turned(line: Line, place: int, stop: int, cue: Cue, zone: Zone) -> str:
    """The stance of a cue, turned round where a word denies it, or where it is given up."""
    stance = _denied_cue(line, place, stop, cue, zone)
    if not line.is_dutch and cue.stance == "support" == stance:
        stance = _qualified(line, place - 1)
    return yielded(line, place, stop, cue, stance) if is_given(cue) else stance


def turned_with(line: Line, verb: int, place: int, stop: int, cue: Cue, zone: Zone) -> str:
    """The same of words that go with a verb, which English may deny: "no longer awaited it"."""
    stance = turned(line, place, stop, cue, zone)
    denied = not line.is_dutch and stance == cue.stance and denied_before(line, verb)
    return cue.negated if denied else stance


def _qualified(line: Line, before: int) -> str:
    """English: what a word before support makes of it: "gave the idea conditional support"."""
    if line.isa("qualifying", before):
        return "reserve"
    return "concern" if line.isa("half_hearted", before) else "support"


def _denied_cue(line: Line, place: int, stop: int, cue: Cue, zone: Zone) -> str:
    """The stance of a cue that a word before it denies or weakens; empty where none does."""
    if cue.stance in ("support", "call") and weakened(line, place):
        english = cue.stance == "call" and not line.is_dutch
        return "concern" if english else cue.negated  # "less than keen on", "allerminst nodig"
    if cue.stance == "oppose" and line.is_dutch and line.isa("less", place - 1):
        return "reserve"  # "minder afwijzend dan voorheen"
    for at in _before(line, place, zone):
        if line.is_sign(at) or line.any_of(("that", "purpose", "contrast"), at):
            break
        if line.isa("negations", at) and at not in zone.skip:
            if not_only_ours(line, at, place, stop):
                return "inform"
            if denies_nothing(line, at) or stressed(line, at, place):
                continue
            if not line.is_dutch and line.isa("scarce", at) and line.isa("determiners", at - 1):
                continue  # "was a little worried"
            if _opens_condition(line, at, stop) or _in_description(line, at, place, zone):
                continue
            if any(line.isa("admitting", each) for each in range(at + 1, place)):
                return cue.stance  # "did not hide its doubts"
            behind = not line.is_dutch and line.isa("yet", at + 1)
            if (line.isa("yet", at - 1) or behind) and cue.stance == "support":
                return "reserve"
            return cue.negated
    if cue.stance == "support" and _is_scant(line, place, stop):
        return cue.negated
    helped = cue.stance == "support" and not line.is_dutch and line.helper(stop)
    if helped and line.any_of(("negations", "belittling"), stop + 1):
        return "concern"  # "the benefits would scarcely be felt"
    if line.isa("reflexives", place) and any(
        line.isa("negations", at)
        for at in range(place + 1, _verb_of(line, place, cue, zone))
        if at not in zone.skip
    ):
        return cue.negated
    none = cue.stance in ("support", "call") and none_behind(line, stop)
    return cue.negated if none or _denied_behind(line, place, stop, zone) else cue.stance


def _is_scant(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether there is said to be little support: "de animo voor het plan was gering"."""
    if not line.isa("shown_support", stop - 1):
        return False
    first = place - (not line.isa("articles", place))
    end = line.sign_from(stop)
    near = range(max(0, first - _FAR), end)
    return (
        line.isa("articles", first)
        and line.isa("scant", end - 1)
        and any(line.helper(at) in ("be", "keep") for at in near)
    )


def _opens_condition(line: Line, at: int, stop: int) -> bool:
    """English: whether "without" tells what is lacking: "without a clause it could not agree"."""
    if line.is_dutch or not line.isa("lacking_words", at):
        return False
    return any(line.helper(each) for each in range(at + 1, stop))


def _in_description(line: Line, at: int, place: int, zone: Zone) -> bool:
    """Whether a denial describes the thing: "vond een plan dat niet werkt onnodig"."""
    if not line.is_dutch:
        return _describes(line, at, place, zone)
    if not any(line.finite(each) for each in range(at + 1, place)):
        return False
    for opens in range(at - 1, max(zone.start, at - BEFORE) - 1, -1):
        if line.is_sign(opens) or line.finite(opens):
            return False
        if line.isa("relatives", opens) and not points_at(line, opens):
            return not line.isa("that", opens) or describes_noun(line, opens)
    return False


def _describes(line: Line, at: int, place: int, zone: Zone) -> bool:
    """English: the same: "found a levy on firms which do not train their staff needless"."""
    helped = bool(line.helper(at - 1))
    opens = at - 1 - helped
    if opens <= zone.start or place - at <= 1 or not line.isa("relatives", opens):
        return False
    return helped or bool(line.helper(at)) or not line.isa("that", opens)  # no "that not all"


def _before(line: Line, place: int, zone: Zone) -> Iterator[int]:
    """The places before a cue where a denial may stand; English steps over what is set in."""
    left, at = BEFORE + 1, place - 1
    while left and at >= zone.start:
        if line.is_dutch or at not in zone.skip:
            yield at
            left -= 1
        at -= 1


def _verb_of(line: Line, place: int, cue: Cue, zone: Zone) -> int:
    """Where the infinitive of a cue stands, before which a denial counts; else the zone's end."""
    for at in range(place + 1, zone.stop):
        if line.lemmas(at) & cue.verbs and any(f.kind == "infinitive" for f in line.forms(at)):
            return at
        if line.isa("subordinators", at) and line.is_sign(at - 1) and not line.isa("that", at):
            return at
    return zone.stop


def denied_before(line: Line, verb: int) -> bool:
    """English: whether a denial stands between the subject and its verb: "no longer opposed"."""
    for place in range(verb - 1, max(-1, verb - 4), -1):
        if not line.isa("midfield", place):
            return False
        if line.isa("negations", place):
            return not denies_nothing(line, place)
    return False


def weakened(line: Line, place: int) -> bool:
    """Whether words right before a place take support away: "weinig zinvol", "loath to accept".

    Not "at least welcomed", nor "not unable to".
    """
    phrases = line.lexicon.phrases["weakening"]
    giving = not line.is_dutch and line.isa(
        "giving_verbs", place - 1
    )  # "unable to lend its support"
    return any(
        stop == place or (giving and stop == place - 1)
        for start in range(max(0, place - 3 - giving), place)
        if not line.any_of(("at", "denying_adverbs"), start - 1)
        for stop, _ in phrases.at(line.low, start)
    )


def _denied_behind(line: Line, place: int, stop: int, zone: Zone) -> bool:
    """Dutch: whether a denial closes the clause of a cue: "zag de noodzaak van het plan niet in".

    Behind a modal verb it may stand sooner: "mogen vissers niet betalen".
    """
    if not line.is_dutch:
        return False
    modal = line.helper(place) in ("can", "modal")
    ends = ("that", "purpose", "relatives", "coordinators", "clause_openers")
    helpers = (at for at in range(stop, zone.stop) if line.helper(at))
    start = next(helpers, stop) if place == 0 else stop  # "Met A, B en C kon Malta niet leven"
    for at in range(start, zone.stop):
        if line.is_sign(at) or line.any_of(ends, at):
            return False
        if line.isa("as", at) and line.forms(at - 1):
            return False  # "bereid dit te doen als de vloot niet verandert"
        if line.isa("negations", at) and line.isa("no_mention", at + 1):
            return True  # "van draagvlak was geen sprake"
        if line.isa("negations", at) and not line.isa("determiners", at) and at not in zone.skip:
            if denies_nothing(line, at):
                return False
            after = at + 1 + line.isa("no_more", at + 1)
            named = line.any_of(("determiners", "prepositions"), at - 1)  # "het niet verlengen"
            if named and line.at(after).endswith("e"):
                continue  # "gaf steun aan niet erkende havens"
            if not named and line.nonfinite(after):
                return True  # "wilde zijn steun niet geven aan het plan"
            if line.isa("mark", after):
                return False  # "op het hart niet te versagen"
            closing = any(
                each >= len(line) or line.is_sign(each) or line.isa("coordinators", each)
                for each in range(after, after + 3)
            )
            return closing or (modal and at - stop <= BEFORE)
    return False


def denies(line: Line, place: int, stop: int) -> bool:
    """Whether one of the words of a cue denies: "geen voorstander"."""
    return any(line.isa("negations", at) for at in range(place, stop))


def denied_inside(line: Line, place: int, zone: Zone, infinitive: bool) -> bool:
    """Whether a denial goes with a verb in a complement; objects may stand between in Dutch."""
    far = _FAR if infinitive and line.is_dutch else BEFORE
    for at in range(place - 1, max(zone.start, place - far) - 1, -1):
        if line.isa("negations", at) and not (
            denies_nothing(line, at) or _opens_condition(line, at, place)
        ):
            return True
        joined = infinitive and line.is_dutch and line.isa("and", at)
        if joined and any(line.isa("mark", each) for each in range(max(0, at - _FAR), at)):
            return False  # "niet te hechten aan X en Y te ontraden"
        if place - at > BEFORE and (line.is_sign(at) or line.isa("coordinators", at)):
            return False
    return False


def not_yet(line: Line, start: int, stop: int) -> bool:
    """Whether a denial is one for the time being: "nog niet te kunnen instemmen"."""
    return line.first_phrase("not_yet", start, stop) is not None


def verb_denied(line: Line, group: Group, zone: Zone) -> str:
    """How the verb itself is denied: `denied`, `not yet`, or an empty string."""
    start, stop = group.finite, group.last
    if not line.is_dutch and all_the_more(line, group):
        return ""
    if not line.is_dutch and group.lexical == start and denied_before(line, start):
        return "denied"
    if line.is_dutch and start > zone.start + 1:
        start = zone.start  # at the end of a clause the denial stands before the verb
    elif stop == start:
        stop = min(zone.stop, start + (10 if line.is_dutch else 4))
    any_denial = line.has("negations") or line.has_phrase("not_yet")
    for place in range(start, stop if any_denial else start):
        if place in zone.skip:
            continue
        if not line.is_dutch and place > group.finite and line.isa("prepositions", place):
            continue  # "supported it without reservation"
        if line.lexicon.phrases["not_yet"].first(line.low, place):
            return "not yet"
        if line.isa("negations", place) and (
            not line.isa("determiners", place)
            or line.isa("no_more", place + 1)
            or line.isa("prepositions", place - 1)  # "onder geen beding"
        ):
            asks = group.verb.stance in ("call", "concern") and place > group.last
            if asks and asked_not(line, place, zone.stop):
                break  # "verzocht de tekst niet te wijzigen"
            asked = not line.is_dutch and group.verb.stance == "call" and place > group.last
            wishes = not line.is_dutch and group.verb.stance == "call"
            if wishes and place > group.finite and but_for(line, place, zone.stop):
                break
            nothing = denies_nothing(line, place) or denies_a_part(line, place, group.last)
            if not nothing and not (
                asked and line.isa("mark", place + 1)  # "pleaded with X not to"
            ):
                return "denied"
        elif line.is_dutch and line.isa("negations", place) and _of_none(line, group):
            return "denied"  # "zal geen afzwakking steunen", "kon geen datum toezeggen"
        elif place > group.finite + 1 and (
            line.isa("purpose", place)
            or (line.isa("that", place) and not points_at(line, place))
            or line.low[place] == ","
        ):
            break
        elif place > group.finite and _opens_another(line, place):
            break  # "betreurde dat X niet betaalt", "regretted that nothing was done"
    weak = group.verb.stance in WISHED and weakened(line, group.last)
    weak = weak or _accepts_none(line, group)
    return "denied" if weak or _denied_at_the_end(line, group) else ""


def denies_a_part(line: Line, place: int, verb: int) -> bool:
    """Whether only a part behind a verb is denied: "op gas en niet op elektriciteit"."""
    joined = line.isa("and", place - 1) or line.at(place - 1) == ","
    said = line.low[verb + 1 : max(verb + 1, place)]
    return joined and line.isa("prepositions", place + 1) and line.at(place + 1) in said


def _accepts_none(line: Line, group: Group) -> bool:
    """English: whether nothing is what is accepted: "could vote for neither text"."""
    behind = group.last + 1 + group.verb.lemma.count(" ") * (group.particle < 0)
    behind += line.isa("taking_links", behind)
    given = group.verb.stance in WISHED and group.verb.stance != "call"
    return given and none_behind(line, behind)


def _of_none(line: Line, group: Group) -> bool:
    """Whether "geen" before its object denies a verb."""
    words = line.lexicon.words
    approves = group.verb.lemma in words["approving"]
    return approves or group.verb.stance in ("support", "announce")


def points_at(line: Line, place: int) -> bool:
    """Dutch: whether `dat` or `die` goes with a noun behind a preposition: "met dat land"."""
    if not line.is_dutch:
        return False
    if line.isa("purpose", place - 1) and line.isa("reasons", place + 1):
        return True  # "maakte om die reden een voorbehoud"
    if not line.isa("prepositions", place - 1):
        return False
    before = line.at(place - 1)
    return not any(form.particle == before for at in range(place) for form in line.finite(at))


def _opens_another(line: Line, place: int) -> bool:
    """Whether a clause begins in which a denial no longer goes with the verb before."""
    if not line.is_dutch:
        return line.isa("that", place)
    if points_at(line, place):
        return False
    if line.any_of(("that", "clause_openers", "asking_why"), place):
        return True
    if line.isa("or", place) and line.forms(place - 1):
        return True  # "vroeg of de regels niet eenvoudiger kunnen"
    describes = line.isa("relatives", place) and not line.forms(place - 1)
    return describes and not line.any_of(("midfield", "prepositions", "determiners"), place - 1)


def _denied_at_the_end(line: Line, group: Group) -> bool:
    """Whether a denial closes the clause, or stands right before its last verb."""
    if not line.is_dutch:
        return False
    if group.last == group.finite and group.verb.stance in WISHED:
        end = line.sign_from(group.finite)
        end -= line.isa("no_more", end - 1)
        return line.isa("negations", end - 1)  # "steunt het gebruik ervan niet langer"
    if group.last < group.finite + 3:
        return False
    return any(
        line.isa("negations", place)
        and not line.isa("determiners", place)
        and not denies_nothing(line, place)
        and "," not in line.low[place : group.last]
        for place in (group.last - 1, group.last - 2)
    )
