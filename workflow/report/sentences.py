"""Paragraphs become sentences.

A stop ends a sentence before a capital, a figure or an opening quote, unless the word that
bears it is an abbreviation or an initial. A colon never does, and an enumeration within a
sentence (`1) …; 2) …`) stays one. The rules are those of the annotation guide, section 2.
"""

import re
from dataclasses import dataclass
from functools import cache

from workflow.languages import data

_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'’”)\]»]*(?=\s)")
_OPENING = re.compile(r"\s+[\"'‘“«(\[]*(?:[A-ZÀ-ÖØ-ÞŁŚŠŽ]|\d|[\"‘“«]|eu-LISA|e-[A-Z])")
_WORD = re.compile(r"\S+$")
_ACRONYM = re.compile(r"[A-Z]{2,}\.")
"""A name in capitals is no abbreviation: `VS.` is not `vs.`"""
_INITIAL = re.compile(r"(?:^|[(\s])(?:[A-Z]\.)+$")
_NEXT_WORD = re.compile(r"\s+[\"'‘“«(]*([\w-]+)")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})\.")
"""The number of a paragraph, with which it starts."""


def split_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph stand in it, blanks around them left out."""
    stops = _stops(language)
    spans = []
    start = 0
    for stop in _STOP.finditer(text):
        if _OPENING.match(text, stop.end()) and _ends(text, start, stop, stops):
            spans.append((start, stop.end()))
            start = stop.end() + 1
            while start < len(text) and text[start] == " ":
                start += 1
    if start < len(text.rstrip()):
        spans.append((start, len(text.rstrip())))
    return spans


@dataclass(frozen=True, slots=True)
class _Stops:
    """What a language knows of stops that may end no sentence."""

    inside: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    numbered: re.Pattern[str]
    """A word that is numbered with a capital: `variant B.`"""
    lettered: re.Pattern[str]
    """A word that is numbered with a small letter: `sub a.`"""


@cache
def _stops(language: str) -> _Stops:
    rules = data(language, "abbreviations")
    states = (entry["name"].lower() for entry in data(language, "actors")["state"].values())
    return _Stops(
        frozenset(rules["inside"]),
        frozenset(rules["either"]),
        frozenset({*rules["openers"], *states}),
        re.compile(
            rf"(?:^|\s)(?i:{'|'.join(rules['numbered'])})(?:s|n|en)?"
            rf"\s(?:[A-Z](?:,\s[A-Z])*\s(?:{'|'.join(rules['number_links'])})\s)?[A-Z]\.$"
        ),
        re.compile(rf"(?:^|[\s(,])(?i:{'|'.join(rules['lettered'])})\s[a-z]\.$"),
    )


def _ends(text: str, start: int, stop: re.Match[str], stops: _Stops) -> bool:
    """Whether a stop before something that may open a sentence does end one."""
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    window = text[max(start, stop.start() - 40) : stop.start() + 1]
    word = _WORD.search(window)
    printed = word.group().lstrip("([\"'‘“«") if word else ""
    token = printed.lower()
    following = _NEXT_WORD.match(text, stop.end())
    opener = following.group(1) if following else ""
    opens = opener.lower() in stops.openers and opener[:1].isupper()
    inside = token in stops.inside and not (_ACRONYM.fullmatch(printed) and opener[:1].isupper())
    if len(stop.group()) > 1:
        return not inside or ")" in stop.group()
    if stops.numbered.search(window) or stops.lettered.search(window):
        return opens
    if inside or _INITIAL.search(window):
        return False
    if token in stops.either:
        return opens
    return not _ENUMERATOR.fullmatch(window.strip())
