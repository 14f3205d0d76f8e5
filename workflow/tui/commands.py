"""The one registry of everything that a key can do.

Footer, palette, help, the key table of the manual and the user's own keys all come from it.
It is one long list on purpose: a key is looked up where all others stand.
A command belongs to a context: the name of a screen or of a pane. Whoever carries that
context has a method `do_<name>`, and says through `why_not` why a command is of no use now.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from workflow.languages import current, labels, say

if TYPE_CHECKING:
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the user can do in a screen or a pane."""

    context: str
    """The screen or pane in which it works."""
    name: str
    keys: tuple[str, ...]
    """Default keys, the one that is shown first."""
    footer: int = 0
    """Place in the footer, from 1; 0 keeps it out."""
    palette: bool = True

    @property
    def id(self) -> str:
        """Its name everywhere, such as `board.import`."""
        return f"{self.context}.{self.name}"

    @property
    def label(self) -> str:
        """One or two words for the footer."""
        return say(f"tui.commands.{self.id}.label")

    @property
    def help(self) -> str:
        """One sentence on what it does."""
        return say(f"tui.commands.{self.id}.help")


def _commands(
    context: str, *entries: tuple[str, str, int] | tuple[str, str, int, bool]
) -> tuple[Command, ...]:
    """Commands of one context from (name, keys, place in the footer, in the palette)."""
    return tuple(
        Command(context, entry[0], tuple(entry[1].split()), entry[2], *entry[3:])
        for entry in entries
    )


COMMANDS: tuple[Command, ...] = (
    *_commands(
        "app",
        ("help", "f1 question_mark", 90),
        ("palette", "ctrl+p colon", 0, False),
        ("theme", "f12", 0),
        ("language", "", 0),
        ("tour", "", 0),
        ("stop", "ctrl+t", 0),
        ("quit", "ctrl+q", 0),
    ),
    *_commands(
        "list",
        ("up", "up k", 0, False),
        ("down", "down j", 0, False),
        ("page_up", "pageup", 0, False),
        ("page_down", "pagedown", 0, False),
        ("first", "home", 0, False),
        ("last", "end", 0, False),
        ("choose", "enter", 0, False),
        ("copy", "ctrl+c", 0),
    ),
    *_commands(
        "board",
        ("open", "enter", 1),
        ("fold", "space", 0),
        ("next", "f4", 2),
        ("import", "i", 3),
        ("compare", "v f5", 4),
        ("briefing", "b", 5),
        ("history", "h f7", 6),
        ("everything", "H", 0),
        ("find", "slash", 0),
        ("search", "ctrl+f z", 7),
        ("filter", "f", 8),
        ("settings", "comma", 0),
        ("mine", "m", 9),
        ("waiting", "a", 9),
        ("sync", "s", 6),
        ("stop_sync", "escape", 0),
        ("timeline", "t", 0),
        ("camps", "w", 0),
        ("promises", "p", 0),
        ("topics", "o", 0),
        ("deadline", "d", 0),
        ("structure", "e", 0),
        ("samples", "f2", 0),
        ("reload", "r", 0),
        ("quit", "q", 10),
    ),
    *_commands(
        "item",
        ("back", "escape", 11),
        ("go", "enter e", 1, False),
        ("next_step", "n ctrl+n", 3),
        ("previous_step", "p", 0),
        ("read", "1", 0),
        ("positions", "2", 0),
        ("summary", "3", 0),
        ("check", "4", 0),
        ("handover", "5", 0),
        ("submit", "f6", 8),
        ("next_item", "f4", 9),
        ("compare", "f5", 12),
        ("history", "f7", 13),
        ("find", "ctrl+f", 0),
        ("save", "ctrl+s", 7),
        ("undo", "u ctrl+z", 0),
        ("redo", "ctrl+y", 0),
        ("decide", "f2", 6),
        ("claim", "c", 0),
        ("assign", "v", 0),
        ("topic", "t", 0),
        ("comment", "o", 10),
        ("changes", "r", 2),
        ("reopen", "w", 0),
    ),
    *_commands(
        "source",
        ("mark", "space", 2),
        ("add_position", "plus", 4),
        ("insert", "s", 5),
        ("evidence", "b", 4),
        ("learn", "l", 0),
        ("on", "enter", 1),
    ),
    *_commands(
        "positions",
        ("accept", "enter", 1),
        ("accept_all", "a", 2),
        ("edit", "e", 4),
        ("reject", "x", 4),
        ("add", "plus", 5),
        ("move_up", "less_than_sign", 0),
        ("move_down", "greater_than_sign", 0),
        ("merge", "g", 0),
    ),
    *_commands(
        "draft",
        ("accept_all", "a", 1),
        ("accept", "space", 2),
        ("write", "enter e", 2),
    ),
    *_commands(
        "editor",
        ("leave", "escape", 1),
        ("fix", "f8", 2),
        ("show", "f9", 3),
        ("find", "ctrl+f ctrl+g", 4),
        ("find_next", "f3", 0),
        ("external", "ctrl+e ctrl+o", 5),
    ),
    *_commands(
        "findings",
        ("open", "enter", 1),
        ("fix", "f8", 2),
        ("show", "f9", 3),
        ("dismiss", "x", 4),
    ),
    *_commands(
        "remarks",
        ("resolve", "x", 1),
    ),
    *_commands(
        "founding",
        ("leave", "enter escape", 1, False),
        ("make", "m", 2, False),
    ),
    *_commands(
        "settings",
        ("back", "escape", 11),
        ("change", "enter", 1, False),
        ("reset", "x", 2),
    ),
    *_commands(
        "search",
        ("back", "escape", 11),
        ("open", "enter", 1),
        ("words", "ctrl+f", 2),
        ("next", "down", 0, False),
        ("previous", "up", 0, False),
    ),
    *_commands(
        "import",
        ("back", "escape", 11),
        ("open", "enter", 1, False),
        ("path", "slash", 2),
        ("write", "ctrl+s", 2),
        ("council", "c", 7),
        ("date", "w", 7),
        ("undo", "u", 2),
    ),
    *_commands(
        "preview",
        ("write", "enter", 1, False),
        ("fold", "space", 2),
        ("rename", "e", 3),
        ("merge", "minus", 4),
        ("split", "plus", 5),
        ("part", "d", 6),
    ),
    *_commands(
        "structure",
        ("back", "escape", 11),
        ("write", "ctrl+s", 2),
        ("undo", "u", 2),
    ),
    *_commands(
        "compare",
        ("back", "escape", 11),
        ("open", "enter", 1),
        ("to_topics", "left", 1, False),
        ("timeline", "t", 2),
        ("camps", "m", 3),
        ("link", "l", 4),
        ("refuse", "x", 5),
        ("moved", "o", 6),
        ("kind", "f", 7),
        ("actor", "a", 8),
        ("style", "s", 9),
        ("older", "v", 10),
        ("csv", "c", 12),
        ("briefing", "b", 13),
        ("topics", "p", 0),
        ("earlier", "g", 14),
        ("history", "h f7", 15),
        ("copy", "ctrl+c", 0),
    ),
    *_commands(
        "timeline",
        ("back", "escape", 11),
        ("open", "enter", 1, False),
        ("source", "s", 2),
        ("history", "h f7", 3),
        ("actor", "a", 4),
        ("camps", "m", 5),
        ("csv", "c", 6),
        ("copy", "ctrl+c", 0),
    ),
    *_commands(
        "camps",
        ("back", "escape", 11),
        ("timeline", "enter t", 1),
        ("topic", "o", 2),
        ("suggestions", "s", 3),
        ("csv", "c", 4),
        ("copy", "ctrl+c", 0),
    ),
    *_commands(
        "promises",
        ("back", "escape", 11),
        ("open", "enter", 1, False),
        ("result", "g", 2),
        ("state", "f", 3),
        ("csv", "c", 4),
        ("copy", "ctrl+c", 0),
    ),
    *_commands(
        "topics",
        ("back", "escape", 11),
        ("open", "enter", 1, False),
        ("timeline", "t", 2),
        ("title", "e", 4),
        ("dossier", "d", 5),
        ("merge", "g", 6),
        ("move", "v", 7),
        ("part", "n", 8),
        ("take_out", "x", 9),
        ("offers", "p", 3),
    ),
    *_commands(
        "offers",
        ("back", "escape", 11),
        ("open", "enter", 1, False),
        ("link", "l", 2),
        ("refuse", "x", 3),
        ("meeting", "v", 4),
    ),
    *_commands(
        "grid",
        ("up", "up k", 0, False),
        ("down", "down j", 0, False),
        ("left", "left", 0, False),
        ("right", "right", 0, False),
        ("page_up", "pageup", 0, False),
        ("page_down", "pagedown", 0, False),
        ("first", "home", 0, False),
        ("last", "end", 0, False),
        ("choose", "enter", 0, False),
    ),
    *_commands(
        "history",
        ("back", "escape", 11),
        ("restore", "z", 1),
        ("sentence", "e", 2),
        ("whole", "enter", 3),
        ("base", "d", 4),
        ("beside", "s", 0),
        ("written_by", "w", 5),
        ("kind", "f", 6),
        ("person", "p", 7),
        ("copy_id", "y", 8),
    ),
    *_commands(
        "export",
        ("back", "escape", 11),
        ("make", "ctrl+s", 1),
        ("since", "s", 2),
        ("changes", "w", 3),
        ("topic", "t", 0),
        ("items", "i", 0),
        ("approved", "g", 0),
        ("template", "l", 0),
        ("source", "a", 0),
        ("open", "o", 6),
        ("folder", "f", 0),
        ("copy_path", "y", 7),
        ("mail", "m", 4),
        ("sent", "v", 5),
    ),
    *_commands(
        "help",
        ("back", "escape f1", 1, False),
    ),
    *_commands(
        "dialog",
        ("close", "escape enter", 1, False),
        ("copy", "ctrl+c c", 2, False),
    ),
    *_commands(
        "question",
        ("yes", "enter", 1, False),
        ("no", "x", 2, False),
        ("close", "escape", 3, False),
    ),
    *_commands(
        "decide",
        ("mine", "m", 1, False),
        ("theirs", "t", 2, False),
        ("both", "b", 3, False),
        ("write", "w", 4, False),
        ("close", "escape", 5, False),
    ),
    *_commands(
        "field",
        ("accept", "enter", 1, False),
        ("close", "escape", 2, False),
    ),
    *_commands(
        "form",
        ("accept", "ctrl+s", 1, False),
        ("close", "escape", 2, False),
    ),
    *_commands(
        "find",
        ("accept", "enter", 1, False),
        ("replace_all", "ctrl+r", 2, False),
        ("close", "escape", 3, False),
    ),
    *_commands(
        "tour",
        ("next", "enter right", 1, False),
        ("previous", "left", 2, False),
        ("close", "escape", 3, False),
    ),
)
"""Every command, in the order of the help page."""

BY_ID = {command.id: command for command in COMMANDS}


def in_context(context: str) -> tuple[Command, ...]:
    """The commands of one context."""
    return tuple(command for command in COMMANDS if command.context == context)


def bindings(context: str, *names: str) -> "list[BindingType]":
    """The key bindings of one context, or of some of its commands, for the class that has it.

    Each has the command's id, so that `App.set_keymap` can replace the keys.
    """
    from textual.binding import Binding

    return [
        Binding(
            ",".join(command.keys),
            f"command({command.id!r})",
            command.id,
            show=False,
            id=command.id,
        )
        for command in in_context(context)
        if command.keys and (not names or command.name in names)
    ]


def key_name(key: str) -> str:
    """A key as people call it: `Ctrl+S`, `F1`, `Enter`, `+`."""
    names = labels_of_keys()
    if key in names:
        return names[key]
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return key


def types_text(key: str) -> bool:
    """Whether the key puts a character into a text field, or moves in it."""
    if len(key) == 1:
        return True
    return key in labels_of_keys() and key not in ("escape", "enter", "tab")


def labels_of_keys() -> dict[str, str]:
    """Names of the keys in the language of the interface."""
    return labels(current(), "tui.keys")


class Commanded:
    """A screen or pane that carries a context of commands."""

    CONTEXT: ClassVar[str] = ""

    def why_not(self, name: str) -> str:
        """Why the command of that name is of no use now, in one sentence; empty if it is."""
        return ""

    def hides(self, name: str) -> bool:
        """Whether the footer leaves the command out now."""
        return False

    def label_now(self, name: str) -> str:
        """Another label for what the command does now, or an empty string."""
        return ""

    async def action_command(self, command_id: str) -> None:
        """Do what a key, a click or the palette asks for, or say why that cannot be done."""
        node: Any = self
        if node.screen is not node.app.screen:
            # A dialog has come on top since the key was typed: it was not meant for this.
            return
        await run(self, command_id)


async def run(node: Any, command_id: str) -> None:
    """Run the command on the node that carries its context."""
    name = command_id.partition(".")[2]
    reason = node.why_not(name)
    if reason:
        node.app.tell(reason)
        return
    result = getattr(node, f"do_{name}")()
    if result is not None:
        await result


def chain(focused: Any, screen: Any, app: Any) -> list[Any]:
    """The nodes that carry a context, from the focused pane outwards."""
    nodes = list(focused.ancestors_with_self) if focused is not None else [screen, app]
    found: list[Any] = []
    for node in nodes:
        if isinstance(node, Commanded) and node.CONTEXT:
            found.append(node)
        if node is screen and screen.is_modal:
            break
    if app not in found and not screen.is_modal:
        found.append(app)
    return found
