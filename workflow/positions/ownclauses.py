"""Clauses in which speakers tell of themselves: "said that it would not take part"."""

from workflow.positions.denials import BEFORE
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group, read_group


def tells_of_itself(line: Line, group: Group) -> bool:
    """Whether a clause behind a verb of telling has the speaker as its subject.

    "I explained that the United Kingdom opposed this": what it says there is its stance.
    """
    for place in range(group.last + 1, min(group.last + 3, len(line))):
        if line.isa("that", place):
            return same_subject(line, place + 1, group)
    return False


def said_of_self(line: Line, place: int, group: Group) -> bool:
    """English: whether a clause behind "that" is about its speaker: "said that it could not"."""
    near = range(place, max(group.last, place - BEFORE - 2), -1)
    return same_subject(line, place, group) or any(line.isa("echo", at) for at in near)


def own_plan(line: Line, place: int, zone: Zone) -> Reading | None:
    """English: what a speaker will do, or not: "said that it would not be taking part"."""
    if line.helper(place) not in ("future", "want"):
        return None
    own = _is_own(line, place - 1)
    if not line.isa("echo", place - 1) and not own:
        return None
    group = read_group(line, place, zone.stop)
    words = line.lexicon.words
    if group.passive or group.verb.lemma not in words["acting"]:
        return None
    if line.at(place - 1) == "it" and group.verb.lemma in words["impersonal"]:
        return None  # "it would take time"
    cue = ((place, place + 1), (group.lexical, group.lexical + 1))
    if any(line.isa("negations", at) for at in range(place + 1, group.lexical)):
        return Reading("oppose", 2, cue, "complement would not", denied="announce")
    return Reading("announce", 2, cue, "complement would")


def same_subject(line: Line, place: int, group: Group) -> bool:
    """Whether the clause behind `dat` has the speaker as its subject: "dat hij hoopt"."""
    for at in range(place - 1, max(group.finite, place - 40), -1):
        if line.isa("relatives", at) and line.isa("those", at - 1):
            return group.verb.lemma in line.lexicon.words["siding"]
        if line.isa("that", at):
            article = line.isa("articles", at + 1) and not line.any_of(
                ("determiners", "prepositions", "midfield", "negations"), at + 2
            )
            echoed = line.isa("echo", at + 1) and not article
            own = line.isa("self_words", group.finite - 1) or (
                line.is_dutch and line.isa("self_words", group.finite + 1)
            )
            return echoed or (own and _own(line, at + 1))
    told = not line.is_dutch and line.isa("echo", group.last + 1)
    return told and group.last + 1 < place  # "said it wanted": without "that"


def _own(line: Line, place: int) -> bool:
    """Whether the own government is named: "ik heb aangegeven dat Nederland"."""
    place += line.isa("articles", place)
    name = line.lexicon.names.first(line.low, place) if place < len(line) else None
    return bool(name and name[1].actor == line.lexicon.settings["self_actor"])


def _is_own(line: Line, place: int) -> bool:
    """Whether the own government's name ends at a place: "that the United Kingdom would"."""
    return any(_own(line, start) for start in range(max(0, place - 2), place + 1)) and any(
        line.isa("self_words", at) for at in range(place)
    )
