"""Whether one view finds enough, or too much, what the other one wants changed or more of."""

import re
from functools import cache, lru_cache

from workflow.comparison.clauses import clauses, has_way, negations, own_text
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import are_for_one_thing, are_named, first_named, head_of
from workflow.comparison.remedies import cures
from workflow.comparison.rules import leaning, polarity, rules, words_of
from workflow.comparison.subjects import about, before_grounds
from workflow.comparison.valence import are_opposites
from workflow.comparison.vectors import any_among, different_pieces
from workflow.comparison.wording import has_word_of, words

SHARED = 6
"""Letters that tell which word a form or a noun is of: `ambitious`, `ambition`."""
NAMED = 2
"""Words that a wish names first, or that follow `new`, among which stands the thing."""
_SPELT = (
    (re.compile(r"(?:er|e?st)?e?$"), ""),
    (re.compile(r"rd$"), "r"),
    (re.compile(r"i$"), "y"),
    (re.compile(r"z$"), "s"),
    (re.compile(r"v$"), "f"),
    (re.compile(r"(.)\1"), r"\1"),
)
"""What sets the forms of an adjective apart: `hoog`, `hogere`; `zwaar`, `zwaarder`; `bigger`."""


def suffices(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one finds enough what the other one wants changed: "binnen het huidige mandaat"."""
    return any(
        _finds_enough(one)
        and (
            (one.stance in ("inform", "support") and (_renews(other) or _falls_short(other)))
            or (polarity(one.stance) >= 0 and _finds_too_little(other, _present(one)))
            or (polarity(one.stance) >= 0 > polarity(other.stance) and _lacks_it(other))
        )
        and not _finds_enough(other)
        and (
            common >= rules()["kept"]
            or not _present(one).isdisjoint(words(other.core))
            or _are_on_rules(one, other)
        )
        for one, other in either_way(older, newer)
    )


def rests_on_what_is_there(older: Stand, newer: Stand) -> bool:
    """Whether one is against new rules where the other one finds those that are there enough."""
    return any(
        _finds_enough(one)
        and has_way(one.core, "of_now")
        and polarity(one.stance) >= 0 > polarity(other.stance)
        and _names_new_rules(other.core)
        and not has_word_of(other.core, "undoing")
        for one, other in either_way(older, newer)
    )


def overdoes(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one finds a thing too much so of what the other one wants more so, or not enough.

    `te ambitieus`, `ambitieuzere doelen`, `niet ambitieus genoeg`; `too strict`, `stricter`. Or
    too much of its opposite: `te hoog`, `te laag`; `gaat te ver`, `te weinig ambitieus`. What
    is to be more so is what the wish names first, and the other one names it too. Or what is too
    much so is to be made so: `te laag`, `omlaag`.
    """
    if common < rules()["kept"]:
        return False
    much = common >= rules()["same_subject"]
    if much and (_find_opposites(older, newer) or _worsens(older, newer)):
        return True
    for one, other in either_way(older, newer):
        too, named = _too(one.core), first_named(other)
        if max(polarity(one.stance), polarity(other.stance)) <= 0 and too & _less(other.core):
            return True
        if not polarity(one.stance) < 0 < leaning(other.stance):
            continue
        if not too or too.isdisjoint(_more(" ".join(named))):
            continue
        thing = [word for word in named if _stem(word) not in too][:NAMED]
        if not has_word_of(other.core, "negations") and any_among(thing, words(one.core)):
            return True
    return False


def _find_opposites(older: Stand, newer: Stand) -> bool:
    """Whether one finds one thing too much so and the other one too much the opposite, or little.

    So `te hoog` and `te laag`; `gaat te ver` and `te weinig ambitieus`.
    """
    too = [_too_so(each.core) for each in (older, newer)]
    if older.stance == newer.stance and are_opposites(*too):
        rest = [
            about(each) - head_of(each) - words_of("too") - so
            for each, so in zip((older, newer), too, strict=True)
        ]
        other = all(rest) and not are_named(*map(frozenset, rest))
        return are_for_one_thing(older, newer) and not other  # "quotas for cod", "for Norway"
    return finds_little(older) * finds_little(newer) < 0 and are_for_one_thing(older, newer)


def misses_alike(older: Stand, newer: Stand) -> bool:
    """Whether one finds a thing not enough so, and the other one too much the opposite.

    So `te kort` and `niet lang genoeg`.
    """
    return any(
        are_opposites(_too_so(one.core), _so_little(other.core))
        for one, other in either_way(older, newer)
    )


def _worsens(older: Stand, newer: Stand) -> bool:
    """Whether one wants a thing to be more so that the other one finds too much so: `te laag`."""
    return any(
        one.stance in rules()["leaning"]
        and polarity(other.stance) < 0
        and are_for_one_thing(one, other)
        and any(
            not cure.isdisjoint(words(own_text(one))) and are_opposites(fault, _too_so(other.core))
            for fault, cure in cures()
        )
        for one, other in either_way(older, newer)
    )


def wants_no_more(one: Stand, other: Stand) -> bool:
    """Whether one is for what does not go far enough for the other one."""
    return one.stance == "support" and finds_little(other) > 0


@asked_once
def finds_little(stand: Stand) -> int:
    """1 where an objection is that something is not enough, -1 where that it goes too far."""
    if polarity(stand.stance) >= 0:
        return 0
    little = not _less(stand.core).isdisjoint(_reaching())
    return little - has_way(stand.core, "overshooting")


@cache
def _reaching() -> frozenset[str]:
    """How far a thing goes, as stems: `far` of `not far enough`."""
    return frozenset(map(_stem, words_of("reaching")))


@lru_cache(maxsize=8_192)
def _too(text: str) -> frozenset[str]:
    """What a text finds something too much, as stems: `streng` of `te streng`."""
    return frozenset(map(_stem, _too_so(text)))


@lru_cache(maxsize=8_192)
def _too_so(text: str) -> frozenset[str]:
    """What a text finds something too much, in full words."""
    found = set()
    for clause in clauses(text):
        said = words(clause)
        if negations().isdisjoint(said):
            found |= {said[at + 1] for at in range(len(said) - 1) if said[at] in words_of("too")}
    return frozenset(found)


@lru_cache(maxsize=8_192)
def _less(text: str) -> frozenset[str]:
    """What a text finds something too little, as stems: `far` of `not far enough`."""
    return frozenset(map(_stem, _so_little(text)))


@lru_cache(maxsize=8_192)
def _so_little(text: str) -> frozenset[str]:
    """What a text finds something too little, in full words."""
    found = set()
    for clause in clauses(text):
        said = words(clause)
        if not negations().isdisjoint(said):
            found |= {said[at - 1] for at in range(1, len(said)) if said[at] in words_of("enough")}
        lacking = words_of("too_little_so")
        found |= {said[at + 1] for at in range(len(said) - 1) if said[at] in lacking}
    return frozenset(found)


@lru_cache(maxsize=8_192)
def _more(text: str) -> frozenset[str]:
    """What a text names more so, as stems: `streng` of `strenger`, `ambitio` of `more ambition`."""
    said = words(text)
    compared = {_stem(word) for word in said if word.endswith(("er", "ere"))}
    behind = {said[at + 1] for at in range(len(said) - 1) if said[at] in words_of("more_of")}
    return frozenset(compared | set(map(_stem, behind)))


def _stem(word: str) -> str:
    """What the forms of an adjective and a noun from it share."""
    for ending, instead in _SPELT:
        word = ending.sub(instead, word)
    return word[:SHARED]


def _finds_enough(stand: Stand) -> bool:
    said = before_grounds(stand.core)  # "because they had waited long enough"
    return has_way(said, "sufficing") and not has_way(said, "not_sufficing")


@lru_cache(maxsize=8_192)
def _names_new_rules(text: str) -> bool:
    """Whether a text names more rules than there are: `nieuwe wetgeving`, `new binding rules`."""
    said = words(text)
    return any(
        word in words_of("anew_words")
        and not words_of("rules_words").isdisjoint(said[at + 1 : at + 1 + NAMED])
        for at, word in enumerate(said)
    )


def _are_on_rules(one: Stand, other: Stand) -> bool:
    """Whether one is about the rules that are there and the other one about new ones, of a kind.

    Where both name what the rules are for, it has to be the same.
    """
    if not (has_way(one.core, "of_now") and _names_new_rules(other.core)):
        return False
    besides = words_of("rules_words", "present", "anew_words")
    named = [different_pieces(about(each) - besides) for each in (one, other)]
    return not all(named) or bool(named[0] & named[1])


def _lacks_it(stand: Stand) -> bool:
    """Whether somebody finds a thing too little: `te kort`, `te weinig`."""
    return has_way(stand.core, "too_little")


def _falls_short(stand: Stand) -> bool:
    """Whether a thing is said not to be possible with what there is."""
    return has_way(stand.core, "not_sufficing")


def _renews(stand: Stand) -> bool:
    """Whether somebody wants what there is changed or made anew."""
    wants = stand.stance in rules()["leaning"] or polarity(stand.stance) > 0
    wants = wants or has_way(stand.core, "unavoidable")
    said = (clause for clause in clauses(stand.core) if not has_word_of(clause, "negations"))
    return wants and any(has_way(clause, "renewing") for clause in said)


def _finds_too_little(stand: Stand, present: set[str]) -> bool:
    """Whether somebody fears that one of these things is not enough: "mandaat schiet tekort"."""
    return stand.stance == "concern" and any(
        has_way(clause, "falling_short")
        and not present.isdisjoint(words(clause))
        and not has_word_of(clause, "negations")
        for clause in clauses(stand.core)
    )


def _present(stand: Stand) -> set[str]:
    """What a statement says to be there: the word behind `huidige`, `existing`."""
    said = words(stand.core)
    return {said[at + 1] for at in range(len(said) - 1) if said[at] in words_of("present")}
