"""Help without the manual, completion that shells accept, and a log that keeps quiet."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from workflow import log
from workflow.cli import main
from workflow.cli.completion import script, words_of
from workflow.cli.parser import build_parser
from workflow.languages import LANGUAGES, labels, say_in, use
from workflow.tui.commands import COMMANDS, in_context
from workflow.tui.explaining import explain, subjects


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_explains_every_screen_and_topic(language, capsys):
    use(language)
    for name, _ in subjects():
        assert main(["help", name, "--language", language]) == 0
        out = " ".join(capsys.readouterr().out.split())
        if name in labels(language, "help.title"):
            assert " ".join(say_in(language, f"help.text.{name}").split()) in out
        else:
            for command in in_context(name):
                assert " ".join(command.help.split()) in out


def test_titles_and_other_languages_are_understood():
    use("nl")
    assert explain("Goedkeuren") == explain("approval") == explain("approving")
    assert explain("nonsense") is None


def test_help_lists_what_there_is_and_names_the_nearest(capsys):
    assert main(["help"]) == 0
    out = capsys.readouterr().out
    assert "evidence" in out
    assert "import" in out
    assert main(["help", "evidense"]) == 2
    assert "evidence" in capsys.readouterr().err
    assert main(["help", "export"]) == 0
    assert "--template" in capsys.readouterr().out


def complete_bash(tmp_path, line):
    (tmp_path / "c.bash").write_text(script(build_parser(), "bash"), "utf-8")
    words = line.split(" ")
    listed = " ".join(f"'{word}'" for word in words)
    code = (
        f"source {tmp_path}/c.bash; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; "
        'COMP_LINE=x; _workflow; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes(tmp_path):
    folder = tmp_path / "summaries" / "2031" / "2031-03-06-jbz"
    folder.mkdir(parents=True)
    (folder / "meeting.toml").touch()
    assert set(complete_bash(tmp_path, "workflow imp")) == {"import"}
    assert "--template" in complete_bash(tmp_path, "workflow export --te")
    assert complete_bash(tmp_path, "workflow export --format d") == ["docx"]
    assert complete_bash(tmp_path, "workflow check 2031") == ["2031-03-06-jbz"]
    assert complete_bash(tmp_path, "workflow completion z") == ["zsh"]
    assert complete_bash(tmp_path, "workflow config words_m") == ["words_min", "words_max"]
    assert complete_bash(tmp_path, "workflow help bo") == ["board"]
    assert complete_bash(tmp_path, "workflow status --status re") == ["review"]


@pytest.mark.skipif(not shutil.which("fish"), reason="needs fish")
def test_fish_completes(tmp_path):
    (tmp_path / "c.fish").write_text(script(build_parser(), "fish"), "utf-8")

    def complete(line):
        code = f"source {tmp_path}/c.fish; complete -C '{line}'"
        done = subprocess.run(
            ["fish", "--no-config", "-c", code], capture_output=True, text=True,
            cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)},
        )  # fmt: skip
        assert done.stderr == ""
        return [entry.split("\t")[0] for entry in done.stdout.splitlines()]

    assert "import" in complete("workflow imp")
    assert "--template" in complete("workflow export --te")
    assert complete("workflow export --format d") == ["docx"]
    assert complete("workflow config words_mi") == ["words_min"]
    assert complete("workflow status --status re") == ["review"]


@pytest.mark.skipif(not shutil.which("zsh"), reason="needs zsh")
def test_zsh_accepts_the_script(tmp_path):
    path = tmp_path / "_workflow"
    path.write_text(script(build_parser(), "zsh"), "utf-8")
    code = (
        "autoload -Uz compinit; compinit -D -u; "
        f"source {path}; print -r -- ${{_comps[workflow]}}; whence -w _workflow"
    )
    done = subprocess.run(["zsh", "-f", "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout.split() == ["_workflow", "_workflow:", "function"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_the_script(shell):
    parser = build_parser()
    text = script(parser, shell)
    for words in words_of(parser):
        assert words.name in text
        for option in words.options:
            for flag in option.flags:
                assert (flag.lstrip("-") if shell == "fish" else flag) in text


# The log


@pytest.fixture
def logged(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("WORKFLOW_LOG", raising=False)
    yield lambda: log.log_file().read_text("utf-8") if log.log_file().exists() else ""
    log.configure("warning", False)


def test_levels_decide_what_is_logged(logged):
    log.configure("warning", False)
    log.write("info", "quiet")
    log.write("warning", "loud")
    assert "loud" in logged()
    assert "quiet" not in logged()
    log.configure("off", False)
    log.write("error", "never")
    assert "never" not in logged()


def test_no_text_of_a_user_is_logged_unless_asked(logged):
    for texts in (False, True):
        log.configure("debug", texts)
        try:
            raise ValueError("geheime samenvatting")
        except ValueError as error:
            log.write_error("fault", error)
        assert ("geheime samenvatting" in logged()) is texts
    assert "ValueError at test_helping.py:" in logged()


def test_a_fault_of_a_command_is_logged_with_its_place(logged, monkeypatch, capsys, desk):
    def fail(*arguments, **keywords):
        raise RuntimeError("geheim")

    monkeypatch.setattr("workflow.cli.board.status", fail)
    assert main(["--workspace", str(desk), "status"]) == 2
    assert "fault: RuntimeError at" in logged()
    assert "geheim" not in logged()


def test_the_log_does_not_grow_for_ever(logged, monkeypatch):
    monkeypatch.setattr(log, "LONGEST", 500)
    log.configure("info", False)
    for _ in range(30):
        log.write("info", "event")
    sizes = [path.stat().st_size for path in log.log_file().parent.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) < 700


# Consoles


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_every_console_gets_words_it_can_show(encoding, desk):
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

    def run(*words):
        command = [sys.executable, "-m", "workflow", "--workspace", str(desk), *words]
        done = subprocess.run(command, capture_output=True, env=environment)
        assert b"Traceback" not in done.stderr
        assert done.returncode == 0, done.stderr
        return done.stdout.decode(encoding)

    items = json.loads(run("status", "--json"))["meetings"][0]["items"]
    assert items
    assert "?" not in run("help", "evidence"), "signs are replaced by their nearest"
    assert run("status").strip()


def test_every_context_of_the_registry_but_dialogs_has_a_title():
    titles = labels("en", "tui.contexts")
    for command in COMMANDS:
        assert command.context in titles or not command.palette, command.id
