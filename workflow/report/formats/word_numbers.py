"""Styles and automatic numbers of Word: what stands before a paragraph but not in its text."""

import re
from dataclasses import dataclass

from lxml import etree

from workflow.report.formats.numerals import format_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|kop|titre|überschrift)\s*(\d)", re.IGNORECASE)
_LEVEL = re.compile(r"%(\d)")
_DEEPEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph takes from its style."""

    heading: int = 0
    """Outline level from 1, 0 for running text."""
    number: str = ""
    """Id of the list, empty for none."""
    level: int = 0
    """Level in that list, from 0."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list."""

    form: str
    pattern: str
    start: int


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            self._styles[style.get(f"{W}styleId", "")] = style
        self._known: dict[str, Style] = {}

    def of(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph with these properties, its own settings included."""
        if properties is None:
            return Style()
        named = properties.find(f"{W}pStyle")
        base = self._named(named.get(f"{W}val", "")) if named is not None else Style()
        return _with_own(base, properties)

    def _named(self, identifier: str) -> Style:
        if identifier not in self._known:
            chain: list[etree._Element] = []
            current = identifier
            while current in self._styles and len(chain) < _DEEPEST_CHAIN:
                style = self._styles[current]
                chain.append(style)
                parent = style.find(f"{W}basedOn")
                current = parent.get(f"{W}val", "") if parent is not None else ""
            result = Style()
            for style in reversed(chain):
                result = _with_own(result, style.find(f"{W}pPr"), style)
            self._known[identifier] = result
        return self._known[identifier]


def _with_own(
    base: Style, properties: etree._Element | None, style: etree._Element | None = None
) -> Style:
    """A style with the settings of one layer put over it."""
    heading, number, level = base.heading, base.number, base.level
    if style is not None:
        name = style.find(f"{W}name")
        found = _HEADING.fullmatch(name.get(f"{W}val", "")) if name is not None else None
        heading = int(found[1]) if found else heading
    if properties is not None:
        outline = properties.find(f"{W}outlineLvl")
        if outline is not None:
            value = _integer(outline, 9)
            heading = value + 1 if value < 9 else 0
        listed = properties.find(f"{W}numPr")
        if listed is not None:
            identifier, depth = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
            number = identifier.get(f"{W}val", "") if identifier is not None else number
            level = _integer(depth, 0) if depth is not None else level
    return Style(heading, "" if number == "0" else number, level)


def _integer(element: etree._Element, default: int) -> int:
    try:
        return int(element.get(f"{W}val", default))
    except ValueError:
        return default


class Numbering:
    """The lists of a document, counting while paragraphs pass."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is None:
            return
        for abstract in root.iter(f"{W}abstractNum"):
            identifier = abstract.get(f"{W}abstractNumId", "")
            self._levels[identifier] = {
                _integer_of(level.get(f"{W}ilvl")): _level(level)
                for level in abstract.iter(f"{W}lvl")
            }
        for number in root.iter(f"{W}num"):
            identifier = number.get(f"{W}numId", "")
            abstract_id = number.find(f"{W}abstractNumId")
            self._list_of[identifier] = (
                abstract_id.get(f"{W}val", "") if abstract_id is not None else ""
            )
            if any(True for _ in number.iter(f"{W}startOverride")):
                self._list_of[identifier] += f"/{identifier}"

    def label(self, properties: etree._Element | None, style: Style) -> str:
        """The number or bullet that Word prints before the next paragraph of this style."""
        if not style.number:
            return ""
        counter = self._list_of.get(style.number, "")
        levels = self._levels.get(counter.split("/")[0], {})
        level = levels.get(style.level)
        if level is None:
            return ""
        if level.form == "bullet":
            return "•"
        if level.form == "none":
            return ""
        key = (counter, style.level)
        self._counts[key] = self._counts.get(key, level.start - 1) + 1
        for deeper in [k for k in self._counts if k[0] == counter and k[1] > style.level]:
            del self._counts[deeper]

        def printed(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            above = levels.get(depth, level)
            return format_number(self._counts.get((counter, depth), above.start), above.form)

        return _LEVEL.sub(printed, level.pattern)


def _level(element: etree._Element) -> _Level:
    form, pattern, start = (element.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start"))
    return _Level(
        form.get(f"{W}val", "decimal") if form is not None else "decimal",
        pattern.get(f"{W}val", "") if pattern is not None else "",
        _integer(start, 1) if start is not None else 1,
    )


def _integer_of(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0
