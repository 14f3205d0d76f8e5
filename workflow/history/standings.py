"""Who wrote and who approved, for every item at once: one walk over the commits, then a cache.

The rules are those of `approvals`, which reads one item's commits as the tree that they are. The
walk takes them as a line, which is quick and says the same while nobody worked on the item
beside somebody else; where two did, `approvals.find_approval` itself is asked. What was worked
out is kept in the private folder, with the
commit up to which it holds and a mark of this folder on this machine; it may be deleted at any
time, and one that came along with a copy is not believed.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from workflow.errors import WorkflowError
from workflow.files import Stamp
from workflow.history.approvals import BESIDE, approver, find_approval
from workflow.history.boardfile import keep_board, recall_board
from workflow.history.durable import read_file, write_file
from workflow.history.objects import blob_name, contents, resolve
from workflow.history.ownership import fingerprint
from workflow.history.repository import PRIVATE, History, Person
from workflow.history.revisions import log
from workflow.history.walking import Step, walk
from workflow.history.wording import as_judged, same_text, unix_lines
from workflow.summaries.board import NOT_COUNTING, Board, board_of
from workflow.summaries.handover import may_approve
from workflow.summaries.workspace import Workspace

_CACHE = f"{PRIVATE}/standings.json"
_VERSION = 5
_WRITING = ("", "edit", "restore", "undo", "redo")
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
    address: str = ""
    """The approver's."""
    own: bool = False
    """Whether the approver had written on the text."""
    reason: str = ""
    pending: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Since that approval, oldest first: name, address, blob before and after."""
    disk: str = ""
    """The blob of the file on disk when it was last read."""
    stamp: Stamp = (0, 0, 0)
    """The file's stamp then."""
    last: str = ""
    """The blob that the last change made."""
    forked: bool = False
    """Whether two people ever changed it beside each other."""

    def approved_by(self, blob: str, forced: bool) -> str:
        """Who approved exactly this blob, or empty if nobody did that counts."""
        counts = blob and blob == self.blob and (not self.own or (self.reason and forced))
        return self.approver if counts else ""


@dataclass(slots=True)
class _Known:
    """Everything that was worked out, up to a commit."""

    tip: str = ""
    items: dict[str, Standing] = field(default_factory=dict)
    people: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """What was answered last."""
    fresh: bool = False
    """Whether it holds more than the file in the private folder."""


def people(
    workspace: Workspace,
    history: History,
    stamps: Mapping[str, Mapping[str, Stamp]] | None = None,
) -> Mapping[tuple[str, str], tuple[str, str]]:
    """For every item, by (meeting, slug): who wrote last and who approved it as it stands.

    Both are names; empty where nobody did, with `NOT_COUNTING` behind one who may not approve.
    `stamps` are those of the files on disk, by meeting
    and file name, for those who know them already. The same mapping as before is given where
    nothing changed.
    """
    known = _up_to_date(history)
    forced, allowed = workspace.settings.allow_forced_approval, workspace.settings.approvers
    touched = known.fresh
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for path, standing in known.items.items():
        _, _, meeting, name = path.split("/")
        who = ""
        if standing.blob:
            stamp = _stamp(history, path) if stamps is None else stamps.get(meeting, {}).get(name)
            if stamp is not None and stamp != standing.stamp:
                touched = True
                _look(history, path, standing, stamp)
            who = standing.approved_by(standing.disk if stamp is not None else "", forced)
            if who and not may_approve(allowed, meeting[11:], who, standing.address):
                who += NOT_COUNTING
        found[meeting, name[:-3]] = (standing.writer, who)
    if touched:
        known.fresh = False
        _write(history, known)
    if found != known.people:
        known.people = found
    return known.people


def whole_board(workspace: Workspace, history: History) -> Board:
    """The board with everybody's part, from what is known and what has changed since."""
    memory = recall_board(workspace)
    memory.refresh(workspace)
    board = board_of(memory, people(workspace, history, memory.stamps))
    keep_board(workspace, memory)
    return board


def _stamp(history: History, path: str) -> Stamp | None:
    try:
        # A text, not a Path: fifteen thousand of them are looked at every time.
        facts = os.stat(f"{history.root}/{path}", follow_symlinks=False)  # noqa: PTH116
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


def _look(history: History, path: str, standing: Standing, stamp: Stamp) -> None:
    """Read the file again, which was touched."""
    standing.disk = ""
    with suppress(WorkflowError):
        content = read_file(history.top, history.in_repository(path)) or b""
        standing.disk, standing.stamp = blob_name(unix_lines(content)), stamp


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
            _take_in(history, known, walk(history, known.tip))
        known.tip = tip
        known.fresh = True
    history.memory["standings"] = known
    return known


def _is_ancestor(history: History, commit: str) -> bool:
    return history.git(["merge-base", "--is-ancestor", commit, "HEAD"]).code == 0


@dataclass(slots=True)
class _Judged:
    """What has to be read before the last approval of an item can be judged."""

    pairs: list[_Pair] = field(default_factory=list)
    """The approver's own changes: none of them may change words."""
    beside: list[_Pair] = field(default_factory=list)
    """Changes since that say they leave the text alone."""


def _take_in(history: History, known: _Known, steps: Sequence[Step]) -> None:
    """Add what commits did, the oldest first."""
    judged: dict[str, _Judged] = {}
    for step in steps:
        standing = known.items.setdefault(step.path, Standing())
        if step.action in _WRITING:
            standing.writer = step.author
        standing.forked = standing.forked or bool(step.sides) or step.old != standing.last
        standing.last = step.new
        pair = (step.old, step.new)
        if step.action in BESIDE:
            sides = [(side, step.new) for side in step.sides or (step.old,)]
            judged.setdefault(step.path, _Judged()).beside += sides
        author = Person(step.author, step.email)
        person = approver(step.action, step.approved_by, author) if step.action else None
        if person is None:
            standing.pending.append((step.author, step.email, *pair))
            continue
        judged[step.path] = _Judged([*_pairs_of(person, standing.pending), pair])
        standing.blob, standing.approver, standing.address = step.new, person.name, person.email
        standing.reason = step.reason
        standing.pending = []
    _judge(history, known, judged)
    _ask_about_forked(history, known, {step.path for step in steps})


def _pairs_of(person: Person, pending: Iterable[tuple[str, str, str, str]]) -> list[_Pair]:
    return [(a, b) for name, email, a, b in pending if person.is_same(Person(name, email))]


def _judge(history: History, known: _Known, judged: Mapping[str, _Judged]) -> None:
    """Whether the last approvals were of the approvers' own texts, and what came after."""
    pairs = [pair for found in judged.values() for pair in (*found.pairs, *found.beside)]
    texts = _Texts(history, {name for pair in pairs for name in pair} - {""})
    for path, found in judged.items():
        standing = known.items[path]
        if found.pairs:
            standing.own = any(not texts.same(own) for own in found.pairs)
        for pair in found.beside:
            if pair[0] == standing.blob and texts.judged_alike(pair):
                standing.blob = pair[1]


def _ask_about_forked(history: History, known: _Known, paths: Iterable[str]) -> None:
    """What two people changed beside each other, judged by the commits as they hang together."""
    forked = sorted(path for path in paths if known.items[path].forked)
    names = resolve(history, [f"HEAD:{history.in_repository(path)}" for path in forked])
    for path, now in zip(forked, names, strict=True):
        standing = known.items[path]
        revisions = log(history, [path], limit=0, blobs=True)
        wanted = [blob for blob in dict.fromkeys((now, standing.blob)) if blob]
        asked = ((blob, forced) for blob in wanted for forced in (False, True))
        answers = ((blob, find_approval(history, path, revisions, blob, forced))
                   for blob, forced in asked)  # fmt: skip
        blob, found = next((a for a in answers if a[1] is not None), ("", None))
        standing.blob = blob
        if found is not None:
            standing.approver, standing.address = found.person.name, found.person.email
            standing.own, standing.reason = bool(found.reason), found.reason


class _Texts:
    """Words of blobs, all read through one process."""

    def __init__(self, history: History, names: Iterable[str]) -> None:
        wanted = sorted(names)
        self._contents = dict(zip(wanted, contents(history, wanted), strict=True))

    def same(self, pair: _Pair) -> bool:
        """Whether the text is the same in both."""
        return same_text(*(self._contents.get(name) for name in pair))

    def judged_alike(self, pair: _Pair) -> bool:
        """Whether four eyes would see the same in both."""
        old, new = (self._contents.get(name) for name in pair)
        return as_judged(old) == as_judged(new)


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
    writer, blob, who, address, own, reason, pending, disk, stamp, last, forked = values
    time, size, inode = stamp
    pairs = [(a, b, c, d) for a, b, c, d in pending]
    return Standing(
        writer, blob, who, address, own, reason, pairs, disk, (time, size, inode), last, forked
    )


def _write(history: History, known: _Known) -> None:
    """Keep it for the next start; where that fails, it will be worked out again."""
    items = {
        path: [s.writer, s.blob, s.approver, s.address, s.own, s.reason, s.pending, s.disk, s.stamp,
               s.last, s.forked]
        for path, s in known.items.items()
    }  # fmt: skip
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
