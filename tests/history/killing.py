"""The kill test: a program that types and saves is killed again and again.

Three ways of saving are compared: ours, plain writing with `git commit --only`, and GitPython's
index. `python tests/history/killing.py 300` prints the table.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from history_helpers import ITEM, git

from workflow.errors import WorkflowError
from workflow.history import (
    History,
    Message,
    drafts,
    drop_draft,
    keep_draft,
    open_history,
    recover,
    save,
)
from workflow.history.actions import init_workspace

STEPS = (
    "before journal", "after journal", "after files", "before commit", "after commit",
    "before index", "after index", "after end",
)  # fmt: skip
"""Places in a save at which the program is killed on purpose."""
MESSAGE = Message("Zin", "", [("Action", "edit")])


@dataclass
class Tally:
    """What happened over all rounds."""

    kills: int = 0
    in_flight: int = 0
    """Kills while a save was under way."""
    acknowledged: int = 0
    lost: int = 0
    """Acknowledged saves that the branch does not have."""
    text_lost: int = 0
    """Typed texts found nowhere: not in a commit, not in the file, not in a draft."""
    broken_file: int = 0
    """Files that are neither the old nor the new text."""
    blocked: int = 0
    """Next saves that did not succeed within two seconds."""
    swept: int = 0
    """Rounds after which something else was staged or changed differently."""
    damaged: int = 0
    """Repositories that `git fsck` does not call clean."""

    def row(self) -> str:
        return "".join(f"{getattr(self, field.name):>13}" for field in fields(self))


def body(number: int) -> str:
    """The text of one save, long enough to be caught half-written."""
    return "".join(f"Zin {number} op regel {line}.\n" for line in range(400))


# Ways of saving


def by_program(top: Path) -> Callable[[str], None]:
    history = open_history(top)
    recover(history)

    def put(text: str) -> None:
        keep_draft(history, ITEM, text)
        tell("typed")
        save(history, {ITEM: text.encode()}, MESSAGE)
        drop_draft(history, ITEM)

    return put


def by_plain_git(top: Path) -> Callable[[str], None]:
    def put(text: str) -> None:
        tell("typed")
        (top / ITEM).write_text(text)
        git(top, "commit", "-qm", "Zin", "--only", "--", ITEM)

    return put


def by_index(top: Path) -> Callable[[str], None]:
    import git as gitpython

    repository = gitpython.Repo(top)

    def put(text: str) -> None:
        tell("typed")
        (top / ITEM).write_text(text)
        repository.index.add([ITEM])
        repository.index.commit("Zin")

    return put


WAYS = {"program": by_program, "commit --only": by_plain_git, "GitPython index": by_index}

_pipe = -1


def tell(word: str) -> None:
    """Acknowledge to the parent."""
    os.write(_pipe, f"{word}\n".encode())


def work(top: Path, way: str, first: int, pipe: int, step: str) -> None:
    """The child: types and saves until it is killed."""
    global _pipe
    _pipe = pipe
    os.setsid()
    put = WAYS[way](top)
    if step:
        die_at(step)
    for number in range(first, first + 100_000):
        tell(f"start {number}")
        put(body(number))
        tell(f"saved {number} {git(top, 'rev-parse', 'HEAD').strip()}")


def die_at(step: str) -> None:
    """Let this process kill itself at a named step of a save."""
    from workflow.history import saving

    names = {
        "journal": "write_entry", "files": "_write", "commit": "commit_fast",
        "index": "set_index", "end": "end_entry",
    }  # fmt: skip
    when, _, place = step.partition(" ")
    real = getattr(saving, names[place])

    def dying(*arguments: object) -> object:
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        real(*arguments)
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    setattr(saving, names[place], dying)


def wait_for_orphans(folder: Path) -> None:
    """Every git below a folder comes to its end."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        alive = False
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if (entry / "comm").read_text().startswith("git"):
                    alive |= (entry / "cwd").readlink().is_relative_to(folder)
        if not alive:
            return
        time.sleep(0.005)


def descendants(process: int) -> list[int]:
    """Every process below this one, in sessions of their own too."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            facts = entry.read_text("ascii", "replace").rpartition(")")[2].split()
            parents[int(entry.parent.name)] = int(facts[1])
    found = [process]
    for known in found:
        found += [child for child, parent in parents.items() if parent == known]
    return found


def kill(process: int, alone: bool) -> None:
    """Kill the program, with everything that it started unless `alone`."""
    for victim in [process] if alone else descendants(process):
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
    os.waitpid(process, 0)


class Kills:
    """Rounds of killing one way of saving in one repository."""

    def __init__(self, top: Path, way: str, seed: int = 1) -> None:
        self.top = top
        self.way = way
        self.random = random.Random(seed)
        self.tally = Tally()
        self.number = 1
        self.commits: set[str] = set()
        history = init_workspace(top)
        (top / "code.py").write_text("1\n")
        (top / "other.py").write_text("1\n")
        save(history, {ITEM: body(0).encode()}, MESSAGE)
        git(top, "add", "code.py", "other.py")
        git(top, "commit", "-qm", "code")
        (top / "code.py").write_text("2\n")
        git(top, "add", "code.py")
        (top / "code.py").write_text("3\n")
        (top / "untracked.txt").write_text("x\n")
        self.others = self.elsewhere()
        started = time.monotonic()
        self.save_once()
        self.pace = time.monotonic() - started
        """Seconds that a save takes on this machine now."""

    def elsewhere(self) -> str:
        """The state of everything but the item."""
        lines = git(self.top, "--no-optional-locks", "status", "--porcelain=v2").splitlines()
        cached = git(self.top, "diff", "--cached", "--", ".", f":!{ITEM}")
        return "\n".join(line for line in lines if not line.endswith(ITEM)) + cached

    def round(self, step: str = "") -> None:
        """Start the program, kill it, look at what is left, and save once more."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.close(reading)
                work(self.top, self.way, self.number, writing, step)
            finally:
                os._exit(1)
        os.close(writing)
        told = b""
        if not step:
            # From the first save on, so that kills strike within a save and some saves succeed.
            told = os.read(reading, 65536)
            time.sleep(self.random.random() * 3 * self.pace)
            kill(child, alone=self.random.random() < 0.3)
        else:
            os.waitpid(child, 0)
        while part := os.read(reading, 65536):
            told += part
        os.close(reading)
        wait_for_orphans(self.top)
        self.judge(told.decode().splitlines())

    def judge(self, told: list[str]) -> None:
        """Compare what the program had acknowledged with what is there."""
        tally = self.tally
        tally.kills += 1
        saved = [line.split() for line in told if line.startswith("saved")]
        tally.acknowledged += len(saved)
        self.commits |= {words[2] for words in saved}
        started = [int(line.split()[1]) for line in told if line.startswith("start")]
        last = started[-1] if started else self.number - 1
        typed = bool(told) and told[-1] == "typed"
        tally.in_flight += typed
        content = (self.top / ITEM).read_text()
        tally.broken_file += content not in {body(number) for number in range(last + 1)}
        if typed:
            tally.text_lost += not self.is_somewhere(body(last), content)
        self.number = last + 1
        fsck = git(self.top, "fsck", "--no-dangling", "--connectivity-only", code=None)
        tally.damaged += bool(fsck.strip())
        self.restart()
        reachable = set(git(self.top, "rev-list", "HEAD").split())
        tally.lost += len(self.commits - reachable)
        if self.elsewhere() != self.others:
            tally.swept += 1
            self.others = self.elsewhere()

    def is_somewhere(self, text: str, content: str) -> bool:
        if content == text or git(self.top, "show", f"HEAD:{ITEM}") == text:
            return True
        if self.way != "program":
            return False
        history = open_history(self.top)
        kept = [draft.text for draft in drafts(history)]
        journals = (history.common_dir / "workflow" / "journal").glob("*.json")
        kept += [path.read_text() for path in journals]
        return any(text == draft or text[:40] in draft for draft in kept)

    def restart(self) -> None:
        """The next start saves once, two seconds late at most; what blocks it is cleared."""
        started = time.monotonic()
        try:
            self.save_once()
        except (AssertionError, OSError, WorkflowError, RuntimeError):
            self.tally.blocked += 1
            for lock in self.top.glob(".git/**/*.lock"):
                lock.unlink()
            self.save_once()
        else:
            self.tally.blocked += time.monotonic() - started > 2 + 10 * self.pace

    def save_once(self) -> None:
        text = body(self.number)
        if self.way == "program":
            history: History = open_history(self.top)
            recover(history)
            for draft in drafts(history):
                drop_draft(history, draft.key)
            save(history, {ITEM: text.encode()}, MESSAGE)
        elif self.way == "commit --only":
            (self.top / ITEM).write_text(text)
            git(self.top, "commit", "-qm", "Zin", "--only", "--", ITEM)
        else:
            import git as gitpython

            (self.top / ITEM).write_text(text)
            repository = gitpython.Repo(self.top)
            repository.index.add([ITEM])
            repository.index.commit("Zin")
            repository.close()
        self.number += 1


def run(top: Path, way: str, rounds: int, seed: int = 1) -> Tally:
    """So many random kills of one way of saving, and for ours one at every named step."""
    import git as gitpython  # before the first fork, or each child loads it again

    assert gitpython
    kills = Kills(top, way, seed)
    for _ in range(rounds):
        kills.round()
    if way == "program":
        for step in STEPS:
            kills.round(step)
    return kills.tally


if __name__ == "__main__":
    for name, value in (("NAME", "Noor"), ("EMAIL", "noor@example.org")):
        os.environ[f"GIT_AUTHOR_{name}"] = os.environ[f"GIT_COMMITTER_{name}"] = value
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    print(f"{'':<16}" + "".join(f"{field.name:>13}" for field in fields(Tally)))
    for chosen in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{chosen:<16}{run(Path(folder) / 'w', chosen, wanted).row()}")
