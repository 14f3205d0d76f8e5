"""Copying to the system's clipboard, and a file for terminals that do not let us."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App

from workflow.languages import say


def copy(app: App[Any], text: str) -> None:
    """Copy through the terminal (OSC 52), and keep the text in a file as well.

    A terminal does not answer whether it obeyed, so the message names the file.
    """
    if not text.strip():
        return
    app.copy_to_clipboard(text)
    path = Path(tempfile.gettempdir()) / "workflow-copy.txt"
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text(text, "utf-8")
        app.tell(say("tui.copied", path=path))  # type: ignore[attr-defined]
        return
    app.tell(say("tui.copied_only"))  # type: ignore[attr-defined]
