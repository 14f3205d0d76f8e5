"""A summary as a plain document, for `--json` (schema `summaries/1`)."""

from dataclasses import asdict
from typing import Any

from workflow.positions.actors import actor_name
from workflow.positions.model import Suggestion
from workflow.summaries.model import Finding, Meeting, MeetingItem, Summary


def meeting_document(meeting: Meeting, items: list[dict[str, Any]]) -> dict[str, Any]:
    """A meeting with the documents of its items."""
    return {
        "schema": "summaries/1",
        "meeting": meeting.id,
        "council": meeting.council,
        "days": [day.isoformat() for day in meeting.days],
        "title": meeting.title,
        "items": items,
    }


def item_document(
    entry: MeetingItem,
    summary: Summary,
    *,
    stale: bool = False,
    suggestions: tuple[Suggestion, ...] = (),
) -> dict[str, Any]:
    """One item: what staff wrote, and beside it what the program suggests."""
    document = asdict(summary)
    for key in ("other", "extra", "unread", "language", "source", "title", "status"):
        del document[key]
    summary_lines = document.pop("sentences")
    return {
        "item": entry.label,
        "slug": entry.slug,
        "title": summary.title,
        "status": summary.status,
        "stale": stale,
        "words": summary.words,
        "summary": summary_lines,
        **document,
        "suggestions": [
            {**asdict(suggestion), "name": actor_name(suggestion.actor, summary.language)}
            for suggestion in suggestions
        ],
    }


def findings_document(
    meeting: Meeting, findings: list[tuple[MeetingItem, Finding]]
) -> dict[str, Any]:
    """The findings of a meeting, in the order of its items (schema `findings/1`)."""
    return {
        "schema": "findings/1",
        "meeting": meeting.id,
        "findings": [
            {"item": entry.label, "slug": entry.slug, **asdict(finding)}
            for entry, finding in findings
        ],
    }
