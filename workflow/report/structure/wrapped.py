"""Titles that the writer broke over two lines, the second one with a capital."""

from dataclasses import replace

from workflow.report.flow import join
from workflow.report.structure.fields import is_part_name
from workflow.report.structure.reading import ITEM, Reading, is_results, title_like
from workflow.report.structure.treatments import is_treatment, item_head
from workflow.report.structure.words import plain

_SHORTEST = 40
"""Characters of a line that was broken rather than ended."""
_APART = 0.6
"""Share of the headings that must have a blank line below them."""
_FEWEST = 3


def find_wrapped_titles(reading: Reading) -> None:
    """Rule `wrapped_title`: a heading right below another one, in a report that sets them apart.

    Where blank lines stand below the other headings, a line between a title and the blank line
    is its second line: no item of its own, and the first line no part.
    """
    heads = [i for i in range(reading.start, len(reading.blocks) - 1) if _heads(reading, i)]
    apart = sum(reading.blocks[index + 1].gap for index in heads)
    if len(heads) < _FEWEST or apart < _APART * len(heads):
        return
    for index in heads:
        if not _goes_on_below(reading, index):
            continue
        block, below = reading.blocks[index], reading.blocks[index + 1]
        whole = replace(block, flow=join([(block.flow, ""), (below.flow, " ")]))
        reading.set_head(index, ITEM, item_head(whole))
        reading.drop(index + 1)
        reading.trace.fired("wrapped_title", line=below.line, text=below.text)


def _heads(reading: Reading, index: int) -> bool:
    """Whether a block is the title of a numbered item or has the form of a heading."""
    return reading.roles[index] == ITEM or (not reading.chain and reading.headlike(index))


def _goes_on_below(reading: Reading, index: int) -> bool:
    """Whether the line right below a title is its second line: text follows behind a gap."""
    above, block = reading.blocks[index], reading.blocks[index + 1]
    text = reading.blocks[index + 2] if index + 2 < len(reading.blocks) else None
    if text is None or block.gap or not text.gap or text.number or not text.finished:
        return False
    if len(above.text) < _SHORTEST or above.text.isupper() != block.text.isupper():
        return False
    if (
        not reading.free(index + 1)
        or not title_like(block)
        or block.number
        or block.text[-1] == ":"
    ):
        return False
    return not any(_known(reading, place) for place in (index, index + 1))


def _known(reading: Reading, index: int) -> bool:
    """Whether a line needs no other one: the name of a field, a treatment, a subheading."""
    block, words = reading.blocks[index], reading.words
    name = plain(block.rest)
    listed = name in words.generic or name in words.inner
    return listed or is_part_name(block) or is_treatment(block) or is_results(block)
