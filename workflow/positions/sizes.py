"""Words of size that are a group without a noun, or one of others: "waren voor, enkele tegen"."""

from workflow.positions.line import Line
from workflow.positions.reading import VIEWS

_ALL = 4
"""Words of a group that opens a sentence, and between its verb and some of it, at most."""
_SET_IN = 10
"""Words between commas behind a group and before its verb, at most."""


def is_elsewhere(line: Line, stop: int) -> bool:
    """English: whether those who take part do so in another thing: "participants in the scheme"."""
    if line.is_dutch or not line.isa("partakers", stop - 1) or not line.isa("prepositions", stop):
        return False
    meetings, near = line.lexicon.phrases["no_speaker"], range(stop + 1, stop + _ALL)
    return not any(meetings.first(line.low, at) for at in near if at < len(line))


def out_of_all(line: Line, place: int) -> bool:
    """Dutch: whether those of whom a size is some open the sentence: "Van de landen waren er drie".

    Only words such as "slechts" may stand between the verb and the size.
    """
    nouns = (line.lexicon.group_nouns.first(line.low, at) for at in range(1, _ALL))
    verb = next((found[0] for found in nouns if found), -1)
    if verb < 0 or not verb < place <= verb + _ALL or not line.finite(verb):
        return False
    return all(
        line.any_of(("midfield", "restricting", "merely"), at) for at in range(verb + 1, place)
    )


def some_of_them(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether a size is some of the group named before: "al maakten enkele een voorbehoud".

    Behind its verb, or behind "waarbij", no noun can follow that it would count.
    """
    low = line.low
    if not line.is_dutch or line.isa("never_alone", place) or stop >= len(line):
        return False
    if all(line.any_of(("merely", "restricting"), at) for at in range(place)):
        return _opens_view(line, stop)
    if not any(line.lexicon.group_nouns.first(low, at) for at in range(place - 1)):
        return False
    before = place - 1
    if line.is_sign(before) or line.any_of(("coordinators", "transparent"), before):
        one = line.isa("articles", place)
        if any(one or form.plural is not False for form in line.finite(stop)):
            return True
    led = line.isa("transparent", before) or bool(line.finite(before))
    return led and line.any_of(("determiners", "midfield"), stop)


def _opens_view(line: Line, verb: int) -> bool:
    """Whether a verb behind a size that opens a sentence says where somebody stands.

    "Enkele maakten een voorbehoud", "Slechts enkele nog waren tegen"; not "Sommige zijn al
    noodzakelijk".
    """
    verb += line.isa("merely", verb)
    forms = [form for form in line.finite(verb) if form.plural is not False]
    if not forms:
        return False
    if line.helper(verb) == "be":
        side = verb + 1 + line.isa("merely", verb + 1)
        return line.any_of(("against", "view_words", "side_for", "side_against"), side)
    if line.lemmas(verb) & line.lexicon.words["linking"]:
        return False
    if any(line.lexicon.verbs[form.lemma].stance in VIEWS for form in forms):
        return True
    behind = range(verb + 1, line.sign_from(verb))
    return any(
        cue.stance in VIEWS and cue.zone == "object" for at in behind for _, cue in line.cues(at)
    )


def holds_a_view(line: Line, place: int, stop: int) -> bool:
    """Whether a size without a noun has a view: "kreeg steun van een meerderheid"."""
    link = place - 1
    ends = line.is_sign(stop) or line.any_of(("prepositions", "purpose", "coordinators"), stop)
    if not ends or line.isa("of", stop):
        return False
    felt = any(end == link and cue.zone == "object" for end, cue in line.cues(link - 1))
    if not line.is_dutch:
        return felt and line.isa("holder_links", link)
    lives = line.lemmas(line.first_finite) & line.lexicon.words["existing"]
    return (felt and line.isa("holder_links", link)) or (
        bool(lives) and line.isa("felt_among", link)
    )


def in_what_is_said(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether a size without a noun opens what is said: "dat een meerderheid het steunt"."""
    if not line.is_dutch or not line.isa("that", place - 1) or stop >= len(line):
        return False
    return line.any_of(("midfield", "determiners", "negations", "view_words"), stop) or any(
        cue.zone == "clause" for _, cue in line.cues(stop)
    )


def on_a_side(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether nothing but a side stands behind a size: "waren voor, enkelen tegen"."""
    sided = line.any_of(("against", "view_words"), stop)
    return line.is_dutch and line.is_sign(place - 1) and sided and line.is_sign(stop + 1)


def only_needed(line: Line, stop: int) -> bool:
    """Dutch: whether so many are only needed: "is een gekwalificeerde meerderheid vereist"."""
    place = stop + (line.helper(stop) == "be")
    return line.is_dutch and line.isa("required", place)


def no_noun_behind(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether a size is a group by itself, by what stands around it."""
    return (
        in_what_is_said(line, place, stop)
        or on_a_side(line, place, stop)
        or some_of_them(line, place, stop)
        or holds_a_view(line, place, stop)
    )


def behind_aside(line: Line, stop: int) -> int:
    """The place behind what commas set in without a verb: "Most, with Italy to the fore, had"."""
    if line.at(stop) != ",":
        return stop
    for place in range(stop + 1, min(stop + _SET_IN, len(line))):
        if line.at(place) == ",":
            return place + 1
        if line.is_sign(place) or (line.finite(place) and place > stop + 1):
            break
    return stop
