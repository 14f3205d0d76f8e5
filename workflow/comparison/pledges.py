"""What an announcement promises: who gives which thing, or that a topic comes back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from workflow.comparison.model import MeetingSide
from workflow.comparison.tokens import plain
from workflow.comparison.vectors import content_of
from workflow.languages import LANGUAGES, data
from workflow.positions.house import house_lexicon
from workflow.positions.model import Attribution
from workflow.report.references.dates import find_dates
from workflow.report.references.future import promises_deed
from workflow.report.references.things import Thing, clause_words, given_things, words_of
from workflow.summaries.ahead import is_elsewhere
from workflow.summaries.model import NextStep

AGENDA, EVENT, THING = "agenda", "event", "thing"
"""Sorts of announcements: a topic comes back, something takes place elsewhere, a thing is given."""
_SOME_DAY = date(2000, 6, 15)
"""A day to find moments without a year by: which year it is does not matter."""
_LONGEST_NAME = 6
"""Words of the longest name of an actor that is looked for."""
_AHEAD = 8
"""Words before a participle among which the verb stands that puts it in the future."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """What an announcement promises."""

    sort: str
    maker: str
    """Actor id; empty where the text does not say who."""
    kind: str
    """The kind of thing, such as `report`; empty for none."""
    which: frozenset[str]
    """What tells which one it is, before its word."""
    about: frozenset[str]
    subject: frozenset[str]
    """Every word of the announcement that names a subject."""
    told: bool = False
    """Whether somebody will tell something, in whatever form, and names no thing."""


NOTHING = Pledge("", "", "", frozenset(), frozenset(), frozenset())
"""What is not known."""


@cache
def procedure() -> frozenset[str]:
    """The words of announcing, giving and coming back, of all languages: they name no subject."""
    found = {
        plain(word)
        for language in LANGUAGES
        for name in ("announcing", "promising")
        for word in data(language, "offers")[name]
    }
    for language in LANGUAGES:
        lists = words_of(language)
        found |= lists["times"] | lists["giving"] | lists["delivered"] | lists["plain"]
    return frozenset(found)


def telling(words: Collection[str]) -> frozenset[str]:
    """Those of these words that name a subject."""
    return frozenset(content_of(words)) - procedure()


def topic_words(words: Collection[str], language: str) -> frozenset[str]:
    """Those of the words behind a thing that say what it is about: `returns` may be a subject."""
    return frozenset(content_of(words)) - words_of(language)["times"]


@lru_cache(maxsize=8_192)
def undated(text: str, language: str) -> str:
    """The text without the moments that it names and the words that lead to them."""
    lists = words_of(language)
    moments = data(language, "moments")
    leads = lists["about"] | lists["until"]
    leads |= {word for name in ("early", "mid", "late", "by", "after") for word in moments[name]}
    # "no later than" leads to a moment, "had not by June" denies what follows.
    denying = {later: set(no) for later, *no in data(language, "things")["words"]["until_apart"]}
    for hit in reversed(find_dates(text, language, (_SOME_DAY,))):
        before = text[: hit.start].split(" ")
        for words in (lists["determiners"] | {""}, leads | {""}):
            last = ""
            while before and (low := before[-1].casefold()) in words | denying.get(last, set()):
                before.pop()
                last = low or last
        text = f"{' '.join(before)} {text[hit.end :].lstrip()}"
    return text


@lru_cache(maxsize=4_096)
def named(words: tuple[str, ...], language: str) -> tuple[tuple[int, int, str], ...]:
    """The actors that these words name, with first place and the place behind, in order."""
    lexicon = house_lexicon(language)
    found, at = [], 0
    while at < len(words):
        stop, actor = _name_at(words, at, lexicon.lookup)
        if not actor and (head := lexicon.heads.first(words, at)):
            stop, actor = head
        if actor:
            found.append((at, stop, actor))
        at = max(stop, at + 1)
    return tuple(found)


def _name_at(words: Sequence[str], at: int, lookup: dict[str, str]) -> tuple[int, str]:
    for stop in range(min(len(words), at + _LONGEST_NAME), at, -1):
        name = " ".join(words[at:stop]).removesuffix("'s")
        if name in lookup:
            return stop, lookup[name]
    return at + 1, ""


def pledge_of(step: NextStep, side: MeetingSide, slug: str, *, written: bool) -> Pledge:
    """What an announcement of that meeting promises; `written` for one that staff wrote down."""
    language = side.meeting.language
    found = [
        each
        for each in side.attributions.get(slug, ())
        if each.sentence in step.evidence and not each.co and not each.denied
    ]
    announced = written or any(each.stance == "announce" for each in found)
    announced = announced or promises_deed(step.text, language)
    words = clause_words(undated(step.text, language))
    maker = _maker(found, words, language)
    thing = _thing(words, language)
    sort, kind = _sort(step.text, words, thing, language, announced and maker != "raad")
    which = frozenset(thing.words) if thing else frozenset()
    about = topic_words(thing.about, language) if thing else frozenset()
    names = {word for first, stop, _ in named(words, language) for word in words[first:stop]}
    subject = telling(words) - names - ({words[thing.place]} if thing else set())
    who = maker if announced or sort != EVENT else ""  # what nobody promises is nobody's
    told = bool(kind) and thing is None
    return Pledge(sort, who, kind, which - names, about - names, subject, told)


def _maker(found: Sequence[Attribution], words: tuple[str, ...], language: str) -> str:
    """Who announces it: as the program found, else whom the text names first as its subject."""
    for stances in (("announce",), ("inform", "decide", "support", "call")):
        for each in found:
            if each.stance in stances:
                return each.actor
    lists = words_of(language)
    for at, _, actor in named(words, language):
        before = words[max(0, at - 2) : at]
        if not (lists["about"] | lists["with"]) & set(before) or lists["by"] & set(before):
            return actor
    return ""


def _thing(words: tuple[str, ...], language: str) -> Thing | None:
    """The thing that is promised: in the first clause with one, that nearest to its verb.

    A verb is one of promising or giving, in its own clause if there is one.
    """
    joins = words_of(language)["joins"]
    giving = [at for at in range(len(words)) if _gives(words, at, language)]
    found = []
    for thing in given_things(words, language):
        clause = sum(word in joins for word in words[: thing.place])
        for at in giving:
            low, high = sorted((thing.place, at))
            across = not joins.isdisjoint(words[low:high])
            if _STOPS.isdisjoint(words[low:high]) and (not across or _goes_on(words, at, language)):
                found.append((across, clause, high - low, thing.place, thing))
    return min(found, key=lambda each: each[:4])[4] if found else None


def _goes_on(words: tuple[str, ...], at: int, language: str) -> bool:
    """Whether a verb says of what stands before it that it comes: `is late and will be issued`."""
    lists = words_of(language)
    if words[at] not in lists["delivered"] | lists["appearing"]:
        return False
    behind = [place + 1 for place in range(at) if words[place] in lists["joins"]]
    return bool(behind) and words[behind[-1]] in lists["to_be"] | lists["appearing"]


_STOPS = frozenset({",", ";", ":"})


def _gives(words: tuple[str, ...], at: int, language: str) -> bool:
    """Whether a verb of promising or of what will be given stands at this place."""
    lists, word = words_of(language), words[at]
    if word in _promising(language):
        return True
    if word not in lists["delivered"]:
        return word in lists["giving"]
    # "presented" tells what is over, "will be presented" what is to come.
    return not lists["to_be"].isdisjoint(words[max(0, at - _AHEAD) : at + 2])


def _sort(
    text: str, words: tuple[str, ...], thing: Thing | None, language: str, announced: bool
) -> tuple[str, str]:
    """The sort of an announcement and the kind of thing that is promised."""
    lists, at = words_of(language), thing.place if thing else len(words) + 1
    told = f" {' '.join((*words[: max(0, at - 1)], *words[at + 1 :]))} "
    back = any(f" {each} " in told for each in lists["agenda"]) or _is_back(told, language)
    if thing and not (back and lists["giving"].isdisjoint(words)):
        return THING, thing.kind
    for kind, ways in data(language, "things")["told"].items():
        if announced and not back and any(f" {way} " in told for way in ways):
            return THING, kind
    if is_elsewhere(text, language):
        return EVENT, ""
    if back:
        return AGENDA, ""
    return (THING if announced else EVENT), ""


def _is_back(told: str, language: str) -> bool:
    """Whether a verb and its particle say that a topic comes back: `komt op het punt terug`."""
    apart = data(language, "things")["words"]["agenda_apart"]
    return any(f" {rest} " in told.partition(f" {verb} ")[2] for verb, rest in apart)


@cache
def _promising(language: str) -> frozenset[str]:
    """The verbs by which somebody promises a thing."""
    words = data(language, "references")["future"]
    aims = (verb for verb, _ in data(language, "things")["words"]["aims_apart"])
    return frozenset([*words["gives"], *(verb for verb, _ in words["gives_apart"]), *aims])
