"""Killed at any moment, nothing is lost and nothing is left locked."""

import os
from pathlib import Path

import pytest
from killing import Tally, run

pytestmark = pytest.mark.skipif(
    not Path("/proc").is_dir() or not hasattr(os, "fork"), reason="needs Linux processes"
)


def nothing_lost(tally: Tally) -> bool:
    return (
        tally.lost
        == tally.text_lost
        == tally.broken_file
        == tally.blocked
        == tally.swept
        == tally.damaged
        == 0
    )


@pytest.mark.parametrize("rounds", [10, pytest.param(60, marks=pytest.mark.slow)])
def test_kills_lose_nothing(tmp_path: Path, rounds: int) -> None:
    """A few in every run, sixty where changes are checked: see `.ci/run`."""
    tally = run(tmp_path / "w", "program", rounds, seed=7)
    assert nothing_lost(tally), tally
    assert tally.in_flight > tally.kills / 3


@pytest.mark.slow
@pytest.mark.parametrize("way", ["commit --only", "GitPython index"])
def test_other_ways_of_saving_fail_it(tmp_path: Path, way: str) -> None:
    assert not nothing_lost(run(tmp_path / "w", way, 40, seed=7))


@pytest.mark.slow
def test_three_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    for seed in range(1, 5):
        tally = run(tmp_path / f"w{seed}", "program", 75, seed)
        assert nothing_lost(tally), tally
