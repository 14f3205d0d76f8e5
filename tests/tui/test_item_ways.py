"""What else can be done on an item: positions moved, joined and made, claims, findings, remarks."""

from dataclasses import replace

from madeup import CLOCK, SOURCE, MadeUpDesk, make_app, press, settle, shown
from textual.widgets import Input, TextArea

from workflow import languages
from workflow.errors import WorkflowError
from workflow.summaries.model import Commitment, Finding, Position, SummarySentence
from workflow.tui.answers import Standing

NL = Position("nederland", "Nederland", "oppose", SOURCE[4], (5,))
EC = Position("commissie", "Commissie", "call", SOURCE[1], (2,))


def desk_with(*positions, **more):
    desk = MadeUpDesk()
    old = desk.summaries["punt-1"]
    desk.summaries["punt-1"] = replace(old, status="draft", positions=positions, **more)
    return desk


def actors(app):
    return [position.actor for position in app.screen._summary.positions]


async def test_positions_are_moved_joined_and_taken_out():
    app = make_app(desk_with(NL, EC))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2")
        app.screen.positions.select(NL)
        await press(pilot, "greater_than_sign")
        assert actors(app) == ["commissie", "nederland"]
        await press(pilot, "less_than_sign")
        assert actors(app) == ["nederland", "commissie"]
        await press(pilot, "g")
        (joined,) = app.screen._summary.positions
        assert joined.evidence == (2, 5)
        assert all(text.rstrip(".") in joined.text for text in (SOURCE[4], SOURCE[1]))
        app.screen.positions.select(joined)
        await press(pilot, "g")
        assert app.screen._summary.positions == (joined,)
        await press(pilot, "x")
        assert actors(app) == []
        await press(pilot, "u")
        assert actors(app) == ["nederland"]


async def test_a_promise_is_taken_out_like_a_position():
    promise = Commitment("Een brief.", "Minister", "TK", evidence=(1,))
    app = make_app(desk_with(commitments=(promise,)))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2")
        app.screen.positions.select(promise)
        await press(pilot, "x")
        assert app.screen._summary.commitments == ()


async def test_stances_are_typed_in_the_language_of_the_screen():
    desk = desk_with()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        languages.use("en")
        app.screen.source.select(2)
        await press(pilot, "space", "plus")
        assert "calls for" in shown(app)
        app.screen.query_one("#actor", Input).value = "Frankrijk"
        app.screen.query_one("#stance", Input).value = "supports"
        await press(pilot, "ctrl+s")
        assert app.screen._summary.positions[-1].stance == "support"


async def test_a_position_is_made_of_the_marked_sentences():
    desk = desk_with()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        app.screen.source.select(2)
        await press(pilot, "space")
        app.screen.source.select(5)
        await press(pilot, "space", "plus")
        assert app.screen.query_one("#evidence", Input).value == "s2 s5"
        app.screen.query_one("#actor", Input).value = ""
        await press(pilot, "ctrl+s")
        assert "wie" in str(app.screen.query_one("#wrong").render()).lower()
        app.screen.query_one("#actor", Input).value = "Frankrijk"
        app.screen.query_one("#stance", Input).value = "zomaar"
        await press(pilot, "ctrl+s")
        assert "steunt" in str(app.screen.query_one("#wrong").render())
        app.screen.query_one("#stance", Input).value = "steunt"
        app.screen.query_one("#text", TextArea).text = " "
        await press(pilot, "ctrl+s")
        assert str(app.screen.query_one("#wrong").render()).strip()
        app.screen.query_one("#text", TextArea).text = "Een wens."
        app.screen.query_one("#evidence", Input).value = "s99"
        await press(pilot, "ctrl+s")
        assert "5" in str(app.screen.query_one("#wrong").render())
        app.screen.query_one("#evidence", Input).value = "s2"
        app.screen.query_one("#evidence", Input).focus()
        await press(pilot, "enter")
        (made,) = app.screen._summary.positions
        assert made == Position("land:FR", "Frankrijk", "support", "Een wens.", (2,))
        assert "Standpunt toegevoegd: Frankrijk (steunt)." in shown(app)
        await press(pilot, "2")
        app.screen.positions.select(made)
        await press(pilot, "e")
        app.screen.query_one("#text", TextArea).text = "Een andere wens."
        app.screen.query_one("#actor", Input).focus()
        await press(pilot, "enter", "ctrl+s")
        assert [one.text for one in app.screen._summary.positions] == ["Een andere wens."]
        await press(pilot, "e", "escape")
        assert [one.text for one in app.screen._summary.positions] == ["Een andere wens."]


async def test_an_item_is_claimed_and_let_go():
    app = make_app(desk_with())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "c")
        assert app.screen._summary.claim == "Sanne"
        assert app.screen._summary.claimed == CLOCK.date().isoformat()
        await press(pilot, "c")
        assert app.screen._summary.claim == ""


async def test_writer_reviewer_and_day_are_set_and_a_wrong_day_is_told():
    app = make_app(desk_with())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "v", "enter", *"Piet", "enter")
        assert app.screen._summary.assigned == "Piet"
        await press(pilot, "v", "down", "enter", *"Ada", "enter")
        assert app.screen._summary.reviewer == "Ada"
        await press(pilot, "v", "down", "down", "enter", *"ooit", "enter")
        assert "“ooit” is geen dag" in shown(app)
        await press(pilot, "ctrl+u", *"2024-03-20", "enter")
        assert str(app.screen._summary.deadline) == "2024-03-20"
        await press(pilot, "v", "escape", "v", "enter", "escape")
        assert app.screen._summary.assigned == "Piet"


async def test_a_finding_is_set_aside_with_a_reason_or_leads_to_its_line():
    desk = desk_with(sentences=(SummarySentence("Veel lidstaten zijn bezorgd.", (3,)),))
    finding = Finding("quantifier", "error", "Te sterk.", 1, "Veel lidstaten", (3,))
    desk.findings_found = (replace(finding, replacement="De meeste lidstaten"),)
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "4", "x", "enter")
        assert app.screen._summary.dismissals == ()
        await press(pilot, "x", *"goed zo", "enter")
        (kept,) = app.screen._summary.dismissals
        assert (kept.check, kept.words, kept.reason) == ("quantifier", "Veel lidstaten", "goed zo")
        await press(pilot, "4", "f9")
        await press(pilot, "4", "f8")
        assert app.screen._summary.sentences[0].text == "De meeste lidstaten zijn bezorgd."


async def test_draft_sentences_are_taken_over_one_by_one():
    app = make_app(desk_with())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "space")
        assert [line.evidence for line in app.screen._summary.sentences] == [(1,)]
        await press(pilot, "1")
        app.screen.source.select(3)
        await press(pilot, "space", "s")
        assert [line.evidence for line in app.screen._summary.sentences] == [(1,), (3,)]
        await press(pilot, "1", "enter")
        assert app.screen._step == "positions"


async def test_an_error_while_handing_over_is_told_and_loses_nothing():
    desk = desk_with(NL, sentences=(SummarySentence("Tekst.", (1,)),))
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "e", *"Nieuw. ", "escape")
        desk.error = WorkflowError("history.errors.no_identity")
        await press(pilot, "f6")
        assert "Nieuw." in app.screen_stack[1].editor.text
        desk.error = None
        await press(pilot, "enter", "f6")
        assert desk.summaries["punt-1"].status == "review"


async def test_text_taken_back_again_leaves_no_draft_to_offer():
    desk = desk_with()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "enter", "x")
        app.screen._pause()
        await settle(pilot)
        assert "punt-1" in desk.drafts
        await press(pilot, "backspace")
        app.screen._pause()
        await settle(pilot)
        assert "punt-1" not in desk.drafts


async def test_a_dialog_over_the_summary_does_not_give_its_keys_to_the_source():
    desk = desk_with(sentences=(SummarySentence("Een zin.", (1,)),))
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "f1", "escape", "s")
        assert not app.screen.source.has_focus
        assert len(app.screen._summary.sentences) == 1


async def test_recovered_text_has_the_keys_of_the_summary():
    desk = desk_with()
    left = replace(desk.summaries["punt-1"], sentences=(SummarySentence("Een zin.", (1,)),))
    desk.drafts["punt-1"] = left
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert app.screen._summary.sentences == left.sentences
        assert not app.screen.source.has_focus
        await press(pilot, "enter")
        assert app.screen.editor.has_focus


async def test_a_writer_is_not_offered_to_ask_for_changes():
    desk = desk_with(sentences=(SummarySentence("Een zin.", (1,)),))
    desk.summaries["punt-1"] = replace(desk.summaries["punt-1"], status="review")
    desk.standing_now = Standing(writers=("Sanne",), mine=True)
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert app.screen.hides("changes")
        # Nor to approve their own text, where Enter would only refuse.
        await press(pilot, "5")
        assert app.screen.hides("go")
        app.screen._standing = Standing()
        assert not app.screen.hides("changes")
        assert not app.screen.hides("go")


async def test_a_reviewer_who_claims_can_still_ask_for_changes_and_lets_go():
    desk = desk_with(sentences=(SummarySentence("Een zin.", (1,)),))
    desk.summaries["punt-1"] = replace(desk.summaries["punt-1"], status="review")
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "c")
        assert app.screen._summary.claim == desk.identity
        await press(pilot, "r", "k", "o", "r", "t", "enter")
        kept = desk.summaries["punt-1"]
        assert kept.status == "draft"
        assert kept.claim == ""
        assert kept.remarks[0].text == "kort"
