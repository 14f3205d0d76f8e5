"""Settings are declared once, shown with where they come from, and changed in their file."""

import json
import subprocess
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.config import BY_NAME, SETTINGS, Settings, read_values, user_file
from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES, use
from workflow.settingsfile import held_settings, parse_value, render_value, with_value, write_own
from workflow.summaries.workspace import Workspace


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_explained(language):
    use(language)
    for setting in SETTINGS:
        assert setting.help.endswith("."), setting.name
    assert [setting.name for setting in SETTINGS] == list(Settings.__dataclass_fields__)


def test_shown_with_value_default_and_origin(run, desk):
    (desk / "workflow.toml").write_text("words_max = 120 # ours\n", "utf-8")
    write_own(BY_NAME["log_level"], "error")
    _, out, _ = run("config", "--json")
    by_name = {entry["name"]: entry for entry in json.loads(out)["settings"]}
    assert (by_name["words_max"]["value"], by_name["words_max"]["source"]) == (120, "house")
    assert (by_name["log_level"]["value"], by_name["log_level"]["source"]) == ("error", "own")
    assert (by_name["words_min"]["value"], by_name["words_min"]["source"]) == (60, "default")
    assert "120" in run("config", "words_max")[1]


def test_a_house_setting_is_changed_as_a_commit_and_the_rest_of_the_file_stays(run, desk):
    path = desk / "workflow.toml"
    path.write_text("# Ours.\nwords_min = 50\n\n[recipients]\nteam = ['a@example.org']\n", "utf-8")
    assert run("config", "words_max", "140")[0] == 0
    assert "# Ours." in path.read_text("utf-8")
    values = tomllib.loads(path.read_text("utf-8"))
    assert values == {"words_min": 50, "words_max": 140, "recipients": {"team": ["a@example.org"]}}
    command = ["git", "-C", str(desk), "log", "-1", "--format=%s", "--", "workflow.toml"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "words_max" in said
    assert run("config", "words_max", "--unset")[0] == 0
    assert "words_max" not in path.read_text("utf-8")


def test_who_chooses_a_language_is_answered_in_it(run, desk):
    command = ["git", "-C", str(desk), "log", "-1", "--format=%s", "--", "workflow.toml"]
    for language, words in (("en", "language is now"), ("nl", "language is nu")):
        assert words in run("config", "language", language)[2]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert said.startswith("Setting" if language == "en" else "Instelling")
    assert "language is nu" in run("--language", "nl", "config", "language", "en")[2]


def test_an_own_setting_wins_and_one_of_the_house_cannot_be_own(run, desk):
    assert run("config", "language", "en")[0] == 0
    assert run("config", "language", "nl", "--own")[0] == 0
    assert Workspace(desk).settings.language == "nl"
    status, _, err = run("config", "words_max", "100", "--own")
    assert status == 2
    assert "workflow.toml" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["words_mx"], "words_max"),
        (["words_mx", "3"], "words_max"),
        (["words_max", "veel"], "getal"),
        (["language", "fr"], "nl / en"),
        (["allow_forced_approval", "misschien"], "allow_forced_approval"),
        (["recipients", "x"], "met de hand"),
    ],
)
def test_a_slip_is_one_sentence(run, desk, words, said):
    status, out, err = run("config", *words)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_an_unknown_key_in_either_file_is_an_error_that_names_the_nearest(run, desk):
    user_file().parent.mkdir(parents=True)
    user_file().write_text('langauge = "en"\n', "utf-8")
    status, _, err = run("status")
    assert status == 2
    assert "language" in err
    assert str(user_file()) in err
    assert run("doctor")[0] == 1, "the examination works with broken settings"


def test_a_byte_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "workflow.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(WorkflowError):
        read_values(path)


@given(st.text(max_size=30))
def test_any_text_survives_being_written(text):
    text = text.encode("utf-8", "replace").decode()
    value = tomllib.loads(with_value("a = 1\n[t]\n", "organisation", text))["organisation"]
    assert value == text


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_every_default_can_be_written_and_read(setting):
    text = f"x = {render_value(setting.default)}"
    assert tomllib.loads(text)["x"] == setting.default
    if not isinstance(setting.default, dict):
        assert parse_value(setting, str(setting.default).lower()) == setting.default


def test_held_settings_name_every_setting(tmp_path):
    held = held_settings(Path(tmp_path / "absent.toml"))
    assert [each.setting.name for each in held] == [setting.name for setting in SETTINGS]


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("Ireland", "land:IE"), ("Ierland", "land:IE"), ("ie", "land:IE"), ("NL", "nederland"),
        ("the Netherlands", "nederland"), ("land:DK", "land:DK"), ("UK", "land:GB"),
    ],
)  # fmt: skip
def test_the_own_government_is_typed_as_people_call_it(typed, held):
    assert parse_value(BY_NAME["own_government"], typed) == held


def test_an_unknown_government_is_refused_in_words():
    with pytest.raises(WorkflowError, match="Atlantis"):
        parse_value(BY_NAME["own_government"], "Atlantis")
