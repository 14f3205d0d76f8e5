"""Heavy work in a process of its own: its answers, its errors, stopping it, and its end."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import apart_work
import pytest

from workflow import languages
from workflow.errors import WorkflowError
from workflow.tui.apart import Apart
from workflow.tui.desk import Desk
from workflow.tui.progress import JobCancelledError, Progress

ROOT = Path("/nowhere")


@pytest.fixture(scope="module")
def apart():
    made = Apart(Desk(ROOT), helpers=True)
    yield made
    made.close()


def answer(apart, work, *given):
    return apart.job(work, *given)(Progress(lambda words: None))


def pid(apart):
    return answer(apart, apart_work.who, "")[0]


def stopped_once_it_runs(apart, work):
    """The process in which work ran that was stopped as soon as it said something."""
    heard = []

    def hear(words):
        heard.append(int(words))
        # As the screens do: from a thread that has no time to wait.
        threading.Thread(target=progress.stop).start()

    progress = Progress(hear)
    with pytest.raises(JobCancelledError):
        apart.job(work)(progress)
    return heard[0]


def test_what_it_says_and_answers_comes_from_another_process(apart):
    heard = []
    languages.use("en")
    try:
        found = apart.job(apart_work.who, "één van twee")(Progress(heard.append))
    finally:
        languages.use("nl")
    assert found[0] != os.getpid()
    assert found[1:] == (str(ROOT), "yes")
    assert heard == ["één van twee"]
    assert pid(apart) == found[0], "it is kept for the next work"


def test_what_goes_wrong_there_is_told_as_if_it_had_gone_wrong_here(apart):
    with pytest.raises(WorkflowError, match=r"verslag\.txt"):
        answer(apart, apart_work.wrong)
    with pytest.raises(ZeroDivisionError, match="nul"):
        answer(apart, apart_work.unforeseen)
    with pytest.raises(RuntimeError):
        answer(apart, apart_work.unsayable)


def test_work_that_listens_stops_and_leaves_its_process_to_others(apart):
    assert stopped_once_it_runs(apart, apart_work.listening) == pid(apart)


def test_work_that_does_not_listen_is_ended(apart):
    ended = stopped_once_it_runs(apart, apart_work.deaf)
    with pytest.raises(ProcessLookupError):
        os.kill(ended, 0)
    assert pid(apart) != ended


def test_a_stop_that_comes_too_late_stops_nothing_else(apart):
    progress = Progress(lambda words: None)
    apart.job(apart_work.who, "")(progress)
    progress.stop()
    assert pid(apart)


def test_a_process_that_dies_is_an_error_in_words_and_another_one_is_started(apart):
    with pytest.raises(WorkflowError) as error:
        answer(apart, apart_work.dying)
    assert error.value.key == "tui.helper_ended"
    assert pid(apart) != os.getpid()


@pytest.mark.parametrize("program", ["", "/nowhere/python", "/bin/false"])
def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch, program):
    monkeypatch.setattr(sys, "executable", program)
    alone = Apart(Desk(ROOT), helpers=True)
    assert pid(alone) == os.getpid()
    alone.close()


def test_without_helpers_the_work_is_done_here():
    assert pid(Apart(Desk(ROOT), helpers=False)) == os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_it_ends_with_the_program_whatever_it_is_doing():
    code = (
        "import apart_work, test_apart; from workflow.tui.jobs import Progress\n"
        "apart = test_apart.Apart(test_apart.Desk(test_apart.ROOT), helpers=True)\n"
        "apart.job(apart_work.deaf)(Progress(lambda words: print(words, flush=True)))"
    )
    path = os.pathsep.join(sys.path)
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    ) as program:
        helper = int(program.stdout.readline())
        program.kill()
    for _ in range(3000):
        try:
            os.kill(helper, 0)
        except ProcessLookupError:
            return
        if "\nState:\tZ" in Path(f"/proc/{helper}/status").read_text("utf-8"):
            return  # ended; nobody has asked how
        time.sleep(0.01)
    pytest.fail("it goes on without the program")
