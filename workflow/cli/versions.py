"""Commands about earlier versions."""

import argparse

from workflow.cli.output import show_table, talk
from workflow.cli.places import history_of, workspace_of
from workflow.errors import WorkflowError
from workflow.languages import say


def history(arguments: argparse.Namespace) -> int:
    """List revisions in words, newest first."""
    from workflow.history import log

    workspace = workspace_of(arguments)
    paths: tuple[str, ...] = ("summaries",)
    if arguments.meeting:
        meeting = workspace.meeting(arguments.meeting)
        paths = (workspace.relative(workspace.meeting_folder(meeting)),)
        if arguments.item:
            entry = workspace.find_item(meeting, arguments.item)
            paths = (workspace.relative(workspace.summary_path(meeting, entry.slug)),)
    if arguments.limit < 1:
        raise WorkflowError("cli.errors.bad_limit", limit=arguments.limit)
    revisions = log(history_of(workspace), paths, limit=arguments.limit)
    show_table(
        [
            (
                revision.commit[:10],
                revision.when.strftime("%Y-%m-%d %H:%M"),
                revision.author,
                revision.subject,
            )
            for revision in revisions
        ]
    )
    if not revisions:
        talk(say("cli.no_history"))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Bring an older version of a summary back, as a new version."""
    from workflow.history import actions

    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    entry = workspace.find_item(meeting, arguments.item)
    saved = actions.restore_summary(
        workspace, history_of(workspace), meeting, entry.slug, arguments.version
    )
    talk(saved.subject)
    return 0


def undo(arguments: argparse.Namespace) -> int:
    """Undo one's own last save, as a new version."""
    from workflow.history import actions

    workspace = workspace_of(arguments)
    talk(actions.undo(workspace, history_of(workspace)).subject)
    return 0
