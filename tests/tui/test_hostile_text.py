"""Whatever stands in a report or a colleague's file is shown as it is, in every pane."""

from dataclasses import replace

import pytest
from madeup import MadeUpDesk, make_app, make_item, settle, shown
from test_render import BRACKETS

from workflow.positions.model import Suggestion
from workflow.summaries.model import Finding, Position, Remark, SummarySentence
from workflow.tui.render import block
from workflow.tui.screens.dialogs import Choice, MessageDialog, Picker, Prompt, Question

HOSTILE = (
    *BRACKETS,
    "rood \x1b[31mrood\x1b[0m \x07",
    "om\u202egekeerd",
    "nul\u200bbreed",
    "👩‍👩‍👧 en 🇳🇱",
    "woord" * 300,
    "\x00\x1b]52;c;eA==\x07",
)


def visible_part(text):
    """What must at least be seen of a text: its beginning, made visible, on one line."""
    return block(text.replace("\n", " ")).plain[:12].strip()


def desk_of(text):
    desk = MadeUpDesk(titles=(text, "Gewoon"), sentences=(text, f"{text} slot"))
    desk.source = make_item((text, f"{text} slot"), title=text)
    desk.suggestions = (
        Suggestion("nederland", "oppose", text, (1,), True),
        Suggestion("commissie", "call", f"{text} slot", (2,), False),
    )
    desk.findings_found = (Finding("figure", "error", text, 1, text, (1,), text),)
    return desk


# Some of them in every run, each kind once; all of them in the long one.
SOME = tuple(
    text if n % 3 == 0 else pytest.param(text, marks=pytest.mark.slow)
    for n, text in enumerate(HOSTILE)
)


@pytest.mark.parametrize("text", SOME)
async def test_every_pane_of_an_item(text):
    desk = desk_of(text)
    desk.summaries["punt-1"] = replace(
        desk.summaries["punt-1"],
        status="draft",
        sentences=(SummarySentence(text, (1,)),),
        positions=(Position("derde:x", text, "support", text, (1,)),),
        rejected=(Position("derde:y", text, "support", text, (2,)),),
        remarks=(Remark(text, text),),
    )
    part = visible_part(text)
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert part in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        for step in ("1", "2", "3", "4", "5"):
            await pilot.press(step)
            await settle(pilot)
            assert shown(app).count(part) >= 2, (step, shown(app))
        await pilot.press("f1")
        await settle(pilot)
        assert "Agendapunt" in shown(app)


@pytest.mark.parametrize("texts", [HOSTILE[::3], pytest.param(HOSTILE, marks=pytest.mark.slow)])
async def test_every_dialog_and_notice(texts):
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for text in texts:
            part = visible_part(text)
            app.tell(text)
            await pilot.pause()
            assert part in shown(app)
            dialogs = (
                MessageDialog(text, text),
                Question(text, block(text), text, text),
                Prompt(text, text),
                Picker(text, [Choice(1, text, text)]),
            )
            for dialog in dialogs:
                await app.push_screen(dialog)
                await pilot.pause()
                assert shown(app).count(part) >= 2, (dialog, shown(app))
                await pilot.press("escape")
                await pilot.pause()
