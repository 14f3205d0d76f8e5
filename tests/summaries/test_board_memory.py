"""The board reads again only what has changed, and is always what the files say."""

import os
from pathlib import Path

import pytest

from workflow.cachefile import is_whole, read_cache, write_cache
from workflow.summaries import boardfacts, boardmemory, glance
from workflow.summaries.board import board_of, next_task, read_board
from workflow.summaries.boardmemory import BoardMemory, read_memory, write_memory
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import parse_meeting, render_meeting
from workflow.summaries.model import Meeting, MeetingItem, Summary, SummarySentence
from workflow.summaries.workspace import Workspace

REPORT = "# R\n\n## I. Deel\n\n### 1. Een\n\ns1 De Raad sprak.\n\n### 2. Twee\n\ns1 Ook hier.\n"


def put(workspace: Workspace, number: int) -> Meeting:
    items = (MeetingItem("een", "I", "1", "Een [EU]"), MeetingItem("twee", "I", "2", "Twee"))
    text = parse_meeting(
        f'council = "jbz"\ndays = [2031-03-{number:02}]\ntitle = "R"\nlanguage = "nl"\n'
        'source = "b.txt"\nsha256 = "0"\nitems = []\n',
        f"2031-03-{number:02}-jbz",
        where="",
    )
    meeting = Meeting(**{**{f: getattr(text, f) for f in Meeting.__slots__}, "items": items})
    folder = workspace.meeting_folder(meeting)
    folder.mkdir(parents=True)
    (folder / "meeting.toml").write_text(render_meeting(meeting))
    (folder / "report.md").write_text(REPORT)
    for item in items:
        (folder / f"{item.slug}.md").write_text(render_summary(Summary(item.title, "nl")))
    return meeting


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    for number in (1, 2, 3):
        put(workspace, number)
    return workspace


def written(status: str, source: str = "") -> str:
    sentences = (SummarySentence("De Raad sprak.", (1,)),)
    return render_summary(
        Summary("Een", "nl", status=status, sentences=sentences, topics=("a",), source=source)
    )


def test_only_what_changed_is_read_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = BoardMemory()
    first = read_board(workspace, memory=memory)
    assert first == read_board(Workspace(workspace.root))
    asked: list[str] = []
    real = boardmemory.read_glances

    def noted(workspace, meeting, slugs, stamps):
        asked.extend(f"{meeting.id}/{slug}" for slug in slugs)
        return real(workspace, meeting, slugs, stamps)

    monkeypatch.setattr(boardmemory, "read_glances", noted)
    assert read_board(workspace, memory=memory).meetings[0] is first.meetings[0]
    workspace.summary_path("2031-03-02-jbz", "een").write_text(written("review"))
    again = read_board(workspace, memory=memory)
    assert asked == ["2031-03-02-jbz/een"]
    assert [line.status for line in again.meetings[1].items] == ["review", "open"]
    assert again.meetings[1].items[0].topics == ("a",)
    assert again.meetings[0] is first.meetings[0]


def age(workspace: Workspace) -> None:
    """Let every folder's own time lie well in the past."""
    for folder in workspace.root.glob("summaries/*/*"):
        os.utime(folder, (1_000_000_000, 1_000_000_000))


def test_whatever_happens_in_a_folder_is_noticed(workspace: Workspace, tmp_path: Path) -> None:
    age(workspace)
    known = glance.scan(workspace.root)
    assert all(glance.scan(workspace.root, known)[name] is known[name] for name in known)
    folder = workspace.meeting_folder("2031-03-02-jbz")
    item = folder / "een.md"

    def noticed() -> bool:
        nonlocal known
        before, known = known, glance.scan(workspace.root, known)
        assert glance.scan(workspace.root) == known
        age(workspace)
        known = glance.scan(workspace.root, known)
        return before != known

    assert not noticed()
    with item.open("a") as file:  # in place: the folder's own time stays
        file.write("x")
    assert noticed()
    (folder / "nieuw.md").write_text("x")
    assert noticed()
    (folder / "nieuw.md").unlink()
    assert noticed()
    item.rename(tmp_path / "elders")
    item.symlink_to(tmp_path / "elders")
    assert noticed()
    assert "een.md" not in known["2031-03-02-jbz"].stamps


def test_lines_are_made_only_for_whom_one_looks_at(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.summary_path("2031-03-02-jbz", "een").write_text(written("review"))
    memory, path = BoardMemory(), tmp_path / "board.cache"
    read_board(workspace, memory=memory)
    write_memory(memory, path, "hier")
    unpacked: list[object] = []
    real = boardfacts.unpack
    monkeypatch.setattr(boardfacts, "unpack", lambda kept: unpacked.append(kept) or real(kept))
    board = read_board(workspace, memory=read_memory(path, "hier"))
    assert [(m.id, m.size, m.counts["review"]) for m in board.meetings] == [
        ("2031-03-03-jbz", 2, 0),
        ("2031-03-02-jbz", 2, 1),
        ("2031-03-01-jbz", 2, 0),
    ]
    assert not unpacked
    assert next_task(board).slug == "een"
    assert len(unpacked) == 1
    assert board == read_board(workspace)


def test_a_cache_of_another_place_is_never_unpacked(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "board.cache"
    write_cache(path, "hier", ("x",))
    monkeypatch.setattr("workflow.cachefile.marshal.loads", lambda _: pytest.fail("unpacked"))
    assert read_cache(path, "elders") is None
    path.write_bytes(path.read_bytes()[:-1])
    assert read_cache(path, "hier") is None
    assert not is_whole(path)


def test_a_changed_source_shows_once_it_is_looked_at(workspace: Workspace) -> None:
    digest = glance.source_digests(workspace, workspace.meeting("2031-03-01-jbz"))["een"]
    workspace.summary_path("2031-03-01-jbz", "een").write_text(written("draft", digest))
    memory = BoardMemory()
    report = workspace.meeting_folder("2031-03-01-jbz") / "report.md"
    assert not read_board(workspace, memory=memory).meetings[2].items[0].stale
    report.write_text(REPORT.replace("sprak", "zweeg"))
    assert not read_board(workspace, memory=memory, sources=False).meetings[2].items[0].stale
    assert read_board(workspace, memory=memory).meetings[2].items[0].stale
    assert read_board(workspace, memory=memory, sources=False).meetings[2].items[0].stale


def test_what_was_kept_is_the_same_board(workspace: Workspace, tmp_path: Path) -> None:
    memory, path = BoardMemory(), tmp_path / "board.json"
    workspace.summary_path("2031-03-02-jbz", "twee").unlink()
    board = read_board(workspace, memory=memory)
    write_memory(memory, path, "hier")
    kept = read_memory(path, "hier")
    assert len(kept.meetings) == 2  # one with a missing file is looked at again
    assert read_board(workspace, memory=kept) == board
    assert read_memory(path, "elders").meetings == {}
    path.write_bytes(path.read_bytes()[:-40])
    assert read_memory(path, "hier").meetings == {}


def test_names_come_in_behind_the_files(workspace: Workspace) -> None:
    workspace.summary_path("2031-03-03-jbz", "een").write_text(written("approved"))
    memory = BoardMemory()
    assert read_board(workspace, memory=memory).meetings[0].items[0].status == "approved"
    nobody = board_of(memory, {}).meetings[0].items[0]
    assert nobody.status == "draft"
    people = {("2031-03-03-jbz", "een"): ("Noor", "Sam")}
    line = board_of(memory, people).meetings[0].items[0]
    assert (line.status, line.written_by, line.approved_by) == ("approved", "Noor", "Sam")


@pytest.mark.parametrize("where", ["2031", "2031/2031-03-01-jbz", "2031/2031-03-01-jbz/een.md"])
def test_no_link_is_followed(workspace: Workspace, tmp_path: Path, where: str) -> None:
    step = workspace.root / "summaries" / where
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    step.rename(outside)
    step.symlink_to(outside)
    board = read_board(workspace, memory=BoardMemory())
    said = " ".join([*board.problems, *(x.error for m in board.meetings for x in m.items)])
    assert "verwijzing" in said


@pytest.mark.parametrize(
    "head",
    ['status = "goedgekeurd"', 'claim = "Jo \\"de Wit\\""\nstatus = "draft"', "x = 1", "status ="],
)
def test_heads_that_others_wrote(workspace: Workspace, head: str) -> None:
    path = workspace.summary_path("2031-03-01-jbz", "een")
    path.write_text(f"+++\n{head}\n+++\n\n# Een\n")
    line = read_board(workspace).meetings[2].items[0]
    if head == "status =":
        assert "een.md" in line.error
    else:
        summary = workspace.load(workspace.meeting("2031-03-01-jbz"), "een").summary
        assert (line.status, line.claim) == (summary.status, summary.claim)
