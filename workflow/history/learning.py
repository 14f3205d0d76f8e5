"""Saving a word that the house has added to its own lexicon."""

from workflow.history.messages import SUBJECT_LENGTH, Message
from workflow.history.repository import History
from workflow.history.saved import Saved, save_files
from workflow.languages import say_in
from workflow.positions.adding import Addition
from workflow.summaries.workspace import LEXICON, SUMMARIES, Workspace
from workflow.text import shorten


def save_word(workspace: Workspace, history: History, addition: Addition) -> Saved:
    """Save the file that holds the word as one commit.

    Raises SaveConflict if the file was changed in the meantime.
    """
    path = f"{SUMMARIES}/{LEXICON}/{addition.file}"
    words = say_in(workspace.language_of(), "history.subject.word", word=shorten(addition.word, 40))
    message = Message(shorten(words, SUBJECT_LENGTH), "", (("Action", "edit"),))
    return save_files(history, {path: addition.text.encode()}, message, {path: addition.before})
