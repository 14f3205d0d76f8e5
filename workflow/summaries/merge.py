"""Two versions of one summary become one. Pure: no files, no git.

Rules, for every field and every entry (sentence, position, remark, …) apart:

- changed on one side: the change is taken; added on one side: it is added; moved on one side:
  it stands where it was moved to;
- changed on both sides alike: taken once;
- changed on both sides differently, changed here and deleted there, or written by both in nearly
  the same words: the shared version (`theirs`) stays, and mine comes back as a proposal that a
  person decides on;
- whether a remark is resolved or a commitment kept is merged apart from its words;
- topics are a set: what either side added is in, what either side took out is out;
- of two claims, two hands, two deadlines or two digests of the source the shared one stays,
  without a question;
- open proposals are a set: what either side added waits, what either side decided is decided;
- a text that is not exactly one that was in review or approved is a draft again; remarks and
  what else is about the work and not the text do not count for that.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from workflow.summaries.merge_entries import Proposal, merge_entries
from workflow.summaries.model import STATUSES, Summary

__all__ = ["FIELDS", "LISTS", "Merged", "Proposal", "apply_proposal", "merge_summaries", "text_of"]

_Member = TypeVar("_Member")

FIELDS = ("title", "assigned", "reviewer", "deadline", "source")
"""Fields of one value."""
QUIET = ("assigned", "reviewer", "deadline", "source")
"""Fields of which nobody is asked which version they want."""
LISTS = (
    "sentences",
    "positions",
    "rejected",
    "next_steps",
    "commitments",
    "remarks",
    "dismissals",
    "other",
    "extra",
    "unread",
)
"""Fields of entries."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged summary and what is left to decide."""

    summary: Summary
    proposals: tuple[Proposal, ...] = ()


def merge_summaries(base: Summary, mine: Summary, theirs: Summary) -> Merged:
    """Merge two versions that started from `base`; deterministic, never loses a side."""
    if mine in (base, theirs):
        return Merged(theirs)
    if theirs == base:
        return Merged(mine)
    merged = _in_this_order(base, mine, theirs)
    if merged.proposals or merged.summary.status in ("open", "draft"):
        return merged
    # Where the order of lines depends on the order of the sides, nobody has judged that order.
    other = _in_this_order(base, theirs, mine).summary
    status = min(merged.summary.status, other.status, key=STATUSES.index)
    return replace(merged, summary=merged.summary.with_status(status))


def _in_this_order(base: Summary, mine: Summary, theirs: Summary) -> Merged:
    proposals: list[Proposal] = []
    values: dict[str, Any] = {}
    for name in FIELDS:
        values[name] = _merge_value(name, base, mine, theirs, proposals)
    for name in LISTS:
        versions = (getattr(base, name), getattr(mine, name), getattr(theirs, name))
        entries, open_ = merge_entries(name, *versions)
        if name == "extra" and (open_ or not _is_toml(entries)):
            entries, open_ = versions[2], (Proposal(name, *versions),)
        values[name] = entries
        proposals += open_
    side = mine if _claim(theirs) == _claim(base) else theirs
    values["claim"], values["claimed"] = _claim(side)
    values["topics"] = _merge_set(base.topics, mine.topics, theirs.topics)
    versions = (base.proposals, mine.proposals, theirs.proposals)
    values["proposals"] = _merge_set(*versions, key=repr)
    merged = replace(theirs, **values)
    return Merged(_with_status(merged, base, mine, theirs), tuple(proposals))


def _merge_value(
    name: str, base: Summary, mine: Summary, theirs: Summary, proposals: list[Proposal]
) -> Any:
    b, m, t = getattr(base, name), getattr(mine, name), getattr(theirs, name)
    if m in (b, t):
        return t
    if t == b:
        return m
    if name not in QUIET:
        proposals.append(Proposal(name, b, m, t))
    return t


def _claim(summary: Summary) -> tuple[str, str]:
    return summary.claim, summary.claimed


def _merge_set(
    base: tuple[_Member, ...],
    mine: tuple[_Member, ...],
    theirs: tuple[_Member, ...],
    key: Callable[[_Member], Any] | None = None,
) -> tuple[_Member, ...]:
    gone = (set(base) - set(mine)) | (set(base) - set(theirs))
    added = sorted((set(mine) | set(theirs)) - set(base), key=key or str)
    return tuple(member for member in base if member not in gone) + tuple(added)


def _is_toml(lines: tuple[str, ...]) -> bool:
    """Whether lines of front matter can stand together: both sides may add the same key."""
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def text_of(summary: Summary) -> Summary:
    """What was judged: the words, apart from everything that is about the work on them."""
    return Summary(
        summary.title,
        summary.language,
        status="",
        sentences=summary.sentences,
        positions=summary.positions,
        rejected=summary.rejected,
        next_steps=summary.next_steps,
        commitments=summary.commitments,
        other=summary.other,
        extra=summary.extra,
        unread=summary.unread,
    )


def _with_status(merged: Summary, base: Summary, mine: Summary, theirs: Summary) -> Summary:
    """A state counts for the text that was in it, and for no other."""
    text = text_of(merged)
    sides = [side for side in (mine, theirs) if text_of(side) == text]
    changed = [side.status for side in sides if side.status != base.status]
    states = changed or [side.status for side in sides] or ["open"]
    status = min(states, key=STATUSES.index)
    if status == "open" and not merged.is_empty:
        status = "draft"
    return replace(merged, status=status)


# What a person decides


def apply_proposal(summary: Summary, proposal: Proposal, choice: str) -> Summary:
    """The summary after a person chose `mine`, `theirs` or `both`.

    `theirs` is what stands there, so nothing changes. Where somebody changed the shared version
    again in the meantime, mine is put beside it and replaces nothing. Raises ValueError where
    both cannot stand side by side, as with a title.
    """
    if choice == "theirs":
        return summary
    value = getattr(summary, proposal.field)
    if proposal.field == "extra":
        value = proposal.mine if choice == "mine" else _joint(proposal)
        return replace(summary, extra=value)
    if not isinstance(value, tuple):
        if choice == "both":
            raise ValueError(proposal.field)
        return _replaced(summary, proposal.field, proposal.mine)
    entries = list(value)
    if proposal.theirs in entries:
        place = entries.index(proposal.theirs)
        if choice == "both":
            place += 1
        mine = [] if proposal.mine is None else [proposal.mine]
        entries[place : place + (choice == "mine")] = mine
    elif proposal.mine is not None and proposal.mine not in entries:
        entries.insert(max(0, min(proposal.place, len(entries))), proposal.mine)
    return _replaced(summary, proposal.field, tuple(entries))


def _joint(proposal: Proposal) -> tuple[str, ...]:
    joint = (*proposal.theirs, *(line for line in proposal.mine if line not in proposal.theirs))
    if not _is_toml(joint):
        raise ValueError(proposal.field)
    return joint


def _replaced(summary: Summary, field: str, value: Any) -> Summary:
    values: dict[str, Any] = {field: value}
    return replace(summary, **values)
