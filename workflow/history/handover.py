"""Handing work over: claims, assignments, and deciding about proposals, as commits.

All of these but a decision leave the text alone, and with it its status and its approval.
"""

from dataclasses import replace
from datetime import date

from workflow.errors import WorkflowError
from workflow.history.actions import save_summary
from workflow.history.places import entry_of
from workflow.history.repository import History
from workflow.history.saved import Saved, loaded_text
from workflow.summaries.handover import active_claim
from workflow.summaries.itemlines import is_day
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.proposals import decide
from workflow.summaries.workspace import Workspace
from workflow.text import one_line


def _save(
    workspace: Workspace, history: History, meeting: Meeting, slug: str, new: Summary, text: str
) -> Saved:
    return save_summary(workspace, history, meeting, slug, new, base=text)


def claim(
    workspace: Workspace, history: History, meeting: Meeting, slug: str, today: date,
    *, release: bool = False,
) -> Saved:  # fmt: skip
    """Say that one is working on an item, or let it go. Nobody is kept from writing by it."""
    summary, text = loaded_text(workspace, meeting, slug)
    person = history.identity().name
    held = active_claim(summary.claim, summary.claimed, today, workspace.settings.claim_days)
    if release and summary.claim and held not in ("", person):
        raise WorkflowError("history.errors.claimed", item=_label(meeting, slug), who=held)
    new = replace(summary, claim="", claimed="")
    if not release:
        new = replace(summary, claim=person, claimed=today.isoformat())
    return _save(workspace, history, meeting, slug, new, text)


def assign(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    *,
    person: str | None = None,
    reviewer: str | None = None,
    until: str | None = None,
) -> Saved:
    """Say who is to write, who is to review and when it is due; None leaves it, "" clears it."""
    summary, text = loaded_text(workspace, meeting, slug)
    if until and not is_day(until):
        raise WorkflowError("history.errors.bad_day", day=until)
    new = replace(
        summary,
        assigned=summary.assigned if person is None else one_line(person),
        reviewer=summary.reviewer if reviewer is None else one_line(reviewer),
        deadline=summary.deadline if until is None else until,
    )
    return _save(workspace, history, meeting, slug, new, text)


def decide_proposal(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    slug: str,
    number: int,
    choice: str,
    words: str = "",
) -> Saved:
    """Decide about an open proposal, from 1: `mine`, `theirs`, `both`, or `words` as a third.

    `mine` is what is proposed, `theirs` what stands in the text.
    """
    summary, text = loaded_text(workspace, meeting, slug)
    new = decide(summary, number - 1, choice, words)
    return _save(workspace, history, meeting, slug, new, text)


def _label(meeting: Meeting, slug: str) -> str:
    return entry_of(meeting, slug).label
