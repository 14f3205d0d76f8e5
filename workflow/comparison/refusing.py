"""Who refuses a thing only without something else, or will not have it that it is not so.

To agree on a condition and to refuse unless it is met are one view, and so are to ask for a thing
and to find it unthinkable that it is not done.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from workflow.comparison.apart import amounts
from workflow.comparison.clauses import has_one_of, has_way, is_negated, negations, undoing
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import are_for_one_thing, head_of
from workflow.comparison.opposites import denies_opposite, has_opposite_in, turned_words
from workflow.comparison.rules import grammar_words, leaning, polarity, rules, words_of
from workflow.comparison.subjects import before_grounds
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import all_among, content_of, content_words, share_among
from workflow.comparison.ways import way_in
from workflow.comparison.wording import words


def refuse_alike(older: Stand, newer: Stand) -> bool:
    """Whether one refuses unless the other one's condition is met, or that a thing is not so."""
    ways = (
        denies_opposite,
        _wants_after_all,
        _keeps_condition,
        _asks_for_condition,
        _keeps_bound,
        _has_no_doubt,
        _refuses_opposite,
        _fears_the_end,
        _misses_it,
        _wants_it_milder,
        _needs_no_more,
    )
    return any(way(one, other) for one, other in either_way(older, newer) for way in ways)


def _has_no_doubt(stand: Stand, other: Stand) -> bool:
    """Whether somebody sees no reason to doubt what the other one is for."""
    return has_way(stand.core, "no_doubt") and leaning(other.stance) > 0


def _refuses_opposite(refusal: Stand, wish: Stand) -> bool:
    """Whether one is against what is not as the other one wants it: `een oneerlijke verdeling`.

    So too where it says so by a denial: `a scheme that is not voluntary`. Where the very word is
    the verdict (`vond de steun onvoldoende`) it is not.
    """
    if polarity(refusal.stance) >= 0 or leaning(wish.stance) <= 0 or is_negated(wish.core):
        return False
    own, said = {*plain_words(wish.cue), *plain_words(refusal.cue)}, plain_words(refusal.core)
    wished = [word for word in content_words(wish.core) if word not in own]
    led = {two for one, two in pairwise(said) if one in grammar_words("articles")}
    for word, base in turned_words(refusal.core, refusal.language):
        same = (each.startswith(base) or base.startswith(each) for each in wished)
        if (word not in own or word in led) and any(same):
            return True
    return not refusal.denied and any(_is_so(part, wished) for part in _not_so(refusal.core))


def _fears_the_end(fear: Stand, other: Stand) -> bool:
    """Whether one objects to the end of what the other one praises keeping."""
    if polarity(fear.stance) >= 0 or polarity(other.stance) < 0 or is_negated(other.core):
        return False
    kept, said = plain_words(other.core), plain_words(fear.core)
    ended = undoing().intersection(said).difference(plain_words(fear.cue))
    keeps = words_of("keeping", "kept_words").intersection(kept)
    return bool(ended and keeps) and undoing().isdisjoint(kept) and not is_negated(fear.core)


def _misses_it(refusal: Stand, wish: Stand) -> bool:
    """Whether one gives as its reason that what the other one asks for is lacking, or its wish."""
    if polarity(refusal.stance) >= 0 or wish.stance != "call" or is_negated(wish.core):
        return False
    reasons = refusal.core[len(before_grounds(refusal.core)) :]
    asked = head_of(wish)
    wished = has_one_of(reasons, "asking", "pleading", "demanding") and not is_negated(reasons)
    if not asked or not (wished or has_way(reasons, "lacking")):
        return False
    return all_among(asked, content_words(reasons))


def _wants_it_milder(refusal: Stand, wish: Stand) -> bool:
    """Whether one finds that a thing goes too far of which the other one wants a milder one."""
    if not has_way(refusal.core, "overshooting") or leaning(wish.stance) <= 0:
        return False
    less = not words_of("less_of", "less_by").isdisjoint(plain_words(wish.core))
    if not head_of(refusal).isdisjoint(words_of("less_of", "less_by")):
        return False  # it is the limit itself that goes too far
    milder = (less or has_way(wish.core, "lighter")) and not is_negated(wish.core)
    return milder and are_for_one_thing(refusal, wish)


def _needs_no_more(refusal: Stand, other: Stand) -> bool:
    """Whether one sees no need for more of what the other one finds enough."""
    enough = has_way(other.core, "sufficing") and not has_way(other.core, "not_sufficing")
    needless = has_way(refusal.core, "no_need") and has_way(refusal.core, "renewing")
    return enough and needless and polarity(refusal.stance) < 0 <= polarity(other.stance)


def _is_so(part: Sequence[str], wished: Sequence[str]) -> bool:
    """Whether what one does not want left out is what the other one names."""
    return bool(part) and all_among(part, wished)


@lru_cache(maxsize=8_192)
def _not_so(text: str) -> tuple[Sequence[str], ...]:
    """What a thing is said not to be, behind `die niet`, `that is not`."""
    said, no = plain_words(text), negations()
    return tuple(
        [each for each in content_of(said[at + 1 :]) if each not in no]
        for at, word in enumerate(said)
        if word in words_of("in_which", "of_which") and not no.isdisjoint(said[at + 1 :])
    )


def _wants_after_all(refusal: Stand, wish: Stand) -> bool:
    """Whether one finds it unthinkable that what the other one is for does not come."""
    if leaning(wish.stance) <= 0 or not has_way(refusal.core, "unthinkable"):
        return False
    said = plain_words(wish.core)
    if not (negations() | undoing()).isdisjoint(said) or has_way(wish.core, "gone"):
        return False
    unthinkable = _unthinkable(refusal)
    if not words_of("needless").isdisjoint(unthinkable):
        return True  # "disagreed that the directive was superfluous"
    gone = not undoing().isdisjoint(unthinkable)
    return is_negated(" ".join(unthinkable)) != gone or has_opposite_in(refusal, wish, unthinkable)


@asked_once
def _unthinkable(stand: Stand) -> Sequence[str]:
    """The words for what somebody finds unthinkable."""
    said = words(stand.core)
    own = way_in(said, "unthinkable")
    own_places = (at for at, word in enumerate(said) if word in own and word not in negations())
    return said[max(own_places, default=len(said)) + 1 :]


def _keeps_bound(refusal: Stand, wish: Stand) -> bool:
    """Whether one refuses more than the other one wants at most: `langer dan drie maanden`."""
    if not (has_way(refusal.core, "exceeding") and has_way(wish.core, "at_most")):
        return False
    one, other = (amounts(words(each.core)).items() for each in (refusal, wish))
    return leaning(refusal.stance) < 0 <= leaning(wish.stance) and bool(one & other)


def _keeps_condition(refusal: Stand, wish: Stand) -> bool:
    """Whether one refuses a thing only without what the other one makes its condition."""
    alike = refusal.stance == wish.stance != "reserve"
    refuses = polarity(refusal.stance) < 0 or has_way(refusal.core, "refusing")
    if alike or not refuses:
        return False
    met = {word for part in conditions_of(wish.core) for word in part}
    lacking = [part for part in _lacking(refusal.core) if part]
    for part in lacking if met else ():
        few, many = sorted((sorted(met), part), key=len)
        if share_among(few, many) > rules()["same_subject"]:
            return True
    return False


def _asks_for_condition(refusal: Stand, wish: Stand) -> bool:
    """Whether one refuses only if what the other one asks for is lacking: `als X niet komt`."""
    if polarity(refusal.stance) >= 0 or wish.stance != "call" or is_negated(wish.core):
        return False
    wished = sorted(head_of(wish))
    for part in conditions_of(refusal.core) if wished else ():
        lacking = [word for word in part if word not in negations()]
        few, many = sorted((wished, lacking), key=len)
        if few and len(lacking) < len(part) and share_among(few, many) > rules()["same_subject"]:
            return True
    return False


@lru_cache(maxsize=8_192)
def conditions_of(text: str) -> tuple[Sequence[str], ...]:
    """The words with a meaning behind each word that opens the only case: `alleen als`."""
    said = plain_words(text)
    return tuple(
        content_of(said[at + 1 :]) for at, word in enumerate(said) if word in words_of("if_only")
    )


def _lacking(text: str) -> Iterator[list[str]]:
    """What somebody refuses to be without: behind `als ... niet`, `waarvan ... niet`, `zonder`."""
    said, no = plain_words(text), negations()
    for at, word in enumerate(said):
        rest = said[at + 1 :]
        lacks = not no.isdisjoint(rest) or has_way(" ".join(rest), "lacking")
        if word in words_of("if_words", "in_which") and lacks:
            yield [each for each in content_of(rest) if each not in no]
        elif word in words_of("without", "unless"):
            yield list(content_of(rest))
