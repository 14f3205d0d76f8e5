"""A word that was not understood: what it is, told by a name or a stance."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from workflow.languages import labels
from workflow.positions.house import house_lexicon
from workflow.summaries.typed import find_stance
from workflow.text import one_line
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.screens.base import Dialog
from workflow.tui.widgets.bars import KeyBar


class WordForm(Dialog):
    """Answers the word, its stance and its actor (one of them empty), or None."""

    CONTEXT = "form"
    BINDINGS = bindings("form")
    DEFAULT_CSS = """
    WordForm {
        Label { color: $text-muted; width: 100%; height: auto; }
        #sentence { height: auto; max-height: 6; margin-bottom: 1; }
    }
    """

    def __init__(self, sentence: str, word: str, language: str) -> None:
        super().__init__()
        self._sentence = sentence
        self._word = word
        self._language = language
        self._stances = labels(language, "common.stance")

    def compose(self) -> ComposeResult:
        """The sentence, the word and what it means."""
        names = [*self._stances.values(), *house_lexicon(self._language).display.values()]
        with Vertical(id="box") as box:
            box.border_title = render.label("tui.word.title")
            yield Static(render.block(self._sentence), id="sentence")
            yield Label(render.label("tui.word.word"))
            yield Input(one_line(self._word), id="word")
            stances = ", ".join(self._stances.values())
            yield Label(render.label("tui.word.meaning", choices=stances))
            yield Input(id="meaning", suggester=SuggestFromList(names, case_sensitive=False))
            yield KeyBar()

    def on_mount(self) -> None:
        """Start with the word."""
        self.query_one("#word", Input).focus()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        if event.input.id == "meaning":
            self.do_accept()
        else:
            self.focus_next()

    def do_accept(self) -> None:
        """Take the word."""
        word = one_line(self.query_one("#word", Input).value)
        meaning = one_line(self.query_one("#meaning", Input).value)
        stance = find_stance(meaning, self._language) if meaning else None
        if word:
            self.dismiss((word, stance or "", "" if stance else meaning))
        else:
            self.query_one("#word", Input).focus()
