"""Until when something is due, by the words in which it was promised or announced."""

import re
from calendar import monthrange
from datetime import date, timedelta

from workflow.languages import data
from workflow.report.references.dates import find_dates
from workflow.report.references.documents import find_documents

SEASONS = {"spring": (4, 6), "summer": (7, 9), "autumn": (10, 12), "winter": (1, 3)}
"""First and last month of a season, by its normal form."""


def last_day(text: str, made: date, language: str) -> date | None:
    """The last day of the first moment that a text names, or None.

    Knows days, months, seasons and years as the reader of reports does; what has no year lies
    after `made`. `vóór 1 juni` ends a day earlier, `voor de zomer` before the summer begins. The
    day of a debate or a letter (`het debat van 28 februari`) is left out where there is another.
    """
    return next(iter(last_days(text, made, language)), None)


def last_days(text: str, made: date, language: str) -> tuple[date, ...]:
    """The last day of each moment that a text names, in its order, as `last_day` has it."""
    if iso := re.search(r"\b\d{4}-\d\d-\d\d\b", text):
        span = _piece(iso[0])
        return (span[1],) if span else ()
    text = _without_documents(text)
    for words in (text, f"in {text}"):
        ahead: list[date] = []
        past: list[date] = []
        for hit in find_dates(words, language, (made,)):
            span = _span(hit.value)
            if span is None:
                continue
            before = words[: hit.start].casefold().split()
            if span[1] < made and hit.rule == "nearest":
                span = _later(span[0]), _later(span[1])
            opened = before[-2:] + words[hit.start : hit.end].casefold().split()[:1]
            early = set(data(language, "comparison")["before"]) & set(opened)
            day = span[0] - timedelta(days=1) if early else span[1]
            told = not early and before[-1:] and before[-1] in data(language, "offers")["told"]
            if told and day < made:
                continue
            (past if told else ahead).append(day)
        if ahead or past:
            return tuple(ahead or past)
    return ()


def _without_documents(text: str) -> str:
    """The text with the papers and acts that it cites blanked: their years are no moments."""
    for hit in find_documents(text):
        text = f"{text[: hit.start]}{' ' * (hit.end - hit.start)}{text[hit.end :]}"
    return text


def _later(day: date) -> date:
    """The same day a year later; 28 February for the 29th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _span(value: str) -> tuple[date, date] | None:
    """First and last day of a date in its normal form: day, month, season, year or several."""
    pieces = re.split(r"[/;]", value)
    spans = [_piece(piece) for piece in pieces]
    known = [span for span in spans if span]
    return (known[0][0], known[-1][1]) if known else None


def _piece(value: str) -> tuple[date, date] | None:
    year, _, rest = value.partition("-")
    try:
        if not rest:
            return date(int(year), 1, 1), date(int(year), 12, 31)
        if rest in SEASONS:
            first, last = SEASONS[rest]
            return date(int(year), first, 1), _month_end(int(year), last)
        if len(rest) == 2:
            return date(int(year), int(rest), 1), _month_end(int(year), int(rest))
        return date.fromisoformat(value), date.fromisoformat(value)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
