"""The command that explains a word to the program: a name or a verb of the house's own list."""

import argparse

from workflow.cli.output import talk
from workflow.cli.places import history_of, workspace_of
from workflow.history.learning import save_word
from workflow.languages import current, labels, say
from workflow.positions.adding import add_word
from workflow.summaries.typed import find_stance
from workflow.summaries.workspace import Workspace


def learn(arguments: argparse.Namespace) -> int:
    """Put a word into the house's list: a verb with its stance, a person or name with its actor.

    Without a meaning it is the name of a new actor.
    """
    workspace = workspace_of(arguments)
    history = history_of(workspace)
    language = _language(workspace, arguments.meeting)
    stance = find_stance(arguments.meaning, language) if arguments.meaning else None
    added = add_word(
        workspace.lexicon_home,
        language,
        arguments.word,
        stance=stance or "",
        actor="" if stance else arguments.meaning,
    )
    talk(save_word(workspace, history, added).told)
    if not arguments.meaning:
        # A verb that was given alone is easily taken for a name.
        stances = ", ".join(labels(language, "common.stance").values())
        talk(say("cli.learned_actor", word=added.word, stances=stances))
    return 0


def _language(workspace: Workspace, meeting: str) -> str:
    """The language of the meeting, else of the newest one, else of the program."""
    names = sorted(workspace.meeting_ids())
    if meeting or names:
        return workspace.meeting(meeting or names[-1]).language
    return current()
