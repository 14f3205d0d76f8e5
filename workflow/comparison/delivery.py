"""Whether a later report says that what was promised is there.

That its topic came back does not say so: a sentence must tell that a thing of the same kind was
given, by who promised it, and nothing may speak against its being the same one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from workflow.comparison.dues import span_of
from workflow.comparison.model import MeetingSide
from workflow.comparison.pledges import Pledge, named, telling, topic_words, undated
from workflow.comparison.rules import words_of as title_words
from workflow.comparison.stands import items_by_slug
from workflow.comparison.titles import generic_words
from workflow.comparison.vectors import all_among, among, share_among
from workflow.languages import data
from workflow.positions.model import is_group, is_state
from workflow.report.model import Item
from workflow.report.references.dates import find_dates
from workflow.report.references.things import (
    Thing,
    clause_words,
    given_things,
    told_about,
    words_of,
)

KNOWN_FROM = 0.6
"""Share of the words about what was given that the promise, or the title, has to have."""
WORDS_LEAST = 2
"""Words by which a thing is known again in an item that no link leads to."""
_TOGETHER = frozenset({"approach", "conclusions", "mandate"})
"""Kinds that Presidency and Council bring about together."""
_NEAR = 3
"""Words behind a verb among which who did it stands: `published by the Commission`."""
_HOSTS = frozenset({"voorzitterschap", "raad"})
_LOOKING_BACK = frozenset({"report", "figures", "analysis", "evaluation", "study", "assessment"})
"""Kinds that are about what went before, such as those of a year."""
_UNKNOWN = "?"
"""Who gave it where that is nobody that is known."""
_NO_SUBJECT = (
    "determiners", "about", "plain", "times", "relative", "joins", "bounds", "with", "by",
    "giving", "delivered", "until",
)  # fmt: skip
"""Lists of words that are no subject of a verb behind them."""
_ADVERB = "ly"
_COMMAS = frozenset({",", ";", ":", ".", "(", ")"})


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a sentence says was given."""

    slug: str
    sentence: int
    kind: str
    givers: frozenset[str]
    """Who gave it; empty where nobody is named."""
    which: frozenset[str]
    """What tells which one it is, before its word."""
    about: frozenset[str]
    title: frozenset[str]
    """The words of the title of its item."""
    day: date | None
    """The last day of the moment at which it was given, where the sentence names one."""
    told: bool = False
    """Whether somebody told something, and gave no thing."""


def deliveries(side: MeetingSide) -> tuple[Delivery, ...]:
    """Everything that a meeting says was given."""
    items = items_by_slug(side)
    return tuple(
        found
        for entry in side.meeting.items
        for found in _of_item(side, entry.slug, entry.title, items[entry.slug])
    )


def _of_item(side: MeetingSide, slug: str, title: str, item: Item) -> Iterator[Delivery]:
    """What the sentences of one item say was given or told."""
    language = side.meeting.language
    given, told = _verbs(language), _telling_verbs(language)
    heads = telling(clause_words(title))
    for sentence in item.sentences:
        words = clause_words(undated(sentence.text, language))
        if (given | told).isdisjoint(words):
            continue
        speaking = frozenset(
            each.actor
            for each in side.attributions.get(slug, ())
            if each.sentence == sentence.number
        )
        place = slug, sentence.number
        if not told.isdisjoint(words):
            yield from _told(place, words, speaking, heads, language)
        if given.isdisjoint(words):
            continue
        names = {word for at, stop, _ in named(words, language) for word in words[at:stop]}
        days = _days(sentence.text, side.day, language)
        for thing, verb, who in _given(words, language):
            about, which = topic_words(thing.about, language), frozenset(thing.words)
            # "A report on accidents in 2030" tells what it is about, not when it was given.
            beside = thing.kind not in _LOOKING_BACK or not about - names
            day = days.get((verb, True)) or (days.get((verb, False)) if beside else None)
            givers = speaking if who is None else frozenset(who)
            yield Delivery(*place, thing.kind, givers, which - names, about - names, heads, day)


def _told(
    place: tuple[str, int],
    words: tuple[str, ...],
    speaking: frozenset[str],
    heads: frozenset[str],
    language: str,
) -> Iterator[Delivery]:
    """What these words say that somebody told."""
    for kind, ways in data(language, "things")["told_done"].items():
        for verb, *rest in ways:
            if verb not in words:
                continue
            first = last = words.index(verb)
            stop = _next(words, first, _COMMAS)
            if rest:
                last = next((at for at in range(first + 1, stop) if words[at] in rest), -1)
            lead = _lead(words, first, first, language)
            is_other = _is_another(words, lead, first, language)
            if last < 0 or is_other or not _is_said(words, lead, last, language):
                continue
            about = topic_words(told_about(words, last, language), language)
            givers = _tellers(words, lead, first, language) or speaking
            yield Delivery(*place, kind, givers, frozenset(), about, heads, None, told=True)


def _is_another(words: Sequence[str], lead: int, verb: int, language: str) -> bool:
    """Whether what stands beside a verb makes another one of it: `informeerde naar`."""
    lists = words_of(language)
    if verb and words[verb - 1] in lists["determiners"] - lists["passive"]:
        return True  # "an informed decision"
    beside = words[lead : _next(words, verb, _COMMAS | lists["of_what"])]
    pairs = data(language, "things")["words"]["told_else_apart"]
    return any(words[verb] == first and rest in beside for first, rest in pairs)


def _tellers(words: tuple[str, ...], lead: int, verb: int, language: str) -> frozenset[str]:
    """Who told it: in a passive who stands behind `by`; empty where only who speaks can tell."""
    lists = words_of(language)
    opens = lists["relative"] | _COMMAS
    start = next((at + 1 for at in range(verb - 1, lead - 1, -1) if words[at] in opens), lead)
    names = [each for each in named(words, language) if each[0] >= lead]
    passive = not lists["passive"].isdisjoint(words[start : verb + 2])
    stop = _next(words, verb, _COMMAS) if passive else verb + _NEAR + 1
    within = [(at, actor) for at, _, actor in names if start <= at < stop]
    by = [actor for at, actor in within if _behind(words, at, lists["by"], lists)]
    if by or passive:
        return frozenset(by[:1] or [_UNKNOWN])
    no_subject = lists["about"] | lists["to_whom"]
    before = [
        (at, actor)
        for at, _, actor in names
        if at < verb and not _behind(words, at, no_subject, lists)
    ]
    # The subject comes first; outside the clause of the verb only where that names nobody.
    nearest = [actor for at, actor in before if at >= start] or [actor for _, actor in before]
    return frozenset(nearest[:1])


@cache
def _telling_verbs(language: str) -> frozenset[str]:
    ways = data(language, "things")["told_done"].values()
    return frozenset(verb for each in ways for verb, *_ in each)


def _days(text: str, said: date, language: str) -> dict[tuple[str, bool], date]:
    """The last day of the moment beside each verb of giving: `published in 2029`.

    With whether it stands directly at the verb.
    """
    found: dict[tuple[str, bool], date] = {}
    lists, moments = words_of(language), data(language, "moments")
    leads = {*lists["on_day"], *moments["early"], *moments["mid"], *moments["late"]}
    for hit in find_dates(text, language, (said,)):
        before, behind = clause_words(text[: hit.start]), clause_words(text[hit.end :])
        if not (span := span_of(hit.value)) or (before and before[-1] not in leads):
            continue
        day = span[1] if span[0] <= said else span[1].replace(day=28, year=span[1].year - 1)
        while before and before[-1] in leads:
            before = before[:-1]
        for words in (behind, before[::-1]):
            if words[:1] and words[0] in lists["plain"] - lists["delivered"]:
                break  # "the report promised in March"
            stop = _next(words, 0, _COMMAS | lists["joins"])
            verbs = [at for at in range(stop) if words[at] in lists["delivered"]]
            if verbs:
                found[words[verbs[0]], verbs[0] < WORDS_LEAST] = day
                break
    return found


@cache
def _verbs(language: str) -> frozenset[str]:
    apart = data(language, "things")["words"]["delivered_apart"]
    return frozenset([*words_of(language)["delivered"], *(verb for verb, _ in apart)])


def _given(words: tuple[str, ...], language: str) -> Iterator[tuple[Thing, str, set[str] | None]]:
    """Each thing that these words say was given, the verb, and by whom.

    An empty set for a passive without anybody; None where only who speaks can tell.
    """
    given = {thing.place for thing in given_things(words, language)}
    for thing in given_things(words, language, every=True):
        for first, last in _spans(words, language):
            lead = _lead(words, thing.place, first, language)
            joined = lead > thing.place
            if thing.place not in given and not joined:
                continue
            others = {place for place in given if place != thing.place}
            low, high = sorted((thing.place, first))
            if any(low < place < high for place in others):
                continue
            if _is_said(words, lead, max(last, thing.place), language):
                yield thing, words[first], _givers(words, thing, lead, first, language)
                break


def _spans(words: Sequence[str], language: str) -> Iterator[tuple[int, int]]:
    """First and last place of each verb of giving: `legde … voor`."""
    lists = data(language, "things")["words"]
    for at, word in enumerate(words):
        for verb, particle in lists["delivered_apart"]:
            if word == verb:
                stop = _next(words, at, frozenset(".;:"))
                ends = [place for place in range(at + 1, stop) if words[place] == particle]
                if ends:
                    yield at, ends[0]
        if word in words_of(language)["delivered"]:
            yield at, at


def _next(words: Sequence[str], at: int, marks: frozenset[str]) -> int:
    return next((place for place in range(at, len(words)) if words[place] in marks), len(words))


def _lead(words: Sequence[str], thing: int, verb: int, language: str) -> int:
    """Where the clause of the verb begins: behind the thing where it tells about that."""
    relative = words_of(language)["relative"]
    for place in range(verb - 1, -1, -1):
        if words[place] in ".;:":
            return place + 1
        if place > thing and words[place] in relative:
            return place
        if words[place] == "," and words[place + 1] in words_of(language)["joins"]:
            return place + 1
    return 0


def _is_said(words: Sequence[str], lead: int, last: int, language: str) -> bool:
    """Whether nothing in the clause says that it is not there, or is only to be."""
    lists = words_of(language)
    stop = _next(words, last + 1, _COMMAS | lists["joins"])
    if not lists["not_delivered"].isdisjoint(words[lead:stop]):
        return False
    told = f" {' '.join(words[lead:stop])} "
    return not any(f" {way} " in told for way in lists["not_delivered_ways"])


def _givers(
    words: tuple[str, ...], thing: Thing, lead: int, verb: int, language: str
) -> set[str] | None:
    """Who gives a thing, by `door X`, by an owner or as the subject; None where nobody can tell."""
    lists = words_of(language)
    stop = _next(words, max(verb, thing.place), _COMMAS)
    names = [
        each
        for each in named(words, language)
        if lead <= each[0] < stop and not _behind(words, each[0], lists["to_whom"], lists)
    ]
    near = [(at, actor) for at, _, actor in names if at <= verb + _NEAR]
    by = [actor for at, actor in near if _behind(words, at, lists["by"], lists)]
    if by:
        return set(by)
    owner = [
        actor
        for at, end, actor in named(words, language)
        if _owns(words, end, thing)
        or (thing.place < at <= thing.place + _NEAR and _behind(words, at, lists["owner"], lists))
    ]
    beside = [actor for _, end, actor in names if end in (verb, verb - 1) and verb > thing.place]
    before = [actor for at, _, actor in names if at < verb or verb < at < thing.place]
    if not owner and _describes(words, thing, verb, lists):
        return set()
    for found in (beside, before, owner):
        if found:
            return {found[0]}
    if not lists["passive"].isdisjoint(words[lead:stop]):
        return set()
    own = lead <= thing.place < verb  # "the report appeared"
    return {_UNKNOWN} if not own and _has_subject(words, lead, verb, language) else None


def _describes(
    words: Sequence[str], thing: Thing, verb: int, lists: dict[str, frozenset[str]]
) -> bool:
    """Whether a verb only tells which thing is meant: `for the recently published report`."""
    place = verb - 1
    while place > 0 and words[place] in lists["plain"]:
        place -= 1
    article = words[place] in lists["determiners"] - lists["own"] if place >= 0 else False
    return article and verb < thing.place <= verb + WORDS_LEAST


def _has_subject(words: Sequence[str], lead: int, verb: int, language: str) -> bool:
    """Whether somebody who is not known gave it: `The Maritime Agency had published`."""
    lists = words_of(language)
    known = set().union(*(lists[name] for name in _NO_SUBJECT))
    place = verb - 1
    while place >= lead and words[place] in lists["had"]:
        place -= 1
    beside = [words[at] for at in (place, verb + 1) if lead <= at < len(words)]
    if not lists["pronouns"].isdisjoint(beside):
        return False
    return place >= lead and not (
        words[place] in known or words[place].endswith(_ADVERB) or words[place] in _COMMAS
    )


def _behind(
    words: Sequence[str], at: int, prepositions: frozenset[str], lists: dict[str, frozenset[str]]
) -> bool:
    """Whether one of these prepositions stands before a name, an article between them."""
    place = at - 1 if at and words[at - 1] not in lists["determiners"] else at - 2
    return place >= 0 and words[place] in prepositions


def _owns(words: Sequence[str], end: int, thing: Thing) -> bool:
    """`Europol's threat analysis`."""
    return words[end - 1].endswith("'s") and 0 <= thing.place - end <= WORDS_LEAST + 1


def is_delivered(
    pledge: Pledge, found: Delivery, title: frozenset[str], *, linked: bool, alone: bool
) -> bool:
    """Whether what was given is what was promised.

    `title` has the words of the title of the item that promised it; `linked` says whether the
    two items are taken for one topic, `alone` that no other thing of the kind was promised there.
    """
    if not pledge.kind or found.kind != pledge.kind or not _is_by(pledge, found, linked):
        return False
    if found.told:
        about = found.about - generic_words() - title_words("form_words")
        wanted = pledge.about | pledge.subject | title
        known = not about or share_among(about, wanted) >= KNOWN_FROM
        return pledge.told and linked and alone and known
    if not all_among(found.which, pledge.subject | pledge.which | pledge.about | title):
        return False
    if not linked:
        wanted = pledge.about or pledge.subject
        both = (
            share_among(found.about, wanted),
            share_among(wanted, found.about | found.which | found.title),
        )
        return len(found.about) >= WORDS_LEAST and min(both) >= KNOWN_FROM
    if not found.about:
        return alone
    heads = title | found.title
    forms = generic_words() | title_words("form_words")
    theirs, ours = (
        (each.about - forms).difference(among(each.about, heads)) for each in (found, pledge)
    )
    # What is about one side of the subject alone is not what is about all of it.
    if not (theirs or ours):
        return True
    return min(share_among(theirs, ours), share_among(ours, theirs)) >= KNOWN_FROM


def _is_by(pledge: Pledge, found: Delivery, linked: bool) -> bool:
    """Whether it was given by who promised it, as far as both are known."""
    if not found.givers:
        return linked
    if pledge.maker in found.givers:
        return True
    if pledge.kind in _TOGETHER and pledge.maker in _HOSTS:
        return not _HOSTS.isdisjoint(found.givers)
    return not pledge.maker and not any(is_state(each) or is_group(each) for each in found.givers)
