"""The lines of results blocks: which ones go on with the point above, which ones open a point.

Points wrap at a margin of their own, narrower than that of the running text, so that the second
line of a point may look like a heading; and points that lost their bullets may have been run
together. Both are put right before headings are looked for.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from workflow.report.flow import join
from workflow.report.layout.paragraphs import function_words, has_leader
from workflow.report.structure.blocks import Block
from workflow.report.structure.fields import is_part_name
from workflow.report.structure.reading import is_results, title_like
from workflow.report.structure.treatments import is_treatment
from workflow.report.structure.verbs import has_verb
from workflow.report.structure.words import plain
from workflow.report.trace import Trace

_MOST_LINES = 40
"""Blocks within which a results block must end."""
_FEWEST_COUNTED = 2
_RAGGED = 0.12
"""Share of a line by which lines of one width differ, since letters do."""
_OPENING = re.compile(r"\S+ \S+")


def settle_results(blocks: Sequence[Block], language: str, trace: Trace) -> list[Block]:
    """The blocks, those of results blocks cut and joined to one block per point."""
    settled: list[Block] = []
    at = 0
    last = {plain(block.rest): place for place, block in enumerate(blocks)}
    for index, block in enumerate(blocks):
        if index < at or not is_results(block):
            continue
        counted = _counted_end(blocks, index + 1)
        end = counted or _end(blocks, index + 1, last)
        lines = blocks[index + 1 : end]
        points = list(map(_without_number, lines)) if counted else _points(lines, language)
        if counted or len(points) != end - index - 1:
            trace.fired("result_lines", line=block.line)
        settled += [*blocks[at : index + 1], *points]
        at = end
    return [*settled, *blocks[at:]]


def _end(blocks: Sequence[Block], start: int, last: Mapping[str, int]) -> int:
    """Index behind the lines of a results block: before a heading that needs no other sign.

    A part's name that returns below is a subheading; `last` are places by text.
    Where running text follows, the line right above it heads that text.
    """
    end = start
    while end < min(len(blocks), start + _MOST_LINES):
        block = blocks[end]
        numbered = block.number is not None and title_like(block)
        part = is_part_name(block) and last[plain(block.rest)] == end
        if numbered or block.heading or is_results(block) or part:
            return end
        if has_leader(block.text):
            return start
        if block.finished and not block.bullet:
            while end > start and is_treatment(blocks[end - 1]) and not blocks[end - 1].bullet:
                end -= 1
            return end if end == start or blocks[end - 1].bullet else end - 1
        end += 1
    return end


def _counted_end(blocks: Sequence[Block], start: int) -> int:
    """Index behind results that are counted 1, 2, 3 themselves; 0 if they are not.

    They stand right below each other, and no running text below the last one; there another
    heading follows, of an item that is counted anew or of a part.
    """
    end = start
    while end < len(blocks) and (number := blocks[end].number) and number.value == end - start + 1:
        if number.style != "arabic":
            break
        end += 1
    if end - start < _FEWEST_COUNTED or end == len(blocks):
        return 0
    return end if title_like(blocks[end]) and not blocks[end].bullet else 0


def _without_number(block: Block) -> Block:
    """A counted result as a point with a bullet."""
    start = block.number.end if block.number else 0
    return replace(block, flow=block.flow.part(start), number=None, bullet=True)


def _points(lines: Sequence[Block], language: str) -> list[Block]:
    """One block per point."""
    whole = [piece for block in lines for piece in _cut(block, language)]
    width = max((length for block in whole for length in _lengths(block)), default=0)
    bulleted = any(block.bullet for block in whole)
    leads = [block.lead for block in whole if not is_part_name(block)]
    lead = leads[0] if len(set(leads)) > 1 else -1
    points: list[Block] = []
    for block in whole:
        if points and not block.bullet and _goes_on(points[-1], block, width, bulleted, lead):
            flow = join([(points[-1].flow, ""), (block.flow, " ")])
            own = (*points[-1].lines, *block.lines)
            points[-1] = replace(points[-1], flow=flow, lines=own, columns=0)
        else:
            points.append(block)
    return points


def _goes_on(above: Block, block: Block, width: int, bulleted: bool, lead: int) -> bool:
    """Whether a line goes on with the point above, which the margin broke off.

    Without bullets another indent than that of the points (`lead`) tells so; where there is
    none, the line must hold no verb while the point above has one.
    """
    if above.finished or above.text.endswith(";") or is_part_name(block) or is_part_name(above):
        return False
    if block.text[0].islower():
        return True
    if not bulleted and lead >= 0:
        return block.lead != lead
    room = width - _lengths(above)[-1] - _RAGGED * width
    if room > len(block.text.split()[0]):
        return False
    language = block.language
    return bulleted or (has_verb(above.text, language) and not has_verb(block.text, language))


def _lengths(block: Block) -> list[int]:
    """The characters of each line of a block."""
    starts = [*_starts(block)[1:], len(block.text)]
    return [end - start for start, end in zip(_starts(block), starts, strict=True)]


def _starts(block: Block) -> list[int]:
    """Where in the text of a block its lines start."""
    places = (bisect_left(block.flow.at, offset) for offset, _ in block.lines[1:])
    return [0, *(place + (block.text[place : place + 1] == " ") for place in places)]


def _cut(block: Block, language: str) -> list[Block]:
    """A block without bullet, cut where a line starts a sentence of its own.

    That line starts with the words that open the block, as in `The Council …`, or with a
    capital and has a verb, as the words above it have.
    """
    starts = _starts(block)
    opening = _OPENING.match(block.text)
    if block.bullet or opening is None or len(starts) < 2:
        return [block]
    small = function_words(language)
    cuts = [0]
    for start, end in zip(starts[1:], [*starts[2:], len(block.text)], strict=True):
        above, line = block.text[cuts[-1] : start].split(), block.text[start:end]
        again = line.startswith(opening.group() + " ")
        verbs = has_verb(" ".join(above), language) and has_verb(line, language)
        if above[-1].lower() not in small and line[0].isupper() and (again or verbs):
            cuts.append(start)
    if len(cuts) == 1:
        return [block]
    pieces = []
    for begin, end in zip(cuts, [*cuts[1:], len(block.text)], strict=True):
        lines = tuple(line for s, line in zip(starts, block.lines, strict=True) if begin <= s < end)
        flow = block.flow.part(begin, end)
        pieces.append(replace(block, flow=flow, line=lines[0][1], lines=lines))
    return pieces
