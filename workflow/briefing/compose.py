"""From the facts of a meeting to what its briefing says. Pure: no files, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workflow.briefing.changes import change_rows, undiscussed_rows
from workflow.briefing.facts import facts, meeting_name
from workflow.briefing.highlights import with_highlights
from workflow.briefing.items import Sheet, compose_item
from workflow.briefing.model import (
    Briefing,
    ChangeLine,
    Imprint,
    ItemSection,
    PartSection,
)
from workflow.briefing.outcomes import decision_of
from workflow.briefing.overview import overview
from workflow.comparison.phrases import item_words
from workflow.errors import WorkflowError
from workflow.languages import say_in
from workflow.positions.actors import actor_name
from workflow.positions.model import Draft, Suggestion
from workflow.report.model import Item, Report
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.summaries.workspace import items_by_slug
from workflow.text import capital, shorten

_UNDATED = date(1970, 1, 1)


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
    outcomes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What came of promises and next steps, in words, by the slug of their item and their text."""


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
    sections = _sections(sheet, source, chosen, changes, since)
    parts = _parts(source, sections, language, whole=not items)
    name = meeting_name(meeting, language)
    if items:
        named = shorten(_named(chosen, language), 100)
        title = say_in(language, "briefing.document.title_items", meeting=name, items=named)
    else:
        title = say_in(language, "briefing.document.title", meeting=name)
    briefing = Briefing(
        kind="selection" if items else "meeting",
        language=language,
        title=title,
        facts=(),
        concept=_is_concept(sections.values()),
        approved=sum(section.status == "approved" for section in sections.values()),
        own_government=actor_name(own_government, language),
        imprint=imprint,
        ended=meeting.days[-1] if meeting.days else _UNDATED,
        parts=parts,
        overview=overview(parts, language),
        footnotes=tuple(sheet.footnotes),
        undiscussed=undiscussed_rows(changes or (), since, language) if not items else (),
        since=since if changes is not None else "",
        source=meeting.source,
        meetings=(meeting.id,),
        previous_known=changes is not None,
        left_out=tuple(map(_name, (each for each in meeting.items if each not in chosen))),
    )
    briefing = with_highlights(briefing, own_government)
    return replace(briefing, facts=facts(briefing, [meeting]))


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
    names = [meeting_name(source.meeting, language) for source, _ in sources]
    parts = _meetings(sheet, sources, names, changes or {})
    newest = sources[-1][0].meeting
    sections = tuple(section for part in parts for section in part.items)
    compared = changes is not None and len(names) > 1
    briefing = Briefing(
        kind="topic",
        language=language,
        title=say_in(language, "briefing.document.title_topic", topic=topic),
        facts=(),
        concept=_is_concept(sections),
        approved=sum(section.status == "approved" for section in sections),
        own_government=actor_name(own_government, language),
        imprint=imprint,
        ended=newest.days[-1] if newest.days else _UNDATED,
        parts=parts,
        overview=overview(parts, language),
        footnotes=tuple(sheet.footnotes),
        since=say_in(language, "briefing.document.each_previous") if compared else "",
        source=newest.source,
        meetings=tuple(source.meeting.id for source, _ in sources),
        previous_known=changes is not None,
    )
    briefing = with_highlights(briefing, own_government)
    return replace(briefing, facts=facts(briefing, [source.meeting for source, _ in sources]))


def _meetings(
    sheet: Sheet,
    sources: Sequence[tuple[Source, Sequence[str]]],
    names: Sequence[str],
    changes: Mapping[str, Sequence[ChangeLine]],
) -> tuple[PartSection, ...]:
    """A part for each meeting that discussed a topic, the newest first."""
    parts = []
    for at in range(len(sources) - 1, -1, -1):
        source, slugs = sources[at]
        found = changes.get(source.meeting.id) if at else None
        entries = [entry for entry in source.meeting.items if entry.slug in slugs]
        since = names[at - 1] if at else ""
        told = [*_sections(sheet, source, entries, found, since).values()]
        if len(sources) > 1:
            told = [_of_meeting(section, names[at], sheet.language) for section in told]
        parts.append(PartSection("", names[at], tuple(told)))
    return tuple(parts)


def _of_meeting(section: ItemSection, name: str, language: str) -> ItemSection:
    """The section, cited with its meeting everywhere outside it."""
    words = item_words((section.label,), language) if section.label else ""
    section = replace(section, place=", ".join(filter(None, (name, words))))
    promised = (replace(row, label=section.cited) for row in section.commitments)
    return replace(section, commitments=tuple(promised))


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


def _name(entry: MeetingItem) -> str:
    return f"{entry.label} {entry.title}".strip()


def _named(chosen: Sequence[MeetingItem], language: str) -> str:
    """The items by their labels, those without one by their titles: `items 6 and 8`."""
    names = [entry.label or entry.title for entry in chosen]
    told = ", ".join(names)
    if all(entry.label for entry in chosen):
        told = item_words(names, language)
    if len(names) < 2:
        return told
    first = told.removesuffix(f", {names[-1]}")
    return say_in(language, "briefing.document.listed", first=first, last=names[-1])


def _sections(
    sheet: Sheet,
    source: Source,
    entries: Sequence[MeetingItem],
    changes: Sequence[ChangeLine] | None,
    since: str,
) -> dict[str, ItemSection]:
    """The section of each item, by slug, in order."""
    items = items_by_slug(source.meeting, source.report)
    by_item: dict[str, list[ChangeLine]] = {}
    for change in changes or ():
        by_item.setdefault(change.item, []).append(change)
    found = {}
    for entry in entries:
        section = _section(sheet, source, entry, items[entry.slug])
        if changes is not None:
            speaking = {row.actor_id for row in section.positions}
            told = change_rows(by_item.get(entry.slug, []), sheet.language, speaking)
            section = replace(
                section,
                since=since,
                changes=told.rows,
                unchanged=told.unchanged,
                reworded=told.reworded,
                lacking=told.lacking,
            )
            section = sheet.with_quotes(section, items[entry.slug], source.report.language)
        found[entry.slug] = section
    return found


def _section(sheet: Sheet, source: Source, entry: MeetingItem, item: Item) -> ItemSection:
    proposal = source.proposals.get(entry.slug, Proposal())
    section = compose_item(
        sheet,
        entry,
        item,
        source.summaries.get(entry.slug),
        proposal.positions,
        proposal.draft,
        source_language=source.report.language,
        stale=entry.slug in source.stale,
    )
    return _with_outcomes(section, source.outcomes)


def _with_outcomes(section: ItemSection, outcomes: Mapping[tuple[str, str], str]) -> ItemSection:
    """The section with what came of its promises and next steps."""

    def told(text: str, state: str) -> str:
        return outcomes.get((section.slug, text), state)

    return replace(
        section,
        next_steps=tuple(replace(r, state=told(r.line.text, "")) for r in section.next_steps),
        commitments=tuple(
            replace(r, state=told(r.line.text, r.state)) for r in section.commitments
        ),
    )


def _parts(
    source: Source, sections: Mapping[str, ItemSection], language: str, *, whole: bool
) -> tuple[PartSection, ...]:
    """The parts of the report that have something to show: of a choice, those of its items.

    Items are laid beside those of the report, for parts without a numeral share an empty id.
    """
    ids = [part.id for part in source.report.parts]
    titles = {id_: title for id_, title in source.meeting.parts if ids.count(id_) == 1}
    entries = iter(source.meeting.items)
    found = []
    for part in source.report.parts:
        told = [next(entries, None) for item in part.items if not item.is_introduction]
        items = tuple(sections[e.slug] for e in told if e and e.slug in sections)
        results = tuple(result.text for result in part.results)
        if items or (results and whole):
            title = part.title or titles.get(part.id, "")
            found.append(PartSection(part.id, title, items, results))
    rest = tuple(sections[entry.slug] for entry in entries if entry.slug in sections)
    parts = (*found, PartSection("", "", rest)) if rest else tuple(found)
    if any(part.results for part in parts):
        return parts
    return tuple(replace(part, results=_decisions(part.items, language)) for part in parts)


def _decisions(items: Sequence[ItemSection], language: str) -> tuple[str, ...]:
    """What was decided, for a report that names no results itself; a star marks proposals."""
    found = []
    for item in items:
        if decided := decision_of(item, language):
            where = capital(item_words((item.label,), language)) if item.label else item.title
            told = say_in(language, "briefing.document.result", item=where, text=decided)
            found.append(told + ("*" if item.suggested else ""))
    return tuple(found)


def _is_concept(sections: Iterable[ItemSection]) -> bool:
    states = [section.status for section in sections]
    return not states or any(state != "approved" for state in states)
