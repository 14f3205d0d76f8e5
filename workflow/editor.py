"""The user's own editor for one text: `VISUAL`, else `EDITOR`, else what most systems have."""

import os
import shlex
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from workflow.errors import WorkflowError


def editor_command() -> list[str]:
    """The program with its arguments."""
    for name in ("VISUAL", "EDITOR"):
        if value := os.environ.get(name, "").strip():
            try:
                return shlex.split(value)
            except ValueError:
                return [value]
    return ["notepad"] if os.name == "nt" else ["nano"]


def edit_text(text: str) -> str:
    """The text as the editor left it, without its last line ends.

    Raises WorkflowError where the editor failed or left nothing that can be read; the sentence
    names the file in which the text then still stands.
    """
    try:
        path = Path(tempfile.mkdtemp(prefix="workflow-")) / "summary.md"
        path.write_text(text + "\n", "utf-8")
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise WorkflowError("tui.editor.no_place", detail=detail) from None
    command = editor_command()
    try:
        status = subprocess.run([*command, str(path)], check=False).returncode
    except FileNotFoundError:
        raise WorkflowError("tui.editor.editor_missing", command=command[0]) from None
    except (OSError, ValueError) as error:
        raise WorkflowError(
            "tui.editor.no_editor", command=" ".join(command), detail=str(error)
        ) from None
    if status:
        raise WorkflowError("tui.editor.outside_failed", code=status, path=path)
    try:
        edited = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise WorkflowError("tui.editor.unreadable", path=path) from None
    with suppress(OSError):
        path.unlink()
        path.parent.rmdir()
    return edited.rstrip("\n")


def keep_text(text: str) -> Path:
    """Put a text in a file of its own, so that nothing of it is lost; gives its path."""
    path = Path(tempfile.mkdtemp(prefix="workflow-")) / "summary.md"
    path.write_text(text, "utf-8")
    return path
