"""Who wrote and who approved, for every item at once: one walk over the commits, then a cache.

The rules are those of `approvals`, which reads one item's commits as the tree that they are. The
walk takes them as a line, which is quick and says the same while nobody worked on the item
beside somebody else; where two did, `approvals.find_approval` itself is asked. What was worked
out is kept in the private folder, with the
commit up to which it holds and a mark of this folder on this machine; it may be deleted at any
time, and one that came along with a copy is not believed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workflow.cachefile import CACHE, read_cache, without_collecting, write_cache
from workflow.config import Settings
from workflow.history.approvals import BESIDE, approver, find_approval
from workflow.history.boardfile import keep_board, recall_board
from workflow.history.locks import private_folder
from workflow.history.objects import contents, resolve
from workflow.history.ownership import fingerprint
from workflow.history.repository import History, Person
from workflow.history.revisions import log
from workflow.history.walking import Step, walk
from workflow.history.wording import as_judged, same_text
from workflow.summaries.board import Board, board_of
from workflow.summaries.boardfacts import NOBODY, NOT_COUNTING, Pair, People
from workflow.summaries.boardmemory import BoardMemory, KnownMeeting
from workflow.summaries.glance import Glance
from workflow.summaries.handover import may_approve
from workflow.summaries.workspace import SUMMARIES, Workspace

_VERSION = "standings 6"
_WRITING = ("", "edit", "restore", "undo", "redo")
"""Actions whose author counts as the one who wrote; empty is a commit made by hand."""


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
    items: dict[str, Standing | tuple[Any, ...]] = field(default_factory=dict)
    """By path; packed as long as nobody asked."""

    def standing(self, path: str) -> Standing:
        """What is known of one item, to be changed by whoever asks."""
        found = self.items.get(path)
        if not isinstance(found, Standing):
            values: Sequence[Any] = found or ()
            found = Standing(*values)
            self.items[path] = found
        return found


def people(workspace: Workspace, history: History, memory: BoardMemory | None = None) -> People:
    """For every item, by (meeting, slug): who wrote last and who approved it as it stands.

    Both are names; empty where nobody did, with `NOT_COUNTING` behind one who may not approve.
    `memory` is what was read of the files, for those who have just read them; what is worked
    out is kept there.
    """
    if memory is None:
        memory = recall_board(workspace)
        memory.refresh(workspace, sources=False)
    settings = workspace.settings
    rules = repr((settings.allow_forced_approval, sorted(settings.approvers.items())))
    tip = history.tip()
    before, now = memory.people_of, (tip, rules)
    if before != now or not all(k.held_people.known for k in memory.meetings.values()):
        found, touched = _up_to_date(history, tip, before[0] if before[1:] == (rules,) else "?")
        with without_collecting():
            for name, known in memory.meetings.items():
                if touched is None or name in touched or not known.held_people.known:
                    new = known.meet(_people_of(settings, found, name, known))
                    memory.changed = memory.changed or new
        memory.people_of, memory.changed = now, memory.changed or before != now
    return People({name: known.held_people for name, known in memory.meetings.items()})


def _people_of(
    settings: Settings, found: _Known, meeting: str, known: KnownMeeting
) -> dict[str, Pair]:
    """Who wrote and who approved the items of one meeting as they stand on disk."""
    forced, allowed = settings.allow_forced_approval, settings.approvers
    folder = f"{SUMMARIES}/{meeting[:4]}/{meeting}"
    result = {}
    for slug, seen in known.facts.glances.items():
        path = f"{folder}/{slug}.md"
        if path not in found.items:
            result[slug] = NOBODY
            continue
        standing = found.standing(path)
        who = standing.approved_by(seen.blob, forced) if isinstance(seen, Glance) else ""
        if who and not may_approve(allowed, known.council, who, standing.address):
            who += NOT_COUNTING
        result[slug] = (standing.writer, who)
    return result


def whole_board(workspace: Workspace, history: History) -> Board:
    """The board with everybody's part, from what is known and what has changed since."""
    with without_collecting():
        memory = recall_board(workspace)
        memory.refresh(workspace)
        board = board_of(memory, people(workspace, history, memory))
        keep_board(workspace, memory)
    return board


def _up_to_date(history: History, tip: str, since: str) -> tuple[_Known, set[str] | None]:
    """What is known up to the tip, and which meetings are touched since that commit, or None."""
    known = history.memory.get("standings")
    if not isinstance(known, _Known):
        known = _read(history)
    touched: set[str] | None = set() if known.tip == since else None
    if known.tip != tip:
        if not tip or (known.tip and not _is_ancestor(history, known.tip)):
            known, touched = _Known(), None
        if tip:
            with without_collecting():
                steps = walk(history, known.tip)
                _take_in(history, known, steps)
            if touched is not None:
                touched |= {step.path.split("/")[2] for step in steps}
        known.tip = tip
        _write(history, known)
    history.memory["standings"] = known
    return known, touched


def _is_ancestor(history: History, commit: str) -> bool:
    return history.git(["merge-base", "--is-ancestor", commit, "HEAD"]).code == 0


@dataclass(slots=True)
class _Judged:
    """What has to be read before the last approval of an item can be judged."""

    pairs: list[Pair] = field(default_factory=list)
    """The approver's own changes: none of them may change words."""
    beside: list[Pair] = field(default_factory=list)
    """Changes since that say they leave the text alone."""


def _take_in(history: History, known: _Known, steps: Sequence[Step]) -> None:
    """Add what commits did, the oldest first."""
    judged: dict[str, _Judged] = {}
    for step in steps:
        standing = known.standing(step.path)
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


def _pairs_of(person: Person, pending: Iterable[tuple[str, str, str, str]]) -> list[Pair]:
    return [(a, b) for name, email, a, b in pending if person.is_same(Person(name, email))]


def _judge(history: History, known: _Known, judged: Mapping[str, _Judged]) -> None:
    """Whether the last approvals were of the approvers' own texts, and what came after."""
    pairs = [pair for found in judged.values() for pair in (*found.pairs, *found.beside)]
    texts = _Texts(history, {name for pair in pairs for name in pair} - {""})
    for path, found in judged.items():
        standing = known.standing(path)
        if found.pairs:
            standing.own = any(not texts.same(own) for own in found.pairs)
        for pair in found.beside:
            if pair[0] == standing.blob and texts.judged_alike(pair):
                standing.blob = pair[1]


def _ask_about_forked(history: History, known: _Known, paths: Iterable[str]) -> None:
    """What two people changed beside each other, judged by the commits as they hang together."""
    forked = sorted(path for path in paths if known.standing(path).forked)
    names = resolve(history, [f"HEAD:{history.in_repository(path)}" for path in forked])
    for path, now in zip(forked, names, strict=True):
        standing = known.standing(path)
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

    def same(self, pair: Pair) -> bool:
        """Whether the text is the same in both."""
        return same_text(*(self._contents.get(name) for name in pair))

    def judged_alike(self, pair: Pair) -> bool:
        """Whether four eyes would see the same in both."""
        old, new = (self._contents.get(name) for name in pair)
        return as_judged(old) == as_judged(new)


# The cache


def _read(history: History) -> _Known:
    values = read_cache(_place(history), _mark(history))
    return _Known(*values) if isinstance(values, tuple) else _Known()


def _write(history: History, known: _Known) -> None:
    """Keep it for the next start; where that fails, it will be worked out again."""
    items = {
        path: s
        if isinstance(s, tuple)
        else (s.writer, s.blob, s.approver, s.address, s.own, s.reason, s.pending, s.last, s.forked)
        for path, s in known.items.items()
    }
    write_cache(_place(history), _mark(history), (known.tip, items))


def _place(history: History) -> Path:
    """One file per work tree: branches differ."""
    own = history.git_dir != history.common_dir
    name = f"standings-{history.git_dir.name}" if own else "standings"
    return private_folder(history) / f"{name}{CACHE}"


def _mark(history: History) -> str:
    return f"{_VERSION} {history.prefix} {fingerprint(history).decode()}"
