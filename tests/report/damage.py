"""Damage as extraction from a PDF does it, to texts whose paragraphs stand on one line each."""
# ruff: noqa: E501

import random
import re
import textwrap
import unicodedata
from dataclasses import dataclass

RULE = " " * 65


STYLES = ("glued", "stop", "apart", "bracket")


@dataclass(frozen=True)
class Note:
    """A note that was put into a text."""

    mark: str
    word: str
    """The word that bears the mark, or the last one before it."""
    text: str


@dataclass(frozen=True)
class Damage:
    """What is done to a text."""

    width: int = 0
    """Characters of a line; 0 leaves paragraphs on one line."""
    double: bool = False
    """A blank line between all lines, a line of blanks between paragraphs."""
    pages: int = 0
    """Lines of a page; 0 for none."""
    foot: str = "number"
    """What ends a page: `number`, `feed`, `header`, `rule`."""
    broken: float = 0.0
    """Share of the stops with a blank before them."""
    ligatures: bool = False
    accents: bool = False
    """Accents as separate characters."""
    hard_blanks: float = 0.0


def any_damage(seed: int) -> Damage:
    """A mixture that depends on the seed only."""
    chance = random.Random(seed)
    wrapped = chance.random() < 0.8
    return Damage(
        width=chance.randrange(66, 104) if wrapped else 0,
        double=wrapped and chance.random() < 0.4,
        pages=chance.choice([0, 0, 22, 31, 44]) if wrapped else 0,
        foot=chance.choice(["number", "feed", "header", "rule"]),
        broken=chance.choice([0.0, 0.1]),
        ligatures=chance.random() < 0.3,
        accents=chance.random() < 0.3,
        hard_blanks=chance.choice([0.0, 0.05]),
    )


def damaged(text: str, damage: Damage, seed: int) -> str:
    """The text with the damage done to it."""
    chance = random.Random(seed)
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        if not paragraph.strip():
            lines.append(" " if damage.double else "")
            continue
        wrapped = _wrap(paragraph, damage.width)
        for place, line in enumerate(wrapped):
            if damage.double and place:
                lines.append("")
            lines.append(line + (" " if damage.double else ""))
        if damage.double:
            lines += ["", " "]
        elif damage.width and (len(wrapped) > 1 or number == 0):
            lines.append("")
    lines = _paged(lines, damage, chance)
    return _characters("\n".join(lines), damage, chance)


def _wrap(paragraph: str, width: int) -> list[str]:
    indent = paragraph[: len(paragraph) - len(paragraph.lstrip())]
    if not width or len(paragraph) <= width:
        return [paragraph]
    return textwrap.wrap(
        paragraph.strip(),
        width,
        initial_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _paged(lines: list[str], damage: Damage, chance: random.Random) -> list[str]:
    if not damage.pages:
        return lines
    out: list[str] = []
    page = 1
    for place, line in enumerate(lines, 1):
        out.append(line)
        if place % damage.pages == 0 and place < len(lines):
            page += 1
            if damage.foot == "number" or (
                damage.foot == "header" and len(lines) <= 3 * damage.pages
            ):
                out += ["", " ", str(page), " ", ""]
            elif damage.foot == "feed":
                out += ["", f"{page}", "\f"]
            elif damage.foot == "header":
                out += ["", f"Pagina {page} van 99", "", "Verslag van de vergadering", ""]
            else:
                out += [RULE, "", str(page), ""]
    return out


def _characters(text: str, damage: Damage, chance: random.Random) -> str:
    if damage.broken:
        text = re.sub(r"\.(?=\s)", lambda _: " ." if chance.random() < damage.broken else ".", text)
    if damage.ligatures:
        text = text.replace("fi", "ﬁ").replace("fl", "ﬂ")
    if damage.accents:
        text = unicodedata.normalize("NFD", text)
    if damage.hard_blanks:
        text = "".join(
            "\u00a0" if c == " " and text[i - 1 : i].isalnum() and text[i + 1 : i + 2].isalnum()
            and chance.random() < damage.hard_blanks else c
            for i, c in enumerate(text)
        )  # fmt: skip
    return text


def with_notes(
    text: str, width: int, page: int, double: bool, foot: str, seed: int
) -> tuple[str, list[Note]]:
    """The text wrapped and cut into pages, with marks glued to its words and notes below each.

    `foot` says what stands between text and notes: `rule` (blanks), `dashes`, `feed` (only a
    form feed behind them), or `end` (all notes behind the text).
    """
    chance = random.Random(seed)
    notes: list[Note] = []
    out: list[str] = []
    pending: list[Note] = []
    on_page = 0
    for paragraph in text.split("\n"):
        wrapped = _wrap(paragraph, width) if paragraph.strip() else [" " if double else ""]
        running = len(wrapped) > 1 and paragraph.rstrip().endswith(".")
        for place, line in enumerate(wrapped):
            if running and len(pending) < 3 and chance.random() < 0.25:
                line, word = _mark(line, str(len(notes) + 1), chance)
                if word:
                    note = Note(str(len(notes) + 1), word, _note_text(chance))
                    notes.append(note)
                    pending.append(note)
            if double and place:
                out.append("")
            out.append(line + " ")
            on_page += 1
            if (
                on_page >= page
                and foot != "end"
                and pending
                and running
                and place < len(wrapped) - 1
            ):
                out += _foot(pending, foot)
                pending, on_page = [], 0
        if running:
            out += ["", " "] if double else [""]
    out += _foot(pending, "rule" if foot == "end" and chance.random() < 0.5 else foot)
    return "\n".join(out), notes


def _mark(line: str, mark: str, chance: random.Random) -> tuple[str, str]:
    """The line with a mark on one of its words, and that word; no word if none will do."""
    places = list(re.finditer(r"(?<![\w-])([a-z\u00e0-\u00ff]{5,})(?= |\.$|\.\s)", line))
    if not places:
        return line, ""
    place = chance.choice(places)
    end, word = place.end(), place.group()
    if line[end : end + 1] == ".":
        style = chance.choice(["stop", "apart", "glued"])
        if style == "stop":
            return f"{line[: end + 1]}{mark}{line[end + 1 :]}", word
        if style == "apart":
            return f"{line[:end]} {mark}{line[end:]}", word
    return f"{line[:end]}{mark}{line[end:]}", word


def _note_text(chance: random.Random) -> str:
    return chance.choice([
        "Kamerstukken II 2030-2031, 32317 nr. 701.",
        "Zie ook de Geannoteerde Agenda voor de Raad van deze maand, die uw Kamer op een eerdere dag heeft ontvangen "
        "samen met de bijlagen bij die agenda.",
        "Toezegging aan het lid Doornbos in het commissiedebat voorafgaand aan de Raad, d.d. 29 februari 2032.",
    ])  # fmt: skip


def _foot(notes: list[Note], foot: str) -> list[str]:
    if not notes:
        return []
    lines = {"rule": [RULE], "dashes": ["_" * 30], "feed": [""], "end": [""]}[foot]
    for note in notes:
        lines += textwrap.wrap(f"{note.mark} {note.text}", 108)
    if foot == "feed":
        lines += ["\f"]
    return lines
