"""Rounds over the screens on the samples: questions left with Esc, and what keys lead to."""

import subprocess

import pytest
from madeup import CLOCK, go, press, settle, shown

from workflow.summaries.board import BoardItem
from workflow.summaries.meetings import MeetingItem
from workflow.tui.app import DeskApp
from workflow.tui.screens.camps import CampsScreen
from workflow.tui.screens.compare import CompareScreen
from workflow.tui.screens.export import ExportScreen
from workflow.tui.screens.history import HistoryScreen
from workflow.tui.screens.importing import ImportScreen
from workflow.tui.screens.item import ItemScreen
from workflow.tui.screens.offers import OffersScreen
from workflow.tui.screens.promises import PromisesScreen
from workflow.tui.screens.search import SearchScreen
from workflow.tui.screens.settings import SettingsScreen
from workflow.tui.screens.timeline import TimelineScreen
from workflow.tui.screens.topics import TopicsScreen
from workflow.tui.widgets.boardrows import draw_item

pytestmark = pytest.mark.every_frame

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"
REPORT = """Verslag van de bijeenkomst van 8 april 2031

1. Havens

De Commissie lichtte het voorstel toe. Nederland steunde het voorstel en vroeg om haast.

2. Tolken

Het voorzitterschap opende het debat.
"""


async def answer(pilot, words):
    """Give the question that is open these words, whatever stands in its field."""
    pilot.app.screen.query_one("Input").value = words
    await press(pilot, "enter")


def slug(demo, meeting, start):
    return next((demo / "summaries/2031" / meeting).glob(f"{start}*.md")).stem


def state(demo):
    """What git has: the last version, and what differs from it."""
    words = (["rev-parse", "HEAD"], ["status", "--porcelain"], ["tag", "-l"])
    return [subprocess.check_output(["git", "-C", str(demo), *each]) for each in words]


@pytest.mark.parametrize("screens", [3, pytest.param(8, marks=pytest.mark.slow)])
async def test_esc_out_of_every_question_changes_nothing(app, demo, screens):
    before = state(demo)
    item = slug(demo, JUNE, "gezamenlijke")
    draft = slug(demo, JUNE, "grensoverschrijdende-heling")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        board = app.screen
        board.query_one("#board").select(("meeting", JUNE))
        for keys in (("/", "slash"), ("f", "f"), ("d", "d"), ("i", "i"), ("e", "e"), ("f2", "f2")):
            await press(pilot, keys[1])
            assert app.screen is not board, keys
            await press(pilot, "escape")
            assert app.screen is board, keys
        rows = (
            (lambda: CompareScreen(MARCH, JUNE), "fav"),
            (TopicsScreen, "edgp"),
            (lambda: OffersScreen(JUNE), "v"),
            (CampsScreen, "o"),
            (lambda: TimelineScreen("blusvloot"), "a"),
            (lambda: ExportScreen(JUNE), "stilmv"),
            (lambda: ItemScreen(JUNE, draft), "otv"),
            (lambda: ItemScreen(JUNE, item), "o"),
        )
        for make, keys in rows[:screens]:
            screen = await go(pilot, make())
            for key in keys:
                await press(pilot, key)
                assert app.screen is not screen, (screen, key)
                await press(pilot, "escape")
                assert app.screen is screen, (screen, key)
            await press(pilot, "escape")
            assert app.screen is board, screen
        screen = await go(pilot, SettingsScreen())
        screen.query_one("#settings").select("words_max")
        await press(pilot, "enter", "escape", "escape")
        assert app.screen is board
    assert state(demo) == before
    assert [path.name for path in (demo / "exports").iterdir()] == ["README.md"]


async def test_versions_are_looked_at_in_every_way(app, demo):
    item = slug(demo, JUNE, "gezamenlijke")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, HistoryScreen(JUNE, item))
        changes = shown(app)
        await press(pilot, "down", "enter")
        assert "Samenvatting" in shown(app)
        await press(pilot, "enter", "d")
        assert shown(app) != changes
        told = screen.query_one("StatusLine").aside.plain
        assert told
        await press(pilot, "up", "d", "d")
        assert not screen.query_one("StatusLine").aside.plain
        await press(pilot, "y", "s")
        assert "Gezamenlijke blusvloot" in shown(app)
        await press(pilot, "s", "z")
        assert screen.query_one("StatusLine").message, "the present version is not brought back"
        await press(pilot, "w", "enter", "d", "y", "escape")
        assert app.screen is screen, "back to the versions first"
        await press(pilot, "end", "e")
        if app.screen is not screen:
            await press(pilot, "escape")
        await press(pilot, "k", "k", "p", "escape", "escape")
        assert app.screen is not screen
        everything = await go(pilot, HistoryScreen())
        await press(pilot, "d", "z", "enter", "end")
        assert app.screen is everything
        assert "verslag ingevoerd" in shown(app)


async def test_the_board_folds_finds_and_names_what_is_damaged(app, demo):
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        board = app.screen
        rows = board.query_one("#board")
        rows.select(("meeting", MARCH))
        await press(pilot, "enter")
        assert any(row.key[:2] == ("item", MARCH) for row in rows.rows)
        await press(pilot, "enter")
        assert not any(row.key[:2] == ("item", MARCH) for row in rows.rows)
        await press(pilot, "t")
        assert app.screen is board
        assert board.query_one("StatusLine").message, "a meeting has no one topic"
        await press(pilot, "slash")
        await answer(pilot, "blusvloot")
        assert "blusvloot" in shown(app)
        assert "vermissingen" not in shown(app)
        await press(pilot, "slash")
        await answer(pilot, "")
        await press(pilot, "a")
        assert "“" not in board.query_one("StatusLine").aside.plain
        assert board.query_one("StatusLine").aside.plain
        await press(pilot, "a", "f2")
        assert isinstance(app.screen, ImportScreen)
        assert "jbz-2031-10.txt" in shown(app)
        await press(pilot, "escape")
        (demo / "summaries/2031" / MARCH / "meeting.toml").write_text("= stuk\n", "utf-8")
        await press(pilot, "r")
        assert "meeting.toml" in shown(app)
        assert "JBZ 12 en 13 juni 2031" in shown(app)


async def test_topics_and_proposals_lead_to_items_and_timelines(app, demo):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, TopicsScreen(JUNE))
        rows = screen.query_one("#changes")
        rows.select(("topic", "blusvloot"))
        await press(pilot, "enter")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, "escape")
        rows.select(next(row.key for row in rows.rows if row.key[:2] == ("item", "blusvloot")))
        await press(pilot, "enter")
        assert isinstance(app.screen, ItemScreen)
        await press(pilot, "escape", "p")
        offers = app.screen
        assert isinstance(offers, OffersScreen)
        await press(pilot, "v")
        await answer(pilot, "maart")
        assert offers._meeting == MARCH
        await press(pilot, "v")
        await answer(pilot, "juni")
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ItemScreen)
        await press(pilot, "escape")
        before = len(offers._offers)
        await press(pilot, "home", "l")
        if app.screen is not offers:
            await answer(pilot, "Vermissingen over de grens")
        assert len(offers._offers) < before
        await press(pilot, "escape", "escape")
    assert state(demo)[1] == b""


async def test_an_item_is_walked_back_and_forth(app, demo):
    draft = slug(demo, JUNE, "grensoverschrijdende-heling")
    path = demo / "summaries/2031" / JUNE / f"{draft}.md"
    async with app.run_test(size=(120, 40)) as pilot:
        item = await go(pilot, ItemScreen(JUNE, draft))
        await press(pilot, "5", "p", "p")
        assert item._step == "summary"
        await press(pilot, "t")
        await answer(pilot, "heling, fietsen")
        await press(pilot, "ctrl+s")
        assert 'topics = ["heling", "fietsen"]' in path.read_text("utf-8")
        await press(pilot, "e")
        await pilot.press("x", "y")
        await settle(pilot)
        typed = item.editor.text
        await press(pilot, "ctrl+z", "ctrl+y")
        assert item.editor.text == typed
        await press(pilot, "ctrl+z", "escape", "1", "o")
        await answer(pilot, "Staat dit er echt?")
        assert "Staat dit er echt?" in [remark.text for remark in item._summary.remarks]
        await press(pilot, "f5")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "escape", "escape")
        approved = await go(pilot, ItemScreen(JUNE, slug(demo, JUNE, "gezamenlijke")))
        await press(pilot, "w")
        assert approved._summary.status == "draft"
        await press(pilot, "5", "n")
        assert approved._key != (JUNE, slug(demo, JUNE, "gezamenlijke")), "the next item is open"


async def test_a_folder_is_typed_and_a_council_is_asked_for(app, tmp_path):
    folder = tmp_path / "verslagen"
    folder.mkdir()
    (folder / "verslag.txt").write_text(REPORT, "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, ImportScreen())
        screen.query_one("#path").value = str(folder)
        screen.query_one("#path").focus()
        await press(pilot, "enter")
        assert "verslag.txt" in shown(app)
        screen.query_one("#path").value = str(folder / "verslag.txt")
        screen.query_one("#path").focus()
        await press(pilot, "enter")
        assert app.screen is not screen, "which council is asked"
        await answer(pilot, "Ecofin")
        assert "Herkend: ECOFIN, 8 april 2031" in shown(app)
        await press(pilot, "c", "escape", "ctrl+s")
        await settle(pilot)
    assert (app.desk.root / "summaries/2031/2031-04-08-ecofin/havens.md").is_file()


async def test_who_keeps_what_is_asked_where_two_changed_the_same(app, demo):
    draft = slug(demo, JUNE, "grensoverschrijdende-heling")
    path = demo / "summaries/2031" / JUNE / f"{draft}.md"
    async with app.run_test(size=(120, 40)) as pilot:
        item = await go(pilot, ItemScreen(JUNE, draft))
        first = item._summary.sentences[0].text
        await press(pilot, "3", "e")
        item.editor.put(item.editor.text.replace(first, "Zo zie ik het zelf.", 1))
        theirs = path.read_text("utf-8").replace(first, "Zo ziet een collega het.", 1)
        path.write_text(theirs, "utf-8")
        subprocess.run(["git", "-C", str(demo), "commit", "-qam", "met de hand"], check=True)
        await press(pilot, "escape", "ctrl+s")
        assert app.screen is not item
        assert "Zo ziet een collega het." in shown(app)
        assert "Zo zie ik het zelf." in shown(app)
        await press(pilot, "x")
        assert "Zo zie ik het zelf." in item.editor.text
        await press(pilot, "ctrl+s")
    assert "Zo zie ik het zelf." in path.read_text("utf-8")


def _said_by(screen, place):
    """Why there is nothing that came of an entry; empty where something did."""
    screen.query_one("#changes").select(place)
    return screen.why_not("result")


async def test_promises_and_found_words_are_followed_to_their_items(app, demo):
    async with app.run_test(size=(120, 40)) as pilot:
        promises = await go(pilot, PromisesScreen())
        await press(pilot, "ctrl+c", "c")
        assert list((demo / "exports").glob("toezeggingen*.csv"))
        rows = promises.query_one("#changes")
        places = [row.key for row in rows.rows if isinstance(row.key, int)]
        for place in (places[0], places[-1]):
            rows.select(place)
            await press(pilot, "enter")
            assert isinstance(app.screen, ItemScreen)
            await press(pilot, "escape")
        rows.select(next(n for n in places if not _said_by(promises, n)))
        await press(pilot, "g")
        assert isinstance(app.screen, ItemScreen)
        await press(pilot, "escape", "f", "f")
        assert len(rows.rows) < len(places)
        await press(pilot, "escape")
        search = await go(pilot, SearchScreen())
        search.query_one("#query").value = "blusvloot council:jbz"
        await settle(pilot)
        await press(pilot, "down", "up", "down", "enter")
        assert isinstance(app.screen, ItemScreen)
        await press(pilot, "escape", "ctrl+f")
        search.query_one("#query").value = "houding:tegen"
        await settle(pilot)
        found = search._places[search.query_one("#found").selected]
        await press(pilot, "enter")
        assert app.screen.source.selected == found > 0
        await press(pilot, "escape", "ctrl+f")
        search.query_one("#query").value = "zonderlingekwikstaart"
        await settle(pilot)
        await press(pilot, "enter")
        assert app.screen is search


async def test_what_was_made_is_opened_where_the_system_can(app, demo, monkeypatch):
    started = []
    monkeypatch.setattr(
        "workflow.tui.external.subprocess.Popen", lambda words, **_: started.append(words)
    )
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, ExportScreen(JUNE))
        choices = screen.query_one("#choices")
        choices.select("topic")
        await press(pilot, "enter")
        await answer(pilot, "blusvloot")
        choices.select("items")
        await press(pilot, "enter")
        assert app.screen is screen, "a topic is not made of items"
        assert screen.query_one("StatusLine").message
        await press(pilot, "ctrl+s", "o", "f", "y")
        made = next((demo / "exports").glob("*.docx"))
        assert [words[-1] for words in started] == [str(made), str(made.parent)]
        await press(pilot, "m")
        await answer(pilot, "  ")
        assert not list((demo / "exports").glob("*.eml"))


async def test_settings_of_every_kind_are_changed_on_screen(app, demo):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await go(pilot, SettingsScreen())
        rows = screen.query_one("#settings")
        rows.select("allow_forced_approval")
        await press(pilot, "enter")
        await answer(pilot, "ja")
        rows.select("words_max")
        await press(pilot, "enter")
        await answer(pilot, "veel")
        assert app.screen is not screen, "what is wrong stands in a dialog"
        await press(pilot, "escape")
        rows.select("approvers")
        await press(pilot, "enter")
        assert app.screen is screen
        assert screen.query_one("StatusLine").message, "a table is written by hand"
        rows.select("language")
        await press(pilot, "enter")
        await answer(pilot, "en")
        assert "Settings" in shown(app)
    assert "allow_forced_approval = true" in (demo / "workflow.toml").read_text("utf-8")
    assert "words_max" not in (demo / "workflow.toml").read_text("utf-8")


async def test_clicks_colours_and_a_folder_that_takes_no_settings(demo, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("a file where a folder should be", "utf-8")
    app = DeskApp(demo, clock=lambda: CLOCK, remembers=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        while app.screen.is_modal:
            await press(pilot, "escape")  # the tour of a first run, and a copied folder
        board, first = app.screen, app.theme
        await press(pilot, "f12")
        assert app.theme != first
        assert app.theme in board.query_one("StatusLine").message
        bar = board.query_one("KeyBar")
        await pilot.click(bar, offset=(bar.size.width - 3, 0))
        await settle(pilot)
        assert app.screen is not board, "a click on the help key helps"
        await press(pilot, "escape")
        app.do_language()
        await settle(pilot)
        assert app.screen is not board, "what could not be kept is told"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"status": "draft", "assigned": "Noor"}, "jij"),
        ({"status": "open", "assigned": "Sam"}, "Sam"),
        ({"status": "draft", "written_by": "Sam"}, "Sam"),
        ({"status": "review", "written_by": "Sam", "reviewer": "Kim"}, "Kim"),
        ({"status": "review", "written_by": "Sam", "reviewer": "Noor"}, "Sam"),
        ({"status": "approved", "uncounted": "Sam"}, "Sam"),
        ({"status": "draft", "stale": True}, "verouderd"),
        ({"status": "draft", "proposers": ("Sam",)}, "kiezen"),
        ({"status": "draft", "error": "stuk"}, "onleesbaar"),
    ],
)
def test_a_row_says_whose_turn_it_is(known, words):
    line = BoardItem(MeetingItem("havens", "I", "1", "Havens"), **known)
    assert words in draw_item(line, "Noor", 120).plain
    assert "Havens" in draw_item(line, "Noor", 60).plain
