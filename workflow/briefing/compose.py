"""From the facts of a meeting to what its briefing says. Pure: no files, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workflow.briefing.changes import change_rows, change_words, undiscussed_rows
from workflow.briefing.items import OBJECTIONS, Sheet, compose_item
from workflow.briefing.model import (
    Briefing,
    ChangeLine,
    Footnote,
    Imprint,
    ItemSection,
    OverviewRow,
    PartSection,
)
from workflow.errors import WorkflowError
from workflow.languages import format_date, format_dates, labels, say_in
from workflow.positions.actors import actor_name
from workflow.positions.model import Draft, Suggestion
from workflow.report.model import Report
from workflow.summaries.model import Meeting, MeetingItem, Summary, council_name
from workflow.summaries.workspace import items_by_slug
from workflow.text import shorten

LONGEST_OUTCOME = 110
"""Characters of an outcome in the overview, so that fifteen items fit on a page."""
LONGEST_OWN = 100
"""Characters of the own government's line in the overview."""
MOST_CHANGES = 2
"""Changes that the overview names per item; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program proposes for an item without a summary."""

    positions: tuple[Suggestion, ...] = ()
    draft: Draft = field(default_factory=lambda: Draft((), ()))


@dataclass(frozen=True, slots=True)
class Source:
    """Everything about one meeting that a briefing is made of."""

    meeting: Meeting
    report: Report
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    """By slug; an item without one, or with an empty one, shows its proposal."""
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    """By slug."""
    stale: frozenset[str] = frozenset()
    """Slugs of the items whose report changed after their text was written."""


def compose(
    source: Source,
    *,
    imprint: Imprint,
    own_government: str = "nederland",
    language: str = "",
    items: Sequence[str] = (),
    changes: Sequence[ChangeLine] | None = None,
    since: str = "",
) -> Briefing:
    """The briefing of a meeting, or of the items with these labels or slugs.

    `changes` are the changes since the earlier meeting, None where nothing is compared;
    `since` says in words what they are measured against. Raises WorkflowError for an item
    that the meeting does not have.
    """
    meeting = source.meeting
    language = language or meeting.language
    chosen = _chosen(meeting, items)
    sheet = Sheet(language, own_government)
    sections = {entry.slug: _section(sheet, source, entry, changes, since) for entry in chosen}
    parts = _parts(source, sections)
    name = f"{council_name(meeting.council)} {format_dates(meeting.days, language)}"
    title = say_in(language, "briefing.document.title", meeting=name)
    if items:
        named = ", ".join(entry.label or entry.title for entry in chosen)
        title = say_in(
            language, "briefing.document.title_items", meeting=name, items=shorten(named, 100)
        )
    briefing = Briefing(
        kind="selection" if items else "meeting",
        language=language,
        title=title,
        facts=(),
        concept=_is_concept(sections.values()),
        approved=sum(section.status == "approved" for section in sections.values()),
        own_government=actor_name(own_government, language),
        imprint=imprint,
        ended=meeting.days[-1],
        parts=parts,
        overview=_overview(parts, language),
        footnotes=tuple(sheet.footnotes),
        undiscussed=undiscussed_rows(changes or (), since, language) if not items else (),
        since=since if changes is not None else "",
        source=meeting.source,
        meetings=(meeting.id,),
        previous_known=changes is not None,
    )
    return replace(briefing, facts=_facts(briefing, [meeting]))


def compose_topic(
    topic: str,
    sources: Sequence[tuple[Source, Sequence[str]]],
    *,
    imprint: Imprint,
    own_government: str = "nederland",
    language: str = "",
    changes: Mapping[str, Sequence[ChangeLine]] | None = None,
) -> Briefing:
    """The briefing of one topic over meetings, each with the slugs of its items, oldest first.

    `changes` holds, by meeting id, the changes since the meeting before. The newest meeting
    stands first. Raises WorkflowError where no meeting is given.
    """
    if not sources:
        raise WorkflowError("briefing.errors.no_meetings", topic=topic)
    language = language or sources[-1][0].meeting.language
    sheet = Sheet(language, own_government)
    parts: list[PartSection] = []
    before = _names(sources, language)
    for at in range(len(sources) - 1, -1, -1):
        source, slugs = sources[at]
        found = (changes or {}).get(source.meeting.id) if at else None
        since = before[at - 1] if at else ""
        entries = [entry for entry in source.meeting.items if entry.slug in slugs]
        sections = tuple(_section(sheet, source, entry, found, since) for entry in entries)
        parts.append(PartSection("", before[at], sections))
    newest = sources[-1][0].meeting
    sections = tuple(section for part in parts for section in part.items)
    briefing = Briefing(
        kind="topic",
        language=language,
        title=say_in(language, "briefing.document.title_topic", topic=topic),
        facts=(),
        concept=_is_concept(sections),
        approved=sum(section.status == "approved" for section in sections),
        own_government=actor_name(own_government, language),
        imprint=imprint,
        ended=newest.days[-1],
        parts=tuple(parts),
        overview=_overview(tuple(parts), language),
        footnotes=tuple(sheet.footnotes),
        since=before[-2] if changes is not None and len(before) > 1 else "",
        source=newest.source,
        meetings=tuple(source.meeting.id for source, _ in sources),
        previous_known=changes is not None,
    )
    return replace(briefing, facts=_facts(briefing, [source.meeting for source, _ in sources]))


def _names(sources: Sequence[tuple[Source, Sequence[str]]], language: str) -> list[str]:
    return [
        f"{council_name(source.meeting.council)} {format_dates(source.meeting.days, language)}"
        for source, _ in sources
    ]


def _chosen(meeting: Meeting, items: Sequence[str]) -> list[MeetingItem]:
    """The items to show, in the order of the meeting."""
    wanted = set()
    for key in items:
        entry = meeting.item(key.strip())
        if entry is None:
            known = ", ".join(each.label or each.slug for each in meeting.items)
            raise WorkflowError(
                "briefing.errors.no_item", meeting=meeting.id, item=key, known=known
            )
        wanted.add(entry.slug)
    return [entry for entry in meeting.items if not items or entry.slug in wanted]


def _section(
    sheet: Sheet,
    source: Source,
    entry: MeetingItem,
    changes: Sequence[ChangeLine] | None,
    since: str,
) -> ItemSection:
    summary = source.summaries.get(entry.slug)
    proposal = source.proposals.get(entry.slug, Proposal())
    item = items_by_slug(source.meeting, source.report)[entry.slug]
    section = compose_item(
        sheet,
        entry,
        item,
        summary,
        proposal.positions,
        proposal.draft,
        source_language=source.report.language,
        stale=entry.slug in source.stale,
    )
    if changes is None:
        return section
    rows, same = change_rows(entry.slug, changes, sheet.language)
    section = replace(section, changes=rows, unchanged=same)
    return sheet.with_quotes(section, item, source.report.language)


def _parts(source: Source, sections: Mapping[str, ItemSection]) -> tuple[PartSection, ...]:
    """The parts that have something to show."""
    results = {part.id: tuple(r.text for r in part.results) for part in source.report.parts}
    titles = dict(source.meeting.parts)
    order = list(dict.fromkeys([*titles, *(entry.part for entry in source.meeting.items)]))
    found = []
    for part in order:
        items = tuple(
            sections[entry.slug]
            for entry in source.meeting.items
            if entry.part == part and entry.slug in sections
        )
        if items or results.get(part):
            found.append(PartSection(part, titles.get(part, ""), items, results.get(part, ())))
    return tuple(found)


def _is_concept(sections: Iterable[ItemSection]) -> bool:
    states = [section.status for section in sections]
    return not states or any(state != "approved" for state in states)


def _overview(parts: Sequence[PartSection], language: str) -> tuple[OverviewRow, ...]:
    return tuple(_overview_row(item, language) for part in parts for item in part.items)


def _overview_row(item: ItemSection, language: str) -> OverviewRow:
    """What a reader with one minute needs of an item."""
    lines = item.outcome or item.summary
    own = [row for row in item.positions if row.own]
    words = ""
    if own:
        words = say_in(
            language,
            "briefing.document.stance_text",
            stance=own[0].stance.text,
            text=own[0].position.text,
        )
        if len(own) > 1:
            words = say_in(
                language,
                "briefing.change.more",
                text=shorten(words, LONGEST_OWN - 12),
                n=len(own) - 1,
            )
    objecting = list(dict.fromkeys(r.actor.text for r in item.positions if r.objection))
    return OverviewRow(
        key=item.key,
        label=item.label,
        title=item.title,
        outcome=shorten(lines[0].text, LONGEST_OUTCOME) if lines else "",
        own=shorten(words, LONGEST_OWN + 12),
        change=change_words(item.changes, MOST_CHANGES, language),
        objections=", ".join(objecting),
        suggested=item.suggested,
    )


def _facts(briefing: Briefing, meetings: Sequence[Meeting]) -> tuple[tuple[str, str], ...]:
    """The title block, line by line."""
    say = labels(briefing.language, "briefing.document")
    language = briefing.language
    total = len(briefing.items)
    state = "concept_status" if briefing.concept else "final_status"
    authors = briefing.imprint.authors
    newest = meetings[-1]
    facts = [(say["organisation"], briefing.imprint.organisation)]
    if len(meetings) == 1:
        council = council_name(newest.council)
        facts += [(say["council"], council), (say["days"], format_dates(newest.days, language))]
        facts.append((say["place"], newest.place))
    else:
        names = [f"{council_name(m.council)} {format_dates(m.days, language)}" for m in meetings]
        facts.append((say["meetings"], "; ".join(names)))
    facts += [
        (say["status"], say[state].format(approved=briefing.approved, total=total)),
        (say["author"] if len(authors) == 1 else say["authors"], ", ".join(authors)),
        (say["made"], format_date(briefing.imprint.made.date(), language))
        if briefing.imprint.made
        else ("", ""),
        (say["compared"], briefing.since),
        (say["source"], newest.title or newest.source),
    ]
    return tuple((label, value) for label, value in facts if label and value)


__all__ = [
    "OBJECTIONS",
    "Footnote",
    "Proposal",
    "Source",
    "compose",
    "compose_topic",
]
