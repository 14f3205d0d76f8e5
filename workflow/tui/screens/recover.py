"""Text that was being written when the program ended, offered back with its differences."""

from workflow.languages import say
from workflow.tui import render
from workflow.tui.screens.dialogs import Question
from workflow.tui.widgets.diff import changed_lines


def recover_question(saved: str, text: str, when: str) -> Question:
    """Ask whether to go on with `text`, written at `when`, instead of what is `saved`."""
    body = render.lines(
        [render.label("tui.recover.words", when=when), render.line(""), changed_lines(saved, text)]
    )
    return Question(say("tui.recover.title"), body, say("tui.recover.yes"), say("tui.recover.no"))
