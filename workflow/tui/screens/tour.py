"""The first run: five short pages that can be left at any time."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from workflow.languages import say
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.screens.base import Dialog
from workflow.tui.widgets.bars import KeyBar

PAGES = 5


class TourScreen(Dialog):
    """One page at a time."""

    CONTEXT = "tour"
    BINDINGS = bindings("tour")

    def __init__(self) -> None:
        super().__init__()
        self._page = 1

    def compose(self) -> ComposeResult:
        """The page and the keys."""
        with Vertical(id="box"):
            yield Static(id="words")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the first page."""
        self._show()

    def _show(self) -> None:
        self.query_one("#box").border_title = render.label(
            "tui.tour.title", page=self._page, pages=PAGES
        )
        self.query_one("#words", Static).update(render.label(f"tui.tour.page{self._page}"))

    def why_not(self, name: str) -> str:
        """There is no page before the first."""
        return say("tui.tour.first") if name == "previous" and self._page == 1 else ""

    def do_next(self) -> None:
        """The next page; after the last one, to work."""
        if self._page == PAGES:
            self.dismiss(None)
        else:
            self._page += 1
            self._show()

    def do_previous(self) -> None:
        """The page before."""
        self._page -= 1
        self._show()
