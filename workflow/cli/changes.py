"""The command about what changed."""

import argparse
import sys

from workflow.cli.output import show, show_json, talk
from workflow.cli.places import workspace_of
from workflow.comparison.ascsv import to_csv
from workflow.comparison.asjson import to_json
from workflow.comparison.asmarkdown import to_text
from workflow.comparison.compare import compare_meetings
from workflow.comparison.filters import narrowed
from workflow.comparison.sides import meeting_side
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.positions.actors import find_actor
from workflow.summaries.topics import read_topics


def compare(arguments: argparse.Namespace) -> int:
    """Show the position changes between two meetings."""
    workspace = workspace_of(arguments)
    older, newer = (workspace.meeting(name) for name in (arguments.older, arguments.newer))
    comparison = compare_meetings(
        meeting_side(workspace, older),
        meeting_side(workspace, newer),
        topics=read_topics(workspace),
        own_government=workspace.settings.own_government,
    )
    if arguments.topic or arguments.actor:
        known = ", ".join(topic.topic for topic in comparison.topics)
        actor = _actor(arguments.actor, newer.language)
        comparison = narrowed(comparison, topic=arguments.topic, actor=actor)
        if arguments.topic and not comparison.topics and not actor:
            raise WorkflowError("cli.errors.unknown_topic", topic=arguments.topic, known=known)
    if arguments.json:
        show_json(to_json(comparison))
    elif arguments.csv:
        # The table brings its own line ends and byte order mark.
        sys.stdout.buffer.write(to_csv(comparison).encode())
    else:
        show(to_text(comparison).rstrip("\n"))
    if any(topic.source == "suggestion" and topic.changes for topic in comparison.topics):
        talk(say("cli.from_suggestions"))
    return 0


def _actor(words: str, language: str) -> str:
    """The id for an id or a name as people write it; empty for nothing."""
    if not words:
        return ""
    if ":" in words or words == "lidstaten":
        return words
    actor = find_actor(words, language)
    if actor.startswith("derde:"):
        raise WorkflowError("cli.errors.unknown_actor", actor=words)
    return actor
