"""From names and clauses to speakers: who stands where, in one sentence."""

from dataclasses import dataclass, replace

from workflow.positions.asking import asks_around, sketches
from workflow.positions.assenting import gone_ahead
from workflow.positions.butnot import but_not
from workflow.positions.earlier import as_earlier
from workflow.positions.forwhom import is_viewed
from workflow.positions.insertions import inserted
from workflow.positions.insideclauses import of_those_who, said_inside
from workflow.positions.joining import as_deed, denied_first, in_doing, is_bare, is_due, is_given
from workflow.positions.line import Line
from workflow.positions.links import CONCLUDED, ON_CONDITION, Link
from workflow.positions.mention import Mention
from workflow.positions.model import is_state
from workflow.positions.predicates import predicates
from workflow.positions.reading import NEUTRAL, OPINIONS, VIEWS, Reading, Zone
from workflow.positions.saying import said_before, says_before
from workflow.positions.sharedviews import counts_on
from workflow.positions.sides import side_first, view_first
from workflow.positions.stances import read_stances
from workflow.positions.turning import denied_stance
from workflow.positions.verbgroups import Group, read_final_group, read_group
from workflow.positions.viewing import as_noted, as_planned, as_wished, is_told_of
from workflow.positions.wordorder import goes_on_behind

_GATHERED = 7
"""Words from a verb among which it says that others sided with its subject, at most."""
_CHAIRING = 6
"""Words behind a verb within which stands that somebody has the chair."""
_SAID = 5
"""Words before "that" within which a verb of saying may stand."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One name, or list of names, with the stances that its clause gives it."""

    actors: tuple[str, ...]
    readings: tuple[Reading, ...]
    rule: str
    place: int
    """Place of the word at which it stands, for the order of the sentence."""
    mention: Mention | None = None
    co: bool = False
    implicit: bool = False
    passive: bool = False
    certain: bool = True

    @property
    def pronoun(self) -> bool:
        """Whether it is named by a pronoun or a role only."""
        return self.mention is not None and self.mention.pronoun


def subjects(line: Line, mentions: list[Mention], links: list[Link]) -> list[Speaker]:
    """Those who speak as the subject of a clause."""
    skip = frozenset(
        place
        for mention in mentions
        if mention.kind != "pronoun"
        for place in range(mention.marker if mention.part == "co" else mention.core, mention.stop)
    )
    viewed = [one for one in mentions if one.part == "view" and one.marker == 0]
    ends = [one.marker - 1 for one in mentions if one.part == "viewed" and one.marker > 0]
    named = [link for link in links if not link.mention.pronoun]
    sayer = next((link for link in named if says_before(line, link)), None)
    before = named[: named.index(sayer)] if sayer else []
    if line.is_dutch and sayer and any(x.mention.actors == sayer.mention.actors for x in before):
        links = [link for link in links if link is not sayer]
        sayer = None  # "Het kabinet steunt de heffing, zo zei de minister"
    idle = [
        one for one in links if one.rule == CONCLUDED and not _subject(line, one, len(line), skip)
    ]
    links = [one for one in links if one not in idle]
    found: list[Speaker] = []
    for link in links:
        if link.mention.kind == "excluded" or (viewed and _quoted(line, link, viewed[0], links)):
            continue
        if sayer and link is not sayer and link.begin < sayer.begin:
            continue  # "De Commissie gaat te ver, zo meende Estland"
        stop = _clause_stop(line, link, links, ends)
        speaker = _subject(line, link, stop, skip)
        told_of = speaker and (
            _is_described(line, link, stop, mentions, speaker)
            or is_told_of(line, link, stop, mentions, speaker.readings)
        )
        if speaker and not told_of:
            found.append(_elliptic(line, link, speaker, found))
    return found


def _elliptic(line: Line, link: Link, speaker: Speaker, before: list[Speaker]) -> Speaker:
    """English: the speaker with what an auxiliary alone takes up: "but Belgium was not"."""
    if line.is_dutch or not before or not line.helper(link.verb):
        return speaker
    denied = line.isa("negations", link.verb + 1)
    if not line.is_sign(link.verb + 1 + denied) or link.verb <= before[-1].place:
        return speaker
    said = before[-1].readings[0]
    stance = denied_stance(said.stance) if denied else said.denied or said.stance
    cue = ((link.verb, link.verb + 1 + denied),)
    base = said.stance if denied else ""
    reading = Reading(stance, said.strength, cue, "ellipsis", denied=base)
    return replace(speaker, readings=(reading,))


def _quoted(line: Line, link: Link, view: Mention, links: list[Link]) -> bool:
    """Whether a subject stands in what another thinks: "Volgens X moet de Commissie"."""
    if link is not links[0]:
        return False
    if not line.is_dutch:
        return not link.mention.pronoun
    return link.rule == "inversion" and link.begin <= view.start


def _is_described(
    line: Line, link: Link, stop: int, mentions: list[Mention], speaker: Speaker
) -> bool:
    """Dutch: whether a subject is what another finds it: "Turkije is volgens X onmisbaar"."""
    if is_viewed(line, link, mentions):
        return True
    if not line.is_dutch or not line.lemmas(link.verb) & line.lexicon.words["linking"]:
        return False
    viewed = any(
        one.part in ("view", "viewed") and link.begin < one.start < stop and one is not link.mention
        for one in mentions
    )
    told = {one.stance for one in speaker.readings}
    outside = all(map(line.lexicon.is_outside, speaker.actors)) and "oppose" not in told
    return viewed and (outside or told <= {"call", "inform"})


def _subject(line: Line, link: Link, stop: int, skip: frozenset[int]) -> Speaker | None:
    readings: list[Reading] = []
    groups = _groups(line, link, stop, skip)
    due = False
    for group, zone in (in_doing(line, *of_those_who(line, *each)) for each in groups):
        if due and is_bare(line, group):
            continue  # "The Commission should listen and accept changes"
        if _is_no_deed(line, group, link, stop):
            continue
        if group.helper == "modal" and not line.is_dutch and link.mention.kind != "self":
            due = True
            continue  # "The Council should act": what somebody else wants of it
        if is_due(line, group, link.mention):
            continue  # "Member States are to report": their duty
        told = but_not(line, zone, read_stances(line, group, zone))
        said = by_council(line, group, link.mention, told)
        said = [_as_allowed(line, group, link, one) for one in said]
        if link.rule == CONCLUDED:  # what others leave undone is no opinion of theirs
            said = [one for one in said if one.denied != "announce"]
        said = [
            as_deed(line, group, link, as_noted(line, group, link.mention, one)) for one in said
        ]
        readings.extend(one for one in said if not is_given(line, group, one))
    side = side_first(line, link.begin, link.verb) if link.rule == "inversion" else None
    if link.rule == "inversion":
        readings = view_first(line, link.begin, link.verb, readings)
    readings = [side] if side else readings
    conceding = line.lemmas(link.verb) & line.lexicon.words["conceding"]
    if says_before(line, link) and not (line.is_dutch and conceding):
        readings = _by_saying(line, link, readings)
    readings = as_earlier(line, link.mention.actors, readings)
    if not readings or _is_fact(line, link, readings):
        return None
    readings = _beyond_thanks(line, readings)
    if link.opinion_only and readings[0].stance not in OPINIONS:
        kinds: tuple[str, ...] = (*VIEWS, "announce") if _says_of_self(line, link) else OPINIONS
        own = link.mention.pronoun and line.helper(link.verb) == "future"
        if line.is_dutch:  # ", waarvoor zij X zal doen"
            kinds = ("announce",) if own else ()
        later = [one for one in readings if one.stance in kinds]
        if not later:
            return None
        readings = later  # ", which France had tabled and continued to defend"
    mention = link.mention
    if link.rule == ON_CONDITION:
        readings = [replace(one, stance="reserve") for one in readings]
    if link.denied(line) and not any(line.isa("admitting", link.verb + at) for at in range(1, 6)):
        readings = [denied_first(line, one) for one in readings]
    actors = _within(line, mention.actors, readings)
    return Speaker(actors, tuple(readings), link.rule, mention.start, mention, certain=link.certain)


def _within(line: Line, actors: tuple[str, ...], readings: list[Reading]) -> tuple[str, ...]:
    """The actors, without states outside the Union that only do something together with others."""
    inside = tuple(one for one in actors if not line.lexicon.is_outside(one))
    told = {one.stance for one in readings} <= {*NEUTRAL, "decide"}
    return inside if inside and told else actors


def _groups(line: Line, link: Link, stop: int, skip: frozenset[int]) -> list[tuple[Group, Zone]]:
    """The verbs of a subject, each with the words that go with it."""
    if says_before(line, link):
        return [said_before(line, link, stop, skip)]
    if link.final:
        group = read_final_group(line, link.mention.stop, link.verb, stop)
        return [] if group.passive else [(group, Zone(link.mention.stop, stop, skip))]
    return [said_inside(line, link, *each) for each in predicates(line, link, stop, skip)]


def _is_no_deed(line: Line, group: Group, link: Link, stop: int) -> bool:
    """Whether a verb says nothing that its subject does: done to it, about it, or by the way."""
    if group.passive or _receives(line, group, link) or _is_topic(line, group, link, stop):
        return True
    return _is_event(line, group, link) or _attends(line, group, link) or chairs(line, group)


def _as_allowed(line: Line, group: Group, link: Link, reading: Reading) -> Reading:
    """What all may do is no plan of theirs: "De lidstaten kunnen opmerkingen indienen".

    Nor is what a state only wants (`viewing.as_wished`); what a chair will propose is.
    """
    reading = as_planned(line, group, link.mention, reading)
    all_may = group.helper == "can" and link.mention.actors == ("lidstaten:de",)
    plans = reading.stance in ("announce", "decide") or reading.denied == "announce"
    if not (line.is_dutch and all_may and plans):
        return as_wished(line, group, link.mention, reading)
    return replace(reading, stance="inform", certain=False)


def _says_of_self(line: Line, link: Link) -> bool:
    """English: whether somebody tells of themselves: "I explained that we regard this as due"."""
    before = range(max(0, link.begin - _SAID), link.begin)
    said = any(line.lemmas(place) & line.lexicon.words["speaking"] for place in before)
    return said and link.mention.kind == "self" and line.isa("that", link.begin)


def _by_saying(line: Line, link: Link, readings: list[Reading]) -> list[Reading]:
    """English: the readings, or what the verb says by itself: "It might help, Italy suggested"."""
    verb = read_group(line, link.verb, len(line)).verb
    if any(one.stance not in NEUTRAL for one in readings):
        return readings
    if verb.stance not in (*VIEWS, "announce"):
        return readings
    rule = f"verb {verb.lemma}"
    return [Reading(verb.stance, verb.strength, ((link.verb, link.verb + 1),), rule, False)]


def _beyond_thanks(line: Line, readings: list[Reading]) -> list[Reading]:
    """The readings without thanks, where more is said: "thanked X and supported the plan"."""
    if len(readings) == 1:
        return readings
    more = [one for one in readings if not _is_thanks(line, one)]
    return more if any(one.stance not in NEUTRAL for one in more) else readings


def _is_thanks(line: Line, reading: Reading) -> bool:
    return any(line.lemmas(at) & line.lexicon.words["thanking"] for at, _ in reading.cue)


def by_council(
    line: Line, group: Group, mention: Mention, readings: list[Reading]
) -> list[Reading]:
    """The readings, where who is no council and approves of something supports it."""
    if group.verb.lemma in line.lexicon.words["thanking"] and mention.actors == (
        "voorzitterschap",
    ):
        return [replace(one, stance="inform") for one in readings]  # its courtesy
    chair = mention.actors == ("voorzitterschap",)
    if asks_around(line, group, chair) or (chair and sketches(line, group, readings)):
        return [replace(readings[0], stance="inform")]
    if mention.actors[:1] == ("raad",):
        readings = [gone_ahead(line, group, one) for one in readings]
    if mention.actors == ("raad",) and group.verb.lemma in line.lexicon.words["dwelling"]:
        # What it dwelt upon is what it spoke about, whatever that is called.
        return [replace(one, stance="none") for one in readings[:1]]
    councils = line.lexicon.words["deciding"]
    if group.verb.lemma in line.lexicon.words["agreeing"] and mention.actors[:1] != ("raad",):
        councils = frozenset()
    bodies = {actor.split(":")[0] for actor in mention.actors}
    if group.verb.lemma in line.lexicon.words["arranging"] and not councils & bodies:
        # What states arranged with one another is no decision of the Council.
        return [
            replace(one, stance="inform") if one.stance == "decide" else one for one in readings
        ]
    if group.verb.lemma not in line.lexicon.words["approving"] or councils & bodies:
        return readings
    return [replace(one, stance="support") if one.stance == "decide" else one for one in readings]


def _clause_stop(line: Line, link: Link, links: list[Link], ends: list[int]) -> int:
    """Where the clause ends: at the next clause that has a subject or a holder of its own."""
    behind = max(link.verb, link.mention.start)
    aside = inserted(line, link.verb) if line.is_dutch else range(0)
    begins = [*(one.begin for one in links if one.begin not in aside), *ends]
    later = sorted(begin for begin in begins if begin > behind)
    stop = next((at for at in later if not goes_on_behind(line, at)), len(line))
    for place in range(max(link.verb, link.mention.stop), stop):
        if line.text[place] == ";":
            return place
        if line.is_dutch and line.text[place] == "," and line.isa("turned_if", place + 1):
            return place  # ", mocht er draagvlak zijn"
    return stop


def chairs(line: Line, group: Group) -> bool:
    """Whether somebody only has the chair: "was in the chair", "zat de vergadering voor"."""
    if group.verb.lemma in line.lexicon.words["chairing"]:
        return True
    led = group.particle < 0 and line.has_phrase("chairs")
    return led and line.first_phrase("chairs", group.finite, group.finite + _CHAIRING) is not None


def _receives(line: Line, group: Group, link: Link) -> bool:
    """Whether the subject is spoken to: "kreeg het verzoek"."""
    if group.helper == "want":
        return False  # "wilden eerst zicht krijgen op"
    found = group.verb.lemma == line.lexicon.settings["finding"] and not line.is_dutch
    if found and line.isa("enclosed", group.last + 1):
        return True  # "Delegations will find attached"
    gets = group.verb.lemma in line.lexicon.words["receiving"] or counts_on(line, group)
    gets = gets or (gathers(line, group) and all(map(is_state, link.mention.actors)))
    return gets and link.mention.actors != ("raad",)


def gathers(line: Line, group: Group) -> bool:
    """Whether the subject finds others on its side, or not: "vond geen steun", "won few allies"."""
    if group.verb.lemma not in line.lexicon.words["gathering"]:
        return False
    for place in range(group.finite + 1, min(len(line), group.finite + _GATHERED)):
        if line.isa("gathered", place):
            finds = group.verb.lemma == line.lexicon.settings["finding"]
            return not finds or line.isa("so_much", place - 1)  # "vond steun te duur" judges it
        if line.is_sign(place) or line.any_of(("that", "mark", "reflexives"), place):
            return False
    return False


def _attends(line: Line, group: Group, link: Link) -> bool:
    """Whether a subordinate clause only says that somebody was there: "waarbij X aanzat"."""
    return link.final and group.verb.lemma in line.lexicon.words["attending"]


def _is_event(line: Line, group: Group, link: Link) -> bool:
    """Whether the name is a meeting that took place: "vond de Raad plaats"."""
    if link.mention.actors != ("raad",):
        return False
    planned = line.helper(group.finite) == "be" and line.isa("planned", group.finite + 1)
    return planned or group.verb.lemma in line.lexicon.words["occurring"]


def _is_topic(line: Line, group: Group, link: Link, stop: int) -> bool:
    """Whether the name is what was talked about: "kwam Mali ter sprake"."""
    if group.verb.lemma not in line.lexicon.words["topic_verbs"]:
        return False
    topics = line.lexicon.phrases["topic"]
    named = any(actor.startswith("land:") for actor in link.mention.actors)
    return named and any(
        topics.first(line.low, at) and not line.isa("articles", at - 1)
        for at in range(link.verb + 1, stop)
    )


def _is_fact(line: Line, link: Link, readings: list[Reading]) -> bool:
    """Whether a third state only does something that nobody says: "Egypte huisvest"."""
    actors = link.mention.actors
    third = bool(actors) and all(map(line.lexicon.is_outside, actors))
    deeds = ("decide",) if not line.is_dutch else ()
    return third and all(not one.certain or one.stance in deeds for one in readings)


def beside(line: Line, mention: Mention, heads: list[Speaker]) -> Speaker | None:
    """Somebody named beside a speaker takes the speaker's stance: "waaronder X"."""
    before = [head for head in heads if head.place < mention.marker]
    if line.is_dutch and line.at(mention.marker - 1) == ";" and line.finite(mention.stop):
        before = [head for head in heads if head.place > mention.marker][:1] or before
    head = before[-1] if before else next(iter(heads), None)
    if head is None or head.mention is None or (not before and _in_relative(line, mention.marker)):
        return None
    others = tuple(actor for actor in mention.actors if actor not in head.actors)
    if not others:
        return None
    return replace(
        head,
        actors=others,
        rule=f"beside {head.rule}",
        place=mention.start,
        mention=replace(mention, pronoun=False),
        co=True,
    )


def _in_relative(line: Line, place: int) -> bool:
    """Dutch: whether a clause about a noun goes on here: ", die Malta met Y uitvoerde, is"."""
    comma = next((at for at in range(place - 1, 0, -1) if line.is_sign(at)), 0)
    opens = line.is_dutch and comma > 0 and line.isa("relative_openers", comma + 1)
    return opens and line.next_finite(place, line.sign_from(place)) >= 0
