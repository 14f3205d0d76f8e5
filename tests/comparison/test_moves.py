"""What became of a position is told whatever words the authors of two reports choose."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from answer_key import attributed

from workflow.comparison.compare import compare_meetings
from workflow.comparison.model import MeetingSide, PositionChange, Stand
from workflow.report.model import Item, Part, Report, Sentence

MOVES = tomllib.loads((Path(__file__).parent / "moves.toml").read_text("utf-8"))
TITLE = "Voortgang van de verordening over het gemeenschappelijk beleid"


def side(language: str, text: str, day: date) -> MeetingSide:
    """A meeting of one item in which this is all that was said."""
    said = [
        Sentence(number, each, 0)
        for number, each in enumerate(re.split(r"(?<=\.) (?=[A-ZÉ])", text), 1)
    ]
    report = Report(language, "", "jbz", (day,), (Part("", "", (Item("1", TITLE, tuple(said)),)),))
    return attributed(report, f"{day}-jbz")


def changes(language: str, older: str, newer: str) -> list[PositionChange]:
    """What became of the positions in an item."""
    comparison = compare_meetings(
        side(language, older, date(2026, 1, 10)), side(language, newer, date(2026, 3, 10))
    )
    return [change for topic in comparison.topics for change in topic.changes]


def kinds(language: str, actor: str, older: str, newer: str) -> list[str]:
    """What became of an actor's positions, a row for each."""
    return [each.kind for each in changes(language, older, newer) if each.actor == actor]


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
        for each in changes(item["language"], item["older"], item["newer"])
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
