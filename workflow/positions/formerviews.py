"""Dutch: views of before that a sentence only takes up: "De zorgen die X had, zijn weggenomen"."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.reading import Reading
from workflow.positions.speakers import Speaker
from workflow.positions.turning import YIELDED
from workflow.positions.yielding import objection_at, waived

TAKEN_UP = "view taken up"
"""The rule of a call of which is told how others met it."""
_OPENING = 4
"""Words of a sentence within which stands the worry that opens it."""
_BETWEEN = 8
"""Words behind a worry within which opens the clause that says whose it is."""


def with_fate(line: Line, heads: list[Speaker]) -> list[Speaker]:
    """The speakers, with what became of the worry that a clause says is theirs."""
    if not (line.is_dutch and line.has("voiced_objections")):
        return heads
    noun = line.first_of("voiced_objections", range(min(_OPENING, len(line))))
    if noun < 0 or any(line.is_sign(at) or line.forms(at) for at in range(noun)):
        return heads
    opens = line.first_of("relative_openers", range(noun + 1, noun + _BETWEEN))
    own = line.next_finite(opens + 1) if opens > 0 else -1
    main = line.next_finite(own + 1) if own > 0 else -1
    if main < 0 or not (main == own + 1 or line.is_sign(main - 1)):
        return heads
    fate = _fate(line, noun, main)
    if fate is None:
        return heads
    return [
        replace(one, readings=(fate,)) if one.mention and opens < one.mention.stop < main else one
        for one in heads
    ]


def _fate(line: Line, noun: int, main: int) -> Reading | None:
    """What the main clause says has become of a worry; None where it says nothing of that."""
    base = objection_at(line, noun)
    places = range(main, line.sign_from(main))
    gone = line.lexicon.words["going_away"]
    met = next((at for at in places if line.lemmas(at) & gone), -1)
    if met < 0:
        free = waived(line, main)
        cue = ((noun, noun + 1), free) if free else ()
        return Reading(YIELDED[base], 2, cue, "own worry waived", denied=base) if free else None
    denied = any(line.any_of(("negations", "partly"), at) for at in places)
    stance, was = (base, "") if denied else (YIELDED[base], base)
    return Reading(stance, 2, ((noun, noun + 1), (met, met + 1)), "own worry met", denied=was)


def without_taken_up(speakers: Sequence[Speaker]) -> list[Speaker]:
    """The speakers without whose call others are said to have met: they ask nothing anew."""
    calls = [one for one in speakers if any(TAKEN_UP in each.rule for each in one.readings)]
    others = [one for one in speakers if one not in calls and one.actors]
    met = any(each.stance == "support" for one in others for each in one.readings)
    return others if calls and met else list(speakers)
