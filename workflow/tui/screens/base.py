"""What every screen has: a title, a body, a status line and the keys that matter."""

from typing import TYPE_CHECKING, Any

from textual import getters
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.screen import ModalScreen, Screen

from workflow.tui import render
from workflow.tui.commands import Commanded, bindings
from workflow.tui.widgets.bars import KeyBar, StatusLine, TitleBar

if TYPE_CHECKING:
    from workflow.tui.app import DeskApp

WIDE = 100
"""Columns from which source and work stand side by side."""


class ClosingOnce(Screen[Any]):
    """A screen that can be left once, whatever has been opened above it."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Leave with an answer.

        What stands above is left without one. A second answer, of a key that was typed before the
        first was done or of a job that ends late, would close the screen below.
        """
        if self not in self.app.screen_stack:
            return AwaitComplete()
        while self.app.screen is not self:
            self.app.screen.dismiss(None)
        return super().dismiss(result)


class DeskScreen(Commanded, ClosingOnce):
    """A full screen. Subclasses give the body and name their context."""

    if TYPE_CHECKING:
        app = getters.app(DeskApp)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as in Textual
    DEFAULT_CSS = """
    DeskScreen {
        layout: vertical;
        & > #body { height: 1fr; }
    }
    """

    def compose(self) -> ComposeResult:
        """Title, body, status and keys."""
        yield TitleBar()
        yield from self.compose_body()
        yield StatusLine()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """The panes of this screen."""
        yield from ()

    @property
    def wide(self) -> bool:
        """Whether there is room for two panes side by side."""
        return self.app.size.width >= WIDE

    def title_bar(self, left: Content | str, right: Content | str = "") -> None:
        """Say what one is looking at."""
        bar = self.query_one(TitleBar)
        bar.left = left if isinstance(left, Content) else render.line(left, "bold")
        bar.right = right if isinstance(right, Content) else render.line(right, "$text-muted")

    def tell(self, words: str) -> None:
        """A sentence on the status line."""
        self.query_one(StatusLine).message = words
        self.refresh_keys()

    def aside(self, content: Content) -> None:
        """What stands at the right of the status line."""
        self.query_one(StatusLine).aside = content

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self.refresh_keys()

    def changed_outside(self) -> None:
        """Files were changed by another program; screens that show them read them again."""

    def refresh_keys(self) -> None:
        """Draw the footer anew, after something has become possible or impossible."""
        for bar in self.query(KeyBar):
            bar.refresh()

    def watch_focused(self) -> None:
        """The keys that matter depend on the pane that has the keys."""
        self.refresh_keys()

    def do_back(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


class Dialog(Commanded, ClosingOnce, ModalScreen[Any]):
    """A question or a message over the screen."""

    if TYPE_CHECKING:
        app = getters.app(DeskApp)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as in Textual
    # A dialog keeps the keys of the application away, but help is wanted here too.
    BINDINGS = bindings("app", "help")
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        &.-narrow > #box { width: 96%; }
        & > #box {
            width: 80%;
            max-width: 96;
            height: auto;
            max-height: 90%;
            background: $surface;
            border: round $primary;
            padding: 0 1;
        }
        VerticalScroll { height: auto; max-height: 70vh; }
        #words { height: auto; width: 100%; margin: 1 0; }
        VerticalScroll #words { margin-bottom: 0; }
        KeyBar { margin-top: 1; }
    }
    """

    def do_help(self) -> None:
        """Explain the dialog."""
        self.app.do_help()

    def do_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def watch_focused(self) -> None:
        """Draw the keys of the pane that has them."""
        for bar in self.query(KeyBar):
            bar.refresh()
