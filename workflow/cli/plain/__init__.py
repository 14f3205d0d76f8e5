"""The desk without screens: questions and answers as lines of text, for screen readers.

No boxes, no spinners, one column: what happens is said in a line of its own, in the order in
which it happens. The words of the screens' registry work here too: a key, a label, or a number.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from workflow.languages import say
from workflow.summaries.workspace import holds_something

if TYPE_CHECKING:
    from workflow.cli.plain.session import Session


def run(root: Path, *, founding: bool = False) -> int:
    """Work on a workspace until the user stops; returns the exit status.

    With `founding` there is none in that folder yet: whether to make one is asked first.
    """
    from workflow.cli.plain.board import work
    from workflow.cli.plain.session import Session

    session = Session(root)
    if founding and not _found(session):
        return 0
    return work(session)


def _found(session: "Session") -> bool:
    """Offer to make the workspace; whether it was made."""
    from workflow.cli.plain.session import Over
    from workflow.history.actions import init_workspace

    session.say("tui.founding.where", path=session.desk.root)
    session.say("tui.founding.what")
    if holds_something(session.desk.root):
        session.say("tui.founding.full")
    try:
        agreed = session.agrees(say("tui.founding.ask"))
    except (Over, KeyboardInterrupt):
        agreed = False
    if not agreed:
        session.say("tui.founding.not_made")
        return False
    init_workspace(session.desk.root)
    session.say("tui.founding.made")
    return True
