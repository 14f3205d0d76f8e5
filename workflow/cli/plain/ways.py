"""What the keys of the screens come to on the command line, from the table beside this file.

Whoever knows the screens types the same keys: what the talk has no words of its own for is
done by a command.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from workflow.cli.plain.session import Session, named, run_command, words_of
from workflow.languages import say
from workflow.tui.commands import BY_ID

SCREEN = "screen:"
"""Begins what only makes sense on a screen."""
_ONES_OWN = ("MEETING", "ITEM")


@cache
def _read() -> dict[str, Any]:
    """The file that says them."""
    return tomllib.loads(files(__package__).joinpath("ways.toml").read_text("utf-8"))


@cache
def table() -> Mapping[str, str]:
    """By command id the line that does the same; without those that only move a cursor."""
    return {
        f"{context}.{name}": line
        for context, lines in _read().items()
        if context != "moving"
        for name, line in lines.items()
    }


def only_moving() -> frozenset[str]:
    """Contexts that only move a cursor, answer a dialog or turn pages."""
    return frozenset(_read()["moving"]["contexts"])


def ways_of(*contexts: str) -> dict[str, str]:
    """The lines behind the commands of these contexts."""
    return {
        command_id: line
        for command_id, line in table().items()
        if BY_ID[command_id].context in contexts and not line.startswith(SCREEN)
    }


def asked_by(line: str) -> tuple[str, ...]:
    """What must still be typed: the words in capitals at the end of a line."""
    found: list[str] = []
    for word in reversed(line.split()):
        if not (word.isupper() and word.isalpha()) or word in _ONES_OWN:
            break
        found.insert(0, word)
    return tuple(found)


def follow(
    session: Session, typed: str, ways: Mapping[str, str], meeting: str, item: str = ""
) -> bool:
    """Do by a command what was typed as a key; False where no way has that name.

    Words behind the key go behind the command; what the command cannot do without is asked for.
    """
    found = named(typed, dict.fromkeys(ways, lambda _: None)) if typed else None
    if found is None:
        return False
    command_id, rest = found
    asked = asked_by(ways[command_id])
    line = ways[command_id].split()[: -len(asked) or None]
    words = _behind(rest, asked)
    for place, name in enumerate(asked[len(words) :]):
        first = not words and not place
        answer = session.ask(BY_ID[command_id].help if first else _about(name))
        if first and not answer:
            return True
        words.append(answer)
    own = {"MEETING": meeting, "ITEM": item}
    filled = [own.get(word, word) for word in line]
    return run_command(session, [*(word for word in filled if word), *words])


def _about(name: str) -> str:
    """What the command line says about an argument."""
    return say(f"cli.arguments.{name.lower()}")


def _behind(rest: list[str], asked: tuple[str, ...]) -> list[str]:
    """The words behind a key: as one where one thing is asked for, such as a name."""
    together = " ".join(rest)
    numbers = asked[:1] == ("N",)
    if not asked or not rest or numbers or '"' in together or rest[0].startswith("-"):
        return words_of(together)
    return [together]
