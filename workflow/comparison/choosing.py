"""Whether somebody wants another of several things than before: `optie B`, `X in plaats van Y`."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from workflow.comparison.absence import is_on_less
from workflow.comparison.clauses import (
    begins_way,
    clauses,
    clauses_of,
    has_one_of,
    has_way,
    is_negated,
    negations,
    own_clauses,
    own_text,
)
from workflow.comparison.conceding import bends
from workflow.comparison.firmness import is_faint, yields
from workflow.comparison.model import Stand, either_way
from workflow.comparison.objects import first_named, first_thing
from workflow.comparison.rules import grammar_words, leaning, rules, words_of
from workflow.comparison.subjects import about, before_grounds, without_grounds
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import (
    all_among,
    among,
    any_among,
    content_of,
    content_words,
    share_among,
)
from workflow.comparison.ways import way_in
from workflow.comparison.wording import has_word_of, words

OVER = 4
"""Words behind `in plaats van` among which the thing is named."""
NAMING = 2
"""How many words with a meaning name what is denied behind a preposition."""
MOST = 3
"""Words behind `zonder` that may name a thing."""


def other_choice(older: Stand, newer: Stand) -> int:
    """-1 where two views are for different options, 1 where one is against the other one's rival.

    `steunde optie B`, `koos voor optie A`; of a group other members may have spoken.
    """
    sides = leaning(older.stance), leaning(newer.stance)
    if not all(sides) or max(sides) < 0 or older.is_group:
        return 0
    both = [_choices(each.core, each.cue) for each in (older, newer)]
    if not all(both) or not both[0].isdisjoint(both[1]):
        return 0
    if any(map(_comes_second, (older, newer))) or not _choose_for_one(older, newer):
        return 0
    return -sides[0] * sides[1]


def _comes_second(stand: Stand) -> bool:
    """Whether an option would do besides another one: `could also accept`, `desnoods`."""
    if yields(stand) or bends(stand) or has_way(stand.core, "settling"):
        return True
    return has_word_of(stand.core, "too_words", "next_best")


def _choose_for_one(older: Stand, newer: Stand) -> bool:
    """Whether two choices may be for the same thing: not `bij artikel 3` and `bij artikel 7`."""
    besides = words_of("options", "tones", "said_words").union(words(older.cue), words(newer.cue))
    things: list[list[str]] = []
    figures: list[set[str]] = []
    for each in (older, newer):
        near = without_grounds(each)
        chosen = _choices(each.core, each.cue)
        things.append([word for word in content_words(near) if word not in besides | chosen])
        figures.append({word for word in plain_words(near) if word.isdigit()} - chosen)
    if all(figures) and figures[0].isdisjoint(figures[1]):
        return False
    return not all(things) or any_among(*things)


@lru_cache(maxsize=8_192)
def _choices(core: str, cue: str) -> frozenset[str]:
    """The letters and figures of the options that the clauses of a stance name."""
    options = words_of("options")
    if options.isdisjoint(words(core)):
        return frozenset()
    said = [word for clause in clauses_of(core, cue) for word in plain_words(clause)]
    return frozenset(
        name
        for word, name in pairwise(said)
        if word in options and (name.isdigit() or (len(name) == 1 and name.isalpha()))
    )


def passes_over(older: Stand, newer: Stand) -> int:
    """-1 where one wants a thing instead of the one that the other one is for, else 0.

    1 where the other one is against it. Who can live with it only gave way. Who puts first what
    came second turned round: `voorrang voor kernenergie boven waterstof`. Who will not have one
    thing instead of another is for the other one.
    """
    against = [leaning(each.stance) < 0 for each in (older, newer)]
    both = [
        _weighed(each.core, each.cue, each.language, against=no)
        for each, no in zip((older, newer), against, strict=True)
    ]
    if not (both[0][1] or both[1][1]):
        return 0
    gives_way = any(bends(each) or yields(each) for each in (older, newer))
    if both[0][0] & both[1][1] and both[0][1] & both[1][0] and not gives_way:
        return -1
    pairs = (older, newer, both[0], both[1]), (newer, older, both[1], both[0])
    for one, other, (chosen, left), (_, passed) in pairs:
        if not leaning(one.stance) or not leaning(other.stance) or other.is_group:
            continue
        if bends(other) or yields(other) or is_faint(other):
            continue
        if has_word_of(other.core, "too_words"):
            continue  # "a levy is also needed"
        if not left.isdisjoint(passed):
            continue
        if leaning(one.stance) < 0 and chosen and _is_for(other, chosen):
            return leaning(other.stance)
        if _is_for(other, left) and not all_among(chosen, _held_to(other)):
            return -leaning(other.stance)
    return 0


def _held_to(stand: Stand) -> list[str]:
    """The words of a view without those for what does not do: `X volstaat niet`."""
    return [
        word
        for clause in clauses(stand.core)
        if not has_one_of(clause, "not_sufficing", "falling_short")
        for word in words(clause)
    ]


def _is_for(stand: Stand, left: frozenset[str]) -> bool:
    """Whether a view is about what somebody else wants no more: first, or all of it."""
    if not left.isdisjoint(first_named(stand)) or not left.isdisjoint(_put_first(stand)):
        return True
    return len(left) > 1 and all_among(left, about(stand))


def denies_part(older: Stand, newer: Stand) -> int:
    """-1 where one wants a thing in the way that the other one will not have it, else 0.

    `uit de begroting`, `door de gebruikers en niet uit de begroting`.
    """
    for one, other in either_way(older, newer):
        if min(leaning(one.stance), leaning(other.stance)) <= 0 or one.is_group:
            continue
        for at, part in _denied_parts(one.core):
            said = words(other.core)
            theirs = said[said.index(at) + 1 :] if at in said else ()
            if theirs and all_among(part, theirs):
                denies = bool(_denied_parts(other.core)) or has_way(other.core, "preferring")
                return 0 if denies or is_negated(other.core) else -1
    return 0


@lru_cache(maxsize=8_192)
def _denied_parts(core: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The prepositions that `and not` stands before, each with the first words behind it."""
    said = words(core)
    if negations().isdisjoint(said):
        return ()
    found = []
    leads = grammar_words("prepositions") - words_of("before", "until")
    for at, word in enumerate(said[1:-2], 1):
        if word in negations() and said[at - 1] in words_of("joiners") and said[at + 1] in leads:
            part = content_of(said[at + 2 : at + 2 + OVER])[:NAMING]
            if part:
                found.append((said[at + 1], tuple(part)))
    return tuple(found)


def _put_first(stand: Stand) -> Sequence[str]:
    """What a view says shall come first: `voorrang voor de weg`."""
    for clause in own_clauses(stand):
        said, first = words(clause), way_in(plain_words(clause), "preferring")
        if first and not is_negated(clause):
            at = max(at for at, word in enumerate(said) if word in first)
            return content_of(said[at + 1 : at + OVER])
    return ()


@lru_cache(maxsize=8_192)
def _weighed(
    core: str, cue: str, language: str, *, against: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """What somebody wants and what it does not want instead, each without what both name.

    What is to make way for another thing stands before it: `plaats moet maken voor`. Whoever is
    `against` one thing instead of another wants the latter.
    """
    for clause in clauses_of(core, cue):
        said = words(clause)
        if is_negated(clause) and not against:
            continue
        ways = words_of("instead_of", language=language)
        if has_way(clause, "preferring"):
            ways |= words_of("preferred_over", language=language)
        if not words_of("preferring_verbs").isdisjoint(said):
            ways |= words_of("preferred_to", language=language)
        yielding = words_of("making_way", language=language)
        for way in map(words, sorted(ways | yielding)):
            for at in range(1, len(said)) if way[0] in said else ():
                if said[at : at + len(way)] == way:
                    own = {*words(cue), *words_of("tones", "helpers", "function_words")}
                    sides = said[:at], said[at + len(way) : at + len(way) + OVER]
                    if (" ".join(way) in yielding) != against:
                        sides = sides[1], sides[0]
                    own |= way_in(plain_words(clause), "preferring")
                    both = [set(content_of(side)) - own for side in sides]
                    if not all(both):
                        continue
                    apart = [_apart(*both), _apart(*reversed(both))]
                    return apart[0], apart[1]
    return frozenset(), frozenset()


def _apart(some: set[str], others: set[str]) -> frozenset[str]:
    """Those of some words that none of the others is a form of."""
    return frozenset(some.difference(among(some, others)))


def goes_without(older: Stand, newer: Stand) -> int:
    """-1 where one wants to do without what the other one wants: `zonder grenscontroles`, else 0.

    What they want it for has to be the same, where both name more.
    """
    for one, other in either_way(older, newer):
        if min(leaning(one.stance), leaning(other.stance)) <= 0 or older.is_group:
            continue
        if yields(one) or yields(other) or is_on_less(other):
            continue
        wished, left = _done_without(one.core, one.cue)
        near = without_grounds(other)
        if not left or has_word_of(near, "negations"):
            continue
        awaited = has_word_of(one.core, "awaiting")
        if awaited and not has_word_of(other.core, "first_words"):
            continue
        named = [word for word in content_words(near) if word not in words(other.cue)]
        light = words_of("keeping", "bringing_about", "pole_bearers", "tones")
        passed = {*light, *among(named, left)}
        rest = [word for word in named if word not in passed]
        if _is_wished(other, left, light) and _is_rest_shared(rest, wished):
            return -1
    return 0


def _is_wished(stand: Stand, named: Sequence[str], light: frozenset[str]) -> bool:
    """Whether a view is for what these words name, or for a thing with it: `met een hoofdstuk`."""
    if any_among(first_thing(stand, light), named):
        return True
    said = words(own_text(stand))
    led = (said[at + 1 : at + MOST] for at, word in enumerate(said) if word in words_of("with_it"))
    return any(any_among(content_of(behind), named) for behind in led)


def _is_rest_shared(rest: Collection[str], wished: Collection[str]) -> bool:
    """Whether most of these words are among what the other one wants, or there are none."""
    few, many = sorted((rest, wished), key=len)
    same_subject: float = rules()["same_subject"]
    return not rest or share_among(few, many) > same_subject


def _denies_once(clause: str) -> bool:
    return is_negated(clause) and len(negations().intersection(words(clause))) == 1


@lru_cache(maxsize=8_192)
def _done_without(core: str, cue: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What the clause of a stance names before `zonder`, and what it wants to do without."""
    near, own = clauses_of(core, cue), {*words(cue)}
    for clause in clauses(core):
        said = words(before_grounds(clause) or clause)
        at = next((at for at, word in enumerate(said) if word in words_of("going_without")), -1)
        if at < 0 or not (at == 0 or clause in near) or not _denies_once(clause):
            continue
        named = takewhile(lambda word: word not in grammar_words("prepositions"), said[at + 1 :])
        left = [word for word in content_of(named) if word not in own]
        if not words_of("without_which").isdisjoint(said[at + 1 : at + 2]):
            continue
        if left and not (has_way(clause, "sparing") or begins_way(left, "conditions")):
            before = content_of(said[:at] or near)
            return frozenset(before) - own, tuple(left[:MOST])
    return frozenset(), ()
