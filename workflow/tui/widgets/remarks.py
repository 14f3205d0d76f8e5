"""Remarks of colleagues: they follow their sentences and are resolved, never deleted."""

from textual.message import Message

from workflow.languages import say
from workflow.summaries import edits
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.model import Remark, SummarySentence
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.moments import written_moment
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList


class RemarksPane(RowList):
    """Rows are keyed by place and remark."""

    CONTEXT = "remarks"
    BINDINGS = bindings("remarks")
    DEFAULT_CSS = """
    RemarksPane { height: auto; max-height: 40%; }
    """

    class Toggled(Message):
        """The remark at this place is resolved, or open again."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    @property
    def evidence(self) -> tuple[int, ...]:
        """The source sentences of the remark under the cursor."""
        key = self.selected
        return key[1].evidence if isinstance(key, tuple) else ()

    def show_remarks(
        self, remarks: tuple[Remark, ...], sentences: tuple[SummarySentence, ...] = ()
    ) -> None:
        """Show other remarks, the open ones first, each with the sentence that it is on."""
        ordered = sorted(enumerate(remarks), key=lambda pair: pair[1].resolved)
        self.show([self._row(place, remark, sentences) for place, remark in ordered])
        self.display = bool(remarks)

    def _row(self, place: int, remark: Remark, sentences: tuple[SummarySentence, ...]) -> Row:
        state = say("summaries.state.resolved" if remark.resolved else "summaries.state.open")
        style = "$text-muted" if remark.resolved else ""
        body = render.join(
            (f"{remark.author or '–'}", "bold"),
            (f" {written_moment(remark.day)} ({state})  ", "$text-muted"),
            (render_evidence(remark.evidence).strip("[]"), "$text-muted"),
        )
        if number := edits.remarked(remark, sentences):
            sentence = say("tui.remarks.sentence", n=number)
            body = render.join(body, (f" · {sentence}", "$text-muted"))
        lead = render.line("✓ " if remark.resolved else "» ", "$text-accent")
        words = render.lines([body, render.line(remark.text, style)])
        return Row((place, remark), words, lead, wrap=True)

    def why_not(self, name: str) -> str:
        """There must be a remark."""
        if name == "resolve" and self.selected is None:
            return say("tui.remarks.none")
        return ""

    def do_choose(self) -> None:
        """Enter does not hand over while a remark has the keys."""
        self.do_resolve()

    def do_resolve(self) -> None:
        """Mark the remark as resolved, or as open again."""
        key = self.selected
        if isinstance(key, tuple):
            self.post_message(self.Toggled(int(key[0])))
