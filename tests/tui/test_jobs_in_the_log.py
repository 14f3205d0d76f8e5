"""What the screens do in the background: what stands in the log, and how long it says it takes."""

import re
import threading

import pytest
from madeup import make_app, settle

from workflow import log
from workflow.errors import WorkflowError
from workflow.tui.jobs import JobDone
from workflow.tui.widgets.bars import StatusLine


@pytest.fixture
def logged(monkeypatch, tmp_path):
    monkeypatch.setattr(log, "log_folder", lambda: tmp_path)
    monkeypatch.delenv("WORKFLOW_LOG", raising=False)
    log.configure("info", False)
    yield lambda: log.log_file().read_text("utf-8")
    log.configure("warning", False)


def fail(error):
    def work(_):
        raise error

    return work


async def run(app, pilot, work):
    app.jobs.start(
        app,
        work,
        group="export",
        description="Het geheim van de minister",
        then=lambda _: None,
        failed=lambda _: None,
    )
    await settle(pilot)


async def test_jobs_are_logged_with_their_time_and_without_words(logged):
    app = make_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await run(app, pilot, lambda _: "Nederland stemt tegen")
        await run(app, pilot, fail(ValueError("Het geheim van de minister")))
        await run(app, pilot, fail(WorkflowError("cli.errors.no_terminal")))
    text = logged()
    lines = [line.split(" ", 2)[2] for line in text.splitlines() if " job export" in line]
    assert lines[0].startswith("info job export done in ")
    assert lines[1].startswith("error job export: ValueError at test_jobs_in_the_log.py:")
    assert lines[2].startswith("info job export: WorkflowError cli.errors.no_terminal at ")
    assert "geheim" not in text
    assert "Nederland" not in text


async def test_words_stand_in_the_log_where_they_are_asked_for(logged):
    log.configure("info", True)
    app = make_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        await run(app, pilot, lambda _: None)
    assert "geheim van de minister" in logged()


async def test_work_that_takes_a_while_says_for_how_long():
    app, enough = make_app(), threading.Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        line = app.screen.query_one(StatusLine)
        job = app.jobs.start(
            app, lambda _: enough.wait(60), group="export", description="Het duurt", then=print
        )
        try:
            await pilot.pause()
            job.began -= 65
            for _ in range(600):
                await pilot.pause(0.05)
                if re.search(r"^Het duurt \d\d s \(", line.busy):
                    break
            else:
                raise AssertionError(line.busy)
        finally:
            enough.set()
        await settle(pilot)
        assert line.busy == ""


async def test_nobody_is_told_whose_screen_has_gone():
    app = make_app()
    told = []
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        item = app.screen
        job = app.jobs.start(item, lambda _: None, group="export", then=told.append)
        await settle(pilot)
        assert told == [None]
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is not item
        app.post_message(JobDone(job, item, item.tell, "te laat"))
        await settle(pilot)
        assert app.is_running  # a screen without its widgets would have ended everything
