"""The overview: what a reader with one minute needs of every item, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.briefing.changes import change_words
from workflow.briefing.model import ItemSection, Line, OverviewRow, PartSection
from workflow.languages import say_in
from workflow.text import shorten

MOST_CHANGES = 2
"""Changes that the overview names per item; the rest are counted."""

COLUMNS = (26, 29, 26, 19)
"""Shares of the width: item, outcome, own government, change."""
COLUMNS_ALONE = (30, 37, 33)
"""The same where nothing is compared."""

_LINES = 58.0
"""Lines of table text that fit on a page below the heading."""
_PADDING = 0.65
"""Height of a row beyond its text, in lines."""
_LONGEST = 6
"""Lines that an item may take however much room there is."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a row would say if there were room for everything."""

    item: ItemSection
    title: str
    outcome: str
    objections: str
    own: str
    more: str
    """How many more positions the own government has, in words."""
    change: str

    def lines(self, shares: Sequence[int]) -> int:
        """Lines that the row takes when nothing is cut."""
        outcome = _lines(self.outcome, shares[1]) + _lines(self.objections, shares[1])
        texts = [self.title, self.own + self.more, self.change]
        others = [_lines(t, s) for t, s in zip(texts, (shares[0], *shares[2:]), strict=False)]
        return max(1, outcome, *others)


def overview(
    parts: Sequence[PartSection], language: str, *, compared: bool
) -> tuple[OverviewRow, ...]:
    """One row per item, its texts cut so that all of them fit on one page.

    From about 22 items on the overview takes more pages.
    """
    shares = COLUMNS if compared else COLUMNS_ALONE
    texts = [_texts(item, language) for part in parts for item in part.items]
    wanted = [min(text.lines(shares), _LONGEST) for text in texts]
    given = _shared(wanted, _LINES - _PADDING * len(wanted))
    return tuple(_row(text, lines, shares) for text, lines in zip(texts, given, strict=True))


def characters(share: int) -> int:
    """Characters that fit on a line of a column, as words break."""
    return int((share * 4.59 - 8.5) / 5.0 * 0.9)


def _lines(text: str, share: int) -> int:
    return -(-len(text) // characters(share))


def _shared(wanted: Sequence[int], room: float) -> list[int]:
    """Lines for each row: as many as wanted up to the number at which all rows fit."""
    most = max(wanted, default=1)
    while most > 1 and sum(min(lines, most) for lines in wanted) > room:
        most -= 1
    given = [min(lines, most) for lines in wanted]
    left = int(room) - sum(given)
    for at, lines in enumerate(wanted):
        if left > 0 and lines > given[at]:
            given[at] += 1
            left -= 1
    return given


def _texts(item: ItemSection, language: str) -> _Texts:
    outcome = _outcome(item)
    own, more = _own(item, language)
    objecting = ", ".join(dict.fromkeys(r.actor.text for r in item.positions if r.objection))
    if objecting:
        objecting = say_in(language, "briefing.document.objections", actors=objecting)
    return _Texts(
        item,
        f"{item.label} {item.title}".strip(),
        outcome.text if outcome else "",
        objecting,
        own,
        more,
        change_words(item.changes, MOST_CHANGES, language),
    )


def _row(texts: _Texts, lines: int, shares: Sequence[int]) -> OverviewRow:
    wide = [characters(share) for share in shares]
    objecting = min(_lines(texts.objections, shares[1]), max(1, lines - 1))
    objections = shorten(texts.objections, objecting * wide[1]) if texts.objections else ""
    told = max(1, lines - (objecting if objections else 0))
    own = shorten(texts.own, max(wide[2], lines * wide[2] - len(texts.more)))
    item = texts.item
    return OverviewRow(
        key=item.key,
        label=item.label,
        title=shorten(item.title, max(wide[0], lines * wide[0] - len(item.label) - 3)),
        outcome=shorten(texts.outcome, told * wide[1]),
        own=own + texts.more,
        change=shorten(texts.change, lines * wide[3]) if len(wide) > 3 else texts.change,
        objections=objections,
        suggested=item.suggested,
    )


def _outcome(item: ItemSection) -> Line | None:
    """The decision, or the first sentence that is not the own government's view."""
    own = {number for row in item.positions if row.own for number in row.position.evidence}
    others = [line for line in item.summary if not own.intersection(line.evidence)]
    return next(iter((*item.outcome, *others, *item.summary)), None)


def _own(item: ItemSection, language: str) -> tuple[str, str]:
    """The own government's first position, and how many more there are."""
    rows = [row for row in item.positions if row.own]
    if not rows:
        return "", ""
    words = say_in(
        language,
        "briefing.document.stance_text",
        stance=rows[0].stance.text,
        text=rows[0].position.text,
    )
    if len(rows) == 1:
        return words, ""
    return words, say_in(language, "briefing.change.more", text="", n=len(rows) - 1)
