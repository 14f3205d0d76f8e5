"""Whether a step that brings colleagues' work in was begun and not ended.

Every command asks this at its start, so it loads nothing of what such a step needs.
"""

from workflow.history.privatefolder import PRIVATE
from workflow.history.repository import History


def note_of(history: History) -> str:
    """The file that says so, from the folder that all work trees share; one for each of them."""
    if history.git_dir == history.common_dir:
        return f"{PRIVATE}/sharing.json"
    return f"{PRIVATE}/sharing-{history.git_dir.name}.json"


def is_pending(history: History) -> bool:
    """Whether a program was killed while it brought colleagues' work in."""
    return (history.common_dir / note_of(history)).exists()
