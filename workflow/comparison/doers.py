"""Whether two views give one and the same task, or one bill, to different sides.

`dat de Commissie de plannen beoordeelt`, `de beoordeling van de plannen hoort bij de lidstaten`.
Others may do it besides: only where a word tells that it is for one side (`zelf`, `door`, `taak
van`), or where somebody is to pay.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from workflow.comparison.clauses import begins_way, clauses_of, has_way, is_negated
from workflow.comparison.firmness import yields
from workflow.comparison.model import Stand
from workflow.comparison.objects import are_named
from workflow.comparison.rules import grammar_words, leaning, rules, words_of
from workflow.comparison.subjects import before_grounds
from workflow.comparison.vectors import content_of
from workflow.comparison.wording import has_word_of, words
from workflow.languages import LANGUAGES, data

BEFORE, OPENING = 5, 3
"""Words before who is to do it among which stands what leads it in, or opens its clause."""
FEWEST = 2
"""Words that name what is to be done and to what."""


class Task(NamedTuple):
    """What somebody is to do or to pay."""

    side: int
    """The number of the side it is for."""
    thing: frozenset[str]
    alone: bool
    """Whether a word tells that it is for this side and no other one."""
    pays: bool
    own: bool
    """Whether it is done to something of its own: `hun verbruik`."""


def other_doer(older: Stand, newer: Stand) -> int:
    """-1 where two wishes give the same task to different sides, else 0; 1 against one of them."""
    if older.is_group or yields(older) or yields(newer):
        return 0
    both = [_tasks(each.core, each.cue, leaning(each.stance) < 0) for each in (older, newer)]
    if not all(both):
        return 0
    sides = [_side(stand, tasks) for stand, tasks in zip((older, newer), both, strict=True)]
    if not any(_is_other(one, two) for one in both[0] for two in both[1]):
        return 0
    return 0 if max(sides) < 0 else -sides[0] * sides[1]


def _side(stand: Stand, tasks: Sequence[Task]) -> int:
    """The side of a view; who finds that a task belongs with somebody wants it so."""
    said = not has_word_of(stand.cue, "task_words")
    if any(task.alone for task in tasks) and (stand.stance in rules()["plain"] or not said):
        return 1
    return leaning(stand.stance)


def _is_other(one: Task, two: Task) -> bool:
    """Whether two tasks are one thing that goes to different sides."""
    if one.side == two.side or one.pays != two.pays or (one.own and two.own):
        return False
    if not (one.alone or two.alone or one.pays):
        return False
    few, many = sorted((one.thing, two.thing), key=len)
    if len(few) < FEWEST and not (one.pays or (one.alone and two.alone)):
        return False
    common = sum(are_named(frozenset((word,)), many) for word in few)
    return common >= rules()["same_thing"] * len(few) and 2 * common >= len(many)


@lru_cache(maxsize=8_192)
def _tasks(core: str, cue: str, against: bool) -> tuple[Task, ...]:
    """The tasks that the clauses of a stance give to a side; none for a clause with two sides.

    Nor for one that is denied, but where that makes it an objection: `should not have to pay`.
    """
    if _first_words().isdisjoint(words(core)):
        return ()
    told = (each for each in clauses_of(core, cue) if against or not is_negated(each))
    return tuple(task for clause in told for task in _task(clause, cue))


def _task(clause: str, cue: str) -> Iterator[Task]:
    """The task that a clause gives to the only side that it names."""
    said = words(before_grounds(clause).strip() or clause)
    if not words_of("too_words", "helping_words").isdisjoint(said):
        return
    given = begins_way(said, "task_of") and has_way(clause, "task_of")
    named = [each for each in _named(said) if _acts(said, each, given)]
    if len({side for side, _, _ in named}) != 1:
        return
    side, at, size = named[-1]
    by = _led_in(said, at) == "by" and not words_of("single_tasks").isdisjoint(said)
    alone = given or by or not words_of("by_oneself").isdisjoint(said)
    names = "tones", "helpers", "pole_bearers", "by_oneself", "task_words", "only_words"
    besides = words_of(*names, "negations")
    besides = besides.union(words_of("telling_verbs"), said[at : at + size])
    besides = besides.union(() if given else _own(cue))
    thing = frozenset(content_of(said)) - besides
    pays = not words_of("paying", *(["bearable"] if given else [])).isdisjoint(said)
    if pays:
        thing -= words_of("paying")
    if len(thing) >= FEWEST - (pays or given):
        own = not words_of("own_words").isdisjoint(said)
        yield Task(side, thing, alone, pays, own)


def _own(cue: str) -> set[str]:
    """The words of a stance that name no deed."""
    return set(words(cue)) & words_of("said_words", "telling_verbs", "helpers")


def _acts(said: Sequence[str], named: tuple[int, int, int], given: bool) -> bool:
    """Whether who is named at this place is who is to do it."""
    _, at, size = named
    led = _led_in(said, at)
    if led == "by" or (given and led in words_of("given_to")):
        return True
    behind = set(said[at + size : at + size + 1])
    if not words_of("to_do").isdisjoint(behind):
        return True
    if led or given:
        return False
    oneself = not words_of("by_oneself").isdisjoint(said)
    return oneself or bool(behind & words_of("helpers")) or _opens(said, at)


def _opens(said: Sequence[str], at: int) -> bool:
    """Whether it opens what is said behind `dat`."""
    return not words_of("that").isdisjoint(said[max(0, at - OPENING) : at])


def _led_in(said: Sequence[str], at: int) -> str:
    """`by` where who is named is led in by `door`, another preposition as it is, else nothing."""
    before = list(reversed(said[max(0, at - BEFORE) : at]))
    opens = [word for word in before if word not in grammar_words("articles")]
    if opens and opens[0] in words_of("given_to"):
        return opens[0]  # "reserved to the Council"
    for word in before:
        if word in words_of("by_words"):
            return "by"
        if word in words_of("that", "to_do") or word in words_of("helpers"):
            return ""
        if word in grammar_words("prepositions"):
            return word
    return ""


def _named(said: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The sides that are named, each with its place and the number of its words."""
    for at, word in enumerate(said):
        pair = f"{word}_{said[at + 1]}" if at + 1 < len(said) else ""
        inside = at and f"{said[at - 1]}_{word}" in _sides()
        if pair in _sides():
            yield _sides()[pair], at, 2
        elif word in _sides() and not inside:
            yield _sides()[word], at, 1


@cache
def _sides() -> dict[str, int]:
    """The number of the side by its words, one or two, of all languages."""
    return {
        name: number
        for language in LANGUAGES
        for number, names in enumerate(data(language, "comparison")["doers"])
        for name in names.split()
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition("_")[0] for name in _sides())
