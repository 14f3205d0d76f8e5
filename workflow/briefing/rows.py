"""The rows of a table of positions, in the order in which readers want them."""

from collections.abc import Sequence

from workflow.briefing.model import Line, PositionRow
from workflow.languages import labels
from workflow.positions.actors import actor_name, actor_rank
from workflow.positions.model import STANCES
from workflow.summaries.model import Position

OBJECTIONS = ("oppose", "concern", "reserve")
"""The stances that a reader must not miss, the hardest first."""


def objects(actor: str, stance: str) -> bool:
    """Whether somebody has an objection; that the Council has not decided yet is none."""
    return stance in OBJECTIONS and not is_undecided(actor, stance)


def is_undecided(actor: str, stance: str) -> bool:
    """Whether it only tells that the Council has not decided yet."""
    return (actor, stance) == ("raad", "reserve")


def _place(position: Position, own_government: str, language: str) -> tuple[int, int, str]:
    """Where an actor stands; those of one sort by their names as readers know them."""
    sort, size, actor = actor_rank(position.actor, own_government)
    name = actor_name(position.actor, language, position.name) if actor else ""
    return sort, size, name.casefold()


def _name(position: Position, language: str, foreign: str) -> str:
    """The actor as the text calls it; in a text of another language as the reader does."""
    if position.name and not foreign:
        return position.name
    return actor_name(position.actor, language, position.name)


def position_rows(
    positions: Sequence[Position], language: str, own_government: str, foreign: str = ""
) -> tuple[PositionRow, ...]:
    """The table: own government first, then from the largest group to the smallest.

    `foreign` is the language of the positions where it is not that of the briefing.
    """
    stances = labels(language, "common.stance")
    ranked = sorted(
        enumerate(positions),
        key=lambda entry: (
            *_place(entry[1], own_government, language),
            STANCES.index(entry[1].stance) if entry[1].stance in STANCES else len(STANCES),
            entry[0],
        ),
    )
    return tuple(
        PositionRow(
            actor=Line(_name(position, language, foreign)),
            stance=Line(stances.get(position.stance, position.stance)),
            position=Line(position.text, position.evidence, language=foreign),
            own=position.actor == own_government,
            objection=objects(position.actor, position.stance),
            actor_id=position.actor,
            stance_key=position.stance,
        )
        for _, position in ranked
    )
