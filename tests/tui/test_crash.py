"""A process that is killed while somebody types, in a real terminal of its own."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

import pytest
from madeup import CLOCK, settle, shown

from workflow.history import drafts, open_history
from workflow.history.actions import import_meeting, init_workspace
from workflow.report.reader import read_report
from workflow.samples import sample_reports
from workflow.summaries.importing import plan_import
from workflow.summaries.workspace import Workspace
from workflow.tui.app import DeskApp

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
    pytest.mark.skipif(
        "PYTEST_XDIST_WORKER" in os.environ,
        reason="keys do not reach a pseudo-terminal below a worker process: "
        "run `python -m pytest -n 0 tests/tui/test_crash.py`, as .ci/run does",
    ),
]

_ESCAPES = re.compile(rb"\x1b\[[0-9;:?<>=!$]*[a-zA-Z]")


class Terminal:
    """A child with a terminal of 100 by 30."""

    def __init__(self, code):
        self.screen, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=child,
            stdout=child,
            stderr=child,
            env=environment,
            start_new_session=True,
        )
        os.close(child)
        self.seen = b""

    def read(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.screen], [], [], 0.05)
            if ready:
                try:
                    self.seen += os.read(self.screen, 65536)
                except OSError:
                    return

    def wait_for(self, words, seconds=120):
        end = time.monotonic() + seconds
        while words.encode() not in _ESCAPES.sub(b"", self.seen):
            assert time.monotonic() < end, words
            self.read(0.1)

    def type(self, text):
        for letter in text:
            os.write(self.screen, letter.encode())
            self.read(0.03)

    def open_next(self, words):
        """Press F4 until its screen is there: a loaded machine may still be busy starting."""
        for _ in range(5):
            os.write(self.screen, b"\x1bOS")
            for _ in range(80):
                self.read(0.1)
                if words.encode() in _ESCAPES.sub(b"", self.seen):
                    return
        raise AssertionError(words)

    def end(self):
        """Leave nothing behind, however the test went."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)

    def kill(self, sign=signal.SIGKILL):
        self.process.send_signal(sign)
        end = time.monotonic() + 120  # only against hanging
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)  # a program cannot leave a terminal whose writing nobody takes
        self.process.wait(1)
        os.close(self.screen)


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "werkmap"
    workspace = Workspace(folder)
    init_workspace(folder)
    path = sample_reports()[0].path
    new = plan_import(read_report(path), path, path.read_bytes(), settings=workspace.settings)
    import_meeting(workspace, open_history(folder), new.meeting, new.files)
    return folder


@pytest.mark.parametrize("sign", ["SIGKILL", "SIGHUP"])
async def test_what_was_typed_survives(root, sign, request):
    code = f"""
from pathlib import Path
from workflow.tui.memory import remember
remember("tour", "1")
from workflow.tui import run
run(Path({str(root)!r}))
"""
    terminal = Terminal(code)
    request.addfinalizer(terminal.end)
    terminal.wait_for("Volgende:")
    terminal.wait_for("I.2")
    terminal.open_next("Lees in de bron")
    terminal.type("3")
    terminal.wait_for("Voorstel")
    terminal.type("e")
    terminal.read(0.3)
    terminal.type("een zin die nog nergens bewaard is")
    typed = time.monotonic()
    history = open_history(root)
    while not drafts_of_the_child(root, "nog nergens bewaard is"):
        assert time.monotonic() - typed < 120  # a second on a quiet machine
        terminal.read(0.05)
    terminal.kill(getattr(signal, sign))
    assert "nog nergens bewaard is" in drafts(history)[0].text
    app = DeskApp(root, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Niet bewaarde tekst" in shown(app)
        assert "een zin die nog nergens bewaard is" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.editor.text == "een zin die nog nergens bewaard is"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert drafts(open_history(root)) == ()


def drafts_of_the_child(root, words):
    folder = root / ".git" / "workflow" / "drafts"
    return any(words in path.read_text("utf-8") for path in folder.glob("*.json"))
