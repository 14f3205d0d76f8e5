"""What the screens have in common that show a table over all meetings."""

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult

from workflow.languages import say
from workflow.tui import render
from workflow.tui.progress import Progress
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.grid import Grid
from workflow.tui.widgets.prose import Prose


class TableScreen(DeskScreen):
    """A table, and below it the words of the cell under the cursor.

    Subclasses say what to read (`work`), keep it (`take`) and draw it (`draw`).
    """

    def compose_body(self) -> ComposeResult:
        """The table, and the words of one cell."""
        yield Grid(id="grid")
        yield Prose(id="said")

    def on_mount(self) -> None:
        """Read all meetings."""
        self.title_bar(say(f"tui.{self.CONTEXT}.title"))
        self.query_one("#grid").focus()
        self.query_one("#said", Prose).show(render.label("tui.timeline.working", "$text-muted"))
        self.load()

    def load(self) -> None:
        """Read all meetings, anew if they were read before."""
        self.app.jobs.start(
            self,
            self.work(),
            group=self.CONTEXT,
            description=say("tui.timeline.working"),
            then=self.take,
            failed=self._failed,
        )

    def work(self) -> Callable[[Progress], Any]:
        """What reads the meetings, outside the screen's thread."""
        raise NotImplementedError

    def take(self, found: Any) -> None:
        """Keep what was read and show it."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show what was read."""
        raise NotImplementedError

    def _failed(self, error: Exception) -> None:
        app = self.app
        self.dismiss(None)
        app.call_later(app.show_error, error)

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self.draw()
