"""Signs that the structure was read wrongly: each becomes a notice, in words."""

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


def report_doubts(reading: Reading) -> None:
    """Notices for numbers that do not count on, parts that hold nothing, headings with a verb."""
    heads = [i for i in sorted(reading.heads) if reading.roles[i] in (PART, ITEM)]
    last = 0
    for place, index in enumerate(heads):
        block, head = reading.blocks[index], reading.heads[index]
        title = head.title[:_LONGEST_IN_NOTICE]
        if tells(head.title, reading.language):
            reading.trace.notice(block.line, "heading_is_sentence", title=title)
        if reading.roles[index] == PART:
            last = -last
            end = heads[place + 1] if place + 1 < len(heads) else len(reading.blocks)
            groups = end < len(reading.blocks) and reading.roles[end] == PART and end == index + 1
            if not groups and not _holds_anything(reading, index, end):
                reading.trace.notice(block.line, "part_is_empty", title=title)
        elif block.number is not None and head.number.isdigit():
            last = _counted(reading, index, last)


def _counted(reading: Reading, index: int, last: int) -> int:
    """The number of an item, with a notice where it does not count on from the last one.

    `last` is negative behind the heading of a part, where numbers may start anew.
    """
    block, head = reading.blocks[index], reading.heads[index]
    value, before, anew = int(head.number), abs(last), last <= 0
    title = head.title[:_LONGEST_IN_NOTICE]
    if value == 1 and before and not anew:
        reading.trace.notice(block.line, "numbers_start_anew", title=title, last=before)
    elif value not in (1, before, before + 1):
        missing = before + 1 if value > before else 1
        reading.trace.notice(
            block.line, "number_missing", title=title, number=value, missing=missing
        )
    return value


def _holds_anything(reading: Reading, index: int, end: int) -> bool:
    """Whether anything stands between the heading of a part and the next heading."""
    if end < len(reading.blocks) and reading.roles[end] == ITEM:
        return True
    held = (BODY, RESULT, RESULT_HEAD, RESULTS, TREATMENT)
    return any(reading.roles[place] in held for place in range(index + 1, end))
