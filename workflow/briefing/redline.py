"""Changes that a reader can accept or reject, word by word.

A tracked line knows its earlier wording (`Line.older`). For any two texts, rejecting all
changes gives the earlier one and accepting all the later one, character for character.
"""

from functools import lru_cache

from workflow.briefing.model import Briefing, ItemSection, Line
from workflow.comparison.moved import tracked_changes

_differences = lru_cache(maxsize=10_000)(tracked_changes)
"""Asked twice for every text: when it is counted and when it is set."""


def pieces(line: Line) -> tuple[tuple[str, str], ...]:
    """What was kept (`=`), taken out (`-`) and added (`+`), in reading order.

    A sentence that moved is marked at its old (`<`) and its new place (`>`).
    """
    older = line.older or ""
    if not older:
        return (("+", line.text),) if line.text else ()
    if not line.text:
        return (("-", older),)
    return _differences(older, line.text)


def count_changes(briefing: Briefing, signs: str = "-+>") -> int:
    """How many insertions and deletions the briefing holds for its reader to decide on."""
    lines = [line for item in briefing.items for line in _lines(item)]
    return sum(sign in signs for line in lines if line.is_changed for sign, _ in pieces(line))


def _lines(item: ItemSection) -> list[Line]:
    found = [*item.outcome, *item.summary]
    found += [cell for row in item.positions for cell in row.cells]
    found += [cell for step in item.next_steps for cell in (step.when, step.line)]
    return found + [row.line for row in item.commitments]
