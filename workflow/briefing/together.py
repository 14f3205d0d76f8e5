"""Rows that say the same, as one row.

What staff confirm as two positions because one sentence takes two stances is read as one, and so
is a sentence that several states share. The own government always keeps a row to itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from workflow.briefing.model import Briefing, ChangeRow, Line, PositionRow
from workflow.languages import say_in

_NAMED = ("land:", "ag:", "derde:")
"""Actors that may share a row: those that speak for themselves, not groups nor the chair."""

T = TypeVar("T")


def read_together(briefing: Briefing) -> Briefing:
    """The briefing whose tables of positions say everything once; for the end, after tracking."""
    language = briefing.language
    return briefing.with_items(
        {
            item.key: replace(item, positions=one_for_all(one_each(item.positions), language))
            for item in briefing.items
        }
    )


def one_each(rows: Sequence[PositionRow]) -> tuple[PositionRow, ...]:
    """One row for each sentence of an actor, with every stance that it takes."""
    found: list[PositionRow] = []
    for row in rows:
        at = next((n for n, each in enumerate(found) if _is_one_sentence(each, row)), None)
        if at is None:
            found.append(row)
        else:
            found[at] = _both(found[at], row)
    return tuple(found)


def _is_one_sentence(one: PositionRow, other: PositionRow) -> bool:
    """Whether two rows are stances of one sentence; what changed otherwise stays apart."""
    if not (one.position.text and one.position.text == other.position.text):
        return False
    if (one.actor_id, one.actor.text) != (other.actor_id, other.actor.text):
        return False
    tracked = [row for row in (one, other) if row.position.older is not None]
    return len(tracked) < 2 or (one.position.older, one.actor.older) == (
        other.position.older,
        other.actor.older,
    )


def _both(one: PositionRow, other: PositionRow) -> PositionRow:
    """Two stances of one sentence; the row that is tracked says what there was."""
    kept = other if one.position.older is None else one
    olders = [row.stance.older for row in (one, other) if row.stance.older is not None]
    stance = replace(
        kept.stance,
        text=_listed((one.stance.text, other.stance.text)),
        older=_listed(olders) if olders else None,
    )
    notes = tuple(dict.fromkeys((*one.position.notes, *other.position.notes)))
    return replace(
        kept,
        stance=stance,
        position=replace(kept.position, evidence=_evidence(one, other), notes=notes),
        objection=one.objection or other.objection,
        stance_key=one.stance_key,
        stance_keys=tuple(dict.fromkeys((*one.keys, *other.keys))),
    )


def _evidence(*rows: PositionRow) -> tuple[int, ...]:
    return tuple(sorted({number for row in rows for number in row.position.evidence}))


def _listed(texts: Iterable[str]) -> str:
    """The stances of several texts, each once."""
    return ", ".join(dict.fromkeys(each for text in texts for each in text.split(", ") if each))


def one_for_all(rows: Sequence[PositionRow], language: str) -> tuple[PositionRow, ...]:
    """One row for each sentence that several states share, with their names."""

    def said(row: PositionRow) -> object:
        if row.own or not row.actor_id.startswith(_NAMED):
            return None
        kept = row.actor.older is None or row.actor.older == row.actor.text
        state = "kept" if kept else "new" if row.is_new else "gone" if row.is_dropped else ""
        tracked = row.actor.older is None
        return (state, tracked, _words(row.stance), _words(row.position)) if state else None

    def shared(group: Sequence[PositionRow]) -> PositionRow:
        first = group[0]
        olders = [row.actor.older for row in group if row.actor.older is not None]
        actor = replace(
            first.actor,
            text=listed([row.actor.text for row in group], language),
            older=listed(olders, language) if olders else None,
        )
        notes = tuple(dict.fromkeys(note for row in group for note in row.position.notes))
        return replace(first, actor=actor, position=replace(first.position, notes=notes))

    return tuple(_in_groups(rows, said, shared))


def _words(line: Line) -> tuple[str, str | None, tuple[int, ...], str]:
    return line.text, line.older, line.evidence, line.language


def changes_together(rows: Sequence[ChangeRow], language: str) -> tuple[ChangeRow, ...]:
    """One row for each change that several states share, with their names."""

    def said(row: ChangeRow) -> object:
        named = row.actor_id.startswith(_NAMED) and row.older_actor in ("", row.actor)
        return replace(row, actor="", actor_id="", older_actor="") if named else None

    def shared(group: Sequence[ChangeRow]) -> ChangeRow:
        names = listed([row.actor for row in group], language)
        return replace(group[0], actor=names, older_actor=names if group[0].older_actor else "")

    return tuple(_in_groups(rows, said, shared))


def _in_groups(
    rows: Sequence[T], said: Callable[[T], object], shared: Callable[[Sequence[T]], T]
) -> list[T]:
    """The rows, those that say the same as one where the first of them stood."""
    groups: list[tuple[object, list[T]]] = []
    for row in rows:
        words = said(row)
        same = next((group for key, group in groups if key == words and key is not None), None)
        if same is None:
            groups.append((words, [row]))
        else:
            same.append(row)
    return [shared(group) if len(group) > 1 else group[0] for _, group in groups]


def listed(names: Sequence[str], language: str) -> str:
    """Names in a row, sorted: `Griekenland, Portugal en Spanje`."""
    *first, last = sorted(dict.fromkeys(filter(None, names)), key=str.casefold) or [""]
    if not first:
        return last
    return say_in(language, "briefing.document.listed", first=", ".join(first), last=last)
