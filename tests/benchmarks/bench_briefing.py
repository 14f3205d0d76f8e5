"""How long making a Word briefing takes, beside pandoc and beside deflating the same bytes.

All figures of a line come from one run.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.frame import Growth, Row, taken
from tests.briefing.briefing_samples import many
from workflow.briefing.word.package import pack, unpack
from workflow.briefing.write import render, write_briefing


def pandoc(folder: Path) -> list[float]:
    """Seconds that pandoc takes for the same fifteen items from Markdown, where it is here."""
    if not shutil.which("pandoc"):
        return []
    source = folder / "briefing.md"
    source.write_bytes(render(many(15), "md").content)
    command = ["pandoc", "--toc", str(source), "-o", str(folder / "pandoc.docx")]
    return taken(lambda: subprocess.run(command, check=True))


def rows() -> list[Row]:
    """Fifteen items beside pandoc, and how the time per item stays the same."""
    with tempfile.TemporaryDirectory() as folder:
        return _rows(Path(folder))


def _rows(folder: Path) -> list[Row]:
    some, fifty, most = many(15), many(50), many(500)
    render(some)
    target = folder / "briefing.docx"
    fifteen = taken(lambda: write_briefing(some, target, overwrite=True))
    of_fifty = taken(lambda: render(fifty))
    of_most = taken(lambda: render(most), 3)
    parts, parts_of_most = unpack(render(some).content), unpack(render(most).content)
    packing = taken(lambda: target.write_bytes(pack(parts)))
    packing_most = taken(lambda: pack(parts_of_most))
    composing = taken(lambda: many(500), 3)
    found = [
        Row("briefing: an item of 500", _each(of_most, 500), "of 50", _each(of_fifty, 50), 1.3),
        Row("briefing: 15 items", fifteen, "deflating them", packing),
        Row("briefing: 500 items", of_most, "deflating them", packing_most, 40),
        Row("briefing: 500 items", of_most, "composing them", composing),
    ]
    if peer := pandoc(folder):
        found.insert(0, Row("briefing: 15 items", fifteen, "pandoc", peer, 1))
    else:
        print("pandoc is not installed: 15 items are not compared with it", file=sys.stderr)
    return found


def _each(times: Sequence[float], items: int) -> list[float]:
    return [time / items for time in times]


def growth() -> list[Growth]:
    """Briefings of five, fifty and five hundred items."""
    times = []
    for size in (5, 50, 500):
        briefing = many(size)
        times.append(taken(lambda b=briefing: render(b), 3))
    return [Growth("briefing in Word", ("5 items", "50 items", "500 items"), tuple(times))]
