"""What a single denying word denies or does not deny: "accept neither", "not alone in"."""

from workflow.positions.line import Line
from workflow.positions.verbgroups import Group

_FAR = 14
"""Words behind a denial within which another thing may be asked for."""
_BEHIND_MORE = ("prepositions", "determiners", "midfield", "adverbs", "complementizers", "degrees")
"""Classes of what follows a word of measure that measures no noun: "agree more with"."""


def none_behind(line: Line, place: int) -> bool:
    """English: whether the words denied are those behind: "could accept neither", "no delay".

    Not a measure: "could accept no more than ten".
    """
    if line.is_dutch or line.isa("measured_by", place + 1):
        return False
    return line.isa("neither_first", place) or (
        line.isa("negations", place)
        and line.isa("determiners", place)
        and not line.isa("no_more", place + 1)
    )


def stressed(line: Line, at: int, place: int) -> bool:
    """English: whether a denial stresses what follows: "could not stress enough the need".

    Not where there is not more of a thing: "could not make more money available".
    """
    if line.is_dutch or line.helper(at - 1) != "can":
        return False
    return any(
        line.any_of(("all_the_more", "too_much_said"), each)
        and not line.is_sign(each)
        and (each + 1 == place or line.any_of(_BEHIND_MORE, each + 1) or line.is_sign(each + 1))
        for each in range(at + 1, place)
    )


def denies_nothing(line: Line, at: int) -> bool:
    """Whether a denial is none: "not only"; English "not alone in", "not the only one to"."""
    if not line.is_dutch and line.isa("not_alone", at + 1 + line.isa("no_more", at + 1)):
        return True  # "was by no means alone in"
    if line.isa("determiners", at):
        return False
    only = not line.is_dutch and line.isa("restricting", at + 2)
    return only or line.isa("not_denying", at + 1)


def not_only_ours(line: Line, at: int, place: int, stop: int) -> bool:
    """Whether a thing is said not to be for the states alone: "niet alleen een zaak van de".

    Whoever says so does not object, and may want the Union to deal with it.
    """
    alone = line.isa("not_denying", at + 1) and at + 1 in (place, place - 1)
    return alone and any(line.isa("own_affairs", each) for each in range(place, stop))


def subject_denied(line: Line, verb: int) -> bool:
    """English: whether the subject of a verb is none: "no option was", "neither of these was".

    Not a measure: "no fewer than three were"; nor what is beyond doubt: "no doubt the plan was".
    """
    first = 0 if line.is_dutch else verb
    while first > 0 and not line.is_sign(first - 1):
        if line.any_of(("that", "coordinators", "transparent"), first - 1):
            break
        first -= 1
    if line.is_dutch or not line.isa("denying_subjects", first):
        return False
    measure = line.isa("measured_by", first + 1) and line.isa("than", first + 2)
    behind = first + 2
    sure = line.isa("beyond_question", first + 1) and not (
        line.any_of(("prepositions", "that"), behind) or line.finite(behind)
    )
    return not (measure or sure)


def all_the_more(line: Line, group: Group) -> bool:
    """English: whether a denial says all the more: "could not agree more", "stress enough"."""
    after = group.last + 1 + line.isa("taking_links", group.last + 1)
    strong = line.isa("all_the_more", after)
    ends = line.is_sign(after + 1) or line.any_of(("taking_links", "articles", "that"), after + 1)
    return strong and ends and line.helper(group.finite) == "can"


def but_for(line: Line, place: int, stop: int) -> bool:
    """English: whether another thing is asked for: "asked not for a fund but for rules"."""
    but = line.first_of("contrast", range(place + 2, min(stop, place + _FAR)))
    return (
        but > 0 and line.isa("prepositions", place + 1) and line.at(but + 1) == line.at(place + 1)
    )
