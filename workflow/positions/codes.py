"""Codes of member states in brackets behind a group: "enkele lidstaten (DE, NL)"."""

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.model import state_actor

_ALSO = {"UK": "GB", "EL": "GR"}
"""Codes that the Union writes in its own way, with those of ISO 3166."""
_BRACKETS = 60
"""Words in brackets that name states, at most."""
_BETWEEN = ("and", "joiners", "inclusive", "midfield")


def is_code(line: Line, place: int) -> bool:
    """Whether a word is the code of a state, or several with strokes between: "AT/CZ/PL"."""
    if not 0 <= place < len(line.text):
        return False
    word = line.text[place]
    return word.isupper() and bool(_states(line, word))


def coded(line: Line, place: int) -> Mention | None:
    """The states whose codes begin at a place in brackets that hold nothing but names; or None."""
    if not is_code(line, place) or not _in_brackets(line, place):
        return None
    actors: list[str] = []
    stop = at = place
    while at < len(line) and line.at(at) != ")":
        if is_code(line, at):
            actors += _states(line, line.text[at])
            stop = at + 1
        at += 1
    return Mention(place, stop, tuple(dict.fromkeys(actors)), "list", True, core=place)


def _states(line: Line, word: str) -> list[str]:
    """The actors of the codes in a word; none where it is no code."""
    if not word.isupper():
        return []
    codes = [_ALSO.get(one, one) for one in word.split("/")]
    known = all(one in line.lexicon.states for one in codes)
    return [state_actor(one) for one in codes] if known else []


def _in_brackets(line: Line, place: int) -> bool:
    """Whether a place stands in brackets with nothing but codes and words such as "waaronder"."""
    opens = place - 1
    while opens > 0 and line.any_of(_BETWEEN, opens):
        opens -= 1
    if line.at(opens) != "(":
        return False
    for at in range(opens + 1, min(len(line), opens + _BRACKETS)):
        if line.at(at) == ")":
            return True
        if not (
            is_code(line, at) or line.at(at) in (",", "/", "+", "&") or line.any_of(_BETWEEN, at)
        ):
            return False
    return False
