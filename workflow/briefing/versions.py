"""What changed between two versions of the same briefing, as a section of each item."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.briefing.alignment import align
from workflow.briefing.changes import ORDER, change_words
from workflow.briefing.chapters import OverviewRow
from workflow.briefing.highlights import with_highlights
from workflow.briefing.model import Briefing, ChangeRow, ItemSection, Line, PositionRow
from workflow.briefing.overview import MOST_CHANGES
from workflow.briefing.phrases import promise_text, step_text
from workflow.briefing.together import changes_together
from workflow.briefing.tracking import earlier_row, has_text
from workflow.comparison.rules import rules
from workflow.languages import labels, say_in
from workflow.positions.actors import group_rank

_FOR = ("support", "decide")
_AGAINST = ("oppose", "concern", "reserve")


def describe_versions(
    older: Briefing,
    newer: Briefing,
    since: str,
    own_government: str = "nederland",
    *,
    approved: bool = False,
) -> Briefing:
    """The newer briefing, its changes measured against an older version of itself.

    `since` names that version, such as `de laatst goedgekeurde versie`; `own_government` is
    the actor whose changes are told first. `approved` says that only what was approved is in it.
    """
    before = {item.slug: item for item in older.items}
    found = {}
    for item in newer.items:
        was = before.get(item.slug)
        rows: tuple[ChangeRow, ...] = ()
        known = was is not None and has_text(was)
        if was is not None and known:
            rows = _rows(was, item, newer.language)
        found[item.key] = replace(
            item,
            since=since,
            changes=rows,
            unchanged=(),
            reworded=(),
            fresh=has_text(item) and not known and not approved,
            lacking="never_approved" if has_text(item) and not known and approved else "",
        )
    briefing = replace(newer.with_items(found), since=since, undiscussed=(), previous_known=False)
    overview = tuple(_with_change(row, found[row.key], newer.language) for row in newer.overview)
    label, source = (
        say_in(newer.language, f"briefing.document.{name}") for name in ("compared", "source")
    )
    facts = [fact for fact in newer.facts if fact[0] not in (label, source)]
    told = (*facts, (label, since), *(fact for fact in newer.facts if fact[0] == source))
    briefing = replace(briefing, overview=overview, facts=told)
    return with_highlights(briefing, own_government)


def _with_change(row: OverviewRow, item: ItemSection, language: str) -> OverviewRow:
    change, more = change_words(item.changes, MOST_CHANGES, language, versions=True)
    return replace(row, change=change, change_more=more)


def _rows(older: ItemSection, newer: ItemSection, language: str) -> tuple[ChangeRow, ...]:
    words = labels(language, "briefing.document")
    rows = _position_rows(older, newer, language)
    rows.sort(key=lambda row: ORDER.index(row.kind))
    rows = [*changes_together(rows, language)]
    then, now = _told(older, words), _told(newer, words)
    for name, was in then.items():
        old, new = [text for text, _ in was], [text for text, _ in now[name]]
        for i, j in align(old, new):
            before, after = "" if i is None else old[i], "" if j is None else new[j]
            if before != after:
                evidence = () if j is None else now[name][j][1].evidence
                kind = "reworded" if before and after else "new" if after else "dropped"
                row = _row(name, kind, before, after, language, evidence)
                rows.append(replace(row, field=True))
    return tuple(rows)


def _told(item: ItemSection, words: dict[str, str]) -> dict[str, list[tuple[str, Line]]]:
    """What a reader reads of the parts of an item beside its positions, and the line it is of."""
    return {
        words["summary"]: [(line.text, line) for line in item.summary],
        words["next_steps"]: [(step_text(row), row.line) for row in item.next_steps],
        words["commitment"]: [(promise_text(row, words), row.line) for row in item.commitments],
    }


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
            told = _row(row.actor.text, kind, before, _words(row, language), language, evidence)
            found.append(_of_actor(told, was, row))
    for each in left:
        told = _row(each.actor.text, "dropped", _words(each, language), "", language)
        found.append(_of_actor(told, each, None))
    return found


def _of_actor(told: ChangeRow, older: PositionRow | None, newer: PositionRow | None) -> ChangeRow:
    """The change with the actor and the stances that it is about."""
    named = newer or older
    return replace(
        told,
        actor_id=named.actor_id if named else "",
        older_actor=older.actor.text if older else "",
        older_stance=older.stance_key if older else "",
        newer_stance=newer.stance_key if newer else "",
    )


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
    step = _step(older.stance_key, newer.stance_key)
    if step:
        return "firmer" if step > 0 else "softer"
    same = [cell.text for cell in older.cells] == [cell.text for cell in newer.cells]
    return "unchanged" if same else "reworded"


def _step(older: str, newer: str) -> int:
    """How far up the newer stance stands on the first ladder that has both; 0 without one."""
    for ladder in rules()["ladders"].values():
        if older in ladder and newer in ladder:
            return int(ladder.index(newer) - ladder.index(older))
    return 0
