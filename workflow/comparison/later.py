"""Whether what one statement promises is to come later by another: `in juni`, `in het najaar`."""

from datetime import date, timedelta
from functools import lru_cache

from workflow.comparison.dues import first_day, last_days
from workflow.comparison.model import Stand

SAME_TIME = timedelta(days=27)
"""How far two moments lie apart at most that are told as one: `in May`, `before June`."""
_DAY = len("2026-01-31")

Moment = tuple[date, date]
"""The first and the last day of a moment; the last day twice where it only ends the time."""


def is_later(promise: Stand, other: Stand) -> bool:
    """Whether the other statement names one moment, well after the one that this one names."""
    both = [_moment(each.core, each.meeting[:_DAY], each.language) for each in (promise, other)]
    if not (both[0] and both[1]):
        return False
    (_, until), (first, last) = both[0], both[1]
    return first - until > SAME_TIME or (first > until and last - until > 2 * SAME_TIME)


@lru_cache(maxsize=2_048)
def _moment(text: str, meeting: str, language: str) -> Moment | None:
    """The only moment that a text names; None for none, for several, or one that is over."""
    try:
        made = date.fromisoformat(meeting)
    except ValueError:
        return None
    days = last_days(text, made, language) if language else ()
    if len(days) != 1 or days[0] < made:
        return None
    return first_day(text, made, language) or days[0], days[0]
