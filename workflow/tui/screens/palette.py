"""Every command that works here, found by typing."""

from typing import Any

from workflow.languages import say
from workflow.tui.commands import Command, Commanded, key_name
from workflow.tui.screens.dialogs import Choice, Picker


def palette(app: Any, found: list[tuple[Commanded, Command]]) -> Picker:
    """A picker over the commands; one that is of no use now says why instead of what it does."""
    choices = []
    # How one moves in a list is known soonest, so it stands behind what this screen does.
    for node, command in sorted(found, key=lambda entry: entry[1].context == "list"):
        if not command.palette:
            continue
        reason = node.why_not(command.name)
        words = f"{command.label} – {reason or command.help}"
        key = app.key_of(command.id)
        shown, group = key_name(key) if key else "", say(f"tui.contexts.{command.context}")
        choices.append(Choice((node, command.id), words, shown, not reason, group))
    return Picker(say("tui.palette"), choices)
