"""Messages, questions, one line of text, and a choice by typing a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.text import ascii_fold, has_words
from workflow.tui import render
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.screens.base import Dialog
from workflow.tui.widgets.bars import KeyBar
from workflow.tui.widgets.prose import HangingText
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList


class MessageDialog(Dialog):
    """One sentence that must not be missed; it can be copied."""

    CONTEXT = "dialog"
    BINDINGS = bindings("dialog")

    def __init__(self, title: str, message: str) -> None:
        super().__init__()
        self._title = title
        self.message = message

    def compose(self) -> ComposeResult:
        """Title, message and keys."""
        with Vertical(id="box") as box:
            box.border_title = render.line(self._title)
            with VerticalScroll(can_focus=False):
                yield HangingText(render.block(self.message), id="words")
            yield KeyBar()

    def do_copy(self) -> None:
        """Copy the message."""
        copy(self.app, self.message)


class Question(Dialog):
    """A choice between two ways on, or neither. Answers True, False or None."""

    CONTEXT = "question"
    BINDINGS = bindings("question")

    def __init__(self, title: str, body: Content, yes: str, no: str) -> None:
        super().__init__()
        self._title = title
        self._body = body
        self._answers = (yes, no)

    def compose(self) -> ComposeResult:
        """The question and the keys of its answers."""
        with Vertical(id="box") as box:
            box.border_title = render.line(self._title)
            with VerticalScroll():
                yield HangingText(self._body, id="words")
            yield KeyBar()

    def label_now(self, name: str) -> str:
        """What each key answers here."""
        yes, no = self._answers
        return {"yes": yes, "no": no, "close": say("tui.later")}.get(name, "")

    def do_yes(self) -> None:
        """The first answer."""
        self.dismiss(True)

    def do_no(self) -> None:
        """The second answer."""
        self.dismiss(False)


class Prompt(Dialog):
    """One line of text. Answers the text, or None.

    `check` raises WorkflowError for a text that is no answer: the field stays open with what was
    typed, and says why.
    """

    CONTEXT = "field"
    BINDINGS = bindings("field")
    DEFAULT_CSS = "Prompt #wrong { color: $text-error; height: auto; display: none; }"

    def __init__(
        self,
        title: str,
        words: str = "",
        value: str = "",
        check: Callable[[str], object] = str,
    ) -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._value = value
        self._check = check

    def compose(self) -> ComposeResult:
        """What is asked, and the field."""
        with Vertical(id="box") as box:
            box.border_title = render.line(self._title)
            if self._words:
                yield HangingText(render.block(self._words), id="words")
            yield Input(render.one_line(self._value))
            yield Static(id="wrong")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start typing at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def do_accept(self) -> None:
        """Take the text, or say what is wrong with it."""
        words = self.query_one(Input).value
        try:
            self._check(words)
        except WorkflowError as error:
            wrong = self.query_one("#wrong", Static)
            wrong.update(render.block(str(error)))
            wrong.display = True
            return
        self.dismiss(words)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a `Picker`."""

    value: object
    """None for words that are no answer but say why what was typed is none."""
    words: str
    """What is searched."""
    aside: str = ""
    enabled: bool = True
    group: str = ""
    """Under which heading it stands as long as nothing is typed."""


_FEW = 150
"""Choices that may take more lines than one; more would be slow to lay out at every letter."""


def _shown(choice: Choice, width: int, *, wrap: bool) -> Content:
    words = render.line(choice.words, "" if choice.enabled else "$text-disabled")
    return render.columns(width, words, render.line(choice.aside, "$text-muted"), wrap=wrap)


class Picker(Dialog):
    """A choice by typing a few letters. Answers the value, or None.

    `free` makes an answer of a text that is not in the list.
    """

    CONTEXT = "field"
    BINDINGS = bindings("field")
    DEFAULT_CSS = """
    Picker RowList { height: auto; min-height: 1; max-height: 14; background: $surface; }
    Picker #box { height: auto; }
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        select: object = None,
        free: Callable[[str], Choice | None] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._select = select
        self._free = free

    def compose(self) -> ComposeResult:
        """The field and what fits what was typed."""
        with Vertical(id="box") as box:
            box.border_title = render.line(self._title)
            yield Input(placeholder=say("tui.pick"))
            yield RowList(id="choices", empty=render.label("tui.no_match", "$text-muted"))
            yield KeyBar()

    def on_mount(self) -> None:
        """Show everything, the present value under the cursor."""
        self.query_one(RowList).can_focus = False
        self._show("")
        self.query_one(Input).focus()

    def _show(self, wanted: str) -> None:
        found = [choice for choice in self._choices if has_words(wanted, choice.words)]
        found.sort(
            key=lambda choice: (
                not ascii_fold(choice.words).casefold().startswith(ascii_fold(wanted).casefold())
            )
        )
        extra = self._free(wanted) if self._free and wanted.strip() else None
        self._found = [*found, *([extra] if extra else [])]
        rows: list[Row] = []
        wrap = len(self._found) <= _FEW
        group = ""
        for index, choice in enumerate(self._found):
            if not wanted and choice.group != group:
                group = choice.group
                rows.append(Row(("group", group), render.line(group, "bold"), enabled=False))
            rows.append(Row(index, partial(_shown, choice, wrap=wrap), wrap=wrap))
        listing = self.query_one(RowList)
        start = next((n for n, c in enumerate(self._found) if c.value == self._select), 0)
        listing.show(rows, select=0 if wanted else start)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the list while one types."""
        listing = self.query_one(RowList)
        moves = {
            "up": listing.do_up,
            "down": listing.do_down,
            "pageup": listing.do_page_up,
            "pagedown": listing.do_page_down,
        }
        move = moves.get(event.key)
        if move:
            move()
            event.stop()
            event.prevent_default()

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def do_accept(self) -> None:
        """Take what is under the cursor."""
        index = self.query_one(RowList).selected
        if not isinstance(index, int) or index >= len(self._found):
            return
        if self._found[index].value is not None:
            self.dismiss(self._found[index].value)
