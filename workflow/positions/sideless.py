"""Words that look like a stance and take no side: "indien nodig", "found it rather tight"."""

from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.reading import NEUTRAL
from workflow.positions.yielding import leaves_no_doubt

_OPEN = 12
"""Words before "open" within which stands what is open, at most."""


def takes_no_side(line: Line, place: int, stop: int, cue: Cue) -> bool:
    """Whether words only say how a thing is done: "indien nodig", "in confidence".

    Nor is it a view to come "in support of his team", or who is to carry a thing out.
    """
    if cue.stance == "oppose" and _is_execution(line, place, stop):
        return True
    if stop == place + 1 and line.isa("own_affairs", place) and line.isa("determiners", place - 1):
        return True  # "geen zaak van de lidstaten", and not "het is zaak dat"
    if line.isa("rights", place) and line.any_of(("determiners", "possessives"), place - 1):
        return True  # "noted that the right to appeal was open"
    if line.isa("opened", place) and _is_procedure(line, place):
        return True
    if leaves_no_doubt(line, place) or _by_degree(line, place, stop):
        return True
    if cue.stance in NEUTRAL and _is_past(line, place):
        return True  # "zei na de toelichting tevreden te zijn"
    if line.isa("reminded_of", place) and line.lemmas(place - 1) & line.lexicon.words["reminding"]:
        return True  # "herinnerde aan haar toezegging": nobody else is reminded
    if cue.stance == "call" and line.isa("growing", place - 1):
        return True  # "maakte melding van toenemende druk op zijn grenzen"
    for kind in ("where_needed", "told_aside"):
        found = line.lexicon.phrases[kind].first(line.low, place - 1)
        if found is not None and found[0] == place + 1:
            return True
    return (
        line.isa("of", stop)
        and line.isa("possessives", stop + 1)
        and line.isa("own_people", stop + 2)
    )


def _is_procedure(line: Line, place: int) -> bool:
    """English: whether it is a procedure that is open to somebody: "the fund was open to all"."""
    for at in range(place - 1, max(-1, place - _OPEN), -1):
        if line.is_sign(at) or line.isa("that", at):
            return False
        if line.isa("open_things", at):
            return True
    return False


def _is_past(line: Line, place: int) -> bool:
    """Dutch: whether a noun only says when somebody speaks: "na de gegeven toelichting"."""
    at = place - 1
    while at > 0 and (line.isa("determiners", at) or line.at(at).endswith(("e", "en"))):
        at -= 1
    return line.is_dutch and at < place - 1 and line.isa("following_words", at)


def _by_degree(line: Line, place: int, stop: int) -> bool:
    """Whether words only say how much or how often: "found it rather tight", "wees nog eens op".

    "Rather" does so without "would". Nor is "first of all for X to act" all for a thing.
    """
    if line.isa("all_word", place) and line.isa("adverbial_all", place - 1):
        return True
    if line.isa("agreed_word", place) and line.isa("once_more", place - 1):
        return True  # "onderstreepte nog eens hoe belangrijk dat is"
    if stop > place + 1 or not line.isa("rather", place):
        return False
    return all(line.helper(at) not in ("want", "have") for at in range(place - 3, place))


def _is_execution(line: Line, place: int, stop: int) -> bool:
    """Whether it is the carrying out of a thing that is left to the member states.

    "De uitvoering is een zaak van de lidstaten" is no objection, as to oversight it may be.
    """
    if not any(line.isa("own_affairs", at) for at in range(place, stop)):
        return False
    for at in range(place - 1, -1, -1):
        if line.is_sign(at) or line.isa("that", at):
            return False
        if line.isa("carrying_out", at):
            before = at - 1 - line.any_of(("determiners", "possessives"), at - 1)
            return not line.any_of(("prepositions", "of"), before)
    return False
