"""What the board needs to know of an item file, without reading its text."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.files import BY_HANDLE, Stamp, folder_handle, read_from, stamps_in
from workflow.summaries.itemhead import HEAD, read_head
from workflow.summaries.itemlines import unescape
from workflow.summaries.model import STATUSES, Meeting
from workflow.summaries.workspace import (
    MEETING_FILE,
    SUMMARIES,
    Workspace,
    item_digest,
    items_by_slug,
)

_YEAR = re.compile(r"\d{4}\Z")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_TEXT = r'"[^"\\\x00-\x1f\x7f]*"'
_HEAD = re.compile(
    rf'\+\+\+\nstatus = "({"|".join(STATUSES)})"\n'
    rf"(?:topics = \[({_TEXT}(?:, {_TEXT})*)\]\n)?"
    + "".join(rf"(?:{key} = ({_TEXT}|\d{{4}}-\d\d-\d\d)\n)?" for key in HEAD)
    + r"\+\+\+\n"
)
"""The head of an item file as it is written, where no text in it needs an escape."""

_CLAIM, _SOURCE = HEAD.index("claim"), HEAD.index("source")


_PROPOSAL = re.compile(r"^- \*\*((?:\\.|[^*\\])+)\*\* \(\d{4}-\d\d-\d\d[^()]*; \d+\):$", re.M)
"""The first line of an open proposal."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The head of an item file."""

    status: str
    topics: tuple[str, ...]
    values: tuple[str, ...]
    """Of the other keys, in the order of `itemfile.HEAD`."""
    proposers: tuple[str, ...] = ()
    """Who made the proposals that are open, each once."""

    def value(self, key: str) -> str:
        """The value of another key of the head."""
        return self.values[HEAD.index(key)]

    @property
    def claim(self) -> str:
        """Who works on it."""
        return self.values[_CLAIM]

    @property
    def source(self) -> str:
        """Digest of the source that it was written on."""
        return self.values[_SOURCE]


def scan(root: Path) -> dict[str, dict[str, Stamp]]:
    """By meeting id, the stamps of the files in its folder; none for a folder that is a link."""
    found = {}
    for year, year_path, year_linked in _folders(str(root / SUMMARIES)):
        if not _YEAR.match(year):
            continue
        for name, folder, linked in _folders(year_path):
            stamps = _stamps(folder)
            if MEETING_FILE in stamps and name.startswith(year) and not (linked or year_linked):
                found[name] = stamps
            elif Path(folder, MEETING_FILE).exists():
                found[name] = {}
    return found


def _folders(parent: str) -> list[tuple[str, str, bool]]:
    """Name and path of each folder in a folder, and whether it is a link."""
    try:
        with os.scandir(parent) as entries:
            return [(e.name, e.path, e.is_symlink()) for e in entries if e.is_dir()]
    except OSError:
        return []


def _stamps(folder: str) -> dict[str, Stamp]:
    try:
        return stamps_in(folder, (".md", ".toml"))
    except OSError:
        return {}


def _glance(text: str) -> Glance | None:
    """The head of a file that is exactly as we write it."""
    found = _HEAD.match(text)
    if found is None:
        return None
    status, topics, *values = found.groups()
    names = tuple(name[1:-1] for name in re.findall(_TEXT, topics)) if topics else ()
    heads = tuple(value.strip('"') if value else "" for value in values)
    return Glance(status, names, heads, _proposers(text))


def _proposers(text: str) -> tuple[str, ...]:
    """Who made the open proposals of a file."""
    return tuple(dict.fromkeys(unescape(name) for name in _PROPOSAL.findall(text)))


def read_glances(
    workspace: Workspace, meeting: Meeting, slugs: Sequence[str]
) -> dict[str, Glance | WorkflowError]:
    """The heads of these items' files, or what is wrong with them."""
    folder = workspace.meeting_folder(meeting)
    found: dict[str, Glance | WorkflowError] = {}
    for slug, text in _texts(workspace, folder, slugs).items():
        if (seen := _glance(text)) is not None:
            found[slug] = seen
    for slug in slugs:
        if slug in found:
            continue
        path = folder / f"{slug}.md"
        try:
            head = read_head(workspace.read_text(path), workspace.relative(path))
            proposers = _proposers(workspace.read_text(path))
            found[slug] = Glance(*head[:2], tuple(head[2].values()), proposers)
        except WorkflowError as error:
            found[slug] = error
    return found


def _texts(workspace: Workspace, folder: Path, slugs: Sequence[str]) -> dict[str, str]:
    """The files that are read without trouble, all through one handle on their folder."""
    found = {}
    if BY_HANDLE:
        try:
            with folder_handle(workspace.root, folder.relative_to(workspace.root).parts) as handle:
                for slug in slugs:
                    if _NAME.match(slug):
                        found[slug] = read_from(f"{slug}.md", handle).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return found
    return found


def source_digests(workspace: Workspace, meeting: Meeting) -> Mapping[str, str]:
    """The digest of each item's source as it is now, by slug; WorkflowError without a report."""
    items = items_by_slug(meeting, workspace.read_report(meeting))
    return {slug: item_digest(item) for slug, item in items.items()}
