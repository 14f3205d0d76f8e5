"""Words that extraction broke are mended where it is certain, and reported where it is not.

A fragment is joined to its neighbour only if the joined word occurs elsewhere in the same
document (or in the shipped list) and one of the halves is no word at all; or if both halves
belong to a fixed phrase of the language, such as `ten aanzien van`.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from workflow.languages import data
from workflow.report.flow import Flow
from workflow.report.trace import Trace

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w'’-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w'’-]))")
_LONGEST_FRAGMENT = 3


class Words:
    """The words of one document with their counts."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self.counts: Counter[str] = Counter()
        for text in texts:
            self.counts.update(word.lower() for word in _WORD.findall(text))
        rules = data(language, "repair")
        self.short = frozenset(rules["short_words"])
        self.common = frozenset(rules["words"])
        self.fixed = tuple(rules["phrases"])
        self.phrases = _phrases(language)

    def knows(self, word: str, times: int = 1) -> bool:
        """Whether the document has the word that often, or the shipped list has it."""
        return self.counts[word] >= times or word in self.common or word in self.short


@cache
def _phrases(language: str) -> re.Pattern[str]:
    """The fixed phrases, each with a blank allowed inside its words."""
    broken = (
        " ".join(" ?".join(map(re.escape, word)) for word in phrase.split())
        for phrase in data(language, "repair")["phrases"]
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(broken)})(?!\w)", re.IGNORECASE)


def line_at(lines: Sequence[tuple[int, int]], offset: int) -> int:
    """The number of the line in which an offset lies; `lines` are offsets and numbers."""
    place = bisect_right(lines, offset, key=lambda line: line[0]) - 1
    return lines[max(0, place)][1]


def mend_words(flow: Flow, words: Words, lines: Sequence[tuple[int, int]], trace: Trace) -> Flow:
    """The flow with broken words joined; `lines` are offsets and numbers of its lines."""
    cuts = set()
    for pair in _PAIR.finditer(flow.text):
        left, right = pair[1], pair[2]
        joined = (left + right).lower()
        if words.knows(joined, 2) and right[0].islower() and _broken(left, right, words):
            cuts.add((pair.end() - 1, pair.end()))
            line = line_at(lines, flow.at[pair.start()])
            trace.notice(line, "word_mended", broken=f"{left} {right}", mended=left + right)
    for hit in words.phrases.finditer(flow.text):
        whole = next(
            p for p in words.fixed if p.replace(" ", "") == hit.group().lower().replace(" ", "")
        )
        if len(whole) != len(hit.group()):
            cuts.update(_superfluous(hit, whole))
            line = line_at(lines, flow.at[hit.start()])
            trace.notice(line, "word_mended", broken=hit.group(), mended=whole)
    return flow.without(sorted(cuts)) if cuts else flow


def _broken(left: str, right: str, words: Words) -> bool:
    """Whether two neighbours cannot both be words.

    Either a short one is not among the short words of the language, or neither stands
    anywhere else in the document.
    """
    halves = (left.lower(), right.lower())
    if any(len(h) <= _LONGEST_FRAGMENT and h not in words.short for h in halves):
        return True
    return all(len(h) > _LONGEST_FRAGMENT and words.counts[h] == 1 for h in halves)


def _superfluous(hit: re.Match[str], phrase: str) -> set[tuple[int, int]]:
    """The blanks of a hit that its phrase does not have."""
    cuts, place = set(), 0
    for offset, character in enumerate(hit.group()):
        if place < len(phrase) and character.lower() == phrase[place]:
            place += 1
        else:
            cuts.add((hit.start() + offset, hit.start() + offset + 1))
    return cuts
