"""The briefing: a preview, choices, warnings in words, then the file and the e-mail draft."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from workflow.languages import say
from workflow.tui import render
from workflow.tui.answers import Made, Preview
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Prompt
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.rows import Row, RowList


class ExportScreen(DeskScreen):
    """Rows of the choices are keyed by their name."""

    CONTEXT = "export"
    BINDINGS = bindings("export")

    def __init__(self, meeting: str) -> None:
        super().__init__()
        self._meeting = meeting
        self._approved = False
        self._preview: Preview | None = None
        self._made: Path | None = None
        self._mail: Path | None = None
        self._notices: tuple[str, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Preview and choices."""
        with Horizontal(id="export"):
            yield Prose(id="preview_text")
            with Vertical(id="choices_side"):
                yield RowList(id="choices")
                yield Static(id="warnings")

    def on_mount(self) -> None:
        """Compose a first preview."""
        name = self.app.desk.workspace.meeting(self._meeting).name
        self.title_bar(render.join((say("tui.export.title") + " · ", ""), (name, "bold")))
        self.query_one("#choices").focus()
        self.load()

    def load(self) -> None:
        """Compose the preview."""
        desk, meeting, approved = self.app.desk, self._meeting, self._approved
        self.app.jobs.start(
            self,
            lambda _: desk.preview(meeting, approved_only=approved),
            group="preview",
            description=say("tui.export.composing"),
            git=True,
            then=self._take,
        )
        self._show()

    def _take(self, preview: Preview) -> None:
        self._preview = preview
        self.query_one("#preview_text", Prose).show(render.block(preview.text))
        self._show()

    def _show(self) -> None:
        yes, no = say("tui.yes"), say("tui.no")
        rows = [
            self._row("approved", yes if self._approved else no),
            self._row("make", "✓" if self._made else ""),
            self._row("mail", "✓" if self._mail else ""),
        ]
        self.query_one("#choices", RowList).show(rows, select=None)
        if self._made is None and self._preview is None:
            self.query_one("#choices", RowList).select("make")
        parts: list[Content] = []
        for warning in (*(self._preview.warnings if self._preview else ()), *self._notices):
            parts.append(render.join(("! ", "$text-warning"), warning))
        for path in (self._made, self._mail):
            if path is not None:
                shown = path.relative_to(self.app.desk.root)
                parts.append(render.join(("✓ ", "$text-success"), shown.as_posix()))
        self.query_one("#warnings", Static).update(render.lines(parts))
        self.refresh_keys()

    def _row(self, name: str, aside: str) -> Row:
        words = say(f"tui.export.choice_{name}")

        def body(width: int) -> Content:
            return render.columns(width, render.line(words), render.line(aside, "bold"))

        return Row(name, body)

    # Commands

    def why_not(self, name: str) -> str:
        """A file must be there before it can be opened or mailed."""
        if name in ("make", "mail") and self._preview is None:
            return say("tui.export.composing")
        if name in ("open", "copy_path") and self._made is None:
            return say("tui.export.make_first")
        return ""

    @on(RowList.Chosen, "#choices")
    def _chosen(self, event: RowList.Chosen) -> None:
        name = str(event.key)
        reason = self.why_not(name)
        if reason:
            self.tell(reason)
        else:
            getattr(self, f"do_{name}")()

    def do_approved(self) -> None:
        """All items, or only the approved ones."""
        self._approved = not self._approved
        self.load()

    def do_make(self) -> None:
        """Write the Word document."""
        desk, meeting, approved = self.app.desk, self._meeting, self._approved

        def made(found: Made) -> None:
            self._made = found.path
            self._notices = found.notices
            self._show()
            self.tell(say("tui.export.made", path=found.path))

        self.app.jobs.start(
            self,
            lambda _: desk.export(meeting, approved_only=approved),
            group="export",
            description=say("tui.export.writing"),
            git=True,
            writes=True,
            then=made,
        )

    def do_open(self) -> None:
        """Open the document with the system's own program."""
        from workflow.tui.external import open_file

        if self._made is not None:
            open_file(self.app, self._made)

    def do_copy_path(self) -> None:
        """Copy the path of the document."""
        if self._made is not None:
            copy(self.app, str(self._made))

    def do_mail(self) -> None:
        """Make an e-mail draft with the document attached."""
        lists = ", ".join(self.app.desk.workspace.settings.recipients)
        words = say("tui.export.to_words") + (
            " " + say("tui.export.to_lists", lists=lists) if lists else ""
        )

        def typed(to: str | None) -> None:
            if to is None or not to.strip():
                return
            desk, meeting = self.app.desk, self._meeting
            approved = self._approved

            def made(found: Made) -> None:
                self._mail = found.path
                self._notices = found.notices
                self._show()
                self.tell(say("tui.export.mailed", path=found.path))

            self.app.jobs.start(
                self,
                lambda _: desk.mail(meeting, to, approved_only=approved),
                group="export",
                description=say("tui.export.writing"),
                git=True,
                writes=True,
                then=made,
            )

        self.app.push_screen(Prompt(say("tui.export.to"), words), typed)
