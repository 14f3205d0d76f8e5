"""Every sentence that the screens ask for exists."""

import re
from pathlib import Path

import workflow.cli.plain
import workflow.languages
import workflow.tui
from workflow.languages import data
from workflow.tui.commands import COMMANDS

FOLDER = Path(workflow.languages.__file__).parent / "nl" / "interface"
ROOMS = ("tui", "common", "summaries", "cli", "history")
FOLDERS = (Path(workflow.tui.__file__).parent, Path(workflow.cli.plain.__file__).parent)


def known(table, prefix):
    for key, value in table.items():
        if isinstance(value, dict):
            yield f"{prefix}.{key}"
            yield from known(value, f"{prefix}.{key}")
        else:
            yield f"{prefix}.{key}"


def test_every_sentence_is_in_the_catalogue():
    keys = {key for room in ROOMS for key in known(data("nl", f"interface/{room}"), room)}
    ids = {command.id for command in COMMANDS}
    missing = []
    for path in (path for folder in FOLDERS for path in folder.rglob("*.py")):
        text = path.read_text("utf-8")
        for key in re.findall(r'"((?:tui|common|cli|history)\.[a-z_0-9.]+)"', text):
            if key not in keys and key not in ids and not key.endswith(".toml"):
                missing.append(f"{path.name}: {key}")
        for stem in re.findall(r'f"((?:tui|common|cli)\.[a-z_0-9.]+)\.\{', text):
            if stem not in keys:
                missing.append(f"{path.name}: {stem}")
    assert missing == []


def test_dutch_sentences_say_je_and_never_u():
    formal = [
        f"{path.name}: {line}"
        for path in FOLDER.glob("*.toml")
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"(?<![\w@])([Uu]|[Uu]w)(?![\w@])", line.partition("=")[2])
    ]
    assert formal == []
