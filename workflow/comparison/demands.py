"""Whether one demand goes further than another view: `vestigde de aandacht op`, `eiste per direct`.

What is pointed to or feared and what is asked for stand on no one scale; only who sounds the
alarm or demands goes further than who points to a thing, and who asks for more than who asks
for less of it.
"""

import re
from functools import lru_cache

from workflow.comparison.clauses import (
    clauses,
    clauses_of,
    has_way,
    is_negated,
    negations,
    own_clauses,
    without,
)
from workflow.comparison.conceding import bends
from workflow.comparison.degrees import raised
from workflow.comparison.firmness import (
    asks_by_refusing,
    asks_less,
    asks_whether,
    insists,
    is_about_less,
    is_faint,
    ties,
)
from workflow.comparison.later import is_later
from workflow.comparison.model import Stand, either_way
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.tokens import amount_words, plain_words
from workflow.comparison.wording import has_word_of, in_one, words

_POINTING, _FEARING, _DEMANDING = 1, 2, 4
REACH = 3
"""Words before a year among which it is said that a thing lasts until then."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def urgency(older: Stand, newer: Stand, common: float) -> int:
    """1 where one points to a thing or fears for it and then demands it, -1 back, else 0."""
    if common < rules()["kept"]:
        return 0
    both = [_urgency(each) for each in (older, newer)]
    if not all(both) or older.stance == newer.stance:
        return 0
    step = both[1] - both[0]
    if step < 0 and (asks_by_refusing(newer) or has_way(newer.core, "putting_off")):
        return 0  # who regrets that it is not there yet, or comes late, wants it no less
    return (step > 0) - (step < 0) if abs(step) >= rules()["firmness"]["step"] else 0


def _urgency(stand: Stand) -> int:
    """How urgent a thing is made; 0 for what is neither pointed to, feared nor demanded."""
    if stand.stance == "concern":
        return _DEMANDING if has_way(stand.core, "alarm") else _FEARING + raised(stand)
    if stand.stance == "inform" and has_way(stand.core, "pointing_to"):
        return _POINTING
    if stand.stance != "call" or asks_whether(stand) or ties(stand) or asks_by_refusing(stand):
        return 0
    if is_faint(stand):
        return _POINTING
    return _DEMANDING if insists(stand) else 0


def more_asked(older: Stand, newer: Stand, common: float) -> int:
    """Above 0 where the newer wish is for more, earlier or an obligation; below 0 back, else 0."""
    for measured in (_binds, _share, _forbids) if common >= rules()["kept"] else ():
        step = measured(newer) - measured(older)
        if abs(step) > 1:
            return step
    if not older.stance == newer.stance == "call" or common < rules()["same_subject"]:
        return 0
    if all(map(_hurries, (older, newer))):
        return is_later(newer, older) - is_later(older, newer)
    both = [_amount(each.core, each.cue) for each in (older, newer)]
    if not (both[0] and both[1]) or both[0][1] != both[1][1]:
        return 0
    return (both[1][0] > both[0][0]) - (both[1][0] < both[0][0])


def _binds(stand: Stand) -> int:
    """1 where somebody wants a thing to be an obligation, -1 where left free, else 0."""
    if not has_word_of(stand.core, "compulsory", "voluntary"):
        return 0
    if stand.stance not in ("call", "support", "announce") or is_about_less(stand):
        return 0
    found = 0
    for clause in own_clauses(stand):
        said = words(clause)
        bound = not words_of("compulsory").isdisjoint(said)
        free = not words_of("voluntary").isdisjoint(said)
        found += -bound if is_negated(clause) else bound - free
    return max(-1, min(1, found))


def _share(stand: Stand) -> int:
    """1 where somebody asks for all of a thing or promises it, -2 for a part of it, else 0.

    So a part is less than the thing, and to ask for all of it is no more than to ask for it.
    """
    if not has_word_of(stand.core, "whole_of", "part_of"):
        return 0
    if stand.stance not in ("call", "support", "announce") or is_about_less(stand):
        return 0
    said = {word for clause in own_clauses(stand) for word in words(clause)}
    if not words_of("part_of").isdisjoint(said):
        return -2
    return int(not words_of("whole_of").isdisjoint(said))


def _forbids(stand: Stand) -> int:
    """1 where somebody asks for a ban, -1 where a thing is only to be discouraged, else 0."""
    said = words(stand.core)
    if words_of("banning", "discouraging").isdisjoint(said) or stand.stance in (
        "oppose",
        "reserve",
    ):
        return 0
    if is_about_less(stand) or not negations().isdisjoint(said):
        return 0
    return int(not words_of("banning").isdisjoint(said)) - (
        not words_of("discouraging").isdisjoint(said)
    )


def _hurries(stand: Stand) -> bool:
    """Whether a date is when a thing is to be, not how long it is to last or to be put off."""
    if is_about_less(stand) or has_way(stand.core, "lasting"):
        return False
    said = plain_words(stand.core)
    years = [at for at, word in enumerate(said) if len(word) == len("2030") and word.isdigit()]
    before = {word for at in years for word in said[max(0, at - REACH) : at]}
    return has_way(stand.core, "deadlines") and words_of("lasting_until").isdisjoint(before)


@lru_cache(maxsize=2_048)
def _amount(core: str, cue: str) -> tuple[float, str] | None:
    """The one amount that is asked for, with its word; None where it is a limit or a cut."""
    found = []
    for figure in _FIGURE.finditer(core):
        behind = plain_words(core[figure.end() :].lstrip())[:1]
        if behind and behind[0] in amount_words():
            found.append((_number(figure.group()), behind[0]))
    if len(found) != 1:
        return None
    near = clauses_of(core, cue)
    limits = words_of("less_of", "less_by", "limits", "undoing", "negations")
    if not limits.isdisjoint(words(" ".join(near))) or len(clauses(core)) > len(near) + 1:
        return None
    return found[0]


def _number(figure: str) -> float:
    """The value of a figure, whatever marks its thousands and its decimals."""
    whole, mark, last = figure.replace(",", ".").rpartition(".")
    if not mark:
        return float(figure)
    digits = whole.replace(".", "")
    return float(digits + last) if len(last) == len("000") else float(f"{digits}.{last}")


def wants_less(older: Stand, newer: Stand) -> bool:
    """Whether one asks for less of what the other one asks for; lower limits are no less."""
    for one, other in either_way(older, newer):
        asked = {one.stance, other.stance} <= {*rules()["leaning"], "support"}
        asked = asked and has_word_of(one.core, "less_of")
        if not asked or is_faint(other) or asks_less(other) or bends(one):
            continue
        if has_way(one.core, "preferring") and polarity(other.stance) > 0:
            continue
        if ties(one) and min(polarity(one.stance), polarity(other.stance)) > 0:
            continue  # "stemde in, al had het liever lagere kosten gezien"
        said, less_of = words(without(one.core, "against_sparing")), words_of("less_of")
        against = words_of("negations", "undoing", "less_of", "less_by")
        theirs = set(in_one(words(other.core), against.__contains__))
        behind = [(word, said[at + 1]) for at, word in enumerate(said[:-1]) if word in less_of]
        limits, fewer = words_of("limits"), words_of("fewer")
        less = {thing for word, thing in behind if word in fewer or thing not in limits}
        less -= words_of("pointers", "function_words")
        if less & theirs and theirs.isdisjoint(against) and negations().isdisjoint(said):
            return True
    return False
