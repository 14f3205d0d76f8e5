"""Dates in running text, in their normal form, resolved against the meeting.

Normal forms (annotation guide, section 5): ISO day, month `2024-06`, season `2024-autumn`,
year, range `a/b`, several `a;b`. What the text leaves out is resolved by a named rule:
`explicit` (the text has the year), `before` (jl.), `after` (a.s.), `this_year`, `nearest`
(the year that brings it closest to the meeting).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from workflow.languages import data
from workflow.report.model import Span

_LATER_REPORT = 60
"""Days after the meeting in which its report is written: `jl.` may lie there."""


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date found in text."""

    start: int
    end: int
    value: str
    rule: str
    days: tuple[date, ...] = ()
    """The first and last day, where the text names days."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns of one language."""

    months: dict[str, int]
    days: re.Pattern[str]
    month: re.Pattern[str]
    season: re.Pattern[str]
    year: re.Pattern[str]
    digits: re.Pattern[str]
    words: dict[str, Any]


def find_dates(
    text: str, language: str, meeting: tuple[date, ...] = (), masked: tuple[Span, ...] = ()
) -> list[DateHit]:
    """The dates of a text in order; stretches in `masked` are not looked at."""
    grammar = _grammar(language)
    taken = list(masked)
    hits: list[DateHit] = []
    readers: tuple[tuple[re.Pattern[str], _Reader], ...] = (
        (grammar.digits, _numeric), (grammar.days, _days), (grammar.season, _season),
        (grammar.month, _month), (grammar.year, _year),
    )  # fmt: skip
    for pattern, read in readers:
        for found in pattern.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            if hit := read(found, grammar, meeting):
                hits.append(hit)
                taken.append((hit.start, hit.end))
    return sorted(hits, key=lambda hit: hit.start)


_Reader = Callable[[re.Match[str], _Grammar, tuple[date, ...]], DateHit | None]


@cache
def _grammar(language: str) -> _Grammar:
    words = data(language, "references")["dates"]
    names = [name.lower() for name in data(language, "calendar")["months"]]
    months = {name: place for place, name in enumerate(names, 1)}
    months |= {short: place for place, short in enumerate(words["month_shorts"], 1)}
    month = "|".join(sorted(months, key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    join = _choice(words["join"])
    when = rf"(?:,?\s+(?:{_choice(words['year_glue'])}\s+)?(?P<year>{year})(?!\d)|\s+(?P<hint>{_hints(words)}))?"
    day = r"\d{1,2}(?:e|ste|de|st|nd|rd|th)?"
    openers = _choice(words["month_openers"])
    flags = re.IGNORECASE
    return _Grammar(
        months,
        re.compile(
            rf"(?<![\d.,/-])(?P<d1>{day})(?:\s+(?P<m1>{month})\.?(?:\s+(?P<y1>{year}))?)?"
            rf"(?:(?:,\s*\d{{1,2}})*\s*(?:{join})\s*(?P<d2>{day}))?\s+(?:of\s+)?(?P<m2>{month})\b\.?{when}"
            rf"|(?<![\d.,/-])(?P<d3>{day})\s+(?:of\s+)?(?P<m3>{month})\b\.?{when.replace('year>', 'year3>').replace('hint>', 'hint3>')}",
            flags,
        ),
        re.compile(
            rf"(?<=\b)(?:(?P<m1>{month})\s+(?:{join})\s+)?(?P<m2>{month})\b\.?{when}"
            rf"(?P<opened>(?<=\b))", flags,
        ),
        re.compile(
            rf"\b(?:(?P<open>{_choice(words['season_openers'])})\s+)?(?P<season>{_choice(list(words['seasons']))})\b{when}",
            flags,
        ),
        re.compile(
            rf"(?<![\d.,/\w-])(?P<y1>{year})(?:\s?[-–/]\s?(?P<y2>{year}))?(?![\d/]|[.,]\d|-\w)(?!\s+(?:{_choice(words['not_years'])}))"
        ),
        re.compile(rf"(?<![\d./-])(?P<d>\d{{1,2}})[-/.](?P<m>\d{{1,2}})[-/.](?P<y>{year})(?!\d)"),
        words | {"openers": re.compile(rf"(?:^|[\s(])(?:{openers})\s+$", flags)},
    )  # fmt: skip


def _choice(words: list[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _hints(words: dict[str, Any]) -> str:
    return "|".join(
        _choice(words[key]) for key in ("this_year", "next_year", "last_year", "before", "after")
    )


def _numeric(found: re.Match[str], grammar: _Grammar, meeting: tuple[date, ...]) -> DateHit | None:
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    return DateHit(*found.span(), day.isoformat(), "explicit", (day, day))


def _days(found: re.Match[str], grammar: _Grammar, meeting: tuple[date, ...]) -> DateHit | None:
    """A day, two days or a range of days."""
    single = found["d3"] is not None
    month = grammar.months[(found["m3"] if single else found["m2"]).lower()]
    year, hint = (found["year3"], found["hint3"]) if single else (found["year"], found["hint"])
    first_day = _number(found["d3"] if single else found["d1"])
    last_day = _number(found["d2"]) if not single and found["d2"] else first_day
    if not single and found["m1"] and not found["d2"]:
        return None
    first_month = grammar.months[found["m1"].lower()] if not single and found["m1"] else month
    resolved, rule = _resolve(month, last_day, year, hint, grammar, meeting)
    if resolved is None:
        return None
    try:
        last = date(resolved, month, last_day)
        first_year = (
            int(found["y1"]) if not single and found["y1"] else resolved - (first_month > month)
        )
        first = date(first_year, first_month, first_day)
    except ValueError:
        return None
    if first > last:
        return None
    value = last.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DateHit(*found.span(), value, rule, (first, last))


def _number(text: str) -> int:
    return int(re.match(r"\d+", text).group())  # type: ignore[union-attr]


def _resolve(
    month: int,
    day: int,
    year: str | None,
    hint: str | None,
    grammar: _Grammar,
    meeting: tuple[date, ...],
) -> tuple[int | None, str]:
    """The year of a day or month, and the rule that gave it."""
    if year:
        return int(year), "explicit"
    if not meeting:
        return None, ""
    hint = (hint or "").lower()
    for key, shift in (("this_year", 0), ("next_year", 1), ("last_year", -1)):
        if hint in grammar.words[key]:
            return meeting[0].year + shift, key
    options = []
    for candidate in (meeting[0].year - 1, meeting[0].year, meeting[0].year + 1):
        try:
            options.append(date(candidate, month, day))
        except ValueError:
            continue
    if not options:
        return None, ""
    if hint in grammar.words["before"]:
        limit = meeting[-1] + timedelta(days=_LATER_REPORT)
        earlier = [option for option in options if option <= limit]
        return (earlier[-1].year, "before") if earlier else (None, "")
    if hint in grammar.words["after"]:
        later = [option for option in options if option >= meeting[0]]
        return (later[0].year, "after") if later else (None, "")
    nearest = min(options, key=lambda option: abs(option - meeting[0]))
    return nearest.year, "nearest"


def _month(found: re.Match[str], grammar: _Grammar, meeting: tuple[date, ...]) -> DateHit | None:
    """One month or two, with or without a year."""
    opened = grammar.words["openers"].search(found.string[: found.start()][-20:])
    if not (found["year"] or found["hint"] or opened):
        return None
    values = []
    rule = ""
    for name in (found["m1"], found["m2"]):
        if name:
            month = grammar.months[name.lower()]
            year, rule = _resolve(month, 1, found["year"], found["hint"], grammar, meeting)
            if year is None:
                return None
            values.append(f"{year}-{month:02}")
    return DateHit(*found.span(), ";".join(values), rule)


def _season(found: re.Match[str], grammar: _Grammar, meeting: tuple[date, ...]) -> DateHit | None:
    name = grammar.words["seasons"][found["season"].lower()]
    opener = (found["open"] or "").lower()
    if found["year"]:
        return DateHit(*found.span(), f"{found['year']}-{name}", "explicit")
    if not meeting or not (opener or found["hint"]):
        return None
    year = meeting[0].year - (opener in grammar.words["season_before"])
    return DateHit(*found.span(), f"{year}-{name}", "this_year")


def _year(found: re.Match[str], grammar: _Grammar, meeting: tuple[date, ...]) -> DateHit | None:
    value = f"{found['y1']}/{found['y2']}" if found["y2"] else found["y1"]
    return DateHit(*found.span(), value, "explicit")
