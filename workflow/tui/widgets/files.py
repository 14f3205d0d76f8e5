"""A file chooser: folders, and files that can hold a report."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.content import Content
from textual.message import Message

from workflow.languages import say
from workflow.tui import render
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

READABLE = {".txt", ".md", ".pdf", ".docx", ".html", ".htm", ".odt", ".text"}
"""Endings of files that may hold a report."""


class FilePane(RowList):
    """Rows are keyed by path."""

    DEFAULT_CSS = """
    FilePane { height: 1fr; }
    """

    class FileChosen(Message):
        """A file was chosen."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class FolderShown(Message):
        """Another folder is shown, or could not be."""

        def __init__(self, path: Path, problem: str = "") -> None:
            super().__init__()
            self.path = path
            self.problem = problem

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id, empty=render.label("tui.import.no_files", "$text-muted"))
        self.folder = Path()

    def go(self, folder: Path) -> None:
        """Show a folder; where it cannot be read, say why."""
        try:
            entries = sorted(folder.iterdir(), key=lambda p: (not p.is_dir(), p.name.casefold()))
        except OSError as error:
            detail = error.strerror or type(error).__name__
            problem = say("tui.import.no_folder", path=folder, detail=detail)
            self.post_message(self.FolderShown(folder, problem))
            return
        came_from = self.folder
        self.folder = folder
        rows = [Row(folder.parent, render.label("tui.import.up", "$text-primary"))]
        readable = False
        for path in entries:
            if path.name.startswith("."):
                continue
            if path.is_dir():
                rows.append(Row(path, render.join((f"{path.name}/", "$text-primary"))))
            elif path.suffix.lower() in READABLE:
                readable = True
                rows.append(Row(path, render.line(path.name)))
        if not readable:
            rows.append(
                Row("none", render.label("tui.import.no_files", "$text-muted"), enabled=False)
            )
        self.show(rows, select=came_from if came_from.parent == folder else folder.parent)
        if len(rows) > 1 and came_from.parent != folder:
            self.cursor = 1
        self.post_message(self.FolderShown(folder))

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are shown, without the folders."""
        paths = (row.key for row in self.rows if isinstance(row.key, Path))
        return tuple(path for path in paths if path.suffix.lower() in READABLE)

    def mark(self, known: Mapping[Path, str]) -> None:
        """Say behind a file as which meeting it was brought in before."""
        if known:
            self.show(
                [
                    replace(row, body=partial(_marked, row.key.name, known[row.key]))
                    if isinstance(row.key, Path) and row.key in known
                    else row
                    for row in self.rows
                ]
            )

    def do_choose(self) -> None:
        """Into the folder, or take the file."""
        path = self.selected
        if isinstance(path, Path):
            if path.is_dir():
                self.go(path)
            else:
                self.post_message(self.FileChosen(path))


def _marked(name: str, meeting: str, width: int) -> Content:
    """A file that was brought in before, and as which meeting."""
    words = render.label("tui.import.known", "$text-muted", meeting=meeting)
    return render.columns(width, render.line(name), words)
