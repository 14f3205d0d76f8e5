"""The text: undo over everything, find and replace, paste, the user's own editor."""

from contextlib import nullcontext
from dataclasses import replace

import pytest
from madeup import MadeUpDesk, make_app, settle, shown
from textual import events

from workflow.summaries.model import SummarySentence

TEXT = "De Raad besprak het voorstel. [s1]\nVeel lidstaten waren bezorgd. [s3]"


def desk():
    made = MadeUpDesk()
    made.summaries["punt-1"] = replace(
        made.summaries["punt-1"],
        status="draft",
        sentences=(
            SummarySentence("De Raad besprak het voorstel.", (1,)),
            SummarySentence("Veel lidstaten waren bezorgd.", (3,)),
        ),
    )
    return made


async def open_text(pilot):
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press("e")
    await settle(pilot)
    return pilot.app.screen.editor


async def test_find_and_replace_everywhere_is_one_step():
    app = make_app(desk())
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await open_text(pilot)
        await pilot.press("ctrl+f", *"lidstaten", "tab", *"landen", "ctrl+r")
        await settle(pilot)
        assert "1 keer vervangen" in shown(app)
        changed = editor.text
        assert changed == TEXT.replace("lidstaten", "landen")
        await pilot.press("ctrl+z")
        assert editor.text == TEXT
        await pilot.press("ctrl+y")
        assert editor.text == changed


async def test_find_goes_from_place_to_place():
    app = make_app(desk())
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await open_text(pilot)
        await pilot.press("ctrl+f", *"bezorgd", "enter")
        await settle(pilot)
        assert editor.selected_text == "bezorgd"
        await pilot.press("ctrl+f", *"nergens", "enter")
        await settle(pilot)
        assert "komt niet voor" in shown(app)


async def test_pasted_text_comes_in_clean():
    app = make_app(desk())
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await open_text(pilot)
        editor.post_message(events.Paste("\nNieuwe\x0bzin\u202e met\x1b[31m kleur."))
        await settle(pilot)
        assert "zin met[31m kleur." in editor.text
        assert "Geplakt zonder opmaak" in shown(app)


@pytest.mark.parametrize("step", ["2", "1"])
async def test_the_text_is_the_same_after_looking_elsewhere(step):
    app = make_app(desk())
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await open_text(pilot)
        await pilot.press(*"Xx ", "escape", step, "3", "e")
        await settle(pilot)
        assert editor.text.startswith("Xx De Raad") or "Xx" in editor.text
        assert editor.has_focus


async def test_the_users_own_editor_counts_as_one_step(monkeypatch, tmp_path):
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nprintf "Uit de eigen editor. [s1]\\n" > "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    app = make_app(desk())
    monkeypatch.setattr(app, "suspend", nullcontext)
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await open_text(pilot)
        await pilot.press("ctrl+e")
        await settle(pilot)
        assert editor.text == "Uit de eigen editor. [s1]"
        await pilot.press("ctrl+z")
        assert editor.text == TEXT


@pytest.mark.parametrize("command", ["false", "/nowhere/editor", "'"])
async def test_an_editor_that_fails_changes_nothing(monkeypatch, command):
    monkeypatch.setenv("VISUAL", command)
    app = make_app(desk())
    monkeypatch.setattr(app, "suspend", nullcontext)
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await open_text(pilot)
        await pilot.press("ctrl+e")
        await settle(pilot)
        assert editor.text == TEXT
        assert "editor" in shown(app) or "tekstverwerker" in shown(app)


async def test_source_sentences_are_put_in_as_text_or_as_evidence():
    app = make_app(desk())
    async with app.run_test(size=(120, 40)) as pilot:
        editor = await open_text(pilot)
        await pilot.press("ctrl+home", "escape", "1", "down", "space", "b")
        await settle(pilot)
        assert editor.text.splitlines()[0] == "De Raad besprak het voorstel. [s1 s2]"
        await pilot.press("s")
        await settle(pilot)
        assert len(editor.text.splitlines()) == 3


async def test_each_typed_sentence_gets_a_line_of_its_own():
    app = make_app(desk())
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await open_text(pilot)
        editor.select_all()
        await pilot.press(*"Eerst dit. [s1] Dan dat op art. 5. Einde")
        assert editor.text == "Eerst dit. [s1]\nDan dat op art. 5.\nEinde"
        await settle(pilot)
        assert [one.text for one in app.screen._summary.sentences] == [
            "Eerst dit.",
            "Dan dat op art. 5.",
            "Einde",
        ]
        # Who wants two of them on one line can have that.
        await pilot.press("home", "backspace", "space", "end", *" nu")
        assert editor.text == "Eerst dit. [s1]\nDan dat op art. 5. Einde nu"


async def test_pasted_running_text_gets_a_line_for_each_sentence():
    app = make_app(desk())
    async with app.run_test(size=(100, 30)) as pilot:
        editor = await open_text(pilot)
        editor.select_all()
        editor.post_message(events.Paste("Eerst dit. Dan dat."))
        await settle(pilot)
        assert editor.text == "Eerst dit.\nDan dat."
        assert "een eigen regel" in shown(app)
