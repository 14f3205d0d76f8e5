"""The overview: what a reader with one minute needs of every item, on a page or two."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.briefing.changes import change_words
from workflow.briefing.chapters import OverviewRow
from workflow.briefing.model import Briefing, ItemSection, PartSection
from workflow.briefing.outcomes import cut_sentence, outcome_of, undecided
from workflow.briefing.together import one_each
from workflow.languages import labels, say_in
from workflow.text import capital, shorten

MOST_CHANGES = 2
"""Changes that the overview names per item; the rest are counted."""

COLUMNS = (22, 33, 26, 19)
"""Shares of the width: item, outcome, own government, change."""
COLUMNS_ALONE = (27, 42, 31)
"""The same where nothing is compared."""

_WIDER = 8
"""Most that the first column takes from the second for a long word."""
_EMPTY = 15
"""Share of a column that says nothing: room for its head."""
_LONGEST = 6
"""Lines that an item may take however much room there is, if its outcome needs no more."""
_OUTCOME = 8
"""Lines of an outcome before it is cut: a reader has nothing of half a sentence."""
_LINE = 10.0
"""Height of a line of table text, in points."""
_PADDING = 0.65
"""Height of a row beyond its text, in lines."""
_AROUND = 118.0
"""Height of heading, introduction, caption and head of the table, in points."""
_CHARACTER = 5.0
"""Width of a character of table text, in points."""
_CELL = 8.5
"""Width of a cell beyond its text, in points."""


@dataclass(frozen=True, slots=True)
class Page:
    """The part of a page that text fills, in twentieths of a point."""

    width: int = 9184
    height: int = 13889
    narrowing: float = 1.0
    """Share of the characters of a line that surely fit, whatever the font."""

    @property
    def lines(self) -> float:
        """Lines of table text that fit below the heading of the overview."""
        return (self.height / 20 - _AROUND) / _LINE

    def characters(self, share: int) -> int:
        """Characters on a line of a column that takes this share (%), as words break."""
        room = share * self.width / 2000 - _CELL
        return max(4, int(room / _CHARACTER * 0.9 * self.narrowing))


OWN = Page()
"""The page of our own template, which other forms follow."""


def columns(briefing: Briefing, page: Page = OWN) -> tuple[int, ...]:
    """Shares of the width; the first column is wide enough for the longest word of a title.

    What stands empty in every row gives its width to the outcome.
    """
    items, outcome, *rest = COLUMNS if briefing.since else COLUMNS_ALONE
    told = [any(row.own for row in briefing.overview), any(row.change for row in briefing.overview)]
    for at, share in enumerate(rest):
        if not told[at] and share > _EMPTY:
            rest[at], outcome = _EMPTY, outcome + share - _EMPTY
    words = (word for row in briefing.overview for word in re.split(r"\s|(?<=-)", row.name))
    room = max(map(len, words), default=0) * _CHARACTER / page.narrowing + _CELL
    wider = min(max(0, math.ceil(room * 2000 / page.width) - items), _WIDER)
    return items + wider, outcome - wider, *rest


def overview(parts: Sequence[PartSection], language: str) -> tuple[OverviewRow, ...]:
    """One row per item, with all that it could say; `fitted` makes pages of them."""
    return tuple(_row(item, language) for part in parts for item in part.items)


def fitted(briefing: Briefing, page: Page = OWN) -> tuple[OverviewRow, ...]:
    """The rows with their texts cut so that they fill as few pages as whole outcomes allow.

    Outcomes and objections are what the reader came for; what stands beside them, the own
    government's words and the changes, is cut to the lines that those take.
    """
    shares = columns(briefing, page)
    wide = tuple(page.characters(share) for share in shares)
    wanted = [min(_wanted(row, wide), _LONGEST) for row in briefing.overview]
    needed = [_needed(row, wide) for row in briefing.overview]
    padding = _PADDING * len(wanted)
    pages = max(1, math.ceil((sum(needed) + padding) / page.lines))
    given = _shared(wanted, needed, pages * page.lines - padding)
    return tuple(
        _cut(row, n, wide, briefing.language)
        for row, n in zip(briefing.overview, given, strict=True)
    )


def lines_of(row: OverviewRow, wide: Sequence[int]) -> int:
    """Lines that the row takes in columns of so many characters."""
    return _wanted(row, wide)


def _lines(text: str, wide: int) -> int:
    return -(-len(text) // wide)


def _wanted(row: OverviewRow, wide: Sequence[int]) -> int:
    outcome = _lines(row.told, wide[1]) + _lines(row.objections, wide[1])
    texts = [row.name, row.own + row.own_more, row.change + row.change_more]
    others = [_lines(t, w) for t, w in zip(texts, (wide[0], *wide[2:]), strict=False)]
    return max(1, outcome, *others)


def _needed(row: OverviewRow, wide: Sequence[int]) -> int:
    """Lines of outcome and objections, of which nothing is cut but an endless sentence."""
    return max(1, min(_lines(row.told, wide[1]), _OUTCOME) + _lines(row.objections, wide[1]))


def _shared(wanted: Sequence[int], needed: Sequence[int], room: float) -> list[int]:
    """Lines for each row: what it needs, and as many as wanted up to where all rows fit."""

    def at_most(most: int) -> list[int]:
        return [max(need, min(n, most)) for n, need in zip(wanted, needed, strict=True)]

    most = max(wanted, default=1)
    while most > 1 and sum(at_most(most)) > room:
        most -= 1
    given = at_most(most)
    left = int(room) - sum(given)
    for at, lines in enumerate(wanted):
        if left > 0 and lines > given[at]:
            given[at] += 1
            left -= 1
    return given


def _cut(row: OverviewRow, lines: int, wide: Sequence[int], language: str) -> OverviewRow:
    """The row with its texts cut to so many lines; what is counted stays readable."""
    told = max(1, lines - _lines(row.objections, wide[1]))
    outcome = max(wide[1], told * wide[1] - len(row.undecided))
    title = lines * wide[0] - len(row.label) - 3

    def beside(text: str, more: str, width: int) -> str:
        return shorten(text, max(width, lines * width - len(more)))

    return replace(
        row,
        title=shorten(row.title, max(wide[0], title)),
        outcome=cut_sentence(row.outcome, outcome, row.language or language),
        own=beside(row.own, row.own_more, wide[2]),
        change=beside(row.change, row.change_more, wide[3]) if len(wide) > 3 else row.change,
    )


def _row(item: ItemSection, language: str) -> OverviewRow:
    own, own_more = _own(item, language)
    change, change_more = change_words(item.changes, MOST_CHANGES, language)
    return OverviewRow(
        key=item.key,
        label=item.cited,
        title=item.title,
        outcome=outcome_of(item, language),
        own=own,
        own_more=own_more,
        change=change,
        change_more=change_more,
        objections=_objecting(item, language),
        suggested=item.suggested,
        undecided=_nothing_decided(language) if undecided(item, language) else "",
        language=next((line.language for line in (*item.outcome, *item.summary)), item.language),
    )


def _nothing_decided(language: str) -> str:
    return capital(labels(language, "briefing.document")["no_decision"]) + "."


def _objecting(item: ItemSection, language: str) -> str:
    """Who is against, and apart from them who has but a reservation, or worries.

    What was said before and is gone says nothing of who objects.
    """
    keys: dict[str, set[str]] = {}
    objecting = {row.actor.text for row in item.positions if row.objection}
    for row in item.positions:
        if not row.is_dropped and row.actor.text in objecting:
            keys.setdefault(row.actor.text, set()).update(row.keys)
    sorts: dict[str, list[str]] = {"oppose": [], "reserve": [], "concern": []}
    for actor, told in keys.items():
        gravest = next((stance for stance in sorts if stance in told), "")
        if gravest:
            sorts[gravest].append(actor)
    return " ".join(
        say_in(language, f"briefing.document.who_{stance}", actors=", ".join(actors))
        for stance, actors in sorts.items()
        if actors
    )


def _own(item: ItemSection, language: str) -> tuple[str, str]:
    """The own government's first position, and how many more there are."""
    rows = one_each([row for row in item.positions if row.own])
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
