"""Dates in running text, in their normal form, resolved against the meeting.

Normal forms (annotation guide, section 5): ISO day, month `2024-06`, season `2024-autumn`,
quarter `2024-Q2`, half `2024-H1`, year, range `a/b`, several `a;b`. What the text leaves out is
resolved by a named rule:
`explicit` (the text has the year), `before` (jl.), `after` (a.s.), `this_year`, `nearest`
(the year that brings it closest to the meeting).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.report.layout.numbers import roman
from workflow.report.model import Span
from workflow.report.references.date_words import DateGrammar, date_grammar
from workflow.report.references.documents import FIGURE

_LATER_REPORT = 60
"""Days after the meeting in which its report is written: `jl.` may lie there."""
_LAST_MONTH = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date found in text."""

    start: int
    end: int
    value: str
    rule: str
    days: tuple[date, ...] = ()
    """The first and last day, where the text names days."""


def find_dates(
    text: str, language: str, meeting: tuple[date, ...] = (), masked: tuple[Span, ...] = ()
) -> list[DateHit]:
    """The dates of a text in order; stretches in `masked` are not looked at."""
    grammar = date_grammar(language)
    taken = bytearray(len(text))
    for start, end in masked:
        taken[start:end] = b"\x01" * (end - start)
    hits: list[DateHit] = []
    lowered = text.casefold()
    figures = bool(FIGURE.search(text))
    month = any(name in lowered for name in grammar.months)
    season, quarter = (any(word in lowered for word in words)
                       for words in (grammar.seasons, grammar.quarters))  # fmt: skip
    # Each pattern with whether what every such date has stands in the text at all.
    readers: tuple[tuple[re.Pattern[str], _Reader, bool], ...] = (
        (grammar.digits, _numeric, figures),
        *((pattern, _days, month and figures) for pattern in grammar.month_first),
        (grammar.days, _days, month and figures), (grammar.season, _season, season),
        (grammar.quarter, _quarter, quarter), (grammar.month, _month, month),
        (grammar.year, _year, figures),
    )  # fmt: skip
    for pattern, read, possible in readers:
        if not possible:
            continue
        for found in pattern.finditer(text):
            if any(taken[found.start() : found.end()]):
                continue
            if hit := read(found, grammar, meeting):
                hits.append(hit)
                taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    return sorted(hits, key=lambda hit: hit.start)


_Reader = Callable[[re.Match[str], DateGrammar, tuple[date, ...]], DateHit | None]


def _numeric(
    found: re.Match[str], grammar: DateGrammar, meeting: tuple[date, ...]
) -> DateHit | None:
    try:
        month = int(found["m"]) if found["m"].isdigit() else roman(found["m"].upper())
        day = date(int(found["y"]), month, int(found["d"]))
        first = day.replace(day=int(found["first"])) if found["first"] else day
    except ValueError:
        return None
    if first > day:
        return None
    value = day.isoformat() if first == day else f"{first.isoformat()}/{day.isoformat()}"
    return DateHit(*found.span(), value, "explicit", (first, day))


def _days(found: re.Match[str], grammar: DateGrammar, meeting: tuple[date, ...]) -> DateHit | None:
    """A day, two days or a range of days."""
    if found["m1"] and not found["d2"]:
        return None
    month = grammar.months[found["m2"].lower()]
    first_day = _number(found["d1"])
    last_day = _number(found["d2"]) if found["d2"] else first_day
    first_month = grammar.months[found["m1"].lower()] if found["m1"] else month
    resolved, rule = _resolve(month, last_day, found["year"], found["hint"], grammar, meeting)
    if resolved is None:
        return None
    try:
        last = date(resolved, month, last_day)
        first_year = int(found["y1"]) if found["y1"] else resolved - (first_month > month)
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
    grammar: DateGrammar,
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


def _month(found: re.Match[str], grammar: DateGrammar, meeting: tuple[date, ...]) -> DateHit | None:
    """One month or two, with or without a year."""
    opened = grammar.month_opener.search(found.string[: found.start()][-20:])
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


def _season(
    found: re.Match[str], grammar: DateGrammar, meeting: tuple[date, ...]
) -> DateHit | None:
    name = grammar.words["seasons"][found["season"].lower()]
    opener = (found["open"] or "").lower()
    if found["year"]:
        return DateHit(*found.span(), f"{found['year']}-{name}", "explicit")
    if not meeting or not (opener or found["hint"]):
        return None
    year, month, rule = meeting[0].year, meeting[0].month, "this_year"
    if opener in grammar.words["season_before"] and _LAST_MONTH[name] > month:
        year, rule = year - 1, "before"
    elif opener in grammar.words["season_ahead"] and _LAST_MONTH[name] < month:
        year, rule = year + 1, "after"
    return DateHit(*found.span(), f"{year}-{name}", rule)


def _quarter(
    found: re.Match[str], grammar: DateGrammar, meeting: tuple[date, ...]
) -> DateHit | None:
    """A quarter or half of a year; a half without its year is that of something else."""
    hint = (found["hint"] or "").lower()
    shifts = (("this_year", 0), ("next_year", 1), ("last_year", -1))
    shift = next((shift for key, shift in shifts if hint and hint in grammar.words[key]), None)
    if found["year"]:
        year, rule = int(found["year"]), "explicit"
    elif meeting and (shift is not None or found["q"]):
        year, rule = meeting[0].year + (shift or 0), "this_year"
    elif meeting and not found["half"] and not _names_whole(found, grammar):
        year, rule = meeting[0].year, "nearest"
    else:
        return None
    number = found["q"] or grammar.words["order"][found["order"].lower()]
    if found["half"] and int(number) > 2:
        return None
    return DateHit(*found.span(), f"{year}-{'H' if found['half'] else 'Q'}{number}", rule)


def _names_whole(found: re.Match[str], grammar: DateGrammar) -> bool:
    """Whether something other than a year is divided: `the first quarter of the report`."""
    behind = found.string[found.end() :].casefold().split()[:1]
    return not set(behind).isdisjoint(grammar.words["year_glue"])


def _year(found: re.Match[str], grammar: DateGrammar, meeting: tuple[date, ...]) -> DateHit | None:
    value = f"{found['y1']}/{found['y2']}" if found["y2"] else found["y1"]
    return DateHit(*found.span(), value, "explicit")
