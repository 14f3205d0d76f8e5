"""Everything that depends on a language: word lists for reading, sentences for showing.

Each language is a folder of TOML files. `interface/<room>.toml` holds every sentence that a
user sees in that room of the program; the other files are data for reading reports.
"""

from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from workflow.cachefile import CACHE, read_cache, write_cache
from workflow.folders import cache_folder

_HERE = Path(__file__).parent
_DEFAULT = "nl"


def _shipped(folder: Path) -> tuple[str, ...]:
    """The languages that have a folder with word lists, the default first."""
    found = {path.parent.name for path in folder.glob("*/headings.toml")}
    return (_DEFAULT, *sorted(found - {_DEFAULT}))


LANGUAGES = _shipped(_HERE)
"""The languages that are shipped, the default first (ISO 639-1); a new folder is a new one."""

_current = LANGUAGES[0]


def use(language: str) -> None:
    """Choose the language in which `say` speaks from now on."""
    global _current
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
    _current = language


def current() -> str:
    """The language of the interface."""
    return _current


@cache
def source(language: str, name: str) -> str:
    """`<language>/<name>.toml` as it is written."""
    return (_HERE / language / f"{name}.toml").read_text("utf-8")


@cache
def data(language: str, name: str) -> dict[str, Any]:
    """The content of `<language>/<name>.toml`; everybody gets the same, so nobody changes it.

    Read from the user's cache where the file has not changed since it was put there.
    """
    path = _HERE / language / f"{name}.toml"
    facts = path.stat()
    mark = f"words {path} {facts.st_mtime_ns} {facts.st_size}"
    kept = cache_folder() / f"{language}-{name.replace('/', '-')}{CACHE}"
    values = read_cache(kept, mark)
    if not isinstance(values, dict):
        import tomllib

        values = tomllib.loads(source(language, name))
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_cache(kept, mark, values)
    return values


def say(key: str, /, **values: object) -> str:
    """The sentence `key` in the language of the interface, its placeholders filled."""
    return say_in(_current, key, **values)


def say_in(language: str, key: str, /, **values: object) -> str:
    """The sentence `key` in `language`.

    The first word of `key` is the file below `interface/`, the others lead through its
    tables. An entry with the keys `one` and `other` is a plural that follows the value `n`.
    Raises KeyError for a key that the catalogue lacks or a placeholder without a value.
    """
    room, *path = key.split(".")
    entry: Any = data(language, f"interface/{room}")
    for step in path:
        entry = entry[step]
    if isinstance(entry, dict):
        entry = entry["one" if values["n"] == 1 else "other"]
    return str(entry).format_map(values)


def labels(language: str, key: str) -> dict[str, str]:
    """A whole table of the catalogue, such as the names of the stances (`common.stance`)."""
    room, *path = key.split(".")
    entry: Any = data(language, f"interface/{room}")
    for step in path:
        entry = entry[step]
    return {name: str(value) for name, value in entry.items()}


def format_date(day: date, language: str | None = None) -> str:
    """A date in words: `4 maart 2024`, `4 March 2024`."""
    months = data(language or _current, "calendar")["months"]
    return f"{day.day} {months[day.month - 1]} {day.year}"


def format_dates(days: tuple[date, ...], language: str | None = None) -> str:
    """The days of one meeting in words: `4 en 5 maart 2024`, `31 maart en 1 april 2024`.

    More than two days in a row become a range. An empty tuple gives an empty string.
    """
    language = language or _current
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return format_date(first, language)
    calendar = data(language, "calendar")
    joint = calendar["and"] if len(days) == 2 else calendar["until"]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {joint} {format_date(last, language)}"
    if first.year == last.year:
        month = calendar["months"][first.month - 1]
        return f"{first.day} {month} {joint} {format_date(last, language)}"
    return f"{format_date(first, language)} {joint} {format_date(last, language)}"
