"""Bringing a report in: nothing is written before it is seen."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from workflow.errors import WorkflowError
from workflow.languages import format_dates, say
from workflow.report.model import Report
from workflow.summaries.meetings import council_slug
from workflow.summaries.typed import days_of
from workflow.text import one_line
from workflow.tui import bringing, render
from workflow.tui.commands import bindings
from workflow.tui.screens.correcting import CorrectingScreen
from workflow.tui.screens.dialogs import Choice, Picker, Prompt
from workflow.tui.widgets.files import FilePane
from workflow.tui.widgets.preview import PreviewPane

if TYPE_CHECKING:
    from workflow.summaries.importing import NewMeeting
    from workflow.summaries.reissue import Reissue

_FIRST = ("/", "~", "\\", ".")
"""What a path can begin with, and no letter that is a command."""


def typed_path(text: str) -> Path:
    """The path that somebody typed or pasted, perhaps in quotation marks or behind a slash."""
    text = re.sub(r"^/+(?=/|~/|[A-Za-z]:[\\/])", "", one_line(text).strip("\"'"))
    return Path(text or ".").expanduser()


class ImportScreen(CorrectingScreen):
    """First a file, then what was found in it. Answers the id of the new meeting, or None."""

    CONTEXT = "import"
    BINDINGS = bindings("import")

    def __init__(self, start: str = "") -> None:
        super().__init__()
        self._start = start
        self._path: Path | None = None
        self._council = ""
        self._days: tuple[date, ...] = ()
        self._plan: NewMeeting | Reissue | None = None
        self._problem = ""
        """Why what is shown cannot be brought in."""

    def compose_body(self) -> ComposeResult:
        """The path, the files, and later the preview."""
        yield Input(placeholder=say("tui.import.path"), id="path", select_on_focus=False)
        yield Static(render.label("tui.import.hint", "$text-muted"), id="import-hint")
        yield FilePane(id="files")
        with Vertical(id="found"):
            yield Static(id="recognised")
            yield PreviewPane(id="preview")

    def on_mount(self) -> None:
        """Start where the user last was."""
        self.app.apart.wake()
        self.title_bar(say("tui.import.title"))
        self.query_one("#found").display = False
        start = Path(self._start or self.app.desk.last_folder())
        files = self.query_one(FilePane)
        files.go(start if start.is_dir() else Path.home())
        files.focus()

    @on(FilePane.FolderShown)
    def _folder(self, event: FilePane.FolderShown) -> None:
        if event.problem:
            self.tell(event.problem)
            return
        field = self.query_one("#path", Input)
        field.value = str(event.path)
        field.cursor_position = len(field.value)
        desk, pane = self.app.desk, self.query_one(FilePane)
        files = pane.files

        def mark(known: Mapping[Path, str]) -> None:
            if pane.files == files:
                pane.mark(known)

        self.app.jobs.start(
            self,
            lambda _: bringing.imported_before(desk, files),
            group="known",
            then=mark,
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    @on(Input.Submitted, "#path")
    def _path_typed(self) -> None:
        self.do_open()

    def on_key(self, event: events.Key) -> None:
        """A path may be typed from its first character, also while one is in the list."""
        if event.character in _FIRST and self.query_one(FilePane).has_focus:
            event.stop()
            event.prevent_default()
            self._type_path(event.character or "")

    def _type_path(self, begun: str) -> None:
        self.tell("")
        field = self.query_one("#path", Input)
        field.value = begun
        field.focus()
        field.cursor_position = len(begun)

    def on_paste(self, event: events.Paste) -> None:
        """A path pasted, or a file dragged onto the terminal, goes where paths are typed."""
        if not self._reports:
            event.stop()
            self._type_path(one_line(event.text))

    @on(FilePane.FileChosen)
    def _file_chosen(self, event: FilePane.FileChosen) -> None:
        self._read(event.path)

    # Reading

    def _read(self, path: Path) -> None:
        self._path = path
        self.app.jobs.start(
            self,
            self.app.apart.job(bringing.read, path),
            group="read",
            description=say("tui.import.reading", name=path.name),
            then=self._take,
        )

    def _take(self, report: Report) -> None:
        self._reports = [report]
        self._council, self._days = "", ()
        self.tell("")
        self.app.desk.remember_folder(self._path.parent if self._path else Path())
        self.query_one("#path").display = False
        self.query_one("#files").display = False
        self.query_one("#import-hint").display = False
        self.query_one("#found").display = True
        self.query_one(PreviewPane).focus()
        self.show_report()
        if report.items():
            self._ask_missing()

    def _ask_missing(self) -> bool:
        """Ask for what the report does not say and nobody said yet."""
        if not (self._council or self.report.council):
            self.do_council()
        elif not (self._days or self.report.dates):
            self.do_date()
        else:
            return False
        return True

    def show_report(self) -> None:
        """Show the report, and what the import would make once that is worked out."""
        assert self._path is not None
        desk, path, council = self.app.desk, self._path, self._council
        report = replace(self.report, dates=self._days or self.report.dates)
        if missing := self._missing():
            self.forget_plan()
            self.draw(missing)
            return
        self.work_out(partial(bringing.plan, desk, report, path, council, corrected=self.corrected))

    def _missing(self) -> str:
        """What has to be said before the report can be brought in, and with which key."""
        if not self.report.items():
            return ""
        if not (self._council or self.report.council):
            return say("tui.import.council_missing")
        return "" if self._days or self.report.dates else say("tui.import.date_missing")

    def draw(self, problem: str = "") -> None:
        """Show the report, and whether it can be brought in."""
        assert self._path is not None
        report = self._plan.report if self._plan else self.report
        council = self._council.upper() or report.council or say("tui.import.no_council")
        days = format_dates(self._days or report.dates) or say("tui.import.no_date")
        language = say(f"tui.import.language_{report.language}")
        facts = " · ".join([f"{council}, {days}", language])
        self.title_bar(
            render.join((say("tui.import.title") + " · ", ""), (self._path.name, "bold"))
        )
        known: Content = render.join((say("tui.import.recognised") + " ", "$text-muted"), facts)
        if whose := bringing.whose_words(self.app.desk, report):
            known = render.lines([known, render.line(whose, "$text-muted")])
        if problem:
            known = render.lines([known, render.join(("✗ ", "$text-error"), problem)])
        if newer := self._newer:
            words = render.join(("! ", "$text-warning"), bringing.newer_words(newer))
            known = render.lines([known, words])
        self._problem = problem
        self.query_one("#recognised", Static).update(known)
        self.query_one(PreviewPane).show_report(report, newer.changes if newer else ())
        self.refresh_keys()

    # Commands

    @property
    def _newer(self) -> "Reissue | None":
        """The newer version of a report that is there, where that is what is shown."""
        from workflow.summaries.reissue import Reissue

        return self._plan if isinstance(self._plan, Reissue) else None

    @property
    def _typing(self) -> bool:
        """Whether the keys go into the field for a path."""
        return self.focused is self.query_one("#path", Input)

    def label_now(self, name: str) -> str:
        """From the field one goes back to the list first; a newer version is called one."""
        if name == "write" and self._newer:
            return say("tui.import.as_newer")
        return say("tui.import.to_files") if name == "back" and self._typing else ""

    def why_not(self, name: str) -> str:
        """Something must be read first."""
        if name in ("write", "council", "date") and not self._reports:
            return say("tui.import.choose_first")
        if name == "write" and self._writing:
            return say("tui.import.writing")
        if name in ("path", "open") and self._reports:
            return say("tui.import.back_to_files")
        if name == "undo" and not self.corrected:
            return say("tui.item.nothing_to_undo")
        return ""

    def hides(self, name: str) -> bool:
        """The footer shows what belongs to choosing, or to what was found."""
        chosen = bool(self._reports)
        if name in ("path", "open"):
            return chosen or (name == "path" and self._typing)
        return super().hides(name) or (name in ("write", "council", "date") and not chosen)

    def do_path(self) -> None:
        """Type or paste where the file is."""
        field = self.query_one("#path", Input)
        field.focus()
        field.action_select_all()

    def do_open(self) -> None:
        """Open what is typed, or what is under the cursor."""
        files = self.query_one(FilePane)
        if not self._typing:
            files.do_choose()
            return
        path = typed_path(self.query_one("#path", Input).value)
        if path.is_dir():
            files.go(path)
            files.focus()
        else:
            self._read(path)

    def do_write(self) -> None:
        """Write the meeting."""
        plan, desk = self._plan, self.app.desk
        if plan is None:
            if not self.write_later() and not self._ask_missing():
                self.tell(self._problem)
            return
        work = partial(bringing.write, desk, plan)
        self.write(work, say("tui.import.writing"), bringing.written_words(plan))

    def do_council(self) -> None:
        """Say which council it was: one that is known, or another by a short name."""

        def chosen(name: object) -> None:
            if isinstance(name, str):
                self._council = name
                self.show_report()
                self._ask_missing()

        def another(words: str) -> Choice:
            try:
                name = council_slug(words)
            except WorkflowError as error:
                return Choice(None, str(error), enabled=False)
            return Choice(name, name.upper())

        known = bringing.councils(self.app.desk, self.report.language)
        choices = [Choice(key, words) for key, words in known]
        present = self._council or council_slug(self.report.council)
        title = say("tui.import.council")
        self.app.push_screen(Picker(title, choices, select=present, free=another), chosen)

    def do_date(self) -> None:
        """Say on which day or days the Council met."""

        def typed(words: str | None) -> None:
            if not words or not words.strip():
                return
            self._days = days_of(words, self.report.language)
            self.show_report()
            self._ask_missing()

        def check(words: str) -> None:
            if words.strip():
                days_of(words, self.report.language)

        value = format_dates(self._days or self.report.dates, self.report.language)
        self.app.push_screen(
            Prompt(say("tui.import.date"), say("tui.import.date_words"), value, check), typed
        )

    def do_back(self) -> None:
        """Back to the files, then to the board; nothing was written."""
        if self._reports:
            self.forget_plan()
            self._reports = []
            self.query_one("#found").display = False
            self.query_one("#path").display = True
            self.query_one("#files").display = True
            self.query_one("#import-hint").display = True
            self.title_bar(say("tui.import.title"))
            self.query_one(FilePane).focus()
        elif self._typing:
            files = self.query_one(FilePane)
            files.go(files.folder)
            files.focus()
        else:
            self.dismiss(None)
