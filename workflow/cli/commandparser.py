"""A parser of commands that speaks the user's language."""

import argparse
import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, NoReturn

from workflow.languages import LANGUAGES, current, labels, say

_MISTAKES = (
    ("missing", r"the following arguments are required: (?P<name>.*)"),
    ("command", r"argument : invalid choice: (?P<value>.*) \(choose from (?P<choices>.*)\)"),
    (
        "choice",
        r"argument (?P<name>.*): invalid choice: (?P<value>.*) \(choose from (?P<choices>.*)\)",
    ),
    ("number", r"argument (?P<name>.*): invalid int value: (?P<value>.*)"),
    ("value", r"argument (?P<name>.*): expected one argument"),
    ("unknown", r"unrecognized arguments: (?P<name>.*)"),
)
"""What argparse says, in English only, and the sentence of the catalogue that says the same."""


def place_words(text: str) -> str:
    """What stands for a word to be typed (`MEETING`, `A[..B]`), in the user's language."""
    own = labels(current(), "cli.places")
    return re.sub(r"[A-Z]{2,}(?:-[A-Z]{2,})*", lambda found: own.get(found[0], found[0]), text)


def _in_words(message: str, helps: dict[str, str]) -> str:
    """A mistake in the words of a command, in the user's language where that is known.

    `helps` says by its place (`NEWER`) what is to be typed there.
    """
    for kind, pattern in _MISTAKES:
        if found := re.fullmatch(pattern, message):
            parts = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            if "name" in parts and kind != "unknown":
                names = parts["name"].split(", ")
                parts["name"] = ", ".join(_explained(name, helps) for name in names)
            near = get_close_matches(parts.get("value", ""), parts.get("choices", "").split(", "))
            if kind == "command" and near:
                return say("cli.mistakes.nearly", value=parts["value"], nearest=near[0])
            return say(f"cli.mistakes.{kind}", **parts)
    return message


def _explained(name: str, helps: dict[str, str]) -> str:
    """A place with what belongs there: `NEWER (the later meeting)`; an option as it is."""
    text = helps.get(name, "")
    return place_words(name) + (f" ({text})" if text else "")


COMMON: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--workspace", {"metavar": "DIR"}),
    ("--language", {"choices": LANGUAGES}),
)
"""Options that every command has, before it or behind it."""


class _Formatter(argparse.HelpFormatter):
    """Says the usage and what stands for words to be typed in the user's language."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        if prefix is None:
            prefix = say("cli.help.usage")
        super().add_usage(usage, actions, groups, prefix)

    def _metavar_formatter(
        self, action: argparse.Action, default_metavar: str
    ) -> Callable[[int], tuple[str, ...]]:
        sized = super()._metavar_formatter(action, default_metavar)
        if action.metavar is None and (action.choices is not None or not default_metavar):
            return sized
        return lambda size: tuple(map(place_words, sized(size)))


class CommandParser(argparse.ArgumentParser):
    """Says in the user's language what is wrong with the words of a command."""

    def __init__(self, **keywords: Any) -> None:
        super().__init__(**keywords, add_help=False, formatter_class=_Formatter)
        self._optionals.title = say("cli.help.options")
        self._positionals.title = say("cli.help.positionals")
        self.add_argument("-h", "--help", action="help", help=say("cli.help.help"))
        for name, options in COMMON:
            text = say(f"cli.help.{name[2:]}")
            self.add_argument(name, default=argparse.SUPPRESS, help=text, **options)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """The arguments; `compare OLDER --json NEWER` means what it says.

        The library takes the only name before an option for the last one that it needs.
        """
        found, extra = super().parse_known_args(args, namespace)
        if len(extra) == 1 and not extra[0].startswith("-") and getattr(found, "older", "") is None:
            found.older, found.newer = found.newer, extra.pop()
        words = extra and not any(each.startswith("-") for each in extra)
        if words and getattr(found, "text", None) == "":
            found.text = " ".join(extra)  # `comment MEETING ITEM --on s2 WORDS`
            extra = []
        return found, extra

    def error(self, message: str) -> NoReturn:
        """End with the mistake in one sentence, and status 2."""
        helps = {str(each.metavar): each.help or "" for each in self._get_positional_actions()}
        detail = _in_words(message, helps)
        self.exit(2, say("cli.errors.usage", detail=detail, command=self.prog) + "\n")


class Listed(argparse.ArgumentParser):
    """A command that is only named in the help of the program."""

    def __init__(self, **keywords: Any) -> None:
        super().__init__(**keywords, add_help=False)
