"""The whole job on one item from the command line: write, take over, comment, hand in."""

import io
import re
import stat
import sys

import pytest

from workflow.summaries.workspace import Workspace

FIRST = "2031-03-06-jbz"
SUMMARY = "De Raad besprak het voorstel. [s1]\nNederland steunt het. [s2]\n"


@pytest.fixture
def typed(monkeypatch):
    """Give a command its standard input."""

    def give(text):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    return give


@pytest.fixture
def editor(monkeypatch, tmp_path):
    """Let an editor do something to the file; the terminal seems to be there."""

    def give(script):
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("VISUAL", str(path))
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    return give


def cited(line):
    """The source sentences that a line names."""
    return set(re.findall(r"\bs\d+\b", line))


def item_file(desk):
    workspace = Workspace(desk)
    return workspace.summary_path(FIRST, workspace.meeting(FIRST).item("I.1").slug)


def test_write_a_summary_from_a_pipe_and_hand_it_in(run, desk, typed):
    typed(SUMMARY)
    status, _, err = run("edit", FIRST, "I.1", "--summary")
    assert status == 0
    assert "I.1" in err
    assert "\nDe Raad besprak het voorstel. [s1]\nNederland steunt het. [s2]\n" in item_file(
        desk
    ).read_text("utf-8")
    assert run("submit", FIRST, "I.1")[0] == 0
    assert run("reopen", FIRST, "I.1", "--comment", "noem de Commissie")[0] == 0
    assert "noem de Commissie" in run("comment", FIRST, "I.1")[1]
    assert 'status = "draft"' in item_file(desk).read_text("utf-8")


def test_an_edit_says_what_becomes_of_a_review_or_an_approval(run, desk, typed):
    typed(SUMMARY)
    assert "beoordeling" not in run("edit", FIRST, "I.1", "--summary")[2]
    assert run("submit", FIRST, "I.1")[0] == 0
    for words in (("edit", "--summary"), ("edit",)):
        change = SUMMARY + f"Ook {words} stond ter tafel. [s1]\n"
        if words == ("edit",):
            change = item_file(desk).read_text("utf-8").replace("Nederland steunt", "NL steunt")
        typed(change)
        status, _, err = run(words[0], FIRST, "I.1", *words[1:])
        assert status == 0
        assert "blijft ter beoordeling" in err
        assert 'status = "review"' in item_file(desk).read_text("utf-8")
    assert "beoordeling;" not in run("comment", FIRST, "I.1", "hoezo?")[2]


def test_an_edit_of_an_approved_text_says_that_it_is_a_draft_again(run, demo, typed):
    typed("Alle lidstaten steunen het. [s1]\n")
    status, _, err = run("edit", FIRST, "I.1", "--summary", place=demo)
    assert status == 0
    assert f"“workflow submit {FIRST} I.1” levert hem opnieuw in" in err


def test_take_suggestions_over_by_number_and_refuse_one(run, desk):
    numbered = [line for line in run("show", FIRST, "I.1")[1].splitlines() if line[:1].isdigit()]
    assert len(numbered) > 2
    assert run("accept", FIRST, "I.1", "1")[0] == 0
    assert run("refuse", FIRST, "I.1", "1")[0] == 0
    left = [line for line in run("show", FIRST, "I.1")[1].splitlines() if line[:1].isdigit()]
    assert len(left) == len(numbered) - 2
    status, _, err = run("accept", FIRST, "I.1", "--draft")
    assert status == 0
    text = item_file(desk).read_text("utf-8")
    quoted = {number for line in text.splitlines() if line[:2] == "> " for number in cited(line)}
    left_out = next(line for line in err.splitlines() if cited(line))
    assert not quoted & cited(left_out)
    assert "> " in item_file(desk).read_text("utf-8")
    status, _, err = run("accept", FIRST, "I.1", "99")
    assert (status, "99" in err) == (2, True)


def test_uncertain_suggestions_are_never_taken_over_together(run, desk):
    run("accept", FIRST, "I.1")
    left = [line for line in run("show", FIRST, "I.1")[1].splitlines() if line[:1].isdigit()]
    assert all("?)" in line for line in left)


def test_mend_a_finding_or_set_it_aside(run, desk, typed):
    typed("Alle lidstaten verwelkomden het voorstel. [s4]\n")
    run("edit", FIRST, "I.1", "--summary")
    found = run("check", FIRST, "I.1")[1]
    assert found.startswith("1. ")
    assert run("check", FIRST, "I.1", "--dismiss", "1")[0] == 2
    assert run("check", FIRST, "I.1", "--dismiss", "1", "--reason", "klopt zo")[0] == 0
    assert "klopt zo" in item_file(desk).read_text("utf-8")
    assert run("check", "--fix", "1")[0] == 2


def test_a_command_line_names_no_keys_of_the_screens(run, desk, typed):
    typed("Alle lidstaten verwelkomden het voorstel. [s4]\n")
    run("edit", FIRST, "I.1", "--summary")
    found = run("check", FIRST, "I.1")[1]
    number = next(line.split(".")[0] for line in found.splitlines() if "60" in line)
    status, _, err = run("check", FIRST, "I.1", "--fix", number)
    assert (status, f"--dismiss {number}" in err) == (2, True)
    _, out, told = run("status", "--status", "approved", "--find", "nergens")
    assert "voorwaarden" in told
    assert not re.search(r"\b(Enter|Esc|F\d)\b|\(x\)", err + out + told)


def test_comments_on_sentences_are_resolved_and_stay(run, desk):
    assert run("comment", FIRST, "I.1", "waarom niet s3?", "--on", "s1,s2")[0] == 0
    assert run("comment", FIRST, "I.1", "--resolve", "1")[0] == 0
    listed = run("comment", FIRST, "I.1")[1]
    assert "(opgelost): waarom niet s3? [s1 s2]" in listed
    assert run("comment", FIRST, "I.1", "weg", "--on", "s99")[0] == 2


def test_edit_the_whole_item_in_an_editor(run, desk, editor):
    editor("sed -i 's/^## Vervolg$/## Vervolg\\n\\n- Nieuw debat in juni. [s1]/' \"$1\"")
    assert run("edit", FIRST, "I.1")[0] == 0
    assert "- Nieuw debat in juni. [s1]" in item_file(desk).read_text("utf-8")


@pytest.mark.parametrize("script", ["exit 3", 'rm "$1"', "printf 'kapot' > \"$1\""])
def test_an_editor_that_fails_changes_nothing(run, desk, editor, script):
    before = item_file(desk).read_bytes()
    editor(script)
    assert run("edit", FIRST, "I.1")[0] == 2
    assert item_file(desk).read_bytes() == before


def test_an_edit_cannot_hand_in_or_approve(run, desk, typed):
    text = item_file(desk).read_text("utf-8").replace('"open"', '"approved"')
    typed(text.replace("## Samenvatting\n", "## Samenvatting\n\nEen zin. [s1]\n"))
    assert run("edit", FIRST, "I.1")[0] == 0
    assert 'status = "draft"' in item_file(desk).read_text("utf-8")


def test_name_the_source_of_a_meeting_and_take_it_back(run, desk):
    path = desk / "summaries/2031" / FIRST / "meeting.toml"
    before = path.read_text("utf-8")
    address = "https://example.org/verslagen/a?b=1#deel-2"
    assert run("source", FIRST, address)[0] == 0
    assert f'url = "{address}"' in path.read_text("utf-8")
    page = desk / "uit.html"
    assert run("export", FIRST, "--format", "html", "-o", str(page))[0] == 0
    assert f'<a href="{address}">' in page.read_text("utf-8")
    for wrong in ("javascript:alert(1)", "https://example.org/a b", 'https://x"', "verslag.pdf"):
        assert run("source", FIRST, wrong)[0] == 2
    assert run("source", FIRST)[0] == 0
    assert path.read_text("utf-8") == before


def test_set_the_deadline_of_a_meeting_and_take_it_back(run, desk):
    path = desk / "summaries/2031" / FIRST / "meeting.toml"
    before = path.read_text("utf-8")
    assert run("deadline", FIRST, "2031-03-12")[0] == 0
    assert path.read_text("utf-8") == before.replace("-17", "-12")
    assert run("deadline", FIRST, "12 maart")[0] == 2
    assert run("deadline", FIRST)[0] == 0
    assert path.read_text("utf-8") == before.replace("deadline = 2031-03-17\n", "")


@pytest.mark.parametrize("whole", [False, True])
def test_running_text_that_comes_in_is_kept_as_sentences(run, desk, typed, whole):
    before = item_file(desk).read_text("utf-8")
    running = "De Raad besloot dit. [s1] Nederland [s2] steunde het. Oostenrijk niet. [s3]"
    head = "## Samenvatting\n"
    typed(before.replace(head, f"{head}\n{running}\n") if whole else f"{running}\n")
    assert run("edit", FIRST, "I.1", *([] if whole else ["--summary"]))[0] == 0
    written = item_file(desk).read_text("utf-8").partition(head)[2].split("##")[0]
    assert written.strip().split("\n") == [
        "De Raad besloot dit. [s1]",
        "Nederland [s2] steunde het.",
        "Oostenrijk niet. [s3]",
    ]


def test_where_nothing_is_left_to_choose_from_no_number_is_asked_for(run, desk):
    assert run("accept", FIRST, "I.1")[0] == 0
    while run("refuse", FIRST, "I.1", "1")[0] == 0:
        pass
    status, _, err = run("refuse", FIRST, "I.1", "7")
    assert status == 2
    assert "niets om uit te kiezen" in err


def test_a_comment_may_stand_behind_its_sentence(run, desk):
    assert run("comment", FIRST, "I.1", "--on", "s2", "Klopt", "dit?")[0] == 0
    assert run("comment", FIRST, "I.1", "--on", "s2", "Klopt", "dit?", "--wrong")[0] == 2
    assert "Klopt dit? [s2]" in run("show", FIRST, "I.1", "--raw")[1]


def test_a_word_without_a_meaning_is_said_to_be_an_actor(run, desk):
    status, _, err = run("learn", "knorde")
    assert (status, "naam van een actor" in err, "steunt" in err) == (0, True, True)
    assert "naam van een actor" not in run("learn", "knorren", "tegen")[2]


def test_no_workspace_is_made_within_another(run, desk):
    status, _, err = run("init", desk / "sub")
    assert (status, str(desk) in err, (desk / "sub").exists()) == (2, True, False)
