"""Sharing: get what colleagues did, merge, send, and only then let it in here.

1. fetch into refs of our own, 2. merge in the object database, 3. send the result, 4. move the
branch and let the files follow. A refusal or a broken connection in 1 to 3 leaves everything
here as it was; a lost race starts again after a while that grows.
"""

import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workflow.errors import WorkflowError
from workflow.history.advancing import BranchMoved, advance, check_ready
from workflow.history.contact import (
    FETCHED,
    FETCHED_TAGS,
    TAGS,
    Place,
    check_contact,
    fetch,
    find_place,
    held_up,
    lock_age,
    send,
)
from workflow.history.firstsharing import forget_place, name_branch, name_place
from workflow.history.locks import file_lock, only_one, private_folder
from workflow.history.messages import Message
from workflow.history.repository import History
from workflow.history.revisions import Revision, log
from workflow.history.sharing import SHARED, note_asked, open_proposals, unshared
from workflow.history.signing import sign
from workflow.history.tagmerge import TagPlan, move_tags, plan_tags
from workflow.history.treemerge import Plan, commit_merge, plan_merge
from workflow.languages import say, say_in
from workflow.summaries.workspace import Workspace

TRIES = 12
"""How often a lost race is run again before the work stays unshared for now."""
_FIRST_WAIT = 0.05
_LONGEST_WAIT = 4.0
_HELD_FOR_LONG = 60
"""Seconds after which a lock in the shared place is nobody's who is still sending."""
_PATIENCE = 15.0
"""Seconds to wait for another program of ours that shares this folder."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What sharing did."""

    where: str
    """Address of the shared place, without passwords."""
    incoming: tuple[Revision, ...] = ()
    """What came in, the newest first."""
    outgoing: tuple[Revision, ...] = ()
    """What went out, the newest first."""
    unshared: int = 0
    """Saves that only this folder has, because others kept being first."""
    asked: tuple[str, ...] = ()
    """Items, by path, in which something new is to be decided."""
    open: tuple[str, ...] = ()
    """Items, by path, in which anything is to be decided."""
    notices: tuple[str, ...] = ()
    """What was decided by a rule, one sentence each."""


@dataclass(slots=True)
class _Round:
    """One attempt: where both stand and what becomes of it."""

    mine: str
    theirs: str
    refs: dict[str, str]
    tags: TagPlan
    result: str = ""
    plan: Plan = field(default_factory=Plan)


def sync(
    workspace: Workspace,
    history: History,
    *,
    address: str = "",
    heard: Callable[[str], None] = lambda words: None,
) -> Synced:
    """Share: fetch, merge, send.

    `address` names the shared place where there is none yet. `heard` is told in words how far
    it is, and often with an empty text; what it raises stops the work, with everything here as
    it was. Raises WorkflowError in one sentence where sharing is not possible now.
    """
    branch = history.branch()
    history.check_idle()
    place = name_place(history, address) if address else find_place(history)
    if place is None:
        raise WorkflowError("history.errors.no_place")
    try:
        if (history.common_dir / "shallow").exists():
            raise WorkflowError("history.errors.shallow")
        check_contact(history)
        with file_lock(private_folder(history) / "sync", _PATIENCE) as lock:
            _remove_own_locks(history)
            return _Sync(workspace, history, place, branch, heard, lock).run()
    except BaseException:
        if address:
            forget_place(history, place)
        raise


class _Sync:
    """One sharing, from the first question to the last answer."""

    def __init__(
        self,
        workspace: Workspace,
        history: History,
        place: Place,
        branch: str,
        heard: Callable[[str], None],
        lock: int,
    ) -> None:
        self.workspace, self.history, self.place = workspace, history, place
        self.branch, self.heard, self.lock = branch, heard, lock
        self.before = ""
        self.shared_before = ""
        self.asked: list[str] = []
        self.notices: list[str] = []

    def run(self) -> Synced:
        for attempt in range(TRIES):
            if attempt:
                self.wait(attempt)
            current = self.look(first=attempt == 0)
            last = attempt == TRIES - 1
            if self.settle(current, last=last):
                break
        else:
            current = self.look(first=False)
        note_asked(self.history, datetime.now(UTC))
        return self.report(current)

    def wait(self, attempt: int) -> None:
        """A while that grows and is never the same for two."""
        longest = min(_LONGEST_WAIT, _FIRST_WAIT * 1.8**attempt)
        end = time.monotonic() + random.uniform(longest / 4, longest)
        while time.monotonic() < end:
            self.heard(say("history.sync.waiting"))
            time.sleep(min(0.05, max(0.0, end - time.monotonic())))

    def look(self, *, first: bool) -> _Round:
        """Fetch, and see where both stand."""
        self.heard(say("history.sync.fetching"))
        there = fetch(self.history, self.place, self.progress, self.lock)
        refs = _refs(self.history, self.branch, self.place.tracking)
        mine, known = refs.get(self.branch, ""), refs.get(SHARED, "")
        theirs = refs.get(FETCHED, "") if there else ""
        if known and known != theirs and not (theirs and self.contains(theirs, known)):
            raise WorkflowError("history.errors.rewritten", where=self.place.shown)
        if first:
            self.before, self.shared_before = mine, theirs
        return _Round(mine, theirs, refs, plan_tags(refs))

    def progress(self, words: str) -> None:
        """Pass on what git says about how far it is."""
        percent = words.rpartition("%")[0].rpartition(" ")[2]
        self.heard(f"{percent}%" if percent.isdecimal() else "")

    def contains(self, commit: str, older: str) -> bool:
        return self.history.git(["merge-base", "--is-ancestor", older, commit]).code == 0

    def settle(self, current: _Round, *, last: bool) -> bool:
        """Merge, send and let in; False where somebody else was first."""
        history = self.history
        if not current.mine and not current.theirs:
            raise WorkflowError("history.errors.nothing_to_share")
        self.merge(current)
        if current.result != current.mine:
            check_ready(history, current.mine, current.result)
        sending = current.result if current.result != current.theirs else ""
        accepted = True
        if sending or current.tags.to_send:
            self.heard(say("history.sync.sending"))
            tags = dict(current.tags.to_send)
            sent = send(history, self.place, sending, tags, self.progress, self.lock)
            accepted = sent.accepted
            if accepted and not current.theirs:
                name_branch(history, self.place)
            old = (lock_age(sent.locked) or 0) > _HELD_FOR_LONG if sent.locked else False
            if sent.locked and (last or old):
                raise held_up(self.place, sent.locked)
        if not accepted and not last:
            return False
        return self.let_in(current, accepted=accepted)

    def merge(self, current: _Round) -> None:
        """What both become: one of them, or a merge commit that no branch has yet."""
        mine, theirs = current.mine, current.theirs
        if not theirs or mine == theirs:
            current.result = mine
            return
        if not mine:
            current.result = theirs
            return
        found = self.history.git(["merge-base", "--all", "--end-of-options", mine, theirs])
        bases = sorted(found.text.split())
        if found.code or not bases:
            raise WorkflowError("history.errors.unrelated", where=self.place.shown)
        base = bases[0]
        if base in (mine, theirs):
            current.result = theirs if base == mine else mine
            return
        self.heard(say("history.sync.merging"))
        language = self.workspace.language_of()
        current.plan = plan_merge(self.history, bases, mine, theirs, language)
        message = self.message(base, theirs, current.plan, language)
        made = commit_merge(self.history, current.plan, mine, theirs, message, self.lock)
        current.result = sign(self.history, made, self.lock)

    def message(self, base: str, theirs: str, plan: Plan, language: str) -> bytes:
        """Whose work came together, and by which rules."""
        result = self.history.git(
            ["log", "--no-merges", "--format=%an", "--end-of-options", theirs, f"^{base}", "--"]
        )
        names = list(dict.fromkeys(name for name in result.text.split("\n") if name))
        shown = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
        words = say_in(language, "history.subject.merged", who=shown or "–")
        body = "\n".join(plan.notices)
        return Message(words, body, [("Action", "sync")]).render()

    def let_in(self, current: _Round, *, accepted: bool) -> bool:
        """Move the branch and let the files follow; False where somebody saved meanwhile."""
        from workflow.history.recovery import finish

        history = self.history
        shared = current.result if accepted else current.theirs
        refs = {SHARED: shared, self.place.tracking: shared} if shared else {}
        known = {name: current.refs.get(name, "") for name in refs}
        if current.result == current.mine and known == refs and not current.tags.updates:
            return True
        with only_one(history) as lock:
            finish(history, lock)
            history.check_idle()
            if history.branch() != self.branch:
                raise WorkflowError("history.errors.detached")
            try:
                left = advance(history, self.branch, current.mine, current.result, refs, lock)
            except BranchMoved:
                return False
            move_tags(history, current.tags, lock)
        self.asked += current.plan.asked
        self.notices += current.tags.notices
        self.notices += current.plan.notices
        self.notices += [say("history.sync.left", path=path) for path in left]
        return True

    def report(self, current: _Round) -> Synced:
        """What happened, in words."""
        history, quiet = self.history, current.mine == current.theirs == self.before
        if quiet and current.theirs == self.shared_before and not self.notices:
            return Synced(self.place.shown, open=open_proposals(history, current.mine))
        refs = _refs(history, self.branch, self.place.tracking)
        tip, shared = refs.get(self.branch, ""), refs.get(SHARED, "")
        incoming = _between(history, current.theirs, self.before) if current.theirs else ()
        outgoing = _between(history, shared, self.shared_before) if shared else ()
        known = {revision.commit for revision in incoming}
        outgoing = tuple(revision for revision in outgoing if revision.commit not in known)
        left = 0 if tip == shared else unshared(history, self.place.tracking)
        return Synced(
            self.place.shown,
            incoming,
            outgoing,
            left,
            tuple(dict.fromkeys(self.asked)),
            open_proposals(history, tip),
            tuple(dict.fromkeys(self.notices)),
        )


def _refs(history: History, branch: str, tracking: str) -> dict[str, str]:
    """Everything that sharing looks at, by name; one process for all."""
    found = history.git(
        ["for-each-ref", "--format=%(objectname) %(refname)", branch, tracking, FETCHED, SHARED,
         TAGS, FETCHED_TAGS],
        check=True,
    )  # fmt: skip
    lines = (line.partition(" ") for line in found.text.splitlines())
    return {name: commit for commit, _, name in lines}


def _between(history: History, new: str, old: str) -> tuple[Revision, ...]:
    """What is in one state and not in another, merges left out."""
    return log(history, limit=500, since=old, until=new, merges=False) if new != old else ()


def _remove_own_locks(history: History) -> None:
    """Locks on refs that only sharing uses: whoever has our lock knows that they are dead."""
    folder = history.common_dir / "refs" / "workflow"
    for path in folder.rglob("*.lock"):
        with suppress(OSError):
            path.unlink()
