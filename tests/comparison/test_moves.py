"""What became of a position is told whatever words the authors of two reports choose."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from answer_key import spoken_changes, spoken_side

from workflow.comparison.compare import position_changes
from workflow.comparison.model import Stand
from workflow.comparison.statements import stands

MOVES = tomllib.loads((Path(__file__).parent / "moves.toml").read_text("utf-8"))
LADDERS = tomllib.loads((Path(__file__).parent / "firmness.toml").read_text("utf-8"))["ladders"]


def kinds(language: str, actor: str, older: str, newer: str) -> list[str]:
    """What became of an actor's positions, a row for each."""
    return [each.kind for each in spoken_changes(language, older, newer) if each.actor == actor]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_move_is_told_in_whatever_words(language: str) -> None:
    wrong = []
    for actor, expected, older, newer in MOVES[language]:
        found = kinds(language, actor, older, newer)
        allowed = (
            [expected.split("+")] if "+" in expected else [[kind] for kind in expected.split(",")]
        )
        if sorted(found) not in map(sorted, allowed):
            wrong.append((older, newer, expected, found))
    assert not wrong


def said(language: str, sentence: str, day: date) -> tuple[Stand, ...]:
    """What the program makes of one sentence."""
    side = spoken_side(language, sentence, day)
    ((_, item),) = side.report.items()
    return stands(side, side.meeting.items[0].slug, item, confirmed=False, with_asides=True)


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda one: f"{one['language']}-{one['family']}")
def test_a_view_two_rungs_up_is_firmer_and_one_on_the_same_rung_is_not(ladder: dict) -> None:
    def spoken(way: str, when: str, day: date) -> tuple[Stand, ...]:
        sentence = f"{ladder['actor']} {way.replace('{}', ladder[when])}."
        return said(ladder["language"], sentence, day)

    ways = [(rung, way) for rung, row in enumerate(ladder["rungs"]) for way in row]
    firsts = [(rung, row[0]) for rung, row in enumerate(ladder["rungs"])]
    older = {way: spoken(way, "older", date(2026, 1, 10)) for _, way in ways}
    newer = {way: spoken(way, "newer", date(2026, 3, 10)) for _, way in ways}
    pairs = [
        (one, first) if at % 2 else (first, one) for at, one in enumerate(ways) for first in firsts
    ]
    wrong = []
    for (low, before), (high, after) in pairs:
        allowed = {"firmer" if high > low else "softer"} if high != low else set()
        allowed |= {"reworded"} if abs(high - low) < 2 else set()
        found = [each.kind for each in position_changes(older[before], newer[after])]
        if len(found) != 1 or not {*found} & {*allowed, *(["unchanged"] if high == low else [])}:
            wrong.append((before, after, sorted(allowed), found))
    assert not wrong


def place(stand: Stand | None) -> str:
    """The number of the sentence of a statement."""
    return str(stand.evidence[0]) if stand else "-"


@pytest.mark.parametrize("item", MOVES["items"], ids=lambda item: item["older"][:30])
def test_several_positions_of_an_actor_meet_their_counterparts(item: dict) -> None:
    found = {
        (each.actor, place(each.older), place(each.newer)): each.kind
        for each in spoken_changes(item["language"], item["older"], item["newer"])
    }
    wrong = [
        (actor, older, newer, expected, found.get((actor, older, newer), "untold"))
        for actor, older, newer, expected in item["changes"]
        if found.get((actor, older, newer), "untold") not in expected.split(",")
    ]
    assert not wrong


def test_who_presents_what_was_promised_did_not_fall_silent() -> None:
    promised = "De Commissie zegde toe een voorstel over de veerdiensten te zullen indienen."
    presented = "De Commissie presenteerde {}."
    for what, expected in (
        ("het voorstel over de veerdiensten", "reworded"),
        ("een film over haar gebouwen", "dropped"),
    ):
        newer = f"{presented.format(what)} Nederland was daar voorstander van."
        assert kinds("nl", "commissie", promised, newer) == [expected]
