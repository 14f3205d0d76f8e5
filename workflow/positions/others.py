"""Speakers who are no subject: agents, those on whose behalf something is said, holders."""

from dataclasses import replace

from workflow.positions.agents import passive_agent
from workflow.positions.apposition import shared_by, sharing_before
from workflow.positions.asides import (
    SAID_MORE,
    described,
    described_behind,
    presenting,
    tasked,
    with_gerund,
    with_side,
)
from workflow.positions.excessive import excess
from workflow.positions.existing import existing
from workflow.positions.experiencers import experiencer
from workflow.positions.formerviews import with_fate, without_taken_up
from workflow.positions.forwhom import is_served
from workflow.positions.gapping import echoed, gapped, without_them
from workflow.positions.insertions import holds_helper
from workflow.positions.judges import judge
from workflow.positions.lexicon import Verb
from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.mention import Mention
from workflow.positions.nobody import is_aim, only_compared
from workflow.positions.opening import with_openings
from workflow.positions.reading import NEUTRAL, OPINIONS, VIEWS, Reading, Zone
from workflow.positions.sources import paper_says, sources, without_spokesman
from workflow.positions.speakers import Speaker, beside, subjects
from workflow.positions.stances import read_stances
from workflow.positions.valued import valued
from workflow.positions.verbgroups import Group, read_group
from workflow.positions.viewing import as_allowed, as_suggested, as_thought, links_nouns
from workflow.positions.viewnouns import VIEW_AS_NOUN, holders, owned, spoken_nouns
from workflow.positions.weighing import viewed, weighed
from workflow.positions.wordorder import main_finite

_VIEW = 4
"""Words of "in the minister's view"."""
_REACH = 120
"""How many words behind its verb a sentence is read that is somebody's."""
_WISHED = 12
"""How many words behind its verb a denial of what somebody wishes may stand."""
_SPOKEN_FOR = ("behalf", "lidstaten:de")
"""How those are named for whom the named states speak."""


def speakers_of(line: Line, mentions: list[Mention], links: list[Link]) -> list[Speaker]:
    """Everybody who speaks in a sentence, in the order of the text."""
    heads = with_fate(line, subjects(line, mentions, links))
    heads = _with_relatives(line, with_openings(line, echoed(line, heads)))
    heads += gapped(line, mentions, links, heads)
    heads = sharing_before(line, mentions, heads)
    opened = line.is_dutch and any(one.part == "viewed" and not one.marker for one in mentions)
    for mention in mentions:
        if not mention.actors or (mention.kind == "pronoun" and mention.part != "view"):
            continue
        other = None
        if mention.part == "agent":
            other = judge(line, mention) or _agent_described(line, mention)
            other = other or presenting(line, mention)
        elif mention.part in ("behalf", "view"):
            other = _behalf(line, mention, links)
        elif mention.part == "viewed":
            other = None if is_served(line, mention, links) else viewed(line, mention)
        elif judged := _judging(line, mention, heads) or (not opened and weighed(line, mention)):
            other = judged  # "Voor X is een taak voor Y een rode lijn": only X finds it so
        elif not line.is_dutch and all(link.mention is not mention for link in links):
            other = (
                with_gerund(line, mention)
                or described(line, mention)
                or presenting(line, mention)
                or tasked(line, mention)
            )
        elif line.is_dutch:
            other = described_behind(line, mention) or with_side(line, mention)
        if other is None and all(link.mention is not mention for link in links):
            other = experiencer(line, mention, heads)
        if other:
            heads.append(other)
    heads = without_spokesman(line, mentions, sorted(heads, key=lambda speaker: speaker.place))
    if any(one.rule == "judged by" for one in heads):
        heads = [one for one in heads if one.place or not _is_expletive(one)]
    everyone = [*heads, *_named_beside(line, mentions, heads)]
    others = [one for one in everyone if not one.pronoun]
    spoken = spoken_nouns(line, mentions, others) or paper_says(line, mentions, others)
    if spoken:
        everyone = [one for one in everyone if not one.pronoun] + spoken
    else:
        everyone += owned(line, mentions)
    everyone += [] if is_aim(line) else _holding(line, mentions, everyone)
    everyone += _late(line, mentions, everyone)
    everyone += without_them(line, mentions, everyone)
    everyone = without_taken_up(everyone) if line.is_dutch else everyone
    return sorted(everyone, key=lambda speaker: (speaker.place, speaker.co))


def _late(line: Line, mentions: list[Mention], before: list[Speaker]) -> list[Speaker]:
    """Whoever a stance lives with or comes from, where nobody else says anything.

    What a clause tells more of somebody is beside it: "resistance from Malta, which feared a levy".
    """
    told = [one for one in before if line.is_dutch or one.rule != SAID_MORE]
    late = existing(line, mentions, [x for x in told if x.actors and x.rule != VIEW_AS_NOUN])
    late += sources(line, mentions, [one for one in (*told, *late) if not one.pronoun])
    if late and not line.is_dutch:
        late += _named_beside(line, mentions, late)  # "came from Denmark, seconded by Latvia"
    return late


def _holding(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """Whoever holds a view that is a noun, also "enkele lidstaten, waaronder Malta"."""
    held = holders(line, mentions, others)
    if not held or any(one.co for one in others):
        return held
    return held + _named_beside(line, mentions, held)


def _judging(line: Line, mention: Mention, heads: list[Speaker]) -> Speaker | None:
    """Whoever finds something good or bad, and is not whom the subject agrees with or not.

    "Malta was at one with the Commission" is said of Malta alone.
    """
    judged = judge(line, mention)
    if judged is None:
        return None
    spoken = (reading for one in heads if not one.pronoun for reading in one.readings)
    told = {each for reading in spoken for each in reading.cue}
    return None if told & set(judged.readings[0].cue) else judged


def _with_relatives(line: Line, heads: list[Speaker]) -> list[Speaker]:
    """English: the speakers with what a clause says of them: "Malta, which opposed it, asked"."""
    found = []
    for head in heads:
        more = None
        if not line.is_dutch and head.mention and head.mention.part == "bare":
            more = described(line, head.mention, subject=True)
        if more:
            told = {one.stance for one in head.readings}
            views = [one for one in more.readings if one.stance in VIEWS and one.stance not in told]
            head = replace(head, readings=(*head.readings, *views))
        found.append(head)
    return found


def _agent_described(line: Line, mention: Mention) -> Speaker | None:
    """Whoever does what is said passively, with what a clause behind says of them in English.

    "Aid was demanded by Lithuania, which regarded delay as wrong" says two things.
    """
    agent = passive_agent(line, mention)
    more = None if line.is_dutch else described(line, mention)
    if not (agent and more) or {one.stance for one in agent.readings} <= set(NEUTRAL):
        return more or agent
    return replace(agent, readings=(*agent.readings, *more.readings))


def _is_expletive(speaker: Speaker) -> bool:
    """Whether a speaker is the "it" of what somebody finds: "It was vital to Malta that"."""
    return speaker.mention is not None and speaker.mention.actors == ("?it",)


def _named_beside(line: Line, mentions: list[Mention], heads: list[Speaker]) -> list[Speaker]:
    """Those who are named beside a speaker: `met steun van X`, `samen met X`."""
    found = [one for mention in mentions if (one := shared_by(line, mention, heads))]
    for mention in mentions:
        if mention.part != "co" or not mention.actors or mention.kind == "pronoun":
            continue
        if _part_of_a_thing(line, mention, mentions, heads) or _is_joined(mention, heads):
            continue
        passive = line.helper(mention.marker - 1) in ("be", "passive")
        passive = passive and not _joined_in(line, mention.marker)
        speaker = None if passive else beside(line, mention, [*heads, *found])
        if speaker is None and (passive or not heads):
            participle = any(
                form.kind == "participle"
                for place in range(mention.marker, mention.start)
                for form in line.forms(place)
            )
            # "werd gesteund door X": the marker itself is the passive.
            speaker = (
                passive_agent(line, replace(mention, marker=mention.start)) if participle else None
            )
        if speaker:
            found.append(speaker)
    return found


def _is_joined(mention: Mention, heads: list[Speaker]) -> bool:
    """Whether somebody is only named as whom another one joins: "Hungary joined France"."""
    said = (mention.marker, mention.marker + 1)
    return any(reading.cue == (said,) for one in heads for reading in one.readings)


def _joined_in(line: Line, marker: int) -> bool:
    """English: whether others join what was just said: ", a plea in which it was joined by X"."""
    pronoun = line.lexicon.pronouns.get(line.at(marker - 2), "")
    return bool(pronoun) and line.isa("relatives", marker - 3) and not line.is_dutch


def _part_of_a_thing(
    line: Line, mention: Mention, mentions: list[Mention], heads: list[Speaker]
) -> bool:
    """Whether a name is part of what is spoken of: "on the Eastern Partnership, including Ukraine".

    Of one speaker nobody is a part, unless the name stands right behind.
    """
    head = next((one.mention for one in reversed(heads) if one.place < mention.marker), None)
    if head is None:
        return False
    if only_compared(line, head, mention):
        return True  # "vond dat de Unie, net als Japan, zou moeten meedoen"
    if not line.isa("inclusive", mention.marker):
        return False
    groups = [one for one in (head, *mentions) if one.plural or one.kind in ("group", "generic")]
    if head in groups or any(one.stop in (mention.marker, mention.marker - 1) for one in groups):
        return False
    return mention.marker > head.stop + 1


def _felt(line: Line, mention: Mention) -> Reading | None:
    """What the words before a name say that it felt: "to the regret of Portugal"."""
    for place in range(mention.marker, mention.start):
        for _, cue in line.cues(place):
            if cue.stance in OPINIONS and not cue.verbs:
                return Reading(cue.stance, 2, ((place, place + 1),), f"felt {line.low[place]}")
    return None


def _is_theirs(line: Line, mention: Mention, subject: Link) -> bool:
    """Whether "de minister" inside what another state says is that state's own minister.

    English: also where the words of a view stand around it: "in the minister's view".
    """
    own = (line.lexicon.settings["self_actor"],)
    around = _VIEW if mention.part == "view" and mention.core == mention.start else 1
    bare = mention.kind == "role" and mention.stop - mention.core <= around
    foreign = subject.mention.actors[0].startswith("land:") and subject.mention.actors != own
    return bare and mention.actors == own and foreign and subject.mention.stop < mention.start


def _says_nothing(line: Line, mention: Mention, subject: Link) -> bool:
    """Whether nobody else speaks here than the subject."""
    theirs = _is_theirs(line, mention, subject) or _is_found_in(line, mention, subject)
    return theirs or _are_named(mention, subject)


def _are_named(mention: Mention, subject: Link) -> bool:
    """Whether those for whom is spoken are named: "Namens de zuidelijke lidstaten vroegen X, Y"."""
    return (mention.part, *mention.actors) == _SPOKEN_FOR and len(subject.mention.actors) > 1


def _without(mention: Mention, spoken: set[str]) -> Mention:
    """The mention without whoever speaks: "Namens de Benelux vroeg Luxemburg"."""
    return replace(mention, actors=tuple(one for one in mention.actors if one not in spoken))


def _behalf(line: Line, mention: Mention, links: list[Link]) -> Speaker | None:
    """Whose the whole sentence is: "volgens X", "namens X", "wat X betreft"."""
    subject = next((link for link in links if link.mention.actors), None)
    same = subject and set(subject.mention.actors) & set(mention.actors)
    if mention.part == "behalf" and same and not (subject and subject.final):
        mention = _without(mention, same)
        if not mention.actors:
            return None  # "Nederland heeft namens het kabinet"
    if subject and _says_nothing(line, mention, subject):
        return None
    regards = mention.stop < len(line) and line.lexicon.phrases["regards"].first(
        line.low, mention.stop
    )
    viewed = mention.part == "view"
    behind = regards[0] if viewed and regards else mention.stop
    verb = _verb_of(line, mention, behind)
    if verb >= len(line):
        return _thought(line, mention, behind)
    end = _next_clause(line, mention, verb, links) if viewed else len(line)
    group = read_group(line, verb, end)
    suggests, last = line.is_dutch and viewed and group.would, group.last
    modal = viewed and _is_duty(line, verb)
    if modal or group.verb.stance in ("", "none", "inform"):
        # The verb may be anybody's: what counts is the words with it, auxiliaries too.
        finds = line.is_dutch and viewed and line.helper(verb) == "be"
        lemma = line.lexicon.settings["finding"] if finds else group.verb.lemma
        group = Group(mention.marker, mention.marker, -1, Verb(lemma, "inform", 1, True))
    owed = modal and not line.is_dutch  # "According to X, support for Y must not be cut"
    start = verb if owed else 0 if mention.marker else mention.stop
    skip = frozenset(range(mention.start, behind)).union(links_nouns(line, mention, verb))
    stop = min(end, verb + _REACH)
    zone = Zone(start, stop, skip - {verb})
    told = read_stances(line, group, zone)
    readings = tuple(as_thought(one) if viewed else _with_verb(one, last) for one in told)
    felt = _felt(line, mention)
    if felt:
        return Speaker(mention.actors, (felt,), "felt by", mention.start, mention)
    beyond = excess(line, zone) if viewed else None
    if beyond and readings[0].stance in NEUTRAL:
        readings = (beyond,)
    if viewed and readings[0].stance in NEUTRAL:
        readings = tuple(valued(line, start, zone)) or readings
    if behind > mention.stop or (viewed and _is_unneeded(line, verb)):
        readings = tuple(_as_wished(line, verb, reading) for reading in readings)
    readings = tuple(as_allowed(line, mention, verb, reading) for reading in readings)
    if suggests:
        readings = tuple(as_suggested(line, zone, verb, reading) for reading in readings)
    return Speaker(mention.actors, readings, mention.part, mention.start, mention)


def _is_duty(line: Line, verb: int) -> bool:
    """Whether a verb says what must be: "should", English also "had to"."""
    had = not line.is_dutch and line.helper(verb) == "have"
    return line.helper(verb) == "modal" or (had and line.isa("mark", verb + 1))


def _is_found_in(line: Line, mention: Mention, subject: Link) -> bool:
    """Dutch: whether a view is what the subject shares or not: "kon zich niet vinden in de lezing".

    Then the sentence is not that of whoever has the view.
    """
    if not line.is_dutch or mention.part != "view" or mention.marker < subject.verb:
        return False
    between = range(subject.verb, mention.marker)
    shares = any(line.lemmas(at) & line.lexicon.words["found_in"] for at in between)
    return shares and line.first_of("reflexives", between) >= 0


def _next_clause(line: Line, mention: Mention, verb: int, links: list[Link]) -> int:
    """Dutch: where a clause of others opens behind a view: ", en ook Nederland heeft gepleit"."""
    behind = max(verb, mention.stop)
    begins = (
        one.begin
        for one in links
        if line.is_dutch and one.rule == "subject-first" and not one.mention.pronoun
    )
    return min((at for at in begins if at > behind), default=len(line))


def _verb_of(line: Line, mention: Mention, behind: int) -> int:
    """The verb of the sentence that is somebody's: right before the name, behind it, or first."""
    inside = holds_helper(line, mention.marker)
    if inside >= 0:
        return inside  # "should not, in the Commission's view, be extended"
    between = line.at(mention.marker - 1) == "," == line.at(behind)
    if between and not line.is_dutch and main_finite(line) < mention.marker:
        return main_finite(line)  # "remained closed, as we had asked, and Spain objected"
    helped = line.is_dutch and line.helper(mention.marker - 1) and line.helper(behind) == "can"
    if line.finite(mention.marker - 1) and (helped or not line.finite(behind)):
        return mention.marker - 1
    verb = line.next_finite(behind)
    return main_finite(line) if verb < 0 else verb


def _with_verb(reading: Reading, last: int) -> Reading:
    """What is done on behalf of somebody, told by the verb as well: "namens X toegelicht"."""
    told = any(start <= last < stop for start, stop in reading.cue)
    return reading if told else replace(reading, cue=(*reading.cue, (last, last + 1)))


def _thought(line: Line, mention: Mention, behind: int) -> Speaker | None:
    """Dutch: whoever thinks so, where the verb is not known: "volgens Polen ontbeert het"."""
    if not line.is_dutch or mention.part != "view":
        return None
    start = 0 if mention.marker else behind
    skip = frozenset(range(mention.start, behind))
    told = Reading("inform", 1, ((mention.marker, mention.marker + 1),), "view")
    readings = tuple(valued(line, start, Zone(start, len(line), skip))) or (told,)
    return Speaker(mention.actors, readings, "view", mention.start, mention)


def _is_unneeded(line: Line, verb: int) -> bool:
    """Dutch: whether a thing need not be there: "hoeft er geen richtlijn meer te komen"."""
    if not line.is_dutch or not line.lemmas(verb) & line.lexicon.words["needing_not"]:
        return False
    infinitives = [at for at in range(verb + 1, len(line)) if line.isa("mark", at - 1)]
    return all(line.lemmas(at) & {"komen"} for at in infinitives)


def _as_wished(line: Line, verb: int, reading: Reading) -> Reading:
    """Dutch: what is to be done as far as somebody is concerned: "wat X betreft komt er geen"."""
    plain = reading.stance in ("inform", "decide", "")
    if not plain or not line.lemmas(verb) & line.lexicon.words["should_be"]:
        return reading
    denied = any(
        line.isa("negations", at) and not line.isa("enough", at + 2)
        for at in range(verb + 1, min(len(line), verb + _WISHED))
    )  # "kan het niet snel genoeg gaan" is no denial
    return replace(reading, stance="oppose" if denied else "call", certain=False)
