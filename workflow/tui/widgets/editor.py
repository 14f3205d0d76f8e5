"""The summary's text: one sentence a line, evidence marks behind it."""

import re
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual import events, getters
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from workflow.languages import say
from workflow.summaries.edits import sentence_places
from workflow.summaries.model import Finding
from workflow.summaries.running import one_a_line, sentence_begun
from workflow.tui import render
from workflow.tui.commands import Commanded, bindings

if TYPE_CHECKING:
    from workflow.tui.app import DeskApp

_EVIDENCE = re.compile(r"\[s\d[s\d\s,–-]*\]")
_TAKEN = {"f6", "f7", "ctrl+e", "ctrl+f", "ctrl+c", "super+c"}
"""Keys of Textual's own text area that mean something else here."""


def _own_bindings() -> list[BindingType]:
    """Textual's bindings without the keys that are taken."""
    kept: list[BindingType] = []
    for binding in TextArea.BINDINGS:
        if not isinstance(binding, Binding):
            continue
        keys = [key for key in binding.key.split(",") if key not in _TAKEN]
        if keys:
            kept.append(Binding(",".join(keys), binding.action, binding.description, show=False))
    return kept


class SummaryEditor(Commanded, TextArea, inherit_bindings=False):
    """A text area whose every change, also by the program, can be undone."""

    if TYPE_CHECKING:
        app = getters.app(DeskApp)

    CONTEXT = "editor"
    BINDINGS: ClassVar[list[BindingType]] = [
        *_own_bindings(),
        Binding("ctrl+c", "copy", "copy", show=False),
        Binding("ctrl+home", "to_edge(-1)", "begin", show=False),
        Binding("ctrl+end", "to_edge(1)", "end", show=False),
        *bindings("editor"),
    ]
    DEFAULT_CSS = """
    SummaryEditor {
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $background;
        &:focus { border: none; }
        & .text-area--cursor-line { background: $boost; }
    }
    """

    class Wanted(Message):
        """A command that needs the screen: `leave`, `fix`, `show`, `external` or `find`."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(
            "",
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            placeholder=say("tui.editor.placeholder"),
        )
        self._quoted: frozenset[str] = frozenset()
        self._findings: tuple[Finding, ...] = ()
        self._sought = ""
        self._language = "nl"

    # Content

    def put(self, text: str) -> None:
        """Replace the whole text as one step that can be undone; the cursor keeps its line."""
        if text == self.text:
            return
        row, column = self.cursor_location
        end = (
            self.document.line_count - 1,
            len(self.document.get_line(self.document.line_count - 1)),
        )
        self.history.checkpoint()
        self.replace(text, (0, 0), end, maintain_selection_offset=False)
        self.history.checkpoint()
        row = min(row, self.document.line_count - 1)
        self.move_cursor((row, min(column, len(self.document.get_line(row)))))

    def start_with(self, text: str, language: str) -> None:
        """Show the text of another item, in its language; nothing before it can be undone."""
        self._language = language
        self.load_text(text)

    def insert_line(self, text: str) -> None:
        """Put a new line below the one with the cursor."""
        row = self.cursor_location[0]
        line = self.document.get_line(row)
        self.history.checkpoint()
        if line.strip():
            self.insert("\n" + text, (row, len(line)), maintain_selection_offset=False)
            row += 1
        else:
            self.insert(text, (row, 0), maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor((row, len(self.document.get_line(row))))

    def add_evidence(self, numbers: tuple[int, ...]) -> None:
        """Put evidence marks behind the line with the cursor, joined with those it has."""
        from workflow.summaries.itemfile import parse_evidence, render_evidence

        row = self.cursor_location[0]
        line = self.document.get_line(row)
        text, known = parse_evidence(line)
        marks = render_evidence(dict.fromkeys((*known, *numbers)))
        self.history.checkpoint()
        self.replace(f"{text} {marks}".strip(), (row, 0), (row, len(line)))
        self.history.checkpoint()

    @property
    def sentence_number(self) -> int:
        """Which sentence the cursor stands on, from 1; 0 in an empty text."""
        row, column = self.cursor_location
        places = sentence_places(self.text)
        # What stands before the first letter of a line belongs to its first sentence.
        firsts = dict(reversed(places))
        return sum(
            place <= (row, column) or (place[0] == row and place[1] == firsts[row])
            for place in places
        )

    def go_to(self, sentence: int, words: str = "") -> None:
        """Put the cursor on a sentence, at some words of it."""
        written = sentence_places(self.text)
        if 0 < sentence <= len(written):
            row, begin = written[sentence - 1]
            line = self.document.get_line(row)
            found = line.find(words, begin) if words else -1
            column = max(found, begin) if words else len(line)
            self.move_cursor((row, column), center=True)

    # Looks

    def mark(self, quoted: frozenset[str], findings: tuple[Finding, ...]) -> None:
        """Tell which sentences are quotations and which words are found wanting."""
        if (quoted, findings) != (self._quoted, self._findings):
            self._quoted, self._findings = quoted, findings
            self._line_cache.clear()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line with its marks; control characters as signs of the same length."""
        plain = self.document.get_line(line_index)
        line = Text("".join(render.visible(c)[:1] for c in plain), end="", no_wrap=True)
        text = _EVIDENCE.sub("", plain).strip()
        if text in self._quoted:
            line.stylize(Style(italic=True))
        for finding in self._findings:
            start = plain.find(finding.words) if finding.words else -1
            if start >= 0:
                line.stylize(
                    Style(underline=True, bold=finding.severity == "error"),
                    start,
                    start + len(finding.words),
                )
        for found in _EVIDENCE.finditer(plain):
            line.stylize(Style(dim=True), found.start(), found.end())
        return line

    # Events and commands

    def _replace_via_keyboard(
        self, insert: str, start: Location, end: Location
    ) -> EditResult | None:
        """Type; the first letter of a new sentence takes it to a line of its own."""
        result = super()._replace_via_keyboard(insert, start, end)
        row, column = self.cursor_location
        typed = self.document.get_line(row)[:column] if len(insert) == 1 else ""
        begins = sentence_begun(typed, self._language) if typed else None
        if begins:
            blank = len(typed[:begins].rstrip())
            # The step before is over, so that undoing takes back this alone.
            self.history.checkpoint()
            self.replace("\n", (row, blank), (row, begins))
            self.history.checkpoint()
        return result

    async def _on_paste(self, event: events.Paste) -> None:
        """Paste as clean text, and say so where something was taken out."""
        from workflow.text import one_line

        clean = "\n".join(one_line(line) for line in event.text.splitlines())
        if clean != event.text.rstrip("\n"):
            self.app.tell(say("tui.editor.pasted"))
        laid_out = one_a_line(clean, self._language)
        if laid_out != clean:
            self.app.tell(say("tui.editor.laid_out"))
            clean = laid_out
        await super()._on_paste(events.Paste(clean))
        event.stop()
        event.prevent_default()

    def action_to_edge(self, direction: int) -> None:
        """To the first or the last place of the text."""
        end = self.document.end
        self.move_cursor(end if direction > 0 else (0, 0))

    def _want(self, what: str) -> None:
        self.post_message(self.Wanted(what))

    def do_leave(self) -> None:
        """Leave the text, so that plain keys are commands again."""
        self._want("leave")

    def do_fix(self) -> None:
        """Mend the first finding that can be mended."""
        self._want("fix")

    def do_show(self) -> None:
        """Show the source of this line."""
        self._want("show")

    def do_external(self) -> None:
        """Edit in a program of one's own."""
        self._want("external")

    def do_find(self) -> None:
        """Find and replace."""
        self._want("find")

    def do_find_next(self) -> None:
        """The next place with the sought words."""
        if not self.seek(self._sought):
            self._want("find")

    def seek(self, words: str) -> bool:
        """Select the next place with the words, from the cursor on and around."""
        self._sought = words
        if not words:
            return False
        text = self.text.casefold()
        row, column = self.selection.end
        start = sum(len(line) + 1 for line in self.text.split("\n")[:row]) + column
        place = text.find(words.casefold(), start)
        if place < 0:
            place = text.find(words.casefold())
        if place < 0:
            return False
        before = self.text[:place]
        row = before.count("\n")
        column = place - (before.rfind("\n") + 1)
        self.move_cursor((row, column), center=True)
        self.move_cursor((row, column + len(words)), select=True)
        return True
