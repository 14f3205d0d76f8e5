"""What the search screen asks of the index. Slow: call it from a job."""

from pathlib import Path
from typing import TYPE_CHECKING

from workflow.languages import say
from workflow.search.index import Index
from workflow.tui.progress import Progress

if TYPE_CHECKING:
    from workflow.tui.apart import Apart
    from workflow.tui.desk import Desk

MANY = 50
"""Meetings that must have changed for a process of its own to be worth starting."""


def up_to_date(desk: "Desk", apart: "Apart", folder: Path | None, progress: Progress) -> Index:
    """The index as the files are now; without a folder it lives in memory."""
    index = Index(desk.workspace, folder)
    if folder is not None and index.behind() > MANY:
        apart.job(refresh, folder)(progress)
    _refresh(index, progress)
    return index


def refresh(desk: "Desk", folder: Path, progress: Progress) -> None:
    """Bring the index that is kept in a folder up to date."""
    index = Index(desk.workspace, folder)
    try:
        _refresh(index, progress)
    finally:
        index.close()


def _refresh(index: Index, progress: Progress) -> None:
    def tell(done: int, total: int) -> None:
        progress.say(say("search.building", done=done, total=total))

    index.refresh(tell)
