"""Where new pages begin, estimated from the number of lines: only Word itself sets pages."""

from dataclasses import dataclass

from workflow.briefing.chapters import OverviewRow
from workflow.briefing.model import Briefing
from workflow.briefing.overview import Page, columns, lines_of
from workflow.briefing.phrases import lists_undiscussed, notices

_LINE = 12.6
"""Height of a line of ordinary text with its share of the space between paragraphs, in points."""
_CHARACTERS = 1 / 5.7
"""Characters per point of width."""
_FULL = 0.7
"""Share of a page from which the first item starts on the next one."""
_SURE = 3.0
"""Lines that are left for fonts that are wider or higher than ours."""
_LEAST = 0.85
"""Share of the lines counted for the overview that it takes at least: words break better."""


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
    def contents_first(self) -> bool:
        """Whether the contents surely fit below what stands on the first page.

        Else they come last: a list that ran over would leave a page with one line.
        """
        return self.above + self.contents <= self.room - _SURE

    @property
    def overview_breaks(self) -> bool:
        """Whether the overview starts on a new page, so that it stays as whole as it can."""
        return self._before + self.overview > self.room

    @property
    def contents_break(self) -> bool:
        """Whether the contents, where they come last, start on a new page.

        They do wherever the estimate is not sure on which page the overview ends.
        """
        if self.contents_first:
            return False
        start = 0.0 if self.overview_breaks else self.above
        least, most = start + self.overview * _LEAST, start + self.overview
        left = self.room - most % self.room
        return least // self.room != most // self.room or self.contents > left

    @property
    def parts_break(self) -> bool:
        """Whether the first part starts on a new page: not where much of this one is free."""
        end = (0.0 if self.overview_breaks else self._before) + self.overview
        if not self.contents_first:
            end = self.contents + (0.0 if self.contents_break else end)
        return end % self.room > self.room * _FULL

    @property
    def _before(self) -> float:
        """Lines before the overview."""
        return self.above + (self.contents if self.contents_first else 0)


def flow_of(briefing: Briefing, rows: tuple[OverviewRow, ...], page: Page) -> Flow:
    """The estimate for a briefing with these rows of its overview."""
    wide = page.width / 20 * _CHARACTERS
    return Flow(page, _above(briefing, wide), _overview(briefing, rows, page), _listed(briefing))


def _above(briefing: Briefing, wide: float) -> float:
    listed = [result for part in briefing.parts for result in part.results]
    lines = 2.2 + 1.1 * len(briefing.facts) + 1.2 * bool(briefing.imprint.organisation.strip())
    lines += sum(len(value) // (wide * 0.7) for _, value in briefing.facts)
    lines += sum(1.2 + 0.9 * (len(told) // wide) for told in notices(briefing))
    lines += 2.6 * bool(listed)
    lines += 1.6 * sum(bool(part.results and part.heading) for part in briefing.parts)
    if briefing.since:
        lines += 3.8
        listed += [each.text for each in briefing.highlights]
    return lines + sum(0.05 + 0.9 * (1 + len(text) // wide) for text in listed)


def _overview(briefing: Briefing, rows: tuple[OverviewRow, ...], page: Page) -> float:
    if not rows:
        return 0.0
    wide = tuple(page.characters(share) for share in columns(briefing, page))
    taken = sum(lines_of(row, wide) + 0.65 for row in rows)
    return 6.8 + taken * 10.0 / _LINE


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
    lines = sum(1.0 + len(entry) // 85 for entry in entries)
    return 2.3 + 1.2 * (chapters + len(parts)) + lines
