"""Whose view it is: owners in the genitive or as an adjective, "in Belgium's eyes"."""

from copy import copy
from dataclasses import dataclass

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.mentions import Known, whole_name
from workflow.positions.model import state_actor

_NAME = 7
"""How many words an owner has at most: "the Italian Minister for the Environment's"."""
_BETWEEN = 2
"""How many words may describe a view between its owner and its noun."""
_WHOSE = {"its": "?it", "his": "?one", "her": "?one", "their": "?many"}
"""English owners with the pronoun of whoever they mean."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody whose view the next words name."""

    actors: tuple[str, ...]
    kind: str
    stop: int
    """Place behind the genitive or the adjective."""


def with_views(line: Line, mentions: list[Mention], known: Known) -> list[Mention]:
    """The mentions with views that have their owner before them: "to Malta's mind"."""
    openers = line.lexicon.words["view_openers"]
    views = [
        view
        for place, word in enumerate(line.low)
        if word in openers and (view := _view_at(line, place, known))
    ]
    own = None if line.is_dutch else line.lexicon.phrases["own_part"].first(line.low, 0)
    if own and line.at(own[0]) == "," and not line.isa("self_words", own[0] + 1):
        actors = (line.lexicon.settings["self_actor"],)  # "For us, this is a non-starter"
        views.append(Mention(0, own[0], actors, "self", part="view", marker=0))
    theirs = _view_of_named(line) if line.is_dutch else _view_of_theirs(line, mentions)
    if theirs:
        views.append(theirs)
    if not views:
        return mentions
    inside = {place for view in views for place in range(view.start, view.stop)}
    kept = [one for one in mentions if one.start not in inside and one.core not in inside]
    return sorted([*kept, *views], key=lambda one: one.start)


def _view_of_named(line: Line) -> Mention | None:
    """Dutch: the view of whoever was named before: "In haar ogen is", "Dit is huns inziens".

    Not inside what somebody else says: "noemde de in zijn ogen te hoge kosten".
    """
    if not (line.has_phrase("its_view") or line.has_phrase("their_view")):
        return None
    first = line.first_finite
    linked = line.helper(first) or line.lemmas(first) & line.lexicon.words["linking"]
    for place in (0, first + 1) if linked else (0,):
        for phrases, actor in (("its_view", "?it"), ("their_view", "?many")):
            found = line.lexicon.phrases[phrases].first(line.low, place)
            if found and (place or line.finite(found[0])):
                return Mention(
                    place, found[0], (actor,), "pronoun", actor == "?many", True, "view", place,
                    place,
                )  # fmt: skip
    return None


def _view_of_theirs(line: Line, mentions: list[Mention]) -> Mention | None:
    """English: the view of whoever was named before: "In its view, this is", ", in their view."."""
    comma = next((at for at in range(len(line) - 1, 0, -1) if line.low[at] == ","), 0)
    named = any(one.actors and not one.pronoun for one in mentions if one.start < comma)
    for place in (0,) if named or not comma else (0, comma + 1):
        whose = _WHOSE.get(line.at(place + 1))
        if not whose or not line.isa("view_openers", place):
            continue
        noun = noun_behind(line, place + 2, "view_nouns")
        paper = line.isa("prepositions", noun)  # "In its opinion on the draft"
        if noun > 0 and not paper and (place == 0 or line.is_sign(noun)):
            many = whose == "?many"
            return Mention(place, noun, (whose,), "pronoun", many, True, "view", place, place)
    return None


def owner_at(line: Line, place: int, known: Known) -> Owner | None:
    """The owner at a place, past an article: "the Commissioner's", "Letlands", "our", "Polish"."""
    if line.isa("self_possessives", place):
        return Owner((line.lexicon.settings["self_actor"],), "self", place + 1)
    start = place + line.isa("articles", place)
    if start >= len(line):
        return None
    for end in range(start, min(start + _NAME, len(line))):
        if line.is_sign(end):
            break
        bare = _without_genitive(line, end)
        found = whole_name(bare, start, known) if bare else None
        spoken = bool(found) and line.isa("interventions", end + 1)  # "Lithuania's intervention"
        if found and found.stop - spoken == end + 1 and found.actors and not found.pronoun:
            apostrophe = line.at(end + 1) in ("'", "’")
            return Owner(found.actors, found.kind, end + 1 + apostrophe)
        if line.low[end].endswith("'s"):
            break
    code = line.lexicon.adjectives.get(line.text[start])
    if not code:
        return None
    return Owner((state_actor(code),), "state", start + 1)


def noun_behind(line: Line, place: int, kind: str) -> int:
    """The place behind a noun of a list that follows, past what describes it; -1 without one."""
    ends = tuple(line.lexicon.words["describing_ends"])
    nouns = line.lexicon.phrases[kind]
    for at in range(place, min(place + _BETWEEN + 1, len(line))):
        found = nouns.first(line.low, at)
        more = found and nouns.first(line.low, found[0])
        if found:
            return more[0] if more else found[0]  # "voornaamste zorg": both are nouns
        if not (line.any_of(("describing", "adverbs"), at) or line.low[at].endswith(ends)):
            return -1
    return -1


def _view_at(line: Line, place: int, known: Known) -> Mention | None:
    """The owner of a view behind a preposition: "in Belgium's eyes"."""
    governed = line.forms(place - 1) and not line.helper(place - 1)
    if line.isa("mark", place) and place > 0 and governed and not line.is_dutch:
        return None  # "subscribed to the Commission's assessment"
    owner = owner_at(line, place + 1, known)
    noun = noun_behind(line, owner.stop, "view_nouns") if owner else -1
    if owner is None or noun < 0:
        return None
    return Mention(place, noun, owner.actors, owner.kind, part="view", marker=place, core=place)


def _without_genitive(line: Line, place: int) -> Line | None:
    """The sentence with the word at a place out of the genitive, or None where it is in none."""
    word, low = line.text[place], line.low[place]
    if low.endswith("'s"):
        ending = 2
    elif line.at(place + 1) in ("'", "’") and low.endswith(("s", "x", "z")):
        ending = 0
    elif line.is_dutch and low.endswith("s") and line.is_name(place):
        ending = 1
    else:
        return None
    bare = copy(line)
    bare.text = [*line.text[:place], word[: len(word) - ending], *line.text[place + 1 :]]
    bare.forget()
    bare.low = [*line.low[:place], low[: len(low) - ending], *line.low[place + 1 :]]
    return bare
