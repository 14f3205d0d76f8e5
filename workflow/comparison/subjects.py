"""What two statements are about, and how much of it they share."""

from functools import lru_cache

from workflow.comparison.model import Stand
from workflow.comparison.opposites import words_of_taking_back
from workflow.comparison.rules import words_of
from workflow.comparison.vectors import content_words, pieces
from workflow.comparison.wording import words


def overlap(older: Stand, newer: Stand) -> float:
    """Share of the shorter statement's pieces of words that the other one has too.

    The words that carry the stance and those of time and tone do not count.
    """
    one, other = (_subject(each.core, each.cue) for each in (older, newer))
    return len(one & other) / max(1, min(len(one), len(other)))


def covered(stand: Stand, other: Stand) -> float:
    """Share of the pieces of words of what a statement is about that the other one has too.

    To ask for delay of a thing is another matter than the thing: only words of bringing it about
    (`invoering`) do not count.
    """
    light = words_of("bringing_about")
    mine = _subject(" ".join(w for w in content_words(stand.core) if w not in light), stand.cue)
    theirs = _subject(other.core, other.cue)
    return len(mine & theirs) / max(1, len(mine))


@lru_cache(maxsize=16_384)
def _subject(core: str, cue: str) -> frozenset[str]:
    """The pieces of the words that say what a statement is about."""
    besides = {*words(cue), *words_of("tones"), *words_of_taking_back()}
    left = " ".join(word for word in content_words(core) if word not in besides)
    return frozenset(pieces(left or core))
