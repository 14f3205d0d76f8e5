"""Workspaces in real repositories, small and quick."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from history_helpers import NOOR, SAM, clone, files_of, git, meeting, shared_place
from sharing_desks import Desk

from tests.conftest import MakeOnce
from workflow.history import History, committing, open_history
from workflow.history.actions import import_meeting, init_workspace
from workflow.history.ownership import trust
from workflow.summaries.workspace import Workspace


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No configuration of the developer's is found anywhere."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock that is not going to go."""
    monkeypatch.setattr(committing, "_LOCK_PATIENCE", 0.05)
    monkeypatch.setattr(committing, "_INDEX_PATIENCE", 0.05)


def _copied(folder: Path, place: Path) -> History:
    """A copy of a workspace, as trusted as one that was made there."""
    history = open_history(Path(shutil.copytree(folder, place)))
    trust(history)
    return history


def _small(place: Path) -> None:
    """A workspace, and the same workspace with one meeting of two items."""
    history = init_workspace(place / "desk")
    shutil.copytree(place / "desk", place / "empty")
    import_meeting(Workspace(history.root), history, meeting(), files_of(meeting()))
    shutil.copytree(place / "desk", place / "meeting")


@pytest.fixture
def history(made_once: MakeOnce, tmp_path: Path) -> History:
    """An empty workspace."""
    return _copied(made_once("small", _small) / "empty", tmp_path / "werkmap")


@pytest.fixture
def workspace(history: History, made_once: MakeOnce) -> Workspace:
    """The same workspace with one meeting of two items."""
    shutil.rmtree(history.root)
    _copied(made_once("small", _small) / "meeting", history.root)
    return Workspace(history.root)


@pytest.fixture
def commits(history: History) -> Callable[[], int]:
    """How many commits there are."""
    return lambda: int(git(history.top, "rev-list", "--count", "HEAD"))


def _pair(place: Path) -> None:
    """Noor's workspace, the place that it is shared through, and Sam's copy of it."""
    history = init_workspace(place / "werkmap")
    import_meeting(Workspace(history.root), history, meeting(), files_of(meeting()))
    shared_place(history, place / "gedeeld.git")
    desk = Desk(replace(history, person=NOOR))
    desk.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie drie drie.")
    desk.sync()
    clone(place / "gedeeld.git", place / "sam", SAM)


def _copy_of(pair: Path, name: str, tmp_path: Path) -> None:
    """Copy one folder of the pair; it shares through the place beside it."""
    shutil.copytree(pair / name, tmp_path / name)
    config = tmp_path / name / ".git" / "config"
    config.write_text(config.read_text("utf-8").replace(str(pair), str(tmp_path)), "utf-8")


@pytest.fixture
def noor(made_once: MakeOnce, tmp_path: Path) -> Desk:
    pair = made_once("pair", _pair)
    shutil.copytree(pair / "gedeeld.git", tmp_path / "gedeeld.git")
    _copy_of(pair, "werkmap", tmp_path)
    history = open_history(tmp_path / "werkmap", NOOR)
    trust(history)
    return Desk(history)


@pytest.fixture
def sam(noor: Desk, made_once: MakeOnce, tmp_path: Path) -> Desk:
    _copy_of(made_once("pair", _pair), "sam", tmp_path)
    return Desk(open_history(tmp_path / "sam", SAM))
