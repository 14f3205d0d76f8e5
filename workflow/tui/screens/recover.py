"""Text that was being written when the program ended, offered back with its differences."""

from workflow.languages import say
from workflow.summaries.readable import as_read
from workflow.tui import render
from workflow.tui.screens.dialogs import Question
from workflow.tui.widgets.diff import changed_lines


def recover_question(saved: str, text: str, when: str, language: str) -> Question:
    """Ask whether to go on with `text`, written at `when`, instead of what is `saved`."""
    difference = changed_lines(as_read(saved, language), as_read(text, language))
    if saved != text and not difference.plain.startswith(("-", "+", "  ")):
        difference = changed_lines(saved, text)
    body = render.lines([render.label("tui.recover.words", when=when), render.line(""), difference])
    return Question(say("tui.recover.title"), body, say("tui.recover.yes"), say("tui.recover.no"))
