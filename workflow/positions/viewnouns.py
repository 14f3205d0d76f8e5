"""Views that stand as nouns, and whoever holds them: "de inzet van X is", "steun van X"."""

from dataclasses import replace

from workflow.positions.assenting import assent, consent_tied
from workflow.positions.conditions import on_condition
from workflow.positions.denials import BEFORE, denied_before, turned
from workflow.positions.formerviews import TAKEN_UP
from workflow.positions.lexicon import Cue, Verb
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.mentions import Known
from workflow.positions.owners import noun_behind, owner_at
from workflow.positions.reading import OPINIONS, VIEWS, Reading, Zone
from workflow.positions.speakers import Speaker, gathers
from workflow.positions.stances import read_stances
from workflow.positions.turning import YIELDED, denied_stance
from workflow.positions.verbgroups import read_group
from workflow.positions.yielding import denied_behind, given_up

_HELD = 6
"""Words before its holder within which a stance stands as a noun."""
_MORE = 10
"""Words behind a view within which its verb stands: "its position on X is"."""
_SHORT = 5
"""Words behind "was" within which an answer of one word stands."""
_FAR = 14
"""Words behind a name within which a verb says whether its support can be counted on."""
_SPOKEN = (("spoken_wishes", "call"), ("spoken_plans", "announce"))
"""Lists of nouns that say what somebody wants, where the words with them say nothing."""
_FELT = (
    ("spoken_worries", "concern"),
    ("spoken_objections", "oppose"),
    ("spoken_support", "support"),
)
"""Lists of nouns that say it whatever the words with them say, but for a condition."""

_CALL = Cue("call", 2, "object", "inform", frozenset())
"""What a noun for a call says whose owner is named."""
VIEW_AS_NOUN = "view as a noun"
"""The rule of whoever holds a view that is the subject: "Het verzoek van X vond geen gehoor"."""


def _owned_noun(line: Line, others: list[Speaker]) -> Mention | None:
    """The owner of a view: "Mijn inbreng was", "The UK's position is", "It is our view that"."""
    start = 2 if _presents(line) else 0
    if others or len(line) < start + 3:
        return None
    owner = owner_at(line, start, Known(None, {}))
    noun = noun_behind(line, owner.stop, "spoken_nouns") if owner else -1
    if owner is None or noun < 0 or not (start or _says_more(line, noun)):
        return None
    return Mention(start, noun, owner.actors, "self", part="oblique", marker=noun)


def _says_more(line: Line, place: int) -> bool:
    """Whether a verb follows a view, or what it is about and then the verb: "position on X is"."""
    if line.isa("prepositions", place):
        return line.next_finite(place, place + _MORE) >= 0
    while line.isa("midfield", place):
        place += 1
    return bool(line.finite(place))


def _presents(line: Line) -> bool:
    """Whether a sentence opens with "It is", behind which a view follows as a noun."""
    remains = not line.is_dutch and line.helper(1) == "keep"  # "It remains our view that"
    return line.isa("presenting", 0) and (line.helper(1) == "be" or remains)


def owned(line: Line, mentions: list[Mention]) -> list[Speaker]:
    """English: whoever has a stance that stands as a noun: "Slovenia's concerns were shared"."""
    found = []
    for mention in mentions:
        if mention.part != "owner" or not mention.actors:
            continue
        wished = _high_on(line, mention)
        if wished:
            found.append(wished)
            continue
        spoken = any(one.part == "bare" and one.start < mention.start for one in mentions)
        for place in range(mention.stop, min(len(line), mention.stop + 4)):
            given = assent(line, place)
            ends = line.is_sign(place) or line.finite(place) or line.isa("of", place)
            if not given and ends:
                break
            cue = next((one for one in line.cues(place) if _is_view(one[1])), None)
            opens = not line.isa("prepositions", mention.start - 1)
            if not cue and opens and line.any_of(("others_calls", "asked_nouns"), place):
                cue = (place + 1, _CALL)  # "Malta's request for a fund was backed by"
            if cue or given:
                reading = given or (_owned(line, mention, spoken, place, *cue) if cue else None)
                if reading:
                    found.append(
                        Speaker(
                            mention.actors, (reading,), "owner of a view", mention.start, mention,
                            certain=False,
                        )
                    )  # fmt: skip
                break
    return found


def _high_on(line: Line, mention: Mention) -> Speaker | None:
    """English: what somebody wants most: "High on Denmark's list of wishes was a ban"."""
    opens = line.lexicon.phrases["high_on"].first(line.low, 0)
    noun = mention.stop
    if line.is_dutch or not opens or opens[0] < mention.start - 1 or opens[0] > mention.start:
        return None
    if not any(line.isa("lists_of_wishes", at) for at in (noun, noun + 1)):
        return None
    verb = line.next_finite(noun)
    if verb < 0 or line.helper(verb) not in ("be", "keep"):
        return None
    reading = Reading("call", 2, ((0, opens[0]), (noun, noun + 1)), "high on a list", False)
    return Speaker(mention.actors, (reading,), "owner of a view", mention.start, mention,
                   certain=False)  # fmt: skip


def _is_view(cue: Cue) -> bool:
    return not cue.verbs and cue.zone != "clause" and cue.stance in VIEWS


def _owned(
    line: Line, mention: Mention, spoken: bool, place: int, stop: int, cue: Cue
) -> Reading | None:
    """The stance that a noun behind a name in the genitive has; None where others deal with it."""
    rule = f"owned {line.low[place]}"
    reading = Reading(cue.stance, cue.strength, ((place, stop),), rule, False)
    if line.first_finite < mention.start:
        met = "" if spoken or cue.stance not in YIELDED else _met_by_text(line, mention)
        if met:
            stance = YIELDED[cue.stance] if met == "met" else cue.stance
            return replace(reading, stance=stance, rule=f"{rule}, {met}")
        return _shared(line, reading)
    verb = line.next_finite(stop)
    if verb < 0:
        return None
    group = read_group(line, verb, len(line))
    denied = any(line.isa("negations", at) for at in range(verb, group.last))
    if group.verb.lemma in line.lexicon.words["hinging"] and cue.stance == "support":
        return replace(reading, stance="reserve", rule=f"{rule}, hinging")
    if group.verb.lemma in line.lexicon.words["fading"] and not denied:
        retracted = group.verb.lemma in line.lexicon.words["retracting"]
        lost = "oppose" if retracted else "concern"
        stance = {"support": lost, "call": "oppose"}.get(cue.stance, "support")
        return replace(reading, stance=stance, rule=f"{rule}, fading", denied=cue.stance)
    return reading


def _shared(line: Line, reading: Reading) -> Reading | None:
    """The stance that a thing has from its owner: "had Malta's support", "could count on it"."""
    group = read_group(line, line.first_finite, len(line))
    words, first = line.lexicon.words, line.first_finite
    lemmas = line.lemmas(first) | {group.verb.lemma}
    if lemmas & words["sharing"]:
        return reading
    meets = lemmas & words["met_with"] and line.isa("taking_links", first + 1)
    if not (meets or lemmas & (words["enjoying"] | words["counting"])):
        return None
    between = range(line.first_finite + 1, reading.cue[0][0])
    if any(line.isa("negations", at) for at in between) or denied_before(line, line.first_finite):
        stance = denied_stance(reading.stance)
        return replace(reading, stance=stance, denied=reading.stance)
    return reading


def _met_by_text(line: Line, mention: Mention) -> str:
    """English: whether a text meets what somebody has: "met", "not met", or an empty string.

    "The new text takes account of Malta's concerns", "failed to address Malta's concerns".
    """
    verb = mention.start - 1
    while line.isa("taking_account", verb):
        verb -= 1
    taken = verb < mention.start - 1 and "take" in line.lemmas(verb)
    met = verb == mention.start - 1 and line.lemmas(verb) & line.lexicon.words["accommodating"]
    if not (taken or met):
        return ""
    failed = any(
        line.isa("negations", at) or line.lemmas(at) & line.lexicon.words["failing"]
        for at in range(line.first_finite, verb)
    )
    return "not met" if failed else "met"


def spoken_nouns(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """A view as a noun that is the subject of the sentence: "De inzet van Nederland is"."""
    own = _owned_noun(line, others)
    for mention in [own] if own else mentions:
        noun = mention.marker - 1
        if mention.part != "oblique" or others or not mention.actors:
            continue
        presented = _presents(line) and (
            mention.start == 2 if mention is own else noun == 3 and line.isa("articles", 2)
        )
        if mention is not own and not (presented or _opens_with_view(line, mention)):
            continue
        verb = 1 if presented else line.next_finite(mention.stop)
        if verb < 0:
            continue
        end = verb if line.is_dutch and not presented else mention.stop  # "op de zorgen van Y"
        zone = Zone(0, len(line), frozenset(range(noun + 1, max(end, mention.stop))))
        group = read_group(line, verb, len(line))
        if group.passive and group.verb.lemma in (
            line.lexicon.words["handled"] | line.lexicon.words["fading"]
        ):
            continue  # "The UK's position was widely shared"
        neutral = replace(group, verb=Verb(group.verb.lemma, "inform", 1, True))
        answer = _answered(line, noun, verb)
        told = [answer] if answer else read_stances(line, neutral, zone)
        taken = group.verb.lemma in line.lexicon.words["reacted"]
        if taken and (line.is_dutch or gathers(line, group)):
            told = [Reading("inform", 1, ((noun, noun + 1),), TAKEN_UP, False)]
        readings = _of_noun(line, noun, told)
        return [
            Speaker(mention.actors, readings, VIEW_AS_NOUN, mention.start, mention, certain=False)
        ]
    return []


def _opens_with_view(line: Line, mention: Mention) -> bool:
    """Whether a sentence begins with a view and its holder: "Het belangrijkste voor Spanje"."""
    verb = line.next_finite(mention.stop)
    one = any(form.plural is not True for form in line.finite(verb))
    linked = line.isa("holder_links", mention.marker) or (
        one and line.isa("weighed_by", mention.marker)
    )
    first = 1 if line.isa("articles", 0) else 0
    return linked and noun_behind(line, first, "spoken_nouns") == mention.marker


def _answered(line: Line, noun: int, verb: int) -> Reading | None:
    """English: what an answer is: "Finland's answer to both questions was no"."""
    if line.is_dutch or not line.isa("answers", noun) or line.helper(verb) != "be":
        return None
    for place in range(verb + 1, min(len(line), verb + _SHORT)):
        for kind, stance in (("assent_words", "support"), ("refusal_words", "oppose")):
            if line.isa(kind, place) and line.is_sign(place + 1):
                return Reading(stance, 2, ((noun, noun + 1), (place, place + 1)), "answered", False)
    return None


def _of_noun(line: Line, noun: int, readings: list[Reading]) -> tuple[Reading, ...]:
    """The readings with what the noun itself says: a worry, an objection, a wish, a plan."""
    first = readings[0]
    for kind, stance in _SPOKEN:
        planned = kind == "spoken_wishes" and first.stance == "announce" and not line.is_dutch
        if line.isa(kind, noun) and (first.stance in ("inform", "decide") or planned):
            return (replace(first, stance=stance),)
    for kind, stance in _FELT:
        gone = line.isa(kind, noun) and given_up(line, noun, noun + 1)
        if gone and not (line.is_dutch and denied_behind(line, noun + 1)):
            return (replace(first, stance=YIELDED[stance]),)
        if line.isa(kind, noun) and stance == "support" and consent_tied(line, noun):
            return (replace(first, stance="reserve"),)
        if line.isa(kind, noun) and all(one.stance != "reserve" for one in readings):
            return (replace(first, stance=stance),)
    return tuple(readings)


def holders(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """A stance that stands as a noun with its holder: "steun van veel lidstaten".

    Beside another speaker only resistance counts: the support may be what they ask for.
    """
    found = _wished(line, mentions)
    for mention in mentions:
        oblique = mention.part in ("oblique", "agent") and mention.actors
        linked = oblique and line.isa("holder_links", mention.marker)
        if not linked or any(other.passive and other.mention is mention for other in others):
            continue
        earlier = any(other.place < mention.start for other in others)
        edge = _behind_noun(line, mention.marker)
        for place in range(edge - 1, max(-1, edge - _HELD), -1):
            if line.low[place] in (",", ";") or _is_met(line, place) or line.isa("purpose", place):
                break  # "geen noodzaak om het mandaat van de ELA te verruimen"
            if not line.is_dutch and line.isa("negations", place) and line.forms(place + 1):
                break  # "could not accept the amendments tabled by Spain"
            cue = _holder_cue(line, place, edge)
            if cue and _owns_the_thing(line, place, edge, mention, earlier=earlier):
                break
            given = earlier and any(
                line.lemmas(at) & line.lexicon.words["receiving"]
                for at in range(max(0, place - 5), place)
            )
            if cue and not given and _is_said_by(place, mention, others):
                break
            counted = _is_counted_on(line, place, mention)
            start = max(0, place - (BEFORE if counted else 3))
            stance = turned(line, place, edge, cue, Zone(start, edge)) if cue else ""
            if stance == "support" and (consent_tied(line, place) or on_condition(line, mention)):
                stance = "reserve"
            if stance == "support" and _not_counted_on(line, mention):
                stance = "oppose"
            if _kept_off(line, place) and cue:
                stance = denied_stance(cue.stance)
            if (
                cue
                and (stance in OPINIONS or stance == "call")
                and (not earlier or given or stance in ("oppose", "reserve"))
            ):
                rule = f"noun {line.low[place]}"
                reading = Reading(stance, cue.strength, ((place, place + 1),), rule, False)
                found.append(
                    Speaker(
                        mention.actors, (reading,), "holder", mention.start, mention, certain=False
                    )
                )
                break
    return found


def _wished(line: Line, mentions: list[Mention]) -> list[Speaker]:
    """Those of whom a thing is said to be the wish: "was een harde eis van Spanje"."""
    found = []
    for mention in mentions:
        noun = mention.marker - 1
        ends = mention.part == "oblique" and line.isa("of", mention.marker)
        if not (ends and mention.actors and line.isa("wishes_of", noun)):
            continue
        verb = line.first_finite
        wants = verb < noun < verb + _HELD and line.helper(verb) in ("be", "keep")
        denied = any(line.isa("negations", at) for at in range(verb, noun))
        if wants and not denied and not line.isa("presenting", verb - 1):
            cue = ((verb, verb + 1), (noun, noun + 1))
            wish = Reading("call", 2, cue, f"wish {line.low[noun]}", False)
            place = mention.start
            found.append(Speaker(mention.actors, (wish,), "holder", place, mention, certain=False))
    return found


def _owns_the_thing(line: Line, place: int, edge: int, mention: Mention, *, earlier: bool) -> bool:
    """Whether a view is on something of those named: "bezwaar tegen plannen van de Commissie"."""
    about = any(line.isa("prepositions", at) for at in range(place + 1, edge))
    authors = line.lexicon.words["deciding"].issuperset(mention.actors)
    return about and line.isa("of", mention.marker) and (authors or earlier)


def _is_said_by(place: int, mention: Mention, others: list[Speaker]) -> bool:
    """Whether it is the verb of another one: "Malta opposed the role of the Commission"."""
    said = [
        reading.cue[0]
        for other in others
        if other.mention is not mention and other.place < place and not other.passive
        for reading in other.readings
        if reading.cue
    ]
    return any(start <= place < stop for start, stop in said)


def _is_counted_on(line: Line, place: int, holder: Mention) -> bool:
    """Whether a stance is what a thing gets: "kon niet rekenen op de steun van"."""
    counting = line.lexicon.words["counting_on"]
    near = [*range(max(0, place - BEFORE), place), *range(holder.stop, holder.stop + 1)]
    return any(line.lemmas(at) & counting for at in near if at < len(line))


def _not_counted_on(line: Line, mention: Mention) -> bool:
    """Dutch: whether a thing cannot count on it: "Op steun van X hoeft het niet te rekenen"."""
    denied = False
    for place in range(mention.stop, min(len(line), mention.stop + _FAR)):
        if line.is_sign(place) or not line.is_dutch:
            return False
        denied = denied or line.isa("negations", place)
        if denied and line.lemmas(place) & line.lexicon.words["counting_on"]:
            return True
    return False


def _kept_off(line: Line, place: int) -> bool:
    """English: whether a stance does not come about: "failed to win the support of X"."""
    return not line.is_dutch and any(
        line.lemmas(at) & line.lexicon.words["failing"] for at in range(max(0, place - 5), place)
    )


def _is_met(line: Line, place: int) -> bool:
    """Whether a stance as a noun is met by what is said: "doet recht aan de zorgen van"."""
    before = place - 1 if line.isa("determiners", place - 1) else place
    return line.isa("relieving", place) or (before < place and line.isa("relieving", before - 1))


def _behind_noun(line: Line, marker: int) -> int:
    """The place behind a noun whose holder follows, past ", met name" before the preposition."""
    focus = line.lexicon.focus.before(line.low, marker)
    if not focus or focus[0] < 2:
        return marker
    return focus[0] - 1 if line.low[focus[0] - 1] == "," else focus[0]


def _holder_cue(line: Line, place: int, limit: int) -> Cue | None:
    """What a noun before its holder says; a wish only as what somebody prefers."""
    preferred = line.isa("preferences", limit - 1)
    for stop, cue in line.cues(place):
        held = cue.stance in OPINIONS or (preferred and cue.stance == "call")
        if held and cue.zone != "clause" and stop <= limit and not cue.verbs:
            return cue
    return None
