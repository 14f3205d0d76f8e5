"""Whether a view is about a thing that goes or is not there: `blij dat X van tafel is`.

Who is glad that a thing goes and who is against it are of one mind, and so are who regrets that
it goes, or fears what comes without it, and who is for it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from workflow.comparison.clauses import (
    clauses,
    clauses_of,
    has_one_of,
    has_way,
    have_way,
    is_negated,
    negations,
    own_clauses,
    own_text,
    undoing,
)
from workflow.comparison.firmness import (
    asks_by_refusing,
    asks_whether,
    is_about_less,
    is_faint,
    ties,
)
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import are_for_one_thing, first_named, head_of, is_of_it
from workflow.comparison.opposites import asks_to_withdraw, taken_side, words_of_taking_back
from workflow.comparison.rules import (
    are_opposed,
    grammar_words,
    leaning,
    polarity,
    rules,
    words_of,
)
from workflow.comparison.subjects import (
    about,
    before_grounds,
    clause_overlap,
    covered,
    is_about_all,
    spares,
)
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import (
    all_among,
    among,
    any_among,
    content_of,
    content_words,
    is_form_of,
    share_among,
)
from workflow.comparison.ways import way_in
from workflow.comparison.wording import has_word_of, words

REACH = 4
"""Words with a meaning behind `zonder` among which the thing is named."""
FAR = 6
"""The same where somebody wants to be free of a thing: `zonder een apart bedrijf op te richten`."""
NAMING = 3
"""How many of them are looked for among the words of a wish."""


def is_on_absence(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one is about the lack or the end of what the other one is for or against.

    `common` is how much they are about the same.
    """
    if common < rules()["bent"] or not are_opposed(older.stance, newer.stance):
        return False
    if any(taken_side(each) or has_way(each.core, "rhetorical") for each in (older, newer)):
        return False
    for wish, objection in either_way(older, newer):
        if leaning(wish.stance) > 0 > polarity(objection.stance):
            near = common >= rules()["kept"]
            if _is_glad(wish, objection) or (near and _is_sorry(objection, wish)):
                return True
            alike = (_is_spared, _does_without, _bans_it)
            if near and any(rule(wish, objection) for rule in alike):
                return True
            wary = objection.stance == "concern" or asks_by_refusing(objection)
            if near and wary and _fears_without(objection, wish):
                return True
    return False


def calls_off(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one asks for the text to be withdrawn that the other one supports: `het plan`.

    A text that no word tells apart from others is the one that is dealt with.
    """
    return any(
        asks_to_withdraw(one)
        and polarity(other.stance) > 0
        and (common >= rules()["taken_back"] or _names_only_a_text(one))
        for one, other in either_way(older, newer)
    )


def _names_only_a_text(stand: Stand) -> bool:
    """Whether a view names no more than a text: `het plan`, `the proposal as it stands`."""
    said = about(stand) - words_of_taking_back() - undoing()
    said -= way_in(plain_words(stand.core), "taking_off") | words_of("pole_bearers")
    return said <= words_of("whole", "planned", "standing", "pointers")


def _is_glad(wish: Stand, objection: Stand) -> bool:
    """Whether one welcomes the end of a thing, or less of it, that the other one is against."""
    return (
        _is_for_the_end(wish)
        and is_of_it(wish, ("undoing",), objection)
        and not has_word_of(wish.text, "objections", "problems")
        and not is_on_less(_without_cue(objection), content_words(own_text(wish)))
        and (not is_about_all(objection) or _asks_it_gone(wish, objection))
    )


def _is_spared(wish: Stand, objection: Stand) -> bool:
    """Whether one is for an exception from what the other one is against."""
    if polarity(wish.stance) <= 0 or ties(wish) or not is_about_less(wish):
        return False
    first = first_named(wish)
    if not spares(" ".join(first)):
        return False
    if is_about_all(objection) or is_on_less(_without_cue(objection)):
        return False
    if spares(" ".join(first_named(objection))):
        return False
    named = [word for word in first if has_way(word, "sparing")]
    return not any_among(head_of(objection), named)


def _is_sorry(objection: Stand, wish: Stand) -> bool:
    """Whether one objects to the end of a thing that the other one is for."""
    return (
        is_against_its_end(objection)
        and is_of_it(objection, ("undoing",), wish)
        and not has_word_of(wish.core, "negations")
        and not is_on_less(wish)
        and not is_about_all(wish)
    )


@asked_once
def _is_for_the_end(wish: Stand) -> bool:
    """Whether a wish says that a thing goes, or that there is to be less of it."""
    return _is_on_end(wish, "gone", "lessened")


@asked_once
def is_against_its_end(objection: Stand) -> bool:
    """Whether an objection says that a thing goes, in other words than those of its stance."""
    return _is_on_end(objection, "gone", without=words(objection.cue))


def _asks_it_gone(wish: Stand, objection: Stand) -> bool:
    """Whether one wants the whole text gone that the other one is against, or is glad of it."""
    whole = words_of("whole")
    if wish.stance in rules()["leaning"]:
        return bool(whole.intersection(words(objection.core), words(wish.core)))
    goes = (
        clause
        for clause in clauses(wish.core)
        if has_way(clause, "gone") or not undoing().isdisjoint(words(clause))
    )
    named = any(not whole.isdisjoint(words(clause)) for clause in goes)
    return named and not whole.isdisjoint(words(objection.core))


def _without_cue(stand: Stand) -> Stand:
    """A statement without the words of its stance: `should be withdrawn` is itself an objection."""
    own = set(words(stand.cue))
    return replace(stand, essence=" ".join(word for word in words(stand.core) if word not in own))


@asked_once
def is_glad_of_the_end(stand: Stand) -> bool:
    """Whether somebody welcomes that a thing goes."""
    return polarity(stand.stance) > 0 and _is_on_end(stand, "gone")


def is_glad_it_goes(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one welcomes the end of a thing that the other one is for or asks for."""
    glad = any(
        is_glad_of_the_end(one)
        and leaning(other.stance) > 0
        and not (is_faint(other) or asks_whether(other))
        and not is_on_less(other, content_words(one.core))
        and negations().isdisjoint(words(one.core) + words(other.core))
        and is_of_it(one, ("undoing",), other)
        for one, other in either_way(older, newer)
    )
    if not glad or common >= rules()["same_subject"]:
        return glad
    return bool(head_of(older) and head_of(newer)) and are_for_one_thing(older, newer)


def doubts_what_was_held(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one doubts what the other one holds to be so: "meende dat de sancties werken"."""
    return common >= rules()["same_subject"] and any(
        one.stance == "concern"
        and has_way(one.core, "doubting_that")
        and not has_word_of(one.core, "enough", "too")
        and other.stance in (*rules()["plain"], "support")
        and has_way(other.core, "holding_that")
        and negations().isdisjoint(words(one.core) + words(other.core))
        and not asks_whether(other)
        for one, other in either_way(older, newer)
    )


def wants_none(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one wants none of what the other one is for: `dat roeiers geen tol meer betalen`."""
    return common >= rules()["same_subject"] and any(
        one.stance in rules()["leaning"]
        and polarity(other.stance) > 0
        and has_word_of(one.core, "none_of")
        and not is_on_less(other)
        and not _denies_besides(other, one)
        and covered(one, other) >= rules()["taken_back"]
        and _names_none_of(one, other)
        for one, other in either_way(older, newer)
    )


def _denies_besides(stand: Stand, other: Stand) -> bool:
    """Whether a view denies anything, but of what the other view is about: `die niet varen`."""
    told = (up_to_aside(words(clause), other) for clause in clauses(stand.core))
    return any(not negations().isdisjoint(said) for said in told)


def _names_none_of(wish: Stand, other: Stand) -> bool:
    """Whether a wish has `geen` right before the thing, but for words as `Europees`.

    Who wants none of it for others than those whom the other one names wants an exception.
    """
    thing, theirs = head_of(other), content_words(other.core)
    besides = words_of("at_large", "function_words")
    for clause in own_clauses(wish):
        said = up_to_aside(words(main_part(clause)), other)
        for at, word in enumerate(said):
            if word in words_of("none_of"):
                named = next((each for each in said[at + 1 :] if each not in besides), "")
                opener = max((i for i in range(at) if said[i] in words_of("that")), default=at)
                whom = content_of(said[opener + 1 : at])
                same = named and any(is_form_of(named, each) for each in thing)
                if same and all_among(whom, theirs):
                    return True
    return False


def is_on_less(stand: Stand, besides: Collection[str] = ()) -> bool:
    """Whether a statement says anywhere that a thing goes, or that there is to be less of it.

    The words `besides` name the thing itself: a ban is no limit where both are about the ban.
    """
    said = words(stand.core)
    single = words_of("undoing", "less_of", "less_by", "changed_words", "changing")
    if not single.isdisjoint(said):
        return True
    if spares(stand.core) or has_one_of(stand.core, "gone", "lessened"):
        return True
    return have_way([word for word in said if word not in besides], "limiting")


def _is_on_end(stand: Stand, *names: str, without: Collection[str] = ()) -> bool:
    """Whether the clause of a stance says that a thing goes, in words that are not these."""
    near = [
        [word for word in said if word not in without]
        for said in _main_words(stand.core, stand.cue)
    ]
    return any(
        not undoing().isdisjoint(said)
        or (have_way(said, *names) and not have_way(said, "taken_in"))
        for said in near
    )


@lru_cache(maxsize=8_192)
def _main_words(core: str, cue: str) -> tuple[tuple[str, ...], ...]:
    """The words of each clause that carries a stance, without its reasons and asides."""
    near = clauses_of(core, cue) if cue else clauses(core)[:1]
    return tuple(words(main_part(clause)) for clause in near)


@lru_cache(maxsize=8_192)
def main_part(clause: str) -> str:
    """A clause without its reasons and what it tells besides."""
    said = before_grounds(clause).split()
    besides = words_of("side_clauses")
    if besides.isdisjoint(map(str.lower, said)):
        return " ".join(said)
    end = next((at for at, word in enumerate(said) if at and word.lower() in besides), len(said))
    return " ".join(said[:end])


def up_to_aside(said: Sequence[str], other: Stand) -> Sequence[str]:
    """The words of a clause up to where it tells more of what the other view is about.

    What a thing is for (`om misbruik te voorkomen`) or is like (`waar geen toezicht op is`) is not
    what is asked for.
    """
    thing = head_of(other) - negations()
    for at, word in enumerate(said):
        opens = word in grammar_words("relatives") or word in way_in(said[at : at + 2], "aiming")
        if at and opens and share_among(thing, content_of(said[:at])) >= rules()["same_subject"]:
            return said[:at]
    return said


def _bans_it(wish: Stand, objection: Stand) -> bool:
    """Whether one wants a ban on what the other one is against: `hoort niet in spellen`."""
    bans = words_of("banning") & set(words(wish.core))
    if not bans or negations().intersection(words(wish.core)) or is_on_less(wish, bans):
        return False
    refused = words(objection.core)
    ended = not words_of("undoing", "less_by").isdisjoint(refused)
    if ended or any(word.endswith(tuple(words_of("banning"))) for word in refused):
        return False  # "het lozingsverbod"
    return bool(clause_overlap(wish, objection) >= rules()["same_subject"])


def _does_without(wish: Stand, objection: Stand) -> bool:
    """Whether one wants a thing without what the other one is against: `zonder heffing`."""
    if wish.stance not in ("call", "support") or is_on_less(_without_cue(objection)):
        return False
    if not negations().isdisjoint(set(words(wish.core)) - words_of("without")):
        return False  # "without a review there could be no agreement"
    refused = content_words(objection.core)
    things = (thing for thing in _lacking_things(wish, FAR) if not _is_idiom(thing))
    return any(len(among(thing, refused)) >= min(len(thing), 2) for thing in things if thing)


def _is_idiom(thing: Sequence[str]) -> bool:
    """Whether what a wish is to be without only hastens it: `zonder uitstel`."""
    return bool(thing) and (thing[0] in words_of("delaying") or spares(thing[0]))


def _fears_without(fear: Stand, wish: Stand) -> bool:
    """Whether somebody fears, or refuses, what comes without what the other one is for."""
    if has_word_of(wish.core, "without"):
        return False
    if has_word_of(fear.cue, "regretting") and not has_word_of(fear.core, "if_words"):
        return False  # what was missed and is there now turns regret into joy
    harmed = not (is_on_less(wish) or has_way(wish.core, "putting_off"))
    things = (*_lacking_things(fear), *_missing_things(fear, harmed=harmed))
    return any(any_among(thing[:NAMING], content_words(wish.core)) for thing in things)


def _lacking_things(fear: Stand, reach: int = REACH) -> Iterator[Sequence[str]]:
    """The words behind each `zonder` of a fear."""
    for clause in clauses(fear.core):
        said = words(clause)
        for at, word in enumerate(said):
            if word in words_of("without"):
                yield content_of(said[at + 1 :])[:reach]


def _missing_things(fear: Stand, *, harmed: bool) -> Iterator[Sequence[str]]:
    """What is not there, by `als ... niet`, `waarin ... ontbreekt`; `harmed`: or goes, or is less.

    Who fears what comes if checks are relaxed is of one mind with who is for checks.
    """
    own = words(fear.cue) if fear.denied else ()  # "indicated that it was not keen on"
    for clause in clauses(fear.core):
        said = [word for word in words(clause) if word not in own]
        for at, word in enumerate(said):
            if not {word, " ".join(said[at : at + 2])}.isdisjoint(words_of("if_words", "in_which")):
                rest = said[at + 1 :]
                if _is_missing(rest) or (harmed and not _harm_words().isdisjoint(rest)):
                    yield content_of(rest)[:REACH]


def _is_missing(said: Sequence[str]) -> bool:
    """Whether these words of a condition say that a thing is not there; `not feasible` does not."""
    rest = " ".join(said)
    if has_way(rest, "condemning"):
        return False
    return is_negated(rest) or has_one_of(rest, "falling_through", "gone", "lacking")


@cache
def _harm_words() -> frozenset[str]:
    """The words for taking a thing away, in part or in whole."""
    return undoing() | words_of("ending", "harming", "changed_words", "less_by")
