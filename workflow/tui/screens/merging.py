"""Where a colleague changed the same words: one question for each, in plain words."""

from typing import Any

from workflow.languages import say
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.merge import Proposal
from workflow.tui import render
from workflow.tui.screens.dialogs import Question


def words_of(value: Any) -> str:
    """An entry or a value as a person reads it."""
    if value is None:
        return say("tui.merge.nothing")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    text = getattr(value, "text", None)
    if text is None:
        return str(value)
    name = getattr(value, "name", "") or getattr(value, "who", "") or getattr(value, "author", "")
    evidence = render_evidence(getattr(value, "evidence", ()))
    return f"{name}: {text} {evidence}" if name else f"{text} {evidence}"


def merge_question(proposal: Proposal, place: int, total: int) -> Question:
    """Ask whose version stays."""
    body = render.lines(
        [
            render.label("tui.merge.words"),
            render.line(""),
            render.join((say("tui.merge.theirs") + " ", "bold"), words_of(proposal.theirs)),
            render.join((say("tui.merge.mine") + " ", "bold"), words_of(proposal.mine)),
        ]
    )
    title = say("tui.merge.title", n=place, total=total)
    return Question(title, body, say("tui.merge.keep_theirs"), say("tui.merge.keep_mine"))
