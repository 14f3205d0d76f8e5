"""The structure of a report that was brought in before: seen, corrected, written anew."""

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from workflow.languages import say
from workflow.report.model import Report
from workflow.tui import bringing, render
from workflow.tui.commands import bindings
from workflow.tui.screens.correcting import CorrectingScreen
from workflow.tui.widgets.preview import PreviewPane

if TYPE_CHECKING:
    from workflow.summaries.reissue import Reissue


class StructureScreen(CorrectingScreen):
    """Corrects the structure of a meeting's report. Answers the meeting's id, or None."""

    CONTEXT = "structure"
    BINDINGS = bindings("structure")

    def __init__(self, meeting: str) -> None:
        super().__init__()
        self._meeting = self._meeting_name = meeting
        self._plan: Reissue | None = None

    def compose_body(self) -> ComposeResult:
        """What would change, above the structure."""
        yield Static(id="recognised")
        yield PreviewPane(id="preview")

    def on_mount(self) -> None:
        """Read the report as it stands."""
        desk = self.app.desk
        self._meeting_name = desk.workspace.meeting(self._meeting).name
        self.title_bar(say("tui.structure.title"))
        self.app.jobs.start(
            self,
            lambda _: bringing.standing_report(desk, self._meeting),
            group="read",
            description=say("tui.structure.reading"),
            then=self._take,
        )

    def _take(self, report: Report) -> None:
        self._reports = [report]
        self.query_one(PreviewPane).focus()
        self.show_report()

    def show_report(self) -> None:
        """Show the report, and what the correction changes once that is worked out."""
        if self.corrected:
            desk, meeting, report = self.app.desk, self._meeting, self.report
            self.work_out(partial(bringing.plan_structure, desk, meeting, report))
        else:
            self.forget_plan()
            self.draw()

    def draw(self, problem: str = "") -> None:
        """Show the report, and what its correction changes."""
        title = say("tui.structure.title") + " · "
        self.title_bar(render.join((title, ""), (self._meeting_name, "bold")))
        words = render.line(say("tui.structure.unchanged"), "$text-muted")
        if problem:
            words = render.join(("✗ ", "$text-error"), problem)
        elif self._planning:
            words = render.line(say("tui.import.planning"), "$text-muted")
        elif self._plan:
            words = render.line(say("tui.structure.changes", n=len(self._plan.changes)))
            stale = [change.title for change in self._plan.changes if change.stale]
            if stale:
                warning = say("tui.structure.stale", items=", ".join(stale))
                words = render.lines([words, render.join(("! ", "$text-warning"), warning)])
        self.query_one("#recognised", Static).update(words)
        self.query_one(PreviewPane).show_report(self.report)
        self.refresh_keys()

    def why_not(self, name: str) -> str:
        """Something must have been corrected first."""
        if name == "write" and self._writing:
            return say("tui.structure.writing")
        if name == "write" and self._plan is None and not self._planning:
            return say("tui.structure.nothing_to_write")
        if name == "undo" and not self.corrected:
            return say("tui.item.nothing_to_undo")
        return ""

    def do_write(self) -> None:
        """Write the corrected structure."""
        plan, desk = self._plan, self.app.desk
        if plan is None or self._writing:
            if not self.write_later():
                self.tell(self.why_not("write"))
            return
        self.write(
            lambda: bringing.save_structure(desk, plan),
            say("tui.structure.writing"),
            say("tui.structure.done", n=len(plan.changes)),
        )

    def do_back(self) -> None:
        """Back to the board; what was not written is dropped."""
        self.dismiss(None)
