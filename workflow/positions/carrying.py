"""What goes from one sentence to the next: pronouns, unnamed actors, and the audience."""

from dataclasses import dataclass, field, replace

from workflow.positions.lexicon import Lexicon
from workflow.positions.mentions import Mention, actors_of
from workflow.positions.model import Attribution
from workflow.positions.speakers import Speaker
from workflow.positions.stances import Zone, read_stances
from workflow.positions.verbgroups import Group, finite_forms, read_group
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


def carry(
    words: Words, mentions: list[Mention], context: Context, lexicon: Lexicon
) -> list[Speaker]:
    """The unnamed actor of a sentence, by the first rule that fits, or nobody.

    The member states together, the Council in its procedure, the own government that informs
    parliament, or the paragraph's single speaker, who goes on.
    """
    verb = next((i for i in range(len(words)) if finite_forms(words, i, lexicon)), -1)
    if verb < 0 or words.low[-1] == ":":
        return []
    group = read_group(words, verb, len(words), lexicon)
    if any(mention.kind == "excluded" and mention.start == 0 for mention in mentions):
        return []
    actor, rule = _unnamed(words, group, mentions, context, lexicon)
    if not actor:
        return []
    readings = read_stances(words, group, Zone(0, len(words)), lexicon)
    if rule == "attendance":
        readings = [replace(readings[0], stance="none")]
    marked = tuple(replace(one, certain=False) for one in readings)
    explicit = rule == "decision of the Council"
    return [
        Speaker(
            (actor,), marked, rule, 0, None, implicit=not explicit, passive=group.passive,
            certain=False,
        )
    ]


def _unnamed(
    words: Words, group: Group, mentions: list[Mention], context: Context, lexicon: Lexicon
) -> tuple[str, str]:
    """The actor whom a sentence leaves out, and the rule that says so."""
    own = lexicon.settings["self_actor"]
    lemma = group.verb.lemma
    if group.passive and speaks_to_parliament(words, lexicon):
        return own, "to parliament"
    if lemma in lexicon.words["attending"] and own in actors_of(mentions):
        return own, "attendance"
    if has_common_opinion(words, lexicon):
        return lexicon.settings["agentless_group"], "common opinion"
    council = any("raad" in mention.actors for mention in mentions)
    if group.passive and lemma in lexicon.words["procedural"]:
        decides = lexicon.verbs[lemma].stance == "decide"
        return "raad", "decision of the Council" if council and decides else "procedure"
    if any(lexicon.phrases["topic"].first(words.low, i) for i in range(len(words))):
        return "raad", "topic"
    if lemma in lexicon.words["events"] and (group.passive or not context.single):
        return "", ""
    if context.single:
        return context.single, "carried over"
    if council and group.passive:
        return "raad", "procedure"
    return "", ""


def has_common_opinion(words: Words, lexicon: Lexicon) -> bool:
    """Whether a sentence says what the member states together think."""
    return any(lexicon.phrases["common_opinion"].first(words.low, i) for i in range(len(words)))
