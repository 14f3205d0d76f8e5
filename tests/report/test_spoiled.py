"""Reports of which lines were lost, joined, doubled or cut are read or refused, in words."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from workflow.errors import WorkflowError
from workflow.positions.attribution import attribute
from workflow.report.reader import read_report

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))


def spoiled(text: str, seed: int) -> str:
    """The text after a handful of accidents."""
    chance = random.Random(seed)
    lines = text.splitlines()
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(lines))
        stop = min(len(lines), start + chance.randint(1, 30))
        match chance.randrange(7):
            case 0:
                lines[start:stop] = [""]
            case 1:
                lines[start:stop] = [" ".join(lines[start:stop])]
            case 2:
                lines[start] = lines[start][: chance.randint(0, len(lines[start]))]
            case 3:
                lines = lines[:stop]
            case 4:
                lines = lines[start:]
            case 5:
                lines[start:start] = lines[chance.randrange(len(lines)) :][:20]
            case 6:
                beside = " " * chance.randint(1, 40) + chance.choice(lines)
                lines[start:stop] = [line + beside for line in lines[start:stop]]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", [12, 13])
def test_a_spoiled_report_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    read = 0
    for number, fixture in enumerate(FIXTURES):
        path.write_text(spoiled(fixture.read_text("utf-8"), 1_000 * seed + number), "utf-8")
        with suppress(WorkflowError):
            attribute(read_report(path))
            read += 1
    assert read > len(FIXTURES) / 2
