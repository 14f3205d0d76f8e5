"""Signs that the structure was read wrongly: each becomes a notice, in words."""

from collections.abc import Sequence

from workflow.report.structure.reading import (
    BODY,
    ITEM,
    PART,
    RESULT,
    RESULT_HEAD,
    RESULTS,
    TREATMENT,
    Reading,
)
from workflow.report.structure.verbs import tells

_LONGEST_IN_NOTICE = 60
_MOST_LISTED = 12


def report_doubts(reading: Reading) -> None:
    """Notices for numbers that do not count on, parts that hold nothing, headings with a verb."""
    heads = [i for i in sorted(reading.heads) if reading.roles[i] in (PART, ITEM)]
    for place, index in enumerate(heads):
        title = _short(reading, index)
        line = reading.blocks[index].line
        if tells(reading.heads[index].title, reading.language):
            reading.trace.notice(line, "heading_is_sentence", title=title)
        if reading.roles[index] == PART:
            end = heads[place + 1] if place + 1 < len(heads) else len(reading.blocks)
            groups = end == index + 1 and place + 1 < len(heads) and reading.roles[end] == PART
            if not groups and not _holds_anything(reading, index, end):
                reading.trace.notice(line, "part_is_empty", title=title)
    _report_numbers(reading, heads)


def _report_numbers(reading: Reading, heads: Sequence[int]) -> None:
    """Notices for numbers that are missing in a part, or start anew without one."""
    last, part, anew = 0, 0, True
    missing: dict[int, list[int]] = {}
    first = -1
    for index in heads:
        number = reading.heads[index].number
        if reading.roles[index] == PART:
            anew, part = True, int(number) if number.isdigit() else 0
        elif reading.blocks[index].number is not None and number.isdigit():
            value = int(number)
            if part and value == part + 1:
                last = part  # it counts on from the parts: `3.` behind `2.1`
            if value == 1 and last and not anew:
                line, title = reading.blocks[index].line, _short(reading, index)
                reading.trace.notice(line, "numbers_start_anew", title=title, last=last)
            starts = anew and value != last + 1
            first = index if starts or first < 0 or value == 1 else first
            gone = range(1 if starts else last + 1, value)
            missing.setdefault(first, []).extend(gone)
            last, anew = value, False
    for index, numbers in missing.items():
        if numbers:
            listed = ", ".join(map(str, numbers[:_MOST_LISTED]))
            line, title = reading.blocks[index].line, _short(reading, index)
            reading.trace.notice(line, "number_missing", numbers=listed, title=title)


def _short(reading: Reading, index: int) -> str:
    """The title of a heading, cut where it is long."""
    return reading.heads[index].title[:_LONGEST_IN_NOTICE]


def _holds_anything(reading: Reading, index: int, end: int) -> bool:
    """Whether anything stands between the heading of a part and the next heading."""
    if end < len(reading.blocks) and reading.roles[end] == ITEM:
        return True
    held = (BODY, RESULT, RESULT_HEAD, RESULTS, TREATMENT)
    return any(reading.roles[place] in held for place in range(index + 1, end))
