"""Find and replace in the summary's text."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from workflow.languages import say
from workflow.text import one_line
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.screens.base import Dialog
from workflow.tui.widgets.bars import KeyBar


class FindDialog(Dialog):
    """Answers (words, replacement, whether to replace all), or None."""

    CONTEXT = "find"
    BINDINGS = bindings("find")
    DEFAULT_CSS = """
    FindDialog Label { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Two fields."""
        with Vertical(id="box") as box:
            box.border_title = render.label("tui.find.title")
            yield Label(render.label("tui.find.words"))
            yield Input(one_line(self._words), id="words_sought")
            yield Label(render.label("tui.find.replacement"))
            yield Input(id="replacement")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start with the words."""
        self.query_one("#words_sought", Input).focus()

    def _answer(self, replace_all: bool) -> None:
        words = self.query_one("#words_sought", Input).value
        if words:
            self.dismiss((words, self.query_one("#replacement", Input).value, replace_all))

    def why_not(self, name: str) -> str:
        """Something must be typed first."""
        if name in ("accept", "replace_all") and not self.query_one("#words_sought", Input).value:
            return say("tui.find.nothing")
        return ""

    @on(Input.Submitted)
    def do_accept(self) -> None:
        """Go to the next place."""
        self._answer(False)

    def do_replace_all(self) -> None:
        """Replace everywhere."""
        self._answer(True)
