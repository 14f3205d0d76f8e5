"""Events that lie ahead: what will happen, and when if the text says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from workflow.languages import data
from workflow.report.references.dates import DateHit


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


def _is_behind(text: str, hit: DateHit, language: str) -> bool:
    """Whether a moment that has no day was named as one that is over: `since the autumn`.

    Beside a word that points ahead it may still come: `will be tabled during the autumn`.
    """
    if _cues(language).search(text):
        return False
    before = text[: hit.start].casefold().split()[-1:]
    behind = data(language, "references")["future"]["behind"]
    return len(hit.value) != 10 and hit.rule != "explicit" and not set(before).isdisjoint(behind)


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
        ahead = hit.value[:7] > last[:7] if len(hit.value) < 10 else hit.value[:10] > last
        if hit.value[4:5] == "-" and ahead and not _is_behind(text, hit, language):
            return [FutureHit(hit.start, hit.end, hit.value, "date_ahead")]
    cues = (hit for hit in _cues(language).finditer(text) if not _goes_on(text, hit))
    cue = next(cues, None)
    if cue is None:
        return []
    return [FutureHit(*cue.span(), cue.group().lower(), "cue")]
