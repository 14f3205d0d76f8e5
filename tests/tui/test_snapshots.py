"""Pictures of the screens that matter: fixed size, theme, clock and text."""

from dataclasses import replace

import pytest
from madeup import MadeUpDesk, make_app, settle

from workflow import languages
from workflow.summaries.model import Finding, Position, Remark, SummarySentence
from workflow.tui.answers import Standing

pytestmark = pytest.mark.every_frame


@pytest.fixture(autouse=True)
def still(monkeypatch, checked_at_once):
    """Nothing moves, blinks or is still to come."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr("textual.widgets.TextArea.cursor_blink", False)
    monkeypatch.setattr("textual.widgets.Input.cursor_blink", False)


def desk():
    made = MadeUpDesk()
    made.findings_found = (
        Finding(
            "quantifier", "error", "“Veel” is anders dan de bron", 2, "Veel", (3,), "De meeste"
        ),
        Finding("length", "hint", "zin van 31 woorden: splitsen?", 1),
    )
    made.summaries["punt-2"] = replace(
        made.summaries["punt-2"],
        status="draft",
        sentences=(
            SummarySentence("De Raad besprak het voorstel.", (1,)),
            SummarySentence("Veel lidstaten waren bezorgd.", (3,)),
        ),
    )
    # Else a count would depend on how long a screen was open.
    made.standing_now = Standing(looked=frozenset(range(1, 99)))
    made.add_item("Een punt ter beoordeling")
    made.summaries["punt-3"] = replace(
        made.summaries["punt-2"],
        status="review",
        positions=(Position("nederland", "Nederland", "oppose", "wil dit niet", (5,)),),
        remarks=(Remark("noem de Commissie ook", "Sanne", "2024-03-11", False, (2,)),),
    )
    return made


CASES = {
    "board": ((80, 24), "desk-dark", []),
    "board_wide_light": ((140, 45), "desk-light", []),
    "item_read": ((80, 24), "desk-dark", ["home", "down", "enter"]),
    "item_positions": ((140, 45), "desk-dark", ["home", "down", "enter", "2", "a"]),
    "item_positions_narrow": ((80, 24), "desk-light", ["home", "down", "enter", "2"]),
    "item_draft": ((80, 24), "desk-dark", ["home", "down", "enter", "3"]),
    "item_summary_findings": ((140, 45), "desk-light", ["home", "down", "down", "enter", "3", "e"]),
    "item_check": ((80, 24), "desk-dark", ["home", "down", "down", "enter", "4"]),
    "item_handover": ((80, 24), "desk-light", ["home", "down", "down", "enter", "5"]),
    "position_form": ((80, 24), "desk-dark", ["home", "down", "enter", "2", "e"]),
    "history": ((140, 45), "desk-dark", ["home", "down", "down", "h"]),
    "export": ((80, 24), "desk-dark", ["home", "b"]),
    "help": ((80, 24), "desk-dark", ["f1"]),
    "filter": ((80, 24), "desk-dark", ["f"]),
    "review": ((80, 24), "desk-dark", ["home", "down", "down", "down", "enter"]),
    "review_wide": ((140, 45), "desk-light", ["home", "down", "down", "down", "enter"]),
    "tour": ((80, 24), "desk-light", ["colon", *"rondleiding", "enter"]),
    "palette": ((80, 24), "desk-light", ["colon"]),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", CASES)
def test_screen(snap_compare, name, language):
    if language == "en" and name not in ("board", "item_positions", "help"):
        pytest.skip("three screens are enough for the second language")
    size, theme, keys = CASES[name]
    languages.use(language)

    async def before(pilot):
        await settle(pilot)
        pilot.app.theme = theme
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await pilot.pause(0.05)
        await settle(pilot)

    assert snap_compare(make_app(desk()), terminal_size=size, run_before=before)
