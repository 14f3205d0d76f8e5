"""The demo is built the same every time, and its walk does the main job."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workflow.demo import STAGES, WAITING, build_demo
from workflow.samples import sample_people, sample_summaries
from workflow.summaries.board import read_board
from workflow.summaries.workspace import Workspace

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


@pytest.fixture
def built(demo_desk: Path) -> Workspace:
    """The demo, made by a machine on which git knows nobody; only to be read."""
    return Workspace(demo_desk)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def test_desk_has_one_meeting_approved_one_half_done_and_one_waiting(built: Workspace) -> None:
    workspace = built
    second, first = read_board(workspace).meetings
    assert first.counts == {"open": 0, "draft": 0, "review": 0, "approved": 13}
    assert second.counts == {"open": 6, "draft": 2, "review": 1, "approved": 3}
    assert [path.name for path in (workspace.root / WAITING).iterdir()] == ["jbz-2031-10.txt"]
    assert git(workspace.root, "status", "--porcelain") == ""


def test_demo_has_its_own_two_people(built: Workspace) -> None:
    folder = built.root
    authors = set(git(folder, "log", "--format=%an <%ae>").splitlines())
    assert authors == {f"{person.name} <{person.email}>" for person in sample_people().values()}
    assert len(authors) == 2
    assert git(folder, "config", "user.name").strip() == "Noor de Wit"


def test_the_history_of_a_whole_demo_reads_like_minutes(built: Workspace) -> None:
    known = {
        "Meeting", "Item", "Status", "Action", "Approved-by", "Restored-from", "Renamed-from",
        "Reason", "Source-sha256",
    }  # fmt: skip
    commits = git(built.root, "log", "--format=%x01%s%x00%b", "summaries/").split("\x01")[1:]
    assert len(commits) > 50
    for commit in commits:
        subject, body = commit.split("\x00")
        assert len(subject) <= 72
        assert re.match(r"JBZ 2031-\d\d-\d\d.*: \S|Werkmap aangemaakt|Instellingen", subject)
        whole, _, trailers = body.strip().rpartition("\n\n")
        keys = re.findall(r"^([A-Z][a-z0-9-]+): .", trailers, re.MULTILINE)
        assert len(keys) == len(set(keys)) == len(trailers.splitlines()), body
        # Only a subject that had to be cut stands below it once more, all of it.
        assert whole or "…" not in subject
        assert not whole or re.match(re.escape(subject).replace("…", ".+"), whole), body
        assert set(keys) <= known
    counted = git(built.root, "shortlog", "-sn", "HEAD").splitlines()
    assert {line.split("\t")[1] for line in counted} == {"Noor de Wit", "Sam Bakker"}


def test_approvals_count(first_demo: Path) -> None:
    from workflow.history import open_history, people

    workspace = Workspace(first_demo)
    board = read_board(workspace, people(workspace, open_history(workspace.root)))
    for line in board.meetings[0].items:
        assert line.status == "approved"
        assert {line.written_by, line.approved_by} == {"Noor de Wit", "Sam Bakker"}


def test_demo_is_the_same_every_time(
    built: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone = "Asia/Tokyo" if time.strftime("%z") != "+0900" else "UTC"
    monkeypatch.setenv("TZ", zone)
    again = build_demo(tmp_path / "demo")
    assert git(again.root, "rev-parse", "HEAD") == git(built.root, "rev-parse", "HEAD")


def test_demo_within_another_repository_leaves_that_alone(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    build_demo(tmp_path / "demo", stage="empty")
    assert git(tmp_path, "rev-list", "--all") == ""
    assert git(tmp_path / "demo", "rev-list", "--count", "HEAD").strip() == "2"


def test_each_stage_has_that_many_meetings(
    built: Workspace, first_demo: Path, tmp_path: Path
) -> None:
    made = (build_demo(tmp_path / "leeg", stage=STAGES[0]), Workspace(first_demo), built)
    assert [len(workspace.meeting_ids()) for workspace in made] == list(range(len(STAGES)))


def test_without_a_terminal_the_demo_does_the_main_job_and_tells_where_everything_is(
    tmp_path: Path,
) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "workflow", "--language", "en", "demo", str(tmp_path / "demo")],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    told = (run.stdout + run.stderr).splitlines()
    paths = [Path(line.strip()) for line in told if line.strip().startswith(str(tmp_path))]
    assert all(path.exists() for path in paths)
    assert {path.suffix for path in paths} >= {".docx", ".eml", ".txt"}
    steps = [line for line in told if line[:1].isdigit()]
    assert [int(line.split(".")[0]) for line in steps] == list(range(1, len(steps) + 1))
    reversals = [line for line in told if " reversed on " in line]
    assert len(reversals) == 4
    # The reports of the demo are Dutch; the actors are named in the user's language all the same.
    assert reversals[0].strip().startswith("Netherlands reversed on")


def test_findings_of_the_demo_are_the_planted_ones(built: Workspace) -> None:
    from workflow.summaries.findings import check

    workspace = built
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
