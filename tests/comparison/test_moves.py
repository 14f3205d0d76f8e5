"""What became of a position is told whatever words the authors of two reports choose."""

import tomllib
from pathlib import Path

import pytest
from answer_key import spoken_changes

from workflow.comparison.model import Stand

MOVES = tomllib.loads((Path(__file__).parent / "moves.toml").read_text("utf-8"))


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
        (actor, older, newer, expected, found.get((actor, older, newer)))
        for actor, older, newer, expected in item["changes"]
        if found.get((actor, older, newer)) not in expected.split(",")
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
