"""Stretches of a text in another language, which a screen reader must hear of.

A stretch is recognised by its script, or by small words that belong to one language only; what
has none of them, such as a name, is left alone.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTED = re.compile(r"“([^”]{6,})”|\"([^\"]{6,})\"|‘([^’]{6,})’|«([^»]{6,})»|\(([^()]{6,})\)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text and its language."""

    start: int
    end: int
    language: str
    """ISO 639-1 code."""


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("foreign.toml").read_text("utf-8"))


@cache
def _words() -> dict[str, str]:
    """The language of each small word."""
    return {word: language for language, words in _data()["words"].items() for word in words}


@cache
def _script() -> re.Pattern[str]:
    every = "".join(_data()["scripts"].values())
    return re.compile(f"[{every}](?:[^A-Za-z0-9]*[{every}])*")


def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """The stretches that are not in `language`, in order, without overlap."""
    found = list(_by_script(text)) if not text.isascii() else []
    if language in _data()["words"] and _hints(text, language):
        found += [s for s in _by_words(text, language) if not any(_overlap(s, o) for o in found)]
    return tuple(sorted(found, key=lambda stretch: stretch.start))


def _hints(text: str, language: str) -> bool:
    known = _words()
    return any(known.get(w.lower(), language) != language for w in _WORD.findall(text))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _by_script(text: str) -> Iterator[Stretch]:
    for hit in _script().finditer(text):
        language = next(
            code for code, span in _data()["scripts"].items() if re.search(f"[{span}]", hit[0])
        )
        yield Stretch(hit.start(), hit.end(), language)


def _by_words(text: str, language: str) -> list[Stretch]:
    """Quoted or bracketed stretches as a whole, elsewhere titles around small words."""
    found = []
    for hit in _QUOTED.finditer(text):
        inside = next(n for n in range(1, 6) if hit[n] is not None)
        other = _language_of(hit[inside], language, least=1)
        if other:
            found.append(Stretch(hit.start(inside), hit.end(inside), other))
    for stretch in _runs(text, language):
        if not any(_overlap(stretch, quoted) for quoted in found):
            found.append(stretch)
    return found


def _language_of(text: str, own: str, least: int) -> str:
    """The one other language of which a text has small words, where it has none of its own."""
    counts: dict[str, int] = {}
    for word in _WORD.findall(text):
        if code := _words().get(word.lower()):
            counts[code] = counts.get(code, 0) + 1
    if len(counts) != 1 or own in counts:
        return ""
    language, count = next(iter(counts.items()))
    return language if count >= least else ""


def _runs(text: str, own: str) -> Iterator[Stretch]:
    """Titles between words of the own language: small words with capitals around them."""
    run: list[re.Match[str]] = []
    for hit in [*_WORD.finditer(text), None]:
        if hit is not None and _words().get(hit[0].lower()) != own:
            run.append(hit)
            continue
        if stretch := _title(run, text, own):
            yield stretch
        run = []


def _title(run: list[re.Match[str]], text: str, own: str) -> Stretch | None:
    marks = [at for at, hit in enumerate(run) if hit[0].lower() in _words()]
    if len(marks) < 2:
        return None
    first, last = marks[0], marks[-1]
    while first > 0 and _goes_on(run[first - 1], text, run[first]):
        first -= 1
    while last < len(run) - 1 and _goes_on(run[last + 1], text, run[last]):
        last += 1
    start, end = run[first].start(), run[last].end()
    language = _language_of(text[start:end], own, least=2)
    return Stretch(start, end, language) if language else None


def _goes_on(word: re.Match[str], text: str, beside: re.Match[str]) -> bool:
    """Whether a word belongs to the title that the word beside it is part of."""
    between = text[min(word.end(), beside.end()) : max(word.start(), beside.start())]
    return not between.strip() and (word[0][:1].isupper() or word[0].lower() in _data()["linking"])
