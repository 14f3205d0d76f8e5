"""Verbs that only lead to what is told behind them, or before: "Dat het moet, bracht X op"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.ownclauses import tells, told_zone
from workflow.positions.reading import NEUTRAL, Zone
from workflow.positions.verbgroups import Group


def as_telling(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone]:
    """The verb as one of telling, where what is told says more: "described it as a mistake"."""
    verb, words = group.verb, line.lexicon.words
    if verb.lemma in words["conceding"] and _concedes_that(line, group):
        return replace(group, verb=replace(verb, stance="inform", carrier=True)), zone
    if verb.stance in NEUTRAL and not verb.carrier and tells(line, group, zone):
        return replace(group, verb=replace(verb, carrier=True)), told_zone(line, group, zone)
    if line.is_dutch and verb.carrier and verb.stance in NEUTRAL:
        return group, told_zone(line, group, zone)
    if line.is_dutch and _fronted_clause(line, group, zone):
        return replace(group, verb=replace(verb, stance="inform", carrier=True)), zone
    if not line.is_dutch and verb.lemma in words["describing_as"]:
        near = range(group.last + 1, zone.stop)
        at = line.first_of("as", near)
        if at > 0:
            telling = replace(group, verb=replace(verb, stance="inform", carrier=True))
            return telling, replace(zone, start=at + 1)
    return group, zone


def _concedes_that(line: Line, group: Group) -> bool:
    """Whether what is admitted follows, which is told there: "acknowledged that it fell short"."""
    far = group.last + (4 if line.is_dutch else 2)
    near = range(group.last + 1, min(len(line), far))
    return any(line.isa("that", at) for at in near)


def _fronted_clause(line: Line, group: Group, zone: Zone) -> bool:
    """Dutch: whether what is told opens the sentence: "Dat dit moet, bracht X naar voren"."""
    opens = zone.start == 0 < group.finite and line.isa("that", 0) and line.at(1) != ","
    tells_it = group.verb.lemma in line.lexicon.words["putting_forward"]
    return opens and tells_it and line.at(group.finite - 1) == ","
