"""What changed between two texts, in words, so that a reader sees phrases and not confetti.

Sentences are aligned first, words within the sentences that differ. Every step has a bounded
cost; where the bound is reached, whole sentences are shown as replaced.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from workflow.comparison.matching import Budget, Pair, matches
from workflow.comparison.tokens import Token, has_content, has_word, keys, plain, tokens

Change = tuple[str, str]
"""An operation, `=` kept, `-` gone or `+` added, and the characters it is about.

For a sentence that moved there are two more, `<` at its old and `>` at its new place.
"""

INLINE_FROM = 0.45
"""Share of equal words from which two sentences are shown as one sentence with changes.

Below it they are shown as one sentence gone and another one added. Short sentences stay
together from `INLINE_SHORT` on.
"""
INLINE_SHORT = 0.3
SHORT = 12
"""Number of words, on the longer side, up to which a sentence counts as short."""
PAIRED_FROM = 0.4
"""Share of common words from which two sentences of a changed passage belong together."""
LONGEST_PASSAGE = 20
"""Sentences on one side of a changed passage up to which sentences are paired one by one."""

WHOLE_BY = 1.25
"""How many times as much is kept of a passage that is compared as a whole, to show it so."""

_AROUND_WORDS = re.compile(r"(?<!\w)['\"]+|['\"]+(?!\w)")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_SENTENCE_END = re.compile(r"(?<=[.!?…:;])[\"'”’»)\]]*\s+|\n\s*")


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of tokens that stand on both sides (`same`) or replace one another."""

    same: bool
    old: tuple[Token, ...]
    new: tuple[Token, ...]


@lru_cache(maxsize=1_024)
def word_changes(old: str, new: str) -> tuple[Change, ...]:
    """The differences between two texts as operations in reading order.

    Joining the texts of `=` and `-` gives `old`, joining `=` and `+` gives `new`, character
    for character. No two neighbours have the same operation, no text is empty, and what is
    gone comes before what is added. Costs about 10 ms per 1,000 changed words and at most
    about a quarter of a second for any 10,000 words.
    """
    if old == new:
        return (("=", old),) if old else ()
    before, after = cut(old), cut(new)
    budget = Budget((len(old) + len(new)) // 5)
    pairs = matches([_loose(each) for each in before], [_loose(each) for each in after], budget)
    runs: list[_Run] = []
    for i, i_end, j, j_end, same in _stretches(len(before), len(after), pairs):
        if not same:
            gone = [tokens(each) for each in before[i:i_end]]
            runs.extend(_passage(gone, [tokens(each) for each in after[j:j_end]], budget))
            continue
        for one, other in zip(before[i:i_end], after[j:j_end], strict=True):
            if one == other:
                whole = (Token(one, ""),)
                runs.append(_Run(True, whole, whole))
            else:
                runs.extend(_within(tokens(one), tokens(other), budget))
    return _operations(runs)


def read_changes(old: str, new: str) -> tuple[Change, ...]:
    """The differences as a reader needs them: case, quotes and white space alone are none.

    Joining the texts of `=` and `+` gives `new`; what is kept stands as `new` has it.
    """
    return as_read(word_changes(old, new))


def as_read(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Changes without what is none to a reader.

    Of a moved sentence only its new place (`>`) is left. Where sentences moved, the mark at
    the end of another one, which may only have become the last, is no change either.
    """
    marks = " .;:" if any(sign == ">" for sign, _ in changes) else ""
    found: list[Change] = []
    gone = ""
    for sign, text in (*changes, ("=", "")):
        if sign == "<":
            continue
        if sign == "-":
            gone += text
            continue
        if sign == "+" and _bare(gone).strip(marks) == _bare(text).strip(marks):
            sign = "="
        elif text.isspace() and gone.endswith(text):
            sign, gone = "=", gone[: -len(text)]  # a blank behind what went is no addition
            found.append(("-", gone))
        elif _bare(gone).strip(marks):
            found.append(("-", gone))
        gone = ""
        if found and found[-1][0] == sign == "=":
            text = found.pop()[1] + text
        if text:
            found.append((sign, text))
    return tuple(found)


def touches(before: Change, change: Change) -> bool:
    """Whether what came stands right behind what went, so that they would read as one word."""
    gone = before[0] == "-" and change[0] == "+"
    return gone and not (before[1][-1:].isspace() or change[1][:1].isspace())


def apart(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Changes with a blank between what went and what came in its place.

    For forms in which nobody accepts or rejects changes: without it "opposes" and "announces"
    would be one word there.
    """
    found: list[Change] = []
    for change in changes:
        if found and touches(found[-1], change):
            found.append(("=", " "))
        found.append(change)
    return tuple(found)


def _bare(text: str) -> str:
    """The text without what is no change to a reader: case, white space, quotes around words."""
    return " ".join(_AROUND_WORDS.sub("", plain(text).translate(_QUOTES)).split())


def similarity(old: str, new: str) -> float:
    """Share of words that two sentences have in common in the same order, from 0 to 1."""
    one = [token.key for token in tokens(old) if _is_word(token)]
    other = [token.key for token in tokens(new) if _is_word(token)]
    if not one and not other:
        return 1.0
    common = sum(length for _, _, length in matches(one, other, Budget(len(one) + len(other))))
    return 2 * common / (len(one) + len(other))


def _is_word(token: Token) -> bool:
    return has_word(token.word)


def _loose(sentence: str) -> str:
    """The sentence without what is no change."""
    return " ".join(plain(sentence).split())


def cut(text: str) -> list[str]:
    """The sentences of a text, cut after sentence ends and line ends; joined they give the text."""
    edges = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    pieces = (text[start:end] for start, end in pairwise(edges))
    return [piece for piece in pieces if piece]


def _stretches(old: int, new: int, pairs: Sequence[Pair]) -> list[tuple[int, int, int, int, bool]]:
    """Matching and differing stretches in order: bounds in old and new, and whether they match."""
    found, i, j = [], 0, 0
    for at_old, at_new, length in [*pairs, (old, new, 0)]:
        if i < at_old or j < at_new:
            found.append((i, at_old, j, at_new, False))
        if length:
            found.append((at_old, at_old + length, at_new, at_new + length, True))
        i, j = at_old + length, at_new + length
    return found


def _passage(
    old: list[tuple[Token, ...]], new: list[tuple[Token, ...]], budget: Budget
) -> list[_Run]:
    """The changes of a passage in which no sentence stayed the same.

    Sentences are paired one to one, unless that loses much of what words have in common, as
    it does where a sentence was split or two were joined.
    """
    if len(old) <= 1 >= len(new) or not old or not new:
        return _within(_joined(old), _joined(new), budget)
    if max(len(old), len(new)) > LONGEST_PASSAGE:
        return _within(_joined(old), _joined(new), budget)
    pairs = _paired(old, new)
    runs: list[_Run] = []
    i = j = 0
    for at_old, at_new in [*pairs, (len(old), len(new))]:
        if i < at_old or j < at_new:
            runs.append(_Run(False, _joined(old[i:at_old]), _joined(new[j:at_new])))
        if at_old < len(old):
            runs.extend(_within(old[at_old], new[at_new], budget))
        i, j = at_old + 1, at_new + 1
    kept = _kept(runs)
    if len(pairs) < max(len(old), len(new)) and _in_common(old, new) > WHOLE_BY * kept:
        whole = _within(_joined(old), _joined(new), budget)
        if _kept(whole) > WHOLE_BY * kept:
            return whole
    return runs


def _in_common(old: Sequence[tuple[Token, ...]], new: Sequence[tuple[Token, ...]]) -> int:
    """How many tokens could be kept at most, whatever their order."""
    return (Counter(keys(_joined(old))) & Counter(keys(_joined(new)))).total()


def _kept(runs: Sequence[_Run]) -> int:
    return sum(len(run.old) for run in runs if run.same)


def _joined(sentences: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    return tuple(token for sentence in sentences for token in sentence)


def _paired(
    old: Sequence[tuple[Token, ...]], new: Sequence[tuple[Token, ...]]
) -> list[tuple[int, int]]:
    """Which sentences belong together, in order, so that most words are shared."""
    bags = [Counter(keys(each)) for each in old], [Counter(keys(each)) for each in new]
    sizes = [len(each) for each in old], [len(each) for each in new]
    twice = [[len(each) - len(bag) for each, bag in zip(*side, strict=True)]
             for side in zip((old, new), bags, strict=True)]  # fmt: skip
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness: dict[tuple[int, int], float] = {}
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            enough = PAIRED_FROM * (sizes[0][i] + sizes[1][j]) / 2
            most = len(bags[0][i].keys() & bags[1][j].keys()) + min(twice[0][i], twice[1][j])
            if most < enough:
                continue  # the exact number costs ten times as much
            shared = (bags[0][i] & bags[1][j]).total()
            value = 2 * shared / (sizes[0][i] + sizes[1][j])
            if shared >= enough:
                likeness[i, j] = value
                best[i][j] = max(best[i][j], value + best[i + 1][j + 1])
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if (i, j) in likeness and best[i][j] == likeness[i, j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _within(old: tuple[Token, ...], new: tuple[Token, ...], budget: Budget) -> list[_Run]:
    """The changes inside a pair of sentences (or of passages too long to pair)."""
    pairs = matches(keys(old), keys(new), budget)
    runs: list[_Run] = []
    for i, i_end, j, j_end, same in _stretches(len(old), len(new), pairs):
        if not same:
            runs.append(_Run(False, old[i:i_end], new[j:j_end]))
            continue
        for one, other in zip(old[i:i_end], new[j:j_end], strict=True):
            runs.append(_Run(one.word == other.word, (one,), (other,)))
    runs = _cleaned(_grouped(runs))
    size = max(len(old), len(new))
    share = 2 * _kept(runs) / max(1, len(old) + len(new))
    case_only = sum(length for _, _, length in pairs) == len(old) == len(new)
    if not case_only and share < (INLINE_SHORT if size <= SHORT else INLINE_FROM):
        return [_Run(False, old, new)]
    return runs


def _grouped(runs: Sequence[_Run]) -> list[_Run]:
    """Neighbours of the same kind joined."""
    grouped: list[_Run] = []
    for run in runs:
        if grouped and grouped[-1].same == run.same:
            last = grouped.pop()
            run = _Run(run.same, last.old + run.old, last.new + run.new)
        grouped.append(run)
    return grouped


def _cleaned(runs: list[_Run]) -> list[_Run]:
    """Short islands between two changes taken up in the change, as a person would mark it.

    An island of at most three function words or marks always joins its neighbours; then one
    with a single content word joins where both neighbours replace at least three words.
    Both are judged on all islands at once, so that changes do not eat their way onward.
    """
    for rule in (_is_empty_island, _is_small_island):
        runs = _grouped(
            [_Run(run.same and not rule(runs, at), run.old, run.new) for at, run in enumerate(runs)]
        )
    return runs


def _is_empty_island(runs: Sequence[_Run], at: int) -> bool:
    """Whether the run between two changes holds only a few words without a meaning."""
    run = runs[at]
    return 0 < at < len(runs) - 1 and len(run.new) <= 3 and not any(map(has_content, run.new))


def _is_small_island(runs: Sequence[_Run], at: int) -> bool:
    """Whether the run is one word with a meaning between two changes of three words or more."""
    run = runs[at]
    if not 0 < at < len(runs) - 1 or len(run.new) > 4:
        return False
    changed = (max(len(side.old), len(side.new)) for side in (runs[at - 1], runs[at + 1]))
    return sum(map(has_content, run.new)) == 1 and min(changed) >= 3


def _operations(runs: Sequence[_Run]) -> tuple[Change, ...]:
    """The runs as operations on characters, in normal form."""
    done: list[Change] = []
    gone: list[str] = []
    added: list[str] = []

    def close() -> None:
        for sign, piece in (("-", "".join(gone)), ("+", "".join(added))):
            if piece:
                done.append((sign, piece))
        gone.clear()
        added.clear()

    def keep(piece: str) -> None:
        """Add words that both texts have, behind the changes that are still open."""
        if not piece:
            return
        if gone or added:
            close()
        if done and done[-1][0] == "=":
            done[-1] = ("=", done[-1][1] + piece)
        else:
            done.append(("=", piece))

    for run in runs:
        if not run.same:
            gone.extend(token.word + token.gap for token in run.old)
            added.extend(token.word + token.gap for token in run.new)
            continue
        for one, other in zip(run.old, run.new, strict=True):
            if one.gap == other.gap:
                keep(one.word + one.gap)
            else:
                keep(one.word)
                gone.append(one.gap)
                added.append(other.gap)
    close()
    return tuple(done)
