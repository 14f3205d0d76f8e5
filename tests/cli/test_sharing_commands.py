"""Working together from the command line: two people, two clones, one shared place."""

import io
import json
import subprocess
import sys

import pytest

from workflow.summaries.workspace import Workspace

FIRST = "2031-03-06-jbz"


@pytest.fixture
def be(monkeypatch):
    """Become another person."""

    def person(name):
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_NAME", name)
            monkeypatch.setenv(f"GIT_{role}_EMAIL", f"{name.split()[0].lower()}@example.org")

    return person


@pytest.fixture
def desks(desk, tmp_path, run):
    """Noor's and Sam's clones of one shared place."""
    place = tmp_path / "gedeeld.git"
    subprocess.run(["git", "init", "-q", "--bare", "--initial-branch=main", place], check=True)
    assert run("sync", "--with", place)[0] == 0
    other = tmp_path / "sam"
    subprocess.run(["git", "clone", "-q", place, other], check=True)
    if not (other / "summaries").is_dir():
        subprocess.run(["git", "checkout", "-q", "-B", "main", "origin/HEAD"], cwd=other)
    return desk, other


@pytest.fixture
def write(run, monkeypatch):
    """Replace the summary of I.1 by a text that comes from stdin."""

    def put(place, text):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        status, _, err = run("edit", "--summary", FIRST, "I.1", place=place)
        assert status == 0, err

    return put


def summary(place):
    workspace = Workspace(place)
    meeting = workspace.meeting(FIRST)
    return workspace.load(meeting, meeting.item("I.1").slug).summary


def test_sharing_tells_what_went_and_came(desks, run, write, be):
    noor, sam = desks
    write(noor, "De Raad besprak het. [s1]\n")
    be("Sam Bakker")
    status, out, _ = run("sync", "--json", place=sam)
    document = json.loads(out)
    assert status == 0
    assert document["incoming"] == document["outgoing"] == []
    be("Noor de Wit")
    assert json.loads(run("sync", "--json", place=noor)[1])["outgoing"][0]["who"] == "Noor de Wit"
    be("Sam Bakker")
    _, out, _ = run("sync", place=sam)
    assert "Noor de Wit" in out
    assert [line.text for line in summary(sam).sentences] == ["De Raad besprak het."]


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        (("--mine",), ["Sam vond dit."]),
        (("--theirs",), ["Noor vond dat."]),
        (("--write", "Samen vonden zij iets. [s1]"), ["Samen vonden zij iets."]),
    ],
)
def test_what_two_people_changed_is_decided_once(desks, run, write, be, choice, text):
    noor, sam = desks
    write(noor, "De Raad besprak het. [s1]\n")
    run("sync", place=noor)
    run("sync", place=sam)
    write(noor, "Noor vond dat. [s1]\n")
    run("sync", place=noor)
    be("Sam Bakker")
    write(sam, "Sam vond dit. [s1]\n")
    status, out, _ = run("sync", place=sam)
    assert status == 1
    assert "workflow proposals" in out
    status, out, _ = run("sync", "--json", place=sam)
    assert status == 1
    assert json.loads(out)["open"][0]["item"] == "I.1"
    status, out, _ = run("proposals", "--json", place=sam)
    (proposal,) = json.loads(out)["proposals"]
    assert status == 1
    assert (proposal["item"], proposal["field"]) == ("I.1", "sentences")
    assert "Sam vond dit." in proposal["mine"]
    assert "Noor vond dat." in proposal["shared"]
    status, out, _ = run("proposals", FIRST, "I.1", place=sam)
    assert status == 1
    assert "Sam vond dit." in out
    assert run("resolve", FIRST, "I.1", "1", place=sam)[0] == 2
    assert run("resolve", FIRST, "I.1", "1", "--mine", "--theirs", place=sam)[0] == 2
    assert run("resolve", FIRST, "I.1", "7", "--mine", place=sam)[0] == 2
    assert run("resolve", FIRST, "I.1", "1", *choice, place=sam)[0] == 0
    assert [line.text for line in summary(sam).sentences] == text
    status, out, err = run("proposals", place=sam)
    assert (status, out) == (0, "")
    assert err.strip()


def test_an_approval_that_colleagues_voided_is_named(desks, run, write, be):
    noor, sam = desks
    write(noor, "De Raad besprak het. [s1]\n")
    run("submit", FIRST, "I.1", place=noor)
    run("sync", place=noor)
    be("Sam Bakker")
    run("sync", place=sam)
    assert run("approve", FIRST, "I.1", "--reason", "gelezen", place=sam)[0] == 0
    run("sync", place=sam)
    be("Noor de Wit")
    run("sync", place=noor)
    write(noor, "De Raad nam het aan. [s1]\n")
    run("sync", place=noor)
    be("Sam Bakker")
    _, out, _ = run("sync", place=sam)
    assert "Sam Bakker" in out
    assert "Noor de Wit" in out


def test_what_was_saved_is_told_in_the_language_of_the_user(desk, run):
    told = [
        run("--language", "en", *words)[2]
        for words in (
            ("claim", FIRST, "I.1"),
            ("claim", FIRST, "I.1", "--release"),
            ("deadline", FIRST, "2031-03-20"),
            ("undo",),
        )
    ]
    ends = ("taken up by Noor de Wit", "released", "due by 20 March 2031",
            "undone – due by 20 March 2031")  # fmt: skip
    for line, end in zip(told, ends, strict=True):
        assert line.endswith(f": {end}\n")
    assert ": af vóór 20 maart 2031" in run("history", FIRST)[1], "the history is everybody's"


def test_claims_and_assignments(desk, run):
    assert run("claim", FIRST, "I.1")[0] == 0
    assert summary(desk).claim.startswith("Noor de Wit")
    assert run("claim", FIRST, "I.1", "--release")[0] == 0
    assert summary(desk).claim == ""
    words = ("assign", FIRST, "I.1", "Sam Bakker", "--review", "Piet Bos", "--until", "2031-03-20")
    assert run(*words)[0] == 0
    found = summary(desk)
    assert (found.assigned, found.reviewer) == ("Sam Bakker", "Piet Bos")
    assert "2031-03-20" in str(found.deadline)
    for wrong in (
        ("assign", FIRST, "I.1"),
        ("assign", FIRST, "I.1", "--until", "ooit"),
        ("claim", FIRST, "IX.9"),
        ("claim", "1999-01-01-jbz", "I.1"),
    ):
        status, out, err = run(*wrong)
        assert (status, out) == (2, "")
        assert len(err.strip().splitlines()) == 1


def test_sharing_without_a_place_is_one_sentence(desk, run, tmp_path):
    status, _, err = run("sync")
    assert status == 2
    assert len(err.strip().splitlines()) == 1
    status, _, err = run("sync", "--with", tmp_path / "nergens.git")
    assert status == 2
    assert "Traceback" not in err


def test_a_terminal_is_told_how_far_sharing_is(monkeypatch):

    said = io.StringIO()
    monkeypatch.setattr(said, "isatty", lambda: True, raising=False)
    from workflow.cli.sharing import _Heard

    monkeypatch.setattr(sys, "stderr", said)
    heard = _Heard(quiet=False)
    heard("ophalen")
    heard("40%")
    heard("40%")
    heard("")
    heard.end()
    assert "ophalen …" in said.getvalue()
    assert said.getvalue().count("ophalen 40%") == 1


def test_a_broken_item_is_named_and_the_others_are_shown(desk, run):
    workspace = Workspace(desk)
    meeting = workspace.meeting(FIRST)
    path = workspace.summary_path(FIRST, meeting.item("I.1").slug)
    path.write_bytes(b"\xff\xfe\x00 geen tekst")
    status, _, err = run("proposals")
    assert status == 0
    assert path.name in err
