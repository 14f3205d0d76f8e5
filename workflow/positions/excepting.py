"""Groups of which a few are left out: "alle lidstaten op Hongarije na", "all except two"."""

from workflow.positions.line import Line

NEARLY_ALL = "lidstaten:vrijwel-alle"
"""The group that is all but a few."""
_WHOLE = ("lidstaten:alle", "lidstaten:de", "lidstaten:andere")
_FEW = 8
"""Words at most that name those who are left out."""


def without_some(line: Line, actor: str) -> str:
    """The actor; nearly all member states where the sentence leaves some of all of them out."""
    if actor not in _WHOLE:
        return actor
    if not line.is_dutch and (line.has_phrase("few_exceptions") or _left_aside(line)):
        return NEARLY_ALL
    settings = line.lexicon.settings
    for place in range(len(line)):
        opened = line.is_dutch and line.low[place] == settings["except_opens"]
        if opened and _closed(line, place, settings["except_closes"]):
            return NEARLY_ALL
        leaves = line.lexicon.markers.before(line.low, place) if place else None
        excepted = leaves is not None and leaves[1] == "excluding" and actor == _WHOLE[0]
        if excepted and (
            line.lexicon.names.first(line.low, place) or line.isa("few_of_all", place)
        ):
            return NEARLY_ALL
    return actor


def as_all(line: Line, place: int) -> str:
    """The group that a word for all of them at a place means: nearly all in "vrijwel unaniem"."""
    nearly = line.isa("nearly", place - 1)
    nearly = nearly or (line.isa("as", place - 1) and line.isa("as_good", place - 2))
    return NEARLY_ALL if nearly else line.lexicon.settings["all_group"]


def _left_aside(line: Line) -> bool:
    """English: whether those who open the sentence are left out: "Hungary apart, everybody"."""
    comma = line.sign_from(1)
    aside = line.lexicon.phrases["left_aside"]
    named = line.is_name(0) and not line.isa("articles", 0)
    return named and any(
        found[0] == comma
        for place in range(1, comma)
        if (found := aside.first(line.low, place)) and not line.finite(place)
    )


def all_but(line: Line, place: int) -> int:
    """English: the place behind "all but Hungary and Malta"; 0 where nobody is left out so."""
    sized = None if line.is_dutch else line.lexicon.sizes.first(line.low, place)
    if sized is None or _WHOLE[0] != f"lidstaten:{sized[1]}":
        return 0
    noun = line.lexicon.group_nouns.first(line.low, sized[0])
    at = noun[0] if noun else sized[0]
    if not line.isa("but", at):
        return 0
    end = at + 1
    while end < min(len(line), at + _FEW):
        start = end + line.isa("articles", end)
        name = line.lexicon.names.first(line.low, start) if start < len(line) else None
        if name is None or not line.is_name(start):
            break
        end = name[0]
        if not (line.isa("and", end) or line.at(end) == ","):
            break
        end += 1
    return end if end > at + 1 else 0


def end_of_excepted(line: Line, place: int) -> int:
    """English: the place behind those who are left out from a place: "bar one"; else the place."""
    for at in range(place + 1, min(len(line), place + _FEW)):
        if line.lexicon.markers.before(line.low, at) != (place, "excluding"):
            continue
        name = line.lexicon.names.first(line.low, at + line.isa("articles", at))
        few = line.lexicon.alone.first(line.low, at) or line.lexicon.sizes.first(line.low, at)
        found = name or few
        return found[0] if found else place
    return place


def _closed(line: Line, opening: int, closes: str) -> bool:
    """Whether only names and words of size stand from "op" to "na"."""
    for place in range(opening + 1, min(opening + 2 + _FEW, len(line))):
        if line.low[place] == closes:
            behind = line.at(place + 1)
            return place > opening + 1 and not (behind and line.isa("articles", place + 1))
        plain = line.is_name(place) or line.any_of(("articles", "and", "few_of_all"), place)
        if not plain and line.low[place] != ",":
            return False
    return False
