"""Other programs: the user's own editor, and the one that opens a document."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from workflow.editor import edit_text
from workflow.errors import WorkflowError
from workflow.languages import say


def edit_outside(app: App[Any], text: str) -> str | None:
    """The text as the user's own editor left it, or None where that failed or changed nothing.

    Nothing may be raised while the application is suspended: it would stay so for ever.
    """
    problem, edited = "", text
    try:
        with app.suspend():
            try:
                edited = edit_text(text)
            except (WorkflowError, KeyboardInterrupt) as error:
                problem = str(error) or say("tui.editor.interrupted")
    except SuspendNotSupported:
        problem = say("tui.editor.no_suspend")
    if problem:
        app.tell(problem)  # type: ignore[attr-defined]
        return None
    return edited if edited != text else None


def open_file(app: App[Any], path: Path) -> None:
    """Open a file with the program that the system has for it; say so where that fails."""
    opener = {"darwin": "open", "win32": "explorer"}.get(sys.platform, "xdg-open")
    try:
        subprocess.Popen(
            [opener, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        detail = error.strerror or type(error).__name__
        if isinstance(error, FileNotFoundError):
            # It is the program that was not found, not the file.
            detail = say("tui.export.no_opener")
        app.tell(say("tui.export.no_program", path=path, detail=detail))  # type: ignore[attr-defined]
