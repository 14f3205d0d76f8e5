"""What work outside the thread of the screens says about itself, and how it learns to stop."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

OFTEN = 0.1
"""Seconds between two times that work says how far it is; more often nobody can read it."""


class JobCancelledError(Exception):
    """The user stopped the job."""


@dataclass(eq=False)
class Progress:
    """What work in a thread says about itself, and where it learns that it must stop."""

    describe: Callable[[str], None]
    stopped: Event = field(default_factory=Event)
    on_stop: Callable[[], None] | None = None
    """Called once it must stop; returns at once."""
    _said: float = float("-inf")

    def say(self, words: str) -> None:
        """Tell in words how far it is, now and then; JobCancelledError where it must stop."""
        self.check()
        if time.monotonic() - self._said >= OFTEN:
            self._said = time.monotonic()
            self.describe(words)

    def stop(self) -> None:
        """Have it stop soon."""
        self.stopped.set()
        on_stop = self.on_stop
        if on_stop is not None:
            on_stop()

    def check(self) -> None:
        """Raise JobCancelledError where the user stopped it."""
        if self.stopped.is_set():
            raise JobCancelledError
