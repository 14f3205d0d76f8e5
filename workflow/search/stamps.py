"""Which files of a workspace have changed since they were last looked at."""

import os
from collections.abc import Iterator
from pathlib import Path

from workflow.summaries.workspace import MEETING_FILE, REPORT_FILE, SUMMARIES

WHOLE = (MEETING_FILE, REPORT_FILE)
"""Files that bear on every entry of a meeting."""

Stamps = dict[str, str]
"""Time and size by file name."""


def meeting_stamps(root: Path) -> Iterator[tuple[str, Stamps]]:
    """Every meeting's folder with the stamps of its files, the newest meeting first."""
    years = [entry for entry in _scan(root / SUMMARIES) if len(entry.name) == 4]
    for year in sorted(years, key=lambda entry: entry.name, reverse=True):
        if year.name.isdigit() and year.is_dir(follow_symlinks=False):
            for folder in sorted(_scan(year.path), key=lambda entry: entry.name, reverse=True):
                if folder.is_dir(follow_symlinks=False):
                    stamps = _stamps(folder.path)
                    if MEETING_FILE in stamps:
                        yield folder.name, stamps


def _scan(folder: str | Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _stamps(folder: str) -> Stamps:
    found = {}
    for entry in _scan(folder):
        if entry.name.endswith(".md") or entry.name == MEETING_FILE:
            try:
                facts = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            found[entry.name] = f"{facts.st_mtime_ns} {facts.st_size}"
    return found


def changed_slugs(before: Stamps, now: Stamps) -> set[str] | None:
    """Slugs of the items whose files differ; None where the whole meeting must be read again."""
    names = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    if names & set(WHOLE):
        return None
    return {name.removesuffix(".md") for name in names}
