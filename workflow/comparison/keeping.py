"""Whether two views are about keeping a thing as it is and about changing it."""

from workflow.comparison.model import Stand
from workflow.comparison.opposites import clauses, is_negated
from workflow.comparison.rules import leaning, polarity, words_of
from workflow.comparison.wording import words


def effect(stand: Stand) -> int:
    """1 where somebody wants a thing kept, -1 where changed or gone, 0 where neither is told.

    Who opposes its deletion wants it kept, and so does who asks not to delete it.
    """
    side, own = leaning(stand.stance), set(words(stand.cue))
    kept = changed = False
    for clause in clauses(stand.core):
        said = set(words(clause)) - own
        keeps = not words_of("kept_words").isdisjoint(said)
        changes = not words_of("undoing", "changed_words").isdisjoint(said)
        if keeps != changes and _is_denied(stand, clause):
            keeps, changes = changes, keeps
        kept, changed = kept or keeps, changed or changes
    return side * (kept - changed)


def _is_denied(stand: Stand, clause: str) -> bool:
    """Whether a wish is that a thing is not done; the `no` of a view (`geen bezwaar`) is not."""
    if polarity(stand.stance) < 0 or stand.denied not in ("", stand.stance):
        return False
    own = polarity(stand.stance) > 0 and is_negated(stand.cue)
    return is_negated(clause) and not own
