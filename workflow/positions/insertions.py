"""Dutch: words set in behind an auxiliary: "heeft, conform de brief aan uw Kamer, bepleit"."""

from workflow.positions.line import Line

_LONG = 30
"""Words of an insertion at most."""
_BETWEEN = 2
"""Words such as `zich` between an auxiliary and what is set in."""


def inserted(line: Line, helper: int) -> range:
    """The places set in between commas behind an auxiliary, commas included; none: empty."""
    if not line.is_dutch or not line.helper(helper):
        return range(0)
    start = helper + 1
    while start <= helper + _BETWEEN and line.any_of(("midfield", "reflexives"), start):
        start += 1
    if line.at(start) != "," or not _opens(line, start + 1):
        return range(0)
    for place in range(start + 2, min(start + _LONG, len(line))):
        if line.at(place) == ",":
            return range(start, place + 1)
        if line.is_sign(place):
            break
    return range(0)


def _opens(line: Line, place: int) -> bool:
    """Whether a word opens what is set in: "conform", "hierin bijgevallen door"."""
    if line.isa("inserting", place):
        return True
    return any(
        line.before_agent(at) and line.nonfinite(at, ("participle",)) is not None
        for at in (place, place + 1)
    )


def closes_insertion(line: Line, comma: int, verbs: set[int]) -> bool:
    """Whether a comma ends what is set in behind one of these verbs."""
    return any(inserted(line, verb)[-1:] == range(comma, comma + 1) for verb in verbs)
