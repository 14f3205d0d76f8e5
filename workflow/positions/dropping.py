"""Dutch: a thing that somebody wants to let go, or to wait for: "wenst X af te wachten"."""

from workflow.positions.denials import verb_denied
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.verbgroups import Group


def dropped(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: who wants a thing let go is against it, who wants it not let go is for it."""
    if group.verb.lemma not in line.lexicon.words["proposing"]:
        return []
    waits = _waiting(line, group.last + 1, zone.stop)
    if waits >= 0 and group.verb.lemma in line.lexicon.words["wishing_first"]:
        rule = f"verb {group.verb.lemma} + {line.at(waits)}"
        return [Reading("reserve", 2, (*group.cue, (waits, waits + 1)), rule)]
    verb = _letting_go(line, group.last + 1, zone.stop)
    if verb < 0:
        return []
    held = any(line.isa("negations", at) for at in range(group.last + 1, verb))
    if not held and verb_denied(line, group, zone):
        return []
    rule = f"verb {group.verb.lemma} + {line.at(verb)}"
    stance = "support" if held else "oppose"
    return [Reading(stance, 2, (*group.cue, (verb, verb + 1)), rule)]


def _waiting(line: Line, start: int, stop: int) -> int:
    """Dutch: the verb of waiting in what is wished ("af te wachten"), or -1."""
    for verb in range(start + 1, stop if line.is_dutch else start):
        marked = line.isa("mark", verb - 1) and not line.is_sign(verb)
        waits = line.lexicon.words["waiting_verbs"]
        if marked and any(
            form.lemma in waits and form.particle == line.at(verb - 2) for form in line.forms(verb)
        ):
            return verb
    return -1


def _letting_go(line: Line, start: int, stop: int) -> int:
    """Dutch: the verb of letting a thing go in what is proposed ("los te laten"), or -1.

    Whoever is to give up an objection, or violence, drops no plan.
    """
    others = ("voiced_objections", "unwanted")
    if not line.is_dutch or any(line.any_of(others, at) for at in range(start, stop)):
        return -1
    for verb in range(start + 1, stop):
        if not line.isa("mark", verb - 1):
            continue
        apart = (line.at(verb - 2), line.at(verb + 1))
        for form in line.forms(verb):
            dropping = form.kind == "infinitive" and form.lemma in line.lexicon.words["dropping"]
            if dropping and form.particle in apart:
                return verb
    return -1
