"""Dutch: relative clauses that tell what a subject holds: "tot de landen die X steunden"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.reading import VIEWS, Zone
from workflow.positions.stances import read_stances
from workflow.positions.verbgroups import Group, read_final_group
from workflow.positions.wordorder import relative_end

_NEAR = 4
"""Words behind a verb within which it is said that somebody is one of others."""


def of_those_who(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone]:
    """What those do of whom somebody is one: "behoorde tot de landen die dit steunden"."""
    words = line.lexicon.words
    belongs = group.verb.lemma in words["belonging"]
    joins = line.is_dutch and group.verb.lemma in words["siding_with"]
    # "voegde zich, na een aanval, bij de landen die"
    inserted = line.at(zone.stop) == "," and line.isa("inserting", zone.stop + 1)
    stop = len(line) if inserted else zone.stop
    behind = range(group.finite + 1, stop)
    joined = (belongs or joins) and line.first_of("joined_to", behind) > 0
    if not _is_one(line, group) and not joined:
        return group, zone
    for place in behind:
        if (line.is_sign(place) and line.low[place] != ",") or line.finite(place):
            break
        opens = joins and line.isa("relatives", place)
        if opens and line.at(place - 1) not in line.lexicon.counting:
            break  # "sloot zich aan bij de oproep die"
        before = line.any_of(("prepositions", "before_that"), place - 1)
        if line.isa("relative_openers", place) and not before:
            inner = _clause(line, place, stop, zone.skip)
            if inner:
                return inner
    return group, zone


def _is_one(line: Line, group: Group) -> bool:
    """Whether somebody is one of others, or the only one: "was een van de lidstaten die"."""
    one = line.helper(group.finite) == "be" and line.is_dutch
    return one and line.first_phrase("one_of", group.finite + 1, group.finite + _NEAR) is not None


def said_inside(line: Line, link: Link, group: Group, zone: Zone) -> tuple[Group, Zone]:
    """What a clause says of those whom somebody is one of, or of a paper that somebody brings out.

    "Onder de sprekers die zich kritisch uitlieten bevond zich X", "een brief waarin X vraagt".
    """
    if not line.is_dutch:
        return group, zone
    inner = None
    if group.verb.lemma in line.lexicon.words["belonging"] and link.rule == "inversion":
        places = range(link.begin + 1, link.verb)
        place = line.first_of("relative_openers", places)
        inner = _clause(line, place, link.verb, zone.skip) if place > 0 else None
    elif group.verb.lemma in line.lexicon.words["bringing_out"]:
        places = range(group.finite + 1, min(len(line), zone.stop + 1))
        place = line.first_of("paper_openers", places)
        stop = len(line) if place == zone.stop else zone.stop
        inner = _clause(line, place, stop, zone.skip) if place > 0 else None
        if inner and read_stances(line, *inner)[0].stance not in VIEWS:
            inner = None
    return (replace(inner[0], passive=False), inner[1]) if inner else (group, zone)


def _clause(line: Line, place: int, stop: int, skip: frozenset[int]) -> tuple[Group, Zone] | None:
    """The verb of a relative clause that opens at a place, with the words that go with it."""
    end = relative_end(line, place, stop)
    last = next((at for at in range(end - 1, place, -1) if line.finite(at)), -1)
    it = line.isa("judged_thing", place + 1)
    if last < 0 and it and any(form.kind == "present" for form in line.forms(place + 2)):
        last = place + 2  # "waarin het pleit voor"
    if last < 0:
        return None
    if line.isa("relative_openers", place) and line.finite(last - 1) and line.helper(last - 1):
        last -= 1  # "die meer willen toestaan"
    if line.isa("paper_openers", place):
        end = stop  # "waarin gepleit wordt voor een lager tarief"
    group = read_final_group(line, place + 1, last, end)
    return replace(group, wishes=True), Zone(place + 1, end, skip)
