"""Workspaces in real repositories, small and quick."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from history_helpers import NOOR, SAM, clone, files_of, git, meeting, shared_place
from sharing_desks import Desk

from workflow.history import History, committing
from workflow.history.actions import import_meeting, init_workspace
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


@pytest.fixture
def history(tmp_path: Path) -> History:
    """An empty workspace."""
    return init_workspace(tmp_path / "werkmap")


@pytest.fixture
def workspace(history: History) -> Workspace:
    """The same workspace with one meeting of two items."""
    workspace = Workspace(history.root)
    import_meeting(workspace, history, meeting(), files_of(meeting()))
    return workspace


@pytest.fixture
def commits(history: History) -> Callable[[], int]:
    """How many commits there are."""
    return lambda: int(git(history.top, "rev-list", "--count", "HEAD"))


@pytest.fixture
def noor(workspace: Workspace, history: History, tmp_path: Path) -> Desk:
    shared_place(history, tmp_path / "gedeeld.git")
    desk = Desk(replace(history, person=NOOR))
    desk.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie drie drie.")
    desk.sync()
    return desk


@pytest.fixture
def sam(noor: Desk, tmp_path: Path) -> Desk:
    return Desk(clone(tmp_path / "gedeeld.git", tmp_path / "sam", SAM))
