"""How saving and reading history grow with a repository, beside plain git on the same one.

`BENCH_HISTORY="ITEMS COMMITS"` in the environment makes it smaller than 15,000 and 50,000.
Methods take turns within one run, so that a busy machine slows both.
"""

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF
from statistics import median

from tests.benchmarks.frame import Row, plain
from workflow.history import (
    History,
    Message,
    hand_edits,
    log,
    open_history,
    people,
    read_versions,
    save,
)
from workflow.history.boardfile import recall_board
from workflow.history.founding import ATTRIBUTES
from workflow.history.standings import whole_board
from workflow.history.upkeep import tidy
from workflow.summaries.board import read_board
from workflow.summaries.boardmemory import BoardMemory
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.model import Meeting, MeetingItem, Position, Summary, SummarySentence
from workflow.summaries.workspace import Workspace

ITEMS, COMMITS, SMALL = 15_000, 50_000, 150
PER_MEETING = 10
ROUNDS = 15
MESSAGE = Message("JBZ 2024-03-04 II.1 Proef: 1 zin herschreven", "", [("Action", "edit")])
NOOR, SAM = "Noor de Wit <noor@example.org>", "Sam Bakker <sam@example.org>"
STEPS = (("edit", "draft", NOOR), ("submit", "review", NOOR), ("approve", "approved", SAM))


@dataclass(frozen=True)
class Measure:
    """One line of the table."""

    name: str
    seconds: float
    peer: float
    """Seconds that the other method takes in the same run."""
    limit: float
    """Most that `seconds / peer` may be."""

    @property
    def ratio(self) -> float:
        """How many times the peer's time."""
        return self.seconds / self.peer


# A repository of any size


def meeting(number: int) -> Meeting:
    """The `number`-th meeting, with ten items."""
    day = date(2005, 1, 3) + timedelta(days=number * 4)
    items = tuple(
        MeetingItem(f"punt-{n}-van-{number}", "I", str(n), f"Punt {n}")
        for n in range(1, PER_MEETING + 1)
    )
    return Meeting(
        f"{day}-jbz", "jbz", (day,), "JBZ-Raad", "nl", "source.txt", "0" * 64, items=items
    )


def item_text(title: str, version: int, status: str) -> str:
    """An item file of ordinary length; each version has other words in one sentence."""
    sentences = tuple(
        SummarySentence(
            f"De lidstaten bespraken punt {n}, versie {version if n == 3 else 0}.", (n,)
        )
        for n in range(1, 9)
    )
    positions = (Position("nederland", "Nederland", "support", "steunt het voorstel", (1,)),)
    summary = Summary(title, "nl", status=status, sentences=sentences, positions=positions)
    return render_summary(summary)


def report_text(entry: Meeting) -> str:
    """The report that a meeting's items were written on."""
    lines = ["# JBZ-Raad", "", "## I. Binnenlandse Zaken", ""]
    for item in entry.items:
        lines += [f"### {item.number}. {item.title}", ""]
        lines += [f"s{n} De lidstaten bespraken punt {n} van het voorstel." for n in range(1, 26)]
        lines.append("")
    return "\n".join(lines)


def stream(items: int, commits: int) -> Iterator[bytes]:
    """The whole history for `git fast-import`: imports first, then edits, submits, approvals."""
    meetings = [meeting(number) for number in range(items // PER_MEETING)]
    moment = 1_100_000_000

    def head(who: str, message: bytes) -> bytes:
        when = f"{who} {moment} +0100"
        facts = f"author {when}\ncommitter {when}\ndata {len(message)}\n"
        return f"commit refs/heads/main\n{facts}".encode() + message + b"\n"

    def file(path: str, text: str) -> bytes:
        content = text.encode()
        return f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n"

    yield head(NOOR, b"code\n")
    yield file(".gitattributes", "".join(f"{line}\n" for line in ATTRIBUTES))
    yield from (file(f"code/f{n}.py", f"{n}\n") for n in range(200))
    places = []
    for entry in meetings:
        moment += 60
        folder = f"summaries/{entry.id[:4]}/{entry.id}"
        trailers = [("Meeting", entry.id), ("Action", "import")]
        yield head(NOOR, Message(f"{entry.id}: verslag ingevoerd", "", trailers).render())
        yield file(f"{folder}/meeting.toml", render_meeting(entry))
        yield file(f"{folder}/report.md", report_text(entry))
        for item in entry.items:
            yield file(f"{folder}/{item.slug}.md", render_summary(Summary(item.title, "nl")))
            places.append((f"{folder}/{item.slug}.md", entry.id, item))
    hot = places[len(places) // 2]
    for number in range(commits - len(meetings) - 1):
        moment += 60
        # Every hundredth commit goes to one item that everybody works on.
        path, meeting_id, item = hot if number % 100 == 0 else places[number // 3 % len(places)]
        action, status, who = ("edit", "draft", NOOR) if number % 100 == 0 else STEPS[number % 3]
        trailers = [("Meeting", meeting_id), ("Item", f"{meeting_id}/{item.slug}"),
                    ("Status", status), ("Action", action)]  # fmt: skip
        if action == "approve":
            trailers.append(("Approved-by", who))
        yield head(who, Message(f"{meeting_id} {item.label}: {action}", "", trailers).render())
        yield file(path, item_text(item.title, number // 3, status))
    yield b"done\n"


def build(top: Path, items: int, commits: int) -> History:
    """Make the repository and check it out."""
    git(top.parent, "init", "-q", "-b", "main", str(top))
    command = ["git", "fast-import", "--quiet", "--done"]
    with subprocess.Popen(command, cwd=top, stdin=subprocess.PIPE) as child:
        assert child.stdin
        child.stdin.writelines(stream(items, commits))
    git(top, "reset", "-q", "--hard")
    # As after anybody's first `git status`: files as old as the index are looked into till then.
    git(top, "update-index", "-q", "--really-refresh")
    return open_history(top)


def git(top: Path, *arguments: str) -> bytes:
    """Plain git."""
    done = subprocess.run(["git", *arguments], cwd=top, capture_output=True, check=True)
    return done.stdout


# Measuring


def in_turn(*methods: Callable[[int], object], rounds: int = ROUNDS) -> list[float]:
    """Median seconds of each method, one after the other in every round."""
    taken: list[list[float]] = [[] for _ in methods]
    for number in range(rounds):
        for method, times in zip(methods, taken, strict=True):
            start = time.perf_counter()
            method(number)
            times.append(time.perf_counter() - start)
    return [median(times) for times in taken]


def hot_path(items: int) -> str:
    """The item that everybody works on."""
    return cold_path(items, items // 2)


def cold_path(items: int, number: int) -> str:
    """Some other item."""
    entry = meeting(number % items // PER_MEETING)
    slug = entry.items[number % PER_MEETING].slug
    return f"summaries/{entry.id[:4]}/{entry.id}/{slug}.md"


def saving(history: History, small: History, items: int) -> list[Measure]:
    """A durable save beside `git commit --only`, and beside the same in a small repository."""
    path, little = hot_path(items), hot_path(SMALL)

    def durable(number: int) -> None:
        save(history, {path: item_text("Punt", 10**6 + number, "draft").encode()}, MESSAGE)

    def plain(number: int) -> None:
        (history.top / path).write_text(item_text("Punt", 2 * 10**6 + number, "draft"))
        git(history.top, "commit", "-qm", "x", "--only", "--", path)

    def durable_small(number: int) -> None:
        save(small, {little: item_text("Punt", 10**6 + number, "draft").encode()}, MESSAGE)

    ours, peer, ours_small = in_turn(durable, plain, durable_small)
    return [
        Measure("durable save / git commit --only", ours, peer, 0.6),
        Measure(f"durable save / the same at {SMALL} items", ours, ours_small, 2.0),
    ]


def reading(history: History, items: int) -> list[Measure]:
    """The history of single items, with and without the graph that upkeep makes."""
    commits = git(history.top, "log", "-50", "--format=%H", "--", hot_path(items)).split()
    versions = [(commit.decode(), hot_path(items)) for commit in commits]
    names = "".join(f"{commit}:{path}\n" for commit, path in versions).encode()

    def batch(_: int) -> None:
        command = ["git", "cat-file", "--batch"]
        subprocess.run(command, cwd=history.top, input=names, capture_output=True, check=True)

    ours, peer = in_turn(lambda _: read_versions(history, versions), batch)
    found = [Measure(f"{len(versions)} versions / one cat-file --batch", ours, peer, 1.5)]

    def plain(number: int) -> None:
        git(history.top, "log", "-20", "--", cold_path(items, number * 977 + 5))

    (without,) = in_turn(plain, rounds=7)
    tidy(history)
    (with_graph,) = in_turn(
        lambda number: log(history, [cold_path(items, number * 977 + 5)]), rounds=7
    )
    return [*found, Measure("first 20 versions / git log without graph", with_graph, without, 0.25)]


def processor() -> float:
    """Seconds that this process and its children have worked, whatever else the machine does."""
    own, children = resource.getrusage(RUSAGE_SELF), resource.getrusage(RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def board(history: History) -> list[Measure]:
    """The board of every item, beside a second and a tenth of one, in processor time.

    Cold is the first start ever: every file is read, and the screen can be used. Who wrote and
    who approved comes in behind it, from one pass over all commits, beside git's own. Warm is
    every later start, with a history and a memory of its own: first what was known, which is
    what the first screen shows, then with a look at every file and everybody's part, beside
    git's own look at the same files.
    """
    looks = []
    for _ in range(5):
        start = processor()
        hand_edits(history)
        looks.append(processor() - start)
    workspace, memory = Workspace(history.root), BoardMemory()
    start = processor()
    read_board(workspace, memory=memory, sources=False)
    cold = processor() - start
    start = processor()
    git(history.top, "log", "--raw", "--no-abbrev", "--format=%an%ae%B")
    peer = processor() - start
    start = processor()
    people(workspace, history, memory)
    names = processor() - start
    shown, warm, looked = [], [], []
    for number in range(7):
        opened, place = open_history(history.root), Workspace(history.root)
        start = processor()
        read_board(place, memory=recall_board(place), sources=False, files=False)
        middle = processor()
        whole_board(Workspace(history.root), opened)
        end = processor()
        git(history.top, "status", "--porcelain")
        if number > 1:  # the first keeps it; the second sees that the folders are at rest
            shown.append(middle - start)
            warm.append(end - middle)
            looked.append(processor() - end)
    return [
        Measure("board, cold / 1 s", cold, 1.0, 1.0),
        Measure("board, warm / 0.1 s", median(shown), 0.1, 1.0),
        Measure(
            "board with files and people, warm / git status", median(warm), median(looked), 2.0
        ),
        Measure("everybody's part, cold / git log --raw", names, peer, 2.5),
        Measure("files changed by hand / 1 s", median(looks), 1.0, 1.0),
    ]


def measures(folder: Path, items: int = ITEMS, commits: int = COMMITS) -> list[Measure]:
    """All rows, on repositories made in `folder`."""
    history = build(folder / "large", items, commits)
    small = build(folder / "small", SMALL, SMALL * 3)
    return [*reading(history, items), *saving(history, small, items), *board(history)]


def rows() -> list[Row]:
    """All measures, at full size, as rows of the table."""
    for name, value in (("NAME", "Noor de Wit"), ("EMAIL", "noor@example.org")):
        os.environ[f"GIT_AUTHOR_{name}"] = os.environ[f"GIT_COMMITTER_{name}"] = value
    os.environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    sizes = [int(word) for word in os.environ.get("BENCH_HISTORY", "").split()]
    with tempfile.TemporaryDirectory() as folder:
        found = measures(Path(folder), *(sizes or (ITEMS, COMMITS)))
    made = []
    for measure in found:
        name, _, peer = measure.name.partition(" / ")
        made.append(plain(f"history: {name}", measure.seconds, peer, measure.peer, measure.limit))
    return made
