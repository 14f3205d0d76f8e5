"""One position in a form: actor and stance by a few letters, words, evidence."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static, TextArea

from workflow.languages import current, labels, say
from workflow.positions.actors import actor_name, find_actor
from workflow.positions.loading import load_lexicon
from workflow.report.model import Item
from workflow.summaries.model import Position
from workflow.summaries.typed import find_stance, sentence_numbers
from workflow.text import has_words, one_line
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.screens.base import Dialog
from workflow.tui.widgets.bars import KeyBar


class PositionForm(Dialog):
    """Answers the position as filled in, or None."""

    CONTEXT = "form"
    BINDINGS = bindings("form")
    DEFAULT_CSS = """
    PositionForm {
        TextArea, TextArea:focus { height: 4; border: none; padding: 0 1; background: $panel; }
        Label { color: $text-muted; width: 100%; height: auto; }
        #wrong { color: $text-error; height: auto; }
    }
    """

    def __init__(self, position: Position, item: Item, language: str) -> None:
        super().__init__()
        self._position = position
        self._item = item
        self._language = language
        self._stances = labels(current(), "common.stance")

    def compose(self) -> ComposeResult:
        """Four fields."""
        old = self._position
        names = list(load_lexicon(self._language).display.values())
        shown = old.name or (actor_name(old.actor, self._language) if old.actor else "")
        with Vertical(id="box") as box:
            box.border_title = render.label("tui.form.title")
            yield Label(render.label("tui.form.actor"))
            yield Input(
                one_line(shown), id="actor", suggester=SuggestFromList(names, case_sensitive=False)
            )
            yield Label(render.label("tui.form.stance", choices=", ".join(self._stances.values())))
            yield Input(
                self._stances[old.stance],
                id="stance",
                suggester=SuggestFromList(list(self._stances.values()), case_sensitive=False),
            )
            yield Label(render.label("tui.form.text"))
            yield TextArea(one_line(old.text), id="text", tab_behavior="focus", soft_wrap=True)
            yield Label(render.label("tui.form.evidence"))
            yield Input(" ".join(f"s{n}" for n in old.evidence), id="evidence")
            yield Static(id="wrong")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start with the actor, its name selected so that typing replaces it."""
        self.query_one("#actor", Input).focus()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        if event.input.id == "evidence":
            self.do_accept()
        else:
            suggestion = getattr(event.input, "_suggestion", "")
            if suggestion and suggestion.casefold().startswith(event.value.casefold()):
                event.input.value = suggestion
            self.focus_next()

    def do_accept(self) -> None:
        """Take the position, or say what is missing."""
        name = one_line(self.query_one("#actor", Input).value)
        stance = find_stance(self.query_one("#stance", Input).value, self._language)
        text = one_line(self.query_one("#text", TextArea).text)
        typed = self.query_one("#evidence", Input).value
        evidence = sentence_numbers(typed, self._item)
        wrong = ""
        if not name:
            wrong = say("tui.form.no_actor")
        elif stance is None:
            wrong = say("tui.form.no_stance", choices=", ".join(self._stances.values()))
        elif not text:
            wrong = say("tui.form.no_text")
        elif typed.strip() and not evidence:
            wrong = say("tui.form.no_evidence", n=len(self._item.sentences))
        if wrong:
            self.query_one("#wrong", Static).update(render.block(wrong))
            return
        assert stance is not None
        actor = find_actor(name, self._language)
        known = has_words(name, actor_name(actor, self._language)) if actor else False
        if not known and actor.startswith("derde:") and name == self._position.name:
            actor = self._position.actor
        self.dismiss(
            replace(
                self._position, actor=actor, name=name, stance=stance, text=text, evidence=evidence
            )
        )
