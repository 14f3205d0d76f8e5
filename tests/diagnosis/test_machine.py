"""What the examination says about git, the terminal and its colours."""

import io
import os
import shutil
import sys

import pytest

from workflow.diagnosis.machine import examine_machine
from workflow.history.launcher import Launcher, Result


@pytest.fixture
def terminal(monkeypatch):
    """A terminal of this size, with these variables."""

    def put(columns=120, lines=40, **variables):
        for stream in (sys.stdin, sys.stdout):
            monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
        for name in ("NO_COLOR", "COLORTERM", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((columns, lines)))

    return put


def found(folder):
    return {check.name: check for check in examine_machine(folder)}


@pytest.mark.parametrize(
    ("variables", "state", "told"),
    [
        ({"TERM": "xterm-256color"}, "ok", "256"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "ok", ""),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "ok", ""),
        ({"TERM": "linux"}, "hint", ""),
    ],
)
def test_colours_of_a_terminal(terminal, tmp_path, variables, state, told):
    terminal(**variables)
    colours = found(tmp_path)["colours"]
    assert colours.state == state
    assert told in colours.text
    assert bool(colours.advice) is (state != "ok")


def test_a_terminal_that_is_small_or_dumb_is_told(terminal, tmp_path):
    terminal(60, 20, TERM="xterm-256color")
    small = found(tmp_path)["terminal"]
    assert (small.state, "60" in small.text) == ("warning", True)
    terminal(TERM="xterm-256color")
    assert found(tmp_path)["terminal"].state == "ok"
    terminal(TERM="dumb")
    checks = found(tmp_path)
    assert checks["terminal"].state == "warning"
    assert "colours" not in checks


def test_an_encoding_without_the_signs_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    checks = found(tmp_path)
    assert checks["signs"].state == "hint"
    assert "cp1252" in checks["signs"].text


@pytest.mark.parametrize("said", ["git version 1.8.3", "iets anders"])
def test_an_old_git_is_an_error_with_what_to_do(monkeypatch, tmp_path, said):
    monkeypatch.setattr(
        Launcher, "run", lambda self, *words, **more: Result(0, said.encode(), "", 1)
    )
    check = found(tmp_path)["git"]
    assert check.state == "error"
    assert said in check.text
    assert check.advice
