"""What stands before the items: letter, title, days, council and place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.report.references.dates import find_dates
from workflow.report.structure.blocks import Block
from workflow.report.structure.words import (
    council_names,
    find_council,
    heading_words,
    plain,
    starts_with,
)
from workflow.report.trace import Trace

_LONGEST_TITLE = 300
_PLACE = re.compile(
    r"\b(?:te|in|in het|at)\s+((?:(?:Den|Sint|San|Saint|New|Las|La|Le|The)\s)?[A-ZÀ-Þ][\w’'-]+(?:-[A-ZÀ-Þ]\w+)*)"
)
_PLACE_AND_DAY = re.compile(r",\s+([A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?),?\s+(?=\d{1,2}\b)")
_TOWN_AND_DAY = re.compile(
    r"^[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2},\s+\d{1,2}\s+\w+\s+\d{4}\W*$"
)
_SPEAKER = re.compile(
    r"^(?:The\s)?(?:Lord|Lady|Baroness|Baron|Viscount|Earl|Sir|Dame|Mr|Mrs|Ms|Dr|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,3}\s\()"
)
_NOT_PLACES = frozenset({"De", "Het", "Raad", "Verband", "Mei", "Juni", "Juli"})


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a report."""

    title: str
    start: int
    """Index of the first block behind the title."""
    introduction: tuple[Block, ...]
    """What stands before the title, such as a letter, its letterhead left out."""
    dates: tuple[date, ...]
    council: str
    place: str
    letter: bool
    reference_day: tuple[date, ...]
    """What `jl.` and the like are measured from: the meeting, or the letter's date."""


def read_front(blocks: Sequence[Block], language: str, trace: Trace) -> Front:
    """The front matter."""
    words = heading_words(language)
    letter = _letter_start(blocks)
    title_at, title_end = _title(blocks, letter >= 0, trace)
    letter_days = _letter_date(blocks, language) if letter >= 0 else ()
    if title_at >= 0:
        title = " ".join(_join_title(blocks[title_at:title_end]))
        before = blocks[:title_at]
        start = title_end if blocks[title_at].number is None else title_at
    else:
        title, before, start = "", (), 0
    kept = tuple(block for block in before if not _is_letterhead(block, words))
    if letter >= 0 and title_at > 0:
        trace.fired("letter_before_report", line=blocks[title_at].line)
    elif letter >= 0:
        trace.fired("letter_is_report", line=blocks[letter].line)
        start = _behind_letterhead(blocks, start)
    elif title_at >= 0:
        start = _behind_speaker(blocks, start, language, trace)
    opening = [block.text for block in [*kept, *blocks[start : start + 6]]][:12]
    dates = _dates(title, opening, language, letter_days)
    named = title or _announced(opening, language)
    council = find_council(title, language) or find_council(" ".join(opening[:3]), language)
    return Front(
        named, start, kept, dates, council, _place(title, opening), letter >= 0,
        dates or letter_days,
    )  # fmt: skip


def _letter_start(blocks: Sequence[Block]) -> int:
    """Index of the first sign of a letter within the first blocks, or -1."""
    for index, block in enumerate(blocks[:25]):
        words = heading_words(block.language)
        text = block.text
        if starts_with(text, words.salutations) or (
            index < 12 and len(text) < 120 and starts_with(text, words.addressees)
        ):
            return index
        if starts_with(text, words.announcements):
            return index
    return -1


def is_title(block: Block) -> bool:
    """Whether a block looks like the title of a report: an opener and a meeting."""
    words = heading_words(block.language)
    text = block.rest
    if len(text) > _LONGEST_TITLE or block.bullet or block.finished:
        return False
    if not starts_with(text, words.title_openers):
        return False
    parts = set(re.findall(r"[^\W\d_]+", text.lower()))
    return bool(
        parts & words.meetings
        or any("raad" in part for part in parts)
        or find_council(text, block.language)
    )


def _title(blocks: Sequence[Block], letter: bool, trace: Trace) -> tuple[int, int]:
    """First and behind-last index of the title's blocks, or (-1, -1)."""
    horizon = len(blocks) if letter else 15
    for index, block in enumerate(blocks[:horizon]):
        if is_title(block):
            end = _title_end(blocks, index)
            trace.fired("report_title", line=block.line)
            return index, end
    first = blocks[0] if blocks else None
    if first and not letter and not first.number and _names_meeting(first):
        trace.fired("first_line_is_title", line=first.line)
        return 0, _title_end(blocks, 0)
    return -1, -1


def _names_meeting(block: Block) -> bool:
    """Whether the first line of a text names a council without being a sentence."""
    return (
        len(block.text) <= 200
        and not block.finished
        and bool(find_council(block.text, block.language))
    )


def _title_end(blocks: Sequence[Block], index: int) -> int:
    """Index behind a title that goes on over several blocks."""
    end = index + 1
    while end < len(blocks) and end - index < 5:
        before, block = blocks[end - 1], blocks[end]
        if len(block.text) > 160 or block.finished or block.number or block.bullet:
            break
        dated = find_dates(block.text, block.language, ())
        whole_date = dated and len(block.text) - (dated[0].end - dated[0].start) <= 25
        undated = not find_dates(" ".join(b.text for b in blocks[index:end]), block.language, ())
        lower = block.text[0].islower()
        open_end = before.text.endswith((",", ":", "-"))
        if not (lower or (whole_date and undated) or (open_end and undated)):
            break
        end += 1
    return end


def _join_title(blocks: Sequence[Block]) -> list[str]:
    return [block.text.rstrip(":").strip() for block in blocks]


def _is_letterhead(block: Block, words: object) -> bool:
    """Whether a block belongs to the furniture of a letter: address, date, salutation."""
    terms = heading_words(block.language)
    text = block.text
    short = len(text) < 160
    return short and (
        starts_with(text, terms.salutations)
        or starts_with(text, terms.addressees)
        or starts_with(text, terms.closings)
        or (starts_with(text, terms.letter_headers) and len(text) < 80 and not block.finished)
        or bool(_TOWN_AND_DAY.match(text))
        or (starts_with(text, terms.signatories) and not block.finished)
    )


def _behind_letterhead(blocks: Sequence[Block], start: int) -> int:
    """Index of the first block that is running text or behind the salutation."""
    words = heading_words(blocks[0].language)
    for index in range(start, min(len(blocks), start + 25)):
        if starts_with(blocks[index].text, words.salutations):
            return index + 1
    for index in range(start, min(len(blocks), start + 25)):
        if blocks[index].finished:
            return index
    return start


def _behind_speaker(blocks: Sequence[Block], start: int, language: str, trace: Trace) -> int:
    """Index behind the line that names who made a ministerial statement."""
    if language == "en" and start < len(blocks):
        block = blocks[start]
        if len(block.text) < 140 and not block.finished and _SPEAKER.match(block.text):
            trace.fired("speaker_line", line=block.line, text=block.text)
            return start + 1
    return start


def _letter_date(blocks: Sequence[Block], language: str) -> tuple[date, ...]:
    """The date of a letter."""
    for block in blocks[:25]:
        if len(block.text) < 100:
            for hit in find_dates(block.text, language, ()):
                if hit.days:
                    return hit.days
    return ()


def _dates(
    title: str, opening: Sequence[str], language: str, letter_days: tuple[date, ...]
) -> tuple[date, ...]:
    """The days of the meeting.

    They come from the title, else from the first sentence that names a meeting and a day.
    """
    texts = [
        title,
        *(text for text in opening if find_council(text, language) or "raad" in text.lower()),
    ]
    for text in texts:
        for hit in find_dates(text, language, letter_days):
            if hit.days:
                return _every_day(hit.days[0], hit.days[-1])
    return ()


def _every_day(first: date, last: date) -> tuple[date, ...]:
    """All days of a meeting; a span of over two weeks is no meeting."""
    length = (last - first).days
    if length > 14:
        return (first,)
    return tuple(first + timedelta(days=offset) for offset in range(length + 1))


def _place(title: str, opening: Sequence[str]) -> str:
    for text in (title, *opening[:4]):
        if found := _PLACE_AND_DAY.search(text):
            return found[1]
        for hit in _PLACE.finditer(text):
            if hit[1] not in _NOT_PLACES:
                return hit[1]
    return ""


def _announced(opening: Sequence[str], language: str) -> str:
    """A title for a letter without one: the words that name the meeting, its day and place."""
    for text in opening:
        council = council_names(language).pattern.search(text)
        if council:
            hits = [hit for hit in find_dates(text, language, ()) if hit.start >= council.start()]
            end = hits[0].end if hits else council.end()
            if place := _PLACE.search(text, council.end()):
                end = max(end, place.end()) if place.start() - end < 20 else end
            return text[council.start() : end]
    return ""


def plain_title(text: str) -> str:
    """A title for comparison."""
    return plain(text)
