"""What the board read when the program last ran, kept for a quick first screen: no git needed."""

import hashlib

from workflow.cachefile import CACHE
from workflow.history.privatefolder import cache_place
from workflow.summaries.boardmemory import BoardMemory, read_memory, write_memory
from workflow.summaries.workspace import Workspace


def recall_board(workspace: Workspace) -> BoardMemory:
    """What the board read when the program last ran; touches files only."""
    place = cache_place(workspace.root)
    return read_memory(place[0] / _board_name(workspace), place[1]) if place else BoardMemory()


def keep_board(workspace: Workspace, memory: BoardMemory) -> None:
    """Keep what the board read for the next start; touches files only."""
    if place := cache_place(workspace.root):
        write_memory(memory, place[0] / _board_name(workspace), place[1])


def _board_name(workspace: Workspace) -> str:
    """Work trees and workspaces of one repository each have a file of their own."""
    digest = hashlib.sha256(str(workspace.root).encode("utf-8", "surrogateescape")).hexdigest()
    return f"board-{digest[:12]}{CACHE}"
