"""Markdown of our own making as a reader sees it: headings, bold words, tables; no signs."""

import re

from textual.content import Content

from workflow.tui import render
from workflow.tui.widgets.diff import GONE

_HEADING = re.compile(r"(#{1,6}) ")
_SIGN = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~])|(?P<bold>\*\*)|(?P<gone>~~)|(?P<slant>\*)|\[\^(?P<note>\d+)\]:?"
)
"""What means something where it is not escaped: the writer escapes every sign of a text."""


def as_read(markdown: str) -> Content:
    """The text with its looks instead of its signs."""
    found: list[Content] = []
    for line in markdown.split("\n"):
        found.append(_line(line))
    return render.lines(found)


def _line(line: str) -> Content:
    heading = _HEADING.match(line)
    if heading:
        style = "bold $text-primary" if len(heading[1]) < 3 else "bold"
        return _inline(line[heading.end() :], style)
    if line.startswith("- "):
        return render.join("· ", _inline(line[2:]))
    if line.startswith("> "):
        return render.join(("▌ ", "$text-muted"), _inline(line[2:]))
    if line.startswith("|"):
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        return Content(" │ ").join([_inline(cell.strip()) for cell in cells])
    return _inline(line.rstrip("\\"))


def _inline(text: str, style: str = "") -> Content:
    """Words of a line with their looks."""
    parts: list[Content] = []
    on: set[str] = set()
    at = 0
    for sign in _SIGN.finditer(text):
        parts.append(_words(text[at : sign.start()], style, on))
        at = sign.end()
        kind = sign.lastgroup
        if kind in ("bold", "slant"):
            on ^= {kind}
        elif kind == "gone":
            # Struck words are not told by their looks alone.
            parts.append(_words("-]" if kind in on else "[-", style, on | {kind}))
            on ^= {kind}
        else:
            parts.append(_words(sign["plain"] or f"({sign['note']})", style, on))
    parts.append(_words(text[at:], style, on))
    return Content("").join(parts)


def _words(text: str, style: str, on: set[str]) -> Content:
    looks = {"bold": "bold", "slant": "italic", "gone": GONE}
    return render.line(text, " ".join([style, *(looks[kind] for kind in sorted(on))]).strip())
