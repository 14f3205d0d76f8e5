"""Commands about what changed."""

import argparse
import shutil
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from workflow.cli.output import show, show_json, talk
from workflow.cli.places import day_of, history_of, workspace_of
from workflow.comparison.ascsv import to_csv
from workflow.comparison.asjson import to_json
from workflow.comparison.asmarkdown import to_markdown, to_text
from workflow.comparison.camps import camps, camps_csv, camps_json, camps_markdown
from workflow.comparison.campspicture import camps_picture
from workflow.comparison.compare import compare_meetings
from workflow.comparison.filters import kinds_named, narrowed
from workflow.comparison.followup import (
    FollowUp,
    follow_up,
    follow_up_csv,
    follow_up_json,
    follow_up_markdown,
    follow_up_table,
    is_past,
)
from workflow.comparison.model import KINDS, Comparison
from workflow.comparison.picture import timeline_csv, timeline_markdown, to_picture
from workflow.comparison.sides import meeting_side
from workflow.comparison.timeline import timeline as make_timeline
from workflow.comparison.timeline import timeline_json
from workflow.errors import WorkflowError
from workflow.languages import current, say
from workflow.positions.actors import actor_name, named_actor
from workflow.positions.model import GROUP, is_group
from workflow.summaries.topics import read_topics
from workflow.summaries.workspace import Workspace

_ALL_GROUPS = (GROUP, f"{GROUP}:de")
"""Member states together, whatever their number."""

T = TypeVar("T")


class _Forms(NamedTuple, Generic[T]):
    """The ways in which one result is written."""

    json: Callable[[T], dict[str, Any]]
    csv: Callable[[T], str]
    markdown: Callable[[T], str]
    text: Callable[[T], str]


def compare(arguments: argparse.Namespace) -> int:
    """Show the position changes between two meetings, or since one of the standard moments."""
    workspace = workspace_of(arguments)
    whole = _compared(workspace, arguments)
    actor = _actor(arguments.actor)
    comparison = narrowed(
        whole,
        topic=arguments.topic,
        actor=actor,
        kinds=kinds_named(arguments.kind) or KINDS,
        style=not arguments.no_style,
    )
    if (
        arguments.topic
        and not comparison.topics
        and not narrowed(whole, topic=arguments.topic).topics
    ):
        known = ", ".join(topic.topic for topic in whole.topics)
        raise WorkflowError("cli.errors.unknown_topic", topic=arguments.topic, known=known)
    _show(arguments, comparison, _Forms(to_json, to_csv, to_markdown, to_text))
    if any(topic.source == "suggestion" and topic.changes for topic in comparison.topics):
        talk(say("cli.from_suggestions"))
    if comparison.older.days > comparison.newer.days:
        talk(say("cli.compared_backwards"))
    if comparison.older.body != comparison.newer.body:
        names = comparison.older.name, comparison.newer.name
        talk(say("cli.compared_councils", older=names[0], newer=names[1]))
    if not any(topic.changes for topic in comparison.topics) and whole.topics != comparison.topics:
        talk(say("cli.none_fit"))
    return 0


def _compared(workspace: Workspace, arguments: argparse.Namespace) -> Comparison:
    """The comparison that is asked for: any two meetings, or a meeting since a moment."""
    newer = workspace.meeting(arguments.newer)
    if arguments.older is None:
        from workflow.comparison.earlier import Since, compare_since

        since: Since = arguments.since or "meeting"
        return compare_since(workspace, history_of(workspace), newer, since)
    if arguments.since:
        raise WorkflowError("cli.errors.compare_since")
    return compare_meetings(
        meeting_side(workspace, workspace.meeting(arguments.older)),
        meeting_side(workspace, newer),
        topics=read_topics(workspace),
        own_government=workspace.settings.own_government,
    )


def timeline(arguments: argparse.Namespace) -> int:
    """Show one topic over all meetings."""
    workspace = workspace_of(arguments)
    sides = [meeting_side(workspace, meeting, whole=False) for meeting in workspace.meetings()]
    if not sides:
        raise WorkflowError("summaries.errors.no_meetings")
    line = make_timeline(
        sides,
        arguments.topic,
        topics=read_topics(workspace),
        actor=_actor(arguments.actor),
        own_government=workspace.settings.own_government,
    )
    picture = partial(to_picture, width=_width())
    _show(arguments, line, _Forms(timeline_json, timeline_csv, timeline_markdown, picture))
    if any(column.source == "suggestion" and column.items for column in line.columns):
        talk(say("cli.from_suggestions"))
    return 0


def alignment(arguments: argparse.Namespace) -> int:
    """Show who sides with whom."""
    workspace = workspace_of(arguments)
    sides = [meeting_side(workspace, meeting, whole=False) for meeting in workspace.meetings()]
    table = camps(
        sides,
        topic=arguments.topic,
        topics=read_topics(workspace),
        own_government=workspace.settings.own_government,
        suggestions=arguments.suggestions,
    )
    picture = partial(camps_picture, width=_width()) if table.actors else lambda _: ""
    _show(arguments, table, _Forms(camps_json, camps_csv, camps_markdown, picture))
    if not table.actors:
        talk(say("cli.no_positions"))
    elif table.unasked:
        talk(say("cli.none_confirmed"))
    elif table.source == "suggestion":
        talk(say("cli.from_suggestions"))
    return 0


def promises(arguments: argparse.Namespace) -> int:
    """Show what was promised and announced, and what became of it."""
    from workflow.comparison.states import OVERDUE, SHOWN

    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting).id if arguments.meeting else ""
    today = day_of(arguments.date) or date.today()
    states = (arguments.state,) if arguments.state else SHOWN
    whole = follow_up(workspace, today).only(SHOWN, meeting)
    found = whole.only(states, meeting)
    _show(arguments, found, _Forms(follow_up_json, follow_up_csv, follow_up_markdown, _listed))
    if not (found.promises or found.steps):
        talk(say("cli.no_promises_so" if whole.entries else "cli.no_promises"))
    elif found.suggested:
        talk(say("cli.promises_suggested"))
    # Whoever asks for what is late hears that there is more of which the date has passed.
    told = whole if arguments.state == OVERDUE else found
    if past := sum(map(is_past, told.entries)):
        talk(say("cli.promises_past", n=past))
    return 0


def _show(arguments: argparse.Namespace, result: T, forms: _Forms[T]) -> None:
    """Write a result in the form that is asked for; without one as text to read."""
    if arguments.json:
        show_json(forms.json(result))
    elif arguments.csv:
        _show_csv(forms.csv(result))
    else:
        text = (forms.markdown if arguments.markdown else forms.text)(result).rstrip("\n")
        if text:
            show(text)


def _listed(found: FollowUp) -> str:
    """Each row as a few lines: a sentence is too long for a column."""
    lines = []
    rows = follow_up_table(found)[1:]
    for sort, state, due, who, to_whom, debate, text, made, done, since, source in rows:
        about = ", ".join(filter(None, (who, to_whom, debate)))
        lines += [
            " · ".join(filter(None, (state, due, sort, f"{made} → {done}" if done else made))),
            f"  {text}",
            f"  ({'; '.join(filter(None, (about, since, source)))})",
        ]
    return "\n".join(lines)


def _width() -> int:
    """Characters of a line."""
    return shutil.get_terminal_size((100, 24)).columns


def _show_csv(table: str) -> None:
    """Write a table as it is: it brings its own line ends and byte order mark."""
    sys.stdout.flush()
    sys.stdout.buffer.write(table.encode())


def _actor(words: str) -> str:
    """The id for an id or a name as people write it; empty for nothing."""
    if not words:
        return ""
    known = ":" in words or words == GROUP
    actor = words if known else named_actor(words)
    if not actor:
        raise WorkflowError("cli.errors.unknown_actor", actor=words)
    if is_group(actor) and actor not in _ALL_GROUPS:
        talk(say("cli.all_groups", group=actor_name(actor, current())))
    return actor
