"""From a workspace to a briefing: everything that `compose` needs, read from disk and history."""

from collections.abc import Sequence

from workflow.briefing.compose import Proposal, Source, compose
from workflow.briefing.model import Briefing, ChangeLine, Imprint
from workflow.comparison.compare import compare_meetings
from workflow.comparison.model import Comparison, PositionChange, Stand, TopicComparison
from workflow.comparison.sides import meeting_side, previous_meeting
from workflow.history import History, log
from workflow.positions import draft, suggest
from workflow.positions.actors import actor_name
from workflow.summaries.model import Meeting
from workflow.summaries.topics import read_topics
from workflow.summaries.workspace import Workspace, is_stale, items_by_slug

MOST_REVISIONS = 1000
"""Revisions of a meeting that are asked for its authors."""


def collect(
    workspace: Workspace,
    history: History | None,
    meeting: Meeting,
    *,
    items: Sequence[str] = (),
    older: Meeting | None = None,
) -> Briefing:
    """The briefing of a meeting, or of the items with these labels or slugs.

    Changes are measured against `older`, else against the previous meeting of the council, if
    there is one. Authors and dates come from `history`; without it the briefing names none.
    """
    settings = workspace.settings
    source = _source(workspace, meeting)
    older = older or previous_meeting(workspace, meeting)
    changes = None
    if older is not None:
        comparison = compare_meetings(
            meeting_side(workspace, older),
            meeting_side(workspace, meeting),
            topics=read_topics(workspace),
            own_government=settings.own_government,
        )
        changes = change_lines(comparison, meeting.language)
    return compose(
        source,
        imprint=imprint(workspace, history, meeting),
        own_government=settings.own_government,
        items=items,
        changes=changes,
        since=older.name if older else "",
    )


def _source(workspace: Workspace, meeting: Meeting) -> Source:
    settings = workspace.settings
    sources = items_by_slug(meeting, workspace.report(meeting))
    summaries = {e.slug: workspace.load(meeting, e.slug).summary for e in meeting.items}
    proposals = {}
    for slug, summary in summaries.items():
        if summary.is_empty:
            found = workspace.attributions(meeting, slug)
            proposed = draft(
                sources[slug],
                found,
                own_government=settings.own_government,
                words=settings.words_max,
            )
            proposals[slug] = Proposal(suggest(sources[slug], found), proposed)
    stale = frozenset(s for s, summary in summaries.items() if is_stale(summary, sources[s]))
    return Source(meeting, workspace.report(meeting), summaries, proposals, stale)


def imprint(workspace: Workspace, history: History | None, meeting: Meeting) -> Imprint:
    """Who worked on a meeting and when it was last changed, as the history tells."""
    organisation = workspace.settings.organisation
    if history is None:
        return Imprint(organisation=organisation)
    folder = workspace.relative(workspace.meeting_folder(meeting))
    revisions = log(history, (folder,), limit=MOST_REVISIONS)
    if not revisions:
        return Imprint(organisation=organisation)
    writing = [r for r in revisions if r.trailers.get("Action") in ("edit", "restore")]
    authors = tuple(dict.fromkeys(r.author for r in reversed(writing)))
    newest = revisions[0]
    return Imprint(authors, newest.when, organisation, newest.commit)


def change_lines(comparison: Comparison, language: str) -> tuple[ChangeLine, ...]:
    """The position changes as lines of a briefing; a topic that did not return is one line."""
    lines: list[ChangeLine] = []
    for topic in comparison.topics:
        if not topic.newer:
            was = topic.older[0]
            lines.append(ChangeLine(topic.title, "", "dropped", older_item=was.label))
        elif topic.older:
            lines += [_line(topic, change, language) for change in topic.changes]
    return tuple(lines)


def _line(topic: TopicComparison, change: PositionChange, language: str) -> ChangeLine:
    older, newer = change.older, change.newer

    def name(stand: Stand | None) -> str:
        return actor_name(stand.actor, language) if stand else ""

    return ChangeLine(
        topic=topic.title,
        actor=name(newer) or name(older),
        kind=change.kind,
        older=older.text if older else "",
        newer=newer.text if newer else "",
        older_stance=older.stance if older else "",
        newer_stance=newer.stance if newer else "",
        evidence=newer.evidence if newer else (),
        item=(newer.slug if newer else "") or topic.newer[0].slug,
        older_actor=name(older),
        older_item=topic.older[0].label,
        style=change.style,
        suggested=topic.source == "suggestion",
    )
