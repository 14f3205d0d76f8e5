"""A screen on which the structure of a report is seen and corrected before it is written."""

from collections.abc import Callable
from typing import Any

from textual import on

from workflow.languages import say
from workflow.report import corrections
from workflow.report.model import Report
from workflow.text import one_line
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Prompt
from workflow.tui.widgets.preview import PreviewPane


class CorrectingScreen(DeskScreen):
    """Holds the report with every step of its correction. Subclasses show and write it."""

    def __init__(self) -> None:
        super().__init__()
        self._reports: list[Report] = []
        self._plan: Any = None
        self._planning = False
        self._go_on = False
        """Whether to write as soon as the plan is there."""
        self._writing = False

    @property
    def report(self) -> Report:
        """The report as it stands, corrections included."""
        return self._reports[-1]

    @property
    def corrected(self) -> bool:
        """Whether anything was corrected."""
        return len(self._reports) > 1

    def show_report(self) -> None:
        """Show the report, and what would be written once that is worked out."""

    def draw(self, problem: str = "") -> None:
        """Show the report as it stands, and the plan or what is wrong with it."""

    def work_out(self, plan: Callable[[], object]) -> None:
        """Show what is there, and then what `plan` answers or the error that it raises."""

        def planned(found: object) -> None:
            self._plan, self._planning = found, False
            self.draw()
            if self._go_on:
                self._go_on = False
                self.do_write()

        def failed(error: Exception) -> None:
            self._planning = self._go_on = False
            self.draw(self.app.words_of(error))

        self.forget_plan()
        self._planning = True
        self.draw()
        self.app.jobs.start(self, lambda _: plan(), group="plan", then=planned, failed=failed)

    def forget_plan(self) -> None:
        """There is nothing to write any more, or not yet."""
        self.app.jobs.stop("plan")
        self._plan = None
        self._planning = self._go_on = False

    def write_later(self) -> bool:
        """Write once it is worked out what; False where nothing is being worked out."""
        self._go_on = self._planning
        return self._go_on

    def hides(self, name: str) -> bool:
        """Where Enter writes, the footer need not name another key for it."""
        if name == "undo":
            return not self.corrected
        return name == "write" and isinstance(self.focused, PreviewPane)

    def do_write(self) -> None:
        """Write what is shown."""

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        if self._reports:
            self.show_report()
        super().speak()

    def write(self, work: Callable[[], str], description: str, told: str) -> None:
        """Let `work` write and answer the meeting's id; then say `told` and go back."""
        app = self.app
        self._writing = True

        def done(meeting: str) -> None:
            self.dismiss(meeting)
            app.tell(told)

        def failed(error: Exception) -> None:
            self._writing = False
            app.show_error(error)

        app.jobs.start(
            self,
            lambda _: work(),
            group="import",
            description=description,
            git=True,
            writes=True,
            then=done,
            failed=failed,
        )

    def correct(self, report: Report) -> None:
        """Take a corrected report, and show it."""
        self.query_one(PreviewPane).note_place()
        self._reports.append(report)
        self.show_report()

    @on(PreviewPane.Wanted)
    def _preview_wanted(self, event: PreviewPane.Wanted) -> None:
        if event.what == "write":
            self.do_write()
        elif event.report is not None:
            self.correct(event.report)
        elif event.what == "rename" and event.place is not None:
            self._rename(event.place)
        elif event.what == "part" and event.place is not None:
            self._begin_part(event.place)

    def _rename(self, place: corrections.Place) -> None:
        shown = self.query_one(PreviewPane).report
        old = corrections.item_at(shown, place)

        def typed(words: str | None) -> None:
            if not words or not one_line(words):
                return
            number, _, title = one_line(words).partition(" ")
            if not number.rstrip(".").isalnum() or not any(c.isdigit() for c in number):
                number, title = old.number, one_line(words)
            self.correct(corrections.rename(shown, place, number.rstrip("."), title))

        value = f"{old.number} {old.title}".strip()
        self.app.push_screen(
            Prompt(say("tui.import.rename"), say("tui.import.rename_words"), value), typed
        )

    def _begin_part(self, place: corrections.Place) -> None:
        shown = self.query_one(PreviewPane).report

        def typed(words: str | None) -> None:
            if words and one_line(words):
                self.correct(corrections.begin_part(shown, place, one_line(words)))

        self.app.push_screen(
            Prompt(say("tui.import.part_title"), say("tui.import.part_words")), typed
        )

    def do_undo(self) -> None:
        """Take back the last correction; the cursor goes back to where it was made."""
        self._reports.pop()
        self.query_one(PreviewPane).went_back()
        self.show_report()
