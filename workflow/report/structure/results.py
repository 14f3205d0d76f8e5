"""Results blocks: the heading `Belangrijkste resultaten` and what belongs to it."""

from collections.abc import Mapping

from workflow.report.structure.blocks import Block
from workflow.report.structure.fields import is_part_name
from workflow.report.structure.reading import (
    RESULT,
    RESULT_HEAD,
    RESULTS,
    Reading,
    is_results,
    title_like,
)
from workflow.report.structure.verbs import has_verb, tells
from workflow.report.structure.words import heading_words, plain

_MOST_SUBHEADINGS = 8
_MOST_LINES = 40
"""Blocks within which results without bullets must end."""
_FEWEST_PHRASES = 3
"""Lines without a verb in a row from which all but the last are results."""


def find_results(reading: Reading) -> None:
    """Rule `results`: bullets below a results heading, else prose, with or without subheadings."""
    blocks = reading.blocks
    heads = [i for i in range(reading.start, len(blocks)) if is_results(blocks[i])]
    last = {plain(block.rest): place for place, block in enumerate(blocks)} if heads else {}
    for index in heads:
        if reading.free(index):
            reading.roles[index] = RESULTS
            _take(reading, index + 1, last)
            reading.trace.fired("results", line=reading.blocks[index].line)


def _take(reading: Reading, index: int, last: Mapping[str, int]) -> None:
    """Marks what belongs to the results that start at an index; `last` are places by text."""
    blocks = reading.blocks
    if index >= len(blocks) or not reading.free(index):
        return
    if blocks[index].bullet:
        while index < len(blocks) and reading.free(index) and _goes_on(reading, index):
            reading.roles[index] = RESULT
            index += 1
        return
    end = _numbered_end(reading, index, last)
    end = _row_end(reading, index) if end < 0 else end
    if end > index:
        for place in range(index, end):
            above_text = place + 1 < end and (
                blocks[place + 1].finished or is_part_name(blocks[place])
            )
            headed = reading.headlike(place) and above_text
            reading.roles[place] = RESULT_HEAD if headed else RESULT
        return
    while index < len(blocks) and reading.free(index) and not reading.headlike(index):
        if blocks[index].number and index in reading.chain:
            return
        reading.roles[index] = RESULT
        index += 1
    end = _subheaded_end(reading, index, last)
    for place in range(index, end):
        reading.roles[place] = RESULT_HEAD if reading.headlike(place) else RESULT


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a block is a bullet, or running text that goes on with one.

    Text that starts with a capital does if another bullet follows right behind it.
    """
    block = reading.blocks[index]
    if block.bullet or (block.text[0].islower() and not block.number):
        return True
    below = reading.blocks[index + 1] if index + 1 < len(reading.blocks) else None
    return below is not None and below.bullet and not block.number and not is_part_name(block)


def _numbered_end(reading: Reading, index: int, last: Mapping[str, int]) -> int:
    """Index of the numbered heading or part's name that ends results without bullets, or -1.

    A part's name that returns below is a subheading; `last` are places by text. What stands in
    between are the results, but for a last line without a verb below lines that all have one:
    it names a part.
    """
    if reading.form != "plain":
        return -1
    blocks = reading.blocks
    for end in range(index, min(len(blocks), index + _MOST_LINES)):
        block = blocks[end]
        part = is_part_name(block) and last[plain(block.rest)] == end
        if end in reading.chain or part or _is_roman_head(block):
            if not reading.chain:
                break
            verbs = [has_verb(line.text, line.language) for line in blocks[index:end]]
            if len(verbs) > 1 and all(verbs[:-1]) and not verbs[-1]:
                reading.trace.notice(blocks[end - 1].line, "results_end", text=blocks[end - 1].text)
                return end - 1
            return end
        if not reading.free(end) or is_results(block):
            break
    return -1


def _is_roman_head(block: Block) -> bool:
    """Whether a block is a heading with a Roman numeral."""
    return block.number is not None and block.number.style == "roman" and title_like(block)


def _row_end(reading: Reading, index: int) -> int:
    """Index behind results that are lines without bullets and stops, or -1.

    Each is a sentence that tells what was done; or they are three or more phrases in a row, of
    which the last one heads the text below.
    """
    blocks = reading.blocks
    end = index
    while end < len(blocks) and end - index < _MOST_LINES and reading.headlike(end):
        if blocks[end].number or blocks[end].heading or blocks[end].strong:
            break
        if is_part_name(blocks[end]):
            break
        end += 1
    told = [place for place in range(index, end) if tells(blocks[place].text, reading.language)]
    if told:
        return told[-1] + 1
    if end - index < _FEWEST_PHRASES or end == len(blocks):
        return -1
    if reading.headlike(end):
        return end
    reading.trace.notice(blocks[end - 1].line, "results_end", text=blocks[end - 1].text)
    return end - 1


def _subheaded_end(reading: Reading, index: int, last: Mapping[str, int]) -> int:
    """Index behind results with subheadings and prose, or `index` if there are none.

    They end where a part starts: at a part's name, a numbered heading, a heading right above
    another one; or where a subheading returns, now as the title of its item. A part's name
    that returns below is itself a subheading still. Without such a sign the headings are items.
    """
    seen = 0
    names: set[str] = set()
    place = index
    while place < len(reading.blocks):
        block = reading.blocks[place]
        if place in reading.chain:
            return place if seen else index
        if reading.headlike(place):
            name = plain(block.rest)
            part = name in heading_words(block.language).parts and last[name] == place
            known = name in names or (seen > 0 and part)
            if block.number or reading.headlike(place + 1) or known:
                return place if seen else index
            seen += 1
            names.add(name)
        elif not reading.free(place):
            return index
        if seen > _MOST_SUBHEADINGS:
            return index
        place += 1
    return index
