"""Headings: which blocks open a part or an item, and which name a treatment."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from workflow.report.sentences import split_sentences
from workflow.report.structure.blocks import Block, is_stopped_title
from workflow.report.structure.fields import is_field_of_group, is_part_name
from workflow.report.structure.reading import (
    ITEM,
    PART,
    RESULT,
    RESULT_HEAD,
    RESULTS,
    TREATMENT,
    Head,
    Reading,
    clean_title,
    is_annex,
    title_like,
)
from workflow.report.structure.treatments import is_treatment, item_head
from workflow.report.structure.words import plain

_COUNTED = ("arabic", "named")
_BIGGEST_STEP = 9
"""How many numbers a report may leave out between two items: those without discussion."""
_FEWEST_TITLES = 2
"""Titles without a number from which numbered lines with a stop count points."""
_FEWEST_INNER = 2
"""Known subheadings from which they divide items; a lone one is an item itself."""
_MOST_REPEATED = 0.8
"""Share of the titles that may return before the whole text must be a repetition."""
LONGEST_QUESTION = 120
"""Characters of the longest title that is a question."""


def find_form(reading: Reading) -> None:
    """Rule `heading_form`: how this report sets its headings apart.

    Where the format tells headings (two or more, with text below them), only those count;
    where most short lines are bold, only bold ones; else every short line that is no sentence
    may be one.
    """
    places = range(reading.start, len(reading.blocks))
    blocks = [reading.blocks[i] for i in places if reading.free(i) and i not in reading.cells]
    told = sum(bool(block.heading) for block in blocks)
    above_text = sum(
        bool(above.heading) and not title_like(below) for above, below in pairwise(blocks)
    )
    short = [block for block in blocks if title_like(block)]
    strong = sum(block.strong or bool(block.heading) for block in short)
    if told >= 2 and (2 * above_text >= told or strong <= told):
        reading.form = "told"
    elif strong >= 2 and strong >= 0.4 * len(short):
        reading.form = "strong"
    reading.trace.fired(f"headings_{reading.form}", n=told or strong or len(short))


def find_chain(reading: Reading) -> None:
    """Rule `numbered_items`: headings that count 1, 2, 3, anew in each part.

    A numbered heading right above number 1 is a part if it counts on from the part before.
    """
    if reading.chain:
        return
    numbered = [
        index
        for index in range(reading.start, len(reading.blocks))
        if reading.free(index)
        and index not in reading.cells
        and _is_numbered(reading.blocks, index)
    ]
    numbered = _without_points(reading, numbered)
    reading.chain = dict.fromkeys(numbered)
    chain: list[int] = []
    parts: list[int] = []
    last = part = 0
    for index in numbered:
        value = _value(reading.blocks[index])
        below = _head_below(reading, index)
        above_first = below in reading.chain and _value(reading.blocks[below]) == 1
        named = part > 0 and value == part + 1 and is_part_name(reading.blocks[index])
        if (above_first and value in (1, part + 1)) or named:
            parts.append(index)
            part, last = value, 0
        elif (
            value == 1
            or (not chain and _is_worded(reading.blocks[index]))
            or last - _is_lettered(reading.blocks[index]) < value <= last + _BIGGEST_STEP
        ):
            chain.append(index)
            last = value
    if not _counts(reading, chain):
        chain = parts = []
    reading.chain = dict.fromkeys(sorted(chain + parts))
    for index in chain:
        reading.set_head(index, ITEM, item_head(reading.blocks[index]))
    for index in parts:
        _set_part(reading, index, "part_above_first_item")
    if chain:
        reading.trace.fired("numbered_items", n=len(chain))


def _without_points(reading: Reading, numbered: list[int]) -> list[int]:
    """Numbered headings, those with a stop left out among titles without numbers.

    They are then points of a text: `Toys`, text, `1. A fund.`, text, `Boats`. Fewer such titles
    than numbered lines are an introduction and what closes the report.
    """
    if not any(is_stopped_title(reading.blocks[index]) for index in numbered):
        return numbered
    titles = [i for i in range(reading.start, len(reading.blocks)) if _has_title(reading, i)]
    above = sum(index < numbered[0] for index in titles)
    titled = above + sum(index > numbered[-1] for index in titles)
    stopped = sum(is_stopped_title(reading.blocks[index]) for index in numbered)
    if not above or titled < max(_FEWEST_TITLES, stopped + 1):
        return numbered
    return [index for index in numbered if not is_stopped_title(reading.blocks[index])]


def _has_title(reading: Reading, index: int) -> bool:
    """Whether a block is a title of a subject, without a number, that stands above running text."""
    block, below = reading.blocks[index], reading.after(index)
    if block.number or below is None or plain(block.rest) in reading.words.frame:
        return False
    text = reading.blocks[below]
    return text.finished and not text.number and reading.headlike(index)


def _is_numbered(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block may be a numbered heading; a question if it is not one of a row."""
    block = blocks[index]
    if block.number is None or block.number.style not in _COUNTED or block.bullet:
        return False
    if _may_head(blocks, index):
        return True
    asked = len(block.text) <= LONGEST_QUESTION and "?" in block.text
    single = len(split_sentences(block.rest, block.language)) == 1
    beside = _beside(blocks, index)
    return asked and single and not any(other.number and "?" in other.text for other in beside)


def _may_head(blocks: Sequence[Block], index: int) -> bool:
    """Whether a numbered block has the form of a title, or of one with a stop, not in a row."""
    stopped = is_stopped_title(blocks[index])
    apart = stopped and not any(other.number for other in _beside(blocks, index))
    return apart or title_like(blocks[index])


def _beside(blocks: Sequence[Block], index: int) -> list[Block]:
    """The blocks right above and below one."""
    return [*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2]]


def _is_worded(block: Block) -> bool:
    """Whether a word stands before the number, as in `Agenda item 4`."""
    return block.number is not None and block.number.style == "named"


def _is_lettered(block: Block) -> bool:
    """Whether a letter stands behind the figure of a number: `1b` may follow `1a`."""
    return block.number is not None and not block.number.text.isdigit()


def _value(block: Block) -> int:
    return block.number.value if block.number else 0


def _counts(reading: Reading, chain: list[int]) -> bool:
    """Whether a chain is more than a chance: it starts at 1, and has two members or heads all.

    Numbers behind a word may start later, where a report leaves items out.
    """
    members = frozenset(chain)
    worded = all(_is_worded(reading.blocks[index]) for index in members)
    if not chain or (_value(reading.blocks[chain[0]]) != 1 and not worded):
        return False
    others = sum(
        title_like(block)
        for index, block in enumerate(reading.blocks)
        if index > chain[0] and index not in members and reading.free(index)
    )
    return len(chain) >= 2 or others <= 1


def _head_below(reading: Reading, index: int) -> int:
    """Index of the heading right below one, a results block skipped; -1 if text follows."""
    blocks = reading.blocks
    place = reading.after(index)
    if place is not None and plain(blocks[place].rest) in reading.words.results:
        place = reading.after(place)
        while place is not None and (blocks[place].bullet or not title_like(blocks[place])):
            if not blocks[place].bullet and place - index > 12:
                return -1
            place = reading.after(place)
    return place if place is not None and title_like(blocks[place]) else -1


def find_lettered_parts(reading: Reading) -> None:
    """Rule `roman_parts`: headings with a Roman numeral, or with capitals that count from A."""
    roman, capitals = [], []
    for index in range(reading.start, len(reading.blocks)):
        block = reading.blocks[index]
        if reading.free(index) and block.number and _may_head(reading.blocks, index):
            if block.number.style in ("roman", "part"):
                roman.append(index)
            elif block.number.style == "capital":
                capitals.append(index)
    if [_value(reading.blocks[i]) for i in capitals[:2]] != [1, 2]:
        capitals = []
    for index in roman or capitals:
        _set_part(reading, index, "roman_parts")


def _set_part(reading: Reading, index: int, rule: str) -> None:
    block = reading.blocks[index]
    number = block.number.text if block.number else ""
    reading.set_head(index, PART, Head(number, clean_title(block)))
    reading.trace.fired(rule, line=block.line)


def find_unnumbered(reading: Reading) -> None:
    """Rule `headings`: short lines without a full stop, where items have no numbers.

    In a report with numbered items only a heading right above number 1 (a part) and the
    generic titles (any other business) count. A heading right above another one is a part.
    """
    indexes = [i for i in range(reading.start, len(reading.blocks)) if reading.headlike(i)]
    inner = _inner_headings(reading, indexes)
    numbered = bool(reading.chain)
    for index in inner:
        block = reading.blocks[index]
        reading.trace.fired("inner_heading", line=block.line, text=block.text)
    for index in indexes:
        if index in inner or not reading.free(index):
            continue
        if numbered:
            _beside_numbers(reading, index)
        else:
            _without_numbers(reading, index, inner)


def _inner_headings(reading: Reading, indexes: Sequence[int]) -> list[int]:
    """The headings that divide items: those of the word list, and those that return."""
    words = reading.words
    names = [plain(reading.blocks[index].rest) for index in indexes]
    counts = Counter(names)
    returning = {
        name
        for name, count in counts.items()
        if count > 1 and name not in words.generic and name not in words.parts
    }
    if len(returning) > _MOST_REPEATED * len(counts):
        returning.clear()
    listed = sum(name in words.inner for name in names) >= _FEWEST_INNER
    return [
        index
        for index, name in zip(indexes, names, strict=True)
        if (listed and name in words.inner) or name in returning
    ]


def _beside_numbers(reading: Reading, index: int) -> None:
    """An unnumbered heading among numbered ones."""
    block = reading.blocks[index]
    generic = plain(block.rest) in reading.words.generic
    below = _head_below(reading, index)
    if below in reading.chain and (_value(reading.blocks[below]) == 1 or is_part_name(block)):
        _set_part(reading, index, "part_above_first_item")
    elif below in reading.chain and (generic or _groups_items(reading, index, below)):
        _set_part(reading, index, "part_above_item")
    elif reading.after(index) is not None and (
        generic or _is_last_annex(reading, index) or _opens_own(reading, index)
    ):
        reading.set_head(index, ITEM, item_head(block))


def _is_last_annex(reading: Reading, index: int) -> bool:
    """Whether a heading opens an annex behind the last numbered item."""
    return is_annex(reading.blocks[index]) and index > max(reading.chain)


def _opens_own(reading: Reading, index: int) -> bool:
    """Whether a heading names a meal, or the end behind the last number, below an item's text.

    One that returns is a heading within items.
    """
    above, title = reading.above(index), reading.blocks[index].rest
    last = index > max(reading.chain)
    if not (reading.words.own.match(title) or (last and reading.words.ends.match(title))):
        return False
    once = sum(plain(block.rest) == plain(title) for block in reading.blocks) == 1
    return once and above is not None and reading.roles[above] != ITEM


def _groups_items(reading: Reading, index: int, below: int) -> bool:
    """Whether a heading right above a numbered one groups items that are numbered on.

    The first item has such a heading above it too, or this one is in capitals and the item
    is not.
    """
    block, item = reading.blocks[index], reading.blocks[below]
    if is_treatment(block):
        return False
    above = reading.above(next(iter(reading.chain)))
    first = above is not None and reading.roles[above] == PART and not reading.blocks[above].number
    return first or (block.text.isupper() and not item.rest.isupper())


def _without_numbers(reading: Reading, index: int, inner: Sequence[int]) -> None:
    """A heading in a report without numbers: a part, an item, or the treatment of one."""
    block = reading.blocks[index]
    above, below = reading.above(index), reading.after(index)
    if below is None:
        return
    if is_treatment(block) and _below_title(reading, above):
        return
    if above in inner:
        return
    if below not in inner and _is_treatment_of(reading, index, below):
        reading.trace.fired("treatment_above", line=block.line)
        reading.set_head(index, TREATMENT, Head(treatment=block.text))
    elif is_field_of_group(reading, index, below) or (
        is_treatment(reading.blocks[below]) and reading.after(below) is not None
    ):
        reading.set_head(index, ITEM, item_head(block))
    elif is_part_name(block) or (below not in inner and _opens_part(reading, index, below)):
        _set_part(reading, index, "part_above_heading")
    else:
        reading.set_head(index, ITEM, item_head(block))


def _below_title(reading: Reading, above: int | None) -> bool:
    """Whether the block above a treatment is the title of an item, or a first treatment of it."""
    if above is not None and reading.free(above) and is_treatment(reading.blocks[above]):
        above = reading.above(above)
    return above is not None and reading.roles[above] == ITEM


def _opens_part(reading: Reading, index: int, below: int) -> bool:
    """Whether a heading stands right above another one or above a results block."""
    if reading.roles[below] in (RESULTS, RESULT, RESULT_HEAD):
        return True
    if not reading.headlike(below):
        return False
    levels = (reading.blocks[index].heading, reading.blocks[below].heading)
    return not (all(levels) and levels[1] < levels[0])


def _is_treatment_of(reading: Reading, index: int, below: int) -> bool:
    """Whether a treatment stands above its title: a bare phrase, then a heading with text."""
    block = reading.blocks[index]
    named = is_part_name(block) or plain(block.rest) in reading.words.generic
    if named or not is_treatment(block) or not reading.headlike(below):
        return False
    text = reading.after(below)
    return text is not None and not reading.headlike(text) and reading.free(text)
