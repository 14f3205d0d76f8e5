"""The briefing that was ordered, and what its maker should know before it goes out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workflow.briefing.collect import collect, collect_topic
from workflow.briefing.model import Briefing
from workflow.briefing.order import Order
from workflow.briefing.redline import count_changes
from workflow.errors import WorkflowError
from workflow.history import History
from workflow.languages import say
from workflow.summaries.findings import check
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.offers import unrecorded
from workflow.summaries.workspace import Workspace


def gather(workspace: Workspace, history: History, order: Order) -> Briefing:
    """The briefing as ordered.

    Raises WorkflowError for what does not exist, where nothing is approved although only that
    is wanted, where there is nothing that `since` could mean, and for a choice that a briefing
    about a topic does not have.
    """
    if order.topic:
        beside = _beside_topic(order)
        if beside:
            raise WorkflowError("briefing.errors.topic_alone", options=", ".join(beside))
        return collect_topic(workspace, history, order.topic)
    meeting = workspace.meeting(order.meeting)
    briefing = collect(
        workspace, history, meeting, items=order.items, since=order.since, mode=order.mode
    )
    if not order.approved_only:
        return briefing
    approved = [item.slug for item in briefing.items if item.status == "approved"]
    if not approved:
        raise WorkflowError("briefing.errors.none_approved", meeting=meeting.name)
    if len(approved) == len(briefing.items):
        return briefing
    briefing = collect(
        workspace, history, meeting, items=approved, since=order.since, mode=order.mode
    )
    return replace(briefing, approved_only=True)


def _beside_topic(order: Order) -> list[str]:
    """The options of an order about a topic that only one about a meeting can have."""
    told = {
        "--items": order.items,
        "--approved": order.approved_only,
        "--since": order.since,
        "--changes": order.mode != "clean" and not order.since,
    }
    return [option for option, given in told.items() if given]


def template_of(workspace: Workspace, asked: str = "") -> Path | None:
    """The house template that was asked for, else that of the settings, else none."""
    if asked:
        return Path(asked).expanduser()
    name = workspace.settings.template
    return workspace.root / name if name else None


def warnings(workspace: Workspace, briefing: Briefing) -> tuple[str, ...]:
    """What the user should know before the briefing goes out, in words."""
    counted = (
        ("not_approved", len(briefing.items) - briefing.approved if briefing.concept else 0),
        ("suggested", sum(item.suggested for item in briefing.items)),
        ("stale", sum(item.stale for item in briefing.items)),
        ("findings", _findings(workspace, briefing)),
        ("unrecorded", _unrecorded(workspace, briefing)),
        ("questions", sum(len(item.remarks) for item in briefing.items)),
        ("will_track", count_changes(briefing)),
    )
    found = [say(f"briefing.notice.{name}", n=count) for name, count in counted if count]
    if not briefing.imprint.source_url and len(briefing.meetings) == 1:
        found.append(say("briefing.notice.no_source", meeting=briefing.meetings[-1]))
    return tuple(found)


def _findings(workspace: Workspace, briefing: Briefing) -> int:
    """Errors and warnings of the checks that nobody has mended or set aside."""
    settings = workspace.settings
    count = 0
    for meeting, slug, summary in _written(workspace, briefing):
        found = check(
            workspace.item(meeting, slug),
            summary,
            workspace.attributions(meeting, slug),
            own_government=settings.own_government,
            words=(settings.words_min, settings.words_max),
            meeting=meeting.days,
            government=workspace.government_of(meeting),
        )
        count += sum(finding.severity in ("error", "warning") for finding in found)
    return count


def _unrecorded(workspace: Workspace, briefing: Briefing) -> int:
    """Promises to parliament in the report that nobody took over, of items with a text."""
    return sum(
        len(unrecorded(workspace.item(meeting, slug), summary, language=meeting.language))
        for meeting, slug, summary in _written(workspace, briefing)
    )


def _written(workspace: Workspace, briefing: Briefing) -> Iterator[tuple[Meeting, str, Summary]]:
    """The summaries that the briefing shows."""
    shown = {item.slug for item in briefing.items if not item.suggested}
    for name in briefing.meetings:
        meeting = workspace.meeting(name)
        for entry in meeting.items:
            summary = workspace.load(meeting, entry.slug).summary
            if entry.slug in shown and summary.tells:
                yield meeting, entry.slug, summary
