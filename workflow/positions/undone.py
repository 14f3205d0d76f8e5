"""What somebody has not brought out, or not yet: a fact, and no refusal to do so."""

from dataclasses import replace

from workflow.positions.denials import not_yet
from workflow.positions.line import Line
from workflow.positions.reading import Reading
from workflow.positions.verbgroups import Group

_REFUSED = ("oppose", "reserve")


def as_undone(line: Line, group: Group, reading: Reading) -> Reading:
    """Dutch: the reading; a fact where a text is not out: "kwam nog niet met een voorstel".

    So is what did not come at all: "kwam niet met een plan", "heeft geen voorstel ingediend". Who
    will not bring it, or does not, refuses: "zal niet met wetgeving komen", "komt niet met regels".
    """
    if not line.is_dutch or reading.denied != "announce" or reading.stance not in _REFUSED:
        return reading
    if not _is_issued(line, group, reading):
        return reading
    last = max(group.last + 1, *(stop for _, stop in reading.cue))
    opens = (at for at in range(last - 1, -1, -1) if line.any_of(("that", "purpose"), at))
    past = reading.rule.startswith("verb ") and _is_past(line, group)
    if not past and not not_yet(line, next(opens, 0), last):
        return reading
    return replace(reading, stance="inform", denied="", rule=f"{reading.rule}, not out")


def not_for_now(line: Line, group: Group, reading: Reading) -> Reading:
    """The reserve of who will not do a thing yet; a text that will not come yet is a fact."""
    issued = group.verb.lemma in line.lexicon.words["issuing"]
    stance = "inform" if issued else "reserve"
    return replace(reading, stance=stance, strength=2, denied="", rule=f"{reading.rule}, not yet")


def _is_issued(line: Line, group: Group, reading: Reading) -> bool:
    """Whether the words say that a text is brought out, and not what somebody does with one."""
    issuing = line.lexicon.words["issuing"]
    if reading.rule.startswith("verb "):
        return group.verb.lemma in issuing
    return any(
        not cue.verbs.isdisjoint(issuing) and cue.stance == "announce"
        for first, _ in reading.cue
        for _, cue in line.cues(first)
    )


def _is_past(line: Line, group: Group) -> bool:
    """Whether it is over: "kwam", "is gekomen"; not "zou komen", nor "komt"."""
    if group.helper in ("have", "be"):
        return bool(line.nonfinite(group.lexical, ("participle",)))
    return not group.helper and any(form.kind == "past" for form in line.finite(group.finite))
