"""One item in lines of text: every answer of the five steps, and what goes wrong in them."""

import pytest

from workflow.summaries.workspace import Workspace

FIRST = "2031-03-06-jbz"
OPEN = ("1", "1")
"""From the board to the first item."""
WRONG = "De Raad trok 999 miljoen euro uit. [s1]"


def item(desk, label="I.1"):
    workspace = Workspace(desk)
    meeting = workspace.meeting(FIRST)
    return workspace.load(meeting, meeting.item(label).slug).summary


def test_all_keys_of_an_item_are_explained(talk, desk):
    said = talk(*OPEN, "?", "2", "?", "3", "?", "4", "?", "5", "?", "esc", "q")
    assert said.count("geeft hulp") >= 5


def test_claim_comment_and_save(talk, desk):
    said = talk(
        *OPEN, "c", "o Kan dit korter? [s1]", "o", "Nog iets.", "ctrl+s", "ctrl+s", "esc", "q"
    )
    assert item(desk).claim.startswith("Noor de Wit")
    assert [remark.text for remark in item(desk).remarks] == ["Kan dit korter?", "Nog iets."]
    assert item(desk).remarks[0].evidence == (1,)
    assert "Bewaard." in said
    talk(*OPEN, "c", "esc", "q")
    assert item(desk).claim == ""


def test_the_proposal_is_taken_once_and_undone(talk, desk):
    said = talk(*OPEN, "u", "3", "a", "a", "u", "esc", "q")
    assert "niets om terug" in said.lower() or "ongedaan" in said.lower()
    assert item(desk).sentences == ()
    said = talk(*OPEN, "3", "a", "p", "n", "n", "esc", "q")
    assert item(desk).sentences
    assert "Stap 4 van 5" in said


def test_sentences_are_changed_by_number_and_wrong_numbers_are_told(talk, desk):
    said = talk(
        *OPEN, "3", "+", "De Raad besprak het. [s1]", "+", "", "e 1", "De Raad nam het aan. [s2]",
        "e 9", "x 9", "x", "esc", "q",
    )  # fmt: skip
    assert [line.text for line in item(desk).sentences] == ["De Raad nam het aan."]
    assert "Er is geen nummer 9" in said


def test_running_text_becomes_a_sentence_each(talk, desk):
    running = "De Raad besprak het. Volgens art. 5 kon dat. [s1] Nederland [s2] steunde dit. [s3]"
    talk(*OPEN, "3", running, "e 1", "Eerst dit. Dan dat. [s4]", "esc", "q")
    assert [(line.text, line.evidence) for line in item(desk).sentences] == [
        ("Eerst dit.", ()),
        ("Dan dat.", (4,)),
        ("Volgens art. 5 kon dat.", (1,)),
        ("Nederland [s2] steunde dit.", (3,)),
    ]


def test_positions_are_asked_about_one_by_one(talk, desk):
    said = talk(*OPEN, "2", "", "x", "", "later", "1", "", "99", "g p9", "x p1", "esc", "q")
    assert "Niet overgenomen." in said
    assert "Overgenomen." in said
    assert "Er is geen nummer 99" in said
    before = len(item(desk).positions)
    talk(*OPEN, "2", "+ s1 s2", "Frankrijk", "steunt", "wil dit ook", "", "esc", "q")
    assert len(item(desk).positions) == before + 1
    added = next(one for one in item(desk).positions if one.actor == "land:FR")
    assert (added.stance, added.evidence) == ("support", (1, 2))


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("", "", "", ""), "wie"),
        (("Frankrijk", "zomaar", "tekst", ""), "houding"),
        (("Frankrijk", "steunt", "", "", ""), "wat deze actor vond"),
        (("Frankrijk", "steunt", "tekst", "s999"), "zin"),
    ],
)
def test_an_incomplete_position_is_not_taken(talk, desk, answers, told):
    said = talk(*OPEN, "2", "+", *answers, "esc", "q")
    assert item(desk).positions == ()
    assert told in said.lower()


def test_findings_are_mended_and_set_aside(talk, desk):
    said = talk(
        *OPEN, "3", "De Raad trok 999 miljoen euro uit. [s1]", "4", "x 1", "bewust zo", "esc", "q"
    )
    assert [one.reason for one in item(desk).dismissals] == ["bewust zo"]
    said = talk(*OPEN, "4", "f8 1", "x 99", "f8 99", "esc", "q")
    assert "Er is geen nummer 99" in said


def test_hand_over_asks_about_errors_and_goes_on(talk, desk):
    talk(*OPEN, "3", WRONG, "4", "5", "", "nee", "esc", "q")
    assert item(desk).status == "draft"
    said = talk(*OPEN, "4", "5", "", "ja", "f4", "esc", "esc", "q")
    assert item(desk).status == "review"
    assert "Stap 1 van 5" in said
    said = talk(*OPEN, "5", "r", "te kort", "esc", "q")
    assert item(desk).status == "draft", said


def test_nothing_is_handed_over_without_text(talk, desk):
    talk(*OPEN, "5", "", "esc", "q")
    assert item(desk).status == "open"


@pytest.mark.parametrize("answer", ["ja", "nee"])
def test_text_of_a_broken_off_talk_is_offered_back(talk, desk, answer):
    from dataclasses import replace

    from workflow.summaries.model import SummarySentence
    from workflow.tui.desk import Desk

    desk_of = Desk(desk)
    meeting = desk_of.workspace.meeting(FIRST)
    opened = desk_of.open_item(FIRST, meeting.item("I.1").slug)
    line = SummarySentence("Dit was nog niet bewaard.", (1,))
    desk_of.keep_draft(opened, replace(opened.summary, sentences=(line,)))
    said = talk("1", "1", answer, "esc", "q")
    assert "+ Dit was nog niet bewaard. [s1]" in said
    assert (item(desk).sentences != ()) is (answer == "ja")
