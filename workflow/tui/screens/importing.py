"""Bringing a report in: nothing is written before it is seen."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from workflow.languages import format_dates, say
from workflow.report.model import Report
from workflow.text import one_line
from workflow.tui import bringing, render
from workflow.tui.commands import bindings
from workflow.tui.screens.correcting import CorrectingScreen
from workflow.tui.screens.dialogs import Prompt
from workflow.tui.widgets.files import FilePane
from workflow.tui.widgets.preview import PreviewPane

if TYPE_CHECKING:
    from workflow.summaries.importing import NewMeeting


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
        self._plan: NewMeeting | None = None

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
        self.tell("")
        self.app.desk.remember_folder(self._path.parent if self._path else Path())
        self.query_one("#path").display = False
        self.query_one("#files").display = False
        self.query_one("#import-hint").display = False
        self.query_one("#found").display = True
        self.query_one(PreviewPane).focus()
        self.show_report()
        if report.items() and not report.council and not self._council:
            self.do_council()

    def show_report(self) -> None:
        """Show the report, and what the import would make once that is worked out."""
        assert self._path is not None
        desk, report, path, council = self.app.desk, self.report, self._path, self._council
        self.work_out(partial(bringing.plan, desk, report, path, council, corrected=self.corrected))

    def draw(self, problem: str = "") -> None:
        """Show the report, and whether it can be brought in."""
        assert self._path is not None
        report = self._plan.report if self._plan else self.report
        council = self._council.upper() or report.council or say("tui.import.no_council")
        days = format_dates(report.dates) or say("tui.import.no_date")
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
        self.query_one("#recognised", Static).update(known)
        self.query_one(PreviewPane).show_report(report)
        self.refresh_keys()

    # Commands

    @property
    def _typing(self) -> bool:
        """Whether the keys go into the field for a path."""
        return self.focused is self.query_one("#path", Input)

    def label_now(self, name: str) -> str:
        """From the field one goes back to the list first."""
        return say("tui.import.to_files") if name == "back" and self._typing else ""

    def why_not(self, name: str) -> str:
        """Something must be read first."""
        if name in ("write", "council") and not self._reports:
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
        return super().hides(name) or (name in ("write", "council") and not chosen)

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
            self.write_later()
            return
        self.write(
            lambda: bringing.import_meeting(desk, plan),
            say("tui.import.writing"),
            say("tui.import.done", meeting=plan.meeting.name, items=len(plan.meeting.items)),
        )

    def do_council(self) -> None:
        """Say which council it was."""

        def typed(words: str | None) -> None:
            if words and words.strip():
                from workflow.text import slug

                self._council = slug(words)
                self.show_report()

        self.app.push_screen(
            Prompt(
                say("tui.import.council"),
                say("tui.import.council_words"),
                self._council or self.report.council,
            ),
            typed,
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
