"""Printing: data to stdout, talk to stderr, nothing that a terminal could obey."""

import codecs
import json
import re
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

from workflow.text import ascii_fold

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


_NEAREST = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
     "→": "->", "▸": ">", "●": "*", "↕": "^", "○": "o", "✓": "v", "│": "|", "·": "-", "€": "EUR",
     "\u00a0": " "}
)  # fmt: skip
"""What stands for a sign that a console cannot show."""


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """The nearest signs that any console knows, for `codecs.register_error`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_NEAREST)
    return ascii_fold(text) or "?", error.end


def make_printable() -> None:
    """Let every stream carry any text, whatever the console's encoding is."""
    codecs.register_error("workflow", _nearest)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="workflow")


LONGEST_LINE = 100
"""Characters up to which a line of running text reads well."""


def inert(text: str) -> str:
    """The text with every character that a terminal would obey replaced."""
    return _OBEYED.sub("�", text)


def talk(text: str) -> None:
    """Say something to the user."""
    print(inert(text), file=sys.stderr)


def show(text: str = "", *, end: str = "\n") -> None:
    """Print data for people."""
    print(inert(text), end=end)


def fitted(text: str) -> str:
    """The text wrapped to the width of the terminal, each line for itself, at words."""
    width = max(20, min(LONGEST_LINE, shutil.get_terminal_size().columns) - 1)
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent="  ", break_on_hyphens=False)
        for line in text.split("\n")
    )


def show_json(document: Any) -> None:
    """Print one JSON document."""
    # A console of another encoding gets escapes, which any reader of JSON understands.
    readable = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    print(json.dumps(document, ensure_ascii=not readable, indent=1))


def show_table(rows: Sequence[Sequence[str]], *, indent: str = "") -> None:
    """Print rows in columns; the last column is not padded."""
    if not rows:
        return
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        show((indent + "  ".join([*cells, row[-1]])).rstrip())
