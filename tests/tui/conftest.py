import pytest
from madeup import CLOCK
from textual import _wait

from workflow import languages
from workflow.tui.app import DeskApp


@pytest.fixture(autouse=True)
def brisk(monkeypatch):
    """Look every few milliseconds whether a screen is idle, not every twenty.

    What a test waits for is in the message queues, which `settle` sees empty.
    """
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.004)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.001)


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
