"""Where a stance comes from that is the subject: "Concern was widespread and came from"."""

from workflow.positions.denials import turned
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import Reading, Zone
from workflow.positions.speakers import OPINIONS, Speaker


def sources(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """Whoever a stance at the start of a sentence comes from, or is strongest with."""
    first = line.first_finite
    if others or not 0 < first < len(line):
        return []
    for mention in mentions:
        if mention.part not in ("oblique", "agent") or not mention.actors:
            continue
        if _comes_from(line, mention) or _peaks_with(line, mention, first):
            reading = _stance_of_subject(line, first)
            if reading:
                return [
                    Speaker(
                        mention.actors, (reading,), "source", mention.start, mention, certain=False
                    )
                ]
    return []


def _comes_from(line: Line, mention: Mention) -> bool:
    """Whether a verb of coming stands before a name and its preposition: "came mainly from"."""
    verb = mention.marker - 1
    while verb > 0 and line.any_of(("midfield", "adverbs"), verb) and not line.finite(verb):
        verb -= 1
    coming = line.lemmas(verb) & line.lexicon.words["springing"]
    return bool(coming and line.finite(verb)) and line.isa("sprung_from", mention.marker)


def _peaks_with(line: Line, mention: Mention, verb: int) -> bool:
    """Whether something is said to be greatest with somebody: "was strongest in Poland"."""
    if line.helper(verb) != "be" or not line.isa("peaks_with", mention.marker):
        return False
    peak = mention.marker - 1
    return peak - verb <= 2 and line.low[peak].endswith(tuple(line.lexicon.words["peaks"]))


def _stance_of_subject(line: Line, verb: int) -> Reading | None:
    """The stance that a subject before a verb names as a noun, or None."""
    for place in range(min(verb, 4)):
        for stop, cue in line.cues(place):
            if cue.stance in (*OPINIONS, "call") and cue.zone != "clause" and stop <= verb:
                if cue.verbs:
                    continue
                stance = turned(line, place, stop, cue, Zone(0, stop))
                return Reading(
                    stance, cue.strength, ((place, stop),), f"source {line.low[place]}", False
                )
    return None
