"""Commitments to parliament and announced next steps, followed over the meetings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.comparison.ascsv import table_csv
from workflow.comparison.candidates import candidates, likeness
from workflow.comparison.linking import LINKED_FROM
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.vectors import cosine, vectors
from workflow.languages import LANGUAGES, current, data, labels
from workflow.summaries.model import Commitment, NextStep
from workflow.summaries.topics import belongings

SAME_FROM = 0.45
"""Likeness from which two commitments to one person are the same promise."""

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


def last_day(text: str, made: date) -> date | None:
    """The last day of the moment that a text names, or None.

    Knows days (`4 juni 2024`, ISO dates), months, seasons and years; a day or month without a
    year is the next one after `made`. `vóór 1 juni` and `before 1 June` are one day earlier.
    """
    found = re.search(r"\b(\d{4})-(\d\d)-(\d\d)\b", text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    months = _months()
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    pattern = (
        rf"(?:(vóór|voor|before)\s+(?:(?:de|the)\s+)?)?"
        rf"(?:(\d{{1,2}})\s+)?\b({names})\b(?:\s+(\d{{4}}))?"
    )
    found = re.search(pattern, text.casefold())
    if not found:
        year = re.search(r"\b(20\d\d)\b", text)
        return date(int(year[1]), 12, 31) if year else None
    first, last = months[found[3]]
    year_number = int(found[4]) if found[4] else made.year + (last < made.month)
    if found[2]:
        day = _day(year_number, last, int(found[2]))
        return day - timedelta(days=1) if day and found[1] else day
    if found[1]:
        return date(year_number, first, 1) - timedelta(days=1)
    return (date(year_number, last, 1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months() -> dict[str, tuple[int, int]]:
    """First and last month of what a moment may be called, in all languages."""
    found: dict[str, tuple[int, int]] = {}
    for language in LANGUAGES:
        for number, name in enumerate(data(language, "calendar")["months"], 1):
            found[name.casefold()] = (number, number)
        for name, (first, last) in data(language, "comparison")["seasons"].items():
            found[name] = (first, last)
    return found


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
        due = last_day(commitment.text, side.day)
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
                due = last_day(step.when or step.text, side.day)
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
