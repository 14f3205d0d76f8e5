"""Names in a sentence: those of the lexicon, and persons whom the report has introduced."""

from dataclasses import dataclass
from datetime import date

from workflow.positions.lexicon import Name
from workflow.positions.line import Line
from workflow.positions.mention import Mention

_BRACKETS = 16
"""Words in brackets behind a name, at most."""


@dataclass(slots=True)
class Known:
    """What the report has told so far: the day of the meeting and persons by surname."""

    day: date | None
    persons: dict[str, str]


def name_at(line: Line, place: int, known: Known) -> tuple[int, Name] | None:
    """The longest name at a place that is written as in the lexicon and holds on the day."""
    if place >= len(line):
        return None
    for stop, name in line.lexicon.names.at(line.low, place):
        if not written_so(line, place, name):
            continue
        if known.day and (
            (name.since and known.day < name.since) or (name.until and known.day > name.until)
        ):
            continue
        return stop, name
    return None


def stands_for_state(line: Line, place: int, stop: int, kind: str) -> bool:
    """Whether a capital or a people is named as one who speaks: "Parijs steunde", "the French".

    A capital as a place has a preposition before it; in a name more of it follows.
    """
    first = place
    if kind == "people":
        if not line.isa("articles", place - 1):
            return False
        first = place - 1
    elif line.isa("articles", place - 1):
        return False
    after = stop >= len(line) or line.is_sign(stop) or line.any_of(("midfield", "and"), stop)
    if not (after or line.finite(stop)):
        particle = line.is_dutch and line.finite(first - 1) and not line.is_name(stop)
        marked = line.is_dutch and line.finite(stop) is not None
        if not (particle or marked):
            return False
    if first == 0 or line.is_sign(first - 1):
        return True
    if line.isa("sprung_from", 0) and first == 1:
        return bool(line.lemmas(stop) & line.lexicon.words["springing"])  # "Uit Lissabon kwam"
    marker = line.lexicon.markers.before(line.low, first)
    known = marker and marker[1] in ("co", "behalf", "view")
    joined = line.any_of(("and", "coordinators"), first - 1)
    joined = joined or line.at(first - 1).lower() == line.lexicon.settings["by"]
    return bool(known or joined or line.finite(first - 1))


def written_so(line: Line, place: int, name: Name) -> bool:
    """Whether the capitals of a name stand in the text too; a long name may differ in them."""
    if len(name.words) >= 3 and line.is_name(place):
        return True
    return all(
        word == written or word == word.lower() == written.lower()
        for word, written in zip(name.words, line.text[place:], strict=False)
    )


def brackets_end(line: Line, stop: int) -> int:
    """The place behind an abbreviation or party in brackets that follows a name."""
    beside = line.lexicon.markers.before(line.low, min(stop + 2, len(line)))
    if line.at(stop) == "(" and not beside:  # "(including the UK)" names somebody else
        for end in range(stop + 1, min(stop + _BRACKETS, len(line))):
            if line.text[end] == ")":
                return end + 1
    return stop


def portfolio_end(line: Line, stop: int) -> int:
    """The place behind "van Justitie en Veiligheid" that follows a title."""
    if not line.any_of(("role_link", "view_words"), stop) or stop + 1 >= len(line):
        return stop
    if not line.is_name(stop + 1) or line.lexicon.names.first(line.low, stop + 1):
        return stop
    end = stop + 2
    while end < len(line):
        joins = line.any_of(("and",), end) or line.low[end] in (",", "&")
        if line.is_name(end):
            if line.lexicon.names.first(line.low, end):
                break
        elif not line.isa("portfolio_words", end) and not (
            joins and end + 1 < len(line) and line.is_name(end + 1) and not _acts(line, end + 1)
        ):
            break
        end += 1
    return end


def person_end(line: Line, stop: int, known: Known, actor: str) -> int:
    """The place behind a person's name that follows a title; the person is remembered."""
    if line.isa("friends", stop - 1) and line.isa("articles", stop) and stop + 1 < len(line):
        stop += 1 if line.is_name(stop + 1) else 0  # "my noble Friend the Lord Donoughue"
    end = brackets_end(line, stop)
    if end > stop:
        return end
    if line.at(stop) == "," and _full_name(line, stop + 1):
        after = _behind_honorific(line, stop + 1)
        while _part_of_name(line, after):
            after += 1
        if line.at(after) != ",":
            return stop
        known.persons[line.text[after - 1]] = actor
        return after + 1
    while _part_of_name(line, end) and not _other_actor(line, end):
        if line.is_dutch and line.isa("of", end) and _other_actor(line, end + 1):
            break  # "minister Borg van Malta"
        end += 1
    if end > stop and line.is_name(end - 1):
        known.persons.setdefault(line.text[end - 1], actor)
        return end
    return stop


def _acts(line: Line, place: int) -> bool:
    """Whether an actor's name or a nationality stands at a place."""
    named = line.lexicon.names.first(line.low, place)
    return bool(named) or line.text[place] in line.lexicon.adjectives


def _other_actor(line: Line, place: int) -> bool:
    """Whether the name of an actor who is no person stands at a place."""
    found = line.lexicon.names.first(line.low, place)
    return bool(found and found[1].kind != "person" and written_so(line, place, found[1]))


def _full_name(line: Line, place: int) -> bool:
    """Whether a first name and a surname follow, or an honorific and a surname."""
    honoured = _behind_honorific(line, place)
    if honoured > place:
        return honoured < len(line) and line.is_name(honoured)
    if place + 1 >= len(line) or not line.is_name(place) or _other_actor(line, place):
        return False
    return line.is_name(place + 1) or line.isa("name_particles", place + 1)


def _behind_honorific(line: Line, place: int) -> int:
    """The place behind "mw." or "dhr."."""
    while line.isa("honorifics", place):
        place += 2 if line.at(place + 1) == "." else 1
    return place


def _part_of_name(line: Line, place: int) -> bool:
    """Whether the word at a place may go on with a person's name."""
    if place >= len(line):
        return False
    if line.is_name(place):
        return True
    following = place + 1 < len(line) and (
        line.is_name(place + 1) or line.isa("name_particles", place + 1)
    )
    return line.isa("name_particles", place) and following


def genitive(line: Line, place: int) -> Mention | None:
    """English: a name in the genitive: "Slovenia's concerns", "in the Commissioner's view"."""
    if line.is_dutch:
        return None
    if line.isa("self_possessives", place) and (
        place == 0 or line.lemmas(place - 1) & line.lexicon.words["accommodating"]
    ):
        own = (line.lexicon.settings["self_actor"],)  # "Our agreement remains conditional"
        return Mention(place, place + 1, own, "owner", core=place)
    if not (line.is_name(place) or line.isa("articles", place - 1)):
        return None
    last = next((at for at in range(place, min(place + 4, len(line))) if line.owns(at)), -1)
    if last < 0:
        return None
    if any(stop > last + 1 for stop, _ in line.lexicon.names.at(line.low, place)):
        return None  # "the European Public Prosecutor's Office"
    words = [*line.low[place:last], line.low[last].removesuffix("'s")]
    for stop, name in line.lexicon.names.at(words, 0):
        if stop == len(words) and name.actor and line.is_name(place):
            return Mention(place, last + 1, (name.actor,), "owner", core=place)
    for stop, actor in line.lexicon.heads.at(words, 0):
        if stop == len(words):
            return Mention(place, last + 1, (actor,), "owner", core=place)
    return None


def is_marked_now(line: Line, start: int) -> bool:
    """Whether a marker stands before a word of time before a name: "waaronder ditmaal ook X"."""
    return line.isa("now_words", start - 1) and bool(
        line.lexicon.markers.before(line.low, start - 1)
    )
