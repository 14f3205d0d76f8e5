"""The template that a document starts from: our own, or a house's .dotx or .docx.

A house template gives page, header, footer, logo, fonts and styles; its text does not go out.
Styles are found by name, so that templates made in any language of Word work.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from lxml import etree

from workflow.briefing.overview import OWN, Page
from workflow.briefing.word.house import (
    DOCUMENT_TYPE,
    TEMPLATE_TYPE,
    bullets,
    house_template,
    number,
    numbering_xml,
)
from workflow.briefing.word.markup import NAMESPACES
from workflow.briefing.word.package import pack, unpack
from workflow.briefing.word.parts import add_part
from workflow.briefing.word.styles import ESSENTIAL, STYLES, style_xml
from workflow.errors import WorkflowError

LARGEST = 50_000_000
"""Bytes that a template may unpack to."""
_HEADER_LINE = 280
"""Height of a line of a header, in twentieths of a point."""
_INLINE = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline/"
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
)
_TYPES = "[Content_Types].xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_KEPT = {
    RT.STYLES,
    RT.NUMBERING,
    RT.SETTINGS,
    RT.FONT_TABLE,
    RT.THEME,
    RT.WEB_SETTINGS,
    RT.CUSTOM_XML,
}
"""Relationships of the template's text that go along; headers and footers are added by use."""


@dataclass(slots=True)
class Template:
    """An opened template without its text."""

    package: Any
    document: Any
    """The main part."""
    ids: dict[str, str]
    """Id of each style by lower-cased name."""
    section: Any
    """`w:sectPr`: page and margins, headers and footers."""
    house: bool
    """Whether it is a house's, not our own."""
    added: tuple[str, ...] = ()
    """Names of the styles that it lacked and that were added."""

    @property
    def page(self) -> Page:
        """The part of a page that text fills, beside its margins and tall headers."""
        size, margins = self.section.find(qn("w:pgSz")), self.section.find(qn("w:pgMar"))
        try:
            across = int(margins.get(qn("w:left"))) + int(margins.get(qn("w:right")))
            top = max(abs(int(margins.get(qn("w:top")))), self._taken("header"))
            bottom = max(abs(int(margins.get(qn("w:bottom")))), self._taken("footer"))
            width = max(2000, int(size.get(qn("w:w"))) - across)
            return Page(width, max(5000, int(size.get(qn("w:h"))) - top - bottom))
        except (AttributeError, TypeError, ValueError):
            return OWN

    def _taken(self, what: str) -> int:
        """Height up to where the tallest header (or footer) reaches, roughly."""
        edge = int(self.section.find(qn("w:pgMar")).get(qn(f"w:{what}")) or 0)
        heights = [
            _height(self.document.rels[str(reference.get(qn("r:id")))].target_part.element)
            for reference in self.section.findall(qn(f"w:{what}Reference"))
        ]
        return edge + max(heights) if heights else 0


@cache
def _own() -> bytes:
    return _as_document(unpack(house_template()))


def open_template(path: Path | None) -> Template:
    """The template in the file, or our own.

    Raises WorkflowError for a file that cannot be read, that holds macros or leads to other
    files, or that lacks a style that carries the look; the sentence lists all that is missing.
    """
    if path is None:
        return _opened(_own(), house=False)
    packed = _checked(path)
    try:
        return _opened(packed, house=True, where=path.name)
    except WorkflowError:
        raise
    except Exception as error:
        detail = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise WorkflowError("briefing.errors.template", path=path, detail=detail) from error


def _checked(path: Path) -> bytes:
    """The template as a document, once it is known to be safe."""
    try:
        packed = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise WorkflowError("briefing.errors.template_size", path=path)
        parts = unpack(packed)
        types = parts[_TYPES]
    except OSError as error:
        raise WorkflowError(
            "briefing.errors.template", path=path, detail=error.strerror or error
        ) from None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        raise WorkflowError("briefing.errors.no_template", path=path) from None
    if _MACROS.search(types) or any("vbaproject" in name.lower() for name in parts):
        raise WorkflowError("briefing.errors.template_macros", path=path)
    if not any(kind.encode() in types for kind in (DOCUMENT_TYPE, TEMPLATE_TYPE)):
        raise WorkflowError("briefing.errors.no_template", path=path)
    for name, blob in parts.items():
        if name.endswith(".rels"):
            _refuse_outside(path, blob)
    return _as_document(parts)


def _refuse_outside(path: Path, relations: bytes) -> None:
    """Raise where a part is fetched from another place; ordinary links may stay."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(relations, parser)
    except etree.XMLSyntaxError:
        raise WorkflowError("briefing.errors.no_template", path=path) from None
    for relation in root:
        kind = str(relation.get("Type") or "").rsplit("/", 1)[-1]
        if relation.get("TargetMode") == "External" and kind != "hyperlink":
            raise WorkflowError(
                "briefing.errors.template_outside", path=path, target=relation.get("Target")
            )


def _as_document(parts: dict[str, bytes]) -> bytes:
    """The same package declared as a document, for Word refuses a template named .docx."""
    types = parts[_TYPES].replace(TEMPLATE_TYPE.encode(), DOCUMENT_TYPE.encode())
    return pack({**parts, _TYPES: types, "_rels/.rels": parts["_rels/.rels"]})


def _opened(packed: bytes, *, house: bool, where: str = "") -> Template:
    package = Package.open(io.BytesIO(packed))
    document = package.main_document_part
    styles = document.part_related_by(RT.STYLES).element if _has(document, RT.STYLES) else None
    if styles is None:
        raise WorkflowError("briefing.errors.template_styles", path=where, missing=_names(STYLES))
    ids = {
        str(style.find(qn("w:name")).get(qn("w:val"))).lower(): str(style.get(qn("w:styleId")))
        for style in styles.iter(qn("w:style"))
        if style.find(qn("w:name")) is not None
    }
    missing = [style for style in STYLES if style.name.lower() not in ids]
    if any(style.name in ESSENTIAL for style in missing):
        lacking = _names(style for style in missing if not style.own)
        raise WorkflowError("briefing.errors.template_styles", path=where, missing=lacking)
    template = Template(package, document, ids, _section(document), house)
    _add_styles(template, styles, missing)
    template.added = tuple(style.name for style in missing if not style.own)
    _strip(document, template.section)
    return template


def _height(story: Any) -> int:
    """Height of the blocks of a header, in twentieths of a point: lines, pictures, rows."""
    total = 0
    for block in story:
        rows = list(block.iter(qn("w:tr"))) or [block]
        for row in rows:
            pictures = [int(e.get("cy") or 0) // 635 for e in row.iterfind(f".//{_INLINE}")]
            lines = max((len(list(c.iter(qn("w:p")))) for c in row.iter(qn("w:tc"))), default=1)
            total += max([lines * _HEADER_LINE, *pictures])
    return total


def _names(styles: Iterable[Any]) -> str:
    return ", ".join(style.name for style in styles)


def _has(part: Any, kind: str) -> bool:
    return any(rel.reltype == kind for rel in part.rels.values())


def _add_styles(template: Template, styles: Any, missing: list[Any]) -> None:
    """Define the styles that the template lacks, under ids that are still free."""
    taken = set(template.ids.values())
    for style in missing:
        name = style.id
        while name in taken:
            name += "Briefing"
        taken.add(name)
        template.ids[style.name.lower()] = name
    for style in missing:
        text = style_xml(style, template.ids)
        if style.name == "List Bullet":
            text = text.replace('w:numId w:val="1"', f'w:numId w:val="{_bullet_list(template)}"')
        if template.house:
            text = text.replace(' w:default="1"', "")
        styles.append(parse_xml(text.replace("<w:style ", f"<w:style {NAMESPACES} ", 1)))


def _bullet_list(template: Template) -> int:
    """The number of a new list with bullets in the template's numbering."""
    document = template.document
    if not _has(document, RT.NUMBERING):
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
        add_part(
            template.package, document, "/word/numbering.xml", kind, RT.NUMBERING, numbering_xml()
        )
        return 1
    root = document.part_related_by(RT.NUMBERING).element
    abstracts, lists = root.findall(qn("w:abstractNum")), root.findall(qn("w:num"))
    key = 1 + max((int(each.get(qn("w:abstractNumId"))) for each in abstracts), default=0)
    new = 1 + max((int(each.get(qn("w:numId"))) for each in lists), default=0)
    for text, at in ((bullets(key), len(abstracts)), (number(new, key), None)):
        element = parse_xml(
            re.sub(r"^<w:\w+ ", lambda tag: f"{tag[0]}{NAMESPACES} ", text, count=1)
        )
        if at is None:
            last = root.findall(qn("w:num"))
            anchor = last[-1] if last else root.findall(qn("w:abstractNum"))[-1]
            anchor.addnext(element)
        elif abstracts:
            abstracts[-1].addnext(element)
        else:
            root.insert(0, element)
    return new


def _section(document: Any) -> Any:
    """Page, margins, headers and footers of the last section.

    A section without a header of some kind shows that of the section before it.
    """
    sections = list(document.element.iter(qn("w:sectPr")))
    effective: dict[tuple[str, str], str] = {}
    for section in sections:
        for reference in section:
            if reference.tag in (qn("w:headerReference"), qn("w:footerReference")):
                effective[str(reference.tag), reference.get(qn("w:type"))] = reference.get(
                    qn("r:id")
                )
    kept = [
        f'<w:{etree.QName(tag).localname} w:type="{kind}" r:id="{key}"/>'
        for (tag, kind), key in sorted(effective.items())
        if key in document.rels
    ]
    clean = parse_xml(f"<w:sectPr {NAMESPACES}>{''.join(kept)}</w:sectPr>")
    for child in sections[-1] if sections else ():
        name = etree.QName(child).localname
        if name in (
            "pgSz",
            "pgMar",
            "pgBorders",
            "cols",
            "vAlign",
            "titlePg",
            "docGrid",
            "paperSrc",
        ):
            clean.append(parse_xml(etree.tostring(child)))
    return clean


def _strip(document: Any, section: Any) -> None:
    """Drop the text and all parts that only it refers to."""
    body = document.element.body
    for child in list(body):
        body.remove(child)
    used = {str(reference.get(qn("r:id"))) for reference in section if reference.get(qn("r:id"))}
    for key in [
        k for k, rel in document.rels.items() if k not in used and rel.reltype not in _KEPT
    ]:
        del document.rels[key]
