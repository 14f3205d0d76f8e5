"""Agents of passive clauses: who does what is said ("werd door Polen verworpen")."""

from dataclasses import replace

from workflow.positions.denyingwords import subject_denied
from workflow.positions.joining import in_doing
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import NEUTRAL, OPINIONS, VIEWS, Reading, Zone
from workflow.positions.sharedviews import not_shared
from workflow.positions.speakers import Speaker, by_council, chairs
from workflow.positions.stances import read_stances
from workflow.positions.turning import denied_stance
from workflow.positions.verbgroups import Group, read_group
from workflow.positions.wordorder import clause_begin, compared_at

_REACH = 12
"""Words before an agent within which the noun stands whose deed it does."""
_AGENT = 15
"""Words from a participle within which its agent stands."""
_NOUN = 5
"""Words of a noun before the clause that tells more of it, at most."""
_FAR = 60
"""How many words from its verb an agent may stand."""
_BE = "be"


def passive_agent(line: Line, mention: Mention) -> Speaker | None:
    """The agent of a passive clause: "Door meerdere lidstaten werd gewezen op"."""
    after = mention.stop
    while line.isa("midfield", after):
        after += 1
    if line.is_dutch and (_does_a_noun(line, mention) or compared_at(line, mention.marker - 1)):
        return None  # "verder dan door de Commissie is voorgesteld"
    if mention.marker > 0 and _is_inflected(line, after, mention.marker):
        return None  # "het door de Commissie gepubliceerde voorstel"
    if _inside_subject(line, mention):
        return None
    for place in _nearest(mention, len(line)):
        modal = not line.is_dutch and line.helper(place) in ("can", "future", "want")
        been = not line.is_dutch and line.helper(place) == "have"  # "had been tabled by"
        kinds = ("passive", "be")
        if not (modal or been) and (line.helper(place) not in kinds or not line.finite(place)):
            continue
        if not line.is_dutch and line.low[place] == _BE and _is_modal_before(line, place):
            continue  # "could not be accepted by"
        group = read_group(line, place, len(line))
        if not group.passive or group.lexical == place:
            continue
        if chairs(line, group) or _comes_as_guest(line, group):
            return None
        if mention.marker > group.lexical and _is_broken(line, group.lexical, mention.marker):
            continue
        relative = _relative_before(line, place)
        begin = max(clause_begin(line, place), place - _FAR, _described_thing(line, relative))
        begin = 0 if _tells_first(line, place) else place if _follows_clause(line, place) else begin
        stop = min(len(line), max(place, mention.stop) + _FAR)
        span = frozenset(range(mention.start, mention.stop))
        zone = Zone(begin, stop, span)
        joins = group.verb.lemma in line.lexicon.words["coming_to"]  # "joined by X in asking for"
        said = read_stances(line, *(in_doing(line, group, zone) if joins else (group, zone)))
        said = by_council(line, group, mention, said)
        readings = tuple(not_shared(line, group, one) for one in said)
        if subject_denied(line, place) and readings[0].stance in VIEWS and not readings[0].denied:
            flipped = denied_stance(readings[0].stance)  # "No amendment was accepted by Malta"
            readings = (replace(readings[0], stance=flipped, denied=readings[0].stance),)
        wished = line.is_dutch and line.helper(line.first_finite) == "want"
        if wished and {one.stance for one in readings} <= set(NEUTRAL):
            return None  # "wilden door de Commissie worden gekend"
        if relative > 0 and line.isa("shared_nouns", relative - 1):
            readings = (_shared(readings[0]),)
        elif relative > 0 and (readings[0].stance not in OPINIONS or group.lexical - place > 2):
            return None
        return Speaker(
            mention.actors, readings, "passive agent", mention.start, mention, passive=True
        )
    return None


def _tells_first(line: Line, verb: int) -> bool:
    """Dutch: whether what is told opens the sentence: "Dat dit moet, werd door X opgemerkt"."""
    return line.is_dutch and line.isa("that", 0) and line.sign_from(1) == verb - 1


def _comes_as_guest(line: Line, group: Group) -> bool:
    """English: whether somebody only comes to a meeting: "Ministers were joined by X for lunch"."""
    comes = group.verb.lemma in line.lexicon.words["coming_to"]
    said = any(line.isa("doing_so", at) for at in range(group.last + 1, line.sign_from(group.last)))
    return comes and line.isa("joined_hosts", group.finite - 1) and not said


def _follows_clause(line: Line, verb: int) -> bool:
    """Dutch: whether a clause stands before a verb: "Hoewel X dit steunt, werd door Y"."""
    opens = line.is_dutch and line.any_of(("transparent", "subordinators"), 0)
    return opens and line.at(verb - 1) == "," and line.first_finite < verb - 1


def _does_a_noun(line: Line, mention: Mention) -> bool:
    """Dutch: whether somebody behind "door" does what a noun before it tells.

    "Er werd gewezen op tijdige omzetting door de lidstaten": a verb as a noun, or a noun of doing,
    stands between the verb of the clause and its "door".
    """
    for place in range(mention.marker - 1, max(0, mention.marker - _REACH), -1):
        if line.is_sign(place) or line.any_of(("that", "relatives", "purpose", "mark"), place):
            return False
        if line.helper(place) == "passive" or line.nonfinite(place, ("participle",)):
            return False
        if _is_deed(line, place, beside=place == mention.marker - 1):
            return True
    return False


def _inside_subject(line: Line, mention: Mention) -> bool:
    """Whether somebody stands in the subject: "Het grensbeheer door Malta werd geprezen".

    English: right before the verb, "A proposal by Malta was supported by Spain".
    """
    verb = line.first_finite
    if not 1 < mention.marker < verb or not line.any_of(("articles", "determiners"), 0):
        return False
    if not line.is_dutch and mention.stop != verb:
        return False
    edges = ("relatives", "that", "subordinators")
    described = _is_inflected(line, mention.stop, mention.marker)
    return not described and not any(
        line.is_sign(at) or line.any_of(edges, at) for at in range(1, mention.marker)
    )


def _is_deed(line: Line, place: int, *, beside: bool) -> bool:
    """Whether a word is a noun of doing something to what "van" names, or stands alone."""
    governed = line.any_of(("determiners", "prepositions"), place - 1)
    governed = governed or line.at(place - 1).endswith("e")
    if not governed or not (beside or line.isa("of", place + 1)):
        return False
    as_noun = line.isa("judged_thing", place - 1) and line.nonfinite(place, ("infinitive",))
    return bool(as_noun) or line.isa("doings", place)


def _is_modal_before(line: Line, place: int) -> bool:
    """English: whether an infinitive belongs to an auxiliary shortly before it."""
    return any(
        line.helper(at) in ("can", "future", "want") for at in range(max(0, place - 4), place)
    )


def _nearest(mention: Mention, length: int) -> list[int]:
    """The places around a mention, those before it first and the nearest first."""
    before = range(mention.marker - 1, max(-1, mention.marker - _FAR), -1)
    return [*before, *range(mention.stop, min(length, mention.stop + _FAR))]


def _is_inflected(line: Line, place: int, agent: int) -> bool:
    """Whether a participle describes a noun: "het door de Commissie gepubliceerde voorstel".

    One in -en has no ending of its own, so what stands around it decides: "werd door de Raad
    aangenomen".
    """
    word = line.at(place)
    if not word.endswith(("e", "en")):
        return False
    plain = any(form.kind == "participle" for form in line.forms(place))
    described = line.any_of(("determiners", "prepositions"), agent - 1)
    if plain and (line.is_sign(place + 1) or not described):
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
    return stop - first > _AGENT or any(
        line.any_of(("relatives", "purpose", "that"), place) or line.low[place] == ";"
        for place in range(first + 1, stop)
    )


def _relative_before(line: Line, verb: int) -> int:
    """Where the relative clause opens to which a verb belongs ("die worden voorbereid"), or -1."""
    for place in range(verb - 1, max(-1, verb - _FAR), -1):
        if line.is_sign(place) or (place < verb - 1 and line.finite(place)):
            return -1
        if line.isa("relatives", place) and place > 0:
            return -1 if _is_closed(line, place, verb) else place
    return -1


def _is_closed(line: Line, relative: int, verb: int) -> bool:
    """Dutch: whether a clause has its verb before this one: "een fonds dat havens helpt werd".

    So it is where the sentence has no other verb that could be its main one.
    """
    if not (line.is_dutch and line.finite(verb - 1)) or line.helper(verb - 1):
        return False
    inside = range(relative, verb + 1)
    return not any(line.finite(at) for at in range(len(line)) if at not in inside)


def _described_thing(line: Line, relative: int) -> int:
    """English: where the noun begins that a clause describes: "texts that were tabled by X"."""
    if line.is_dutch or relative < 1:
        return 0
    place = relative - 1
    while place > relative - _NOUN and not line.forms(place) and not line.is_sign(place - 1):
        if line.isa("determiners", place):
            break
        place -= 1
    return place


def _shared(reading: Reading) -> Reading:
    """What others do with somebody's view is support: "een punt dat door X werd herkend"."""
    if reading.stance in VIEWS:
        return reading
    return replace(reading, stance="support", certain=False)
