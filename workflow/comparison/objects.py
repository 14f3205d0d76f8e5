"""What somebody wants kept, changed or undone: the `heffing` of `het schrappen van de heffing`.

Two views on the same subject need not be about the same thing: who is for controls and wants an
exception from them deleted is of one mind.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise, product, takewhile

from workflow.comparison.clauses import clauses, own_clauses, own_text
from workflow.comparison.kin import kin_of
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.rules import grammar_words, rules, words_of
from workflow.comparison.subjects import about, before_grounds, covered, spares
from workflow.comparison.vectors import all_among, content_of, content_words, is_form_of
from workflow.comparison.wording import done_in_one, has_word_of, words

MOST = 3
"""Words behind `van` that may name a thing."""

Thing = frozenset[str]
"""The words that name a thing; none where the text does not say which."""


def is_of_it(stand: Stand, names: Sequence[str], other: Stand, *, inside: bool = False) -> bool:
    """Whether what one side does by these words is done to what the other side is for.

    So it may be where it does it in other words. `inside`: of a provision, to what it is about.
    """
    head = first_thing(other, _light() | words_of("provisions")) if inside else head_of(other)
    things = list(_things(stand, names))
    return not things or any(are_named(thing, head) for thing in things)


def are_of_one_thing(one: Stand, other: Stand, names: Sequence[str]) -> bool:
    """Whether what two sides do by these words is done to the same thing."""
    both = (list(_things(each, names)) or [frozenset(first_named(each))] for each in (one, other))
    return any(
        are_named(thing, theirs) or are_named(theirs, thing) for thing, theirs in product(*both)
    )


def are_for_one_thing(one: Stand, other: Stand) -> bool:
    """Whether what two views are about may be one and the same thing."""
    return are_named(head_of(one), head_of(other))


def is_within(one: Stand, other: Stand) -> bool:
    """Whether what one view is about is named in the other one, which says little besides."""
    named = all_among(head_of(one), content_words(other.core))
    return named and covered(other, one) >= rules()["same_clause"]


def is_named_in(one: Stand, other: Stand) -> bool:
    """Whether the other view names what this one is about, whatever is done with it."""
    theirs = frozenset(content_words(other.core))
    light = words_of("bringing_out", "bringing_about")
    thing = first_thing(one, light)
    return bool(thing) and all(are_named(frozenset((word,)), theirs) for word in thing)


def share_named(one: Stand, other: Stand) -> float:
    """Share of the words for what a view is about that the other one has, or kindred ones."""
    theirs = frozenset(content_words(other.core))
    light = words_of("bringing_out", "bringing_about")
    said = about(one) - light
    return sum(are_named(frozenset((word,)), theirs) for word in said) / max(1, len(said))


def _things(stand: Stand, names: Sequence[str]) -> Iterator[Thing]:
    """What each of these words of a statement is done to."""
    doing, own = words_of(*names), set(words(stand.cue))
    for clause in clauses(stand.core):
        said = done_in_one(clause)
        for at, word in enumerate(said):
            if word in doing:
                yield _done_to(said, at, own)


def _done_to(said: Sequence[str], at: int, own: Collection[str]) -> Thing:
    """What the word at this place is done to.

    It stands behind `van`, behind an English verb, or else before the verb.
    """
    behind = said[at + 1 :]
    if behind and (behind[0] in grammar_words("of") or behind[0] in words_of("held_to")):
        return frozenset(_first_part(behind[1:], own)[:MOST])
    verb = said[at] in words_of(
        "undoing", "changed_words", "kept_words", "unchanged", "changing", language="en"
    )
    stays = (
        said[at] in words_of("staying") and behind and behind[0] in grammar_words("prepositions")
    )
    if (
        verb
        and behind
        and not stays
        and not words_of("being").intersection(said[max(0, at - 1) : at])
    ):
        found = _first_part(behind, own)
        if found:
            return frozenset(found[-MOST:])
    before = said[:at]
    opener = max((i + 1 for i, word in enumerate(before) if word in words_of("that")), default=0)
    found = _first_part(before[opener:], own) or _last_part(before, own)
    return frozenset(found)


def _light() -> Thing:
    return words_of("bringing_about", "whole", "keeping", "kept_words", "light_nouns")


@asked_once
def head_of(stand: Stand) -> Thing:
    """The words that name what somebody is for: the first part of the clause that says so."""
    return first_thing(stand, _light())


def name_others(older: Stand, newer: Stand) -> bool:
    """Whether one is about another thing of the kind that the other one names: `ander land`."""
    return any(_names_another(one, other) for one, other in either_way(older, newer))


def _names_another(stand: Stand, other: Stand) -> bool:
    kinds = words_of("other_words")
    if not has_word_of(stand.core, "other_words") or has_word_of(other.core, "other_words"):
        return False
    theirs = frozenset(words(other.core))
    named = (two for one, two in pairwise(words(own_text(stand))) if one in kinds)
    return any(are_named(frozenset((word,)), theirs) for word in named)


def first_thing(stand: Stand, light: Thing) -> Thing:
    """The first part of the clause of a view that has more than light words, without these."""
    own = set(words(stand.cue))
    for clause in own_clauses(stand):
        for part in _parts(words(before_grounds(clause)), own):
            if set(part) - light:
                return frozenset(part) - light
    return frozenset()


@asked_once
def first_named(stand: Stand) -> list[str]:
    """What the clause of a stance names first, such as the exception that is asked for."""
    own = set(words(stand.cue))
    named = (
        part for clause in own_clauses(stand) for part in _parts(words(before_grounds(clause)), own)
    )
    return next(filter(None, named), [])


def is_led_in(said: Sequence[str], at: int) -> bool:
    """Whether what the word at this place is done to stands behind it: `tegen`, `einde van`."""
    return said[at] in grammar_words("prepositions") or not grammar_words("of").isdisjoint(
        said[at + 1 : at + 2]
    )


def are_named(thing: Thing, others: Thing) -> bool:
    """Whether one of these words names what the others name; so it may where nothing is named."""
    if not thing or not others:
        return True
    if not kin_of(thing).isdisjoint(kin_of(others)):
        return True
    return any(
        is_form_of(word, other) or is_form_of(other, word) for word in thing for other in others
    )


def _first_part(said: Sequence[str], own: Collection[str]) -> list[str]:
    """The words with a meaning before the first preposition; of a provision, what it is about.

    `de bepalingen over boetes` and `de artikelen over boetes` are about the same thing.
    """
    parts = _parts(said, own)
    first = next(parts, [])
    return (words_of("provisions").issuperset(first) and next(parts, [])) or first


def _last_part(said: Sequence[str], own: Collection[str]) -> list[str]:
    """The last word with a meaning."""
    return [word for part in _parts(said, own) for word in part][-1:]


def _parts(said: Sequence[str], own: Collection[str]) -> Iterator[list[str]]:
    """The words with a meaning between the prepositions of a clause, part by part."""
    besides, prepositions = (
        words_of("tones", "helpers", "function_words"),
        grammar_words("prepositions"),
    )
    part: list[str] = []
    for word in said:
        if word in prepositions and word not in own:
            yield part
            part = []
        elif word not in own and word not in besides:
            part.append(word)
        elif word in own and part and part[-1] in words_of("heightening", "lowering"):
            part.pop()  # "had grote bezwaren"
    yield part


def is_on_part(
    told: Sequence[str],
    theirs: Thing,
    said: Thing,
    besides: Collection[str] = (),
    parts: Collection[str] = (),
) -> bool:
    """Whether a view is about a part of what the other one is about, which does not name it.

    So `the addresses in the register` or `costs of the register`, beside the register; or what is
    only on it: `a separate report on the register`. `said` are the words of what is done to it,
    `besides` those that name no thing, `parts` the only ones that are looked for.
    """
    if _leaves_another(told, theirs, said):
        return True
    leads = grammar_words("prepositions") | grammar_words("of")
    named = set(content_words(" ".join(told))).difference(besides, said)
    for at, word in enumerate(told):
        if word in named and are_named(frozenset((word,)), theirs):
            before = list(told[:at])
            while before and before[-1] in _determiners():
                del before[-1]
            the, part, lead = ["", "", "", *before][-3:]
            if parts and part not in parts:
                return False
            light = words_of("contrary_beside", "pole_bearers", "light_nouns")
            if the in said and part not in said | light:
                return lead in leads and bool(content_words(part))
            owned = lead in grammar_words("of") or the in words_of("definite")
            aid = part in words_of("backing")  # "steun aan boeren"
            return lead in leads and part in named and owned and not aid
    return False


def _leaves_another(told: Sequence[str], theirs: Thing, said: Thing) -> bool:
    """Whether a way leads from a thing that the other view does not name: `exempt from the tax`."""
    ends = grammar_words("prepositions")
    for at, (one, two) in enumerate(pairwise(told)):
        leaves = one in said and two in words_of("away_from")
        if leaves and (one in words_of("going_away") or spares(one)):
            behind = content_of(takewhile(lambda each: each not in ends, told[at + 2 :]))
            thing = frozenset(behind) - words_of("contrary_beside")
            return bool(thing) and not are_named(thing, theirs)
    return False


@cache
def _determiners() -> frozenset[str]:
    """The words between a preposition and what it leads to: `the two`."""
    return grammar_words("determiners") | words_of("number_words")
