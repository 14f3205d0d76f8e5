"""Dutch: idioms whose preposition stands elsewhere: "Over X was Malta goed te spreken"."""

from collections.abc import Sequence

from workflow.positions.lexicon import Cue, Lexicon

_PRONOMINAL = ("er", "daar", "hier", "waar")
"""What is written before a preposition in one word: "daarover", "waarmee"."""
_ALONE = 4
"""Letters of a single word that is left of an idiom, at least."""


def add_headless(lexicon: Lexicon, words: tuple[str, ...], cue: Cue) -> None:
    """Keep a cue that ends in a preposition also without it, for where that stands elsewhere."""
    if not lexicon.separates or len(words) < 2 or words[-1] not in lexicon.words["fronting"]:
        return
    rest = words[:-1]
    known = lexicon.words
    loose = known["prepositions"] | known["articles"] | known["negations"]
    if rest[0] in _PRONOMINAL or (rest[-1] in loose and rest[-1] != "op"):
        return
    if len(rest) == 1 and (not cue.verbs or len(rest[0]) < _ALONE or rest[0] in lexicon.forms):
        return
    lexicon.headless.add(rest, (words[-1], cue))


def openers(lexicon: Lexicon, low: Sequence[str]) -> dict[str, int]:
    """The prepositions that stand apart from their idioms, each with its place.

    One opens the sentence, or is written as one word with what it points at.
    """
    found: dict[str, int] = {}
    fronting, written = lexicon.words["fronting"], lexicon.words["fronting_written"]
    for place, word in enumerate(low):
        opens = place == 0 or (place == 1 and low[0] in lexicon.words["fronting_behind"])
        if opens and word in fronting:
            found[word] = place
        for first in _PRONOMINAL if word in written else ():
            if word.startswith(first):
                rest = word.removeprefix(first)
                found.setdefault({"mee": "met", "toe": "tot"}.get(rest, rest), place)
    return found


def headless(
    lexicon: Lexicon, low: Sequence[str], place: int, apart: dict[str, int]
) -> list[tuple[int, Cue]]:
    """The cues whose words begin at a place, and whose preposition stands before them."""
    if not apart:
        return []
    return [
        (stop, cue)
        for stop, (preposition, cue) in lexicon.headless.at(low, place)
        if apart.get(preposition, place) < place and low[stop : stop + 1] != [preposition]
    ]
