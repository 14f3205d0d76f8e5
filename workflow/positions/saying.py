"""Who says what stands before: "..., zo meende X", "..., X argued", "'...', said X"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.links import SAID_BEHIND, Link
from workflow.positions.reading import Zone
from workflow.positions.verbgroups import Group, read_group
from workflow.positions.words import QUOTES


def says_before(line: Line, link: Link) -> bool:
    """Whether what somebody says stands before: "..., zo meende X", "..., X argued."."""
    verb, words = link.verb, line.lexicon.words
    if line.is_dutch:
        so = line.isa("so_said", verb - 1) and line.at(verb - 2) == ","
        if not so and not _ends_saying(line, link):
            return False
        lemmas = line.lemmas(verb)
        return bool(lemmas & words["speaking"] or (not so and lemmas & words["tail_speaking"]))
    if link.rule == SAID_BEHIND:
        return True
    if not line.lemmas(verb) & words["speaking"]:
        return False
    closes = line.is_sign(verb + 1) and _behind_words(line, link.mention.start)
    return closes and verb == link.mention.stop and link.mention.start > 1


def _behind_words(line: Line, place: int) -> bool:
    """English: whether a comma stands before a place, or one within the marks of a quotation."""
    before = place - 1
    return line.at(before) == "," or (line.at(before) in QUOTES and line.at(before - 1) == ",")


def _ends_saying(line: Line, link: Link) -> bool:
    """Dutch: whether a sentence ends with who says it: "Dit gaat te ver, vond Malta"."""
    verb = link.verb
    if line.at(verb - 1) != "," or link.rule != "inversion" or not line.is_sign(link.mention.stop):
        return False
    if not 0 < line.first_finite < verb - 1:
        return False
    if line.at(link.mention.stop) == "," and line.at(verb - 2) not in QUOTES:
        return False
    opened = line.any_of(("subordinators", "prepositions"), 0)
    return not (opened and not line.isa("may_be_subject", 0))


def said_before(line: Line, link: Link, stop: int, skip: frozenset[int]) -> tuple[Group, Zone]:
    """A verb of saying with what stands before it, and behind it where that goes on."""
    said = read_group(line, link.verb, stop).verb
    group = Group(-1, link.verb, -1, replace(said, stance="inform", carrier=True))
    behind = min(link.mention.start, link.verb)
    quoted = any(line.at(at) in QUOTES for at in range(max(0, behind - 2), behind))
    if not line.is_dutch and line.at(link.verb + 1) == "," and not quoted:
        return group, Zone(0, len(line), skip)
    if line.is_dutch and line.at(link.mention.stop) == "," and not quoted:
        inserted = range(link.verb - 2, link.mention.stop + 1)  # "is, zo stelde X, te duur"
        return group, Zone(0, len(line), skip.union(inserted))
    return group, Zone(0, behind - 1, skip)
