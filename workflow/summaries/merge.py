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
- of two claims or two digests of the source the shared one stays, without a question;
- a text that is not exactly one that was in review or approved is a draft again.
"""

import tomllib
from dataclasses import dataclass, replace
from typing import Any

from workflow.summaries.merge_entries import Proposal, merge_entries
from workflow.summaries.model import STATUSES, Summary

__all__ = ["FIELDS", "LISTS", "Merged", "Proposal", "apply_proposal", "merge_summaries", "text_of"]

FIELDS = ("title", "claim", "source")
"""Fields of one value."""
QUIET = ("claim", "source")
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
    values["topics"] = _merge_set(base.topics, mine.topics, theirs.topics)
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


def _merge_set(
    base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    gone = (set(base) - set(mine)) | (set(base) - set(theirs))
    added = sorted((set(mine) | set(theirs)) - set(base))
    return tuple(topic for topic in base if topic not in gone) + tuple(added)


def _is_toml(lines: tuple[str, ...]) -> bool:
    """Whether lines of front matter can stand together: both sides may add the same key."""
    try:
        tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def text_of(summary: Summary) -> Summary:
    """What was judged, apart from the state of the work: no status, claim or topics."""
    return replace(summary, status="", claim="", topics=())


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
