"""What goes from one sentence to the next: pronouns, unnamed actors, and the audience."""

from dataclasses import dataclass, field, replace

from workflow.positions.lexicon import Lexicon
from workflow.positions.model import Attribution
from workflow.positions.speakers import Speaker
from workflow.positions.stances import Reading, Zone, read_stances
from workflow.positions.verbgroups import finite_forms, helper_of, read_group
from workflow.positions.words import Words


@dataclass(slots=True)
class Context:
    """What is known at a point of an item."""

    paragraph: int = -1
    last: tuple[str, ...] = ()
    """Actors of the last sentence that named somebody, speaker first."""
    single: str = ""
    """The paragraph's only speaker so far, or empty where there are several."""
    speakers: set[str] = field(default_factory=set)
    to_parliament: bool = False

    def enter(self, paragraph: int, words: Words, lexicon: Lexicon) -> None:
        """Go on to the next sentence."""
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.speakers = set()
            self.single = ""
            self.to_parliament = False
        if speaks_to_parliament(words, lexicon):
            self.to_parliament = True
        elif self.to_parliament and said_in_council(words, lexicon):
            self.to_parliament = False

    def leave(self, found: list[Attribution]) -> None:
        """Remember who spoke."""
        named = [entry.actor for entry in found if not entry.implicit and not entry.co]
        if named:
            self.last = tuple(dict.fromkeys(named))
            self.speakers.update(named)
            self.single = named[0] if len(set(named)) == 1 else ""


def speaks_to_parliament(words: Words, lexicon: Lexicon) -> bool:
    """Whether a sentence names parliament or a promise to it."""
    return any(lexicon.phrases["parliament"].first(words.low, i) for i in range(len(words)))


def said_in_council(words: Words, lexicon: Lexicon) -> bool:
    """Whether a sentence says that it was said in the Council."""
    return any(lexicon.phrases["council_places"].first(words.low, i) for i in range(len(words)))


def resolve(
    words: Words, speakers: list[Speaker], context: Context, lexicon: Lexicon
) -> list[Speaker]:
    """The speakers with pronouns replaced by whom they stand for; unclear ones are left out."""
    result: list[Speaker] = []
    inside: tuple[str, ...] = ()
    for speaker in speakers:
        if not speaker.pronoun:
            result.append(speaker)
            inside = inside or speaker.actors
            continue
        actors = _meant(words, speaker, inside or context.last, lexicon)
        if actors:
            # Within one sentence the name itself makes the reference plain.
            result.append(replace(speaker, actors=actors, certain=bool(inside)))
    return result


def _meant(
    words: Words, speaker: Speaker, candidates: tuple[str, ...], lexicon: Lexicon
) -> tuple[str, ...]:
    number = speaker.actors[0].removeprefix("?")
    if not candidates or not _is_human(words, speaker, number, lexicon):
        return ()
    verb_forms = [
        form
        for index in range(len(words))
        for form in finite_forms(words, index, lexicon)
        if speaker.mention and abs(index - speaker.mention.start) <= 2
    ]
    numbers = {form.plural for form in verb_forms} - {None}
    if number == "role":
        persons = [a for a in candidates if a.startswith(("ag:", "derde:")) or a == "commissie"]
        return tuple(persons[:1])
    groups = tuple(actor for actor in candidates if actor.startswith("lidstaten"))
    persons = tuple(actor for actor in candidates if not actor.startswith("lidstaten"))
    if number in ("one", "it") or numbers == {False}:
        return persons[:1]
    if numbers == {True}:
        return groups or (candidates if len(candidates) > 1 else ())
    return candidates[:1]


def _is_human(words: Words, speaker: Speaker, number: str, lexicon: Lexicon) -> bool:
    """Whether what is said can only be said of somebody who speaks."""
    reading = speaker.readings[0]
    if number == "any" and speaker.mention and words.low[speaker.mention.core] == "deze":
        nearby = words.low[speaker.mention.start : speaker.mention.start + 3]
        if any(
            form.lemma in lexicon.words["linking"]
            for word in nearby
            for form in lexicon.forms.get(word, ())
        ):
            return False
    if number == "it":
        return reading.certain and reading.stance not in ("inform", "none")
    return reading.certain or number == "one"


def carry(words: Words, context: Context, lexicon: Lexicon) -> list[Speaker]:
    """The unnamed actor of a sentence: the paragraph's single speaker, the Council, or nobody."""
    verb = next((i for i in range(len(words)) if finite_forms(words, i, lexicon)), -1)
    if verb < 0:
        return []
    group = read_group(words, verb, len(words), lexicon)
    readings = read_stances(words, group, Zone(0, len(words)), lexicon)
    actor = context.single
    rule = "carried over"
    if not actor:
        procedural = readings[0].stance in ("none", "decide")
        if procedural:
            actor, rule = "raad", "agentless procedure"
        elif readings[0].stance in ("support", "reserve", "oppose", "concern") and not context.last:
            actor, rule = lexicon.settings["agentless_group"], "agentless opinion"
    if not actor or helper_of(words, verb, lexicon) == "":
        if actor != "raad" and not context.single:
            return []
    if not actor:
        return []
    marked = tuple(Reading(one.stance, one.strength, one.cue, one.rule, False) for one in readings)
    return [
        Speaker(
            (actor,), marked, rule, 0, None, implicit=True, passive=group.passive, certain=False
        )
    ]
