"""Text that any document can hold: a written table says what becomes of every other character.

The table is `characters.toml`. Beyond it, text is brought into NFC, and titles and cells that
stand on one line have their line breaks and tabs turned into blanks.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from workflow.briefing.model import Briefing, ItemSection
from workflow.languages import say

T = TypeVar("T")

_BREAKS = re.compile(r"\s*[\n\t]\s*")
_BEYOND = re.compile(r"[\U0001fffe-\U0010ffff]")
_LAST_TWO = 0xFFFE
MULTILINE = {"summary", "outcome", "position", "line", "text", "older", "newer"}
"""Fields that may hold more than one line; all others are set on one."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Characters of one field that were replaced or taken out."""

    item: str
    """Label or title of the item, or empty for the document itself."""
    field: str
    """Key of the field."""
    count: int

    def __str__(self) -> str:
        item = self.item or say("briefing.field.document")
        return say(
            "briefing.cleaned.line",
            item=item,
            field=say(f"briefing.field.{self.field}"),
            n=self.count,
        )


def _points(span: str) -> range:
    first, _, last = span.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


@cache
def table() -> dict[int, str]:
    """What each character of the table becomes; an empty text takes it out."""
    written = tomllib.loads(files(__package__).joinpath("characters.toml").read_text("utf-8"))
    found = {point: "" for span in written["removed"] for point in _points(span)}
    for span in written["windows"]:
        found |= {point: bytes([point]).decode("cp1252") for point in _points(span)}
    for span, text in written["replaced"].items():
        found |= dict.fromkeys(_points(span), text)
    return found


@cache
def _suspects() -> re.Pattern[str]:
    points = sorted(table())
    return re.compile("[" + "".join(f"\\U{point:08x}" for point in points) + "]")


def clean(text: str) -> tuple[str, int]:
    """The text in NFC without what documents cannot hold, and how many characters went."""
    if text.isascii() and text.isprintable():
        return text, 0
    text = text.replace("\r\n", "\n")
    text, count = _suspects().subn(lambda found: table()[ord(found[0])], text)
    if _BEYOND.search(text):
        kept = "".join(letter for letter in text if ord(letter) & _LAST_TWO != _LAST_TWO)
        count += len(text) - len(kept)
        text = kept
    return unicodedata.normalize("NFC", text), count


def on_one_line(text: str) -> str:
    """Clean text without line breaks and tabs."""
    return _BREAKS.sub(" ", text).strip() if "\n" in text or "\t" in text else text


class _Washing:
    """Cleans a whole briefing and counts per item and field."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], int] = {}

    def wash(self, value: Any, item: str, name: str, own: str = "") -> Any:
        """The same value with clean texts; `name` is the reported field, `own` the nearest."""
        if isinstance(value, str):
            text, count = clean(value)
            if count:
                self.counts[item, name] = self.counts.get((item, name), 0) + count
            return text if own in MULTILINE else on_one_line(text)
        if isinstance(value, tuple):
            return tuple(self.wash(each, item, name, own) for each in value)
        if isinstance(value, ItemSection):
            item = clean(value.heading)[0]
        if is_dataclass(value) and not isinstance(value, type):
            changed = {}
            for each in fields(value):
                old = getattr(value, each.name)
                if isinstance(old, str | tuple) or is_dataclass(old):
                    label = REPORTED.get(each.name, name)
                    new = self.wash(old, item, label, each.name)
                    if new is not old and new != old:
                        changed[each.name] = new
            return replace(value, **changed) if changed else value
        return value


REPORTED = {
    "title": "title",
    "actor": "actor",
    "position": "position",
    "positions": "position",
    "summary": "summary",
    "outcome": "summary",
    "next_steps": "next_steps",
    "commitments": "commitments",
    "remarks": "remarks",
    "footnotes": "footnotes",
    "quotes": "quotes",
}
"""The name under which a field of the briefing is reported to the user."""


def clean_briefing(briefing: Briefing) -> tuple[Briefing, tuple[Cleaned, ...]]:
    """The briefing with clean texts, and what was changed in which field of which item."""
    washing = _Washing()
    washed: Briefing = washing.wash(briefing, "", "other")
    facts = tuple((label, value) for label, value in washed.facts if value.strip(" ,"))
    if facts != washed.facts:
        washed = replace(washed, facts=facts)
    found = tuple(Cleaned(item, name, count) for (item, name), count in washing.counts.items())
    return washed, found
