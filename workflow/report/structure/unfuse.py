"""Headings that lost their own line: `Title (treatment) The Council has …`.

Where almost no line stands alone any more, a heading is known by the treatment in brackets
behind it, or by a sentence that starts in the middle of nothing: `Sahel De Raad besprak …`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from workflow.languages import data
from workflow.report.layout.paragraphs import function_words
from workflow.report.sentences import split_sentences
from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import title_like
from workflow.report.structure.words import heading_words
from workflow.report.trace import Trace

_LONGEST_INSIDE = 60
_MOST_HEADINGS = 0.15
"""Share of the blocks that may still be headings of their own for the layout to count as lost."""


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    treatments = "|".join(map(re.escape, heading_words(language).treatments))
    openers = "|".join(data(language, "headings")["fused"]["openers"])
    return (
        re.compile(
            rf"(?P<title>[A-ZÀ-Þ\d«“‘\"'][^.!?]{{2,160}}?\s*\((?i:{treatments})[^()]{{0,60}}\))\s+(?=[A-ZÀ-Þ])"
        ),
        re.compile(rf"(?P<title>[A-ZÀ-Þ\d«“‘\"'][^.!?]{{2,110}}?)\s+(?=(?:{openers})\b)"),
    )


def unfuse(blocks: Sequence[Block], language: str, trace: Trace) -> list[Block]:
    """The blocks with fused headings as blocks of their own."""
    alone = sum(title_like(block) for block in blocks[1:])
    if len(blocks) < 3 or alone > _MOST_HEADINGS * len(blocks):
        return list(blocks)
    found = {index: cuts for index, block in enumerate(blocks) if (cuts := _cuts(block, language))}
    if sum(map(len, found.values())) < 2:
        return list(blocks)
    first = blocks[min(found)]
    trace.fired("fused_headings", n=sum(map(len, found.values())), line=first.line)
    grown: list[Block] = []
    for index, block in enumerate(blocks):
        grown += _split(block, found[index]) if index in found else [block]
    return grown


def _cuts(block: Block, language: str) -> list[tuple[int, int]]:
    """Where a block's fused headings start and end."""
    if block.bullet or len(block.text) < 60:
        return []
    with_treatment, with_opener = _patterns(language)
    cuts = []
    for start, _ in split_sentences(block.text, language):
        found = with_treatment.match(block.text, start)
        if not found:
            found = with_opener.match(block.text, start)
            if found and not _closed(found["title"], language, start == 0):
                found = None
        if found:
            cuts.append((start, found.end("title")))
    return cuts


def _closed(title: str, language: str, first: bool) -> bool:
    """Whether a title could end there: not in a comma or a word that needs another.

    In mid-paragraph it must be short and have no comma either.
    """
    if not first and (len(title) > _LONGEST_INSIDE or "," in title):
        return False
    last = title.split()[-1]
    return not last.endswith((",", ";", ":", "-")) and last.lower() not in function_words(language)


def _split(block: Block, cuts: list[tuple[int, int]]) -> list[Block]:
    """A block as headings and running text in turn."""
    pieces = []
    position = 0
    for start, end in cuts:
        if block.flow.part(position, start).text:
            pieces.append(_piece(block, position, start))
        pieces.append(_piece(block, start, end))
        position = end
    pieces.append(_piece(block, position, len(block.text)))
    return [piece for piece in pieces if piece.text]


def _piece(block: Block, start: int, end: int) -> Block:
    number = block.number if start == 0 else None
    return replace(block, flow=block.flow.part(start, end), number=number, heading=0, strong=False)
