"""Several programs on one clone, and a colleague with plain git beside them."""

import os
import subprocess
import time
import traceback
from pathlib import Path

import pytest
from history_helpers import ITEM, git

from workflow.history import History, Message, SaveConflict, open_history, save

MESSAGE = Message("Zin", "", [("Action", "edit")])
WORKERS = 4


def work(root: Path, number: int, saves: int) -> None:
    """Save in turn on an own item and, adding a line, on the shared one."""
    history = open_history(root)
    shared = root / ITEM
    own = f"summaries/2031/eigen-{number}.md"
    lines: list[str] = []
    for turn in range(saves // 2):
        lines.append(f"eigen {number} {turn}\n")
        save(history, {own: "".join(lines).encode()}, MESSAGE)
        while True:
            base = shared.read_text()
            content = f"{base}gedeeld {number} {turn}\n".encode()
            try:
                save(history, {ITEM: content}, MESSAGE, {ITEM: base})
            except SaveConflict:
                continue
            break


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
@pytest.mark.parametrize("saves", [6, pytest.param(40, marks=pytest.mark.slow)])
def test_four_programs_and_a_colleague_lose_nothing(history: History, saves: int) -> None:
    save(history, {ITEM: b"begin\n"}, MESSAGE)
    before = int(git(history.top, "rev-list", "--count", "HEAD"))
    children = []
    for number in range(WORKERS):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work(history.root, number, saves)
                code = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(code)
        children.append(child)
    by_hand = 0
    done: list[int] = []
    while len(done) < WORKERS:
        (history.top / "hand.txt").write_text(f"{by_hand}\n")
        subprocess.run(["git", "add", "hand.txt"], cwd=history.top, capture_output=True)
        commit = ["git", "commit", "-qm", "hand", "--", "hand.txt"]
        if subprocess.run(commit, cwd=history.top, capture_output=True).returncode == 0:
            by_hand += 1
        subprocess.run(["git", "status"], cwd=history.top, capture_output=True)
        time.sleep(0.02)
        for child in children:
            if child not in done and os.waitpid(child, os.WNOHANG)[0]:
                done.append(child)
    lines = (history.root / ITEM).read_text().splitlines()
    assert len(lines) == len(set(lines)) == 1 + WORKERS * saves // 2
    assert git(history.top, "show", f"HEAD:{ITEM}").splitlines() == lines
    for number in range(WORKERS):
        own = git(history.top, "show", f"HEAD:summaries/2031/eigen-{number}.md")
        assert len(own.splitlines()) == saves // 2
    commits = int(git(history.top, "rev-list", "--count", "HEAD")) - before
    assert commits == WORKERS * saves + by_hand
    assert git(history.top, "fsck", "--no-dangling") == ""
    save(history, {"summaries/laatste.md": b"x\n"}, MESSAGE)
    dirty = git(history.top, "status", "--porcelain")
    assert "summaries" not in dirty
