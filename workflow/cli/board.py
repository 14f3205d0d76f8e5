"""The command that shows how far everything is; it loads no more than it needs."""

import argparse
from dataclasses import replace
from typing import Any

from workflow.cachefile import without_collecting
from workflow.cli.output import show, show_json, show_table, talk
from workflow.cli.places import history_of, workspace_of
from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES, current, labels, say
from workflow.summaries.board import BoardItem, BoardMeeting, next_task
from workflow.summaries.boardfilter import STALE, BoardFilter
from workflow.summaries.model import STATUSES


def status(arguments: argparse.Namespace) -> int:
    """Show the board: items by status, and what needs doing next."""
    from workflow.history.standings import whole_board

    workspace = workspace_of(arguments)
    history = history_of(workspace)
    board = whole_board(workspace, history)
    wanted = arguments.meeting
    if wanted:
        workspace.meeting(wanted)
    person = history.identity_or_none()
    address = history.identity().email if person else ""
    only = replace(_filter(arguments, person), address=address)
    filtering = only.active
    with without_collecting():
        entries = [
            (entry, [line for line in entry.items if not filtering or only.fits(entry, line)])
            for entry in board.meetings
            if not wanted or entry.id == wanted
        ]
    if filtering:
        entries = [(entry, lines) for entry, lines in entries if lines]
    task = next_task(board, person, address)
    problems = [*board.problems, *(i.error for _, lines in entries for i in lines if i.error)]
    if arguments.json:
        show_json(_board_document(entries, task.sentence))
    else:
        show(task.sentence)
        for entry, lines in entries:
            _show_meeting(entry, lines)
        if filtering and not entries:
            talk(say("cli.no_item_fits"))
    for problem in problems:
        talk(problem)
    return 2 if problems else 0


def _filter(arguments: argparse.Namespace, person: str) -> BoardFilter:
    """What is asked for; `--by` without a name is about the user."""
    return BoardFilter(
        words=arguments.find,
        council=arguments.council.lower(),
        status=_status(arguments.status) if arguments.status else "",
        person=person if arguments.by is None else arguments.by,
        topic=arguments.topic,
        waiting=person if arguments.waiting else "",
    )


def _status(word: str) -> str:
    """A status by its id or its word in any language."""
    known = (*STATUSES, STALE)
    for language in LANGUAGES:
        for identity, name in labels(language, "common.status").items():
            if identity in known and word.casefold() in (identity, name.casefold()):
                return identity
    names = labels(current(), "common.status")
    raise WorkflowError(
        "search.errors.no_status", value=word, known=", ".join(names[each] for each in known)
    )


def _show_meeting(entry: BoardMeeting, lines: list[BoardItem]) -> None:
    show()
    counts = entry.counts
    show(
        f"{entry.id}  {entry.meeting.name}  "
        + say("cli.progress", done=counts["approved"], n=entry.size)
    )
    rows = []
    for line in lines:
        state = say("cli.unreadable") if line.error else say(f"common.status.{line.status}")
        if line.stale:
            state += f", {say('common.status.stale')}"
        if line.proposers:
            state += f", {say('tui.board.to_decide')}"
        who = line.approved_by or line.claim or line.assigned or line.written_by
        if line.uncounted:
            who = say("tui.board.uncounted", who=line.uncounted)
        rows.append((line.item.label, state, who, line.item.title))
    show_table(rows, indent="  ")


def _board_document(
    entries: list[tuple[BoardMeeting, list[BoardItem]]], task: str
) -> dict[str, Any]:
    return {
        "schema": "board/1",
        "next": task,
        "meetings": [
            {
                "meeting": entry.id,
                "counts": dict(entry.counts),
                "items": [
                    {
                        "item": line.item.label,
                        "slug": line.item.slug,
                        "title": line.item.title,
                        "status": line.status,
                        "stale": line.stale,
                        "claim": line.claim,
                        "written_by": line.written_by,
                        "approved_by": line.approved_by,
                        "approved_without_counting_by": line.uncounted,
                        "assigned": line.assigned,
                        "reviewer": line.reviewer,
                        "deadline": line.deadline,
                        "proposals_by": list(line.proposers),
                        "error": line.error,
                    }
                    for line in lines
                ],
            }
            for entry, lines in entries
        ],
    }
