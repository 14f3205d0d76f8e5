"""Two versions of one summary become one. Pure: no files, no git.

Rules, for every field and every entry (sentence, position, remark, …) apart:

- changed on one side: the change is taken; added on one side: it is added;
- changed on both sides alike: taken once;
- changed on both sides differently, or changed here and deleted there: the shared version
  (`theirs`) stays, and mine comes back as a proposal that a person decides on;
- topics are a set: what either side added is in, what either side took out is out;
- a text that is not exactly one that was in review or approved is a draft again.
"""

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from workflow.summaries.model import STATUSES, Summary

ALIKE = 0.5
"""Share of words from which two entries are versions of the same one."""

FIELDS = ("title", "claim", "source")
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


@dataclass(frozen=True, slots=True)
class Proposal:
    """What both sides changed differently: the shared version stands, mine waits."""

    field: str
    """Name of the field of `Summary`."""
    base: Any
    """The value or entry that both started from; None where both added."""
    mine: Any
    """My version; None where I deleted it."""
    theirs: Any
    """The shared version, which stands in the text; None where it was deleted."""


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
    proposals: list[Proposal] = []
    values: dict[str, Any] = {}
    for name in FIELDS:
        values[name] = _merge_value(name, base, mine, theirs, proposals)
    for name in LISTS:
        versions = (getattr(base, name), getattr(mine, name), getattr(theirs, name))
        values[name] = _merge_entries(name, *versions, proposals)
    values["topics"] = _merge_set(base.topics, mine.topics, theirs.topics)
    merged = replace(theirs, **values)
    return Merged(_with_status(merged, base, mine, theirs), tuple(proposals))


def _merge_value(
    name: str, base: Summary, mine: Summary, theirs: Summary, proposals: list[Proposal]
) -> Any:
    b, m, t = getattr(base, name), getattr(mine, name), getattr(theirs, name)
    if m in (b, t):
        return t
    if t != b:
        proposals.append(Proposal(name, b, m, t))
        return t
    return m


def _merge_set(
    base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    gone = (set(base) - set(mine)) | (set(base) - set(theirs))
    added = sorted((set(mine) | set(theirs)) - set(base))
    return tuple(topic for topic in base if topic not in gone) + tuple(added)


def _with_status(merged: Summary, base: Summary, mine: Summary, theirs: Summary) -> Summary:
    """A state counts for the text that was in it, and for no other."""
    text = replace(merged, status="", claim="")
    sides = [side for side in (mine, theirs) if replace(side, status="", claim="") == text]
    changed = [side.status for side in sides if side.status != base.status]
    states = changed or [side.status for side in sides] or ["open"]
    status = min(states, key=STATUSES.index)
    if status == "open" and not merged.is_empty:
        status = "draft"
    return replace(merged, status=status)


def _words(entry: Any) -> list[str]:
    """The words of an entry, whatever its kind."""
    if isinstance(entry, str):
        return entry.split()
    if isinstance(entry, tuple):
        return " ".join(map(str, entry)).split()
    text = getattr(entry, "text", None) or getattr(entry, "heading", None)
    return str(text or getattr(entry, "reason", "")).split()


def _alike(a: Any, b: Any) -> bool:
    if getattr(a, "actor", "") != getattr(b, "actor", ""):
        return False
    ratio = SequenceMatcher(None, _words(a), _words(b), autojunk=False).ratio()
    return ratio >= ALIKE


@dataclass(frozen=True, slots=True)
class _Edits:
    """What a side did with the entries of the base."""

    now: dict[int, Any]
    """By place in the base: the entry as it is now, or None where it was deleted."""
    added: dict[int, tuple[Any, ...]]
    """By gap in the base (0 is before the first entry): what was added there."""


def _edits(base: tuple[Any, ...], side: tuple[Any, ...]) -> _Edits:
    now: dict[int, Any] = {}
    added: dict[int, tuple[Any, ...]] = {}
    codes = SequenceMatcher(None, _hashable(base), _hashable(side), autojunk=False).get_opcodes()
    for kind, i1, i2, j1, j2 in codes:
        if kind == "equal":
            now |= {i: base[i] for i in range(i1, i2)}
            continue
        gap, j = i1, j1
        for i in range(i1, i2):
            found = next((k for k in range(j, j2) if _alike(base[i], side[k])), None)
            if found is None:
                now[i] = None
                continue
            added[gap] = added.get(gap, ()) + side[j:found]
            now[i] = side[found]
            gap, j = i + 1, found + 1
        # One entry for one entry is a rewrite, however different the words.
        if i2 - i1 == 1 and j2 - j1 == 1 and now[i1] is None and _same_actor(base[i1], side[j1]):
            now[i1], j = side[j1], j2
        added[gap] = added.get(gap, ()) + side[j:j2]
    return _Edits(now, added)


def _same_actor(a: Any, b: Any) -> bool:
    return bool(getattr(a, "actor", "") == getattr(b, "actor", ""))


def _hashable(entries: tuple[Any, ...]) -> list[str]:
    return [repr(entry) for entry in entries]


def _merge_entries(
    name: str,
    base: tuple[Any, ...],
    mine: tuple[Any, ...],
    theirs: tuple[Any, ...],
    proposals: list[Proposal],
) -> tuple[Any, ...]:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    ours, shared = _edits(base, mine), _edits(base, theirs)
    result: list[Any] = []

    def add(gap: int) -> None:
        first = shared.added.get(gap, ())
        result.extend(first)
        result.extend(entry for entry in ours.added.get(gap, ()) if entry not in first)

    for i, entry in enumerate(base):
        add(i)
        m, t = ours.now[i], shared.now[i]
        if m not in (entry, t) and t != entry:
            proposals.append(Proposal(name, entry, m, t))
        chosen = m if t == entry else t
        if chosen is not None:
            result.append(chosen)
    add(len(base))
    return tuple(result)
