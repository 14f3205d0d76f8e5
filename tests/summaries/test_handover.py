"""Whose turn it is: claims that run out, waiting for me, and who may approve."""

from dataclasses import replace
from datetime import date

import pytest

from workflow.summaries.board import Board, BoardItem, BoardMeeting
from workflow.summaries.boardfilter import BoardFilter
from workflow.summaries.handover import (
    Work,
    active_claim,
    approvers_of,
    is_free,
    may_approve,
    waits_for,
)
from workflow.summaries.model import Meeting, MeetingItem

ME, OTHER = "Noor", "Sam"


@pytest.mark.parametrize(
    ("today", "held"),
    [("2031-03-06", ME), ("2031-03-09", ME), ("2031-03-10", ""), ("2032-01-01", "")],
)
def test_a_claim_counts_for_so_many_days(today: str, held: str) -> None:
    assert active_claim(ME, "2031-03-06", date.fromisoformat(today), 3) == held


@pytest.mark.parametrize("claimed", ["", "gisteren", "2031-02-30"])
def test_a_claim_without_a_day_stands(claimed: str) -> None:
    assert active_claim(ME, claimed, date(2031, 3, 6), 3) == ME


@pytest.mark.parametrize(
    ("work", "mine"),
    [
        (Work("open"), False),
        (Work("open", assigned=ME), True),
        (Work("open", claim=OTHER), False),
        (Work("draft", written_by=ME), True),
        (Work("draft", written_by=ME, claim=OTHER), False),
        (Work("draft", written_by=OTHER, claim=ME), True),
        (Work("review", written_by=OTHER), True),
        (Work("review", written_by=ME), False),
        (Work("review", written_by=OTHER, reviewer="Ada"), False),
        (Work("review", written_by=ME, reviewer=ME), True),
        (Work("review", written_by=OTHER, approvers=("Ada",)), False),
        (Work("review", written_by=OTHER, approvers=("NOOR",)), True),
        (Work("approved", written_by=ME), False),
        (Work("approved", written_by=ME, proposals=(OTHER,)), True),
        (Work("approved", written_by=OTHER, proposals=(ME,)), True),
    ],
)
def test_what_waits_for_me(work: Work, mine: bool) -> None:
    assert waits_for(work, ME) is mine
    assert not waits_for(work, "")


def test_the_filter_shows_what_waits_for_me_and_nothing_else() -> None:
    days = (date(2031, 3, 6),)
    meeting = Meeting("2031-03-06-jbz", "jbz", days, "Verslag", "nl", "s.txt", "0")
    entry = MeetingItem("een", "I", "1", "Een")
    lines = (
        BoardItem(entry, status="draft", assigned=ME),
        BoardItem(entry, status="draft", assigned=OTHER),
        BoardItem(entry, status="review", written_by=OTHER),
    )
    board = Board((BoardMeeting(meeting, lines),))
    wanted = BoardFilter().toggled("waiting", ME)
    shown = [line for m in board.meetings for line in m.items if wanted.fits(m, line)]
    assert shown == [lines[0], lines[2]]


def test_nobody_else_has_it() -> None:
    assert is_free(Work("draft"), ME)
    assert is_free(Work("draft", claim=ME), ME)
    assert not is_free(Work("draft", claim=OTHER), ME)
    review = Work("review", written_by=OTHER)
    assert is_free(review, ME)
    assert not is_free(replace(review, reviewer=OTHER), ME)


def test_an_approver_named_by_address_has_it_waiting() -> None:
    review = Work("review", written_by=OTHER, approvers=("Ada", "Noor@Example.org"))
    assert not waits_for(review, ME)
    assert not is_free(review, ME)
    assert waits_for(review, ME, "noor@example.org")
    assert is_free(review, ME, "noor@example.org")
    assert not waits_for(replace(review, written_by=ME), ME, "noor@example.org")
    assert not BoardFilter(address="noor@example.org").active
    line = BoardItem(
        MeetingItem("punt", "I", "1", "Punt"), "review", written_by=OTHER,
        approvers=("noor@example.org",),
    )  # fmt: skip
    assert waits_for(line.work, ME, "noor@example.org")


def test_who_may_approve() -> None:
    rules = {"jbz": ["Noor", "sam@example.org"], "*": ["Ada"]}
    assert approvers_of(rules, "jbz") == ("Noor", "sam@example.org", "Ada")
    assert may_approve(rules, "jbz", "noor", "")
    assert may_approve(rules, "jbz", "Sam Bakker", "SAM@example.org")
    assert not may_approve(rules, "ecofin", "Noor", "noor@example.org")
    assert may_approve(rules, "ecofin", "Ada", "")
    assert not may_approve(rules, "jha", "Bo", ""), "the same council in English"
    assert may_approve(rules, "jha", "Noor", "")
    assert may_approve({}, "jbz", "wie ook", "")
    assert not may_approve(rules, "jbz", "", "")
