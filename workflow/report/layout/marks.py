"""Footnote marks in running text: which digits are a mark, and of which note.

Extraction glues marks to words and figures: `Veiligheid1`, `(140).2`, `Mauritanië 3.`,
`2.010` (the figure 2.0 and note 10). A mark is looked for only on the page of its note, the
marks of a page stand in the order of their notes, and the likeliest spelling wins.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.languages import data
from workflow.report.formats.extract import Extract, Mark
from workflow.report.layout.borne import (
    AFTER_CLOSER,
    AFTER_YEAR,
    APART,
    BRACKETED,
    GLUED,
    LOWERED,
    RAISED,
    SMALL,
    figures_of,
    raised,
)
from workflow.report.layout.notes import RawNote
from workflow.report.layout.pages import BodyLine, Pages
from workflow.report.trace import Trace

_AFTER_FIGURE = r"(?:(?<=\d\.\d)|(?<=\D(?:19|20)\d\d))%s(?=\s|$)"
_SPELLINGS = (
    (GLUED, 0), (AFTER_CLOSER, 1), (BRACKETED, 2), (APART, 3), (AFTER_YEAR, 4), (_AFTER_FIGURE, 5),
)  # fmt: skip
"""Spellings of a mark with their cost: the lower, the likelier."""

_LONGEST_WORD = 40
_NUMBERED = 10
_MISSING = 50
_HOPELESS = 40 * _MISSING
"""A choice that costs so much more than the cheapest one is not followed further."""
_WINDOW = 12
"""Characters around a figure that decide whether it is a mark."""
_SYMBOL = re.compile(r"(?<![^\W_])(?:[A-Z]|CO|PM|NO|SO)\Z")
"""Before a figure these make a name of their own: `Q3`, `G7`, `CO2`."""
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
    bearing: dict[str, list[BodyLine]] = {}
    for line in body[first:last]:
        for figures in figures_of(line.text):
            bearing.setdefault(figures.translate(LOWERED), []).append(line)
    printed = [note.printed or note.mark for note in notes]
    places = {
        mark: _candidates(extract, bearing.get(mark, []), mark, language)
        for mark in dict.fromkeys(printed)
    }
    chosen = _cheapest_in_order([places[mark] for mark in printed])
    return [
        Mark(place.start, place.end, note.mark)
        for note, place in zip(notes, chosen, strict=True)
        if place
    ]


def _candidates(
    extract: Extract, lines: Sequence[BodyLine], mark: str, language: str
) -> list[_Candidate]:
    """Every place where the mark may stand, each once with its lowest cost.

    `artikel 2.` is a number of its own, and so the last resort.
    """
    best: dict[int, _Candidate] = {}
    small = mark.translate(RAISED)
    patterns = [(re.compile(rf"(?<![A-ZÀ-Þ]){raised(small)}"), -1), (re.compile(raised(small)), 3)]
    patterns += [(re.compile(spelling % mark), cost) for spelling, cost in _SPELLINGS]
    numbered = frozenset(data(language, "abbreviations")["numbered"])
    for line in lines:
        if mark not in line.text and small not in line.text:
            continue
        places = _around(line, {mark, small})
        for pattern, cost in patterns:
            for hit in (h for place in places for h in pattern.finditer(extract.source, *place)):
                place = hit.end() - len(mark) if hit.group() in (mark, small) else hit.start()
                if place not in best:
                    near = max(line.start, hit.start() - _LONGEST_WORD)
                    words = extract.source[near : hit.start()].lower().split()
                    apart = hit.group()[0].isspace() and words and words[-1] in numbered
                    symbol = _SYMBOL.search(extract.source, near, hit.start())
                    dearer = _NUMBERED if apart or symbol else 0
                    best[place] = _Candidate(hit.start(), hit.end(), cost + dearer)
    return sorted(best.values(), key=lambda candidate: candidate.start)


def _around(line: BodyLine, spellings: set[str]) -> list[tuple[int, int]]:
    """Stretches of the text around each place of a line where one of the spellings stands."""
    places = []
    for spelling in spellings:
        at = line.text.find(spelling)
        while at >= 0:
            start = max(line.start, line.start + at - _WINDOW)
            places.append((start, min(line.end, line.start + at + len(spelling) + _WINDOW)))
            at = line.text.find(spelling, at + 1)
    return places


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
