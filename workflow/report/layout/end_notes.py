"""Notes collected behind a report: below a heading such as `Notes`, or as its last lines.

Below their heading notes may be numbered in any way. Without one, lines such as `1. Text` are
notes only if nothing else follows them and every number is glued to a word above.
"""

import re
from collections.abc import Sequence

from workflow.languages import data
from workflow.report.formats.extract import Extract
from workflow.report.layout.borne import BorneNumbers
from workflow.report.layout.notes import (
    FoundNotes,
    NotePage,
    gathered,
    is_double_spaced,
    mark_of,
    note_block,
)

_DOTTED = re.compile(r"\s*\d{1,3}[.)]\s+\S")
_FEWEST = 2


def headed_notes(extract: Extract, texts: Sequence[str], width: int, language: str) -> FoundNotes:
    """The notes below a line that heads them; none if no such line stands above a first note."""
    headings = frozenset(data(language, "headings")["notes"]["headings"])
    page = NotePage(width, is_double_spaced(texts))
    for index in range(len(texts) - 1, -1, -1):
        if texts[index].strip(" :").lower() not in headings:
            continue
        first = next((i for i in range(index + 1, len(texts)) if texts[i].strip()), None)
        if first is not None and mark_of(texts[first]) == "1":
            block, after = note_block(texts, first, page)
            return gathered(extract, [(block, index, after)])
    return FoundNotes({}, (), frozenset())


def last_notes(extract: Extract, texts: Sequence[str], width: int) -> FoundNotes:
    """The numbered lines with which a text ends, if words above bear all their numbers."""
    page = NotePage(width, is_double_spaced(texts))
    starts = [i for i, text in enumerate(texts) if _DOTTED.match(text) and mark_of(text) == "1"]
    if starts:
        block, after = note_block(texts, starts[-1], page)
        above = (0, extract.lines[starts[-1]].start)
        borne = BorneNumbers(extract.source)
        all_borne = all(borne.bears(mark, above) for mark, _ in block)
        if all_borne and len(block) >= _FEWEST and not any(text.strip() for text in texts[after:]):
            return gathered(extract, [(block, starts[-1], after)])
    return FoundNotes({}, (), frozenset())
