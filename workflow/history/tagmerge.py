"""Briefings that were sent, recorded on two sides: every one is kept, each under its number.

A number that two people gave goes to the one that was shared first; the other gets the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workflow.history.committing import DURABLE
from workflow.history.contact import FETCHED_TAGS, TAGS
from workflow.history.repository import History
from workflow.history.words import git_error
from workflow.languages import say

_ABSENT = "0" * 40


@dataclass(frozen=True, slots=True)
class TagPlan:
    """What becomes of the records."""

    updates: tuple[tuple[str, str, str], ...] = ()
    """Refs that change here: name, what it becomes, what it was (or zeros)."""
    to_send: tuple[tuple[str, str], ...] = ()
    """Records that only this folder has: ref and object."""
    notices: tuple[str, ...] = ()
    """A sentence for each of mine that gets another number."""


def plan_tags(refs: Mapping[str, str]) -> TagPlan:
    """Work out which records move; `refs` holds those here and as they were fetched."""
    shared = {
        TAGS + name.removeprefix(FETCHED_TAGS): commit
        for name, commit in refs.items()
        if name.startswith(FETCHED_TAGS)
    }
    own = {name: commit for name, commit in refs.items() if name.startswith(TAGS)}
    if own == shared:
        return TagPlan()
    updates, notices = [], []
    left = {name: commit for name, commit in own.items() if name not in shared}
    taken = {*shared, *own}
    for name, commit in sorted(shared.items()):
        mine = own.get(name)
        if mine == commit:
            continue
        updates.append((name, commit, mine or _ABSENT))
        if mine is not None and mine not in shared.values():
            new = _next(name, taken)
            taken.add(new)
            left[new] = mine
            updates.append((new, mine, _ABSENT))
            old = name.rpartition("/")[2]
            notices.append(say("history.sync.briefing", old=old, new=new.rpartition("/")[2]))
    return TagPlan(tuple(updates), tuple(left.items()), tuple(notices))


def move_tags(history: History, plan: TagPlan, lock: int) -> None:
    """Let the records here become what was planned."""
    if not plan.updates:
        return
    lines = "".join(f"update {name}\0{new}\0{old}\0" for name, new, old in plan.updates)
    result = history.git(
        ["update-ref", "-z", "--stdin"], send=lines.encode(), settings=DURABLE, keep_open=lock
    )
    if result.code:
        raise git_error(result.errors, history.root)


def _next(name: str, taken: set[str]) -> str:
    """The first free number behind this one."""
    folder, _, number = name.rpartition("/")
    n = int(number) + 1 if number.isdecimal() else 1
    while f"{folder}/{n}" in taken:
        n += 1
    return f"{folder}/{n}"
