"""The first run: five short pages that can be left at any time."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from workflow.languages import say
from workflow.tui import render
from workflow.tui.commands import bindings, in_context
from workflow.tui.screens.base import Dialog
from workflow.tui.widgets.bars import WAYS_OUT, KeyBar, available

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

    def on_key(self, event: events.Key) -> None:
        """A key of the screen below closes the tour and does its work there."""
        below = self.app.desk_screen
        if below is None:
            return
        own = {key for command in in_context("tour") for key in self.app.keys_of(command.id)}
        reached = [
            command.name
            for _, command in available(below.focused, below, below)
            if event.key in self.app.keys_of(command.id)
        ]
        if reached and event.key not in own:
            event.stop()
            self.dismiss(None)
            if reached[0] not in WAYS_OUT:
                self.app.simulate_key(event.key)

    def label_now(self, name: str) -> str:
        """After the last page comes the work."""
        return say("tui.tour.begin") if name == "next" and self._page == PAGES else ""

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
