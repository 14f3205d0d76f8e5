"""From two wordings to one briefing with tracked changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from workflow.briefing.alignment import align
from workflow.briefing.changes import brief
from workflow.briefing.model import (
    Briefing,
    ChangeLine,
    CommitmentRow,
    ItemSection,
    Line,
    NextStepRow,
    PositionRow,
    Revision,
)
from workflow.languages import labels
from workflow.positions.model import STANCES, is_group

Mode = Literal["clean", "redline", "redline-changed"]
"""How changes are shown: described only, tracked, or tracked for actors that moved."""

WORDING = ("reworded", "unchanged")
"""Kinds of change in which the actor did not move."""

T = TypeVar("T")


# Against the earlier meeting


def track_meeting(
    briefing: Briefing,
    changes: Sequence[ChangeLine],
    revisions: Mapping[str, Revision],
    mode: Mode = "redline",
) -> Briefing:
    """The positions as revisions of those of the earlier meeting.

    `revisions` says by slug whose changes they are. With `redline-changed` only the actors
    that moved are tracked, not those that kept their stance in other words.
    """
    if mode == "clean":
        return briefing
    found = {}
    for item in briefing.items:
        lines = [c for c in changes if c.item == item.slug and c.kind != "unchanged"]
        if mode == "redline-changed":
            lines = [c for c in lines if c.kind not in WORDING and not c.style]
        if lines:
            rows = _tracked_rows(item, lines, revisions.get(item.slug), briefing.language)
            found[item.key] = replace(item, positions=rows)
    return briefing.with_items(found)


def _tracked_rows(
    item: ItemSection, changes: Sequence[ChangeLine], revision: Revision | None, language: str
) -> tuple[PositionRow, ...]:
    stances = labels(language, "common.stance")
    rows = list(item.positions)
    dropped = []
    for change in changes:
        was = change.older
        if change.suggested:
            was = brief(was)  # as long as the proposal beside it
        told = change.older_stances or (change.older_stance,)
        stance = ", ".join(stances.get(key, "") for key in sorted(told, key=_in_order))
        older = (change.older_actor or change.actor, stance, was)
        if not change.newer and not change.newer_stance:
            gone = change.actor_id, change.older_stance
            dropped.append(_dropped_row(older, gone, revision))
            continue
        at = _row_of(rows, change)
        if at is not None:
            before = ("", "", "") if change.kind == "new" else older
            rows[at] = _with_older(rows[at], before, revision)
    return (*rows, *dropped)


def _in_order(stance: str) -> int:
    return STANCES.index(stance) if stance in STANCES else len(STANCES)


def _row_of(rows: Sequence[PositionRow], change: ChangeLine) -> int | None:
    """The row that a change is about: the same actor, and where there are more the same text."""
    name = change.actor.casefold()
    own = [
        at
        for at, row in enumerate(rows)
        if row.actor.older is None
        and (
            row.actor_id == change.actor_id
            if change.actor_id
            else row.actor.text.casefold() == name
        )
    ]
    exact = [at for at in own if _says(rows[at].position.text, change.newer)]
    return next(iter(exact or own), None)


def _says(shown: str, text: str) -> bool:
    """Whether a cell shows the text, perhaps cut."""
    return shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))


def _with_older(
    row: PositionRow, older: tuple[str, str, str], revision: Revision | None
) -> PositionRow:
    actor, stance, position = (
        replace(cell, older=was, revision=revision)
        for cell, was in zip(row.cells, older, strict=True)
    )
    return replace(row, actor=actor, stance=stance, position=position)


def _dropped_row(
    older: tuple[str, str, str], gone: tuple[str, str], revision: Revision | None
) -> PositionRow:
    """A row that is no more; `gone` are the ids of its actor and its stance."""
    actor, words, position = (Line("", older=was, revision=revision) for was in older)
    return PositionRow(actor, words, position, actor_id=gone[0], stance_key=gone[1])


# Against an earlier version


def track_version(
    older: Briefing,
    newer: Briefing,
    revisions: Mapping[str, Revision],
    mode: Mode = "redline",
) -> Briefing:
    """Every text of the newer briefing as a revision of the same item in the older one.

    Items that had no text in the older version stay untracked. With `redline-changed` only
    positions are tracked, and of those only the actors whose stance or name changed.
    """
    if mode == "clean":
        return newer
    before = {item.slug: item for item in older.items}
    found = {}
    for item in newer.items:
        was = before.get(item.slug)
        if was is not None and has_text(was):
            revision = revisions.get(item.slug)
            found[item.key] = _tracked_item(was, item, revision, mode)
    return newer.with_items(found)


def has_text(item: ItemSection) -> bool:
    """Whether staff had written anything for the item."""
    written = item.summary or item.positions or item.next_steps or item.commitments
    return not item.suggested and bool(written)


def _tracked_item(
    older: ItemSection, newer: ItemSection, revision: Revision | None, mode: Mode
) -> ItemSection:
    rows = _tracked_versions_of_rows(older, newer, revision, mode)
    if mode == "redline-changed":
        return replace(newer, positions=rows)

    def track(was: Sequence[Line], now: Sequence[Line]) -> tuple[Line, ...]:
        return tuple(_line(o, n, revision) for o, n in _pairs(was, now, lambda line: line.text))

    return replace(
        newer,
        positions=rows,
        outcome=track(older.outcome, newer.outcome),
        summary=track(older.summary, newer.summary),
        next_steps=tuple(
            _step(was, now, revision)
            for was, now in _pairs(older.next_steps, newer.next_steps, lambda s: s.line.text)
        ),
        commitments=tuple(
            _commitment(was, now, revision)
            for was, now in _pairs(older.commitments, newer.commitments, lambda c: c.line.text)
        ),
    )


def _pairs(
    older: Sequence[T], newer: Sequence[T], text: Callable[[T], str]
) -> list[tuple[T | None, T | None]]:
    """Entries of both sides that belong together, in the order of the newer side."""
    return [
        (None if i is None else older[i], None if j is None else newer[j])
        for i, j in align([text(each) for each in older], [text(each) for each in newer])
    ]


def _line(older: Line | None, newer: Line | None, revision: Revision | None) -> Line:
    if newer is None:
        was = older.text if older else ""
        return Line("", language=older.language if older else "", older=was, revision=revision)
    return replace(newer, older=older.text if older else "", revision=revision)


def _step(
    older: NextStepRow | None, newer: NextStepRow | None, revision: Revision | None
) -> NextStepRow:
    kept = newer or older
    return NextStepRow(
        _line(older.when if older else None, newer.when if newer else None, revision),
        _line(older.line if older else None, newer.line if newer else None, revision),
        kept.state if kept else "",
    )


def _commitment(
    older: CommitmentRow | None, newer: CommitmentRow | None, revision: Revision | None
) -> CommitmentRow:
    kept = newer or older
    assert kept is not None
    line = _line(older.line if older else None, newer.line if newer else None, revision)
    return replace(kept, line=line, older=older)


def _tracked_versions_of_rows(
    older: ItemSection, newer: ItemSection, revision: Revision | None, mode: Mode
) -> tuple[PositionRow, ...]:
    """The rows, each beside the row of the same actor that is most like it."""
    rows: list[PositionRow] = []
    left = list(older.positions)
    for row in newer.positions:
        was = earlier_row(left, row)
        if was is None:
            rows.append(_with_older(row, ("", "", ""), revision))
            continue
        left.remove(was)
        texts = (was.actor.text, was.stance.text, was.position.text)
        moved = texts[:2] != (row.actor.text, row.stance.text)
        if mode == "redline" or moved:
            rows.append(_with_older(row, texts, revision))
        else:
            rows.append(row)
    gone = [
        _dropped_row(
            (r.actor.text, r.stance.text, r.position.text), (r.actor_id, r.stance_key), revision
        )
        for r in left
    ]
    return (*rows, *gone)


def earlier_row(rows: Sequence[PositionRow], row: PositionRow) -> PositionRow | None:
    """The row that a newer row was: the same actor, or for a group the same words, if any."""
    same = [r for r in rows if r.actor_id == row.actor_id]
    if not same and is_group(row.actor_id):
        same = [r for r in rows if is_group(r.actor_id) and r.position.text == row.position.text]
    return max(
        same,
        key=lambda r: (r.position.text == row.position.text, r.stance_key == row.stance_key),
        default=None,
    )
