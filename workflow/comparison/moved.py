"""Sentences that stand on both sides of two texts, but elsewhere: moved, not gone and added."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflow.comparison.matching import Budget, matches
from workflow.comparison.tokens import has_word, plain, tokens
from workflow.comparison.words import Change, as_read, cut, word_changes

FEWEST_WORDS = 3
"""Words from which a sentence that stands elsewhere counts as moved."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A moved sentence: how many characters of what stayed come before it, and its text."""

    at: int
    text: str


@lru_cache(maxsize=1_024)
def tracked_changes(old: str, new: str) -> tuple[Change, ...]:
    """The differences, moved sentences beside `=`, `-` and `+`: `<` was here, `>` is here now.

    Joining the texts of `=`, `-` and `<` gives `old`, joining `=`, `+` and `>` gives `new`,
    character for character. The moved sentences are as many on both sides.
    """
    before, after = cut(old), cut(new)
    if min(len(before), len(after)) < 2:
        return word_changes(old, new)
    one, other = [_key(text) for text in before], [_key(text) for text in after]
    stay = {
        (at_old + step, at_new + step)
        for at_old, at_new, length in matches(one, other, Budget(len(one) + len(other)))
        for step in range(length)
    }
    left = _free(before, {i for i, _ in stay})
    right = _free(after, {j for _, j in stay})
    both = Counter(one[at] for at in left) & Counter(other[at] for at in right)
    if not both:
        return word_changes(old, new)
    old_rest, away = _parted(before, one, left, both)
    new_rest, here = _parted(after, other, right, both)
    return _woven(word_changes(old_rest, new_rest), away, here)


def text_changes(old: str, new: str) -> tuple[Change, ...]:
    """The differences as a reader needs them: what moved (`>`) stands once, at its new place.

    Joining the texts of `=`, `+` and `>` gives `new`; see `read_changes` for what is none.
    """
    return as_read(tracked_changes(old, new))


def move_numbers(changes: Sequence[Change]) -> Iterator[int]:
    """A number for each end of a move in order, from 1; both ends of one have the same."""
    moves = [(sign, _key(text)) for sign, text in changes if sign in "<>"]
    homes: dict[str, list[int]] = {}
    number = 0
    for sign, name in moves:
        if sign == "<":
            homes.setdefault(name, []).append(number := number + 1)
    taken: Counter[tuple[str, str]] = Counter()
    for move in moves:
        yield homes[move[1]][taken[move]]
        taken[move] += 1


def _key(sentence: str) -> str:
    """The sentence without what is no change and without the mark at its end."""
    return " ".join(plain(sentence).split()).rstrip(".!?…;: ")


def _free(sentences: Sequence[str], stay: set[int]) -> list[int]:
    """The places of sentences that did not stay and are long enough to have moved."""
    return [
        at
        for at, sentence in enumerate(sentences)
        if at not in stay
        and sum(has_word(token.word) for token in tokens(sentence)) >= FEWEST_WORDS
    ]


def _parted(
    sentences: Sequence[str], keys: Sequence[str], free: Sequence[int], both: Counter[str]
) -> tuple[str, list[_Piece]]:
    """The text without its moved sentences, and these."""
    todo = both.copy()
    moved, stayed, length = [], [], 0
    places = set(free)
    for at, sentence in enumerate(sentences):
        if at in places and todo[keys[at]]:
            todo[keys[at]] -= 1
            moved.append(_Piece(length, sentence))
        else:
            stayed.append(sentence)
            length += len(sentence)
    return "".join(stayed), moved


def _woven(changes: Sequence[Change], away: list[_Piece], here: list[_Piece]) -> tuple[Change, ...]:
    """The changes with the moved sentences at both their places."""
    found: list[Change] = []
    old = new = 0
    away, here = [*away], [*here]
    for sign, text in (*changes, ("=", "")):
        while True:
            while away and away[0].at <= old:
                _add_move(found, "<", away.pop(0).text)
            while here and here[0].at <= new:
                _add_move(found, ">", here.pop(0).text)
            if not text:
                break
            ends = [len(text)]
            if away and sign != "+":
                ends.append(away[0].at - old)
            if here and sign != "-":
                ends.append(here[0].at - new)
            part, text = text[: min(ends)], text[min(ends) :]
            old += len(part) if sign != "+" else 0
            new += len(part) if sign != "-" else 0
            found.append((sign, part))
    return tuple(found)


def _add_move(found: list[Change], sign: str, text: str) -> None:
    """Add one end of a move; white space before it that comes or goes does so with it."""
    beside = "-" if sign == "<" else "+"
    if found and found[-1][0] == beside and not found[-1][1].strip():
        text = found.pop()[1] + text
    found.append((sign, text))
