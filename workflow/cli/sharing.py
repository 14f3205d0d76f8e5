"""Commands for working together: sharing, proposals, claims, assignments, remarks."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from workflow.cli.output import show, show_json, talk
from workflow.cli.places import history_of, workspace_of
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.proposallines import field_names
from workflow.summaries.proposals import CHOICES, versions_of
from workflow.summaries.workspace import Workspace

if TYPE_CHECKING:
    from workflow.history import Revision
    from workflow.history.syncing import Synced


def sync(arguments: argparse.Namespace) -> int:
    """Share; exit status 1 while there is something to decide."""
    from workflow.history.telling import share, tell_lost_approvals, tell_sync

    workspace = workspace_of(arguments)
    history = history_of(workspace)
    heard = _Heard(quiet=arguments.json)
    result, lost = share(workspace, history, address=arguments.with_, heard=heard)
    heard.end()
    if arguments.json:
        show_json(_document(workspace, result, lost))
    else:
        for line in (*tell_sync(workspace, result), *tell_lost_approvals(workspace, lost)):
            show(line)
    return 1 if result.open else 0


class _Heard:
    """Says how far sharing is, on a terminal only."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = "" if sys.stderr.isatty() and not quiet else None
        self._step = ""

    def __call__(self, words: str) -> None:
        if self._shown is None or not words:
            return
        if not words.endswith("%"):
            self._step = words
        line = f"{self._step} {words}" if words.endswith("%") else f"{words} …"
        if line != self._shown:
            sys.stderr.write(f"\r{line:<60}")
            sys.stderr.flush()
            self._shown = line

    def end(self) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * 62 + "\r")


def _document(
    workspace: Workspace, result: "Synced", lost: "Sequence[tuple[str, str, tuple[str, str]]]"
) -> dict[str, Any]:
    from workflow.history.telling import place_of

    def revisions(found: "Sequence[Revision]") -> list[dict[str, str]]:
        return [
            {
                "version": revision.commit,
                "who": revision.author,
                "when": revision.when.isoformat(),
                "subject": revision.subject,
            }
            for revision in found
        ]

    def items(paths: Sequence[str]) -> list[dict[str, str]]:
        return [
            {
                "meeting": path.split("/")[2],
                "slug": path.rpartition("/")[2].removesuffix(".md"),
                "item": entry.label if (entry := place_of(workspace, path)[1]) else "",
            }
            for path in paths
        ]

    return {
        "schema": "sync/1",
        "where": result.where,
        "incoming": revisions(result.incoming),
        "outgoing": revisions(result.outgoing),
        "unshared": result.unshared,
        "asked": items(result.asked),
        "open": items(result.open),
        "void": [
            {"meeting": meeting, "slug": slug, "approved_by": who, "changed_by": writer}
            for meeting, slug, (writer, who) in lost
        ],
        "notices": list(result.notices),
    }


# Proposals


def proposals(arguments: argparse.Namespace) -> int:
    """Show what is left to decide; exit status 1 while there is something."""
    workspace = workspace_of(arguments)
    ids = (arguments.meeting,) if arguments.meeting else workspace.meeting_ids()
    documents: list[dict[str, Any]] = []
    for meeting in map(workspace.meeting, ids):
        key = arguments.item
        for entry in (workspace.find_item(meeting, key),) if key else meeting.items:
            documents += _proposals_of(workspace, meeting, entry, shown=not arguments.json)
    if arguments.json:
        show_json({"schema": "proposals/1", "proposals": documents})
    elif not documents:
        talk(say("cli.no_proposals"))
    return 1 if documents else 0


def _proposals_of(
    workspace: Workspace, meeting: Meeting, entry: MeetingItem, *, shown: bool
) -> list[dict[str, Any]]:
    try:
        found = workspace.load(meeting, entry.slug).summary.proposals
    except WorkflowError as error:
        talk(str(error))
        return []
    documents = []
    for number, proposal in enumerate(found, 1):
        versions = versions_of(proposal)
        name = field_names(meeting.language)[proposal.field]
        documents.append(
            {
                "meeting": meeting.id, "item": entry.label, "slug": entry.slug, "number": number,
                "field": proposal.field, "who": proposal.author, "when": proposal.when,
                "original": versions.base, "shared": versions.shared, "mine": versions.mine,
            }
        )  # fmt: skip
        if shown:
            show(f"{meeting.id} {entry.label} ({number}) {name}")
            empty = say("cli.proposal.none")
            who = {"who": proposal.author or "–", "when": proposal.when}
            show("  " + say("cli.proposal.mine", words=versions.mine or empty, **who))
            show("  " + say("cli.proposal.shared", words=versions.shared or empty))
            show("  " + say("cli.proposal.original", words=versions.base or empty))
    return documents


def resolve(arguments: argparse.Namespace) -> int:
    """Decide about a proposal."""
    from workflow.history.handover import decide_proposal

    choices = [name for name in CHOICES if getattr(arguments, name)]
    if arguments.write:
        choices.append("words")
    if len(choices) != 1:
        raise WorkflowError("cli.errors.one_choice")
    workspace, meeting, entry = _item(arguments)
    history = history_of(workspace)
    saved = decide_proposal(
        workspace, history, meeting, entry.slug, arguments.number, choices[0], arguments.write
    )
    talk(saved.told)
    return 0


# Handing over


def _item(arguments: argparse.Namespace) -> tuple[Workspace, Meeting, MeetingItem]:
    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    return workspace, meeting, workspace.find_item(meeting, arguments.item)


def claim(arguments: argparse.Namespace) -> int:
    """Take an item up, or let it go."""
    from workflow.history import handover

    workspace, meeting, entry = _item(arguments)
    history = history_of(workspace)
    saved = handover.claim(
        workspace, history, meeting, entry.slug, date.today(), release=arguments.release
    )
    talk(saved.told)
    return 0


def assign(arguments: argparse.Namespace) -> int:
    """Say who is to write, who is to review and when it is due."""
    from workflow.history import handover

    if arguments.person is None and arguments.review is None and arguments.until is None:
        raise WorkflowError("cli.errors.assign_what")
    workspace, meeting, entry = _item(arguments)
    history = history_of(workspace)
    saved = handover.assign(
        workspace, history, meeting, entry.slug,
        person=arguments.person, reviewer=arguments.review, until=arguments.until,
    )  # fmt: skip
    talk(saved.told)
    return 0
