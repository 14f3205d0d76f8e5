"""Footnote marks in running text: which digits are a mark, and of which note.

Extraction glues marks to words and figures: `Veiligheid1`, `(140).2`, `Mauritanië 3.`,
`2.010` (the figure 2.0 and note 10). A mark is looked for only on the page of its note, the
marks of a page stand in the order of their notes, and the likeliest spelling wins.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.languages import data
from workflow.report.formats.extract import Extract, Mark
from workflow.report.layout.borne import (
    AFTER_CLOSER,
    AFTER_YEAR,
    APART,
    BRACKETED,
    FIGURES,
    GLUED,
    LOWERED,
    SMALL,
    raised,
)
from workflow.report.layout.notes import RawNote
from workflow.report.layout.pages import BodyLine, Pages
from workflow.report.model import Span
from workflow.report.trace import Trace

_AFTER_FIGURE = r"(?:(?<=\d\.\d)|(?<=\D(?:19|20)\d\d))%s(?=\s|$)"
_BETWEEN = r"(?<=[^\W\d_][.!?)»\u201d])\s%s(?=\s[\"'“‘«(]?[A-ZÀ-Þ])"
"""Alone between two sentences, as some extractors leave raised figures."""
_FIGURES = r"(\d{1,3})"
_SMALL_ONES = rf"([{SMALL}]{{1,3}})"
_SPELLINGS = tuple(
    (re.compile(spelling), cost)
    for spelling, cost in (
        (rf"(?<![A-ZÀ-Þ]){raised(_SMALL_ONES)}", -1), (raised(_SMALL_ONES), 3),
        (GLUED % _FIGURES, 0), (AFTER_CLOSER % _FIGURES, 1), (BRACKETED % _FIGURES, 2),
        (APART % _FIGURES, 3), (AFTER_YEAR % _FIGURES, 4), (_AFTER_FIGURE % _FIGURES, 5),
        (_BETWEEN % _FIGURES, 6),
    )
)  # fmt: skip
"""Spellings of a mark with their cost: the lower, the likelier."""

_LONGEST_WORD = 40
_NUMBERED = 10
_MISSING = 50
_HOPELESS = 40 * _MISSING
"""A choice that costs so much more than the cheapest one is not followed further."""
_BEFORE, _BEHIND = 2, 12
"""Characters around a figure that decide whether it is a mark."""
_SYMBOL = re.compile(r"(?<![^\W_])(?:[A-Z]|CO|PM|NO|SO|[kcm]?m)\Z")
"""Before a figure these make a name of their own: `Q3`, `G7`, `CO2`, `km2`."""
_ORPHAN = re.compile(
    r"(?<=[^\W\d_]{2}[.,;:)»\u201d])(\d{1,3})(?=\s|$|,\s\d)|(?<=\w[)»\u201d]\.)(\d{1,3})(?=\s|$|,\s\d)"
    r"|(?<=[^\W\d_A-Z]{4})(\d{1,3})(?=[.,;:)]?(?:\s|$))|(?<=\d)(?:,\s)(\d{1,3})(?=\s|$)"
    r"|(?<=(?:19|20)\d\d\.)(\d{1,3})(?=\s+[A-ZÀ-Þ]|\s*$)"
    rf"|(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:)»\u201d]))([{SMALL}]{{1,3}})"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place where a mark may stand."""

    start: int
    end: int
    cost: int


def find_marks(extract: Extract, pages: Pages, language: str, trace: Trace) -> tuple[Mark, ...]:
    """The marks in the body, in order of place; notes without one become notices."""
    told = {mark.mark for mark in extract.marks}
    found = list(extract.marks)
    regions: dict[tuple[int, int], list[RawNote]] = {}
    for note in pages.notes:
        if note.mark not in told:
            regions.setdefault(note.region, []).append(note)
    for region, notes in regions.items():
        found += _in_region(extract, pages.body, region, notes, language)
    placed = {mark.mark for mark in found}
    for note in pages.notes:
        if note.mark not in placed:
            trace.notice(note.line, "note_without_mark", mark=note.mark)
    if found and not told:
        trace.fired("note_marks", n=len(found))
    if not pages.notes and not told:
        found = _orphans(extract, pages.body, trace)
    return tuple(sorted(found, key=lambda mark: mark.start))


def _in_region(
    extract: Extract,
    body: Sequence[BodyLine],
    region: tuple[int, int],
    notes: list[RawNote],
    language: str,
) -> list[Mark]:
    """The cheapest places for the notes of one region, in the order of the notes."""
    first, last = (bisect_left(body, place, key=lambda line: line.start) for place in region)
    printed = [note.printed or note.mark for note in notes]
    places = _candidates(extract.source, body[first:last], frozenset(printed), language)
    chosen = _cheapest_in_order([places.get(mark, []) for mark in printed])
    return [
        Mark(place.start, place.end, note.mark)
        for note, place in zip(notes, chosen, strict=True)
        if place
    ]


def _candidates(
    source: str, lines: Sequence[BodyLine], marks: frozenset[str], language: str
) -> dict[str, list[_Candidate]]:
    """Every place where each mark may stand, in order, each once with its lowest cost.

    `artikel 2.` is a number of its own, and so the last resort.
    """
    found: dict[str, list[_Candidate]] = {}
    numbered = frozenset(data(language, "abbreviations")["numbered"])
    for line in lines:
        for figures in FIGURES.finditer(line.text):
            for mark, hit, cost in _spelled(source, line, figures.span()):
                if mark in marks:
                    near = max(line.start, hit.start() - _LONGEST_WORD)
                    words = source[near : hit.start()].lower().split()
                    apart = hit.group()[0].isspace() and words and words[-1] in numbered
                    symbol = _SYMBOL.search(source, near, hit.start())
                    dearer = _NUMBERED if apart or symbol else 0
                    place = _Candidate(hit.start(), hit.end(), cost + dearer)
                    found.setdefault(mark, []).append(place)
    return found


def _spelled(
    source: str, line: BodyLine, figures: Span
) -> Iterator[tuple[str, re.Match[str], int]]:
    """The marks that some figures of a line may be, each in its likeliest spelling."""
    start, end = line.start + figures[0], line.start + figures[1]
    window = max(line.start, start - _BEFORE), min(line.end, end + _BEHIND)
    seen: set[str] = set()
    for pattern, cost in _SPELLINGS:
        for hit in pattern.finditer(source, *window):
            mark = hit[1].translate(LOWERED)
            if start <= hit.start(1) and hit.end(1) <= end and mark not in seen:
                seen.add(mark)
                yield mark, hit, cost


_Path = tuple["_Path", _Candidate | None] | None
"""The choices so far, the last one first."""
_State = tuple[int, int, _Path]
"""Where the last mark ends, the sum of costs, and the choices."""


def _cheapest_in_order(candidates: list[list[_Candidate]]) -> list[_Candidate | None]:
    """One candidate or none per note, in rising order, with the lowest sum of costs."""
    states: list[_State] = [(-1, 0, None)]
    for options in candidates:
        grown: dict[int, _State] = {}
        reached = [state[0] for state in states]
        for end, cost, path in states:
            _keep(grown, (end, cost + _MISSING, (path, None)))
        for option in options:
            index = bisect_left(reached, option.start + 1) - 1
            if index >= 0:
                _, cost, path = states[index]
                _keep(grown, (option.end, cost + option.cost, (path, option)))
        states = _undominated(sorted(grown.values(), key=lambda state: state[0]))
    path = min(states, key=lambda state: state[1])[2]
    chosen: list[_Candidate | None] = []
    while path:
        path, choice = path
        chosen.append(choice)
    return chosen[::-1]


def _keep(states: dict[int, _State], state: _State) -> None:
    if state[0] not in states or state[1] < states[state[0]][1]:
        states[state[0]] = state


def _undominated(states: list[_State]) -> list[_State]:
    """States that are not both later and dearer than another, nor hopelessly dear."""
    kept: list[_State] = []
    for state in states:
        if not kept or state[1] < kept[-1][1]:
            kept.append(state)
    return [state for state in kept if state[1] <= kept[-1][1] + _HOPELESS]


def _orphans(extract: Extract, body: Sequence[BodyLine], trace: Trace) -> list[Mark]:
    """Marks of notes that were lost: glued digits that count 1, 2, 3 through the text."""
    found: list[Mark] = []
    for line in body:
        for hit in _ORPHAN.finditer(line.text):
            number = next(group for group in hit.groups() if group).translate(LOWERED)
            joined = hit[4] is not None
            start = line.start + hit.start()
            if joined and not (found and found[-1].end == start):
                continue
            if int(number) == len(found) + 1:
                found.append(Mark(start, line.start + hit.end(), number))
                trace.notice(line.number, "mark_without_note", mark=number)
    return found
