"""Text that was being written when the program ended, offered back with its differences."""

from datetime import datetime

from workflow.languages import say
from workflow.summaries.readable import as_read
from workflow.tui import render
from workflow.tui.answers import LeftOver
from workflow.tui.keeping import left_over_words
from workflow.tui.moments import moment
from workflow.tui.screens.dialogs import Question
from workflow.tui.widgets.diff import changed_lines


def recover_question(saved: str, left: LeftOver, now: datetime, language: str) -> Question:
    """Ask whether to go on with what was left over instead of what is `saved`."""
    difference = changed_lines(as_read(saved, language), as_read(left.text, language))
    if saved != left.text and not difference.plain.startswith(("-", "+", "  ")):
        difference = changed_lines(saved, left.text)
    words = [render.line(line) for line in left_over_words(left, lambda when: moment(when, now))]
    body = render.lines([*words, render.line(""), difference])
    return Question(say("tui.recover.title"), body, say("tui.recover.yes"), say("tui.recover.no"))
