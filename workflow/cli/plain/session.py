"""One conversation: what the program says, what the user answers, and what an answer means."""

import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from workflow.cli.output import show
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.tui.commands import BY_ID, key_name
from workflow.tui.desk import Desk

T = TypeVar("T")

Action = Callable[[list[str]], object]
"""What a command does with the words behind it."""


class Over(Exception):  # noqa: N818 - not an error
    """The user has stopped, or there is nothing more to read."""


class Session:
    """A workspace, and somebody to talk with."""

    def __init__(self, root: Path) -> None:
        self.desk = Desk(root)

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now().astimezone()

    def tell(self, words: str) -> None:
        """Say something, each line by itself."""
        show(words)

    def say(self, key: str, /, **values: object) -> None:
        """Say a sentence of the catalogue."""
        self.tell(say(key, **values))

    def ask(self, words: str) -> str:
        """One line of an answer; raises Over at the end of the input."""
        show(words)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise Over
        return line.strip()

    def ask_for(self, words: str, meaning: Callable[[str], T]) -> T:
        """What an answer means; one that means nothing is asked for again, with the reason.

        Raises WorkflowError for an empty answer that means nothing.
        """
        while True:
            answer = self.ask(words)
            try:
                return meaning(answer)
            except WorkflowError as error:
                if not answer:
                    raise
                self.tell(str(error))

    def agrees(self, words: str) -> bool:
        """Whether the user says yes; an empty answer is a no."""
        answer = self.ask(f"{words} {say('cli.plain.yes_no')}").casefold()
        return bool(answer) and answer in (say("tui.yes"), say("tui.yes")[:1], "y", "j")

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something; what goes wrong is said, and the conversation goes on."""
        try:
            action()
        except WorkflowError as error:
            self.tell(str(error))
            return False
        return True


def words_of(line: str) -> list[str]:
    """A line in words; quotes keep words together where they are closed."""
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()


def named(line: str, actions: Mapping[str, Action]) -> tuple[str, list[str]] | None:
    """The command that a line asks for by key, label or name, with the words behind it."""
    words = line.split()
    typed = words[0].casefold() if words else "enter"
    for command_id in actions:
        command = BY_ID[command_id]
        keys = {key.casefold() for key in command.keys}
        keys |= {key_name(key).casefold() for key in command.keys}
        if typed in keys | {command.name.replace("_", "-")}:
            return command_id, words[1:]
    for command_id in actions:
        label = BY_ID[command_id].label.casefold()
        if label.split() == [word.casefold() for word in words[: len(label.split())]]:
            return command_id, words[len(label.split()) :]
    return None


def explain(session: Session, actions: Iterable[str]) -> None:
    """Say what can be answered here."""
    for command_id in actions:
        command = BY_ID[command_id]
        key = key_name(command.keys[0]) if command.keys else command.label
        session.tell(f"{key}, {command.label}: {command.help}")
    session.say("cli.plain.help")


def run_command(session: Session, words: list[str]) -> bool:
    """Run a command of the command line; False where the first word is none."""
    from workflow.cli.parser import build_parser, command_names

    if not words or words[0] not in command_names():
        return False
    try:
        words = [*words, "--workspace", str(session.desk.root)]
        arguments = build_parser(words).parse_args(words)
    except SystemExit:
        return True
    session.attempt(lambda: arguments.run(arguments))
    return True
