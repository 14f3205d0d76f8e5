"""Running headers and footers: lines that return on every page and interrupt the text.

That a line returns is not enough: subheadings do too. It must also break a sentence, stand
at the edge of pages, or bear a number that counts pages beside other lines that return.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from workflow.report.formats.extract import Extract
from workflow.report.layout.pagewords import names_page

_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:;][\"'\u2019\u201d)\]»]*$")
_LONGEST = 160
_FEWEST = 3
_BIGGEST_STEP = 3
_MOST_SHAPES = 8
"""Different lines that return on pages; where more do, the text itself was repeated."""
_MOST_RETURNING = 60
"""Different lines that return at all, up to which furniture is looked for."""
_WIDEST_GROUP = 6
"""Lines of furniture that may stand together."""
_MOST_LINES = 0.25
"""Share of the lines that may be furniture."""
_MOST_IN_MARGINS = 0.4
_FULL_ENOUGH = 40
_FEWEST_ENDS, _FEWEST_TOGETHER, _FEWEST_AT_ENDS = 3, 3, 2
"""Pages, lines together, and page ends from which lines are what letters print in the margin."""


def running_headers(
    extract: Extract, texts: Sequence[str], solid: Sequence[int], numbers: set[int]
) -> set[int]:
    """Indexes of the lines among `solid` that are headers or footers.

    `numbers` are the indexes of the lines that were already known as page numbers.
    """
    places: dict[str, list[int]] = {}
    for place, index in enumerate(solid):
        text = texts[index].strip()
        if len(text) <= _LONGEST and not extract.lines[index].opens:
            places.setdefault(_DIGITS.sub("0", " ".join(text.split())), []).append(place)
    fewest = 2 if len(numbers) == 2 else _FEWEST
    if sum(len(group) >= fewest for group in places.values()) > _MOST_RETURNING:
        return set()
    returning = {place for group in places.values() if len(group) >= fewest for place in group}
    sequels = _sequels(texts, solid, returning)
    sure = {
        shape
        for shape, group in places.items()
        if len(group) >= fewest
        and _is_furniture(extract, texts, solid, numbers, returning, sequels, shape, group)
    }
    found = {place for shape in sure for place in places[shape]}
    grown = True
    while grown:
        beside = {
            shape
            for shape, group in places.items()
            if len(group) >= fewest
            and shape not in sure
            and sum(place - 1 in found or place + 1 in found for place in group) >= len(group) - 1
        }
        grown = bool(beside)
        sure |= beside
        found |= {place for shape in beside for place in places[shape]}
    margins = _margins(extract, texts, solid, numbers, returning)
    if len(sure) > _MOST_SHAPES or len(found) > _MOST_LINES * len(solid):
        found = set()
    if len(margins) > _MOST_IN_MARGINS * len(solid):
        margins = set()
    return {solid[place] for place in found | margins}


def _margins(
    extract: Extract,
    texts: Sequence[str],
    solid: Sequence[int],
    numbers: set[int],
    returning: set[int],
) -> set[int]:
    """Places of the lines that letters print in the margin of every page: office, day, reference.

    They return word for word, mostly on every page, and at two page ends at least some of them
    stand together.
    """
    ends = len(numbers) or sum(line.page for line in extract.lines)
    if ends < _FEWEST_ENDS or not returning:
        return set()
    same: dict[str, list[int]] = {}
    at_end: set[int] = set()
    run: list[int] = []
    for place in [*sorted(returning), len(solid) + 1]:
        if run and place != run[-1] + 1:
            edge = any(_at_edge(extract, solid, numbers, p) for p in (run[0], run[-1]))
            at_end.update(run if edge and len(run) >= _FEWEST_TOGETHER else ())
            run = []
        run.append(place)
        if place < len(solid):
            same.setdefault(texts[solid[place]].strip(), []).append(place)
    return {
        place
        for group in same.values()
        if len(group) >= max(_FEWEST, ends - 2)
        and len(at_end.intersection(group)) >= _FEWEST_AT_ENDS
        for place in group
    }


def _is_furniture(
    extract: Extract,
    texts: Sequence[str],
    solid: Sequence[int],
    numbers: set[int],
    returning: set[int],
    sequels: Sequence[str],
    shape: str,
    group: Sequence[int],
) -> bool:
    """Whether the lines of one shape are furniture for a reason of their own."""
    lines = [texts[solid[place]] for place in group]
    if len(group) >= _FEWEST and names_page(shape) and "0" in shape:
        return True
    beside = [p for p in group if p - 1 in returning or p + 1 in returning]
    if len(group) >= _FEWEST and len(beside) >= len(group) - 1 and _counts_pages(lines):
        return True
    edges = [p for p in group if _at_edge(extract, solid, numbers, p)]
    if len(group) < _FEWEST:
        return len(edges) == len(group) == len(numbers)
    ends = len(numbers) or sum(line.page for line in extract.lines)
    if len(edges) >= max(_FEWEST, len(group) - 1, ends - 1):
        return True
    if _go_on_alike([sequels[place] for place in group]):
        return False
    return any(_breaks_sentence(texts, solid, returning, place) for place in group)


def _sequels(texts: Sequence[str], solid: Sequence[int], returning: set[int]) -> list[str]:
    """For each place the first word of the line there or below that does not return."""
    words: list[str] = []
    for place in range(len(solid) - 1, -1, -1):
        last = not words
        words.append(
            words[-1] if place in returning and not last else texts[solid[place]].split()[0]
        )
    return words[::-1]


def _go_on_alike(sequels: Sequence[str]) -> bool:
    """Whether most lines of a group have the same sequel: then a sentence returns, no header."""
    return 2 * Counter(sequels).most_common(1)[0][1] > len(sequels)


def _counts_pages(lines: Sequence[str]) -> bool:
    """Whether some number is a little higher in each line than in the line before."""
    numbers = [[int(figures) for figures in _DIGITS.findall(line)] for line in lines]
    return any(
        all(0 < after - before <= _BIGGEST_STEP for before, after in pairwise(column))
        for column in zip(*numbers, strict=False)
    )


def _at_edge(extract: Extract, solid: Sequence[int], numbers: set[int], place: int) -> bool:
    """Whether a line is the first or last of a page, page numbers left out."""
    index = solid[place]
    before = solid[place - 1] if place else -1
    after = solid[place + 1] if place + 1 < len(solid) else len(extract.lines) - 1
    if extract.lines[index].page:
        return True
    near = (i for i in range(before + 1, after + 1) if i != index)
    return any(extract.lines[i].page or i in numbers for i in near)


def _breaks_sentence(
    texts: Sequence[str], solid: Sequence[int], returning: set[int], place: int
) -> bool:
    """Whether a sentence goes on behind a line and those that return beside it."""
    first = last = place
    while first - 1 in returning and place - first < _WIDEST_GROUP:
        first -= 1
    while last + 1 in returning and last - place < _WIDEST_GROUP:
        last += 1
    if first == 0 or last + 1 >= len(solid):
        return False
    if texts[solid[first]].strip()[0].islower():
        return False
    before, after = texts[solid[first - 1]].strip(), texts[solid[last + 1]].strip()
    return len(before) >= _FULL_ENOUGH and not _SENTENCE_END.search(before) and after[0].islower()
