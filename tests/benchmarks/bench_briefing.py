"""How long making a Word briefing takes, beside pandoc and beside deflating the same bytes.

All figures of a line come from one run.
"""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.frame import Growth, Row, plain
from tests.briefing.briefing_samples import many
from workflow.briefing.word.package import pack, unpack
from workflow.briefing.write import render, write_briefing


@dataclass(frozen=True)
class Measure:
    """One line of the table."""

    name: str
    seconds: float
    peer: float
    """Seconds of what it is measured against."""
    limit: float
    """The ratio that may not be passed; 0 where there is none."""

    @property
    def ratio(self) -> float:
        """Seconds of ours for one second of the peer's."""
        return self.seconds / self.peer


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Median time of a call."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times)


def pandoc(folder: Path) -> float | None:
    """Seconds that pandoc takes for the same fifteen items from Markdown, where it is here."""
    if not shutil.which("pandoc"):
        return None
    source = folder / "briefing.md"
    source.write_bytes(render(many(15), "md").content)
    command = ["pandoc", "--toc", str(source), "-o", str(folder / "pandoc.docx")]
    return seconds(lambda: subprocess.run(command, check=True))


def measures(folder: Path) -> list[Measure]:
    """Everything that issue and notes name."""
    some, fifty, most = many(15), many(50), many(500)
    render(some)
    target = folder / "briefing.docx"
    fifteen = seconds(lambda: write_briefing(some, target, overwrite=True))
    of_fifty = seconds(lambda: render(fifty))
    of_most = seconds(lambda: render(most), 3)
    parts, parts_of_most = unpack(render(some).content), unpack(render(most).content)
    found = [
        Measure("an item of 500, of 50", of_most / 500, of_fifty / 50, 1.3),
        Measure("15 items, deflating them", fifteen,
                seconds(lambda: target.write_bytes(pack(parts))), 0),
        Measure("500 items, deflating them", of_most, seconds(lambda: pack(parts_of_most)), 40),
        Measure("500 items, composing them", of_most, seconds(lambda: many(500), 3), 0),
    ]  # fmt: skip
    peer = pandoc(folder)
    if peer is None:
        print("pandoc is not installed: 15 items are not compared with it")
    else:
        found.insert(0, Measure("15 items, pandoc", fifteen, peer, 1.0))
    return found


def rows() -> list[Row]:
    """Everything that issue and notes name, as rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        found = measures(Path(folder))
    made = []
    for measure in found:
        name, _, peer = measure.name.partition(", ")
        made.append(plain(f"briefing: {name}", measure.seconds, peer, measure.peer, measure.limit))
    return made


def growth() -> list[Growth]:
    """Briefings of five, fifty and five hundred items."""
    times = []
    for size in (5, 50, 500):
        briefing = many(size)
        times.append([seconds(lambda b=briefing: render(b), 1) for _ in range(3)])
    return [Growth("briefing in Word", ("5 items", "50 items", "500 items"), tuple(times))]
