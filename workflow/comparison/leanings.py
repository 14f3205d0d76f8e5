"""Whether somebody asks for what the other one is against: rule 2a of `kinds.toml`."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workflow.comparison.absence import is_on_less, main_part, up_to_aside
from workflow.comparison.clauses import has_one_of, has_way, negations, own_clauses
from workflow.comparison.conceding import bends, does_not_exclude, relents, understands
from workflow.comparison.firmness import (
    asks_by_refusing,
    asks_less,
    asks_whether,
    defends,
    has_no_side_yet,
    is_about_less,
    is_conditional,
    is_faint,
    lacks,
    makes_condition,
    says_again,
    ties,
    yields,
)
from workflow.comparison.kin import kin_of
from workflow.comparison.model import Stand, either_way
from workflow.comparison.objects import (
    are_for_one_thing,
    first_named,
    head_of,
    is_named_in,
    share_named,
)
from workflow.comparison.poles import pulled_alike
from workflow.comparison.rules import are_opposed, leaning, polarity, rules, words_of
from workflow.comparison.subjects import about, before_grounds, covered, is_about_all, spares
from workflow.comparison.vectors import (
    among,
    any_among,
    content_of,
    content_words,
    different_pieces,
    share_among,
)
from workflow.comparison.verdicts import draws_line
from workflow.comparison.ways import way_in
from workflow.comparison.wording import done_in_one, has_word_of, words

REACH = 4
"""Words behind `zonder` among which stands what is lacking."""


def leans_away(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one side asks for what the other one is against, or has doubts about.

    To draw attention to a thing and to worry about it are one and the same side; only who pleaded
    for it turns round by doubting it.
    """
    for one, other in either_way(older, newer):
        if one.stance not in rules()["leaning"] or asks_whether(one) or yields(other):
            continue
        if has_word_of(one.core, "anew_words") and has_word_of(other.core, "present"):
            continue  # "a new register", "called the current register unworkable"
        near = own_clauses(one)
        if other.stance == "oppose" and asks_less(one) and pulled_alike(one, other):
            return True  # against a lighter norm, and for one that is made lighter
        if any(_asks_not(each, other) and not _asks_still(each, one) for each in near):
            continue
        held = other.stance == "reserve" and not (is_conditional(other) or _fears_for(other))
        if held and has_way(other.cue, "abstaining") and not _asks_for_a_yes(one):
            continue
        shrinks = other.stance in ("concern", "reserve") and has_way(other.core, "shrinking")
        if shrinks and one.stance == "announce" and _does_it(one, other):
            return True
        if shrinks and held and not is_named_in(other, one):
            held = False
        doubted = other.stance == "concern" and has_way(other.core, "doubting_use")
        if other.stance == "oppose" or held or (doubted and _pleads(one)):
            return _opposes(one, other, common)
        if common >= rules()["kept"] and _goes_too_far(one, other):
            return True
        tied = is_conditional(other) or _fears_for(other)
        if other.stance in rules()["wary"] and _pleads(one) and not (tied or asks_less(one)):
            if pulled_alike(one, other):
                return True
            told = not has_word_of(other.core, "negations")
            need = rules()["same_clause"]
            return told and common >= need and covered(one, other) >= need
    return False


def still_holds(older: Stand, newer: Stand, common: float) -> bool:
    """Whether the view of before is said to be held still, as a worry or in other words.

    Who `remained opposed` to much the same as it asked for before did turn round.
    """
    other = common < rules()["same_clause"] and not newer.is_group
    return (other or {older.stance, newer.stance} == {"call", "concern"}) and says_again(newer)


def holds_out(older: Stand, newer: Stand) -> bool:
    """Whether one is against delays and exceptions, and the other one asks for none."""
    if not are_opposed(older.stance, newer.stance):
        return False
    return any(
        polarity(one.stance) < 0 < leaning(other.stance)
        and (
            (other.stance == "call" and draws_line(one))
            or _rejects_critique(one)
            or (has_way(other.core, "not_sparing") and _refuses_to_spare(one))
            or (
                other.stance != "announce"
                and (defends(one) or _refuses_exception(one))
                and not _asks_for_less(one, other)
            )
        )
        for one, other in either_way(older, newer)
    )


def _asks_for_less(one: Stand, other: Stand) -> bool:
    """Whether one wants an exception, the end of a thing, or less where the other one has too."""
    if is_about_less(other) or has_way(other.core, "gone"):
        return True
    delay = words_of("delaying")
    asked = not delay.isdisjoint(done_in_one(other.core)) or has_way(other.core, "putting_off")
    if asked and not delay.isdisjoint(head_of(one)):
        return True  # "steunde de gedachte om de plicht op te schorten"
    put_off = delay.intersection(head_of(one))
    if put_off and any_among(put_off, head_of(other)) and not has_word_of(other.core, "negations"):
        return True  # "opposed any suspension", "in favour of a suspension clause"
    harm = words_of("harming").intersection(words(one.core), words(other.core))
    if harm and not has_word_of(other.core, "negations"):
        return True
    less = has_word_of(one.core, "less_of")
    return less and has_word_of(other.core, "less_of", "less_by")


def _rejects_critique(stand: Stand) -> bool:
    """Whether somebody is against what others hold against a thing."""
    return stand.stance == "oppose" and not words_of("critique").isdisjoint(head_of(stand))


def _refuses_to_spare(stand: Stand) -> bool:
    """Whether somebody is against an exception: `was tegen een vrijstelling voor havens`."""
    return polarity(stand.stance) < 0 and spares(" ".join(first_named(stand)))


def _refuses_exception(stand: Stand) -> bool:
    """Whether an exception is what somebody is against: `vond een vrijstelling onwenselijk`."""
    named = words_of("exceptions").intersection(first_named(stand))
    own = has_word_of(stand.cue, "exceptions")
    return polarity(stand.stance) < 0 and bool(named) and not own


def only_understands(older: Stand, newer: Stand) -> bool:
    """Whether one only understands what the other one objects to, or would rather have less."""
    return any(
        polarity(other.stance) < 0
        and (understands(one) or (one.stance == "call" and relents(one) and not _is_lighter(other)))
        and not has_way(other.cue, "understanding")
        for one, other in either_way(older, newer)
    )


def weighs_what_is_refused(older: Stand, newer: Stand) -> bool:
    """Whether one is ready to think of the very thing that the other one rejects.

    Not of something in its place, or less of it: `a lower levy`. But who rejects all of it after
    having thought of a little turned round from that.
    """
    return any(
        one.stance == "oppose"
        and polarity(other.stance) + (other.stance == "announce") > 0
        and yields(other)
        and bends(other)
        and not (ties(one) or negations().intersection(words(other.core)))
        and _names_the_same(other, one, "modest" if other is older else "")
        for one, other in either_way(older, newer)
    )


def _names_the_same(stand: Stand, other: Stand, besides: str) -> bool:
    """Whether all that a view is about is named in the other one, what it names first too.

    But for the words of a list: `besides`.
    """
    said = words(stand.core)
    ready = way_in(said, "giving_way") | way_in(said, "yielding")
    stand = replace(stand, cue=f"{stand.cue} {' '.join(ready)}")  # "willing to examine"
    named, theirs = (about(each) for each in (stand, other))
    named -= words_of(besides) if besides else frozenset()
    kin = kin_of(theirs)
    if not all(kin & kin_of((word,)) for word in named.difference(among(named, theirs))):
        return False
    exempt = [spares(" ".join(first_named(each))) for each in (stand, other)]
    return bool(named) and exempt[0] == exempt[1] and are_for_one_thing(stand, other)


def agrees(stand: Stand) -> bool:
    """Whether a reservation is a yes with a condition: `kon instemmen, mits`.

    Who says when alone it would agree (`alleen als`) still says no.
    """
    if not is_conditional(stand) or makes_condition(stand) or has_no_side_yet(stand):
        return False
    return not has_way(stand.core, "hard_conditions")


def takes_back_promise(older: Stand, newer: Stand) -> bool:
    """Whether one promises what the other one says not to promise: `no longer intended to`.

    Or does not exclude what the other one does not mean to do.
    """
    return any(
        (
            one.stance == "announce"
            or (does_not_exclude(one) and not has_way(other.core, "giving_way"))
        )
        and other.stance == "oppose"
        and other.denied == "announce"
        for one, other in either_way(older, newer)
    )


def as_yes(stand: Stand, other: Stand) -> Stand:
    """A statement as the yes that it is beside a no, where it only ties it to a condition."""
    turned = other.stance == "oppose" and agrees(stand) and not ties(other)
    if turned and other.denied == "call" and _is_wish_of(stand, other):
        return stand  # `small firms must not pay`, and then a yes as long as they do not pay
    return replace(stand, stance="support", mixed=True) if turned else stand


def _is_wish_of(stand: Stand, other: Stand) -> bool:
    """Whether the condition of a yes is what the other one wants not to happen either."""
    condition = words(stand.core.removeprefix(before_grounds(stand.core)))
    if words_of("negations").isdisjoint(condition):
        return False
    same_thing: float = rules()["same_thing"]
    return share_among(about(other), condition) > same_thing


def _asks_for_a_yes(wish: Stand) -> bool:
    """Whether somebody asks others to adopt a text or to support it: not `steun voor vissers`."""
    said = words(wish.core)
    asked = words_of("adopting").intersection(said)
    if asked - words_of("backing") or not words_of("whole").isdisjoint(said):
        return True
    return bool(asked) and any(map(_is_text, said))


def _is_text(word: str) -> bool:
    """Whether a word names a text that is adopted; behind `-` stands how it may end: `havenwet`."""
    ends = tuple(each[1:] for each in words_of("texts") if each.startswith("-"))
    return word in words_of("texts") or word.endswith(ends)


def _goes_too_far(wish: Stand, doubt: Stand) -> bool:
    """Whether one finds that what the other one pleads for goes too far: `een brug te ver`.

    Or that it does not work: `onwerkbaar`.
    """
    if doubt.stance != "concern" or not _pleads(wish) or is_faint(wish):
        return False
    unfit = has_way(doubt.cue, "condemning") and not has_word_of(doubt.core, "too")
    if not (unfit or has_way(doubt.cue, "overshooting")) or asks_less(wish):
        return False  # "too vague" is of one mind with "clearer"
    mine, theirs = head_of(wish), head_of(doubt) - words_of("whole")
    named = mine and theirs and (are_for_one_thing(wish, doubt) or _is_pieced(theirs, wish))
    return bool(named) and not is_on_less(wish, mine | theirs)


def _is_pieced(thing: Iterable[str], stand: Stand) -> bool:
    """Whether a thing is named in pieces: `leveringsplicht`, `een verplichting te leveren`."""
    theirs = different_pieces(content_words(stand.core))
    each = (different_pieces((word,)) for word in thing)
    return all(len(mine & theirs) >= rules()["taken_back"] * len(mine) for mine in each)


def _refuses_the_yes(wish: Stand, objection: Stand) -> bool:
    """Whether one asks for a yes to a text that the other one refuses, whatever it lacks.

    Who asks for support for farmers and cannot accept the text without it still asks for it.
    """
    refused: set[str] = set()
    for clause in own_clauses(objection):
        said = words(before_grounds(clause))
        if negations().isdisjoint(said) and has_way(clause, "lacking"):
            continue  # "as support for farmers was lacking"
        lacking = [at for at, word in enumerate(said) if word in words_of("without")]
        behind = {word for at in lacking for word in said[at + 1 : at + 1 + REACH]}
        refused |= set(content_of(said)) - behind
    for clause in own_clauses(wish):
        said = words(clause)
        for at, word in enumerate(said):
            if word in words_of("adopting") and refused.intersection(said[at + 1 :]):
                return True
    return False


def _is_lighter(stand: Stand) -> bool:
    return has_way(stand.core, "lighter")


def _asks_not(clause: str, other: Stand) -> bool:
    """Whether a clause of a wish denies, or holds back what the other one does not hold back."""
    said = up_to_aside(words(main_part(clause)), other)
    undone = words_of("undoing").intersection(said).difference(words(other.core))
    if undone or has_way(" ".join(said), "ended") or not negations().isdisjoint(said):
        return True
    if _raises_a_bound(said, words(other.core)):
        return True
    ended = [has_way(text, "ending_of") for text in (" ".join(said), other.core)]
    if ended == [True, False] and has_word_of(other.core, "keeping"):
        return True  # an end to the aid, and none of its continuation
    held = words_of("holding_back").intersection(said).difference(words(other.core))
    return bool(held) and not is_on_less(other)


def _raises_a_bound(wished: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a wish is for a higher ceiling where the other one is against the ceiling."""
    bound = words_of("bounds").intersection(wished, theirs)
    more = words_of("more_of", "raising")
    return bool(bound) and not more.isdisjoint(wished) and more.isdisjoint(theirs)


def _asks_still(clause: str, wish: Stand) -> bool:
    """Whether a thing is asked for by a denial: `onvermijdelijk`, `no deal without it`."""
    tied = has_way(clause, "no_deal") and not is_on_less(wish)
    return tied or has_way(clause, "unavoidable")


def _pleads(stand: Stand) -> bool:
    """Whether a thing is asked for, and not only attention for it."""
    return stand.strength >= rules()["pleading"] or not has_word_of(stand.core, "attention")


def _does_it(promise: Stand, doubt: Stand) -> bool:
    """Whether one promises to bring out what the other one shrinks from bringing out.

    "Was reluctant to draw up a plan" and "was prepared to draft such a plan".
    """
    if yields(promise) or asks_less(promise) or has_one_of(promise.core, "gone", "considering"):
        return False
    said = words(doubt.core)
    deed = not words_of("bringing_out").isdisjoint(said) or has_way(doubt.core, "shrinking_at")
    same = is_named_in(doubt, promise) and share_named(doubt, promise) > rules()["same_subject"]
    return deed and same and not has_word_of(promise.core, "undoing")


def _fears_for(stand: Stand) -> bool:
    """Whether a worry is that a thing does not come or comes late, or a reserve is a condition."""
    return has_way(stand.core, "too_little") or has_word_of(stand.cue, "regretting")


def _opposes(wish: Stand, objection: Stand, common: float) -> bool:
    """Whether who objects turned round from a wish, in whatever words: rule 2a of `kinds.toml`."""
    if has_way(wish.core, "reconsidering"):
        return False
    alike = bool(common >= rules()["same_wording"])
    lacking = has_word_of(objection.core, "negations")
    if has_way(objection.core, "state_of_affairs") and (lacking or not alike):
        return False  # what is wrong now is what the wish would mend
    same = alike and lacks(wish) and not has_way(wish.core, "no_deal")
    if asks_by_refusing(objection) and wish.stance == "call" and not same:
        return _refuses_the_yes(wish, objection)
    if asks_less(wish) and not is_about_less(objection):
        return False
    more = has_word_of(wish.core, "more_of")
    if more and has_way(objection.core, "too_little"):
        return False  # what the text has too little of is asked for
    if alike:
        return not (wish.stance == "announce" and yields(wish))
    if wish.stance == "announce":
        if is_about_less(objection) and not is_on_less(wish):
            return False  # who is against an exception may well promise help
        changed = words_of("changing") & set(words(objection.core))
        kept_as_it_is = changed and not has_word_of(wish.core, "changing")
        return not (yields(wish) or kept_as_it_is)
    if is_faint(wish):
        return False
    if is_about_all(objection) and not (is_about_all(wish) or _asks_for_a_yes(wish)):
        return False
    kept = has_word_of(wish.core, "keeping")
    return not (kept and has_word_of(objection.core, "undoing"))
