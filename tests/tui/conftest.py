import pytest

from workflow import languages


@pytest.fixture(autouse=True)
def dutch(monkeypatch, tmp_path):
    """Dutch on screen, and a memory of its own for every test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    languages.use("nl")
    yield
    languages.use("nl")
