"""The examination finds what is wrong and says what to do."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workflow.cli import main
from workflow.diagnosis.health import examine_workspace
from workflow.diagnosis.machine import examine_machine
from workflow.languages import LANGUAGES, use
from workflow.summaries.workspace import Workspace


@pytest.fixture
def desk(first_demo, tmp_path):
    return Workspace(Path(shutil.copytree(first_demo, tmp_path / "desk")))


def found(workspace):
    return {check.name: check for check in examine_workspace(workspace) if check.state != "ok"}


def a_summary(workspace) -> Path:
    meeting = workspace.meetings()[0]
    return workspace.summary_path(meeting, meeting.items[0].slug)


def test_a_healthy_workspace_says_so_once(desk):
    assert found(desk) == {}
    assert [check.name for check in examine_workspace(desk)] == ["identity", "workspace"]


def test_a_file_that_does_not_parse(desk):
    a_summary(desk).write_text("+++\nstatus =\n+++\n", "utf-8")
    assert found(desk)["file"].state == "error"
    assert a_summary(desk).name in found(desk)["file"].where


def test_evidence_that_points_nowhere_and_a_void_approval(desk):
    path = a_summary(desk)
    path.write_text(path.read_text("utf-8").replace("[s", "[s999 s", 1), "utf-8")
    checks = found(Workspace(desk.root))
    assert "s999" in checks["evidence"].text
    assert checks["evidence"].state == "error"
    assert checks["approval"].state == "warning"
    assert checks["approval"].advice


def test_a_changed_source_makes_summaries_stale(desk):
    meeting = desk.meetings()[0]
    report = desk.meeting_folder(meeting) / "report.md"
    item = desk.item(meeting, meeting.items[0].slug)
    text = report.read_text("utf-8")
    report.write_text(text.replace(item.sentences[0].text, "Een andere zin.", 1), "utf-8")
    assert found(Workspace(desk.root))["stale"].state == "warning"


def test_a_stray_file_a_broken_cache_and_broken_settings(desk):
    a_summary(desk).with_name("zwerver.md").write_text("x", "utf-8")
    (desk.root / ".git" / "workflow" / "standings.cache").write_text("{", "utf-8")
    (desk.root / ".git" / "workflow" / "search-words.sqlite").write_bytes(b"old")
    (desk.root / "workflow.toml").write_text("words_mx = 3\n", "utf-8")
    checks = list(examine_workspace(Workspace(desk.root)))
    names = [check.name for check in checks]
    assert {"stray", "cache", "settings"} <= set(names)
    assert names.count("cache") == 2
    assert all(check.advice for check in checks if check.state != "ok")


def test_nobody_known_and_no_git(desk, monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    subprocess.run(["git", "config", "--unset", "user.name"], cwd=desk.root, check=True)
    assert found(desk)["identity"].state == "error"
    monkeypatch.setenv("PATH", str(tmp_path))
    checks = {check.name: check for check in examine_machine(tmp_path)}
    assert checks["git"].state == "error"
    assert "git-scm.com" in checks["git"].advice
    monkeypatch.setitem(sys.modules, "git.cmd", None)
    missing = {check.name: check for check in examine_machine(tmp_path)}["git"]
    assert "GitPython" in missing.text
    assert "pip install GitPython" in missing.advice


@pytest.mark.parametrize(
    ("variables", "name", "state"),
    [
        ({"NO_COLOR": "1"}, "editor", "hint"),
        ({"EDITOR": "vi"}, "editor", "ok"),
    ],
)
def test_what_the_environment_says(monkeypatch, tmp_path, variables, name, state):
    for key in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(key, raising=False)
    for key, value in variables.items():
        monkeypatch.setenv(key, value)
    checks = {check.name: check for check in examine_machine(tmp_path)}
    assert checks[name].state == state


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_document_and_an_exit_status(desk, capsys, language):
    use(language)
    words = ["--workspace", str(desk.root), "--language", language, "doctor"]
    assert main([*words, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["healthy"] is True
    a_summary(desk).write_bytes(b"\xff")
    assert main([*words, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["healthy"] is False
    assert main(words) == 1
    assert a_summary(desk).name in capsys.readouterr().out


def test_outside_a_workspace_the_machine_is_examined(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 0
    assert "git" in capsys.readouterr().out
