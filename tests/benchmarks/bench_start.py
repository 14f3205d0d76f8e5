"""How long the program takes to start and to leave, beside bare Python and a bare Textual app.

Whole processes are timed, in turn with their peer. A command's peer is Python with what that
command must import: the standard library and git for `--help` and `status`; for `inspect` also
the rooms that read a report and find positions, which are its work.
"""

import os
import subprocess
import sys
import tempfile
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
import sys
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


def _first_time(root: Path) -> None:
    """The board of a workspace of which nothing is remembered."""
    for path in (root / ".git" / "workflow").glob("*.cache"):
        path.unlink()
    _run("-c", BOARD, str(root))


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
        screens = {
            "few": lambda: _run("-c", BOARD, few),
            "bare few": lambda: _run("-c", TEXTUAL, "20"),
            "many": lambda: _run("-c", BOARD, many),
            "new": lambda: _first_time(Path(new)),
            "bare many": lambda: _run("-c", TEXTUAL, str(MEETINGS)),
        }
        took = in_turn({**works, **screens}, ROUNDS)
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
