"""The command that shows how far everything is; it loads no more than it needs."""

import argparse
from typing import Any

from workflow.cli.output import show, show_json, show_table, talk
from workflow.cli.places import history_of, workspace_of
from workflow.languages import say
from workflow.summaries.board import BoardMeeting, next_task


def status(arguments: argparse.Namespace) -> int:
    """Show the board: items by status, and what needs doing next."""
    from workflow.history.standings import whole_board

    workspace = workspace_of(arguments)
    history = history_of(workspace)
    board = whole_board(workspace, history)
    wanted = arguments.meeting
    if wanted:
        workspace.meeting(wanted)
    entries = [entry for entry in board.meetings if not wanted or entry.id == wanted]
    task = next_task(board, history.identity_or_none())
    problems = [*board.problems, *(i.error for e in entries for i in e.items if i.error)]
    if arguments.json:
        show_json(_board_document(entries, task.sentence))
    else:
        show(task.sentence)
        for entry in entries:
            _show_meeting(entry)
    for problem in problems:
        talk(problem)
    return 2 if problems else 0


def _show_meeting(entry: BoardMeeting) -> None:
    show()
    counts = entry.counts
    show(
        f"{entry.id}  {entry.meeting.name}  "
        + say("cli.progress", done=counts["approved"], n=entry.size)
    )
    rows = []
    for line in entry.items:
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


def _board_document(entries: list[BoardMeeting], task: str) -> dict[str, Any]:
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
                    for line in entry.items
                ],
            }
            for entry in entries
        ],
    }
