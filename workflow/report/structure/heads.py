"""Headings: which blocks open a part, a results block or an item, and which name a treatment.

Every rule is a small function that looks at one block and its neighbours; `find_heads` asks
them in order and records which fired.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.report.layout.paragraphs import function_words
from workflow.report.references.dates import find_dates
from workflow.report.sentences import split_sentences
from workflow.report.structure.blocks import Block
from workflow.report.structure.words import heading_words, plain, starts_with
from workflow.report.trace import Trace

LONGEST_TITLE = 260
_BRACKETED = re.compile(r"^[\[(][^()\[\]]{2,140}[\])]\.?$")
_BRACKET_END = re.compile(r"\s*[\[(]([^()\[\]]{3,100})[\])]\s*:?$")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading with its place among the blocks."""

    index: int
    """Index of its block."""
    kind: str
    """`part`, `results`, `item`, `treatment` or `inner`."""
    number: str = ""
    title: str = ""
    treatment: str = ""


def find_heads(blocks: Sequence[Block], start: int, trace: Trace) -> list[Head]:
    """The headings from `start` on, in order."""
    candidates = _candidates(blocks, start)
    numbered = _numbered_items(blocks, candidates)
    if numbered:
        trace.fired("numbered_items", n=len(numbered))
        return _with_numbers(blocks, start, candidates, numbered, trace)
    return _without_numbers(blocks, start, candidates, trace)


def title_like(block: Block) -> bool:
    """Whether a block has the form of a heading: short, no sentence, nothing left open."""
    text = block.rest.strip()
    if block.bullet or not 2 <= len(text) <= LONGEST_TITLE:
        return False
    if block.heading:
        return True
    if block.finished or text.endswith((".", ";", ",", "!")):
        return False
    if len(split_sentences(text, block.language)) > 1:
        return False
    first = text.lstrip("\"'“‘«([")[:1]
    if not (first.isupper() or first.isdigit() or block.number):
        return False
    return text.split()[-1].lower() not in function_words(block.language)


def _candidates(blocks: Sequence[Block], start: int) -> list[int]:
    """Indexes of the blocks that may be headings."""
    return [index for index in range(start, len(blocks)) if title_like(blocks[index])]


def is_results(block: Block) -> bool:
    """Whether a block is the heading of a results block."""
    return plain(block.rest) in heading_words(block.language).results


def is_treatment(block: Block) -> bool:
    """Whether a line below a title says only how the item was treated."""
    text = block.text.strip()
    if _BRACKETED.match(text):
        return True
    return len(text.split()) <= 10 and _is_treatment_phrase(text, block.language)


def _is_treatment_phrase(text: str, language: str) -> bool:
    words = plain(text)
    for phrase in heading_words(language).treatments:
        if words == phrase:
            return True
        if words.startswith(phrase) and re.match(
            r"\s*(?:/|,|en |and |van de commissie|van het voorzitterschap|vanuit |door |by |from )",
            words[len(phrase) :],
        ):
            return True
    return False


def is_part_name(block: Block) -> bool:
    """Whether a heading consists of a policy field or body, with or without a date."""
    text = block.rest
    for hit in reversed(find_dates(text, block.language, ())):
        text = text[: hit.start] + text[hit.end :]
    return plain(text) in heading_words(block.language).parts


def _numbered_items(blocks: Sequence[Block], candidates: list[int]) -> list[int]:
    """Indexes of the arabic headings that count 1, 2, 3 (anew in each part)."""
    counted = [
        index
        for index in candidates
        if (number := blocks[index].number) and number.style in ("arabic", "ad")
    ]
    chain: list[int] = []
    last = 0
    for index in counted:
        number = blocks[index].number
        assert number is not None
        if number.value == 1 or last < number.value <= last + 3:
            chain.append(index)
            last = number.value
    if not any(blocks[i].number.value == 1 for i in chain):  # type: ignore[union-attr]
        return []
    return chain if len(chain) >= 2 or len(candidates) <= 3 else []


def _with_numbers(
    blocks: Sequence[Block], start: int, candidates: list[int], numbered: list[int], trace: Trace
) -> list[Head]:
    """The headings of a report with numbered items."""
    heads: list[Head] = []
    chain = set(numbered)
    for index in candidates:
        block = blocks[index]
        number = block.number
        if is_results(block):
            heads.append(Head(index, "results"))
        elif index in chain and number:
            after = _next_head(blocks, index, candidates)
            restarts = after is not None and after in chain and blocks[after].number.value == 1  # type: ignore[union-attr]
            if restarts:
                trace.fired("part_above_first_item", line=block.line)
                heads.append(Head(index, "part", number.text, _clean_title(block)))
            else:
                heads.append(_item_head(blocks, index))
        elif number and number.style in ("roman", "capital"):
            trace.fired("roman_parts", line=block.line)
            heads.append(Head(index, "part", number.text, _clean_title(block)))
        elif not number:
            after = _next_head(blocks, index, candidates)
            if after is not None and after in chain and blocks[after].number.value == 1:  # type: ignore[union-attr]
                heads.append(Head(index, "part", "", _clean_title(block)))
    return _with_treatments(blocks, heads, trace)


def _next_head(blocks: Sequence[Block], index: int, candidates: list[int]) -> int | None:
    """The heading right behind a heading, results blocks skipped, or None if text follows."""
    following = index + 1
    while following < len(blocks) and is_results(blocks[following]):
        following += 1
        while following < len(blocks) and blocks[following].bullet:
            following += 1
    return following if following < len(blocks) and title_like(blocks[following]) else None


def _without_numbers(
    blocks: Sequence[Block], start: int, candidates: list[int], trace: Trace
) -> list[Head]:
    """The headings of a report without numbered items."""
    trace.fired("headings_by_form", n=len(candidates))
    repeated = Counter(plain(blocks[i].rest) for i in candidates)
    heads: list[Head] = []
    skip = -1
    for index in candidates:
        block = blocks[index]
        words = heading_words(block.language)
        if index == skip:
            continue
        if is_results(block):
            heads.append(Head(index, "results"))
            continue
        name = plain(block.rest)
        if name in words.inner or (repeated[name] > 1 and name not in words.generic | words.parts):
            continue
        number = block.number
        if number and number.style in ("roman", "capital"):
            heads.append(Head(index, "part", number.text, _clean_title(block)))
            continue
        if heads and heads[-1].index == index - 1 and is_treatment(block):
            continue
        following = index + 1
        if (
            following < len(blocks)
            and is_treatment(blocks[following])
            and following + 1 < len(blocks)
        ):
            heads.append(_item_head(blocks, index))
        elif following >= len(blocks):
            continue
        elif is_part_name(block) or title_like(blocks[following]):
            heads.append(Head(index, "part", "", _clean_title(block)))
        else:
            heads.append(_item_head(blocks, index))
    return _with_treatments(blocks, heads, trace)


def _item_head(blocks: Sequence[Block], index: int) -> Head:
    block = blocks[index]
    number = block.number
    numbered = number is not None and number.style in ("arabic", "ad")
    title = _clean_title(block) if numbered or not number else block.text.rstrip(": ")
    treatment = ""
    if (found := _BRACKET_END.search(title)) and _is_treatment_phrase(found[1], block.language):
        title, treatment = title[: found.start()].rstrip(), found[1]
    return Head(index, "item", number.text if numbered and number else "", title, treatment)


def _clean_title(block: Block) -> str:
    return block.rest.strip().rstrip(":").rstrip()


def _with_treatments(blocks: Sequence[Block], heads: list[Head], trace: Trace) -> list[Head]:
    """Adds the treatment lines below items."""
    taken = {head.index for head in heads}
    grown = []
    for head in heads:
        grown.append(head)
        after = head.index + 1
        if (
            head.kind == "item"
            and after < len(blocks)
            and after not in taken
            and is_treatment(blocks[after])
        ):
            trace.fired("treatment_line", line=blocks[after].line)
            grown.append(Head(after, "treatment", treatment=blocks[after].text.strip("()[]. ")))
    return grown


def opens_with(block: Block, phrases: tuple[str, ...]) -> bool:
    """Whether a block starts with one of the phrases."""
    return starts_with(block.text, phrases)
