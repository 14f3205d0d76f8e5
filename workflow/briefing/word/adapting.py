"""How a briefing fits into the look of a house: its colour, its fonts, its ways with headings.

What a house template lacks is set in the colour and the font of its headings; what would spoil
a briefing, such as numbers before headings that have their own, is set aside per paragraph.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from docx.oxml.ns import qn

from workflow.briefing.word.markup import attribute
from workflow.briefing.word.styles import DARK, RULE, STYLES, TINT, Style

_BLACK = "262626"
"""Colour that goes with headings in black."""
_LEAST_CONTRAST = 4.5
_GROWING = {"Title": "heading 1", "TOC Heading": "heading 1", "heading 3": "heading 2"}
"""Styles whose size follows the body of the house, and the style that gives their font."""
_DEFAULTS = {"paragraph": "normal", "character": "default paragraph font", "table": "normal table"}
_LEVEL = ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId",
          "legacy", "lvlJc", "pPr", "rPr")  # fmt: skip
"""What a level of a list holds, in the order of the standard."""
_NO_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_FLUSH = '<w:ind w:left="0" w:firstLine="0"/>'
_LEAST_GAP = 80
"""Space above a heading that keeps it clear of a table, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class House:
    """The look that a template gives."""

    accent: str = DARK
    """Colour of the headings, as six hexadecimal digits, dark enough to read on white."""
    size: int = 18
    """Size of ordinary text, in half points."""
    fonts: tuple[tuple[str, str], ...] = ()
    """`w:rFonts` of a heading, by lower-cased name of its style."""

    def dressed(self, style: Style, text: str) -> str:
        """The definition of a style of ours in the colour and font of the house."""
        for ours, share in ((DARK, 1.0), (RULE, 0.3), (TINT, 0.07)):
            text = text.replace(f'"{ours}"', f'"{mixed(self.accent, share)}"')
        model = _GROWING.get(style.name)
        if not model:
            return text
        font = dict(self.fonts).get(model, "")
        text = text.replace("<w:rPr>", f"<w:rPr>{font}", 1)
        share = min(1.25, max(1.0, self.size / 18))
        return _SIZE.sub(lambda found: f"{found[1]}{round(int(found[2]) * share)}{found[3]}", text)


_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_SIZE = re.compile(r'(<w:sz(?:Cs)? w:val=")(\d+)(")')


def mixed(colour: str, share: float) -> str:
    """The colour on white paper, so much of it."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def contrast(colour: str) -> float:
    """Contrast of the colour with white, as WCAG defines it."""
    found = []
    for at in (0, 2, 4):
        part = int(colour[at : at + 2], 16) / 255
        found.append(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
    return 1.05 / (0.2126 * found[0] + 0.7152 * found[1] + 0.0722 * found[2] + 0.05)


@cache
def _other_names() -> dict[str, str]:
    """Word's name of a style by the name that it has in another language."""
    written = files(__package__).joinpath("style_names.toml").read_text("utf-8")
    return {other: name for name, others in tomllib.loads(written).items() for other in others}


def name_of(style: Any) -> str:
    """The name of a style in lower case, or an empty text."""
    found = style.find(qn("w:name"))
    return str(found.get(qn("w:val")) or "").strip().lower() if found is not None else ""


def name_as_word(styles: Any) -> None:
    """Give Word's own names to styles that bear those of another language, where they are free.

    Only then does Word know them as headings and as the default style.
    """
    ours = {style.name.lower(): style.name for style in STYLES}
    every = list(styles.findall(qn("w:style")))
    taken = {name_of(style) for style in every}
    for style in every:
        aliases = style.find(qn("w:aliases"))
        words = [name_of(style)]
        if aliases is not None:
            words += [w.strip().lower() for w in str(aliases.get(qn("w:val"))).split(",")]
        wanted = next((w for w in (_other_names().get(w, w) for w in words) if w in ours), "")
        if wanted and wanted not in taken:
            taken.add(wanted)
            style.find(qn("w:name")).set(qn("w:val"), ours[wanted])
            style.attrib.pop(qn("w:customStyle"), None)


def name_defaults(styles: Any) -> None:
    """Mark the style that text without a style has, where the template marks none."""
    for kind, name in _DEFAULTS.items():
        same = [s for s in styles.findall(qn("w:style")) if s.get(qn("w:type")) == kind]
        if not any(s.get(qn("w:default")) in ("1", "true", "on") for s in same):
            for style in same:
                if name_of(style) == name:
                    style.set(qn("w:default"), "1")


def look_of(styles: Any) -> House:
    """The colour, size and fonts of a house."""
    colour = next((str(c.get(qn("w:val"))) for c in _found(styles, "heading 1", "w:color")), "")
    if not _COLOUR.fullmatch(colour):
        colour = _BLACK
    while contrast(colour) < _LEAST_CONTRAST:
        colour = "".join(f"{int(int(colour[at : at + 2], 16) * 0.9):02X}" for at in (0, 2, 4))
    sizes = [
        *_found(styles, "normal", "w:sz"),
        *styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:sz')}"),
    ]
    size = next((str(each.get(qn("w:val"))) for each in sizes), "")
    fonts = {
        name: _font(next(iter(_found(styles, name, "w:rFonts")), None))
        for name in _GROWING.values()
    }
    return House(colour.upper(), int(size) if size.isdigit() else 20, tuple(fonts.items()))


def _font(element: Any) -> str:
    if element is None:
        return ""
    given = [(str(key).rpartition("}")[2], str(value)) for key, value in element.attrib.items()]
    return f"<w:rFonts {' '.join(f'w:{key}={attribute(value)}' for key, value in given)}/>"


def _found(styles: Any, name: str, tag: str) -> Iterable[Any]:
    """An element of a style's properties, in the style itself and those that it builds on."""
    by_id = {str(s.get(qn("w:styleId"))): s for s in styles.findall(qn("w:style"))}
    style = next((s for s in by_id.values() if name_of(s) == name), None)
    seen: list[Any] = []
    while style is not None and style not in seen:
        seen.append(style)
        yield from style.iterfind(f"./*/{qn(tag)}")
        based = style.find(qn("w:basedOn"))
        style = by_id.get(str(based.get(qn("w:val")))) if based is not None else None


def is_numbered(styles: Any, name: str) -> bool:
    """Whether paragraphs in the style are numbered or bear bullets."""
    for found in _found(styles, name, "w:numPr"):
        number = found.find(qn("w:numId"))
        return number is None or number.get(qn("w:val")) != "0"
    return False


_STAY = "<w:keepNext/><w:keepLines/>"
_OFF = ("0", "false", "off")
"""How Word writes that a property does not hold."""


@dataclass(frozen=True, slots=True)
class Override:
    """What the paragraphs of a style say beside it: before and after what they say anyway."""

    before: str = ""
    after: str = ""


def heading_overrides(styles: Any) -> dict[str, Override]:
    """What headings say beside their style in a house, by its lower-cased name.

    They stay with the text below, as a caption does with its table, keep some distance from a
    table above, and bear no number, for they have their own.
    """
    found = {}
    for name in ("caption", "toc heading"):
        if not _stays(styles, name):
            found[name] = Override(_STAY)
    for name, least in (("heading 1", 240), ("heading 2", 200), ("heading 3", 160)):
        keep = "" if _stays(styles, name) else _STAY
        numbered = is_numbered(styles, name)
        gaps = [each.get(qn("w:before")) for each in _found(styles, name, "w:spacing")]
        gap = next((int(value) for value in gaps if value and value.isdigit()), 0)
        space = f'<w:spacing w:before="{least}"/>' if gap < _LEAST_GAP else ""
        after = f"{_NO_NUMBER if numbered else ''}{space}{_FLUSH if numbered else ''}"
        if keep or after:
            found[name] = Override(keep, after)
    return found


def _stays(styles: Any, name: str) -> bool:
    """Whether paragraphs in the style stay on one page with the next."""
    found = next(iter(_found(styles, name, "w:keepNext")), None)
    return found is not None and found.get(qn("w:val")) not in _OFF


def pale_styles(styles: Any) -> tuple[str, ...]:
    """Names of the styles that a briefing uses whose colour has too little contrast with white."""
    found = []
    for style in STYLES:
        colour = next(iter(_found(styles, style.name.lower(), "w:color")), None)
        value = "" if colour is None else str(colour.get(qn("w:val")))
        if _COLOUR.fullmatch(value) and contrast(value) < _LEAST_CONTRAST:
            found.append(style.name)
    return tuple(found)


def put_levels_in_order(numbering: Any) -> None:
    """Mend lists as LibreOffice writes them, whose levels hold things in another order."""
    for level in numbering.iter(qn("w:lvl")):
        place = {qn(f"w:{name}"): at for at, name in enumerate(_LEVEL)}
        wanted = sorted(level, key=lambda child: place.get(child.tag, len(_LEVEL)))
        if wanted != list(level):
            for child in wanted:
                level.append(child)
