"""Two versions of a text of lines, each line beside the one that it was made from. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workflow.comparison.words import similarity

_ALIKE = 0.4
"""Least similarity of a line to the one that it was made from."""
_MOST = 1600
"""Pairs of lines up to which a passage is aligned by likeness, else in order."""


@dataclass(frozen=True, slots=True)
class LinePair:
    """A line before and after; None where it was not there."""

    old: str | None
    new: str | None
    moved: bool = False
    """The line is the same and stood elsewhere; it is listed where it stands now."""

    @property
    def changed(self) -> bool:
        """Whether the line came, went, moved or became another."""
        return self.moved or self.old != self.new


def pair_lines(old: str, new: str) -> tuple[LinePair, ...]:
    """Every line of both texts, in their order."""
    before, after = old.split("\n"), new.split("\n")
    found: list[LinePair] = []
    for kind, i, i_end, j, j_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind == "equal":
            found += [LinePair(line, line) for line in before[i:i_end]]
        else:
            found += _aligned(before[i:i_end], after[j:j_end])
    return tuple(_with_moves(found))


def _with_moves(pairs: Sequence[LinePair]) -> list[LinePair]:
    """The pairs, a line that went in one place and came in another only once."""
    gone = Counter(pair.old for pair in pairs if pair.new is None and (pair.old or "").strip())
    came = Counter(pair.new for pair in pairs if pair.old is None)
    moves = gone & came
    left, found = Counter(moves), []
    for pair in pairs:
        if pair.new is None and left[pair.old] > 0:
            left[pair.old] -= 1
        elif pair.old is None and moves[pair.new] > 0:
            moves[pair.new] -= 1
            found.append(LinePair(pair.new, pair.new, moved=True))
        else:
            found.append(pair)
    return found


def _aligned(before: Sequence[str], after: Sequence[str]) -> list[LinePair]:
    """A passage that changed: like beside like, in the order of both."""
    if not before or not after or len(before) * len(after) > _MOST:
        gone = [LinePair(line, None) for line in before]
        return [*gone, *(LinePair(None, line) for line in after)]
    best = _best(before, after)
    found = []
    i = j = 0
    while i < len(before) or j < len(after):
        if i < len(before) and j < len(after) and best[i][j][1] == "both":
            found.append(LinePair(before[i], after[j]))
            i, j = i + 1, j + 1
        elif i < len(before) and (j == len(after) or best[i][j][1] == "old"):
            found.append(LinePair(before[i], None))
            i += 1
        else:
            found.append(LinePair(None, after[j]))
            j += 1
    return found


def _best(before: Sequence[str], after: Sequence[str]) -> list[list[tuple[float, str]]]:
    """For every place in both, the most likeness that can follow and the step that leads to it."""
    table = [[(0.0, "old")] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            steps = [(table[i + 1][j][0], "old"), (table[i][j + 1][0], "new")]
            alike = _likeness(before[i], after[j])
            if alike >= _ALIKE:
                steps.append((table[i + 1][j + 1][0] + alike, "both"))
            table[i][j] = max(steps, key=lambda step: step[0])
    return table


def _likeness(old: str, new: str) -> float:
    """Between 0 and 1; two blank lines are alike, though that says little."""
    if not old.strip() or not new.strip():
        return _ALIKE if old.strip() == new.strip() else 0.0
    return similarity(old, new)
