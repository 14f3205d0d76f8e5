"""Keeps keys quick while other threads work.

Python runs one thread at a time. A thread that works hands over only every few milliseconds,
and a key needs several turns until the screen is painted; and a full round of the collector
of unused objects stops everything for as long as fifteen thousand items take to look over.
"""

import gc
import sys

TURN = 0.0001
"""Seconds after which a working thread makes way for the one that answers keys."""
_YOUNG, _MIDDLE, _NEVER = 5_000, 20, 1_000_000


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
