"""Results blocks: the heading `Belangrijkste resultaten` and what belongs to it."""

from collections.abc import Mapping

from workflow.report.structure.reading import RESULT, RESULT_HEAD, RESULTS, Reading, is_results
from workflow.report.structure.words import heading_words, plain

_MOST_SUBHEADINGS = 8


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
    while index < len(blocks) and reading.free(index) and not reading.headlike(index):
        if blocks[index].number and index in reading.chain:
            return
        reading.roles[index] = RESULT
        index += 1
    end = _subheaded_end(reading, index, last)
    for place in range(index, end):
        reading.roles[place] = RESULT_HEAD if reading.headlike(place) else RESULT


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a block is a bullet, or running text that goes on with one."""
    block = reading.blocks[index]
    return block.bullet or (block.text[0].islower() and not block.number)


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
        if reading.headlike(place):
            name = plain(block.rest)
            part = name in heading_words(block.language).parts and last[name] == place
            known = name in names or (seen > 0 and part)
            if block.number or place in reading.chain or reading.headlike(place + 1) or known:
                return place if seen else index
            seen += 1
            names.add(name)
        elif not reading.free(place):
            return index
        if seen > _MOST_SUBHEADINGS:
            return index
        place += 1
    return index
