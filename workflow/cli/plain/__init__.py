"""The desk without screens: questions and answers as lines of text, for screen readers.

No boxes, no spinners, one column: what happens is said in a line of its own, in the order in
which it happens. The words of the screens' registry work here too: a key, a label, or a number.
"""

from pathlib import Path


def run(root: Path) -> int:
    """Work on a workspace until the user stops; returns the exit status."""
    from workflow.cli.plain.board import work
    from workflow.cli.plain.session import Session

    return work(Session(root))
