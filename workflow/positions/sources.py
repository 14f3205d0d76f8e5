"""Where a stance comes from that is the subject: "Concern was widespread and came from"."""

from workflow.positions.adjectives import sided_adjective
from workflow.positions.denials import turned
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.speakers import Speaker
from workflow.positions.stances import read_stances
from workflow.positions.verbgroups import read_group

_PAPER = "paper"
"""The rule of what a paper says that somebody wrote."""


def sources(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """Whoever a stance at the start of a sentence comes from, or is strongest with."""
    first = line.first_finite
    if others or not 0 < first < len(line):
        return []
    for mention in mentions:
        if mention.part not in ("oblique", "agent") or not mention.actors:
            continue
        reading = None
        peaks = _peaks_with(line, mention, first)
        came = _comes_from(line, mention)
        if peaks or came > 0:
            verb = first if peaks else came  # "Bezwaren kwamen uit": the noun is no verb
            reading = _stance_in(line, 0, min(verb, 4), verb)
            if peaks and reading and reading.stance == "call":
                continue  # "Demand was greatest in Germany"
        elif _opens_with_source(line, mention, first):
            reading = _stance_in(line, first + 1, first + 5, len(line))
        if reading:
            found = Speaker(
                mention.actors, (reading,), "source", mention.start, mention, certain=False
            )
            return [found]
    return []


def _comes_from(line: Line, mention: Mention) -> int:
    """The verb of coming before a name and its preposition ("came mainly from"), or -1.

    English also of being with nobody else: "Opposition was confined to Malta".
    """
    verb = mention.marker - 1
    while verb > 0 and line.any_of(("midfield", "adverbs"), verb) and not line.finite(verb):
        verb -= 1
    coming = line.lemmas(verb) & line.lexicon.words["springing"]
    comes = coming and line.finite(verb) and line.isa("sprung_from", mention.marker)
    only = line.isa("only_theirs", verb) and line.isa("mark", mention.marker)
    return verb if comes or (only and line.helper(verb - 1) == "be") else -1


def _peaks_with(line: Line, mention: Mention, verb: int) -> bool:
    """Whether something is said to be greatest with somebody: "was strongest in Poland"."""
    if line.helper(verb) != "be" or not line.isa("peaks_with", mention.marker):
        return False
    peak = mention.marker - 1
    return peak - verb <= 2 and line.low[peak].endswith(tuple(line.lexicon.words["peaks"]))


def _opens_with_source(line: Line, mention: Mention, verb: int) -> bool:
    """Whether the source opens the sentence: "From Portugal came a plea for patience"."""
    coming = bool(line.lemmas(verb) & line.lexicon.words["springing"])
    fronted = all(line.any_of(("midfield", "adverbs"), at) for at in range(mention.marker))
    opens = (fronted if line.is_dutch else mention.marker == 0) and line.isa(
        "sprung_from", mention.marker
    )
    return coming and opens and mention.stop == verb


def _stance_in(line: Line, start: int, stop: int, limit: int) -> Reading | None:
    """The stance that a noun between two places names, which ends before `limit`, or None.

    So does an adjective with a noun such as `geluiden`.
    """
    for place in range(start, min(stop, limit - 1)):
        sides = sided_adjective(line, place) if line.isa("sounds", place + 1) else None
        if sides:
            return sides
    for place in range(start, min(stop, len(line))):
        for end, cue in line.cues(place):
            views = cue.stance in VIEWS and cue.zone != "clause" and not cue.verbs
            if views and end <= limit:
                stance = turned(line, place, end, cue, Zone(start, end))
                rule = f"source {line.low[place]}"
                return Reading(stance, cue.strength, ((place, end),), rule, False)
    return None


def without_spokesman(line: Line, mentions: list[Mention], heads: list[Speaker]) -> list[Speaker]:
    """Dutch: without a minister who speaks for another state: "Namens Malta gaf de minister aan".

    Not of one who speaks for several, and so for its own state too: "Namens de Benelux".
    """
    own = line.lexicon.settings["self_actor"]
    spoken = [one for one in mentions if one.part == "behalf" and one.marker == 0]
    alone = len(spoken) == 1 and len(spoken[0].actors) == 1
    if not line.is_dutch or not alone or not spoken[0].actors[0].startswith("land:"):
        return heads
    return [one for one in heads if one.actors != (own,) or not _is_bare_role(one.mention)]


def _is_bare_role(mention: Mention | None) -> bool:
    return mention is not None and mention.kind == "role" and mention.stop - mention.core == 1


def paper_says(line: Line, mentions: list[Mention], others: list[Speaker]) -> list[Speaker]:
    """Whoever a paper that opens the sentence is by: "A paper by Germany called for delay"."""
    for mention in mentions if not others else ():
        noun, verb = mention.marker - 1, mention.stop
        by = line.any_of(("role_link", "holder_links"), mention.marker)
        by = by or line.at(mention.marker) == line.lexicon.settings["by"]
        if mention.part not in ("oblique", "agent") or not by or not mention.actors:
            continue
        if not line.isa("own_papers", noun) or any(map(line.is_sign, range(noun))):
            continue
        while line.isa("midfield", verb):
            verb += 1
        if not line.finite(verb) or line.first_finite != verb:
            continue
        if line.any_of(("open_questions", "question_words"), verb + 1):
            continue  # "A letter from Malta asked which ports were covered"
        group = read_group(line, verb, len(line))
        says = group.verb.stance in VIEWS and not (group.passive or group.verb.carrier)
        told = read_stances(line, group, Zone(verb + 1, len(line))) if says else ()
        views = tuple(one for one in told if one.stance in VIEWS)
        if views:
            return [Speaker(mention.actors, views, _PAPER, mention.start, mention, certain=False)]
    return []
