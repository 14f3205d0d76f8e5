"""How many steps firmer the newer one of two views is, on the scale of `firmness`."""

from workflow.comparison.clauses import has_one_of, has_way, have_way, own_clauses
from workflow.comparison.conceding import bends, does_not_exclude, relents
from workflow.comparison.degrees import heightened, raised
from workflow.comparison.firmness import (
    AGAINST,
    FOR,
    asks_by_refusing,
    asks_whether,
    by_the_end,
    insists,
    is_about_less,
    is_conditional,
    is_faint,
    is_on_end,
    makes_condition,
    on_scale,
    repeats,
    says_again,
    scale,
    sharpens,
    strives,
    ties,
)
from workflow.comparison.model import Stand, either_way
from workflow.comparison.objects import head_of
from workflow.comparison.refusing import conditions_of
from workflow.comparison.rules import polarity, rules
from workflow.comparison.vectors import content_words, share_among
from workflow.comparison.verdicts import demands_it, guards, is_verdict, threatens
from workflow.comparison.wording import has_word_of, words


def firmer(older: Stand, newer: Stand, common: float) -> int:
    """How many steps firmer the newer view is, below 0 for softer; 0 where they do not compare.

    `common` is how much they are about the same.
    """
    met = _is_met(older, newer) - _is_met(newer, older)
    met = met or _is_tied_to(older, newer) - _is_tied_to(newer, older)
    if met:
        return int(scale()["step"]) * met
    spared = is_about_less(older) != is_about_less(newer)
    ended = common >= rules()["kept"] and is_on_end(older) != is_on_end(newer)
    for side in (FOR, AGAINST):
        before = _place(older, side, ended=ended, spared=spared)
        after = _place(newer, side, ended=ended, spared=spared) if before else 0
        if before and after and _compare(older, newer):
            step = after - before
            if step < 0 and _hastens_still(older, newer):
                return 0
            if side == FOR and abs(step) < scale()["step"]:
                step = next(filter(None, (each(older, newer) for each in _STEPS)), step)
            firm, mild = (newer, older) if step > 0 else (older, newer)
            alone = any(way(firm, mild) for way in (_is_heightened, _is_mere_no, is_verdict))
            step *= scale()["step"] if abs(step) == 1 and alone else 1
            same = (step < 0 or side == AGAINST) and repeats(older, newer)
            return 0 if same or (step > 0 and _only_holds_on(older, newer, side, step)) else step
    return 0


def _hastens_still(older: Stand, newer: Stand) -> bool:
    """Whether one asks for haste in a milder verb: `drong aan op spoed`, `vroeg vaart te maken`."""
    both = older, newer
    if any(each.stance != "call" or has_way(each.cue, "demanding") for each in both):
        return False
    hurried = any(has_way(clause, "hastened") for clause in own_clauses(older))
    return hurried and has_way(newer.core, "making_haste")


def _is_met(asked: Stand, yes: Stand) -> bool:
    """Whether one is for a thing because the condition is met that the other one made."""
    if yes.stance != "support" or not has_way(yes.core, "condition_met") or ties(yes):
        return False
    return is_conditional(asked) or makes_condition(asked) or demands_it(asked)


def _is_only_yes(stand: Stand) -> bool:
    """Whether somebody agrees in one case alone."""
    if stand.stance != "reserve" or makes_condition(stand):
        return False
    return has_way(stand.core, "hard_conditions") and any(conditions_of(stand.core))


def _is_tied_to(asked: Stand, yes: Stand) -> bool:
    """Whether one agrees only if it gets what the other one asks for: `alleen instemmen als`."""
    if asked.stance != "call" or ties(asked) or asks_whether(asked) or not _is_only_yes(yes):
        return False
    wanted = sorted(head_of(asked))
    both = [sorted((wanted, part), key=len) for part in conditions_of(yes.core) if wanted and part]
    return any(share_among(*pair) > rules()["same_subject"] for pair in both)


def _place(stand: Stand, side: int, *, ended: bool, spared: bool) -> int:
    """Where a view stands on the scale of a side, by the end of a thing where one is about that."""
    return (ended and by_the_end(stand, side)) or on_scale(stand, side, spared=spared)


def _bound(older: Stand, newer: Stand) -> int:
    """The step of a yes that a condition is put to, or that loses the one it had, else 0."""
    both = [
        (is_conditional(each) and not makes_condition(each))
        or (each.stance == "support" and ties(each))
        for each in (older, newer)
    ]
    if both[0] == both[1] or any(
        each.stance not in ("support", "reserve") for each in (older, newer)
    ):
        return 0
    return int(scale()["step"]) * (both[0] - both[1])


def _vital(older: Stand, newer: Stand) -> int:
    """The step from being for a thing to finding it vital, below 0 for back, else 0."""
    both = [has_way(each.cue, "vital") and insists(each) for each in (older, newer)]
    plain = newer if both[0] else older
    if both[0] == both[1] or plain.stance != "support" or raised(plain) or insists(plain):
        return 0
    return int(scale()["step"]) * (both[1] - both[0])


def _needed(older: Stand, newer: Stand) -> int:
    """The step from finding a thing desirable to finding it needed, below 0 for back, else 0."""
    liked, needed = (
        [has_way(each.cue, name) for each in (older, newer)] for name in ("liking", "needed")
    )
    return int(scale()["step"]) * ((liked[0] and needed[1]) - (needed[0] and liked[1]))


def _pressed(older: Stand, newer: Stand) -> int:
    """The step from being for a thing to insisting on all of it or on haste, else 0."""
    both = [_hastens(one, other) for one, other in either_way(older, newer)]
    plain = newer if both[0] else older
    if both[0] == both[1] or plain.stance != "support" or _is_stressed(plain):
        return 0
    return int(scale()["step"]) * (both[1] - both[0])


def _is_stressed(stand: Stand) -> bool:
    return raised(stand) or insists(stand) or sharpens(stand)


def _hastens(stand: Stand, other: Stand) -> bool:
    """Whether somebody insists on a thing, and on haste or fullness as the other one does not."""
    if stand.stance != "call" or not insists(stand):
        return False
    theirs = content_words(other.core)
    return have_way([word for word in words(stand.core) if word not in theirs], "hastening")


def _wholly(older: Stand, newer: Stand) -> int:
    """The step from being for a thing to being wholly for it, below 0 for back, else 0."""
    if not older.stance == newer.stance == "support":
        return 0
    both = [any(has_way(each, "in_full") for each in own_clauses(one)) for one in (older, newer)]
    plain = newer if both[0] else older
    if on_scale(plain, FOR, spared=False) != scale()["for"]["support"]:
        return 0
    return int(scale()["step"]) * (both[1] - both[0])


def _is_mere_no(firm: Stand, mild: Stand) -> bool:
    """Whether one only does not support what the other one opposes with force."""
    no = mild.stance == firm.stance == "oppose" and mild.denied in ("support", "oppose")
    return no and not raised(mild) and raised(firm) and not firm.denied


def _is_heightened(firm: Stand, mild: Stand) -> bool:
    """Whether a word of degree alone sets two yeses or two noes apart: `fel gekant tegen`."""
    same = firm.stance == mild.stance in ("support", "oppose", "concern")
    return same and heightened(firm) and not _is_stressed(mild)


def _urged(older: Stand, newer: Stand) -> int:
    """The step from stressing the importance of a thing to insisting on it, else 0."""
    both = [
        insists(each) and has_way(each.cue, "insisting") and not has_way(each.cue, "vital")
        for each in (older, newer)
    ]
    plain = newer if both[0] else older
    valued = plain.stance == "call" and has_way(plain.cue, "importance")
    if both[0] == both[1] or not valued or _is_stressed(plain):
        return 0
    return int(scale()["step"]) * (both[1] - both[0])


def _tried(older: Stand, newer: Stand) -> int:
    """The step from trying to do a thing to doing it, below 0 for back, else 0."""
    if not older.stance == newer.stance == "announce":
        return 0
    both = [has_way(each.core, "trying") for each in (older, newer)]
    plain = newer if both[0] else older
    if both[0] == both[1] or strives(plain) or has_one_of(plain.core, "intending", "considering"):
        return 0
    return int(scale()["step"]) * (both[0] - both[1])


_STEPS = (_bound, _vital, _needed, _pressed, _wholly, _urged, _tried)
"""What makes a view of one side a step firmer, whatever its rungs."""


def _only_holds_on(older: Stand, newer: Stand, side: int, step: int) -> bool:
    """Whether the firmer view is said to be the one of before, which another author told mildly.

    A wish only beside one that was told as a mere note, and not if it is demanded now.
    """
    if side == FOR and (step > scale()["step"] or not is_faint(older)):
        return False
    return _holds_on(newer)


def _holds_on(stand: Stand) -> bool:
    """Whether a view is said to be the one of before, whatever verb it had then."""
    eased = ties(stand) or bends(stand) or relents(stand)
    return says_again(stand) and not (sharpens(stand) or eased)


def _compare(older: Stand, newer: Stand) -> bool:
    """Whether two stances are measured: who promises is not measured beside who asks."""
    if older.stance == newer.stance or threatens(older) or threatens(newer):
        return True
    if older.stance == "concern" and newer.stance == "call" and asks_by_refusing(older):
        return False  # who fears what comes without a thing and asks for it
    if any(map(strives, (older, newer))) and any(
        each.stance == "call" and not sharpens(each) and has_word_of(each.cue, "unchanged")
        for each in (older, newer)
    ):
        return False  # who works for a thing holds on to it
    if any(guards(one) and ties(two) for one, two in either_way(older, newer)):
        return False  # "must not be at the expense of X", "accepted it provided that X"
    if any(one.stance == "call" and _is_only_yes(two) for one, two in either_way(older, newer)):
        return False  # what it asks for may be another thing than its only condition
    promises = [each.stance == "announce" and not strives(each) for each in (older, newer)]
    if promises[0] != promises[1] and any(asks_by_refusing(each) for each in (older, newer)):
        return False  # that others fail is not the speaker's own promise
    if does_not_exclude(older) or does_not_exclude(newer):
        return True
    if any(_merely_prefers(*pair) for pair in either_way(older, newer)):
        return False
    if {older.stance, newer.stance} == {"support", "announce"}:
        faint = int(scale()["yielding"])
        promised = older if older.stance == "announce" else newer
        if not has_way(promised.core, "giving_way") and any(
            on_scale(each, FOR, spared=False) <= faint for each in (older, newer)
        ):
            return True  # to be open to a thing, or to think of it, is less than to promise it
    if any(map(_hopes, (older, newer))) and any(promises):
        return True  # to hope to do a thing is less than to promise it
    return promises[0] == promises[1] or polarity(older.stance) + polarity(newer.stance) < 0


def _merely_prefers(wish: Stand, yes: Stand) -> bool:
    """Whether one prefers a thing and the other one is for it: much the same, if not stressed."""
    prefers = wish.stance == "call" and has_way(wish.cue, "preferring")
    plain = yes.stance == "support" and not (_is_stressed(yes) or raised(wish))
    return prefers and plain and on_scale(yes, FOR, spared=False) <= scale()["for"]["support"]


def _hopes(stand: Stand) -> bool:
    """Whether somebody hopes for a thing or expects it."""
    return (stand.stance == "call" or strives(stand)) and any(
        has_way(clause, "hoping") for clause in own_clauses(stand)
    )
