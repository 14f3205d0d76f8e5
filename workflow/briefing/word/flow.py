"""Where new pages begin, estimated from the number of lines: only Word itself sets pages."""

from dataclasses import dataclass

from workflow.briefing.chapters import OverviewRow
from workflow.briefing.model import Briefing
from workflow.briefing.overview import Page, columns, lines_of
from workflow.briefing.phrases import lists_undiscussed

_LINE = 12.6
"""Height of a line of ordinary text with its share of the space between paragraphs, in points."""
_CHARACTERS = 1 / 5.7
"""Characters per point of width."""
_SHORT = 0.72
"""Share of a page up to which the contents may have the first item below them."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that the chapters before the items take."""

    page: Page
    above: float
    """Title block, results and changes."""
    overview: float
    contents: float

    @property
    def room(self) -> float:
        """Lines of ordinary text on a page."""
        return self.page.height / 20 / _LINE

    @property
    def overview_breaks(self) -> bool:
        """Whether the overview starts on a new page, so that it stays whole."""
        return self.above + self.overview > self.room

    @property
    def contents_break(self) -> bool:
        """Whether the contents start on a new page."""
        before = self.overview + (0 if self.overview_breaks else self.above)
        return before + self.contents > self.room

    @property
    def parts_break(self) -> bool:
        """Whether the first part starts on a new page: not below short contents of their own."""
        return not self.contents_break or self.contents > self.room * _SHORT


def flow_of(briefing: Briefing, rows: tuple[OverviewRow, ...], page: Page) -> Flow:
    """The estimate for a briefing with these rows of its overview."""
    wide = page.width / 20 * _CHARACTERS
    return Flow(page, _above(briefing, wide), _overview(briefing, rows, page), _listed(briefing))


def _above(briefing: Briefing, wide: float) -> float:
    lines = 5.0 + 1.1 * len(briefing.facts)
    lines += sum(len(value) // (wide * 0.7) for _, value in briefing.facts)
    lines += 3.5 * any(item.suggested for item in briefing.items)
    lines += 3.0 * any(part.results for part in briefing.parts)
    for part in briefing.parts:
        lines += sum(1.3 + len(result) // wide for result in part.results)
        lines += 1.8 * bool(part.results)
    if briefing.since:
        lines += 4.0 + sum(1.3 + len(each.text) // wide for each in briefing.highlights)
    return lines


def _overview(briefing: Briefing, rows: tuple[OverviewRow, ...], page: Page) -> float:
    if not rows:
        return 0.0
    wide = tuple(page.characters(share) for share in columns(briefing, page))
    taken = sum(lines_of(row, wide) + 0.65 for row in rows)
    return 8.0 + taken * 10.0 / _LINE


def _listed(briefing: Briefing) -> float:
    """Lines of the list of contents."""
    parts = [part for part in briefing.parts if part.items]
    quoted = sum(any(item.quotes for item in part.items) for part in parts)
    told = (
        any(part.results for part in briefing.parts),
        briefing.since,
        briefing.overview,
        briefing.timeline,
        lists_undiscussed(briefing),
    )
    chapters = 2 + sum(map(bool, told))  # commitments and annex are always there
    entries = [item.heading for item in briefing.items] + [""] * (quoted if quoted > 1 else 0)
    lines = sum(1.1 + len(entry) // 85 for entry in entries)
    return 2.8 + 1.3 * (chapters + len(parts)) + lines
