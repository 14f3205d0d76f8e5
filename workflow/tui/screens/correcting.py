"""A screen on which the structure of a report is seen and corrected before it is written."""

from collections.abc import Callable

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
        """Work out what would be written, and show it."""

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
