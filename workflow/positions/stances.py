"""What a subject's clause says about where it stands: from the verb, or from the words with it."""

from dataclasses import dataclass

from workflow.positions.lexicon import Cue, Lexicon
from workflow.positions.verbgroups import Group, finite_forms, relative_end
from workflow.positions.words import SIGNS, Words

_NEUTRAL = ("inform", "none", "")


@dataclass(frozen=True, slots=True)
class Reading:
    """One stance with the words that carry it."""

    stance: str
    strength: int
    cue: tuple[tuple[int, int], ...]
    """Ranges of word indexes, first and stop."""
    rule: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Zone:
    """The words that go with a verb: indexes from `start` to `stop`, without those in `skip`."""

    start: int
    stop: int
    skip: frozenset[int] = frozenset()


def read_stances(words: Words, group: Group, zone: Zone, lexicon: Lexicon) -> list[Reading]:
    """The stances of one verb group, in the order of the text; at least one."""
    own = tuple((index, index + 1) for index in group.words)
    verb = group.verb
    readings: list[Reading]
    combined = None if verb.carrier else _combined(words, group, zone, lexicon)
    if combined and combined.stance not in _NEUTRAL:
        readings = [combined]
    elif verb.stance and not verb.carrier:
        readings = [_fixed(words, group, zone, own, lexicon)]
    else:
        found = _complements(words, group, zone, lexicon) if verb.carrier or not verb.lemma else []
        readings = [
            Reading(one.stance, max(one.strength, verb.strength), (*own, *one.cue), one.rule)
            for one in found
        ]
        if not readings:
            stance = verb.stance or "inform"
            known = f"verb {verb.lemma}" if verb.lemma else "unknown verb"
            certain = bool(verb.stance)
            readings = [Reading(stance, verb.strength, own, known, certain)]
    readings = [_with_helper(words, group, zone, reading, lexicon) for reading in readings]
    condition = _condition(words, zone, lexicon)
    if condition and all(reading.stance != "reserve" for reading in readings):
        if group.helper == "can" and readings[0].stance in ("support", "decide"):
            readings = [condition]
        elif readings[0].stance in ("support", "call", "decide", "announce", "oppose"):
            readings.append(condition)
        elif readings[0].stance == "inform":
            readings = [condition]
    return readings


def _fixed(
    words: Words, group: Group, zone: Zone, own: tuple[tuple[int, int], ...], lexicon: Lexicon
) -> Reading:
    """The stance of a verb that has one by itself, turned round where it is denied."""
    verb = group.verb
    stance = verb.stance
    rule = f"verb {verb.lemma}"
    if verb.with_that and _says_that(words, group, zone):
        return Reading(verb.with_that, 1, own, f"{rule} + dat")
    denied = _denied(words, group, zone, lexicon)
    if denied:
        flips = {"support": "oppose", "oppose": "support", "concern": "inform"}
        flips |= {"announce": "oppose", "reserve": "support", "call": "inform", "decide": "oppose"}
        stance = (
            "reserve" if denied == "not yet" and stance in ("support", "decide") else flips.get(stance, stance)
        )
        rule += f", {denied}"
    return Reading(stance, verb.strength, own, rule)


def _says_that(words: Words, group: Group, zone: Zone) -> bool:
    """Whether a clause with `dat` follows the verb group directly."""
    last = max((*group.words, group.finite))
    return last + 1 < zone.stop and words.low[last + 1] in ("dat", "that")


def _combined(words: Words, group: Group, zone: Zone, lexicon: Lexicon) -> Reading | None:
    """A cue that is listed with this very verb: "sprak zich tegen het voorstel uit"."""
    for index in _outside_relatives(words, group, zone, lexicon):
        for stop, cue in lexicon.cues.at(words.low, index):
            if group.verb.lemma in cue.verbs:
                own = tuple((place, place + 1) for place in group.words)
                stance = _turned(words, index, cue, zone, lexicon)
                rule = f"verb {group.verb.lemma} + {' '.join(words.low[index:stop])}"
                return Reading(stance, cue.strength, (*own, (index, stop)), rule)
    return None


def _denied(words: Words, group: Group, zone: Zone, lexicon: Lexicon) -> str:
    """How the verb itself is denied: `denied`, `not yet`, or an empty string."""
    limit = max(group.words, default=group.finite)
    start = group.finite if group.finite < limit else zone.start
    stop = limit if limit > group.finite else min(zone.stop, group.finite + 4)
    if group.lexical == group.finite and lexicon.settings["verb_final"] == "True":
        start, stop = _around(words, group, zone)
    for index in range(start, stop):
        if index in zone.skip:
            continue
        found = lexicon.phrases["not_yet"].first(words.low, index)
        if found:
            return "not yet"
        if words.low[index] in lexicon.words["negations"] and words.low[index] != "geen":
            after = words.low[index + 1] if index + 1 < len(words) else ""
            if after not in ("alleen", "only", "langer", "slechts"):
                return "denied"
        if words.low[index] in ("dat", "om", "that", ",") and index > group.finite + 1:
            break
    return ""


def _around(words: Words, group: Group, zone: Zone) -> tuple[int, int]:
    """Where the denial of a simple verb stands: behind it, or before it at a clause's end."""
    if group.finite > zone.start + 1:
        return zone.start, group.finite
    return group.finite, min(zone.stop, group.finite + 10)


def _with_helper(
    words: Words, group: Group, zone: Zone, reading: Reading, lexicon: Lexicon
) -> Reading:
    """What an auxiliary makes of a stance: "zal informeren" announces, "wil" asks."""
    stance = reading.stance
    if stance in _NEUTRAL or (stance == "decide" and group.helper == "future"):
        if group.helper == "future" and not group.would and not group.passive:
            stance = "announce"
        elif group.helper == "want" and group.verb.carrier is False:
            stance = "call"
    elif group.helper in ("can",) and stance == "oppose" and reading.rule.startswith("complement"):
        stance = reading.stance
    if stance == reading.stance:
        return reading
    cue = ((group.finite, group.finite + 1), *reading.cue)
    return Reading(stance, max(reading.strength, 2), cue, f"{reading.rule}, {group.helper}")


def _complements(words: Words, group: Group, zone: Zone, lexicon: Lexicon) -> list[Reading]:
    """The cues that go with a neutral verb: the first, and others behind `maar` or `en`."""
    found: list[Reading] = []
    is_open = True
    mode = "object"
    for index in _outside_relatives(words, group, zone, lexicon):
        low = words.low[index]
        if index in group.words or index == group.finite:
            continue
        if low in lexicon.words["complementizers"] and low not in ("te", "om", "to"):
            if index > group.finite or not found:
                mode = "clause"
            continue
        if _reopens(words, index, lexicon):
            is_open = True
        if not is_open:
            continue
        reading = _cue_at(words, index, mode, group, zone, lexicon)
        if reading is None:
            reading = _verb_cue(words, index, mode, group, zone, lexicon)
        if reading and reading.stance not in {one.stance for one in found}:
            if not found or reading.stance not in _NEUTRAL:
                found.append(reading)
            is_open = reading.stance in _NEUTRAL
    return found


def _reopens(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a second statement may start here."""
    low = words.low[index]
    if low in ("maar", "echter", "doch", "but", "however", "yet", ";"):
        return True
    if low in ("en", "and", "alsook", "alsmede") and index + 1 < len(words):
        after = words.low[index + 1]
        return after in ("dat", "that", "te", "geen", "niet", "to", "no", "nu") or bool(
            lexicon.cues.first(words.low, index + 1)
        )
    return False


def _cue_at(
    words: Words, index: int, mode: str, group: Group, zone: Zone, lexicon: Lexicon
) -> Reading | None:
    for stop, cue in lexicon.cues.at(words.low, index):
        if cue.verbs and group.verb.lemma not in cue.verbs and not _verb_near(
            words, index, cue, group, lexicon
        ):
            continue
        if stop > zone.stop or (cue.zone == "object" and mode == "clause"):
            continue
        if cue.zone == "clause" and _attributive(words, index, stop, lexicon):
            continue
        stance = _turned(words, index, cue, zone, lexicon)
        rule = f"complement {' '.join(words.low[index:stop])}"
        return Reading(stance, cue.strength, ((index, stop),), rule)
    return None


def _verb_near(words: Words, index: int, cue: Cue, group: Group, lexicon: Lexicon) -> bool:
    """Whether the verb of a cue stands beside it in the complement: "te kunnen leven met"."""
    return any(
        form.lemma in cue.verbs
        for place in range(max(0, index - 2), index)
        if place != group.finite
        for form in lexicon.forms.get(words.low[place], ())
    )


def _attributive(words: Words, index: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether an adjective describes a noun: "een belangrijk onderwerp"."""
    before = words.low[index - 1] if index else ""
    if stop - index > 1 or before not in lexicon.words["determiners"]:
        return False
    if before in lexicon.words["articles"] or stop >= len(words):
        return True
    after = words.low[stop]
    return (
        after not in SIGNS
        and after not in lexicon.words["prepositions"]
        and after not in ("dat", "om", "en", "that", "and")
    )


def _turned(words: Words, index: int, cue: Cue, zone: Zone, lexicon: Lexicon) -> str:
    """The stance of a cue, turned round where a word of denial stands before it."""
    for place in range(index - 1, max(zone.start, index - 7) - 1, -1):
        low = words.low[place]
        if low in (",", ";", ":", "dat", "that", "om", "maar", "but"):
            break
        if low in lexicon.words["negations"] and place not in zone.skip:
            after = words.low[place + 1]
            if after in ("alleen", "only", "langer", "slechts"):
                continue
            if place and words.low[place - 1] in ("nog", "vooralsnog", "yet", "momenteel"):
                return "reserve" if cue.stance == "support" else cue.negated
            return cue.negated
    return cue.stance


def _verb_cue(
    words: Words, index: int, mode: str, group: Group, zone: Zone, lexicon: Lexicon
) -> Reading | None:
    """A verb inside the complement: "gaf aan het voorstel te steunen"."""
    low = words.low
    forms = lexicon.forms.get(low[index], ())
    if not forms or index <= group.finite:
        return None
    before = low[index - 1]
    nested = before in ("kunnen", "willen", "zullen", "be") and low[index - 2] in ("te", "to")
    infinitive = (before in ("te", "to") or nested) and not _purpose(words, index, group)
    echo = mode == "clause" and _same_subject(words, index, group, lexicon)
    if not infinitive and not echo:
        return None
    for form in forms:
        if form.kind not in ("infinitive", "present", "past", "participle"):
            continue
        verb = lexicon.verbs[form.lemma]
        parted = infinitive and form.particle and lexicon.language == "nl"
        if parted and low[index - 2] != form.particle:
            continue  # "toe te werken": the prefix stands before "te"
        if verb.carrier or verb.stance in _NEUTRAL or (echo and form.kind == "participle"):
            continue
        stance = verb.stance
        if any(
            word in lexicon.words["negations"] for word in low[max(zone.start, index - 6) : index]
        ):
            stance = {"support": "oppose", "oppose": "support", "announce": "oppose"}.get(
                stance, stance
            )
        return Reading(
            stance, verb.strength, ((index, index + 1),), f"complement verb {verb.lemma}"
        )
    if infinitive and any(
        lexicon.auxiliaries.get(form.lemma) == "future" for form in forms if form.kind != "past"
    ):
        return Reading("announce", 2, ((index, index + 1),), "complement verb zullen")
    if infinitive and low[index] in ("willen", "want"):
        return Reading("call", 2, ((index, index + 1),), "complement verb willen")
    return None


def _purpose(words: Words, index: int, group: Group) -> bool:
    """Whether the infinitive only says what for: "om ... te"."""
    for place in range(index - 1, group.finite, -1):
        if words.low[place] == "om":
            return True
        if words.low[place] in (",", "dat", "that"):
            return False
    return False


def _same_subject(words: Words, index: int, group: Group, lexicon: Lexicon) -> bool:
    """Whether the clause behind `dat` has the speaker as its subject: "dat hij hoopt"."""
    for place in range(index - 1, group.finite, -1):
        if words.low[place] in ("dat", "that"):
            return words.low[place + 1] in (
                "hij",
                "zij",
                "ze",
                "men",
                "it",
                "they",
                "he",
                "she",
                "we",
            )
    return False


def _condition(words: Words, zone: Zone, lexicon: Lexicon) -> Reading | None:
    """A condition that goes with the statement: "mits"."""
    for index in range(zone.start, zone.stop):
        found = lexicon.phrases["conditional"].first(words.low, index)
        if found and index not in zone.skip:
            return Reading("reserve", 2, ((index, found[0]),), f"condition {found[1]}")
    return None


def _outside_relatives(words: Words, group: Group, zone: Zone, lexicon: Lexicon) -> list[int]:
    """The indexes of a zone without relative clauses and without other names' insertions."""
    kept: list[int] = []
    index = zone.start
    first_that = True
    while index < zone.stop:
        low = words.low[index]
        if index in zone.skip:
            index += 1
            continue
        if low in lexicon.words["relatives"] and index > zone.start:
            complement = low in ("dat", "that") and (
                _after_verb(words, index, group, lexicon)
                or (first_that and lexicon.language == "en")
            )
            if low in ("dat", "that") and complement:
                first_that = False
            elif not (low in ("where", "waar") and index == group.finite + 1):
                index = max(relative_end(words, index, zone.stop, lexicon), index + 1)
                continue
        kept.append(index)
        index += 1
    return kept


def _after_verb(words: Words, index: int, group: Group, lexicon: Lexicon) -> bool:
    """Whether `dat` opens what is said and no description of a noun."""
    before = words.low[index - 1]
    if index - 1 in group.words or index - 1 == group.finite or before in SIGNS:
        return True
    if before in lexicon.words["midfield"] or before in lexicon.words["coordinators"]:
        return True
    if before in (
        "erop",
        "ervan",
        "eraan",
        "erover",
        "ervoor",
        "aan",
        "op",
        "uit",
        "mening",
        "feit",
        "toe",
        "mee",
        "mede",
    ):
        return True
    if finite_forms(words, index - 1, lexicon) or lexicon.forms.get(before):
        return True
    return index - group.finite <= 4 and group.verb.carrier
