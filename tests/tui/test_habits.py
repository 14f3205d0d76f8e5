"""What people expect without thinking: undo, keys in text, leaving while something runs."""

from dataclasses import replace
from threading import Event

import pytest
from madeup import CLOCK, MadeUpDesk, make_app, settle, shown

from workflow.summaries.board import Board, BoardMeeting
from workflow.summaries.model import Position, SummarySentence
from workflow.tui import prepared
from workflow.tui.answers import Standing


@pytest.fixture
def running():
    """A long job that ends when it is let go."""
    gates = []

    def start(app, *, writes=False):
        gate = Event()
        gates.append(gate)
        app.jobs.start(
            app,
            lambda _: gate.wait(30),
            group="export",
            description="Het document wordt gemaakt …",
            writes=writes,
            then=lambda _: None,
        )
        return gate

    yield start
    for gate in gates:
        gate.set()


async def opened(pilot, *keys):
    await settle(pilot)
    for key in ("home", "down", "enter", *keys):
        await pilot.press(key)
        await settle(pilot)


async def test_in_the_text_the_footer_shows_no_key_that_would_type_a_letter():
    app = make_app()
    async with app.run_test(size=(200, 40)) as pilot:
        await opened(pilot, "3", "e")
        footer = shown(app).splitlines()[-1]
        assert "Ctrl+N volgende stap" in footer
        assert "Enter" not in footer
        assert " n " not in footer


async def test_one_key_takes_back_what_the_program_wrote_into_the_text():
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "2", "a", "3", "a")
        assert app.screen.editor.text
        await pilot.press("u")
        await settle(pilot)
        assert app.screen.editor.text == ""
        assert app.screen._summary.sentences == ()
        assert app.screen._summary.positions
        await pilot.press("u")
        await settle(pilot)
        assert app.screen._summary.positions == ()


async def test_quitting_asks_once_while_something_long_runs_and_waits_for_it(running):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        gate = running(app, writes=True)
        await pilot.press("q")
        await pilot.pause()
        assert "Er loopt nog iets" in shown(app)
        assert "Het document wordt gemaakt" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not app._exit
        await pilot.press("q", "enter")
        await pilot.pause()
        assert not app._exit
        gate.set()
        for _ in range(200):
            if app._exit:
                break
            await pilot.pause(0.05)
        assert app._exit


async def test_what_runs_says_how_to_stop_it_and_stops(running):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "niets dat gestopt kan worden" in shown(app)
        gate = running(app)
        await pilot.pause()
        assert "(Ctrl+T stopt dit)" in shown(app)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert app.jobs.stoppable == ()
        gate.set()
        await settle(pilot)
        assert "Gestopt: Het document wordt gemaakt" in shown(app)


def reviewed():
    desk = MadeUpDesk()
    desk.summaries["punt-1"] = replace(
        desk.summaries["punt-1"],
        status="review",
        sentences=(SummarySentence("De Raad besprak het voorstel.", (1,)),),
        positions=(Position("nederland", "Nederland", "oppose", "wil dit niet", (5,)),),
    )
    return desk


async def test_a_reviewer_reads_first_what_was_written_and_what_to_do():
    app = make_app(reviewed())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        words = shown(app)
        assert words.index("Lees dit na") < words.index("De tekst:") < words.index("1 standpunt")
        assert "wil dit niet" in words


async def test_a_reviewer_sees_differences_without_the_head_of_the_file():
    desk = reviewed()
    before = '+++\nstatus = "draft"\n+++\n\n# Mensensmokkel\n\n## Samenvatting\n\nIets anders.\n'
    desk.standing_now = Standing(("Piet",), False, "", before, CLOCK, True)
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "- Iets anders." in shown(app)
        assert "status =" not in shown(app)


async def test_the_item_says_how_many_sentences_nobody_has_looked_at():
    desk = MadeUpDesk(sentences=tuple(f"Zin nummer {n} van het verslag." for n in range(1, 101)))
    desk.standing_now = Standing(looked=frozenset(range(60, 101)))
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app.screen.source._look()
        seen = len(app.screen.source.looked)
        await pilot.press("5")
        await settle(pilot)
        assert f"{59 - seen} bronzinnen zijn nog niet in beeld geweest" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
    assert len(desk.looked) == seen


async def test_a_thousand_meetings_fold_without_being_drawn(monkeypatch):
    drawn = []
    draw = prepared.draw_meeting
    monkeypatch.setattr(
        prepared, "draw_meeting", lambda *a, **k: drawn.append(a[0].id) or draw(*a, **k)
    )
    desk = MadeUpDesk()
    one = desk.board().meetings[0]
    many = tuple(
        BoardMeeting(replace(one.meeting, id=f"{1000 + n}-03-04-jbz"), one.items)
        for n in range(1000)
    )
    desk.board = desk.board_with_people = lambda: Board(many)
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert 0 < len(drawn) < 100
        drawn.clear()
        await pilot.press("space")
        await settle(pilot)
        # What stood there already is not drawn again either.
        assert 0 < len(drawn) < 25


async def test_sentences_that_are_gone_do_not_count_as_looked_at():
    desk = MadeUpDesk()
    desk.standing_now = Standing(looked=frozenset(range(50, 101)))
    app = make_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("5")
        await settle(pilot)
        assert "-" not in shown(app).split("Inleveren")[1].split("Enter")[0]


async def test_keys_typed_while_the_next_item_is_read_are_meant_for_it():
    desk = MadeUpDesk()
    read, gate = desk.next_for, Event()
    desk.next_for = lambda *key: gate.wait(10) and read(*key)
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        before = app.screen._key
        await pilot.press("f4", "2", "a")
        assert app.screen._summary.positions == ()
        gate.set()
        await settle(pilot)
        assert app.screen._key != before
        assert app.screen._step == "positions"
        assert len(app.screen._summary.positions) == 3
        assert desk.summaries[before[1]].positions == ()


async def test_what_waits_is_opened_once_the_board_is_read():
    desk = MadeUpDesk()
    gate = Event()
    board = desk.board
    desk.board = lambda: gate.wait(10) and board()
    app = make_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4", "2", "a")
        gate.set()
        await settle(pilot)
        assert app.screen.CONTEXT == "item"
        assert len(app.screen._summary.positions) == 3


async def test_a_briefing_is_composed_once_what_was_being_saved_is_saved():
    app = make_app()
    done, gate = [], Event()

    def save(_):
        gate.wait(30)
        done.append("saved")

    async with app.run_test() as pilot:
        await settle(pilot)
        start = app.jobs.start
        start(app, save, group="save", git=True, writes=True, then=lambda _: None)
        start(app, lambda _: done.append("read"), group="preview", saved=True, then=lambda _: None)
        await pilot.pause(0.05)
        assert done == []
        gate.set()
        await settle(pilot)
    assert done == ["saved", "read"]
