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
    assert f"{line} || exit 1" in CI.read_text("utf-8").splitlines()


def test_the_first_screenful_says_what_it_is_for_and_has_both_commands() -> None:
    screenful = README.read_text("utf-8").split("\n![")[0].splitlines()
    assert len(screenful) <= 20
    (purpose,) = [line for line in screenful if "council meetings" in line]
    assert screenful.index(purpose) == 2
    commands = [line for line in screenful if line.startswith("python3 -m venv")]
    assert [line.split()[-1] for line in commands] == ["demo", "pytest"]


def test_every_picture_is_there() -> None:
    for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text("utf-8")):
        assert (README.parent / name).stat().st_size > 10_000, name
