"""What is loaded by the time the first screen can be used."""

import os
import subprocess
import sys

import pytest

from tests.benchmarks.bench_start import make_meetings
from workflow.history.actions import init_workspace

LATE = ("git", "docx", "lxml", "pdfminer", "workflow.report.formats", "workflow.briefing.write",
        "workflow.search.index", "workflow.summaries.model", "workflow.summaries.itemfile",
        "workflow.tui.answers", "textual.widgets._text_area", "sqlite3")  # fmt: skip
CODE = """
import sys
from pathlib import Path
from workflow.tui.app import DeskApp
from workflow.tui.widgets.rows import RowList
show = RowList.show
def noted(self, rows, **keywords):
    show(self, rows, **keywords)
    if self.id == "board" and rows:
        late = sys.argv[2].split()
        print("LOADED", [name for name in late if name in sys.modules], file=sys.stderr)
        RowList.show = show
        self.app.exit()
RowList.show = noted
DeskApp(Path(sys.argv[1])).run(headless=True)
"""


@pytest.mark.usefixtures("unmeasured")
def test_nothing_that_the_board_does_not_show_is_loaded(tmp_path):
    root = tmp_path / "desk"
    init_workspace(root)
    make_meetings(root, 3)
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(root), " ".join(LATE)],
        capture_output=True, text=True, env={**os.environ, "TERM": "xterm"}, timeout=120,
    )  # fmt: skip
    assert "LOADED []" in done.stderr, done.stderr[-2000:]
