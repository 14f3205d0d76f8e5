"""Two people wrote in the same place: yours, theirs, both, or a third version."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from workflow.languages import say
from workflow.summaries.model import OpenProposal
from workflow.summaries.proposallines import field_names
from workflow.summaries.proposals import versions_of
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.moments import written_moment
from workflow.tui.screens.base import Dialog
from workflow.tui.screens.dialogs import Prompt
from workflow.tui.widgets.bars import KeyBar


class DecideDialog(Dialog):
    """Answers (choice, words), or None for later."""

    CONTEXT = "decide"
    BINDINGS = bindings("decide")
    DEFAULT_CSS = """
    DecideDialog VerticalScroll { height: auto; max-height: 22; }
    """

    def __init__(
        self, proposal: OpenProposal, place: int, total: int, person: str, language: str
    ) -> None:
        super().__init__()
        self._proposal = proposal
        self._place, self._total = place, total
        self._person, self._language = person, language

    def compose(self) -> ComposeResult:
        """The three versions, with who and when."""
        proposal = self._proposal
        versions = versions_of(proposal)
        empty = say("tui.decide.none")
        when = written_moment(proposal.when)
        mine = proposal.author == self._person
        head = (
            say("tui.decide.yours", when=when)
            if mine
            else say("tui.decide.by", who=proposal.author or "–", when=when)
        )
        name = field_names(self._language)[proposal.field]
        rows = [
            render.label("tui.decide.words", field=name),
            render.line(""),
            render.line(head, "bold"),
            render.block(versions.mine or empty),
            render.line(""),
            render.line(say("tui.decide.shared"), "bold"),
            render.block(versions.shared or empty),
            render.line(""),
            render.line(say("tui.decide.original"), "$text-muted"),
            render.block(versions.base or empty),
        ]
        with Vertical(id="box") as box:
            box.border_title = render.line(
                say("tui.decide.title", n=self._place, total=self._total)
            )
            with VerticalScroll(can_focus=False):
                yield Static(render.lines(rows), id="words")
            yield KeyBar()

    def do_mine(self) -> None:
        """Take what is proposed."""
        self.dismiss(("mine", ""))

    def do_theirs(self) -> None:
        """Keep what stands there."""
        self.dismiss(("theirs", ""))

    def do_both(self) -> None:
        """Keep both side by side."""
        self.dismiss(("both", ""))

    def do_write(self) -> None:
        """Write a third version."""
        start = versions_of(self._proposal).mine or versions_of(self._proposal).shared

        def typed(words: str | None) -> None:
            if words and words.strip():
                self.dismiss(("words", words))

        title = say("tui.decide.write")
        self.app.push_screen(Prompt(title, say("tui.decide.write_words"), start), typed)
