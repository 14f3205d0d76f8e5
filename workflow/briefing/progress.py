"""How far a briefing is, and whether the user still wants it."""

from collections.abc import Callable
from dataclasses import dataclass

from workflow.errors import WorkflowError

Proceed = Callable[[int, int], bool]
"""Told the number of items done and of all; says whether to go on."""


@dataclass(slots=True)
class Progress:
    """Counts the items that are set."""

    total: int
    proceed: Proceed | None = None
    done: int = 0

    def step(self) -> None:
        """One more item is set. Raises WorkflowError where the user wants to stop."""
        self.done += 1
        if self.proceed and not self.proceed(self.done, self.total):
            raise WorkflowError("briefing.errors.cancelled")
