"""Items numbered `2.1` below parts numbered `2`."""

from workflow.report.structure.reading import ITEM, PART, Head, Reading, clean_title, title_like
from workflow.report.structure.treatments import item_head

_FEWEST = 2


def find_decimals(reading: Reading) -> None:
    """Rule `decimal_items`: headings that count 1.1, 1.2, 2.1 are the items.

    A heading numbered 1 right above 1.1 is their part; one with text of its own is an item.
    """
    blocks = reading.blocks
    found = [i for i in range(reading.start, len(blocks)) if _numbered(reading, i, ("decimal",))]
    numbers = [n.text for i in found if (n := blocks[i].number)]
    if len(found) < _FEWEST or not numbers[0].endswith(".1"):
        return
    for index in found:
        reading.set_head(index, ITEM, item_head(blocks[index]))
    majors = {number.split(".")[0] for number in numbers}
    for index in range(reading.start, len(blocks)):
        number = blocks[index].number
        if not number or not _numbered(reading, index, ("arabic", "roman", "named")):
            continue
        below = reading.after(index)
        if below in found and str(number.value) in majors:
            reading.set_head(index, PART, Head(number.text, clean_title(blocks[index])))
        elif number.style != "roman":
            reading.set_head(index, ITEM, item_head(blocks[index]))
    heads = (index for index in sorted(reading.heads) if reading.roles[index] in (ITEM, PART))
    reading.chain = dict.fromkeys(heads)
    reading.trace.fired("decimal_items", n=len(found), line=blocks[found[0]].line)


def _numbered(reading: Reading, index: int, styles: tuple[str, ...]) -> bool:
    """Whether a block is a heading with a number of one of the styles."""
    block = reading.blocks[index]
    styled = block.number is not None and block.number.style in styles
    return styled and reading.free(index) and title_like(block)
