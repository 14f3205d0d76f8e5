"""The demo is built the same every time, and its walk does the main job."""

import os
import subprocess
from pathlib import Path

import pytest

from workflow.demo import STAGES, WAITING, build_demo, walk
from workflow.samples import sample_people, sample_summaries
from workflow.summaries.board import read_board

pytestmark = pytest.mark.usefixtures("no_git_identity")


@pytest.fixture
def no_git_identity(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which git knows nobody."""
    home = tmp_path / "home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def test_desk_has_one_meeting_approved_one_half_done_and_one_waiting(tmp_path: Path) -> None:
    workspace = build_demo(tmp_path / "demo")
    second, first = read_board(workspace).meetings
    assert first.counts == {"open": 0, "draft": 0, "review": 0, "approved": 13}
    assert second.counts == {"open": 6, "draft": 2, "review": 1, "approved": 3}
    assert [path.name for path in (workspace.root / WAITING).iterdir()] == ["jbz-2031-10.txt"]
    assert git(workspace.root, "status", "--porcelain") == ""


def test_demo_has_its_own_two_people(tmp_path: Path) -> None:
    folder = build_demo(tmp_path / "demo").root
    authors = set(git(folder, "log", "--format=%an <%ae>").splitlines())
    assert authors == {f"{person.name} <{person.email}>" for person in sample_people().values()}
    assert len(authors) == 2
    assert git(folder, "config", "user.name").strip() == "Noor de Wit"


def test_approvals_count(tmp_path: Path) -> None:
    from workflow.history import open_history, people

    workspace = build_demo(tmp_path / "demo", stage="first")
    board = read_board(workspace, people(workspace, open_history(workspace.root)))
    for line in board.meetings[0].items:
        assert line.status == "approved"
        assert {line.written_by, line.approved_by} == {"Noor de Wit", "Sam Bakker"}


def test_demo_is_the_same_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heads = []
    for zone in ("UTC", "Asia/Tokyo"):
        monkeypatch.setenv("TZ", zone)
        folder = build_demo(tmp_path / zone.replace("/", "-")).root
        heads.append(git(folder, "rev-parse", "HEAD"))
    assert heads[0] == heads[1]


def test_demo_within_another_repository_leaves_that_alone(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    build_demo(tmp_path / "demo", stage="empty")
    assert git(tmp_path, "rev-list", "--all") == ""
    assert git(tmp_path / "demo", "rev-list", "--count", "HEAD").strip() == "2"


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_has_that_many_meetings(stage: str, tmp_path: Path) -> None:
    workspace = build_demo(tmp_path / "demo", stage=stage)
    assert len(workspace.meeting_ids()) == STAGES.index(stage)


def test_walk_tells_where_everything_is(tmp_path: Path) -> None:
    told: list[str] = []
    walk(tmp_path / "demo", told.append)
    paths = [Path(line.strip()) for line in told if line.strip().startswith(str(tmp_path))]
    assert all(path.exists() for path in paths)
    assert {path.suffix for path in paths} >= {".docx", ".eml", ".txt"}
    steps = [line for line in told if line[:1].isdigit()]
    assert [int(line.split(".")[0]) for line in steps] == list(range(1, len(steps) + 1))
    reversals = [line for line in told if "omgeslagen bij" in line]
    assert len(reversals) == 4


def test_findings_of_the_demo_are_the_planted_ones(tmp_path: Path) -> None:
    from workflow.summaries.findings import check

    workspace = build_demo(tmp_path / "demo")
    for meeting in workspace.meetings():
        for label, sample in sample_summaries(meeting.id).items():
            slug = workspace.find_item(meeting, label).slug
            found = check(
                workspace.item(meeting, slug),
                workspace.load(meeting, slug).summary,
                workspace.attributions(meeting, slug),
                own_government="nederland",
                words=(60, 150),
            )
            serious = [finding for finding in found if finding.severity != "hint"]
            assert [finding.check for finding in serious] == list(sample.planted), (label, serious)
