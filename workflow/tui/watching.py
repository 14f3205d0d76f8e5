"""What the program does by itself while it is open: look for changes, keep the history quick.

At the start it says what it recovered and what a person should know about the place; then it
looks every few seconds whether files were changed outside, and in idle moments does the upkeep.
"""

import time
from typing import TYPE_CHECKING

from workflow.languages import say
from workflow.tui import quick

if TYPE_CHECKING:
    from workflow.tui.desk import Desk
    from workflow.tui.progress import Progress
    from workflow.tui.screens.base import DeskScreen

EVERY = 3.0
"""Seconds between two looks at the files; more where a look takes long."""
_UPKEEP = 120.0
"""Seconds between two turns of the upkeep."""


def words_at_start(desk: "Desk") -> tuple[str, ...]:
    """What was recovered, and what a person should know about the place; one sentence each."""
    from workflow.history import recover
    from workflow.history.upkeep import notices

    history = desk.history()
    recovered = recover(history)
    found = [say(f"history.recovered.{r.outcome}", paths=", ".join(r.paths)) for r in recovered]
    return (*found, *notices(history))


def outside_stamp(desk: "Desk") -> object:
    """Something that differs once a file or the branch has changed; touches files only."""
    from workflow.history.status import head_stamp
    from workflow.summaries.glance import scan

    desk.folders = scan(desk.root, desk.folders)
    return head_stamp(desk.history()), desk.folders


class Watch:
    """The watch of one application, kept by its first screen."""

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen
        self._known: object = None
        self._tidied = 0.0
        self._took = 0.0

    def start(self) -> None:
        """Say what is to be said, and look again and again from now on."""
        desk = self._screen.app.desk
        self._screen.app.jobs.start(
            self._screen,
            lambda _: desk.words_at_start(),
            group="opening",
            git=True,
            then=self._tell,
            failed=lambda error: self._screen.app.tell(self._screen.app.words_of(error)),
        )

    def _tell(self, words: tuple[str, ...]) -> None:
        if words:
            self._screen.app.tell(" ".join(words))
        self._later()

    def _later(self) -> None:
        self._screen.set_timer(EVERY + 20 * self._took, self._look)

    def _look(self) -> None:
        app, desk = self._screen.app, self._screen.app.desk
        if app.jobs.running:
            self._later()  # whoever works reads what is there
            return

        def look(_: "Progress") -> tuple[object, float]:
            start = time.monotonic()
            return desk.outside_stamp(), time.monotonic() - start

        app.jobs.start(
            self._screen, look, group="watch", then=self._looked, failed=lambda _: self._later()
        )

    def _looked(self, found: tuple[object, float]) -> None:
        stamp, self._took = found
        changed = self._known is not None and stamp != self._known
        self._known = stamp
        if changed:
            screen = self._screen.app.desk_screen
            if screen is not None:
                screen.changed_outside()
        elif time.monotonic() - self._tidied > _UPKEEP:
            self._tidied = time.monotonic()
            quick.rest()
            self._tidy()
        self._later()

    def _tidy(self) -> None:
        jobs, desk = self._screen.app.jobs, self._screen.app.desk

        def others_wait() -> bool:
            return any(job.group != "upkeep" for job in jobs.running)

        jobs.start(
            self._screen,
            lambda _: desk.tidy(others_wait),
            group="upkeep",
            git=True,
            then=lambda _: None,
            failed=lambda _: None,
        )
