"""Changes since an earlier meeting or version, put into words."""

from collections.abc import Sequence

from workflow.briefing.model import ChangeLine, ChangeRow, Undiscussed
from workflow.languages import labels, say_in

ORDER = (
    "reversed",
    "new",
    "dropped",
    "firmer",
    "softer",
    "broader",
    "narrower",
    "reworded",
    "unchanged",
)
"""The kinds of change, the most telling first."""


def stance_text(stance: str, text: str, language: str) -> str:
    """A position in one line: `tegen: een clausule is niet nodig`."""
    if not stance or stance == "none":
        return text
    name = labels(language, "common.stance").get(stance, stance)
    if not text:
        return name
    return say_in(language, "briefing.document.stance_text", stance=name, text=text)


def change_rows(
    lines: Sequence[ChangeLine], language: str
) -> tuple[tuple[ChangeRow, ...], tuple[str, ...]]:
    """The changes of one item, the most telling first, and the actors that stayed the same."""
    rows = [_row(line, language) for line in lines if line.kind != "unchanged"]
    moved = {row.actor for row in rows}
    same = dict.fromkeys(line.actor for line in lines if line.kind == "unchanged")
    rows.sort(key=lambda row: ORDER.index(row.kind) if row.kind in ORDER else len(ORDER))
    return tuple(rows), tuple(actor for actor in same if actor not in moved)


def _row(line: ChangeLine, language: str) -> ChangeRow:
    say = labels(language, "briefing.document")
    actor = line.actor
    if line.older_actor and line.older_actor != line.actor:
        actor = say["grew"].format(older=line.older_actor, newer=line.actor)
    newer = stance_text(line.newer_stance, line.newer, language)
    if line.partly:
        newer = say["partly"]
    return ChangeRow(
        actor=actor,
        change=labels(language, "common.change").get(line.kind, line.kind),
        older=stance_text(line.older_stance, line.older, language),
        newer=newer,
        evidence=line.evidence,
        kind=line.kind,
        suggested=line.suggested,
        partly=line.partly,
    )


def change_words(rows: Sequence[ChangeRow], most: int, language: str) -> str:
    """The first changes in a few words: `Nederland: omgeslagen; Slowakije: nieuw`."""
    words = [
        f"{row.actor}: {row.change}" for row in rows if row.kind != "reworded" and not row.partly
    ]
    text = "; ".join(words[:most])
    if len(words) > most:
        return say_in(language, "briefing.change.more", text=text, n=len(words) - most)
    return text


def undiscussed_rows(
    changes: Sequence[ChangeLine], since: str, language: str
) -> tuple[Undiscussed, ...]:
    """The topics of the earlier meeting that did not come back, in its order."""
    topics: dict[tuple[str, str], list[str]] = {}
    for line in changes:
        if line.item:
            continue
        names = topics.setdefault((line.topic, line.older_item), [])
        actor = line.older_actor or line.actor
        if actor:
            stance = labels(language, "common.stance").get(line.older_stance, "")
            words = say_in(language, "briefing.document.objection", actor=actor, stance=stance)
            names.append(words if stance and line.older_stance != "none" else actor)
    return tuple(
        Undiscussed(topic, f"{since}, {label}" if label else since, ", ".join(dict.fromkeys(names)))
        for (topic, label), names in topics.items()
    )
