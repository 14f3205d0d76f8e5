"""Dutch: words of size that are a group without a noun: "waren voor, enkele tegen"."""

from workflow.positions.line import Line

_ALL = 4
"""Words of a group that opens a sentence, and between its verb and some of it, at most."""


def out_of_all(line: Line, place: int) -> bool:
    """Dutch: whether those of whom a size is some open the sentence: "Van de landen waren er drie".

    Only words such as "slechts" may stand between the verb and the size.
    """
    nouns = (line.lexicon.group_nouns.first(line.low, at) for at in range(1, _ALL))
    verb = next((found[0] for found in nouns if found), -1)
    if verb < 0 or not verb < place <= verb + _ALL or not line.finite(verb):
        return False
    return all(
        line.any_of(("midfield", "restricting", "merely"), at) for at in range(verb + 1, place)
    )


def in_what_is_said(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether a size without a noun opens what is said: "dat een meerderheid het steunt"."""
    if not line.is_dutch or not line.isa("that", place - 1) or stop >= len(line):
        return False
    return line.any_of(("midfield", "determiners", "negations", "view_words"), stop) or any(
        cue.zone == "clause" for _, cue in line.cues(stop)
    )


def on_a_side(line: Line, stop: int) -> bool:
    """Dutch: whether nothing but a side stands behind a size: "waren voor, enkelen tegen"."""
    sided = line.any_of(("against", "view_words"), stop)
    return line.is_dutch and sided and line.is_sign(stop + 1)
