"""Lexicon files as they stand on disk: read, checked for keys and types, with line numbers."""

import contextlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError
from workflow.languages import data, say, source

NAMES = ("actors", "persons", "quantifiers", "verbs", "phrases", "grammar")
"""The files of a lexicon, without `.toml`; `grammar` cannot be extended by a house."""

_TABLES: dict[str, dict[str, dict[str, type]]] = {
    "actors": {
        "body": {"name": str, "names": list, "heads": list, "plural": bool},
        "agency": {"name": str, "names": list, "heads": list, "plural": bool},
        "third": {
            "name": str,
            "names": list,
            "heads": list,
            "plural": bool,
            "members": list,
        },
        "state": {
            "name": str,
            "names": list,
            "adjectives": list,
            "heads": list,
            "member": bool,
            "seats": list,
            "people": list,
            "parts": list,
        },
    },
    "persons": {"person": {"names": list, "actor": str, "role": str, "from": object, "to": object}},
    "quantifiers": {
        "quantifier": {"id": str, "rank": int, "name": str, "before": list, "alone": list}
    },
    "verbs": {
        "verbs": {"stance": str, "strength": int, "carrier": bool, "with_that": str, "lemmas": list}
    },
    "phrases": {
        "cue": {
            "stance": str,
            "strength": int,
            "zone": str,
            "negated": str,
            "verbs": list,
            "example": str,
            "phrases": list,
        }
    },
}
_OTHER = {
    "actors": {"excluded"},
    "persons": set(),
    "quantifiers": {"nouns", "bare", "between", "council", "counted"},
    "verbs": {"irregular", "present", "unstressed", "variants"},
    "phrases": set(),
}
_KINDS: dict[object, str] = {str: "text", int: "number", bool: "boolean", list: "list"}
"""What the sentences call the kind of a value."""
_NEEDED = {
    "body": ("name",),
    "agency": ("name",),
    "third": ("name",),
    "state": ("name", "adjectives"),
    "person": ("names", "actor"),
    "quantifier": ("id", "name"),
    "verbs": ("stance", "lemmas"),
    "cue": ("stance", "zone", "phrases"),
}


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """One file: its content and where it stands, for the messages of the checks."""

    place: str
    """Path as shown to people."""
    text: str
    content: dict[str, Any]

    def line_of(self, value: str) -> int:
        """The first line, from 1, on which a value or key stands; 0 if nowhere."""
        pattern = re.compile(rf"(?<![\w|]){re.escape(value)}(?![\w|])")
        for number, line in enumerate(self.text.splitlines(), 1):
            if pattern.search(line):
                return number
        return 0

    def fail(self, error: str, value: str, **values: object) -> WorkflowError:
        """The error for something wrong with `value` in this file."""
        return WorkflowError(
            f"positions.errors.{error}",
            file=self.place,
            line=self.line_of(value),
            value=value,
            **values,
        )


def shipped(language: str) -> dict[str, LexiconFile]:
    """The files that come with the program; the tests check their keys, not every start."""
    return {
        name: LexiconFile(
            f"languages/{language}/{name}.toml", source(language, name), data(language, name)
        )
        for name in NAMES
    }


def folder_stamp(folder: Path, language: str) -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of each of the house's files: another stamp means other words."""
    found = []
    for place in (folder, folder / language):
        for path in sorted(place.glob("*.toml")) if place.is_dir() else ():
            with contextlib.suppress(OSError):
                facts = path.stat()
                found.append((str(path), facts.st_mtime_ns, facts.st_size))
    return tuple(found)


def added(folder: Path, language: str) -> list[tuple[str, LexiconFile]]:
    """The house's own files: those in `folder` and those in its subfolder for the language.

    Raises WorkflowError for a file that cannot be read or has a name that means nothing.
    """
    found = []
    for place in (folder, folder / language):
        if not place.is_dir():
            continue
        for path in sorted(place.glob("*.toml")):
            if path.stem not in _TABLES:
                raise WorkflowError(
                    "positions.errors.file_name", file=str(path), names=", ".join(_TABLES)
                )
            try:
                text = path.read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError) as problem:
                raise WorkflowError("positions.errors.unreadable", file=str(path)) from problem
            found.append((path.stem, parse_file(str(path), path.stem, text)))
    return found


def parse_file(place: str, name: str, text: str) -> LexiconFile:
    """A lexicon file from its text; `place` is how messages call it. Raises WorkflowError."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        at = re.search(r"line (\d+)", str(problem))
        line = int(at.group(1)) if at else text.count("\n") + 1
        raise WorkflowError("positions.errors.syntax", file=place, line=line) from problem
    file = LexiconFile(place, text, content)
    if name in _TABLES:
        _check_keys(file, name)
    return file


def _check_keys(file: LexiconFile, name: str) -> None:
    """Refuse a table or key that no such file has."""
    tables = _TABLES[name]
    for key, value in file.content.items():
        if key in _OTHER[name]:
            continue
        if key not in tables:
            known = ", ".join(sorted({*tables, *_OTHER[name]}))
            raise file.fail("unknown_key", key, known=known)
        entries = list(value.values()) if isinstance(value, dict) else value
        for entry in entries:
            _check_entry(file, key, entry, tables[key])


def _check_entry(file: LexiconFile, key: str, entry: Any, fields: dict[str, type]) -> None:
    """Refuse an entry with an unknown key, a value of another type, or a key missing."""
    if not isinstance(entry, dict):
        raise file.fail("wrong_type", key, wanted=say("summaries.setting.table"))
    for field_name, value in entry.items():
        if field_name not in fields:
            raise file.fail("unknown_key", field_name, known=", ".join(fields))
        kind = fields[field_name]
        words = not isinstance(value, list) or all(isinstance(word, str) for word in value)
        if not isinstance(value, kind) or not words:
            wanted = say(f"summaries.setting.{_KINDS.get(kind, 'list')}")
            raise file.fail("wrong_type", field_name, wanted=wanted)
    for needed in _NEEDED[key]:
        if needed not in entry:
            raise file.fail("missing_key", _title(entry) or key, key=needed)


def _title(entry: dict[str, Any]) -> str:
    """A value by which the reader finds an incomplete entry in the file."""
    for value in entry.values():
        if isinstance(value, str) and value:
            return value
        if isinstance(value, list) and value:
            return str(value[0])
    return ""
