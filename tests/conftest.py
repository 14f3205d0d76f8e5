"""What every test shares."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from workflow import languages

# The tests start the program a few hundred times: let it keep its compiled modules, as an
# installed program does, also where the environment says otherwise.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

SHARED = Path(__file__).parents[1].parent / "shared"
MakeOnce = Callable[[str, Callable[[Path], object]], Path]
CopyDesk = Callable[[Path, int], Path]

# The normal run tries the same examples every time, so that it fails only on what has changed;
# `HYPOTHESIS_PROFILE=search` looks for new ones, many times as many.
settings.register_profile("same", max_examples=40, derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_sessionfinish() -> None:
    """Where coverage is measured, write down what was run before this process is told to end."""
    coverage = sys.modules.get("coverage")
    measuring = coverage.Coverage.current() if coverage else None
    if measuring is not None:
        measuring.save()


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test starts runs as for a user, also where coverage is measured.

    For tests that look at what a process loads or writes: coverage loads and writes as well.
    """
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)


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


@contextmanager
def _known_to_git() -> Iterator[None]:
    """For what is made before a test starts: no git configuration, and Noor works here."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Noor de Wit")
            patch.setenv(f"GIT_{role}_EMAIL", "noor@example.org")
        yield


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MakeOnce:
    """Make a folder once for all processes of the run; it is then only read, or copied."""
    base = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        base = base.parent

    def make_once(name: str, make: Callable[[Path], object]) -> Path:
        place, done = base / name, base / f"{name}.done"
        try:
            (base / f"{name}.lock").mkdir()
        except FileExistsError:
            for _ in range(1200):
                if done.exists():
                    return place
                time.sleep(0.1)
            raise
        with _known_to_git():
            make(place)
        done.touch()
        return place

    return make_once


def _make_demo(place: Path, stage: str = "second") -> None:
    """The demo, its history packed: hundreds of files less to copy for every test."""
    from workflow.demo import build_demo

    build_demo(place, stage=stage)
    subprocess.run(["git", "-C", str(place), "repack", "-a", "-d", "-q"], check=True)


@pytest.fixture(scope="session")
def demo_desk(made_once: MakeOnce) -> Path:
    """The demo with its history; not to be changed."""
    return made_once("demo-desk", _make_demo)


@pytest.fixture
def demo(demo_desk: Path, tmp_path: Path) -> Path:
    """A copy of the demo, to change."""
    return Path(shutil.copytree(demo_desk, tmp_path / "desk"))


@pytest.fixture(scope="session")
def first_demo(made_once: MakeOnce) -> Path:
    """The demo when its first meeting was done; not to be changed."""
    return made_once("first-demo", lambda place: _make_demo(place, "first"))


def _make_desks(place: Path) -> None:
    """Workspaces without a meeting, with the first sample, and with the first two."""
    from workflow.history.actions import import_meeting, init_workspace
    from workflow.report.reader import read_report
    from workflow.samples import sample_reports
    from workflow.summaries.importing import plan_import
    from workflow.summaries.workspace import Workspace

    desk = place / "desk"
    history = init_workspace(desk)
    shutil.copytree(desk, place / "0")
    for number, sample in enumerate(sample_reports()[:2], 1):
        workspace, source = Workspace(desk), sample.path.read_bytes()
        report = read_report(sample.path)
        new = plan_import(report, sample.path, source, settings=workspace.settings)
        import_meeting(workspace, history, new.meeting, new.files)
        shutil.copytree(desk, place / str(number))


@pytest.fixture
def copy_desk(made_once: MakeOnce) -> CopyDesk:
    """Copy a workspace with none, one or two of the sample meetings to a place."""

    def copy(place: Path, meetings: int) -> Path:
        from workflow.history import open_history
        from workflow.history.ownership import trust

        shutil.copytree(made_once("desks", _make_desks) / str(meetings), place)
        trust(open_history(place))
        return place

    return copy


@pytest.fixture
def shared() -> Path:
    """The folder with the real report, the gold annotation and the judges of Word files."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the shared folder at {SHARED}, which is not here")
    return SHARED
