"""What an examination says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    """Which check it was, such as `identity`."""
    state: str
    """`ok`, `hint`, `warning` or `error`, from good to bad."""
    text: str
    """What was found, in one sentence."""
    advice: str = ""
    """What to do about it, or empty."""
    where: str = ""
    """The file that it is about, or empty."""
