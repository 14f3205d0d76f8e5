"""A command as a user types it, and a workspace to type it in."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CopyDesk
from workflow.cli import main

Run = Callable[..., tuple[int, str, str]]
Talk = Callable[..., str]
BOXES = re.compile(r"[\u2500-\u259f\u2800-\u28ff\x1b]")
"""Signs that a screen reader cannot say."""


@pytest.fixture
def run_in(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the workspace in a folder: exit status, stdout, stderr."""

    def call(place: Path, *words: object) -> tuple[int, str, str]:
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
def run(run_in: Run, tmp_path: Path) -> Run:
    """Run a command on the workspace `desk`: exit status, stdout, stderr."""

    def call(*words: object, place: Path = tmp_path / "desk") -> tuple[int, str, str]:
        return run_in(place, *words)

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


@pytest.fixture
def desk(copy_desk: CopyDesk, tmp_path: Path) -> Path:
    """A workspace with the first sample meeting."""
    return copy_desk(tmp_path / "desk", 1)
