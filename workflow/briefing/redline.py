"""Changes that a reader can accept or reject, word by word.

A tracked line knows its earlier wording (`Line.older`). For any two texts, rejecting all
changes gives the earlier one and accepting all the later one, character for character.
"""

from workflow.briefing.model import Line
from workflow.comparison.words import word_changes


def pieces(line: Line) -> tuple[tuple[str, str], ...]:
    """What was kept (`=`), taken out (`-`) and added (`+`), in reading order."""
    older = line.older or ""
    if not older:
        return (("+", line.text),) if line.text else ()
    if not line.text:
        return (("-", older),)
    return word_changes(older, line.text)
