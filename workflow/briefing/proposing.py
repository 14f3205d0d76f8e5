"""An item without a summary: what the program proposes, in a form that is quick to read.

Sentences are quoted, never written. In the table a long sentence is cut where its column would
run over, with an ellipsis; its mark leads to the whole sentence in the annex.
"""

from collections.abc import Sequence
from dataclasses import replace

from workflow.briefing.changes import brief
from workflow.briefing.model import ItemSection, Line, PositionRow
from workflow.briefing.rows import OBJECTIONS, position_rows
from workflow.positions.actors import actor_name
from workflow.positions.model import Draft, Suggestion
from workflow.report.model import Item
from workflow.summaries.model import Position

LONGEST = 110
"""Characters of a proposed position: two lines of its column, three before it is cut."""
LONGEST_TELLING = 165
"""The same for the own government and for objections: three lines, four before it is cut."""
_TELLING = ("oppose", "concern", "reserve", "decide", "support", "call", "announce", "inform")
"""The stances from the one that says most about an actor to the one that says least."""


def proposal_section(
    item: Item,
    suggestions: Sequence[Suggestion],
    draft: Draft,
    *,
    language: str,
    own_government: str,
    foreign: str = "",
) -> ItemSection:
    """Decision, draft and positions as proposed, still without what the meeting says of them.

    `foreign` is the language of the report where it is not that of the briefing.
    """
    sentences = [item.sentence(number) for number in draft.sentences]
    lines = tuple(Line(s.text, (s.number,), language=foreign) for s in sentences if s)
    sure = {(s.actor, s.stance) for s in suggestions if s.certain}
    spoken = [
        s
        for s in suggestions
        if not s.to_parliament and (s.certain or (s.actor, s.stance) not in sure)
    ]
    decided = [s for s in spoken if s.stance == "decide"]
    shown = {number for s in decided for number in s.evidence}
    positions = [
        Position(s.actor, actor_name(s.actor, language), s.stance, s.text, (_place(item, s),))
        for s in spoken
        if s.stance != "decide"
    ]
    return ItemSection(
        key="",
        slug="",
        label="",
        title="",
        status="",
        suggested=bool(lines or spoken),
        outcome=tuple(Line(s.text, s.evidence, language=foreign) for s in decided),
        summary=tuple(line for line in lines if not shown.intersection(line.evidence)),
        positions=_joined(position_rows(positions, language, own_government, foreign)),
    )


def _place(item: Item, suggestion: Suggestion) -> int:
    """The number of the sentence that the suggestion quotes."""
    for number in suggestion.evidence:
        sentence = item.sentence(number)
        if sentence and sentence.text == suggestion.text:
            return number
    return suggestion.evidence[0]


def _joined(rows: Sequence[PositionRow]) -> tuple[PositionRow, ...]:
    """One row for each stance of an actor, so that none is named without its words.

    The own government keeps a row for every sentence. What an actor only explains stands behind
    what else it says, or what it objects to.
    """
    found: dict[tuple[str, str, str], list[PositionRow]] = {}
    for row in rows:
        apart = row.position.text if row.own else ""
        stance = "" if row.own else row.stance_key
        if stance == "inform":
            others = (key for key in found if key[0] == row.actor_id)
            stance = next(others, (row.actor_id, "", stance))[2]
        found.setdefault((row.actor_id, apart, stance), []).append(row)
    return tuple(_one(group) for group in found.values())


def _one(group: Sequence[PositionRow]) -> PositionRow:
    """The most telling row of the group, with the stances of all."""
    first = min(group, key=lambda row: _TELLING.index(row.stance_key))
    stances = ", ".join(dict.fromkeys(row.stance.text for row in group))
    longest = LONGEST_TELLING if first.own or first.stance_key in OBJECTIONS else LONGEST
    position = replace(first.position, text=brief(first.position.text, longest))
    return replace(
        first,
        stance=replace(first.stance, text=stances),
        position=position,
        objection=any(row.objection for row in group),
        stance_keys=tuple(dict.fromkeys(row.stance_key for row in group)),
    )
