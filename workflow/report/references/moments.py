"""Moments that lean on the day on which they are named: `binnen zes maanden`, `next year`."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from workflow.languages import data

Span = tuple[date | None, date]
"""First and last day; no first one where only the end is told."""
_FEASTS = ("easter", "christmas", "summer_break")
_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""First and last month of the thirds of a year."""


@cache
def _within(language: str) -> re.Pattern[str]:
    words = data(language, "moments")
    numbers = "|".join(
        [r"\d{1,3}", *words["one"], *data(language, "references")["amounts"]["words"]]
    )
    opening = "|".join(sorted(words["within"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:{opening})\s+(?P<n>{numbers})\s+(?P<unit>{'|'.join(words['units'])})\b"
    )


@cache
def _named(language: str, name: str) -> re.Pattern[str]:
    ways = sorted(data(language, "moments")[name], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ways))})(?!\w)")


def relative_spans(text: str, made: date, language: str) -> tuple[Span, ...]:
    """The moments of a text that lean on the day on which it was said, in no order."""
    words, low = data(language, "moments"), text.casefold()
    try:
        return (*_counted(low, made, words, language), *_coming(low, made, language))
    except (OverflowError, ValueError):
        return ()  # beyond the last year of the calendar


def _counted(low: str, made: date, words: dict[str, Any], language: str) -> Iterator[Span]:
    for hit in _within(language).finditer(low):
        if hit[0].split()[0] in words["also_about"] and _names_on(low[hit.end() :], language):
            continue
        figures = data(language, "references")["amounts"]["words"]
        number = 1 if hit["n"] in words["one"] else figures.get(hit["n"]) or int(hit["n"])
        yield None, _later(made, number, words["units"][hit["unit"]])


def _names_on(behind: str, language: str) -> bool:
    """Whether a noun follows a number of years: `over drie jaar ervaring` is no moment."""
    word = re.match(r"\s+(\w+)", behind)
    return word is not None and word[1] not in data(language, "abbreviations")["function_words"]


def _coming(low: str, made: date, language: str) -> Iterator[Span]:
    if (hit := _named(language, "next_year").search(low)) and (
        span := _next_year(made.year + 1, low[: hit.start()], language)
    ):
        yield span
    if hit := _named(language, "next_month").search(low):
        first = _later(made.replace(day=1), 1, "month")
        yield first, month_end(first)
    if _named(language, "next_week").search(low):
        monday = made + timedelta(days=7 - made.weekday())
        yield monday, monday + timedelta(days=6)
    if _named(language, "month_end").search(low):
        yield made, month_end(made)
    if _named(language, "quarter_end").search(low):
        yield made, month_end(made.replace(day=1, month=(made.month - 1) // 3 * 3 + 3))
    for name in _FEASTS:
        hit = _named(language, name).search(low)
        if hit and not _is_after(low[: hit.start()], language):
            days = (_feast(name, year) for year in (made.year, made.year + 1))
            yield None, next(day for day in days if day > made) - timedelta(days=1)


def _next_year(year: int, before: str, language: str) -> Span | None:
    """The year, a third of it, or until it begins; None for `after next year`."""
    last = before.split()[-1:]
    words = data(language, "moments")
    if not set(words["after"]).isdisjoint(last):
        return None
    if not set(words["until_year"]).isdisjoint(last):
        return None, date(year - 1, 12, 31)
    return third_of(year, before, language)


def dated_feasts(text: str, made: date, language: str) -> tuple[Span, ...]:
    """Before the feasts of a text that name their year: `vóór Pasen 2033`, `Easter next year`."""
    low, found = text.casefold(), []
    for name in _FEASTS:
        for hit in _named(language, name).finditer(low):
            year = re.match(r"\s+(?:of\s+|van\s+)?(20\d\d)\b", low[hit.end() :])
            coming = _named(language, "next_year").match(low, hit.end() + 1)
            # Of "summer break" the first word would be read as a season.
            if _is_after(low[: hit.start()], language) or not (year or coming or " " in hit[0]):
                continue
            years = [int(year[1])] if year else [made.year + 1]
            if not (year or coming):
                years.insert(0, made.year)
            days = [day for each in years if (day := _feast(name, each)) > made]
            found += [(None, day - timedelta(days=1)) for day in days[:1]]
    return tuple(found)


def _feast(name: str, year: int) -> date:
    """The day of a feast, or the first one of a break, in a year."""
    if name == "easter":
        return _easter(year)
    return date(year, 12, 25) if name == "christmas" else date(year, 8, 1)


def _is_after(before: str, language: str) -> bool:
    """Whether the words before a moment say that it comes only later: `na Pasen`, `na het`."""
    return not set(data(language, "moments")["after"]).isdisjoint(before.split()[-2:])


def coming_words(text: str, made: date, language: str) -> str:
    """The words of a text for a time ahead that needs no figures: `next month`, `medio 2032`."""
    low = text.casefold()
    for name in ("next_year", "next_month", "next_week", "month_end", "quarter_end"):
        if hit := _named(language, name).search(low):
            return hit[0]
    if hit := _year_third(language).search(low):
        return hit[0] if int(hit["year"]) >= made.year else ""
    ends = data(language, "comparison")["this_year"]
    return next((words for words in ends if words in low), "")


@cache
def _year_third(language: str) -> re.Pattern[str]:
    words = data(language, "moments")
    ways = "|".join(way for name in _THIRDS for way in words[name])
    return re.compile(rf"\b(?:{ways})[ -](?P<year>20\d\d)\b")


def third_of(year: int, before: str, language: str) -> tuple[date, date]:
    """The year, or the third of it that the words before it name: `begin 2032`, `late 2031`."""
    words = data(language, "moments")
    near = re.findall(r"\w+", before.casefold())
    while near and near[-1] in words["of_year"]:
        near.pop()
    if near[-2:-1] != [words["as"]]:
        for name, (first, last) in _THIRDS.items():
            if near and near[-1] in words[name]:
                return date(year, first, 1), month_end(date(year, last, 1))
    return date(year, 1, 1), date(year, 12, 31)


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _later(day: date, number: int, unit: str) -> date:
    """The day so many days, weeks, months or years later."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = day.month - 1 + number * (12 if unit == "year" else 1)
    first = date(day.year + months // 12, months % 12 + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def _easter(year: int) -> date:
    """Easter Sunday, by the rule of the Gregorian calendar."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * moon) // 451
    month, day = divmod(epact + moon - 7 * shift + 114, 31)
    return date(year, month, day + 1)
