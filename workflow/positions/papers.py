"""What a paper says that somebody hands in: "tabled a statement calling for restraint"."""

from dataclasses import replace

from workflow.positions.denials import verb_denied
from workflow.positions.line import Line
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.verbgroups import Group, read_group

_NEAR = 6
"""Words behind a verb within which the paper is named."""
_SAID = 5
"""Words behind the paper within which it is told what it says."""


def said_in_paper(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """The verb that tells what a paper of the speaker says, to be read as the speaker's own.

    "submitted a declaration which criticised the timetable", "wrote a letter urging action".
    """
    if line.is_dutch or group.passive or group.verb.lemma not in line.lexicon.words["handing_in"]:
        return None
    paper = line.first_of("own_papers", range(group.last + 1, min(zone.stop, group.last + _NEAR)))
    if paper < 0 or any(line.isa("of", at) for at in range(group.last + 1, paper)):
        return None
    for verb in range(paper + 1, min(zone.stop, paper + _SAID)):
        if line.is_sign(verb):
            return None
        told = line.isa("relatives", verb - 1) and line.finite(verb)
        doing = any(form.kind == "gerund" for form in line.forms(verb))
        if told or doing:
            said = read_group(line, verb, zone.stop)
            return (said, replace(zone, start=verb + 1)) if not said.passive else None
    return None


def against_in_paper(line: Line, group: Group, zone: Zone) -> Reading | None:
    """Dutch: the side of a paper against a thing: "tekende een verklaring tegen het fonds"."""
    words = line.lexicon.words
    if not line.is_dutch or group.verb.lemma not in words["bringing_out"] | words["backing"]:
        return None
    for place in range(zone.start, zone.stop - 1):
        against = place + 1 + (place + 1 in group.words)  # "legde een verklaring af tegen"
        if line.isa("own_papers", place) and line.isa("against", against):
            near = range(against + 1, against + _SAID)
            if any(line.isa("unwanted", at) for at in near) or verb_denied(line, group, zone):
                return None
            cue = (*group.cue, (against, against + 1))
            return Reading("oppose", 2, cue, f"verb {group.verb.lemma} + paper against", False)
    return None


def as_written(group: Group, found: list[Reading]) -> list[Reading]:
    """The views among the readings of a paper, with the verb of handing it in."""
    views = [one for one in found if one.stance in VIEWS]
    return [replace(one, cue=(*group.cue, *one.cue), certain=False) for one in views]
