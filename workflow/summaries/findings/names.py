"""Names in a summary that its source does not have."""

import re
from collections.abc import Iterator
from functools import cache

from workflow.languages import data, say
from workflow.positions.house import house_lexicon
from workflow.positions.model import state_actor
from workflow.summaries.findings.reading import (
    Named,
    Reading,
    fold,
    read,
    tokens,
    words_of,
)
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.speaking import circles_of
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding

_OPENERS = ".:?!“”\"‘'(«–—-…;"
"""Behind these a capital says nothing."""
_CHECKED = ("state", "agency", "third", "role")
_SHORTEST = 4
_PRESIDENCY = "voorzitterschap"


def check_names(statement: Statement, source: Source) -> Iterator[Finding]:
    """States, agencies, persons and other capitalised words that are nowhere in the item."""
    reading = read(statement.text, source.language)
    found = [(one.start, one.words, "error") for one in reading.named if _is_strange(one, source)]
    # The name of a person behind a title is looked at by itself.
    taken = [(one.start, one.end) for one in reading.named if one.actors and one.kind != "role"]
    taken += [(start, start + len(words)) for start, words, _ in found]
    persons = [one for one in reading.named if one.kind == "person"]
    found += [(one.start, one.words, "warning") for one in persons if not source.has(one.words)]
    for start, end, words in _unknown_names(statement.text, source):
        if not any(a < end and start < b for a, b in taken):
            found.append((start, words, "error"))
    found += _other_presidency(reading, source)
    evidence = tuple(n for n in statement.evidence if n in source.readings)
    seen: set[str] = set()
    for _, words, severity in sorted(found):
        if words not in seen:
            seen.add(words)
            message = say("findings.name", words=words)
            yield Finding("name", severity, message, statement.line, words, evidence)


def _is_strange(one: Named, source: Source) -> bool:
    """Whether somebody is named of whom the item knows nothing."""
    if one.kind not in _CHECKED or not one.actors:
        return False
    named = [actor for actor in one.actors if actor.startswith(("land:", "ag:", "derde:"))]
    if not named or any(actor in source.actors for actor in named):
        return False
    circle = circles_of(frozenset(named), source.language)
    return not (circle & source.actors) and not source.has(one.words)


def _other_presidency(reading: Reading, source: Source) -> list[tuple[int, str, str]]:
    """A presidency of another country than the item's own: "het Spaanse voorzitterschap"."""
    held = {
        state
        for one in source.readings.values()
        for named in one.named
        for state in _holder(named, source)
    }
    if not held:
        return []
    return [
        (named.start, named.words, "error")
        for named in reading.named
        if (holder := _holder(named, source)) and not holder & held
    ]


def _holder(named: Named, source: Source) -> frozenset[str]:
    """The state whose presidency is named, where it says so."""
    if named.actors != (_PRESIDENCY,):
        return frozenset()
    return read(named.words, source.language).nationalities


def _unknown_names(text: str, source: Source) -> Iterator[tuple[int, int, str]]:
    """Runs of capitalised words that the item does not have, with their places."""
    run: list[re.Match[str]] = []
    for token in tokens(text):
        unknown = _is_name(token, text) and not _is_known(token.group(), source)
        if run and (not unknown or text[run[-1].end() : token.start()].strip()):
            yield _joined(run, text)
            run = []
        if unknown:
            run.append(token)
    if run:
        yield _joined(run, text)


def _joined(run: list[re.Match[str]], text: str) -> tuple[int, int, str]:
    start, end = run[0].start(), run[-1].end()
    return start, end, text[start:end]


def _is_name(token: re.Match[str], text: str) -> bool:
    word = token.group()
    if not word[:1].isupper() and not any(part[:1].isupper() for part in word.split("-")):
        return False
    before = text[: token.start()].rstrip()
    return bool(before) and before[-1] not in _OPENERS


@cache
def _always(language: str) -> frozenset[str]:
    words = {fold(word) for word in words_of(language)["always"]}
    return frozenset(words | {fold(month) for month in data(language, "calendar")["months"]})


def _is_known(word: str, source: Source) -> bool:
    """Whether the item has the word, perhaps inflected, in a compound or as an abbreviation."""
    nationality = house_lexicon(source.language).adjectives.get(word)
    if nationality:
        return state_actor(nationality) in source.actors
    plain = fold(word)
    always = _always(source.language)
    if plain in source.vocabulary or plain in always:
        return True
    parts = [part for part in plain.split("-") if part]
    if len(parts) > 1 and all(
        part in source.vocabulary or part in always or not original[:1].isupper()
        for part, original in zip(parts, word.split("-"), strict=False)
    ):
        return True
    if _is_inflected(plain, source) or word in _initials(source):
        return True
    return len(plain) >= _SHORTEST and any(
        known.startswith(plain) for known in source.vocabulary if len(known) > len(plain)
    )


def _is_inflected(plain: str, source: Source) -> bool:
    endings = words_of(source.language)["endings"]
    return any(
        plain.endswith(ending) and plain.removesuffix(ending) in source.vocabulary
        for ending in endings
        if len(plain) - len(ending) >= _SHORTEST - 1
    )


def _initials(source: Source) -> frozenset[str]:
    """Abbreviations that the first letters of the item's words make."""
    return _initials_of(source.text)


@cache
def _initials_of(text: str) -> frozenset[str]:
    words = [token.group() for token in tokens(text)]
    letters = [word[0].upper() for word in words]
    return frozenset(
        "".join(letters[start : start + size])
        for size in (3, 4, 5)
        for start in range(len(letters) - size + 1)
    )
