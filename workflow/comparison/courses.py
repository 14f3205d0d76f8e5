"""Whether two views want a thing to take opposite courses: `vaart maken`, `aanhouden`.

Not what is wanted, but what is to become of it: whether it is dealt with at once or may wait, and
whether it comes on the agenda or goes off it.
"""

from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from workflow.comparison.clauses import has_one_of, has_way, negations, own_clauses
from workflow.comparison.conceding import bends
from workflow.comparison.firmness import is_faint, yields
from workflow.comparison.model import Stand
from workflow.comparison.objects import are_named
from workflow.comparison.rules import grammar_words, polarity, rules, words_of
from workflow.comparison.subjects import before_grounds, without_grounds
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import content_of, content_words
from workflow.comparison.ways import way_in
from workflow.comparison.wording import words

COURSES = (("hastened", "held_up"), ("on_agenda", "off_agenda"), ("left_with", "taken_from"))
"""The lists of ways for the courses that a thing may take, each with its opposite."""

REACH = 5
"""Words before a way of a course among which a word that denies it stands."""


class Course(NamedTuple):
    """What somebody wants a thing to take."""

    way: int
    """1 or -1, as the lists of a pair stand; 0 for neither, or for both."""
    named: int
    """The course that is named, which is the other one where it is denied."""
    said: frozenset[str]
    """The words that name it."""


NONE = Course(0, 0, frozenset())


def takes_course(older: Stand, newer: Stand) -> int:
    """-1 where two views want one thing to take opposite courses, else 0.

    1 where the course is the same although one of them objects (`not ripe yet`) or denies the
    other course (`can wait no longer`), or where they are opposite for plainly different things.
    """
    if not all(map(_wants, (older, newer))):
        return 0
    for pair in COURSES:
        both = [(each, _course(each, pair)) for each in (older, newer)]
        (_, one), (_, other) = both
        if not one.way or not other.way:
            continue
        if one.way != other.way and _are_apart(*both):
            return 1
        if _is_of_one_thing(*both):
            against = min(polarity(older.stance), polarity(newer.stance)) < 0
            opposed = against and polarity(older.stance) != polarity(newer.stance)
            unlike = one.way == other.way and one.named != other.named
            return one.way * other.way if one.way != other.way or opposed or unlike else 0
        own = any(polarity(s.stance) < 0 and c.said & set(words(s.cue)) for s, c in both)
        return int(own)
    return 0


def _wants(stand: Stand) -> bool:
    """Whether somebody asks for a thing or is for or against it, with more than a faint word."""
    if not (stand.stance == "call" or polarity(stand.stance)):
        return False
    return not (is_faint(stand) or bends(stand) or yields(stand) or has_way(stand.core, "settling"))


def _course(stand: Stand, pair: tuple[str, str]) -> Course:
    """The course of a pair that a view wants; none where it names both."""
    found = []
    for clause in own_clauses(stand):
        told = before_grounds(clause)
        if not has_one_of(told, *pair):
            continue
        course = _way_of(told, pair, against=polarity(stand.stance) < 0)
        if course.way and polarity(stand.stance) < 0:
            itself = _is_own(stand, clause, course.said)
            haste = pair == COURSES[0] and course.named > 0  # `against rushing`
            course = course._replace(way=course.named * (1 if itself and not haste else -1))
        found.append(course)
    ways = {each.way for each in found} - {0}
    if len(ways) != 1:
        return NONE
    first = next(each for each in found if each.way)
    return first._replace(said=frozenset().union(*(each.said for each in found)))


def _is_own(stand: Stand, clause: str, said: frozenset[str]) -> bool:
    """Whether these words are those of an objection itself, and do not name what it is to."""
    refused = has_way(clause, "against_sparing") and not words_of("delaying").isdisjoint(said)
    return not refused and not said.isdisjoint(words(stand.cue))


def _way_of(clause: str, pair: tuple[str, str], *, against: bool) -> Course:
    """The course that a clause names: what a longer way takes up tells nothing by itself.

    What is denied is the other course, but for an objection, which denies by itself.
    """
    said = plain_words(clause)
    forth, back = (_all_in(said, name) for name in pair)
    forth, back = forth if not forth < back else set(), back if not back < forth else set()
    if bool(forth) == bool(back):
        return NONE
    named = forth or back
    way = 1 if forth else -1
    refused = has_way(clause, "against_sparing") and not words_of("delaying").isdisjoint(named)
    denied = not against and (refused or _is_denied(said, named))
    return Course(-way if denied else way, way, frozenset(named))


def _is_denied(said: Sequence[str], named: set[str]) -> bool:
    """Whether a word that denies stands shortly before what is named, or right behind it."""
    places = [at for at, word in enumerate(said) if word in named]
    before, behind = said[max(0, places[0] - REACH) : places[0]], said[places[-1] + 1 :][:1]
    return any(word in negations() and word not in named for word in (*before, *behind))


def _all_in(said: Sequence[str], name: str) -> set[str]:
    """The words of every way of a list that is found, one behind the other."""
    found: set[str] = set()
    while more := way_in([word for word in said if word not in found], name):
        found |= more
    return found


Of = tuple[Stand, Course]
"""A view with the course that it wants."""


def _is_of_one_thing(one: Of, other: Of) -> bool:
    """Whether two courses are those of one thing, or of nothing but the talks themselves."""
    things = [frozenset(_thing(*each)) for each in (one, other)]
    if not all(things):
        near = [words(without_grounds(stand)) for stand, _ in (one, other)]
        return not any(map(words_of("proceedings", "whole").isdisjoint, near))
    few, many = sorted(things, key=len)
    common = sum(are_named(frozenset((word,)), many) for word in few)
    return bool(common >= rules()["same_thing"] * len(few))


def _are_apart(one: Of, other: Of) -> bool:
    """Whether one deals with a text, or renews it, that the other one applies.

    Or what waits is another thing, which the other view does not name, or waits for some only.
    """
    said = [frozenset(words(without_grounds(stand))) for stand, _ in (one, other)]
    talks = [bool(words_of("proceedings", "renewals") & each) for each in said]
    applied = [bool(words_of("applying") & each) for each in said]
    if applied[0] != applied[1] and talks[applied[0]]:
        return True
    (late, course), theirs = (one, said[1]) if one[1].way < 0 else (other, said[0])
    if not _thing(*(other if late is one[0] else one)):
        return False  # it says nothing of what: "delay was irresponsible"
    first = _thing(late, course)[:1]
    if first and not are_named(frozenset(first), theirs):
        return True
    return _is_for_others(late, course, theirs)


def _is_for_others(stand: Stand, course: Course, theirs: frozenset[str]) -> bool:
    """Whether a course is for somebody or something that the other view does not name."""
    said, own = words(without_grounds(stand)), {*words(stand.cue), *course.said}
    for at, word in enumerate(said):
        if word in words_of("for_whom") and not own.issuperset(said[max(0, at - 1) : at + 1]):
            rest = takewhile(lambda each: each not in _small(), said[at + 1 :])
            named = frozenset(content_of(rest)) - _besides() - own
            if named and not any(are_named(frozenset((each,)), theirs) for each in named):
                return True
    return False


def _small() -> frozenset[str]:
    return grammar_words("prepositions") | grammar_words("of")


def _thing(stand: Stand, course: Course) -> list[str]:
    """The words for what takes a course, without those of the course and of who deals with it."""
    besides = _besides().union(words(stand.cue), course.said)
    return [word for word in content_words(without_grounds(stand)) if word not in besides]


@cache
def _besides() -> frozenset[str]:
    """The words beside a course that do not say what takes it."""
    saying = words_of("said_words") - words_of("said_things")
    names = "tones", "helpers", "negations", "pole_bearers", "bringing_about", "dates"
    return saying | words_of(*names, "proceedings", "course_words", "applying", "light_nouns")
