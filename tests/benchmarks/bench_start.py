"""How long the program takes to start and to leave, beside bare Python and a bare Textual app.

Whole processes are timed, in turn with their peer; the screens until they are painted and take
keys, for leaving has a row of its own. A command's peer is Python with what that
command must import: the standard library and git for `--help` and `status`; for `inspect` also
the rooms that read a report and find positions, which are its work.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests.benchmarks.frame import Row, in_turn

ROUNDS = 7
REPORT = """Verslag van de Ecofinraad van 4 maart 2031

1. Een punt

De Commissie lichtte het voorstel toe. Nederland steunde het voorstel en vroeg om haast.
"""
"""One item: to read a long report is work, not starting."""
MEETINGS = 1000
BARE = {
    "--help": "import argparse, tomllib, pathlib",
    "status": "import argparse, tomllib, pathlib, json, dataclasses, datetime, subprocess, git",
    "inspect": "import workflow.cli.parser, workflow.cli.reports, workflow.config",
}
TEXTUAL = """
import sys, time
from textual.app import App
from textual.widgets import Footer, Label, Static, Tree
class Bare(App):
    def compose(self):
        yield Label("title")
        yield Static("next")
        tree = Tree("items")
        tree.root.expand()
        for n in range(int(sys.argv[1])):
            tree.root.add_leaf(f"item {n}")
        yield tree
        yield Footer()
    def on_ready(self):
        self.call_after_refresh(self.usable)
    def usable(self):
        self.now = time.time()
        self.exit()
bare = Bare()
bare.run(headless=True)
print(bare.now)
"""
BOARD = """
import sys, time
from pathlib import Path
from workflow.tui.app import DeskApp
from workflow.tui.widgets.rows import RowList
show = RowList.show
def noted(self, rows, **keywords):
    show(self, rows, **keywords)
    if self.id == "board" and rows:
        RowList.show = show
        self.call_after_refresh(usable, self.app)
def usable(app):
    app.now = time.time()
    app.exit()
RowList.show = noted
desk = DeskApp(Path(sys.argv[1]))
desk.run(headless=True)
print(desk.now)
"""
QUIT = """
import sys, time
from pathlib import Path
from workflow.tui.app import DeskApp
from workflow.tui.widgets.rows import RowList
began = []
async def leave(app):
    if not began and any(r.rows for r in app.screen.query(RowList)) and not app.jobs.running:
        began.append(time.perf_counter())
        await app.do_quit()
DeskApp.on_ready = lambda app: app.set_interval(0.02, lambda: leave(app))
DeskApp(Path(sys.argv[1])).run(headless=True)
print(time.perf_counter() - began[0])
"""


def make_meetings(root: Path, count: int) -> None:
    """Meetings of one item each, without history behind them."""
    from workflow.summaries.itemfile import render_summary
    from workflow.summaries.meetingfile import render_meeting
    from workflow.summaries.model import Meeting, MeetingItem, Summary

    item = MeetingItem("punt", "", "1", "Een punt")
    report = "# Verslag\n\n### 1 Een punt\n\nDe Commissie lichtte het voorstel toe.\n"
    for number in range(count):
        day = date(1990, 1, 1) + timedelta(days=10 * number)
        meeting = Meeting(
            f"{day}-jbz", "jbz", (day,), "Verslag", "nl", "source.txt", "0" * 64, items=(item,)
        )
        folder = root / "summaries" / str(day.year) / meeting.id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "meeting.toml").write_text(render_meeting(meeting), "utf-8")
        (folder / "report.md").write_text(report, "utf-8")
        (folder / "punt.md").write_text(render_summary(Summary(item.title, "nl")), "utf-8")


def _run(*command: str) -> str:
    names = ("AUTHOR_NAME", "COMMITTER_NAME", "AUTHOR_EMAIL", "COMMITTER_EMAIL")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    # An installed program and its peers have their modules compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment |= {f"GIT_{name}": "a@example.org" for name in names}
    done = subprocess.run(
        [sys.executable, *command], check=True, capture_output=True, text=True, env=environment
    )
    return done.stdout


def _usable(code: str, argument: str) -> float:
    """Seconds until the screen is painted and takes keys."""
    began = time.time()
    return float(_run("-c", code, argument)) - began


def _first_time(root: Path) -> float:
    """The same for the board of a workspace of which nothing is remembered."""
    for path in (root / ".git" / "workflow").glob("*.cache"):
        path.unlink()
    return _usable(BOARD, str(root))


def rows() -> list[Row]:
    """Commands, the first screen with few and many meetings, and leaving."""
    with tempfile.TemporaryDirectory() as folder:
        few, many, new = (str(Path(folder) / name) for name in ("few", "many", "new"))
        for root, count in ((few, 10), (many, MEETINGS), (new, MEETINGS)):
            _run("-m", "workflow", "init", root)
            make_meetings(Path(root), count)
            _run("-m", "workflow", "--workspace", root, "status")
        report = str(Path(folder) / "report.txt")
        Path(report).write_text(REPORT, "utf-8")
        words = {"--help": ["--help"], "status": ["status"], "inspect": ["inspect", report]}
        works = {
            name: lambda w=w: _run("-m", "workflow", "--workspace", few, *w)
            for name, w in words.items()
        }
        works |= {f"bare {name}": lambda c=code: _run("-c", c) for name, code in BARE.items()}
        screens: dict[str, Callable[[], float]] = {
            "few": lambda: _usable(BOARD, few),
            "bare few": lambda: _usable(TEXTUAL, "20"),
            "many": lambda: _usable(BOARD, many),
            "new": lambda: _first_time(Path(new)),
            "bare many": lambda: _usable(TEXTUAL, str(MEETINGS)),
        }
        took = in_turn(works, ROUNDS) | in_turn(screens, ROUNDS, measure=lambda work: work())
        leaving = [float(_run("-c", QUIT, few)) for _ in range(ROUNDS)]
    return [
        *(
            Row(f"`workflow {name}`", took[name], "bare Python", took[f"bare {name}"], 2)
            for name in words
        ),
        Row("first screen, 10 meetings", took["few"], "bare Textual app", took["bare few"], 1.3),
        Row(
            f"first screen, {MEETINGS:,} meetings", took["many"], "bare Textual app",
            took["bare many"], 1.6,
        ),
        Row("the same, for the first time ever", took["new"], "bare Textual app",
            took["bare many"], 1.6),
        Row("leaving, nothing in flight", leaving, "0.3 s", [0.3], 1),
    ]  # fmt: skip
