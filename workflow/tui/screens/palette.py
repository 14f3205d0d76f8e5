"""Every command that works here, found by typing."""

from typing import Any

from workflow.languages import say
from workflow.tui.commands import Command, Commanded, key_name
from workflow.tui.screens.dialogs import Choice, Picker


def palette(app: Any, found: list[tuple[Commanded, Command]]) -> Picker:
    """A picker over the commands; one that is of no use now says why instead of what it does."""
    choices = []
    for node, command in found:
        if not command.palette:
            continue
        reason = node.why_not(command.name)
        words = f"{command.label} – {reason or command.help}"
        key = app.key_of(command.id)
        choices.append(Choice((node, command.id), words, key_name(key) if key else "", not reason))
    return Picker(say("tui.palette"), choices)
