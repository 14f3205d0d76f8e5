"""Text that was laid out in two columns, as `pdftotext -layout` prints it, put in reading order."""

import re
from collections import Counter

_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_FEWEST_BESIDE = 5
_FEWEST_LINES = 10
"""Lines of a page on which two lines beside each other are enough, where none crosses."""
_SHORTEST = 15
"""Letters of a line of a column, as they are counted for finding where it starts."""
_FULL = 0.6
"""Share of a column that half of its lines fill at least, as prose does and cells do not."""
_TOLERANCE = 2


def untangle(text: str) -> str:
    """The text with the left column of each page before the right one; other pages as they are."""
    if "  " not in text:
        return text
    return "\f".join(_page(page) for page in text.split("\f"))


def _page(page: str) -> str:
    lines = page.split("\n")
    start = _right_column(lines)
    if start is None:
        return page
    ordered: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        cut = _cut(line, start)
        if cut is None:
            ordered += _columns(left, right)
            left, right = [], []
            ordered.append(line)
        else:
            left.append(line[:cut].rstrip())
            right.append(line[cut:].strip())
    return "\n".join(ordered + _columns(left, right))


def _columns(left: list[str], right: list[str]) -> list[str]:
    """One column after the other, empty lines at the ends of both left out."""
    kept: list[str] = []
    for column in (left, right):
        filled = [place for place, line in enumerate(column) if line]
        if filled:
            kept += column[filled[0] : filled[-1] + 1]
    blank = [""] if left and not (left[-1] or right[-1]) else []
    return kept + blank


def _cut(line: str, start: int) -> int | None:
    """Where a line is divided, or None for one that goes on over the gap between the columns."""
    if len(line.rstrip()) <= start - 2:
        return len(line)
    low, high = max(0, start - _TOLERANCE), start + _TOLERANCE
    for place in range(low, high + 1):
        if line[:place].endswith("  ") and line[place : place + 1].strip():
            return place
    return start if not line[:high].strip() else None


def _right_column(lines: list[str]) -> int | None:
    """The place at which the right column of a page starts, or None where there are none."""
    width = max(map(len, lines), default=0)
    starts: Counter[int] = Counter()
    sides: dict[int, list[int]] = {}
    for line in lines:
        for gap in _WIDE.finditer(line):
            before, after = line[: gap.start()].strip(), line[gap.end() :].strip()
            middle = 0.35 * width < gap.end() < 0.65 * width
            if middle and min(len(before), len(after)) >= _SHORTEST:
                starts[gap.end()] += 1
                sides.setdefault(gap.end(), []).append(gap.start())
    if not starts:
        return None
    start = max(starts, key=lambda place: (starts[place], -place))
    near = [end for place in range(start - 1, start + 2) for end in sides.get(place, [])]
    full = sum(end >= _FULL * start for end in near)
    filled = [line for line in lines if line.strip()]
    over = sum(_cut(line, start) is None for line in filled)
    enough = _FEWEST_BESIDE if over or len(filled) < _FEWEST_LINES else 2
    if len(near) < enough or 2 * full < len(near) or len(near) < over:
        return None
    return start
