"""Items of many meetings by the topic that they most likely belong to; none is confirmed by it."""

from collections.abc import Iterable, Sequence

from workflow.comparison.grouping import group_items
from workflow.comparison.model import MeetingSide
from workflow.comparison.scores import Unit
from workflow.summaries.topics import Topics

RECENT = 3
"""Meetings before one in which the items are looked for that its own go on with."""


def likely_topics(sides: Iterable[MeetingSide], topics: Topics) -> dict[str, str]:
    """By item, or confirmed topic, the name that all have that go on with one another.

    The name is the id of the confirmed topic among them, or the key of the latest item. Items
    are linked as a comparison of their meetings links them, each with the last meeting that
    has something on the subject.
    """
    families: dict[str, set[str]] = {}
    confirmed: set[str] = set()
    councils: dict[str, list[MeetingSide]] = {}
    for side in sides:
        councils.setdefault(side.meeting.body, []).append(side)
    for row in councils.values():
        row.sort(key=lambda side: (side.day, side.meeting.id))
        for at, newer in enumerate(row):
            linked: set[str] = set()
            for older in reversed(row[max(0, at - RECENT) : at]):
                for group in group_items(older, newer, topics):
                    units = (*group.older, *group.newer)
                    confirmed |= {unit.topic for unit in units if unit.topic}
                    names = [_name(unit) for unit in group.newer if _name(unit) not in linked]
                    if group.older and names:
                        _join(families, confirmed, [*map(_name, group.older), *names])
                        linked.update(names)
    return {name: _label(family, confirmed) for name, family in families.items()}


def _name(unit: Unit) -> str:
    return unit.topic or unit.candidate.key


def _join(families: dict[str, set[str]], confirmed: set[str], names: Sequence[str]) -> None:
    """Put the names in one family; two confirmed topics are never joined."""
    joined = set(names).union(*(families.get(name, ()) for name in names))
    if len(joined & confirmed) > 1:
        return
    for name in joined:
        families[name] = joined


def _label(family: set[str], confirmed: set[str]) -> str:
    """The confirmed topic of a family, or the key of its latest item."""
    return next(iter(family & confirmed), max(family))
