"""Commands about what goes out."""

import argparse
import os
import sys
from datetime import datetime
from getpass import getpass
from pathlib import Path

from workflow.briefing.gathering import gather, template_of, warnings
from workflow.briefing.mail import Recipients, find_recipients, make_message, write_draft
from workflow.briefing.model import Briefing, Form
from workflow.briefing.order import Order
from workflow.briefing.tracking import Mode
from workflow.briefing.write import Rendered, default_name, render, write_file
from workflow.cli.output import show, talk
from workflow.cli.places import day_of, history_of, workspace_of
from workflow.comparison.earlier import SINCE
from workflow.errors import WorkflowError
from workflow.history import History
from workflow.history.sending import sent_briefings
from workflow.languages import say
from workflow.summaries.model import Meeting
from workflow.summaries.workspace import EXPORTS, SETTINGS, Workspace


def _meeting(workspace: Workspace, name: str | None) -> Meeting:
    if name:
        return workspace.meeting(name)
    known = ", ".join(workspace.meeting_ids())
    raise WorkflowError(
        "cli.errors.what_to_export" if known else "summaries.errors.no_meetings", known=known
    )


def _tell(workspace: Workspace, briefing: Briefing, since: str) -> None:
    if since not in ("", *SINCE):
        older, newer = workspace.meeting(since), workspace.meeting(briefing.meetings[-1])
        if older.days > newer.days:
            talk(say("cli.since_later", older=older.name, newer=newer.name))
        if older.body != newer.body:
            talk(say("cli.compared_councils", older=older.name, newer=newer.name))
    for warning in warnings(workspace, briefing):
        talk(warning)


def _mode(arguments: argparse.Namespace) -> Mode:
    """How changes are shown: tracked by default where `--since` asks for them."""
    return arguments.changes or ("redline" if arguments.since else "clean")


def _place(asked: str, workspace: Workspace, name: str | Path) -> Path:
    """Where to write: the file asked for, in the folder asked for, or among the exports."""
    if not asked:
        return workspace.root / EXPORTS / name
    folder = Path(asked).is_dir() or asked.endswith(("/", os.sep))
    return Path(asked) / name if folder else Path(asked)


def export(arguments: argparse.Namespace) -> int:
    """Write the briefing of a meeting, of some of its items, or of a topic."""
    if arguments.topic and arguments.meeting:
        raise WorkflowError("briefing.errors.topic_alone", options=arguments.meeting)
    items = tuple(key.strip() for key in arguments.items.split(",") if key.strip())
    if arguments.items and not items:
        raise WorkflowError("cli.errors.which_items")
    workspace = workspace_of(arguments)
    history = history_of(workspace)
    order = Order(
        meeting="" if arguments.topic else _meeting(workspace, arguments.meeting).id,
        items=items,
        topic=arguments.topic,
        since=arguments.since,
        mode=_mode(arguments),
        approved_only=arguments.approved,
    )
    briefing = gather(workspace, history, order)
    _tell(workspace, briefing, order.since)
    form: Form = arguments.format
    if arguments.output == "-":
        return _to_stdout(
            render(briefing, form, template=template_of(workspace, arguments.template))
        )
    path = _place(arguments.output, workspace, default_name(briefing, form))
    rendered = render(briefing, form, template=template_of(workspace, arguments.template))
    for notice in rendered.notices:
        talk(notice)
    written = write_file(path, rendered.content)
    if written != path:
        talk(say("briefing.notice.moved", name=written.name))
    talk(say("cli.exported", path=written))
    show(str(written))
    return 0


def _to_stdout(rendered: Rendered) -> int:
    """Write the document itself, as it would stand in a file."""
    for notice in rendered.notices:
        talk(notice)
    if rendered.content[:2] == b"PK" and sys.stdout.isatty():
        raise WorkflowError("cli.errors.word_on_screen")
    sys.stdout.flush()
    sys.stdout.buffer.write(rendered.content)
    sys.stdout.buffer.flush()
    return 0


def mail(arguments: argparse.Namespace) -> int:
    """Write an e-mail draft with the briefing attached."""
    workspace = workspace_of(arguments)
    meeting = _meeting(workspace, arguments.meeting)
    if arguments.send and not (workspace.settings.smtp_host and workspace.settings.smtp_sender):
        raise WorkflowError("cli.errors.no_server", file=SETTINGS)
    if arguments.output == "-":
        raise WorkflowError("cli.errors.mail_needs_file")
    recipients = find_recipients([arguments.to], workspace.settings.recipients)
    history = history_of(workspace)
    order = Order(meeting.id, since=arguments.since, mode=_mode(arguments))
    briefing = gather(workspace, history, order)
    _tell(workspace, briefing, order.since)
    template = template_of(workspace, arguments.template)
    rendered: Rendered = render(briefing, template=template)
    name = Path(default_name(briefing)).with_suffix(".eml")
    path = _place(arguments.output, workspace, name)
    if arguments.send:
        return _send(workspace, history, meeting, briefing, rendered, recipients)
    draft = write_draft(
        briefing,
        rendered.content,
        recipients,
        path,
        open_changes=rendered.open_changes,
        signed=history.identity_or_none(),
    )
    for notice in (*rendered.notices, *draft.notices):
        talk(notice)
    talk(say("cli.mailed", path=draft.path))
    show(str(draft.path))
    return 0


def _send(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    briefing: Briefing,
    rendered: Rendered,
    recipients: Recipients,
) -> int:
    """Send the message, keep the document that went out, and record it."""
    from workflow.briefing.sending import Server, send
    from workflow.history.actions import mark_sent

    settings = workspace.settings
    server = Server(
        settings.smtp_host,
        settings.smtp_sender,
        settings.smtp_port,
        settings.smtp_user,
        settings.smtp_encryption,
    )
    message = make_message(
        briefing,
        rendered.content,
        recipients,
        open_changes=rendered.open_changes,
        signed=history.identity_or_none(),
    )
    kept = write_file(workspace.root / EXPORTS / default_name(briefing), rendered.content)
    send(message, server, datetime.now().astimezone(), _password)
    recorded = mark_sent(workspace, history, meeting, kept, to=", ".join(recipients.lists))
    for notice in rendered.notices:
        talk(notice)
    talk(say("cli.sent_now", n=len(recipients.addresses), path=kept))
    talk(say("cli.sent", meeting=meeting.name, n=recorded.number))
    return 0


def _password() -> str:
    """The mail server's password: from the environment, else asked for; never stored."""
    return os.environ.get("WORKFLOW_SMTP_PASSWORD") or getpass(say("cli.password"))


def sent(arguments: argparse.Namespace) -> int:
    """Record that the briefing was mailed."""
    from workflow.history.actions import mark_sent

    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    day = day_of(arguments.date)
    briefing = Path(arguments.briefing) if arguments.briefing else None
    history = history_of(workspace)
    if not briefing and not _was_made(workspace, history, meeting):
        raise WorkflowError("cli.errors.nothing_to_send", meeting=meeting.name, id=meeting.id)
    recorded = mark_sent(workspace, history, meeting, briefing, day)
    talk(say("cli.sent", meeting=meeting.name, n=recorded.number))
    return 0


def _was_made(workspace: Workspace, history: History, meeting: Meeting) -> bool:
    """Whether a briefing or a draft of the meeting lies among the exports, or one was sent."""
    made = (workspace.root / EXPORTS).glob(f"briefing-{meeting.id}*")
    others = [other for other in workspace.meeting_ids() if len(other) > len(meeting.id)]
    starts = tuple(f"briefing-{other}" for other in others if other.startswith(meeting.id))
    return any(not path.name.startswith(starts) for path in made) or bool(
        sent_briefings(history, meeting)
    )
