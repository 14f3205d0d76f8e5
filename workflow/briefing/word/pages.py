"""Headers and footers of a template made to say what they must, and new ones where none are."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from workflow.briefing.model import Briefing
from workflow.briefing.word.furniture import (
    MARK,
    footer_xml,
    header_line,
    header_xml,
    page_line,
    status_line,
)
from workflow.briefing.word.markup import NAMESPACES
from workflow.briefing.word.parts import add_part
from workflow.briefing.word.sections import leans_right
from workflow.briefing.word.template import Template
from workflow.languages import LANGUAGES, say_in

KINDS = ("default", "first", "even")
"""The kinds of pages that can have a header or footer of their own."""
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def furnish(base: Template, briefing: Briefing) -> None:
    """Headers with the status (and CONCEPT across the page), footers with page numbers.

    The headers and footers of a house stay; what they lack is added below.
    """
    needed = _needed(base)
    touched: set[str] = set()
    style = base.ids["header"]
    for number, kind in enumerate(KINDS, 1):
        part = _part(base, "header", kind)
        line = status_line(briefing, style, number)
        if part is not None:
            if str(part.partname) not in touched:
                _without_status(part.element)
            line = status_line(briefing, style, number, left=leans_right(part.element))
            _append(part, line, touched)
        elif kind in needed:
            if not base.house:
                line = header_line(briefing, style, number, first=kind == "first")
            _attach(base, "header", kind, number, header_xml(line))
    _footers(base, briefing, needed)


def _needed(base: Template) -> set[str]:
    """The kinds of pages that occur."""
    if not base.house:
        return set(KINDS)
    settings = settings_of(base)
    even = settings is not None and settings.find(qn("w:evenAndOddHeaders")) is not None
    first = base.section.find(qn("w:titlePg")) is not None
    return {"default", *(["first"] if first else []), *(["even"] if even else [])}


def _footers(base: Template, briefing: Briefing, needed: set[str]) -> None:
    style = base.ids["footer"]
    touched: set[str] = set()
    for number, kind in enumerate(KINDS, 1):
        part = _part(base, "footer", kind)
        if part is None and kind in needed:
            usual = _reference(base, "footer", "default")
            if base.house and usual is not None:
                _refer(base, "footer", kind, str(usual.get(qn("r:id"))))
            else:
                _attach(base, "footer", kind, number, footer_xml(briefing, style))
        elif part is not None and not _counts(part) and not _counts(_part(base, "header", kind)):
            _append(part, page_line(briefing, style), touched)


def _counts(part: Any) -> bool:
    """Whether a header or footer shows the number of the page."""
    if part is None:
        return False
    codes = [str(code.text) for code in part.element.iter(qn("w:instrText"))]
    codes += [str(field.get(qn("w:instr"))) for field in part.element.iter(qn("w:fldSimple"))]
    return any("PAGE" in code.upper().split() for code in codes)


def _without_status(header: Any) -> None:
    """Take out the status of an earlier briefing that serves as a template."""
    for picture in [p for p in header.iter(qn("w:pict")) if _is_watermark(p)]:
        picture.getparent().remove(picture)
    words = {
        say_in(language, f"briefing.document.{word}")
        for language in LANGUAGES
        for word in ("concept", "final")
    }
    for paragraph in header.findall(qn("w:p")):
        text = "".join(str(t.text or "") for t in paragraph.iter(qn("w:t")))
        if text.strip() in words:
            header.remove(paragraph)


def _is_watermark(picture: Any) -> bool:
    return any(str(shape.get("id") or "").startswith(MARK) for shape in picture.iter())


def _append(part: Any, line: str, touched: set[str]) -> None:
    """Add a paragraph to a header or footer, once."""
    if str(part.partname) not in touched:
        touched.add(str(part.partname))
        part.element.append(parse_xml(line.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def _reference(base: Template, what: str, kind: str) -> Any:
    """The reference to the header or footer for a kind of page, or None."""
    for element in base.section.findall(qn(f"w:{what}Reference")):
        if element.get(qn("w:type")) == kind:
            return element
    return None


def _part(base: Template, what: str, kind: str) -> Any:
    """The header or footer for a kind of page, or None."""
    element = _reference(base, what, kind)
    if element is None:
        return None
    return base.document.rels[str(element.get(qn("r:id")))].target_part


def _attach(base: Template, what: str, kind: str, number: int, text: str) -> None:
    """A new header or footer."""
    key = f"rId{what.capitalize()}{number}"
    relation = RT.HEADER if what == "header" else RT.FOOTER
    content_type = f"{_WML}.{what}+xml"
    name = f"/word/{what}{number}.xml"
    add_part(base.package, base.document, name, content_type, relation, text, key)
    _refer(base, what, kind, key)


def _refer(base: Template, what: str, kind: str, key: str) -> None:
    """Show a header or footer on a kind of page."""
    reference = f'<w:{what}Reference {NAMESPACES} w:type="{kind}" r:id="{key}"/>'
    at = sum(str(child.tag).endswith("Reference") for child in base.section)
    base.section.insert(at, parse_xml(reference))


def settings_of(base: Template) -> Any:
    """The root of the settings part, or None."""
    for relation in base.document.rels.values():
        if relation.reltype == RT.SETTINGS:
            return relation.target_part.element
    return None
