"""Speakers who are no subject: agents, those on whose behalf something is said, holders."""

from dataclasses import replace

from workflow.positions.clauses import Link, clause_begin
from workflow.positions.complements import Zone
from workflow.positions.lexicon import Cue, Verb
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import Reading
from workflow.positions.speakers import OPINIONS, Speaker, beside, subjects
from workflow.positions.stances import read_stances
from workflow.positions.verbgroups import Group, read_group

_REACH = 60
"""How many words from its verb an agent may stand."""


def speakers_of(line: Line, mentions: list[Mention], links: list[Link]) -> list[Speaker]:
    """Everybody who speaks in a sentence, in the order of the text."""
    heads = subjects(line, mentions, links)
    for mention in mentions:
        if not mention.actors or mention.kind == "pronoun":
            continue
        other = None
        if mention.part == "agent":
            other = _agent(line, mention)
        elif mention.part in ("behalf", "view"):
            other = _behalf(line, mention, links)
        elif mention.part == "viewed":
            other = _viewed(line, mention)
        if other:
            heads.append(other)
    heads.sort(key=lambda speaker: speaker.place)
    everyone = [*heads, *_named_beside(line, mentions, heads)]
    everyone += _spoken_nouns(line, mentions, everyone)
    everyone += _holders(line, mentions, everyone)
    return sorted(everyone, key=lambda speaker: (speaker.place, speaker.co))


def _named_beside(line: Line, mentions: list[Mention], heads: list[Speaker]) -> list[Speaker]:
    found = []
    for mention in mentions:
        if mention.part != "co" or not mention.actors or mention.kind == "pronoun":
            continue
        speaker = beside(line, mention, heads)
        if speaker is None and not heads:
            participle = any(
                form.kind == "participle"
                for place in range(mention.marker, mention.start)
                for form in line.forms(place)
            )
            # "werd gesteund door X": the marker itself is the passive.
            speaker = _agent(line, replace(mention, marker=mention.start)) if participle else None
        if speaker:
            found.append(speaker)
    return found


def _agent(line: Line, mention: Mention) -> Speaker | None:
    """The agent of a passive clause: "Door meerdere lidstaten werd gewezen op"."""
    after = mention.stop
    while line.isa("midfield", after):
        after += 1
    if mention.marker > 0 and _is_inflected(line, after):
        return None  # "het door de Commissie gepubliceerde voorstel"
    for place in _nearest(mention, len(line)):
        if line.helper(place) not in ("passive", "be") or not line.finite(place):
            continue
        group = read_group(line, place, len(line))
        if not group.passive or group.lexical == place:
            continue
        if mention.marker > group.lexical and _is_broken(line, group.lexical, mention.marker):
            continue
        begin = max(clause_begin(line, place), place - _REACH)
        stop = min(len(line), max(place, mention.stop) + _REACH)
        span = frozenset(range(mention.start, mention.stop))
        readings = tuple(read_stances(line, group, Zone(begin, stop, span)))
        described = _in_relative(line, place)
        if described and (readings[0].stance not in OPINIONS or group.lexical - place > 2):
            return None
        return Speaker(
            mention.actors, readings, "passive agent", mention.start, mention, passive=True
        )
    return None


def _nearest(mention: Mention, length: int) -> list[int]:
    """The places around a mention, those before it first and the nearest first."""
    before = range(mention.marker - 1, max(-1, mention.marker - _REACH), -1)
    return [*before, *range(mention.stop, min(length, mention.stop + _REACH))]


def _is_inflected(line: Line, place: int) -> bool:
    """Whether a word is a participle with an ending: "gepubliceerde"."""
    word = line.at(place)
    if not word.endswith(("e", "en")):
        return False
    stem = word.removesuffix("e")
    options = {stem: True, stem.removesuffix("n"): True, stem + "en": True, word: False}
    return any(
        form.kind == "participle" and (bent or word.endswith("en"))
        for option, bent in options.items()
        for form in line.lexicon.forms.get(option, ())
    )


def _is_broken(line: Line, first: int, stop: int) -> bool:
    """Whether a clause begins between a participle and what may be its agent."""
    return stop - first > 15 or any(
        line.any_of(("relatives", "purpose", "that"), place) or line.low[place] == ";"
        for place in range(first + 1, stop)
    )


def _in_relative(line: Line, verb: int) -> bool:
    """Whether a verb belongs to a relative clause, which describes: "die worden voorbereid"."""
    for place in range(verb - 1, max(-1, verb - _REACH), -1):
        if line.is_sign(place) or (place < verb - 1 and line.finite(place)):
            return False
        if line.isa("relatives", place) and place > 0:
            return True
    return False


def _behalf(line: Line, mention: Mention, links: list[Link]) -> Speaker | None:
    """Whose the whole sentence is: "volgens X", "namens X", "wat X betreft"."""
    subject = next((link for link in links if link.mention.actors), None)
    same = subject and set(subject.mention.actors) & set(mention.actors)
    if mention.part == "behalf" and same:
        return None  # "Nederland heeft namens het kabinet"
    verb = line.next_finite(mention.stop)
    verb = line.first_finite if verb < 0 else verb
    if verb >= len(line):
        return None
    group = read_group(line, verb, len(line))
    if group.verb.stance in ("", "none", "inform"):
        # The verb may be anybody's: what counts is the words with it, auxiliaries too.
        neutral = Verb(group.verb.lemma, "inform", 1, True)
        group = Group(mention.marker, mention.marker, -1, neutral)
    start = 0 if mention.marker else mention.stop
    skip = frozenset(
        range(mention.start, mention.stop + 1 if mention.part == "view" else mention.stop)
    )
    stop = min(len(line), verb + 2 * _REACH)
    readings = tuple(read_stances(line, group, Zone(start, stop, skip - {verb})))
    return Speaker(mention.actors, readings, mention.part, mention.start, mention)


def _viewed(line: Line, mention: Mention) -> Speaker | None:
    """A view that opens the sentence before its verb: "Voor Nederland is het van belang"."""
    comma = line.at(mention.stop) == ","
    if comma == line.is_dutch or (line.is_dutch and not line.finite(mention.stop)):
        return None
    verb = line.next_finite(mention.stop)
    if verb < 0:
        return None
    span = frozenset(range(mention.start, mention.stop))
    zone = Zone(mention.stop, min(len(line), verb + _REACH), span)
    readings = tuple(read_stances(line, read_group(line, verb, len(line)), zone))
    if readings[0].stance in ("inform", "none"):
        return None
    return Speaker(mention.actors, readings, "view of", mention.start, mention, certain=False)


def _own_noun(line: Line, others: list[Speaker]) -> Mention | None:
    """The own government as the owner of a view: "Mijn inbreng was", "Onze inzet is"."""
    nouns = line.lexicon.phrases["spoken_nouns"]
    if others or len(line) < 3 or not line.isa("self_possessives", 0):
        return None
    found = nouns.first(line.low, 1)
    if not found or not line.finite(found[0]):
        return None
    own = line.lexicon.settings["self_actor"]
    return Mention(0, found[0], (own,), "self", part="oblique", marker=2)


def _spoken_nouns(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """A view as a noun that is the subject of the sentence: "De inzet van Nederland is"."""
    nouns = line.lexicon.phrases["spoken_nouns"]
    own = _own_noun(line, others)
    for mention in [own] if own else mentions:
        noun = mention.marker - 1
        if mention.part != "oblique" or noun not in (0, 1) or others or not mention.actors:
            continue
        if mention is not own and not (
            nouns.first(line.low, noun) and line.isa("holder_links", mention.marker)
        ):
            continue
        verb = line.next_finite(mention.stop)
        if verb < 0:
            continue
        zone = Zone(0, len(line), frozenset(range(mention.start, mention.stop)))
        group = read_group(line, verb, len(line))
        neutral = replace(group, verb=Verb(group.verb.lemma, "inform", 1, True))
        readings = tuple(read_stances(line, neutral, zone))
        if readings[0].stance == "inform" and line.isa("spoken_wishes", noun):
            readings = (replace(readings[0], stance="call"),)
        return [
            Speaker(
                mention.actors, readings, "view as a noun", mention.start, mention, certain=False
            )
        ]
    return []


def _holders(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """A stance that stands as a noun with its holder: "steun van veel lidstaten".

    Beside another speaker only resistance counts: the support may be what they ask for.
    """
    found: list[Speaker] = []
    for mention in mentions:
        oblique = mention.part in ("oblique", "agent") and mention.actors
        if not oblique or not line.isa("holder_links", mention.marker):
            continue
        earlier = any(other.place < mention.start for other in others)
        for place in range(mention.marker - 1, max(-1, mention.marker - 6), -1):
            if line.low[place] in (",", ";") or line.isa("relieving", place):
                break
            cue = _holder_cue(line, place, mention.marker)
            given = any(
                line.lemmas(at) & line.lexicon.words["receiving"]
                for at in range(max(0, place - 5), place)
            )
            if cue and (not earlier or given or cue.stance in ("oppose", "reserve")):
                rule = f"noun {line.low[place]}"
                reading = Reading(cue.stance, cue.strength, ((place, place + 1),), rule, False)
                found.append(
                    Speaker(
                        mention.actors, (reading,), "holder", mention.start, mention, certain=False
                    )
                )
                break
    return found


def _holder_cue(line: Line, place: int, limit: int) -> Cue | None:
    for stop, cue in line.lexicon.cues.at(line.low, place):
        if cue.stance in OPINIONS and cue.zone != "clause" and stop <= limit and not cue.verbs:
            return cue
    return None
