"""The pane beside a wide board: what stands under the cursor, without opening it."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer

from workflow.tui import render
from workflow.tui.screens.base import WIDE
from workflow.tui.screens.boardways import BoardWays
from workflow.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from workflow.summaries.model import Summary

SPACIOUS = 170
"""Columns from which the pane has room beside the list."""
PAUSE = 0.2
"""Seconds the cursor rests on a line before its file is read."""


class BoardGlance(BoardWays):
    """What the board has for its pane."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as in Textual
        (0, "-narrow"),
        (WIDE, "-wide"),
        (SPACIOUS, "-spacious"),
    ]
    _resting: Timer | None = None

    def on_resize(self) -> None:
        """Where the pane has come in sight, it has something to say."""
        self.glance_soon()

    def glance_soon(self) -> None:
        """Show the line under the cursor, once the cursor rests there."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if self.app.size.width >= SPACIOUS:
            self._resting = self.set_timer(PAUSE, self._glance)

    def _glance(self) -> None:
        # The board is shown before what only this pane needs is loaded.
        from workflow.tui.widgets import glance

        wanted = self.selection
        meeting_id, slug = wanted
        meetings = self._board.meetings if self._board else ()
        entry = next((each for each in meetings if each.id == meeting_id), None)
        if entry is None or not slug:
            self._tell_glance(glance.of_meeting(entry) if entry else Content(""))
            return
        meeting, workspace = entry.meeting, self.app.desk.workspace
        item = meeting.item(slug)

        def take(summary: "Summary") -> None:
            if item is not None and self.selection == wanted:
                self._tell_glance(glance.of_item(item, summary))

        def failed(error: Exception) -> None:
            self._tell_glance(render.join(("✗ ", "$text-error"), self.app.words_of(error)))

        self.app.jobs.start(
            self,
            lambda _: workspace.load(meeting, slug).summary,
            group="glance",
            then=take,
            failed=failed,
        )

    def _tell_glance(self, content: Content) -> None:
        for pane in self.query("#glance").results(Prose):  # none where the screen is closing
            if pane.plain != content.plain:
                pane.show(content)
