"""How long a key waits on the board of 1,000 meetings and 15,000 items, while it is being read.

The time is that of the thread that answers keys, so that other
programs on the machine do not count.
"""

import asyncio
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tests.benchmarks.frame import Row, plain
from workflow.history.actions import init_workspace
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.model import Meeting, MeetingItem, Summary, SummarySentence
from workflow.summaries.reportfile import render_report
from workflow.tui.app import DeskApp
from workflow.tui.widgets.rows import RowList

MEETINGS, ITEMS = 1000, 15
LIMIT = 0.05
"""Seconds within which a key is answered."""
KEYS = ("down", "down", "space", "space", "pagedown", "up")
TEXT = (Sentence(1, "De Raad besprak het voorstel.", 0), Sentence(2, "Nederland steunde het.", 0))


def build(root: Path) -> None:
    """A workspace of that size."""
    init_workspace(root)
    for number in range(MEETINGS):
        day = date(2000, 1, 3) + timedelta(days=9 * number)
        council = ("jbz", "ecofin", "rbz", "lvr")[number % 4]
        items = tuple(
            MeetingItem(f"punt-{n}", "I", str(n), f"Onderwerp {n} van vergadering {number}")
            for n in range(1, ITEMS + 1)
        )
        meeting = Meeting(
            f"{day.isoformat()}-{council}", council, (day,), "Verslag", "nl", "source.txt", "0",
            parts=(("I", "Deel"),), items=items,
        )  # fmt: skip
        part = Part("I", "Deel", items=tuple(Item(i.number, i.title, TEXT) for i in items))
        folder = root / "summaries" / str(day.year) / meeting.id
        folder.mkdir(parents=True)
        (folder / "meeting.toml").write_text(render_meeting(meeting), "utf-8")
        report = Report("nl", "Verslag", council.upper(), (day,), (part,))
        (folder / "report.md").write_text(render_report(report), "utf-8")
        for place, item in enumerate(items):
            written = (SummarySentence("De Raad besprak het.", (1,)),) if place % 3 else ()
            status = "draft" if written else "open"
            summary = Summary(item.title, "nl", status, sentences=written)
            (folder / f"{item.slug}.md").write_text(render_summary(summary), "utf-8")


async def waits(root: Path) -> list[float]:
    """Seconds that the answering thread spent on each key."""
    app = DeskApp(root)
    found: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.screen.query_one("#board", RowList).rows:
            await asyncio.sleep(0.02)
        while app.jobs.running or len(found) < 60:
            for key in KEYS:
                start = time.thread_time()
                await pilot.press(key)
                found.append(time.thread_time() - start)
    return found


def rows() -> list[Row]:
    """Half of the keys, and nearly all."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        found = sorted(asyncio.run(waits(Path(folder))))
    most = found[int(len(found) * 0.95)]
    return [
        Row("a key on a board of 1,000 meetings", found, f"{LIMIT:g} s", [LIMIT], 1),
        plain("95 of 100 keys there", most, f"{LIMIT:g} s", LIMIT),
    ]
