"""What of a meeting goes into the index: one entry per item, its texts as lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.errors import WorkflowError
from workflow.languages import say_in
from workflow.positions.model import Attribution
from workflow.report.model import Item, Report
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.summaries.topics import belongings
from workflow.summaries.workspace import Workspace, items_by_slug
from workflow.text import one_line


@dataclass(frozen=True, slots=True)
class Stand:
    """Who takes which position on which line of an entry."""

    actor: str
    stance: str
    place: str
    """`positions`, or `source` where nobody has confirmed it yet."""
    line: int
    """Number of the line in that place, from 0."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, or what a meeting holds besides its items."""

    slug: str
    label: str
    title: str
    status: str = ""
    topics: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    """Next steps, commitments and remarks."""
    source: tuple[str, ...] = ()
    """The sentences of the report; number 1 is line 0."""
    notes: tuple[str, ...] = ()
    stands: tuple[Stand, ...] = ()
    unwritten: bool = False
    """Whether nobody has confirmed a position yet, so that suggestions count."""

    def texts(self) -> tuple[str, ...]:
        """The lines of every place, in the order of `PLACES`."""
        places = (self.summary, self.positions, self.more, self.source, self.notes)
        return (self.title, *("\n".join(lines) for lines in places))


def entries_of(
    workspace: Workspace, meeting: Meeting, slugs: Iterable[str] | None = None
) -> tuple[Entry, ...]:
    """The entries of a meeting, or those of some of its items.

    A file that cannot be read leaves its texts out: the board says what is wrong with it.
    """
    wanted = None if slugs is None else set(slugs)
    try:
        report = workspace.report(meeting)
    except WorkflowError:
        report = None
    sources = items_by_slug(meeting, report) if report else {}
    found = [
        _item_entry(workspace, meeting, item, sources.get(item.slug))
        for item in meeting.items
        if wanted is None or item.slug in wanted
    ]
    if report is not None and (wanted is None or "" in wanted):
        found.append(_meeting_entry(meeting, report))
    return tuple(found)


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(one_line, texts))


def _item_entry(
    workspace: Workspace, meeting: Meeting, item: MeetingItem, source: Item | None
) -> Entry:
    try:
        summary = workspace.load(meeting, item.slug).summary
    except WorkflowError:
        summary = Summary(item.title, meeting.language)
    positions = summary.positions
    stands = tuple(Stand(p.actor, p.stance, "positions", n) for n, p in enumerate(positions))
    more = [
        *(" ".join((step.when, step.text)) for step in summary.next_steps),
        *(" ".join((c.who, c.to_whom, c.debate, c.text)) for c in summary.commitments),
        *(f"{remark.author}: {remark.text}" for remark in summary.remarks),
    ]
    return Entry(
        slug=item.slug,
        label=item.label,
        title=one_line(item.title),
        status=summary.status,
        topics=tuple(dict.fromkeys(each.topic for each in belongings(summary))),
        summary=_lines(sentence.text for sentence in summary.sentences),
        positions=_lines(
            f"{p.name} ({say_in(meeting.language, f'common.stance.{p.stance}')}): {p.text}"
            for p in positions
        ),
        more=_lines(more),
        source=_lines(sentence.text for sentence in source.sentences) if source else (),
        notes=_lines(note.text for note in source.footnotes) if source else (),
        stands=stands,
        unwritten=not positions,
    )


def _meeting_entry(meeting: Meeting, report: Report) -> Entry:
    """What belongs to no item: introductions and the parts' results."""
    texts = [
        sentence.text
        for _, item in report.items()
        if item.is_introduction
        for sentence in item.sentences
    ]
    texts += [result.text for part in report.parts for result in part.results]
    return Entry("", "", one_line(meeting.title), notes=_lines(texts))


def suggested_stands(attributions: Sequence[Attribution]) -> tuple[Stand, ...]:
    """The positions that the program finds in the source of an item without confirmed ones."""
    stands = (
        Stand(one.actor, one.stance, "source", one.sentence - 1)
        for one in attributions
        if one.stance != "none"
    )
    return tuple(dict.fromkeys(stands))
