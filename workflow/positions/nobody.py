"""Sentences that nobody says: behind these the speaker of the sentence before does not go on."""

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.model import is_state
from workflow.positions.names import Known
from workflow.positions.owners import owner_at
from workflow.positions.verbgroups import Group

_BEHIND = 5
"""How many words behind its verb a subject may begin."""
_NAME = 8
"""Words of a name, with its short form in brackets, at most."""
_HOSTS = ("raad", "voorzitterschap")
"""Those of whom reports say what a meeting does."""


def is_nobodys(line: Line, group: Group, mentions: list[Mention], speaker: str) -> bool:
    """Whether a sentence without a speaker is not said by the speaker of the one before.

    It tells of the meeting itself, or names another who holds the view.
    """
    if speaker not in _HOSTS and _is_procedure(line, group):
        return True
    returning = line.lexicon.words["returning"]
    if speaker != "raad" and (line.lemmas(group.finite) | {group.verb.lemma}) & returning:
        return True
    if _too_many(line, speaker) or _owned_by_another(line, speaker):
        return True
    if _is_unknown_body(line, group, mentions):
        return True
    return any(_holds(line, group, mention, speaker) for mention in mentions)


def is_aim(line: Line) -> bool:
    """Dutch: whether a sentence tells what a meeting is for: "Doel van het debat was een akkoord".

    So does "De bespreking was gericht op overeenstemming": nobody agrees yet.
    """
    if not line.is_dutch or not (line.has("aims") or line.has("meetings")):
        return False
    first = int(line.isa("articles", 0))
    if first >= len(line):
        return False
    if line.isa("aims", first) and line.isa("of", first + 1):
        return any(line.isa("meetings", at) for at in range(first + 2, line.first_finite))
    verb = line.first_finite
    held = line.isa("meetings", first) and verb < first + _BEHIND
    return held and line.first_phrase("aimed_at", verb, verb + _BEHIND) is not None


def _is_procedure(line: Line, group: Group) -> bool:
    """Whether the subject is the meeting, its papers, or nothing at all."""
    if group.verb.lemma in line.lexicon.words["chairing"]:
        return True
    verb = group.finite
    if _denied_existence(line, verb):
        return True
    if line.helper(verb) == "modal" or (line.helper(verb) in ("future", "want") and group.would):
        return False  # "Een debat zou moeten plaatsvinden": somebody's wish
    nouns = line.lexicon.phrases["no_speaker"]
    if any(nouns.first(line.low, place) for place in _subject_before(line, verb)):
        return True
    for place in range(max(0, verb - 3), verb):
        found = nouns.first(line.low, place)
        if found and found[0] == verb and _is_phrase(line, place):
            return True  # "In the end a vote was not needed"
    for place in range(verb + 1, min(verb + _BEHIND, len(line))):
        if nouns.first(line.low, place):
            return line.isa("expletive", verb - 1) or line.is_dutch
        if not line.any_of(("midfield", "determiners", "negations", "expletive"), place):
            return False
    return False


def _subject_before(line: Line, verb: int) -> range:
    """The places of a subject before its verb, without what a preposition adds to it."""
    if line.any_of(("prepositions", "adverbs"), 0):
        return range(0)
    stop = next((place for place in range(verb) if line.isa("prepositions", place)), verb)
    return range(stop)


def _is_phrase(line: Line, noun: int) -> bool:
    """Whether an article opens the noun phrase of a noun, and no preposition stands before it."""
    for place in range(noun - 1, max(-1, noun - 4), -1):
        if line.isa("determiners", place):
            return not line.any_of(("prepositions", "of"), place - 1)
        if line.is_sign(place) or line.isa("prepositions", place):
            return False
    return False


def _denied_existence(line: Line, verb: int) -> bool:
    """Whether something is said not to be there: "Er waren geen opmerkingen"."""
    there = line.isa("expletive", verb - 1) or line.isa("expletive", verb + 1)
    near = range(verb + 1, min(verb + _BEHIND, len(line)))
    return there and any(line.isa("negations", place) for place in near)


def _too_many(line: Line, speaker: str) -> bool:
    """Whether "It" opens the sentence, which is no group: "It also asked for time"."""
    single = line.lexicon.pronouns.get(line.low[0]) in ("it", "one")
    near = range(1, min(4, len(line)))
    said = any(line.lemmas(place) & line.lexicon.words["speaking"] for place in near)
    return single and said and speaker.startswith("lidstaten")


def _owned_by_another(line: Line, speaker: str) -> bool:
    """Whether the sentence opens with what is somebody else's: "Spain's reluctance"."""
    owner = owner_at(line, 0, Known(None, {}))
    return owner is not None and owner.actors != (speaker,)


def _is_unknown_body(line: Line, group: Group, mentions: list[Mention]) -> bool:
    """Whether somebody speaks who has a name that is not known: "Het Kustagentschap meldde"."""
    at = 1 if line.isa("articles", 0) else 0
    if at >= len(line) or any(one.start <= at < one.stop for one in mentions):
        return False
    named = line.is_name(at) if at else line.text[0].isupper() and len(line.text[0]) > 2
    speaks = group.verb.lemma in line.lexicon.words["speaking"] or bool(group.verb.stance)
    return named and speaks and at < group.finite <= at + _NAME


def _holds(line: Line, group: Group, mention: Mention, speaker: str) -> bool:
    """Whether somebody else is named as one who may hold the view."""
    if mention.pronoun or not set(mention.actors) - {speaker}:
        return False
    if mention.kind in ("excluded", "generic", "third") or names_outsiders(line, mention):
        return False
    if mention.part in ("view", "viewed", "behalf"):
        return True
    behind = (
        bool(line.forms(mention.start - 1))
        and mention.part == "bare"
        and mention.kind in ("state", "group", "list")
    )
    if behind and not line.lexicon.pronouns.get(line.low[0]):
        return True  # "On the other side stood Sweden", "continued to give Ireland difficulty"
    if mention.part == "bare":
        if group.passive and mention.start < group.finite and mention.actors == ("raad",):
            return speaker.startswith(("land:", "lidstaten"))  # "Ministers were briefed"
        minded = line.helper(group.finite) == "be" and mention.stop == group.finite
        if line.is_dutch and minded and mention.kind in ("state", "group", "list"):
            return True  # "Malta was ontdaan over de tekst"
        if group.passive or line.lexicon.pronouns.get(line.low[0]):
            return False  # "Het vroeg de Commissie": who is asked
        return mention.stop >= group.finite >= mention.start - 1
    it = line.lexicon.pronouns.get(line.low[0]) == "it"
    if it and line.is_dutch and group.verb.lemma in line.lexicon.words["asking_of"]:
        return False  # "Het drong er bij de lidstaten op aan"
    if it and mention.marker == group.finite + 1:
        return True  # "Het was aan de Commissie om"
    return mention.part == "oblique" and line.any_of(("weighed_by", "felt_among"), mention.marker)


def names_outsiders(line: Line, mention: Mention) -> bool:
    """Whether only states outside the Union are named: they are spoken of."""
    states = [actor for actor in mention.actors if is_state(actor)]
    return bool(states) and all(map(line.lexicon.is_outside, states))


def only_compared(line: Line, head: Mention, mention: Mention) -> bool:
    """Dutch: whether a state outside the Union is named in what somebody else says."""
    told = any(line.isa("that", at) for at in range(head.stop, mention.marker))
    return line.is_dutch and told and names_outsiders(line, mention)
