"""Three versions of one list become one: what moved, what changed, what was added. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import Any

ALIKE = 0.5
"""Share of words from which two entries are versions of the same one."""
_WRITTEN = ("sentences", "positions", "next_steps", "commitments")
"""Lists in which two new entries of nearly the same words are one thing said twice."""
_APART = ("resolved", "discharged", "evidence")
"""What of an entry is merged apart from its words."""

Entries = tuple[Any, ...]


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
    place: int = 0
    """Where mine would stand in the merged list."""


@dataclass(slots=True)
class _Node:
    """A place in a list: an entry of the base, whatever became of it, or an added one."""

    index: int | None
    """Which entry of the base it is; None for an added one."""
    entry: Any
    """The entry as it is now; None where it was deleted."""


def merge_entries(
    name: str, base: Entries, mine: Entries, theirs: Entries
) -> tuple[Entries, tuple[Proposal, ...]]:
    """Merge two versions of the list called `name`; gives the list and what is left to decide."""
    if mine in (base, theirs):
        return theirs, ()
    if theirs == base:
        return mine, ()
    ours, shared = _follow(base, mine), _follow(base, theirs)
    same, pairs = _added_twice(ours, shared, ask=name in _WRITTEN)
    if _moved(ours) and not _moved(shared):
        frame = [same.get(id(node), node) for node in ours]
        nodes = _joined(frame, shared, {id(node): node for node in same.values()}, last=False)
    else:
        nodes = _joined(shared, ours, same, last=True)
    before = {node.index: node.entry for node in ours if node.index is not None}
    after = {node.index: node.entry for node in shared if node.index is not None}
    result: list[Any] = []
    by_base: dict[int, Proposal] = {}
    by_pair: list[Proposal] = []
    for node in nodes:
        place = len(result)
        if node.index is None:
            result.append(node.entry)
            mine_too = pairs.get(id(node))
            if mine_too is not None:
                by_pair.append(Proposal(name, None, mine_too.entry, node.entry, place + 1))
            continue
        entry, m, t = base[node.index], before[node.index], after[node.index]
        chosen, asks = _chosen(entry, m, t)
        if asks:
            by_base[node.index] = Proposal(name, entry, m, t, place)
        if chosen is not None:
            result.append(chosen)
    by_pair.sort(key=lambda p: sorted((repr(p.mine), repr(p.theirs))))
    return tuple(result), (*(by_base[index] for index in sorted(by_base)), *by_pair)


def _chosen(entry: Any, mine: Any, theirs: Any) -> tuple[Any, bool]:
    """What one entry of the base becomes, and whether a person has to be asked."""
    if theirs == entry:
        return mine, False
    if mine in (entry, theirs):
        return theirs, False
    if mine is not None and theirs is not None:
        both = _by_field(entry, mine, theirs)
        if both is not None:
            return both, False
    return theirs, True


def _by_field(entry: Any, mine: Any, theirs: Any) -> Any:
    """Words of one side with the state or the evidence of the other.

    None where both changed the same of these.
    """
    if not is_dataclass(entry):
        return None
    values: dict[str, Any] = {}
    words = [field.name for field in fields(entry) if field.name not in _APART]
    for names in (words, *([name] for name in _APART if hasattr(entry, name))):
        b, m, t = ([getattr(side, name) for name in names] for side in (entry, mine, theirs))
        if m not in (b, t) and t != b:
            return None
        values |= dict(zip(names, m if t == b else t, strict=True))
    return replace(theirs, **values)


# What a side did with the base


def _follow(base: Entries, side: Entries) -> list[_Node]:
    """The side's list, each entry with what it was; deleted ones stand where they stood."""
    now = _matched(base, side)
    was = {place: index for index, place in now.items()}
    nodes = [_Node(was.get(place), entry) for place, entry in enumerate(side)]
    for index in range(len(base)):
        if index not in now:
            at = next((n + 1 for n, node in enumerate(nodes) if node.index == index - 1), 0)
            nodes.insert(at if index else 0, _Node(index, None))
    return nodes


def _matched(base: Entries, side: Entries) -> dict[int, int]:
    """Which entry of the base stands where now."""
    found: dict[int, int] = {}
    before, after = [repr(entry) for entry in base], [repr(entry) for entry in side]
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, i1, i2, j1, _ in codes:
        if kind == "equal":
            found |= {i: j1 + i - i1 for i in range(i1, i2)}
    taken = set(found.values())
    for i, words in enumerate(before):
        if i not in found:
            place = next((j for j, o in enumerate(after) if o == words and j not in taken), None)
            if place is not None:
                found[i] = place
                taken.add(place)
    for kind, i1, i2, j1, j2 in codes:
        if kind == "replace":
            _match_changed(base, side, range(i1, i2), range(j1, j2), found, taken)
    return found


def _match_changed(
    base: Entries, side: Entries, old: range, new: range, found: dict[int, int], taken: set[int]
) -> None:
    """In one place of the list: what was reworded, in order."""
    left = [i for i in old if i not in found]
    free = [j for j in new if j not in taken]
    at = 0
    for i in left:
        place = next((j for j in free[at:] if _share(base[i], side[j]) >= ALIKE), None)
        if place is not None:
            found[i] = place
            taken.add(place)
            at = free.index(place) + 1
    # One entry for one entry is a rewrite, however different the words.
    if len(left) == len(free) == 1 and left[0] not in found and _same_kind(base, side, left, free):
        found[left[0]] = free[0]
        taken.add(free[0])


def _same_kind(base: Entries, side: Entries, left: Sequence[int], free: Sequence[int]) -> bool:
    return _actor(base[left[0]]) == _actor(side[free[0]])


def _actor(entry: Any) -> str:
    return str(getattr(entry, "actor", ""))


def _words(entry: Any) -> list[str]:
    """The words of an entry, whatever its kind."""
    if isinstance(entry, str):
        return entry.split()
    if isinstance(entry, tuple):
        return " ".join(map(str, entry)).split()
    text = getattr(entry, "text", None) or getattr(entry, "heading", None)
    return str(text or getattr(entry, "reason", "")).split()


def _share(a: Any, b: Any) -> float:
    """Share of words that two entries have in common, the same in both directions."""
    if _actor(a) != _actor(b):
        return 0.0
    ours, others = Counter(_words(a)), Counter(_words(b))
    size = ours.total() + others.total()
    return 2 * (ours & others).total() / size if size else 1.0


def _moved(nodes: list[_Node]) -> bool:
    """Whether the side changed the order of what it kept."""
    order = [node.index for node in nodes if node.index is not None and node.entry is not None]
    return order != sorted(order)


# Both sides together


def _added_twice(
    ours: list[_Node], shared: list[_Node], *, ask: bool
) -> tuple[dict[int, _Node], dict[int, _Node]]:
    """Entries that both added: by my node's id the shared one that stands for it.

    Second, by the shared node's id, mine where the words differ, if a person is to be asked.
    """
    mine = [node for node in ours if node.index is None]
    theirs = [node for node in shared if node.index is None]
    same: dict[int, _Node] = {}
    for node in mine:
        twin = next((t for t in theirs if t.entry == node.entry and not _held(t, same)), None)
        if twin is not None:
            same[id(node)] = twin
    pairs: dict[int, _Node] = {}
    if not ask:
        return same, pairs
    scores = [
        (-_share(a.entry, b.entry), i + j, abs(i - j), i, j)
        for i, a in enumerate(mine)
        for j, b in enumerate(theirs)
        if id(a) not in same and not _held(b, same)
    ]
    for score, _, _, i, j in sorted(scores):
        a, b = mine[i], theirs[j]
        if -score >= ALIKE and id(a) not in same and not _held(b, same):
            same[id(a)] = b
            pairs[id(b)] = a
    return same, pairs


def _held(node: _Node, same: dict[int, _Node]) -> bool:
    return any(other is node for other in same.values())


def _joined(
    frame: list[_Node], other: list[_Node], same: dict[int, _Node], *, last: bool
) -> list[_Node]:
    """The frame's list with what the other side added, behind what it stood behind there.

    `same` leads from the id of an added node of the other side to the frame's node that stands
    for it: what was added before such a node stays before it. `last`: other additions come
    behind the frame's own in the same place.
    """
    nodes = list(frame)
    by_index = {node.index: node for node in frame if node.index is not None}
    anchor: _Node | None = None
    for place, node in enumerate(other):
        if node.index is not None:
            anchor = by_index[node.index]
            continue
        if id(node) in same:
            anchor = same[id(node)]
            continue
        at = 0 if anchor is None else _place(nodes, anchor) + 1
        if last and (anchor is None or anchor.index is not None):
            stop = _next_twin(other[place + 1 :], same)
            while at < len(nodes) and nodes[at].index is None and nodes[at] is not stop:
                at += 1
        nodes.insert(at, node)
        anchor = node
    return nodes


def _place(nodes: list[_Node], wanted: _Node) -> int:
    return next(place for place, node in enumerate(nodes) if node is wanted)


def _next_twin(rest: list[_Node], same: dict[int, _Node]) -> _Node | None:
    """The first node of the frame that stands for one added further down in the same place."""
    for node in rest:
        if node.index is not None:
            return None
        if id(node) in same:
            return same[id(node)]
    return None
