"""What goes from one sentence to the next: who spoke, whom pronouns mean, and the audience."""

from dataclasses import dataclass, field, replace

from workflow.positions.backing import backed, backs_before, echoes, in_same_view
from workflow.positions.bodynouns import BODY
from workflow.positions.line import Line
from workflow.positions.links import ALIKE
from workflow.positions.mention import Mention
from workflow.positions.model import Attribution, is_group, is_state
from workflow.positions.reading import OPINIONS, VIEWS
from workflow.positions.speakers import Speaker
from workflow.positions.turning import denied_stance

_TOGETHER = {"?both": 2, "?three": 3}
"""Pronouns for states named together, with how many they are."""

_OF_TWO = {"?former": 0, "?latter": -1}
"""Pronouns for one of two who were named together, with its place among them."""
_TOLD = 5
"""Words behind a pronoun within which a word such as `conclusie` may stand."""
_CITED = 6
"""Words before the name of parliament within which a word may say that it is only cited."""


@dataclass(slots=True)
class Context:
    """What is known at a point of an item."""

    paragraph: int = -1
    last: tuple[str, ...] = ()
    """Actors of the last sentence that named somebody, speaker first."""
    people: tuple[str, ...] = ()
    """Actors of the persons whom the last sentences named, in any part, the latest first."""
    single: str = ""
    """The speaker of the last sentence that had one, or empty where it had several."""
    stance: str = ""
    """The stance of whoever spoke last in a sentence that gave them one view."""
    stances: tuple[str, ...] = ()
    """All the views of that speaker in the same sentence, which whoever joins in has as well."""
    views: dict[str, str] = field(default_factory=dict)
    """The last view of everybody who spoke in the last sentence that named somebody."""
    body: str = ""
    """The agency or other body that was named last as a speaker."""
    listed: tuple[str, ...] = ()
    """The states that were named together last, or empty."""
    to_parliament: bool = False

    def enter(self, paragraph: int, line: Line) -> None:
        """Go on to the next sentence."""
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.single = ""
            self.to_parliament = False
        if speaks_to_parliament(line):
            self.to_parliament = True
        elif self.to_parliament and line.has_phrase("council_places"):
            self.to_parliament = False

    def is_told_to_parliament(self, line: Line, actor: str, *, implicit: bool) -> bool:
        """Whether what an actor says is for parliament: as a rule only the own government's."""
        if implicit or actor == line.lexicon.settings["self_actor"]:
            return self.to_parliament
        return names_parliament(line)

    def leave(self, line: Line, mentions: list[Mention], found: list[Attribution]) -> None:
        """Remember who spoke, and which persons were named."""
        named = [entry.actor for entry in found if not entry.implicit and not entry.co]
        own = line.lexicon.settings["self_actor"]
        if named and own not in named and not names_parliament(line):
            self.to_parliament = False
        told = [entry for entry in found if not entry.implicit]
        if told:
            self.stance = told[-1].stance
            theirs = [one.joined or one.stance for one in told if one.actor == told[-1].actor]
            self.stances = tuple(dict.fromkeys(one for one in theirs if one in VIEWS))
        if named:
            self.views = {entry.actor: entry.stance for entry in found if not entry.implicit}
            self.last = tuple(dict.fromkeys(entry.actor for entry in found if not entry.implicit))
            self.single = named[0] if len(set(named)) == 1 else ""
            self.body = next((one for one in named if is_body(one)), self.body)
        states = dict.fromkeys(
            actor
            for mention in mentions
            for actor in mention.actors
            if mention.kind in ("state", "list", "role") and is_state(actor)
        )
        lists = [
            one.actors
            for one in mentions
            if len(one.actors) > 1 and all(is_state(actor) for actor in one.actors)
        ]
        if lists or states:
            self.listed = lists[-1] if lists else tuple(states)
        persons = [
            actor
            for mention in reversed(mentions)
            for actor in mention.actors
            if mention.kind in ("role", "person") or actor in line.lexicon.words["personal"]
        ]
        if persons or named:
            self.people = tuple(dict.fromkeys(persons))


def speaks_to_parliament(line: Line) -> bool:
    """Whether a sentence names parliament, or a promise such as parliament gets."""
    return line.has_phrase("promised_to_parliament") or names_parliament(line)


def names_parliament(line: Line) -> bool:
    """Whether parliament is named, and not only cited: "conform de brief aan uw Kamer"."""
    if not line.has_phrase("parliament"):
        return False
    phrases = line.lexicon.phrases["parliament"]
    places = (at for at in phrases.places(line.low) if phrases.first(line.low, at))
    return not all(
        any(line.isa("citing_parliament", each) for each in range(max(0, at - _CITED), at))
        for at in places
    )


def is_body(actor: str) -> bool:
    """Whether an actor is an agency or another body outside the Council."""
    return actor.startswith(("ag:", "derde:"))


def resolve(
    line: Line, speakers: list[Speaker], context: Context, mentions: list[Mention]
) -> list[Speaker]:
    """The speakers with pronouns replaced by whom they stand for; unclear ones are left out."""
    result: list[Speaker] = []
    inside: tuple[str, ...] = ()
    if context.stances:
        same = in_same_view(line, speakers)
        doubted = context.stance in VIEWS and not set(OPINIONS[1:]).isdisjoint(context.stances)
        speakers = [
            _with_same_view(one, context.stances)
            if one in same or _does_so_too(line, one) or (doubted and echoes(line, one))
            else one
            for one in speakers
        ]
    for speaker in backed(line, speakers, mentions, context.last, context.stance):
        if not speaker.pronoun:
            views = [one.stance for one in result[-1].readings] if result else []
            if set(views) & set(OPINIONS[1:]) and backs_before(line, speaker, result):
                told = tuple(one for one in views if one in VIEWS)
                speaker = _with_same_view(speaker, told)
            result.append(_sided_with(line, speaker, result, context, mentions))
            inside = inside or speaker.actors
            continue
        actors = _meant(line, speaker, inside, context, mentions)
        if actors:
            # Within one sentence the name itself makes the reference plain.
            result.append(replace(speaker, actors=actors, certain=bool(inside)))
    return result


def _sided_with(
    line: Line, speaker: Speaker, before: list[Speaker], context: Context, mentions: list[Mention]
) -> Speaker:
    """Dutch: a speaker with the view of those whose side it takes: "sloot zich bij Polen aan"."""
    places = [at for start, stop in speaker.readings[0].cue for at in range(start, stop)]
    joins = any(line.lemmas(at) & line.lexicon.words["siding_with"] for at in places)
    joins = joins and speaker.rule != "holder"  # "bijval van" is a noun
    if not (line.is_dutch and joins and speaker.readings[0].stance == "support"):
        return speaker
    named = {actor for one in mentions if one.start > speaker.place for actor in one.actors}
    opener = speaker.mention.start - 1 if speaker.mention else -1
    stance = next((context.views[one] for one in context.last if one in named), "")
    for one in before:
        if named & set(one.actors) or line.isa("joining_openers", opener):
            stance = one.readings[0].stance
    return _with_same_view(speaker, (stance,)) if stance in VIEWS else speaker


def _does_so_too(line: Line, speaker: Speaker) -> bool:
    """English: whether somebody does as those before: "So did Malta.", "Malta did so too."."""
    cue = speaker.readings[0].cue
    same = line.lexicon.phrases["did_same"]
    return speaker.rule == ALIKE or bool(cue and same.first(line.low, cue[0][0]))


def _with_same_view(speaker: Speaker, stances: tuple[str, ...]) -> Speaker:
    """A speaker who says what the one before said, or denies the last of it."""
    first = speaker.readings[0]
    if first.stance == "oppose":  # "did not share this view"
        stances = (denied_stance(stances[-1]),)
    elif first.stance not in ("inform", "none", "support") or first.denied in OPINIONS[1:]:
        return speaker  # "did not share this concern" tells by itself
    rule = f"{first.rule}, as before"
    told = tuple(replace(first, stance=one, rule=rule) for one in stances)
    later = tuple(
        one for one in speaker.readings[1:] if one.stance in VIEWS and one.stance not in stances
    )  # "deelde dit en vroeg om uitstel"
    return replace(speaker, readings=told + later, certain=False)


def _meant(
    line: Line,
    speaker: Speaker,
    inside: tuple[str, ...],
    context: Context,
    mentions: list[Mention],
) -> tuple[str, ...]:
    """The actors for whom a pronoun stands, by its number and that of its verb."""
    mention = speaker.mention
    if mention is not None and mention.actors[0] in _OF_TWO:
        pair = _pair(mention, inside, context, mentions)
        return (pair[_OF_TWO[mention.actors[0]]],) if pair else ()
    candidates = inside or context.last
    if mention is not None and mention.actors[0] in ("?same", "?those"):
        return _named_again(line, mention, inside or context.last)
    if mention is not None and mention.actors[0] in _TOGETHER:
        fits = len(context.listed) == _TOGETHER[mention.actors[0]]
        return context.listed if fits else ("lidstaten:enkele",)
    if mention is None or not _is_human(line, speaker, mention):
        return ()
    if mention.actors == (BODY,):
        within = [one for one in inside if is_body(one)]
        return tuple(within[:1]) or ((context.body,) if context.body else ())
    number = mention.actors[0].removeprefix("?")
    near = [*range(max(0, mention.start - 2), mention.start + 3)]
    if line.is_dutch and speaker.rule == "subordinate":  # ", waarvoor zij in mei X zal doen"
        rest = range(mention.stop, line.sign_from(mention.stop))
        near += [at for at in rest if line.helper(at) == "future"]
    numbers = {form.plural for place in near for form in line.finite(place)} - {None}
    if mention.part == "view":
        numbers = set()  # "Dit is in hun ogen onnodig": the verb is not theirs
    if number in ("one", "role") or (number == "any" and numbers == {False}):
        return _one_person(number, candidates, inside, context)
    if number == "it":
        return tuple(one for one in candidates if not is_group(one))[:1]
    if numbers == {False}:
        return candidates[:1]
    groups = tuple(one for one in candidates if is_group(one))
    single = not line.is_dutch and number == "many" and _speaks(line, mention)
    return groups[:1] or (candidates if len(candidates) > 1 or single else ())


def _named_again(line: Line, mention: Mention, before: tuple[str, ...]) -> tuple[str, ...]:
    """Those whom "deze lidstaat" or "die landen" means: who spoke before, else just anybody."""
    states = tuple(one for one in before if is_state(one))
    groups = tuple(one for one in before if is_group(one))
    if mention.actors == ("?those",):
        return groups[:1] or (states if len(states) > 1 else ("lidstaten:de",))
    if len(states) == 1:
        return states
    member = line.lexicon.group_nouns.first(line.low, mention.stop - 1)
    return ("lidstaten:een-enkele",) if member else ()


def _pair(
    mention: Mention, inside: tuple[str, ...], context: Context, mentions: list[Mention]
) -> tuple[str, ...]:
    """The two who were named together before a word such as "the latter", or nobody."""
    lists = [one.actors for one in mentions if one.stop <= mention.start and len(one.actors) > 1]
    for named in (*lists[-1:], inside, context.listed, context.last):
        if len(named) == len(_OF_TWO):
            return named
    return ()


def _one_person(
    number: str, candidates: tuple[str, ...], inside: tuple[str, ...], context: Context
) -> tuple[str, ...]:
    """Whom `hij`, `zij` or "de directeur" means: a speaker who is a person, or one just named."""
    singles = [one for one in candidates if not one.startswith(("lidstaten", "raad", "land:"))]
    if number == "role":
        singles = [
            one for one in singles if one.startswith(("ag:", "derde:")) or one == "commissie"
        ]
    if singles:
        return (singles[0],)
    if context.people and not inside:
        return context.people[:1]
    return tuple(one for one in candidates if one.startswith("land:"))[:1]


def _is_human(line: Line, speaker: Speaker, mention: Mention) -> bool:
    """Whether what is said can only be said of somebody who speaks."""
    reading = speaker.readings[0]
    number = mention.actors[0].removeprefix("?")
    own = line.is_dutch and speaker.rule == "subordinate" and reading.stance == "announce"
    if mention.part == "view" or own:
        return True
    if number == "any" and line.isa("demonstratives", mention.core):
        near = range(mention.start, mention.start + 3)
        if any(line.lemmas(place) & line.lexicon.words["linking"] for place in near):
            return False
    if _speaks(line, mention):
        return True
    presents = line.any_of(("determiners", "possessives"), mention.stop + 1)
    if number == "it" and presents and line.helper(mention.stop) == "be":
        return False  # "It is the wish of X": the pronoun presents what follows
    if number == "it":
        told = speaker.readings if not line.is_dutch else speaker.readings[:1]
        return any(one.certain and one.stance not in ("inform", "none") for one in told)
    return reading.certain or number == "one"


def _speaks(line: Line, mention: Mention) -> bool:
    """Whether a verb beside a pronoun says what only somebody who speaks can do.

    So do words that say what follows: "Het kwam tot de slotsom dat".
    """
    told = line.lexicon.phrases["telling"]
    near = range(mention.stop, min(len(line), mention.stop + _TOLD))
    if any(line.isa("that", stop) for place in near for stop, _ in told.at(line.low, place)):
        return True
    return any(
        line.lemmas(place) & line.lexicon.words["speaking"]
        for place in range(mention.start - 2, mention.stop + 3)
        if line.finite(place)
    )
