"""What a terminal says that is too small to work in."""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from workflow.tui import render

SMALLEST = (60, 16)
"""Columns and lines that every screen needs."""


def is_small(width: int, height: int) -> bool:
    """Whether there is no room to work."""
    return width < SMALLEST[0] or height < SMALLEST[1]


class SmallScreen(ModalScreen[None]):
    """Covers everything until there is room again; what is below it stays as it was."""

    DEFAULT_CSS = """
    SmallScreen { align: center middle; background: $background; }
    SmallScreen Static { width: 100%; height: auto; text-align: center; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._leaving = False

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static()

    def on_resize(self, event: events.Resize) -> None:
        """Say the new size, or make way."""
        width, height = event.size
        if not is_small(width, height):
            # A second event must not close the screen below as well.
            if self.is_current and not self._leaving:
                self._leaving = True
                self.dismiss(None)
            return
        self._leaving = False
        columns, lines = SMALLEST
        self.query_one(Static).update(
            render.label("tui.small", width=width, height=height, columns=columns, lines=lines)
        )
