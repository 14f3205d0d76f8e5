"""One topic over all meetings: what each actor said, when first, when last, and when not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workflow.comparison.asjson import stand_json
from workflow.comparison.chain import Member, topic_chain
from workflow.comparison.compare import position_changes
from workflow.comparison.fitting import Likeness
from workflow.comparison.kinds import rank
from workflow.comparison.model import KINDS, ItemRef, MeetingSide, PositionChange, Stand
from workflow.comparison.stands import SUGGESTION, SUMMARY, has_sides
from workflow.comparison.statements import stands
from workflow.positions.actors import actor_rank
from workflow.positions.model import family_of
from workflow.summaries.model import Meeting
from workflow.summaries.topics import Topics


@dataclass(frozen=True, slots=True)
class Column:
    """A meeting on the line."""

    meeting: Meeting
    items: tuple[ItemRef, ...]
    """The items on the topic; empty where the meeting did not discuss it."""
    link: str
    """`confirmed`, `suggested`, or `none` where it was not discussed."""
    source: str
    """`summary` or `suggestion`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor said at one meeting."""

    stands: tuple[Stand, ...] = ()
    """What `kind` is about stands first."""
    kind: str = ""
    """The weightiest change since the actor last spoke; `new` the first time, empty in silence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One actor over all meetings."""

    actor: str
    """The actor's family."""
    cells: tuple[Cell, ...]
    """One for each column."""
    first: str
    """Id of the meeting at which the actor first spoke on the topic."""
    last: str
    gaps: tuple[str, ...]
    """Meetings in between that discussed the topic while the actor kept silent."""

    @property
    def name(self) -> str:
        """The actor as the texts last wrote it; empty where they do not."""
        said = [stand for cell in self.cells for stand in cell.stands]
        return next((stand.name for stand in reversed(said) if stand.name), "")


@dataclass(frozen=True, slots=True)
class Timeline:
    """One topic over the meetings, the oldest first."""

    topic: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def timeline(
    sides: Iterable[MeetingSide],
    topic: str,
    *,
    topics: Topics | None = None,
    actor: str = "",
    own_government: str = "nederland",
) -> Timeline:
    """What each actor, or the given one, said on a topic at each meeting.

    `topic` is the id or title of a topic, or the slug or title of an item; where staff did not
    confirm a topic, items are chained by likeness and marked `suggested`. Meetings before the
    first and after the last discussion of the topic are left out, and those of councils that
    never discussed it. Raises WorkflowError where nothing is known under that name.
    """
    topics = topics or Topics()
    ordered = sorted(sides, key=lambda side: (side.day, side.meeting.id))
    chain = topic_chain(ordered, topic, topics)
    councils = {side.meeting.body for side in ordered if side.meeting.id in chain.members}
    ordered = [side for side in ordered if side.meeting.body in councils]
    known = [at for at, side in enumerate(ordered) if side.meeting.id in chain.members]
    ordered = ordered[known[0] : known[-1] + 1]
    columns = tuple(_column(side, chain.members.get(side.meeting.id, ())) for side in ordered)
    said = [
        _said(side, chain.members.get(side.meeting.id, ()), confirmed=column.source == SUMMARY)
        for side, column in zip(ordered, columns, strict=True)
    ]
    found = _as_found(ordered, chain.members, columns, said)
    wanted = family_of(actor)
    families = {stand.family for stands_of in said for stand in stands_of}
    likeness = Likeness([stand for stands_of in (*said, *found) for stand in stands_of])
    each_said, each_found = (list(map(_by_family, side)) for side in (said, found))
    rows = tuple(
        _row(name, columns, each_said, each_found, likeness)
        for name in sorted(families, key=lambda name: actor_rank(name, own_government))
        if not wanted or name == wanted
    )
    return Timeline(chain.topic, chain.title, columns, rows)


def _column(side: MeetingSide, members: Sequence[Member]) -> Column:
    """One meeting on the line, with what its items of the topic rest on."""
    written = bool(members) and all(has_sides(side, member.ref.slug) for member in members)
    links = {member.link for member in members}
    link = "confirmed" if links == {"confirmed"} else "suggested" if links else "none"
    return Column(
        side.meeting,
        tuple(member.ref for member in members),
        link,
        SUMMARY if written else SUGGESTION,
    )


def _said(side: MeetingSide, members: Sequence[Member], *, confirmed: bool) -> tuple[Stand, ...]:
    """What was said at one meeting on the items of the topic."""
    return tuple(
        stand
        for member in members
        for stand in stands(
            side,
            member.ref.slug,
            member.item,
            confirmed=confirmed,
            sentences=member.sentences,
            with_asides=True,
        )
    )


def _as_found(
    ordered: Sequence[MeetingSide],
    members: Mapping[str, Sequence[Member]],
    columns: Sequence[Column],
    said: Sequence[tuple[Stand, ...]],
) -> list[tuple[Stand, ...]]:
    """What the program found at each meeting, where some have a summary and others have none.

    Positions that staff confirmed are finer than what is found in a sentence: two meetings are
    compared by the same kind.
    """
    if len({column.source for column in columns}) == 1:
        return list(said)
    return [
        stands_of
        if column.source != SUMMARY
        else _said(side, members.get(side.meeting.id, ()), confirmed=False)
        for side, column, stands_of in zip(ordered, columns, said, strict=True)
    ]


Families = Mapping[str, Sequence[Stand]]
"""What was said at one meeting by the family of its actor, the largest groups first."""


def _by_family(stands_of: Iterable[Stand]) -> Families:
    found: dict[str, list[Stand]] = {}
    for stand in stands_of:
        found.setdefault(stand.family, []).append(stand)
    for own in found.values():
        own.sort(key=rank, reverse=True)
    return found


def _row(
    family: str,
    columns: Sequence[Column],
    said: Sequence[Families],
    found: Sequence[Families],
    likeness: Likeness,
) -> Row:
    """One actor over all meetings, each statement beside the last one before it."""
    cells: list[Cell] = []
    moved: dict[int, list[Stand]] = {}
    told: tuple[Stand, ...] = ()
    first = last = -1
    for at, families in enumerate(said):
        own = families.get(family, ())
        if not own:
            cells.append(Cell())
            continue
        before = said[last].get(family, ()) if last >= 0 else ()
        now = own
        if before and columns[last].source != columns[at].source:
            before = found[last].get(family, before)
            now = found[at].get(family, own)
        changes = position_changes(before, now, likeness)
        if last >= 0:
            # What the later meeting is compared with, unless a change before told otherwise.
            olders = [each.older for each in changes if each.older]
            leading, rest = (told, olders) if last > first else (olders, told)
            settled = {(each.slug, each.evidence) for each in leading}
            mine = [*leading, *(s for s in rest if (s.slug, s.evidence) not in settled)]
            cells[last] = replace(cells[last], stands=_shown(said[last].get(family, ()), mine))
        told = tuple(each.newer for each in changes if each.newer)
        kind = _weightiest(changes, first=not before)
        moved[at] = [each.newer for each in changes if each.newer and each.kind == kind]
        cells.append(Cell(_shown(own, told), kind))
        first, last = (at if first < 0 else first), at
    for at, leading in moved.items():
        if cells[at].kind not in ("reworded", "unchanged"):
            cells[at] = replace(cells[at], stands=_leading(cells[at].stands, leading))
    spoken = [at for at, cell in enumerate(cells) if cell.stands]
    return Row(
        actor=family,
        cells=tuple(cells),
        first=columns[spoken[0]].meeting.id,
        last=columns[spoken[-1]].meeting.id,
        gaps=tuple(
            columns[at].meeting.id
            for at in range(spoken[0], spoken[-1])
            if columns[at].items and not cells[at].stands
        ),
    )


def _shown(own: Sequence[Stand], told: Iterable[Stand]) -> tuple[Stand, ...]:
    """The statements, each with the stances of its sentence that a comparison tells by."""
    by: dict[tuple[str, tuple[int, ...]], dict[str, Stand]] = {}
    for stand in told:
        by.setdefault((stand.slug, stand.evidence), {}).setdefault(stand.stance, stand)
    shown: list[Stand] = []
    for stand in own:
        if not stand.aside:
            telling = by.get((stand.slug, stand.evidence), {})
            asides = [each for each in telling.values() if each.aside]
            shown += [stand] if stand.stance in telling or not asides else []
            shown += [each for each in asides if each.stance != stand.stance]
    return tuple(shown)


def _leading(own: Sequence[Stand], leading: Sequence[Stand]) -> tuple[Stand, ...]:
    """The statements, those that rest on the sentences of `leading` first."""
    places = {(stand.slug, number) for stand in leading for number in stand.evidence}

    def follows(stand: Stand) -> bool:
        return places.isdisjoint((stand.slug, number) for number in stand.evidence)

    return tuple(sorted(own, key=follows))


def _weightiest(changes: Sequence[PositionChange], *, first: bool) -> str:
    """The kind that matters most of what is said now, as a comparison tells it.

    `new` at the first time. Where only thanks or explanations are new, what was said before is
    gone, or else it is no more than other words.
    """
    told = [each.kind for each in changes if each.newer]
    if told or first:
        return min(told, key=KINDS.index, default="new")
    return "dropped" if any(each.kind == "dropped" for each in changes) else "reworded"


def timeline_json(line: Timeline) -> dict[str, Any]:
    """The timeline in the schema `positiontimeline/1`."""
    return {
        "schema": "positiontimeline/1",
        "topic": line.topic,
        "title": line.title,
        "meetings": [
            {
                "meeting": column.meeting.id,
                "items": [ref.label for ref in column.items],
                "link": column.link,
                "source": column.source,
            }
            for column in line.columns
        ],
        "actors": [_row_json(row, line.columns) for row in line.rows],
    }


def _row_json(row: Row, columns: Sequence[Column]) -> Mapping[str, Any]:
    """One actor's row as a JSON object, without the meetings at which nothing was said."""
    return {
        "actor": row.actor,
        "first": row.first,
        "last": row.last,
        "gaps": list(row.gaps),
        "cells": [
            {
                "meeting": column.meeting.id,
                "kind": cell.kind,
                "positions": [stand_json(stand) for stand in cell.stands],
            }
            for column, cell in zip(columns, row.cells, strict=True)
            if cell.stands
        ],
    }
