"""The suggested summary: whole source sentences, to take over or to leave."""

from textual.message import Message

from workflow.languages import say
from workflow.positions.model import Draft
from workflow.report.model import Item
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList


class DraftPane(RowList):
    """Rows are keyed by sentence number."""

    CONTEXT = "draft"
    BINDINGS = bindings("draft")
    DEFAULT_CSS = """
    DraftPane { height: 1fr; }
    """

    class Wanted(Message):
        """A command: `accept_all`, `accept` (with the sentence) or `write`."""

        def __init__(self, what: str, number: int = 0) -> None:
            super().__init__()
            self.what = what
            self.number = number

    def show_draft(self, item: Item, draft: Draft) -> None:
        """Show the proposal, and what with a position was left out of it."""
        size = len(str(len(item.sentences))) + 1
        chosen = [s for n in draft.sentences if (s := item.sentence(n))]
        words = sum(len(sentence.text.split()) for sentence in chosen)
        head = say("tui.draft.title", n=len(chosen), words=words)
        rows = [Row("head", render.line(head, "$text-warning"), wrap=True, enabled=False)]
        for sentence in chosen:
            lead = render.line(f"s{sentence.number}".ljust(size) + " ", "$text-muted")
            rows.append(Row(sentence.number, render.line(sentence.text), lead, wrap=True))
        left = [s for n in draft.left_out if (s := item.sentence(n))]
        if left:
            rows.append(
                Row(
                    "left",
                    render.label("tui.draft.left_out", "$text-muted"),
                    enabled=False,
                    wrap=True,
                )
            )
        for sentence in left:
            lead = render.line(f"s{sentence.number}".ljust(size) + " ", "$text-muted")
            rows.append(Row(sentence.number, render.line(sentence.text, "$text-muted"), lead))
        self.show(rows)

    def do_choose(self) -> None:
        """Enter starts writing."""
        self.do_write()

    def do_accept_all(self) -> None:
        """Take the whole proposal over."""
        self.post_message(self.Wanted("accept_all"))

    def do_accept(self) -> None:
        """Take this sentence over."""
        number = self.selected
        self.post_message(self.Wanted("accept", number if isinstance(number, int) else 0))

    def do_write(self) -> None:
        """Write oneself."""
        self.post_message(self.Wanted("write"))
