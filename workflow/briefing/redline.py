"""Changes that a reader can accept or reject, word by word.

A tracked line knows its earlier wording (`Line.older`). For any two texts, rejecting all
changes gives the earlier one and accepting all the later one, character for character.
"""

from functools import lru_cache

from workflow.briefing.model import Briefing, ItemSection, Line
from workflow.briefing.phrases import promise_lead, promise_tail
from workflow.comparison.moved import tracked_changes
from workflow.languages import labels

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
    words = labels(briefing.language, "briefing.document")
    lines = [line for item in briefing.items for line in _lines(item, words)]
    return sum(sign in signs for line in lines if line.is_changed for sign, _ in pieces(line))


def _lines(item: ItemSection, words: dict[str, str]) -> list[Line]:
    found = [*item.outcome, *item.summary]
    found += [cell for row in item.positions for cell in row.cells]
    found += [cell for step in item.next_steps for cell in (step.when, step.line)]
    for row in item.commitments:
        found.append(row.line)
        if not (row.line.is_new or row.line.is_dropped):  # what stands beside it goes with it
            found += [promise_lead(row, words), promise_tail(row)]
    return found
