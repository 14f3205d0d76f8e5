"""The bracket strings in the panes, dialogs and titles outside an item, all of them at once."""

from dataclasses import replace

import pytest
from madeup import CLOCK, MadeUpDesk, make_app, settle, shown
from test_render import BRACKETS

from workflow.briefing.markdown import escape as in_markdown
from workflow.summaries.itemlines import escape
from workflow.summaries.model import Remark, Summary, SummarySentence
from workflow.tui import render
from workflow.tui.answers import LeftOver, Preview
from workflow.tui.screens.dialogs import Choice, Picker
from workflow.tui.screens.recover import recover_question

LISTED = [f"{place:02d} {text}" for place, text in enumerate(BRACKETS)]


def missing(app):
    """The texts of which not even the beginning is seen."""
    words = shown(app)
    return [text for text in LISTED if render.one_line(text)[:14].strip() not in words]


@pytest.fixture
def desk():
    made = MadeUpDesk(titles=LISTED, sentences=LISTED)
    made.preview = lambda *_, **__: Preview("\n".join(map(in_markdown, LISTED)), tuple(LISTED))
    made.summaries = {
        slug: replace(
            summary,
            claim=LISTED[0],
            status="draft",
            sentences=tuple(SummarySentence(text, (1,)) for text in LISTED),
            remarks=tuple(Remark(text, text) for text in LISTED),
        )
        for slug, summary in made.summaries.items()
    }
    return made


async def test_board_and_its_dialogs(desk):
    app = make_app(desk)
    async with app.run_test(size=(140, 60)) as pilot:
        await settle(pilot)
        assert missing(app) == []
        app.push_screen(Picker("[/]", [Choice(text, text, text) for text in LISTED]))
        await settle(pilot)
        assert len(missing(app)) <= len(LISTED) - 13
        await pilot.press("escape")
        saved = [escape(text) for text in LISTED]
        draft = [f"{text} x" for text in saved]
        left = LeftOver(Summary("", "nl"), "\n".join(draft), CLOCK, ("[/]",), CLOCK)
        app.push_screen(recover_question("\n".join(saved), left, CLOCK, "nl"))
        await settle(pilot)
        assert missing(app) == []


async def test_editor_handover_and_remarks(desk):
    app = make_app(desk)
    async with app.run_test(size=(160, 80)) as pilot:
        await settle(pilot)
        await pilot.press("home", "down", "enter")
        await settle(pilot)
        for step in ("1", "3", "5"):
            await pilot.press(step)
            await settle(pilot)
            assert missing(app) == [], step
            assert LISTED[0] in shown(app).splitlines()[0]


async def test_briefing_preview_and_its_warnings(desk):
    app = make_app(desk)
    async with app.run_test(size=(160, 80)) as pilot:
        await settle(pilot)
        await pilot.press("home", "b")
        await settle(pilot)
        assert missing(app) == []
