"""What becomes of somebody's consent, and what that of the Council comes to: a decision."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading
from workflow.positions.verbgroups import Group

_NEAR = 6
"""Words behind a verb within which it is said what becomes of a consent."""
_TIED = 8
"""Words behind a verb within which it is said that a consent hangs on something."""
_FATES = (
    ("assent_refused", "oppose"),
    ("assent_tied", "reserve"),
    ("assent_given", "support"),
)
"""Lists of what may become of a consent, with what it says of whose it is."""


def assent(line: Line, noun: int) -> Reading | None:
    """The stance of whoever has the consent at a place, by what is said to become of it."""
    if line.is_dutch or not line.isa("assents", noun):
        return None
    verb = line.next_finite(noun + 1)
    if verb < 0 or verb > noun + _NEAR or line.isa("role_link", noun + 2):
        return None
    cue = ((noun, noun + 1), (verb, verb + 1))
    rule = f"consent {line.low[noun]}"
    near = range(verb, min(line.sign_from(verb), verb + _NEAR))
    if any(line.lemmas(at) & line.lexicon.words["hinging"] for at in near):
        return Reading("reserve", 2, cue, f"{rule}, hinging", False)
    for place in range(verb, min(len(line), verb + _NEAR)):
        if line.is_sign(place):
            break
        for kind, stance in _FATES:
            found = line.lexicon.phrases[kind].first(line.low, place)
            if found:
                span = ((noun, noun + 1), (place, found[0]))
                return Reading(stance, 2, span, f"{rule}, {found[1]}", False)
    return None


def consent_tied(line: Line, noun: int) -> bool:
    """Dutch: whether a consent hangs on something: "De steun van Ierland staat of valt met"."""
    verb = line.next_finite(noun + 1) if line.is_dutch and line.isa("consents", noun) else -1
    if verb < 0:
        return False
    return line.first_phrase("ties", verb, min(line.sign_from(verb), verb + _TIED)) is not None


def gone_ahead(line: Line, group: Group, reading: Reading) -> Reading:
    """The reading; a decision where the ministers together give the green light, or agree."""
    if line.is_dutch:
        agreed = group.verb.lemma in line.lexicon.words["consenting"]
        decided = agreed and reading.stance == "support" and not reading.denied
        return replace(reading, stance="decide") if decided else reading
    place = max((stop for _, stop in reading.cue), default=0)
    near = any(line.isa("go_aheads", at) for at in range(place - 1, place + 2))
    return replace(reading, stance="decide") if near and reading.stance == "support" else reading
