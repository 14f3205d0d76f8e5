"""Which meeting a report is about: council, days and place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.report.references.dates import find_dates
from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import DROPPED, TITLE, Reading
from workflow.report.structure.words import council_names, find_council, heading_words, plain

_NAME = r"[A-ZÀ-Þ][\w’'-]+"
_PLACE = re.compile(
    rf"\b(?:te|in|at)\s+((?:(?:Den|Sint|San|Saint|New|Las|La|Le|The)\s)?{_NAME}(?:-{_NAME})*)"
)
_PLACE_AND_DAY = re.compile(rf"(?:^|,\s+)({_NAME}(?:\s{_NAME})?),\s+(?=\d{{1,2}}\b)")
_DAY_AND_PLACE = re.compile(rf"\s*[,(–-]\s*({_NAME}(?:\s{_NAME})?)\)?\s*$")
LONGEST_MEETING = 14
_HORIZON = 12
_FIRST_LINES = 5
_LONGEST_TITLE = 160
_SHORT_LINE = 60
_NEAR = 60
"""Characters between the name or day of a meeting and its town."""
_ANY_YEAR = (date(2000, 7, 1),)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The facts of a meeting, empty where the text does not give them."""

    title: str
    council: str
    dates: tuple[date, ...]
    place: str
    reference: tuple[date, ...]
    """What `jl.` and the like are measured from: the meeting, or the letter's date."""


def read_meeting(reading: Reading) -> Meeting:
    """The meeting that a report is about, from its title, else from its first paragraphs."""
    language, title = reading.language, reading.title
    opening = _opening(reading)
    first_day = _letter_date(reading.blocks, language)
    letter_day = first_day if reading.letter >= 0 else ()
    dates = _dates([title, *opening], language, first_day)
    council = (
        find_council(title, language)
        or _field_council(reading)
        or find_council(" ".join(opening[:4]), language)
    )
    return Meeting(
        title or _announced(opening, language),
        council,
        dates,
        _place(_title_lines(reading), opening[:5], language),
        dates or letter_day,
    )


def _field_council(reading: Reading) -> str:
    """Rule `field_names_council`: a field alone in a line of the title, as in `Environment`."""
    language = reading.language
    words = heading_words(language)
    for line in _title_lines(reading):
        for meeting in sorted(words.meetings) if plain(line) in words.parts else ():
            if found := find_council(f"{line} {meeting}", language):
                reading.trace.fired("field_names_council", text=line)
                return found
    return ""


def _opening(reading: Reading) -> list[str]:
    """The first texts of a report, its front before its body."""
    texts = [
        block.text
        for index, block in enumerate(reading.blocks[: reading.start + _HORIZON])
        if reading.roles[index] != DROPPED
    ]
    return texts[:_HORIZON]


def _letter_date(blocks: Sequence[Block], language: str) -> tuple[date, ...]:
    """The date of a letter or statement: the first full date in a short line."""
    for block in blocks[:30]:
        if len(block.text) < 100:
            for hit in find_dates(block.text, language, ()):
                if hit.days:
                    return hit.days
    return ()


def _dates(texts: Sequence[str], language: str, letter_day: tuple[date, ...]) -> tuple[date, ...]:
    """The days of the meeting.

    They come from the first text, the title first, that names a council and a day;
    else from one of the first lines that speaks of a meeting and names a day.
    """
    named = council_names(language).pattern
    words = heading_words(language)
    generic = words.meetings - words.never_titles
    for place, text in enumerate(texts):
        if (not place or named.search(text)) and (days := _first_days(text, language, letter_day)):
            return days
    for text in texts[:_FIRST_LINES]:
        if generic & set(re.findall(r"[^\W\d_]+", text.lower())) and (
            days := _first_days(text, language, letter_day)
        ):
            return days
    return ()


def _first_days(text: str, language: str, letter_day: tuple[date, ...]) -> tuple[date, ...]:
    """The days that a text names first, all of them."""
    hits = [hit for hit in find_dates(text, language, letter_day) if hit.days]
    return every_day(hits[0].days[0], hits[0].days[-1]) if hits else ()


def every_day(first: date, last: date) -> tuple[date, ...]:
    """All days of a meeting; a span of over two weeks is no meeting."""
    length = (last - first).days
    if length > LONGEST_MEETING:
        return (first,)
    return tuple(first + timedelta(days=offset) for offset in range(length + 1))


def _title_lines(reading: Reading) -> list[str]:
    """The lines of the title, each by itself."""
    lines = [b.text for b, role in zip(reading.blocks, reading.roles, strict=True) if role == TITLE]
    return lines or [reading.title]


def _place(title: Sequence[str], opening: Sequence[str], language: str) -> str:
    """The town: in the lines of the title, else in a first sentence that names a council."""
    for place, text in enumerate([*title, *opening]):
        dated = find_dates(text, language, ())
        short = place < len(title) or len(text) < _SHORT_LINE
        if not find_council(text, language) and not (dated and short):
            continue
        if (found := _PLACE_AND_DAY.search(text)) and not find_council(found[1], language):
            return found[1]
        behind = _DAY_AND_PLACE.match(text, dated[-1].end) if dated else None
        if behind and not find_council(behind[1], language):
            return behind[1]
        for hit in _PLACE.finditer(text):
            if len(text) > _LONGEST_TITLE and not _near_meeting(text, hit.start(), language):
                continue
            if not find_dates(hit[1], language, ()) and not find_council(hit[1], language):
                return hit[1]
    return ""


def _near_meeting(text: str, place: int, language: str) -> bool:
    """Whether a town stands close behind a council's name or behind a day."""
    ends = [hit.end() for hit in council_names(language).pattern.finditer(text)]
    ends += [hit.end for hit in find_dates(text, language, _ANY_YEAR) if hit.days]
    return any(0 <= place - end <= _NEAR for end in ends)


def _announced(opening: Sequence[str], language: str) -> str:
    """A title for a letter without one: the words that name the meeting, its day and place."""
    for text in opening:
        council = council_names(language).pattern.search(text)
        if not council:
            continue
        hits = [hit for hit in find_dates(text, language, ()) if hit.start >= council.start()]
        end = hits[0].end if hits else council.end()
        place = _PLACE.search(text, council.end())
        if place and place.start() - end < 20:
            end = max(end, place.end())
        return text[council.start() : end]
    return ""
