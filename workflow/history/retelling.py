"""What a save did, in the language of whoever reads it.

The history keeps each subject in the language of its report, the same for all colleagues. The
program wrote it with the sentences of the catalogue, so that the catalogue reads it back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from workflow.history.messages import change_of
from workflow.languages import LANGUAGES, current, data, format_date, say
from workflow.positions.actors import actor_name, named_actor

_NUMBER = r"\d+"
_HOLE = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"(\d{1,2}) (\w+) (\d{4})")


def retold(subject: str) -> str:
    """A subject in the language of the interface; as it is where it cannot be read back."""
    return _told_in(subject, current())


def tell_ahead(subjects: Iterable[str]) -> None:
    """Put these into words now, so that `retold` has them at once when they are shown."""
    language = current()
    for subject in subjects:
        _told_in(subject, language)


@lru_cache(maxsize=4_096)
def _told_in(subject: str, interface: str) -> str:
    """The same for a language, which is that of the interface: a list tells many subjects."""
    change = change_of(subject)
    for language in LANGUAGES:
        told = _retold(change, language) if language != interface else ""
        if told:
            told = told[0].upper() + told[1:] if change[:1].isupper() else told
            return subject[: len(subject) - len(change)] + told
    return subject


def _retold(change: str, language: str) -> str:
    """A change that is told in that language, in that of the interface; empty for none."""
    parts = [_sentence(part, language) for part in change.split(", ")]
    return ", ".join(parts) if all(parts) else _sentence(change, language)


def _sentence(words: str, language: str) -> str:
    """One sentence of the catalogue with what fills it; empty for what is none."""
    plain = words.casefold()
    for key, told, pattern in _patterns(language):
        if told in plain and (found := pattern.fullmatch(words)):
            values = found.groupdict()
            return say(key, **{name: _value(key, name, values, language) for name in values})
    return ""


def _value(key: str, name: str, values: Mapping[str, str], language: str) -> object:
    """What fills a place: a number, a day, an actor or a change in the other language."""
    value = values[name]
    if name == "n":
        return int(value)
    if name == "change":
        return retold(value)
    if ".position_" in key and (actor := named_actor(value)):
        return actor_name(actor, current())
    return _DAY.sub(lambda found: _day(found, language), value)


def _day(found: re.Match[str], language: str) -> str:
    months = data(language, "calendar")["months"]
    if found[2] not in months:
        return found[0]
    try:
        return format_date(date(int(found[3]), months.index(found[2]) + 1, int(found[1])))
    except ValueError:
        return found[0]


@cache
def _patterns(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each sentence with which a save is told, those with the most words of their own first.

    Before what finds it stands the longest piece of it that nothing fills, for a quick look.
    """
    catalogue = data(language, "interface/history")
    found = [
        (f"history.{table}.{name}", template)
        for table in ("change", "subject")
        for name, entry in catalogue[table].items()
        for template in _templates(entry)
    ]
    found.sort(key=lambda each: -len(_HOLE.sub("", each[1])))
    return tuple((key, _longest(template), _pattern(template)) for key, template in found)


def _longest(template: str) -> str:
    return max(_HOLE.split(template)[::2], key=len).casefold()


def _templates(entry: Any) -> Iterator[str]:
    yield from entry.values() if isinstance(entry, dict) else (entry,)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _HOLE.split(template)
    holes = [f"(?P<{name}>{_NUMBER if name == 'n' else '.+'})" for name in pieces[1::2]]
    literal = [re.escape(piece) for piece in pieces[::2]]
    return re.compile("".join(a + b for a, b in zip(literal, [*holes, ""], strict=True)), re.I)
