"""Bringing one item from open to submitted, by keyboard, on a desk without git."""

from dataclasses import replace

import pytest
from madeup import CLOCK, SOURCE, MadeUpDesk, make_app, press, settle, shown

from workflow.positions.model import Suggestion
from workflow.summaries import edits
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import Finding, OpenProposal, Position, Remark, SummarySentence
from workflow.summaries.references import with_references
from workflow.tui.answers import Standing
from workflow.tui.screens.find import FindDialog
from workflow.tui.widgets.remarks import RemarksPane

SIZES = [(80, 24), (120, 40)]


def reviewed(*texts):
    """A desk on which the first item, with these sentences of Piet's, waits for review."""
    desk = MadeUpDesk()
    lines = tuple(SummarySentence(text, (1,)) for text in texts)
    desk.summaries["punt-1"] = replace(desk.summaries["punt-1"], status="review", sentences=lines)
    desk.standing_now = Standing(writers=("Piet",))
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_from_open_to_submitted_in_eight_keys(size):
    desk = MadeUpDesk()
    async with make_app(desk).run_test(size=size) as pilot:
        await settle(pilot)
        keys = ["enter", "n", "a", "enter", "n", "a", "f6"]
        assert len(keys) <= 8
        await press(pilot, *keys)
        summary = desk.summaries["punt-1"]
        assert summary.status == "review"
        assert [p.actor for p in summary.positions] == [
            "nederland",
            "commissie",
            "lidstaten:meeste",
            "lidstaten:enkele",
        ]
        assert [s.evidence for s in summary.sentences] == [(1,), (3,), (5,)]
        assert all(sentence.quoted for sentence in summary.sentences)
        assert desk.asked == ["save punt-1", "submit punt-1"]


async def test_one_key_accepts_what_is_certain_and_nothing_else():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2", "a")
        assert isinstance(app.screen.positions.entry, Suggestion)
        assert not app.screen.positions.entry.certain
        before = app.screen._summary
        await press(pilot, "a")
        assert app.screen._summary == before
        assert "één voor één" in shown(app)


async def test_rejecting_is_remembered_and_can_be_taken_back():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2", "x")
        assert [p.actor for p in app.screen._summary.rejected] == ["nederland"]
        await press(pilot, "u")
        assert app.screen._summary.rejected == ()
        await press(pilot, "x", "escape")
        assert [p.actor for p in desk.summaries["punt-1"].rejected] == ["nederland"]


async def test_typing_is_text_and_leaving_saves_it():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "enter")
        await pilot.press(*"n1 qx?")
        await settle(pilot)
        assert app.screen.editor.text == "n1 qx?"
        await press(pilot, "escape", "escape")
        assert desk.summaries["punt-1"].sentences == (SummarySentence("n1 qx?"),)


async def test_a_draft_is_kept_within_a_second_and_offered_back():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "enter")
        await pilot.press(*"half af")
        await settle(pilot, patience=0.9)
        assert desk.drafts["punt-1"].sentences[0].text == "half af"
        assert "concept bijgehouden" in shown(app)
    again = make_app(desk)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "Niet bewaarde tekst" in shown(again)
        assert "+ half af" in shown(again)
        await press(pilot, "enter")
        assert again.screen.editor.text == "half af"
        assert again.screen.dirty


async def test_undo_of_a_position_keeps_what_was_typed():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2", "a", "3", "e")
        await pilot.press(*"tekst")
        await press(pilot, "escape", "2", "u")
        assert app.screen._summary.positions == ()
        assert app.screen._summary.sentences[0].text == "tekst"


async def test_a_fix_is_one_step_that_can_be_undone(checked_at_once):
    desk = MadeUpDesk()
    desk.summaries["punt-1"] = replace(
        desk.summaries["punt-1"],
        status="draft",
        sentences=(SummarySentence("Veel lidstaten uitten zorgen.", (3,)),),
    )
    desk.findings_found = (
        Finding(
            "quantifier", "error", "“Veel” staat niet in de bron", 1, "Veel", (3,), "De meeste"
        ),
    )
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        await press(pilot, "f8")
        assert app.screen.editor.text == "De meeste lidstaten uitten zorgen. [s3]"
        await press(pilot, "ctrl+z")
        assert app.screen.editor.text == "Veel lidstaten uitten zorgen. [s3]"


async def test_errors_are_shown_before_handing_over(checked_at_once):
    desk = MadeUpDesk()
    desk.findings_found = (Finding("figure", "error", "58 staat niet in de bron"),)
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a")
        await press(pilot, "f6")
        assert desk.asked == []
        assert "58 staat niet in de bron" in shown(app)
        await press(pilot, "f6")
        assert desk.asked == ["save punt-1", "submit punt-1"]


async def test_errors_are_shown_before_approving(checked_at_once):
    desk = reviewed("Tekst.")
    desk.findings_found = (Finding("figure", "error", "58 staat niet in de bron"),)
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "f6")
        assert desk.asked == []
        assert "keurt toch goed" in " ".join(shown(app).split())
        await press(pilot, "f6")
        assert desk.asked == ["approve punt-1"]


async def test_nobody_approves_their_own_text():
    desk = reviewed("Tekst.")
    desk.standing_now = Standing(("Sanne",), mine=True)
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "f6")
        assert desk.asked == []
        assert "een collega" in shown(app)
    desk.standing_now = Standing(("Piet",))
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert desk.asked == ["approve punt-1"]


async def test_an_error_while_saving_keeps_the_text():
    from workflow.errors import WorkflowError

    desk = MadeUpDesk()
    desk.error = WorkflowError("summaries.errors.no_meetings")
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "ctrl+s")
        assert "Dat ging niet" in shown(app)
        await press(pilot, "escape")
        assert app.screen.dirty
        assert len(app.screen._summary.sentences) == 3


async def test_a_position_can_be_changed_in_a_form():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2", "e", "tab")
        await pilot.press("home", *["delete"] * 8, *"steu")
        await press(pilot, "ctrl+s")
        found = app.screen._summary.positions
        assert found == (Position("nederland", "Nederland", "support", SOURCE[4], (5,)),)


async def test_moving_over_a_position_marks_its_source():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2")
        assert app.screen.source.lit == {5}
        await press(pilot, "down")
        assert app.screen.source.lit == {2}
        await press(pilot, "shift+tab")
        assert app.screen.focused is app.screen.source
        await press(pilot, "end", "up", "up")
        assert app.screen.positions.lit


async def test_next_item_that_needs_me_is_one_key():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "f6", "f4")
        assert "Staat van het Schengengebied" in shown(app)
        assert desk.summaries["punt-1"].status == "review"


async def test_a_comment_follows_the_sentence_on_which_it_was_made():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "enter", "pageup", "down", "down", "escape", "o")
        assert "Bij zin 2" in shown(app)
        await press(pilot, *"korter", "enter")
        assert app.screen._summary.sentences[1].evidence == (3,)
        assert app.screen._summary.remarks[0].evidence == (3,)
        await press(pilot, "5")
        assert "zin 2" in shown(app)
        await press(pilot, "o", *"mooi", "enter")
        assert app.screen._summary.remarks[1].evidence == ()
        await press(pilot, "2", "o")
        number = app.screen_stack[-2].positions.selected.evidence[0]
        assert f"Bij s{number}" in shown(app)


async def test_a_comment_on_a_sentence_without_evidence_follows_it_too():
    desk = MadeUpDesk()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "enter", "pagedown", "end", "enter")
        await press(pilot, *"Niets besloten.", "escape", "o")
        assert "Bij zin 4" in shown(app)
        await press(pilot, *"echt", "enter")
        summary = app.screen._summary
        assert summary.remarks[0].text == "“Niets besloten.” echt"
        assert summary.remarks[0].evidence == ()
        await press(pilot, "5")
        assert "zin 4" in shown(app)
        moved = (*summary.sentences[3:], *summary.sentences[:3])
        assert edits.remarked(summary.remarks[0], moved) == 1
        assert edits.remarked(summary.remarks[0], summary.sentences[:3]) == 0


async def test_what_changed_since_shows_no_signs_of_the_file():
    desk = reviewed("Zin een.")
    old = desk.summaries["punt-1"]
    remark = Remark("korter [EU]", "Piet", "2024-03-07", False, (3,))
    desk.standing_now = replace(
        desk.standing_now, before=render_summary(old), before_when=CLOCK, before_seen=True
    )
    desk.summaries["punt-1"] = replace(old, remarks=(remark,))
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "home", "down", "enter", "5")
        assert "Opmerkingen · Piet (2024-03-07; open): korter [EU]" in shown(app)
        assert "**" not in shown(app)
        await press(pilot, "ctrl+f")
        assert "ga eerst naar stap 3" in shown(app)
        await press(pilot, "3", "tab", "ctrl+f")
        assert isinstance(app.screen, FindDialog)


async def test_remarks_have_the_height_of_their_width_however_they_were_laid_out_before():
    desk = reviewed("Zin een.")
    words = "Deze opmerking is langer dan een regel van een smal scherm en wordt afgebroken. " * 3
    remark = Remark(words, "Piet", "2024-03-07", False, (3,))
    desk.summaries["punt-1"] = replace(desk.summaries["punt-1"], remarks=(remark,))
    app = make_app(desk)
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "home", "down", "enter", "5")
        pane = app.screen.query_one("#remarks", RemarksPane)
        width = pane.size.width
        foretold = {n: pane.get_content_height(pane.size, pane.size, n) for n in (width, 60)}
        assert foretold[width] == pane.size.height
        assert foretold[60] > foretold[width]
        await pilot.resize_terminal(60, 40)
        await settle(pilot)
        assert (pane.size.width, pane.size.height) == (60, foretold[60])


async def test_that_something_is_to_be_decided_is_said_as_long_as_it_is_so():
    desk = MadeUpDesk()
    line = ("- " + SOURCE[0],)
    proposal = OpenProposal("sentences", "Piet", "2024-03-07", line, line, ())
    desk.summaries["punt-1"] = replace(desk.summaries["punt-1"], proposals=(proposal,))
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "home", "down", "enter")
        assert "iets te kiezen" in shown(app)
        desk.summaries["punt-1"] = replace(desk.summaries["punt-1"], proposals=())
        app.screen.changed_outside()
        await settle(pilot)
        assert "iets te kiezen" not in shown(app)


async def test_a_source_sentence_asked_for_leads_back_to_its_finding(checked_at_once):
    desk = MadeUpDesk()
    desk.findings_found = (Finding("figure", "warning", "Let op", 1, "x", (3,)),)
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "4")
        await press(pilot, "f9")
        assert app.screen._step == "read"
        assert "Esc gaat terug" in shown(app)
        await press(pilot, "escape")
        assert app.screen._step == "check"


async def test_a_reviewer_on_a_small_screen_sees_all_keys_and_scrolls_the_text():
    desk = reviewed(*(f"Zin nummer {n}." for n in range(1, 40)))
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        footer = shown(app).splitlines()[-1]
        assert "Enter goedkeuren  r vraag wijziging" in footer
        assert "F4 volgend punt" in footer
        assert "Zin nummer 30." not in shown(app)
        await press(pilot, "end")
        assert "Zin nummer 39." in shown(app)


async def test_a_reviewer_who_left_a_comment_can_still_approve_or_ask():
    desk = reviewed("Een zin.")
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "o", *"mooi", "enter")
        assert "Enter goedkeuren  r vraag wijziging" in shown(app)
        assert "Lees dit na" in shown(app)
        await press(pilot, "enter")
        assert desk.asked == ["save punt-1", "approve punt-1"]


async def test_a_changed_text_in_review_is_saved_and_not_submitted_again():
    desk = reviewed("Een zin.")
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "e", *"Nu. ", "escape", "5")
        assert "Enter bewaren" in shown(app)
        await press(pilot, "enter")
        assert desk.asked == ["save punt-1"]
        assert "blijft ter beoordeling" in shown(app)


async def test_one_key_takes_a_commitment_motion_or_next_step_over():
    desk = MadeUpDesk(
        sentences=(
            "Conform de motie-Jorna pleitte Nederland voor haast.",
            "De Commissie komt in mei 2024 met een voorstel.",
        )
    )
    desk.source = with_references(desk.source, "nl", desk.meeting.days)
    desk.suggestions = ()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2")
        assert "Aangeboden" in shown(app)
        await press(pilot, "x")
        assert app.screen._summary.commitments == ()
        await press(pilot, "enter")
        assert [one.to_whom for one in app.screen._summary.commitments] == ["motie-Jorna"]
        await press(pilot, "down", "enter")
        assert [one.when for one in app.screen._summary.next_steps] == ["mei 2024"]
        assert "Aangeboden" not in shown(app)
        await press(pilot, "x")
        assert app.screen._summary.next_steps == ()
