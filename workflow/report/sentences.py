"""Paragraphs become sentences.

A stop ends a sentence before a capital, a figure or an opening quote, unless the word that
bears it is an abbreviation or an initial. A colon never does, and an enumeration within a
sentence (`1) …; 2) …`) stays one. The rules are those of the annotation guide, section 2.
"""

import re

from workflow.languages import data

_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'’”)\]»]*(?=\s)")
_OPENING = re.compile(r"\s+[\"'‘“«(\[]*(?:[A-ZÀ-ÖØ-ÞŁŚŠŽ]|\d|[\"‘“«]|eu-LISA|e-[A-Z])")
_WORD = re.compile(r"\S+$")
_INITIAL = re.compile(r"(?:^|[(\s])(?:[A-Z]\.)+$")
_NEXT_WORD = re.compile(r"\s+[\"'‘“«(]*([\w-]+)")
_ENUMERATOR = re.compile(r"(?:^|[\s(])(?:\d{1,2}|[a-z]|[ivx]{1,4})\.$")


def split_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph stand in it, blanks around them left out."""
    rules = data(language, "abbreviations")
    inside, either = frozenset(rules["inside"]), frozenset(rules["either"])
    openers = frozenset(rules["openers"])
    spans = []
    start = 0
    for stop in _STOP.finditer(text):
        if _OPENING.match(text, stop.end()) and _ends(text, start, stop, inside, either, openers):
            spans.append((start, stop.end()))
            start = stop.end() + 1
            while start < len(text) and text[start] == " ":
                start += 1
    if start < len(text.rstrip()):
        spans.append((start, len(text.rstrip())))
    return spans


def _ends(
    text: str,
    start: int,
    stop: re.Match[str],
    inside: frozenset[str],
    either: frozenset[str],
    openers: frozenset[str],
) -> bool:
    """Whether a stop before something that may open a sentence does end one."""
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    window = text[max(start, stop.start() - 40) : stop.start() + 1]
    word = _WORD.search(window)
    token = word.group().lstrip("([\"'‘“«").lower() if word else ""
    following = _NEXT_WORD.match(text, stop.end())
    opener = following.group(1) if following else ""
    if len(stop.group()) > 1:
        return token not in inside or ")" in stop.group()
    if token in inside or _INITIAL.search(window):
        return False
    if token in either:
        return opener.lower() in openers and opener[:1].isupper()
    return not (_ENUMERATOR.search(window) and len(window.strip()) <= 3)
