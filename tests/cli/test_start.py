"""Commands load what they need and nothing else; the command line is made for one command."""

import subprocess
import sys
from pathlib import Path

import pytest

from workflow.cli.parser import build_parser, command_names

CODE = """
import sys
from workflow.cli import main
try:
    main(sys.argv[2:])
except SystemExit:
    pass
print([name for name in sys.argv[1].split(",") if name in sys.modules], file=sys.stderr)
"""
SCREENS = "textual,rich,docx,lxml"
NEVER = f"{SCREENS},workflow.positions.loading,workflow.comparison.compare"


def loaded(names: str, *words: object) -> str:
    run = subprocess.run(
        [sys.executable, "-c", CODE, names, *map(str, words)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return run.stderr.splitlines()[-1]


def test_help_loads_neither_git_nor_word_lists() -> None:
    assert loaded(f"{NEVER},git,workflow.summaries.workspace", "--help") == "[]"


def test_status_loads_no_word_lists_and_nothing_of_sharing(desk: Path) -> None:
    late = "workflow.history.treemerge,workflow.history.advancing,workflow.report.reader"
    assert loaded(f"{NEVER},{late}", "--workspace", desk, "status") == "[]"


def test_inspect_loads_no_git() -> None:
    report = Path(__file__).parents[2] / "workflow" / "samples" / "ecofin-2031-en.txt"
    assert loaded(f"{SCREENS},git,workflow.history.repository", "inspect", report) == "[]"


@pytest.mark.parametrize("name", sorted(command_names()))
def test_a_command_reads_the_same_with_and_without_the_others(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = []
    for argv in ([name], None):
        with pytest.raises(SystemExit) as end:
            build_parser(argv).parse_args([name, "--help"])
        assert end.value.code == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert f"workflow {name}" in shown[0]


def test_the_help_of_the_program_is_the_same_without_the_arguments_of_its_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = []
    for argv in (["--help"], ["--language", "nl", "--help"], None):
        with pytest.raises(SystemExit):
            build_parser(argv).parse_args(["--help"])
        shown.append(capsys.readouterr().out)
    assert len(set(shown)) == 1


def test_options_before_a_command_do_not_hide_which_it_is(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["--language", "en", "--workspace", str(desk), "status", "--json"]
    assert build_parser(argv).parse_args(argv).json is True
    with pytest.raises(SystemExit):
        build_parser(argv).parse_args(["import", "report.txt"])
