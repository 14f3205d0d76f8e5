"""Keys of the screens that compare, follow and send out, on the samples with their history."""

import pytest
from madeup import MadeUpDesk, go, make_app, press, settle, shown
from textual.events import Paste

from workflow.tui.screens.camps import CampsScreen
from workflow.tui.screens.compare import CompareScreen
from workflow.tui.screens.export import ExportScreen
from workflow.tui.screens.importing import ImportScreen
from workflow.tui.screens.item import ItemScreen
from workflow.tui.screens.promises import PromisesScreen
from workflow.tui.screens.structure import StructureScreen
from workflow.tui.screens.timeline import TimelineScreen
from workflow.tui.screens.topics import TopicsScreen
from workflow.tui.widgets.grid import Grid

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"


async def choose(pilot, words):
    """Type into the picker or the field that is open, and take it."""
    await pilot.press(*words)
    await press(pilot, "enter")


async def test_every_filter_of_the_comparison(app):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, CompareScreen(MARCH, JUNE))
        every = shown(app)
        await press(pilot, "f")
        await choose(pilot, "omgeslagen")
        assert shown(app) != every
        await press(pilot, "f", "enter", "a")
        await choose(pilot, "Slowakije")
        assert "Slowakije" in shown(app)
        await press(pilot, "a", "enter", "s", "o", "o")
        await press(pilot, "enter")
        assert screen.query_one("#changes").has_focus
        await press(pilot, "ctrl+c", "down", "ctrl+c")
        await press(pilot, "m")
        assert isinstance(app.screen, CampsScreen)
        await press(pilot, "escape", "t")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, "escape", "p")
        assert isinstance(app.screen, TopicsScreen)
        await press(pilot, "escape", "b")
        assert isinstance(app.screen, ExportScreen)
        await press(pilot, "escape", "c", "enter")
        assert isinstance(app.screen, ItemScreen)
        await press(pilot, "escape")
        assert app.screen is screen


async def test_camps_of_one_topic_and_their_timeline(app):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await go(pilot, CampsScreen())
        heads = screen.query_one(Grid).ordered_columns
        assert [str(head.label) for head in heads[1:5]] == ["NL", "Raad", "Vzs", "Cie"]
        assert sum(head.get_render_width(screen.query_one(Grid)) for head in heads[:7]) <= 80
        assert "Nederland" in screen.query_one("#said").plain
        assert "eens met" in screen.query_one("#said").plain
        assert "1≠ oneens" in shown(app)
        await press(pilot, "right", "right")
        assert "gedeeld" in screen.query_one("#said").plain
        assert "1≠ oneens" in shown(app), "the signs are explained wherever the cursor is"
        await press(pilot, "home")
        await press(pilot, "o")
        await choose(pilot, "blusvloot")
        assert "blusvloot" in shown(app).lower()
        await press(pilot, "ctrl+c", "o", "enter")
        await press(pilot, "right", "right", "right", "enter")
        assert isinstance(app.screen, TimelineScreen) or app.screen.is_modal
        await press(pilot, "escape")


async def test_a_timeline_opens_items_and_tables(app, demo):
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, TimelineScreen("blusvloot"))
        assert "Enter naar het punt" in shown(app)
        await press(pilot, "ctrl+c", "c")
        assert list((demo / "exports").glob("*.csv"))
        await press(pilot, "right", "down", "enter")
        assert isinstance(app.screen, ItemScreen)
        await press(pilot, "escape", "a", "escape", "a", "enter")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, "escape", "f")
        assert "onderwerp: Gezamenlijke blusvloot" in shown(app)


async def test_what_goes_out_is_chosen_row_by_row(app, demo):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, ExportScreen(JUNE))
        choices = screen.query_one("#choices")
        for key in ("o", "f", "y"):
            await press(pilot, key)
            assert "maak" in shown(app).lower()
        await press(pilot, "g")
        assert screen._order.approved_only
        await press(pilot, "g", "w")
        assert screen._order.mode != "clean"
        await press(pilot, "i")
        await choose(pilot, "I.1, I.99")
        assert "I.99" in shown(app)
        assert screen._order.items == ()
        await press(pilot, "i")
        await choose(pilot, "I.1")
        assert screen._order.items == ("I.1",)
        await press(pilot, "l", "escape", "l")
        await choose(pilot, "weg.docx")
        assert "weg.docx" in " ".join(shown(app).split())
        await press(pilot, "l", *["backspace"] * 8, "enter")
        choices.select("topic")
        await press(pilot, "enter")
        await choose(pilot, "blusvloot")
        assert screen._order.topic
        choices.select("make")
        await press(pilot, "enter")
        assert list((demo / "exports").glob("briefing-*.docx"))
        await press(pilot, "y")
        await press(pilot, "escape")


SCREENS = {
    "compare": (lambda: CompareScreen(MARCH, JUNE), "Compare", "Vergelijken"),
    "export": (lambda: ExportScreen(JUNE), "Briefing", "Briefing"),
    "promises": (PromisesScreen, "Commitments", "Toezeggingen"),
    "topics": (TopicsScreen, "Topics", "Onderwerpen"),
    "structure": (lambda: StructureScreen(JUNE), "Structure", "Indeling"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_an_open_screen_follows_the_language(app, name):
    make, english, dutch = SCREENS[name]
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, make())
        before = shown(app).splitlines()[:5]
        assert dutch in before[0]
        for title, other in ((english, dutch), (dutch, english)):
            await app.action_command("app.language")
            await settle(pilot)
            assert app.screen is screen
            assert title in shown(app).splitlines()[0]
            assert other == title or other not in shown(app).splitlines()[0]
        assert shown(app).splitlines()[:5] == before


async def test_a_path_pasted_anywhere_on_the_import_screen_is_taken(tmp_path):
    app = make_app(MadeUpDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(ImportScreen(str(tmp_path)))
        await settle(pilot)
        app.screen.focused.post_message(Paste("/ergens/verslag.pdf\n"))
        await settle(pilot)
        field = app.screen.query_one("#path")
        assert field.has_focus
        assert field.value == "/ergens/verslag.pdf"
