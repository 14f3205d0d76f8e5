"""What made people hesitate who saw the program for the first time."""

from dataclasses import replace

import pytest
from madeup import CLOCK, MadeUpDesk, make_app, press, settle, shown

from workflow.summaries.board import Board
from workflow.summaries.model import Finding, Remark, SummarySentence
from workflow.tui.answers import Standing


def written(status="draft", **values):
    """A desk with one item that has a text."""
    made = MadeUpDesk()
    made.summaries["punt-1"] = replace(
        made.summaries["punt-1"],
        status=status,
        sentences=(SummarySentence("De Raad besprak het voorstel."),),
        **values,
    )
    return made


class Empty(MadeUpDesk):
    """Nothing was brought in yet."""

    def board(self):
        return Board(())

    board_with_people = board


@pytest.mark.parametrize("key", ["enter", "f4"])
async def test_on_an_empty_board_the_obvious_keys_bring_a_report_in(key):
    app = make_app(Empty())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "Enter beginnen" in shown(app)
        assert "filter" not in shown(app)
        await pilot.press(key)
        await settle(pilot)
        assert app.screen.CONTEXT == "import"


async def test_a_finding_leads_to_its_place_in_the_text():
    made = written()
    made.findings_found = (Finding("date", "error", "12 mei staat er niet.", 1, "voorstel"),)
    app = make_app(made)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "4")
        assert "Enter naar de tekst" in shown(app)
        await press(pilot, "enter")
        assert app.screen.editor.has_focus
        assert app.screen.editor.cursor_location == (0, 20)


async def test_showing_the_source_of_a_line_without_evidence_says_how_to_name_some():
    app = make_app(written())
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await pilot.press("e", "f9")
        await settle(pilot)
        assert "nog geen bronzin" in shown(app)
        await pilot.press("escape", "tab")
        await settle(pilot)
        assert "b als bron" in shown(app)


async def test_a_remark_is_resolved_where_it_is_found():
    made = written(remarks=(Remark("Waar komt dit vandaan?", "Piet", "2024-03-08"),))
    made.findings_found = (
        Finding("remark", "hint", "Er staat nog een opmerking open.", 0, "Waar komt dit vandaan?"),
    )
    app = make_app(made)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "4")
        assert "x opgelost" in shown(app)
        await press(pilot, "x")
        assert app.screen._summary.remarks[0].resolved
        assert "geen opmerking meer open" in shown(app)


async def test_what_is_back_after_a_crash_has_no_keys_of_the_hidden_draft():
    made = MadeUpDesk()
    made.drafts["punt-1"] = written().summaries["punt-1"]
    app = make_app(made)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert app.screen.editor.text == "De Raad besprak het voorstel."
        await press(pilot, "a")
        assert app.screen.editor.text == "De Raad besprak het voorstel."


async def test_the_next_item_begins_at_its_first_sentence_without_the_last_message():
    made = MadeUpDesk()
    made.next_for = lambda *key: ("2024-03-04-jbz", "punt-2")
    app = make_app(made)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await pilot.press("end")
        app.tell("oud nieuws")
        made.source = replace(made.source, sentences=made.source.sentences[:4], title="Ander")
        await press(pilot, "f4")
        assert app.screen.source.selected == 1
        assert "oud nieuws" not in shown(app)


async def test_who_asks_for_changes_is_told_what_became_of_it():
    made = written("review")
    made.standing_now = Standing(("Piet",), False, "", "", CLOCK)
    app = make_app(made)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "o opmerking" in shown(app)
        await pilot.press("r", *"Kort", "enter")
        await settle(pilot)
        assert "de schrijver ziet je opmerking" in shown(app)


async def test_who_changes_an_approved_text_is_told_that_it_is_a_draft_again():
    app = make_app(written("approved"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("home", "down", "enter")
        await settle(pilot)
        await pilot.press("3", "enter", "x", "ctrl+s")
        await settle(pilot)
        assert "weer een concept" in shown(app)
