"""The main job without screens: lines in, lines out."""

import pytest

from workflow.samples import sample_reports
from workflow.summaries.workspace import Workspace
from workflow.tui.desk import Desk

FIRST = "2031-03-06-jbz"


@pytest.fixture
def empty(run, tmp_path):
    assert run("init", tmp_path / "desk")[0] == 0
    return Workspace(tmp_path / "desk")


def text_of(workspace, label):
    meeting = workspace.meeting(FIRST)
    return workspace.summary_path(FIRST, meeting.item(label).slug).read_text("utf-8")


def test_import_summarise_and_submit(talk, empty):
    said = talk(f"i {sample_reports()[0].path}", "ja", "1", "", "a", "n", "a", "", "", "", "q")
    assert "is ingevoerd" in said
    assert "Stap 5 van 5: Inleveren." in said
    assert "Ingeleverd: een collega kan het nu beoordelen." in said
    assert 'status = "review"' in text_of(empty, "I.1")


def test_nothing_is_written_before_the_user_agrees(talk, empty):
    talk(f"i {sample_reports()[0].path}", "nee", "q")
    assert empty.meeting_ids() == ()


def test_a_colleague_asks_for_changes_then_approves(talk, run, desk, monkeypatch):
    talk("1", "1", "3", "a", "5", "", "q")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Piet Bakker")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "piet@example.org")
    said = talk("", "r noem de Commissie", "esc", "q")
    assert "Weer een concept." in said
    assert "noem de Commissie" in text_of(Workspace(desk), "I.1")
    assert run("submit", FIRST, "I.1")[0] == 0
    said = talk("1", "1", "5", "", "esc", "q")
    assert 'status = "approved"' in text_of(Workspace(desk), "I.1"), said


def test_write_change_and_remove_sentences(talk, desk):
    said = talk(
        "1", "1", "3",
        "De Raad besprak het voorstel. [s1]",
        "+ Nederland steunde het. [s2]",
        "e 1 De Raad nam het voorstel aan. [s1]",
        "x 2",
        "u",
        "esc", "q",
    )  # fmt: skip
    text = text_of(Workspace(desk), "I.1")
    assert "\nDe Raad nam het voorstel aan. [s1]\nNederland steunde het. [s2]\n" in text
    assert "Toegevoegd als zin 1." in said
    assert "Bewaard." in said


def test_change_a_suggestion_and_move_and_join_positions(talk, desk):
    talk("1", "1", "2", "1", "e", "", "tegen", "wil dit niet", "s1 s2", "a", "> p1", "esc", "q")
    text = text_of(Workspace(desk), "I.1")
    assert "(tegen): wil dit niet [s1 s2]" in text
    before = text.count("\n- **")
    talk("1", "1", "2", "g p1", "esc", "q")
    assert text_of(Workspace(desk), "I.1").count("\n- **") == before - 1


def test_what_was_typed_survives_the_end_of_the_input(talk, desk):
    talk("1", "1", "3", "Een zin die niemand bewaarde. [s1]")
    assert "Een zin die niemand bewaarde. [s1]" in text_of(Workspace(desk), "I.1")


def test_commands_of_the_command_line_work_too(talk, desk):
    said = talk("status", "history", "search bestaatniet", "flauwekul", "?", "q")
    assert "verslag ingevoerd" in said
    assert "“flauwekul” is hier geen opdracht" in said
    assert "i, invoeren: Voert een verslag in." in said


def test_what_goes_wrong_is_one_line_and_the_talk_goes_on(talk, desk, tmp_path):
    said = talk(
        f"i {tmp_path / 'weg.txt'}", "99", "1", "99", "1", "f8 3", "2", "x p99", "q", "esc", "q"
    )
    assert "weg.txt" in said
    assert "Er is geen nummer 99" in said
    assert "Tot ziens." in said


def test_an_item_is_opened_by_its_own_number_too(talk, desk):
    said = talk("1", "i.2", "esc", "q")
    title = Workspace(desk).meeting(FIRST).item("I.2").title
    assert f"I.2 {title}, open\nStap 1 van 5" in said
    assert "geen opdracht" not in said


def test_suggestions_begin_with_the_own_government(desk):
    (desk / "workflow.toml").write_text('own_government = "land:LV"\n', "utf-8")
    slug = Workspace(desk).meeting(FIRST).item("I.2").slug
    assert Desk(desk).open_item(FIRST, slug).suggestions[0].actor == "land:LV"


def test_what_a_report_does_not_say_is_asked_for_and_a_newer_version_is_shown(
    talk, empty, tmp_path
):
    report = tmp_path / "zonder.txt"
    report.write_text(
        "Kort verslag\n\n1. Havens\n\nDe Commissie lichtte het voorstel toe. Nederland steunde "
        "het voorstel en vroeg om haast.\n\n2. Tolken\n\nHet voorzitterschap opende het debat.\n",
        "utf-8",
    )
    talk(f"i {report}", "lvr", "4 maart 2031", "ja", "q")
    assert empty.meeting_ids() == ("2031-03-04-lvr",)
    report.write_text(report.read_text("utf-8") + "Malta was tegen het voorstel.\n", "utf-8")
    said = talk(f"i {report}", "lvr", "4 maart 2031", "ja", "q")
    assert "staat er al" in said
    assert "+ Malta was tegen het voorstel." in said
    assert "nieuwe versie is verwerkt" in said


def test_what_a_report_does_not_say_is_asked_for_until_it_is_known(talk, empty, tmp_path):
    report = tmp_path / "verslag.txt"
    report.write_text(
        "Verslag van de Raad\n\n1. Havens\n\nDe Raad besprak de havens. Malta was tegen.\n", "utf-8"
    )
    days = "2031-05-12, 2031-05-14"
    said = talk(f"i {report}", "!!!", "binnenlandse", "gauw", days, "nee", "q")
    listed = [line for line in said.splitlines() if "· Justitie en Binnenlandse" in line]
    assert "kan geen naam van een raad zijn" in said
    assert "“gauw” is geen volledige datum" in said
    assert "JBZ 12 en 14 mei 2031" in said
    number = listed[0].split(".")[0]
    said = talk(f"i {report}", number, "12 mei 2031", "ja", "q")
    assert "JBZ 12 mei 2031 is ingevoerd" in said
