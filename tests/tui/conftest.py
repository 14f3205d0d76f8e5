import asyncio
import time

import pytest
from madeup import CLOCK
from textual.pilot import Pilot
from textual.screen import Screen

from workflow import languages
from workflow.tui.app import DeskApp
from workflow.tui.screens.item_parts import base
from workflow.tui.widgets.rows import RowList


async def _drained(*_, patience=1):
    """Wait until the event loop has nothing left to do but wait.

    Then every message was handled; Textual's own way looks every 20 milliseconds how busy the
    processor is, which takes longer and on a busy machine tells less.
    """
    ready, until = asyncio.get_running_loop()._ready, time.monotonic() + patience
    await asyncio.sleep(0)
    while ready and time.monotonic() < until:
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def brisk(monkeypatch):
    """Know at once that a screen is idle."""
    monkeypatch.setattr("textual.pilot.wait_for_idle", _drained)
    monkeypatch.setattr("textual.app.wait_for_idle", _drained)


@pytest.fixture(autouse=True)
def painted_when_still(request, monkeypatch):
    """Draw a screen when the test pauses, all that changed at once.

    Nobody sees the frames between; tests marked `every_frame` draw as often as a terminal does.
    """
    if request.node.get_closest_marker("every_frame"):
        return
    paint, pause = Screen._compositor_refresh, Pilot.pause

    def paint_later(screen):
        if screen is not screen.app.screen or any(map(_too_wide, screen.query(RowList))):
            paint(screen)
        else:
            screen._dirty_widgets.clear()
            screen.app._update_mouse_over(screen)

    async def pause_and_paint(self, delay=None):
        await pause(self, delay)
        for _ in range(20):  # what is drawn for the first time may ask for another height
            screen = self.app.screen
            if not screen._compositor._dirty_regions:
                return
            paint(screen)
            await pause(self)

    monkeypatch.setattr(Screen, "_compositor_refresh", paint_later)
    monkeypatch.setattr(Pilot, "pause", pause_and_paint)


def _too_wide(rows):
    """Whether a list was laid out for another width; being drawn, it finds its height."""
    return rows.rows and rows.size and rows.display and rows._laid_out != rows._width


@pytest.fixture
def checked_at_once(monkeypatch):
    """A text is checked and kept at once, not when nothing was typed for a while."""
    monkeypatch.setattr(base, "PAUSE", 0.01)


@pytest.fixture
def app(demo):
    """The screens on a copy of the demo."""
    return DeskApp(demo, clock=lambda: CLOCK)


@pytest.fixture(autouse=True)
def dutch(monkeypatch, tmp_path):
    """Dutch on screen, and a memory of its own for every test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    languages.use("nl")
    yield
    languages.use("nl")
