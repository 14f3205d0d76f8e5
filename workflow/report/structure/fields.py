"""Headings that consist of a policy field or body: mostly parts, some of them items."""

from dataclasses import replace
from datetime import date

from workflow.report.references.dates import find_dates
from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import ITEM, PART, Reading, clean_title
from workflow.report.structure.treatments import item_head
from workflow.report.structure.words import heading_words, plain

_ANY_YEAR = (date(2000, 7, 1),)
"""So that a day without a year counts as a date too."""


def is_part_name(block: Block) -> bool:
    """Whether a heading consists of a policy field or body, with or without a date."""
    return plain(_without_days(block)) in heading_words(block.language).parts


def is_day(block: Block) -> bool:
    """Whether a line is no more than a day."""
    return not _without_days(block)


def _without_days(block: Block) -> str:
    """The words of a heading but for dates and the names of days."""
    words = heading_words(block.language)
    text = block.rest
    for hit in reversed(find_dates(text, block.language, _ANY_YEAR)):
        text = text[: hit.start] + " " + text[hit.end :]
    kept = [
        word
        for word in plain(text).split()
        if (bare := word.strip(",.-–—:()")) and bare not in words.weekdays
    ]
    return " ".join(kept)


def find_lone_fields(reading: Reading) -> None:
    """Rule `field_is_item`: names of policy fields with text of their own, where no part has items.

    Such a name is the title of an item. So is the only one of a report, if text stands right
    below it, and so are headings with Roman numerals where a report has no other.
    """
    heads = sorted(index for index in reading.heads if reading.roles[index] in (PART, ITEM))
    parts = [index for index in heads if reading.roles[index] == PART]
    numbered = sum(reading.blocks[index].number is not None for index in parts)
    if not parts or reading.chain or (numbered and (len(heads) > len(parts) or len(parts) < 2)):
        return
    above_text = [i for i in parts if (below := reading.after(i)) and reading.free(below)]
    without_items = all(
        i not in heads or reading.roles[i] == PART for i in range(parts[0], len(reading.blocks))
    )
    if above_text == parts and (without_items or len(parts) == 1):
        for index in parts:
            block = reading.blocks[index]
            number = block.number.text if block.number else ""
            reading.set_head(
                index,
                ITEM,
                replace(item_head(block), number=number, title=clean_title(block))
                if number
                else item_head(block),
            )
            reading.trace.fired("field_is_item", line=block.line)


def is_field_of_group(reading: Reading, index: int, below: int) -> bool:
    """Whether a field with text and no item of its own is one of a part: `Approved` / `Fisheries`.

    It stands right below the heading of that part, or behind another such field.
    """
    last = max((i for i in reading.heads if i < index), default=-1)
    if last < 0 or not is_part_name(reading.blocks[index]) or reading.headlike(below):
        return False
    grouped = reading.roles[last] == PART and last == reading.above(index)
    beside = reading.roles[last] == ITEM and is_part_name(reading.blocks[last])
    if not (grouped or beside):
        return False
    places = range(below, len(reading.blocks))
    following = next((place for place in places if reading.headlike(place)), None)
    return following is None or is_part_name(reading.blocks[following])
