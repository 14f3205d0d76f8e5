"""Commitments to parliament and announced next steps, followed over the meetings."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.comparison.ascsv import table_csv
from workflow.comparison.candidates import candidates, likeness
from workflow.comparison.linking import LINKED_FROM
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.vectors import cosine, vectors
from workflow.languages import current, data, labels
from workflow.report.references.dates import find_dates
from workflow.summaries.model import Commitment, NextStep
from workflow.summaries.topics import belongings

SAME_FROM = 0.45
"""Likeness from which two commitments to one person are the same promise."""

SEASONS = {"spring": (4, 6), "summer": (7, 9), "autumn": (10, 12), "winter": (1, 3)}
"""First and last month of a season, by its normal form."""

OPEN, OVERDUE, DONE = "open", "overdue", "done"


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


def promises(sides: Iterable[MeetingSide], today: date) -> tuple[Promise, ...]:
    """Every commitment of the summaries once, open and overdue ones first, then by due day."""
    rows: list[tuple[MeetingSide, ItemRef, Commitment]] = [
        (side, ItemRef(side.meeting.id, entry.slug, entry.label, entry.title), commitment)
        for side in sorted(sides, key=lambda side: (side.day, side.meeting.id))
        for entry in side.meeting.items
        if entry.slug in side.summaries
        for commitment in side.summaries[entry.slug].commitments
    ]
    of_text = vectors([f"{row[2].debate} {row[2].text}" for row in rows])
    taken: set[int] = set()
    found = []
    for at, (side, ref, commitment) in enumerate(rows):
        if at in taken:
            continue
        due = last_day(commitment.text, side.day, side.meeting.language)
        done = ref if commitment.discharged else None
        for later in range(at + 1, len(rows)):
            other = rows[later]
            if later in taken or done or not _same_person(commitment, other[2]):
                continue
            if cosine(of_text[at], of_text[later]) >= SAME_FROM:
                taken.add(later)
                done = other[1] if other[2].discharged else None
        found.append(Promise(ref, commitment, due, done, _state(done, due, today)))
    order = (OVERDUE, OPEN, DONE)
    found.sort(key=lambda each: (order.index(each.state), each.due or date.max, each.made.meeting))
    return tuple(found)


def _same_person(one: Commitment, other: Commitment) -> bool:
    """Whether two commitments are to the same person, as far as both give a name."""
    names = [set(re.findall(r"\b[^\W\d_a-zß-ÿ]\w+", each.to_whom)) for each in (one, other)]
    return not all(names) or bool(names[0] & names[1])


def _state(done: ItemRef | None, due: date | None, today: date) -> str:
    if done:
        return DONE
    return OVERDUE if due and due < today else OPEN


def steps(sides: Iterable[MeetingSide], today: date) -> tuple[Step, ...]:
    """Every announced next step, and the first later item on its topic, if one came."""
    ordered = sorted(sides, key=lambda side: (side.day, side.meeting.id))
    found = []
    for at, side in enumerate(ordered):
        for entry in side.meeting.items:
            summary = side.summaries.get(entry.slug)
            if summary is None or not summary.next_steps:
                continue
            ref = ItemRef(side.meeting.id, entry.slug, entry.label, entry.title)
            names = {belonging.topic for belonging in belongings(summary)}
            came = _first_on(names, side, entry.slug, ordered[at + 1 :])
            for step in summary.next_steps:
                due = last_day(step.when or step.text, side.day, side.meeting.language)
                found.append(Step(ref, step, due, came, _state(came, due, today)))
    return tuple(found)


def _first_on(
    names: set[str], side: MeetingSide, slug: str, later: Sequence[MeetingSide]
) -> ItemRef | None:
    """The first later item of the council on one of the topics, or that is much like it."""
    for other in later:
        if other.meeting.council != side.meeting.council:
            continue
        for entry in other.meeting.items:
            summary = other.summaries.get(entry.slug)
            if summary and names & {belonging.topic for belonging in belongings(summary)}:
                return ItemRef(other.meeting.id, entry.slug, entry.label, entry.title)
        own, theirs = candidates(
            [side, other],
            {
                side.meeting.id: [slug],
                other.meeting.id: [entry.slug for entry in other.meeting.items],
            },
        )
        scored = [(likeness(own[0], each), each) for each in theirs if not each.topics]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best and best[0] >= LINKED_FROM:
            return best[1].ref
    return None


def promises_csv(found: Iterable[Promise]) -> str:
    """One row for each commitment."""
    language = current()
    heads = labels(language, "comparison.promise_columns")
    states = labels(language, "comparison.promise_state")
    rows = [[*heads.values()]]
    for promise in found:
        cells = {
            "state": states[promise.state],
            "due": promise.due.isoformat() if promise.due else "",
            "who": promise.commitment.who,
            "to_whom": promise.commitment.to_whom,
            "debate": promise.commitment.debate,
            "text": promise.commitment.text,
            "made": f"{promise.made.meeting} {promise.made.label}",
            "discharged": (
                f"{promise.discharged.meeting} {promise.discharged.label}"
                if promise.discharged
                else ""
            ),
        }
        rows.append([cells[name] for name in heads])
    return table_csv(rows)
