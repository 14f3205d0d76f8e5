"""Spelling with hunspell, and without it."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from findings_cases import cases, make_item, make_summary

from workflow.summaries.findings import check_spelling
from workflow.summaries.model import Dismissal

ITEM, _ = make_item([["De Raad besprak de vuurtorenwachtersregeling."]])


def fake(folder: Path, body: str) -> None:
    """A program that stands in for hunspell."""
    path = folder / "hunspell"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def test_no_program_no_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert check_spelling(ITEM, make_summary(["Dit is fuot. [s1]"])) == ()


def test_answers_become_hints_with_a_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = "& fuot 2 1: fout, fuut\\n\\n*\\n\\n# xqz 1\\n\\n"
    fake(tmp_path, f"echo '@(#) International Ispell'\ncat > /dev/null\nprintf '{answers}'")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    findings = check_spelling(ITEM, make_summary(["Nog fuot [s1]", "Dat goed xqz [s1]"]))
    assert [(f.severity, f.line, f.words, f.replacement) for f in findings] == [
        ("hint", 1, "fuot", "fout"),
        ("hint", 2, "xqz", ""),
    ]


@pytest.mark.parametrize("body", ["exit 1", "echo nonsense", "sleep 5"])
def test_a_program_that_does_not_answer_finds_nothing(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(tmp_path, body)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert check_spelling(ITEM, make_summary(["Dit is fuot. [s1]"]), seconds=0.2) == ()


def has_dutch() -> bool:
    if not shutil.which("hunspell"):
        return False
    run = subprocess.run(
        ["hunspell", "-a", "-d", "nl_NL"], input="", capture_output=True, text=True, check=False
    )
    return run.returncode == 0


@pytest.mark.skipif(not has_dutch(), reason="needs hunspell with a Dutch dictionary")
def test_misspelt_words_are_found_and_words_of_the_source_are_not() -> None:
    line = "De Raad bespark de vuurtorenwachtersregeling met het juiste standpund. [s1]"
    summary = make_summary([line])
    findings = check_spelling(ITEM, summary)
    assert [(f.words, f.replacement) for f in findings] == [
        ("bespark", "besprak"),
        ("standpund", "standpunt"),
    ]
    dismissed = replace(summary, dismissals=(Dismissal("spelling", "bespark", "zo bedoeld"),))
    assert [f.words for f in check_spelling(ITEM, dismissed)] == ["standpund"]
    for case in cases("nl_a")[:2]:
        assert check_spelling(case.item, case.summary) == ()
