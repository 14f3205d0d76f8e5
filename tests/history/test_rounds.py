"""Many people at once, killed at any moment: all agree in the end, and nothing is lost."""

import os
from pathlib import Path

import pytest
from sharing_rounds import Tally, rounds

pytestmark = pytest.mark.skipif(
    not Path("/proc").is_dir() or not hasattr(os, "fork"), reason="needs Linux processes"
)


def check(tally: Tally) -> None:
    assert tally.faults == []
    assert tally.lost == 0
    assert tally.saved
    assert tally.done["sync"]


def test_some_operations_lose_nothing(tmp_path: Path) -> None:
    check(rounds(tmp_path, 24, seed=3))


@pytest.mark.slow
def test_a_thousand_operations_lose_nothing(tmp_path: Path) -> None:
    tally = rounds(tmp_path, 1000, seed=7)
    check(tally)
    assert tally.kills > 50
