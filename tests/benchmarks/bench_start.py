"""How long the program takes to start, beside bare Python and a bare Textual application.

Run with `python -m tests.benchmarks.bench_start`; prints a line for each measure with its limit,
and exits with 1 if one is over it. Whole processes are timed, in turn with their peer.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from workflow.samples import sample_reports

ROUNDS = 7
BARE_PYTHON = "import argparse, json, tomllib, dataclasses, datetime, pathlib"
BARE_TEXTUAL = """
from textual.app import App
from textual.widgets import Footer, Label, Tree
class Bare(App):
    def compose(self):
        yield Label("title")
        tree = Tree("items")
        for n in range(60):
            tree.root.add_leaf(f"item {n}")
        yield tree
        yield Footer()
    def on_ready(self):
        self.exit()
Bare().run(headless=True)
"""
BOARD = """
import sys
from pathlib import Path
from workflow.tui.app import DeskApp
from workflow.tui.widgets.rows import RowList
def look(app):
    if any(rows.rows for rows in app.screen.query(RowList)):
        app.exit()
DeskApp.on_ready = lambda app: app.set_interval(0.005, lambda: look(app))
DeskApp(Path(sys.argv[1])).run(headless=True)
"""


@dataclass(frozen=True)
class Measure:
    """One line of the table."""

    name: str
    seconds: float
    peer: float
    limit: float
    """Ratio to the peer that the design allows."""


def timed(pairs: dict[str, list[str]]) -> dict[str, float]:
    """Median seconds of each command, run in turn so that the machine's drift hits all alike."""
    found: dict[str, list[float]] = {name: [] for name in pairs}
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    for _ in range(ROUNDS):
        for name, command in pairs.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment)
            found[name].append(time.perf_counter() - start)
    return {name: median(times) for name, times in found.items()}


def measures(folder: Path) -> list[Measure]:
    """Every measure, on a workspace with the samples."""
    python = sys.executable
    desk = folder / "desk"
    subprocess.run([python, "-m", "workflow", "demo", str(desk)], check=True, capture_output=True)
    command = [python, "-m", "workflow", "--workspace", str(desk)]
    took = timed(
        {
            "python": [python, "-c", BARE_PYTHON],
            "help": [*command, "--help"],
            "status": [*command, "status"],
            "inspect": [*command, "inspect", str(sample_reports()[0].path)],
            "textual": [python, "-c", BARE_TEXTUAL],
            "board": [python, "-c", BOARD, str(desk)],
        }
    )
    return [
        Measure("workflow --help / bare Python", took["help"], took["python"], 2.0),
        Measure("workflow status / bare Python", took["status"], took["python"], 6.0),
        Measure("workflow inspect / bare Python", took["inspect"], took["python"], 10.0),
        Measure("first screen / bare Textual", took["board"], took["textual"], 1.3),
    ]


def main() -> int:
    """Print the table; 1 if a measure is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        found = measures(Path(folder))
    for measure in found:
        ratio = measure.seconds / measure.peer
        verdict = "" if ratio <= measure.limit else "  over"
        print(
            f"{measure.name:36} {measure.seconds:7.3f} s {measure.peer:7.3f} s "
            f"{ratio:5.2f}x (limit {measure.limit:.1f}x){verdict}"
        )
    return int(any(m.seconds / m.peer > m.limit for m in found))


if __name__ == "__main__":
    sys.exit(main())
