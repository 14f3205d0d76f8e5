"""What every test shares."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from workflow import languages

# The tests start the program a few hundred times: let it keep its compiled modules, as an
# installed program does, also where the environment says otherwise.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

SHARED = Path(__file__).parents[1].parent / "shared"

# The normal run tries the same examples every time, so that it fails only on what has changed;
# `HYPOTHESIS_PROFILE=search` looks for new ones, many times as many.
settings.register_profile("same", max_examples=60, derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_sessionfinish() -> None:
    """Where coverage is measured, write down what was run before this process is told to end."""
    coverage = sys.modules.get("coverage")
    measuring = coverage.Coverage.current() if coverage else None
    if measuring is not None:
        measuring.save()


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """Every test starts with the interface in Dutch, whatever the machine's locale is."""
    languages.use("nl")
    yield
    languages.use("nl")


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees the developer's git configuration; an identity comes from here."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    # Nor their own settings of this program, nor its log, nor what it keeps.
    own = tmp_path_factory.getbasetemp() / "own"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(own / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(own / "cache"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Noor de Wit")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "noor@example.org")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Noor de Wit")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "noor@example.org")


@pytest.fixture(scope="session")
def demo_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with its history, made once for all processes; not to be changed."""
    folder = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        folder = folder.parent
    place, done = folder / "demo-desk", folder / "demo-desk.done"
    try:
        (folder / "demo-desk.lock").mkdir()
    except FileExistsError:
        for _ in range(1200):
            if done.exists():
                return place
            time.sleep(0.1)
        raise
    from workflow.demo import build_demo

    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        build_demo(place)
    done.touch()
    return place


@pytest.fixture
def shared() -> Path:
    """The folder with the real report, the gold annotation and the judges of Word files."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the shared folder at {SHARED}, which is not here")
    return SHARED
