"""After a kill: saves are finished, drafts offered, locks cleared only when they are ours."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from history_helpers import ITEM, git, reopened

from workflow.errors import WorkflowError
from workflow.history import (
    History,
    Message,
    drafts,
    drop_draft,
    keep_draft,
    put_off,
    recover,
    save,
    saving,
    unsaved,
)

MESSAGE = Message("Iets bewaard", "", [("Action", "edit")])


def put(history: History, content: str) -> str:
    return save(history, {ITEM: content.encode()}, MESSAGE)


def killed_at(history: History, step: str, action: Callable[[], object]) -> None:
    """Run a save in a child that dies at a step."""
    child = os.fork()
    if child == 0:
        real = getattr(saving, step)

        def dying(*arguments: object) -> object:
            real(*arguments)
            os.kill(os.getpid(), signal.SIGKILL)
            return None

        setattr(saving, step, dying)
        action()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), step


@pytest.mark.parametrize(
    ("step", "outcome"),
    [("write_entry", "finished"), ("_write", "finished"), ("commit_fast", "healed"),
     ("set_index", "healed")],
)  # fmt: skip
def test_a_killed_save_is_brought_to_its_end(history: History, step: str, outcome: str) -> None:
    put(history, "oud\n")
    killed_at(history, step, lambda: put(history, "nieuw\n"))
    found = recover(reopened(history))
    assert [(entry.outcome, entry.paths) for entry in found] == [(outcome, (ITEM,))]
    assert git(history.top, "show", f"HEAD:{ITEM}") == "nieuw\n"
    assert git(history.top, "status", "--porcelain") == ""
    assert recover(history) == ()
    assert git(history.top, "log", "-1", "--format=%s%(trailers:only)").strip() == (
        "Iets bewaardAction: edit"
    )


def test_a_text_changed_since_is_never_overwritten(history: History) -> None:
    put(history, "oud\n")
    killed_at(history, "_write", lambda: put(history, "nieuw\n"))
    (history.root / ITEM).write_text("met de hand\n")
    found = recover(history)
    assert [entry.outcome for entry in found] == ["draft"]
    assert (history.root / ITEM).read_text() == "met de hand\n"
    assert [(draft.key, draft.text) for draft in drafts(history)] == [(ITEM, "nieuw\n")]


def test_the_next_save_recovers_too(history: History) -> None:
    put(history, "oud\n")
    killed_at(history, "_write", lambda: put(history, "nieuw\n"))
    save(history, {"summaries/x.md": b"x\n"}, MESSAGE)
    assert git(history.top, "show", f"HEAD:{ITEM}") == "nieuw\n"


def journal(history: History, when: float) -> None:
    """A journal as a dead program left it."""
    killed_at(history, "write_entry", lambda: put(history, "nieuw\n"))
    path = next((history.common_dir / "workflow" / "journal").glob("*.json"))
    values = json.loads(path.read_text())
    values["when"] = when
    path.write_text(json.dumps(values))
    os.utime(path, (when, when))


def test_a_lock_of_the_dead_program_is_cleared(history: History) -> None:
    put(history, "oud\n")
    journal(history, time.time() - 1)
    for name in ("index.lock", "HEAD.lock", "refs/heads/main.lock"):
        (history.git_dir / name).touch()
    outcomes = [entry.outcome for entry in recover(history)]
    assert outcomes == ["lock", "lock", "lock", "finished"]
    assert git(history.top, "status", "--porcelain") == ""


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("age", [500.0, -500.0])
def test_a_lock_that_is_not_provably_ours_stays(history: History, age: float) -> None:
    put(history, "oud\n")
    journal(history, time.time())
    lock = history.git_dir / "refs/heads/main.lock"
    lock.touch()
    os.utime(lock, (time.time() - age, time.time() - age))
    assert [entry.outcome for entry in recover(history)] == ["draft"]
    assert lock.exists()
    assert drafts(history)[0].text == "nieuw\n"


@pytest.mark.usefixtures("impatient")
def test_a_lock_stays_while_a_git_is_at_work(history: History) -> None:
    put(history, "oud\n")
    journal(history, time.time() - 1)
    lock = history.git_dir / "HEAD.lock"
    lock.touch()
    import subprocess

    waiting = subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=history.top, stdin=subprocess.PIPE
    )
    try:
        time.sleep(0.05)
        recover(history)
        assert lock.exists()
    finally:
        waiting.communicate()


def test_a_damaged_journal_is_put_aside(history: History) -> None:
    put(history, "oud\n")
    folder = history.common_dir / "workflow" / "journal"
    (folder / "1-1.json").write_text("{")
    assert recover(history) == ()
    assert put(history, "nieuw\n")


def test_journal_and_files_are_forced_to_disk_before_the_commit(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(history, "oud\n")
    events: list[str] = []
    names = ("write_entry", "_write", "commit_fast", "set_index", "end_entry")
    for name in names:
        real = getattr(saving, name)

        def noted(*arguments: object, _real: object = real, _name: str = name) -> object:
            events.append(_name)
            return _real(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(saving, name, noted)
    real_sync = os.fsync

    def synced(handle: int) -> None:
        events.append("fsync")
        real_sync(handle)

    monkeypatch.setattr(os, "fsync", synced)
    put(history, "nieuw\n")
    assert [event for event in events if event != "fsync"] == list(names)
    for first, second in (("write_entry", "_write"), ("_write", "commit_fast")):
        between = events[events.index(first) : events.index(second)]
        assert between.count("fsync") >= 2  # the file and its folder


# Drafts


def test_a_draft_is_kept_and_dropped(history: History) -> None:
    keep_draft(history, ITEM, "half getypt", base="oud\n")
    keep_draft(history, ITEM, "half getypte zin €", base="oud\n")
    found = drafts(reopened(history))
    assert [(draft.key, draft.text, draft.base) for draft in found] == [
        (ITEM, "half getypte zin €", "oud\n")
    ]
    drop_draft(history, ITEM)
    assert drafts(history) == ()


def test_what_is_left_for_later_outlives_what_is_typed_and_saved_meanwhile(
    history: History,
) -> None:
    keep_draft(history, ITEM, "van de vorige keer", base="oud\n", source=("Zin.",))
    put_off(history, drafts(history)[0].name)
    keep_draft(history, ITEM, "van nu")
    assert [draft.text for draft in drafts(history)] == ["van nu", "van de vorige keer"]
    drop_draft(history, ITEM)
    (left,) = drafts(history)
    assert (left.text, left.base, left.source) == ("van de vorige keer", "oud\n", ("Zin.",))
    put_off(history, left.name, off=False)
    drop_draft(history, ITEM)
    assert drafts(history) == ()


def test_each_draft_is_left_for_later_by_itself(history: History) -> None:
    for text in ("eerst", "daarna"):
        keep_draft(history, ITEM, text)
        put_off(history, drafts(history)[0].name)
    newest, _ = drafts(history)
    put_off(history, newest.name, off=False)
    drop_draft(history, ITEM)
    assert [draft.text for draft in drafts(history)] == ["eerst"]


def test_a_draft_of_a_program_that_still_runs_is_its_own(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        keep_draft(history, ITEM, "van het andere programma")
        os.write(writing, b"x")
        time.sleep(60)
        os._exit(0)
    os.read(reading, 1)
    try:
        keep_draft(history, ITEM, "van mij")
        assert [draft.text for draft in drafts(history)] == ["van mij"]
        drop_draft(history, ITEM)
        assert drafts(history) == ()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert [draft.text for draft in drafts(history)] == ["van het andere programma"]
    monkeypatch.setattr(unsaved, "is_alive", lambda _: True)
    # The number of a dead program may be taken by another one.
    assert [draft.text for draft in drafts(history)] == ["van het andere programma"]


def test_drafts_lie_outside_the_work_tree(history: History) -> None:
    keep_draft(history, ITEM, "half getypt")
    assert git(history.top, "status", "--porcelain", "--ignored") == ""
    folder: Path = history.git_dir / "workflow" / "drafts"
    (folder / "onzin.json").write_text("[]")
    assert len(drafts(history)) == 1


def test_a_save_that_fails_puts_everything_back(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(history, "oud\n")

    def failing(*_: object) -> str:
        raise WorkflowError("history.errors.disk_full", where="x")

    monkeypatch.setattr(saving, "commit_fast", failing)
    with pytest.raises(WorkflowError):
        save(history, {ITEM: b"nieuw\n", "summaries/y.md": b"y\n"}, MESSAGE)
    assert (history.root / ITEM).read_text() == "oud\n"
    assert not (history.root / "summaries/y.md").exists()
    assert recover(history) == ()
    assert git(history.top, "status", "--porcelain") == ""
