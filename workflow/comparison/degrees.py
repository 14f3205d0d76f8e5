"""How much the words beside those that carry a stance heighten or lower it.

Words of degree count where they stand beside what they grade: before a word that carries the
stance (`fel gekant`, `diepe zorgen`) or at the end of its clause (`steunde het plan krachtig`).
"""

from functools import lru_cache

from workflow.comparison.clauses import clauses_of, has_way, negations
from workflow.comparison.model import Stand
from workflow.comparison.rules import words_of
from workflow.comparison.tokens import plain_words
from workflow.comparison.wording import words


def raised(stand: Stand) -> bool:
    """Whether a view is stressed."""
    return heightened(stand) or has_way(stand.core, "stressing")


def heightened(stand: Stand) -> bool:
    """Whether a word of degree raises what carries the stance of a view: `fel gekant`."""
    return _graded(stand.core, stand.cue) > 0


def lowered(stand: Stand) -> bool:
    """Whether a view is hedged."""
    return _graded(stand.core, stand.cue) < 0 or has_way(stand.core, "hedging")


@lru_cache(maxsize=8_192)
def _graded(core: str, cue: str) -> int:
    """1 where a word of degree raises what carries the stance, -1 where one lowers it."""
    high, low = words_of("heightening"), words_of("lowering")
    own = set(plain_words(cue))
    for clause in clauses_of(core, cue):
        said = words(clause)
        if (high | low).isdisjoint(said):
            continue
        for at, word in enumerate(said):
            closes = at + 1 == len(said) and said[at - 1] not in words_of("degree_links")
            beside = closes or (at + 1 < len(said) and said[at + 1] in own)
            if beside and word in high:
                return -1 if negations() & set(said[max(0, at - 1) : at]) else 1
            if beside and word in low:
                return -1
    return 0


def is_absolute(stand: Stand) -> bool:
    """Whether a view leaves no room at all: `in geen geval`, but not `zal het niet blokkeren`."""
    return has_way(stand.core, "absolute") and not has_way(stand.core, "not_blocking")
