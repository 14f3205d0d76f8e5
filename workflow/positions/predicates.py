"""The verbs of one subject: the first, and those that follow it behind `en` or `maar`."""

from workflow.positions.insertions import inserted
from workflow.positions.inversions import BEHIND_MANNER
from workflow.positions.leading import led_to
from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.reading import VIEWS, Zone
from workflow.positions.verbgroups import Group, read_final_group, read_group
from workflow.positions.wordorder import fronted

_JOINING = ("and", "contrast", "or", "transparent")
"""Classes of words behind which a subject may go on with another verb."""
_ASKED = 6
"""Words behind "en" within which stands what is done with whoever follows it."""


def predicates(line: Line, link: Link, stop: int, skip: frozenset[int]) -> list[tuple[Group, Zone]]:
    """The verb groups of a main clause up to `stop`, each with the words that go with it."""
    starts = [link.verb]
    aside = inserted(line, link.verb)
    for place in range(max(link.verb + 1, aside.stop), stop - 1):
        if line.low[place] != "," and not line.any_of(_JOINING, place):
            continue
        following = -1 if _set_in(line, place) else _coordinate(line, place, link)
        if link.verb < following < stop and following not in starts:
            starts.append(following)
    result = []
    for number, start in enumerate(starts):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else stop
        group = read_group(line, start, end)
        opens = not number and (_opinion_first(line, link) or _governs_first(line, link, group))
        first = link.begin if opens else start + 1
        zone = Zone(first, end, skip | frozenset(inserted(line, start)))
        result.append(led_to(line, group, zone) or (group, zone))
        result.extend(_second_dependent(line, group, end, skip))
        result.extend(_onward(line, start, end, skip))
    result.extend(_for_that_reason(line, link.verb, skip))
    return result


def _set_in(line: Line, comma: int) -> bool:
    """English: whether a participle between commas tells of a noun: "its plan, sent in May,"."""
    if line.is_dutch or line.low[comma] != ",":
        return False
    done = any(form.kind == "participle" for form in line.forms(comma + 1))
    end = line.sign_from(comma + 1)
    return done and line.at(end) == "," and bool(line.helper(end + 1))


def _opinion_first(line: Line, link: Link) -> bool:
    """Whether the words before the verb are what is said: "Kritisch was X"."""
    if link.rule in ("behind its side", BEHIND_MANNER):
        return True
    told = line.is_dutch and link.begin == 0 and line.isa("that", 0)
    return link.rule == "inversion" and (told or fronted(line, link.begin))


def _governs_first(line: Line, link: Link, group: Group) -> bool:
    """Dutch: whether the first word is the verb's preposition: "Met de tekst kan Malta leven"."""
    if not line.is_dutch or link.rule != "inversion":
        return False
    first = link.begin + 1
    cues = line.cues(link.begin)
    return any(
        group.verb.lemma in cue.verbs and (stop == first or first < stop <= link.verb)
        for stop, cue in cues
    )


def _second_dependent(
    line: Line, group: Group, end: int, skip: frozenset[int]
) -> list[tuple[Group, Zone]]:
    """What else an auxiliary governs: "heeft A verwelkomd en op B aangedrongen"."""
    if group.helper not in ("have", "be", "future", "can", "want") or group.passive:
        return []
    wanted = "participle" if group.helper in ("have", "be") else "infinitive"
    joined = False
    begin = group.lexical + 1
    others: list[tuple[Group, Zone]] = []
    for place in range(begin, end):
        if line.any_of(("and", "contrast"), place) or (line.is_dutch and line.at(place) == ","):
            joined = True
        elif line.any_of(("relatives", "that", "purpose", "mark", "transparent"), place):
            break
        elif joined:
            found = line.nonfinite(place, (wanted,))
            if found and found[0].stance and _ends_group(line, place):
                second = Group(group.finite, place, -1, found[0], group.helper, group.would)
                others.append((second, Zone(begin, end, skip)))
                if not line.is_dutch:
                    break
                begin, joined = place + 1, False
    return others or _behind_clause(line, group, end, skip)


def _behind_clause(
    line: Line, group: Group, end: int, skip: frozenset[int]
) -> list[tuple[Group, Zone]]:
    """Dutch: who is asked, behind a clause: "opgemerkt dat dit kan en de Raad gevraagd om"."""
    if not line.is_dutch or group.helper != "have":
        return []
    for place in range(group.lexical + 2, end - 3):
        if not (line.isa("and", place) and line.isa("articles", place + 1)):
            continue
        asked = next(
            (at for at in range(place + 3, min(place + _ASKED, end)) if line.forms(at)), -1
        )
        found = line.nonfinite(asked, ("participle",)) if asked > 0 else None
        onward = line.any_of(("purpose", "prepositions", "mark", "determiners"), asked + 1)
        if found and found[0].stance == "call" and line.is_name(place + 2) and onward:
            second = Group(group.finite, asked, -1, found[0], group.helper, group.would)
            return [(second, Zone(place, end, skip))]
    return []


def _onward(line: Line, start: int, end: int, skip: frozenset[int]) -> list[tuple[Group, Zone]]:
    """Dutch: what the speaker did next: "dankte X om vervolgens te pleiten voor Y"."""
    if not line.is_dutch or line.lexicon.words["next_words"].isdisjoint(line.low):
        return []
    for place in range(start + 1, end - 2):
        if not (line.isa("purpose", place) and line.isa("next_words", place + 1)):
            continue
        for at in range(place + 2, end - 1):
            found = line.nonfinite(at + 1, ("infinitive",)) if line.isa("mark", at) else None
            if found and found[0].stance:
                group = Group(at + 1, at + 1, -1, found[0])
                return [(group, Zone(place + 2, end, skip))]
    return []


def _for_that_reason(line: Line, start: int, skip: frozenset[int]) -> list[tuple[Group, Zone]]:
    """What a speaker wants because of what was said: ", reden waarom het voor uitstel pleitte"."""
    found = line.first_phrase("reason_clauses", start, len(line))
    if found is None or line.at(found[0] - 1) != "," or not line.isa("echo", found[1]):
        return []
    begin = found[1] + 1
    end = line.sign_from(begin)
    finites = [at for at in range(begin, end) if line.finite(at)]
    if not finites:
        return []
    if line.is_dutch:
        group = read_final_group(line, begin, finites[-1], end)
    else:
        group = read_group(line, finites[0], end)
    zone = Zone(begin, end, skip)
    return [(group, zone)] if group.verb.stance in VIEWS and not group.passive else []


def _ends_group(line: Line, place: int) -> bool:
    """Whether a participle or infinitive ends its part, and does not describe a noun."""
    if line.is_sign(place + 1) or line.any_of(("prepositions", "that", "purpose"), place + 1):
        return True
    if not line.is_dutch:
        return False
    first = line.isa("and", place - 1) and line.isa("determiners", place + 1)
    return first or line.any_of(("and", "contrast"), place + 1)


def _is_saying(line: Line, place: int) -> bool:
    """English: whether a gerund at a place is of a verb that says where somebody stands."""
    return any(
        form.kind == "gerund" and line.lexicon.verbs[form.lemma].stance
        for form in line.forms(place)
    )


def _goes_on(line: Line, verb: int, link: Link) -> bool:
    """English: whether a verb behind `and` is the speaker's: not that of what was said before.

    "stated that tools were key and needed to be clear": behind "that" only a verb of saying or
    of a stance goes on with the speaker.
    """
    if not any(line.isa("that", place) for place in range(link.verb + 1, verb)):
        return True
    lemmas = line.lemmas(verb)
    if line.helper(verb) in ("can", "future", "want"):
        group = read_group(line, verb, len(line))
        denied = any(line.isa("negations", at) for at in range(verb, group.last))
        if denied and not group.passive and group.verb.stance in ("support", "oppose"):
            return True  # "and could not subscribe to"
    cues = line.cues(verb + 1) if verb + 1 < len(line) else ()
    if any(
        cue.zone != "clause" and (not cue.verbs or not cue.verbs.isdisjoint(lemmas))
        for _, cue in cues
    ):
        return True  # "and saw no need"
    return bool(lemmas & line.lexicon.words["speaking"]) or any(
        line.lexicon.verbs[lemma].stance not in ("", "inform") for lemma in lemmas
    )


def _then_will(line: Line, verb: int) -> bool:
    """Dutch: whether the speaker says next what it will do: "erkende dit en zal X aanpassen".

    So is what it would want: "heeft hiervoor begrip, maar zou het in de tijd willen beperken".

    In a clause behind "dat" the infinitive would stand right behind.
    """
    if line.helper(verb) != "future":
        return False
    group = read_group(line, verb, len(line))
    if group.would and group.helper != "want":
        return False
    return not group.passive and group.lexical > verb + 1


def _then_is(line: Line, verb: int) -> bool:
    """Dutch: whether the speaker's own side follows: "kon instemmen, maar is tegen uitstel"."""
    sides = line.cues(verb + 1) if line.helper(verb) == "be" and verb + 1 < len(line) else ()
    return any(cue.zone != "object" and cue.stance in VIEWS for _, cue in sides)


def _coordinate(line: Line, place: int, link: Link) -> int:
    """Place of a verb behind `en` that goes on with the same subject, or -1."""
    comma = line.low[place] == ","
    if not line.is_dutch and (comma or line.any_of(("contrast", "transparent"), place)):
        adding = place + 1
        while line.any_of(("midfield", "transparent"), adding) and adding < place + 3:
            adding += 1
        provides = line.lexicon.phrases["conditional"].first(line.low, adding)
        if _is_saying(line, adding) and not provides:
            return adding  # "intervened, highlighting the risk"
    if not comma and not line.any_of(("and", "contrast", "or"), place):
        return -1
    verb = place + 1
    while verb < place + 3 and not line.finite(verb) and line.any_of(("midfield", "adverbs"), verb):
        verb += 1
    if line.lexicon.phrases["conditional"].first(line.low, verb):
        return -1  # ", provided that"
    forms = line.finite(verb)
    if not forms or (verb > place + 1 and line.at(verb + 1) == "."):
        return -1
    tenses = {form.kind for form in line.finite(link.verb)}
    if line.helper(link.verb) and tenses == {"present"} and not line.is_dutch:
        tenses = {"present", "past"}
    same = [form for form in forms if not tenses or form.kind in tenses]
    if not (same or comma) and line.is_dutch and verb == place + 1:
        # "gaf zijn verzet op en schaart zich achter": only a side may stand in another tense.
        same = [form for form in forms if line.lexicon.verbs[form.lemma].stance in VIEWS]
    later = not same and line.is_dutch and verb == place + 1
    if later and (_then_will(line, verb) or _then_is(line, verb)):
        return verb
    if not same or (line.is_dutch and line.isa("possessives", verb) and not link.mention.plural):
        return -1  # "heeft dit benadrukt, zijn zorgen geuit"
    if not line.is_dutch:
        return verb if _goes_on(line, verb, link) else -1
    stanced = any(line.lexicon.verbs[form.lemma].stance for form in same)
    told = any(line.isa("that", at) for at in range(link.verb + 1, place))
    if comma and (not stanced or (told and line.helper(verb))):
        return -1  # "vond dat de Unie, net als vroeger, zou moeten meedoen"
    singular = all(form.plural is False for form in same)
    singular = singular and any(form.plural for form in line.finite(link.verb))
    if link.mention.plural and singular and link.mention.kind not in ("group", "list"):
        return -1
    if "present" in tenses and not stanced:
        return verb if line.helper(verb) in ("future", "want", "have") else -1
    return verb
