"""The words that a house has added, for whoever only names actors.

Names are shown everywhere, by rooms that know no workspace. The workspace that is open tells
here where its own words stand; what cannot be read is left to those who load it to report.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.positions.lexicon import Lexicon
from workflow.positions.lexiconfiles import folder_stamp
from workflow.positions.loading import check_language, load_lexicon

Stamp = tuple[tuple[str, int, int], ...]

_GOVERNMENT: ContextVar[str] = ContextVar("government", default="")
"""The government whose report is being looked at; empty: the usual one of its language."""


class _House:
    """Where the words stand, and what was read of them."""

    folder: Path | None = None
    stamp: Stamp = ()
    read: dict[tuple[str, str], Lexicon] = {}  # noqa: RUF012 - replaced as a whole, never changed


def use_house(folder: Path | None, languages: tuple[str, ...]) -> None:
    """From now on the house's words are those in `folder`, as they stand there now."""
    stamp: Stamp = ()
    for language in languages if folder is not None else ():
        stamp += folder_stamp(folder, language) if folder is not None else ()
    if (folder, stamp) != (_House.folder, _House.stamp):
        _House.read = {}
        _House.folder, _House.stamp = folder, stamp


def house_stamp() -> Stamp:
    """What changes when the house's words do: a part of the key of whatever was read by them.

    The government whose report is looked at is in it too.
    """
    government = _GOVERNMENT.get()
    return (*_House.stamp, (government, 0, 0)) if government else _House.stamp


@contextmanager
def speaking_for(government: str) -> Iterator[None]:
    """Inside, "we" and "the Minister" are this government; empty: the usual one."""
    token = _GOVERNMENT.set(government)
    try:
        yield
    finally:
        _GOVERNMENT.reset(token)


def house_lexicon(language: str) -> Lexicon:
    """The lexicon of a language with the house's words, or without those that are wrong."""
    government = _GOVERNMENT.get()
    if not _House.stamp:
        check_language(language)
        return load_lexicon(language, None, government)
    read, key = _House.read, (language, government)
    if key not in read:
        check_language(language)
        try:
            read[key] = load_lexicon(language, _House.folder, government)
        except WorkflowError:
            read[key] = load_lexicon(language, None, government)
    return read[key]
