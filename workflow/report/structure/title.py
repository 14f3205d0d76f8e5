"""The title of a report, and what stands before and directly behind it."""

import re
from dataclasses import replace
from itertools import islice

from workflow.report.layout.paragraphs import function_words
from workflow.report.references.dates import find_dates
from workflow.report.structure.blocks import Block
from workflow.report.structure.contents import heads_contents
from workflow.report.structure.letter import letter_end, salutation
from workflow.report.structure.reading import (
    DROPPED,
    FRONT,
    TITLE,
    Reading,
    is_results,
    title_like,
)
from workflow.report.structure.speakers import drop_answerer, drop_askers, drop_speakers
from workflow.report.structure.words import (
    council_names,
    find_council,
    heading_words,
    plain,
    starts_with,
)

_LONGEST = 300
_HORIZON = 15
_PAPER = re.compile(r"^n[ro]\.?\s+\d+\s+", re.IGNORECASE)
"""The number of a printed paper before its title: `Nr. 84 VERSLAG`."""
_LONGEST_DAY = 60
_LONGEST_NAME = 120
_MOST_OTHERS = 2
"""Words beside the name and day of a meeting in a line that says nothing else."""


def find_title(reading: Reading) -> None:
    """Rule `report_title`: an opener such as `Verslag` and the name of a meeting.

    Behind a letter the last such line that heads text is the title, a line in the letterhead
    is its subject. Without any, the first line is the title if it names a council.
    """
    blocks = reading.blocks
    greeting = salutation(reading) if reading.letter >= 0 else -1
    horizon = len(blocks) if reading.letter >= 0 else _HORIZON
    candidates = [
        i
        for i in range(min(horizon, len(blocks)))
        if reading.free(i) and (is_title(blocks[i]) or _labels_title(reading, i))
    ]
    end = letter_end(reading)
    first = max(greeting, reading.letter) + 1
    behind = [i for i in candidates if i >= first and _heads_text(reading, i)]
    behind = [i for i in behind if i >= end] or ([] if end >= 0 else behind)
    if reading.letter >= 0 and not behind and end >= 0:
        _letter_before(reading, end)
    elif reading.letter >= 0 and not behind:
        _letter_alone(reading, candidates)
    elif behind:
        index = _first_line(reading, _last_before_text(reading, behind))
        if reading.letter < 0 and (line := _dated_meeting(reading)) is not None:
            index = min(index, line)
        _set_title(reading, index)
        reading.trace.fired("report_title", line=blocks[index].line)
    elif (line := _council_line(reading)) is not None:
        _set_title(reading, line)
        reading.trace.fired("first_line_is_title", line=blocks[line].line)
    if reading.letter >= 0 and reading.title and not reading.subject:
        reading.trace.fired("letter_before_report", line=blocks[reading.start].line)
    if not reading.title:
        drop_askers(reading)
    drop_answerer(reading)
    _drop_behind_title(reading)


def _last_before_text(reading: Reading, candidates: list[int]) -> int:
    """The first candidate, or the last one before the text if a web page prints it again."""
    first = candidates[0]
    title = plain(reading.blocks[first].text)
    chosen = first
    for index in candidates[1:]:
        if any(block.finished for block in reading.blocks[first:index]):
            break
        again = plain(reading.blocks[index].text)
        if title.startswith(again) and len(again) >= len(title) // 2:
            chosen = index
    return chosen


def _first_line(reading: Reading, index: int) -> int:
    """Index of the line above a title's, where that opens the title and no gap divides them."""
    block, above = reading.blocks[index], reading.blocks[index - 1] if index else None
    if above is None or block.gap or block.heading or above.finished or above.number:
        return index
    opens = starts_with(above.text, reading.words.title_openers) and reading.free(index - 1)
    return index - 1 if opens else index


def _dated_meeting(reading: Reading) -> int | None:
    """Index of the first line if it names a council and its day."""
    first = next((i for i in range(len(reading.blocks)) if reading.free(i)), None)
    if first is None or not _names_meeting(reading.blocks[first]):
        return None
    hits = find_dates(reading.blocks[first].text, reading.language, ())
    return first if any(hit.days for hit in hits) else None


def is_title(block: Block) -> bool:
    """Whether a block looks like the title of a report: an opener and a meeting."""
    words = heading_words(block.language)
    text = _PAPER.sub("", block.rest)
    if len(text) > _LONGEST or block.bullet or block.finished:
        return False
    if plain(text) in words.never_titles:
        return False
    if any(re.match(pattern, text, re.IGNORECASE) for pattern in words.title_patterns):
        return True
    if not starts_with(text, words.title_openers):
        return False
    parts = set(re.findall(r"[^\W\d_]+", text.lower()))
    return bool(
        parts & words.meetings
        or any(part.endswith(words.meeting_endings) for part in parts)
        or find_council(text, block.language)
    )


def _heads_text(reading: Reading, index: int) -> bool:
    """Whether text stands close below a line; a contents list in between does not count."""
    kept = (i for i in range(index + 1, len(reading.blocks)) if reading.roles[i] != DROPPED)
    return any(reading.blocks[i].finished for i in islice(kept, 12))


def _letter_before(reading: Reading, end: int) -> None:
    """A letter with a signature, and a report without a title behind it."""
    for index in range(end):
        if reading.free(index):
            reading.roles[index] = FRONT
    reading.start = end
    reading.trace.fired("letter_ends_at_signature", line=reading.blocks[end].line)


def _letter_alone(reading: Reading, candidates: list[int]) -> None:
    """A letter that is itself the report."""
    blocks = reading.blocks
    reading.trace.fired("letter_is_report", line=blocks[reading.letter].line)
    if candidates:
        end = _title_end(reading, candidates[0])
        reading.subject = reading.title = _joined(blocks[candidates[0] : end])
        for index in range(candidates[0], end):
            reading.drop(index)
    elif (line := _line_below_salutation(reading)) is not None:
        reading.subject = reading.title = _joined([blocks[line]])
        reading.drop(line)
    else:
        reading.subject = reading.title = _labelled_subject(reading)
    reading.start = 0


def _line_below_salutation(reading: Reading) -> int | None:
    """Index of the line below a salutation if it says nothing but a meeting and its day."""
    greeting = salutation(reading)
    below = reading.after(greeting) if greeting >= 0 else None
    return below if below is not None and _only_names_meeting(reading.blocks[below]) else None


def _labelled_subject(reading: Reading) -> str:
    """What a letterhead says the letter is about, if it names a council: `Subject: …`."""
    for block in reading.blocks[:_HORIZON]:
        if not starts_with(block.text, reading.words.subjects):
            continue
        label = next(w for w in reading.words.subjects if starts_with(block.text, (w,)))
        subject = block.text[len(label) :].lstrip(" :\t")
        if find_council(subject, block.language) and not block.finished:
            return subject
    return ""


def _set_title(reading: Reading, index: int) -> None:
    """Makes a block and those that continue it the title; what stands before it is the front."""
    blocks = reading.blocks
    numbered = blocks[index].number is not None and not blocks[index].text[:1].isdigit()
    end = index + 1 if numbered else _title_end(reading, index)
    reading.title = _joined(blocks[index:end])
    for place in range(index):
        if reading.letter < 0 and not blocks[place].finished:
            reading.trace.fired("front_line", line=blocks[place].line, text=blocks[place].text)
            reading.drop(place)
        elif reading.roles[place] != DROPPED:
            reading.roles[place] = FRONT
    if numbered:
        reading.start = index
        return
    for place in range(index, end):
        reading.roles[place] = TITLE
    reading.start = end


def _labels_title(reading: Reading, index: int) -> bool:
    """Whether a line of a note that is no letter says what it is about: `Subject: Outcome …`."""
    block = reading.blocks[index]
    label = _label(block)
    if reading.letter >= 0 or not label or block.number:
        return False
    return is_title(replace(block, flow=block.flow.part(len(label))))


def _label(block: Block) -> str:
    """The label before what a note is about, with its colon: `Subject:`."""
    before, colon, _ = block.text.partition(":")
    named = colon and plain(before) in heading_words(block.language).subjects
    return before + colon if named else ""


def _joined(blocks: list[Block]) -> str:
    texts = (block.text.removeprefix(_label(block)) for block in blocks)
    return " ".join(text.strip().rstrip(":").strip() for text in texts)


def _council_line(reading: Reading) -> int | None:
    """Index of the line that names the council and is no sentence, if one heads the text.

    That is the first line, or one among the first that says nothing else; of those the last
    before the running text starts.
    """
    blocks = reading.blocks
    first = next((i for i in range(len(blocks)) if reading.free(i)), None)
    if first is None:
        return None
    if _names_meeting(blocks[first]):
        near = range(first, min(first + _HORIZON, len(blocks)))
        return _last_before_text(reading, [i for i in near if _names_meeting(blocks[i])])
    found = None
    for index in range(first, min(first + _HORIZON, len(blocks))):
        if blocks[index].finished:
            break
        if reading.free(index) and (
            _only_names_meeting(blocks[index]) or _dates_meeting(blocks[index])
        ):
            found = index
    return found


def _names_meeting(block: Block) -> bool:
    """Whether a line names a council without being a sentence."""
    open_ended = not block.finished or block.text.endswith("?")
    short = len(block.text) <= 200 and open_ended and not block.number
    return short and bool(find_council(block.text, block.language))


def _dates_meeting(block: Block) -> bool:
    """Whether a line names a council and its day, and calls itself a meeting or the like."""
    words = set(re.findall(r"[^\W\d_]+", block.text.lower()))
    if not _names_meeting(block) or not words & heading_words(block.language).meetings:
        return False
    return any(hit.days for hit in find_dates(block.text, block.language, ()))


def _only_names_meeting(block: Block) -> bool:
    """Whether a line consists of the name of a council, in capitals of a name, and its day."""
    if not _names_meeting(block) or len(block.text) > _LONGEST_NAME:
        return False
    words = heading_words(block.language)
    text = council_names(block.language).pattern.sub(" ", block.text)
    for hit in reversed(find_dates(text, block.language, ())):
        text = text[: hit.start] + " " + text[hit.end :]
    left = re.findall(r"[^\W\d_]+", text)
    return sum(word.lower() not in words.meetings for word in left) <= _MOST_OTHERS


def _title_end(reading: Reading, index: int) -> int:
    """Index behind a title that goes on over several blocks."""
    blocks = reading.blocks
    end = index + 1
    while end < len(blocks) and end - index < 5:
        before, block = blocks[end - 1], blocks[end]
        if reading.roles[end] == DROPPED or block.number or block.bullet:
            break
        if len(block.text) > 160 or block.finished:
            break
        dated = find_dates(block.text, block.language, ())
        mostly_date = bool(dated) and len(block.text) - (dated[0].end - dated[0].start) <= 25
        whole = _joined(blocks[index:end])
        undated = not find_dates(whole, block.language, ())
        unnamed = not find_council(whole, block.language)
        goes_on = (
            (block.text[0].islower() and (undated or not _heads_below(blocks, end)))
            or (mostly_date and undated and plain(block.rest) not in reading.words.parts)
            or (before.text.endswith((",", ":", "-")) and undated)
            or (unnamed and bool(find_council(block.text, block.language)))
            or (undated and _is_session(block))
            or (undated and _is_session(before) and _is_field(block))
        )
        if (
            not goes_on
            or is_results(block)
            or starts_with(block.text, reading.words.bylines)
            or starts_with(block.text, reading.words.letter_headers)
        ):
            break
        end += 1
    return end


def _heads_below(blocks: list[Block], index: int) -> bool:
    """Whether a line stands apart above text, and does not start like the rest of a phrase."""
    block = blocks[index]
    follows = block.text.split()[0].lower() in function_words(block.language)
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return not follows and below is not None and below.finished


def _is_session(block: Block) -> bool:
    """Whether a line counts the meeting: `3754th Council meeting`."""
    patterns = heading_words(block.language).title_patterns
    return any(re.match(pattern, block.text, re.IGNORECASE) for pattern in patterns)


def _is_field(block: Block) -> bool:
    """Whether a line is the name of a policy field alone."""
    return plain(block.rest) in heading_words(block.language).parts


def _drop_behind_title(reading: Reading) -> None:
    """Rules `speaker_line` and `press_front`: who made a statement, who presided."""
    blocks, start = reading.blocks, reading.start
    if reading.letter >= 0 or start >= len(blocks) or reading.roles[start - 1] != TITLE:
        return
    while start < len(blocks) - 1 and (
        reading.roles[start] == DROPPED or _is_byline(blocks[start])
    ):
        reading.drop(start)
        start += 1
    block = blocks[start]
    if _drop_lone_day(reading, start) and start < len(blocks) - 2:
        start += 1
    if drop_speakers(reading, start):
        return
    if not any(re.search(p, reading.title, re.IGNORECASE) for p in reading.words.title_patterns):
        return
    contents = [i for i in range(start, len(blocks)) if heads_contents(reading, i)][:1]
    for index in range(start, contents[0] if contents else start):
        if reading.free(index):
            if is_results(blocks[index]):
                break
            reading.drop(index)
            reading.trace.fired("press_front", line=blocks[index].line)
    for index in range(start, min(len(blocks), start + 12)):
        if index in reading.signatures:
            continue
        if reading.roles[index] == DROPPED:
            continue
        if blocks[index].finished or is_results(blocks[index]) or _is_field(blocks[index]):
            break
        if index + 1 < len(blocks) and _heads(blocks[index], blocks[index + 1]):
            break
        reading.drop(index)
        reading.trace.fired("press_front", line=block.line)


def _is_byline(block: Block) -> bool:
    """Whether a line says for whom or by whom the report was made, or that it is one."""
    words = heading_words(block.language)
    named = plain(block.text) in words.never_titles and starts_with(block.text, words.title_openers)
    return named or (not block.finished and starts_with(block.text, words.bylines))


def _heads(block: Block, below: Block) -> bool:
    """Whether a line below the title heads text, or an item with a number."""
    return title_like(block) and (below.finished or below.number is not None)


def _drop_lone_day(reading: Reading, index: int) -> bool:
    """Rule `press_front`: a day right below the title, when no other line is a day alone."""
    days = [place for place in range(index, len(reading.blocks)) if _is_day(reading.blocks[place])]
    if days == [index]:
        reading.drop(index)
        reading.trace.fired("press_front", line=reading.blocks[index].line)
    return days == [index]


def _is_day(block: Block) -> bool:
    """Whether a line consists of a day, perhaps behind a label such as `Datum`."""
    if len(block.text) > _LONGEST_DAY:
        return False
    hits = [hit for hit in find_dates(block.text, block.language, ()) if hit.days]
    rest = block.text[: hits[0].start] + block.text[hits[0].end :] if hits else block.text
    words = heading_words(block.language)
    beside = words.weekdays.union(words.letter_headers)
    return bool(hits) and all(word.strip(",.:").lower() in beside for word in rest.split())
