"""Whose turn it is: claims that run out, who is to write, who is to review, who may approve. Pure.

Nothing here locks anything: it says what people agreed, and anybody can still write anywhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.config import Settings
from workflow.summaries.model import Meeting, Summary

EVERYWHERE = "*"
"""Stands for every council in the list of who may approve."""


def active_claim(summary: Summary, today: date, days: int) -> str:
    """Who has taken the item up, or empty once that was longer than `days` days ago."""
    try:
        since = date.fromisoformat(summary.claimed)
    except ValueError:
        return summary.claim
    return summary.claim if since + timedelta(days=days) >= today else ""


def due(summary: Summary, meeting: Meeting, days: int) -> date:
    """When the item is due: its own day, else the meeting's, else so many days after it."""
    try:
        return date.fromisoformat(summary.deadline)
    except ValueError:
        return meeting.deadline or meeting.days[-1] + timedelta(days=days)


def may_approve(settings: Settings, council: str, *names: str) -> bool:
    """Whether the organisation lets a person (by name or address) approve for a council.

    Where it names nobody for the council or for all, everybody may.
    """
    lists = [settings.approvers[key] for key in (council, EVERYWHERE) if key in settings.approvers]
    allowed = {name.casefold() for names_ in lists for name in names_}
    return not lists or any(name.casefold() in allowed for name in names if name)


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of the work on one item."""

    status: str
    claim: str = ""
    """Who has taken it up, if that still counts."""
    assigned: str = ""
    reviewer: str = ""
    written_by: str = ""
    """Who saved it last."""
    proposals: tuple[str, ...] = ()
    """Who made the proposals that are open."""
    may_approve: bool = True
    """Whether the person may approve it."""


def waits_for(work: Work, person: str) -> bool:
    """Whether the next step on an item is this person's."""
    if not person:
        return False
    involved = (work.written_by, work.claim, work.assigned, *work.proposals)
    if work.proposals and person in involved:
        return True
    if work.status == "review":
        if work.reviewer:
            return work.reviewer == person
        return work.written_by != person and work.may_approve
    if work.status in ("open", "draft"):
        return person in (work.assigned, work.claim) or (
            work.status == "draft" and not (work.assigned or work.claim)
            and work.written_by == person
        )  # fmt: skip
    return False


def is_free(work: Work, person: str) -> bool:
    """Whether nobody else is to do the next step, so that the person may."""
    if work.status == "review":
        return work.reviewer in ("", person) and work.written_by != person and work.may_approve
    return all(who in ("", person) for who in (work.assigned, work.claim))


def proposers(summary: Summary) -> tuple[str, ...]:
    """Who made the proposals that are open, each once."""
    return tuple(dict.fromkeys(proposal.author for proposal in summary.proposals))


def known_people(names: Iterable[str]) -> tuple[str, ...]:
    """Names in their order, each once, however they are written."""
    found: dict[str, str] = {}
    for name in names:
        if name.strip():
            found.setdefault(name.casefold(), name)
    return tuple(found.values())
