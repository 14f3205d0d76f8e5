"""The record of one stance that was read, and of the words in which it stands."""

from dataclasses import dataclass

NEUTRAL = ("inform", "none", "")
"""Stances that give way to any other in the same statement."""
OPINIONS = ("support", "oppose", "concern", "reserve")
"""Stances that say what somebody thinks of a thing."""
VIEWS = (*OPINIONS, "call")
"""Stances that somebody else may share: opinions, and what is asked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One stance with the words that carry it."""

    stance: str
    strength: int
    cue: tuple[tuple[int, int], ...]
    """Ranges of words: place of the first, and the place behind the last."""
    rule: str
    certain: bool = True
    denied: str = ""
    """The stance that a word of denial turned into this one (`kon niet instemmen`), or empty."""
    joined: str = ""
    """The stance of whoever joins in, where it is another one: against a delay is for haste."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The words that go with a verb: places from `start` to `stop`, without those in `skip`."""

    start: int
    stop: int
    skip: frozenset[int] = frozenset()
