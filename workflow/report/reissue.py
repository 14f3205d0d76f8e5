"""Two versions of one item: which sentence became which."""

from difflib import SequenceMatcher

from workflow.report.model import Item

ALIKE = 0.6
"""Share of words from which a sentence is taken for a new version of another."""


def align_sentences(old: Item, new: Item) -> dict[int, int | None]:
    """Number in the new item by number in the old one; None for a sentence that is gone.

    Equal sentences first, in order and then wherever they moved; of the others the most alike
    pairs, each sentence once.
    """
    before = [_words(sentence.text) for sentence in old.sentences]
    after = [_words(sentence.text) for sentence in new.sentences]
    found: dict[int, int] = {}
    for i, j, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        found |= {i + n: j + n for n in range(size)}
    _pair_moved(before, after, found)
    _pair_alike(before, after, found)
    return {i + 1: found[i] + 1 if i in found else None for i in range(len(before))}


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _pair_moved(
    before: list[tuple[str, ...]], after: list[tuple[str, ...]], found: dict[int, int]
) -> None:
    """Equal sentences that changed places."""
    free = {j for j in range(len(after)) if j not in found.values()}
    for i, words in enumerate(before):
        place = next((j for j in sorted(free) if after[j] == words), None)
        if i not in found and place is not None:
            found[i] = place
            free.discard(place)


def _pair_alike(
    before: list[tuple[str, ...]], after: list[tuple[str, ...]], found: dict[int, int]
) -> None:
    """Sentences that were reworded."""
    taken = set(found.values())
    pairs = []
    for i, words in enumerate(before):
        if i in found:
            continue
        for j, others in enumerate(after):
            matcher = SequenceMatcher(None, words, others, autojunk=False)
            if j not in taken and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
                pairs.append((-matcher.ratio(), abs(i - j), i, j))
    for _, _, i, j in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
