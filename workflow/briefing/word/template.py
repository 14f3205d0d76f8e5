"""The template that a document starts from: our own, or a house's .dotx or .docx.

A house template gives page, header, footer, logo, fonts and styles; its text does not go out.
Styles are found by name, so that templates made in any language of Word work.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from lxml import etree

from workflow.briefing.overview import OWN, Page
from workflow.briefing.word.adapting import (
    Override,
    heading_overrides,
    is_numbered,
    look_of,
    name_as_word,
    name_defaults,
    name_of,
    pale_styles,
    put_levels_in_order,
)
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
from workflow.briefing.word.sections import main_section, text_area
from workflow.briefing.word.styles import ESSENTIAL, STYLES, style_xml
from workflow.errors import WorkflowError

LARGEST = 50_000_000
"""Bytes that a template may unpack to."""
_UNSEEN = ("Default Paragraph Font", "Normal Table", "No List", "Strong")
"""Styles without a look of their own, which nobody needs to hear about."""
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
    """Id of each style by lower-cased name, as it is written between quotes."""
    section: Any
    """`w:sectPr`: page and margins, headers and footers."""
    house: bool
    """Whether it is a house's, not our own."""
    added: tuple[str, ...] = ()
    """Names of the styles that it lacked and that were added."""
    overrides: dict[str, Override] = field(default_factory=dict)
    """What paragraphs say beside their style, by its lower-cased name."""
    pale: tuple[str, ...] = ()
    """Names of the house's styles whose colour is too pale to read on white."""

    @property
    def page(self) -> Page:
        """The part of a page that text fills."""
        return text_area(self.document, self.section) if self.house else OWN


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
    except FileNotFoundError:
        raise WorkflowError("briefing.errors.template_missing", path=path) from None
    except IsADirectoryError:
        raise WorkflowError("briefing.errors.no_template", path=path) from None
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
    if house:
        name_as_word(styles)
        name_defaults(styles)
    named = {name: str(style.get(qn("w:styleId"))) for style in styles if (name := name_of(style))}
    ids = {name: escape(key, {'"': "&quot;"}) for name, key in named.items()}
    missing = [style for style in STYLES if style.name.lower() not in ids]
    if any(style.name in ESSENTIAL for style in missing):
        lacking = _names(style for style in missing if not style.own)
        raise WorkflowError("briefing.errors.template_styles", path=where, missing=lacking)
    template = Template(package, document, ids, main_section(document), house)
    if house:
        _adapt(template, styles)
    _add_styles(template, styles, missing)
    template.added = tuple(
        style.name for style in missing if not style.own and style.name not in _UNSEEN
    )
    template.pale = pale_styles(styles) if house else ()
    _strip(document, template.section)
    return template


def _adapt(template: Template, styles: Any) -> None:
    """What paragraphs of a house must say beside their style."""
    if _has(template.document, RT.NUMBERING):
        put_levels_in_order(template.document.part_related_by(RT.NUMBERING).element)
    template.overrides = heading_overrides(styles)
    if "list bullet" in template.ids and not is_numbered(styles, "list bullet"):
        number = _bullet_list(template)
        template.overrides["list bullet"] = Override(
            after=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            '<w:ind w:left="284" w:hanging="284"/>'
        )


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
    house = look_of(styles) if template.house else None
    for style in missing:
        text = style_xml(style, template.ids)
        if house:
            text = house.dressed(style, text)
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
