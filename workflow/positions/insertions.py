"""Words set in behind an auxiliary: "heeft, conform de brief aan uw Kamer, bepleit".

In English: "would not, after all, be coming", "should not, in the Commission's view, be extended".
"""

from workflow.positions.line import Line
from workflow.positions.links import Link

_LONG = 30
"""Words of an insertion at most."""
_BETWEEN = 2
"""Words such as `zich` between an auxiliary and what is set in."""
_ADVERBS = ("midfield", "negations", "adverbs")
"""Classes of the words beside an English auxiliary or the verb that it governs."""


def inserted(line: Line, helper: int) -> range:
    """The places set in between commas behind an auxiliary, commas included; none: empty.

    In Dutch behind any verb: "verklaarde zich, na enige aarzeling, akkoord".
    """
    if "," not in line.low[helper + 1 : helper + _BETWEEN + 2]:
        return range(0)
    goes = line.is_dutch and (line.finite(helper) or _concedes(line, helper + 2))
    if not (line.helper(helper) or goes):
        return range(0)
    beside = ("midfield", "reflexives") if line.is_dutch else _ADVERBS
    start = helper + 1
    while start <= helper + _BETWEEN and line.any_of(beside, start):
        start += 1
    if line.at(start) != "," or (line.is_dutch and not _opens(line, start + 1)):
        return range(0)
    for place in range(start + 2, min(start + _LONG, len(line))):
        if line.at(place) == ",":
            onward = line.is_dutch or _governed(line, place + 1)
            return range(start, place + 1) if onward else range(0)
        if line.is_sign(place):
            break
    return range(0)


def _concedes(line: Line, place: int) -> bool:
    """Whether a clause that admits something opens: "wees, ook al had het bezwaren, op X"."""
    also = line.isa("assent", place) and line.isa("inverting", place + 1)
    return line.isa("conceding_openers", place) or also


def _opens(line: Line, place: int) -> bool:
    """Whether a word opens what is set in: "conform", "hierin bijgevallen door"."""
    if line.isa("inserting", place):
        return True
    return any(
        line.before_agent(at) and line.nonfinite(at, ("participle",)) is not None
        for at in (place, place + 1)
    )


def _governed(line: Line, place: int) -> bool:
    """English: whether what an auxiliary governs goes on behind a comma."""
    while line.any_of(_ADVERBS, place) or line.at(place).endswith("ly"):
        place += 1
    kinds = ("participle", "infinitive", "gerund")
    return bool(line.nonfinite(place, kinds)) or any(
        cue.zone != "object" for _, cue in line.cues(place)
    )


def holds_helper(line: Line, place: int) -> int:
    """English: the auxiliary behind which a place is set in between commas; -1 without one."""
    if line.is_dutch:
        return -1
    for at in range(place - 1, max(-1, place - _LONG), -1):
        if line.finite(at) and line.helper(at):
            return at if place in inserted(line, at) else -1
    return -1


def closes_insertion(line: Line, comma: int, verbs: set[int]) -> bool:
    """Whether a comma ends what is set in behind one of these verbs."""
    return any(inserted(line, verb)[-1:] == range(comma, comma + 1) for verb in verbs)


def without_set_in(line: Line, links: list[Link]) -> list[Link]:
    """English: the links without who only says so between commas: "would not, it said, act".

    What somebody "should, it said," have is told by what is set in.
    """
    return [link for link in links if not _is_set_in(line, link)]


def _is_set_in(line: Line, link: Link) -> bool:
    if not link.mention.pronoun or line.at(link.verb + 1) != ",":
        return False
    helper = holds_helper(line, link.verb)
    return helper >= 0 and line.helper(helper) in ("want", "future", "can")
