"""Four clones and one shared place: random edits, saves, approvals, syncs, kills, clock jumps.

`python tests/history/sharing_rounds.py 1000` prints what happened.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from history_helpers import clone, files_of, git, meeting, shared_place
from killing import descendants, wait_for_orphans

from workflow.errors import WorkflowError
from workflow.history import History, Person, open_history, recover
from workflow.history.actions import (
    approve,
    import_meeting,
    init_workspace,
    reopen,
    save_summary,
    submit,
)
from workflow.history.handover import assign, claim, decide_proposal
from workflow.history.syncing import sync
from workflow.summaries.model import Position, Remark, SummarySentence
from workflow.summaries.workspace import Workspace

PEOPLE = [Person(name, f"{name.lower()}@example.org") for name in ("Noor", "Sam", "Piet", "Ada")]
SLUGS = ("mensensmokkel", "schengen", "asiel")
WORDS = [
    "de",
    "raad",
    "besprak",
    "steun",
    "tegen",
    "veel",
    "lidstaten",
    "richtlijn",
    "geld",
    "april",
]
KINDS = ("edit", "edit", "edit", "add", "drop", "position", "remark", "claim", "assign",
         "submit", "approve", "reopen", "decide", "sync", "sync", "sync")  # fmt: skip
MARKS = ("<<<<<<<", ">>>>>>>", "|||||||")


@dataclass
class Tally:
    """What happened over all rounds."""

    operations: int = 0
    kills: int = 0
    saved: set[str] = field(default_factory=set)
    """Words, each unique, of sentences whose save was acknowledged."""
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    """Sentences that a person would have got, by key."""
    faults: list[str] = field(default_factory=list)
    """Anything else that was raised."""
    lost: int = 0
    open: int = 0
    """Proposals that are still open at the end."""


class Worker:
    """One person's program, for one operation."""

    def __init__(self, root: Path, person: Person, seed: int) -> None:
        self.random = random.Random(seed)
        moment = None
        if self.random.random() < 0.3:
            moment = datetime.fromtimestamp(self.random.randrange(10**9, 2 * 10**9), UTC)
        self.history = open_history(root, person)
        self.history.moment = moment
        recover(self.history)
        self.workspace = Workspace(root)
        self.meeting = self.workspace.meeting(meeting().id)
        self.slug = self.random.choice(SLUGS)
        self.token = f"w{seed}"

    def sentence(self) -> str:
        chosen = self.random.choices(WORDS, k=self.random.randint(2, 6))
        chosen.insert(self.random.randrange(len(chosen)), self.token)
        return " ".join(chosen)

    def run(self, kind: str) -> bool:
        """Do one thing; whether the token was saved by it."""
        place = (self.workspace, self.history, self.meeting, self.slug)
        if kind == "sync":
            sync(self.workspace, self.history)
        elif kind == "submit":
            submit(*place)
        elif kind == "approve":
            approve(*place)
        elif kind == "reopen":
            reopen(*place)
        elif kind == "claim":
            claim(*place, datetime.now(UTC).date())
        elif kind == "assign":
            assign(*place, person=self.random.choice(PEOPLE).name)
        elif kind == "decide":
            decide_proposal(*place, 1, self.random.choice(["mine", "theirs", "both"]))
        else:
            return self.write(kind)
        return False

    def write(self, kind: str) -> bool:
        loaded = self.workspace.load(self.meeting, self.slug)
        summary = loaded.summary
        lines = list(summary.sentences)
        written = True
        if kind == "edit" and lines:
            lines[self.random.randrange(len(lines))] = SummarySentence(self.sentence(), (1,))
        elif kind == "drop" and len(lines) > 2:
            del lines[self.random.randrange(len(lines))]
            written = False
        elif kind == "position":
            actor = self.random.choice(["nederland", "commissie"])
            entry = Position(actor, actor.capitalize(), "support", self.sentence(), (1,))
            rest = [p for p in summary.positions if p.actor != actor]
            summary = replace(summary, positions=(*rest, entry))
        elif kind == "remark":
            remark = Remark(self.sentence(), "X", "2031-03-07")
            summary = replace(summary, remarks=(*summary.remarks, remark))
        else:
            lines.insert(self.random.randint(0, len(lines)), SummarySentence(self.sentence()))
        summary = replace(summary, sentences=tuple(lines))
        save_summary(
            self.workspace, self.history, self.meeting, self.slug, summary, base=loaded.text
        )
        return written


def child(root: Path, person: Person, kind: str, seed: int, pipe: int) -> None:
    """One operation in a process of its own; tells the parent how it went."""
    os.setsid()
    told: dict[str, str] = {"kind": kind}
    if seed % 5 == 0:
        jump, real = random.Random(seed).randrange(-(10**6), 10**6), time.time
        time.time = lambda: real() + jump
    try:
        worker = Worker(root, person, seed)
        if worker.run(kind):
            told["saved"] = worker.token
    except WorkflowError as error:
        told["refused"] = error.key
    except BaseException as error:
        told["fault"] = f"{kind}: {type(error).__name__}: {error}"
    os.write(pipe, json.dumps(told).encode() + b"\n")


def kill(process: int, place: Path, alone: bool) -> None:
    """Kill the program and its git, but not what runs at the shared place."""
    for victim in [process] if alone else descendants(process):
        with suppress(OSError):
            where = Path(f"/proc/{victim}/cwd").readlink()
            if not where.is_relative_to(place):
                os.kill(victim, signal.SIGKILL)


def start(folder: Path) -> tuple[Path, list[Path]]:
    """The shared place and four clones of it."""
    first = init_workspace(folder / "Noor", PEOPLE[0])
    facts = meeting(SLUGS)
    import_meeting(Workspace(first.root), first, facts, files_of(facts))
    workspace = Workspace(first.root)
    for slug in SLUGS:
        loaded = workspace.load(facts, slug)
        lines = tuple(SummarySentence(f"{slug} zin {n} van het begin", (1,)) for n in range(8))
        save_summary(
            workspace, first, facts, slug, replace(loaded.summary, sentences=lines),
            base=loaded.text,
        )  # fmt: skip
    place = shared_place(first, folder / "gedeeld.git")
    sync(workspace, first)
    roots = [first.root]
    for person in PEOPLE[1:]:
        roots.append(clone(place, folder / person.name, person).root)
    return place, roots


def rounds(folder: Path, operations: int, seed: int = 1) -> Tally:
    """So many operations, several at once, some of them killed; then everybody shares."""
    import git as gitpython  # before the first fork, or each child loads it again

    assert gitpython
    place, roots = start(folder)
    chance, tally = random.Random(seed), Tally()
    number = seed * 1_000_000
    while tally.operations < operations:
        running = []
        for index in chance.sample(range(4), chance.choice([1, 2, 4])):
            number += 1
            reading, writing = os.pipe()
            process = os.fork()
            if process == 0:
                os.close(reading)
                kind = random.Random(number).choice(KINDS)
                with suppress(BaseException):
                    child(roots[index], PEOPLE[index], kind, number, writing)
                os._exit(0)
            os.close(writing)
            running.append((process, reading))
            tally.operations += 1
        for process, _ in running:
            if chance.random() < 0.12:
                time.sleep(chance.random() * 0.3)
                kill(process, place, alone=chance.random() < 0.5)
                tally.kills += 1
        for process, reading in running:
            take_in(tally, process, reading)
        wait_for_orphans(folder)
    finish(folder, place, roots, tally)
    return tally


def take_in(tally: Tally, process: int, reading: int) -> None:
    told = b""
    while part := os.read(reading, 65536):
        told += part
    os.close(reading)
    os.waitpid(process, 0)
    if not told.endswith(b"\n"):
        return
    values = json.loads(told)
    if "saved" in values:
        tally.saved.add(values["saved"])
    if "refused" in values:
        tally.refused[values["refused"]] += 1
    elif "fault" in values:
        tally.faults.append(values["fault"])
    else:
        tally.done[values["kind"]] += 1


def finish(folder: Path, place: Path, roots: list[Path], tally: Tally) -> None:
    """Everybody shares until all agree; then count what is missing."""
    desks: list[tuple[Workspace, History]] = []
    for root, person in zip(roots, PEOPLE, strict=True):
        history = open_history(root, person)
        recover(history)
        desks.append((Workspace(root), history))
    for _ in range(2):
        for workspace, history in desks:
            tally.open = len(sync(workspace, history).open)
    heads = {git(root, "rev-parse", "HEAD") for root in roots}
    if heads != {git(place, "rev-parse", "main")}:
        tally.faults.append(f"clones do not agree: {heads}")
    for root in [*roots, place]:
        said = git(root, "fsck", "--no-dangling", code=None)
        if said:
            tally.faults.append(f"fsck: {said}")
    for root in roots:
        state = git(root, "status", "--porcelain")
        if state:
            tally.faults.append(f"not clean: {state}")
    texts = every_text(roots[0])
    tally.lost = sum(
        f"{token} " not in texts and f"{token}\n" not in texts for token in tally.saved
    )
    if any(mark in texts for mark in MARKS):
        tally.faults.append("a conflict marker")


def every_text(root: Path) -> str:
    """Every blob that is reachable from the branch, one after the other."""
    blobs = "--filter=object:type=blob"
    listed = git(root, "rev-list", "--objects", "--no-object-names", blobs, "HEAD")
    return git(root, "cat-file", "--batch", send=listed)


if __name__ == "__main__":
    for name, value in (("NAME", "Noor"), ("EMAIL", "noor@example.org")):
        os.environ[f"GIT_AUTHOR_{name}"] = os.environ[f"GIT_COMMITTER_{name}"] = value
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as temporary:
        began = time.monotonic()
        result = rounds(Path(temporary), wanted, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
        print(f"operations {result.operations}, kills {result.kills}, saved {len(result.saved)}")
        print(f"lost {result.lost}, open proposals {result.open}, faults {result.faults}")
        print(f"done {dict(result.done)}")
        print(f"refused {dict(result.refused)}")
        print(f"{time.monotonic() - began:.0f} s")
