"""What can be typed: one entry per command, with help from the catalogue.

It is one long list on purpose: whoever adds a command sees how the others are written.
"""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from workflow import __version__
from workflow.cli.commandparser import COMMON, CommandParser, Listed
from workflow.languages import say

Command = Callable[[argparse.Namespace], int]


_FUNCTIONS = {"import": "import_report", "show": "show_command", "help": "help_command"}
"""Commands whose name cannot be the name of their function."""


_KINDS = (
    "import", "edit", "submit", "approve", "reopen", "restore", "undo", "redo", "comment", "claim",
    "assign", "topic", "sync", "reissue", "remove", "hand",
)  # fmt: skip
_PARTS = ("summary", "positions", "rejected", "next_steps", "commitments", "remarks", "topics")


def _late(module: str, function: str) -> Command:
    """A command whose module is loaded when it runs, so that `--help` stays quick."""

    def run(arguments: argparse.Namespace) -> int:
        command: Command = getattr(import_module(f"workflow.cli.{module}"), function)
        return command(arguments)

    return run


def _first_word(argv: Sequence[str]) -> str:
    """The first word that is no option nor an option's value: a command, if all is well."""
    takes_value = {name for name, _ in COMMON}
    for before, word in zip(("", *argv), argv, strict=False):
        if not word.startswith("-") and before not in takes_value:
            return word
    return ""


def build_parser(argv: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The parser of all commands; its help texts are in the current language.

    Where `argv` is given, what its words do not need is left out: all commands but the one
    that is named, or the arguments of all where none is. To make them takes longer than many
    a command runs.
    """
    first = _first_word(argv or ())
    only = first if first in command_names() else ""
    listed = argv is not None and not first
    parser = CommandParser(prog="workflow", description=say("cli.help.program"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"workflow {__version__}",
        help=say("cli.help.version"),
    )
    parser.add_argument("--plain", action="store_true", help=say("cli.help.plain"))
    parser.set_defaults(run=_late("places", "screens"))
    commands = parser.add_subparsers(
        title=say("cli.help.commands"), metavar="", parser_class=Listed if listed else CommandParser
    )

    def add(
        name: str, module: str, *arguments: tuple[str, dict[str, Any]], json: bool = False
    ) -> None:
        if only and name != only:
            return
        text = say(f"cli.commands.{name}")
        if listed:
            commands.add_parser(name, help=text)
            return
        command = commands.add_parser(name, help=text, description=text)
        for flag, keywords in arguments:
            key = flag.lstrip("-").lower().replace("-", "_")
            command.add_argument(flag, help=say(f"cli.arguments.{key}"), **keywords)
        if json:
            command.add_argument("--json", action="store_true", help=say("cli.arguments.json"))
        command.set_defaults(run=_late(module, _FUNCTIONS.get(name, name)), command=name)

    _add_commands(add)
    return parser


def command_names() -> frozenset[str]:
    """The first words of all commands."""
    names: set[str] = set()
    _add_commands(lambda name, *_, **__: names.add(name))
    return frozenset(names)


_OPTIONAL: dict[str, Any] = {"nargs": "?"}
_MEETING, _ITEM = ("meeting", {"metavar": "MEETING"}), ("item", {"metavar": "ITEM"})
_ANY_MEETING = ("meeting", {"metavar": "MEETING", **_OPTIONAL})
_ANY_ITEM = ("item", {"metavar": "ITEM", **_OPTIONAL})
_SWITCH: dict[str, Any] = {"action": "store_true"}
_TABLES = (("--csv", _SWITCH), ("--markdown", _SWITCH))


def _add_commands(add: Callable[..., None]) -> None:
    _add_reading(add)
    _add_writing(add)
    _add_version_commands(add)
    _add_sharing(add)
    _add_comparing(add)
    _add_following(add)
    _add_sending(add)
    _add_search(add)


def _add_reading(add: Callable[..., None]) -> None:
    """Making a workspace, bringing reports in, and looking at what there is."""
    report = ("report", {"metavar": "REPORT"})
    folder = ("folder", {"metavar": "DIR", **_OPTIONAL})
    add("demo", "places", folder)
    add("init", "places", folder)
    add(
        "inspect",
        "reports",
        report,
        ("--explain", {"metavar": "II.1/s15", **_OPTIONAL, "const": "layout"}),
        json=True,
    )
    add(
        "import",
        "reports",
        report,
        ("--council", {"metavar": "C", "default": ""}),
        ("--date", {"metavar": "YYYY-MM-DD", "default": ""}),
        ("--reissue", _SWITCH),
        ("--edit", {"metavar": "OUTLINE", "nargs": "?", "const": ""}),
    )
    add("remove", "reports", _MEETING)
    word: dict[str, Any] = {"default": ""}
    add(
        "status",
        "board",
        _ANY_MEETING,
        ("--find", {"metavar": "WORDS", **word}),
        ("--council", {"metavar": "C", **word}),
        ("--status", {"metavar": "STATUS", **word}),
        ("--topic", {"metavar": "TOPIC", **word}),
        ("--by", {"metavar": "NAME", "nargs": "?", "const": None, **word}),
        ("--waiting", _SWITCH),
        json=True,
    )
    add("show", "items", _MEETING, _ANY_ITEM, ("--raw", _SWITCH), json=True)


def _add_writing(add: Callable[..., None]) -> None:
    """Work on an item, up to its approval."""
    number: dict[str, Any] = {"metavar": "N", "default": ""}
    add(
        "check",
        "items",
        _ANY_MEETING,
        _ANY_ITEM,
        ("--fix", number),
        ("--dismiss", number),
        ("--reason", {"default": "", "metavar": "WORDS"}),
        json=True,
    )
    numbers = ("numbers", {"metavar": "N", "nargs": "*", "default": []})
    add("edit", "writing", _MEETING, _ITEM, ("--summary", _SWITCH))
    add("accept", "writing", _MEETING, _ITEM, numbers, ("--draft", _SWITCH))
    add("refuse", "writing", _MEETING, _ITEM, ("numbers", {"metavar": "N", "nargs": "+"}))
    add(
        "comment",
        "writing",
        _MEETING,
        _ITEM,
        ("text", {"metavar": "TEXT", "nargs": "?", "default": ""}),
        ("--on", {"metavar": "s3,s4", "default": ""}),
        ("--resolve", number),
    )
    add("deadline", "writing", _MEETING, ("day", {"metavar": "YYYY-MM-DD", **_OPTIONAL}))
    add("source", "writing", _MEETING, ("address", {"metavar": "URL", **_OPTIONAL}))
    meeting = ("--meeting", {"metavar": "MEETING", "default": ""})
    meaning = ("meaning", {"metavar": "MEANING", "nargs": "?", "default": ""})
    add("learn", "learning", ("word", {"metavar": "WORD"}), meaning, meeting)
    anyway = ("--anyway", {"action": "store_true"})
    add("submit", "items", _MEETING, _ITEM, anyway)
    add("approve", "items", _MEETING, _ITEM, ("--reason", {"default": ""}), anyway)
    add("reopen", "items", _MEETING, _ITEM, ("--comment", {"metavar": "TEXT", "default": ""}))


def _add_comparing(add: Callable[..., None]) -> None:
    """What changed between meetings, and what belongs together."""
    since = ("--since", {"choices": ("meeting", "approved", "sent"), "default": ""})
    add(
        "compare",
        "changes",
        ("older", {"metavar": "OLDER", **_OPTIONAL}),
        ("newer", {"metavar": "NEWER"}),
        since,
        ("--topic", {"default": ""}),
        ("--actor", {"default": ""}),
        ("--kind", {"metavar": "KIND,KIND", "default": ""}),
        ("--no-style", _SWITCH),
        *_TABLES,
        json=True,
    )
    answer: dict[str, Any] = {"metavar": "N", "default": ""}
    named: dict[str, Any] = {"metavar": "TOPIC", "default": ""}
    add(
        "topics",
        "topics",
        _ANY_MEETING,
        _ANY_ITEM,
        ("--confirm", answer),
        ("--refuse", answer),
        ("--sentences", {"metavar": "s4-s9", "default": ""}),
        ("--remove", named),
        ("--topic", named),
        ("--title", {"default": ""}),
        ("--dossier", {"default": None}),
        ("--into", named),
        json=True,
    )


def _add_following(add: Callable[..., None]) -> None:
    """What can be seen over all meetings."""
    add(
        "timeline",
        "changes",
        ("topic", {"metavar": "TOPIC"}),
        ("--actor", {"default": ""}),
        *_TABLES,
        json=True,
    )
    add(
        "alignment",
        "changes",
        ("--topic", {"default": ""}),
        ("--suggestions", _SWITCH),
        *_TABLES,
        json=True,
    )
    add(
        "promises",
        "changes",
        _ANY_MEETING,
        ("--state", {"choices": ("overdue", "past", "open", "done", "withdrawn"), "default": ""}),
        ("--date", {"metavar": "YYYY-MM-DD", "default": ""}),
        *_TABLES,
        json=True,
    )


def _add_sending(add: Callable[..., None]) -> None:
    """What goes out."""
    output = ("-o", {"metavar": "FILE", "dest": "output"})
    moment = ("--since", {"metavar": "meeting|approved|sent|MEETING", "default": ""})
    modes = ("clean", "redline", "redline-changed")
    changes = ("--changes", {"choices": modes, "default": ""})
    template = ("--template", {"metavar": "FILE", "default": ""})
    add(
        "export",
        "briefings",
        _ANY_MEETING,
        ("--topic", {"metavar": "TOPIC", "default": ""}),
        ("--items", {"metavar": "I.1,II.2", "default": ""}),
        ("--approved", _SWITCH),
        moment,
        changes,
        template,
        ("--format", {"choices": ("docx", "md", "html"), "default": "docx"}),
        output,
    )
    to = ("--to", {"metavar": "A,B", "default": ""})
    send = ("--send", _SWITCH)
    add("mail", "briefings", _MEETING, to, moment, changes, template, output, send)
    add(
        "sent",
        "briefings",
        _MEETING,
        ("--briefing", {"metavar": "FILE", "default": ""}),
        ("--date", {"metavar": "YYYY-MM-DD", "default": ""}),
    )


def _add_search(add: Callable[..., None]) -> None:
    """Finding, settings, and what helps."""
    filters = ("council", "years", "actor", "stance", "topic", "status")
    add(
        "search",
        "searching",
        ("words", {"metavar": "WORDS", "nargs": "*", "default": []}),
        *((f"--{name}", {"metavar": name.upper(), "default": ""}) for name in filters),
        ("--limit", {"type": int, "default": 20}),
        json=True,
    )
    add(
        "config",
        "settings",
        ("key", {"metavar": "KEY", **_OPTIONAL}),
        ("value", {"metavar": "VALUE", **_OPTIONAL}),
        ("--own", _SWITCH),
        ("--unset", _SWITCH),
        json=True,
    )
    add("doctor", "helping", json=True)
    add("help", "helping", ("subject", {"metavar": "TOPIC", **_OPTIONAL}))
    add("completion", "helping", ("shell", {"choices": ("bash", "zsh", "fish")}))


def _add_version_commands(add: Callable[..., None]) -> None:
    """What happened, who wrote what, and bringing it back."""
    add(
        "history",
        "versions",
        _ANY_MEETING,
        _ANY_ITEM,
        ("--limit", {"type": int, "default": 20}),
        ("--by", {"metavar": "NAME", "default": ""}),
        ("--action", {"choices": _KINDS, "metavar": "ACTION", "default": ""}),
        ("--compare", {"metavar": "A[..B]", "default": ""}),
        json=True,
    )
    sentence: dict[str, Any] = {"metavar": "N", "type": int, **_OPTIONAL}
    add("who", "versions", _MEETING, _ITEM, ("sentence", sentence), json=True)
    add(
        "restore",
        "versions",
        _MEETING,
        _ANY_ITEM,
        ("version", {"metavar": "VERSION", **_OPTIONAL}),
        ("--sentence", {"metavar": "WORDS", "default": ""}),
        ("--only", {"choices": _PARTS, "metavar": "PART", "default": ""}),
    )
    add("undo", "versions")
    add("trust", "versions", ("--show", _SWITCH))


def _add_sharing(add: Callable[..., None]) -> None:
    """Commands for working together."""
    add(
        "sync",
        "sharing",
        ("--with", {"metavar": "ADDRESS", "default": "", "dest": "with_"}),
        json=True,
    )
    add("proposals", "sharing", _ANY_MEETING, _ANY_ITEM, json=True)
    add(
        "resolve",
        "sharing",
        _MEETING,
        _ITEM,
        ("number", {"metavar": "N", "type": int}),
        ("--mine", _SWITCH),
        ("--theirs", _SWITCH),
        ("--both", _SWITCH),
        ("--write", {"metavar": "LINE", "default": ""}),
    )
    add("claim", "sharing", _MEETING, _ITEM, ("--release", _SWITCH))
    add(
        "assign",
        "sharing",
        _MEETING,
        _ITEM,
        ("person", {"metavar": "PERSON", **_OPTIONAL}),
        ("--review", {"metavar": "PERSON"}),
        ("--until", {"metavar": "YYYY-MM-DD"}),
    )
