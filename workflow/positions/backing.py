"""Who backs somebody in what was just said: "vroeg om uitstel en steunde Polen hierin"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.model import is_state
from workflow.positions.reading import OPINIONS, VIEWS, Reading
from workflow.positions.speakers import Speaker

_REFUSED = {"hierin", "daarin"}
"""What points back to a view in which somebody does not go along."""
_TOLD = ("negations", "shared_with", "formerly")
"""Classes of words that deny "deelde dit", or that only say with whom or when it was told."""
_NOT_MEANT = ("given_to", "as")
"""Classes of words behind "deelde dit" or "herkende dit" that make another thing of "dit"."""
_BEHIND_THIS = ("midfield", "adverbs", "degrees", "firmly", "partly", "views_said")
"""Classes of words that may follow "deelde dit" where it is the view of the one before."""
_TOLD_WITH = {"mee", "mede", "rond"}
"""Prefixes with which "deelde dit" says that something is told."""
_PARTED = 5
"""Words from "daar" within which its preposition stands."""


def backed(
    line: Line, speakers: list[Speaker], mentions: list[Mention], last: tuple[str, ...], stance: str
) -> list[Speaker]:
    """The speakers, where who backs another in something holds the same, and so does the other.

    `last` are those who spoke in the sentence before, and `stance` is what they said.
    """
    told = (each for one in speakers for each in one.readings if each.stance == "support")
    if not line.is_dutch or all(_backing(line, each) < 0 for each in told):
        return speakers
    places = {one.start: one for one in mentions if _is_backed(line, one)}
    found: list[Speaker] = []
    for speaker in speakers:
        if stance in OPINIONS[1:] and _agrees_with_it(line, speaker):
            first = replace(speaker.readings[0], stance=stance, certain=False)
            found.append(replace(speaker, readings=(first,)))
            continue
        other = next(
            (
                places[at + 1]
                for one in speaker.readings
                if (at := _backing(line, one)) + 1 in places
            ),
            None,
        )
        before = speaker.readings[0].stance if len(speaker.readings) > 1 else ""
        said = before or (stance if other and set(other.actors) & set(last) else "")
        if other is None or said not in VIEWS:
            found.append(speaker)
            continue
        kept = tuple(one for one in speaker.readings if _backing(line, one) + 1 != other.start)
        joined = next(one for one in speaker.readings if _backing(line, one) + 1 == other.start)
        joined = replace(joined, stance=said, rule=f"{joined.rule}, backing", certain=False)
        found.append(replace(speaker, readings=kept or (joined,)))
        if before:
            found.append(
                Speaker(other.actors, (joined,), "backed", other.start, other, certain=False)
            )
    return found


def _agrees_with_it(line: Line, speaker: Speaker) -> bool:
    """Whether somebody backs just what was said before: "Malta was tegen. Cyprus steunde dit."."""
    reading = speaker.readings[0]
    verb = reading.cue[0][0] if reading.cue else -1
    backs = line.lemmas(verb) & line.lexicon.words["backing"]
    it = line.isa("pointing", verb + 1) and line.is_sign(verb + 2)
    it = it or (line.isa("pointing", 0) and bool(line.finite(1)))  # "Dit werd door X gesteund"
    return bool(backs) and it and reading.stance == "support"


def _is_backed(line: Line, mention: Mention) -> bool:
    """Whether somebody may be the one who is backed in what was said."""
    known = mention.part == "bare" and bool(mention.actors) and all(map(is_state, mention.actors))
    return known and (line.isa("backed_in", mention.stop) or line.is_sign(mention.stop))


def _backing(line: Line, reading: Reading) -> int:
    """The place of the verb of backing in a reading, or -2."""
    places = (at for start, stop in reading.cue for at in range(start, stop))
    backing = line.lexicon.words["backing"]
    return next((at for at in places if line.lemmas(at) & backing), -2)


def echoes(line: Line, speaker: Speaker) -> bool:
    """Whether somebody joins in what was said before: "sloot zich daar ook bij aan".

    So does who shares "dit standpunt", and whose support it got. A word of contrast may mean that
    the thing itself is supported.
    """
    first = speaker.readings[0]
    refused = first.stance == "oppose" and first.denied == "support"
    if not line.is_dutch or not (refused or (first.stance == "support" and not first.denied)):
        return False
    kinds = ("set_against",) if refused else ("set_against", "negations")
    if any(line.any_of(kinds, at) for at in range(len(line))):
        return False
    places = [at for start, stop in first.cue for at in range(start, stop)]
    known = {line.low[at] for at in places}.union(*(line.lemmas(at) for at in places))
    said = any(
        line.isa("this_view", at - 1) and line.isa("views_said", at) for at in range(1, len(line))
    )
    if refused:  # "kon daar niet in meegaan"
        return "meegaan" in known and not _REFUSED.isdisjoint(_pointing_back(line))
    if speaker.rule == "holder":
        return said or line.first_of("backed_in", range(len(line))) >= 0
    if said and known & line.lexicon.words["sharing_views"]:
        return True
    if "aan" in known and any(
        line.is_sign(at + 1) and line.isa("reflexives", at - 1) for at in places
    ):
        return True
    pairs = line.lexicon.words["echo_pairs"]
    return any(f"{verb} {word}" in pairs for word in _pointing_back(line) for verb in known)


def in_same_view(line: Line, speakers: list[Speaker]) -> list[Speaker]:
    """Those of whom a phrase says that they hold what was said before: "deelde die mening".

    Not who speaks elsewhere in the sentence: "Malta deelde dit, terwijl Polen het plan steunde".
    """
    found = line.first_phrase("same_view", 0, len(line)) if line.has_phrase("same_view") else None
    if found is None:
        return []
    first, stop, _ = found
    if line.is_dutch and line.isa("pointing", stop - 1) and not _is_meant(line, stop):
        return []
    away = [
        min(
            (
                max(first - at, at - stop + 1, 0)
                for cue in one.readings[0].cue
                for at in range(*cue)
            ),
            default=len(line),
        )
        for one in speakers
    ]
    return [one for one, far in zip(speakers, away, strict=True) if far == min(away)]


def _is_meant(line: Line, stop: int) -> bool:
    """Dutch: whether "dit" is what was said: "deelde dit volledig", not "deelde dit schema".

    Nor is it where it is told, passed on or denied: "deelde dit mee", "deelde dit met Polen".
    """
    end = next(
        at for at in range(stop, len(line) + 1) if line.is_sign(at) or line.isa("coordinators", at)
    )
    told = any(line.any_of(_TOLD, at) or line.at(at) in _TOLD_WITH for at in range(stop, end))
    if told or line.any_of(_NOT_MEANT, stop):
        return False
    return stop == end or line.any_of(_BEHIND_THIS, stop)


def backs_before(line: Line, speaker: Speaker, before: list[Speaker]) -> bool:
    """Whether somebody backs who spoke before in the sentence: "en kreeg daarin bijval van X"."""
    held = line.is_dutch and speaker.rule == "holder" and speaker.readings[0].stance == "support"
    if not held or not before or speaker.readings[0].denied:
        return False
    behind = range(before[-1].place, speaker.place)
    if any(line.isa("set_against", at) for at in behind):
        return False
    gets = line.lexicon.words["counting_on"]
    got = any(line.isa("and", at) and line.lemmas(at + 1) & gets for at in behind)
    return got or line.first_of("backed_in", behind) >= 0


def _pointing_back(line: Line) -> set[str]:
    """The words for what was said before, also in two parts: "hierbij", "daar ook bij"."""
    parted = {
        line.low[at] + line.low[behind]
        for at in range(len(line))
        if line.isa("there_here", at)
        for behind in range(at + 1, min(len(line), at + _PARTED))
    }
    return parted.union(line.low)
