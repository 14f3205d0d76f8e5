"""Dutch nouns for a body: "het agentschap" for the one named before, or as part of its name."""

from workflow.positions.line import Line
from workflow.positions.mention import Mention

_LONG = 14
"""Words of a name whose short form stands behind it in brackets, at most."""
_SHORT = 4
"""Words between an article and a name that a noun for a body opens, at most."""
BODY = "?body"
"""The actor of a noun for a body until it is known which one is meant."""


def is_body_noun(line: Line, place: int) -> bool:
    """Whether a word is a noun for a body: `agentschap`, `grensbewakingsagentschap`."""
    if not line.is_dutch or not 0 <= place < len(line):
        return False
    return line.low[place].endswith(tuple(line.lexicon.words["body_nouns"]))


def body_before(line: Line, place: int) -> Mention | None:
    """A noun for a body by itself with its article: it stands for one that was named before."""
    if not line.isa("articles", place - 1) or not is_body_noun(line, place):
        return None
    if line.at(place - 1) == line.lexicon.settings["indefinite_article"]:
        return None
    stop = place + 1
    if stop >= len(line):
        return None
    named = line.isa("role_link", stop) or line.at(stop) == "(" or line.is_name(stop)
    named = named or bool(line.lexicon.names.first(line.low, stop))
    plural = line.low[place].endswith("en")
    if named or plural:
        return None
    return Mention(place, stop, (BODY,), "pronoun", pronoun=True)


def with_body_noun(line: Line, core: int, stop: int) -> tuple[int, int]:
    """Where a name begins and ends with the noun or the long form before it.

    "het agentschap eu-LISA", "het Europees Agentschap voor cyberbeveiliging (ENISA)".
    """
    if is_body_noun(line, core - 1):
        for start in range(core - 2, max(-1, core - 2 - _SHORT), -1):
            if line.isa("articles", start):
                return start, stop
            if line.is_sign(start) or line.forms(start) or line.isa("prepositions", start):
                break
        return (core - 1, stop) if core == 1 else (core, stop)
    if line.is_dutch and line.at(core - 1) == "(" and line.at(stop) == ")":
        for start in range(core - 2, max(-1, core - _LONG), -1):
            if line.is_sign(start) or line.finite(start):
                break
            opens = start == 0 or line.is_sign(start - 1) or bool(line.finite(start - 1))
            if line.isa("articles", start) and (opens or line.isa("prepositions", start - 1)):
                return start, stop + 1
    return core, stop
