"""A command as a user types it, and workspaces to type it in, made once and copied."""

import io
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.cli import main
from workflow.history import open_history
from workflow.history.actions import import_meeting, init_workspace
from workflow.report.reader import read_report
from workflow.samples import sample_reports
from workflow.summaries.importing import plan_import
from workflow.summaries.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]
Talk = Callable[..., str]
BOXES = re.compile(r"[\u2500-\u259f\u2800-\u28ff\x1b]")
"""Signs that a screen reader cannot say."""
CopyDesk = Callable[[Path, int], Path]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command on the workspace `desk`: exit status, stdout, stderr."""

    def call(*words: object, place: Path = tmp_path / "desk") -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main(["--workspace", str(place), *map(str, words)])
        except SystemExit as left:
            status = int(left.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    return call


@pytest.fixture
def talk(run: Run, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Answer the program of `--plain` line by line; gives all that it said."""

    def answers(*lines: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        status, out, err = run("--plain")
        assert status == 0
        assert not BOXES.search(out)
        return out + err

    return answers


@pytest.fixture(scope="session")
def _desks(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Workspaces with the first one and the first two sample meetings."""
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Noor de Wit")
            patch.setenv(f"GIT_{role}_EMAIL", "noor@example.org")
        desk = tmp_path_factory.mktemp("desks") / "desk"
        init_workspace(desk)
        for number, sample in enumerate(sample_reports()[:2], 1):
            workspace = Workspace(desk)
            report = read_report(sample.path)
            new = plan_import(
                report, sample.path, sample.path.read_bytes(), settings=workspace.settings
            )
            import_meeting(workspace, open_history(desk), new.meeting, new.files)
            made[number] = desk.with_name(f"desk-{number}")
            shutil.copytree(desk, made[number])
    return made


@pytest.fixture
def copy_desk(_desks: dict[int, Path]) -> CopyDesk:
    """Copy the workspace with that many meetings to a place."""

    def copy(place: Path, meetings: int) -> Path:
        shutil.copytree(_desks[meetings], place)
        return place

    return copy


@pytest.fixture
def desk(copy_desk: CopyDesk, tmp_path: Path) -> Path:
    """A workspace with the first sample meeting."""
    return copy_desk(tmp_path / "desk", 1)
