"""The command on files that were made to do harm: a sentence, quickly, and nothing written."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile_files import QUICK, SLOW, make, special

pytest.importorskip("resource")

SECONDS = 10
MEGABYTES = 500
MEASURE = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""A small program between the test and the command, so that only the command is measured."""


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a workspace with what it holds, git's own folder included."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refuse(desk: Path, path: Path) -> str:
    """What the command says when it refuses a file, its time, memory and traces checked.

    Time is that of the processor, or of the clock where that is less than the limit anyway.
    """
    before = snapshot(desk)
    command = [sys.executable, "-m", "workflow", "--workspace", str(desk), "import", str(path)]
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *command],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    status, used, largest = map(float, done.stdout.split())
    taken = min(time.monotonic() - started, used)
    megabytes = largest / (1_000_000 if sys.platform == "darwin" else 1_000)
    print(f"{path.name[:20]:20} {taken:4.1f} s {megabytes:4.0f} MB  {done.stderr.strip()}")
    assert status == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert taken < SECONDS
    assert megabytes < MEGABYTES
    assert snapshot(desk) == before
    return done.stderr


@pytest.mark.parametrize("name", QUICK)
def test_harm_is_refused(desk, tmp_path, name):
    path = make(tmp_path, name)
    assert path.name in refuse(desk, path)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*SLOW, "groot.txt"])
def test_every_kind_of_harm_is_refused(desk, tmp_path, name):
    path = make(tmp_path, name)
    assert path.name in refuse(desk, path)


@pytest.mark.slow
def test_what_is_no_file_is_refused(desk, tmp_path):
    for path in special(tmp_path).values():
        refuse(desk, path)
