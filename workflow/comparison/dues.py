"""Until when something is due, by the words in which it was promised or announced."""

import re
from datetime import date, timedelta

from workflow.languages import data
from workflow.report.references.dates import DateHit, find_dates
from workflow.report.references.documents import find_documents
from workflow.report.references.moments import dated_feasts, month_end, relative_spans, third_of

SEASONS = {"spring": (4, 6), "summer": (7, 9), "autumn": (10, 12), "winter": (1, 3)}
"""First and last month of a season, by its normal form."""
PIECES = {"Q": 3, "H": 6}
"""Months of a quarter and of a half year, by the letter of their normal form."""
_EARLIER = timedelta(days=31)
"""What is announced for a season may come so much earlier."""


def last_day(text: str, made: date, language: str, *, ahead: bool = False) -> date | None:
    """The last day of the first moment that a text names, or None.

    Knows days, months, quarters, seasons and years as the reader of reports does; what has no
    year lies after `made`. `vóór 1 juni` ends a day earlier, `voor de zomer` before the summer
    begins. The day of a debate or a letter (`het debat van 28 februari`) is left out where there
    is another.
    With `ahead`, moments that were over when it was said are passed over.
    """
    days = last_days(text, made, language)
    return next((day for day in days if not ahead or day >= made), None)


def first_day(text: str, made: date, language: str) -> date | None:
    """The day before which what a text announces cannot have come, or None.

    The first day of the moment that it names (`in september`); a moment that only ends the time
    (`uiterlijk 1 juni`, `vóór de zomer`) has none. Seasons begin a month earlier than they do on
    paper. Moments that were over when it was said are passed over.
    """
    moments = _moments(text, made, language)
    return next((first for first, last in moments if last >= made), None)


def last_days(text: str, made: date, language: str) -> tuple[date, ...]:
    """The last day of each moment that a text names, in its order, as `last_day` has it."""
    return tuple(last for _, last in _moments(text, made, language))


def _moments(text: str, made: date, language: str) -> tuple[tuple[date | None, date], ...]:
    """First and last day of each moment that a text names, in its order."""
    if iso := re.search(r"\b\d{4}-\d\d-\d\d\b", text):
        span = _piece(iso[0])
        return (span,) if span else ()
    text = _without_documents(text).replace("mid-", "mid ")
    if found := dated_feasts(text, made, language):
        return found
    for words in (text, f"in {text}"):
        ahead: list[tuple[date | None, date]] = []
        past: list[tuple[date | None, date]] = []
        for hit in find_dates(words, language, (made,)):
            before = words[: hit.start].casefold().split()
            if moment := _moment(hit, words, before, made, language):
                told = before[-1:] and before[-1] in data(language, "offers")["told"]
                if told and moment[0] and moment[1] < made:
                    continue
                (past if told and moment[0] else ahead).append(moment)
        if ahead or past:
            return tuple(ahead or past)
    if found := relative_spans(text, made, language):
        return found
    if any(words in text.casefold() for words in data(language, "comparison")["this_year"]):
        return ((None, date(made.year, 12, 31)),)
    return ()


def _moment(
    hit: DateHit, words: str, before: list[str], made: date, language: str
) -> tuple[date | None, date] | None:
    """First and last day of a moment that was found; None where it only tells what it is after."""
    span = span_of(hit.value)
    if span is None:
        return None
    marks, ways = data(language, "comparison"), data(language, "moments")
    inside = words[hit.start : hit.end].casefold().split()
    gone = set(data(language, "references")["dates"]["season_before"])
    seasonal = any(name in hit.value for name in SEASONS)
    season = hit.rule == "this_year" and seasonal
    back = gone & {*before[-1:], *inside}
    if span[1] < made and (hit.rule == "nearest" or (season and not back)):
        span = _later(span[0]), _later(span[1])
    opened = before[-2:] + inside[:1]
    articles = data(language, "things")["words"]["determiners"]
    last = [word for word in before[-2:] if word not in articles][-1:]
    if set(ways["after"]) & {*last, *inside[:1]}:
        # "na de zomer" is the months behind it, "na 1 juni" tells no end.
        return (span[1] - _EARLIER, _quarter_later(span[1])) if seasonal else None
    by = seasonal and set(ways["by"]) & set(opened)
    until = set(marks["before"])
    if _is_planned(words, [] if seasonal else before, language):
        until -= set(ways["planned_for"])
    early = by or until & set(opened)
    if early and set(ways["never"]) & set(before[-3:]):
        return None  # "niet vóór 2032" tells no end
    ends = early or set(marks["until"]) & set(opened)
    if set(before[-1:]) & {*ways["mid"], *ways["late"]}:
        early = set()  # "vóór eind mei" ends with the end of May
    if not early and span == (date(span[0].year, 1, 1), date(span[0].year, 12, 31)):
        span = third_of(span[0].year, words[: hit.start], language)
    day = span[0] - timedelta(days=1) if early else span[1]
    return None if ends else span[0] - (_EARLIER if seasonal else timedelta()), day


def _is_planned(words: str, before: list[str], language: str) -> bool:
    """Whether something is planned for a time: `geagendeerd voor juni` is not before June."""
    planned, plans = (data(language, "references")["future"][key] for key in ("planned", "plans"))
    said = re.findall(r"\w+", words.casefold())
    return not (set(planned).isdisjoint(said) and set(plans).isdisjoint(before))


def _without_documents(text: str) -> str:
    """The text with the papers and acts that it cites blanked: their years are no moments."""
    for hit in find_documents(text):
        text = f"{text[: hit.start]}{' ' * (hit.end - hit.start)}{text[hit.end :]}"
    return text


def _later(day: date) -> date:
    """The same day a year later; 28 February for the 29th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _quarter_later(day: date) -> date:
    """The end of the month three months later."""
    first = date(day.year + (day.month + 3 > 12), (day.month + 2) % 12 + 1, 1)
    return month_end(first)


def span_of(value: str) -> tuple[date, date] | None:
    """First and last day of a date in its normal form: day, month, season, year or several."""
    pieces = re.split(r"[/;]", value)
    spans = [_piece(piece) for piece in pieces]
    known = [span for span in spans if span]
    return (known[0][0], known[-1][1]) if known else None


def _piece(value: str) -> tuple[date, date] | None:
    """The first and last day of a written moment: `2031`, `2031-Q2`, `2031-05`, `2031-05-09`."""
    year, _, rest = value.partition("-")
    try:
        if not rest:
            return date(int(year), 1, 1), date(int(year), 12, 31)
        if rest in SEASONS:
            first, last = SEASONS[rest]
            return date(int(year), first, 1), month_end(date(int(year), last, 1))
        if rest[:1] in PIECES:
            months = PIECES[rest[0]]
            end = months * int(rest[1:])
            return date(int(year), end - months + 1, 1), month_end(date(int(year), end, 1))
        if len(rest) == 2:
            return date(int(year), int(rest), 1), month_end(date(int(year), int(rest), 1))
        return date.fromisoformat(value), date.fromisoformat(value)
    except ValueError:
        return None
