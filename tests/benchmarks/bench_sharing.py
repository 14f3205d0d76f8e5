"""How sharing grows with a repository, beside plain git on the same one.

`BENCH_SHARING=ITEMS` in the environment makes it smaller than 15,000 items.
"""

import os
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.bench_history import Measure, item_text, meeting, stream
from tests.benchmarks.frame import Row, plain
from workflow.history import History, Message, Person, open_history, save
from workflow.history.syncing import sync
from workflow.summaries.itemfile import parse_summary
from workflow.summaries.workspace import Workspace

ITEMS, CHANGED, ROUNDS = 15_000, 100, 9
MESSAGE = Message("Proef: zinnen herschreven", "", [("Action", "edit")])
PEOPLE = (Person("Noor", "noor@example.org"), Person("Sam", "sam@example.org"))


def git(folder: Path, *arguments: str, send: bytes | None = None) -> float:
    """Run plain git; gives the seconds that it took."""
    start = time.perf_counter()
    subprocess.run(["git", *arguments], cwd=folder, input=send, check=True, capture_output=True)
    return time.perf_counter() - start


def build(folder: Path, items: int) -> list[History]:
    """Two clones of one shared place."""
    place = folder / "gedeeld.git"
    git(folder, "init", "-q", "--bare", "--initial-branch=main", str(place))
    git(place, "fast-import", "--quiet", send=b"".join(stream(items, items // 5)))
    found = []
    for person in PEOPLE:
        git(folder, "clone", "-q", str(place), person.name)
        found.append(open_history(folder / person.name, person))
    return found


def rewrite(history: History, sentence: int, word: str, changed: int) -> None:
    """Change one sentence of so many items, in one commit."""
    files: dict[str, bytes | None] = {}
    for number in range(changed // 10):
        entry = meeting(number)
        for item in entry.items:
            path = f"summaries/{entry.id[:4]}/{entry.id}/{item.slug}.md"
            text = (history.root / path).read_text("utf-8")
            old = f"De lidstaten bespraken punt {sentence}, versie 0."
            files[path] = text.replace(old, f"{old[:-1]} {word}.").encode()
    save(history, files, MESSAGE)


def measure(folder: Path, items: int) -> list[Measure]:
    """Every measure, each beside plain git in the same run."""
    noor, sam = build(folder, items)
    workspaces = Workspace(noor.root), Workspace(sam.root)
    for workspace, history in zip(workspaces, (noor, sam), strict=True):
        sync(workspace, history)
    ours, plain = [], []
    for _ in range(ROUNDS):
        plain.append(git(noor.root, "fetch", "-q", "origin"))
        start = time.perf_counter()
        sync(workspaces[0], noor)
        ours.append(time.perf_counter() - start)
    quiet = Measure("sync with nothing to do / git fetch", median(ours), median(plain), 1.5)
    changed = min(CHANGED, items)
    rewrite(sam, 1, "anders", changed)
    sync(workspaces[1], sam)
    rewrite(noor, 5, "nieuw", changed)
    # As in a program that runs: word lists were read when the first item was shown.
    parse_summary(item_text("Punt", 0, "open"), "nl")
    before = sum(os.times()[:4])
    result = sync(workspaces[0], noor)
    both = sum(os.times()[:4]) - before
    assert result.asked == ()
    return [quiet, Measure(f"merging {changed} items, processor / 1 s", both, 1.0, 1.0)]


def rows() -> list[Row]:
    """All measures, at full size, as rows of the table."""
    for role in ("AUTHOR", "COMMITTER"):
        os.environ[f"GIT_{role}_NAME"] = PEOPLE[0].name
        os.environ[f"GIT_{role}_EMAIL"] = PEOPLE[0].email
    items = int(os.environ.get("BENCH_SHARING", ITEMS))
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), items)
    made = []
    for line in found:
        name, _, peer = line.name.partition(" / ")
        made.append(plain(f"sharing: {name}", line.seconds, peer or "git", line.peer, line.limit))
    return made
