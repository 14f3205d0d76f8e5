"""Slips of the keyboard and odd places: what the commands say and where they write."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.cli import main

Run = Callable[..., tuple[int, str, str]]
FIRST, SECOND = "2031-03-06-jbz", "2031-06-12-jbz"


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, copy_desk: Callable[[Path, int], Path]
) -> Run:
    """Run a command on a workspace with two meetings: exit status, stdout, stderr."""

    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main(["--workspace", str(tmp_path / "desk"), *map(str, words)])
        except SystemExit as left:
            status = int(left.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    copy_desk(tmp_path / "desk", 2)
    return call


def test_checking_all_meetings_prints_one_document(run: Run) -> None:
    document = json.loads(run("check", "--json")[1])
    assert [entry["meeting"] for entry in document["meetings"]] == [SECOND, FIRST]
    assert json.loads(run("check", FIRST, "--json")[1])["meeting"] == FIRST


def test_empty_cells_of_a_table_stay_empty(run: Run) -> None:
    table = run("compare", FIRST, SECOND, "--csv")[1].lstrip("\ufeff")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert "" in cells
    assert "'" not in cells


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nope"], "“nope” is geen opdracht"),
        (["show"], "hier ontbreekt VERGADERING (de vergadering, zoals"),
        (["compare"], "hier ontbreekt LATERE (de latere vergadering)."),
        (["import"], "hier ontbreekt VERSLAG"),
        (["export", FIRST, "--format", "pdf"], "“pdf” kan niet bij --format"),
        (["export", FIRST, "--items", " , "], "Bij --items staat geen agendapunt"),
        (["export", FIRST, "--since", FIRST], "is de vergadering zelf"),
        (["export", FIRST, "--template", "/weg.dotx"], "Er is geen sjabloon /weg.dotx"),
        (["history", "--limit", "veel"], "“veel” bij --limit is geen getal"),
        (["history", "--limit"], "bij --limit ontbreekt de waarde"),
        (["accept", FIRST], "hier ontbreekt PUNT (het agendapunt"),
        (["history", FIRST, "IX.9"], "heeft geen agendapunt “IX.9”"),
        (["history", "IX.9"], "geen vergadering “IX.9”"),
        (["restore", FIRST, "1"], "geen agendapunt “1”, en dat was er ook nooit"),
        (["restore", FIRST, "IX.9", "v1"], "heeft geen agendapunt “IX.9”"),
        (["status", FIRST, "nog", "meer"], "“nog meer” hoort hier niet"),
        (["topics", FIRST, "--confirm", "1"], "het agendapunt ervoor"),
        (["topics", FIRST, "I.1", "--confirm", "1", "--refuse", "1"], "één ding tegelijk"),
        (["topics", FIRST, "I.1", "--confirm", "zzz"], "Er is geen onderwerp “zzz”; bekend"),
        (
            ["topics", FIRST, "I.1", "--confirm", "Z z"],
            f"topics {FIRST} I.1 --title “Z z”",
        ),
        (["topics", FIRST, "I.1", "--refuse", "zzz"], "Er is geen onderwerp “zzz”; bekend"),
        (["topics", FIRST, "--title", "zzz"], "Noem bij --title"),
    ],
)
def test_a_slip_is_named_in_the_users_language(run: Run, words: list[str], said: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert said in err
    assert "argument" not in err


def test_a_briefing_goes_into_the_folder_that_was_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    assert run("export", FIRST, "--format", "md", "-o", folder)[0] == 0
    assert [path.name for path in folder.iterdir()] == [f"briefing-{FIRST}.md"]
    assert run("mail", FIRST, "--to", "Wit, Noor de <noor@example.org>", "-o", folder)[0] == 0
    assert (folder / f"briefing-{FIRST}.eml").is_file()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("uit")] == ["uit"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("meeting.toml", "days = [", "days = = [", "fout in regel 2"),
        ("meeting.toml", "days = ", "dagen = ", "“days” ontbreekt"),
        ("meeting.toml", 'language = "nl"', 'language = "xx"', "language = xx"),
        ("meeting.toml", 'council = "jbz"', "council = 3", "council = 3"),
        ("report.md", "##", "", "bevat geen agendapunten meer"),
        ("overige-onderwerpen.md", 'status = "open"', "status = open", "fout in regel 2"),
    ],
)
def test_a_damaged_file_is_named_with_its_line(
    run: Run, tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    path = tmp_path / "desk" / "summaries" / "2031" / FIRST / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    status, out, err = run("show", FIRST)
    assert (status, out.count("Traceback")) == (2, 0)
    assert f"{FIRST}/{name}" in err
    assert said in err


def test_a_damaged_setting_is_said_in_the_users_language(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "desk" / "workflow.toml"
    path.write_text("words_min = 60\nwords_max = [\n", "utf-8")
    status, _, err = run("status")
    assert status == 2
    assert "aan het eind ontbreekt iets" in err or "fout in regel" in err
    path.write_text('langauge = "nl"\n', "utf-8")
    assert "(bedoelde je “language”?)" in run("status")[2]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_output_is_named(run: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workflow", "--workspace", str(tmp_path / "desk"), "status"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, env=os.environ, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("De uitvoer: ")
    assert "Traceback" not in done.stderr


def test_a_meeting_taken_out_comes_back_as_is_said(run: Run) -> None:
    assert "workflow undo" in run("remove", SECOND)[2]
    assert run("undo")[0] == 0
    assert run("show", SECOND)[0] == 0


def test_a_misspelt_command_is_guessed(run: Run) -> None:
    status, _, err = run("stauts")
    assert (status, "“status” lijkt er het meest op." in err) == (2, True)
    assert "kies uit" in run("xyzzyq")[2]
