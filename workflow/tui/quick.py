"""Keeps keys quick while other threads work.

Python runs one thread at a time. A thread that works hands over only when asked, and a key
needs hundreds of turns of the loop until the screen is painted, each of which would let the
working thread in between; and a full round of the collector of unused objects stops everything
for as long as fifteen thousand items take to look over.
"""

import asyncio
import gc
import selectors
import sys
import time
from collections.abc import Callable

TURN = 0.0001
"""Seconds after which a working thread makes way for the one that answers keys."""
HOLD = 0.02
"""Seconds for which the one that answers keys need not make way: about one key."""
_YOUNG, _MIDDLE, _NEVER = 5_000, 4, 1_000_000
"""When the collector looks: it holds everything up, so rather often and shortly."""

Found = list[tuple[selectors.SelectorKey, int]]


class KeysFirst(selectors.DefaultSelector):
    """Looks for input where the loop has nothing else to do, and otherwise only now and then.

    Other threads have to make way at once while the loop waits; while it has work, they wait.
    """

    _looked = float("-inf")

    def select(self, timeout: float | None = None) -> Found:
        """What has input; nothing where work is left and the last look was a moment ago."""
        if timeout == 0 and time.monotonic() - self._looked < HOLD:
            return []
        sys.setswitchinterval(TURN)
        try:
            return super().select(timeout)
        finally:
            sys.setswitchinterval(HOLD)
            self._looked = time.monotonic()


class _Loop(asyncio.SelectorEventLoop):
    """Takes a call from another thread without waiting for a turn of that thread."""

    def _read_from_self(self) -> None:
        # Reading lets other threads in, as looking for input does.
        sys.setswitchinterval(TURN)
        try:
            super()._read_from_self()  # type: ignore[misc]
        finally:
            sys.setswitchinterval(HOLD)


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Makes a loop that puts keys first; None where the system needs a loop of its own kind."""
    if sys.platform == "win32":
        return None
    return lambda: _Loop(KeysFirst())


def put_keys_first() -> None:
    """Short turns for all threads, and full rounds of the collector only where `rest` allows."""
    sys.setswitchinterval(TURN)
    gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)


def keep_for_good() -> None:
    """Leave what is there out of all rounds of the collector to come."""
    gc.freeze()


def rest() -> None:
    """A full round of the collector, for a moment in which nobody waits for anything."""
    gc.collect()
