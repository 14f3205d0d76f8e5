"""Two versions of a text, sentence by sentence: kept, moved, changed, gone or added."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.comparison.matching import Budget, matches
from workflow.comparison.tokens import plain, tokens
from workflow.comparison.words import Change, read_changes, similarity

PAIRED_FROM = 0.5
"""Share of words in common from which two sentences are versions of one."""
MOST_PAIRED = 40
"""Differing sentences on one side up to which each is compared with each of the other side."""


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """What became of one sentence."""

    kind: str
    """`kept`, `moved`, `changed`, `gone` or `added`."""
    older: int | None
    """Place in the older text, from 0."""
    newer: int | None
    """Place in the newer text, from 0."""
    words: tuple[Change, ...]
    """The words of both, with their differences."""


def sentence_changes(older: Sequence[str], newer: Sequence[str]) -> tuple[SentenceChange, ...]:
    """What became of each sentence, in the newer order; what is gone stands where it was.

    Case, quotes and white space alone are no change. A sentence that only stands elsewhere is
    `moved`. The cost grows with the number of differing sentences, of which no more than
    `MOST_PAIRED` on a side are compared with one another.
    """
    one, other = [_key(text) for text in older], [_key(text) for text in newer]
    pairs = {
        at_new + step: at_old + step
        for at_old, at_new, length in matches(one, other, Budget(len(one) + len(other)))
        for step in range(length)
    }
    kinds = dict.fromkeys(pairs, "kept")
    _pair_moved(one, other, pairs, kinds)
    _pair_changed(older, newer, pairs, kinds)
    taken = set(pairs.values())
    found: list[SentenceChange] = []
    gone = iter([at for at in range(len(older)) if at not in taken])
    waiting = next(gone, None)
    for at, text in enumerate(newer):
        partner = pairs.get(at)
        if kinds.get(at) in ("kept", "changed"):
            while waiting is not None and partner is not None and waiting < partner:
                found.append(_gone(older, waiting))
                waiting = next(gone, None)
        if partner is None:
            found.append(SentenceChange("added", None, at, (("+", text),)))
        else:
            words = read_changes(older[partner], text)
            if kinds[at] != "changed":
                words = (("=", text),)
            found.append(SentenceChange(kinds[at], partner, at, words))
    while waiting is not None:
        found.append(_gone(older, waiting))
        waiting = next(gone, None)
    return tuple(found)


def _gone(older: Sequence[str], at: int) -> SentenceChange:
    return SentenceChange("gone", at, None, (("-", older[at]),))


def _key(text: str) -> str:
    return " ".join(plain(text).replace('"', "").replace("'", "").split())


def _pair_moved(
    one: Sequence[str], other: Sequence[str], pairs: dict[int, int], kinds: dict[int, str]
) -> None:
    """Pair equal sentences that stand elsewhere."""
    taken = set(pairs.values())
    free: dict[str, list[int]] = {}
    for at, key in enumerate(one):
        if at not in taken:
            free.setdefault(key, []).append(at)
    for at, key in enumerate(other):
        if at not in pairs and free.get(key):
            pairs[at] = free[key].pop(0)
            kinds[at] = "moved"


def _pair_changed(
    older: Sequence[str], newer: Sequence[str], pairs: dict[int, int], kinds: dict[int, str]
) -> None:
    """Pair sentences that have most words in common, best pair first."""
    taken = set(pairs.values())
    left = [at for at in range(len(older)) if at not in taken][:MOST_PAIRED]
    right = [at for at in range(len(newer)) if at not in pairs][:MOST_PAIRED]
    bags = {at: Counter(token.key for token in tokens(older[at])) for at in left}
    scores = []
    for at in right:
        bag = Counter(token.key for token in tokens(newer[at]))
        for partner in left:
            most = (
                2
                * sum((bag & bags[partner]).values())
                / max(1, sum(bag.values()) + sum(bags[partner].values()))
            )
            if most >= PAIRED_FROM:
                share = similarity(older[partner], newer[at])
                if share >= PAIRED_FROM:
                    scores.append((-share, abs(partner - at), at, partner))
    for _, _, at, partner in sorted(scores):
        if at not in pairs and partner not in taken:
            pairs[at] = partner
            kinds[at] = "changed"
            taken.add(partner)
