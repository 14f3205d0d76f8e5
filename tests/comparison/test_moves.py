"""What became of a position is told whatever words the authors of two reports choose."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from answer_key import attributed

from workflow.comparison.compare import compare_meetings
from workflow.comparison.model import MeetingSide
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


def kinds(language: str, actor: str, older: str, newer: str) -> list[str]:
    """What became of an actor's positions, a row for each."""
    comparison = compare_meetings(
        side(language, older, date(2026, 1, 10)), side(language, newer, date(2026, 3, 10))
    )
    return [
        change.kind
        for topic in comparison.topics
        for change in topic.changes
        if change.actor == actor
    ]


@pytest.mark.parametrize("language", MOVES)
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
