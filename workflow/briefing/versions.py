"""What changed between two versions of the same briefing, as a section of each item."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.briefing.alignment import align
from workflow.briefing.changes import ORDER, change_words
from workflow.briefing.model import Briefing, ChangeRow, ItemSection, PositionRow
from workflow.briefing.overview import MOST_CHANGES
from workflow.briefing.tracking import earlier_row, has_text
from workflow.languages import labels, say_in
from workflow.positions.actors import group_rank

_FOR = ("support", "decide")
_AGAINST = ("oppose", "concern", "reserve")


def describe_versions(older: Briefing, newer: Briefing, since: str) -> Briefing:
    """The newer briefing, its changes measured against an older version of itself.

    `since` names that version, such as `de laatst goedgekeurde versie`.
    """
    before = {item.slug: item for item in older.items}
    found = {}
    for item in newer.items:
        was = before.get(item.slug)
        rows: tuple[ChangeRow, ...] = ()
        if was is not None and has_text(was):
            rows = _rows(was, item, newer.language)
        found[item.key] = replace(item, since=since, changes=rows, unchanged=())
    briefing = replace(newer.with_items(found), since=since, undiscussed=(), previous_known=False)
    overview = tuple(
        replace(row, change=change_words(found[row.key].changes, MOST_CHANGES, newer.language))
        for row in newer.overview
    )
    label = say_in(newer.language, "briefing.document.compared")
    facts = [(key, value) for key, value in newer.facts if key != label]
    return replace(briefing, overview=overview, facts=(*facts, (label, since)))


def _rows(older: ItemSection, newer: ItemSection, language: str) -> tuple[ChangeRow, ...]:
    words = labels(language, "briefing.document")
    rows = _position_rows(older, newer, language)
    rows.sort(key=lambda row: ORDER.index(row.kind))
    for name, was, now in (
        (words["summary"], older.summary, newer.summary),
        (
            words["next_steps"],
            [s.line for s in older.next_steps],
            [s.line for s in newer.next_steps],
        ),
        (
            words["commitment"],
            [c.line for c in older.commitments],
            [c.line for c in newer.commitments],
        ),
    ):
        old, new = [line.text for line in was], [line.text for line in now]
        for i, j in align(old, new):
            before, after = "" if i is None else old[i], "" if j is None else new[j]
            if before != after:
                evidence = () if j is None else now[j].evidence
                kind = "reworded" if before and after else "new" if after else "dropped"
                row = _row(name, kind, before, after, language, evidence)
                rows.append(replace(row, field=True))
    return tuple(rows)


def _row(
    actor: str, kind: str, older: str, newer: str, language: str, evidence: Sequence[int] = ()
) -> ChangeRow:
    change = labels(language, "common.change")[kind]
    return ChangeRow(actor, change, older, newer, tuple(evidence), kind)


def _position_rows(older: ItemSection, newer: ItemSection, language: str) -> list[ChangeRow]:
    left = list(older.positions)
    found = []
    for row in newer.positions:
        was = earlier_row(left, row)
        if was is not None:
            left.remove(was)
        kind = _kind(was, row)
        if kind != "unchanged":
            before = _words(was, language) if was else ""
            evidence = row.position.evidence
            found.append(
                _row(row.actor.text, kind, before, _words(row, language), language, evidence)
            )
    gone = (_row(r.actor.text, "dropped", _words(r, language), "", language) for r in left)
    return [*found, *gone]


def _words(row: PositionRow, language: str) -> str:
    if row.stance_key == "none" or not row.stance.text:
        return row.position.text
    return say_in(
        language,
        "briefing.document.stance_text",
        stance=row.stance.text,
        text=row.position.text,
    )


def _kind(older: PositionRow | None, newer: PositionRow) -> str:
    """The kind of change between two versions of a position."""
    if older is None:
        return "new"
    if {older.stance_key, newer.stance_key} & set(_FOR) and (
        {older.stance_key, newer.stance_key} & set(_AGAINST)
    ):
        return "reversed"
    was, now = group_rank(older.actor_id), group_rank(newer.actor_id)
    if was and now and was != now:
        return "broader" if now > was else "narrower"
    same = [cell.text for cell in older.cells] == [cell.text for cell in newer.cells]
    return "unchanged" if same else "reworded"
