"""Whether two views are about keeping a thing as it is and about changing it."""

from workflow.comparison.model import Stand
from workflow.comparison.opposites import undoing
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.wording import words


def effect(stand: Stand) -> int:
    """1 where somebody wants a thing kept, -1 where changed or gone, 0 where neither is told.

    Who opposes its deletion wants it kept.
    """
    said = set(words(stand.core)) - set(words(stand.cue))
    kept = not words_of("kept_words").isdisjoint(said)
    changed = not (undoing() | words_of("changed_words")).isdisjoint(said)
    side = polarity(stand.stance) or int(stand.stance in rules()["leaning"])
    return side * (kept - changed)
