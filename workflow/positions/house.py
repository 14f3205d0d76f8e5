"""The words that a house has added, for whoever only names actors.

Names are shown everywhere, by rooms that know no workspace. The workspace that is open tells
here where its own words stand; what cannot be read is left to those who load it to report.
"""

from pathlib import Path

from workflow.errors import WorkflowError
from workflow.positions.lexicon import Lexicon
from workflow.positions.lexiconfiles import folder_stamp
from workflow.positions.loading import check_language, load_lexicon

Stamp = tuple[tuple[str, int, int], ...]


class _House:
    """Where the words stand, and what was read of them."""

    folder: Path | None = None
    stamp: Stamp = ()
    read: dict[str, Lexicon] = {}  # noqa: RUF012 - replaced as a whole, never changed


def use_house(folder: Path | None, languages: tuple[str, ...]) -> None:
    """From now on the house's words are those in `folder`, as they stand there now."""
    stamp: Stamp = ()
    for language in languages if folder is not None else ():
        stamp += folder_stamp(folder, language) if folder is not None else ()
    if (folder, stamp) != (_House.folder, _House.stamp):
        _House.read = {}
        _House.folder, _House.stamp = folder, stamp


def house_stamp() -> Stamp:
    """What changes when the house's words do: a part of the key of whatever was read by them."""
    return _House.stamp


def house_lexicon(language: str) -> Lexicon:
    """The lexicon of a language with the house's words, or without those that are wrong."""
    if not _House.stamp:
        check_language(language)
        return load_lexicon(language)
    read = _House.read
    if language not in read:
        check_language(language)
        try:
            read[language] = load_lexicon(language, _House.folder)
        except WorkflowError:
            read[language] = load_lexicon(language)
    return read[language]
