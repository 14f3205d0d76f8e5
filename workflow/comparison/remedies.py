"""Whether one view objects to what the other one wants mended: `bezwaar tegen de korte termijn`.

Who is against a short term and who wants a longer one are of one mind. The words stand in
`remedies` in `comparison.toml`: those of the fault, `>`, those of the remedy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from workflow.comparison.absence import is_against_its_end, is_glad_of_the_end
from workflow.comparison.clauses import has_way, negations, own_clauses, own_text, undoing
from workflow.comparison.firmness import is_conditional, is_faint
from workflow.comparison.model import Stand, asked_once, either_way
from workflow.comparison.objects import first_named, first_thing, head_of, is_led_in
from workflow.comparison.opposites import taken_side
from workflow.comparison.rules import are_opposed, leaning, polarity, words_of
from workflow.comparison.subjects import about, before_grounds
from workflow.comparison.vectors import any_among, content_of
from workflow.comparison.ways import way_in
from workflow.comparison.wording import has_word_of, words
from workflow.languages import LANGUAGES, data

REACH = 6
"""Words beside one of a fight among which the evil is named, or what is to be spared it."""

FORM = 4
"""Letters behind a part of a word in a form of it."""


def is_of_one_mind(older: Stand, newer: Stand) -> bool:
    """Whether who objects to a fault, an evil or an end of a thing meets who wants the remedy."""
    if not are_opposed(older.stance, newer.stance):
        return False
    ways = _is_mended, _is_against_the_end, _is_fought, _keeps_it, _is_rid_of_it
    return any(
        polarity(one.stance) < 0 < leaning(other.stance) and any(way(one, other) for way in ways)
        for one, other in either_way(older, newer)
    )


def as_worry(stand: Stand, other: Stand) -> Stand:
    """A wish as the worry that it is beside another one, or a no: `vroeg aandacht voor de kosten`.

    So it is where attention is asked for what is borne, and nobody wants it eased.
    """
    if stand.stance != "call" or polarity(other.stance) >= 0 or is_conditional(other):
        return stand
    if not (is_faint(stand) or has_way(stand.core, "minding")):
        return stand
    said = {*_near(stand), *_near(other)}.difference(words(other.cue))
    thing = first_thing(stand, words_of("attention", "bearing_in_mind"))
    burden = any(word in words_of("burdens") or _is_evil(word) for word in thing)
    eased = not said.isdisjoint(words_of("fighting", "less_by", "less_of", "undoing"))
    return replace(stand, stance="concern") if burden and not eased else stand


def _is_mended(objection: Stand, wish: Stand) -> bool:
    """Whether the wish is for the remedy of a fault that the objection names, and only it.

    To find a thing `haalbaar` is a verdict on it, and no wish.
    """
    said, wished = set(_near(objection)), set(_near(wish))
    if not negations().isdisjoint(wished):
        return False
    bettered = words_of("bettering").intersection(first_named(wish))
    if objection.stance == "concern" and bettered and words_of("bettering").isdisjoint(said):
        return True  # "uitte zorgen over het toezicht", "steunde een verbetering van het toezicht"
    wished -= set(words(wish.cue))
    return any(
        fault & said and remedy & wished and remedy.isdisjoint(said) and fault.isdisjoint(wished)
        for fault, remedy in cures()
    )


def _is_rid_of_it(objection: Stand, wish: Stand) -> bool:
    """Whether one is glad that the whole text goes that the other one is against, by any name.

    `blij dat de Commissie de tekst intrekt`, `tegen het voorstel`.
    """
    if polarity(wish.stance) <= 0 or taken_side(wish) or not is_glad_of_the_end(wish):
        return False
    if has_word_of(wish.core, "negations") or is_against_its_end(objection):
        return False
    said = about(wish) - undoing() - words_of("plain_words", "said_words", "light_nouns")
    goes = said - way_in(words(own_text(wish)), "gone")
    first = words_of("whole").intersection(first_named(objection)[:1])
    return bool(goes and first) and goes <= words_of("whole")


def _keeps_it(objection: Stand, wish: Stand) -> bool:
    """Whether both keep a matter to the member states: `nationale bevoegdheid`."""
    near = own_clauses(wish)
    kept = any(has_way(before_grounds(each), "own_powers") for each in near)
    mine = kept and has_way(objection.cue, "own_powers")
    return mine and not has_word_of(wish.core, "negations")


def _is_against_the_end(objection: Stand, wish: Stand) -> bool:
    """Whether somebody is against taking away what the other one does not want taken away."""
    denied = objection.denied not in ("", "support", "decide")
    if objection.stance != "oppose" or denied or has_way(wish.core, "gone"):
        return False
    said = set(_near(objection)) - set(words(objection.cue))
    told = {*words(wish.core)}
    if not (words_of("provisions") & told).issubset(said):
        return False  # what a text provides for dams may be that they go
    return not said.isdisjoint(words_of("undoing", "leaving_out")) and told.isdisjoint(
        words_of("undoing", "ending", "negations", "changed_words", "changing")
    )


def _is_fought(objection: Stand, wish: Stand) -> bool:
    """Whether one fears an evil that the other one wants fought: `misbruik`, `sabotage van X`.

    Who fears what comes of the measure itself, or objects to the fight, is of another mind.
    """
    said, fighting = _near(objection), words_of("fighting")
    head = head_of(objection)
    feared = head.union(words(objection.cue))  # "drew attention to threats"
    cue = words(objection.cue)  # `was tegen`
    fought = any(said.count(word) > cue.count(word) for word in fighting.intersection(said))
    if fought or not any(map(_is_evil, feared)):
        return False
    opposed = objection.stance == "oppose" and any(map(_is_evil, head))
    if opposed and not any(map(_is_evil, head_of(wish))):
        return True  # "wilde misbruik van het fonds uitsluiten"
    return any_among(_fought(wish), content_of(said))


def _fought(wish: Stand) -> Iterator[str]:
    """The words beside those of a fight; only those behind `tegen` and `einde van`."""
    for clause in own_clauses(wish):
        said = words(clause)
        for at, word in enumerate(said):
            if word in words_of("fighting"):
                behind, own = said[at + 1 : at + 1 + REACH], words(wish.cue)
                before = () if is_led_in(said, at) else said[max(0, at - REACH) : at]
                yield from set(content_of((*before, *behind))).difference(own)


@cache
def _is_evil(word: str) -> bool:
    """Whether a word ends as one for an evil, in any form: no `fraudebestrijding`."""
    return any(part in word and len(word.rpartition(part)[2]) <= FORM for part in words_of("evils"))


@asked_once
def _near(stand: Stand) -> Sequence[str]:
    """The words of the clauses that carry the stance, but for what would do instead."""
    near = own_clauses(stand)
    told = [clause for clause in near if not has_way(clause, "would_do")] or near
    return [word for clause in told for word in words(clause)]


@cache
def cures() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The words of faults with those of what mends them, of all languages."""
    pairs = [
        pair.split(" > ") for name in LANGUAGES for pair in data(name, "comparison")["remedies"]
    ]
    return tuple((frozenset(fault.split()), frozenset(cure.split())) for fault, cure in pairs)
