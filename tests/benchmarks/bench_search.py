"""How long finding words takes, beside a tenth of a second and reading every file.

`BENCH_SEARCH=ITEMS` in the environment makes it smaller than 15,000 items.
"""

import os
import random
import sqlite3
import tempfile
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from tests.benchmarks.frame import Growth, Row, seconds
from workflow.search.find import find
from workflow.search.index import Index
from workflow.search.model import Query
from workflow.search.words import parse_words
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.model import Meeting, MeetingItem, Position, Summary, SummarySentence
from workflow.summaries.workspace import Workspace

ITEMS = int(os.environ.get("BENCH_SEARCH", 15_000))
PER_MEETING = 30
ROUNDS = 9
QUERIES = ("migratie", "commissie lidstaten", '"de commissie"', "gren")
COMMON = [
    "de", "het", "een", "commissie", "lidstaten", "raad", "voorstel", "over", "grenzen", "steunen",
    "nederland", "voorzitterschap", "zorgen", "migratie", "asiel", "politie", "samenwerking",
]  # fmt: skip


def make_items(root: Path, items: int) -> Workspace:
    """A workspace with so many items, their words as unevenly spread as those of a language."""
    chance = random.Random(7)
    letters = "abcdefghijklmnoprstuvwz"
    words = COMMON + ["".join(chance.choices(letters, k=8)) for _ in range(20_000)]
    weights = list(accumulate(1 / n for n in range(1, len(words) + 1)))

    def sentence() -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=20)).capitalize() + "."

    for number in range(items // PER_MEETING):
        day = date(1985, 1, 1) + timedelta(days=20 * number)
        entries = tuple(
            MeetingItem(f"punt-{n}", "I", str(n), sentence()[:40])
            for n in range(1, PER_MEETING + 1)
        )
        meeting = Meeting(
            f"{day}-jbz", "jbz", (day,), "Verslag", "nl", "source.txt", "0" * 64,
            parts=(("I", "Deel"),), items=entries,
        )  # fmt: skip
        folder = root / "summaries" / str(day.year) / meeting.id
        folder.mkdir(parents=True)
        (folder / "meeting.toml").write_text(render_meeting(meeting), "utf-8")
        lines = ["# Verslag", "", "## I Deel", ""]
        for entry in entries:
            lines += [f"### {entry.number} {entry.title}", "", *(sentence() for _ in range(12)), ""]
            summary = Summary(
                entry.title, "nl", "draft",
                sentences=tuple(SummarySentence(sentence(), (1,)) for _ in range(4)),
                positions=(Position("nederland", "Nederland", "oppose", sentence(), (1,)),),
            )  # fmt: skip
            (folder / f"{entry.slug}.md").write_text(render_summary(summary), "utf-8")
        (folder / "report.md").write_text("\n".join(lines), "utf-8")
    return Workspace(root)


def _asked(index: Index, words: str) -> list[float]:
    query = Query(parse_words(words))
    return [seconds(lambda: find(index, query)) for _ in range(ROUNDS)]


def rows() -> list[Row]:
    """Queries at full size, and following the files."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = make_items(Path(folder) / "desk", ITEMS)
        index = Index(workspace, Path(folder))
        building = seconds(index.refresh)
        files = list((workspace.root / "summaries").rglob("*.md"))
        reading = seconds(lambda: [path.read_bytes() for path in files])
        found = [
            Row(f"search `{words}` in {ITEMS:,} items", _asked(index, words), "0.1 s", [0.1], 1)
            for words in QUERIES
        ]
        again = [seconds(index.refresh) for _ in range(3)]
        index.close()
    return [
        *found,
        Row("the same words", _asked_again(found), "reading all files", [reading], 0.2),
        Row("index of everything", [building], "reading all files", [reading]),
        Row("looking for changed files", again, "reading all files", [reading], 1),
    ]


def _asked_again(found: list[Row]) -> list[float]:
    return [taken for row in found for taken in row.times]


def growth() -> list[Growth]:
    """The same query in a hundredth, a tenth and all of the items."""
    sizes = (ITEMS // 100, ITEMS // 10, ITEMS)
    times = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            index = Index(make_items(Path(folder) / "desk", size), Path(folder))
            index.refresh()
            times.append(_asked(index, "migratie"))
            index.close()
    few, some, all_of_them = (f"{size:,} items" for size in sizes)
    return [Growth("search for a word", (few, some, all_of_them), (times[0], times[1], times[2]))]


if sqlite3.sqlite_version_info < (3, 9):
    raise SystemExit("this SQLite has no full-text search")
