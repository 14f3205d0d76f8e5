"""The user's own editor for one text, as one step that can be undone."""

import os
import shlex
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from workflow.languages import say


def editor_command() -> list[str]:
    """What `VISUAL` or `EDITOR` says, else what most systems have."""
    for name in ("VISUAL", "EDITOR"):
        if value := os.environ.get(name, "").strip():
            try:
                return shlex.split(value)
            except ValueError:
                return [value]
    return ["notepad"] if os.name == "nt" else ["nano"]


def edit_outside(app: App[Any], text: str) -> str | None:
    """The text as the user's own editor left it, or None where that failed or changed nothing.

    Nothing may be raised while the application is suspended: it would stay so for ever.
    """
    folder = Path(tempfile.mkdtemp(prefix="workflow-"))
    path = folder / "summary.md"
    path.write_text(text + "\n", "utf-8")
    problem = ""
    try:
        with app.suspend():
            try:
                done = subprocess.run([*editor_command(), str(path)], check=False)
                if done.returncode:
                    problem = say("tui.editor.outside_failed", code=done.returncode, path=path)
            except (OSError, ValueError) as error:
                problem = say(
                    "tui.editor.no_editor", command=" ".join(editor_command()), detail=str(error)
                )
    except SuspendNotSupported:
        problem = say("tui.editor.no_suspend")
    if problem:
        app.tell(problem)  # type: ignore[attr-defined]
        return None
    try:
        edited = path.read_text("utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError):
        app.tell(say("tui.editor.unreadable", path=path))  # type: ignore[attr-defined]
        return None
    with suppress(OSError):
        path.unlink()
        folder.rmdir()
    return edited if edited != text else None


def open_file(app: App[Any], path: Path) -> None:
    """Open a file with the program that the system has for it; say so where that fails."""
    import sys

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
        app.tell(say("tui.export.no_program", path=path, detail=detail))  # type: ignore[attr-defined]
