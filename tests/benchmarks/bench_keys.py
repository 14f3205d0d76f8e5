"""How long a key waits on the board of 1,000 meetings and 15,000 items, whatever runs meanwhile.

A key counts as answered once the screen is painted again. The time is processor time of the
whole program between the two, all threads together: on a machine with nothing else to do that
is what passes on the clock, and what other programs do to this machine does not count.
What a helper process does meanwhile does not count either, as on a machine with two processors
it takes nothing from the keys; on one processor a key would share it with the helper.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from textual import events

from tests.benchmarks.frame import Row, plain
from workflow.briefing.order import Order
from workflow.history.actions import init_workspace
from workflow.report.model import Item, Part, Report, Sentence
from workflow.samples import sample_reports
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.model import Meeting, MeetingItem, Summary, SummarySentence
from workflow.summaries.reportfile import render_report
from workflow.tui import bringing, finding, outgoing, quick
from workflow.tui.app import DeskApp
from workflow.tui.progress import Progress
from workflow.tui.widgets.rows import RowList

MEETINGS, ITEMS = 1000, 15
LIMIT = 0.05
"""Seconds within which a key is answered."""
KEYS = ("down", "up", "pagedown", "pageup", "space", "space")
MOST = 240
"""Keys after which a job that still runs has been measured enough."""
TEXT = (Sentence(1, "De Raad besprak het voorstel.", 0), Sentence(2, "Nederland steunde het.", 0))

Job = Callable[[DeskApp], object]
Found = dict[str, list[tuple[float, float]]]
Tell = Callable[[str, list[tuple[float, float]]], None]


def build(root: Path) -> None:
    """A workspace of that size, saved as one version."""
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
    _git(root, "config", "gc.auto", "0")
    _git(root, "add", ".")
    _git(root, "commit", "-q", "-m", "Ingevoerd")


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


def share(root: Path, place: Path) -> None:
    """A shared place in which a colleague has changed two hundred items since."""
    _git(root, "clone", "-q", "--bare", str(root), str(place))

    _git(root, "remote", "add", "origin", str(place))
    _git(root, "fetch", "-q", "origin")
    _git(root, "branch", "-q", "--set-upstream-to", "origin/" + _branch(root))
    other = place.with_name("colleague")
    _git(root, "clone", "-q", str(place), str(other))
    for path in sorted((other / "summaries").rglob("punt-3.md"))[:200]:
        text = path.read_text("utf-8").replace("besprak", "behandelde")
        path.write_text(text, "utf-8")
    _git(other, "commit", "-q", "-a", "-m", "Herschreven")
    _git(other, "push", "-q")


def _branch(root: Path) -> str:
    command = ["git", "-C", str(root), "branch", "--show-current"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Painting:
    """Knows when the screen of an application has been painted."""

    def __init__(self, app: DeskApp) -> None:
        self.done = asyncio.Event()
        display = app._display

        def painting(screen: Any, renderable: Any) -> None:
            display(screen, renderable)
            if renderable is not None:
                self.done.set()

        app._display = painting  # type: ignore[method-assign]


async def press(app: DeskApp, painting: Painting, key: str) -> tuple[float, float]:
    """Seconds of processor and of clock from a key to the screen that answers it."""
    board = _board(app)
    before = (board.cursor, len(board.rows))
    painting.done.clear()
    cpu, clock = time.process_time(), time.perf_counter()
    app.post_message(events.Key(key, None))
    while True:
        try:
            await asyncio.wait_for(painting.done.wait(), 0.5)
        except TimeoutError:
            return -1.0, -1.0  # a key that had nothing to change
        if (board.cursor, len(board.rows)) != before:
            return time.process_time() - cpu, time.perf_counter() - clock
        painting.done.clear()


def _board(app: DeskApp) -> RowList:
    return app.screen_stack[0].query_one("#board", RowList)


def long_report(folder: Path) -> Path:
    """A report of some three hundred pages, made of the sample many times over."""
    text = sample_reports()[0].path.read_text("utf-8")
    path = folder / "lang.txt"
    body = "\n".join(text.splitlines()[20:])
    path.write_text("\n".join([text, *[body] * 40]), "utf-8")
    return path


def _search(app: DeskApp, folder: Path) -> object:
    from workflow.search.find import find
    from workflow.search.model import Query
    from workflow.search.words import parse_words

    index = finding.up_to_date(app.desk, app.apart, folder, Progress(lambda words: None))
    found = [find(index, Query(parse_words(words))) for words in ("voorstel", "nederland raad")]
    index.close()
    return found


def jobs(root: Path) -> dict[str, Job]:
    """What runs while keys are pressed, by name; each as its screen starts it."""
    folder = root.parent
    usual, long = sample_reports()[0].path, long_report(folder)
    brought: list[str] = []
    unheard = Progress(lambda words: None)

    def bring(app: DeskApp, report: Path, council: str) -> object:
        read = app.apart.job(bringing.read, report)(unheard)
        plan = bringing.plan(app.desk, read, report, council)
        brought.append(bringing.write(app.desk, plan))
        return brought

    def write(app: DeskApp, place: int) -> object:
        app.apart.job(outgoing.preview, Order(brought[place]))(unheard)
        return app.apart.job(outgoing.export, Order(brought[place]))(unheard)

    return {
        "an import": partial(bring, report=usual, council="jbz"),
        "an export": partial(write, place=0),
        "a long import": partial(bring, report=long, council="rbz"),
        "a long export": partial(write, place=1),
        "sharing": lambda app: app.desk.sync(lambda words: None),
        "a search": lambda app: _search(app, folder),
    }


def _run(job: Job, app: DeskApp, _: Progress) -> object:
    return job(app)


def _nothing(_: object) -> None:
    """Nobody asked for what comes out."""


async def waits(root: Path, tell: Tell = lambda name, taken: None) -> Found:
    """Processor and clock seconds of each key, by what ran meanwhile."""
    app = DeskApp(root, helpers=True)
    app.apart.wake()  # as the screens do from which imports and exports are started
    painting = Painting(app)
    found: Found = {}

    async def measure(name: str) -> None:
        taken: list[tuple[float, float]] = []
        while (app.jobs.running and len(taken) < MOST) or len(taken) < 30:
            for key in KEYS:
                pair = await press(app, painting, key)
                taken += [pair] if pair[0] >= 0 else []
                await asyncio.sleep(0.005)
        found[name] = taken
        tell(name, taken)

    async with app.run_test(size=(120, 40)):
        while not _board(app).rows:
            await asyncio.sleep(0.02)
        await measure("the board is read")
        while app.jobs.running:
            await asyncio.sleep(0.05)
        await measure("nothing runs")
        for name, job in jobs(root).items():
            app.jobs.start(app, partial(_run, job, app), group="measured", then=_nothing)
            await measure(f"{name} runs")
            while app.jobs.running:
                await asyncio.sleep(0.05)
            if app.screen is not app.screen_stack[0]:
                raise RuntimeError(f"{name} went wrong")
    return found


def _measured(root: Path, tell: Tell = lambda name, taken: None) -> Found:
    """The waits in the loop that the program itself uses."""
    with asyncio.Runner(loop_factory=quick.loop_factory()) as runner:
        return runner.run(waits(root, tell))


def report_line(name: str, taken: list[tuple[float, float]]) -> None:
    """Print one measure."""
    cpu, clock = (sorted(1000 * pair[n] for pair in taken) for n in (0, 1))
    print(
        f"{name:20} {len(taken):4} keys · processor {median(cpu):5.1f} ms, "
        f"95 % {cpu[int(len(cpu) * 0.95)]:5.1f}, most {cpu[-1]:5.1f} · "
        f"clock {median(clock):5.1f}, most {clock[-1]:6.1f}",
        flush=True,
    )


def rows() -> list[Row]:
    """The median of the keys, and nearly all of them, for everything that runs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        build(root)
        share(root, root.with_name("shared.git"))
        found = _measured(root)
    rows = []
    for name, taken in found.items():
        times = sorted(cpu for cpu, _ in taken)
        most = times[int(len(times) * 0.95)]
        rows += [
            Row(f"a key while {name}", times, f"{LIMIT:g} s", [LIMIT], 1),
            plain(f"95 of 100 keys while {name}", most, f"{LIMIT:g} s", LIMIT),
        ]
    return rows


def main(folder: Path) -> None:
    """Print what is found in a folder that is kept, so that it need not be built again."""
    root, shared, mark = folder / "desk", folder / "shared.git", "refs/kept"
    if not root.exists():
        build(root)
        share(root, shared)
        _git(root, "update-ref", mark, "HEAD")
        _git(shared, "update-ref", mark, "HEAD")
    else:
        _git(root, "reset", "-q", "--hard", mark)
        _git(root, "clean", "-q", "-f", "-d")
        _git(root, "update-ref", f"refs/remotes/origin/{_branch(root)}", mark)
        for name in ("fetched", "merged", "shared"):
            _git(root, "update-ref", "-d", f"refs/workflow/{name}")
        _git(shared, "update-ref", f"refs/heads/{_branch(root)}", mark)
    _measured(root, report_line)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
