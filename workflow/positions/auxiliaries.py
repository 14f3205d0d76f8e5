"""What auxiliaries make of a stance, and objections that are demands: "would welcome"."""

from dataclasses import replace

from workflow.positions.denials import denies_a_part, not_yet, points_at
from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL, Reading, Zone
from workflow.positions.refusing import enacts
from workflow.positions.undone import not_for_now
from workflow.positions.verbgroups import Group

CONSIDERING = "considering"
"""The rule of whoever thinks of doing a thing."""
_NEEDED = 16
"""How many words behind "hoeft" what is not needed may end."""
_DEMAND = 8
"""Words behind an objection within which what it lacks may stand."""


def with_demand(line: Line, zone: Zone, reading: Reading) -> Reading:
    """English: who cannot accept a thing without another one asks for that other one.

    "could not accept any text that failed to define it", "any deal without guarantees". In Dutch
    who is against a delay stays so, but whoever joins in asks for haste.
    """
    if reading.stance not in ("oppose", "concern"):
        return reading
    if line.is_dutch:
        waits = _blames_delay(line, zone, reading)
        return replace(reading, joined="call") if waits else reading
    if _blames_waiting(line, zone, reading):
        return Reading("call", 3, reading.cue, f"{reading.rule}, waiting")
    if reading.stance != "oppose" or not reading.denied:
        return reading
    start = reading.cue[-1][1]
    stop = min(zone.stop, start + _DEMAND)
    sort = any(line.any_of(("any_sort", "indefinite"), at) for at in range(start, start + 3))
    for place in range(start, stop if sort else start):
        if line.is_sign(place):
            break
        without = line.isa("lacking_words", place)  # "envisage a text without X"
        if place > start + 1 and line.isa("prepositions", place) and not without:
            break  # "a levy on firms which do not train their staff"
        joined = line.isa("coordinators", place - 1)
        lacking = (
            line.isa("relatives", place)
            and not joined
            and (
                line.lemmas(place + 1) & line.lexicon.words["lacking"]
                or any(line.isa("negations", at) for at in range(place + 1, place + 4))
            )
        )
        if lacking or without:
            cue = (*reading.cue, (place, place + 1))
            return Reading("call", 4, cue, f"{reading.rule}, unless")
    return reading


def _blames_waiting(line: Line, zone: Zone, reading: Reading) -> bool:
    """English: whether it is waiting that is found wrong, which calls for speed.

    "To wait any longer would be indefensible", "inaction was not an option".
    """
    first = reading.cue[-1][0]
    for place in range(first - 1, max(zone.start, first - _DEMAND - 2) - 1, -1):
        if line.isa("waiting", place):
            helped = any(line.helper(at) for at in range(place + 1, first))
            return helped and not line.any_of(("of", "relatives"), place + 1)
        if line.any_of(("that", "contrast"), place):
            return False
    return False


def _blames_delay(line: Line, zone: Zone, reading: Reading) -> bool:
    """Dutch: whether it is a delay that is found wrong: "noemde verder uitstel onaanvaardbaar"."""
    first = reading.cue[-1][0]
    if reading.denied or not reading.rule.startswith("complement"):
        return False
    if not line.isa("unacceptable", first):
        return False
    for place in range(first - 1, max(zone.start, first - _DEMAND) - 1, -1):
        if line.isa("waiting", place):
            return True
        if line.is_sign(place) or line.any_of(("that", "contrast", "and", "negations"), place):
            return False
    return False


def _wishes(line: Line, reading: Reading) -> bool:
    """English: whether "would" makes a wish of a word of support: "would welcome", "glad if"."""
    first, stop = reading.cue[-1]
    if reading.denied or not line.isa("wishing", first):
        return False
    seeing = line.isa("mark", stop) and bool(line.lemmas(stop + 1) & {"see", "have", "hear"})
    return (
        bool(line.lexicon.verbs.get(line.low[first]))
        or line.any_of(("if_words", "view_words"), stop)
        or seeing
        or line.isa("if_words", stop - 1)
    )


def with_helper(line: Line, group: Group, reading: Reading) -> Reading:
    """What an auxiliary makes of a stance: "zal informeren" announces, "wil" asks."""
    if line.is_dutch:
        reading = _preferred(line, group, reading)
    stance = reading.stance
    if stance == "none" and _is_weighing(line, group):
        return replace(reading, stance="announce", rule=CONSIDERING)
    opened = group.verb.lemma in line.lexicon.words["conceivable"]
    if opened and group.helper in ("can", "want", "future"):
        denied = stance in (*NEUTRAL, "announce") and any(
            line.isa("negations", at) for at in range(group.finite, group.last)
        )
        if denied:
            return Reading("oppose", 3, reading.cue, f"{reading.rule}, denied", denied="support")
        if group.helper == "can" and stance in (*NEUTRAL, "announce"):
            return Reading("support", 1, reading.cue, f"{reading.rule}, conceivable")
    if not line.is_dutch and not group.passive:
        deed = _english_deed(line, group, reading)
        if deed:
            return deed
    if line.is_dutch and group.helper == "future" and _will_not(line, group, stance):
        if not_yet(line, group.finite + 1, group.last):
            return not_for_now(line, group, reading)
        rule = f"{reading.rule}, zal niet"
        return Reading("oppose", 2, reading.cue, rule, denied="announce")
    if line.is_dutch:
        own = _dutch_wish(line, group, reading)
        if own:
            return own
    plain = stance in NEUTRAL or (stance == "decide" and group.helper == "future")
    denied = not line.is_dutch and _denied(line, group)
    comes = group.helper == "future" and not (group.passive or denied)
    if plain and comes and (not group.would or _would_join(line, group)):
        stance = "announce"
    elif stance == "decide" and group.helper == "want":
        stance = "announce"  # "wil een algemene oriëntatie bereiken"
    elif stance == "decide" and group.helper == "modal":
        stance = "inform"  # "moeten nog besluiten": a duty, and nothing is decided
    elif plain and group.helper == "want" and not group.verb.carrier:
        stance = "call" if group.wishes else "announce"
    if stance == reading.stance:
        return reading
    cue = ((group.finite, group.finite + 1), *reading.cue)
    rule = f"{reading.rule}, {group.helper}"
    return Reading(stance, max(reading.strength, 2), cue, rule)


def _english_deed(line: Line, group: Group, reading: Reading) -> Reading | None:
    """English: what "will" and "would" make of a deed or a wish: "would not take part"."""
    stance = reading.stance
    acts = group.verb.lemma in line.lexicon.words["acting"] and stance in (*NEUTRAL, "call")
    perhaps = line.isa("may_do", group.finite)  # "might propose"
    if not (perhaps or group.helper in ("future", "want")):
        return None
    if perhaps and (not acts or _denied(line, group)):
        return None
    if acts and _denied(line, group):
        cue = ((group.finite, group.finite + 1), *reading.cue)
        if not_yet(line, group.finite + 1, group.last):
            return not_for_now(line, group, replace(reading, cue=cue))
        return Reading("oppose", 2, cue, f"{reading.rule}, would not", denied="announce")
    if stance in NEUTRAL and group.helper == "want" and line.isa("seeing", group.lexical):
        return replace(reading, stance="call", strength=2, rule=f"{reading.rule}, would see")
    if stance == "support" and group.helper == "want" and _wishes(line, reading):
        return replace(reading, stance="call", strength=2, rule=f"{reading.rule}, would")
    if acts and (perhaps or stance in NEUTRAL):
        cue = ((group.finite, group.finite + 1), *reading.cue)
        return Reading("announce", 1 if perhaps else 2, cue, f"{reading.rule}, {group.helper}")
    return None


def _is_weighing(line: Line, group: Group) -> bool:
    """English: whether somebody thinks of doing a thing: "was considering a ban"."""
    gerund = any(form.kind == "gerund" for form in line.forms(group.lexical))
    weighs = not line.is_dutch and group.verb.lemma in line.lexicon.words["considering"]
    after = group.last + 1
    asks = line.any_of(("open_questions", "complementizers"), after)
    asks = asks or (line.isa("determiners", after) and not line.isa("indefinite", after))
    return weighs and gerund and not (asks or _denied(line, group))


def _denied(line: Line, group: Group) -> bool:
    return any(line.isa("negations", at) for at in range(group.finite + 1, group.last))


def _preferred(line: Line, group: Group, reading: Reading) -> Reading:
    """Dutch: the reading, where a thing is preferred or can be imagined: "zag liever"."""
    if _prefers(line, group, reading):
        return replace(reading, stance="call", rule=f"{reading.rule}, preferred")
    if _imagines(line, group, reading):
        stance = "concern" if reading.denied else "support"
        return replace(reading, stance=stance, strength=1, rule=f"{reading.rule}, imagined")
    return reading


def _prefers(line: Line, group: Group, reading: Reading) -> bool:
    """Dutch: whether somebody would rather have a thing: "zag liever", not "had liever gezien"."""
    if reading.stance != "concern" or group.helper == "have":
        return False
    return any(
        line.isa("preferring", at) for start, stop in reading.cue for at in range(start, stop)
    )


def _imagines(line: Line, group: Group, reading: Reading) -> bool:
    """Dutch: whether somebody can imagine a thing: "kan zich voorstellen dat de grens daalt"."""
    imagining = group.verb.lemma in line.lexicon.words["imagining"]
    plain = reading.stance == "call" or reading.denied == "call"
    if not (imagining and plain and group.helper == "can"):
        return False
    return any(line.isa("reflexives", at) for at in range(group.finite + 1, group.lexical))


def _will_not(line: Line, group: Group, stance: str) -> bool:
    """Dutch: whether somebody says that it will not do a thing: "zal niet bijdragen"."""
    acts = group.verb.lemma in line.lexicon.words["acting"] and stance in (*NEUTRAL, "announce")
    between = range(group.finite + 1, group.last)
    return acts and not group.passive and any(line.isa("negations", at) for at in between)


def not_doing(line: Line, group: Group, reading: Reading) -> Reading:
    """Dutch: the refusal in what speakers say that they do not do: "het doet niet mee"."""
    acts = group.verb.lemma in line.lexicon.words["acting"] and not group.would
    inside = range(group.finite + 1, line.sign_from(group.finite))
    refused = acts and any(line.isa("negations", at) for at in inside)
    if reading.stance not in NEUTRAL or group.passive or not refused:
        return reading
    if not_yet(line, group.finite + 1, inside.stop):
        return not_for_now(line, group, reading)
    return replace(reading, stance="oppose", rule=f"{reading.rule}, not doing", denied="announce")


def _would_join(line: Line, group: Group) -> bool:
    """Dutch: whether "zou" tells that somebody takes part in a thing: "zou aan de missie meedoen".

    Not where it would do so if, nor where it only comes to a meeting.
    """
    joins = line.is_dutch and group.verb.lemma in line.lexicon.words["joining_deeds"]
    behind = range(group.finite + 1, line.sign_from(group.last))
    meets = line.first_of("meetings_joined", behind) >= 0
    after = (*behind, behind.stop + 1)
    open_yet = any(line.any_of(("if_words", "perhaps"), at) for at in after)
    only = line.first_of("restricting", behind) >= 0  # "zou alleen meedoen als": a condition
    return joins and not meets and (only or not open_yet)


def _dutch_wish(line: Line, group: Group, reading: Reading) -> Reading | None:
    """Dutch: what an auxiliary makes a wish of, or of the denial of a wish.

    "zou het toejuichen als", "wilde eerst een raming zien", "wilde de tekst niet openen".
    """
    words, plain = line.lexicon.words, reading.stance in NEUTRAL
    rule = f"{reading.rule}, {group.helper}"
    if reading.stance == "support" and not reading.denied:
        wishes = group.would and group.helper == "future" and group.verb.lemma in words["wished"]
        return replace(reading, stance="call", strength=2, rule=rule) if wishes else None
    want = group.helper == "want" or group.verb.lemma in words["willing_verbs"]
    need = bool(line.lemmas(group.finite) & words["needing_not"]) and any(
        line.isa("mark", at - 1) and line.lemmas(at) & words["having"]
        for at in range(group.finite + 1, min(len(line), group.finite + _NEEDED))
    )
    if not (want or need) or not (plain or reading.stance == "call"):
        return None
    if reading.denied in ("concern", "oppose"):
        return None  # "wilde het akkoord niet in gevaar brengen"
    if group.verb.lemma in words["harming"] and _denied(line, group):
        return replace(reading, stance="inform", denied="", rule=rule)
    need = need or (group.last == group.finite and want)
    end = max(group.last, group.finite + 1)
    if group.last == group.finite:
        end = line.sign_from(group.finite + 1)
    for at in range(group.finite + 1, end):
        if line.any_of(("that", "purpose", "relatives"), at) and not points_at(line, at):
            break
        adverb = not line.isa("determiners", at) or line.isa("no_more", at + 1)
        adverb = adverb or line.isa("prepositions", at - 1) or enacts(line, group.lexical)
        if line.isa("noncommittal", at + 1):
            return None
        if denies_a_part(line, at, group.finite):
            continue
        if line.isa("negations", at) and not line.isa("not_denying", at + 1) and (adverb or need):
            return Reading("oppose", 2, reading.cue, f"{rule}, denied", denied="call")
    speaks = group.verb.lemma in words["speaking"] or group.verb.stance == "none"
    if plain and group.helper == "want" and group.verb.carrier and not speaks:
        return Reading("call", 2, reading.cue, rule)  # "wilde de stemming in mei houden"
    return None
