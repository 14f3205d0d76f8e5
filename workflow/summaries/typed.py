"""What people type in a field, as what it means: a stance by a few letters, sentence numbers."""

import re
from contextlib import suppress
from datetime import date
from itertools import pairwise

from workflow.errors import WorkflowError
from workflow.languages import data, labels, say
from workflow.positions.model import STANCES
from workflow.report.model import Item
from workflow.report.references.dates import find_dates
from workflow.summaries.itemfile import parse_evidence

_ISO = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_SPAN = re.compile(r"[\w–—/-]")
"""What stands between the first and the last day of several."""


def find_stance(typed: str, language: str) -> str | None:
    """The stance of a few letters, in the language of the report or of the interface."""
    wanted = typed.strip().casefold()
    names = {name: key for key, name in labels(language, "common.stance").items()}
    names |= {say(f"common.stance.{key}"): key for key in STANCES}
    if wanted in names:
        return names[wanted]
    found = {key for name, key in names.items() if wanted and name.startswith(wanted)}
    return found.pop() if len(found) == 1 else None


def sentence_numbers(text: str, item: Item) -> tuple[int, ...]:
    """Sentence numbers as people type them: `3 4`, `s3, s4`, `s3-s5`; unknown ones are left out."""
    if not text.strip():
        return ()
    pieces = re.findall(r"\d+\s*[-–]\s*s?\d+|\d+", text)
    marks = " ".join("s" + re.sub(r"\s*[-–]\s*s?", "-s", piece) for piece in pieces)
    found = parse_evidence(f"x [{marks}]")[1]
    return tuple(number for number in found if item.sentence(number))


def days_of(text: str, language: str) -> tuple[date, ...]:
    """The days of a meeting as people write them: `2031-05-12`, `12 mei 2031`, `4 en 5 maart 2031`.

    Dates in a row, such as `2031-05-12, 2031-05-14`, are those days alone; between others lie all
    days from the one to the other. Raises WorkflowError where no whole date was typed, something
    beside them is none, or they are too far apart for one meeting.
    """
    from workflow.report.structure.meeting import LONGEST_MEETING, every_day

    found = _spans(text, language)
    rest = text
    for begin, end, _ in found:
        rest = rest[:begin] + " " * (end - begin) + rest[end:]
    if not found or re.search(r"\d", rest):
        raise WorkflowError("cli.errors.bad_days", date=text.strip())
    named = sorted(day for *_, days in found for day in days)
    if (named[-1] - named[0]).days > LONGEST_MEETING:
        raise WorkflowError("cli.errors.days_apart", date=text.strip())
    between = [text[one[1] : other[0]] for one, other in pairwise(found)]
    if not all(_is_row(words, language) for words in between):
        return every_day(named[0], named[-1])
    days: set[date] = set()
    for begin, end, span in found:
        two = "," not in text[begin:end] and _is_row(text[begin:end], language, inside=True)
        days.update(span if two else every_day(span[0], span[-1]))
    return tuple(sorted(days))


def _is_row(words: str, language: str, *, inside: bool = False) -> bool:
    """Whether what stands between two days puts them in a row: `, `, ` en `; not `tot en met`."""
    calendar = data(language, "calendar")
    words = words.casefold().replace(calendar["until"], " - ")
    return calendar["and"] in words.split() or not (inside or _SPAN.search(words))


def _spans(text: str, language: str) -> list[tuple[int, int, tuple[date, ...]]]:
    """Where whole dates stand in a text, and the days that each names, in order."""
    found: list[tuple[int, int, tuple[date, ...]]] = []
    for whole in _ISO.finditer(text):
        with suppress(ValueError):
            found.append((whole.start(), whole.end(), (date.fromisoformat(whole[0]),)))
    hits = find_dates(_ISO.sub(lambda each: " " * len(each[0]), text), language)
    found += [(hit.start, hit.end, tuple(sorted(hit.days))) for hit in hits if hit.days]
    return sorted(found)


def day_of(text: str) -> date | None:
    """The day that was typed, or None for no words. Raises WorkflowError where it is no date."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise WorkflowError("cli.errors.bad_date", date=text.strip()) from None
