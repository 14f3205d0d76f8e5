"""Changes since an earlier meeting or version, put into words."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workflow.briefing.chapters import Undiscussed
from workflow.briefing.model import ChangeLine, ChangeRow
from workflow.briefing.rows import OBJECTIONS, is_undecided
from workflow.briefing.together import changes_together
from workflow.comparison.phrases import said_once
from workflow.languages import labels, say_in
from workflow.text import shorten

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
LONGEST_SUGGESTED = 120
"""Characters of a position that nobody has put into words yet."""
PLAIN = ("inform", "none")
"""Stances that take no side."""
_SIDES = ("support", *OBJECTIONS)
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def brief(text: str, longest: int = LONGEST_SUGGESTED) -> str:
    """The text, cut where that spares more than its last words."""
    return text if len(text) <= longest * 5 // 4 else shorten(text, longest)


def stance_text(stance: str, text: str, language: str) -> str:
    """A position in one line: `tegen: een clausule is niet nodig`."""
    if not stance or stance == "none":
        return text
    name = labels(language, "common.stance").get(stance, stance)
    if not text:
        return name
    return say_in(language, "briefing.document.stance_text", stance=name, text=text)


@dataclass(frozen=True, slots=True)
class ItemChanges:
    """What the comparison says about one item."""

    rows: tuple[ChangeRow, ...]
    """The changes, the most telling first."""
    unchanged: tuple[str, ...] = ()
    """Names of the actors that stayed the same."""
    reworded: tuple[str, ...] = ()
    """Names of those that kept their stance in other words, with the same figures."""
    lacking: str = ""
    """Why there is nothing to compare with, though the item was discussed."""


def change_rows(
    lines: Sequence[ChangeLine], language: str, speaking: Collection[str] = ()
) -> ItemChanges:
    """The changes of one item, put into words.

    `speaking` are the ids of the actors of whom the item tells a position: whoever let one go
    has not fallen silent there, even where thanks are all that is left.
    """
    lacking = next((line.kind for line in lines if line.kind.startswith("not_")), "")
    lines = [line for line in lines if not line.kind.startswith("not_")]
    told = [line for line in lines if line.kind != "unchanged" and not _same_meaning(line)]
    rows = [_row(line, language, line.actor_id in speaking) for line in told]
    moved = {row.actor for row in rows}
    again = dict.fromkeys(line.actor for line in lines if _same_meaning(line))
    same = dict.fromkeys(line.actor for line in lines if line.kind == "unchanged")
    rows.sort(key=_weight)
    return ItemChanges(
        changes_together(rows, language),
        tuple(actor for actor in same if actor and actor not in moved),
        tuple(actor for actor in again if actor and actor not in moved and actor not in same),
        lacking,
    )


def _weight(row: ChangeRow) -> tuple[bool, int]:
    """How far down a change stands; an explanation that comes or goes tells least."""
    at = ORDER.index(row.kind) if row.kind in ORDER else len(ORDER)
    return _explains(row) or row.kind in ("reworded", "unchanged"), at


def _explains(row: ChangeRow) -> bool:
    """Whether an explanation came or went: nobody took a side or let one go."""
    stance = row.newer_stance or row.older_stance
    return row.kind in ("new", "dropped") and stance in PLAIN


def _tells(row: ChangeRow) -> bool:
    """Whether the overview names the change; what was decided stands there as the outcome."""
    decided = row.kind == "new" and row.newer_stance == "decide"
    undecided = row.kind == "new" and is_undecided(row.actor_id, row.newer_stance)
    untold = row.kind == "reworded" and not takes_side(row)
    return not (untold or row.partly or decided or undecided or _explains(row))


def takes_side(row: ChangeRow) -> bool:
    """Whether somebody who took no side, or said nothing, is now for or against."""
    before = row.older_stance in ("", *PLAIN)
    return row.kind in ("new", "reworded") and before and row.newer_stance in _SIDES


def _change_word(row: ChangeRow, language: str) -> str:
    """The kind of change; of who explained a thing and now is for or against it both stances."""
    if not (row.kind == "reworded" and takes_side(row)):
        return row.change
    stances = labels(language, "common.stance")
    older, newer = stances[row.older_stance or "none"], stances[row.newer_stance]
    if row.older_stance in ("", "none"):
        return newer
    return labels(language, "briefing.document")["grew"].format(older=older, newer=newer)


def _same_meaning(line: ChangeLine) -> bool:
    """Whether only the words changed, not the stance nor the figures in them."""
    return (
        line.kind == "reworded"
        and line.older_stance == line.newer_stance
        and _FIGURES.findall(line.older) == _FIGURES.findall(line.newer)
    )


def _row(line: ChangeLine, language: str, speaks: bool) -> ChangeRow:
    say = labels(language, "briefing.document")
    actor = line.actor
    if line.older_actor and line.older_actor != line.actor:
        older_name, newer_name = said_once([line.older_actor, line.actor])
        actor = say["grew"].format(older=older_name, newer=newer_name)
    older, newer = line.older, line.newer
    if line.suggested:
        older, newer = brief(older), brief(newer)
    newer = stance_text(line.newer_stance, newer, language)
    if line.partly or (line.kind == "dropped" and speaks):
        newer = say["partly"]
    older = stance_text(line.older_stance, older, language)
    if line.besides and line.kind == "new":
        older = say["besides"]
    return ChangeRow(
        actor=actor,
        change=labels(language, "common.change").get(line.kind, line.kind),
        older=older,
        newer=newer,
        evidence=line.evidence[:1] if line.suggested else line.evidence,
        kind=line.kind,
        suggested=line.suggested,
        partly=line.partly,
        actor_id=line.actor_id,
        older_actor=line.older_actor,
        older_stance=line.older_stance,
        newer_stance=line.newer_stance,
        older_language="" if line.older_language == language else line.older_language,
        newer_language="" if line.newer_language == language else line.newer_language,
    )


def change_words(
    rows: Sequence[ChangeRow], most: int, language: str, *, versions: bool = False
) -> tuple[str, str]:
    """The first changes in a few words, and how many more there are.

    Such as `Nederland: omgeslagen; Slowakije: nieuw` and ` (en nog 3)`. Between `versions` of
    one text another wording is a change too, where there is no other.
    """
    told = [row for row in rows if _tells(row)] or (rows if versions else [])
    words = list(dict.fromkeys(f"{row.actor}: {_change_word(row, language)}" for row in told))
    rest = len(words) - most
    more = say_in(language, "briefing.change.more", text="", n=rest) if rest > 0 else ""
    return "; ".join(words[:most]), more


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
