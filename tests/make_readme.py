"""Write the tables of the README that come from the program: `python -m tests.make_readme`."""

import argparse
import re
from pathlib import Path

from workflow import languages
from workflow.cli.parser import build_parser
from workflow.config import SETTINGS
from workflow.settingsfile import render_value
from workflow.tui.commands import COMMANDS, key_name

README = Path(__file__).parents[1] / "README.md"


def command_table() -> str:
    """Every command with its arguments and what it does."""
    parser = build_parser()
    lines = ["| command | does |", "|---|---|", "| `workflow` | opens the screens |"]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help for choice in action._choices_actions}
            for name, command in action.choices.items():
                usage = " ".join(command.format_usage().split()).partition(": ")[2]
                usage = re.sub(r" \[(-h|--workspace DIR|--language \{[^}]*\})\]", "", usage)
                lines.append(f"| `{usage.replace('|', chr(92) + '|')}` | {helps[name]} |")
    return "\n".join(lines)


def key_table() -> str:
    """Every command of the screens with its keys."""
    lines = ["| where | key | does |", "|---|---|---|"]
    for command in COMMANDS:
        if command.keys:
            keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
            lines.append(f"| {command.context} | {keys} | {command.help} |")
    return "\n".join(lines)


def settings_table() -> str:
    """Every setting with its default, and whether a person may have their own."""
    lines = ["| key | default | own | meaning |", "|---|---|---|---|"]
    for setting in SETTINGS:
        choices = f" ({' / '.join(setting.choices)})" if setting.choices else ""
        own = "yes" if setting.personal else ""
        default = render_value(setting.default)
        lines.append(f"| `{setting.name}` | `{default}` | {own} | {setting.help}{choices} |")
    return "\n".join(lines)


def make(text: str) -> str:
    """The README with all tables as the program has them now."""
    languages.use("en")
    for name, table in (
        ("commands", command_table()),
        ("keys", key_table()),
        ("settings", settings_table()),
    ):
        pattern = rf"(<!-- {name}: .*?-->\n).*?(<!-- end of {name} -->)"
        text = re.sub(pattern, lambda m, t=table: f"{m[1]}\n{t}\n\n{m[2]}", text, flags=re.DOTALL)
    return text


if __name__ == "__main__":
    README.write_text(make(README.read_text("utf-8")), "utf-8")
