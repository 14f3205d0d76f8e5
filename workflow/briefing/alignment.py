"""Which entries of two lists of texts belong together."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from workflow.comparison.words import similarity

PAIRED_FROM = 0.4
"""Share of common words from which two texts are versions of one another."""
LONGEST = 40
"""Texts on one side of a changed passage up to which pairs are sought one by one."""

Pair = tuple[int | None, int | None]


def align(older: Sequence[str], newer: Sequence[str]) -> list[Pair]:
    """Places in both lists that belong together, None where there is no partner.

    Every place occurs once, both sides keep their order, and what is gone stands where it was.
    """
    matcher = SequenceMatcher(None, older, newer, autojunk=False)
    found: list[Pair] = []
    for operation, i, i_end, j, j_end in matcher.get_opcodes():
        if operation == "equal":
            found += list(zip(range(i, i_end), range(j, j_end), strict=True))
        else:
            found += _passage(older, newer, range(i, i_end), range(j, j_end))
    return found


def _passage(older: Sequence[str], newer: Sequence[str], old: range, new: range) -> list[Pair]:
    """Pairs within a passage in which nothing stayed the same."""
    pairs = _best(older, newer, old, new) if max(len(old), len(new)) <= LONGEST else []
    found: list[Pair] = []
    i, j = old.start, new.start
    for at_old, at_new in [*pairs, (old.stop, new.stop)]:
        found += [(at, None) for at in range(i, at_old)]
        found += [(None, at) for at in range(j, at_new)]
        if at_old < old.stop:
            found.append((at_old, at_new))
        i, j = at_old + 1, at_new + 1
    return found


def _best(
    older: Sequence[str], newer: Sequence[str], old: range, new: range
) -> list[tuple[int, int]]:
    """The pairs in order that have the most words in common."""
    best: dict[tuple[int, int], float] = {}
    like: dict[tuple[int, int], float] = {}
    for i in reversed(old):
        for j in reversed(new):
            skip = max(best.get((i + 1, j), 0.0), best.get((i, j + 1), 0.0))
            share = similarity(older[i], newer[j])
            if share >= PAIRED_FROM:
                like[i, j] = share
                skip = max(skip, share + best.get((i + 1, j + 1), 0.0))
            best[i, j] = skip
    found, i, j = [], old.start, new.start
    while i < old.stop and j < new.stop:
        if (i, j) in like and best[i, j] == like[i, j] + best.get((i + 1, j + 1), 0.0):
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i, j] == best.get((i + 1, j), 0.0):
            i += 1
        else:
            j += 1
    return found
