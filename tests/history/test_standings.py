"""Everybody's part at once: the same answers as item by item, from a cache that may vanish."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from history_helpers import ITEM, NOOR, SAM, git, meeting, text
from hypothesis import given
from hypothesis import strategies as st

from workflow.cachefile import read_cache, write_cache
from workflow.history import History, approval_of, open_history, people, standings
from workflow.history.actions import approve, reopen, save_summary, submit, undo
from workflow.history.standings import whole_board
from workflow.history.wording import as_judged, text_lines
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import Dismissal, Position, Remark, Summary
from workflow.summaries.workspace import Workspace

MEETING = meeting()
SLUG = "mensensmokkel"
CACHE = "workflow/standings.cache"


def write(workspace: Workspace, history: History, words: str, slug: str = SLUG) -> None:
    loaded = workspace.load(MEETING, slug)
    new = replace(loaded.summary, sentences=text(words))
    save_summary(workspace, history, MEETING, slug, new, base=loaded.text)


def agrees(workspace: Workspace, history: History) -> dict[tuple[str, str], tuple[str, str]]:
    """The answer with a warm memory, with the files, without them, and item by item."""
    kept = whole_board(Workspace(history.root), open_history(history.root))
    (history.common_dir / CACHE).unlink(missing_ok=True)
    found = people(workspace, history)
    assert people(workspace, open_history(history.root)) == found
    (history.common_dir / CACHE).unlink(missing_ok=True)
    assert people(workspace, open_history(history.root)) == found
    for item in MEETING.items:
        approval = approval_of(workspace, history, MEETING, item.slug)
        assert found[MEETING.id, item.slug][1] == (approval.person.name if approval else "")
    for line in kept.meetings[0].items:
        assert (
            line.error or (line.written_by, line.approved_by) == found[MEETING.id, line.item.slug]
        )
    for board in history.common_dir.glob("workflow/board-*"):
        board.unlink()
    assert whole_board(Workspace(history.root), open_history(history.root)) == kept
    assert whole_board(Workspace(history.root), open_history(history.root)) == kept
    return dict(found)


def test_every_way_of_asking_gives_the_same_answer(workspace: Workspace, history: History) -> None:
    sam = history.acting_as(SAM)
    key = (MEETING.id, SLUG)
    assert agrees(workspace, history)[key] == ("", "")
    write(workspace, history, "Een zin.")
    write(workspace, sam, "Een ander punt.", "schengen")
    submit(workspace, history, MEETING, SLUG)
    assert agrees(workspace, history)[key] == ("Noor de Wit", "")
    approve(workspace, sam, MEETING, SLUG)
    assert agrees(workspace, history)[key] == ("Noor de Wit", "Sam Bakker")
    path = history.root / ITEM
    kept = path.read_bytes()
    path.write_bytes(kept.replace(b"Een zin", b"Zomaar"))
    assert agrees(workspace, history)[key] == ("Noor de Wit", "")
    path.write_bytes(kept.replace(b"\n", b"\r\n"))
    assert agrees(workspace, history)[key] == ("Noor de Wit", "Sam Bakker")
    path.write_bytes(kept)
    write(workspace, sam, "Van Sam.")
    assert agrees(workspace, history)[key] == ("Sam Bakker", "")
    undo(workspace, sam)
    assert agrees(workspace, history)[key] == ("Sam Bakker", "Sam Bakker")
    reopen(workspace, history, MEETING, SLUG)
    assert agrees(workspace, history)[key][1] == ""
    git(history.top, "rm", "-q", ITEM)
    git(history.top, "commit", "-qm", "weg")
    assert agrees(workspace, history)[key][1] == ""


def test_a_forged_approval_counts_nowhere(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    path = history.root / ITEM
    for named in (NOOR, SAM):
        path.write_text(path.read_text().replace('"draft"', '"approved"') + "\n")
        message = f"x\n\nStatus: approved\nAction: approve\nApproved-by: {named}\n"
        git(history.top, "commit", "-qam", message)
        assert agrees(workspace, history)[MEETING.id, SLUG][1] == ""


def test_an_approval_that_changes_words_is_none(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    path = history.root / ITEM
    path.write_text(path.read_text().replace('"review"', '"approved"').replace("Een", "Geen"))
    message = f"x\n\nStatus: approved\nAction: approve\nApproved-by: {SAM}\n"
    git(history.top, "commit", "-qam", message, f"--author={SAM}")
    assert agrees(workspace, history)[MEETING.id, SLUG][1] == ""


def test_a_rewritten_branch_is_worked_out_again(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    approve(workspace, history.acting_as(SAM), MEETING, SLUG)
    assert agrees(workspace, history)[MEETING.id, SLUG][1] == "Sam Bakker"
    git(history.top, "reset", "-q", "--hard", "HEAD~1")
    assert agrees(workspace, history)[MEETING.id, SLUG][1] == ""


@pytest.mark.parametrize("content", ["", "{", "[]", '{"mark": 1}', "null"])
def test_a_damaged_cache_is_no_cache(workspace: Workspace, history: History, content: str) -> None:
    write(workspace, history, "Een zin.")
    found = people(workspace, history)
    (history.common_dir / CACHE).write_text(content)
    assert people(workspace, open_history(history.root)) == found


def test_a_cache_that_came_with_a_copy_is_not_believed(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    write(workspace, history, "Een zin.")
    people(workspace, history)
    cache = history.common_dir / CACHE
    mark = standings._mark(history)
    tip, items = read_cache(cache, mark)
    write_cache(cache, mark, (tip, {path: ("Eve", *rest) for path, (_, *rest) in items.items()}))
    assert people(workspace, open_history(history.root))[MEETING.id, SLUG][0] == "Eve"
    shutil.copytree(history.top, tmp_path / "kopie")
    copy = open_history(tmp_path / "kopie")
    assert people(Workspace(copy.root), copy)[MEETING.id, SLUG][0] == "Noor de Wit"


# The words that count

ROEPT_OP = Position("nederland", "Nederland", "call", "roept op", (1,))
FULL = Summary("Titel", "nl", sentences=text("Een zin."), positions=(ROEPT_OP,))


def lines(summary: Summary) -> tuple[str, ...]:
    return text_lines(render_summary(summary).encode())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_about_the_text_is_not_the_text(language: str) -> None:
    full = replace(FULL, language=language)
    around = replace(
        full, status="approved", topics=("x",), claim="Noor", source="abc",
        remarks=(Remark("Klopt dit?"),), dismissals=(Dismissal("figure", "85", "klopt"),),
    )  # fmt: skip
    assert lines(around) == lines(full)
    assert lines(replace(full, positions=())) != lines(full)
    assert lines(replace(full, sentences=text("Een zin!"))) != lines(full)
    assert lines(replace(full, rejected=full.positions)) != lines(full)
    assert lines(Summary("Titel", language)) == text_lines(None) == ()


@given(st.binary())
def test_any_content_can_be_compared(content: bytes) -> None:
    assert text_lines(content.replace(b"\r\n", b"\n")) == text_lines(content)
    assert as_judged(content) == as_judged(content)


def test_what_four_eyes_saw() -> None:
    one, other = (render_summary(replace(FULL, topics=t)).encode() for t in ((), ("a", "b")))
    assert one != other
    assert as_judged(one) == as_judged(other)
    for change in ({"status": "draft"}, {"title": "Anders"}, {"sentences": ()}):
        assert as_judged(render_summary(replace(FULL, **change)).encode()) != as_judged(one)
