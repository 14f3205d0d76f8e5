"""The items of two meetings, grouped by topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.comparison.candidates import (
    LINKED_FROM,
    Candidate,
    are_related,
    candidates,
    likeness,
    reasons,
)
from workflow.comparison.model import MeetingSide
from workflow.comparison.recurring import Recurrence, Recurrences, weighed
from workflow.languages import say
from workflow.summaries.topics import Belonging, Topics

CLEAR_FROM = 0.25
"""Likeness from which two items are linked if nothing else comes close."""
CLEAR_BY = 0.06
"""How much better than any other pair of these items such a link has to be."""
ALONE_FROM = 0.16
"""Likeness from which two items are linked if everything else is far behind."""
ALONE_BY = 1.7
"""How many times as good as any other pair of these items such a link has to be."""
PART_BY = 3.0
"""How many times as good as any other partner the link of an item that was split off has to be."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An item, or the part of it that belongs to one topic."""

    candidate: Candidate
    belonging: Belonging | None = None

    @property
    def topic(self) -> str:
        """Id of the confirmed topic, or an empty string."""
        return self.belonging.topic if self.belonging else ""


@dataclass(frozen=True, slots=True)
class Group:
    """What both meetings have on one topic; one side may be empty."""

    older: tuple[Unit, ...]
    newer: tuple[Unit, ...]
    link: str = "none"
    score: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def topic(self) -> str:
        """Id of the confirmed topic, or the slug of the first item."""
        units = (*self.newer, *self.older)
        return next((unit.topic for unit in units if unit.topic), units[0].candidate.entry.slug)


def group_items(older: MeetingSide, newer: MeetingSide, topics: Topics) -> tuple[Group, ...]:
    """The items of both meetings by topic.

    In the order of the newer meeting, then what only the older one discussed. Links that a
    person confirmed come first; what is left is linked by likeness, except what was refused.
    """
    left, right = candidates([older, newer])
    if older.meeting.id == newer.meeting.id:
        groups = _by_name(left, right)
    else:
        before, after = _units(left), _units(right)
        groups = _by_topic(before, after)
        used = {id(unit) for group in groups for unit in (*group.older, *group.newer)}
        before = [unit for unit in before if id(unit) not in used]
        after = [unit for unit in after if id(unit) not in used]
        groups += _by_likeness(before, after, topics)
    place = {entry.key: at for at, entry in enumerate(right)}
    behind = {entry.key: len(place) + at for at, entry in enumerate(left)}
    return tuple(
        sorted(
            groups,
            key=lambda group: min(
                [place[unit.candidate.key] for unit in group.newer]
                or [behind[unit.candidate.key] for unit in group.older]
            ),
        )
    )


def _units(row: Iterable[Candidate]) -> list[Unit]:
    return [
        Unit(candidate, belonging)
        for candidate in row
        for belonging in (candidate.topics or (None,))
    ]


def _by_name(left: Sequence[Candidate], right: Sequence[Candidate]) -> list[Group]:
    """Two versions of one meeting: items keep their slugs."""
    old = {entry.entry.slug: Unit(entry) for entry in left}
    new = {entry.entry.slug: Unit(entry) for entry in right}
    reason = (say("comparison.link.same_item"),)
    return [
        Group((old[name],), (new[name],), "confirmed", 1.0, reason)
        if name in old and name in new
        else Group((old[name],) if name in old else (), (new[name],) if name in new else ())
        for name in dict.fromkeys((*new, *old))
    ]


def _by_topic(before: Sequence[Unit], after: Sequence[Unit]) -> list[Group]:
    """The topics that are confirmed on both sides."""
    names = dict.fromkeys(unit.topic for unit in after if unit.topic)
    groups = []
    for name in names:
        old = tuple(unit for unit in before if unit.topic == name)
        new = tuple(unit for unit in after if unit.topic == name)
        if old:
            reason = (say("comparison.link.confirmed"),)
            groups.append(Group(old, new, "confirmed", 1.0, reason))
    return groups


def _by_likeness(before: list[Unit], after: list[Unit], topics: Topics) -> list[Group]:
    """The rest, each item with its best partner; items without one stand alone."""
    found = _recurrences(before, after)
    scores = {
        (i, j): _score(old, new, topics, i, found[j])
        for i, old in enumerate(before)
        for j, new in enumerate(after)
    }
    order = sorted(scores, key=lambda pair: (-scores[pair], pair))
    groups: dict[int, Group] = {}
    of_older: dict[int, int] = {}
    for i, j in order:
        if i in of_older or j in groups or not _is_link(scores, i, j):
            continue
        old, new = before[i], after[j]
        weak = scores[i, j] < LINKED_FROM
        if weak and i not in found[j] and not are_related(old.candidate, new.candidate):
            continue
        here = found[j].get(i)
        why = reasons(old.candidate, new.candidate, here.sentences if here else 0)
        groups[j] = Group((old,), (new,), "suggested", scores[i, j], why)
        of_older[i] = j
    joined: set[int] = set()
    for i, j in order:
        if scores[i, j] < ALONE_FROM:
            break
        if i not in of_older and j in groups:
            others = [scores[i, b] for b in range(len(after)) if b != j]
            if i not in found[j] or not _belongs(scores[i, j], others):
                continue
            groups[j] = replace(groups[j], older=(*groups[j].older, before[i]))
            of_older[i] = j
        elif i in of_older and j not in groups and j not in joined:
            if not _belongs(scores[i, j], [scores[a, j] for a in range(len(before)) if a != i]):
                continue
            group = groups[of_older[i]]
            groups[of_older[i]] = replace(group, newer=(*group.newer, after[j]))
            joined.add(j)
    alone = [Group((unit,), ()) for i, unit in enumerate(before) if i not in of_older]
    alone += [
        Group((), (unit,)) for j, unit in enumerate(after) if j not in groups and j not in joined
    ]
    return [*groups.values(), *alone]


def _recurrences(before: Sequence[Unit], after: Sequence[Unit]) -> list[dict[int, Recurrence]]:
    """For each newer item, the older ones whose sentences come back in it, by their place."""
    row = [unit.candidate for unit in before]
    known = Recurrences(row, [unit.candidate for unit in after])
    return [{} if unit.candidate.generic else known.of(unit.candidate) for unit in after]


def _score(
    old: Unit, new: Unit, topics: Topics, place: int, found: Mapping[int, Recurrence]
) -> float:
    """Likeness of two items; negative for what a person put apart, so that it never links."""
    keys = old.candidate.key, new.candidate.key
    refused = (
        topics.is_refused(*keys)
        or (old.topic and topics.is_refused(keys[1], old.topic))
        or (new.topic and topics.is_refused(keys[0], new.topic))
    )
    score = likeness(old.candidate, new.candidate, by_text=True)
    if not old.candidate.generic:
        score = weighed(score, place, found)
    return -score if refused or (old.topic and new.topic) else score


def _belongs(score: float, others: Sequence[float]) -> bool:
    """Whether an item belongs to a pair that was found, as a part that was split off it.

    It does if it is as alike as a link, or like nothing else on the other side.
    """
    return score >= LINKED_FROM or score >= PART_BY * max(map(abs, others), default=0.0)


def _is_link(scores: dict[tuple[int, int], float], i: int, j: int) -> bool:
    """Whether a pair is alike enough, or alike and far ahead of any other."""
    score = scores[i, j]
    if score >= LINKED_FROM:
        return True
    if score < ALONE_FROM:
        return False
    rivals = (value for (a, b), value in scores.items() if (a == i or b == j) and (a, b) != (i, j))
    best = max(map(abs, rivals), default=0.0)
    if score >= CLEAR_FROM and score - best >= CLEAR_BY:
        return True
    return score >= ALONE_BY * best
