"""Running text as the summary has it: one sentence a line, evidence marks behind each."""

import re
from itertools import pairwise

from workflow.report.sentences import split_sentences

_MARKS = r"(?:\[s\d[s\d\s,–-]*\]\s*)+"
_AFTER_MARKS = re.compile(rf"[.!?…][\"'”’»)\]]*\s*{_MARKS}(?=\S)")
"""Evidence of a sentence that has ended, with more words behind it."""
_BEGUN_AFTER_MARKS = re.compile(rf"{_AFTER_MARKS.pattern}[^\s\[]$")


def one_a_line(text: str, language: str) -> str:
    """Running text with a new line before each sentence but the first of a line.

    Evidence stays behind the sentence that it follows.
    """
    return "\n".join(
        line[start:end].strip()
        for line in text.split("\n")
        for start, end in _spans(line, language) or [(0, len(line))]
    )


def new_lines_apart(text: str, before: str, language: str) -> str:
    """Text as somebody left it, with `one_a_line` for each line that was not there before."""
    known = set(before.split("\n"))
    return "\n".join(
        line if line in known else one_a_line(line, language) for line in text.split("\n")
    )


def sentence_begun(line: str, language: str) -> int | None:
    """Where the sentence begins of which the last sign of a line is the first; None if none is.

    A figure may go on with what stands before it, so it begins nothing.
    """
    if not line or line[-1].isdigit() or line[-1].isspace():
        return None
    if _BEGUN_AFTER_MARKS.search(line):
        return len(line) - 1
    spans = split_sentences(line, language)
    begun = len(spans) > 1 and spans[-1] == (len(line) - 1, len(line))
    return len(line) - 1 if begun else None


def _spans(line: str, language: str) -> list[tuple[int, int]]:
    """Where the sentences of a line begin and end, evidence included."""
    found = []
    edges = [0, *(mark.end() for mark in _AFTER_MARKS.finditer(line)), len(line)]
    for start, end in pairwise(edges):
        found += [(start + a, start + b) for a, b in split_sentences(line[start:end], language)]
    return found
