"""What every screen owes its reader: a way back in sight, words for signs, a calm ground."""

from dataclasses import replace
from pathlib import Path

import pytest
from madeup import CLOCK, MadeUpDesk, make_app, press, settle, shown
from test_render import BRACKETS
from textual.widgets import Input

from workflow import languages
from workflow.briefing.markdown import escape
from workflow.summaries.meetings import MeetingItem
from workflow.summaries.model import Position, Remark, Summary, SummarySentence
from workflow.tui import render
from workflow.tui.answers import Standing
from workflow.tui.app import DeskApp
from workflow.tui.screens import boardglance
from workflow.tui.screens.importing import typed_path
from workflow.tui.widgets import glance, paper
from workflow.tui.widgets.facts import handover_facts
from workflow.tui.widgets.grid import Grid
from workflow.tui.widgets.prose import Prose


@pytest.fixture(autouse=True)
def dutch():
    languages.use("nl")


async def test_the_way_back_is_always_in_the_footer(tmp_path):
    desk = MadeUpDesk()
    desk.last_folder = lambda: tmp_path
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "q stoppen  F1 hulp" in shown(app).splitlines()[-1]
        for keys in (
            ["home", "down", "enter"],
            ["2"],
            ["3"],
            ["4"],
            ["5"],
            ["f7"],
            ["escape", "escape", "b"],
            ["escape", "i"],
            ["escape", "comma"],
            ["escape", "ctrl+f"],
        ):
            await pilot.press(*keys)
            await settle(pilot)
            footer = shown(app).splitlines()[-1]
            assert "Esc terug  F1 hulp" in footer, (keys, footer)


async def test_what_lies_under_a_dialog_stays_in_sight():
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        footer = shown(app).splitlines()[-1]
        await press(pilot, "ctrl+p")
        words = shown(app)
        assert "Wat wil je doen?" in words
        assert "Verslagen · werkmap" in words
        # What one types in the dialog does not change the keys of the screen below.
        assert words.splitlines()[-1] == footer
        # Under headings as long as nothing is typed; how one moves in a list stands last.
        assert "Overzicht" in words
        await pilot.press(*"kleuren")
        await settle(pilot)
        assert "kleuren – " in shown(app)
        before = app.theme
        await press(pilot, "enter")
        assert app.theme != before


async def test_a_path_may_be_typed_from_its_first_character(tmp_path):
    report = tmp_path / "verslag.txt"
    report.write_text("Verslag", "utf-8")
    desk = MadeUpDesk()
    desk.last_folder = lambda: tmp_path
    read = []
    desk.read_report = lambda path: read.append(path) or MadeUpDesk.read_report(desk, path)
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "i")
        field = app.screen.query_one("#path", Input)
        await pilot.press(*"/geen")
        assert field.value == "/geen"
        await press(pilot, "escape")
        # Back in the list, with its folder; nothing was left.
        assert field.value == str(tmp_path)
        assert not field.has_focus
        await pilot.press("slash", *str(report)[1:], "enter")
        await settle(pilot)
        assert read == [report]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/home/x", "/home/x"),
        ("//home/x", "/home/x"),
        ('"/home/x y"', "/home/x y"),
        ("/~/x", "~/x"),
        ("verslag.txt", "verslag.txt"),
        ("/C:/x", "C:/x"),
    ],
)
def test_a_typed_path(typed, meant):
    assert typed_path(typed) == Path(meant).expanduser()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_done_and_nothing_left_are_said_in_words(language):
    languages.use(language)
    desk = MadeUpDesk()
    opened = replace(desk.open_item("", "punt-1"), suggestions=())
    facts = handover_facts(
        opened, Summary("Titel", language), (), Standing(), dirty=False, now=CLOCK
    )
    assert "0" not in facts.plain
    assert "✓" in facts.plain


def test_the_briefing_is_shown_without_the_signs_of_its_file():
    text = "## Kop\n\n- **Nederland** steunt\\* dit ~~niet~~[^2]\n> *concept*\n| a | b |\n"
    shown_text = paper.as_read(text).plain
    assert shown_text == "Kop\n\n· Nederland steunt* dit [-niet-](2)\n▌ concept\na │ b\n"


@pytest.mark.parametrize("text", BRACKETS)
def test_words_of_a_report_keep_their_signs_in_the_briefing(text):
    assert paper.as_read(escape(text)).plain.replace("&amp;", "&") == render.one_line(text)


async def test_a_bar_stands_before_every_line_of_a_lit_sentence():
    app = make_app(MadeUpDesk(sentences=["Een zin die " + "lang " * 30 + "is.", "Kort."]))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("home", "down", "enter")
        await settle(pilot)
        source = app.screen.source
        source.cursor = 1
        await settle(pilot)
        source.light(frozenset({1}))
        await settle(pilot)
        bars = [line for line in shown(app).splitlines() if line.startswith("▌")]
        assert len(bars) > 2
        assert bars[0].startswith("▌ s1")


async def test_a_table_takes_the_colours_of_the_theme():
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        grid = Grid(id="grid")
        await app.screen.mount(grid)
        colours = {}
        for theme in ("desk-dark", "desk-light"):
            app.theme = theme
            await settle(pilot)
            if not colours:
                grid.fill([["actor", "nu"], ["Nederland", "! tegen"]], {"!": "bold $text-error"})
            colours[theme] = str(grid.get_row_at(0)[1].style)
            assert app.theme_variables["text-error"] in colours[theme]
        assert len(set(colours.values())) == 2


async def test_help_explains_dialogs_too():
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", "f1")
        words = shown(app)
        assert "Hulp bij dit scherm" in words
        assert "Invulveld" in words
        assert "annuleren" in words
        await press(pilot, "escape")
        assert "Wat wil je zien?" in shown(app)


async def test_a_key_that_was_typed_before_a_dialog_came_opens_no_second_one():
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        board = app.screen
        await press(pilot, "f")
        depth = len(app.screen_stack)
        await board.action_command("board.find")
        await settle(pilot)
        assert len(app.screen_stack) == depth


async def test_escape_on_the_board_lets_go_of_the_filter():
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"mensen", "enter")
        await settle(pilot)
        assert "Staat van het Schengengebied" not in shown(app)
        await press(pilot, "escape")
        assert "filter" not in shown(app)


async def test_a_spacious_board_tells_of_the_line_under_the_cursor(demo_desk, monkeypatch):
    monkeypatch.setattr(boardglance, "PAUSE", 0.01)
    app = DeskApp(demo_desk, clock=lambda: CLOCK)

    async def told(words):
        for _ in range(200):
            await settle(pilot)
            if words in pane.plain:
                return
            await pilot.pause(0.02)
        raise AssertionError((words, pane.plain))

    async with app.run_test(size=(180, 40)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one("#glance", Prose)
        await pilot.press("home")
        await told("Luxemburg")
        await pilot.press("down")
        await told("Standpunten")
        await pilot.press("tab")
        assert app.focused is pane
        # Where there is no room for it any more, the list has the keys again.
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert not pane.display
        await press(pilot, "down")
        assert app.focused is app.screen.query_one("#board")


@pytest.mark.parametrize("text", BRACKETS)
def test_what_the_board_tells_is_shown_as_it_is(text):
    summary = Summary(
        text, "nl", topics=(text,), sentences=(SummarySentence(text, (1,)),),
        positions=(Position("x", text, "support", text),), remarks=(Remark(text, text),),
    )  # fmt: skip
    words = glance.of_item(MeetingItem("x", "I", "1", text), summary).plain
    assert words.count(render.one_line(text)) >= 6
