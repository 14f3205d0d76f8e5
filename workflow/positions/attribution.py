"""From the sentences of a report to attributions: suggestions, never facts."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from workflow.positions.auxiliaries import CONSIDERING
from workflow.positions.carrying import Context, resolve
from workflow.positions.clauses import find_links
from workflow.positions.excepting import as_all, without_some
from workflow.positions.gapping import set_against, without_former
from workflow.positions.heldnow import held_now
from workflow.positions.insertions import without_set_in
from workflow.positions.lexicon import Lexicon
from workflow.positions.line import Line
from workflow.positions.links import DONE_BEFORE
from workflow.positions.loading import check_language, load_lexicon
from workflow.positions.mentions import Known, Mention, find_mentions
from workflow.positions.model import Attribution
from workflow.positions.nosubject import none_of_it
from workflow.positions.others import speakers_of
from workflow.positions.owners import with_views
from workflow.positions.parts import read_parts
from workflow.positions.pronouns import of_their_own
from workflow.positions.reading import NEUTRAL, Reading
from workflow.positions.saidas import said_as
from workflow.positions.speakers import Speaker
from workflow.positions.turning import denied_stance
from workflow.positions.unnamed import SOME, carry, shared_before
from workflow.positions.verbless import noted, verbless
from workflow.report.model import Item, Report

_NOBODY = ("lidstaten:geen",)
_BEFORE = (DONE_BEFORE,)
_ASIDES = ("with a gerund", "with a side", *_BEFORE)
"""Rules by which somebody speaks beside what the sentence itself tells."""
_AGENCY = ("ag:", "derde:")
_BODIES = ("voorzitterschap", "commissie", "raad", "ep", "ag:", "derde:")
"""Actors, or their first letters, that are no member states."""
BESIDE = 5
"""Words from a group within which a word may say that all of them are meant."""


def attribute(
    report: Report, lexicon: Lexicon | None = None
) -> tuple[tuple[Attribution, ...], ...]:
    """Who says or decides what, per item in the order of `report.items()`.

    Without `lexicon` the shipped one of the report's language is used. Raises WorkflowError
    for a language without a lexicon.
    """
    if lexicon is None:
        check_language(report.language)
        lexicon = load_lexicon(report.language)
    known = Known(report.dates[0] if report.dates else None, {})
    return tuple(_item(item, lexicon, known) for _, item in report.items())


def _item(item: Item, lexicon: Lexicon, known: Known) -> tuple[Attribution, ...]:
    """The attributions of one item, sentence by sentence."""
    context = Context()
    found: list[Attribution] = []
    for sentence in item.sentences:
        line = Line(sentence.text, lexicon)
        context.enter(sentence.paragraph, line)
        if not len(line):
            continue
        mentions, speakers = read_sentence(line, known)
        read = partial(_speakers, known)
        speakers = held_now(line, mentions, read) or noted(line, mentions, read) or speakers
        speakers = set_against(speakers or verbless(line, mentions), context.stance)
        explicit = _without_asides(line, resolve(line, speakers, context, mentions))
        explicit = without_former(line, explicit)
        if not any(speaker.actors for speaker in explicit):
            explicit = carry(line, mentions, context)
        elif all(one.rule in (_BEFORE if line.is_dutch else _ASIDES) for one in explicit):
            explicit = [*_decided(line, mentions, context), *explicit]
        else:
            explicit = [*shared_before(line, explicit), *explicit]
        entries = _merged(explicit, line, sentence.number, context)
        context.leave(line, mentions, entries)
        found.extend(entries)
    return tuple(found)


def _decided(line: Line, mentions: list[Mention], context: Context) -> list[Speaker]:
    """The Council that decides where others only stand aside: "with Spain abstaining"."""
    before = line.isa("done_before", 0)
    told = carry(
        line,
        [one for one in mentions if one.start <= line.first_finite and not before],
        context,
    )
    return [one for one in told if one.actors == ("raad",)]


def read_sentence(line: Line, known: Known) -> tuple[list[Mention], list[Speaker]]:
    """Every name in a sentence, and everybody who speaks with what the clause says."""
    named = of_their_own(line, find_mentions(line, known))
    mentions = read_parts(line, with_views(line, named, known))
    mentions = said_as(line, mentions)
    links = without_set_in(line, find_links(line, mentions))
    return mentions, none_of_it(line, speakers_of(line, mentions, links))


def _speakers(known: Known, line: Line) -> list[Speaker]:
    """Everybody who speaks in a sentence."""
    return read_sentence(line, known)[1]


def _without_asides(line: Line, speakers: list[Speaker]) -> list[Speaker]:
    """The speakers without facts that a subordinate clause sets beside what they say.

    "While we remain a member we will play our part": the main clause tells. That nobody took the
    floor is nobody's view, nor is what happens to those who were just named: "whereas all of them
    benefited". What was done before by a verb alone may be no view: "After Malta had welcomed the
    guests".
    """
    kept = [
        one
        for one in speakers
        if one.rule != DONE_BEFORE or not all(map(_is_routine, one.readings))
        if not (_only_tells(one) and (one.actors == _NOBODY or _takes_up(line, one, speakers)))
    ]
    return [
        one
        for one in kept
        if one.rule != "subordinate"
        or {reading.stance for reading in one.readings} != {"inform"}
        or not any(other is not one and other.actors == one.actors for other in kept)
    ]


def _is_routine(reading: Reading) -> bool:
    """Whether a verb alone says yes, as to the report of a meeting or to guests."""
    return reading.stance == "support" and len(reading.cue) == 1


def _takes_up(line: Line, speaker: Speaker, before: list[Speaker]) -> bool:
    """Whether a subordinate clause tells of some of those who were named: "all of them"."""
    mention = speaker.mention
    back = mention and any(line.isa("them", at) for at in range(mention.start, mention.stop))
    return (
        bool(back)
        and speaker.rule == "subordinate"
        and any(one.place < speaker.place for one in before)
    )


def _only_tells(speaker: Speaker) -> bool:
    return all(one.stance in NEUTRAL for one in speaker.readings)


def _merged(
    speakers: Iterable[Speaker], line: Line, number: int, context: Context
) -> list[Attribution]:
    """One attribution per actor and stance, in the order of the sentence."""
    found: dict[tuple[str, str], Attribution] = {}
    for speaker in speakers:
        for actor in (_sized(actor, speaker.mention, line) for actor in speaker.actors):
            for reading in speaker.readings:
                reading = _of_body(_for_some(reading, actor, speaker.mention, line), actor, line)
                key = (actor, reading.stance)
                if key not in found:
                    found[key] = _entry(speaker, actor, reading, line, number, context)
    return list(found.values())


def _for_some(reading: Reading, actor: str, mention: Mention | None, line: Line) -> Reading:
    """What is said of not all, which some of them deny: "niet alle lidstaten steunden"."""
    if mention is None or actor != SOME:
        return reading
    inside = range(mention.start, mention.stop)
    if not any(line.isa("negations", at) for at in inside):
        return reading
    return replace(reading, stance=denied_stance(reading.stance))


def _of_body(reading: Reading, actor: str, line: Line) -> Reading:
    """What a body of the Union says that no member state would mean so.

    That the Council has not decided yet is no reservation: "De Raad nam nog geen besluit"; that
    it thinks of a thing is no position at all: "The Council was considering the matter". Nor is
    it one that a chair or an agency waits for something: "Europol awaited the study"; nor that an
    agency finds no danger.
    """
    if actor == "raad" and reading.rule == CONSIDERING:
        return replace(reading, stance="none")
    undecided = actor == "raad" and reading.stance == "reserve"
    waits = reading.stance in ("reserve", "call") and actor.startswith(_BODIES)
    waits = waits and any(
        line.lemmas(at) & line.lexicon.words["waiting_verbs"]
        for first, stop in reading.cue
        for at in range(first, stop)
    )
    agency = actor.startswith(_AGENCY) and actor not in line.lexicon.words["personal"]
    safe = agency and reading.stance == "support" and _of_hazards(line, reading)
    return replace(reading, stance="inform") if undecided or waits or safe else reading


def _of_hazards(line: Line, reading: Reading) -> bool:
    """Whether the words of a reading are about danger, of which there is none: "no risks"."""
    return any(line.isa("hazards", at) for first, stop in reading.cue for at in range(first, stop))


def _sized(actor: str, mention: Mention | None, line: Line) -> str:
    """The actor; all member states where a word beside them says so: `steunden unaniem`."""
    if mention is None:
        return actor
    actor = without_some(line, actor)
    if actor != "lidstaten:de":
        return actor
    if _as_one(line, mention):
        return line.lexicon.settings["all_group"]
    for places in (
        range(mention.stop, mention.stop + BESIDE),
        range(mention.start - 1, mention.start - BESIDE, -1),
    ):
        for place in places:
            if not 0 <= place < len(line) or line.is_sign(place):
                break
            if line.isa("unanimous", place):
                return as_all(line, place)
    return actor


def _as_one(line: Line, mention: Mention) -> bool:
    """English: whether all are meant: "Without exception, member states", "backed it as one"."""
    if line.is_dutch:
        return False
    phrases = line.lexicon.phrases["as_one"]
    for place in phrases.places(line.low):
        found = phrases.first(line.low, place)
        opens = not place and found and line.at(found[0]) == ","
        beside = found and place == mention.stop + (line.at(mention.stop) == ",")
        if opens or beside or (found and line.is_sign(found[0]) and place > mention.stop):
            return True
    return False


def _entry(
    speaker: Speaker, actor: str, reading: Reading, line: Line, number: int, context: Context
) -> Attribution:
    """One stance of one actor as an attribution."""
    spans = tuple(sorted({line.span(first, stop) for first, stop in reading.cue}))
    mention = speaker.mention
    told = context.is_told_to_parliament(line, actor, implicit=speaker.implicit)
    return Attribution(
        sentence=number,
        actor=actor,
        stance=reading.stance,
        cue="+".join(line.sentence[start:end] for start, end in spans),
        cue_spans=spans,
        actor_span=line.span(mention.start, mention.stop) if mention else None,
        strength=reading.strength,
        co=speaker.co,
        implicit=speaker.implicit,
        pronoun=speaker.pronoun,
        passive=speaker.passive,
        to_parliament=told,
        certain=reading.certain and speaker.certain and not told,
        denied=reading.denied,
        joined=reading.joined,
        rule=f"{speaker.rule}; {reading.rule}",
    )
