"""A view of before that fewer or more hold now: "Waar velen tegen waren, gold dat nu voor enkele".

The clause that opens the sentence tells the view, and the main clause whose it is now.
"""

from collections.abc import Callable
from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import VIEWS
from workflow.positions.speakers import Speaker

_RULE = "held now"

Read = Callable[[Line], list[Speaker]]


def held_now(line: Line, mentions: list[Mention], read: Read) -> list[Speaker] | None:
    """Those whom alone the main clause gives the view of the first one; None for no such line."""
    if not line.isa("set_beside", 0):
        return None
    comma = line.sign_from(0)
    main = range(comma + 1, len(line))
    still = any(line.lexicon.phrases["still_so"].first(line.low, at) for at in main)
    if line.at(comma) != "," or not still or line.first_of("negations", main) >= 0:
        return None
    if not _is_of_now(line, main) or line.first_of("assent", main) >= 0:
        return None
    before = next((one for one in mentions if one.kind == "group" and one.start < comma), None)
    now = _size(line, mentions, main)
    return _as_told(line, before, now, comma, read) if before and now else None


def _is_of_now(line: Line, main: range) -> bool:
    """Whether a word tells that the main clause is of another time or of some alone."""
    return any(line.any_of(("by_now", "restricting", "until_then"), at) for at in main)


def _size(line: Line, mentions: list[Mention], main: range) -> Mention | None:
    """The group that the main clause names, also by a size without a noun."""
    named = [one for one in mentions if one.start in main and one.actors and not one.pronoun]
    if named:
        return named[0] if named[0].kind == "group" else None
    tables = line.lexicon.alone, line.lexicon.sizes
    for at in main:
        for stop, size in (found for table in tables for found in table.at(line.low, at)):
            if line.lexicon.quantifiers[size].rank and not line.isa("articles", stop - 1):
                return Mention(at, stop, (f"lidstaten:{size}",), "group", True)
    return None


def _as_told(
    line: Line, before: Mention, now: Mention, comma: int, read: Read
) -> list[Speaker] | None:
    """Who holds it now, with what the first clause says of those who held it before."""
    said = line.sentence[line.start[before.start] : line.end[comma - 1]]
    opener = line.sentence[line.start[0] : line.end[0]]
    alone = line.lexicon.settings["held_before"]
    text = alone.format(opener=opener, said=said)
    text = text[0].upper() + text[1:]
    shift = before.start - ("{opener}" in alone)
    told = [
        replace(each, cue=tuple((a + shift, b + shift) for a, b in each.cue), certain=False)
        for one in read(Line(text, line.lexicon))
        if one.actors == before.actors
        for each in one.readings
        if each.stance in VIEWS
    ]
    if not told:
        return None
    return [Speaker(now.actors, tuple(told), _RULE, now.start, now, certain=False)]
