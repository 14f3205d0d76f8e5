"""Objects that open a sentence, with the subject behind the verb: "Dit noemde X onmisbaar"."""

from collections.abc import Set as AbstractSet

from workflow.positions.line import Line
from workflow.positions.mentions import Mention
from workflow.positions.verbgroups import read_group

_IDIOM = 4
"""Words behind a subject within which the words of its verb's idiom begin."""


def calls_it(line: Line, mention: Mention, verb: int) -> bool:
    """Dutch: whether a name calls the thing before the verb so: "Deze stap noemde X onmisbaar"."""
    called = line.is_dutch and line.lemmas(verb) & line.lexicon.words["naming_so"]
    return bool(called) and any(
        cue.zone != "object" for _, cue in line.cues(mention.stop) if mention.stop < len(line)
    )


def is_called(line: Line, verb: int) -> bool:
    """Dutch: whether the subject stands behind a verb, so that a name before it is its object.

    "Turkije noemde zij een partner", "Polen achtte hij goed voorbereid".
    """
    return line.is_dutch and line.isa("only_subjects", verb + 1) and not line.is_sign(verb - 1)


def object_first(line: Line, mention: Mention, verb: int, opening: int) -> bool:
    """Whether the noun phrase before a verb is its object: "Dit verwelkomde Nederland"."""
    if touching(line, verb):
        return False  # "Dat argument kon Polen niet overtuigen"
    if line.helper(verb) in ("have", "can", "future", "want"):
        return not line.isa("self_words", opening)
    if line.isa("demonstratives", opening) and verb == opening + 1:
        return line.helper(verb) != "passive"
    lemmas = line.lemmas(verb)
    if line.is_dutch:
        group = read_group(line, verb, len(line))
        lemmas = (
            frozenset({group.verb.lemma}) if group.particle >= 0 else lemmas
        )  # "Dit wijst Malta af"
    human = any(line.lexicon.verbs[lemma].stance for lemma in lemmas)
    persons = lemmas & line.lexicon.words["person_object"]
    return (human and not persons) or _is_idiom(line, mention, lemmas)


def _is_idiom(line: Line, mention: Mention, lemmas: AbstractSet[str]) -> bool:
    """Dutch: whether a verb has words of its own behind a name: "Dit wees Malta van de hand"."""
    for place in range(mention.stop, min(len(line), mention.stop + _IDIOM)):
        if line.is_sign(place):
            return False
        denied = (
            line.first_of("negations", range(mention.stop, place)) >= 0
        )  # "Dat zag Malta niet zitten"
        if any(
            cue.verbs & lemmas and (denied or stop - place > 1) for stop, cue in line.cues(place)
        ):
            return True
    return False


def is_troubled(line: Line, mention: Mention, verb: int) -> bool:
    """Whether a clause that opens the sentence troubles somebody: "Dat dit moet, stoorde Malta"."""
    clause = line.isa("that", 0) and line.at(verb - 1) == ","
    own = line.isa("reflexives", mention.stop) or line.isa("reflexives", verb + 1)
    return clause and not own and touching(line, verb) == "troubling"


def touching(line: Line, verb: int) -> str:
    """What a verb at a place does to somebody: `winning`, `troubling`, or an empty string."""
    lemmas = line.lemmas(verb)
    if line.is_dutch and line.finite(verb):
        lemmas = {read_group(line, verb, len(line)).verb.lemma}
    for kind in ("winning", "troubling"):
        if lemmas & line.lexicon.words[kind]:
            return kind
    return ""
