"""Whether two views are about different parts of one file: `voor 2030`, `voor 2040`.

Who is for a target for aviation and against one for shipping did not turn round, whatever words
they share. The parts are told apart by what stands in one and the same place: a year, a number, a
kind of one sort, or what a thing is for.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from workflow.comparison.clauses import own_text
from workflow.comparison.kin import are_two_kinds, kin_of, may_be_one, things_of
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import first_named
from workflow.comparison.poles import pulled_alike
from workflow.comparison.rules import are_opposed, grammar_words, leaning, polarity, words_of
from workflow.comparison.scopes import are_opposite_kinds, words_of_kinds
from workflow.comparison.subjects import without_grounds
from workflow.comparison.tokens import function_words, plain_words
from workflow.comparison.valence import are_opposites, words_with_opposite
from workflow.comparison.vectors import (
    all_among,
    any_among,
    content_of,
    content_words,
    is_form_of,
)
from workflow.comparison.wording import has_word_of, words
from workflow.languages import LANGUAGES, data

YEAR = 4
"""Figures of a year."""
SORT = 4
"""Letters by which two words for a part of a text are one: `artikel`, `artikelen`."""
EXTENT = 4
"""Words behind `met` among which stands the unit of an extent: `met nog eens twee jaar`."""
COUNTED_WORDS = 3
"""Most words of a name that is a number and a noun: `five member states`."""

_ROMAN = frozenset("ivx")

Said = tuple[str, ...]


def are_of_different_parts(
    older: Stand, newer: Stand, besides: frozenset[str] = frozenset()
) -> bool:
    """Whether two views are about parts of one thing that cannot be the same.

    `besides` are words that name no part: `in stappen`.
    """
    return (
        _name_other_years(older, newer)
        or _are_so_much_apart(older, newer)
        or _are_numbered_apart(older, newer)
        or _are_of_other_kinds(older, newer)
        or _are_for_others(older, newer, besides)
        or any(
            _is_against_more(*both)
            or _is_against_its_cost(*both)
            or _is_against_it_without(*both)
            or _is_on_it_itself(*both)
            or _wants_what_all_want(*both)
            for both in either_way(older, newer)
        )
    )


@asked_once
def _near(stand: Stand) -> Said:
    """The words of the clauses that carry a stance, without reasons and conditions."""
    return words(without_grounds(stand))


def _name_other_years(older: Stand, newer: Stand) -> bool:
    """Whether both name years, and none that the other one names too.

    Who is against a thing by a later year is against it by an earlier one too.
    """
    near = [words(own_text(each)) for each in (older, newer)]
    years = [frozenset(filter(_is_year, _without_opening(each))) for each in near]
    whole = [words(each.core) for each in (older, newer)]
    if not (all(years) and years[0].isdisjoint(whole[1]) and years[1].isdisjoint(whole[0])):
        return False
    return not any(
        leaning(one.stance) < 0
        and word in words_of("no_later")
        and _is_year(year)
        and year > min(theirs)
        for one, said, theirs in zip((older, newer), near, years[::-1], strict=True)
        for word, year in pairwise(said)
    )


def _without_opening(said: Said) -> Said:
    """The words of a view without when it was said: `In 2025 steunde Malta`."""
    opens = len(said) > 1 and said[0] in grammar_words("prepositions") and _is_year(said[1])
    return said[2:] if opens else said


def _is_year(word: str) -> bool:
    return len(word) == YEAR and word.isdigit() and word[:2] in ("19", "20")


def _are_so_much_apart(older: Stand, newer: Stand) -> bool:
    """Whether one is for so much of a thing and the other one against another amount of it."""
    if not are_opposed(older.stance, newer.stance):
        return False
    one, other = amounts(_near(older)), amounts(_near(newer))
    return any(one[unit] != other[unit] for unit in one.keys() & other.keys())


@lru_cache(maxsize=8_192)
def amounts(said: Said) -> dict[str, str]:
    """The figures before the units that are named, in digits. Shared: not to be changed."""
    units = words_of("time_units", "amount_words")
    return {
        unit: _figures().get(figure, figure)
        for figure, unit in pairwise(said)
        if unit in units and (figure[0].isdigit() or figure in _figures())
    }


@cache
def _figures() -> dict[str, str]:
    """The words for numbers, from one on, with their digits."""
    return {
        word: str(at)
        for language in LANGUAGES
        for at, word in enumerate(data(language, "comparison")["number_words"], 1)
    }


@lru_cache(maxsize=1_024)
def counted(name: str) -> int:
    """How many a group is said to be, by its name alone: `zeventien lidstaten`; 0 if that is open.

    Not `twee derde van de lidstaten`, nor `vier op de vijf`.
    """
    said = plain_words(name)
    figure = _figures().get(said[0], said[0]) if said and len(said) <= COUNTED_WORDS else ""
    return int(figure) if figure.isdecimal() else 0


def _are_numbered_apart(older: Stand, newer: Stand) -> bool:
    """Whether both name numbered parts of a text, and other ones: `artikel 4`, `artikel 11`.

    So do two places in a row: `het eerste deel`, `het tweede deel`.
    """
    one, other = _numbered(_near(older)), _numbered(_near(newer))
    whole, whole_too = (_numbered(words(each.core)) for each in (older, newer))
    return any(
        one[sort].isdisjoint(whole_too[sort]) and other[sort].isdisjoint(whole[sort])
        for sort in one.keys() & other.keys()
    )


@lru_cache(maxsize=8_192)
def _numbered(said: Said) -> dict[str, set[str]]:
    """The numbers of the parts of a text that are named, by the word for the part.

    Shared: not to be changed.
    """
    found: dict[str, set[str]] = {}
    numbered, ordinals = words_of("numbered_parts"), words_of("ordinals")
    for one, two in pairwise(said):
        if one in numbered and (two[:1].isdigit() or _ROMAN.issuperset(two)):
            found.setdefault(one[:SORT], set()).add(two)
        elif one in ordinals and two not in words_of("occasions"):
            found.setdefault(two, set()).add(one)
    return found


def _are_of_other_kinds(older: Stand, newer: Stand) -> bool:
    """Whether both name kinds of one sort that exclude each other: `kleine`, `grote havens`.

    Of two views on opposite sides any opposites do: who is for a long term and against a short
    one is of one mind.
    """
    opposed = are_opposed(older.stance, newer.stance)
    one, other = _near(older), _near(newer)
    own = {*words(older.cue), *words(newer.cue)}
    for kind, sort in _kinds(one):
        for kind_too, sort_too in _kinds(other):
            if own & {kind, kind_too, sort} or kind == kind_too or not _is_same(sort, sort_too):
                continue
            apart = are_opposite_kinds(kind, kind_too)
            apart = apart or (opposed and are_opposites((kind,), (kind_too,)))
            if apart and kind not in other and kind_too not in one:
                return True
    return False


@lru_cache(maxsize=8_192)
def _kinds(said: Said) -> tuple[tuple[str, str], ...]:
    """The words that have an opposite with what stands behind them, not `te hoge`."""
    three = zip(("", *said), said, said[1:], strict=False)
    besides = function_words()
    return tuple(
        (kind, sort)
        for before, kind, sort in three
        if kind in _with_opposites() and before not in words_of("too") and sort not in besides
    )


@cache
def _with_opposites() -> frozenset[str]:
    """The words that have an opposite."""
    return (words_of_kinds() | words_with_opposite()) - function_words()


def _is_same(one: str, other: str) -> bool:
    """Whether two words are forms of one."""
    return is_form_of(one, other) and is_form_of(other, one)


def _are_for_others(older: Stand, newer: Stand, besides: frozenset[str]) -> bool:
    """Whether both want or refuse one thing, for others: `steun voor telers`, `voor vissers`.

    Not where they name something else of it that is the same.
    """
    both = [
        [each for each in _purposes(stand) if besides.isdisjoint(each[2])]
        for stand in (older, newer)
    ]
    apart: set[str] = set()
    same: list[Said] = []
    for thing, lead, whom in both[0]:
        for thing_too, lead_too, whom_too in both[1]:
            if lead == lead_too and _is_same(thing, thing_too):
                sure = thing in words_of("file_words")
                other = _are_others(whom, whom_too, sure=sure)
                if other and _are_only(whom, whom_too, older, newer):
                    apart.add(thing)
                else:
                    same.append(whom)
    return bool(apart) and all(any(word in apart for word in whom) for whom in same)


def _is_against_more(wish: Stand, objection: Stand) -> bool:
    """Whether one is against so much more of a thing, of which the other one says nothing.

    So who is for a scheme may well be against prolonging it by two years.
    """
    if not leaning(objection.stance) < 0 < leaning(wish.stance):
        return False
    said, wished = _near(objection), _near(wish)
    units = words_of("time_units", "amount_words")
    if not any(
        word in words_of("by_so_much") and not units.isdisjoint(said[at + 1 : at + 1 + EXTENT])
        for at, word in enumerate(said)
    ):
        return False
    deed = [word for word in first_named(objection) if word not in units]
    named = all_among(deed[:1], content_of(wished))
    return not named and units.isdisjoint(wished) and not pulled_alike(wish, objection)


def _is_against_its_cost(objection: Stand, wish: Stand) -> bool:
    """Whether one is against what a thing costs, and the other one for the thing.

    Who is `reassured` speaks of the worry.
    """
    turned = leaning(objection.stance) < 0 < leaning(wish.stance)
    if not turned or has_word_of(wish.cue, "at_ease"):
        return False
    first = first_named(objection)
    borne = words_of("borne").intersection(first)
    whose = _near(objection)[_near(objection).index(first[-1]) + 1 :][:1] if borne else ()
    of_it = not grammar_words("of").isdisjoint(whose)
    return of_it and borne.isdisjoint(words(wish.core))


def _is_against_it_without(objection: Stand, wish: Stand) -> bool:
    """Whether one is against a thing that lacks another one: `een databank zonder toezicht`.

    Not of a text as a whole: what it is to have was asked for then.
    """
    if not leaning(objection.stance) < 0 < leaning(wish.stance) or objection.stance == "reserve":
        return False
    first, said = first_named(objection), _near(objection)
    if not first or not words_of("whole").isdisjoint(first):
        return False
    at = said.index(first[-1])
    if not words_of("that").isdisjoint(said[:at]):
        return False  # "warned that the fund without money would be an empty shell"
    behind = said[at + 1 :][:1]
    own = words_of("lacking_openers").intersection(behind).difference(words(objection.cue))
    return bool(own) and own.isdisjoint(words(wish.core))


def _is_on_it_itself(one: Stand, other: Stand) -> bool:
    """Whether one is on a thing itself of which the other one is on a part.

    `de financiering van de regels` and `de regels zelf`.
    """
    said = words(one.core)
    things = [thing for thing, itself in pairwise(said) if itself in words_of("itself")]
    if not things:
        return False
    besides = grammar_words("of") | grammar_words("articles")
    near = [word for word in words(other.core) if word not in grammar_words("articles")]
    return any(
        lead in besides and any(_is_same(thing, word) for thing in things)
        for lead, word in pairwise(near)
    )


def _wants_what_all_want(wish: Stand, objection: Stand) -> bool:
    """Whether one is only for what nobody is against, and the other one against something else.

    Who wants legal certainty and who rejects the fines need not be of two minds.
    """
    if polarity(objection.stance) >= 0 or leaning(wish.stance) <= 0 or wish.stance == "announce":
        return False
    named, refused = first_named(wish), first_named(objection)
    if words_of("shared_goods").isdisjoint(named) or words_of("whole").intersection(refused):
        return False
    theirs = content_words(objection.core)
    same = any(things_of(word) & kin_of(theirs) for word in named)
    return not (same or any_among(named, theirs))


def _are_only(whom: Said, whom_too: Said, older: Stand, newer: Stand) -> bool:
    """Whether what one view names there is not named elsewhere by the other one."""
    return not any(
        may_be_one(name, word)
        for names, others, stand in ((whom, whom_too, newer), (whom_too, whom, older))
        for word in content_words(stand.core)
        for name in names
        if word not in others
    )


@asked_once
def _purposes(stand: Stand) -> tuple[tuple[str, str, Said], ...]:
    """What a view names with the preposition behind it and what follows: `steun voor telers`."""
    return tuple(_purposes_in(_near(stand), frozenset(words(stand.cue))))


def _purposes_in(said: Said, own: frozenset[str]) -> Iterator[tuple[str, str, Said]]:
    """The word, preposition and words behind it of each purpose: `hulp`, `voor`, `boeren`."""
    leads = (grammar_words("prepositions") | grammar_words("of")) - words_of(
        "by_words", "parting", "naming_as"
    )
    ends = own | grammar_words("prepositions") | _ends()
    for at, word in enumerate(said[:-1]):
        doing = said[at - 1] in own or word in words_of("to_do")  # `pleitte voor`, `stood to gain`
        if at and word in leads and (not doing or _is_noun(said, at)):
            rest = takewhile(lambda each: each not in ends, said[at + 1 :])
            whom = tuple(_figures().get(each, each) for each in content_of(rest))
            if whom and content_words(said[at - 1]):
                yield said[at - 1], word, whom


def _is_noun(said: Said, at: int) -> bool:
    """Whether an article stands before the word before this place: `de steun voor`."""
    return at > 1 and said[at - 2] in grammar_words("articles")


@cache
def _ends() -> frozenset[str]:
    """The words behind what a thing is for: `steun voor telers onvoldoende vond`."""
    names = "that", "helpers", "enough", "too", "too_little_so", "negations", "tones", "verdicts"
    return words_of(*names)


def _are_others(whom: Sequence[str], whom_too: Sequence[str], *, sure: bool) -> bool:
    """Whether two groups of words name nothing that is the same.

    Of one sort they may be two kinds: `dairy farmers`, `poultry farmers`. What a file is on has
    many names; there it has to be `sure` that they are two things or two kinds.
    """
    besides = words_of("at_large", "whole", "rules_words", "light_nouns")
    one, other = ([word for word in each if word not in besides] for each in (whom, whom_too))
    if one and other and may_be_one(one[-1], other[-1]):
        one, other, sure = one[:-1], other[:-1], False
    if one[1:] and other[1:] and may_be_one(one[0], other[0]):
        one, other, sure = one[1:], other[1:], True  # `Russische olie`, `Russisch hout`
    if not (one and other) or may_be_one(one[0], other[0]):
        return False
    if sure and not are_two_kinds(one[-1], other[-1]):
        return False
    return not any(may_be_one(word, each) for word in one for each in other)
