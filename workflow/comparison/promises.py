"""Commitments to parliament and announced next steps, followed over the meetings."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.comparison.grouping import group_items
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.stands import SUGGESTION, SUMMARY, is_written
from workflow.comparison.vectors import cosine, vectors
from workflow.languages import data
from workflow.report.model import Item
from workflow.report.references.dates import find_dates
from workflow.summaries.model import Commitment, Meeting, MeetingItem, NextStep
from workflow.summaries.offers import offered_commitments, offered_next_steps
from workflow.summaries.topics import Topics, belongings

SAME_FROM = 0.45
"""Likeness from which two commitments to one person are the same promise."""

SEASONS = {"spring": (4, 6), "summer": (7, 9), "autumn": (10, 12), "winter": (1, 3)}
"""First and last month of a season, by its normal form."""

OPEN, OVERDUE, DONE = "open", "overdue", "done"
ORDER = (OVERDUE, OPEN, DONE)
"""The states, those first that need somebody to act."""

SourceItem = Callable[[Meeting, str], Item]
"""The item of a meeting with that slug, with its references, as the workspace gives it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment to parliament, from the meeting that first mentions it."""

    made: ItemRef
    commitment: Commitment
    due: date | None
    """The last day on which it is on time, as far as its text tells."""
    discharged: ItemRef | None
    """The item that says it was done; None while it is open."""
    state: str
    """`open`, `overdue` or `done`."""
    source: str = SUMMARY
    """`summary` for what staff wrote down, `suggestion` for what the program found."""


@dataclass(frozen=True, slots=True)
class Step:
    """A next step that was announced, and whether the topic came back."""

    announced: ItemRef
    step: NextStep
    due: date | None
    came: ItemRef | None
    """The later item on the same topic that came first, or None."""
    state: str
    """`done` where the topic came back, `overdue` where it should have, else `open`."""
    source: str = SUMMARY
    """As for a promise."""


def last_day(text: str, made: date, language: str) -> date | None:
    """The last day of the first moment that a text names, or None.

    Knows days, months, seasons and years as the reader of reports does; what has no year lies
    after `made`. `vóór 1 juni` ends a day earlier, `voor de zomer` before the summer begins.
    """
    if iso := re.search(r"\b\d{4}-\d\d-\d\d\b", text):
        span = _piece(iso[0])
        return span[1] if span else None
    for words in (text, f"in {text}"):
        for hit in find_dates(words, language, (made,)):
            span = _span(hit.value)
            if span is None:
                continue
            if span[1] < made and hit.rule == "nearest":
                span = _later(span[0]), _later(span[1])
            opened = words[: hit.start].casefold().split()[-2:]
            opened += words[hit.start : hit.end].casefold().split()[:1]
            early = set(data(language, "comparison")["before"]) & set(opened)
            return span[0] - timedelta(days=1) if early else span[1]
    return None


def _later(day: date) -> date:
    """The same day a year later; 28 February for the 29th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _span(value: str) -> tuple[date, date] | None:
    """First and last day of a date in its normal form: day, month, season, year or several."""
    pieces = re.split(r"[/;]", value)
    spans = [_piece(piece) for piece in pieces]
    known = [span for span in spans if span]
    return (known[0][0], known[-1][1]) if known else None


def _piece(value: str) -> tuple[date, date] | None:
    year, _, rest = value.partition("-")
    try:
        if not rest:
            return date(int(year), 1, 1), date(int(year), 12, 31)
        if rest in SEASONS:
            first, last = SEASONS[rest]
            return date(int(year), first, 1), _month_end(int(year), last)
        if len(rest) == 2:
            return date(int(year), int(rest), 1), _month_end(int(year), int(rest))
        return date.fromisoformat(value), date.fromisoformat(value)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def promises(
    sides: Iterable[MeetingSide], today: date, source_item: SourceItem | None = None
) -> tuple[Promise, ...]:
    """Every commitment once, open and overdue ones first, then by due day.

    From the summaries; with `source_item`, what the program finds counts in items about which
    nobody wrote yet.
    """
    rows = [
        (side, entry, commitment, source)
        for side in sorted(sides, key=lambda side: (side.day, side.meeting.id))
        for entry in side.meeting.items
        for commitment, source in _commitments(side, entry, source_item)
    ]
    of_text = vectors([f"{row[2].debate} {row[2].text}" for row in rows])
    taken: set[int] = set()
    found = []
    for at, (side, entry, commitment, source) in enumerate(rows):
        if at in taken:
            continue
        ref = _ref(side, entry)
        due = last_day(commitment.text, side.day, side.meeting.language)
        done = ref if commitment.discharged else None
        for later in range(at + 1, len(rows)):
            other = rows[later]
            if later in taken or done or not _same_person(commitment, other[2]):
                continue
            if cosine(of_text[at], of_text[later]) >= SAME_FROM:
                taken.add(later)
                done = _ref(*other[:2]) if other[2].discharged else None
        found.append(Promise(ref, commitment, due, done, _state(done, due, today), source))
    found.sort(key=lambda each: (ORDER.index(each.state), each.due or date.max, each.made.meeting))
    return tuple(found)


def _commitments(
    side: MeetingSide, entry: MeetingItem, source_item: SourceItem | None
) -> list[tuple[Commitment, str]]:
    """The commitments of an item, each with where it comes from."""
    if is_written(side, entry.slug):
        return [(each, SUMMARY) for each in side.summaries[entry.slug].commitments]
    if source_item is None:
        return []
    item = source_item(side.meeting, entry.slug)
    offered = offered_commitments(item, language=side.meeting.language)
    return [(each, SUGGESTION) for each in offered]


def _next_steps(
    side: MeetingSide, entry: MeetingItem, source_item: SourceItem | None
) -> list[tuple[NextStep, str]]:
    """The next steps of an item, each with where it comes from."""
    if is_written(side, entry.slug):
        return [(each, SUMMARY) for each in side.summaries[entry.slug].next_steps]
    if source_item is None:
        return []
    item = source_item(side.meeting, entry.slug)
    offered = offered_next_steps(item, language=side.meeting.language)
    return [(each, SUGGESTION) for each in offered]


def _ref(side: MeetingSide, entry: MeetingItem) -> ItemRef:
    return ItemRef(side.meeting.id, entry.slug, entry.label, entry.title)


def _same_person(one: Commitment, other: Commitment) -> bool:
    """Whether two commitments are to the same person, as far as both give a name."""
    names = [set(re.findall(r"\b[^\W\d_a-zß-ÿ]\w+", each.to_whom)) for each in (one, other)]
    return not all(names) or bool(names[0] & names[1])


def _state(done: ItemRef | None, due: date | None, today: date) -> str:
    if done:
        return DONE
    return OVERDUE if due and due < today else OPEN


def steps(
    sides: Iterable[MeetingSide], today: date, source_item: SourceItem | None = None
) -> tuple[Step, ...]:
    """Every announced next step, and the first later item on its topic, if one came.

    In the same order and from the same sources as `promises`.
    """
    ordered = sorted(sides, key=lambda side: (side.day, side.meeting.id))
    links = _Links()
    found = []
    for at, side in enumerate(ordered):
        for entry in side.meeting.items:
            announced = _next_steps(side, entry, source_item)
            if not announced:
                continue
            summary = side.summaries.get(entry.slug)
            names = {each.topic for each in belongings(summary)} if summary else set()
            came = _first_on(names, side, entry.slug, ordered[at + 1 :], links)
            for step, source in announced:
                due = last_day(step.when or step.text, side.day, side.meeting.language)
                state = _state(came, due, today)
                found.append(Step(_ref(side, entry), step, due, came, state, source))
    found.sort(
        key=lambda each: (ORDER.index(each.state), each.due or date.max, each.announced.meeting)
    )
    return tuple(found)


class _Links:
    """Which items of two meetings belong together, as a comparison of them links them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[str, ItemRef]] = {}

    def of(self, side: MeetingSide, slug: str, other: MeetingSide) -> ItemRef | None:
        """The item of the other meeting that takes up this one, or None."""
        pair = side.meeting.id, other.meeting.id
        if pair not in self._known:
            self._known[pair] = {
                unit.candidate.entry.slug: group.newer[0].candidate.ref
                for group in group_items(side, other, Topics())
                if group.newer
                for unit in group.older
            }
        return self._known[pair].get(slug)


def _first_on(
    names: set[str], side: MeetingSide, slug: str, later: Sequence[MeetingSide], links: _Links
) -> ItemRef | None:
    """The first later item of the council on one of the topics, or that takes this one up."""
    for other in later:
        if other.meeting.council != side.meeting.council:
            continue
        for entry in other.meeting.items:
            summary = other.summaries.get(entry.slug)
            if summary and names & {belonging.topic for belonging in belongings(summary)}:
                return ItemRef(other.meeting.id, entry.slug, entry.label, entry.title)
        found = links.of(side, slug, other)
        if found is not None:
            return found
    return None
