"""Moments as parts of a date, so that `juni` can be compared with `12 juni 2031`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.report.model import Span
from workflow.report.references.dates import find_dates

_NO_MEETING = (date(2000, 1, 1),)
"""Stands in for the meeting, in a leap year; a year that leans on it is dropped."""
_LONGEST = 40
"""Days of the longest range that is compared day by day."""
_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
_SEASON = re.compile(r"^(\d{4})-([a-z]+)$")
_YEARS = re.compile(r"^(\d{4})(?:/(\d{4}))?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, month, season or year; what the text does not say is None."""

    start: int
    end: int
    words: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str = ""


def moments_in(text: str, language: str, masked: tuple[Span, ...] = ()) -> tuple[Moment, ...]:
    """The moments of a text in order, a range as its days; a year only where the text has it."""
    found: list[Moment] = []
    for hit in find_dates(text, language, _NO_MEETING, masked):
        words = text[hit.start : hit.end].strip().rstrip(".")
        for year, month, day, season in parts_of(hit.value):
            known = year if hit.rule == "explicit" else None
            if (known, month, day, season) != (None, None, None, ""):
                found.append(Moment(hit.start, hit.end, words, known, month, day, season))
    return tuple(found)


Parts = tuple[int | None, int | None, int | None, str]


def parts_of(value: str) -> list[Parts]:
    """Year, month, day and season of a date in its normal form; one for each day of a range."""
    if years := _YEARS.match(value):
        return [(int(year), None, None, "") for year in years.groups() if year]
    if season := _SEASON.match(value):
        return [(int(season[1]), None, None, season[2])]
    found: list[Parts] = []
    for single in value.split(";"):
        if month := _MONTH.match(single):
            found.append((int(month[1]), int(month[2]), None, ""))
            continue
        first, _, last = single.partition("/")
        try:
            day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        except ValueError:
            continue
        if (end - day).days > _LONGEST:
            days = [day, end]
        else:
            days = [day + timedelta(n) for n in range((end - day).days + 1)]
        found += [(one.year, one.month, one.day, "") for one in days]
    return found


def is_told_by(moment: Moment, source: Parts) -> bool:
    """Whether the source says at least what the moment says: `juni` is told by `12 juni 2031`."""
    year, month, day, season = source
    if moment.year is not None and year is not None and moment.year != year:
        return False
    if moment.season:
        return moment.season == season
    if moment.month is None:
        return moment.year is not None and moment.year == year
    return moment.month == month and (moment.day is None or moment.day == day)
