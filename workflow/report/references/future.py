"""Events that lie ahead: what will happen, and when if the text says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from workflow.languages import data
from workflow.report.references.dates import DateHit
from workflow.report.references.moments import coming_words
from workflow.report.references.pledging import denies_all, is_giving, promising_word

_APART = 60
"""Characters that may stand between a verb and its particle."""
_MONTHS = {"Q": 3, "H": 6}
_SEASONS = ("spring", "summer", "autumn", "winter")
_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9}


@dataclass(frozen=True, slots=True)
class FutureHit:
    """An event ahead, found in text."""

    start: int
    end: int
    value: str
    """The date in its normal form, else the words that point ahead."""
    rule: str


@cache
def _cues(language: str) -> re.Pattern[str]:
    cues = sorted(data(language, "references")["future"]["cues"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cues))})(?!\w)", re.IGNORECASE)


@cache
def _promising(language: str) -> re.Pattern[str]:
    """`undertook to`, `zegde toe een analyse te sturen`, but not `zegde steun toe`."""
    words = data(language, "references")["future"]
    ways = [re.escape(way) for way in words["promising"]]
    for verb, particle in words["promising_apart"]:
        ways.append(rf"{verb}\s(?:[^.,;:]{{0,{_APART}}}\s)?{particle}(?=[^.;:]*\ste\s)")
    for verb, rest in words["wanting_apart"]:
        ways.append(rf"{verb}\s[^.,;:]{{0,{_APART}}}\s{rest}")
    idle = "|".join(map(re.escape, words["idle"])) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)(?!\s(?:{idle})\b)", re.IGNORECASE)


def promises_deed(text: str, language: str) -> bool:
    """Whether somebody promises in so many words to do a thing."""
    return next(_deeds(text, language), None) is not None


def _deeds(text: str, language: str) -> Iterator[re.Match[str]]:
    """The verbs of promising; `the plan to cut` has none."""
    articles = data(language, "things")["words"]["determiners"]
    for hit in _promising(language).finditer(text):
        before = text[: hit.start()].casefold().split()[-1:]
        if not (before and before[0] in articles):
            yield hit


def _pointers(text: str, language: str) -> Iterator[re.Match[str]]:
    """The words that point ahead; of some only before a meeting or a month or so."""
    near = data(language, "references")["future"]["near"]
    for hit in _cues(language).finditer(text):
        behind = text[hit.end() :].casefold().split()[:1]
        if hit[0].casefold() not in near["words"] or any(
            word.strip(".,;:)").endswith(tuple(near["before"])) for word in behind
        ):
            yield hit


@cache
def _for_a_time(language: str) -> re.Pattern[str]:
    """`voor het komende jaar`: how long a thing is for, not when anything happens."""
    words = data(language, "references")["future"]["for_a_time"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _is_behind(text: str, hit: DateHit, language: str, last: str) -> bool:
    """Whether a moment that has no day was named as one that is over: `since the autumn`.

    Beside a word that points ahead it may still come: `will be tabled during the autumn`.
    """
    if _cues(language).search(text):
        return False
    words = data(language, "references")["future"]
    if hit.value[5:6] in _MONTHS and _is_meant_for(text, hit, words):
        return True
    if hit.value[5:] in _SEASONS and _is_got_ready_for(text, hit, language):
        return True
    if len(hit.value) == 10 or hit.rule == "explicit":
        return False
    before = text[: hit.start].casefold().split()[-1:]
    return not set(before).isdisjoint(words["behind"]) or _was_over(text, hit, words, last)


def _is_meant_for(text: str, hit: DateHit, words: dict[str, Any]) -> bool:
    """Whether something is for a time: `the priorities for the second half of 2031`."""
    before = text[: hit.start].casefold().split()[-2:]
    planned = {*words["planned"], *words["plans"]} & set(re.findall(r"\w+", text.casefold()))
    return words["meant_for"] in before and not planned


def _is_got_ready_for(text: str, hit: DateHit, language: str) -> bool:
    """Whether a season is what one prepares for or looks at: `preparations for the summer`."""
    articles = data(language, "things")["words"]["determiners"]
    before = text[: hit.end].casefold().split()[:-1]
    told = before[:-1] if before and before[-1] in articles else before
    return " ".join(told[-2:]) in data(language, "references")["future"]["readying"]


def _was_over(text: str, hit: DateHit, words: dict[str, Any], last: str) -> bool:
    """Whether something had been done in a season that has begun: `had circulated in the spring`.

    Not where somebody had said that it was to be: `had aangekondigd in het voorjaar te komen`.
    """
    begins = _FIRST_MONTH.get(hit.value[5:])
    if begins is None or f"{hit.value[:4]}-{begins:02}" > last[:7]:
        return False
    clause = set(re.split(r"[,;:]", text[: hit.start])[-1].casefold().split())
    clause |= set(re.split(r"[,;:]", text[hit.end :])[0].casefold().strip(" .").split())
    return not clause.isdisjoint(words["had_done"]) and clause.isdisjoint(words["to_do"])


def _is_last_day(text: str, hit: DateHit, language: str, last: str) -> bool:
    """Whether a day without a year that seems over is told as one until which: `uiterlijk`."""
    words = data(language, "references")["future"]
    if hit.rule != "nearest" or hit.value[:10] > last:
        return False
    before = text[: hit.start].casefold().split()[-1:]
    clause = set(text.casefold().split())
    return not (set(before).isdisjoint(words["last_day"]) or clause.isdisjoint(words["is_given"]))


def _year_later(value: str) -> str:
    """The same day or days a year later."""
    return re.sub(r"\d{4}(?=-)", lambda year: str(int(year[0]) + 1), value)


def _month(value: str) -> str:
    """The month of a value, the last one of a quarter and of a half year."""
    year, _, piece = value.partition("-")
    if re.fullmatch(r"[QH]\d", piece):
        return f"{year}-{int(piece[1]) * _MONTHS[piece[0]]:02}"
    return value[:7]


def _is_conditional(text: str, language: str) -> bool:
    """Whether a sentence opens with what it hangs on: `Als de Commissie dat voorstelt, zal`.

    Not where such a word only says as what somebody speaks: `Als voorzitter zal Polen`.
    """
    words = data(language, "references")["future"]
    first, _, rest = text.casefold().partition(" ")
    if first not in words["conditions"]:
        return False
    cue = _cues(language).search(rest) or _promising(language).search(rest)
    at = cue.start() if cue else rest.find(promising_word(text, language) or "\0")
    role = first in words["as"] and "," not in rest[: max(at, 0)]
    return not role or rest.split()[0] in words["clause_begins"]


def _goes_on(text: str, cue: re.Match[str]) -> bool:
    """Whether a word that opens a sentence only goes on in the account: `Next, the Presidency`."""
    return not text[: cue.start()].strip() and text[cue.end() : cue.end() + 1] == ","


def find_future(
    text: str, language: str, meeting: tuple[date, ...], dates: Sequence[DateHit]
) -> list[FutureHit]:
    """At most one event of a sentence: a date behind the meeting, else a word that points ahead."""
    if not meeting:
        return []
    last = meeting[-1].isoformat()
    for hit in dates:
        ahead = _month(hit.value) > last[:7] if len(hit.value) < 10 else hit.value[:10] > last
        ahead_of_it = ahead
        ahead = ahead or _is_last_day(text, hit, language, last)
        if hit.value[4:5] != "-" or not ahead or denies_all(text, hit.start, language):
            continue
        if not _is_behind(text, hit, language, last):
            value = hit.value if ahead_of_it else _year_later(hit.value)
            return [FutureHit(hit.start, hit.end, value, "date_ahead")]
    if _is_conditional(text, language):
        return []
    spans = [hit.span() for hit in _for_a_time(language).finditer(text)]
    cues = (
        hit
        for hit in (*_pointers(text, language), *_deeds(text, language))
        if not _goes_on(text, hit)
        and not any(a <= hit.start() < b for a, b in spans)
        and not denies_all(text, hit.start(), language)
    )
    if cue := next(cues, None):
        return [FutureHit(*cue.span(), cue.group().lower(), "cue")]
    coming = coming_words(text, meeting[-1], language)
    if word := coming if coming and is_giving(text, language) else promising_word(text, language):
        stands = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        return [FutureHit(*stands.span(), word, "cue")] if stands else []
    return []
