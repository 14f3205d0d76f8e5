"""The lines around every screen: title, status and footer."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import getters
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from workflow.tui import render
from workflow.tui.commands import BY_ID, Command, Commanded, chain, in_context, key_name

if TYPE_CHECKING:
    from workflow.tui.app import DeskApp


class TitleBar(Widget):
    """What one is looking at, left, and facts about it, right."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """
    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """The two sides on one line."""
        return render.columns(self.size.width, self.left, self.right)


_LEAST_BESIDE = 8
"""Cells beside what the screen adds that are worth using."""
_MOST_LINES = 3
"""Lines of the status line."""


class StatusLine(Widget):
    """What just happened, or what is going on."""

    DEFAULT_CSS = """
    StatusLine { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    """
    message: reactive[str] = reactive("", layout=True)
    busy: reactive[str] = reactive("", layout=True)
    aside: reactive[Content] = reactive(Content(""), layout=True)

    def render(self) -> Content:
        """Message or busy words, left; what the screen adds, right."""
        left = render.line(self.busy, "$text-accent") if self.busy else render.line(self.message)
        width = self.app.size.width - 2
        room = width - self.aside.cell_length - 2
        if room < _LEAST_BESIDE:
            return render.lines(self._stacked(left, width))
        if left.cell_length <= room:
            return render.columns(width, left, self.aside)
        parts = left.wrap(width)
        if parts[-1].cell_length > room:
            parts.append(Content(""))
        parts[-1] = render.columns(width, parts[-1], self.aside)
        return render.lines(parts)

    def _stacked(self, left: Content, width: int) -> list[Content]:
        """Both sides below one another, where what the screen adds fills a line or more."""
        added = self.aside.wrap(width)[:_MOST_LINES]
        told = left.wrap(width)[: _MOST_LINES - len(added)] if left.plain else []
        return [*told, *(Content(" " * (width - each.cell_length)) + each for each in added)]


class SourceStrip(Widget):
    """The source sentences of what is selected; what does not fit ends in an ellipsis."""

    words: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """As many lines as there are."""
        width, height = self.size
        found = [line for part in self.words.split() for line in part.wrap(max(1, width))]
        if len(found) > height > 0:
            last = Content(" ").join(found[height - 1 : height + 1])
            found = [*found[: height - 1], last.truncate(width, ellipsis=True)]
        return render.lines(found)


def contexts(node: Commanded) -> list[str]:
    """The contexts of a node, its own first."""
    return [cls.__dict__["CONTEXT"] for cls in type(node).__mro__ if cls.__dict__.get("CONTEXT")]


def available(focused: Any, screen: Any, app: Any) -> list[tuple[Commanded, Command]]:
    """Every command that a key would reach now, with the node that carries it.

    A key that an inner pane takes hides the same key further out.
    """
    taken: set[str] = set()
    found: list[tuple[Commanded, Command]] = []
    for node in chain(focused, screen, app):
        for context in contexts(node):
            own = [c for c in in_context(context) if not c.keys or not taken & set(c.keys[:1])]
            found += [(node, command) for command in own]
            # A plain list or table hands its Enter on to the screen that it stands on.
            taken |= {k for command in own if command.id not in _HANDED_ON for k in command.keys}
    return found


_HANDED_ON = ("list.choose", "grid.choose")
"""Commands of panes whose key the screen may take."""
WAYS_OUT = ("leave", "back", "quit")
"""Names of the commands that lead out of a pane or a screen."""
_END = 1_000
"""Places from here on stand at the end of the footer."""
_SPARE = 2_000
"""The place of what stands there only where everything fits."""


class _Key(NamedTuple):
    """A key as the footer shows it."""

    command: str
    name: str
    label: str
    off: bool
    """Whether it can do nothing now."""
    place: int


class KeyBar(Widget):
    """The keys that matter now; a click does what the key does."""

    if TYPE_CHECKING:
        app = getters.app(DeskApp)

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    _drawn: tuple[list[_Key], int, Content] | None = None
    """The keys and the width for which it was last made, and what came out."""

    def on_mount(self) -> None:
        """Keys are keys, not links: no lines under them."""
        self.auto_links = False

    def _keys(self) -> list[_Key]:
        """What the footer may show, in order: the way back and the help at the end."""
        found: list[_Key] = []
        for node, command in available(self.screen.focused, self.screen, self.app):
            key = self.app.key_of(command.id, self.screen)
            place = _place(command)
            if not command.footer or node.hides(command.name) or not (key or not command.keys):
                continue
            if place == _END and any(each.place == _END for each in found):
                continue  # the innermost way out is the one that the key takes
            label = node.label_now(command.name) or command.label
            off = bool(node.why_not(command.name))
            found.append(_Key(command.id, key_name(key), label, off, place))
        if isinstance(self.screen, Commanded) and not any(key.place >= _END for key in found):
            # A dialog, where the application has no say.
            command = BY_ID["app.help"]
            name = key_name(self.app.key_of(command.id, self.screen))
            found.append(_Key(command.id, name, command.label, False, _SPARE))
        return sorted(found, key=lambda key: key.place)

    def render(self) -> Content:
        """As many commands as fit; the way back and the help always, at the end."""
        keys, width = self._keys(), self.size.width
        if self._drawn is None or self._drawn[:2] != (keys, width):
            self._drawn = keys, width, _line(keys, width)
        return self._drawn[2]


def _line(keys: list[_Key], width: int) -> Content:
    tail = Content("  ").join(_piece(key) for key in keys if key.place >= _END)
    if any(key.place == _SPARE for key in keys):
        # All answers of a dialog come first, the help where there is room left.
        wanted = sum(_piece(key).cell_length + 2 for key in keys)
        tail = tail if wanted <= width else Content("")
    room = width - tail.cell_length - 2
    drawn = [(key, _piece(key)) for key in keys if key.place < _END]
    if sum(piece.cell_length + 2 for _, piece in drawn) - 2 > room:
        # Where not all fit, what is of no use now leaves its room to what is.
        drawn = [(key, piece) for key, piece in drawn if not key.off]
    pieces: list[Content] = []
    for _, piece in drawn:
        if piece.cell_length > room:
            break
        room -= piece.cell_length + 2
        pieces.append(piece)
    return render.columns(width, Content("  ").join(pieces), tail)


def _place(command: Command) -> int:
    if command.id == "app.help":
        return _END + 1
    return _END if command.name in WAYS_OUT else command.footer


@lru_cache(500)
def _piece(key: _Key) -> Content:
    styles = ("$text-disabled", "$text-disabled") if key.off else ("bold $text-primary", "")
    piece = render.join((key.name, styles[0]), " ", (key.label, styles[1]))
    return piece.stylize(Style.from_meta({"@click": f"app.reach({key.command!r})"}))
