"""What the board needs to know of an item file, without reading its text."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import time_ns as clock

from workflow.errors import WorkflowError
from workflow.files import (
    BY_HANDLE,
    Stamp,
    blob_name,
    folder_handle,
    read_from,
    stamps_in,
    unix_lines,
)
from workflow.summaries.itemhead import HEAD, read_head
from workflow.summaries.itemlines import unescape
from workflow.summaries.meetingfile import parse_meeting
from workflow.summaries.meetings import STATUSES, Meeting
from workflow.summaries.workspace import (
    MEETING_FILE,
    REPORT_FILE,
    SUMMARIES,
    Workspace,
    item_digest,
    items_by_slug,
    text_digest,
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
_SETTLED = 3 * 10**9
"""Nanoseconds after which a change of a folder has another time than the one before it."""

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
    blob: str = ""
    """The name that git gives to the file."""

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


@dataclass(frozen=True, slots=True)
class Folder:
    """A meeting's folder as it was when it was looked at; no file's names where it is a link."""

    names: tuple[str, ...] = ()
    times: tuple[int, ...] = ()
    """Of its files in that order, in nanoseconds."""
    sizes: tuple[int, ...] = ()
    inodes: tuple[int, ...] = ()
    own: tuple[int, int] = field(default=(0, 0), compare=False)
    """Its own time and inode; zeros where files may have come or gone in that very moment."""

    @property
    def stamps(self) -> dict[str, Stamp]:
        """The stamps of its files, by name."""
        stamps = zip(self.times, self.sizes, self.inodes, strict=True)
        return dict(zip(self.names, stamps, strict=True))


def scan(root: Path, known: Mapping[str, Folder] | None = None) -> dict[str, Folder]:
    """The folder of every meeting, by id.

    A folder that is `known` and still as it was is given back as it is. It is not listed again
    while its own time is the same, for then no file came or went; every file is looked at.
    """
    found = {}
    known = known or {}
    for year, year_path, year_linked in _folders(str(root / SUMMARIES)):
        if not _YEAR.match(year):
            continue
        with _year_handle(year_path, bool(known) and not year_linked) as at:
            for name, path, linked in _folders(year_path):
                linked = linked or year_linked
                old = None if linked else known.get(name)
                if old is not None and at is not None and _is_same(name, at, old):
                    found[name] = old
                    continue
                folder = _look(path)
                if MEETING_FILE in folder.names and name.startswith(year) and not linked:
                    found[name] = folder
                elif Path(path, MEETING_FILE).exists():
                    found[name] = Folder()
    return found


def _folders(parent: str) -> list[tuple[str, str, bool]]:
    """Name and path of each folder in a folder, and whether it is a link."""
    try:
        with os.scandir(parent) as entries:
            return [(e.name, e.path, e.is_symlink()) for e in entries if e.is_dir()]
    except OSError:
        return []


@contextmanager
def _year_handle(path: str, wanted: bool) -> Iterator[int | None]:
    """A handle on the folder of a year, through which its files are found sooner."""
    if not (wanted and BY_HANDLE):
        yield None
        return
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        yield None
        return
    try:
        yield handle
    finally:
        os.close(handle)


def _is_same(name: str, year: int, old: Folder) -> bool:
    """Whether the same files are in the folder of that name, each as it was."""
    look = os.stat
    try:
        facts = look(name, dir_fd=year, follow_symlinks=False)
        if not old.own[0] or (facts.st_mtime_ns, facts.st_ino) != old.own:
            return False
        for file, time, size, inode in zip(
            old.names, old.times, old.sizes, old.inodes, strict=True
        ):
            facts = look(f"{name}/{file}", dir_fd=year, follow_symlinks=False)
            if facts.st_mtime_ns != time or facts.st_size != size or facts.st_ino != inode:
                return False
    except OSError:
        return False
    return True


def _look(path: str) -> Folder:
    try:
        facts = os.lstat(path)
        stamps = stamps_in(path, (".md", ".toml"))
    except OSError:
        return Folder()
    settled = BY_HANDLE and 0 < facts.st_mtime_ns < clock() - _SETTLED
    times, sizes, inodes = zip(*stamps.values(), strict=True) if stamps else ((), (), ())
    own = (facts.st_mtime_ns, facts.st_ino) if settled else (0, 0)
    return Folder(tuple(stamps), times, sizes, inodes, own)


def _glance(content: bytes) -> Glance | None:
    """The head of a file that is exactly as we write it."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    found = _HEAD.match(text)
    if found is None:
        return None
    status, topics, *values = found.groups()
    names = tuple(name[1:-1] for name in re.findall(_TEXT, topics)) if topics else ()
    heads = tuple([value.strip('"') if value else "" for value in values])
    return Glance(status, names, heads, _proposers(text), blob_name(unix_lines(content)))


def _proposers(text: str) -> tuple[str, ...]:
    """Who made the open proposals of a file."""
    if "):\n" not in text:
        return ()  # as in nearly every file
    return tuple(dict.fromkeys(unescape(name) for name in _PROPOSAL.findall(text)))


def read_meeting(
    workspace: Workspace, meeting_id: str, stamps: Mapping[str, Stamp]
) -> tuple[Meeting, dict[str, Glance | WorkflowError]]:
    """A meeting and the heads of its items' files; `stamps` are those of its folder's files.

    Raises the WorkflowError that reading the meeting alone would raise.
    """
    meeting = None
    found: dict[str, Glance | WorkflowError] = {}
    with suppress(OSError, WorkflowError, UnicodeDecodeError), _handle(workspace, meeting_id) as at:
        text = read_from(MEETING_FILE, at, _size(stamps, MEETING_FILE)).decode("utf-8")
        meeting = parse_meeting(text, meeting_id, where=MEETING_FILE)
        _read_quickly(at, [item.slug for item in meeting.items], stamps, found)
    if meeting is None:
        meeting = workspace.meeting(meeting_id)
    return meeting, _read_slowly(workspace, meeting, [i.slug for i in meeting.items], found)


def read_glances(
    workspace: Workspace, meeting: Meeting, slugs: Sequence[str], stamps: Mapping[str, Stamp]
) -> dict[str, Glance | WorkflowError]:
    """The heads of these items' files, or what is wrong with them; `stamps` by file name."""
    found: dict[str, Glance | WorkflowError] = {}
    with suppress(OSError), _handle(workspace, meeting.id) as at:
        _read_quickly(at, slugs, stamps, found)
    return _read_slowly(workspace, meeting, slugs, found)


@contextmanager
def _handle(workspace: Workspace, meeting_id: str) -> Iterator[int]:
    """A handle on a meeting's folder, through which all its files are read; or an OSError."""
    if not BY_HANDLE:
        raise OSError
    with folder_handle(workspace.root, (SUMMARIES, meeting_id[:4], meeting_id)) as handle:
        yield handle


def _size(stamps: Mapping[str, Stamp], name: str) -> int:
    return stamps[name][1] if name in stamps else -1


def _read_quickly(
    handle: int,
    slugs: Sequence[str],
    stamps: Mapping[str, Stamp],
    found: dict[str, Glance | WorkflowError],
) -> None:
    """Add the heads of the files that are read without trouble."""
    for slug in slugs:
        if _NAME.match(slug) and f"{slug}.md" in stamps:
            name = f"{slug}.md"
            if (seen := _glance(read_from(name, handle, _size(stamps, name)))) is not None:
                found[slug] = seen


def _read_slowly(
    workspace: Workspace,
    meeting: Meeting,
    slugs: Sequence[str],
    found: dict[str, Glance | WorkflowError],
) -> dict[str, Glance | WorkflowError]:
    """The same with those that others wrote, or what is wrong with them."""
    for slug in slugs:
        if slug in found:
            continue
        path = workspace.summary_path(meeting, slug)
        try:
            text = workspace.read_text(path)
            head = read_head(text, workspace.relative(path))
            blob = blob_name(unix_lines(workspace.read_bytes(path)))
            found[slug] = Glance(*head[:2], tuple(head[2].values()), _proposers(text), blob)
        except WorkflowError as error:
            found[slug] = error
    return found


def source_digests(workspace: Workspace, meeting: Meeting) -> Mapping[str, str]:
    """The digest of each item's source as it is now, by slug; WorkflowError without a report."""
    from workflow.summaries.reportfile import item_texts

    texts = item_texts(workspace.read_text(workspace.meeting_folder(meeting) / REPORT_FILE))
    if not texts:
        items = items_by_slug(meeting, workspace.read_report(meeting))
        return {slug: item_digest(item) for slug, item in items.items()}
    texts += [""] * (len(meeting.items) - len(texts))
    return {item.slug: text_digest(text) for item, text in zip(meeting.items, texts, strict=False)}
