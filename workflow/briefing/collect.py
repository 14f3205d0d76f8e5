"""From a workspace to a briefing: everything that `compose` needs, read from disk and history."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from workflow.briefing.compose import Proposal, Source, compose, compose_topic
from workflow.briefing.facts import meeting_name
from workflow.briefing.model import Briefing, ChangeLine, Imprint, Revision
from workflow.briefing.movement import change_lines
from workflow.briefing.order import Since
from workflow.briefing.together import read_together
from workflow.briefing.tracking import Mode, track_meeting, track_version
from workflow.briefing.versions import describe_versions
from workflow.comparison.chain import topic_chain
from workflow.comparison.compare import compare_meetings
from workflow.comparison.earlier import (
    SINCE,
    approved_summaries,
    earlier_side,
    has_version,
    sent_summaries,
)
from workflow.comparison.followup import follow_up, outcome_words
from workflow.comparison.model import MeetingSide
from workflow.comparison.picture import timeline_rows
from workflow.comparison.promises import Promise
from workflow.comparison.sides import meeting_side, previous_meeting
from workflow.comparison.stands import not_refused
from workflow.comparison.timeline import timeline
from workflow.errors import WorkflowError
from workflow.history import History, approval_of, log
from workflow.history import Revision as Saved
from workflow.languages import format_date, say_in
from workflow.positions.suggesting import draft, suggest
from workflow.summaries.itemparts import is_shared
from workflow.summaries.model import Meeting
from workflow.summaries.topics import read_topics
from workflow.summaries.workspace import Workspace, is_stale, items_by_slug

Parts = Mapping[str, Collection[int]]
"""By slug of an item, the sentences that are told of; none for the whole."""
NO_PARTS: Parts = {}
_WRITING = ("edit", "restore", "")
"""Actions that make somebody an author; a commit made by hand has none."""


@dataclass(frozen=True, slots=True)
class _Work:
    """Where a briefing is collected from."""

    workspace: Workspace
    history: History
    meeting: Meeting
    revisions: tuple[Saved, ...]
    """Everything that happened to the meeting, the newest first."""

    def path(self, slug: str) -> str:
        """The file of an item, below the workspace."""
        return self.workspace.relative(self.workspace.summary_path(self.meeting, slug))

    def last_edits(self) -> dict[str, Revision]:
        """Who changed each item last, and when, by slug."""
        found: dict[str, Revision] = {}
        by_path = {self.path(entry.slug): entry.slug for entry in self.meeting.items}
        for saved in self.revisions:
            for path in saved.paths:
                if path in by_path and saved.action in _WRITING:
                    found.setdefault(by_path[path], Revision(saved.author, saved.when))
        return found


def collect(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    *,
    items: Sequence[str] = (),
    since: Since = "",
    mode: Mode = "clean",
) -> Briefing:
    """The briefing of a meeting, or of the items with these labels or slugs.

    Authors and dates come from `history`. Raises WorkflowError for an item that does not
    exist, or where there is nothing that `since` could mean.
    """
    folder = workspace.relative(workspace.meeting_folder(meeting))
    work = _Work(workspace, history, meeting, log(history, (folder,), limit=0))
    source = _source(workspace, history, meeting)
    if since in ("approved", "sent") and has_version(workspace, history, meeting, since):
        return _since_version(work, source, items, since, mode)
    older = _older(work, since)
    if older is None and since:
        raise WorkflowError("comparison.errors.no_previous", meeting=meeting.name)
    changes = _changes(workspace, older, meeting) if older else None
    briefing = compose(
        source,
        imprint=_imprint(work),
        own_government=workspace.settings.own_government,
        items=items,
        changes=changes,
        since=_called(older, meeting.language) if older else "",
    )
    if older:
        briefing = track_meeting(briefing, changes or (), work.last_edits(), mode)
    return read_together(briefing)


def collect_topic(workspace: Workspace, history: History, topic: str) -> Briefing:
    """The briefing of one topic over all meetings that discussed it."""
    sides = [meeting_side(workspace, meeting) for meeting in reversed(workspace.meetings())]
    chain = topic_chain(sides, topic, read_topics(workspace))
    told = [side.meeting for side in sides if side.meeting.id in chain.members]
    parts: dict[str, Parts] = {
        m.id: {each.ref.slug: each.sentences for each in chain.members[m.id]} for m in told
    }
    sources = [(_source(workspace, history, m, parts[m.id]), [*parts[m.id]]) for m in told]
    changes = {
        newer.id: _changes(workspace, meeting_side(workspace, older), newer, parts[newer.id])
        for older, newer in pairwise(told)
    }
    newest = told[-1]
    folder = workspace.relative(workspace.meeting_folder(newest))
    work = _Work(workspace, history, newest, log(history, (folder,), limit=0))
    imprint = _imprint(work)
    if len(told) > 1:
        imprint = replace(imprint, source_url="")  # one link cannot lead to several reports
    line = timeline(
        sides,
        topic,
        topics=read_topics(workspace),
        own_government=workspace.settings.own_government,
    )
    briefing = compose_topic(
        chain.title,
        sources,
        imprint=imprint,
        own_government=workspace.settings.own_government,
        changes=changes,
    )
    return read_together(replace(briefing, timeline=timeline_rows(line, briefing.language)))


def _older(work: _Work, since: Since) -> MeetingSide | None:
    """The other meeting that the changes are measured against; None where there is none."""
    workspace, meeting = work.workspace, work.meeting
    if since in ("approved", "sent"):
        newer = meeting_side(workspace, meeting, whole=False)
        return earlier_side(workspace, work.history, newer, since, meeting.language)
    named = since not in ("", *SINCE)
    if named and workspace.meeting(since).id == meeting.id:
        raise WorkflowError("briefing.errors.since_itself", meeting=meeting.name)
    older = workspace.meeting(since) if named else previous_meeting(workspace, meeting)
    return meeting_side(workspace, older) if older else None


def _called(older: MeetingSide, language: str) -> str:
    """How the document calls the other meeting, or the version of it."""
    name = meeting_name(older.meeting, language)
    return f"{name} ({older.version})" if older.version else name


def _changes(
    workspace: Workspace, older: MeetingSide, newer: Meeting, parts: Parts = NO_PARTS
) -> tuple[ChangeLine, ...]:
    """What changed; of an item of which parts are told only what is about those."""
    comparison = compare_meetings(
        older,
        meeting_side(workspace, newer),
        topics=read_topics(workspace),
        own_government=workspace.settings.own_government,
    )
    topics = (
        topic
        for topic in comparison.topics
        if all(is_shared(parts.get(ref.slug, ()), ref.sentences) for ref in topic.newer)
    )
    return change_lines(replace(comparison, topics=tuple(topics)), newer.language)


def _since_version(
    work: _Work, source: Source, items: Sequence[str], since: Since, mode: Mode
) -> Briefing:
    """The briefing, its changes measured against an earlier version of the same texts."""
    own = work.workspace.settings.own_government
    language = work.meeting.language
    if since == "sent":
        known, day = sent_summaries(work.workspace, work.history, work.meeting)
        named = say_in(language, "briefing.since.sent", date=format_date(day, language))
    else:
        known = approved_summaries(work.workspace, work.history, work.meeting, work.revisions)
        named = say_in(language, "briefing.since.approved")
    imprint = _imprint(work)
    newer = compose(source, imprint=imprint, own_government=own, items=items)
    before = Source(work.meeting, source.report, known, outcomes=source.outcomes)
    older = compose(before, imprint=imprint, own_government=own, items=items)
    described = describe_versions(older, newer, named, own, approved=since == "approved")
    return read_together(track_version(older, described, work.last_edits(), mode))


def _source(
    workspace: Workspace, history: History, meeting: Meeting, parts: Parts = NO_PARTS
) -> Source:
    """The meeting; of an item without a text, what is proposed of those of its sentences."""
    settings = workspace.settings
    sources = items_by_slug(meeting, workspace.report(meeting))
    summaries = {}
    proposals = {}
    for entry in meeting.items:
        slug = entry.slug
        summary = workspace.load(meeting, slug).summary
        if summary.status == "approved" and not approval_of(workspace, history, meeting, slug):
            summary = summary.with_status("draft")  # it was changed after it was approved
        summaries[slug] = summary
        if not summary.tells:
            found = tuple(
                each
                for each in not_refused(workspace.attributions(meeting, slug), summary)
                if is_shared(parts.get(slug, ()), (each.sentence,))
            )
            proposed = draft(
                sources[slug],
                found,
                own_government=settings.own_government,
                words=settings.words_max,
            )
            own = settings.own_government
            suggested = suggest(sources[slug], found, own_government=own)
            proposals[slug] = Proposal(suggested, proposed)
    stale = frozenset(
        slug
        for slug, summary in summaries.items()
        if summary.tells and is_stale(summary, sources[slug])
    )
    outcomes = _outcomes(workspace, meeting)
    return Source(meeting, workspace.report(meeting), summaries, proposals, stale, outcomes)


def _outcomes(workspace: Workspace, meeting: Meeting) -> dict[tuple[str, str], str]:
    """What came of the promises and next steps of a meeting, as its later meetings tell."""
    later = [
        each
        for each in workspace.meetings()
        if each.body == meeting.body and each.days > meeting.days
    ]
    sides = [meeting_side(workspace, each, whole=False) for each in (meeting, *later)]
    found = follow_up(workspace, date.today(), sides)
    names = {side.meeting.id: meeting_name(side.meeting, meeting.language) for side in sides}
    outcomes = {}
    for entry in found.entries:
        if isinstance(entry, Promise):
            ref, text = entry.made, entry.commitment.text
        else:
            ref, text = entry.announced, entry.step.text
        if ref.meeting == meeting.id:
            outcomes[ref.slug, text] = outcome_words(entry, names, meeting.language)
    return outcomes


def _imprint(work: _Work) -> Imprint:
    """Who worked on the meeting and when it was last changed, as the history tells."""
    organisation = work.workspace.settings.organisation
    url = work.meeting.url
    if not work.revisions:
        return Imprint(organisation=organisation, source_url=url)
    writing = [saved for saved in work.revisions if saved.action in _WRITING]
    authors = tuple(dict.fromkeys(saved.author for saved in reversed(writing)))
    newest = work.revisions[0]
    return Imprint(authors, newest.when, organisation, newest.commit, url)
