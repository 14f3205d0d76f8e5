"""Every answer in every form, from workspaces full, empty and damaged, and slips on the way."""

import csv
import io
import json
import subprocess
import sys

import pytest

from workflow.cli import main
from workflow.samples import sample_reports
from workflow.summaries.workspace import Workspace

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"
TABLES = {
    ("compare", JUNE): "positionchanges/1",
    ("timeline", "blusvloot"): "timeline/1",
    ("alignment",): "camps/1",
    ("promises",): "followup/1",
}


@pytest.fixture
def run(run_in):
    """Run a command in Dutch, whatever the machine speaks."""
    return lambda place, *words: run_in(place, "--language", "nl", *words)


@pytest.fixture
def empty(copy_desk, tmp_path):
    """A workspace without meetings."""
    return copy_desk(tmp_path / "leeg", 0)


def refused(answer):
    """The sentence of a command that was refused; nothing else was said."""
    status, out, err = answer
    assert (status, out, err.count("\n")) == (2, "", 1), answer
    return err


@pytest.mark.parametrize("words", TABLES)
def test_a_table_says_the_same_in_every_form(run, demo_desk, words):
    document = json.loads(run(demo_desk, *words, "--json")[1])
    assert document["schema"].partition("/")[2] == "1"
    table = run(demo_desk, *words, "--csv")[1]
    assert table.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(table.lstrip("\ufeff")), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 3
    marked = run(demo_desk, *words, "--markdown")[1]
    assert marked.startswith(("# ", "| "))
    status, shown, _ = run(demo_desk, *words)
    assert status == 0
    for text in (marked, shown):
        assert "Duindam" in text or "Nederland" in text


def test_a_comparison_is_narrowed_to_a_topic_and_an_actor(run, demo_desk):
    def changes(*words):
        document = json.loads(run(demo_desk, "compare", JUNE, *words, "--json")[1])
        return [each for topic in document["topics"] for each in topic["changes"]]

    mine = changes("--topic", "blusvloot", "--actor", "Nederland")
    assert mine
    assert mine == changes("--topic", "blusvloot", "--actor", "nederland")
    assert {each["actor"] for each in mine} == {"nederland"}
    assert {each["actor"] for each in changes("--actor", "lidstaten")} == {"lidstaten"}
    assert {each["actor"] for each in changes("--actor", "land:FI")} <= {"land:FI"}
    known = refused(run(demo_desk, "compare", JUNE, "--topic", "zeevisserij"))
    assert "zeevisserij" in known
    assert "blusvloot" in known
    assert "Zonderland" in refused(run(demo_desk, "compare", JUNE, "--actor", "Zonderland"))


def test_an_empty_workspace_says_what_is_missing(run, empty):
    assert "import" in refused(run(empty, "timeline", "blusvloot"))
    assert "import" in refused(run(empty, "export"))
    for words in (("topics",), ("promises",), ("alignment",), ("history", "--by", "Niemand")):
        status, out, err = run(empty, *words)
        assert (status, out, err.count("\n")) == (0, "", 1), words
    assert run(empty, "check") == (0, "", run(empty, "check")[2])


def test_what_to_export_is_asked_with_the_meetings_that_there_are(run, demo_desk, tmp_path):
    said = refused(run(demo_desk, "export"))
    assert MARCH in said
    assert JUNE in said
    assert "niemand" in refused(run(demo_desk, "mail", JUNE, "--to", "niemand"))
    said = refused(run(demo_desk, "mail", JUNE, "--to", "directie", "--send"))
    assert "smtp_host" in said
    draft = tmp_path / "brief.eml"
    status, out, _ = run(
        demo_desk, "mail", JUNE, "--to", "directie", "--since", "meeting", "-o", draft
    )
    assert (status, out) == (0, f"{draft}\n")
    assert b"directie@example.org" in draft.read_bytes()


def test_what_was_sent_is_recorded_with_its_day_and_file(run, demo, tmp_path):
    path = tmp_path / "briefing.docx"
    assert run(demo, "export", JUNE, "--items", "I.1, II.2", "-o", path)[0] == 0
    assert "eergisteren" in refused(run(demo, "sent", JUNE, "--date", "eergisteren"))
    status, _, said = run(demo, "sent", JUNE, "--date", "2031-06-14", "--briefing", path)
    assert (status, said.count("\n")) == (0, 1)
    shown = run(demo, "compare", JUNE, "--since", "sent")[1]
    assert "(zoals verzonden op 14 juni 2031)" in shown
    assert run(demo, "sent", JUNE)[0] == 0
    assert "14 juni 2031" not in run(demo, "compare", JUNE, "--since", "sent")[1]


def test_topics_are_shown_all_per_meeting_per_item_and_alone(run, demo):
    every = run(demo, "topics")[1]
    assert "blusvloot" in every
    meeting = run(demo, "topics", JUNE)[1]
    assert "[Gezamenlijke blusvloot]" in meeting
    item = run(demo, "topics", JUNE, "I.5")[1]
    assert item in meeting
    assert f"  1. {MARCH} I.4 " in item
    alone = run(demo, "topics", "--topic", "Gezamenlijke blusvloot")[1]
    assert alone.split() == next(
        line.split() for line in every.splitlines() if line.startswith("blusvloot")
    )
    for number in ("7", "0"):
        assert "I.5" in refused(run(demo, "topics", JUNE, "I.5", "--confirm", number))
    assert run(demo, "topics", JUNE, "I.5", "--confirm", "1")[0] == 0
    assert "[Vermissingen over de grens]" in run(demo, "topics", JUNE, "I.5")[1]
    assert run(demo, "topics", JUNE, "II.4", "--refuse", "1")[0] == 0
    assert "  1. × " in run(demo, "topics", JUNE, "II.4")[1]


def test_items_go_into_a_topic_of_a_new_name(run, demo):
    title = "Kinderen over de grens"
    assert run(demo, "topics", JUNE, "I.5", "--title", title)[0] == 0
    assert run(demo, "topics", MARCH, "I.4", "--title", title, "--sentences", "s1-s3")[0] == 0
    shown = run(demo, "topics", "--topic", title)[1]
    assert f"{JUNE} I.5, {MARCH} I.4 s1 s2 s3" in shown
    status = run(demo, "status", "--topic", "kinderen-over-de-grens")[1]
    assert [line.split()[0] for line in status.splitlines() if line[:3] == "  I"] == ["I.5", "I.4"]
    document = json.loads(run(demo, "compare", JUNE, "--topic", title, "--json")[1])
    assert [topic["link"] for topic in document["topics"]] == ["confirmed"]


def test_all_of_one_meeting_moves_to_another_topic(run, demo):
    refused(run(demo, "topics", "--topic", "drones", JUNE, "--into", "heling"))
    assert run(demo, "topics", "--topic", "blusvloot", MARCH, "--into", "Brandweer")[0] == 0
    lines = run(demo, "topics")[1].splitlines()
    places = {line.split()[0]: line.rpartition("  ")[2] for line in lines}
    assert places["brandweer"] == f"{MARCH} I.2"
    assert places["blusvloot"] == f"{JUNE} I.1"


def test_a_report_is_explained_as_a_whole_and_by_sentence(run, empty, tmp_path):
    path = sample_reports()[0].path
    layout = run(empty, "inspect", path, "--explain")[1]
    assert layout.count("\n") > 5
    sentence = run(empty, "inspect", path, "--explain", "I.1/s1")[1]
    assert sentence
    for place in ("I.1/s999", "I.99/s1", "I.1", "I.1/sx"):
        assert place in refused(run(empty, "inspect", path, "--explain", place))
    shown = run(tmp_path / "nergens", "inspect", path)
    assert shown[0] == 0
    assert "I Binnenlandse Zaken" in shown[1] or "I " in shown[1]


def test_an_outline_is_printed_and_one_that_is_no_text_is_named(run, empty, tmp_path):
    path, outline = sample_reports()[0].path, tmp_path / "opzet.txt"
    assert run(empty, "import", path, "--edit")[1].count("<-") > 5
    outline.write_bytes("# I. Raad für Über\n".encode("latin-1"))
    assert "opzet.txt" in refused(run(empty, "import", path, "--edit", outline))
    assert "meetings" in run(empty, "status", "--json")[1]
    assert not Workspace(empty).meeting_ids()


def test_a_newer_report_shows_what_changed_and_what_went_stale(run, demo, tmp_path):
    sample = sample_reports()[1]
    text = sample.path.read_text("utf-8")
    newer = tmp_path / "nieuw.txt"
    newer.write_text(text.replace("520 miljoen", "530 miljoen"), "utf-8")
    status, out, err = run(demo, "import", newer, "--reissue")
    assert status == 0
    assert "530 miljoen" in next(line for line in out.splitlines() if line.startswith("  + "))
    assert "520 miljoen" in next(line for line in out.splitlines() if line.startswith("  - "))
    assert err.count("Nepwebwinkels") == 1, "the summary that it makes stale is named"


def test_settings_are_shown_changed_and_given_back(run, demo):
    shown = run(demo, "config")
    assert shown[1].splitlines()[0].startswith("language")
    assert "workflow.toml" in shown[2]
    one = json.loads(run(demo, "config", "words_max", "--json")[1])["settings"]
    assert [(each["name"], each["value"], each["source"]) for each in one] == [
        ("words_max", 150, "default")
    ]
    assert run(demo, "config", "words_max", "200")[0] == 0
    assert "words_max = 200" in run(demo, "config", "words_max")[1]
    assert run(demo, "config", "words_max", "--unset")[0] == 0
    assert "150" in run(demo, "config", "words_max")[1]
    assert "debug" in run(demo, "config", "log_level")[1], "the choices are named"
    refused(run(demo, "config", "--unset"))
    refused(run(demo, "config", "words_mx", "3"))


def test_settings_need_no_workspace_but_those_of_a_house_do(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["config", "words_max"]) == 0
    assert main(["config", "words_max", "200"]) == 2
    assert main(["--workspace", str(tmp_path / "nergens"), "config"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_screens_need_a_terminal_and_a_demo_an_empty_folder(run, demo, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert "--plain" in refused(run(demo))
    said = refused(run(demo, "demo", demo))
    assert str(demo) in said
    place = tmp_path / "nieuw"
    status, out, _ = run(demo, "--plain", "demo", place)
    assert status == 0
    assert "JBZ" in out
    status, out, err = run(tmp_path, "init", tmp_path / "andere")
    assert (status, out) == (0, f"{tmp_path / 'andere'}\n")
    assert "workflow config language nl" in err  # the language was that of one command


def test_words_that_came_too_late_or_not_at_all_change_nothing(run, demo, monkeypatch):
    def typed(text):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    typed("  \n")
    refused(run(demo, "edit", JUNE, "I.5"))
    assert run(demo, "accept", JUNE, "I.5", "--draft")[0] == 0
    assert "I.5" in refused(run(demo, "accept", JUNE, "I.5", "--draft"))
    assert run(demo, "comment", JUNE, "I.6")[1:] == ("", run(demo, "comment", JUNE, "I.6")[2])
    for number in ("0", "99", "x"):
        refused(run(demo, "accept", JUNE, "I.5", number))
        refused(run(demo, "comment", JUNE, "I.5", "--resolve", number))
    refused(run(demo, "comment", JUNE, "I.5", "Waar staat dit?", "--on", "s99"))
    refused(run(demo, "check", JUNE, "I.4", "--dismiss", "1"))
    assert run(demo, "check", JUNE, "I.4")[0] == 1
    assert run(demo, "check", JUNE, "I.4", "--dismiss", "1", "--reason", "zo bedoeld")[0] == 0
    assert run(demo, "check", JUNE, "I.4")[0] == 0
    typed(
        '+++\nstatus = "draft"\n+++\n\n# Titel\n\n## Samenvatting\n\nGoed. [s1]\n\n## Vreemd\n\nx\n'
    )
    status, _, said = run(demo, "edit", JUNE, "I.5")
    assert status == 0
    assert "Vreemd" in said, "a section that nobody knows is kept and named"


def test_a_briefing_goes_to_stdout_where_that_is_asked_for(run, demo):
    command = [
        sys.executable,
        "-m",
        "workflow",
        "--workspace",
        str(demo),
        "export",
        JUNE,
        "-o",
        "-",
    ]
    for form, begins in (("md", b"#"), ("docx", b"PK")):
        made = subprocess.run([*command, "--format", form], capture_output=True, cwd=demo)
        assert made.returncode == 0, made.stderr
        assert begins in made.stdout[:200]
    assert not (demo / "-").exists()
    status, _, err = run(demo, "mail", JUNE, "-o", "-")
    assert (status, ".eml" in err) == (2, True)
