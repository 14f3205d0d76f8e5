"""A command as a user types it, and a workspace to type it in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.cli import main
from workflow.samples import sample_reports

Run = Callable[..., tuple[int, str, str]]


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
def desk(run: Run, tmp_path: Path) -> Path:
    """A workspace with the first sample meeting."""
    assert run("init", tmp_path / "desk")[0] == 0
    assert run("import", sample_reports()[0].path)[0] == 0
    return tmp_path / "desk"
