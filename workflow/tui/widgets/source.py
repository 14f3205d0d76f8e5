"""The source: the report's own sentences, numbered, with marks for evidence."""

from textual.content import Content
from textual.message import Message

from workflow.languages import say
from workflow.report.model import Item
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

LOOK = 0.5
"""Seconds between two looks at what is in sight."""


class SourcePane(RowList):
    """Sentences and notes of one item. Rows are keyed by sentence number, notes by their mark."""

    CONTEXT = "source"
    BINDINGS = bindings("source")
    DEFAULT_CSS = """
    SourcePane { width: 1fr; height: 1fr; }
    """

    class Picked(Message):
        """The picked sentences have changed."""

        def __init__(self, numbers: tuple[int, ...]) -> None:
            super().__init__()
            self.numbers = numbers

    class Wanted(Message):
        """What to do with the picked sentences: `position`, `insert`, `evidence`, `learn`, `on`."""

        def __init__(self, what: str, numbers: tuple[int, ...]) -> None:
            super().__init__()
            self.what = what
            self.numbers = numbers

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id)
        self._item: Item | None = None
        self._picked: set[int] = set()
        self._used: frozenset[int] = frozenset()
        self._remarked: set[int] = set()
        self.writing = False
        """Whether the summary is being written beside it."""
        self.looked: set[int] = set()
        """Numbers of the sentences that have been in sight for a moment."""

    @property
    def picked(self) -> tuple[int, ...]:
        """Numbers of the picked sentences; without any, the one under the cursor."""
        if self._picked:
            return tuple(sorted(self._picked))
        return (self.selected,) if isinstance(self.selected, int) else ()

    def show_item(self, item: Item) -> None:
        """Show the sentences of an item; what was in sight stays so where they are the same."""
        another = self._item is None or self._item.sentences != item.sentences
        if another:
            self.looked = set()
        self._item = item
        self._picked = set()
        rows: list[Row] = []
        size = len(str(len(item.sentences))) + 1
        if item.treatment:
            rows.append(
                Row("treatment", render.line(item.treatment, "italic"), wrap=True, enabled=False)
            )
        paragraph = 0
        for sentence in item.sentences:
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                rows.append(Row(("gap", paragraph), Content(""), enabled=False))
            rows.append(
                Row(
                    sentence.number,
                    render.line(sentence.text),
                    Content(f"s{sentence.number}".ljust(size) + " "),
                    wrap=True,
                )
            )
        if item.footnotes:
            rows.append(Row(("gap", -1), Content(""), enabled=False))
        for note in item.footnotes:
            where = f"s{note.sentence}" if note.sentence else say("tui.source.at_title")
            text = render.join(
                (f"{note.mark} ", "$text-accent"),
                (note.text, "$text-muted"),
                (f" ({where})", "$text-muted"),
            )
            rows.append(Row(("note", note.mark), text, wrap=True))
        self.show(rows)
        if another:
            self.do_first()

    def on_mount(self) -> None:
        """Notice what has been in sight."""
        self.set_interval(LOOK, self._look)

    def _look(self) -> None:
        if not self.is_on_screen or not self.size.height:
            return
        top = round(self.scroll_offset.y)
        for line in range(top, top + self.size.height):
            place = self._at(line)
            if place >= len(self.rows):
                break
            key = self.rows[place].key
            if isinstance(key, int):
                self.looked.add(key)

    def remark(self, numbers: set[int]) -> None:
        """Tell on which sentences a colleague made a remark."""
        self._remarked = numbers
        self.redraw()

    def use(self, numbers: frozenset[int]) -> None:
        """Tell which sentences already stand behind something that staff wrote."""
        if numbers != self._used:
            self._used = numbers
            self.redraw()

    def lead(self, row: Row, lit: bool) -> Content:
        """Number and marks: picked, evidence of the selection, or already used."""
        if not isinstance(row.key, int):
            return row.lead
        if row.key in self._picked:
            mark, style = "●", "bold $text-accent"
        elif row.key in self._remarked:
            mark, style = "»", "bold $text-accent"
        elif row.key in self._used:
            mark, style = "·", "$text-muted"
        else:
            mark, style = " ", "$text-muted"
        style = "bold $text-primary" if lit else style
        return render.join((row.lead.plain.rstrip(" "), style)).pad_right(
            row.lead.cell_length - len(row.lead.plain.rstrip(" "))
        ) + Content.styled(mark + " ", style)

    def hides(self, name: str) -> bool:
        """While the summary is written, its evidence is what the sentences are for."""
        return name == ("add_position" if self.writing else "evidence")

    def do_mark(self) -> None:
        """Pick or let go of the sentence under the cursor, and go to the next."""
        if isinstance(self.selected, int):
            self._picked ^= {self.selected}
            self.redraw()
            self.post_message(self.Picked(self.picked))
            self.do_down()

    def clear(self) -> None:
        """Let go of all picked sentences."""
        self._picked = set()
        self.redraw()

    def do_add_position(self) -> None:
        """Make a position of the picked sentences."""
        self.post_message(self.Wanted("position", self.picked))

    def do_insert(self) -> None:
        """Put the picked sentences into the summary."""
        self.post_message(self.Wanted("insert", self.picked))

    def do_evidence(self) -> None:
        """Put the picked sentences behind the line of the summary that was last worked on."""
        self.post_message(self.Wanted("evidence", self.picked))

    def do_learn(self) -> None:
        """Tell what a word of the sentence means that was not understood."""
        if isinstance(self.selected, int):
            self.post_message(self.Wanted("learn", (self.selected,)))

    def do_on(self) -> None:
        """On to the next step."""
        self.post_message(self.Wanted("on", self.picked))
