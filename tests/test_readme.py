"""The README says what the program does."""

import re
from pathlib import Path

from tests.make_readme import README, make

CI = Path(__file__).parents[1] / ".ci" / "run"


def test_tables_are_as_the_program_has_them() -> None:
    text = README.read_text("utf-8")
    assert make(text) == text, "run `python -m tests.make_readme`"


def test_ci_installs_and_tests_as_the_readme_says() -> None:
    line = next(line for line in README.read_text("utf-8").splitlines() if "[pdf,test]" in line)
    script = CI.read_text("utf-8")
    for step in line.split(" && "):
        assert step in script


def test_every_picture_is_there() -> None:
    for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text("utf-8")):
        assert (README.parent / name).stat().st_size > 10_000, name
