"""Which lines of the board a filter lets through."""

from datetime import date

import pytest

from workflow.summaries.board import Board, BoardItem, BoardMeeting
from workflow.summaries.boardfilter import BoardFilter, choices, council_names
from workflow.summaries.model import Meeting, MeetingItem


def meeting(council):
    days = (date(2031, 3, 6),)
    return Meeting(f"2031-03-06-{council}", council, days, "Verslag", "nl", "s.txt", "0")


def line(number, **values):
    return BoardItem(MeetingItem(f"punt-{number}", "I", str(number), f"Punt {number}"), **values)


ONE = line(1, status="draft", claim="Zoë Günther", topics=("schengen",))
TWO = line(2, status="approved", stale=True, written_by="Piet", approved_by="Noor")
BOARD = Board((BoardMeeting(meeting("jbz"), (ONE, TWO)), BoardMeeting(meeting("ecofin"), (ONE,))))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (BoardFilter(), 3),
        (BoardFilter(status="draft"), 2),
        (BoardFilter(status="stale"), 1),
        (BoardFilter(council="ecofin"), 1),
        (BoardFilter(person="Noor"), 1),
        (BoardFilter(topic="schengen", council="jbz"), 1),
        (BoardFilter(words="zoe ecofin"), 1),
        (BoardFilter(words="schengen punt"), 2),
        (BoardFilter(status="open"), 0),
    ],
)
def test_only_what_fits_every_field_is_shown(wanted, found):
    lines = [(m, item) for m in BOARD.meetings for item in m.items if wanted.fits(m, item)]
    assert len(lines) == found


def test_choosing_a_value_once_more_lets_it_go():
    once = BoardFilter().toggled("status", "draft")
    assert once.active
    assert once.toggled("status", "open").status == "open"
    assert not once.toggled("status", "draft").active


def test_choices_are_what_stands_on_the_board():
    found = list(choices(BOARD))
    assert ("council", "ecofin") in found
    assert [value for name, value in found if name == "person"] == ["Noor", "Piet", "Zoë Günther"]
    assert ("topic", "schengen") in found


@pytest.mark.parametrize("asked", ["jbz", "jha"])
def test_a_council_of_two_names_is_one_council(asked):
    english = BoardMeeting(meeting("jha"), (ONE,))
    board = Board((english, *BOARD.meetings))
    wanted = BoardFilter(council=asked)
    found = {m.council for m in board.meetings for item in m.items if wanted.fits(m, item)}
    assert found == {"jbz", "jha"}
    assert [value for name, value in choices(board) if name == "council"] == ["ecofin", "jbz"]
    assert council_names(board, asked) == "JBZ/JHA"
    assert council_names(BOARD, "jbz") == "JBZ"
