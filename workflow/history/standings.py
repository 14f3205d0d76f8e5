"""Who wrote and who approved, for every item at once: one walk over the commits, then a cache.

The rules are those of `approvals`. What was worked out is kept in the private folder, with the
commit up to which it holds and a mark of this folder on this machine; it may be deleted at any
time, and one that came along with a copy is not believed.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workflow.errors import WorkflowError
from workflow.history.approvals import is_item, named_approver
from workflow.history.durable import read_file, write_file
from workflow.history.objects import blob_name, contents
from workflow.history.ownership import fingerprint
from workflow.history.repository import PRIVATE, History, Person
from workflow.history.revisions import Revision, log
from workflow.history.wording import same_text, unix_lines, without_topics
from workflow.summaries.workspace import SUMMARIES, Workspace

_CACHE = f"{PRIVATE}/standings.json"
_VERSION = 1
_WRITING = ("", "edit", "restore")
"""Actions whose author counts as the one who wrote; empty is a commit made by hand."""
_Pair = tuple[str, str]


@dataclass(slots=True)
class Standing:
    """What the commits say about one item."""

    writer: str = ""
    """Name of who wrote last."""
    blob: str = ""
    """The file as it was approved last, or empty."""
    approver: str = ""
    own: bool = False
    """Whether the approver had written on the text."""
    reason: str = ""
    pending: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Since that approval, oldest first: name, address, blob before and after."""
    disk: tuple[int, int, str] = (0, 0, "")
    """The file on disk when it was last read: time, size and blob."""

    def approved_by(self, blob: str, forced: bool) -> str:
        """Who approved exactly this blob, or empty if nobody did that counts."""
        counts = blob and blob == self.blob and (not self.own or (self.reason and forced))
        return self.approver if counts else ""


@dataclass(slots=True)
class _Known:
    """Everything that was worked out, up to a commit."""

    tip: str = ""
    items: dict[str, Standing] = field(default_factory=dict)
    fresh: bool = False
    """Whether it holds more than the file in the private folder."""


def people(workspace: Workspace, history: History) -> Mapping[tuple[str, str], tuple[str, str]]:
    """For every item, by (meeting, slug): who wrote last and who approved it as it stands.

    Both are names; empty where nobody did.
    """
    known = _up_to_date(history)
    looked_at = {path: standing.disk for path, standing in known.items.items()}
    forced = workspace.settings.allow_forced_approval
    found = {}
    for path, standing in known.items.items():
        approver = ""
        if standing.blob:
            approver = standing.approved_by(_on_disk(history, path, standing), forced)
        _, _, meeting, name = path.split("/")
        found[meeting, name.removesuffix(".md")] = (standing.writer, approver)
    if known.fresh or any(s.disk != looked_at[path] for path, s in known.items.items()):
        known.fresh = False
        _write(history, known)
    return found


def _on_disk(history: History, path: str, standing: Standing) -> str:
    """The blob of the file as it is on disk, read again only if it was touched."""
    try:
        # A text, not a Path: fifteen thousand of them are looked at every time.
        facts = os.stat(f"{history.root}/{path}", follow_symlinks=False)  # noqa: PTH116
    except OSError:
        return ""
    time, size, blob = standing.disk
    if (time, size) != (facts.st_mtime_ns, facts.st_size):
        try:
            content = read_file(history.top, history.in_repository(path))
        except WorkflowError:
            return ""
        blob = blob_name(unix_lines(content or b""))
        standing.disk = (facts.st_mtime_ns, facts.st_size, blob)
    return blob


def _up_to_date(history: History) -> _Known:
    """What is known, with the commits that came since."""
    tip = history.tip()
    known = history.memory.get("standings")
    if not isinstance(known, _Known):
        known = _read(history)
    if known.tip != tip:
        if not tip or (known.tip and not _is_ancestor(history, known.tip)):
            known = _Known()
        if tip:
            since = log(history, [SUMMARIES], limit=0, since=known.tip, blobs=True)
            _take_in(history, known, since[::-1])
        known.tip = tip
        known.fresh = True
    history.memory["standings"] = known
    return known


def _is_ancestor(history: History, commit: str) -> bool:
    return history.git(["merge-base", "--is-ancestor", commit, "HEAD"]).code == 0


def _take_in(history: History, known: _Known, revisions: Sequence[Revision]) -> None:
    """Add revisions, the oldest first."""
    steps = [(r, path, pair) for r in revisions for path, pair in r.blobs.items() if is_item(path)]
    texts = _Texts(history, _needed(known, steps))
    for revision, path, pair in steps:
        standing = known.items.setdefault(path, Standing())
        if revision.action in _WRITING:
            standing.writer = revision.author
        if revision.action == "topic" and pair[0] == standing.blob and texts.same_but_topics(pair):
            standing.blob = pair[1]
            continue
        person = named_approver(revision)
        if person is None:
            standing.pending.append((revision.author, revision.email, *pair))
            continue
        pairs = [*_pairs_of(person, standing.pending), pair]
        standing.blob, standing.approver = pair[1], person.name
        standing.own = any(not texts.same(own) for own in pairs)
        standing.reason = revision.trailers.get("Reason", "")
        standing.pending = []


def _pairs_of(person: Person, pending: Iterable[tuple[str, str, str, str]]) -> list[_Pair]:
    return [(a, b) for name, email, a, b in pending if person.is_same(Person(name, email))]


def _needed(known: _Known, steps: Sequence[tuple[Revision, str, _Pair]]) -> set[str]:
    """The blobs whose words will be compared: an approver's own changes, and topics."""
    pending = {path: list(standing.pending) for path, standing in known.items.items()}
    needed: set[str] = set()
    for revision, path, pair in steps:
        person = named_approver(revision)
        if person is not None:
            for own in (*_pairs_of(person, pending.get(path, ())), pair):
                needed |= set(own)
            pending[path] = []
        else:
            pending.setdefault(path, []).append((revision.author, revision.email, *pair))
            if revision.action == "topic":
                needed |= set(pair)
    return needed - {""}


class _Texts:
    """Words of blobs, all read through one process."""

    def __init__(self, history: History, names: Iterable[str]) -> None:
        wanted = sorted(names)
        self._contents = dict(zip(wanted, contents(history, wanted), strict=True))

    def same(self, pair: _Pair) -> bool:
        """Whether the text is the same in both."""
        return same_text(*(self._contents.get(name) for name in pair))

    def same_but_topics(self, pair: _Pair) -> bool:
        """Whether nothing but the topics differs."""
        old, new = (self._contents.get(name) for name in pair)
        return without_topics(old) == without_topics(new)


# The cache


def _read(history: History) -> _Known:
    try:
        values = json.loads(read_file(history.common_dir, _name(history)) or b"{}")
        if values.get("mark") != _mark(history):
            return _Known()
        return _Known(str(values["tip"]), {k: _standing(v) for k, v in values["items"].items()})
    except (ValueError, KeyError, TypeError, AttributeError, WorkflowError):
        return _Known()


def _standing(values: Sequence[Any]) -> Standing:
    writer, blob, approver, own, reason, pending, disk = values
    time, size, name = disk
    return Standing(
        writer, blob, approver, own, reason, [(a, b, c, d) for a, b, c, d in pending],
        (time, size, name),
    )  # fmt: skip


def _write(history: History, known: _Known) -> None:
    """Keep it for the next start; where that fails, it will be worked out again."""
    items = {
        path: [s.writer, s.blob, s.approver, s.own, s.reason, s.pending, s.disk]
        for path, s in known.items.items()
    }
    content = json.dumps({"mark": _mark(history), "tip": known.tip, "items": items})
    try:
        write_file(history.common_dir, _name(history), content.encode())
    except WorkflowError:
        return


def _name(history: History) -> str:
    """One file per work tree: branches differ."""
    if history.git_dir == history.common_dir:
        return _CACHE
    return _CACHE.replace(".json", f"-{history.git_dir.name}.json")


def _mark(history: History) -> str:
    return f"{_VERSION} {history.prefix} {fingerprint(history).decode()}"
